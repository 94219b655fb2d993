"""The lines of a table in, their pieces and the columns these stand in out."""

import re
from dataclasses import dataclass, replace

from qualityaudit.readers.pages import Line

_DIGIT = re.compile(r"\d")


@dataclass(slots=True)
class Piece:
    """Words of a table that stand together on a line; points."""

    text: str
    x0: float
    x1: float
    middle: float  # of its height
    half: float  # half the height of its small letters
    joined: bool
    soft: bool


def pieces_of(line: Line) -> list[Piece]:
    """A line's cells, or the whole line where no wide gap divides it."""
    half = 0.3 * min(max(line.y1 - line.y0, 1.0), 1.3 * max(line.size, 4.0))
    if not line.cells:
        return [Piece(line.text, line.x0, line.x1, line.middle, half, line.joined, line.soft)]
    last = line.cells[-1]
    return [
        Piece(
            c.text,
            c.x0,
            c.x1,
            (c.y0 + c.y1) / 2 if c.y1 else line.middle,
            half,
            line.joined and c is last,
            line.soft,
        )
        for c in line.cells
        if c.text
    ]


def columns_of(pieces: list[Piece]) -> list[tuple[float, float]]:
    """The x-ranges of the columns, left to right: where words stand in more than a single line of the table.

    One line may run over several columns (a spanning header, a group's name); words that touch no column make one.
    """
    lines: dict[int, list[Piece]] = {}
    for piece in pieces:
        lines.setdefault(round(piece.middle / 4), []).append(piece)
    reaches = {height: [(p.x0, p.x1) for p in line] for height, line in lines.items()}
    single = [
        p
        for height, line in lines.items()
        for p in line
        if not _spans(p, [reach for other, reach in reaches.items() if other != height])
    ] or pieces
    spans = [(p.x0, p.x1) for p in single]
    columns = _covered(spans, max(1, len(lines) // 5) if len(lines) > 4 else 0)
    alone = [(a, b) for a, b in spans if not any(a < right and b > left for left, right in columns)]
    return sorted(columns + _covered(alone, 0))


def _spans(piece: Piece, others: list[list[tuple[float, float]]]) -> bool:
    """Whether a piece runs over what are two cells or more in most other lines."""
    if " " not in piece.text:
        return False
    left, right = piece.x0 + 0.5, piece.x1 - 0.5
    under = [sum(x1 > left and x0 < right for x0, x1 in line) for line in others]
    touched = [n for n in under if n]
    return len(touched) > 0 and sum(n > 1 for n in touched) > 0.5 * len(touched)


def parted(piece: Piece, columns: list[tuple[float, float]]) -> list[Piece]:
    """A piece cut where a word of it begins with the next column, as narrow columns leave no gap between their heads."""
    if " " not in piece.text:
        return [piece]
    over = [x0 for x0, _ in _under(piece, columns)]
    share = (piece.x1 - piece.x0) / max(1, len(piece.text))
    words = piece.text.split()
    if 1 < len(words) == len(over) and all(_DIGIT.search(word) for word in words):  # a number for each column
        return [
            replace(piece, text=word, x0=x0, x1=x1)
            for word, (x0, x1) in zip(words, _under(piece, columns), strict=True)
        ]
    for left in over[1:]:
        for blank in re.finditer(r" (?=\S)", piece.text):
            begins = piece.x0 + share * blank.end()
            if abs(begins - left) < 0.9 * share:
                rest = replace(piece, text=piece.text[blank.end() :], x0=left)
                first = replace(piece, text=piece.text[: blank.start()], x1=left - share, joined=False, soft=False)
                return [first, *parted(rest, columns)]
    return [piece]


def _under(piece: Piece, columns: list[tuple[float, float]]) -> list[tuple[float, float]]:
    return [(x0, x1) for x0, x1 in columns if min(piece.x1, x1) - max(piece.x0, x0) > 0]


def _covered(spans: list[tuple[float, float]], least: int) -> list[tuple[float, float]]:
    """The ranges that more than ``least`` spans cover."""
    events = sorted([(x0 + 0.25, 1) for x0, _ in spans] + [(x1 - 0.25, -1) for _, x1 in spans])
    made: list[tuple[float, float]] = []
    depth, start = 0, 0.0
    for x, change in events:
        before, depth = depth, depth + change
        if before <= least < depth:
            start = x
        elif depth <= least < before and x > start:
            made.append((start, x))
    return made


def column_of(piece: Piece, columns: list[tuple[float, float]]) -> int:
    """The column a piece stands in; the first of several it runs over."""
    overlaps = [min(piece.x1, x1) - max(piece.x0, x0) for x0, x1 in columns]
    if sum(overlap > 0 for overlap in overlaps) > 1 and piece.x1 - piece.x0 > 1.3 * max(overlaps):
        return next(i for i, overlap in enumerate(overlaps) if overlap > 0)
    return overlaps.index(max(overlaps))
