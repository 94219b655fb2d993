"""Primary radiomics studies and everything else: small invented papers, and the papers of ../shared."""

import json
from pathlib import Path

import pytest

from qualityaudit.document import Document
from qualityaudit.structure import read_document
from qualityaudit.study import StudyMetadata, describe
from tests.documents import document

RADIOMIC = [
    "Radiomic features were extracted from the CT scans of 120 patients with PyRadiomics.",
    "Two radiologists outlined each tumour; texture features and first-order features were computed.",
    "A radiomics signature was built with LASSO and logistic regression.",
]
NETWORK = [
    "A convolutional neural network was trained on MRI of 300 patients for 100 epochs with Adam.",
    "The network is a 3D ResNet; batch size was 8 and the learning rate 0.001.",
    "Sensitivity and specificity of the deep learning model were computed.",
]


def paper(title: str, methods: list[str], results: str = "The AUC was 0.80 in 40 patients.") -> Document:
    return document(("abstract", methods[:2]), ("methods", methods), ("results", results), title=title)


@pytest.mark.parametrize(
    ("title", "methods"),
    [
        ("CT radiomics predicts response of rectal cancer", RADIOMIC),
        ("Texture analysis of renal masses on CT with consensus clustering", RADIOMIC),
        ("A deep radiomics network for liver lesions on MRI", NETWORK),
        (
            "Curvelet description of the cortex on MRI in epilepsy",
            [
                "Curvelet coefficients of every region were fitted by a generalised Gaussian on MRI of 120 patients.",
                "The Zernike moments of each region gave shape descriptors, and Gabor features its texture.",
                "A support vector machine was trained on the statistical features.",
            ],
        ),
        (
            "Radiomics of lung nodules on a 3T Prisma and on CT",
            [*RADIOMIC, "MRI was done on a MAGNETOM Prisma scanner."],
        ),
    ],
)
def test_a_study_of_image_features_is_primary(title: str, methods: list[str]) -> None:
    study = describe(paper(title, methods))
    assert study.primary_radiomics
    assert study.article_type == "primary"


@pytest.mark.parametrize(
    ("title", "methods", "type_"),
    [
        ("Radiomics in prostate MRI: a systematic review and meta-analysis", RADIOMIC, "review"),
        ("Radiomics for beginners: a how-to guide", RADIOMIC, "review"),
        ("Methodological quality of radiomics studies in CT of the lung", RADIOMIC, "review"),
        ("Why do radiomics papers fail? Commentary", RADIOMIC, "editorial"),
        ("CT radiomics in sarcoma: study protocol of a prospective trial", RADIOMIC, "protocol"),
        ("Radiomics of the liver on CT", [*RADIOMIC, "PubMed was searched for articles.", "Embase and Scopus were screened for studies."], "review"),
        ("Stability of CT radiomic features in a phantom", ["Texture of cork was measured on CT."], "other"),
    ],
)  # fmt: skip
def test_a_paper_about_other_papers_is_none(title: str, methods: list[str], type_: str) -> None:
    study = describe(paper(title, methods, "Nothing more is said."))
    assert study.article_type == type_
    assert not study.primary_radiomics
    assert study.primary_reason


def test_a_network_without_radiomic_features_is_none_and_says_so() -> None:
    study = describe(paper("Automatic grading of knees on MRI with a transformer", NETWORK))
    assert not study.primary_radiomics
    assert "network" in study.primary_reason


def test_a_network_that_reads_the_literature_is_no_review() -> None:
    methods = [
        *NETWORK,
        "Training (n = 300) and test (n = 60) patients were divided at random.",
        "An agent retrieves eligible studies from PubMed for every patient.",
        "Articles identified in PubMed are ranked by a language model.",
    ]
    assert describe(paper("A network with literature for knee pain on MRI", methods)).article_type == "primary"


def test_no_imaging_is_said_so() -> None:
    study = describe(paper("Effect of sleep on blood pressure", ["Blood pressure of 80 adults was measured at night."]))
    assert not study.primary_radiomics
    assert "imaging" in study.primary_reason


def test_the_label_on_the_first_page_counts() -> None:
    text = document(("front", ["Review Article"]), ("methods", RADIOMIC), title="Radiomics of the kidney on CT")
    assert describe(text).article_type == "review"


def _described(path: Path) -> StudyMetadata:
    return describe(read_document(path))


def _gold() -> list[Path]:
    folder = Path(__file__).parents[3] / "shared" / "gold"
    return sorted(p for p in folder.rglob("*.json") if p.parent.name in ("real", "invented"))


def _others() -> list[Path]:
    return sorted((Path(__file__).parents[3] / "shared" / "corpus" / "other").glob("*.pdf"))


@pytest.mark.parametrize("path", _gold(), ids=lambda p: p.stem)
def test_gold_papers_are_told_apart(path: Path, shared: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    assert _described(shared / "corpus" / gold["file"]).primary_radiomics is gold["primary_radiomics"]


@pytest.mark.parametrize("path", _others(), ids=lambda p: p.stem)
def test_reviews_editorials_software_and_unrelated_papers_are_none(path: Path) -> None:
    study = _described(path)
    assert not study.primary_radiomics
    assert study.primary_reason
