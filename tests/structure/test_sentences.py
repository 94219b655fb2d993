"""Where sentences end."""

import pytest

from qualityaudit.structure.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("L.H. (4 years) drew all. A.W. (17 years) drew 50.", ["L.H. (4 years) drew all.", "A.W. (17 years) drew 50."]),
        ("Contours were drawn by J.K. All were kept.", ["Contours were drawn by J.K.", "All were kept."]),
        ("It was in the U.S. (Table 1).", ["It was in the U.S. (Table 1)."]),
        ("It grew. (Table 1 has more.)", ["It grew.", "(Table 1 has more.)"]),
    ],
)
def test_initials_before_a_bracket_end_no_sentence(text: str, sentences: list[str]) -> None:
    """A reader named by initials and described in brackets stays with what the reader did."""
    assert split_sentences(text) == sentences
