"""The place of a legend in, where it ends and where its table ends out."""

import itertools

from qualityaudit.readers.pages import Line
from qualityaudit.structure.headings import bare, kind_of
from qualityaudit.structure.style import caption_closed, caption_label, caption_start, is_table
from qualityaudit.structure.walk import END, Walk, numbered


def caption_end(walk: Walk, i: int) -> int:
    """The line after a legend that starts with line ``i``."""
    end = i + 1
    while end < len(walk.lines) and _caption_goes_on(walk, i, end):
        end += 1
    return end


def rest_elsewhere(walk: Walk, end: int) -> int:
    """The end of what goes on, at the top of the next column, of a legend that is cut at ``end``."""
    start, last = end, walk.lines[end - 1]
    while (line := walk.at(end)) and line.size == last.size and line.font == last.font:
        if end == start and not (line.text[0].islower() and (line.page > last.page or line.y1 < last.y0)):
            break
        if end > start and not _caption_goes_on(walk, start, end):
            break
        end += 1
    return end


def _caption_goes_on(walk: Walk, i: int, at: int) -> bool:
    first, last, line = walk.lines[i], walk.lines[at - 1], walk.lines[at]
    if caption_label(first.text):
        if at == i + 1:
            return _under_label(walk, first, line)
        first = walk.lines[i + 1]
    if line.page != last.page or (caption_start(line.text) and line.lead) or len(line.cells) > 1:
        return False
    if caption_closed(line.text) and END.search(last.text):
        return False
    body = walk.style.is_body(first)
    if body and ((walk.opens(at) and line.text[0].isupper()) or (line.bold and not last.bold and not line.lead)):
        return False
    most = 1.22 * walk.pitch(at) if body else 1.35 * max(last.y1 - last.y0, 1.3 * last.size)
    capitals = last.text.isupper() and line.text.isupper()  # small ones and large ones are of two sizes
    if abs(line.size - last.size) > (0.27 * last.size if capitals else 0.35) or not -1 < line.y0 - last.y0 < most:
        return False
    if line.x0 > last.x1 or line.x1 < last.x0:
        return False
    short = last.x1 - last.x0 < 0.6 * (first.x1 - first.x0) and END.search(last.text)
    return body or not (is_table(first.text) and at - i > 1 and short)


def _under_label(walk: Walk, label: Line, line: Line) -> bool:
    """Whether a line is the legend whose number stands alone above it: in capitals, slanted, or in small print."""
    step, wide = line.y0 - label.y0, len(line.cells) > (3 if line.text.isupper() else 2)
    if line.page != label.page or not 0 < step < 2.8 * label.size or wide or line.x0 > label.x1 or line.x1 < label.x0:
        return False
    if len(line.cells) > 1 and not (line.text.isupper() or line.italic):
        return False
    small = line.size < walk.style.size - 0.35
    return (
        small or line.italic or line.bold or line.text.isupper() or step < 1.35 * max(label.y1 - label.y0, label.size)
    )


def table_end(walk: Walk, start: int) -> int:
    """The line after a table that starts with line ``start``; ``start`` itself where there is none."""
    end, last = start, walk.lines[start - 1]
    size: float | None = None
    while end < len(walk.lines) and not _leaves_table(walk, end, last, size):
        last = walk.lines[end]
        size, end = last.size, end + 1
    lines = walk.lines[start:end]
    return end if (len(lines) > 1 and any(line.cells for line in lines)) or len(lines) > 3 else start


def _leaves_table(walk: Walk, i: int, last: Line, size: float | None) -> bool:
    line, style = walk.lines[i], walk.style
    small = line.size < style.size - 0.35
    headlike = style.differs(line) and (numbered(line) or (bool(kind_of(line.text)) and not line.cells))
    if walk.is_caption(i) or (headlike and _flat(walk, i)):
        return True
    if size is None:
        head = [x.y0 for x in walk.lines[i : i + 12] if x.page == last.page and x.y0 > last.y1 - 2]
        far = line.page == last.page and bool(head) and min(head) - last.y1 > 60
        return far or not (small or line.cells)
    if line.page != last.page and abs(line.size - size) > 0.3:
        return True
    return not (small or line.cells or (abs(size - line.size) < 0.3 and walk.short(line)))


def _flat(walk: Walk, i: int) -> bool:
    """Whether a heading-like line is followed by prose, not by further cells."""
    following, second = walk.at(i + 1), walk.at(i + 2)
    if following and second and walk.style.differs(following) and bare(following.text)[1]:  # its first subsection
        following = second
    return following is None or (walk.style.is_body(following) and len(following.text) > 25 and not following.cells)


def table_notes(lines: list[Line]) -> int:
    """How many lines at the end of a table are its notes."""
    notes = 0
    while notes < len(lines) - 1 and _is_note(lines[-1 - notes]):
        notes += 1
    return notes


def _is_note(line: Line) -> bool:
    apart = any(b.x0 - a.x1 > 0.9 * line.size for a, b in itertools.pairwise(line.cells))
    return not apart and (len(line.text) > 45 or line.text[:1] in "*†‡§") and " " in line.text
