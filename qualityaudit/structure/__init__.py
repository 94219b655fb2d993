"""Raw pages in, a Document out: reading order, sections, sentences, captions, tables, references."""

from pathlib import Path

from qualityaudit.document import Document
from qualityaudit.errors import EmptyPaper
from qualityaudit.readers import Pages, read
from qualityaudit.structure.build import build
from qualityaudit.structure.front import front_of
from qualityaudit.structure.layout import blocks_of
from qualityaudit.structure.plainheads import with_headings
from qualityaudit.structure.sections import sections_of

__all__ = ["read_document", "structure"]


def read_document(path: Path) -> Document:
    """Read a paper and find its structure.

    Raises:
        PaperError: when it cannot be read; the class says why.
    """
    document = structure(read(path))
    if not document.sentences:
        raise EmptyPaper(f"{path}: no words were found; is it the right file?")
    return document


def structure(pages: Pages) -> Document:
    """Find reading order, sections, sentences, captions, tables and references."""
    blocks = with_headings(pages.blocks) if pages.blocks else blocks_of(pages.sheets)
    front = front_of(pages, blocks)
    return build(sections_of(blocks, front), pages, front)
