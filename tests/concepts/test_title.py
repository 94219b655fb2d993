"""The title is recognised where the reader took it for running text of page one."""

from qualityaudit.concepts.library import load_library
from qualityaudit.concepts.matching import detect
from tests.documents import document

TITLE = "CT radiomics of thymoma: a study in two hospitals"


def counted(*front: str, title: str) -> int:
    paper = document(("front", list(front)), ("abstract", "We studied thymomas."), title=title)
    return len(detect(paper, load_library(), ["radiomic_title"]).of("radiomic_title"))


def test_a_title_read_as_text_counts_as_title() -> None:
    assert counted(f"Journal of Thoracic Images 2021 ORIGINAL ARTICLE {TITLE}", title=TITLE) == 1


def test_a_title_split_in_two_sentences_counts_as_title() -> None:
    assert (
        counted(
            "Can CT tell?",
            "Radiomics of thymoma in two hospitals",
            title="Can CT tell? " + "Radiomics of thymoma in two hospitals",
        )
        == 1
    )


def test_other_text_of_page_one_is_no_title() -> None:
    assert counted("A. Author, Institute of Radiomics", title="Thymoma on CT") == 0
