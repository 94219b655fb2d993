"""A PDFium page in, its lines out: boxes, fonts, gaps and superscripts asked for only where they matter."""

import ctypes
import math
import re
from collections import Counter

import pypdfium2 as pdfium
from pypdfium2 import raw

from qualityaudit.readers.pages import Line, Sheet
from qualityaudit.readers.pdfline import Gap, RawLine, finish, usual_width, wide_gaps
from qualityaudit.readers.turning import main_turn, turned, upright

MAX_CHARS = 400_000
_RAISED = re.compile(r"(?:(?<=[^\W\d_])|(?<=[.,;:)\]”’%])|^)\d{1,3}(?:\s?[,–-]\s?\d{1,3})*(?![\d.]\d)(?!\w)")
UNIT = re.compile(
    r"(?:^|[^A-Za-z])(?:[mckµμn]?m|(?<!\d)[A-Za-zα-ωΑ-Ω]|[mµμ]?[lL]|sec|min|kg|cd|CO|kg/m|cells/m|log|log10|cGy|eta|Chi|chi|ln|exp|in|H|TNM)$"
)
_ALPHA = re.compile(r"[^\W\d_]")
_INK = re.compile(r"\S")
_DIGIT = re.compile(r"\d")
_BLANK = re.compile(r"\s+")
_BOLD = re.compile(r"bold|black|heavy|semib|demi|\.b\b|-b$|cmbx|bx\d", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obli|\.i\b|-i$|-it\b|cmti|slant", re.IGNORECASE)


_loose_box = raw.FPDFText_GetLooseCharBox


class PageReader:
    """Reads pages of one document; keeps what it learnt about the fonts."""

    def __init__(self) -> None:
        self.fonts: dict[bytes, tuple[str, bool, bool]] = {}
        self.weights: Counter[tuple[str, float]] = Counter()  # characters by font and size so far
        self.natural: dict[str, float] = {}  # the least blank between words of a font so far, in its size
        self.rect, self.matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self.at_rect, self.at_matrix = ctypes.byref(self.rect), ctypes.byref(self.matrix)
        self.name, self.flags = ctypes.create_string_buffer(128), ctypes.c_int()
        self.at_flags = ctypes.byref(self.flags)
        self.left = self.top = 0.0
        self.quarter, self.extent = 0, (0.0, 0.0)  # how the page is turned; its width and height before
        self.cut: list[int] = []  # pages with more characters than are read

    def sheet(self, page: pdfium.PdfPage, number: int) -> Sheet:
        """The page's lines in drawing order; turned text (stamps, watermarks) goes to the margin."""
        left, bottom, right, top = page.get_bbox()
        self.left, self.top = left, top
        text = page.get_textpage()
        try:
            self.quarter, self.extent = 0, (right - left, top - bottom)
            raws = self._raws(text, number)
            sheet = Sheet(number, *self.extent, [])
            main = main_turn(raws)
            kept = upright(raws, sheet, main)
            self.quarter = main
            self._look_closer(text, kept)
            sheet.lines = [item.line for item in kept]
        finally:
            text.close()
        return sheet

    def _raws(self, page: pdfium.PdfTextPage, number: int) -> list[RawLine]:
        count = page.count_chars()
        if count > MAX_CHARS:
            self.cut.append(number)
        text = page.get_text_range(0, min(count, MAX_CHARS))
        exact = len(text) == count
        made: list[RawLine] = []
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

    def _whole(self, page: pdfium.PdfTextPage, first: int, text: str, number: int) -> list[RawLine]:
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

    def _measured(self, page: pdfium.PdfTextPage, first: int, text: str, number: int) -> RawLine:
        probe = first + _letter(text, len(text) // 3)
        rect, place = self.rect, self.at_rect
        _loose_box(page, first, place)
        x0 = rect.left - self.left
        _loose_box(page, first + len(text) - 1, place)
        x1 = rect.right - self.left
        _loose_box(page, probe, place)
        y0, y1 = self.top - rect.top, self.top - rect.bottom
        raw.FPDFText_GetMatrix(page, probe, self.at_matrix)
        m = self.matrix
        size = raw.FPDFText_GetFontSize(page, probe) * math.hypot(m.c, m.d)
        font, bold, italic = self.font(page, probe)
        angle = math.atan2(m.b, m.a) if abs(m.b) > 0.02 * abs(m.a) else (0.0 if m.a >= 0 else math.pi)
        if angle:
            ends = [self.box(page, index) for index in (first, first + len(text) - 1, probe)]
            x0, y0 = min(box[0] for box in ends), min(box[1] for box in ends)
            x1, y1 = max(box[2] for box in ends), max(box[3] for box in ends)
        line = Line(text, number, x0, y0, x1, y1, round(size, 1), font, bold, italic)
        return RawLine(first, text, line, angle)

    def box(self, page: pdfium.PdfTextPage, index: int) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of a character, from the top left corner of the page as it is read."""
        _loose_box(page, index, self.at_rect)
        r = self.rect
        box = r.left - self.left, self.top - r.top, r.right - self.left, self.top - r.bottom
        return turned(box, self.quarter, *self.extent) if self.quarter else box

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

    def _look_closer(self, page: pdfium.PdfTextPage, raws: list[RawLine]) -> None:
        for item in raws:
            self.weights[item.line.font, item.line.size] += len(item.text)
        body = max(self.weights, key=self.weights.__getitem__, default=("", 0.0))
        usual = usual_width(raws, body) / max(body[1], 1.0)
        blanks: list[list[Gap]] = []
        natural = self.natural
        for item in raws:
            line, text = item.line, item.text
            found: list[Gap] = []
            if " " in text and (line.x1 - line.x0) > len(text) * line.size * _most(line, body, usual):
                found = self._gaps(page, item)
                least = min((left - right for _, right, left in found), default=0.0) / max(line.size, 1.0)
                if least > 0.1:
                    natural[line.font] = min(least, natural.get(line.font, 1.0))
            blanks.append(found)
        for item, found in zip(raws, blanks, strict=True):
            line, text = item.line, item.text
            cuts = wide_gaps(found, line.size, natural.get(line.font, 0.25), text) if found else []
            tops = [self._heights(page, item, at) for at in [0, *(cut + 1 for cut, _, _ in cuts)]] if cuts else []
            raised = self._raised(page, item) if _DIGIT.search(text) else []
            if len(text) > 3:
                self._lead(page, item)
            if text[-1] in "\u2010\u00ad" and len(text) > 2 and text[-2].isalpha():
                line.joined = line.soft = True
                text = text[:-1]
            finish(line, text, cuts, tops, raised)

    def _gaps(self, page: pdfium.PdfTextPage, item: RawLine) -> list[Gap]:
        """The blanks of a line: offset, where the word before ends, where the next begins."""
        found, rect, place = [], self.rect, self.at_rect
        for match in _BLANK.finditer(item.text):
            start, end = match.span()
            if self.quarter:
                before, after = self.box(page, item.first + start - 1), self.box(page, item.first + end)
                found.append((start, before[2], after[0]))
                continue
            _loose_box(page, item.first + start - 1, place)
            right = rect.right - self.left
            _loose_box(page, item.first + end, place)
            found.append((start, right, rect.left - self.left))
        return found

    def _heights(self, page: pdfium.PdfTextPage, item: RawLine, at: int) -> tuple[float, float]:
        while at < len(item.text) - 1 and item.text[at].isspace():
            at += 1
        _, top, _, bottom = self.box(page, item.first + at)
        return top, bottom

    def _raised(self, page: pdfium.PdfTextPage, item: RawLine) -> list[tuple[int, int]]:
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
            if ((smaller and raised) or bottom2 - bottom > 0.3 * height) and not UNIT.search(item.text[:at]):
                found.append((at, match.end()))
        return found

    def _lead(self, page: pdfium.PdfTextPage, item: RawLine) -> None:
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


def _most(line: Line, body: tuple[str, float], usual: float) -> float:
    """The width of a character (in its size) above which a line has gaps; 0 where they must be measured."""
    if line.font != body[0] or usual > 0.72:
        return 0.0
    if line.size == body[1]:
        return 1.15 * usual
    prose = len(line.text) > 60 and len(_DIGIT.findall(line.text)) < 0.25 * len(line.text)
    return 1.06 * usual if prose else 0.0


def _letter(text: str, start: int) -> int:
    """The offset of the first letter from ``start`` on, else of any letter, else of any sign from there on."""
    if text[start].isalpha():
        return start
    found = _ALPHA.search(text, start) or _ALPHA.search(text) or _INK.search(text, start)
    return found.start() if found else 0


def _last_letter(text: str) -> int:
    return next((index for index in range(len(text) - 1, -1, -1) if text[index].isalpha()), 0)
