"""Files of filled-in sheets in, their scores out, as text, JSON or CSV."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from qualityaudit.checklist import load_checklist
from qualityaudit.errors import AnswersError
from qualityaudit.score import Score, score
from qualityaudit.sheets.reading import read_sheet
from qualityaudit.sheets.table import table_rows

Tallied = tuple[str, str, Score]
"""Paper, who answered, score."""


def tallied(files: Iterable[Path], checklist: str | None = None) -> tuple[list[Tallied], list[str]]:
    """Score every sheet; what cannot be scored is returned as one line each, with file, line, item and value."""
    scores: list[Tallied] = []
    problems: list[str] = []
    for path in files:
        try:
            is_table = path.suffix.lower() == ".csv"
            readers = table_rows(path, checklist) if is_table else [partial(read_sheet, path, checklist)]
        except AnswersError as error:
            problems.append(str(error))
            continue
        for read in readers:
            try:
                person = read()
                scores.append(
                    (person.sheet.paper, person.by, score(load_checklist(person.sheet.checklist), person.sheet))
                )
            except AnswersError as error:
                problems.append(str(error))
    return scores, problems


def printed(scores: Sequence[Tallied], format: str) -> str:
    """The scores as text (one line a sheet), JSON or CSV."""
    if format == "json":
        return json.dumps(
            [{"paper": p, "by": by, **s.model_dump()} for p, by, s in scores], indent=1, ensure_ascii=False
        )
    rows = [
        [
            p,
            by,
            s.checklist,
            str(s.points),
            str(s.total),
            "" if s.percent is None else str(s.percent),
            str(s.open),
            s.category or "",
        ]
        for p, by, s in scores
    ]
    if format == "csv":
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["paper", "by", "checklist", "points", "of", "percent", "undecided", "category"])
        writer.writerows(rows)
        return out.getvalue().rstrip("\n")
    return "\n".join(_line(p, by, s) for p, by, s in scores)


def _line(paper: str, by: str, result: Score) -> str:
    percent = "" if not result.fixed_maximum or result.percent is None else f" = {result.percent:.2f} %"
    counted = f"{result.met} met, {result.not_met} not met, {result.na} n/a, {result.open} open"
    named = f", {result.category}" if result.category else ""
    return f"{paper} ({by}): {result.checklist} {result.headline}{percent}{named} ({counted})"
