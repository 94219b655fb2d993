"""Pages of lines in, the same without the numbers that manuscripts carry beside their lines out."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from qualityaudit.readers.pages import Line, Sheet

_INLINE = re.compile(r"(\d{1,4})\s+(?=\S)")
_EDGE = 0.16
"""The share of the page's width within which a number stands beside the text."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """A number before a line: alone, at its start, or raised there (``width`` 0)."""

    line: Line
    number: int
    width: int
    alone: bool


def unnumbered(pages: Sequence[list[Line]], sheets: Sequence[Sheet]) -> list[list[Line]]:
    """The lines of every page without line numbers.

    A page with many rising numbers at its left shows that the manuscript is numbered, and where; then the few numbers
    on a page of tables and headings are line numbers too.
    """
    marks = [_marks(lines, sheet) for lines, sheet in zip(pages, sheets, strict=True)]
    sure = [_sure(found, len(lines)) for found, lines in zip(marks, pages, strict=True)]
    edge = max(
        (mark.line.x0 for found, is_sure in zip(marks, sure, strict=True) if is_sure for mark in found), default=0
    )
    return [
        _without(lines, found if is_sure else _beside(found, lines, edge, sheet) if edge else [])
        for lines, found, is_sure, sheet in zip(pages, marks, sure, sheets, strict=True)
    ]


def _marks(lines: list[Line], sheet: Sheet) -> list[_Mark]:
    found = [mark for line in lines if (mark := _mark(line, sheet))]
    return sorted(found, key=lambda mark: mark.line.y1)


def _mark(line: Line, sheet: Sheet) -> _Mark | None:
    text = line.text
    if line.citations and line.citations[0][0] == 0 and line.citations[0][1].isdigit():
        return _Mark(line, int(line.citations[0][1]), 0, False)
    if text.isdigit() and len(text) < 5:
        return _Mark(line, int(text), 0, True) if line.x0 < _EDGE * sheet.width else None
    match = _INLINE.match(text) if text[:1].isdigit() else None
    return _Mark(line, int(match.group(1)), match.end(), False) if match else None


def _sure(found: list[_Mark], lines: int) -> bool:
    alone = [mark for mark in found if mark.alone]
    if len(alone) >= 8 and _rising(alone) and 2 * len(alone) > len(found):
        return True
    return len(found) >= max(8, 0.6 * lines) and _rising(found)


def _beside(found: list[_Mark], lines: list[Line], edge: float, sheet: Sheet) -> list[_Mark]:
    """The numbers on a page that stand where the manuscript's line numbers do: left of the text, and rising."""
    near = [mark for mark in found if mark.line.x0 < edge + 3 and edge < 0.25 * sheet.width]
    return near if _rising(near) else []


def _rising(found: list[_Mark]) -> bool:
    steps = sum(0 < b.number - a.number < 6 for a, b in itertools.pairwise(found))
    return steps >= 0.85 * (len(found) - 1)


def _without(lines: list[Line], found: list[_Mark]) -> list[Line]:
    alone = {id(mark.line) for mark in found if mark.alone}
    for mark in found:
        if not mark.alone:
            _strip(mark.line, mark.width)
    return [line for line in lines if id(line) not in alone]


def _strip(line: Line, width: int) -> None:
    share = (line.x1 - line.x0) / max(1, len(line.text))
    line.text = line.text[width:]
    line.x0 = line.cells[1].x0 if len(line.cells) > 1 else line.x0 + share * max(width, 3)
    line.cells = line.cells[1:] if len(line.cells) > 2 else []
    if not width:
        line.citations = line.citations[1:]
    line.citations = [(at - width, mark) for at, mark in line.citations if at >= width]
