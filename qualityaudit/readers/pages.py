"""What a reader hands on: lines with their place on the page, or blocks with their role; nothing interpreted yet."""

from dataclasses import dataclass, field
from typing import Literal

from qualityaudit.document import FrontMatter, Source

Role = Literal["title", "heading", "paragraph", "caption", "table", "reference", "skip"]


@dataclass(slots=True)
class Line:
    """One line of text on a page; points, origin at the top left corner."""

    text: str
    page: int  # 1-based
    x0: float
    y0: float
    x1: float
    y1: float
    size: float = 0.0  # height of the letters, points
    font: str = ""
    bold: bool = False
    italic: bool = False
    joined: bool = False  # the last word was broken at the end of the line


@dataclass(slots=True)
class Sheet:
    """A page: its number (1-based), size in points, and lines in the order the file draws them."""

    number: int
    width: float
    height: float
    lines: list[Line]


@dataclass(slots=True)
class Block:
    """A paragraph, heading, caption or table. ``marks`` are the lines it was made of: offset in ``text`` and line."""

    role: Role
    text: str
    level: int = 0  # of a heading; 0 = unknown
    page: int | None = None
    rows: list[list[str]] = field(default_factory=list)
    marks: list[tuple[int, Line]] = field(default_factory=list)
    bold: bool = False  # starts with a bold run
    lead: int = 0  # length of the bold or italic run it starts with
    citations: list[tuple[int, str]] = field(default_factory=list)  # offset in ``text`` and superscript mark


@dataclass(slots=True)
class Pages:
    """The raw material of a document: ``sheets`` for page formats, ``blocks`` for structured ones."""

    source: Source
    sheets: list[Sheet] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    front: FrontMatter = field(default_factory=FrontMatter)
    notes: list[str] = field(default_factory=list)
