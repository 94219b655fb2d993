"""Files: safe names, whole or not at all, and JSON that comes back as it was."""

import json
from pathlib import Path

import pytest

from qualityaudit.errors import RenderError, UsageError
from qualityaudit.render import file_names, render_corpus, render_paper, write_reports, write_whole
from qualityaudit.render.files import safe_name
from qualityaudit.report import CorpusReport, PaperReport, corpus_report
from tests.render.conftest import Maker


@pytest.mark.parametrize(
    ("outside", "safe"),
    [
        ("Smith 2021 (final).pdf", "smith-2021-final"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\boot.ini", "boot"),
        ("CON.pdf", "paper-con"),
        (".pdf", "paper"),
        ("Čapek_ö.docx", "capek_o"),
        ("影像组学.pdf", "paper"),
        ("paper.v2.pdf", "paper.v2"),
        ("a\x00b\n.pdf", "a-b"),
        ("x" * 300 + ".pdf", "x" * 80),
    ],
)
def test_a_name_from_outside_becomes_a_safe_one(outside: str, safe: str) -> None:
    assert safe_name(outside) == safe


def test_equal_names_are_told_apart(make_paper: Maker) -> None:
    papers = [make_paper(1, name="a.pdf"), make_paper(2, name="A.docx"), make_paper(2, name="a.pdf"), make_paper(3)]
    names = file_names(papers)
    assert len({name.lower() for name in names}) == 4
    assert names[3] == "paper_03"


def test_a_run_leaves_corpus_and_papers(corpus: CorpusReport, tmp_path: Path) -> None:
    written = write_reports(corpus, tmp_path / "out", ["html", "csv", "json"])
    found = sorted(str(p.relative_to(tmp_path / "out")) for p in (tmp_path / "out").rglob("*") if p.is_file())
    assert found == sorted(str(p.relative_to(tmp_path / "out")) for p in written)
    assert {"index.html", "papers.csv", "items.csv", "corpus.json", "papers/paper_01.html"} <= set(found)
    html = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert 'href="papers/paper_01.html"' in html


def test_a_paper_comes_back_from_json_as_it_was(paper: PaperReport) -> None:
    assert PaperReport.model_validate_json(render_paper(paper, "json")) == paper


def test_corpus_json_names_each_checklist_once(corpus: CorpusReport) -> None:
    data = json.loads(render_corpus(corpus, "json"))
    assert [checklist["id"] for checklist in data["checklists"]] == ["clear", "rqs", "metrics"]
    assert "checklist" not in data["papers"][0]["instruments"][0]
    assert len(data["adherence"]) == 58 + 16 + 30


def test_statistics_are_of_primary_studies_only(corpus: CorpusReport) -> None:
    first = corpus.adherence[0]
    assert first.full + first.part + first.no + first.na + first.open == len(corpus.primary) == 6
    assert corpus.distributions[0].spread is not None
    assert corpus.distributions[0].spread.n == 6
    patients = next(fact for fact in corpus.facts if fact.name == "n_patients")
    assert patients.spread is not None
    assert patients.spread.values[0] == 137


def test_a_file_is_whole_or_not_there(tmp_path: Path) -> None:
    target = write_whole(tmp_path / "a.txt", "old")
    with pytest.raises(TypeError):
        write_whole(target, 5)  # type: ignore[arg-type]
    assert target.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


def test_a_directory_that_is_a_file_is_reported(tmp_path: Path, corpus: CorpusReport) -> None:
    (tmp_path / "out").write_text("x")
    with pytest.raises(RenderError, match="choose another directory"):
        write_reports(corpus_report([], [], corpus.provenance), tmp_path / "out", ["csv"])


def test_an_unknown_format_is_refused_before_anything_is_written(tmp_path: Path, corpus: CorpusReport) -> None:
    with pytest.raises(UsageError, match="html, pdf, csv, json"):
        write_reports(corpus, tmp_path / "out", ["html", "exe"])
    assert not (tmp_path / "out").exists()


def test_several_processes_print_what_one_does(make_paper: Maker, corpus: CorpusReport, tmp_path: Path) -> None:
    two = corpus_report([make_paper(1), make_paper(2)], [], corpus.provenance)
    written = write_reports(two, tmp_path, ["pdf"], workers=2)
    assert [path.name for path in written] == ["corpus.pdf", "paper_01.pdf", "paper_02.pdf"]
    assert all(path.read_bytes().startswith(b"%PDF") for path in written)
