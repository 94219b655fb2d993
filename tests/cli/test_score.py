"""``qaudit score`` on papers: what is left on disk, what is said, and which exit code."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Qaudit

FAST = ("--format", "html,csv,json", "--workers", "2", "--date", "2026-01-31")


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Path:
    folder = tmp_path_factory.mktemp("papers")
    for name in ("glioma_idh.pdf", "mammography_network.pdf"):
        shutil.copy(examples / "papers" / name, folder / name)
    return folder


def test_a_folder_leaves_reports_of_the_corpus_and_of_each_paper(papers: Path, tmp_path: Path, qaudit: Qaudit) -> None:
    result = qaudit("score", papers, "-o", tmp_path, *FAST)
    assert result.code == 0
    made = sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.*"))
    assert made == [
        "corpus.json", "index.html", "items.csv", "papers.csv",
        "papers/glioma_idh.html", "papers/glioma_idh.json",
        "papers/mammography_network.html", "papers/mammography_network.json",
    ]  # fmt: skip
    assert "glioma_idh.pdf" in result.out
    assert "[2/2]" in result.err
    rows = list(csv.DictReader(io.StringIO((tmp_path / "items.csv").read_text(encoding="utf-8"))))
    assert len(rows) == 2 * (58 + 16 + 35)
    assert all(row["quote"] for row in rows if row["answer"] == "yes" and row["why"] == "found")


def test_the_same_papers_give_the_same_report(papers: Path, tmp_path: Path, qaudit: Qaudit) -> None:
    for name in ("a", "b"):
        qaudit("score", papers, "-o", tmp_path / name, *FAST)
    for path in (tmp_path / "a").rglob("*.*"):
        assert path.read_bytes() == (tmp_path / "b" / path.relative_to(tmp_path / "a")).read_bytes()


def test_one_bad_paper_is_listed_and_the_others_are_done(papers: Path, tmp_path: Path, qaudit: Qaudit) -> None:
    folder = tmp_path / "in"
    shutil.copytree(papers, folder)
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing more")
    result = qaudit("score", folder, "-o", tmp_path / "out", *FAST)
    assert result.code == 3
    assert "1 of 3 papers could not be read" in result.err
    assert "broken.pdf" in result.out
    corpus = json.loads((tmp_path / "out" / "corpus.json").read_text(encoding="utf-8"))
    assert len(corpus["papers"]) == 2
    assert [failure["name"] for failure in corpus["failures"]] == ["broken.pdf"]
    assert "broken.pdf" in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")


def test_a_person_overrules_answers_and_facts(papers: Path, tmp_path: Path, qaudit: Qaudit) -> None:
    sheets = tmp_path / "answers"
    sheets.mkdir()
    (sheets / "glioma.yaml").write_text(
        "paper: glioma_idh\nchecklist: rqs\nby: Ada\nstudy: {n_patients: 12}\n"
        "answers:\n  RQS-15: {answer: 'yes', quote: we counted the cost, page: 4}\n",
        encoding="utf-8",
    )
    assert qaudit("score", papers, "-o", tmp_path / "out", "--answers", sheets, *FAST).code == 0
    report = json.loads((tmp_path / "out" / "papers" / "glioma_idh.json").read_text(encoding="utf-8"))
    rqs = next(i for i in report["instruments"] if i["checklist"]["id"] == "rqs")
    answer = next(a for a in rqs["sheet"]["answers"] if a["item"] == "RQS-15")
    assert (answer["chosen"], answer["by"], answer["quotes"][0]["page"]) == (["yes"], "Ada", 4)
    assert report["study"]["n_patients"] == 12


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("nowhere/",), 3, "nowhere: no such file or folder"),
        (("{papers}", "-c", "claer"), 4, "claer"),
        (("{papers}", "--format", "docs"), 2, "choose from html, pdf, csv, json"),
        (("{papers}", "--fail-under", "clear=lots"), 2, "give a percentage"),
        (("{papers}", "--answers", "nowhere"), 5, "nowhere: no such folder of answer sheets"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_a_code(
    arguments: tuple[str, ...], code: int, message: str, papers: Path, tmp_path: Path, qaudit: Qaudit
) -> None:
    result = qaudit("score", *(a.format(papers=papers) for a in arguments), "-o", tmp_path, "--workers", "1")
    assert result.code == code
    last = [line for line in result.err.splitlines() if line.startswith("qaudit: ")][-1]
    assert message in last


def test_an_unknown_fact_in_a_sheet_is_named(papers: Path, tmp_path: Path, qaudit: Qaudit) -> None:
    (tmp_path / "a.yaml").write_text(
        "paper: glioma_idh\nchecklist: rqs\nby: Ada\nstudy: {n_patient: 12}\nanswers: {}\n", encoding="utf-8"
    )
    result = qaudit("score", papers, "-o", tmp_path / "out", "--answers", tmp_path, *FAST)
    assert result.code == 5
    assert "study.n_patient: no such fact (did you mean n_patients?)" in result.err


def test_a_low_score_has_its_own_exit_code(papers: Path, tmp_path: Path, qaudit: Qaudit) -> None:
    result = qaudit("score", papers, "-o", tmp_path, "-c", "clear", "--fail-under", "clear=100", *FAST)
    assert result.code == 10
    assert "below --fail-under" in result.err


def test_a_checklist_of_ones_own_works_like_a_name(papers: Path, tmp_path: Path, qaudit: Qaudit) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "checklist.yaml").write_text(OWN, encoding="utf-8")
    (own / "evidence.yaml").write_text(
        "OWN-1:\n  options:\n    'yes': scanner_named\n  otherwise: 'no'\n", encoding="utf-8"
    )
    assert qaudit("checklists", "check", own).code == 0
    result = qaudit("score", papers, "-o", tmp_path / "out", "-c", own, *FAST)
    assert result.code == 0
    assert "OWN" in result.out


OWN = """
id: own
name: A checklist of one's own
short: OWN
version: '1'
kind: quality
citation: Nobody. Nowhere 2026.
doi: 10.5555/own
licence: MIT
sections:
  - {id: all, title: Everything}
items:
  - id: OWN-1
    number: 1
    section: all
    title: Scanner named
    options:
      - {id: 'no', label: 'no', points: 0}
      - {id: 'yes', label: 'yes', points: 1}
"""
