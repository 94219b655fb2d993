"""The words a regular expression cannot match without."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualityaudit.concepts.prefilter import required_words
from qualityaudit.concepts.spelling import phrase_regex, plain


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\bexternal\s+validation\b", [{"validation"}, {"external"}]),
        (r"(?:train|test)ing", [{"train", "test"}]),
        (r"tumou?r", [{"tumo"}]),
        (r"(?:scanner)?\s*model", [{"model"}]),
        (r"(?:ct|(?:positron )?emission) (?:scan){1,2}", [{" "}, {"scan"}, {"ct", "emission"}]),
        (r"\d+ mm", [{" mm"}]),
        (r"(?:radiologists \w+ against|nomogram)", [{"radiologists ", "nomogram"}, {" against", "nomogram"}]),
        (r"gr[ae]y level", [{"gra", "gre"}, {"y level"}]),
        (r"T[1-3] stage", [{"t1", "t2", "t3"}, {" stage"}]),
        (r"[^ab]cd[a-z]", [{"cd"}]),
        (r"n\s*=\s*\d+", []),
        (r"[ab]+", []),
    ],
)
def test_required_words(pattern: str, words: list[set[str]]) -> None:
    found = [set(needed) for needed in required_words(pattern)]
    assert sorted(found, key=sorted) == sorted((w for w in words if w != {" "}), key=sorted)


@given(st.lists(st.sampled_from(["voxel", "tumour", "grey level", "resampl*", "center"]), min_size=1, max_size=3))
def test_a_phrase_matches_itself_and_holds_a_required_word(words: list[str]) -> None:
    phrase = " ".join(words)
    regex = re.compile(phrase_regex(phrase), re.IGNORECASE)
    text = phrase.replace("*", "ing")
    assert regex.search(text)
    required = required_words(regex.pattern)
    assert all(any(word in text.lower() for word in words) for words in required)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("external test set", "External-test sets"),
        ("normalisation", "normalization"),
        ("tumor center", "tumour centre"),
        ("gray level", "grey levels"),
        ("segment* ... two readers", "segmentation was done by two readers"),
        ("re-segmentation", "resegmentation"),
    ],
)
def test_a_phrase_is_generous_about_spelling(phrase: str, text: str) -> None:
    assert re.search(phrase_regex(phrase), text, re.IGNORECASE)


def test_making_text_plain_keeps_every_offset() -> None:
    text = "1 × 1 × 1 mm³ – “grey” level’s −0.5"
    assert len(plain(text)) == len(text)
    assert "x" in plain(text)
