"""Papers and what is true of them in, figures of how well they are read out."""

import csv
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from pydantic import Field

from qualityaudit.bench.fidelity import Fidelity, by_layout, compare
from qualityaudit.document import MAIN_SECTIONS, Document
from qualityaudit.errors import MissingPaper, PaperError, UsageError
from qualityaudit.readers import formats
from qualityaudit.structure import read_document
from qualityaudit.value import Value

PARTS = ("title", *MAIN_SECTIONS, "references")
"""What a person looks for in an article."""
FACTS = ("title", "first_author", "journal", "year", "doi")
Truth = Mapping[str, Mapping[str, str]]
"""By file name: ``yes``/``no`` for each of ``PARTS`` but the title, and the words themselves for ``FACTS``."""


class Reading(Value):
    """What was found in one real file, and where that differs from what a person sees (``wrong``)."""

    name: str
    found: dict[str, bool]
    facts: dict[str, str]
    wrong: dict[str, str] = Field(default_factory=dict)  # part or fact → what is true
    error: str | None = None


class Timing(Value):
    """Seconds for the same files in one run; ``ratio`` = reading and structure over bare text extraction."""

    files: int
    pages: int
    bare: float
    read: float
    structure: float
    ratio: float


class ReadingFigures(Value):
    """All of it."""

    layouts: dict[str, dict[str, float]]
    files: tuple[Fidelity, ...]
    real: tuple[Reading, ...]
    complete: float | None  # share of real files with every main part found
    right: dict[str, float]  # per part and fact, share of the files with a known truth that agree with it
    timing: Timing | None


def bench_reading(sources: Path | None, papers: Path, truth: Truth | None = None) -> ReadingFigures:
    """Compare every rendered article with its Markdown source, and list what is found in all other files.

    ``<id>_<layout>.pdf`` and ``<id>.docx`` anywhere under ``papers`` belong to ``<id>.md`` under ``sources``.

    Raises:
        MissingPaper: when there is nothing to read under ``papers``.
    """
    articles = {path.stem: path for path in sorted(sources.rglob("*.md"))} if sources else {}
    found = [p for p in sorted(papers.rglob("*")) if p.suffix.lower() in formats() and p.is_file()]
    if not found:
        raise MissingPaper(f"{papers}: no papers here ({', '.join(formats())})")
    rendered = [p for p in found if p.stem.partition("_")[0] in articles]
    real = [p for p in found if p not in set(rendered)]
    files = tuple(_fidelities(articles, rendered))
    readings = tuple(_reading(path, (truth or {}).get(path.name, {})) for path in real)
    whole = [all(r.found.values()) for r in readings]
    return ReadingFigures(
        layouts=by_layout(files),
        files=files,
        real=readings,
        complete=sum(whole) / len(whole) if whole else None,
        right=_right(readings, truth or {}),
        timing=timing([p for p in found if p.suffix.lower() == ".pdf"]),
    )


def load_truth(path: Path) -> Truth:
    """A CSV table with the columns ``file``, ``part``, ``truth``.

    Raises:
        UsageError: when a column is missing.
    """
    made: dict[str, dict[str, str]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            try:
                made.setdefault(row["file"], {})[row["part"]] = row["truth"]
            except KeyError as error:
                raise UsageError(f"{path}: no column {error}; file, part, truth are needed") from error
    return made


def _fidelities(articles: Mapping[str, Path], rendered: Sequence[Path]) -> Iterable[Fidelity]:
    truths = {name: read_document(path) for name, path in articles.items()}
    for path in rendered:
        name, _, layout = path.stem.partition("_")
        yield compare(name, layout or path.suffix[1:], truths[name], read_document(path))


def _reading(path: Path, truth: Mapping[str, str]) -> Reading:
    try:
        document = read_document(path)
    except PaperError as error:
        return Reading(name=path.name, found=dict.fromkeys(PARTS, False), facts={}, error=str(error))
    found, facts = parts_found(document), facts_read(document)
    wrong = {part: truth[part] for part in PARTS[1:] if part in truth and (truth[part] == "yes") != found[part]}
    wrong |= {fact: truth[fact] for fact in FACTS if fact in truth and not same(fact, facts[fact], truth[fact])}
    return Reading(name=path.name, found=found, facts=facts, wrong=wrong)


def parts_found(document: Document) -> dict[str, bool]:
    """Which of ``PARTS`` were found; a conclusion alone counts as a discussion."""
    kinds = document.found | ({"discussion"} if "conclusion" in document.found else set())
    found = {"title": document.front.title is not None}
    return found | {str(kind): kind in kinds for kind in MAIN_SECTIONS} | {"references": bool(document.references)}


def facts_read(document: Document) -> dict[str, str]:
    """``FACTS`` as read, empty where nothing was."""
    front = document.front
    author = front.authors[0] if front.authors else ""
    return {
        "title": front.title or "",
        "first_author": author,
        "journal": front.journal or "",
        "year": str(front.year or ""),
        "doi": front.doi or "",
    }


def same(fact: str, read: str, true: str) -> bool:
    """Whether a fact as read is the true one: letters and digits alike; of an author the surname is enough."""
    a, b = ("".join(c for c in text.lower() if c.isalnum()) for text in (read, true))
    if fact == "first_author":
        return bool(b) == bool(a) and a.endswith(b)
    return a == b


def _right(readings: Sequence[Reading], truth: Truth) -> dict[str, float]:
    shares = {}
    for name in (*PARTS[1:], *FACTS):
        known = [r for r in readings if name in truth.get(r.name, {})]
        if known:
            shares[name] = sum(name not in r.wrong and r.error is None for r in known) / len(known)
    return shares


def timing(paths: Sequence[Path], repeat: int = 3) -> Timing | None:
    """The cost of reading PDFs beside that of bare text extraction; of ``repeat`` turns per file the quickest."""
    if not paths:
        return None
    turns = [min((_turn(path) for _ in range(repeat)), key=lambda t: t[1] + t[2] + t[3]) for path in paths]
    bare, read, structured = (sum(turn[i] for turn in turns) for i in (1, 2, 3))
    ratio = (read + structured) / bare if bare else 0.0
    pages = sum(int(turn[0]) for turn in turns)
    return Timing(files=len(paths), pages=pages, bare=bare, read=read, structure=structured, ratio=ratio)


def _turn(path: Path) -> tuple[float, float, float, float]:
    """Pages, then seconds for bare extraction, reading, structure."""
    from qualityaudit.readers import read
    from qualityaudit.structure import structure

    start = time.perf_counter()
    pages = _bare(path)
    extracted = time.perf_counter()
    try:
        raw = read(path)
        known = time.perf_counter()
        structure(raw)
    except PaperError:
        return 0, 0.0, 0.0, 0.0
    return pages, extracted - start, known - extracted, time.perf_counter() - known


def _bare(path: Path) -> int:
    """Pages of a PDF after PDFium's plain text extraction of all of them."""
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError:
        return 0
    for page in document:
        text = page.get_textpage()
        text.get_text_range()
        text.close()
        page.close()
    count = len(document)
    document.close()
    return count
