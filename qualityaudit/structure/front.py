"""The first pages and the file's own data in, title, authors, journal, year, DOI and keywords out."""

import itertools
import re

from qualityaudit.document import FrontMatter
from qualityaudit.readers.pages import Block, Pages, Sheet
from qualityaudit.structure.authors import addresses_of, authors_of, is_name
from qualityaudit.structure.byline import byline, names_in
from qualityaudit.structure.firstpage import rows_below, title_lines, title_of
from qualityaudit.structure.floats import Part
from qualityaudit.structure.headings import kind_of
from qualityaudit.structure.imprint import DOI, cited_in, doi_of, journal_of, server_in, year_of

_EARLY, _LONG = 30, 600
"""How many blocks may stand before the text of an article, and how long (characters) none of them is."""
_LABEL = re.compile(r"^\W*(?:key\s?-?words?(?: and phrases)?|index terms|mesh terms)\b\s*[:.—–-]*\s*", re.IGNORECASE)
_AGAIN = re.compile(r"(?i:key\s?-?words?|index terms)\b\s*[:.—–-]*\s*(?=[A-Z])")
_NONE = re.compile(r"none\b|not applicable|n/a\b", re.IGNORECASE)
_SPLIT = re.compile(r"\s*[;·•|]\s*|\s+[-–—.]\s+")


def front_of(pages: Pages, blocks: list[Block]) -> FrontMatter:
    """What the file's own structure says, else what the first page shows."""
    found = _of_sheets(pages.sheets, pages.info) if pages.sheets else _of_blocks(blocks)
    known = pages.front
    return found.model_copy(
        update={name: value for name in FrontMatter.model_fields if (value := getattr(known, name))}
    )


def _of_sheets(sheets: list[Sheet], info: dict[str, str]) -> FrontMatter:
    first = next((sheet for sheet in sheets[:3] if sheet.lines), None)
    if first is None:
        return FrontMatter()
    subject = info.get("Subject", "")[:300]
    lines = title_lines(first)
    rows = rows_below(first, lines)
    journal, cited = journal_of(sheets, subject)
    return FrontMatter(
        title=title_of(first, lines, info.get("Title", "")),
        authors=authors_of(rows, info.get("Author", "")),
        affiliations=addresses_of(rows),
        journal=journal,
        year=year_of(sheets, cited, subject, info.get("CreationDate", "")),
        doi=doi_of(sheets, subject),
    )


def _of_blocks(blocks: list[Block]) -> FrontMatter:
    ahead = _ahead(blocks)
    authors, affiliations = byline(ahead)
    head = "\n".join(ahead)
    doi = DOI.search(head)
    years = re.findall(r"\b(?:19[6-9]\d|20[0-4]\d)\b", head)
    printed = next((pair for text in ahead if text not in affiliations and (pair := cited_in(text))), None)
    return FrontMatter(
        title=next((block.text for block in blocks if block.role in ("title", "heading") and block.level <= 1), None),
        authors=authors,
        affiliations=affiliations,
        journal=printed[0] if printed else server_in(head),
        doi=doi.group().lower() if doi else None,
        year=max(map(int, years)) if years else None,
    )


def _ahead(blocks: list[Block]) -> list[str]:
    """The texts before the abstract or the first long paragraph, without the title; names may be set like a heading."""
    ahead = itertools.takewhile(lambda b: len(b.text) < _LONG and kind_of(b.text) is None, blocks[:_EARLY])
    return [
        block.text
        for block in ahead
        if block.role in ("paragraph", "front") or len(names_in(block.text)) > 1 or is_name(block.text)
    ]


def with_keywords(front: FrontMatter, parts: list[Part], told: str) -> FrontMatter:
    """The front matter with the words listed under *Keywords*, else those in the file's own data (``told``)."""
    if front.keywords:
        return front
    found = [part.blocks for part in parts if part.section.kind == "keywords" and part.blocks]
    headed = [blocks[1] for blocks in found if blocks[0].role == "heading" and len(blocks) > 1]
    blocks = headed or [block for blocks in found for block in blocks[:2]]
    words = next((_listed(block) for block in blocks if _LABEL.sub("", block.text).strip()), ())
    return front.model_copy(update={"keywords": words or _told(told)})


def _listed(block: Block) -> tuple[str, ...]:
    text = next((part for part in _AGAIN.split(_LABEL.sub("", block.text)) if part.strip()), "")
    if _NONE.match(text):
        return ()
    if _SPLIT.search(text):
        parts = _SPLIT.split(text)
    elif "," in text:
        parts = text.split(",")
    elif len(block.marks) > 1:
        parts = [line.text for _, line in block.marks]
    else:
        parts = re.split(r"\.\s+(?=[A-Z])", text)
    words = (_LABEL.sub("", part).strip(" .,:") for part in parts)
    return tuple(word for word in words if 1 < len(word) < 70)[:15]


def _told(text: str) -> tuple[str, ...]:
    quoted = re.findall(r'"([^"]+)"|([^,;"]+)', text)
    words = tuple(word for pair in quoted if 1 < len(word := (pair[0] or pair[1]).strip()) < 70)[:15]
    return words if len(words) > 1 else ()
