"""Which sentences hold which words, and patterns that ignore case by matching small letters."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualityaudit.concepts.index import Index, automaton, members
from qualityaudit.concepts.regex import Line, Regex
from qualityaudit.concepts.spelling import lowered, plain

WORDS = ["ct", "scan", "can", "scanner", "mri"]


@given(st.lists(st.sampled_from(["a ct scan", "scanners", "mri", "mri of a can", "", "nothing"]), max_size=8))
def test_the_index_agrees_with_looking(texts: list[str]) -> None:
    index = Index(texts, automaton(WORDS))
    for word in WORDS:
        found = list(members(index.candidates((frozenset([word]),))))
        assert found == [i for i, text in enumerate(texts) if word in text]


def test_every_set_needs_a_word() -> None:
    index = Index(["a ct scan", "a ct", "a scan"], automaton(WORDS))
    both = index.candidates((frozenset(["ct", "mri"]), frozenset(["scan"])))
    assert list(members(both)) == [0]
    assert list(members(index.candidates(()))) == [0, 1, 2]


def line(text: str) -> Line:
    return Line(plain(text), lowered(plain(text)))


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        (r"\bRadiomics\W+Quality", "RADIOMICS QUALITY", True),
        (r"[A-Z]+\d", "abc1", True),
        (r"(?-i:\bRQS\b)", "the rqs of", False),
        (r"(?-i:\bRQS\b) score", "the RQS SCORE", True),
        (r"\S+\D\d", "ab1", True),
    ],
)
def test_case_is_ignored_but_where_it_is_asked_for(source: str, text: str, found: bool) -> None:
    assert (Regex(source).search(line(text)) is not None) == found
    assert (re.search(source, text, re.IGNORECASE) is not None) == found


@given(st.text(max_size=40))
def test_small_letters_keep_every_offset(text: str) -> None:
    assert len(lowered(text)) == len(text)
