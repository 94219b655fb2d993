"""A pattern that asks for sentences which refer to other publications."""

import pytest

from qualityaudit.concepts.library import load_library

CITING = (
    "Survival is poor [1, 2].",
    "Survival is poor [3-5].",
    "Survival is poor (Moreau and Lind, 2019).",
    "Survival is poor (e.g., Moreau et al., 2019; Lind, 2020a).",
    "Moreau and Lind (2019) saw the same.",
    "Moreau and colleagues saw the same.",
    "Survival is poor (12,13).",
)
NOT_CITING = (
    "Survival is poor.",
    "Survival was 31% (n = 12).",
    "Scans were made in spring (2019).",
    "We used the software (version 2.1, 2019).",
)


@pytest.mark.parametrize("sentence", CITING)
def test_a_sentence_with_a_reference_refers_to_others(sentence: str) -> None:
    assert load_library().cues.refers(sentence)


@pytest.mark.parametrize("sentence", NOT_CITING)
def test_a_sentence_without_a_reference_does_not(sentence: str) -> None:
    assert not load_library().cues.refers(sentence)
