"""Blocks in, a Document out: sections with kinds, sentences with pages, captions, tables, references."""

import re
from dataclasses import dataclass, field

from qualityaudit.document import Box, Document, FrontMatter, Section, SectionKind, Sentence, Table
from qualityaudit.readers.pages import Block, Line, Pages
from qualityaudit.structure.headings import also_of, bare, kind_of
from qualityaudit.structure.sentences import sentence_spans

_RUN_IN = re.compile(
    r"^(abstract|summary|key\s?-?words|index terms|purpose|background|objectives?|introduction)\s*[:.—–-]?\s+(?=\S)",
    re.I,
)


@dataclass
class Builder:
    """Collects sections and sentences while the blocks go by."""

    sections: list[Section] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    paragraph: int = 0
    caption: str = ""

    def open(self, title: str, kind: SectionKind, level: int, page: int | None) -> None:
        """Start a section."""
        self.sections.append(
            Section(
                index=len(self.sections),
                title=title,
                kind=kind,
                also=also_of(title) if title else (),
                level=level,
                page=page,
            )
        )

    def add(self, text: str, part: str, page: int | None, boxes: tuple[Box, ...] = ()) -> None:
        """Add one sentence to the current section."""
        self.sentences.append(
            Sentence.model_construct(
                index=len(self.sentences), text=text, section=len(self.sections) - 1, part=part,
                paragraph=self.paragraph, page=page, boxes=boxes, citations=(),
            )
        )  # fmt: skip


def build(blocks: list[Block], pages: Pages, front: FrontMatter) -> Document:
    """The document of a list of blocks."""
    builder = Builder()
    builder.open("", "front", 1, blocks[0].page if blocks else None)
    main: SectionKind = "front"
    for block in blocks:
        builder.paragraph += 1
        if block.role == "title":
            builder.add(block.text, "title", block.page, _boxes(block, 0, len(block.text)))
            continue
        if block.role == "heading":
            main = _heading(builder, block, main, front)
            continue
        if builder.sections[-1].kind == "references" and block.role in ("paragraph", "reference"):
            builder.references.append(block.text)
            continue
        _body(builder, block)
    return Document(
        source=pages.source,
        front=front,
        sections=tuple(builder.sections),
        sentences=tuple(builder.sentences),
        tables=tuple(builder.tables),
        references=tuple(builder.references),
        notes=tuple(pages.notes),
    )


def _heading(builder: Builder, block: Block, main: SectionKind, front: FrontMatter) -> SectionKind:
    title, depth = bare(block.text)
    if front.title and _key(block.text) == _key(front.title):
        builder.add(block.text, "title", block.page, _boxes(block, 0, len(block.text)))
        return main
    own = kind_of(block.text)
    level = depth or block.level or (1 if own else 2)
    inside = False
    if own and not inside and (level <= 1 or depth <= 1):
        kind: SectionKind = own
    else:
        kind = main if main != "front" else (own or "other")
    builder.open(title, kind, level, block.page)
    builder.add(block.text, "heading", block.page, _boxes(block, 0, len(block.text)))
    return kind


def _body(builder: Builder, block: Block) -> None:
    text = block.text
    if block.role == "table":
        for row in block.rows:
            builder.add(" | ".join(row), "table", block.page)
        builder.tables.append(
            Table(
                caption=builder.caption,
                rows=tuple(map(tuple, block.rows)),
                page=block.page,
                section=len(builder.sections) - 1,
            )
        )
        builder.caption = ""
        return
    if block.role == "caption":
        builder.caption = text
    match = (
        _RUN_IN.match(text)
        if builder.sections[-1].kind in ("front", "abstract") and block.role == "paragraph"
        else None
    )
    if match and kind_of(match.group(1)) in ("abstract", "keywords"):
        builder.open(match.group(1), kind_of(match.group(1)) or "front", 1, block.page)
    part = "caption" if block.role == "caption" else "text"
    for start, end in sentence_spans(text):
        mark = _mark(block, start)
        builder.add(text[start:end], part, mark.page if mark else block.page, _boxes(block, start, end))


def _mark(block: Block, offset: int) -> Line | None:
    return next((line for at, line in reversed(block.marks) if at <= offset), None)


def _boxes(block: Block, start: int, end: int) -> tuple[Box, ...]:
    boxes = []
    for i, (at, line) in enumerate(block.marks):
        stop = block.marks[i + 1][0] if i + 1 < len(block.marks) else len(block.text)
        if at < end and stop > start:
            share = (line.x1 - line.x0) / max(1, stop - at)
            boxes.append(
                Box.model_construct(
                    page=line.page, x0=line.x0 + share * max(0, start - at), y0=line.y0,
                    x1=line.x1 - share * max(0, stop - end), y1=line.y1,
                )
            )  # fmt: skip
    return tuple(boxes)


def _key(text: str) -> str:
    return re.sub(r"\W+", "", text.lower())
