"""Where a reader found no methods, results or discussion, what is likely to hold them is taken for them."""

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


def test_a_discussion_that_was_not_found_may_stand_under_the_results() -> None:
    limits = document(("methods", "A."), ("results", "Our study is limited by its size."))
    found = detect(limits, load_library(), ["limitation_named"]).of("limitation_named")
    assert [f.standing for f in found] == ["counted"]


def test_results_are_no_place_for_a_discussion_that_was_found() -> None:
    limits = document(("methods", "A."), ("results", "Our study is limited by its size."), ("discussion", "B."))
    found = detect(limits, load_library(), ["limitation_named"]).of("limitation_named")
    assert "counted" not in [f.standing for f in found]
