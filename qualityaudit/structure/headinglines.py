"""Lines in, how many of them form a heading out: by their words, their look and the room around them."""

import re

from qualityaudit.document import SectionKind
from qualityaudit.readers.pages import Line
from qualityaudit.readers.prose import UNFINISHED
from qualityaudit.structure.headings import BACK_MATTER, bare, is_labelled, is_main, kind_of, unspaced
from qualityaudit.structure.style import caption_start
from qualityaudit.structure.walk import END, Walk, numbered

_TITLE_WORD = re.compile(r"[A-Za-zÀ-ÿα-ω]{3,}")
_FORMULA = re.compile(r"^(?:CM(?:MI|SY|EX)|[A-Z+]*MSBM|.*Math)")
"""Fonts that only formulas are set in."""


class HeadingFinder:
    """Looks at single places of a walk."""

    def __init__(self, walk: Walk) -> None:
        self.walk, self.style = walk, walk.style
        self.looks: set[tuple[str, int]] = set()  # of the main headings so far

    def count(self, i: int, in_references: bool, after_heading: bool) -> int:
        """How many lines from ``i`` on form a heading; 0 = none."""
        count = self._count(i, in_references, after_heading)
        return 0 if count and self._cut(i + count) else count

    def _cut(self, end: int) -> bool:
        """Whether what ends before line ``end`` goes on there in mid-sentence, as the bold start of a list's item does."""
        last, line = self.walk.lines[end - 1], self.walk.at(end)
        if line is None or line.page != last.page or not 0 < line.y0 - last.y0 < 1.7 * last.size:
            return False
        return last.joined or (bool(line.lead) and line.text[0].islower())

    def _count(self, i: int, in_references: bool, after_heading: bool) -> int:
        line, style = self.walk.lines[i], self.style
        text = line.text
        if text[0].islower() or _FORMULA.match(line.font) or (line.font == style.font and not self._candidate(i)):
            return 0
        if len(text) > 130 or line.lead or not _TITLE_WORD.search(unspaced(text)) or is_labelled(text):
            return 0
        if line.cells and not numbered(line) and unspaced(text) == text:
            return 0
        title, depth = bare(text)
        kind = kind_of(text)
        stands_out = style.differs(line) or title.isupper() or unspaced(text) != text
        small = line.size < style.size - 0.6 and not (line.bold or text.isupper() or kind in BACK_MATTER)
        if kind and not small and (stands_out or depth or self._alone(i)) and not text[0].islower():
            return 1 if self._complete(i, kind) else self._lines(i)
        if in_references and (line.font, round(line.size)) not in self.looks:
            return 0
        if not stands_out or text.endswith((",", ";", "-")) or not (title[:1].isupper() or title[:1].isdigit()):
            return 0
        return self._lines(i) if self._looks_like_heading(i, depth, after_heading) else 0

    def _candidate(self, i: int) -> bool:
        """A quick look at a line in the running text's font: most of them go on with a sentence."""
        line = self.walk.lines[i]
        marked = line.size != self.style.size or line.bold or line.italic or not line.text[0].isalpha()
        return marked or line.text.isupper() or line.text[1:2] in " .IVX)" or self._room(i)

    def _room(self, i: int) -> bool:
        """Whether a short line starts a paragraph."""
        walk, line = self.walk, self.walk.lines[i]
        if len(line.text) > 60 or not line.text[0].isupper():
            return False
        last = walk.lines[i - 1]
        return bool(walk.starts_chunk(i) or END.search(last.text) or line.y0 - last.y1 > line.size)

    def _complete(self, i: int, kind: SectionKind) -> bool:
        line, following = self.walk.lines[i], self.walk.at(i + 1)
        if following is None or not self.walk.same_look(line, following) or not self.style.differs(following):
            return True
        return kind_of(line.text + " " + following.text) is None

    def _alone(self, i: int) -> bool:
        """Whether a line in the body's style stands apart as headings of plain manuscripts do."""
        walk, line = self.walk, self.walk.lines[i]
        following = walk.at(i + 1)
        if not self.style.is_body(line) or not self._room(i):
            return False
        if not (is_main(line.text) or walk.short(line)):
            return False
        return following is None or following.y0 > line.y1 - 2 or following.page != line.page

    def _lines(self, i: int) -> int:
        """The heading's lines: the same look, close together, at most four."""
        count = 1
        while count < 4 and (b := self.walk.at(i + count)):
            a = self.walk.lines[i + count - 1]
            close = b.page == a.page and 0 < b.y0 - a.y0 < 1.7 * max(a.size, a.y1 - a.y0)
            if not (self.walk.same_look(a, b) and close and not b.cells) or kind_of(b.text) or bare(b.text)[1]:
                break
            if a.text.isupper() and not b.text.isupper():
                break
            unfinished = bool(UNFINISHED.search(a.text))
            if a.text.endswith((".", "?")) or (
                not unfinished and b.text[0].isupper() and a.x1 - a.x0 < 0.5 * self.style.width(a.page)
            ):
                break
            count += 1
        return count

    def _looks_like_heading(self, i: int, depth: int, after_heading: bool) -> bool:
        walk, style = self.walk, self.style
        line, count = walk.lines[i], self._lines(i)
        last = walk.lines[i + count - 1]
        words = sum(len(x.text.split()) for x in walk.lines[i : i + count])
        least = style.size - (1.3 if line.bold and depth else 0.7)
        if words > 24 or (last.text.endswith(".") and not depth) or line.size < least:
            return False
        following = walk.at(i + count)
        if following is None or not self._leads(last, following):
            return False
        strong = (line.bold and not style.bold) or line.size > 1.06 * style.size or bool(depth)
        previous = walk.lines[i - 1]
        gap = walk.starts_chunk(i) or walk.step(i) > 1.12 * walk.pitch(i) or previous.page != line.page
        if not (gap or after_heading or (strong and END.search(previous.text))):
            return False
        if strong or line.text.isupper():
            return True
        fills = last.x1 - last.x0 > 0.88 * style.width(line.page)
        return gap and not fills and words <= 14 and not re.search(r"[=∑∫]|\(\d+\)$", line.text)

    def _leads(self, last: Line, following: Line) -> bool:
        """Whether what follows a heading is text, another heading, or a caption."""
        if caption_start(following.text):
            return not (following.page == last.page and 0 <= following.y0 - last.y1 < 2 * last.size)
        if kind_of(following.text) or bare(following.text)[1]:
            return True
        if following.page == last.page and following.y0 > last.y0 and following.y0 - last.y1 > 6 * last.size:
            return False
        if following.cells or len(following.text) < 20:
            return False
        return abs(following.size - self.style.size) < 1.2 or following.bold
