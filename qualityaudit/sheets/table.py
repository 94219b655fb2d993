"""A CSV of answers in, one sheet a row out: a column an item, in option ids or (RQS) in points.

The item columns are called by id (``CLEAR-01``), or ``item1`` … ``item16``; other columns are ignored but for
``paper`` (or ``study``), ``checklist`` and ``by``. Several options of one item are joined by ``+``.
"""

import csv
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

from qualityaudit.allowed import impossible
from qualityaudit.answers import NA, Answer, AnswerSheet
from qualityaudit.checklist import Checklist, Item, load_checklist
from qualityaudit.errors import AnswersError
from qualityaudit.sheets.reading import UNNAMED, PersonSheet

_NUMBERED = re.compile(r"^(?:item|q)?[ _-]?0*(\d+)$", re.IGNORECASE)
MAX_ROWS = 100_000


def _rows(path: Path) -> list[tuple[int, dict[str, str | None]]]:
    try:
        with path.open(newline="", encoding="utf-8-sig") as file:
            reader = csv.DictReader(file, strict=True)
            rows = [(reader.line_num, row) for row, _ in zip(reader, range(MAX_ROWS), strict=False)]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise AnswersError(f"{path}: not a readable CSV file: {error}") from error
    if not rows:
        raise AnswersError(f"{path}: no rows of answers")
    return rows


def read_table(path: Path, checklist: str | None = None) -> list[PersonSheet]:
    """Every row of a table as a sheet.

    Raises:
        AnswersError: naming file, line, item, value and the allowed values of the first thing wrong.
    """
    return [read() for read in table_rows(path, checklist)]


def table_rows(path: Path, checklist: str | None = None) -> list[Callable[[], PersonSheet]]:
    """One reader a row, so that a bad row does not hide the good ones.

    Raises:
        AnswersError: when the file is no table at all.
    """
    return [partial(_sheet, path, line, row, checklist) for line, row in _rows(path)]


def _sheet(path: Path, line: int, row: dict[str, str | None], checklist: str | None) -> PersonSheet:
    cells = {str(key).strip(): (value or "").strip() for key, value in row.items() if isinstance(value, str | None)}
    name = cells.get("checklist") or checklist or _guessed(cells)
    if not name:
        raise AnswersError(f"{path}:{line}: say which checklist this is: a column 'checklist', or -c")
    instrument = load_checklist(name)
    by = cells.get("by") or UNNAMED
    paper = cells.get("paper") or cells.get("study") or f"row {line}"
    answers = tuple(
        Answer(item=item.id, chosen=chosen, guess=chosen, why="person", reason="answered by a person", by=by)
        for column, item in _columns(instrument, cells)
        if cells[column]
        for chosen in [_options(path, line, item, cells[column])]
    )
    if not answers:
        raise AnswersError(f"{path}:{line}: no column is an item of {instrument.id} (such as {instrument.items[0].id})")
    return PersonSheet(AnswerSheet(checklist=instrument.id, paper=paper, answers=answers), by, path)


def _guessed(cells: dict[str, str]) -> str:
    prefixes = {key.split("-")[0].lower() for key in cells if re.fullmatch(r"[A-Z]+-\d+", key)}
    return prefixes.pop() if len(prefixes) == 1 else ""


def _columns(checklist: Checklist, cells: dict[str, str]) -> list[tuple[str, Item]]:
    numbered = {item.number: item for item in checklist.scored_items}
    found = []
    for column in cells:
        match = _NUMBERED.match(column)
        item = checklist.by_id.get(column) or (numbered.get(int(match[1])) if match else None)
        if item:
            found.append((column, item))
    return found


def _options(path: Path, line: int, item: Item, cell: str) -> tuple[str, ...]:
    words = [] if cell.lower() in ("none", "nothing") and "none" not in item.option_ids else cell.split("+")
    words = [_spelled(word.strip(), item) for word in words]
    if len(words) == 1 and re.fullmatch(r"[-−+]?\d+", words[0]) and words[0] not in item.option_ids:
        return _by_points(path, line, item, int(words[0].replace("−", "-")))
    if problem := impossible(item, words):
        raise AnswersError(f"{path}:{line}: {item.id}: {problem}")
    return tuple(option for option in (*item.option_ids, NA) if option in words)


def _spelled(word: str, item: Item) -> str:
    lower = word.lower()
    if lower in ("n/a", "not applicable"):
        return NA
    return lower if lower in item.option_ids else word


def _by_points(path: Path, line: int, item: Item, points: int) -> tuple[str, ...]:
    if item.select == "many":
        if not 0 <= points <= item.range[1]:
            raise AnswersError(f"{path}:{line}: {item.id}: {points} points are impossible (0 to {item.range[1]})")
        return tuple(option.id for option in item.options[:points])
    fitting = [option.id for option in item.options if option.points == points]
    if not fitting:
        allowed = ", ".join(str(p) for p in sorted({option.points for option in item.options}))
        raise AnswersError(f"{path}:{line}: {item.id}: {points} points are impossible (allowed: {allowed})")
    return (fitting[0],)
