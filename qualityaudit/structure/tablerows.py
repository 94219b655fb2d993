"""The lines of a table in, its rows of cells out: columns by their place, rows by the gaps between them."""

import itertools
import re
from dataclasses import dataclass

from qualityaudit.readers.pages import Line
from qualityaudit.structure.joining import Joiner

_NUMBER = re.compile(r"[<>=≤≥±+–−-]?\s*\d[\d.,/%()\s±–−-]*")


@dataclass(slots=True)
class _Piece:
    text: str
    x0: float
    x1: float
    y0: float
    y1: float
    joined: bool
    soft: bool = False


def rows_of(lines: list[Line], joiner: Joiner) -> list[list[str]]:
    """Rows of cells, top to bottom; header rows that a new column or page repeats are left out."""
    rows: list[list[str]] = []
    for group in _groups(lines):
        for row in _rows(group, joiner):
            if not (rows and row in rows[:3] and row != rows[-1]):
                rows.append(row)
    return rows


def _groups(lines: list[Line]) -> list[list[_Piece]]:
    groups: list[list[_Piece]] = []
    page, bottom, left, right = -1, 0.0, 0.0, 0.0
    for line in lines:
        apart = line.page != page or (line.y1 < bottom - 60 and (line.x0 > right + 2 or line.x1 < left - 2))
        if not groups or apart:
            groups.append([])
            page, bottom, left, right = line.page, line.y1, line.x0, line.x1
        bottom, left, right = max(bottom, line.y1), min(left, line.x0), max(right, line.x1)
        groups[-1].extend(_pieces(line))
    return groups


def _pieces(line: Line) -> list[_Piece]:
    if not line.cells:
        return [_Piece(line.text, line.x0, line.x1, line.y0, line.y1, line.joined, line.soft)]
    return [
        _Piece(c.text, c.x0, c.x1, c.y0 or line.y0, c.y1 or line.y1, line.joined and c is line.cells[-1], line.soft)
        for c in line.cells
        if c.text
    ]


def _rows(pieces: list[_Piece], joiner: Joiner) -> list[list[str]]:
    columns = _columns(pieces)
    if len(columns) < 2:
        return [[piece.text] for piece in pieces]
    return [_cells(level, columns, joiner) for level in _levels(pieces, columns)]


def _columns(pieces: list[_Piece]) -> list[tuple[float, float]]:
    """The x-ranges of the columns; pieces that run over several of them do not count."""
    left, right = min(p.x0 for p in pieces), max(p.x1 for p in pieces)
    spans = sorted((p.x0, p.x1) for p in pieces if p.x1 - p.x0 < 0.55 * (right - left))
    columns: list[tuple[float, float]] = []
    for x0, x1 in spans:
        if columns and x0 < columns[-1][1] - 0.5:
            columns[-1] = (columns[-1][0], max(columns[-1][1], x1))
        else:
            columns.append((x0, x1))
    return columns


def _levels(pieces: list[_Piece], columns: list[tuple[float, float]]) -> list[list[_Piece]]:
    levels: list[list[_Piece]] = []
    bottoms: list[float] = []
    for piece in sorted(pieces, key=lambda p: (p.y0 + p.y1, p.x0)):
        middle = (piece.y0 + piece.y1) / 2
        if levels and middle < bottoms[-1] - 0.2:
            levels[-1].append(piece)
            bottoms[-1] = max(bottoms[-1], piece.y1)
        else:
            levels.append([piece])
            bottoms.append(piece.y1)
    return _grouped(levels, columns)


def _grouped(levels: list[list[_Piece]], columns: list[tuple[float, float]]) -> list[list[_Piece]]:
    """Lines of one row put together: they stand closer to each other than rows do, where rows stand apart at all."""
    gaps = [_gap(a, b) for a, b in itertools.pairwise(levels)]
    if not gaps:
        return levels
    limit = _limit(gaps, max(0.1, levels[0][0].y1 - levels[0][0].y0))
    made = [levels[0]]
    for level, gap in zip(levels[1:], gaps, strict=True):
        if gap <= limit and not _both_numbers(made[-1], level, columns):
            made[-1] = made[-1] + level
        else:
            made.append(level)
    return made


def _limit(gaps: list[float], height: float) -> float:
    """The gap (points) up to which lines belong to one row: the widest step in the sorted gaps, if there is one."""
    order = sorted(gaps)
    steps = [(b - a, i) for i, (a, b) in enumerate(itertools.pairwise(order), 1)]
    step, at = max(steps, default=(0.0, 0))
    if step < 0.17 * height or len(order) - at < 0.15 * len(order):
        return order[0] - 1
    return (order[at - 1] + order[at]) / 2


def _gap(a: list[_Piece], b: list[_Piece]) -> float:
    return min(p.y0 for p in b) - max(p.y1 for p in a)


def _both_numbers(a: list[_Piece], b: list[_Piece], columns: list[tuple[float, float]]) -> bool:
    numbers = [{_column(p, columns) for p in level if _NUMBER.fullmatch(p.text)} for level in (a, b)]
    return bool(numbers[0] & numbers[1])


def _column(piece: _Piece, columns: list[tuple[float, float]]) -> int:
    overlaps = [min(piece.x1, x1) - max(piece.x0, x0) for x0, x1 in columns]
    if piece.x1 - piece.x0 > 1.3 * max(overlaps):
        return next((i for i, overlap in enumerate(overlaps) if overlap > 0), 0)
    return overlaps.index(max(overlaps))


def _cells(level: list[_Piece], columns: list[tuple[float, float]], joiner: Joiner) -> list[str]:
    cells = [""] * len(columns)
    before: list[_Piece | None] = [None] * len(columns)
    for piece in sorted(level, key=lambda p: (round((p.y0 + p.y1) / 4), p.x0)):
        at = _column(piece, columns)
        point = cells[at][-1:] == "." and cells[at] in (".", "<.", "< .", "> .", ">.") and piece.text[0].isdigit()
        last = before[at]
        if last is None or point or (last.joined and last.soft):
            start = cells[at]
        else:
            start = joiner.joint(cells[at], piece.text, last.joined)
        cells[at] = start + piece.text
        before[at] = piece
    return cells
