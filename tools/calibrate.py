"""Write checklists/*/calibration.json from a gold set.

usage: python tools/calibrate.py GOLD PAPERS

For every item and every kind of evidence (found, weak, denied, seen, silent, not applicable, unread): how often the
rules' best guess was what careful readers answered. Only counts are stored, no text.
"""

import sys
from pathlib import Path

from qualityaudit.audit import load_kit
from qualityaudit.bench.calibrate import as_json, calibration_from, leave_papers_out, observations, reliability
from qualityaudit.bench.gold import load_gold
from qualityaudit.bench.run import judge
from qualityaudit.resources import CHECKLISTS


def main() -> None:
    """Judge the gold papers, write the tables, and print the reliability left-papers-out."""
    gold, papers = map(Path, sys.argv[1:3])
    kit = load_kit()
    judged = judge(load_gold(gold, papers), kit)
    seen = observations(judged)
    recipe = f"counts (right, of) over {len(judged)} gold papers by tools/calibrate.py"
    for instrument in kit.instruments:
        name = instrument.checklist.id
        text = as_json(calibration_from(seen, name), recipe)
        (CHECKLISTS / name / "calibration.json").write_text(text, encoding="utf-8")
    print("confidence      answers  right (each paper judged with a calibration that never saw it)")  # noqa: T201
    for low, high, n, share in reliability(leave_papers_out(judged, kit.threshold)):
        print(f"{low:.2f} – {high:.2f}  {n:>8}  {share:.3f}")  # noqa: T201


if __name__ == "__main__":
    main()
