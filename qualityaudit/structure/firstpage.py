"""The first page in, its title and the rows of print under it out."""

import re
from dataclasses import dataclass

from qualityaudit.readers.pages import Line, Sheet
from qualityaudit.structure.joining import Joiner

_KIND = re.compile(
    r"(?:original|review|research|short|brief|full|invited|systematic|scientific|technical|clinical|open access|article"
    r"|paper|report|letter|editorial|perspective|viewpoint|commentary|communication|note|investigation|contribution"
    r"|methodology|protocol|study|open|access|track|correspondence|experimental|and|[\s|:/•-])+",
    re.IGNORECASE,
)
_NOT_TITLE = re.compile(
    r"journal homepage|contents lists|available online|https?://|www\.|^doi|downloaded from|©", re.I
)
_ABSTRACT = re.compile(
    r"\W*(?:a\s?b\s?s\s?t\s?r\s?a\s?c\s?t|summary|article\s?info|a r t i c l e|key\s?words?|key ?points|highlights"
    r"|introduction|\d\.? introduction|background|significance|(?:to|how to) cite|cite this|editors?:|purpose|objectives?|aims?|rationale)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Row:
    """Lines of print that stand beside each other."""

    lines: list[Line]
    text: str

    @property
    def line(self) -> Line:
        """The longest of them."""
        return max(self.lines, key=lambda line: len(line.text))


def letters(text: str) -> str:
    """The letters and digits of a text alone, small, for comparing what hyphens and blanks may divide."""
    return "".join(c for c in text.lower() if c.isalnum())


def title_lines(sheet: Sheet) -> list[Line]:
    """The lines of the title: of the largest print in the upper part of the page that is more than a label."""
    groups: list[list[Line]] = []
    for line in sorted(sheet.lines, key=lambda x: (x.y0, x.x0)):
        if line.y0 > 0.68 * sheet.height or len(line.text) < 2:
            continue
        group = next((g for g in reversed(groups[-6:]) if _goes_on(g[-1], line)), None)
        if group:
            group.append(line)
        else:
            groups.append([line])
    weighed = [(_weight(g), -i) for i, g in enumerate(groups)]
    best, at = max(weighed, default=(0.0, 0))
    return groups[-at] if best else []


def _goes_on(last: Line, line: Line) -> bool:
    alike = abs(line.size - last.size) < 0.04 * last.size + 0.05
    return alike and line.y0 - last.y0 < 2.1 * max(last.size, 6.0) and line.x0 < last.x1 and line.x1 > last.x0


def _weight(group: list[Line]) -> float:
    """The size of print (points), more where there are enough words for a title; 0 = no title."""
    text = " ".join(line.text for line in group)
    words = len(re.findall(r"[^\W\d_]{2,}", text))
    if words < 2 or len(text) > 420 or _KIND.fullmatch(text) or _NOT_TITLE.search(text):
        return 0.0
    return group[0].size * (0.6 + 0.05 * min(words, 8))


def title_of(sheet: Sheet, lines: list[Line], told: str) -> str | None:
    """The title as printed, or as the file's own data tell it (``told``) where the page bears that out."""
    printed = Joiner(sheet.lines).block("title", lines).text.strip() if lines else ""
    a, b = letters(printed), letters(told)
    page = letters("".join(line.text for line in sheet.lines))
    if len(told.split()) >= 3 and b and b in page and b not in a:
        return told.strip()
    return printed.rstrip("*†‡§¶# ") or None


def rows_below(sheet: Sheet, title: list[Line]) -> list[Row]:
    """What stands between the title and the abstract, row by row, top to bottom."""
    if not title:
        return []
    bottom = max(line.y1 for line in title)
    left, right = min(line.x0 for line in title) - 40, max(line.x1 for line in title) + 60
    found = [
        line
        for line in sheet.lines
        if bottom - 2 < line.y0 < 0.72 * sheet.height and line.x0 < right and line.x1 > left and line.text.strip()
    ]
    rows: list[Row] = []
    for line in sorted(found, key=lambda x: (x.y1, x.x0)):
        if rows and abs(line.y1 - rows[-1].lines[0].y1) < 3.5:
            rows[-1].lines.append(line)
        else:
            rows.append(Row([line], ""))
    made: list[Row] = []
    for row in rows:
        row.lines = _beside(sorted(row.lines, key=lambda x: x.x0))
        row.text = " ".join(_marked(line) for line in row.lines)
        if _ABSTRACT.match(row.text) or (made and _is_prose(row)):
            break
        made.append(row)
    return made


def _beside(lines: list[Line]) -> list[Line]:
    """The lines of a row up to a wide gap, where another column begins; e-mail addresses may stand far off."""
    kept = lines[:1]
    for line in lines[1:]:
        if line.x0 - kept[-1].x1 < 25 or "@" in line.text:
            kept.append(line)
    return kept


def _marked(line: Line) -> str:
    """The line with a comma where a superscript mark stood, which ends a name."""
    text = line.text
    for at, _ in sorted(line.citations, reverse=True):
        text = text[:at] + "," + text[at:] if at > 0 else text
    return text.strip()


def _is_prose(row: Row) -> bool:
    words = re.findall(r"[^\W\d_]+", row.text)
    small = sum(word.islower() and word not in ("and", "of", "de", "the", "van", "der", "for", "in") for word in words)
    return len(words) > 7 and small > 0.6 * len(words)
