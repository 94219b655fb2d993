"""Which sets served for testing alone, read from many invented designs."""

import re

import pytest

from qualityaudit.concepts import detect, load_library
from qualityaudit.study.testsets import outside, size_of
from qualityaudit.study.view import View
from tests.documents import document

SIZES = [
    ("Models were built on LIDC data. LUNGx (n = 73) is never used for fitting.", 73),
    ("Models were built on LIDC data. LUNGx provided 73 patients and is never used for fitting.", 73),
    ("Models were built on LIDC data. LUNGx is never used for fitting. The 73 LUNGx patients were older.", 73),
    ("Models were built on LIDC data. LUNGx is never used for fitting.", None),
]
OUTSIDE = [
    ("We trained on KiTS and tested on the renal collections of TCGA.", 1),
    (
        "KiTS data are evaluated by nested CV. For TCGA the whole procedure is refit once on all of KiTS and applied as is.",
        1,
    ),
    ("Patients of Lund were used for training. Patients of Turku served for testing.", 1),
    ("Lund and Turku provided the development data, Oslo and Bergen the evaluation data.", 2),
    (
        "The models were fitted in the Lund cohort. They were then applied as they stood to Saimaa and Fjordane, with neither refitting nor recalibration.",
        2,
    ),
    ("The network was trained on patients from Hospital A. Hospital B served for testing.", 1),
    ("Models were built on LIDC data. LUNGx is never used for fitting.", 1),
    (
        "BUS comprises 586 images and was split into training and test parts. BUSX comes from Rio; it is reserved for testing what was fitted on BUS.",
        1,
    ),
    (
        "NLST data were divided at random into training (60%) and test (40%). LUNGx and PLCO cases were added; both serve for testing only.",
        2,
    ),
    ("The KORA data hold 900 scans and the SHIP data 400. In the KORA→SHIP direction nothing was refitted.", 1),
    ("Development drew on the SHIP cohort. The score was then evaluated unchanged in the KORA cohort.", 1),
    ("A random forest was trained on SHIP data; transferability was examined by testing it on KORA data.", 1),
    ("In the Lund cohort the signature was derived. The Oslo cohort was used only to validate it.", 1),
    ("The nomogram was constructed with the Jinan patients and verified with the Weifang patients.", 1),
    ("The classifier learns from DDSM data and is evaluated on INbreast and VinDr.", 2),
    ("All weights were learned on the ACDC dataset, and the M2D dataset was unseen until evaluation.", 1),
]
INSIDE = [
    "KiTS and TCGA data were pooled, and both were split at random into training and test sets.",
    "On BUSI, the model surpasses the baseline. On Kvasir, the margin widens. BUSI data were split into 452 training and 97 test images. Kvasir data were split likewise into training and test images.",
    "The encoder was pre-trained on CT-RATE data and tested on our patients.",
    "The segmentation network had been trained on BraTS data and was tested on the Lund data.",
    "Models were trained on T1 images and tested on T2 images.",
    "A random forest was trained on MRI data and evaluated on CT data.",
    "We trained a model on Lund data. In future it should be tested on data from Oslo.",
    "Patients came from Lund and Turku. Five-fold cross-validation was used in both for testing.",
    "Features were compared with the Wilcoxon test in the Lund cohort.",
    "Berg et al. trained on the KORA cohort and tested on the SHIP cohort.",
    "The model was trained on 200 patients from Lund and tested on 80 patients from Lund.",
    "The model was developed and tested in patients from Lund, Turku and Oslo.",
]


def found(text: str) -> dict[str, list[int]]:
    sentences = re.split(r"(?<!al\.) (?<=[.] )", text)
    paper = document(("methods", sentences), ("results", "The AUC was good."))
    return outside(View(paper, detect(paper, load_library(), ("holdout_test",)).doubtful))


@pytest.mark.parametrize(("text", "number"), OUTSIDE)
def test_sets_that_served_for_testing_alone(text: str, number: int) -> None:
    assert len(found(text)) == number, found(text)


@pytest.mark.parametrize("text", INSIDE)
def test_sets_that_served_for_training_too(text: str) -> None:
    assert not found(text), found(text)


@pytest.mark.parametrize(("text", "size"), SIZES)
def test_how_many_cases_a_named_set_holds(text: str, size: int | None) -> None:
    paper = document(("methods", re.split(r"(?<=\.) ", text)))
    view = View(paper, detect(paper, load_library(), ()).doubtful)
    assert size_of(view, outside(view)).value == size
