"""What a reader hands on: lines with their place on the page, or blocks with their role; nothing interpreted yet."""

from dataclasses import dataclass, field
from typing import Literal

from qualityaudit.document import FrontMatter, Source

Role = Literal["title", "heading", "paragraph", "caption", "table", "reference", "front", "figure"]


@dataclass(slots=True)
class Line:
    """One line of text on a page; points, origin at the top left corner."""

    text: str
    page: int  # 1-based
    x0: float
    y0: float
    x1: float
    y1: float
    size: float = 0.0  # font size, points
    font: str = ""
    bold: bool = False
    italic: bool = False
    joined: bool = False  # its last word goes on in the next line; the hyphen is left out
    soft: bool = False  # … and the hyphen was the typesetter's for certain
    lead: int = 0  # length of the bold or italic run it starts with, 0 when the whole line is of one font
    cells: list["Cell"] = field(default_factory=list)  # its parts where wide gaps divide it, else empty
    citations: list[tuple[int, str]] = field(default_factory=list)  # offset in ``text`` and superscript mark

    @property
    def middle(self) -> float:
        """Half its height, points from the top of the page."""
        return (self.y0 + self.y1) / 2


@dataclass(slots=True)
class Cell:
    """A part of a line between wide gaps."""

    text: str
    x0: float
    x1: float
    y0: float = 0.0
    y1: float = 0.0


@dataclass(slots=True)
class Sheet:
    """A page: its number (1-based), size in points, lines in the order the file draws them, turned text apart."""

    number: int
    width: float
    height: float
    lines: list[Line]
    margin: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Block:
    """A paragraph, heading, caption or table. ``marks`` are the lines it was made of: offset in ``text`` and line."""

    role: Role
    text: str
    level: int = 0  # of a heading; 0 = unknown
    page: int | None = None
    rows: list[list[str]] = field(default_factory=list)
    marks: list[tuple[int, Line]] = field(default_factory=list)
    lead: int = 0  # length of the bold or italic run a paragraph starts with
    citations: list[tuple[int, str]] = field(default_factory=list)  # offset in ``text`` and superscript mark
    kind: str = ""  # the kind of section the file itself names, where it does


@dataclass(slots=True)
class Pages:
    """The raw material of a document: ``sheets`` for page formats, ``blocks`` for structured ones."""

    source: Source
    sheets: list[Sheet] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    front: FrontMatter = field(default_factory=FrontMatter)
    info: dict[str, str] = field(default_factory=dict)  # what the file says of itself: Title, Author, Subject, …
    references: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
