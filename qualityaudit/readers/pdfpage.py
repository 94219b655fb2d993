"""A PDFium page in, its lines out: boxes, fonts, gaps and superscripts asked for only where they matter."""

import ctypes
import math
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

from qualityaudit.readers.pages import Cell, Line, Sheet

MAX_CHARS = 400_000
_REPAIRS: dict[int, str | None] = {
    ord(a): b for a, b in zip("ﬁﬂﬀﬃﬄﬅﬆ", ("fi", "fl", "ff", "ffi", "ffl", "ft", "st"), strict=True)
}
_REPAIRS |= dict.fromkeys([*range(0x2000, 0x200B), 0xA0, 0x202F, 0x205F, 0x3000, 0x09], " ")
_REPAIRS |= dict.fromkeys([0xAD, 0x2010, 0x2011, 0x2043], "-") | dict.fromkeys(
    [0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF], None
)
_REPAIRS |= dict.fromkeys([*range(0x00, 0x09), *range(0x0E, 0x20), 0xFFFD, 0xFFFF], None)
_RAISED = re.compile(r"(?:(?<=[^\W\d_])|(?<=[.,;:)\]”’%])|^)\d{1,3}(?:\s?[,–-]\s?\d{1,3})*(?![\d.]\d)(?!\w)")
_UNIT = re.compile(
    r"(?:^|[^A-Za-z])(?:[mckµμn]?m|[A-Za-zα-ωΑ-Ω]|sec|min|kg|cd|CO|kg/m|cells/m|log|log10|cGy|eta|Chi|chi|ln|exp|in|H|TNM)$"
)
_POINT = re.compile(r"(?:(?<=^)|(?<=[\s<>=(]))\. (?=\d)")
_BLANK = re.compile(r"\s+")
_BOLD = re.compile(r"bold|black|heavy|semib|demi|\.b\b|-b$|cmbx|bx\d", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obli|\.i\b|-i$|-it\b|cmti|slant", re.IGNORECASE)


@dataclass(slots=True)
class _Raw:
    first: int  # index of its first character
    text: str
    line: Line
    angle: float


class PageReader:
    """Reads pages of one document; keeps what it learnt about the fonts."""

    def __init__(self) -> None:
        self.fonts: dict[bytes, tuple[str, bool, bool]] = {}
        self.weights: Counter[tuple[str, float]] = Counter()  # characters by font and size so far
        self.rect, self.matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self.at_rect, self.at_matrix = ctypes.byref(self.rect), ctypes.byref(self.matrix)
        self.name, self.flags = ctypes.create_string_buffer(128), ctypes.c_int()
        self.at_flags = ctypes.byref(self.flags)
        self.left = self.top = 0.0

    def sheet(self, page: pdfium.PdfPage, number: int) -> Sheet:
        """The page's lines in drawing order; turned text (stamps, watermarks) goes to the margin."""
        left, bottom, right, top = page.get_bbox()
        self.left, self.top = left, top
        text = page.get_textpage()
        try:
            raws = self._raws(text, number)
            sheet = Sheet(number, right - left, top - bottom, [])
            upright = _upright(raws, sheet, page.get_rotation())
            self._look_closer(text, upright)
            sheet.lines = [item.line for item in upright]
        finally:
            text.close()
        return sheet

    def _raws(self, page: pdfium.PdfTextPage, number: int) -> list[_Raw]:
        count = page.count_chars()
        text = page.get_text_range(0, min(count, MAX_CHARS))
        exact = len(text) == count
        made: list[_Raw] = []
        index = wide = 0
        for piece in text.split("\r\n"):
            start = index
            for part in piece.split("\ufffe"):
                words = part.strip()
                if words:
                    first = start + part.index(words[0])
                    if not exact:
                        first = raw.FPDFText_GetCharIndexFromTextIndex(page, first + wide)
                    made += self._whole(page, first, words, number)
                start += len(part) + 1
                if not exact:
                    wide += sum(c > "\uffff" for c in part) if not part.isascii() else 0
                if start <= index + len(piece) and made:
                    made[-1].line.joined = True
            index += len(piece) + 2
        return made

    def _whole(self, page: pdfium.PdfTextPage, first: int, text: str, number: int) -> list[_Raw]:
        """A line; two where its end stands to the left of its start, as a line number drawn after its line does."""
        item = self._measured(page, first, text, number)
        if item.angle or item.line.x1 > item.line.x0 or not (blanks := list(_BLANK.finditer(text))):
            return [item]
        cuts = [b for b in blanks if self.box(page, first + b.end())[0] < item.line.x0 - 1] or blanks[-1:]
        start, end = cuts[0].span()
        return [
            self._measured(page, first + end, text[end:], number),
            self._measured(page, first, text[:start], number),
        ]

    def _measured(self, page: pdfium.PdfTextPage, first: int, text: str, number: int) -> _Raw:
        probe = first + _letter(text, len(text) // 3)
        x0 = self.box(page, first)[0]
        x1 = self.box(page, first + len(text) - 1)[2]
        _, y0, _, y1 = self.box(page, probe)
        raw.FPDFText_GetMatrix(page, probe, self.at_matrix)
        m = self.matrix
        size = raw.FPDFText_GetFontSize(page, probe) * math.hypot(m.c, m.d)
        font, bold, italic = self.font(page, probe)
        line = Line(text, number, x0, y0, x1, y1, round(size, 1), font, bold, italic)
        return _Raw(
            first, text, line, math.atan2(m.b, m.a) if abs(m.b) > 0.02 * abs(m.a) else (0.0 if m.a >= 0 else math.pi)
        )

    def box(self, page: pdfium.PdfTextPage, index: int) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of a character, from the top left corner."""
        raw.FPDFText_GetLooseCharBox(page, index, self.at_rect)
        r = self.rect
        return r.left - self.left, self.top - r.top, r.right - self.left, self.top - r.bottom

    def font(self, page: pdfium.PdfTextPage, index: int) -> tuple[str, bool, bool]:
        """Name of a character's font, whether bold, whether italic."""
        raw.FPDFText_GetFontInfo(page, index, self.name, 128, self.at_flags)
        key = self.name.value
        known = self.fonts.get(key)
        if known is None:
            name = key.decode("latin-1").split("+")[-1]
            bold = bool(_BOLD.search(name)) or raw.FPDFText_GetFontWeight(page, index) >= 600
            known = self.fonts[key] = (name, bold, bool(_ITALIC.search(name)) or bool(self.flags.value & 64))
        return known

    def _look_closer(self, page: pdfium.PdfTextPage, raws: list[_Raw]) -> None:
        for item in raws:
            self.weights[item.line.font, item.line.size] += len(item.text)
        body = max(self.weights, key=self.weights.__getitem__, default=("", 0.0))
        usual = min(1.15 * _usual_width(raws, body), 0.72 * body[1])  # width of a character, points; above it are gaps
        blanks: list[list[tuple[int, float, float]]] = []
        natural: dict[str, float] = {}
        for item in raws:
            line, text = item.line, item.text
            found: list[tuple[int, float, float]] = []
            if " " in text and ((line.font, line.size) != body or (line.x1 - line.x0) > usual * len(text)):
                found = self._gaps(page, item)
                least = min((left - right for _, right, left in found), default=0.0) / max(line.size, 1.0)
                if least > 0.1:
                    natural[line.font] = min(least, natural.get(line.font, 1.0))
            blanks.append(found)
        for item, found in zip(raws, blanks, strict=True):
            line, text = item.line, item.text
            cuts = _wide(found, line.size, natural.get(line.font, 0.25), _is_prose(text)) if found else []
            tops = [self._heights(page, item, at) for at in [0, *(cut + 1 for cut, _, _ in cuts)]] if cuts else []
            raised = self._raised(page, item) if any(c.isdigit() for c in text) else []
            if len(text) > 3:
                self._lead(page, item)
            if text[-1] in "\u2010\u00ad" and len(text) > 2 and text[-2].isalpha():
                line.joined = line.soft = True
                text = text[:-1]
            _finish(line, text, cuts, tops, raised)

    def _gaps(self, page: pdfium.PdfTextPage, item: _Raw) -> list[tuple[int, float, float]]:
        """The blanks of a line: offset, where the word before ends, where the next begins."""
        found = []
        for match in _BLANK.finditer(item.text):
            right = self.box(page, item.first + match.start() - 1)[2]
            left = self.box(page, item.first + match.end())[0]
            found.append((match.start(), right, left))
        return found

    def _heights(self, page: pdfium.PdfTextPage, item: _Raw, at: int) -> tuple[float, float]:
        while at < len(item.text) - 1 and item.text[at].isspace():
            at += 1
        _, top, _, bottom = self.box(page, item.first + at)
        return top, bottom

    def _raised(self, page: pdfium.PdfTextPage, item: _Raw) -> list[tuple[int, int]]:
        found = []
        for match in _RAISED.finditer(item.text):
            at = match.start()
            near = at - 1 if at else match.end() + 1
            if near >= len(item.text):
                continue
            _, top, _, bottom = self.box(page, item.first + at)
            _, top2, _, bottom2 = self.box(page, item.first + near)
            height = max(0.1, bottom2 - top2)
            smaller, raised = (bottom - top) < 0.88 * height, bottom2 - bottom > 0.12 * height
            if ((smaller and raised) or bottom2 - bottom > 0.3 * height) and not _UNIT.search(item.text[:at]):
                found.append((at, match.end()))
        return found

    def _lead(self, page: pdfium.PdfTextPage, item: _Raw) -> None:
        """Note how far the bold or italic run goes that the line starts with."""
        line, text = item.line, item.text
        name, bold, italic = start = self.font(page, item.first + _letter(text, 0))
        if name == line.font and not (bold or italic):
            return
        line.bold, line.italic = line.bold and bold, line.italic and italic
        if not (bold or italic) or (name == line.font and self.font(page, item.first + _last_letter(text)) == start):
            return
        for match in _BLANK.finditer(text):
            at = match.end()
            if text[at].isalnum() and self.font(page, item.first + at) != start:
                line.lead = match.start()
                return


def _letter(text: str, start: int) -> int:
    """The offset of the first letter from ``start`` on, else of any letter, else 0."""
    for index in range(max(0, start), len(text)):
        if text[index].isalpha():
            return index
    return next((index for index, c in enumerate(text) if c.isalpha()), 0)


def _last_letter(text: str) -> int:
    return next((index for index in range(len(text) - 1, -1, -1) if text[index].isalpha()), 0)


def _wide(
    blanks: list[tuple[int, float, float]], size: float, natural: float, prose: bool
) -> list[tuple[int, float, float]]:
    """The blanks that part cells: wider than those between words, which in a justified line are all alike."""
    gaps = [left - right for _, right, left in blanks]
    even = prose and len(gaps) > 1 and max(gaps) < (1.3 if len(gaps) > 2 else 1.06) * min(gaps)
    if even and max(gaps) < 1.02 * min(gaps):
        return []
    least = 2.2 * size if even else size * max(0.45, 1.45 * natural)
    return [blank for blank, gap in zip(blanks, gaps, strict=True) if gap > least]


def _is_prose(text: str) -> bool:
    return sum(c.isalpha() for c in text) > 0.6 * len(text)


def _usual_width(raws: list[_Raw], body: tuple[str, float]) -> float:
    widths = [
        (item.line.x1 - item.line.x0) / len(item.text)
        for item in raws
        if len(item.text) > 25 and (item.line.font, item.line.size) == body
    ]
    return sorted(widths)[len(widths) // 2] if widths else 0.0


def _upright(raws: list[_Raw], sheet: Sheet, rotation: int) -> list[_Raw]:
    """The lines that read left to right once the page is turned as most of its text is; the others go to the margin."""
    turns: Counter[int] = Counter()
    for item in raws:
        turns[round(item.angle / (math.pi / 2)) % 4 if _square(item.angle) else 9] += len(item.text)
    main = max((t for t in turns if t != 9), key=lambda t: turns[t], default=0)
    if main:
        for item in raws:
            _turn(item.line, main, sheet.width, sheet.height)
        if main != 2:
            sheet.width, sheet.height = sheet.height, sheet.width
    kept = []
    for item in raws:
        if _square(item.angle) and round(item.angle / (math.pi / 2)) % 4 == main:
            kept.append(item)
        else:
            sheet.margin.append(item.text)
    return kept


def _square(angle: float) -> bool:
    return abs(math.remainder(angle, math.pi / 2)) < 0.02


def _turn(line: Line, quarter: int, width: float, height: float) -> None:
    x0, x1, y0, y1 = sorted((line.x0, line.x1)) + sorted((line.y0, line.y1))
    if quarter == 1:  # text runs upwards
        line.x0, line.x1, line.y0, line.y1 = height - y1, height - y0, x0, x1
    elif quarter == 3:  # downwards
        line.x0, line.x1, line.y0, line.y1 = y0, y1, width - x1, width - x0
    elif quarter == 2:
        line.x0, line.x1, line.y0, line.y1 = width - x1, width - x0, height - y1, height - y0


def _finish(
    line: Line,
    text: str,
    cuts: list[tuple[int, float, float]],
    tops: list[tuple[float, float]],
    raised: list[tuple[int, int]],
) -> None:
    if raised:
        kept, at = "", 0
        for start, end in raised:
            kept += text[at:start]
            line.citations.append((len(clean(kept)), text[start:end].replace(" ", "")))
            at = end
        shifted = [(cut - sum(e - s for s, e in raised if e <= cut), a, b) for cut, a, b in cuts]
        text, cuts = kept + text[at:], shifted
    if cuts:
        bounds = [0, *(cut for cut, _, _ in cuts), len(text)]
        lefts, rights = [line.x0, *(b for _, _, b in cuts)], [*(a for _, a, _ in cuts), line.x1]
        line.cells = [
            Cell(clean(text[a:b]).strip(), x0, x1, *top)
            for a, b, x0, x1, top in zip(bounds[:-1], bounds[1:], lefts, rights, tops, strict=True)
        ]
    line.text = clean(text)


def clean(text: str) -> str:
    """Text without ligatures, special blanks and control characters; accents composed."""
    if ". " in text:
        text = _POINT.sub(".", text)
    if text.isascii() and text.isprintable():
        return text
    text = text.translate(_REPAIRS)
    return text if text.isascii() else unicodedata.normalize("NFC", _symbols(text))


def _symbols(text: str) -> str:
    """Signs that old typesetting fonts name wrongly: ``P ¼ 0.03`` is an equation, `` ´e`` a letter."""
    if "¼" in text:
        text = re.sub(r"(?<=[\w)]) ?¼ ?(?=[\w(<>.+–−-])", " = ", text)
    if "´" in text or "¨" in text or "`" in text:
        text = re.sub(r" ?´ ?([aeiouAEIOU])", lambda m: m.group(1) + "\u0301", text)
        text = re.sub(r" ?¨ ?([aeiouAEIOU])", lambda m: m.group(1) + "\u0308", text)
    return text
