"""Write checklists/*/calibration.json: how often answers of each kind were right on papers the rules had not seen.

usage: python tools/calibrate.py observe GOLD PAPERS OUT.csv   judge papers with the rules at hand, keep right and wrong
       python tools/calibrate.py write                         count all observations, write the tables, print them

Observations stand in tests/accuracy/fresh/observations, one file for each set of papers, made by the last version of
the rules that nobody had fitted to those papers: observe first, read the papers afterwards. For every item and every
kind of evidence (found in 1, 2 or more sentences, weak, denied, seen, silent, not applicable, unread) the table holds
how often the best guess was what careful readers answered. Only counts are kept, no text.
"""

import sys
from pathlib import Path

from qualityaudit.audit import load_kit
from qualityaudit.bench.calibrate import (
    as_json,
    calibration_from,
    confidences,
    observations,
    read_observations,
    reliability,
    write_observations,
)
from qualityaudit.bench.gold import load_gold
from qualityaudit.bench.run import judge
from qualityaudit.resources import CHECKLISTS

OBSERVATIONS = Path(__file__).parents[1] / "tests" / "accuracy" / "fresh" / "observations"


def observe(gold: Path, papers: Path, out: Path) -> None:
    """Judge a set of papers and keep for every answer whether it was right."""
    write_observations(observations(judge(load_gold(gold, papers), load_kit())), out)


def write() -> None:
    """Write the tables and print how reliable the confidences are."""
    seen = read_observations(OBSERVATIONS)
    recipe = (
        f"counts (right, of) over {len({o.paper for o in seen})} papers the rules had not seen, by tools/calibrate.py"
    )
    for name in dict.fromkeys(o.instrument for o in seen):
        text = as_json(calibration_from(seen, name), recipe)
        (CHECKLISTS / name / "calibration.json").write_text(text, encoding="utf-8")
    pairs = confidences(seen)
    print("confidence     answers  right")  # noqa: T201
    for low, high, n, share in reliability(pairs):
        print(f"{low:.2f} – {high:.2f}  {n:>8}  {share:.3f}")  # noqa: T201
    threshold = load_kit().threshold
    sure = [right for confidence, right in pairs if confidence >= threshold]
    print(f"decided at {threshold}: {len(sure) / len(pairs):.3f} of all, right {sum(sure) / len(sure):.3f}")  # noqa: T201


if __name__ == "__main__":
    if sys.argv[1:2] == ["observe"]:
        observe(*map(Path, sys.argv[2:5]))
    else:
        write()
