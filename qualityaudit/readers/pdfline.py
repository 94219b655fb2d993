"""A line with its gaps and superscripts in, the line with its cells and citations out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from qualityaudit.readers.pages import Cell, Line
from qualityaudit.readers.typography import clean

_STOPS = frozenset(".:?!;,")
_OTHER = re.compile(r"[\W\d_]+")
Gap = tuple[int, float, float]
"""A blank: its offset, where the word before it ends, where the next begins; points."""


@dataclass(slots=True)
class RawLine:
    """A line before its gaps and superscripts are known."""

    first: int  # index of its first character
    text: str
    line: Line
    angle: float


def usual_width(raws: Iterable[RawLine], look: tuple[str, float]) -> float:
    """The usual width of a character in long lines of a font and size, blanks included; points."""
    widths = [
        (item.line.x1 - item.line.x0) / len(item.text)
        for item in raws
        if len(item.text) > 25 and (item.line.font, item.line.size) == look
    ]
    return sorted(widths)[len(widths) // 2] if widths else 0.0


def wide_gaps(blanks: list[Gap], size: float, natural: float, text: str) -> list[Gap]:
    """The blanks that part cells: wider than those between words, which in a justified line are all alike."""
    gaps = [left - right for _, right, left in blanks]
    most = max(gaps)
    even = len(gaps) > 1 and most < (1.3 if len(gaps) > 2 else 1.06) * min(gaps) and is_prose(text)
    if even and most < 1.02 * min(gaps):
        return []
    least = 2.2 * size if even else size * max(0.45, 1.45 * natural)
    numbers = not is_prose(text)
    stops = (_more(text, at, numbers) for at, _, _ in blanks)
    return [blank for blank, gap, more in zip(blanks, gaps, stops, strict=True) if gap > more * least]


def _more(text: str, at: int, numbers: bool) -> float:
    """How much wider than usual the blank at ``at`` must be: after a stop more room is left, between numbers less."""
    if text[at - 1] in _STOPS:
        return 1.35
    return 0.92 if numbers and text[at - 1].isdigit() and text[at + 1 : at + 2].isdigit() else 1.0


def is_prose(text: str) -> bool:
    """Whether most of a text is letters."""
    return len(_OTHER.sub("", text)) > 0.6 * len(text)


def finish(
    line: Line,
    text: str,
    cuts: list[Gap],
    tops: list[tuple[float, float]],
    raised: list[tuple[int, int]],
) -> None:
    """Cut a line into cells at its wide gaps and take its superscript marks out of the text."""
    if raised:
        kept, at = "", 0
        for start, end in raised:
            kept += text[at:start]
            line.citations.append((len(clean(kept)), text[start:end].replace(" ", "")))
            at = end
        shifted = [(cut - sum(e - s for s, e in raised if e <= cut), a, b) for cut, a, b in cuts]
        text, cuts = kept + text[at:], shifted
    if cuts:
        bounds = [0, *(cut for cut, _, _ in cuts), len(text)]
        lefts, rights = [line.x0, *(b for _, _, b in cuts)], [*(a for _, a, _ in cuts), line.x1]
        line.cells = [
            Cell(clean(text[a:b]).strip(), x0, x1, *top)
            for a, b, x0, x1, top in zip(bounds[:-1], bounds[1:], lefts, rights, tops, strict=True)
        ]
    line.text = clean(text)
