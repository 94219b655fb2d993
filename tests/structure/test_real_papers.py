"""Real papers as a person sees them, and invented articles against their source; needs ../shared."""

from pathlib import Path

import pytest

from qualityaudit.bench.fidelity import compare
from qualityaudit.bench.reading import FACTS, PARTS, Truth, facts_read, load_truth, parts_found, same
from qualityaudit.structure import read_document

LEAST = 0.95
FLOORS = {"body": 0.99, "heading_f1": 0.98, "heading_level": 0.95, "sentence_f1": 0.98, "cells": 0.95}


@pytest.fixture(scope="module")
def truth() -> Truth:
    return load_truth(Path(__file__).with_name("real_sections.csv"))


def test_sections_and_facts_of_real_papers(shared: Path, truth: Truth) -> None:
    right: dict[str, list[bool]] = {}
    for path in sorted((shared / "corpus").rglob("*")):
        if path.name in truth:
            document = read_document(path)
            found, facts = parts_found(document), facts_read(document)
            for part, true in truth[path.name].items():
                good = same(part, facts[part], true) if part in FACTS else found[part] == (true == "yes")
                right.setdefault(part, []).append(good)
    assert len(right["abstract"]) > 25
    shares = {part: sum(good) / len(good) for part, good in right.items()}
    assert set(shares) == {*PARTS, *FACTS}
    assert {part: share for part, share in shares.items() if share < LEAST} == {}


@pytest.mark.parametrize("name", ["s02", "s05"])
def test_an_invented_article_reads_the_same_in_every_layout(shared: Path, name: str) -> None:
    source = read_document(shared / "gold" / "invented" / f"{name}.md")
    files = sorted((shared / "corpus" / "invented").glob(f"{name}[._]*"))
    assert len(files) >= 6
    for path in files:
        fidelity = compare(name, path.stem, source, read_document(path)).model_dump()
        low = {
            key: fidelity[key] for key, floor in FLOORS.items() if fidelity[key] is not None and fidelity[key] < floor
        }
        assert not low, path.name
