"""Every published or computed vector, number by number."""

import csv
import json
from pathlib import Path

import pytest

from qualityaudit.answers import Answer, AnswerSheet
from qualityaudit.checklist import Checklist, load_checklist
from qualityaudit.errors import AnswersError
from qualityaudit.score import category, score


def sheet(checklist: Checklist, chosen: dict[str, tuple[str, ...]]) -> AnswerSheet:
    answers = tuple(Answer(item=item, chosen=options) for item, options in chosen.items())
    return AnswerSheet(checklist=checklist.id, paper="vector", answers=answers)


def by_points(checklist: Checklist, row: list[int]) -> dict[str, tuple[str, ...]]:
    """Options that carry these points, item by item; an impossible value becomes an option of that name."""
    chosen: dict[str, tuple[str, ...]] = {}
    for item, value in zip(checklist.items, row, strict=True):
        if item.select == "many":
            chosen[item.id] = tuple(option.id for option in item.options[:value])
        else:
            chosen[item.id] = next(((o.id,) for o in item.options if o.points == value), (str(value),))
    return chosen


def test_metrics_vectors(shared: Path) -> None:
    data = json.loads((shared / "reference" / "metrics_vectors.json").read_text())
    metrics = load_checklist("metrics")
    assert [item.range[1] for item in metrics.scored_items] == data["weights_x10000"]
    states = [(vector["label"], vector) for vector in data["vectors"] if "score" in vector]
    assert len(states) == 17
    for label, state in states:
        chosen: dict[str, tuple[str, ...]] = {f"condition{n}": (answer,) for n, answer in state["conditions"].items()}
        for number, answer in state["effective_answers"].items():
            chosen[f"METRICS-{int(number):02}"] = ("na",) if answer == "n/a" else (answer,)
        result = score(metrics, sheet(metrics, chosen))
        assert result.points == state["numerator_x10000"], label
        assert result.reachable == state["denominator_x10000"], label
        assert f"{result.percent:.1f}%" == state["score"], label
        assert result.category == state["category"], label


def test_conditions_switch_items_off_and_on_again(shared: Path) -> None:
    data = json.loads((shared / "reference" / "metrics_vectors.json").read_text())
    toggled = next(vector for vector in data["vectors"] if vector["label"] == "toggle_sequence")
    metrics = load_checklist("metrics")
    for step, first, second in (
        ("after_c1_c2_yes", "yes", "yes"),
        ("after_c2_no", "yes", "no"),
        ("after_c1_no", "no", "no"),
    ):
        chosen: dict[str, tuple[str, ...]] = {"condition1": (first,), "condition2": (second,)}
        result = score(metrics, sheet(metrics, chosen | {f"condition{n}": ("no",) for n in (3, 4, 5)}))
        active = {"8": 337, "9": 225, "10": 112}
        expected = sum(weight for item, weight in active.items() if toggled[step][item] != "n/a")
        segmentation = next(part for part in result.sections if part.section == "segmentation")
        assert segmentation.reachable == expected, step


def test_rqs_tables(shared: Path) -> None:
    rqs = load_checklist("rqs")
    flagged = 0
    with (shared / "reference" / "rqs_vectors.csv").open(newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["row_type"] == "study"]
    assert len(rows) == 28
    for row in rows:
        points = [int(row[f"item{n}"]) for n in range(1, 17)]
        chosen = by_points(rqs, points)
        if points[4] == 0:
            flagged += 1
            with pytest.raises(
                AnswersError, match=r"RQS-05: '0' is no answer to this item \(allowed: neither, either\)"
            ):
                score(rqs, sheet(rqs, chosen))
            chosen["RQS-05"] = ("either",)
            shift = 3
        else:
            shift = 0
        result = score(rqs, sheet(rqs, chosen))
        assert result.points - shift == int(row["total"]), row["study"]
        percent = max(0, result.points - shift) / 36 * 100
        assert percent == pytest.approx(float(row["percent"]), abs=0.051)
    assert flagged == 24


def test_rqs_percent_pairs(shared: Path) -> None:
    with (shared / "reference" / "rqs_percent_pairs.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    for row in rows:
        assert 100 * max(0.0, float(row["raw"])) / 36 == pytest.approx(float(row["percent_recomputed"]), abs=0.006)


def test_rqs_calculator_vectors(shared: Path) -> None:
    rqs = load_checklist("rqs")
    data = json.loads((shared / "reference" / "rqs_calculator_vectors.json").read_text())
    for vector in data["vectors"]:
        result = score(rqs, sheet(rqs, by_points(rqs, vector["items"])))
        assert result.points == vector["total"], vector["label"]
        printed = "0" if vector["total"] < 0 else f"{result.percent:.2f}"
        assert printed == vector["percent"], vector["label"]


@pytest.mark.parametrize(
    ("percent", "name"),
    [(0.0, "Very low"), (19.9, "Very low"), (20.0, "Low"), (40.0, "Moderate"), (60.0, "Good"), (80.0, "Excellent")],
)
def test_metrics_categories(percent: float, name: str) -> None:
    assert category(load_checklist("metrics"), percent) == name
