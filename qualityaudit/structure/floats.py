"""Sections in, the same with legends and tables that drifted behind the results back where the text names them out."""

import re
from dataclasses import dataclass, field

from qualityaudit.document import Section, SectionKind
from qualityaudit.readers.pages import Block
from qualityaudit.structure.style import CAPTION, is_table

_ADRIFT: frozenset[SectionKind] = frozenset(
    ("discussion", "conclusion", "availability", "ethics", "declarations", "references")
)
"""Where tables and figures of the results come to stand when the typesetter finds no room for them."""
_HOMES: tuple[SectionKind, ...] = ("results", "methods")
"""Where they belong, the likeliest first."""


@dataclass(slots=True)
class Part:
    """A section and the blocks under it; the first may be its heading."""

    section: Section
    blocks: list[Block] = field(default_factory=list)


def with_floats_home(parts: list[Part]) -> list[Part]:
    """Move each numbered legend with its table out of the back of a printed paper into the section that names it first."""
    homes = [part for kind in _HOMES for part in parts if part.section.kind == kind]
    for part in parts if homes else ():
        if part.section.kind not in _ADRIFT:
            continue
        for block in [b for b in part.blocks if b.role == "caption" and b.marks]:
            at = next((i for i, b in enumerate(part.blocks) if b is block), None)  # none: gone with the table before it
            if at is not None and (home := _naming(block, homes, part)):
                moved = part.blocks[at : _end(part.blocks, at)]
                part.blocks = part.blocks[:at] + part.blocks[at + len(moved) :]
                home.blocks += moved
    return parts


def _end(blocks: list[Block], at: int) -> int:
    """The end of a legend's table and of the notes below it."""
    end = at + 1
    while end < len(blocks) and is_table(blocks[at].text) and blocks[end].role in ("table", "caption"):
        if CAPTION.match(blocks[end].text):
            break
        end += 1
    return end


def _naming(caption: Block, homes: list[Part], own: Part) -> Part | None:
    """The section whose text first names a figure or table, if its own does not stand before."""
    match = CAPTION.match(caption.text)
    if not match:
        return None
    word = r"tab(?:le|\.)?" if is_table(caption.text) else r"fig(?:ure|\.)?"
    named = re.compile(rf"\b{word}s?\s*{re.escape(match.group('label'))}\b", re.IGNORECASE)
    for part in homes:
        if part is not own and any(named.search(b.text) for b in part.blocks if b.role == "paragraph"):
            return part
    return None
