"""Papers invented to judge the rules (fresh/README.md says which were read): floors."""

from pathlib import Path

import pytest

from qualityaudit.audit import load_kit
from qualityaudit.bench import agreement
from qualityaudit.bench.gold import load_gold
from qualityaudit.bench.run import cases_of, judge

FRESH = Path(__file__).parent / "fresh"
FLOORS = {
    "A": {"clear": 0.92, "rqs": 0.92, "metrics": 0.92},
    "B": {"clear": 0.92, "rqs": 0.92, "metrics": 0.92},
    "C": {"clear": 0.93, "rqs": 0.92, "metrics": 0.92},
    "D": {"clear": 0.94, "rqs": 0.95, "metrics": 0.94},
    "E1": {"clear": 0.95, "rqs": 0.89, "metrics": 0.93},
    "E2": {"clear": 0.97, "rqs": 0.96, "metrics": 0.92},
    "F": {"clear": 0.94, "rqs": 0.93, "metrics": 0.9},
    "G": {"clear": 0.95, "rqs": 0.93, "metrics": 0.94},
    "H": {"clear": 0.94, "rqs": 0.93, "metrics": 0.92},
    "I": {"clear": 0.92, "rqs": 0.87, "metrics": 0.88},
    "J": {"clear": 0.92, "rqs": 0.93, "metrics": 0.91},
    "K": {"clear": 0.95, "rqs": 0.91, "metrics": 0.93},
    "L": {"clear": 0.97, "rqs": 0.96, "metrics": 0.96},
    "M": {"clear": 0.95, "rqs": 0.97, "metrics": 0.95},
    "P": {"clear": 0.96, "rqs": 0.95, "metrics": 0.97},
    "T": {"clear": 0.89, "rqs": 0.92, "metrics": 0.91},
    "W": {"clear": 0.9, "rqs": 0.92, "metrics": 0.89},
}


@pytest.mark.parametrize("name", FLOORS)
def test_fresh_papers_are_read_well(name: str) -> None:
    judged = judge(load_gold(FRESH / name, FRESH / "papers"), load_kit())
    assert not [paper.failure for paper in judged if paper.reading is None]
    for instrument, floor in FLOORS[name].items():
        accuracy = agreement.accuracy(cases_of(judged, instrument))
        assert accuracy is not None
        assert accuracy >= floor, f"{instrument} {accuracy:.3f}"
