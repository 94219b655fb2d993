"""How often each kind of evidence was right on papers not seen before: a small table in, a confidence out."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from qualityaudit.answers import Answer

PRIOR: Mapping[str, float] = {
    "found_1": 0.80,
    "found_2": 0.87,
    "found_3": 0.91,
    "weak": 0.65,
    "denied": 0.92,
    "seen": 0.80,
    "silent": 0.82,
    "not_applicable": 0.90,
    "unread": 0.50,
}
"""Confidence by kind of evidence before anything is measured."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """``table[item][kind]`` = (right, of) on papers read by people; ``pooled[kind]`` likewise over all items."""

    table: Mapping[str, Mapping[str, tuple[float, float]]]
    pooled: Mapping[str, tuple[float, float]]
    weight: float = 6.0  # how many observations the pooled figure is worth

    def confidence(self, item: str, kind: str) -> float:
        """Probability (0–0.99) that an answer of this kind to this item is right, shrunk towards the pooled figure.

        Never certain: no count over a few dozen papers shows more than 0.99.
        """
        right, of = self.pooled.get(kind, (0.0, 0.0))
        base = (right + 10 * PRIOR.get(kind, 0.5)) / (of + 10)
        right, of = self.table.get(item, {}).get(kind, (0.0, 0.0))
        return min(0.99, round((right + self.weight * base) / (of + self.weight), 3))


EMPTY = Calibration({}, {})


def kind_of(answer: Answer) -> str:
    """What an answer rests on; for what was found also on how many sentences: 1, 2, or 3 and more."""
    return f"found_{max(1, min(3, len(answer.quotes)))}" if answer.why == "found" else answer.why


@lru_cache(maxsize=16)
def load_calibration(path: Path) -> Calibration:
    """Read ``calibration.json``; a missing file is an empty calibration (confidences are then the priors)."""
    if not path.exists():
        return EMPTY
    data = json.loads(path.read_text(encoding="utf-8"))
    table = {item: {kind: tuple(pair) for kind, pair in kinds.items()} for item, kinds in data["items"].items()}
    return Calibration(table, {kind: tuple(pair) for kind, pair in data["pooled"].items()})
