"""Numbers a study gives: its headline figure, centres, patients, features; and its links."""

import pytest

from qualityaudit.document import SectionKind
from qualityaudit.study import StudyMetadata, describe
from tests.documents import document


def study_of(*sections: tuple[SectionKind, list[str] | str], title: str = "CT radiomics of the liver") -> StudyMetadata:
    return describe(document(*sections, title=title))


@pytest.mark.parametrize(
    ("sentence", "name", "value"),
    [
        ("The AUC was 0.93 in training, 0.88 in tuning and 0.81 at Saint Anna.", "AUC", 0.81),
        ("The AUC was 0.90 (95% CI 0.85-0.95) in the training cohort and 0.84 (95% CI 0.77-0.90) in the test cohort.", "AUC", 0.84),
        ("In the external cohort the AUC was 0.77, versus 0.80 for radiologists.", "AUC", 0.77),
        ("The best model reached 91.5% AUC, 80.1% sensitivity and 85.0% specificity.", "AUC", 0.915),
        ("The C-index was 0.71 in the validation set with a hazard ratio of 2.35.", "C-index", 0.71),
        ("Accuracy was 0.82 ± 0.03 in cross-validation and 0.90 in the training folds.", "accuracy", 0.82),
        ("The best parameter was wavelet energy (AUC 0.86, 95% CI 0.75-0.94; sensitivity 81%). The size alone had an AUC of 0.68.", "AUC", 0.86),
        ("In the held-out set, AUCs were 0.77 (95% CI 0.67-0.86) for radiomics, 0.62 (0.50-0.73) for size and 0.83 (0.74-0.91) for radiomics with size.", "AUC", 0.83),
        ("The C index was 0.71 in the training and 0.74 in the validation cohort; the clinical model reached 0.66 and 0.64.", "C-index", 0.74),
    ],
)  # fmt: skip
def test_the_headline_figure_is_that_of_the_data_farthest_from_training(sentence: str, name: str, value: float) -> None:
    metric = study_of(("abstract", sentence)).best_metric
    assert metric is not None
    assert (metric.name, metric.value) == (name, value)


def test_a_paper_without_figures_has_no_headline() -> None:
    assert study_of(("abstract", "Features were compared, and sensitivity was 0.80.")).best_metric is None


@pytest.mark.parametrize(
    ("sentences", "kind", "number"),
    [
        (["Patients came from a single centre, our hospital.", "The hospital is a referral centre."], "single", 1),
        (["Patients of three hospitals were included."], "multi", 3),
        (["The model was built in our centre.", "It was then tested in two other hospitals."], "multi", 3),
        (["A multicentre study was carried out."], "multi", None),
        (["Images were downloaded from The Cancer Imaging Archive.", "This public dataset was used throughout.", "No other publicly available dataset was added."], "public_data", None),
        (["The network has a layer of 64 units and one model per institution."], "unclear", None),
    ],
)  # fmt: skip
def test_centres_are_counted_with_the_others(sentences: list[str], kind: str, number: int | None) -> None:
    study = study_of(("methods", sentences))
    assert (study.centres, study.n_centres) == (kind, number)


@pytest.mark.parametrize(
    ("sentences", "patients"),
    [
        (["We included 240 patients with hepatocellular carcinoma.", "Intervals come from 2000 bootstrap samples of patients."], 240),
        (["The training cohort comprised 100 patients.", "The external test cohort comprised 50 patients."], 150),
        (["Cohorts of this kind have typically under 200 patients.", "A total of 96 patients were analysed."], 96),
        (["All figures refer to the 261-patient cohort."], 261),
    ],
)  # fmt: skip
def test_patients_are_the_whole_and_nothing_else(sentences: list[str], patients: int) -> None:
    assert study_of(("methods", sentences)).n_patients == patients


def test_features_extracted_and_kept() -> None:
    study = study_of(
        ("methods", ["A total of 1,130 radiomic features were extracted from each lesion.", "Backward elimination on the features stopped at six."]),
        ("results", "A six-feature signature was built; the correlation filter had kept 80 features."),
    )  # fmt: skip
    assert (study.n_features_extracted, study.n_features_selected) == (1130, 6)


def test_links_to_tools_are_neither_data_nor_code() -> None:
    study = study_of(
        ("methods", ["Lesions were drawn in 3D Slicer (www.slicer.org), software that is available at https://www.slicer.org."]),
        ("availability", ["The images are available at https://example.org/scans.", "Our code is available at https://github.com/lab/liver."]),
    )  # fmt: skip
    assert (study.data_url, study.code_url) == ("https://example.org/scans", "https://github.com/lab/liver")
