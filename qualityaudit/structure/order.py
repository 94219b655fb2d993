"""The lines of a page in drawing order in, chunks in reading order out: columns left to right, boxes in their place."""

import itertools
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from qualityaudit.readers.pages import Line


@dataclass(slots=True)
class Chunk:
    """Lines that follow each other downwards in one column."""

    lines: list[Line]
    x0: float
    y0: float
    x1: float
    y1: float

    def take(self, line: Line) -> None:
        """Add a line at the end."""
        self.lines.append(line)
        self.x0 = min(self.x0, line.x0)
        self.y0 = min(self.y0, line.y0)
        self.x1 = max(self.x1, line.x1)
        self.y1 = max(self.y1, line.y1)


def _trimmed(chunk: Chunk) -> None:
    """Take back the right edge of a chunk where a line or two run out of their column, as unbroken addresses do."""
    edges = sorted(line.x1 for line in chunk.lines)
    usual = edges[(3 * len(edges)) // 4]
    if len(edges) > 5 and edges[-1] - usual > 8 and sum(edge > usual + 8 for edge in edges) <= len(edges) / 5:
        chunk.x1 = usual


def ordered(lines: list[Line], body: float) -> list[Chunk]:
    """The chunks of a page in reading order; ``body`` is the font size of the running text, points."""
    chunks = _chunks(lines, body)
    for chunk in chunks:
        _trimmed(chunk)
    return chunks if _plausible(chunks) else _sorted(chunks)


def _chunks(lines: list[Line], body: float) -> list[Chunk]:
    made: list[Chunk] = []
    for line in lines:
        chunk = made[-1] if made else None
        if chunk and _belongs(chunk, line, body):
            chunk.take(line)
        else:
            made.append(Chunk([line], line.x0, line.y0, line.x1, line.y1))
    return made


def _belongs(chunk: Chunk, line: Line, body: float) -> bool:
    last = chunk.lines[-1]
    size = max(line.size, 4.0)
    small, smaller = abs(last.size - body) > 0.4, abs(line.size - body) > 0.4
    if small and smaller and abs(last.size - line.size) < 2:  # pieces of a table, a figure, a footnote
        return line.y0 < chunk.y1 + 1.6 * size and line.y1 > chunk.y0 - 1.6 * size and _near(chunk, line, 4 * size)
    if small != smaller and (line.bold or last.bold) is False:
        return False
    down = line.y0 - last.y0
    return -0.2 * size < down < 2.6 * size + (last.y1 - last.y0 - size) and line.x0 < last.x1 and line.x1 > last.x0


def _near(chunk: Chunk, line: Line, within: float) -> bool:
    return line.x0 < chunk.x1 + within and line.x1 > chunk.x0 - within


def _plausible(chunks: list[Chunk]) -> bool:
    """Whether every chunk stands below the last one or in a column to its right."""
    for a, b in itertools.pairwise(chunks):
        overlap = min(a.x1, b.x1) - max(a.x0, b.x0)
        if overlap > 3:
            if b.y0 < a.y0 - 2:
                return False
        elif b.x1 < a.x0 + 3 and b.y0 < a.y1 - 3:
            return False
    return _columns_in_turn(chunks)


def _columns_in_turn(chunks: list[Chunk]) -> bool:
    """Whether no chunk comes after one that stands lower in the same columns."""
    for i, b in enumerate(chunks):
        for a in chunks[max(0, i - 6) : i]:
            if min(a.x1, b.x1) - max(a.x0, b.x0) > 3 and b.y1 < a.y0 + 2:
                return False
    return True


def _sorted(chunks: list[Chunk]) -> list[Chunk]:
    """Topological order of *above in the same column* and *in a column to the left* (doi:10.1117/12.410821)."""
    n = len(chunks)
    if n > 250:
        return chunks
    after: list[set[int]] = [set() for _ in range(n)]
    waits = [0] * n
    by_height = _ByHeight(chunks)
    for i, a in enumerate(chunks):
        for j, b in enumerate(chunks):
            if i != j and _before(a, b, by_height):
                after[i].add(j)
                waits[j] += 1
    left, made = set(range(n)), list[int]()
    while left:
        ready = [i for i in left if not waits[i]] or [min(left, key=lambda k: (waits[k], k))]
        chosen = _next(ready, made[-1] if made else None, chunks)
        made.append(chosen)
        left.remove(chosen)
        for j in after[chosen]:
            waits[j] -= 1
    return [chunks[i] for i in made]


def _next(ready: list[int], last: int | None, chunks: list[Chunk]) -> int:
    """Stay in the column where the last chunk stood, else go on in drawing order."""
    if last is not None:
        a = chunks[last]
        same = [i for i in ready if chunks[i].y0 >= a.y0 and min(a.x1, chunks[i].x1) - max(a.x0, chunks[i].x0) > 3]
        if same:
            return min(same, key=lambda i: (chunks[i].y0, i))
    return min(ready, key=lambda i: (round(chunks[i].y0 / 20), i))


class _ByHeight:
    """Chunks by the middle of their height, to find those that run across the page between two others."""

    def __init__(self, chunks: list[Chunk]) -> None:
        self.chunks = sorted(chunks, key=lambda c: c.y0 + c.y1)
        self.middles = [(c.y0 + c.y1) / 2 for c in self.chunks]

    def between(self, top: float, bottom: float) -> list[Chunk]:
        """The chunks whose middle lies there; those that stand above them are read before them."""
        return self.chunks[bisect_right(self.middles, top) : bisect_left(self.middles, bottom)] if top < bottom else []


def _before(a: Chunk, b: Chunk, by_height: _ByHeight) -> bool:
    overlap = min(a.x1, b.x1) - max(a.x0, b.x0)
    if overlap > 3:
        return (a.y0 + a.y1) < (b.y0 + b.y1)
    if a.x1 > b.x0 + 3:
        return False
    top = max(min(a.y0, b.y0), min(a.y1, b.y1) - 3)
    bottom = min(max(a.y1, b.y1), max(a.y0, b.y0) + 3)
    return not any(
        c.x0 < a.x1 - 3 and c.x1 > b.x0 + 3 and c is not a and c is not b for c in by_height.between(top, bottom)
    )
