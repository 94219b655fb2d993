"""The lines of a page in, the upright ones out; turned text (stamps, watermarks) goes to the margin."""

import math
from collections import Counter
from collections.abc import Sequence

from qualityaudit.readers.pages import Line, Sheet
from qualityaudit.readers.pdfline import RawLine


def upright(raws: Sequence[RawLine], sheet: Sheet, rotation: int) -> list[RawLine]:
    """The lines that read left to right once the page is turned as most of its text is; the others go to the margin."""
    if not any(item.angle for item in raws):
        return list(raws)
    turns: Counter[int] = Counter()
    for item in raws:
        turns[round(item.angle / (math.pi / 2)) % 4 if _square(item.angle) else 9] += len(item.text)
    main = max((t for t in turns if t != 9), key=lambda t: turns[t], default=0)
    if main:
        for item in raws:
            _turn(item.line, main, sheet.width, sheet.height)
        if main != 2:
            sheet.width, sheet.height = sheet.height, sheet.width
    kept = []
    for item in raws:
        if _square(item.angle) and round(item.angle / (math.pi / 2)) % 4 == main:
            kept.append(item)
        else:
            sheet.margin.append(item.text)
    return kept


def _square(angle: float) -> bool:
    return abs(math.remainder(angle, math.pi / 2)) < 0.02


def _turn(line: Line, quarter: int, width: float, height: float) -> None:
    x0, x1, y0, y1 = sorted((line.x0, line.x1)) + sorted((line.y0, line.y1))
    if quarter == 1:  # text runs upwards
        line.x0, line.x1, line.y0, line.y1 = height - y1, height - y0, x0, x1
    elif quarter == 3:  # downwards
        line.x0, line.x1, line.y0, line.y1 = y0, y1, width - x1, width - x0
    elif quarter == 2:
        line.x0, line.x1, line.y0, line.y1 = width - x1, width - x0, height - y1, height - y0
