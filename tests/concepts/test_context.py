"""How a statement is to be taken."""

import pytest

from qualityaudit.concepts import load_library
from qualityaudit.concepts.context import standing
from qualityaudit.document import SectionKind

CASES: list[tuple[str, str, SectionKind, str]] = [
    ("The model was tested by external validation.", "external validation", "methods", "counted"),
    ("No external validation was performed.", "external validation", "methods", "negated"),
    ("External validation was not performed.", "External validation", "results", "negated"),
    ("The study lacked external validation.", "external validation", "discussion", "negated"),
    ("Neither bootstrapping nor external validation was used.", "external validation", "methods", "negated"),
    ("Not only internal but also external validation was done.", "external validation", "methods", "counted"),
    ("There was no shrinkage; external validation confirmed it.", "external validation", "results", "counted"),
    ("External validation is needed before clinical use.", "External validation", "discussion", "planned"),
    ("In future, we will add external validation.", "external validation", "discussion", "planned"),
    ("Weber et al. reported external validation of a signature.", "external validation", "methods", "cited"),
    ("Weber et al. described the method; we added external validation.", "external validation", "methods", "counted"),
    ("Several studies have used external validation.", "external validation", "introduction", "cited"),
    ("Unlike previous studies, we used external validation.", "external validation", "discussion", "counted"),
    ("Models should have external validation.", "external validation", "discussion", "hypothetical"),
]


@pytest.mark.parametrize(("sentence", "words", "section", "expected"), CASES)
def test_the_standing_of_a_statement(sentence: str, words: str, section: SectionKind, expected: str) -> None:
    start = sentence.index(words)
    found, cue = standing(load_library().cues, sentence, start, start + len(words), frozenset([section]))
    assert found == expected, cue
