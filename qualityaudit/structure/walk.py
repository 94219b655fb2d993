"""Chunks of lines in, one run of lines out that knows of each line where it stands: its column, its spacing, its neighbours."""

import itertools
import re

from qualityaudit.readers.pages import Line
from qualityaudit.structure.order import Chunk
from qualityaudit.structure.style import CAPTION, Style, caption_closed, caption_start

_NUMBER = re.compile(r"(?:(?:appendix|section)\s*)?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[A-Z]|[IVX]{1,5})[.)]?", re.IGNORECASE)
END = re.compile(r"[.?!:…][\"'”’)\]]*$")


class Walk:
    """The lines of a paper in reading order."""

    def __init__(self, chunks: list[Chunk], style: Style) -> None:
        self.lines = [line for chunk in chunks for line in chunk.lines]
        self.chunks = [chunk for chunk in chunks for _ in chunk.lines]
        self.style = style
        self._pitches: dict[int, float] = {}
        self._usual = _usual_steps(chunks)
        self._legends = {_label(line) for line in self.lines if self._marked(line) and caption_start(line.text)}

    def at(self, i: int) -> Line | None:
        """Line number ``i``, or None past the end."""
        return self.lines[i] if i < len(self.lines) else None

    def starts_chunk(self, i: int) -> bool:
        """Whether a line is the first of its chunk."""
        return i == 0 or self.chunks[i] is not self.chunks[i - 1]

    def pitch(self, i: int) -> float:
        """The usual distance (points) from line to line around line ``i``."""
        chunk = self.chunks[i]
        key = id(chunk)
        if key not in self._pitches:
            steps = sorted(b.y0 - a.y0 for a, b in itertools.pairwise(chunk.lines) if b.y0 - a.y0 > 2)
            self._pitches[key] = steps[len(steps) // 2] if len(steps) > 2 else 0.0
        return self._pitches[key] or self._usual.get(round(self.lines[i].size), 1.25 * self.lines[i].size)

    def step(self, i: int) -> float:
        """How far (points) line ``i`` stands below the one before."""
        return self.lines[i].y0 - self.lines[i - 1].y0

    def apart(self, i: int) -> bool:
        """Whether a line does not go on with the sentence of the line before, by its place or by its look."""
        line, last = self.lines[i], self.lines[i - 1]
        return self.step(i) > 1.2 * self.pitch(i) or abs(line.size - last.size) > 0.3 or line.font != last.font

    def is_caption(self, i: int) -> bool:
        """Whether a legend starts with this line."""
        line = self.lines[i]
        if line.text[:1] not in "FTSEAOCPLftseaoc" or not caption_start(line.text):
            return False
        if self._marked(line):
            return True
        if _label(line) in self._legends and self.style.is_body(line):
            return False
        last = self.lines[i - 1]
        if self.starts_chunk(i):
            return True
        if self.apart(i):
            return bool(END.search(last.text) or last.cells) or line.font != last.font
        return self.opens(i) and caption_closed(line.text)

    def opens(self, i: int) -> bool:
        """Whether a line of the running text starts a paragraph: a little apart from one that ends a sentence."""
        last = self.lines[i - 1]
        return self.step(i) > 1.08 * self.pitch(i) and bool(END.search(last.text))

    def _marked(self, line: Line) -> bool:
        return bool(line.lead or (line.bold and not self.style.bold))

    def same_look(self, a: Line, b: Line) -> bool:
        """Whether two lines are printed alike."""
        return a.font == b.font and abs(a.size - b.size) < 0.2 and a.bold == b.bold and not b.lead

    def short(self, line: Line) -> bool:
        """Whether a line ends long before the column does, and not with a sentence."""
        return line.x1 - line.x0 < 0.6 * self.style.width(line.page) and not line.text.endswith(".")


def _usual_steps(chunks: list[Chunk]) -> dict[int, float]:
    """By font size, the usual distance from line to line in the whole paper; points."""
    steps: dict[int, list[float]] = {}
    for chunk in chunks:
        if len(chunk.lines) > 3:
            for a, b in itertools.pairwise(chunk.lines):
                if b.y0 - a.y0 > 2 and a.size == b.size:
                    steps.setdefault(round(a.size), []).append(b.y0 - a.y0)
    return {size: sorted(found)[len(found) // 2] for size, found in steps.items() if len(found) > 5}


def numbered(line: Line) -> bool:
    """Whether a line is a section number, a gap and words: ``4.   Discussion``, ``4  |  DISCUSSION``."""
    first, *rest = [cell.text.strip(" |│") for cell in line.cells] or [""]
    apart = sum(b.x0 - a.x1 > line.size for a, b in itertools.pairwise(line.cells[1:]) if a.text.strip(" |│"))
    return any(rest) and not apart and bool(_NUMBER.fullmatch(first))


def _label(line: Line) -> str:
    match = CAPTION.match(line.text)
    return f"{line.text[:1]}{match.group('label')}".lower() if match else ""
