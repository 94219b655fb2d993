"""A PDF in, lines with box and font per page out, in the order the file draws them; PDFium first, pypdf behind it."""

import ctypes
import unicodedata
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from qualityaudit.document import Source
from qualityaudit.errors import CorruptPaper, EmptyPaper, EncryptedPaper, NoTextLayer
from qualityaudit.readers.pages import Line, Pages, Sheet

MAX_PAGES = 3000
_LIGATURES = str.maketrans(
    {"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st", "\u00a0": " ", "\u2009": " ", "\u202f": " ",
     "\u2002": " ", "\u2003": " ", "\u200a": " ", "\u200b": None, "\ufeff": None, "\u00ad": "-", "\u2010": "-", "\u2011": "-", "\t": " "}
)  # fmt: skip


def read(path: Path, data: bytes, source: Source) -> Pages:
    """The lines of every page.

    Raises:
        PaperError: encrypted, corrupt, without pages or without a text layer.
    """
    document = _opened(path, data)
    notes: list[str] = []
    try:
        count = len(document)
        if not count:
            raise EmptyPaper(f"{path}: the PDF has no pages; fetch it again")
        if count > MAX_PAGES:
            notes.append(f"only the first {MAX_PAGES} of {count} pages were read")
        sheets = [_sheet(document, i, notes) for i in range(min(count, MAX_PAGES))]
    finally:
        document.close()
    if not any(c.isalpha() for sheet in sheets for line in sheet.lines for c in line.text):
        raise NoTextLayer(f"{path}: the pages hold no text; run text recognition (for instance ocrmypdf) first")
    return Pages(source.model_copy(update={"pages": count}), sheets=sheets, notes=notes)


def _opened(path: Path, data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise EncryptedPaper(f"{path}: needs a password; save a copy without one") from error
        raise CorruptPaper(f"{path}: not readable as PDF; fetch it again") from error


def _sheet(document: pdfium.PdfDocument, index: int, notes: list[str]) -> Sheet:
    try:
        page = document[index]
    except pdfium.PdfiumError:
        notes.append(f"page {index + 1} could not be read")
        return Sheet(index + 1, 0, 0, [])
    width, height = page.get_size()
    try:
        text = page.get_textpage()
        try:
            return Sheet(index + 1, width, height, _lines(text, index + 1, height))
        finally:
            text.close()
    except pdfium.PdfiumError:
        notes.append(f"page {index + 1} could not be read")
        return Sheet(index + 1, width, height, [])
    finally:
        page.close()


def _lines(page: pdfium.PdfTextPage, number: int, height: float) -> list[Line]:
    made: list[Line] = []
    rect, name, flags = raw.FS_RECTF(), ctypes.create_string_buffer(128), ctypes.c_int()
    at, box = ctypes.byref(rect), raw.FPDFText_GetLooseCharBox
    index = 0
    for piece in page.get_text_range().split("\r\n"):
        start = index
        parts = piece.split("\ufffe")
        for i, part in enumerate(parts):
            joined = i < len(parts) - 1
            text = part.strip()
            if text:
                first = start + len(part) - len(part.lstrip())
                box(page, first, at)
                x0, y0, y1 = rect.left, height - rect.top, height - rect.bottom
                box(page, first + len(text) - 1, at)
                x1, y0, y1 = rect.right, min(y0, height - rect.top), max(y1, height - rect.bottom)
                middle = first + min(len(text) - 1, 2)
                raw.FPDFText_GetFontInfo(page, middle, name, 128, ctypes.byref(flags))
                font = name.value.decode("latin-1")
                lower = font.lower()
                made.append(
                    Line(
                        _clean(text), number, x0, y0, x1, y1, rect.top - rect.bottom, font,
                        "bold" in lower or "black" in lower or lower.endswith((".b", "-b")), "ital" in lower or "obli" in lower, joined,
                    )
                )  # fmt: skip
            start += len(part) + 1
        index += len(piece) + 2
    return made


def _clean(text: str) -> str:
    if text.isascii():
        return text.replace("\x02", "").replace("\t", " ")
    return unicodedata.normalize("NFC", text.translate(_LIGATURES))
