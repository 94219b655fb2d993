"""The figures of reading in, a table for the terminal out."""

from collections.abc import Iterator

from qualityaudit.bench.reading import PARTS, ReadingFigures

_COLUMNS = ("files", "body", "heading_f1", "heading_level", "sentence_f1", "cells")


def reading_text(figures: ReadingFigures) -> str:
    """Layouts, what is missing in which real file, what is wrong, and the cost."""
    return "\n".join(_lines(figures))


def _lines(figures: ReadingFigures) -> Iterator[str]:
    if figures.layouts:
        yield "layout".ljust(14) + "".join(c.replace("_", " ").rjust(15) for c in _COLUMNS)
        for name, row in figures.layouts.items():
            yield name.ljust(14) + "".join(f"{row[c]:15.3f}" if c != "files" else f"{row[c]:15.0f}" for c in _COLUMNS)
        yield ""
    yield "missing".ljust(64) + " ".join(part[:5].rjust(5) for part in PARTS)
    for reading in figures.real:
        if reading.error or not all(reading.found.values()):
            marks = " ".join(("" if reading.found[part] else "–").rjust(5) for part in PARTS)
            yield reading.name[:63].ljust(64) + (reading.error or marks)
    if figures.complete is not None:
        yield f"all parts found in {figures.complete:.0%} of {len(figures.real)} files"
    for reading in figures.real:
        for part, true in reading.wrong.items():
            yield f"wrong: {reading.name}: {part}: {reading.facts.get(part, reading.found.get(part))!s:.60} ≠ {true:.60}"
    if figures.right:
        yield "as a person sees it: " + "  ".join(f"{name} {share:.2f}" for name, share in figures.right.items())
    if figures.timing:
        t = figures.timing
        yield (
            f"cost: {t.pages} pages, bare text {t.bare:.2f} s, reading {t.read:.2f} s, structure {t.structure:.2f} s,"
            f" ratio {t.ratio:.2f}"
        )
