"""Table rows that tell something in words are read as running text; rows of figures are not."""

import pytest

from qualityaudit.concepts import detect
from qualityaudit.concepts.library import load_library
from qualityaudit.document import Document, FrontMatter, Section, Sentence, Source


def _counted(row: str, concept: str) -> bool:
    document = Document(
        source=Source(name="x", format="text", sha256="0"),
        front=FrontMatter(),
        sections=(Section(index=0, title="Methods", kind="methods"),),
        sentences=(Sentence(index=0, text=row, section=0, part="table", page=1),),
    )
    return any(f.standing == "counted" for f in detect(document, load_library(), only=[concept]).of(concept))


@pytest.mark.parametrize(
    ("row", "concept", "told"),
    [
        ("Uncertainty | standard errors of the AUC were obtained by the jackknife", "explanation_method", False),
        ("Explanation | Grad-CAM maps of the last layer for all test cases", "explanation_method", True),
        ("Grad-CAM | 0.71 | 0.82", "explanation_method", False),
        ("Imbalance | minority class oversampled with SMOTE in the training folds", "class_imbalance_handled", True),
    ],
)
def test_a_row_of_words_counts(row: str, concept: str, told: bool) -> None:
    assert _counted(row, concept) is told
