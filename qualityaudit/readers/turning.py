"""The lines of a page in, the upright ones out; turned text (stamps, watermarks) goes to the margin."""

import math
from collections import Counter
from collections.abc import Sequence

from qualityaudit.readers.pages import Sheet
from qualityaudit.readers.pdfline import RawLine

Box = tuple[float, float, float, float]
"""Left, top, right, bottom; points from the top left corner."""


def main_turn(raws: Sequence[RawLine]) -> int:
    """How most of a page's text is turned, in quarters against the clock: 0 upright, 1 upwards, 3 downwards."""
    if not any(item.angle for item in raws):
        return 0
    turns: Counter[int] = Counter()
    for item in raws:
        turns[_quarter(item.angle)] += len(item.text)
    return max((t for t in turns if t != _SLANTED), key=lambda t: turns[t], default=0)


def upright(raws: Sequence[RawLine], sheet: Sheet, main: int) -> list[RawLine]:
    """The lines that read left to right once the page is turned by ``main`` quarters; the others go to the margin."""
    if not main and not any(item.angle for item in raws):
        return list(raws)
    kept = []
    for item in raws:
        if _quarter(item.angle) == main:
            line = item.line
            box = turned((line.x0, line.y0, line.x1, line.y1), main, sheet.width, sheet.height)
            line.x0, line.y0, line.x1, line.y1 = box
            kept.append(item)
        else:
            sheet.margin.append(item.text)
    if main in (1, 3):
        sheet.width, sheet.height = sheet.height, sheet.width
    return kept


_SLANTED = 9


def _quarter(angle: float) -> int:
    return round(angle / (math.pi / 2)) % 4 if abs(math.remainder(angle, math.pi / 2)) < 0.02 else _SLANTED


def turned(box: Box, quarter: int, width: float, height: float) -> Box:
    """A box on a page of that width and height, once the page is turned so that its text stands upright."""
    left, right, top, bottom = sorted((box[0], box[2])) + sorted((box[1], box[3]))
    if quarter == 1:
        return height - bottom, left, height - top, right
    if quarter == 3:
        return top, width - right, bottom, width - left
    if quarter == 2:
        return width - right, height - bottom, width - left, height - top
    return box
