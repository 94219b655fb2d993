"""Blocks in, sections out: which heading opens which kind of section, and which blocks stand under it."""

import itertools
import re

from qualityaudit.document import FrontMatter, Section, SectionKind
from qualityaudit.readers.pages import Block
from qualityaudit.structure.floats import Part, with_floats_home
from qualityaudit.structure.headings import BACK_MATTER, also_of, bare, is_main, of_body, run_in, tells_of_study
from qualityaudit.structure.looks import (
    BODY,
    SIDE,
    Look,
    announced,
    base_depth,
    base_level,
    is_flat,
    kind_named,
    look_of,
    main_looks,
)
from qualityaudit.structure.unheaded import headed

_STRUCTURED = re.compile(
    r"(?:background|objectives?|purpose|aims?|rationale|importance)\b[^.:]{0,30}[:.]\s", re.IGNORECASE
)
"""How the first paragraph of an abstract in parts begins."""
_LETTERED = re.compile(r"[A-HJ-UWYZ][.)]\s")


def sections_of(blocks: list[Block], front: FrontMatter) -> list[Part]:
    """The sections of a paper, each with its blocks."""
    return Sectioner(blocks, front).run()


class Sectioner:
    """Walks through the blocks once and opens sections."""

    def __init__(self, blocks: list[Block], front: FrontMatter) -> None:
        self.blocks = blocks
        self.title = _key(front.title or "")
        self.kinds = [announced(b) if b.role == "heading" else None for b in blocks]
        self.looks = main_looks(blocks, self.kinds)
        self.base = base_level(blocks, self.kinds)
        self.depth = base_depth(blocks, self.kinds)
        self.flat = is_flat(blocks, self.kinds)
        self.order: list[Look] = []
        self.imrad = any(k in ("results", "methods") for k in self.kinds)
        self.unnamed = not self.imrad and tells_of_study(b.text for b in blocks if b.role == "heading")
        self.main: SectionKind = "front"
        self.seen: set[SectionKind] = set()
        self.parts: list[Part] = []
        self.abstract_level = 0
        self.also: tuple[SectionKind, ...] = ()

    def run(self) -> list[Part]:
        """All sections, in reading order."""
        self._open("", "front", 1, None)
        for i, block in enumerate(self.blocks):
            if block.role == "heading":
                self._heading(i, block)
            else:
                self._text(i, block)
        self.parts = with_floats_home(headed(self.parts))
        return [part for part in self.parts if part.blocks or part.section.title or part.section.index == 0]

    def _open(
        self, title: str, kind: SectionKind, level: int, block: Block | None, also: tuple[SectionKind, ...] = ()
    ) -> None:
        section = Section(
            index=len(self.parts), title=title, kind=kind, also=also, level=level, page=block.page if block else None
        )
        self.parts.append(Part(section))
        self.seen.add(kind)

    def _heading(self, i: int, block: Block) -> None:
        title, depth = bare(block.text)
        depth = max(1, depth - self.depth + 1) if depth else 0
        if self._is_title(block):
            block.role = "title"
            self.parts[-1].blocks.append(block)
            return
        own = self.kinds[i]
        if self.main == "front" and own is None and any(k in ("abstract", "introduction") for k in self.kinds[i:]):
            block.role = "front"
            self.parts[-1].blocks.append(block)
            return
        level = self._level(i, block, depth, own)
        kind = self._kind(i, own, level, depth)
        if level == 1:
            self.main = kind
        also = tuple(k for k in also_of(title) if k != kind)
        if level == 1:
            self.also = also
        elif kind == self.main:
            also = tuple(dict.fromkeys((*also, *self.also)))
        if level > 1 and own in ("availability", "methods") and own != kind and kind in ("results", "methods"):
            also = (*also, own)
        self._open(title, kind, level, block, also)
        self.parts[-1].blocks.append(block)

    def _is_title(self, block: Block) -> bool:
        key = _key(block.text)
        return (
            bool(self.title)
            and len(key) > 8
            and (block.page or 1) <= 2
            and (key == self.title or (key in self.title and len(key) > 0.3 * len(self.title)))
        )

    def _midway(self, i: int) -> bool:
        """Whether the article's own text goes on after heading ``i``: a main section of another kind still comes."""
        rest = itertools.takewhile(
            lambda pair: pair[0] != "references", zip(self.kinds[i + 1 :], self.blocks[i + 1 :], strict=True)
        )
        return self.main in BODY and any(k in BODY and k != self.main and is_main(b.text) for k, b in rest)

    def _holds_body(self, i: int) -> bool:
        """Whether what stands below heading ``i`` goes on with the section before: *Data availability*, *Statistics*."""
        level = self.blocks[i].level
        below = itertools.takewhile(
            lambda pair: pair[1].role != "heading" or pair[1].level > level,
            zip(self.kinds[i + 1 :], self.blocks[i + 1 :], strict=True),
        )
        return level > 0 and self.main in BODY and any(kind in BODY for kind, _ in below)

    def _level(self, i: int, block: Block, depth: int, own: SectionKind | None) -> int:
        if (own == "ethics" and self.main == "methods" and self._midway(i)) or (own in SIDE and self._holds_body(i)):
            return 2
        if block.level:
            level = max(1, block.level - self.base + 1)
            if not self.flat or level > 1:
                return level
            if depth > 1 or (
                not depth and not (own and (is_main(block.text) or own in BACK_MATTER or own not in BODY))
            ):
                return max(2, depth)
            return 2 if own in BACK_MATTER and self._midway(i) else 1
        if own == "keywords" and self.main in ("front", "abstract"):
            return 1
        look = look_of(block)
        if own and is_main(block.text) and depth <= 1:
            repeated = self.main in BACK_MATTER and own in self.seen and self.looks and look not in self.looks
            return 2 if repeated and own not in BACK_MATTER else 1
        if depth:
            return 2 if _LETTERED.match(block.text) and self.main in BODY and "references" not in self.seen else depth
        if look in self.looks:
            return 1
        if own in BACK_MATTER:
            beside = self.looks and self.main in ("ethics", "declarations", "availability")
            return 2 if beside or self._midway(i) else 1
        if self.main in ("front", "abstract", "keywords"):
            return 2
        if look not in self.order:
            self.order.append(look)
        return 2 + min(1, self.order.index(look)) if self.order else 2

    def _kind(self, i: int, own: SectionKind | None, level: int, depth: int) -> SectionKind:
        if self.main == "abstract" and own in BODY and self._inside_abstract(i, own, level):
            return "abstract"
        if own in BODY and own in self.seen and "references" in self.seen:
            return "supplement"
        if own == "abstract" and "introduction" in self.seen:
            return "conclusion"
        if own == "declarations" and not self.seen & {"abstract", "introduction"} and self._opening(i):
            return "front"  # a box beside the title: *Article info*, *Open access*
        if own and level == 1:
            return own
        inner = own != "references" or depth > 1 or bare(self.blocks[i].text)[0].lower() == "reference"  # its standard
        if level > 1 and own in BACK_MATTER and inner and self._midway(i):
            return self.main
        if own in BACK_MATTER and not (self.main == "methods" and own != "references") and self.main != "abstract":
            return own
        if level > 1 and (self.main != "front" or not own):
            return self.main if self.main != "front" else "other"
        if own:
            return own
        return self._by_position(i)

    def _opening(self, i: int) -> bool:
        """Whether the article's own text only comes after heading ``i``."""
        return any(k in ("abstract", "introduction") for k in self.kinds[i + 1 :])

    def _by_position(self, i: int) -> SectionKind:
        """The kind of a main section whose title says nothing."""
        if self.main == "abstract" and "introduction" in self.kinds[i:]:
            return "abstract"
        if self.main in ("references", "supplement"):
            return "supplement"
        if self.main in ("methods", "results", "discussion") and self.imrad:
            return self.main
        if self.main == "introduction" and self.imrad and "results" not in self.seen:
            return "methods"
        if self.main in ("introduction", "methods", "results") and self.unnamed:
            return of_body(self.blocks[i].text)
        return "other"

    def _inside_abstract(self, i: int, own: SectionKind, level: int) -> bool:
        """Whether *Methods* is a part of a structured abstract: the same comes again, or an introduction does."""
        later = [(k, self.blocks[j]) for j, k in enumerate(self.kinds) if j > i and k]
        if own == "introduction" and bare(self.blocks[i].text)[0].lower() == "introduction":
            return False
        if level > self.abstract_level > 0 and self.blocks[i].level:
            return True
        return any(k == "introduction" or (k == own and is_main(b.text)) for k, b in later)

    def _text(self, i: int, block: Block) -> None:
        if block.role == "front" and self.main != "front" and self.parts[0].section.kind == "front":
            self.parts[0].blocks.append(block)
            return
        if block.role in ("caption", "table") and self.main == "references":
            self._float(block)
            return
        if block.kind and block.kind != self.main:
            self._open("", kind_named(block.kind) or "other", 1, block)
            self.main = self.parts[-1].section.kind
        elif block.role == "paragraph":
            found = run_in(block.text, block.lead, self.main)
            if found:
                title, kind = found
                if (kind in BACK_MATTER and not self._midway(i)) or kind in ("abstract", "keywords"):
                    self._open(title, kind, 1 if kind in ("abstract", "keywords") else 2, block)
                    if kind in ("abstract", "keywords"):
                        self.main = kind
            elif self._untitled(i, block):
                pass
        self.parts[-1].blocks.append(block)

    def _float(self, block: Block) -> None:
        """Add a legend or a table that stands among or behind the references to the results."""
        results = [part for part in self.parts if part.section.kind == "results"]
        (results or self.parts)[-1].blocks.append(block)

    def _untitled(self, i: int, block: Block) -> bool:
        """Open an abstract or an introduction that has no heading where the text shows that one begins."""
        long = len(block.text) > 350 and block.text.count(". ") >= 2
        long = long or (block.lead > 3 and bool(_STRUCTURED.match(block.text)) and len(block.text) > 80)
        current = self.parts[-1].section.kind
        if not long or current not in ("front", "keywords", "abstract", "other") or "introduction" in self.seen:
            return False
        ahead = {k for k in self.kinds[i:] if k}
        if current in ("front", "keywords", "other") and "abstract" not in self.seen:
            if "abstract" in ahead or (block.page or 1) > 2 or not (self.imrad or "introduction" in ahead):
                return False
            self._open("", "abstract", 1, block)
            self.main = "abstract"
            return True
        if "introduction" in ahead or not self.imrad or "methods" in self.seen or "results" in self.seen:
            return False
        if current == "abstract" and not self._leaves_abstract(block):
            return False
        self._open("", "introduction", 1, block)
        self.main = "introduction"
        return True

    def _leaves_abstract(self, block: Block) -> bool:
        texts = [b for b in self.parts[-1].blocks if b.role == "paragraph"]
        if not texts:
            return False
        if block.marks and texts[0].marks:
            a, b = texts[0].marks[-1][1], block.marks[-1][1]
            if a.font != b.font or abs(a.size - b.size) > 0.3:
                return True
        return sum(len(b.text) for b in texts) > 900


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower())
