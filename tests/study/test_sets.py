"""Ways of testing and the sizes of the sets, read from single sentences."""

import pytest

from qualityaudit.study import describe
from qualityaudit.study.allotment import shares
from tests.documents import document

SIZES = [
    ("Patients were split into training (n = 120) and test (n = 40) sets.", (120, 40, None)),
    ("The split gave 300 training, 60 validation and 80 test cases.", (300, 80, None)),
    ("The training cohort comprised 200 patients and the internal validation cohort 90 patients.", (200, 90, None)),
    ("For external validation we collected a second cohort of 52 patients.", (None, None, 52)),
    ("External cohort 1 (n = 80) and external cohort 2 (n = 45) were collected.", (None, None, 125)),
    ("All steps were repeated in 100 training portions.", (None, None, None)),
]
WAYS = [
    ("Five-fold cross-validation was used.", ("cross_validation",)),
    ("Optimism was measured with 1000 bootstrap samples.", ("bootstrap",)),
    ("A hold-out test set of 60 patients was kept apart.", ("holdout",)),
    ("The model was tested in patients of another hospital.", ("external",)),
    ("External validation is needed.", ()),
]


@pytest.mark.parametrize(("sentence", "sizes"), SIZES)
def test_sizes_of_sets(sentence: str, sizes: tuple[int | None, ...]) -> None:
    study = describe(document(("methods", sentence), ("results", "The AUC was good.")))
    assert (study.n_train, study.n_internal_test, study.n_external_test) == sizes


@pytest.mark.parametrize(("sentence", "ways"), WAYS)
def test_ways_of_testing(sentence: str, ways: tuple[str, ...]) -> None:
    assert describe(document(("methods", sentence), ("results", "The AUC was good."))).validation == ways


def test_folds_parts_and_echo_trains_are_no_cases() -> None:
    assert shares("mean and sd over the 100 outer folds, and training portions overlap.") == []
    assert shares("nine parts are used for training and the tenth for testing") == []
    assert shares("echo train 114, flip angle 90") == []
