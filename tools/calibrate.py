"""Write checklists/*/calibration.json from one or more gold sets.

usage: python tools/calibrate.py GOLD PAPERS [GOLD PAPERS …]

For every item and every kind of evidence (found, weak, denied, seen, silent, not applicable, unread): how often the
rules' best guess was what careful readers answered. Only counts are stored, no text. Printed: how often answers of
each band of confidence were right, over all sets and over each, every paper judged with counts that never saw it.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from qualityaudit.audit import load_kit
from qualityaudit.bench.calibrate import as_json, calibration_from, leave_papers_out, observations, reliability
from qualityaudit.bench.gold import load_gold
from qualityaudit.bench.run import Judged, judge
from qualityaudit.resources import CHECKLISTS


def main() -> None:
    """Judge the gold papers, write the tables, and print the reliability."""
    kit, places = load_kit(), [Path(argument) for argument in sys.argv[1:]]
    sets = [(gold, judge(load_gold(gold, papers), kit)) for gold, papers in zip(places[::2], places[1::2], strict=True)]
    judged = [paper for _, papers in sets for paper in papers]
    seen = observations(judged)
    recipe = f"counts (right, of) over {len(judged)} papers with answers of careful readers, by tools/calibrate.py"
    for instrument in kit.instruments:
        name = instrument.checklist.id
        text = as_json(calibration_from(seen, name), recipe)
        (CHECKLISTS / name / "calibration.json").write_text(text, encoding="utf-8")
    apart = leave_papers_out(judged, kit.threshold)
    _print("all", apart)
    for gold, papers in sets:
        names = {paper.gold.name for paper in papers}
        _print(str(gold), [paper for paper in apart if paper.gold.name in names])


def _print(title: str, judged: Iterable[Judged]) -> None:
    print(f"\n{title}\nconfidence     answers  right")  # noqa: T201
    for low, high, n, share in reliability(judged):
        print(f"{low:.2f} – {high:.2f}  {n:>8}  {share:.3f}")  # noqa: T201


if __name__ == "__main__":
    main()
