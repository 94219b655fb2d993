"""Lines of pages in, blocks in reading order out: columns, running heads, paragraphs, broken words."""

import re
import statistics
from collections import Counter

from qualityaudit.readers.pages import Block, Line, Sheet
from qualityaudit.structure.headings import bare, kind_of, unspaced

_CAPTION = re.compile(
    r"^(?:(?:supplementary|supplemental|suppl\.?|extended data|additional|online)\s+)?(?:fig(?:ure|\.)?|table|scheme|box|algorithm)\s*[A-Z]?\d{1,2}[A-Za-z]?(?:\s*[.:|–—-]|\s+(?=[A-Z(a])|$)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^(?:\d{1,2}\.)*\d{1,2}\.?\s+[A-Z][\w-]*(?:\s|$)")
_HYPHEN = re.compile(r"[A-Za-z]-$")


def blocks_of(sheets: list[Sheet]) -> list[Block]:
    """The paragraphs, headings and captions of a paper, in reading order."""
    lines = [line for sheet in sheets for line in _ordered(sheet, _furniture(sheets))]
    if not lines:
        return []
    words = Counter(re.findall(r"[A-Za-z]+(?:-[A-Za-z]+)*", " ".join(line.text for line in lines).lower()))
    return _paragraphs(lines, words)


def _furniture(sheets: list[Sheet]) -> set[str]:
    seen: Counter[str] = Counter()
    for sheet in sheets:
        seen.update({_key(line.text) for line in sheet.lines if _marginal(line, sheet)})
    return {key for key, n in seen.items() if n >= max(2, min(3, len(sheets) // 3))}


def _key(text: str) -> str:
    return re.sub(r"[\d\W_]+", "", text.lower())


def _marginal(line: Line, sheet: Sheet) -> bool:
    return line.y0 < 0.09 * sheet.height or line.y1 > 0.91 * sheet.height


def _ordered(sheet: Sheet, furniture: set[str]) -> list[Line]:
    kept = []
    for line in sheet.lines:
        if _marginal(line, sheet) and (_key(line.text) in furniture or re.fullmatch(r"\W*\d{1,4}\W*", line.text)):
            continue
        if re.fullmatch(r"\d{1,4}", line.text) and line.x1 < 0.12 * sheet.width:
            continue
        kept.append(line)
    return kept


def _paragraphs(lines: list[Line], words: Counter[str]) -> list[Block]:
    size = statistics.median(line.size for line in lines)
    fonts = Counter(line.font for line in lines)
    body = fonts.most_common(1)[0][0]
    blocks: list[Block] = []
    group: list[Line] = []

    def flush() -> None:
        if group:
            blocks.append(_block(group, words))
            group.clear()

    for line in lines:
        if _is_heading(line, size, body):
            flush()
            if blocks and blocks[-1].role == "heading" and _continues(blocks[-1], line):
                blocks[-1].text += " " + line.text
                continue
            blocks.append(Block("heading", unspaced(line.text), page=line.page, marks=[(0, line)]))
            continue
        if group and _parts(group[-1], line, group[0]):
            flush()
        group.append(line)
    flush()
    return blocks


def _continues(block: Block, line: Line) -> bool:
    last = block.marks[-1][1]
    return (
        last.page == line.page
        and last.font == line.font
        and abs(last.size - line.size) < 0.5
        and 0 < line.y0 - last.y0 < 1.9 * line.size
        and kind_of(block.text) is None
        and not _NUMBERED.match(line.text)
    )


def _is_heading(line: Line, size: float, body: str) -> bool:
    text = line.text
    if len(text) > 110 or not re.search(r"[A-Za-z]{3}", text) or _CAPTION.match(text):
        return False
    kind = kind_of(text)
    different = line.font != body or line.size > 1.12 * size
    if kind and (different or text.isupper() or _NUMBERED.match(text)) and text[0].upper() == text[0]:
        return True
    name, depth = bare(text)
    if (
        different
        and (line.bold or line.size > 1.12 * size)
        and not text.endswith((".", ",", ";"))
        and text[0].isupper()
    ):
        return len(text.split()) <= 14
    return bool(
        depth and different and name[:1].isupper() and len(text.split()) <= 14 and not text.endswith((",", ";"))
    )


def _parts(last: Line, line: Line, first: Line) -> bool:
    if _CAPTION.match(line.text) and (
        last.text.endswith((".", "?", ":")) or last.font != line.font or abs(last.size - line.size) > 0.4
    ):
        return True
    if line.page != last.page or line.y0 < last.y0 - 2:
        return last.text.endswith(".") and (
            abs(last.size - line.size) > 0.8 or line.text[:1].isupper() and _CAPTION.match(first.text) is not None
        )
    if line.y0 - last.y1 > 0.75 * line.size:
        return True
    if abs(last.size - line.size) > 1.0:
        return True
    return last.text.endswith((".", ":", "?")) and line.x0 - last.x0 > 4


def _block(group: list[Line], words: Counter[str]) -> Block:
    text, marks = "", []
    for line in group:
        if text:
            text = _joined(text, line.text, group[len(marks) - 1].joined, words)
        marks.append((max(0, len(text) if not marks else len(text)), line))
        text += line.text
    role = "caption" if _CAPTION.match(text) else "paragraph"
    lead = sum(1 for _ in group[0].text) if group[0].bold else 0
    return Block(role, text, page=group[0].page, marks=marks, lead=lead)


def _joined(text: str, following: str, broken: bool, words: Counter[str]) -> str:
    """The text so far, ready for the next line: a broken word loses its hyphen, else a blank follows."""
    if not broken and not (_HYPHEN.search(text) and following[:1].islower()):
        return text + ("" if text.endswith(("/", "–")) and following[:1].isalnum() and "http" in text[-60:] else " ")
    left = re.search(r"[A-Za-z]*-?$", text)
    right = re.match(r"[A-Za-z]+", following)
    if not left or not right:
        return text if text.endswith("-") else text
    a, b = left.group().rstrip("-").lower(), right.group().lower()
    stem = text[:-1] if text.endswith("-") else text
    if words[f"{a}-{b}"] > words[a + b]:
        return stem + "-"
    return stem
