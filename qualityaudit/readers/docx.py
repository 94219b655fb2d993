"""A Word file in, blocks out: heading styles, tables as rows, tracked changes accepted, comments left out."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

import docx
from lxml import etree

from qualityaudit.document import FrontMatter, Source
from qualityaudit.errors import CorruptPaper, EmptyPaper, PaperTooLarge
from qualityaudit.readers.docxtext import Walk
from qualityaudit.readers.pages import Block, Pages
from qualityaudit.readers.prose import tidy, within_limit

MAX_UNPACKED = 400_000_000
"""Bytes of all parts of the archive together, as it declares them."""

MAX_PART = 60_000_000
"""Bytes of one XML part, as the archive declares them."""

MAX_PARTS = 20_000
"""Files in the archive."""


def read(path: Path, data: bytes, source: Source) -> Pages:
    """Blocks of a Word file.

    Raises:
        PaperTooLarge: it unpacks to more than the limits.
        CorruptPaper: it is damaged.
        EmptyPaper: it holds no words.
    """
    _check_size(path, data)
    try:
        document = docx.Document(BytesIO(data))
        parts = {
            rel.reltype.rpartition("/")[2]: rel.target_part
            for rel in document.part.rels.values()
            if not rel.is_external
        }
        notes_in = {name: _parsed(parts[name].blob) for name in ("footnotes", "endnotes") if name in parts}
        walk = Walk(document.element.body, document.styles.element, notes_in)
        blocks = walk.run()
    except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError, ValueError, AttributeError, OSError) as error:
        raise CorruptPaper(f"{path}: the Word file is damaged; open it in Word and save it again") from error
    if not any(block.text or block.rows for block in blocks):
        raise EmptyPaper(f"{path}: the Word file holds no words; is it the right file?")
    blocks = within_limit(blocks, walk.notes)
    front = _front(blocks, walk, tidy(document.core_properties.title or ""))
    return Pages(source, blocks=blocks, front=front, references=walk.endnotes, notes=walk.notes)


def _check_size(path: Path, data: bytes) -> None:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise CorruptPaper(f"{path}: the Word file is damaged; fetch it again") from error
    total = sum(part.file_size for part in parts)
    largest = max((p.file_size for p in parts if p.filename.endswith((".xml", ".rels"))), default=0)
    if total > MAX_UNPACKED or largest > MAX_PART or len(parts) > MAX_PARTS:
        raise PaperTooLarge(f"{path}: unpacks to {total // 1_000_000} MB in {len(parts)} parts; save a smaller copy")


def _parsed(blob: bytes) -> etree._Element:
    return etree.fromstring(blob, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def _front(blocks: list[Block], walk: Walk, named: str) -> FrontMatter:
    """What styles and sizes say; the structure looks for the rest."""
    title = next((b for b in blocks if b.role == "title"), None)
    if title is None and (first := _first_title(blocks, walk)) is not None:
        title = blocks[first]
        title.role = "title"
    text = title.text if title else named if len(named.split()) > 3 else None
    return FrontMatter(title=text, affiliations=tuple(walk.affiliations))


def _first_title(blocks: list[Block], walk: Walk) -> int | None:
    """The place of a title without a title style: the largest of the first lines, or the first heading there is."""
    early = [
        i for i, b in enumerate(blocks[:15]) if b.role in ("paragraph", "heading") and 3 < len(b.text.split()) < 50
    ]
    if not early:
        return None
    best = max(early, key=lambda i: (walk.sizes.get(id(blocks[i]), 0), -i))
    if walk.sizes.get(id(blocks[best]), 0) > walk.body_size or blocks[best].lead == len(blocks[best].text):
        return best
    first = blocks[early[0]]
    return early[0] if not re.search(r"[.;:]$", first.text) and early[0] < 4 else None
