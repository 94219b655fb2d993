"""From findings to answers: found, denied, seen but not counted, silent, unread, not applicable, undecided."""

from functools import lru_cache

from qualityaudit.answers import Answer
from qualityaudit.audit import Kit, load_kit, read_answers
from qualityaudit.document import Document
from qualityaudit.evidence import decided
from qualityaudit.evidence.calibration import Calibration
from tests.documents import from_markdown

ARTICLE = """# Radiomics of the adrenal gland

## Abstract

We studied 120 patients with adrenal nodules by CT radiomics.

## Introduction

Adrenal nodules are common [1].

## Methods

Adrenal nodules were segmented by one radiologist with ITK-SNAP. Radiomic features were extracted with PyRadiomics
3.0. A logistic regression model was trained in 80 patients and tested in 40 patients. {methods}

## Results

The model reached an AUC of 0.80 in the test set. {results}

## Discussion

{discussion}
"""


@lru_cache(maxsize=1)
def kit() -> Kit:
    return load_kit()


def document(methods: str = "", results: str = "", discussion: str = "Our study is small.") -> Document:
    return from_markdown(ARTICLE.format(methods=methods, results=results, discussion=discussion))


def answer_to(item: str, paper: Document) -> Answer:
    reading = read_answers(paper, kit())
    return next(sheet.by_item[item] for sheet in reading.sheets.values() if item in sheet.by_item)


def test_a_statement_about_this_study_is_found_with_its_quote() -> None:
    said = "A phantom was scanned on every scanner, and features that varied between the scanners were removed."
    answer = answer_to("RQS-03", document(methods=said))
    assert answer.settled == ("yes",)
    assert answer.why == "found"
    assert said in {quote.text for quote in answer.quotes}
    assert {quote.section for quote in answer.quotes} == {"Methods"}


def test_quotes_come_from_several_places() -> None:
    scanned = "A phantom was scanned on scanner {}, and features that varied in the phantom were removed."
    methods = " ".join(scanned.format(name) for name in ("A", "B", "C", "D"))
    answer = answer_to("RQS-03", document(methods=methods, results=scanned.format("E")))
    assert answer.quotes[0].section == "Methods"
    assert "Results" in {quote.section for quote in answer.quotes}


def test_every_chosen_option_is_quoted() -> None:
    data = " ".join(f"CT scans of cohort {n} are from The Cancer Imaging Archive, a public archive." for n in "ABCD")
    paper = document(methods=data, results="Our source code is available at https://github.com/example/adrenal.")
    answer = answer_to("RQS-16", paper)
    assert {"scans", "code"} <= set(answer.settled)
    assert any("github" in quote.text for quote in answer.quotes)
    assert any("Archive" in quote.text for quote in answer.quotes)


def test_silence_where_it_would_stand_means_no() -> None:
    answer = answer_to("RQS-03", document())
    assert (answer.settled, answer.why, answer.quotes) == (("no",), "silent", ())


def test_a_denial_means_no_and_is_shown() -> None:
    said = "No phantom was scanned on the scanners to study feature variation."
    answer = answer_to("RQS-03", document(methods=said))
    assert (answer.settled, answer.why) == (("no",), "denied")
    assert [(quote.text, quote.standing) for quote in answer.seen] == [(said, "negated")]


def test_what_others_did_does_not_count() -> None:
    said = "Meyer et al. scanned a phantom on every scanner and removed features that varied."
    assert answer_to("RQS-03", document(discussion=said)).settled == ("no",)


def test_what_is_planned_does_not_count() -> None:
    said = "In future work, a phantom will be scanned on every scanner to remove unstable features."
    assert answer_to("RQS-03", document(discussion=said)).settled == ("no",)


def test_without_the_sections_where_it_would_stand_nothing_is_decided() -> None:
    paper = from_markdown("# A title\n\n## Introduction\n\nAdrenal nodules are common. CT is used.\n")
    answer = answer_to("RQS-03", paper)
    assert (answer.chosen, answer.why) == (None, "unread")


def test_a_condition_switches_items_off_and_says_so() -> None:
    answer = answer_to("METRICS-17", document())
    assert (answer.settled, answer.why) == (("na",), "not_applicable")
    assert answer.reason == "switched off: condition5 is no"


def certain(confidence: float) -> Calibration:
    return Calibration({"X": {"found_1": (1000 * confidence, 1000)}}, {})


def test_an_uncertain_answer_is_left_open_with_its_guess() -> None:
    from qualityaudit.answers import Quote

    answer = Answer(item="X", chosen=("yes",), guess=("yes",), quotes=(Quote(text="said"),))
    assert decided(answer, certain(0.95), 0.7).chosen == ("yes",)
    open_ = decided(answer, certain(0.55), 0.7)
    assert (open_.chosen, open_.guess) == (None, ("yes",))


def test_more_sentences_that_say_so_are_worth_more() -> None:
    from qualityaudit.answers import Quote

    table = Calibration({}, {"found_1": (800, 1000), "found_2": (880, 1000), "found_3": (920, 1000)})
    answers = [Answer(item="X", chosen=("yes",), guess=("yes",), quotes=(Quote(text="said"),) * n) for n in (1, 2, 3)]
    one, two, three = (decided(answer, table, 0.5).confidence or 0.0 for answer in answers)
    assert one < two < three


def test_there_is_no_yes_without_a_quote() -> None:
    answer = Answer(item="X", chosen=("yes",), guess=("yes",))
    assert decided(answer, certain(0.99), 0.7).chosen is None
