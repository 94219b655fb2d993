"""A Document and its file in, an HTML page out that shows where everything was read."""

import base64
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from qualityaudit.document import Box, Document, Section, Sentence
from qualityaudit.readers.picture import Picture, pictures
from qualityaudit.render.html import page as html_page
from qualityaudit.render.reading import kinds_of

MOST_PAGES = 80
"""Pages that are drawn; the text of the others is shown without a picture."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A rectangle on a page in percent of its sides, with what it stands for."""

    left: float
    top: float
    width: float
    height: float
    sentence: int  # -1 for the bar of a section
    kind: str
    part: str
    text: str
    even: bool = False


@dataclass(slots=True)
class Piece:
    """A paragraph, heading, legend or table as read: the section it opens (if any) and its sentences."""

    section: Section
    opens: bool
    part: str
    number: int
    sentences: list[Sentence] = field(default_factory=list)


@dataclass(slots=True)
class Leaf:
    """A page: its picture (if any), the rectangles on it and what was read from it."""

    number: int | None
    picture: str = ""
    width: float = 1.0
    height: float = 1.0
    marks: list[Mark] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)


def document_page(document: Document, path: Path) -> str:
    """The page; the pictures of a PDF's pages are put into it.

    Raises:
        CorruptPaper: the file is a PDF and PDFium cannot draw it.
    """
    leaves = {leaf.number: leaf for leaf in _leaves(document, path)}
    for piece in _pieces(document):
        number = None if piece.section.file else piece.sentences[0].page
        leaves.setdefault(number, Leaf(number)).pieces.append(piece)
    for leaf in leaves.values():
        if leaf.picture and leaf.number is not None:
            leaf.marks = [*_bars(document, leaf), *_marks(document, leaf)]
    shown = sorted(leaves.values(), key=lambda leaf: (leaf.number is None, leaf.number or 0))
    return html_page(
        "reading.html.j2",
        document=document,
        leaves=shown,
        kinds=tuple(dict.fromkeys(section.kind for section in document.sections)),
        kinds_of=kinds_of,
    )


def _leaves(document: Document, path: Path) -> Iterator[Leaf]:
    if document.source.format != "pdf":
        return
    for picture in pictures(path, MOST_PAGES):
        yield Leaf(picture.number, _data_url(picture), picture.width, picture.height)


def _data_url(picture: Picture) -> str:
    return "data:image/jpeg;base64," + base64.b64encode(picture.jpeg).decode("ascii")


def _pieces(document: Document) -> Iterator[Piece]:
    """Paragraphs in reading order, cut where a page ends."""
    piece: Piece | None = None
    seen = -1
    for sentence in document.sentences:
        section = document.sections[sentence.section]
        key = (sentence.paragraph, sentence.part, sentence.section)
        if (
            piece is None
            or key != (piece.number, piece.part, piece.section.index)
            or piece.sentences[-1].page != sentence.page
        ):
            if piece is not None:
                yield piece
            piece = Piece(section, section.index != seen, sentence.part, sentence.paragraph)
            seen = section.index
        piece.sentences.append(sentence)
    if piece is not None:
        yield piece


def _marks(document: Document, leaf: Leaf) -> Iterator[Mark]:
    rows_done: set[tuple[int, Box]] = set()
    for sentence in document.sentences:
        section = document.sections[sentence.section]
        for box in sentence.boxes if section.file is None else ():
            if box.page != leaf.number or (sentence.part == "table" and (sentence.paragraph, box) in rows_done):
                continue
            rows_done.add((sentence.paragraph, box))
            text = f"{kinds_of(section)} · {section.title or 'no heading'} · {sentence.part}\n{sentence.text}"
            yield _mark(box, leaf, section.kind, sentence.part, text, sentence.index)


def _mark(box: Box, leaf: Leaf, kind: str, part: str, text: str, sentence: int) -> Mark:  # noqa: PLR0913
    return Mark(
        left=100 * box.x0 / leaf.width,
        top=100 * box.y0 / leaf.height,
        width=100 * (box.x1 - box.x0) / leaf.width,
        height=100 * (box.y1 - box.y0) / leaf.height,
        sentence=sentence,
        kind=kind,
        part=part,
        text=text,
        even=sentence % 2 == 0,
    )


def _bars(document: Document, leaf: Leaf) -> Iterator[Mark]:
    """One bar a section and column, at its left."""
    run: list[Box] = []
    current: Section | None = None
    for sentence in document.sentences:
        section = document.sections[sentence.section]
        for box in sentence.boxes if section.file is None else ():
            if box.page != leaf.number:
                continue
            jump = bool(run) and (not -12 < box.y0 - run[-1].y0 < 60 or box.x0 > max(b.x1 for b in run))
            if run and current is not None and (section is not current or jump):
                yield _bar(run, leaf, current)
                run = []
            current = section
            run.append(box)
    if run and current is not None:
        yield _bar(run, leaf, current)


def _bar(run: Sequence[Box], leaf: Leaf, section: Section) -> Mark:
    left = min(box.x0 for box in run) - 6
    box = Box(page=run[0].page, x0=left, x1=left + 3, y0=min(b.y0 for b in run), y1=max(b.y1 for b in run))
    return _mark(box, leaf, section.kind, "bar", f"{kinds_of(section)} · level {section.level} · {section.title}", -1)
