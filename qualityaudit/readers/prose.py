"""Runs of text in, one block out: blanks made single, superscript reference marks kept apart from the words."""

import re
from collections.abc import Iterable

from qualityaudit.readers.pages import Block, Role

MAX_TEXT = 4_000_000
"""Characters of one document that are kept; what comes after is left out, and said so."""

MAX_BLOCKS = 40_000
"""Paragraphs, headings and tables of one document that are kept."""

_BLANK = re.compile(r"[\s\u200b\u2060\ufeff]+")
_MARKS = re.compile(
    r"[\s\[(]*(?:\d{1,3}[a-z]?|[a-h]|[*†‡§¶#∗]+)(?:\s*[,;–—-]\s*(?:\d{1,3}[a-z]?|[a-h]|[*†‡§¶#∗]+))*[,\])\s]*"
)
_UNIT = re.compile(
    r"(?:^|[^A-Za-z])(?:[mckµμn]?m|[A-Za-zα-ωΑ-Ω]|sec|min|kg|cd|CO|kg/m|cells/m|log|cGy|eta|Chi|chi|ln|exp|TNM)$|\b10$|^$"
)
_RAISED = str.maketrans("0123456789+-−–=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿ")
_RAISABLE = re.compile(r"[0-9+−–=()n-]+")
_REPAIRS = str.maketrans(
    dict(zip("ﬁﬂﬀﬃﬄﬅﬆ", ("fi", "fl", "ff", "ffi", "ffl", "ft", "st"), strict=True))
    | {"\xad": None, "\u2010": "-", "\u2011": "-"}
)
UNFINISHED = re.compile(
    r"\b(?:[Tt]he|[Aa]n|a|[Oo]f|[Ii]n|[Oo]n|[Tt]o|[Ff]or|[Ff]rom|[Bb]y|[Ww]ith|[Aa]nd|[Oo]r|[Vv]s\.?|[Vv]ersus|[Uu]sing|[Bb]etween|was|were|is|are)$"
)
"""How a line ends that goes on below."""
CAPTION = re.compile(
    r"\W{0,3}(?:(?:supplementary|supplemental|extended data|appendix|online)\s+)?"
    r"(?:fig(?:ure|\.)?|table|tab\.|scheme|chart|box|algorithm)\s*[A-Z]{0,2}[-.]?(?:\d{1,2}[A-Ha-h]?|[IVX]{1,4})(?![A-Za-z\d])",
    re.IGNORECASE,
)
"""How the legend of a figure or a table starts."""


class Prose:
    """Collects the runs of one paragraph, heading, legend or cell."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self.last = ""  # the last few characters, for what comes next
        self.citations: list[tuple[int, str]] = []
        self.lead = 0  # length of the bold or italic run it starts with
        self.open = True  # whether that run still goes on

    def add(self, text: str, raised: bool = False, strong: bool = False, cited: bool = False) -> None:
        """Add a run; ``raised`` = superscript, ``strong`` = bold or italic, ``cited`` = a reference for certain."""
        if raised and text.strip():
            if self._is_mark(text, cited):
                self._cite(text.strip(" \xa0[]()"))
                return
            text = text.translate(_RAISED) if _RAISABLE.fullmatch(text) else text
        text = _BLANK.sub(" ", text.translate(_REPAIRS))
        if text.startswith(" ") and (not self.last or self.last.endswith(" ")):
            text = text[1:]
        if not text:
            return
        self.pieces.append(text)
        self.length += len(text)
        self.last = (self.last + text[-12:])[-12:]
        self.open = self.open and (strong or text.isspace())
        if self.open:
            self.lead = self.length

    def _cite(self, mark: str) -> None:
        """Marks that follow each other are one: ``1``, ``–``, ``3`` is ``1–3``."""
        if self.citations and self.citations[-1][0] == self.length:
            mark = self.citations.pop()[1] + mark
        self.citations.append((self.length, mark))

    def _is_mark(self, text: str, cited: bool) -> bool:
        after_mark = bool(self.citations) and self.citations[-1][0] == self.length
        if cited or (after_mark and not text.strip(" ,;–—-")):
            return True
        return bool(_MARKS.fullmatch(text)) and not _UNIT.search(self.last.rstrip(" "))

    def _marks(self) -> list[tuple[int, str]]:
        return [(at, mark.strip(" ,;")) for at, mark in self.citations if mark.strip(" ,;")]

    @property
    def text(self) -> str:
        """What was collected, without blanks at either end."""
        return "".join(self.pieces).rstrip()

    def block(self, role: Role = "paragraph", level: int = 0, kind: str = "", page: int | None = None) -> Block:
        """The block that was collected."""
        text = self.text
        lead = min(self.lead, len(text))
        return Block(role, text, level=level, kind=kind, page=page, lead=lead, citations=self._marks())


def tidy(text: str) -> str:
    """Blanks made single, ligatures and soft hyphens undone."""
    return _BLANK.sub(" ", text.translate(_REPAIRS)).strip()


def decoded(data: bytes) -> str:
    """Text in whatever encoding its bytes are: by its mark, else UTF-8, else as Windows wrote it."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", errors="replace")
    else:
        text = data.decode("utf-8-sig", errors="replace")
        if "\ufffd" in text and text.count("\ufffd") * 2 > sum(not c.isascii() for c in text):
            text = data.decode("cp1252", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


def is_caption(text: str) -> bool:
    """Whether a paragraph of its own reads like the legend of a figure or table rather than a sentence about one."""
    match = CAPTION.match(text)
    if not match:
        return False
    rest = text[match.end() :].lstrip()
    return not rest or rest[0] in ".:|–—-(" or rest[0].isupper()


def even(rows: Iterable[list[str]]) -> list[list[str]]:
    """Rows with at least one word, all of the same length; empty columns at the right are left out."""
    kept = [row for row in rows if any(row)]
    width = max((max(i for i, cell in enumerate(row) if cell) + 1 for row in kept), default=0)
    return [row[:width] + [""] * (width - len(row)) for row in kept]


def within_limit(blocks: list[Block], notes: list[str]) -> list[Block]:
    """The blocks up to the limits; a note says if some were left out."""
    total = 0
    for i, block in enumerate(blocks):
        total += len(block.text) + sum(len(cell) for row in block.rows for cell in row)
        if total > MAX_TEXT or i == MAX_BLOCKS:
            notes.append(f"too long: only the first {total:,} characters were read")
            return blocks[:i] or [_cut(block)]
    return blocks


def _cut(block: Block) -> Block:
    return Block(block.role, block.text[:MAX_TEXT], level=block.level, page=block.page)
