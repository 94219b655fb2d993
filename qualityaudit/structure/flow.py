"""Lines in reading order in, blocks out: paragraphs, headings, captions, tables, figure text, footnotes."""

import itertools
import re

from qualityaudit.readers.pages import Block, Line
from qualityaudit.structure.headings import bare, is_main, is_reference_start, kind_of, unspaced
from qualityaudit.structure.joining import Joiner
from qualityaudit.structure.order import Chunk
from qualityaudit.structure.style import Style, caption_start, is_table
from qualityaudit.structure.tablerows import rows_of

_END = re.compile(r"[.?!:…][\"'”’)\]]*$")
_IMPRINT = re.compile(
    r"correspond|@|received[: ]|accepted[: ]|©|\(c\) the author|creative ?commons|department of|univers|licen[sc]e"
    r"|open access|e-?mail|equal(?:ly)? contribut|published (?:online|by)|https?://doi|issn|citation:|academic editor",
    re.IGNORECASE,
)
_TITLE_WORD = re.compile(r"[A-Za-zÀ-ÿα-ω]{3,}")


class Flow:
    """Walks through the lines of a paper once."""

    def __init__(self, chunks: list[Chunk], style: Style) -> None:
        self.lines = [line for chunk in chunks for line in chunk.lines]
        self.chunk_at = [chunk for chunk in chunks for _ in chunk.lines]
        self.style, self.joiner = style, Joiner(self.lines)
        self.blocks: list[Block] = []
        self.group: list[Line] = []
        self.open: dict[int, Block] = {}  # unfinished paragraphs by font size
        self.references = False
        self.main_seen = False
        self.pitches: dict[int, float] = {}
        self.looks: set[tuple[str, int]] = set()  # of the main headings so far

    def run(self) -> list[Block]:
        """All blocks, in reading order."""
        i = 0
        while i < len(self.lines):
            i = self._step(i)
        self._flush()
        return self.blocks

    def _step(self, i: int) -> int:
        line, start = self.lines[i], self._starts_chunk(i)
        if start:
            self._flush()
            if not self.references and (end := self._fragment(i)):
                return end
        if self._is_caption(i):
            self._flush()
            return self._caption(i)
        if count := self._heading(i):
            self._flush()
            self._add_heading(self.lines[i : i + count])
            return i + count
        if self.group and self._new_paragraph(i):
            self._flush()
        self.group.append(line)
        return i + 1

    def _starts_chunk(self, i: int) -> bool:
        return i == 0 or self.chunk_at[i] is not self.chunk_at[i - 1]

    # paragraphs

    def _flush(self) -> None:
        group, self.group = self.group, []
        if not group:
            return
        size = round(group[0].size)
        last = self.open.pop(size, None)
        if last and self._goes_on(last, group[0]):
            self.joiner.extend(last, group)
            block = last
        else:
            block = self.joiner.block("paragraph", group)
            if self._imprint(block, group):
                block.role = "front"
            self.blocks.append(block)
        if not _END.search(block.text) and block.role == "paragraph":
            self.open[size] = block

    def _goes_on(self, block: Block, line: Line) -> bool:
        if self.references and is_reference_start(line.text):
            return False
        last = block.marks[-1][1]
        if last.joined or block.text.endswith("-") or line.text[0].islower():
            return True
        full = last.x1 - last.x0 > 0.8 * self.style.width(last.page)
        return full and not line.lead and line.bold == last.bold and (line.page, line.x0) != (last.page, last.x0)

    def _imprint(self, block: Block, group: list[Line]) -> bool:
        if group[0].page > 2 or self.references:
            return False
        found = len({m.lower() for m in _IMPRINT.findall(block.text[:1500])})
        small = group[0].size < self.style.size - 0.4
        return found >= (1 if small else 2) and (small or len(block.text) < 700)

    def _pitch(self, i: int) -> float:
        chunk = self.chunk_at[i]
        key = id(chunk)
        if key not in self.pitches:
            lines = chunk.lines
            steps = sorted(b.y0 - a.y0 for a, b in itertools.pairwise(lines) if b.y0 - a.y0 > 2)
            self.pitches[key] = steps[len(steps) // 2] if len(steps) > 2 else 0.0
        return self.pitches[key] or 1.25 * self.lines[i].size

    def _new_paragraph(self, i: int) -> bool:
        line, last, chunk = self.lines[i], self.lines[i - 1], self.chunk_at[i]
        if self.references and is_reference_start(line.text):
            return True
        if (
            line.y0 - last.y0 > 1.22 * max(self._pitch(i), last.y1 - last.y0)
            and line.y0 - last.y0 > self._pitch(i) + 1.5
        ):
            return True
        if last.joined or not _END.search(last.text):
            return False
        indent = line.x0 - chunk.x0
        if 0.5 * line.size < indent < 5 * line.size and last.x0 - chunk.x0 < 0.3 * line.size and not self.references:
            return line.text[0].isupper() or not line.text[0].isalpha()
        if line.lead and not last.lead and line.text[0].isupper():
            return True
        return last.x1 < chunk.x1 - 0.28 * (chunk.x1 - chunk.x0) and line.text[0].isupper()

    # headings

    def _heading(self, i: int) -> int:
        """How many lines from ``i`` on form a heading; 0 = none."""
        line, style = self.lines[i], self.style
        text = line.text
        if len(text) > 130 or len(line.cells) > 1 or line.lead or not _TITLE_WORD.search(text):
            return 0
        title, depth = bare(text)
        kind = kind_of(text)
        stands_out = style.differs(line) or title.isupper() or unspaced(text) != text
        if kind and (stands_out or depth or self._alone(i)) and not text[0].islower():
            return 1 if self._complete(i, kind) else self._count(i)
        if self.references and (line.font, round(line.size)) not in self.looks:
            return 0
        if not stands_out or text.endswith((",", ";", "-")) or not (title[:1].isupper() or title[:1].isdigit()):
            return 0
        return self._count(i) if self._looks_like_heading(i, depth) else 0

    def _complete(self, i: int, kind: str) -> bool:
        following = self.lines[i + 1] if i + 1 < len(self.lines) else None
        if following is None or not self._same_look(self.lines[i], following) or not self.style.differs(following):
            return True
        return kind_of(self.lines[i].text + " " + following.text) is None

    def _same_look(self, a: Line, b: Line) -> bool:
        return a.font == b.font and abs(a.size - b.size) < 0.2 and a.bold == b.bold and not b.lead

    def _alone(self, i: int) -> bool:
        """Whether a line in the body's style stands apart as headings of plain manuscripts do."""
        line = self.lines[i]
        if not self.style.is_body(line) or len(line.text) > 60 or not line.text[0].isupper():
            return False
        before = (
            self._starts_chunk(i) or _END.search(self.lines[i - 1].text) or line.y0 - self.lines[i - 1].y1 > line.size
        )
        following = self.lines[i + 1] if i + 1 < len(self.lines) else None
        return bool(before) and (following is None or following.y0 > line.y1 - 2 or following.page != line.page)

    def _count(self, i: int) -> int:
        """The heading's lines: the same look, close together, at most four."""
        count = 1
        while count < 4 and i + count < len(self.lines):
            a, b = self.lines[i + count - 1], self.lines[i + count]
            close = b.page == a.page and 0 < b.y0 - a.y0 < 1.7 * max(a.size, a.y1 - a.y0)
            if not (self._same_look(a, b) and close and not b.cells) or kind_of(b.text) or bare(b.text)[1]:
                break
            if a.text.endswith((".", "?")) or (b.text[0].isupper() and a.x1 - a.x0 < 0.5 * self.style.width(a.page)):
                break
            count += 1
        return count

    def _looks_like_heading(self, i: int, depth: int) -> bool:
        line, style = self.lines[i], self.style
        count = self._count(i)
        last = self.lines[i + count - 1]
        words = sum(len(x.text.split()) for x in self.lines[i : i + count])
        if words > 24 or (last.text.endswith(".") and not depth) or line.size < style.size - 0.7:
            return False
        following = self.lines[i + count] if i + count < len(self.lines) else None
        if following is None or not self._leads(last, following):
            return False
        strong = (line.bold and not style.bold) or line.size > 1.06 * style.size or bool(depth)
        previous = self.lines[i - 1]
        gap = self._starts_chunk(i) or line.y0 - previous.y0 > 1.12 * self._pitch(i) or previous.page != line.page
        after_heading = bool(self.blocks) and self.blocks[-1].role == "heading" and not self.group
        if not (gap or after_heading or (strong and _END.search(previous.text))):
            return False
        return strong or line.text.isupper() or (gap and words <= 14 and not re.search(r"[=∑∫]|\(\d+\)$", line.text))

    def _leads(self, last: Line, following: Line) -> bool:
        """Whether what follows a heading is text, another heading, or a caption."""
        if caption_start(following.text) or kind_of(following.text) or bare(following.text)[1]:
            return True
        if following.page == last.page and following.y0 > last.y0 and following.y0 - last.y1 > 6 * last.size:
            return False
        if following.cells or len(following.text) < 20:
            return False
        return abs(following.size - self.style.size) < 1.2 or following.bold

    def _add_heading(self, lines: list[Line]) -> None:
        block = self.joiner.block("heading", lines)
        block.text = unspaced(block.text)
        kind = kind_of(block.text)
        self.open.clear()
        if is_main(block.text):
            self.looks.add((lines[0].font, round(lines[0].size)))
        self.main_seen = self.main_seen or kind in ("introduction", "methods", "results")
        self.references = kind == "references" or (
            self.references and kind is None and lines[0].size <= self.style.size
        )
        self.blocks.append(block)

    # captions, tables, figures

    def _is_caption(self, i: int) -> bool:
        line = self.lines[i]
        if line.text[:1] not in "FTSEAOCPLftseaoc" or not caption_start(line.text) or self.references:
            return False
        if self._starts_chunk(i) or line.lead or line.bold:
            return True
        last = self.lines[i - 1]
        apart = line.y0 - last.y0 > 1.2 * self._pitch(i) or abs(line.size - last.size) > 0.3 or line.font != last.font
        return apart and not (self.group and not _END.search(last.text) and line.font == last.font)

    def _caption(self, i: int) -> int:
        end = i + 1
        while end < len(self.lines) and self._caption_goes_on(i, end):
            end += 1
        block = self.joiner.block("caption", self.lines[i:end])
        if not _END.search(block.text) and round(self.lines[i].size) not in self.open:
            end = self._caption_elsewhere(block, end)
        self.blocks.append(block)
        if not is_table(block.text):
            return end
        stop = self._table_end(end)
        if stop > end:
            self._add_table(self.lines[end:stop])
            return stop
        if len(self.blocks) > 1 and self.blocks[-2].role == "figure" and self.blocks[-2].page == block.page:
            above = self.blocks.pop(-2)
            self._add_table([line for _, line in above.marks])
        return end

    def _caption_elsewhere(self, block: Block, end: int) -> int:
        """A legend cut by the end of a column goes on at the top of the next."""
        start, last = end, self.lines[end - 1]
        while end < len(self.lines) and self.lines[end].size == last.size and self.lines[end].font == last.font:
            line = self.lines[end]
            if end == start and not (line.text[0].islower() and (line.page > last.page or line.y1 < last.y0)):
                break
            if end > start and not self._caption_goes_on(start, end):
                break
            end += 1
        self.joiner.extend(block, self.lines[start:end])
        return end

    def _caption_goes_on(self, i: int, at: int) -> bool:
        first, last, line = self.lines[i], self.lines[at - 1], self.lines[at]
        if line.page != last.page or (caption_start(line.text) and line.lead) or len(line.cells) > 1:
            return False
        if abs(line.size - last.size) > 0.35 or not -1 < line.y0 - last.y0 < 1.35 * max(
            last.y1 - last.y0, 1.3 * last.size
        ):
            return False
        if line.x0 > last.x1 or line.x1 < last.x0:
            return False
        if self.style.is_body(first) and line.font == self.style.font:
            return line.y0 - last.y0 < 1.22 * self._pitch(at)
        short = last.x1 - last.x0 < 0.6 * (first.x1 - first.x0) and _END.search(last.text)
        return not (is_table(first.text) and at - i > 1 and short)

    def _table_end(self, start: int) -> int:
        end, last = start, self.lines[start - 1]
        size: float | None = None
        while end < len(self.lines):
            line = self.lines[end]
            if self._is_caption(end) or (
                kind_of(line.text) and self.style.differs(line) and not line.cells and self._flat(end)
            ):
                break
            small = line.size < self.style.size - 0.35
            if line.page != last.page and (size is None or abs(line.size - size) > 0.3):
                break
            if (
                not small
                and not line.cells
                and not (size is not None and abs(size - line.size) < 0.3 and self._short(line))
            ):
                break
            if size is None and line.page == last.page and line.y0 - last.y1 > 60:
                break
            if size is None and not line.cells and not self._short(line) and line.size > self.style.size - 0.35:
                break
            size, last, end = line.size, line, end + 1
        return end if any(line.cells for line in self.lines[start:end]) or end - start > 3 else start

    def _flat(self, i: int) -> bool:
        """Whether a heading-like line is followed by prose, not by further cells."""
        following = self.lines[i + 1] if i + 1 < len(self.lines) else None
        return following is None or (self.style.is_body(following) and len(following.text) > 25 and not following.cells)

    def _short(self, line: Line) -> bool:
        return line.x1 - line.x0 < 0.6 * self.style.width(line.page) and not line.text.endswith(".")

    def _add_table(self, lines: list[Line]) -> None:
        notes = 0
        while notes < len(lines) - 1 and self._is_note(lines[-1 - notes]):
            notes += 1
        kept = lines[: len(lines) - notes]
        block = Block(
            "table", "", page=kept[0].page, rows=rows_of(kept, self.joiner), marks=[(0, line) for line in kept]
        )
        self.blocks.append(block)
        if notes:
            self.blocks.append(self.joiner.block("caption", lines[-notes:]))

    def _is_note(self, line: Line) -> bool:
        return not line.cells and (len(line.text) > 45 or line.text[:1] in "*†‡§") and " " in line.text

    def _fragment(self, i: int) -> int:
        """The end of a chunk that is figure text, else 0."""
        chunk = self.chunk_at[i]
        lines = chunk.lines
        body = self.style.is_body(lines[0]) and not lines[0].cells
        if body or lines[0].size > 1.3 * self.style.size or (self.lines[i].page == 1 and not self.main_seen):
            return 0
        wide = sum(len(line.text.split()) >= 7 and not line.cells for line in lines)
        if wide > 0.25 * len(lines) or self._is_caption(i) or any(kind_of(line.text) and line.bold for line in lines):
            return 0
        if len(lines) < 4 and self._heading(i):
            return 0
        self.blocks.append(self.joiner.block("figure", lines))
        return i + len(lines)
