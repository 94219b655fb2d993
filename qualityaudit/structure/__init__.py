"""Raw pages in, a Document out: reading order, sections, sentences, captions, tables, references."""

from pathlib import Path

from qualityaudit.document import Document
from qualityaudit.errors import EmptyPaper, PaperError
from qualityaudit.readers import Pages, read, supplements_of
from qualityaudit.structure.build import build
from qualityaudit.structure.front import front_of, with_keywords
from qualityaudit.structure.layout import blocks_of
from qualityaudit.structure.plainheads import with_headings
from qualityaudit.structure.remarks import remarks
from qualityaudit.structure.sections import sections_of
from qualityaudit.structure.supplements import with_supplements

__all__ = ["read_document", "structure"]

MOST_SUPPLEMENTS = 20
"""Supplements read with one paper."""


def read_document(path: Path) -> Document:
    """Read a paper and the supplements beside it, and find their structure.

    Raises:
        PaperError: when the paper cannot be read; the class says why. A supplement that cannot be read is a note.
    """
    document = _read_one(path)
    read_too: list[Document] = []
    trouble: list[str] = []
    beside = supplements_of(path)
    if len(beside) > MOST_SUPPLEMENTS:
        trouble.append(f"only the first {MOST_SUPPLEMENTS} of {len(beside)} supplements were read")
    for supplement in beside[:MOST_SUPPLEMENTS]:
        try:
            read_too.append(_read_one(supplement))
        except PaperError as error:
            trouble.append(f"a supplement could not be read: {error}")
    if not read_too and not trouble:
        return document
    whole = with_supplements(document, read_too)
    return whole.model_copy(update={"notes": (*whole.notes, *trouble)})


def _read_one(path: Path) -> Document:
    document = structure(read(path))
    if not document.sentences:
        raise EmptyPaper(f"{path}: no words were found; is it the right file?")
    return document


def structure(pages: Pages) -> Document:
    """Find reading order, sections, sentences, captions, tables and references."""
    blocks = with_headings(pages.blocks) if pages.blocks else blocks_of(pages.sheets)
    front = front_of(pages, blocks)
    parts = sections_of(blocks, front)
    document = build(parts, pages, with_keywords(front, parts, pages.info.get("Keywords", "")))
    notes = remarks(parts, pages.sheets)
    return document.model_copy(update={"notes": (*document.notes, *notes)}) if notes else document
