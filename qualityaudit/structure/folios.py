"""Pages in, their running heads out that change from page to page but carry the page's number."""

import re
from collections import defaultdict
from collections.abc import Iterator

from qualityaudit.readers.pages import Line, Sheet
from qualityaudit.structure.style import caption_label

_NUMBER = re.compile(r"^(\d{1,4})(?=\D|$)|(?<!\d)(?<!\d[.,])(\d{1,4})$")
_LEAST = 3
"""Pages on which a number must rise with the page."""


def paged(sheets: list[Sheet]) -> set[int]:
    """The ``id`` of the lines at the top or foot of pages that begin or end with a number that rises with the page."""
    found: dict[tuple[int | None, int], list[tuple[int, Line]]] = defaultdict(list)
    for sheet in sheets:
        for place, line in _ends(sheet):
            if caption_label(line.text):
                continue
            for match in _NUMBER.finditer(line.text):
                alone = line.text.isdigit()  # it may stand left and right in turn, and below on the first page
                found[None if alone else place, int(match.group()) - sheet.number].append((sheet.number, line))
    return {
        id(line)
        for lines in found.values()
        if len({page for page, _ in lines}) >= max(_LEAST, len(sheets) / 4)
        for _, line in lines
    }


def _ends(sheet: Sheet) -> Iterator[tuple[int, Line]]:
    """The first and the last line of a page with their height, if they stand apart from the others."""
    lines = sorted(sheet.lines, key=lambda line: line.y0)
    for line, beside in ((lines[0], lines[1:6]), (lines[-1], lines[-6:-1])) if len(lines) > 3 else ():
        gap = min((max(x.y0 - line.y1, line.y0 - x.y1) for x in beside if abs(x.y0 - line.y0) > 3), default=0.0)
        bottom = 0.75 if line.text.isdigit() and gap > 1.5 * line.size else 0.86
        if gap > 0.5 * line.size and (line.y1 < 0.16 * sheet.height or line.y0 > bottom * sheet.height):
            yield round(line.y0 / 6), line
