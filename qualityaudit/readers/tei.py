"""GROBID TEI in, blocks out: header, abstract, divisions, figures, tables, notes and the reference list."""

import re
from pathlib import Path

from lxml import etree

from qualityaudit.document import FrontMatter, Source
from qualityaudit.errors import EmptyPaper
from qualityaudit.readers.pages import Block, Pages
from qualityaudit.readers.prose import Prose, even, tidy, within_limit
from qualityaudit.readers.xmlfile import entity, first, grid, name, parse_xml, plain, span

_BACK = {
    "acknowledgement": ("Acknowledgements", "declarations"),
    "funding": ("Funding", "declarations"),
    "conflict": ("Competing interests", "declarations"),
    "contribution": ("Author contributions", "declarations"),
    "availability": ("Data availability", "availability"),
    "annex": ("Appendix", ""),
}
_SILENT = frozenset(("figure", "note", "graphic", "label"))
_DOI = re.compile(r"10\.\d{4,9}/\S+")


def read(path: Path, data: bytes, source: Source) -> Pages:
    """Blocks of a TEI file as GROBID writes it.

    Raises:
        CorruptPaper: nothing can be made out.
        EmptyPaper: it holds no words.
    """
    notes: list[str] = []
    root = parse_xml(path, data, notes)
    walk = Walk()
    blocks = within_limit(walk.run(root), notes)
    if not any(block.text for block in blocks):
        raise EmptyPaper(f"{path}: the file holds no words; is it the right file?")
    front = _front(root)
    pages = max((block.page or 0 for block in blocks), default=0) or None
    return Pages(source.model_copy(update={"pages": pages}), blocks=blocks, front=front, notes=notes)


class Walk:
    """Walks through a TEI file once."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []

    def run(self, root: etree._Element) -> list[Block]:
        """All blocks."""
        title = tidy(plain(first(root, "{*}teiHeader/{*}fileDesc/{*}titleStmt/{*}title")))
        if title:
            self.blocks.append(Block("title", title, page=1))
        self._abstract(root)
        text = first(root, "{*}text", "{*}TEI/{*}text")
        for body in text.iterfind("{*}body") if text is not None else ():
            self._divisions(body)
        for back in text.iterfind("{*}back") if text is not None else ():
            for division in back.iterfind("{*}div"):
                self._back(division)
        return self.blocks

    def _abstract(self, root: etree._Element) -> None:
        profile = root.find("{*}teiHeader/{*}profileDesc")
        if profile is None:
            return
        for abstract in profile.iterfind("{*}abstract"):
            if plain(abstract):
                self.blocks.append(Block("heading", "Abstract", level=1, kind="abstract", page=1))
                self._divisions(abstract, 2)
        words = [plain(term) for term in profile.iterfind("{*}textClass/{*}keywords//{*}term")]
        if words:
            self.blocks.append(Block("heading", "Keywords", level=1, kind="keywords"))
            self.blocks.append(Block("paragraph", "; ".join(words)))

    def _divisions(self, at: etree._Element, level: int = 0) -> None:
        for child in at:
            tag = name(child)
            if tag == "div":
                self._divisions(child, level)
            elif tag == "head":
                self._head(child, level)
            elif tag in ("p", "ab", "formula", "item", "quote"):
                self._paragraph(child)
            elif tag == "figure":
                self._figure(child)
            elif tag == "note":
                prose = _prose(child)
                self._add(prose.block("front" if child.get("place") == "foot" else "paragraph", page=_page(child)))
            elif tag == "list":
                self._divisions(child, level)

    def _head(self, at: etree._Element, level: int) -> None:
        """A head's number says its level; without one the structure has to tell it by its words."""
        number = at.get("n", "").strip().rstrip(".")
        depth = number.count(".") + 1 if number else 0
        self._add(_prose(at).block("heading", depth or level, page=_page(at)))

    def _paragraph(self, at: etree._Element) -> None:
        self._add(_prose(at).block(page=_page(at)))
        for inner in at.iter("{*}figure"):
            self._figure(inner)

    def _figure(self, at: etree._Element) -> None:
        legend = Prose()
        head = plain(at.find("{*}head")) or plain(at.find("{*}label"))
        said = plain(at.find("{*}figDesc"))
        legend.add(head)
        legend.add((". " if head[-1:].isalnum() else " ") if head and said else "")
        legend.add(said)
        self._add(legend.block("caption", page=_page(at)))
        for table in at.iterfind("{*}table"):
            rows = [
                [(tidy(plain(c)), span(c.get("cols")), span(c.get("rows"))) for c in row.iterfind("{*}cell")]
                for row in table.iterfind("{*}row")
            ]
            if kept := even(grid(rows)):
                self.blocks.append(Block("table", "", rows=kept, page=_page(at)))

    def _back(self, division: etree._Element) -> None:
        if name(division) == "div" and division.get("type") == "references":
            self.blocks.append(Block("heading", "References", level=1, kind="references"))
            cited = (_cited(entry) for entry in division.iterfind("{*}listBibl/{*}biblStruct"))
            self.blocks += [Block("reference", text) for text in cited if text]
            return
        title, kind = _BACK.get(division.get("type", ""), ("", ""))
        if title and division.find(".//{*}head") is None and plain(division):
            self.blocks.append(Block("heading", title, level=1, kind=kind))
        self._divisions(division)

    def _add(self, block: Block) -> None:
        if block.text:
            self.blocks.append(block)


def _prose(at: etree._Element) -> Prose:
    prose = Prose()
    _runs(at, prose)
    return prose


def _runs(at: etree._Element, prose: Prose) -> None:
    """Citations by bare number are superscripts in the PDF, so they are kept apart."""
    marked = name(at) == "ref" and at.get("type") == "bibr" and bool(re.fullmatch(r"[\d\s,;–-]+", plain(at)))
    raised = marked or at.get("rend", "") == "superscript"
    strong = at.get("rend", "") in ("bold", "italic")
    prose.add(at.text or "", raised, strong, marked)
    for child in at:
        if not name(child):
            prose.add(entity(child))
        elif name(child) not in _SILENT:
            _runs(child, prose)
        prose.add(child.tail or "", raised, strong)


def _page(at: etree._Element) -> int | None:
    """The page of the first coordinates, where GROBID was asked for them."""
    coords = at.get("coords") or next((c for s in at.iter() if (c := s.get("coords"))), "")
    number = coords.split(",", 1)[0]
    return int(number) if number.isdecimal() and len(number) < 6 else None


def _cited(entry: etree._Element) -> str:
    raw = first(entry, "{*}note[@type='raw_reference']")
    if raw is not None:
        return tidy(plain(raw))
    names = ", ".join(filter(None, (_person(person) for person in entry.iter("{*}persName"))))
    titles = [plain(title) for title in entry.iter("{*}title")]
    dates = [date.get("when", "") or plain(date) for date in entry.iter("{*}date")]
    return tidy(". ".join(part for part in (names, *dict.fromkeys(titles), *dates[:1]) if part))


def _person(person: etree._Element) -> str:
    given = " ".join(plain(part) for part in person.iterfind("{*}forename"))
    return f"{given} {plain(person.find('{*}surname'))}".strip()


def _front(root: etree._Element) -> FrontMatter:
    header = first(root, "{*}teiHeader", "{*}TEI/{*}teiHeader")
    if header is None:
        return FrontMatter()
    source = first(header, "{*}fileDesc/{*}sourceDesc/{*}biblStruct")
    people = source.findall("{*}analytic/{*}author") if source is not None else []
    doi = _DOI.search(plain(first(header, ".//{*}idno[@type='DOI']")))
    dates = [d.get("when", "") or plain(d) for d in header.iter("{*}date") if d.get("type", "published") == "published"]
    years = [int(found.group()) for date in dates if (found := re.match(r"(?:19|20)\d\d", date))]
    return FrontMatter(
        title=tidy(plain(first(header, "{*}fileDesc/{*}titleStmt/{*}title"))) or None,
        authors=tuple(n for p in people for at in p.iterfind("{*}persName") if (n := _person(at))),
        affiliations=tuple(
            dict.fromkeys(filter(None, (_place(a) for p in people for a in p.iterfind("{*}affiliation"))))
        ),
        journal=plain(first(source, "{*}monogr/{*}title[@level='j']")) or None if source is not None else None,
        year=years[0] if years else None,
        doi=doi.group().lower() if doi else None,
        keywords=tuple(plain(t) for t in header.iterfind("{*}profileDesc/{*}textClass/{*}keywords//{*}term")),
    )


def _place(affiliation: etree._Element) -> str:
    raw = affiliation.find("{*}note[@type='raw_affiliation']")
    if raw is not None:
        return plain(raw, frozenset(("label",)))
    parts = [plain(part) for part in affiliation.iter("{*}orgName", "{*}settlement", "{*}region", "{*}country")]
    return ", ".join(part for part in parts if part)
