"""An article that lost its headings, as web pages and text dumps do, is read in its usual parts all the same."""

from qualityaudit.document import Document
from tests.documents import from_markdown

ABSTRACT = (
    "Cysts of the spleen are hard to tell apart on ultrasound. We studied 80 patients in two hospitals with texture. "
    "The AUC was 0.81 in the test set. Texture may help to tell them apart, and a larger series is needed to prove it. "
    "Nothing else was looked at, and no harm was done to anyone by the second examination that we asked for in all of them in that year."
)
INTRODUCTION = [
    "Splenic cysts are a rare disease worldwide [1]. However, their incidence has been rising in recent years [2,3].",
    "The diagnosis remains a challenge. Recently, texture has been shown to help in other organs [4]. We aimed to test it.",
]
METHODS = [
    "The study was approved by the ethics committee, and consent was waived. Patients were included by these criteria.",
    "All images were acquired with the same scanner and were resized to 256 pixels with software of version 2.1.",
    "Features were extracted, and a model was trained with a learning rate of 0.01; patients were divided at random.",
    "Groups were compared by a test of ranks, and p values below 0.05 were considered significant in all analyses.",
]
RESULTS = [
    "The mean age of the 80 patients was 51 ± 9 years, and 45% were women. Table 1 shows the groups (P = 0.40).",
    "The model achieved an AUC of 0.81 (95% CI 0.70–0.92), a sensitivity of 0.77 and a specificity of 0.74.",
    "It outperformed size alone, which reached an accuracy of 0.61 (P = 0.02), as Figure 2 shows.",
]
DISCUSSION = [
    "In this study, texture told cysts apart. Our findings are consistent with previous studies of the liver by Bee et al.",
    "Limitations of this work may not be overlooked; further validation could change our results in the future.",
]
ENTRIES = [f"Bee AB, Cee D. Cysts of the spleen, part {i}. J Imag. 20{10 + i};4:{i}." for i in range(8)]


def paper(*parts: list[str]) -> Document:
    """A title, authors and paragraphs."""
    return from_markdown(
        "\n\n".join(["# Texture of splenic cysts", "A. Bee, D. Cee", *(p for part in parts for p in part)])
    )


def test_paragraphs_are_dealt_out_in_the_usual_order() -> None:
    document = paper([ABSTRACT], INTRODUCTION, METHODS, RESULTS, DISCUSSION, ENTRIES)
    found: dict[str, str] = {}
    for sentence in document.sentences:
        found.setdefault(document.sections[sentence.section].kind, sentence.text)
    assert list(found) == ["front", "abstract", "introduction", "methods", "results", "discussion"]
    for kind, paragraphs in {"introduction": INTRODUCTION, "methods": METHODS, "results": RESULTS}.items():
        assert paragraphs[0].startswith(found[kind])
    assert DISCUSSION[0].startswith(found["discussion"])
    assert len(document.references) == len(ENTRIES)
    assert any("no headings" in note for note in document.notes)


def test_labels_within_the_text_keep_only_their_own_paragraph() -> None:
    document = paper(
        [ABSTRACT, "Keywords: spleen; texture"], INTRODUCTION, METHODS, RESULTS, DISCUSSION, ["Funding: none."], ENTRIES
    )
    kinds = [s.kind for s in document.sections]
    assert kinds.index("keywords") < kinds.index("introduction") < kinds.index("methods") < kinds.index("results")
    assert document.front.keywords == ("spleen", "texture")
    assert len(document.references) == len(ENTRIES)


def test_one_heading_of_the_body_is_trusted() -> None:
    document = paper([ABSTRACT], INTRODUCTION, ["## Methods"], METHODS, RESULTS, DISCUSSION)
    assert {s.kind for s in document.sections} >= {"methods"}
    assert not any("no headings" in note for note in document.notes)


def test_a_letter_of_a_few_paragraphs_is_left_as_it_is() -> None:
    document = paper([ABSTRACT], INTRODUCTION, DISCUSSION)
    assert not {"methods", "results"} & {s.kind for s in document.sections}


def test_how_to_cite_the_article_ends_no_list_of_references() -> None:
    back = [
        "This work was funded by the pond fund.",
        "All patients gave informed consent.",
        "The authors declare no interests.",
    ]
    dates = [f"Received in spring, day {i}" for i in range(4)]
    cite = ["Bee AB, Cee D. Texture of splenic cysts. J Imag. 2021;4:1."]
    document = paper([ABSTRACT], INTRODUCTION, METHODS, RESULTS, DISCUSSION, ENTRIES, back, dates, cite)
    assert any("informed consent" in s.text for s in document.sentences)
    assert len(document.references) == len(ENTRIES)
