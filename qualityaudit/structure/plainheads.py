"""Blocks of formats without pages in, the same with their headings out where only look or words make them headings."""

import re

from qualityaudit.readers.pages import Block
from qualityaudit.structure.headings import BACK_MATTER, bare, is_main, kind_of
from qualityaudit.structure.style import caption_closed

_LETTERS = re.compile(r"[^\W\d_]{3,}")
_ENDS = re.compile(r"[.,;!?]$")
_KEYWORDS = re.compile(r"key\s?-?words?\s*[:.—–-]", re.IGNORECASE)
_STATEMENT = re.compile(
    r"(?!.*(?:\bet al\b|\bdoi\b|\b(?:19|20)\d\d;\d))(?:this|the|our|all|no|we|data|codes?|(?:written )?informed consent|supported|patients)\b"
    r"(?=.*\b(?:approv\w+|consent\w*|fund\w*|grants?|support\w*|interests?|available|declare|contribut\w+|acknowledge|thank)\b)"
    r".*\b(?:was|were|is|are|have|has|by|declare|gave|thank|acknowledge)\b",
    re.IGNORECASE,
)
"""What authors state of approval, consent, funding or sharing, and no entry of a list of references."""
_NAMES = re.compile(r"(?:[A-Z]\. ?)+[A-Z][\w'’-]+(?:,| and\b| &|$)")
"""People by initials: no section A."""
_LONGEST, _WORDS = 110, 14
"""Characters and words of the longest line that may be a heading."""
_LEGEND = 4
"""Words of a legend that says more than its number: *Figure 2. Work-flow of the study*."""


def with_headings(blocks: list[Block]) -> list[Block]:
    """Paragraphs that stand for headings become headings, and the first line a title where there is none.

    A paragraph counts by being wholly bold or italic, in capitals, numbered, or by words that head a section; where
    the file names headings itself, only look and the words of back matter count. A legend that a manuscript sets as a
    heading is a legend; keywords and statements below the references are none of them.
    """
    for block in blocks:
        if block.role == "heading" and caption_closed(block.text) and len(block.text.split()) >= _LEGEND:
            block.role = "caption"
    levels = [b.level for b in blocks if b.role == "heading" and (kind_of(b.text) or b.kind)]
    named = len({b.text.lower() for b in blocks if b.role == "heading" and kind_of(b.text)}) > 1
    base = min(levels, default=1)
    _name_title(blocks)
    above, references = base, False
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        if block.role == "heading":
            above, references = block.level or above, kind_of(block.text) == "references"
        elif block.role == "paragraph" and _is_heading(block, following, named, references):
            block.role = "heading"
            main = is_main(block.text) or kind_of(block.text) in BACK_MATTER
            depth = bare(block.text)[1]
            block.level = base if main else base + depth - 1 if depth else (above if named else base) + 1
            references = kind_of(block.text) == "references"
        elif references and _KEYWORDS.match(block.text):
            block.kind = "keywords"  # typed below the references, as some submission systems print them
        elif references and block.role == "paragraph" and _STATEMENT.match(block.text):
            block.kind, references = "declarations", False  # of a web page that lost the heading
    return blocks


def _name_title(blocks: list[Block]) -> None:
    if not blocks or any(block.role in ("title", "heading") for block in blocks[:3]):
        return
    text = blocks[0].text
    if blocks[0].role == "paragraph" and 3 < len(text.split()) < 40 and not _ENDS.search(text):
        blocks[0].role = "title"


def _is_heading(block: Block, following: Block | None, named: bool, references: bool) -> bool:
    text = block.text
    if len(text) > _LONGEST or len(text.split()) > _WORDS or not _LETTERS.search(text) or following is None:
        return False
    title, depth = bare(text)
    kind = kind_of(text)
    if _NAMES.match(text) or not title[:1].isupper() or (_ENDS.search(text) and not (kind and text.endswith("."))):
        return False
    if references and kind not in BACK_MATTER:
        return False
    if block.lead >= len(text) or (title.isupper() and len(title) > 5):
        return following.role != "front"
    if named:
        return kind in BACK_MATTER
    return kind is not None or (depth > 0 and len(following.text) > 2 * len(text) and not bare(following.text)[1])
