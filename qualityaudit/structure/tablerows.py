"""The lines of a table in, its rows of cells out: columns by their place, cells by line spacing, rows by height."""

import itertools
import re
from dataclasses import dataclass

from qualityaudit.readers.pages import Line
from qualityaudit.structure.joining import Joiner
from qualityaudit.structure.tablecolumns import Piece, column_of, columns_of, parted, pieces_of

_NUMBER = re.compile(r"\(?[<>=≤≥±+–−-]?\s*\d[\d.,/%()\s±–−-]*")
_OPEN = re.compile(r"[±–−(/<>=~,-]$|\b(?:to|and|of|or|vs)$")


@dataclass(slots=True)
class _Cell:
    """Pieces of one column that stand line by line."""

    column: int
    pieces: list[Piece]

    @property
    def y0(self) -> float:
        return self.pieces[0].middle - self.pieces[0].half

    @property
    def y1(self) -> float:
        return self.pieces[-1].middle + self.pieces[-1].half


class _Grid:
    """The part of a table that stands in one place: its columns, and the pieces in each from top to bottom."""

    def __init__(self, pieces: list[Piece]) -> None:
        self.columns = columns_of(pieces)
        self.stacks: dict[int, list[Piece]] = {}
        whole = [part for piece in pieces for part in parted(piece, self.columns)]
        for piece in sorted(whole, key=lambda p: (p.middle, p.x0)):
            self.stacks.setdefault(column_of(piece, self.columns), []).append(piece)


def rows_of(lines: list[Line], joiner: Joiner) -> list[list[str]]:
    """Rows of cells, top to bottom; header rows that a new column or page repeats are left out."""
    rows: list[list[_Cell]] = []
    texts: list[list[str]] = []
    groups = [_Grid(pieces) for pieces in _groups(lines)]
    limit = _limit([column for grid in groups for column in grid.stacks.values()])
    if limit and _dense(groups, limit):
        limit = 0.0
    for grid in groups:
        width = len(grid.columns)
        cut = bool(rows)
        broken = cut and (any(cell.pieces[-1].joined for cell in rows[-1]) or any(map(_is_cut, texts[-1])))
        for row in _rows(grid, limit):
            words = _texts(row, width, joiner)
            if words in texts[:3] and words != texts[-1]:
                continue
            if texts and len(words) == len(texts[-1]) and (broken or (cut and _fills(words, texts[-1]))):
                rows[-1] = _continued(rows[-1], row)
                texts[-1] = _texts(rows[-1], width, joiner)
            else:
                rows.append(row)
                texts.append(words)
            broken = cut = False
    return texts


def _is_cut(text: str) -> bool:
    """Whether the words of a cell go on after the end of the page."""
    return text.count("(") > text.count(")") or (text.endswith("-") and text[-2:-1].isalpha())


def _fills(words: list[str], row: list[str]) -> bool:
    """Whether words stand only in cells that the row before, on another page, left empty."""
    return not any(a and b for a, b in zip(words, row, strict=True))


def _continued(row: list[_Cell], following: list[_Cell]) -> list[_Cell]:
    """A row that the end of a page cut, with its rest."""
    made = {cell.column: _Cell(cell.column, list(cell.pieces)) for cell in row}
    for cell in following:
        made.setdefault(cell.column, _Cell(cell.column, [])).pieces.extend(cell.pieces)
    return list(made.values())


def _groups(lines: list[Line]) -> list[list[Piece]]:
    """The pieces of each part of a table that a new column or page divides."""
    groups: list[list[Piece]] = []
    page, bottom, left, right = -1, 0.0, 0.0, 0.0
    for line in lines:
        apart = line.page != page or (line.y1 < bottom - 60 and (line.x0 > right + 2 or line.x1 < left - 2))
        if not groups or apart:
            groups.append([])
            page, bottom, left, right = line.page, line.y1, line.x0, line.x1
        bottom, left, right = max(bottom, line.y1), min(left, line.x0), max(right, line.x1)
        groups[-1].extend(pieces_of(line))
    return [group for group in groups if group]


def _rows(grid: _Grid, limit: float) -> list[list[_Cell]]:
    going_on = set() if limit else _going_on(grid)
    cells = [cell for column, pieces in grid.stacks.items() for cell in _cells(column, pieces, limit, going_on)]
    return [row for together in _overlapping(cells) for row in _apart(together)]


def _cells(column: int, pieces: list[Piece], limit: float, going_on: set[int]) -> list[_Cell]:
    made = [_Cell(column, [pieces[0]])]
    for piece in pieces[1:]:
        last = made[-1].pieces[-1]
        step = piece.middle - last.middle
        if step < last.half or id(piece) in going_on or (step <= limit and not _separate(last, piece)):
            made[-1].pieces.append(piece)
        else:
            made.append(_Cell(column, [piece]))
    return made


def _lines(grid: _Grid) -> list[dict[int, Piece]]:
    """The lines of print of a grid, top to bottom: the piece in each column."""
    made: list[dict[int, Piece]] = []
    height = 0.0
    pieces = sorted(((p, c) for c, stack in grid.stacks.items() for p in stack), key=lambda pair: pair[0].middle)
    for piece, column in pieces:
        if not made or piece.middle - height > piece.half or column in made[-1]:
            made.append({})
            height = piece.middle
        made[-1][column] = piece
    return made


def _dense(grids: list[_Grid], limit: float) -> bool:
    """Whether the rows stand as close as the lines of a cell, and only rules keep some apart: most lines are full."""
    close = full = 0
    for grid in grids:
        for above, line in itertools.pairwise(_lines(grid)):
            first = line[min(line)]
            if min(p.middle for p in line.values()) - max(p.middle for p in above.values()) <= limit:
                close += 1
                full += len(line) > 0.6 * len(grid.columns) and not first.text[0].islower()
    return full > 0.55 * close


def _going_on(grid: _Grid) -> set[int]:
    """The ``id`` of the pieces that go on with the cell above, where rows stand as close as the lines of a cell.

    All that stands on such a line goes on with what is above, and less stands on it than there.
    """
    found: set[int] = set()
    for above, line in itertools.pairwise(_lines(grid)):
        if len(line) < len(above) and all(column in above and _is_rest(above[column], p) for column, p in line.items()):
            found.update(id(piece) for piece in line.values())
            for column in above.keys() - line.keys():
                line[column] = above[column]  # so that a third line is compared with the whole row
    return found


def _is_rest(a: Piece, b: Piece) -> bool:
    if _separate(a, b) or b.middle - a.middle > 5.2 * a.half:
        return False
    opened = bool(_OPEN.search(a.text)) or a.text.count("(") > a.text.count(")")
    return a.joined or opened or b.text[0].islower() or b.text[0] in "(±–)/"


def _separate(a: Piece, b: Piece) -> bool:
    """Whether two lines of a column are two values for certain: each is a whole number or interval."""
    if _OPEN.search(a.text) or a.text.count("(") != a.text.count(")") or b.text[0] in "±–/)]":
        return False
    if b.text[0] == "(" and a.text[0] != "(":
        return False
    return bool(_NUMBER.fullmatch(a.text) and _NUMBER.fullmatch(b.text))


def _limit(stacks: list[list[Piece]]) -> float:
    """The step (points) up to which lines of a column belong to one cell; 0 where every line is a row.

    Lines of a cell follow each other at the least step there is; rows stand further apart, if only by the padding.
    """
    pairs = [
        (b.middle - a.middle, a, b)
        for pieces in stacks
        for a, b in itertools.pairwise(pieces)
        if b.middle - a.middle > a.half
    ]
    if not pairs:
        return 0.0
    steps = sorted(step for step, _, _ in pairs)
    least = steps[len(steps) // 50]
    limit = least * 1.05 + 0.2
    close = [(a, b) for step, a, b in pairs if step <= limit]
    numbers = sum(_separate(a, b) for a, b in close)
    if len(close) == len(pairs):
        return limit if numbers == 0 and any(a.joined for a, _ in close) else 0.0
    return 0.0 if numbers > 0.1 * len(close) else limit


def _overlapping(cells: list[_Cell]) -> list[list[_Cell]]:
    """Cells put together that share some height, directly or through others."""
    made: list[list[_Cell]] = []
    bottom = 0.0
    for cell in sorted(cells, key=lambda c: c.y0):
        if made and cell.y0 < bottom - 0.2:
            made[-1].append(cell)
            bottom = max(bottom, cell.y1)
        else:
            made.append([cell])
            bottom = cell.y1
    return made


def _apart(cells: list[_Cell]) -> list[list[_Cell]]:
    """One row, or where a cell stands beside several others of one column (it spans rows), a row for each of these."""
    counts: dict[int, list[_Cell]] = {}
    for cell in cells:
        counts.setdefault(cell.column, []).append(cell)
    leading = max(counts.values(), key=len)
    if len(leading) == 1:
        return [cells]
    rows: list[list[_Cell]] = [[cell] for cell in leading]
    for cell in cells:
        if cell not in leading:
            shared = [min(cell.y1, lead.y1) - max(cell.y0, lead.y0) for lead in leading]
            rows[shared.index(max(shared))].append(cell)
    return rows


def _texts(row: list[_Cell], width: int, joiner: Joiner) -> list[str]:
    texts = [""] * width
    for cell in sorted(row, key=lambda c: c.y0):
        before: Piece | None = None
        for piece in cell.pieces:
            texts[cell.column] = _start(texts[cell.column], before, piece, joiner) + piece.text
            before = piece
    return texts


def _start(text: str, before: Piece | None, piece: Piece, joiner: Joiner) -> str:
    """The text of a cell so far, made ready for its next piece."""
    point = text[-1:] == "." and text in (".", "<.", "< .", "> .", ">.") and piece.text[0].isdigit()
    if not text or point or (before and before.joined and before.soft):
        return text
    return joiner.joint(text, piece.text, bool(before and before.joined))
