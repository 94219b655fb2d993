"""Numbers of features, steps of selection and programs, in sentences of many kinds of authors."""

import pytest

from qualityaudit.study import describe
from tests.documents import document

TITLE = "Radiomics of something"


@pytest.mark.parametrize(
    ("sentences", "number"),
    [
        (["From every mass 900 handcrafted features and 256 deep features were computed."], 1156),
        (["This makes 14 + 9 x 93 = 851 features."], 851),
        (["For each sequence, 107 features were calculated.", "Both sequences were drawn by hand."], 214),
        (["We calculated 107 features per phase and 321 per patient.", "All three phases were used."], 321),
        (["Texture features (n = 88) were obtained with an own program."], 88),
        (["A region of 64 x 64 is cropped, and features are extracted.", "All 120 features are normalized."], 120),
        (["Texture was described by families (GLCM, 24 features) in the usual way."], None),
        (["The method consists of forty stages, with feature extraction among them."], None),
    ],
)
def test_features_extracted(sentences: list[str], number: int | None) -> None:
    assert describe(document(("methods", sentences), title=TITLE)).n_features_extracted == number


@pytest.mark.parametrize(
    ("sentences", "number"),
    [
        (["Of 851 features 400 were stable, 60 passed the correlation filter, and LASSO kept 7."], 7),
        (["Of 851 features, 400 (47%) were stable and Boruta confirmed 12."], 12),
        (["The best six parameters were determined by elimination."], 6),
        (["LASSO gave nonzero coefficients for 8 of the 107 features."], 8),
        (["mRMR was run with 10-40 features."], None),
        (["Following Riley, twelve candidate parameters need 200 patients for the final radiomic model."], None),
        (["Four feature selection methods and ten classifiers were optimal."], None),
    ],
)
def test_features_selected(sentences: list[str], number: int | None) -> None:
    extracted = "In all, 851 radiomic features were extracted per patient."
    assert describe(document(("results", [extracted, *sentences]), title=TITLE)).n_features_selected == number


def test_a_step_of_selection_may_stand_in_the_next_sentence() -> None:
    steps = [
        "The intraclass correlation of each descriptor between the readers was computed.",
        "Descriptors below 0.75 were given up.",
        "Ages were compared with the t test.",
        "The association of each selected feature with volume was examined by Spearman correlation.",
    ]
    assert describe(document(("methods", steps), title=TITLE)).selection_methods == ("ICC",)


def test_programs_that_share_a_name_with_a_method_need_a_version() -> None:
    bare = ["XGBoost and ranger trees were trained, R = 0.8.", "Training was done in PyTorch."]
    assert describe(document(("methods", bare), title=TITLE)).software == ("PyTorch",)
    named = ["Trees were grown with XGBoost 1.7 and the analysis was run in R (version 4.2) and SAS 9.4."]
    assert describe(document(("methods", named), title=TITLE)).software == ("XGBoost", "R", "SAS")
