"""Plain text in, paragraphs out: parted by blank lines, by form feeds (new pages), or line by line where none is blank."""

import re
from pathlib import Path

from qualityaudit.document import Source
from qualityaudit.readers.pages import Block, Pages
from qualityaudit.readers.prose import MAX_TEXT, UNFINISHED, Prose, decoded, is_caption, within_limit

_HYPHEN = re.compile(r"(?<=[a-zà-ÿ])-\n[ \t]*(?=[a-zà-ÿ])")
_NEW = re.compile(r"\n(?=[ \t]*[A-Z0-9])")
_TEXT = re.compile(r"\W*(?:\d\W+)?(?:abstract|summary|introduction|background|objectives?|purpose)\b", re.IGNORECASE)
_HEAD = 240
"""Characters of the first paragraph that is no title, list of authors or affiliation; before it, lines stand alone."""

_TIGHT = 25
"""Lines of a part that is too long for one paragraph: the text has no blank lines between them."""
_ENDED = re.compile(r"[.!?:][\])\"'”’\d,\[–-]*$")
_WRAPPED = 120
"""Characters of the longest usual line of a text with hard line ends."""


def read(path: Path, data: bytes, source: Source) -> Pages:
    """Paragraphs of a text file; which of them are headings is left to the structure."""
    notes: list[str] = []
    sheets = decoded(data)[: MAX_TEXT + 1].split("\f")
    paged = len(sheets) > 1
    blocks: list[Block] = []
    for number, sheet in enumerate(sheets, 1):
        for part in _parts(sheet):
            prose = Prose()
            prose.add(_HYPHEN.sub("", part) if "-\n" in part else part)
            if prose.text:
                page = number if paged else None
                blocks.append(prose.block("caption" if is_caption(prose.text) else "paragraph", page=page))
    blocks = within_limit(blocks, notes)
    pages = len(sheets) - (not sheets[-1].strip()) if paged else None
    return Pages(source.model_copy(update={"pages": pages}), blocks=blocks, notes=notes)


def _parts(sheet: str) -> list[str]:
    lines = sheet.splitlines()
    filled = [line for line in lines if line.strip()]
    wrapped = sum(len(line) < _WRAPPED for line in filled) > 0.9 * len(filled)
    if not wrapped:
        return filled
    parts = [part.strip("\n") for part in re.split(r"\n[ \t]*\n", "\n".join(lines))]
    head = next((i for i, part in enumerate(parts) if len(part) > _HEAD or _TEXT.match(part)), 0)
    split = [piece for part in parts[1:head] for piece in _NEW.split(part)]
    later = (piece for part in parts[head:] for whole in _loosened(part) for piece in _headed(whole))
    return [*parts[: min(1, head)], *split, *later]


def _loosened(part: str) -> list[str]:
    """The paragraphs of a part without blank lines: one ends where a line ends early with a sentence.

    A short line that stands before a paragraph and ends like no sentence is one of its own.
    """
    lines = [line.strip() for line in part.splitlines() if line.strip()]
    if len(lines) < _TIGHT:
        return [part]
    width = sorted(map(len, lines))[int(0.8 * len(lines))]
    pieces: list[list[str]] = [[]]
    for i, line in enumerate(lines):
        following = lines[i + 1] if i + 1 < len(lines) else ""
        before = pieces[-1][-1] if pieces[-1] else ""
        alone = (
            len(line) < 0.8 * width
            and (not before or _ENDED.search(before))
            and (line[:1].isupper() or line[:1].isdigit())
            and not _ENDED.search(line)
            and not UNFINISHED.search(line)
            and line[-1] not in ",;"
            and (following[:1].isupper() or following[:1].isdigit())
        )
        if alone and pieces[-1]:
            pieces.append([])
        pieces[-1].append(line)
        if alone or (len(line) < 0.85 * width and _ENDED.search(line)):
            pieces.append([])
    return ["\n".join(piece) for piece in pieces if piece]


def _headed(part: str) -> list[str]:
    """A paragraph with the short line before it apart, which may be its heading."""
    first, _, rest = part.strip("\n").partition("\n")
    first, following = first.strip(), rest.partition("\n")[0].strip()
    short = len(first) < 60 and len(first) < 0.75 * len(following) and not re.search(r"[.,;:]$", first)
    starts = (first[:1].isupper() or first[:1].isdigit()) and following[:1].isupper()
    return [first, rest] if short and starts else [part]
