"""Where a reader found no methods section, what stands before the results is taken as methods."""

from qualityaudit.concepts.library import load_library
from qualityaudit.concepts.matching import detect
from qualityaudit.document import SectionKind
from tests.documents import document

SENTENCE = "Hyperparameters were tuned by grid search."


def standing_of(*sections: tuple[SectionKind, list[str] | str]) -> str:
    return detect(document(*sections), load_library(), ["tuning_method"]).of("tuning_method")[0].standing


def test_an_introduction_is_no_place_for_methods() -> None:
    assert standing_of(("introduction", SENTENCE), ("methods", "A."), ("results", "B.")) == "elsewhere"


def test_an_introduction_that_swallowed_the_methods_counts_as_methods() -> None:
    assert standing_of(("introduction", SENTENCE), ("results", "B.")) == "counted"
