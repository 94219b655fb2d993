"""A JATS article in, its blocks in reading order out; figures and tables of the floats group where first cited."""

import re

from lxml import etree

from qualityaudit.readers.jatstext import FLOATS, LISTS, cited_text, runs, table_rows
from qualityaudit.readers.pages import Block
from qualityaudit.readers.prose import Prose, even
from qualityaudit.readers.xmlfile import first, name, plain

_ABSTRACTS = {"graphical": "Graphical abstract", "key-points": "Key points", "summary": "Summary", "teaser": ""}
_KINDS = {
    "intro": "introduction", "introduction": "introduction", "background": "introduction", "methods": "methods",
    "materials": "methods", "subjects": "methods", "cases": "results", "results": "results",
    "discussion": "discussion", "conclusions": "conclusion", "conclusion": "conclusion",
    "supplementary-material": "supplement", "data-availability": "availability", "ethics-statement": "ethics",
    "coi-statement": "declarations", "coi": "declarations", "funding": "declarations",
}  # fmt: skip


class Body:
    """Walks through an article once."""

    def __init__(self, article: etree._Element) -> None:
        self.article = article
        self.blocks: list[Block] = []
        floats = (f for group in article.iterfind("{*}floats-group") for f in group)
        self.floats = {f.get("id", f"float{i}"): f for i, f in enumerate(floats) if name(f) in FLOATS}

    def run(self) -> list[Block]:
        """All blocks."""
        meta = first(self.article, "{*}front/{*}article-meta", "{*}front-stub")
        if meta is not None:
            self._front(meta)
        for part in self.article.iterfind("{*}body"):
            start = len(self.blocks)
            self._children(part, 1)
            if self.blocks[start:] and self.blocks[start].role == "paragraph":
                self.blocks[start].kind = "other" if part.find("{*}sec") is None else "introduction"
        for left in list(self.floats):
            self._float(self.floats.pop(left), 1)
        for part in self.article.iterfind("{*}back"):
            self._back(part)
        if meta is not None:
            self._declared(meta)
        for group in self.article.iterfind("{*}back//{*}ref-list"):
            self._references(group)
        return self.blocks

    # before and after the text

    def _front(self, meta: etree._Element) -> None:
        title = self._prose(first(meta, "{*}title-group/{*}article-title"))
        if title.text:
            self.blocks.append(title.block("title"))
        for abstract in meta.iterfind("{*}abstract"):
            kind = abstract.get("abstract-type", "")
            own = plain(abstract.find("{*}title")) or _ABSTRACTS.get(kind, "Abstract")
            if own:
                self.blocks.append(Block("heading", own, level=1, kind="abstract"))
                self._children(abstract, 2)
        words = [plain(k) for k in meta.iterfind("{*}kwd-group//{*}kwd")]
        if words:
            self.blocks.append(Block("heading", "Keywords", level=1, kind="keywords"))
            self.blocks.append(Block("paragraph", "; ".join(filter(None, words))))

    def _declared(self, meta: etree._Element) -> None:
        """Statements that stand in the metadata: funding, data availability, conflicts of interest."""
        for statement in meta.iterfind("{*}funding-group/{*}funding-statement"):
            self._titled("Funding", "declarations", statement)
        for custom in meta.iterfind("{*}custom-meta-group/{*}custom-meta"):
            label = plain(custom.find("{*}meta-name"))
            if re.search(r"data|code|availab", label, re.IGNORECASE):
                self._titled(label, "availability", custom.find("{*}meta-value"))
        for note in meta.iterfind("{*}author-notes/{*}fn"):
            self._note(note)

    def _titled(self, title: str, kind: str, at: etree._Element | None) -> None:
        prose = self._prose(at)
        if prose.text:
            self.blocks.append(Block("heading", title, level=1, kind=kind))
            self.blocks.append(prose.block())

    def _back(self, back: etree._Element) -> None:
        for child in back:
            tag = name(child)
            if tag == "ref-list":
                continue
            if tag == "fn-group":
                self._heading(child, 1, "")
                for note in child.iterfind("{*}fn"):
                    self._note(note)
            elif tag == "app-group":
                self._heading(child, 1, "supplement")
                for app in child.iterfind("{*}app"):
                    self._section(app, 1, "supplement", "Appendix")
            elif tag == "ack":
                self._section(child, 1, "declarations", "Acknowledgements")
            elif tag == "app":
                self._section(child, 1, "supplement", "Appendix")
            elif tag in ("sec", "notes", "glossary", "bio"):
                self._section(child, 1, "declarations" if tag in ("glossary", "bio") else "", "")

    def _note(self, note: etree._Element) -> None:
        kind = note.get("fn-type", "")
        if kind in ("coi-statement", "conflict", "financial-disclosure", "con"):
            title = "Author contributions" if kind == "con" else "Competing interests"
            self.blocks.append(Block("heading", title, level=1, kind="declarations"))
        self._children(note, 2)

    def _references(self, group: etree._Element) -> None:
        title = plain(group.find("{*}title")) or "References"
        self.blocks.append(Block("heading", title, level=1, kind="references"))
        for ref in group.iterfind("{*}ref"):
            cited = first(ref, "{*}mixed-citation", "{*}citation", "{*}element-citation", "{*}note")
            self.blocks.append(Block("reference", cited_text(cited if cited is not None else ref)))

    # the text

    def _section(self, at: etree._Element, level: int, kind: str = "", title: str = "") -> None:
        self._heading(at, level, kind, title)
        self._children(at, level + 1)

    def _heading(self, at: etree._Element, level: int, kind: str, title: str = "") -> None:
        own = at.find("{*}title")
        text = self._prose(own).text or plain(at.find("{*}label")) or title
        types = [part for part in re.split(r"[|\s;,]+", at.get("sec-type", "").lower()) if part]
        kind = kind or next((_KINDS[part] for part in types if part in _KINDS), "")
        if text:
            self.blocks.append(Block("heading", text, level=level, kind=kind))

    def _children(self, at: etree._Element, level: int) -> None:
        for child in at:
            tag = name(child)
            if tag in ("sec", "app"):
                self._section(child, level)
            elif tag == "p":
                self._paragraph(child, level)
            elif tag in FLOATS:
                self._float(child, level)
            elif tag in LISTS or tag in ("list-item", "def-item", "def", "alternatives", "caption", "sec-group"):
                self._children(child, level)
            elif tag in ("disp-formula", "preformat", "speech", "term"):
                self._add(self._prose(child))

    def _paragraph(self, at: etree._Element, level: int) -> None:
        apart: list[etree._Element] = []
        prose = Prose()
        runs(at, prose, False, False, apart)
        self._add(prose)
        for element in apart:
            if name(element) in FLOATS:
                self._float(element, level)
            else:
                self._children(element, level)
        for cited in at.iter("{*}xref"):
            for rid in cited.get("rid", "").split():
                if rid in self.floats:
                    self._float(self.floats.pop(rid), level)

    def _add(self, prose: Prose) -> None:
        if prose.text:
            self.blocks.append(prose.block())

    def _prose(self, at: etree._Element | None) -> Prose:
        prose = Prose()
        if at is not None:
            runs(at, prose, False, False, [])
        return prose

    # figures and tables

    def _float(self, at: etree._Element, level: int) -> None:
        tag = name(at)
        if tag == "boxed-text":
            self._heading(at, level, "")
            self._children(at, level + 1)
            return
        if tag.endswith("-group"):
            self._legend(at)
            for child in at:
                if name(child) in FLOATS:
                    self._float(child, level)
            return
        self._legend(at)
        for table in at.iter("{*}table"):
            rows = even(table_rows(table))
            if rows:
                self.blocks.append(Block("table", "", rows=rows))
        for foot in at.iterfind("{*}table-wrap-foot"):
            prose = Prose()
            for part in foot.iter("{*}p"):
                runs(part, prose, False, False, [])
                prose.add(" ")
            if prose.text:
                self.blocks.append(prose.block("caption"))

    def _legend(self, at: etree._Element) -> None:
        prose = Prose()
        label = plain(at.find("{*}label")).rstrip(".: ")
        prose.add(f"{label}. " if label else "")
        caption = at.find("{*}caption")
        if caption is not None:
            for part in caption:
                runs(part, prose, False, False, [])
                prose.add(". " if name(part) == "title" and prose.text[-1:].isalnum() else " ")
        if prose.text:
            self.blocks.append(prose.block("caption"))
