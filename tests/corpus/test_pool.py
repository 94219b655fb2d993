"""A run survives papers that crash or hang their reader; only those are lost, and they are named."""

import os
import time
from pathlib import Path

import pytest

from qualityaudit.corpus import Settings, find_papers, pool, run
from qualityaudit.corpus.job import Outcome
from qualityaudit.errors import ChecklistError, MissingPaper
from qualityaudit.report import Failure


def hostile(path: Path, settings: Settings) -> Outcome:
    """Stands for a reader: papers do to it what their names say."""
    if path.stem == "crash":
        os._exit(11)
    if path.stem == "hang":
        time.sleep(60)
    return Failure(name=path.name, reason="read")


@pytest.fixture
def outcomes(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    monkeypatch.setattr(pool, "audit_one", hostile)
    monkeypatch.setattr(pool, "GRACE", 0.0)
    papers = [Path(f"{name}.pdf") for name in ("a", "crash", "b", "hang", "c", "d")]
    made = run(papers, Settings(checklists=("rqs",), limit=2.0), workers=2)
    return {path.stem: outcome.reason for path, outcome in made if isinstance(outcome, Failure)}


def test_a_crash_and_a_hang_cost_only_their_own_papers(outcomes: dict[str, str]) -> None:
    assert {name for name, reason in outcomes.items() if reason == "read"} == {"a", "b", "c", "d"}
    assert outcomes["crash"] == "crash.pdf: the reader crashed on this file"
    assert outcomes["hang"] == "hang.pdf: took longer than 2 s; raise --limit"


def test_a_wrong_checklist_is_named_before_any_paper_is_read() -> None:
    with pytest.raises(ChecklistError, match="no checklist is called 'nothing'"):
        next(run([Path("never-opened.pdf")], Settings(checklists=("nothing",))))


def test_papers_are_found_once_in_order_and_without_supplements(tmp_path: Path) -> None:
    for name in ("b.pdf", "a.md", "sub/c.pdf", "a_supp1.pdf", ".hidden.pdf", "notes.xyz", "~$open.docx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = find_papers([tmp_path, tmp_path / "b.pdf"])
    assert [path.name for path in found] == ["a.md", "b.pdf", "c.pdf"]


def test_a_named_file_is_kept_whatever_its_suffix(tmp_path: Path) -> None:
    (tmp_path / "notes.xyz").write_text("x")
    assert [path.name for path in find_papers([tmp_path / "notes.xyz"])] == ["notes.xyz"]


def test_an_empty_folder_is_an_error_that_says_what_was_looked_for(tmp_path: Path) -> None:
    with pytest.raises(MissingPaper, match=r"nothing to read \(looked for .*\.pdf"):
        find_papers([tmp_path])
