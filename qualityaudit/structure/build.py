"""Sections with their blocks in, a Document out: sentences with page and boxes, tables, references."""

import re
from bisect import bisect_right

from qualityaudit.document import Box, Document, FrontMatter, Part, Sentence, Table
from qualityaudit.readers.pages import Block, Pages
from qualityaudit.structure.floats import Part as SectionPart
from qualityaudit.structure.sentences import sentence_spans


class Builder:
    """Collects sentences, tables and references."""

    def __init__(self) -> None:
        self.sentences: list[Sentence] = []
        self.tables: list[Table] = []
        self.references: list[str] = []
        self.paragraph = 0
        self.caption = ""

    def section(self, part: SectionPart) -> None:
        """Add what stands in a section."""
        index, references = part.section.index, part.section.kind == "references"
        for block in part.blocks:
            self.paragraph += 1
            if block.role == "table":
                self._table(block, index)
            elif block.role in ("heading", "title"):
                self._add(block, index, block.role, [(0, len(block.text))])
            elif references and block.role in ("paragraph", "reference"):
                self.references.append(re.sub(r"\s+", " ", block.text).strip())
            elif block.role == "figure":
                self._figure(block, index)
            else:
                self._prose(block, index)

    def _prose(self, block: Block, index: int) -> None:
        part: Part = "caption" if block.role == "caption" else "text"
        if part == "caption":
            self.caption = block.text
        self._add(block, index, part, sentence_spans(block.text, block.lead))

    def _figure(self, block: Block, index: int) -> None:
        """Words inside a figure: a row for each line, so that nothing is lost and nothing passes for prose."""
        for i, (at, line) in enumerate(block.marks):
            end = block.marks[i + 1][0] if i + 1 < len(block.marks) else len(block.text)
            self._add(block, index, "table", [(at, end)], " | ".join(c.text for c in line.cells) or line.text)

    def _table(self, block: Block, index: int) -> None:
        for row in block.rows:
            self.sentences.append(
                Sentence(
                    index=len(self.sentences),
                    text=" | ".join(row),
                    section=index,
                    part="table",
                    paragraph=self.paragraph,
                    page=block.page,
                    boxes=_around(block),
                )
            )
        rows = tuple(tuple(row) for row in block.rows)
        self.tables.append(Table(caption=self.caption, rows=rows, page=block.page, section=index))

    def _add(self, block: Block, index: int, part: Part, spans: list[tuple[int, int]], text: str | None = None) -> None:
        starts = [at for at, _ in block.marks]
        for start, end in spans:
            boxes = _boxes(block, starts, start, end)
            marks = tuple(mark for at, mark in block.citations if start < at <= end or at == start == 0)
            self.sentences.append(
                Sentence(
                    index=len(self.sentences),
                    text=text or block.text[start:end].rstrip(),
                    section=index,
                    part=part,
                    paragraph=self.paragraph,
                    page=boxes[0].page if boxes else block.page,
                    boxes=boxes,
                    citations=marks,
                )
            )


def build(parts: list[SectionPart], pages: Pages, front: FrontMatter) -> Document:
    """The document of some sections."""
    builder = Builder()
    numbered = []
    for index, part in enumerate(parts):
        if part.section.index != index:
            part.section = part.section.model_copy(update={"index": index})
        numbered.append(part.section)
        builder.section(part)
    return Document(
        source=pages.source,
        front=front,
        sections=tuple(numbered),
        sentences=tuple(builder.sentences),
        tables=tuple(builder.tables),
        references=(*builder.references, *pages.references),
        notes=tuple(pages.notes),
    )


def _boxes(block: Block, starts: list[int], start: int, end: int) -> tuple[Box, ...]:
    boxes = []
    first = max(0, bisect_right(starts, start) - 1)
    for i in range(first, len(starts)):
        at, line = block.marks[i]
        if at >= end:
            break
        stop = starts[i + 1] if i + 1 < len(starts) else len(block.text)
        left, right = line.x0, line.x1
        if start > at or stop > end:
            share = (line.x1 - line.x0) / max(1, stop - at)
            left, right = left + share * max(0, start - at), right - share * max(0, stop - end)
        boxes.append(Box(page=line.page, x0=left, y0=line.y0, x1=max(left, right), y1=line.y1))
    return tuple(boxes)


def _around(block: Block) -> tuple[Box, ...]:
    lines = [line for _, line in block.marks if line.page == block.page]
    if not lines:
        return ()
    return (
        Box(
            page=lines[0].page,
            x0=min(line.x0 for line in lines),
            y0=min(line.y0 for line in lines),
            x1=max(line.x1 for line in lines),
            y1=max(line.y1 for line in lines),
        ),
    )
