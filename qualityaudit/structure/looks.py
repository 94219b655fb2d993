"""Headings in, what those of main sections look like in this paper out."""

import itertools
from collections import Counter

from qualityaudit.document import SECTION_KINDS, SectionKind
from qualityaudit.readers.pages import Block
from qualityaudit.structure.headings import bare, is_main, kind_of

Look = tuple[str, float, bool]
"""Font, size in whole points, whether in capitals."""
BODY: tuple[SectionKind, ...] = ("introduction", "methods", "results", "discussion", "conclusion")

SIDE: tuple[SectionKind, ...] = ("availability", "ethics", "declarations")
"""What stands behind the article, or beside a part of it."""


def look_of(block: Block) -> Look:
    """The look of a heading's first line."""
    line = block.marks[0][1] if block.marks else None
    return (line.font, round(line.size), block.text.isupper()) if line else ("", 0.0, False)


def main_looks(blocks: list[Block], kinds: list[SectionKind | None]) -> set[Look]:
    """What main headings look like in this paper."""
    looks = Counter(
        look_of(b)
        for b, k in zip(blocks, kinds, strict=True)
        if k and is_main(b.text) and b.marks and not bare(b.text)[1]
    )
    if not looks:
        return set()
    most = looks.most_common(1)[0][1]
    return {look for look, n in looks.items() if n >= max(2, most / 2)}


def base_level(blocks: list[Block], kinds: list[SectionKind | None]) -> int:
    """The level that the file itself gives to main sections: the highest that two of them have.

    Where *Methods* and *Results* all stand below the introduction, their level counts, not the introduction's.
    """
    pairs = zip(blocks, kinds, strict=True)
    from_introduction = itertools.dropwhile(lambda pair: not (pair[1] == "introduction" and pair[0].level), pairs)
    told: dict[int, set[SectionKind]] = {}
    for block, kind in from_introduction:
        if kind in ("methods", "results", "discussion") and block.level and is_main(block.text):
            told.setdefault(block.level, set()).add(kind)
    if told and len(told[min(told)]) > 1:
        return min(told)
    levels = Counter(
        b.level for b, k in zip(blocks, kinds, strict=True) if k in (*BODY, "abstract") and b.level and is_main(b.text)
    )
    if not levels:
        return min((b.level for b in blocks if b.role == "heading" and b.level), default=1)
    return min((level for level, n in levels.items() if n > 1), default=levels.most_common(1)[0][0])


def is_flat(blocks: list[Block], kinds: list[SectionKind | None]) -> bool:
    """Whether the headings of a marked-up file do not tell parts from sections: *Results*, and *Patients* below it.

    A section of methods or results that begins with the heading of a part shows it.
    """
    return any(
        first.role == second.role == "heading"
        and first.level == second.level != 0
        and kind in ("methods", "results")
        and is_main(first.text)
        and not is_main(second.text)
        for first, second, kind in zip(blocks, blocks[1:], kinds, strict=False)
    )


def base_depth(blocks: list[Block], kinds: list[SectionKind | None]) -> int:
    """How deep the numbers of main sections are: 2 in a chapter, whose *Methods* are 4.2, else 1."""
    seen: dict[int, set[SectionKind]] = {}
    for block, kind in zip(blocks, kinds, strict=True):
        depth = bare(block.text)[1] if kind in BODY and is_main(block.text) else 0
        if depth and kind:
            seen.setdefault(depth, set()).add(kind)
    if len(seen.get(1, ())) > 1:
        return 1
    depths = [depth for block in blocks if block.role == "heading" and (depth := bare(block.text)[1])]
    return 2 if len(seen.get(2, ())) > 2 or (depths.count(2) > 3 and 1 not in depths) else 1


def announced(block: Block) -> SectionKind | None:
    """The kind of section that a heading announces, by the file itself or by its words."""
    return kind_named(block.kind) or kind_of(block.text)


def kind_named(kind: str) -> SectionKind | None:
    """The kind of section of that name."""
    return next((known for known in SECTION_KINDS if known == kind), None)
