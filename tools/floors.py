"""Measure on a gold set and fail where a figure is under its floor in tools/floors.json; floors only rise.

usage: python tools/floors.py GOLD PAPERS

Prints every floor with its figure. ``clear``, ``rqs``, ``metrics``, ``sentences`` and ``study`` are figures of
``qaudit bench GOLD``, ``layouts`` and ``right`` of ``qaudit bench-reading``. Ceilings are ``cost`` (the
time of a whole audit over the time pypdf takes to extract the same papers' text), ``timing`` and errors (``mae``).
"""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from cost import ratio

from qualityaudit.bench.command import run_bench
from qualityaudit.bench.reading import bench_reading, load_truth

TRUTH = Path(__file__).parents[1] / "tests" / "structure" / "real_sections.csv"


def main() -> int:
    """Print all floors and return the number of those that do not hold."""
    gold, papers = map(Path, sys.argv[1:3])
    floors = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))
    found = json.loads(run_bench(gold, papers, "json"))
    found = found["instruments"] | {"study": found["study"], "sentences": found.get("sentences", {})}
    reading = bench_reading(gold, papers, load_truth(TRUTH)).model_dump()
    found |= {"layouts": reading["layouts"], "right": reading["right"], "timing": reading["timing"]}
    found["cost"] = {"ratio": ratio(papers)}
    failed = 0
    for name, floor, figure in _flat(floors, found):
        ceiling = name.startswith(("cost", "timing")) or name.endswith("mae")
        holds = figure <= floor if ceiling else figure >= floor
        failed += not holds
        mark = "ok  " if holds else "FAIL"
        print(f"{mark} {name:34} {figure:8.3f}  {'at most' if ceiling else 'at least'} {floor:g}")  # noqa: T201
    return failed


def _flat(
    floors: Mapping[str, object], found: Mapping[str, object], path: str = ""
) -> Iterator[tuple[str, float, float]]:
    for key, floor in floors.items():
        figure, name = found[key], f"{path}.{key}".strip(".")
        if isinstance(floor, Mapping) and isinstance(figure, Mapping):
            yield from _flat(floor, figure, name)
        elif isinstance(floor, int | float) and isinstance(figure, int | float):
            yield name, floor, figure
        else:
            raise SystemExit(f"{name}: no figure to hold against the floor {floor!r}")


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
