"""The element of a web page that holds an article in, its blocks in reading order out."""

import re

from lxml import etree

from qualityaudit.readers.pages import Block
from qualityaudit.readers.prose import Prose, even, is_caption, tidy
from qualityaudit.readers.xmlfile import empty, grid, is_math, span

_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_APART = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "figure",
        "figcaption",
        "blockquote",
        "pre",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "address",
        "details",
        "summary",
        "center",
        "fieldset",
        "header",
        "aside",
        "body",
    ]
)
_STRONG = frozenset(("b", "strong", "i", "em"))
_SILENT = frozenset(("annotation", "annotation-xml", "img", "label"))
_LEGEND = re.compile(r"caption|legend", re.IGNORECASE)
_MOST_DEEP = 200
_JUNK = re.compile(
    r"(?:open in (?:a )?new tab|view (?:large|article|full|in)|download|full size|google scholar|pubmed|crossref|article google scholar"
    r"|back to top|figure viewer|powerpoint|cite this|search for more papers.*|copy link|share|expand|show more)[\s.]*",
    re.IGNORECASE,
)


class Body:
    """Walks through the article once; ``title`` is what the page's own metadata call it."""

    def __init__(self, title: str) -> None:
        self.title = _key(title)
        self.titled = False
        self.blocks: list[Block] = []

    def run(self, main: etree._Element) -> list[Block]:
        """All blocks."""
        self._element(main, 0)
        return self.blocks

    def _element(self, at: etree._Element, depth: int) -> None:
        tag = at.tag if isinstance(at.tag, str) else ""
        if tag in _HEADINGS:
            self._heading(at, _HEADINGS[tag])
        elif tag == "table":
            self._table(at, depth)
        elif tag == "figcaption" or (tag in ("div", "p", "span") and _LEGEND.search(at.get("class", ""))):
            self._legend(at, depth)
        elif tag == "figure":
            self._figure(at, depth)
        else:
            self._mixed(at, depth)

    def _mixed(self, at: etree._Element, depth: int) -> None:
        """Text and inline elements between two elements that stand apart make one paragraph."""
        prose = Prose()
        prose.add(at.text or "")
        for child in at:
            if depth < _MOST_DEEP and self._stands_apart(child):
                self._paragraph(prose)
                prose = Prose()
                self._element(child, depth + 1)
            else:
                _runs(child, prose, False, False, depth)
            prose.add(child.tail or "")
        self._paragraph(prose)

    def _stands_apart(self, at: etree._Element) -> bool:
        return at.tag in _APART or (isinstance(at.tag, str) and any(inner.tag in _APART for inner in at.iter()))

    def _paragraph(self, prose: Prose) -> None:
        text = prose.text
        if len(text) > 1 and not _JUNK.fullmatch(text):
            self.blocks.append(prose.block("caption" if is_caption(text) and len(text) > 12 else "paragraph"))

    def _heading(self, at: etree._Element, level: int) -> None:
        prose = Prose()
        _runs(at, prose, False, False, 0)
        text = prose.text
        if not text:
            return
        same = bool(self.title) and _key(text) == self.title
        if not self.titled and (same or (level == 1 and not self.title)):
            self.titled = True
            self.blocks.append(prose.block("title"))
        elif is_caption(text):
            self.blocks.append(prose.block("caption"))
        elif not same:
            self.blocks.append(prose.block("heading", level))

    def _legend(self, at: etree._Element, depth: int) -> None:
        prose = Prose()
        _runs(at, prose, False, False, depth)
        if prose.text and not _JUNK.fullmatch(prose.text):
            self.blocks.append(prose.block("caption"))

    def _figure(self, at: etree._Element, depth: int) -> None:
        """A legend may stand below the table it belongs to; it is read first."""
        legends = list(at.iter("figcaption"))
        for legend in legends[:3]:
            self._legend(legend, depth)
            empty(legend)
        self._mixed(at, depth)

    def _table(self, at: etree._Element, depth: int) -> None:
        for caption in at.findall("caption"):
            self._legend(caption, depth)
        rows = [
            [
                (_cell(cell), span(cell.get("colspan")), span(cell.get("rowspan")))
                for cell in row
                if cell.tag in ("td", "th")
            ]
            for row in at.iter("tr")
        ]
        kept = even(grid(rows))
        if len(kept) < 2 and sum(len(c) for row in kept for c in row) > 600:
            for cell in at.iter("td"):  # a page laid out by a table
                self._mixed(cell, depth + 1)
        elif kept:
            self.blocks.append(Block("table", "", rows=kept))


def _runs(at: etree._Element, prose: Prose, raised: bool, strong: bool, depth: int) -> None:
    tag = at.tag if isinstance(at.tag, str) else ""
    if tag in _SILENT or not tag or depth > _MOST_DEEP:
        return
    raised = raised or tag == "sup"
    strong = strong or tag in _STRONG
    cited = raised and (tag == "a" or at.find(".//a") is not None)
    if tag in _APART or tag == "br":
        prose.add(" ")
    prose.add(at.text or "", raised, strong, cited)
    for child in at:
        _runs(child, prose, raised, strong, depth + 1)
        if is_math(child):
            prose.add(" ")
        prose.add(child.tail or "", raised, strong, cited)
    if tag in _APART:
        prose.add(" ")


def _cell(at: etree._Element) -> str:
    prose = Prose()
    _runs(at, prose, False, False, 0)
    return tidy(prose.text)


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower())
