"""The first page in, title, journal, year and DOI out."""

import itertools
import re

from qualityaudit.document import FrontMatter
from qualityaudit.readers.pages import Block, Line, Pages
from qualityaudit.structure.byline import byline
from qualityaudit.structure.headings import kind_of

_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>,;]+[^\s\"<>,;.)\]]")
_YEAR = re.compile(r"\b(?:19[6-9]|20[0-4])\d\b")

_EARLY, _LONG = 30, 600
"""How many blocks may stand before the text of an article, and how long (characters) none of them is."""


def front_of(pages: Pages, blocks: list[Block]) -> FrontMatter:
    """What the first page says, unless the file's own metadata said it already."""
    known = pages.front
    head = _head(pages, blocks)
    doi = _DOI.search(head)
    years = _YEAR.findall(head)
    authors, affiliations = ((), ()) if pages.sheets else byline(_ahead(blocks))
    return known.model_copy(
        update={
            "title": known.title or _title(pages, blocks),
            "authors": known.authors or authors,
            "affiliations": known.affiliations or affiliations,
            "doi": known.doi or (doi.group().lower() if doi else None),
            "year": known.year or (max(map(int, years)) if years else None),
        }
    )


def _head(pages: Pages, blocks: list[Block]) -> str:
    if pages.sheets:
        return "\n".join(line.text for line in pages.sheets[0].lines)
    return "\n".join(_ahead(blocks))


def _ahead(blocks: list[Block]) -> list[str]:
    """The texts before the abstract or the first long paragraph, without the title."""
    ahead = itertools.takewhile(lambda b: len(b.text) < _LONG and kind_of(b.text) is None, blocks[:_EARLY])
    return [block.text for block in ahead if block.role in ("paragraph", "front")]


def _title(pages: Pages, blocks: list[Block]) -> str | None:
    if not pages.sheets or not pages.sheets[0].lines:
        return next((block.text for block in blocks if block.role in ("title", "heading") and block.level <= 1), None)
    sheet = pages.sheets[0]
    lines = [line for line in sheet.lines if line.y0 < 0.6 * sheet.height and len(line.text) > 8]
    if not lines:
        return None
    top = max(line.size for line in lines)
    chosen: list[Line] = []
    for line in lines:
        if line.size > 0.93 * top:
            chosen.append(line)
        elif chosen:
            break
    return re.sub(r"- (?=[a-z])", "", " ".join(line.text for line in chosen)) or None
