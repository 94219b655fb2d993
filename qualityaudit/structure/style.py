"""Lines in, the style of the running text out: what is body, what stands out from it."""

import re
from collections import Counter
from dataclasses import dataclass

from qualityaudit.readers.pages import Line

CAPTION = re.compile(
    r"(?:(?:supplementary|supplemental|supporting|suppl?\.?|extended data|additional|online|appendix)\s+)?"
    r"(?:fig(?:ure)?s?|tab(?:le)?|scheme|chart|plate|algorithm|listing)(?:\.?\s+|\.|(?=\d))"
    r"(?P<label>[A-Z]{0,2}[-.]?\d{1,2}(?:\.\d{1,2})?[A-Za-z]?|[IVX]{1,5}|[A-Z])"
    r"(?P<after>\s*[.:|–—]|\s+[-–—]|\s+(?=[A-Z(“\"'a-z0-9])|$)",
    re.IGNORECASE,
)
_REFERENCES = re.compile(r"[\d.\s]*(?:references|bibliography|literature cited)[:.]?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Style:
    """The font of most of the text, its size (points), and the usual width of a full line on each page (points)."""

    font: str
    size: float
    bold: bool
    widths: dict[int, float]

    def is_body(self, line: Line) -> bool:
        """Whether a line is as large as the running text."""
        return abs(line.size - self.size) <= 0.4

    def differs(self, line: Line) -> bool:
        """Whether a line stands out: bolder, larger, slanted, or of a font used for something else."""
        return (
            (line.bold and not self.bold)
            or line.size > 1.06 * self.size
            or line.italic
            or (line.font != self.font and not line.lead)
        )

    def width(self, page: int) -> float:
        """The usual width of a full line on a page, points."""
        return self.widths.get(page) or self.widths.get(0, 240.0)


def style_of(lines: list[Line]) -> Style:
    """The style of most of the text."""
    weights: Counter[tuple[str, float, bool]] = Counter()
    for line in _before_references(lines):
        weights[line.font, line.size, line.bold] += len(line.text) if len(line.text) > 20 else 1
    if not weights:
        return Style("", 10.0, False, {0: 240.0})
    (font, size, bold), _ = weights.most_common(1)[0]
    pages: dict[int, list[float]] = {}
    for line in lines:
        if abs(line.size - size) <= 0.4 and len(line.text) > 30 and not line.cells:
            pages.setdefault(line.page, []).append(line.x1 - line.x0)
    widths = {page: sorted(found)[int(len(found) * 0.6)] for page, found in pages.items() if len(found) > 4}
    every = sorted(w for found in pages.values() for w in found)
    widths[0] = every[int(len(every) * 0.6)] if every else 240.0
    return Style(font, size, bold, widths)


def _before_references(lines: list[Line]) -> list[Line]:
    """The lines before the list of references, whose print is another, if that leaves any number of them."""
    for i in range(len(lines) - 1, len(lines) // 3, -1):
        if len(lines[i].text) < 24 and _REFERENCES.fullmatch(lines[i].text):
            return lines[:i]
    return lines


def caption_start(text: str) -> bool:
    """Whether a line reads like the start of a legend: ``Fig. 2 | …``, ``Table 1: …``, ``Table 1 Baseline …``."""
    match = CAPTION.match(text)
    if not match:
        return False
    after = match.group("after").strip()
    rest = text[match.end() :].lstrip()
    return bool(after) or not rest or rest[0].isupper() or rest[0] in "(“\"'"


def caption_label(text: str) -> bool:
    """Whether a line is the number of a legend and no more, as some classes set it above the legend: ``TABLE II``."""
    match = CAPTION.match(text)
    return match is not None and not text[match.end("label") :].strip(" .:|–—-")


def caption_closed(text: str) -> bool:
    """Whether a stop follows the number of a legend: ``Fig. 2. Flow of patients``."""
    match = CAPTION.match(text)
    return bool(match and match.group("after").strip())


def is_table(text: str) -> bool:
    """Whether a legend is that of a table."""
    return bool(re.match(r"\W*(?:\w+\s+){0,2}?tab(?:le|\.)", text, re.IGNORECASE))
