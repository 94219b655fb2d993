"""Pages in, pages without running heads, page numbers, line numbers and watermarks out; split lines mended."""

import itertools
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from qualityaudit.readers.pages import Cell, Line, Sheet

_PAGE_NUMBER = re.compile(
    r"[^\w%=<>≤≥±+*]*(?:page|p\.|pp\.)?\s*[A-Z]?\d{1,5}(?:\s*(?:of|/|\|)\s*\d{1,4})?[^\w%=<>≤≥±+*]*|[ivxl]{1,6}",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_LINE_NUMBER = re.compile(r"(\d{1,4})\s+(?=\S)")


def without_furniture(sheets: list[Sheet]) -> list[list[Line]]:
    """Per page, the lines that belong to the article itself, in drawing order."""
    repeated = _repeated(sheets)
    return [_mended(_unnumbered(_kept(sheet, repeated), sheet)) for sheet in sheets]


@dataclass(frozen=True, slots=True)
class _Repeated:
    """What stands on several pages, by its letters: at their edges, and anywhere on them."""

    edge: set[str]
    anywhere: set[str]

    def holds(self, line: Line, edge: bool) -> bool:
        if not edge and (not self.anywhere or len(line.text) < 13 or line.text.endswith(".")):
            return False
        key = _key(line)[0]
        return key in self.anywhere or (edge and key in self.edge)


def _key(line: Line) -> tuple[str, int]:
    return "".join(_LETTERS.findall(line.text)).lower(), round(line.y0 / 8)


def _zone(line: Line, sheet: Sheet) -> bool:
    return line.y1 < 0.115 * sheet.height or line.y0 > 0.9 * sheet.height


def _repeated(sheets: list[Sheet]) -> _Repeated:
    edges: dict[str, list[Line]] = {}
    inner: dict[tuple[str, int], list[Line]] = {}  # by their first word and height
    for sheet in sheets:
        seen: set[tuple[str, int]] = set()
        for line in sheet.lines:
            if _zone(line, sheet):
                key = _key(line)
                if key not in seen:
                    seen.add(key)
                    edges.setdefault(key[0], []).append(line)
            elif len(line.text) > 12 and (word := _LETTERS.search(line.text)):
                inner.setdefault((word.group().lower(), round(line.y0 / 8)), []).append(line)
    least = 2 if len(sheets) < 7 else 3
    edge = {key for key, lines in edges.items() if len(key) > 1 and _runs(lines, least)}
    return _Repeated(edge, _anywhere(inner.values(), max(4, len(sheets) / 2)))


def _anywhere(alike: Iterable[list[Line]], least: float) -> set[str]:
    """The letters of lines that stand at one height on enough pages; ``alike`` begin with one word at one height."""
    pages = {(_key(line), line.page) for lines in alike if len(lines) >= least for line in lines}
    counts = Counter(key for key, _ in pages)
    return {key for (key, _), n in counts.items() if n >= least}


def _runs(lines: list[Line], least: int) -> bool:
    """Whether lines of the same letters are a running head: often enough at one height, and but for a few numbers alike."""
    heights = Counter(round(line.y0 / 8) for line in lines)
    if max(heights.values()) < least and len(lines) < least + 1:
        return False
    numbers = [_DIGITS.findall(line.text) for line in lines[:3]]
    return all(sum(a != b for a, b in zip(numbers[0], other, strict=False)) < 3 for other in numbers[1:])


def _kept(sheet: Sheet, repeated: _Repeated) -> list[Line]:
    kept = []
    for line in sheet.lines:
        zone = _zone(line, sheet)
        if zone and _PAGE_NUMBER.fullmatch(line.text) and not _among(line, sheet.lines, 2):
            continue
        if repeated.holds(line, zone) and not (len(line.text) < 7 and _among(line, sheet.lines, 4)):
            continue
        if line.citations and line.text[:1] == " ":
            line.text = line.text[1:]
            line.citations = [(max(0, at - 1), mark) for at, mark in line.citations]
        if line.text:
            kept.append(line)
        elif kept:
            kept[-1].citations += [(len(kept[-1].text), mark) for _, mark in line.citations]
    return kept


def _among(short: Line, lines: list[Line], least: int) -> bool:
    """Whether a short line stands between others of its print, as in a table."""
    near = (x for x in lines if abs(x.y0 - short.y0) < 1.7 * short.size and x is not short)
    return sum(x.font == short.font and x.size == short.size for x in near) >= least


def _unnumbered(lines: list[Line], sheet: Sheet) -> list[Line]:
    """Without the numbers that manuscripts carry beside their lines."""
    beside = [line for line in lines if line.x0 < 0.16 * sheet.width and line.text.isdigit() and len(line.text) < 5]
    if len(beside) >= 8 and _rising([int(line.text) for line in beside]):
        return [line for line in lines if line not in beside]
    numbers = [(line, _LINE_NUMBER.match(line.text)) for line in lines if line.text[:1].isdigit()]
    found = [(line, match) for line, match in numbers if match]
    if len(found) >= max(8, 0.6 * len(lines)) and _rising([int(match.group(1)) for _, match in found]):
        for line, match in found:
            _strip_number(line, match.end())
    return lines


def _strip_number(line: Line, width: int) -> None:
    share = (line.x1 - line.x0) / max(1, len(line.text))
    line.text = line.text[width:]
    line.x0 = line.cells[1].x0 if len(line.cells) > 1 else line.x0 + share * width
    line.cells = line.cells[1:] if len(line.cells) > 2 else []
    line.citations = [(at - width, mark) for at, mark in line.citations if at >= width]


def _rising(numbers: list[int]) -> bool:
    steps = sum(0 < b - a < 6 for a, b in itertools.pairwise(numbers))
    return steps >= 0.85 * (len(numbers) - 1)


def _mended(lines: list[Line]) -> list[Line]:
    """Pieces of one line that the file draws apart (around a superscript, a formula) put together again."""
    made: list[Line] = []
    for line in lines:
        last = made[-1] if made else None
        if (
            last
            and abs(line.y1 - last.y1) < 0.42 * max(line.size, 4.0)
            and -0.3 * line.size < line.x0 - last.x1 < 0.5 * line.size
            and not last.joined
        ):
            _merge(last, line)
        else:
            made.append(line)
    return made


def _merge(last: Line, line: Line) -> None:
    gap = line.x0 - last.x1
    between = "" if gap < 0.13 * line.size or line.text[0] in ",.;:)" else " "
    shift = len(last.text) + len(between)
    last.citations += [(at + shift, mark) for at, mark in line.citations]
    if last.cells or line.cells:
        left = last.cells or [Cell(last.text, last.x0, last.x1, last.y0, last.y1)]
        right = line.cells or [Cell(line.text, line.x0, line.x1, line.y0, line.y1)]
        inner = Cell(left[-1].text + between + right[0].text, left[-1].x0, right[0].x1, left[-1].y0, left[-1].y1)
        last.cells = [*left[:-1], inner, *right[1:]] if len(left) + len(right) > 2 else []
    if len(line.text) > len(last.text):
        last.font, last.size, last.bold, last.italic = line.font, line.size, line.bold, line.italic
        last.y0, last.y1 = line.y0, line.y1
    last.text += between + line.text
    last.x1, last.joined = max(last.x1, line.x1), line.joined
