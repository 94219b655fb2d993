"""A paper whose sections bear names of their own is read as methods and results; a review with sentence titles is not."""

from pathlib import Path

from qualityaudit.structure import read_document

HEAD = "# Texture of cysts on MRI\n\nA. Bee, C. Dee\n\n## Abstract\n\nCysts differ.\n\n## Introduction\n\nCysts are common.\n\n"
OWN = "## The Town cohort\n\nWe took all cysts.\n\n## Drawing and validation\n\nOne reader drew; Dice was 0.9.\n\n"
REVIEW = (
    "## Outcome of patients treated with drainage has improved over the years\n\nIt has.\n\n"
    "## Validation of scores in patients remains a matter of dispute today\n\nIt does.\n\n"
)
TAIL = "## Conclusion\n\nIt was good.\n\n## References\n\n1. A. Bee. Cysts. J 2010.\n"


def kinds(tmp_path: Path, body: str) -> set[str]:
    path = tmp_path / "paper.md"
    path.write_text(HEAD + body + TAIL)
    return {section.kind for section in read_document(path).sections}


def test_sections_with_names_of_their_own(tmp_path: Path) -> None:
    assert {"methods", "results"} <= kinds(tmp_path, OWN)


def test_sections_of_a_review(tmp_path: Path) -> None:
    assert not {"methods", "results"} & kinds(tmp_path, REVIEW)
