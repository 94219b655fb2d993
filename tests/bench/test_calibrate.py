"""What the confidences are made of: observations, counts, reliability."""

import json
from pathlib import Path

import pytest

from qualityaudit.bench.calibrate import (
    Observation,
    as_json,
    calibration_from,
    confidences,
    read_observations,
    reliability,
    write_observations,
)
from qualityaudit.resources import CHECKLISTS

FRESH = Path(__file__).parents[1] / "accuracy" / "fresh" / "observations"


def test_observations_are_kept_as_they_are(tmp_path: Path) -> None:
    some = [Observation("a", "clear", "CLEAR-01", "found_2", True), Observation("b", "rqs", "RQS-01", "silent", False)]
    write_observations(some, tmp_path / "o.csv")
    assert read_observations(tmp_path) == some


@pytest.mark.parametrize("name", ["clear", "rqs", "metrics"])
def test_the_shipped_tables_are_the_counts_of_the_observations(name: str) -> None:
    shipped = (CHECKLISTS / name / "calibration.json").read_text(encoding="utf-8")
    assert as_json(calibration_from(read_observations(FRESH), name), json.loads(shipped)["recipe"]) == shipped


def test_confidences_of_papers_left_out_say_how_often_answers_are_right() -> None:
    rows = [row for row in reliability(confidences(read_observations(FRESH))) if row[2] >= 200]
    assert len(rows) >= 3
    for low, high, _, right in rows:
        assert low - 0.08 <= right <= high + 0.08


def test_a_paper_does_not_vouch_for_itself() -> None:
    alone = [Observation("a", "clear", "X", "silent", True)] * 50 + [
        Observation("b", "clear", "X", "silent", False)
    ] * 50
    assert {confidence > 0.5 for confidence, right in confidences(alone) if right} == {False}
