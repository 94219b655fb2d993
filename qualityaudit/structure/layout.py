"""Pages of lines in, blocks in reading order out."""

from qualityaudit.readers.pages import Block, Sheet
from qualityaudit.structure.firstpage import title_lines
from qualityaudit.structure.flow import Flow
from qualityaudit.structure.furniture import without_furniture
from qualityaudit.structure.order import Chunk, ordered
from qualityaudit.structure.style import style_of


def blocks_of(sheets: list[Sheet]) -> list[Block]:
    """The paragraphs, headings, captions, tables and footnotes of a paper, in reading order."""
    pages = without_furniture(sheets)
    style = style_of([line for lines in pages for line in lines])
    chunks: list[Chunk] = [chunk for lines in pages for chunk in ordered(lines, style.size)]
    first = next((sheet for sheet in sheets[:3] if sheet.lines), None)
    title = title_lines(first) if first else []
    return Flow(chunks, style, title if title and style.differs(title[0]) else []).run()
