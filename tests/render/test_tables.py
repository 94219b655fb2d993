"""CSV: complete, long and wide, and harmless in a spreadsheet."""

import csv
import io

import pytest

from qualityaudit.render import render_corpus
from qualityaudit.render.tables import harmless, to_csv
from qualityaudit.report import CorpusReport, corpus_report
from tests.render.conftest import Maker


def rows(corpus: CorpusReport, format: str) -> list[dict[str, str]]:
    text = render_corpus(corpus, format)
    assert isinstance(text, str)
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", " =", "＝"])
def test_a_formula_is_made_harmless(start: str) -> None:
    assert harmless(f"{start}HYPERLINK(1)").startswith("'")


def test_numbers_stay_numbers() -> None:
    assert harmless(-3) == "-3"
    assert harmless(0.5) == "0.5"
    assert harmless(None) == ""


def test_a_header_from_outside_is_made_harmless_too() -> None:
    assert to_csv([{"=1+1": "x"}]).splitlines()[0] == "'=1+1"


def test_a_title_that_is_a_formula_arrives_as_text(make_paper: Maker, corpus: CorpusReport) -> None:
    evil = corpus_report([make_paper(title='=cmd|"/C calc"!A1')], [], corpus.provenance)
    assert rows(evil, "csv")[0]["title"] == '\'=cmd|"/C calc"!A1'


def test_wide_has_one_row_a_paper_with_scores_facts_and_answers(corpus: CorpusReport) -> None:
    table = rows(corpus, "csv")
    assert len(table) == len(corpus.papers)
    first, report = table[0], corpus.papers[0].instruments[0]
    assert float(first["clear_percent"]) == pytest.approx(report.score.percent, abs=0.01)
    assert first["n_patients"] == "137"
    assert first["design"] == "retrospective"
    assert {item.id for c in corpus.checklists for item in c.items} <= set(first)


def test_long_has_one_row_a_paper_and_item(corpus: CorpusReport) -> None:
    table = rows(corpus, "csv-long")
    assert len(table) == sum(len(i.checklist.items) for p in corpus.papers for i in p.instruments)
    assert list(table[0]) == [
        "paper", "primary", "checklist", "item", "title", "answer", "guess", "points", "confidence", "why", "reason",
        "quote", "page", "section", "more_quotes", "seen_not_counted", "by", "note",
    ]  # fmt: skip
    found = next(row for row in table if row["why"] == "found" and row["answer"])
    assert found["quote"]
    assert found["page"]
    assert {row["by"] for row in table} == {"qualityaudit", "A. Reader"}


def test_an_undecided_answer_is_empty_and_keeps_its_guess(corpus: CorpusReport) -> None:
    unsure = [row for row in rows(corpus, "csv-long") if not row["answer"]]
    assert unsure
    assert any(row["guess"] == "yes" for row in unsure)
    assert all(row["points"] == "" for row in unsure)
