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
    ("Patients of centre B (n = 90) and centre C (n = 60) formed the two external test sets.", (None, None, 150)),
    ("The score was trained in 210 women and externally tested at two other hospitals (n = 44 and n = 61).", (210, None, 105)),
    ("The network was frozen and transferred, without any adaptation, to 180 patients.", (None, None, 180)),
    ("Of the women, 220 came from Ashby (160 training, 60 test) and 75 from Melby (external test).", (160, 60, 75)),
    ("The model was fitted on 140 men (31 with recurrence) and externally validated in 70 men (15 with recurrence).", (140, None, 70)),
    ("On 85 patients of a second hospital the accuracy fell.", (None, None, 85)),
    ("95% intervals are percentiles of 10,000 bootstrap draws of external patients.", (None, None, None)),
    ("In the training cohort 41 patients had an event.", (None, None, None)),
]  # fmt: skip
PLACES = [
    ("We used 150 scans from Ashby for training and 66 from Melby for testing.", 66),
    ("Ashby supplied the development cohort (n = 150) and Melby the test cohort (n = 66).", 66),
    ("Scans of a university hospital (n = 150) served for training, and those of a county hospital (n = 66) for testing.", 66),
    ("The score was developed in Norland (n = 150) and applied unchanged in Sudland (n = 30 and n = 36).", 66),
    ("A score was developed in Ashby patients and evaluated in Ashby patients one year later (n = 66).", None),
    ("The patients of Ashby and Melby were randomly divided into training (n = 150) and test (n = 66) sets.", None),
    ("Models built in Ashby were tested by Smith et al. in 66 men from Melby.", None),
]  # fmt: skip
TOTALS = [
    ("We studied 200 patients of our hospital. On 50 patients of another hospital the AUC was 0.7.", 250),
    ("We studied 200 patients: 150 patients for training and 50 patients of another hospital.", 200),
    ("Of 310 patients, 254 could be analysed.", 254),
    ("Between March 2019 and June 2021 all consecutive adults were eligible. We studied 120 adults.", 120),
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


@pytest.mark.parametrize(("sentence", "size"), PLACES)
def test_learning_in_one_place_and_testing_in_another(sentence: str, size: int | None) -> None:
    study = describe(document(("methods", sentence), ("results", "The AUC was good.")))
    assert study.n_external_test == size
    assert ("external" in study.validation) == (size is not None)


@pytest.mark.parametrize(("sentences", "total"), TOTALS)
def test_all_patients(sentences: str, total: int) -> None:
    text = [f"{part.rstrip('.')}." for part in sentences.split(". ")]
    study = describe(document(("methods", ["A logistic regression model was trained.", *text])))
    assert study.n_patients == total


@pytest.mark.parametrize(("sentence", "ways"), WAYS)
def test_ways_of_testing(sentence: str, ways: tuple[str, ...]) -> None:
    assert describe(document(("methods", sentence), ("results", "The AUC was good."))).validation == ways


def test_folds_parts_and_echo_trains_are_no_cases() -> None:
    assert shares("mean and sd over the 100 outer folds, and training portions overlap.") == []
    assert shares("nine parts are used for training and the tenth for testing") == []
    assert shares("echo train 114, flip angle 90") == []
