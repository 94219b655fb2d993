"""Pages in, pages without running heads, page numbers, line numbers and watermarks out; split lines mended."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from qualityaudit.readers.pages import Cell, Line, Sheet
from qualityaudit.readers.pdfpage import UNIT
from qualityaudit.structure.folios import paged
from qualityaudit.structure.linenumbers import unnumbered
from qualityaudit.structure.style import caption_label

_PAGE_NUMBER = re.compile(
    r"[^\w%=<>≤≥±+*]*(?:page|p\.|pp\.)?\s*[A-Z]?\d{1,5}(?:\s*(?:of|/|\|)\s*\d{1,4})?[^\w%=<>≤≥±+*]*|[ivxl]{1,6}",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+(?:\.\d+)?")


def without_furniture(sheets: list[Sheet]) -> list[list[Line]]:
    """Per page, the lines that belong to the article itself, in drawing order."""
    repeated, folios = _repeated(sheets), paged(sheets)
    kept = [[line for line in _kept(sheet, repeated) if id(line) not in folios] for sheet in sheets]
    return [_mended(lines) for lines in unnumbered(kept, sheets)]


@dataclass(frozen=True, slots=True)
class _Repeated:
    """What stands on several pages, by its letters: at their edges, and anywhere on them."""

    edge: set[str]
    anywhere: set[str]

    def holds(self, line: Line, edge: bool) -> bool:
        if not edge and (not self.anywhere or len(line.text) < 13 or line.text.endswith(".")):
            return False
        key = _key(line)[0]
        return key in self.anywhere or (edge and key in self.edge)


def _key(line: Line) -> tuple[str, int]:
    return "".join(_LETTERS.findall(line.text)).lower(), round(line.y0 / 8)


def _zone(line: Line, sheet: Sheet) -> bool:
    return line.y1 < 0.115 * sheet.height or line.y0 > 0.9 * sheet.height


def _repeated(sheets: list[Sheet]) -> _Repeated:
    edges: dict[str, list[Line]] = {}
    inner: dict[tuple[str, int], list[Line]] = {}  # by their first word and height
    for sheet in sheets:
        seen: set[tuple[str, int]] = set()
        for line in sheet.lines:
            if _zone(line, sheet) and not caption_label(line.text):
                key = _key(line)
                if key not in seen:
                    seen.add(key)
                    edges.setdefault(key[0], []).append(line)
            elif len(line.text) > 12 and (word := _LETTERS.search(line.text)):
                inner.setdefault((word.group().lower(), round(line.y0 / 8)), []).append(line)
    least = 2 if len(sheets) < 7 else 3
    edge = {key for key, lines in edges.items() if len(key) > 1 and _runs(lines, least)}
    return _Repeated(edge, _anywhere(inner.values(), max(4, len(sheets) / 2)))


def _anywhere(alike: Iterable[list[Line]], least: float) -> set[str]:
    """The letters of lines that stand at one height on enough pages; ``alike`` begin with one word at one height."""
    pages = {(_key(line), line.page) for lines in alike if len(lines) >= least for line in lines}
    counts = Counter(key for key, _ in pages)
    return {key for (key, _), n in counts.items() if n >= least}


def _runs(lines: list[Line], least: int) -> bool:
    """Whether lines of the same letters are a running head: often enough at one height, and but for a few numbers alike."""
    heights = Counter(round(line.y0 / 8) for line in lines)
    if max(heights.values()) < least and len(lines) < least + 1:
        return False
    numbers = [_DIGITS.findall(line.text) for line in lines[:3]]
    return all(sum(a != b for a, b in zip(numbers[0], other, strict=False)) < 3 for other in numbers[1:])


def _kept(sheet: Sheet, repeated: _Repeated) -> list[Line]:
    kept = []
    for line in sheet.lines:
        zone = _zone(line, sheet)
        if zone and _PAGE_NUMBER.fullmatch(line.text) and not _among(line, sheet.lines, 2):
            continue
        if repeated.holds(line, zone) and not (len(line.text) < 7 and _among(line, sheet.lines, 4)):
            continue
        if line.citations and line.text[:1] == " ":
            line.text = line.text[1:]
            line.citations = [(max(0, at - 1), mark) for at, mark in line.citations]
        if line.text:
            kept.append(line)
        elif kept and _exponent(kept[-1], line):
            kept[-1].text += line.citations[0][1]
            kept[-1].x1 = max(kept[-1].x1, line.x1)
        elif kept:
            kept[-1].citations += [(len(kept[-1].text), mark) for _, mark in line.citations]
    return kept


def _among(short: Line, lines: list[Line], least: int) -> bool:
    """Whether a short line stands between others of its print, as in a table."""
    near = (x for x in lines if abs(x.y0 - short.y0) < 1.7 * short.size and x is not short)
    return sum(x.font == short.font and x.size == short.size for x in near) >= least


def _mended(lines: list[Line]) -> list[Line]:
    """Pieces of one line that the file draws apart (around a superscript, a formula) put together again."""
    made: list[Line] = []
    for line in lines:
        last = made[-1] if made else None
        if last and _power_alone(last, line):
            last.text, last.x1 = last.text + line.text, line.x1
        elif (
            last
            and abs(line.y1 - last.y1) < 0.42 * max(line.size, 4.0)
            and -0.3 * line.size < line.x0 - last.x1 < 0.5 * line.size
            and not last.joined
        ):
            _merge(last, line)
        else:
            made.append(line)
    return made


def _exponent(last: Line, line: Line) -> bool:
    """Whether the raised number a line starts with is the power of a unit or sign at the end of the piece before it."""
    close = abs(line.y1 - last.y1) < 0.6 * max(last.size, 4.0) and -1 < line.x0 - last.x1 < 0.3 * last.size
    return bool(line.citations) and line.citations[0][0] == 0 and close and bool(UNIT.search(last.text))


def _power_alone(last: Line, line: Line) -> bool:
    """Whether a line is nothing but the small raised power of the unit or sign before it."""
    small = line.size < 0.85 * last.size and last.y0 - 0.5 * last.size < line.y0 < last.y1 and line.y1 < last.y1
    close = -1 < line.x0 - last.x1 < 0.3 * last.size
    return line.text.isdigit() and len(line.text) < 3 and small and close and bool(UNIT.search(last.text))


def _merge(last: Line, line: Line) -> None:
    if _exponent(last, line):
        (_, power), *line.citations = line.citations
        shift = len(power) + (line.text[0] not in ",.;:)]")
        line.text = power.ljust(shift) + line.text
        line.citations = [(at + shift, mark) for at, mark in line.citations]
    gap = line.x0 - last.x1
    between = "" if gap < 0.13 * line.size or line.text[0] in ",.;:)" else " "
    shift = len(last.text) + len(between)
    last.citations += [(at + shift, mark) for at, mark in line.citations]
    if last.cells or line.cells:
        left = last.cells or [Cell(last.text, last.x0, last.x1, last.y0, last.y1)]
        right = line.cells or [Cell(line.text, line.x0, line.x1, line.y0, line.y1)]
        inner = Cell(left[-1].text + between + right[0].text, left[-1].x0, right[0].x1, left[-1].y0, left[-1].y1)
        last.cells = [*left[:-1], inner, *right[1:]] if len(left) + len(right) > 2 else []
    if len(line.text) > len(last.text):
        last.font, last.size, last.bold, last.italic = line.font, line.size, line.bold, line.italic
        last.y0, last.y1 = line.y0, line.y1
    last.text += between + line.text
    last.x1, last.joined = max(last.x1, line.x1), line.joined
