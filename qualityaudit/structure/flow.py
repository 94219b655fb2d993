"""Lines in reading order in, blocks out: paragraphs, headings, captions, tables, figure text, footnotes."""

import re
from collections.abc import Sequence

from qualityaudit.readers.pages import Block, Line
from qualityaudit.structure.headinglines import HeadingFinder
from qualityaudit.structure.headings import is_labelled, is_main, is_reference_start, kind_of, unspaced
from qualityaudit.structure.joining import Joiner
from qualityaudit.structure.legends import caption_end, rest_elsewhere, table_end, table_notes
from qualityaudit.structure.order import Chunk
from qualityaudit.structure.style import Style, is_table
from qualityaudit.structure.tablerows import rows_of
from qualityaudit.structure.walk import END, Walk

_IMPRINT = re.compile(
    r"correspond|preprint submitted|@|(?:received|accepted)(?:\s*:|\s+(?:on\b|for publication|in revised|\d|[a-z]{3,9}\.? \d))|©|\(c\) the author|creative ?commons|licen[sc]e"
    r"|open access|e-?mail|equal(?:ly)? contribut|published (?:online|by)|https?://doi|issn|citation:|academic editor",
    re.IGNORECASE,
)
_ITEM = re.compile(r"\[(\d{1,3})\] ")
_ADDRESS = re.compile(r"department of|departments of|univers|hospital|institute", re.IGNORECASE)


class Flow:
    """Walks through the lines of a paper once."""

    def __init__(self, chunks: list[Chunk], style: Style, title: Sequence[Line] = ()) -> None:
        self.walk = Walk(chunks, style)
        self.lines, self.style = self.walk.lines, style
        self.headings, self.joiner = HeadingFinder(self.walk), Joiner(self.lines)
        self.title = {id(line) for line in title}
        self.blocks: list[Block] = []
        self.group: list[Line] = []
        self.open: dict[int, Block] = {}  # unfinished paragraphs by font size
        self.references = self.unheaded = False  # among the references; at the first one, without a heading above it
        self.main_seen = self.abstract_seen = False

    def run(self) -> list[Block]:
        """All blocks, in reading order."""
        i = 0
        while i < len(self.lines):
            i = self._step(i)
        self._flush()
        return self.blocks

    def _step(self, i: int) -> int:
        if self.title and id(self.lines[i]) in self.title:
            self._flush()
            return self._add_title(i)
        if self.walk.starts_chunk(i):
            self._flush()
            if not self.references and (end := self._fragment(i)):
                return end
        if not self.references and self._first_reference(i):
            self._flush()
            self.references = self.unheaded = True
        if self.walk.is_caption(i) and (not self.references or self.walk.starts_chunk(i) or self.lines[i].bold):
            self._flush()
            return self._caption(i)
        if count := self._heading(i):
            self._flush()
            self._add_heading(self.lines[i : i + count])
            return i + count
        if self.group and self._new_paragraph(i):
            self._flush()
        self.group.append(self.lines[i])
        return i + 1

    def _first_reference(self, i: int) -> bool:
        """Whether a list of references starts here without a heading, as behind a mere rule: ``[1]``, soon ``[2]``, to the end."""
        if 2 * i < len(self.lines) or not self.lines[i].text.startswith("[1] "):
            return False
        heads = [match[1] for line in self.lines[i:] if (match := _ITEM.match(line.text))]
        return heads[:3] == ["1", "2", "3"] and 8 * len(heads) > len(self.lines) - i

    def _add_title(self, i: int) -> int:
        """Add the title, or as much of it as is printed together."""
        end = i + 1
        while end < len(self.lines) and id(self.lines[end]) in self.title:
            end += 1
        self.open.clear()
        self.blocks.append(self.joiner.block("title", self.lines[i:end]))
        return end

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
            if self.unheaded:
                block.kind, self.unheaded = "references", False
            if self._imprint(block, group):
                block.role = "front"
            self.blocks.append(block)
        if not END.search(block.text[-8:]) and block.role == "paragraph":
            self.open[size] = block

    def _goes_on(self, block: Block, line: Line) -> bool:
        if (self.references and is_reference_start(line.text)) or is_labelled(line.text):
            return False
        last = block.marks[-1][1]
        if last.joined or block.text.endswith("-") or line.text[0].islower():
            return True
        full = last.x1 - last.x0 > 0.8 * self.style.width(last.page)
        return full and not line.lead and line.bold == last.bold and (line.page, line.x0) != (last.page, last.x0)

    def _imprint(self, block: Block, group: list[Line]) -> bool:
        """Whether a paragraph is one of those that surround an article: addresses, dates, licence."""
        if group[0].page > 2 or self.references or is_labelled(block.text):
            return False
        start = block.text[:1500]
        small = group[0].size < self.style.size - 0.4
        if not small and (self.abstract_seen or len(block.text) >= 700):
            return False
        found = len({m.lower() for m in _IMPRINT.findall(start)})
        places = len({m.lower() for m in _ADDRESS.findall(start)})
        if small:
            numbered = not start[0].isalpha() or bool(group[0].citations)
            return found + (places if found or numbered else 0) >= 1
        return found + places >= 2

    def _new_paragraph(self, i: int) -> bool:
        line, last, chunk = self.lines[i], self.lines[i - 1], self.walk.chunks[i]
        if self.references and is_reference_start(line.text):
            return True
        if line.lead and kind_of(line.text[: line.lead]):
            return True
        step, pitch = self.walk.step(i), self.walk.pitch(i)
        if step > 1.22 * max(pitch, last.y1 - last.y0) and step > pitch + 1.5:
            return True
        if last.joined or not END.search(last.text):
            return False
        indent = line.x0 - chunk.x0
        if 0.5 * line.size < indent < 5 * line.size and last.x0 - chunk.x0 < 0.3 * line.size and not self.references:
            return line.text[0].isupper() or not line.text[0].isalpha()
        if line.lead and not last.lead and line.text[0].isupper() and not self.references:
            return True
        return last.x1 < chunk.x1 - 0.28 * (chunk.x1 - chunk.x0) and line.text[0].isupper()

    # headings

    def _heading(self, i: int) -> int:
        after_heading = bool(self.blocks) and self.blocks[-1].role == "heading" and not self.group
        return self.headings.count(i, self.references, after_heading)

    def _add_heading(self, lines: list[Line]) -> None:
        block = self.joiner.block("heading", lines)
        block.text = unspaced(block.text)
        kind = kind_of(block.text)
        self.open.clear()
        if is_main(block.text):
            self.headings.looks.add((lines[0].font, round(lines[0].size)))
        self.main_seen = self.main_seen or kind in ("introduction", "methods", "results")
        self.abstract_seen = self.abstract_seen or self.main_seen or kind == "abstract"
        self.references = kind == "references" or (
            self.references and kind is None and lines[0].size <= self.style.size
        )
        self.blocks.append(block)

    # captions, tables, figures

    def _caption(self, i: int) -> int:
        end = caption_end(self.walk, i)
        block = self.joiner.block("caption", self.lines[i:end])
        if not END.search(block.text[-8:]) and round(self.lines[i].size) not in self.open:
            stop = rest_elsewhere(self.walk, end)
            self.joiner.extend(block, self.lines[end:stop])
            end = stop
        self.blocks.append(block)
        if not is_table(block.text):
            return end
        stop = table_end(self.walk, end)
        if stop > end:
            self._add_table(self.lines[end:stop])
        elif above := self._above(block):
            del self.blocks[-1 - len(above) : -1]
            self._add_table([line for figure in above for _, line in figure.marks])
        return stop

    def _above(self, caption: Block) -> list[Block]:
        """The cells of a table that stands above its legend: the figure text before it, piece by piece."""
        above: list[Block] = []
        for block in reversed(self.blocks[:-1]):
            if block.role != "figure" or block.page != caption.page:
                break
            above.insert(0, block)
        return above

    def _add_table(self, lines: list[Line]) -> None:
        notes = table_notes(lines)
        kept = lines[: len(lines) - notes]
        rows, marks = rows_of(kept, self.joiner), [(0, line) for line in kept]
        self.blocks.append(Block("table", "", page=kept[0].page, rows=rows, marks=marks))
        if notes:
            self.blocks.append(self.joiner.block("caption", lines[-notes:]))

    def _fragment(self, i: int) -> int:
        """The end of a chunk that is figure text, else 0."""
        lines = self.walk.chunks[i].lines
        if lines[0].page == 1 and any(_IMPRINT.search(line.text) for line in lines):
            return 0
        body = self.style.is_body(lines[0]) and not lines[0].cells
        if body or lines[0].size > 1.3 * self.style.size or (self.lines[i].page == 1 and not self.main_seen):
            return 0
        wide = sum(len(line.text.split()) >= 7 and not line.cells for line in lines)
        if (
            wide > 0.25 * len(lines)
            or self.walk.is_caption(i)
            or any(kind_of(line.text) and line.bold for line in lines)
        ):
            return 0
        if len(lines) < 4 and self._heading(i):
            return 0
        self.blocks.append(self.joiner.block("figure", lines))
        return i + len(lines)
