"""``qaudit bench`` on two invented papers: the keys it promises, and figures that are worked out, not assumed."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Qaudit, qaudit  # noqa: F401  the fixture

KEYS = {
    "n", "accuracy", "kappa", "kappa_items", "baseline_accuracy", "skill", "coverage", "accuracy_decided", "recall",
    "evidence_page", "total_mae", "items",
}  # fmt: skip


@pytest.fixture
def gold(shared: Path, tmp_path: Path) -> Path:
    for name in ("s01", "s10"):
        shutil.copy(shared / "gold" / "invented" / f"{name}.json", tmp_path)
    return tmp_path


def test_the_json_has_every_promised_figure(gold: Path, shared: Path, qaudit: Qaudit) -> None:  # noqa: F811
    result = qaudit("bench", gold, "--papers", shared / "corpus", "--format", "json")
    assert result.code == 0
    figures = json.loads(result.out)
    assert figures["papers"] == 2
    assert set(figures["instruments"]) == {"clear", "rqs", "metrics"}
    for name, items in (("clear", 58), ("rqs", 16), ("metrics", 35)):
        row = figures["instruments"][name]
        assert set(row) >= KEYS
        assert row["n"] == 2 * items
        assert len(row["items"]) == items
        assert 0.5 < row["accuracy"] <= 1
        assert 0 < row["baseline_accuracy"] < 1
    assert figures["study"]


def test_a_wrong_answer_key_lowers_the_figures(gold: Path, shared: Path, qaudit: Qaudit) -> None:  # noqa: F811
    before = json.loads(qaudit("bench", gold, "--papers", shared / "corpus", "--format", "json").out)
    for path in gold.glob("*.json"):
        data = json.loads(path.read_text(encoding="utf-8"))
        for answer in data["clear"].values():
            answer["answer"] = {"yes": "no", "no": "yes"}.get(answer["answer"], "na")
        path.write_text(json.dumps(data), encoding="utf-8")
    after = json.loads(qaudit("bench", gold, "--papers", shared / "corpus", "--format", "json").out)
    assert after["instruments"]["clear"]["accuracy"] < 0.5 < before["instruments"]["clear"]["accuracy"]
    assert after["instruments"]["rqs"] == before["instruments"]["rqs"]


def test_disagreements_are_a_page_to_read(gold: Path, shared: Path, tmp_path: Path, qaudit: Qaudit) -> None:  # noqa: F811
    page = tmp_path / "page.html"
    assert qaudit("bench", gold, "--papers", shared / "corpus", "--disagreements", page).code == 0
    assert "Disagreements" in page.read_text(encoding="utf-8")


def test_no_gold_is_one_line(tmp_path: Path, qaudit: Qaudit) -> None:  # noqa: F811
    result = qaudit("bench", tmp_path)
    assert result.code == 2
    assert "no gold papers here" in result.err
