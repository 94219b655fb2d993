"""Invented sentences in many hands: what a concept must count (+) and what it must not (-)."""

from pathlib import Path
from typing import cast, get_args

import pytest

from qualityaudit.concepts.library import load_library
from qualityaudit.concepts.matching import detect
from qualityaudit.document import Part, SectionKind
from tests.documents import document

Case = tuple[tuple[str, ...], SectionKind, Part, bool, str]


def cases() -> list[Case]:
    """``@concept,concept section part`` heads a block; a line is ``+`` or ``-`` and a sentence."""
    made: list[Case] = []
    concepts: tuple[str, ...] = ()
    section: SectionKind = "methods"
    part: Part = "text"
    for line in Path(__file__).with_name("phrasing.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            names, *place = line[1:].split()
            concepts = tuple(names.split(","))
            section = cast(SectionKind, place[0] if place else "methods")
            part = cast(Part, place[1] if len(place) > 1 else "text")
            assert section in get_args(SectionKind)
            assert part in get_args(Part)
        elif line:
            made.append((concepts, section, part, line[0] == "+", line[1:].strip()))
    return made


@pytest.mark.parametrize(("concepts", "section", "part", "wanted", "text"), cases())
def test_phrasing(concepts: tuple[str, ...], section: SectionKind, part: Part, wanted: bool, text: str) -> None:
    found = detect(document((section, text), part=part), load_library(), concepts)
    assert any(f.standing == "counted" for name in concepts for f in found.of(name)) == wanted
