"""Judged papers in, how often each kind of evidence was right out: what the confidences are made of."""

import csv
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from qualityaudit.bench.run import Judged
from qualityaudit.evidence import decided
from qualityaudit.evidence.calibration import Calibration, kind_of

EDGES = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
COLUMNS = ("paper", "instrument", "item", "kind", "right")


@dataclass(frozen=True, slots=True)
class Observation:
    """One answer of the rules, and whether its guess was right."""

    paper: str
    instrument: str
    item: str
    kind: str
    right: bool


def observations(judged: Iterable[Judged]) -> list[Observation]:
    """Every answer of every readable paper beside the gold answer."""
    return [
        Observation(j.gold.name, instrument, item, kind_of(ours), tuple(sorted(ours.settled)) == gold.options)
        for j in judged
        if j.reading is not None
        for instrument, sheet in j.reading.sheets.items()
        for item, gold in j.gold.answers[instrument].items()
        for ours in [sheet.by_item[item]]
    ]


def write_observations(seen: Iterable[Observation], path: Path) -> None:
    """Keep observations as CSV; no text of a paper is in it."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows((o.paper, o.instrument, o.item, o.kind, int(o.right)) for o in seen)


def read_observations(folder: Path) -> list[Observation]:
    """The observations of all CSV files in a folder, as :func:`write_observations` makes them."""
    return [
        Observation(row["paper"], row["instrument"], row["item"], row["kind"], row["right"] == "1")
        for path in sorted(folder.glob("*.csv"))
        for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines())
    ]


def calibration_from(seen: Iterable[Observation], instrument: str) -> Calibration:
    """Count right and all per item and kind."""
    table: dict[str, dict[str, tuple[float, float]]] = {}
    pooled: dict[str, tuple[float, float]] = {}
    for o in seen:
        if o.instrument != instrument:
            continue
        kinds = table.setdefault(o.item, {})
        for counts in (kinds, pooled):
            right, of = counts.get(o.kind, (0, 0))
            counts[o.kind] = (right + o.right, of + 1)
    return Calibration(table, pooled)


def as_json(calibration: Calibration, recipe: str) -> str:
    """The text of ``calibration.json``."""
    data = {"recipe": recipe, "pooled": calibration.pooled, "items": calibration.table}
    return json.dumps(data, indent=1, sort_keys=True) + "\n"


def leave_papers_out(judged: Sequence[Judged], threshold: float) -> list[Judged]:
    """Every paper decided again with a calibration that has never seen it."""
    seen = observations(judged)
    made = []
    for j in judged:
        if j.reading is None:
            made.append(j)
            continue
        others = [o for o in seen if o.paper != j.gold.name]
        sheets = {
            name: sheet.model_copy(update={"answers": tuple(decided(a, table, threshold) for a in sheet.answers)})
            for name, sheet in j.reading.sheets.items()
            for table in [calibration_from(others, name)]
        }
        made.append(replace(j, reading=replace(j.reading, sheets=sheets)))
    return made


def confidences(seen: Sequence[Observation]) -> list[tuple[float, bool]]:
    """Confidence of every observation, counted without its own paper, and whether the answer was right."""
    made: list[tuple[float, bool]] = []
    for paper, instrument in dict.fromkeys((o.paper, o.instrument) for o in seen):
        table = calibration_from((o for o in seen if o.paper != paper), instrument)
        own = (o for o in seen if (o.paper, o.instrument) == (paper, instrument))
        made.extend((table.confidence(o.item, o.kind), o.right) for o in own)
    return made


def reliability(pairs: Iterable[tuple[float, bool]]) -> list[tuple[float, float, int, float]]:
    """(from, to, answers, share right) for each band of confidence."""
    known, rows = list(pairs), []
    for low, high in zip((0.0, *EDGES), (*EDGES, 1.001), strict=False):
        band = [right for confidence, right in known if low <= confidence < high]
        if band:
            rows.append((low, min(high, 1.0), len(band), round(sum(band) / len(band), 4)))
    return rows
