"""What a study is after, read off its title and its sentence of purpose."""

import pytest

from qualityaudit.study import describe
from tests.documents import document

AIMS = [
    ("Ultrasound texture for telling benign from malignant thyroid nodules", {"diagnosis"}),
    ("Recognition of cardiac amyloidosis on cine MRI by a network", {"diagnosis"}),
    ("CT radiomics of local failure after stereotactic radiotherapy", {"prognosis"}),
    ("Texture of the hippocampus and conversion to dementia", {"prognosis"}),
    ("Radiomics of the parotid gland in models of late xerostomia", {"prognosis"}),
    ("CT texture and stone-free status after shock wave lithotripsy", {"treatment_response"}),
    ("Radiomics of the first MRI and non-response to infliximab", {"treatment_response"}),
    ("A radiomic signature of overall survival in mesothelioma", {"prognosis"}),
    ("Test-retest repeatability of radiomic features of the liver", {"reproducibility"}),
    ("Prediction of IDH mutation in glioma by MRI radiomics", {"molecular_typing"}),
]


@pytest.mark.parametrize(("title", "aims"), AIMS)
def test_aims(title: str, aims: set[str]) -> None:
    text = ["A logistic regression model was trained.", "The mutation was determined by sequencing."]
    paper = document(("abstract", "We studied radiomics."), ("methods", text), title=title)
    assert set(describe(paper).objective) == aims
