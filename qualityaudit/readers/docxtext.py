"""The body of a Word file in, its blocks out: paragraphs with their runs, tables with their cells, notes and boxes."""

from collections import Counter
from collections.abc import Iterator, Mapping

from lxml import etree

from qualityaudit.readers.docxstyle import Look, W, merged, outline_level, run_look, styles_of
from qualityaudit.readers.pages import Block
from qualityaudit.readers.prose import Prose, even, is_caption, tidy

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_NAMES = "del moveFrom pPr rPr instrText delText tblPr tblGrid trPr tcPr sectPr sdtPr commentReference ruby"
_DROPPED = frozenset([f"{_MC}Fallback", *(W + name for name in _NAMES.split())])
_SIGNS = {f"{W}tab": " ", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "-", f"{W}softHyphen": ""}
MAX_DEPTH = 60
"""Elements within elements; what lies deeper is left out."""


class Walk:
    """Walks through the body once; ``sizes`` are the font sizes (half points) of the first blocks by identity."""

    def __init__(
        self, body: etree._Element, styles: etree._Element | None, notes_in: Mapping[str, etree._Element]
    ) -> None:
        self.body = body
        self.looks = styles_of(styles)
        self.default = self._default(styles)
        self.footnotes = _numbered(notes_in.get("footnotes"))
        self.blocks: list[Block] = []
        self.pending = Prose()  # the text of a paragraph whose mark was deleted: it goes on in the next
        self.beside: list[etree._Element] = []  # text boxes and footnotes of the paragraph being read
        self.sizes: dict[int, int] = {}
        self.weights: Counter[int] = Counter()
        self.affiliations: list[str] = []
        self.notes: list[str] = []
        self.endnotes = [self._plain(note) for note in _numbered(notes_in.get("endnotes")).values()]

    def run(self) -> list[Block]:
        """All blocks, in the order of the file."""
        self._content(self.body, 0)
        return self.blocks

    @property
    def body_size(self) -> int:
        """The font size (half points) of most of the text."""
        return self.weights.most_common(1)[0][0] if self.weights else 0

    def _default(self, styles: etree._Element | None) -> Look:
        at = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if styles is not None else None
        normal = next((s for s in self.looks if s == "Normal"), "")
        return merged(Look(size=20), merged(run_look(at), Look(size=self.looks[normal].size) if normal else Look()))

    def _content(self, at: etree._Element, depth: int) -> None:
        if depth > MAX_DEPTH:
            self._say("parts nested too deeply were left out")
            return
        for child in at:
            if child.tag == f"{W}p":
                self._paragraph(child)
            elif child.tag == f"{W}tbl":
                self._table(child, depth)
            elif isinstance(child.tag, str) and child.tag not in _DROPPED:
                self._content(child, depth + 1)  # content controls, inserted blocks, custom XML

    def _say(self, note: str) -> None:
        if note not in self.notes:
            self.notes.append(note)

    # paragraphs

    def _paragraph(self, at: etree._Element) -> None:
        properties = at.find(f"{W}pPr")
        look = self._look(properties)
        prose, self.pending = self.pending, Prose()
        size = self._runs(at, look, prose, 0)
        if properties is not None and properties.find(f"{W}rPr/{W}del") is not None:
            self.pending = prose
            return
        if prose.text and look.role != "skip":
            self._add(prose, look, size)
        beside, self.beside = self.beside, []
        for box in beside:
            self._content(box, 1)

    def _add(self, prose: Prose, look: Look, size: int) -> None:
        text = prose.text
        if look.role == "title" and not any(b.role == "title" for b in self.blocks):
            block = prose.block("title")
        elif look.level and look.role != "caption" and len(text) < 300:
            block = prose.block("heading", look.level)
        elif is_caption(text) or (look.role == "caption" and len(text) > 3):
            block = prose.block("caption")
        else:
            block = prose.block("front" if look.role in ("author", "affiliation") else "paragraph")
            self.affiliations += [text] if look.role == "affiliation" else []
        self.weights[size] += len(text)
        if len(self.blocks) < 20:
            self.sizes[id(block)] = size
        self.blocks.append(block)

    def _look(self, properties: etree._Element | None) -> Look:
        if properties is None:
            return self.looks.get("Normal", Look())
        style = properties.find(f"{W}pStyle")
        look = self.looks.get(style.get(f"{W}val", "") if style is not None else "Normal", Look())
        level = outline_level(properties)
        return merged(look, Look(level=level)) if level else look

    def _runs(self, at: etree._Element, look: Look, prose: Prose, depth: int) -> int:
        """Collect the text under an element; the largest font size met (half points)."""
        size = 0
        for child in at if depth < MAX_DEPTH else ():
            tag = child.tag
            if tag == f"{W}r":
                own = self._run_look(child, look)
                if not own.hidden:
                    self._text(child, own, prose, depth + 1)
                    size = max(size, own.size or self.default.size or 0)
            elif tag in (f"{_M}t", f"{W}t"):
                prose.add(child.text or "")
            elif isinstance(tag, str) and tag not in _DROPPED and tag != f"{W}txbxContent":
                size = max(size, self._runs(child, look, prose, depth + 1))
        return size

    def _run_look(self, run: etree._Element, look: Look) -> Look:
        properties = run.find(f"{W}rPr")
        if properties is None:
            return look
        style = properties.find(f"{W}rStyle")
        if style is not None:
            look = merged(look, self.looks.get(style.get(f"{W}val", ""), Look()))
        return merged(look, run_look(properties))

    def _text(self, run: etree._Element, look: Look, prose: Prose, depth: int) -> None:
        strong = bool(look.bold or look.italic)
        for child in run:
            tag = child.tag
            if tag == f"{W}t":
                prose.add(child.text or "", bool(look.raised), strong)
            elif tag in _SIGNS:
                prose.add(_SIGNS[tag], strong=strong)
            elif tag == f"{W}sym":
                prose.add(_symbol(child))
            elif tag == f"{W}footnoteReference":
                self.beside += [n for n in [self.footnotes.get(child.get(f"{W}id", ""))] if n is not None]
            elif isinstance(tag, str) and tag not in _DROPPED and len(child):
                self._boxes(child, depth)

    def _boxes(self, at: etree._Element, depth: int) -> None:
        """Text boxes drawn inside a run are read after its paragraph."""
        for box in at.iter(f"{W}txbxContent"):
            if not any(up.tag == f"{_MC}Fallback" for up in box.iterancestors()):
                self.beside.append(box)
                return

    # tables

    def _table(self, at: etree._Element, depth: int) -> None:
        rows = even([self._cells(row) for row in _rows(at)])
        cells = [cell for row in rows for cell in row if cell]
        if len(cells) == 1 or (rows and len(rows[0]) == 1 and sum(map(len, cells)) > 400):
            for row in _rows(at):  # a frame around text, not a table
                for cell in _within(row, f"{W}tc"):
                    self._content(cell, depth + 1)
        elif rows:
            self.blocks.append(Block("table", "", rows=rows))
        beside, self.beside = self.beside, []
        for box in beside:
            self._content(box, depth + 1)

    def _cells(self, row: etree._Element) -> list[str]:
        cells: list[str] = []
        for cell in _within(row, f"{W}tc"):
            properties = cell.find(f"{W}tcPr")
            merge = properties.find(f"{W}vMerge") if properties is not None else None
            goes_on = merge is not None and merge.get(f"{W}val", "continue") == "continue"
            cells.append("" if goes_on else self._plain(cell))
            span = properties.find(f"{W}gridSpan") if properties is not None else None
            wide = span.get(f"{W}val", "1") if span is not None else "1"
            cells += [""] * min(60, int(wide) - 1 if wide.isdecimal() else 0)
        return cells

    def _plain(self, at: etree._Element) -> str:
        made = []
        for paragraph in at.iter(f"{W}p"):
            prose = Prose()
            self._runs(paragraph, Look(), prose, 0)
            made.append(prose.text)
        return tidy(" ".join(made))


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for row in _within(table, f"{W}tr"):
        properties = row.find(f"{W}trPr")
        if properties is None or properties.find(f"{W}del") is None:
            yield row


def _within(at: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Children of a tag, also inside content controls and tracked insertions."""
    for child in at:
        if child.tag == tag:
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml", f"{W}moveTo"):
            yield from _within(child, tag)


def _numbered(root: etree._Element | None) -> dict[str, etree._Element]:
    """Foot- or endnotes by their number; separators left out."""
    if root is None:
        return {}
    return {n.get(f"{W}id", ""): n for n in root if isinstance(n.tag, str) and n.get(f"{W}type") is None}


def _symbol(at: etree._Element) -> str:
    """A character of a symbol font; only the Greek of ``Symbol`` is known."""
    code = at.get(f"{W}char", "")
    try:
        number = int(code, 16) & 0xFF
    except ValueError:
        return ""
    return _SYMBOL.get(chr(number), "")


_SYMBOL = dict(zip("abgdezhqiklmnxoprstufcyw", "αβγδεζηθικλμνξοπρστυφχψω", strict=True)) | {
    "D": "Δ", "S": "Σ", "W": "Ω", "\xb1": "±", "\xb4": "×", "\xa3": "≤", "\xb3": "≥", "\xb0": "°", "\xb9": "≠", "\xbb": "≈",
}  # fmt: skip
