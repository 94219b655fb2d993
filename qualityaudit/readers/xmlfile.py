"""XML bytes in, a tree out: no entities, no DTD, no network, no huge trees; and what all XML readers share."""

from collections.abc import Iterator
from html import unescape
from pathlib import Path

from lxml import etree

from qualityaudit.errors import CorruptPaper, PaperTooLarge

MAX_XML = 100_000_000
"""Bytes of an XML or HTML file."""

MAX_ROWS, MAX_COLUMNS = 5_000, 100
"""Rows and columns of a table that are kept."""

_MATHML = "{http://www.w3.org/1998/Math/MathML}"


def parse_xml(path: Path, data: bytes, notes: list[str]) -> etree._Element:
    """The root of an XML file; what comes after an error is kept as far as it can be made out, and noted.

    Raises:
        CorruptPaper: nothing can be made out.
        PaperTooLarge: over the limit.
    """
    if len(data) > MAX_XML:
        raise PaperTooLarge(f"{path}: larger than {MAX_XML // 1_000_000} MB; split or shrink it")
    try:
        return etree.fromstring(data, _parser(False))
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        cause = error
    try:
        root = etree.fromstring(data, _parser(True))
    except (etree.XMLSyntaxError, ValueError, LookupError):
        root = None
    if root is None or not len(root):
        raise CorruptPaper(f"{path}: not well-formed XML ({cause}); fetch it again") from cause
    notes.append(f"the XML is damaged ({str(cause)[:120]}); read as far as it can be made out")
    return root


def _parser(recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )


def name(at: etree._Element) -> str:
    """An element's name without its namespace; empty for comments and entities."""
    return at.tag.rpartition("}")[2] if isinstance(at.tag, str) else ""


def is_math(at: etree._Element) -> bool:
    """Whether an element is MathML."""
    return isinstance(at.tag, str) and at.tag.startswith(_MATHML)


def entity(at: etree._Element) -> str:
    """The character an unresolved entity stands for, as far as HTML knows its name."""
    written = str(at.text or "") if at.tag is etree.Entity else ""
    return "" if unescape(written) == written else unescape(written)


def plain(at: etree._Element | None, skip: frozenset[str] = frozenset()) -> str:
    """The words of an element with single blanks, leaving out elements of certain names."""
    return " ".join("".join(_pieces(at, skip)).split()) if at is not None else ""


def _pieces(at: etree._Element, skip: frozenset[str]) -> Iterator[str]:
    if at.tag is etree.Entity:
        yield entity(at)
        return
    yield at.text or ""
    for child in at:
        if name(child) not in skip:
            yield from _pieces(child, skip)
        yield child.tail or (" " if name(child) == "surname" else "")


def words(at: etree._Element) -> str:
    """All text of an element as it stands."""
    return "".join(str(piece) for piece in at.itertext())


def empty(at: etree._Element) -> None:
    """Take everything out of an element; what follows it stays."""
    tail = at.tail
    at.clear()
    at.tail = tail


def first(at: etree._Element, *paths: str) -> etree._Element | None:
    """The first element found under one of the paths, tried in order; ``{*}`` stands for any namespace."""
    return next((found for path in paths if (found := at.find(path)) is not None), None)


def grid(rows: list[list[tuple[str, int, int]]]) -> list[list[str]]:
    """Cells with their column and row spans in, an even table out; a cell's words stand where it starts."""
    made: list[list[str]] = []
    taken: dict[tuple[int, int], bool] = {}
    for y, row in enumerate(rows[:MAX_ROWS]):
        cells: list[str] = []
        for text, wide, high in row[:MAX_COLUMNS]:
            while taken.pop((y, len(cells)), False):
                cells.append("")
            for down in range(1, min(high, len(rows) - y)):
                taken.update({(y + down, len(cells) + i): True for i in range(min(wide, MAX_COLUMNS))})
            cells += [text, *[""] * (min(wide, MAX_COLUMNS) - 1)]
        while taken.pop((y, len(cells)), False):
            cells.append("")
        made.append(cells)
    return made


def span(value: str | None) -> int:
    """A column or row span as written in an attribute."""
    return max(1, int(value)) if value and value.strip().isdecimal() and len(value) < 5 else 1
