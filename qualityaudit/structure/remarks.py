"""Sections and first page in, what a reader should know of the file out: several articles, one that starts mid-page."""

from collections.abc import Iterator, Sequence

from qualityaudit.readers.pages import Sheet
from qualityaudit.structure.firstpage import title_lines
from qualityaudit.structure.floats import Part
from qualityaudit.structure.headings import is_main

_MANY = 8
"""Lines of running text above a title that no journal's own lines come up to."""


def remarks(parts: Sequence[Part], sheets: Sequence[Sheet]) -> tuple[str, ...]:
    """Notes on files that hold more, or other things, than one article, or one without headings."""
    return (*_others(parts), *_above(sheets), *_unheaded(parts))


def _others(parts: Sequence[Part]) -> Iterator[str]:
    """Another article begins where, after the references, an abstract or an introduction and references come again."""
    starts: list[int | None] = []
    ended, began, page = False, False, None
    for part in parts:
        section = part.section
        headed = bool(section.title) and is_main(section.title)
        if section.kind == "references":
            if began:
                starts.append(page)
            ended, began = True, False
        elif ended and not began and headed and _opens(section.title):
            began, page = True, section.page
    if starts:
        where = ", ".join(f"page {number}" if number else "an unknown page" for number in starts)
        yield f"the file holds several articles: another begins on {where}; it was read as a supplement of the first"


def _unheaded(parts: Sequence[Part]) -> Iterator[str]:
    """All main sections stand without a heading, and the file does not name them in another way."""
    body = [part for part in parts if part.section.kind in ("methods", "results")]
    if body and not any(part.section.title or any(block.kind for block in part.blocks) for part in body):
        yield "no headings were found; the sections were told by how their paragraphs are written"


def _opens(title: str) -> bool:
    return title.strip(" .:0123456789").lower() in ("abstract", "introduction", "background", "summary")


def _above(sheets: Sequence[Sheet]) -> Iterator[str]:
    """The title stands under running text of something else."""
    if not sheets or not (title := title_lines(sheets[0])):
        return
    top = min(line.y0 for line in title)
    above = [x for x in sheets[0].lines if x.y1 < top and len(x.text) > 40 and not x.cells and x.text[-1:] != ":"]
    if len(above) >= _MANY and top > 0.25 * sheets[0].height:
        yield "the article starts in the middle of page 1; what stands above its title belongs to something else"
