"""A JATS element in, its words out: runs with their superscripts, rows of a table, an entry of the reference list."""

from collections.abc import Iterator

from lxml import etree

from qualityaudit.readers.prose import Prose, tidy
from qualityaudit.readers.xmlfile import entity, grid, is_math, name, plain, span

FLOATS = frozenset(("fig", "fig-group", "table-wrap", "table-wrap-group", "boxed-text", "chem-struct-wrap"))
LISTS = frozenset(("list", "def-list", "disp-quote", "verse-group", "statement", "supplementary-material"))
_SILENT = frozenset(
    [
        "label",
        "graphic",
        "inline-graphic",
        "media",
        "object-id",
        "tex-math",
        "fn",
        "alt-text",
        "long-desc",
        "permissions",
        "attrib",
        "sec-meta",
        "annotation",
        "annotation-xml",
    ]
)
_STRONG = frozenset(("bold", "italic"))


def table_rows(table: etree._Element) -> list[list[str]]:
    """The rows of a table, even."""
    rows = [
        [
            (_cell(cell), span(cell.get("colspan")), span(cell.get("rowspan")))
            for cell in row
            if name(cell) in ("td", "th")
        ]
        for row in table.iter("{*}tr")
    ]
    return grid(rows)


def cited_text(at: etree._Element) -> str:
    """One entry of the reference list; element citations get blanks between their parts."""
    if name(at) == "element-citation" or (name(at) == "citation" and not _own_words(at)):
        return tidy(" ".join(_leaves(at)))
    return tidy(plain(at))


def _own_words(at: etree._Element) -> str:
    """The text of an element outside its children."""
    return "".join([at.text or "", *(child.tail or "" for child in at)]).strip()


def _leaves(at: etree._Element) -> Iterator[str]:
    if at.text and at.text.strip():
        yield plain(at)
        return
    for child in at:
        yield from _leaves(child)


def _cell(at: etree._Element) -> str:
    prose = Prose()
    runs(at, prose, False, False, [])
    return prose.text


def runs(at: etree._Element, prose: Prose, raised: bool, strong: bool, apart: list[etree._Element]) -> None:
    """Collect the text under an element; figures, tables and lists inside it are put ``apart``."""
    cited = name(at) == "xref" and at.get("ref-type") == "bibr"
    prose.add(at.text or "", raised, strong, cited)
    for child in at:
        tag = name(child)
        if tag in FLOATS or tag in LISTS:
            apart.append(child)
        elif not tag:
            prose.add(entity(child), raised, strong)
        elif tag not in _SILENT:
            runs(child, prose, raised or tag == "sup", strong or tag in _STRONG, apart)
        if is_math(child) and tag in ("mfrac", "mtr"):
            prose.add(" ")
        prose.add(child.tail or "", raised, strong)
