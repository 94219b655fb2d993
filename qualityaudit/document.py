"""A paper as the tool sees it: sections, sentences, captions and tables, each with its page and boxes."""

from collections.abc import Iterable
from functools import cached_property
from typing import Literal, get_args

from qualityaudit.value import Value

SectionKind = Literal[
    "front",  # title, authors, affiliations, journal lines, footnotes of page one
    "abstract",
    "keywords",
    "introduction",
    "methods",
    "results",
    "discussion",
    "conclusion",
    "availability",  # data, code and material availability
    "ethics",  # ethics approval and consent statements outside the methods
    "declarations",  # funding, contributions, competing interests, acknowledgements
    "supplement",  # appendix and supplementary material
    "references",
    "other",
]
SECTION_KINDS: tuple[SectionKind, ...] = get_args(SectionKind)
MAIN_SECTIONS: tuple[SectionKind, ...] = ("abstract", "introduction", "methods", "results", "discussion")

_MAY_HOLD: dict[SectionKind, tuple[SectionKind, ...]] = {
    "methods": ("introduction",),
    "results": ("methods",),
    "discussion": ("results", "conclusion"),
}
"""Where to look for a main section that was not found: short papers merge them, and a heading may be missed."""

Part = Literal["text", "title", "heading", "caption", "table"]
"""What a sentence is made of; a sentence of part ``table`` is one row, its cells joined by `` | ``."""


class Box(Value):
    """A rectangle on a page, in points (1/72 inch), origin at the top left corner of the page."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float


class Section(Value):
    """A heading and what stands under it, up to the next heading of any level.

    ``kind`` is inherited by subsections (*Image acquisition* under *Methods* is ``methods``); ``also`` names
    further kinds of a mixed section (*Results and discussion*). The text before the first heading belongs to
    a section without title.
    """

    index: int
    title: str
    kind: SectionKind
    also: tuple[SectionKind, ...] = ()
    level: int = 1  # 1 = main heading, 2 = subheading, …
    page: int | None = None
    file: str | None = None  # the supplement it stands in; None = the paper itself

    @property
    def place(self) -> str:
        """Its title, with the file's name before it in a supplement."""
        return ": ".join(part for part in (self.file, self.title) if part)

    @property
    def kinds(self) -> frozenset[SectionKind]:
        """Every kind this section has."""
        return frozenset((self.kind, *self.also))


class Sentence(Value):
    """One sentence, heading, caption sentence or table row, repaired (no hyphenation, ligatures, line breaks)."""

    index: int
    text: str
    section: int  # index into Document.sections
    part: Part = "text"
    paragraph: int = 0  # running number of the paragraph, caption or table it stands in
    page: int | None = None  # 1-based; None where the format has no pages
    boxes: tuple[Box, ...] = ()
    citations: tuple[str, ...] = ()  # superscript reference marks kept apart from the words


class Table(Value):
    """A table as rows of cells; ``caption`` is the whole legend."""

    caption: str
    rows: tuple[tuple[str, ...], ...]
    page: int | None = None
    section: int = 0


class FrontMatter(Value):
    """What the first page (or the file's own metadata) says about the article."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    affiliations: tuple[str, ...] = ()
    journal: str | None = None
    year: int | None = None
    doi: str | None = None  # bare, lower case: 10.1000/xyz
    keywords: tuple[str, ...] = ()


class Source(Value):
    """Where the document came from."""

    name: str  # file name without folders
    format: str  # pdf, docx, jats, tei, html, markdown, text
    sha256: str
    pages: int | None = None


class Document(Value):
    """A whole paper. ``sentences`` are in reading order and include headings, captions and table rows."""

    source: Source
    front: FrontMatter
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    tables: tuple[Table, ...] = ()
    references: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()  # what the reader should know: partial reading, several articles, …
    supplements: tuple[Source, ...] = ()  # files read with the paper; their sections name them

    @cached_property
    def found(self) -> frozenset[SectionKind]:
        """The kinds of section that were recognised and hold at least one sentence; supplements only as such."""
        used = {s.section for s in self.sentences if s.part != "heading"}
        return frozenset(
            kind
            for section in self.sections
            if section.index in used
            for kind in section.kinds
            if section.file is None or kind == "supplement"
        )

    @cached_property
    def kinds(self) -> tuple[frozenset[SectionKind], ...]:
        """The kinds of every section, with the main sections that were not found where they are likely to stand."""
        kinds = [section.kinds for section in self.sections]
        if len(self.found.intersection(MAIN_SECTIONS)) > 1:
            for missing in (kind for kind in _MAY_HOLD if kind not in self.found):
                kinds = [own if own.isdisjoint(_MAY_HOLD[missing]) else own | {missing} for own in kinds]
        return tuple(kinds)

    def kinds_of(self, sentence: Sentence) -> frozenset[SectionKind]:
        """The kinds of the section a sentence stands in; tables and captions float, and may belong to the results."""
        kinds = self.kinds[sentence.section]
        if sentence.part in ("caption", "table") and not kinds.isdisjoint(("introduction", "discussion", "conclusion")):
            return kinds | {"methods", "results"}
        if sentence.part == "caption" and "methods" in kinds:
            return kinds | {"results"}
        return kinds

    @cached_property
    def quality(self) -> float:
        """Share (0–1) of the main sections (abstract, introduction, methods, results, discussion) found."""
        found = set(self.found)
        if "conclusion" in found:
            found.add("discussion")
        return sum(kind in found for kind in MAIN_SECTIONS) / len(MAIN_SECTIONS)

    def section_of(self, sentence: Sentence) -> Section:
        """The section a sentence stands in."""
        return self.sections[sentence.section]

    def within(self, kinds: Iterable[SectionKind], parts: Iterable[Part] = ("text",)) -> tuple[Sentence, ...]:
        """The sentences of certain parts in sections of certain kinds, in reading order."""
        wanted, allowed = frozenset(kinds), frozenset(parts)
        return tuple(
            s for s in self.sentences if s.part in allowed and not wanted.isdisjoint(self.sections[s.section].kinds)
        )
