"""A PDF in, lines with box and font per page out, in the order the file draws them; PDFium first, pypdf behind it."""

import io
import logging
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2 as pdfium

from qualityaudit.document import Source
from qualityaudit.errors import CorruptPaper, EmptyPaper, EncryptedPaper, NoTextLayer, PaperTimeout
from qualityaudit.readers.pages import Line, Pages, Sheet
from qualityaudit.readers.pdfpage import MAX_CHARS, PageReader
from qualityaudit.readers.pdfrepair import repaired
from qualityaudit.readers.prose import MAX_TEXT
from qualityaudit.readers.typography import clean

if TYPE_CHECKING:
    import pypdf

MAX_PAGES = 1500
"""Pages of one file that are read."""

MAX_SECONDS = 50
"""Seconds after which no further page of a file is begun."""

_TAIL = 4096
_DAMAGED = "the file is damaged"
_UNREAD = " could not be read"


def read(path: Path, data: bytes, source: Source) -> Pages:
    """The lines of every page.

    Raises:
        PaperError: encrypted, corrupt, without pages, without a text layer, or endless.
    """
    notes: list[str] = []
    info: dict[str, str] = {}
    document = _opened(path, data, notes)
    if document is None:
        sheets = _by_pypdf(path, data)
        count = len(sheets)
        notes.append(f"{_DAMAGED}; read without places on the page")
    else:
        try:
            count = len(document)
            sheets = _sheets(path, document, count, notes)
            info = {str(key): str(value) for key, value in document.get_metadata_dict(skip_empty=True).items()}
        finally:
            document.close()
    _check(path, sheets, notes)
    return Pages(source.model_copy(update={"pages": count}), sheets=sheets, info=info, notes=notes)


def _opened(path: Path, data: bytes, notes: list[str]) -> pdfium.PdfDocument | None:
    """The document, if need be without what was lost of it; nothing if PDFium cannot make it out at all."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise EncryptedPaper(f"{path}: needs a password; save a copy without one") from error
        return _saved(data, notes)
    if b"%%EOF" not in data[-_TAIL:]:
        notes.append("the file does not end as a PDF should; a part of it may be missing")
    return document


def _saved(data: bytes, notes: list[str]) -> pdfium.PdfDocument | None:
    whole = repaired(data)
    if whole is None:
        return None
    try:
        document = pdfium.PdfDocument(whole)
    except pdfium.PdfiumError:
        return None
    notes.append(f"{_DAMAGED} or cut off; only what is left of {len(document)} pages was read")
    return document


def _sheets(path: Path, document: pdfium.PdfDocument, count: int, notes: list[str]) -> list[Sheet]:
    reader, sheets, letters = PageReader(), [], 0
    end = time.monotonic() + MAX_SECONDS
    for index in range(min(count, MAX_PAGES)):
        sheets.append(_sheet(document, index, reader, notes))
        letters += sum(len(line.text) for line in sheets[-1].lines)
        if letters > MAX_TEXT or time.monotonic() > end:
            break
    notes.extend(f"page {number}: only the first {MAX_CHARS} characters were read" for number in reader.cut)
    if len(sheets) < count:
        if letters == 0 and time.monotonic() > end:
            raise PaperTimeout(f"{path}: {len(sheets)} pages took longer than {MAX_SECONDS} s; print it to a new PDF")
        notes.append(f"only the first {len(sheets)} of {count} pages were read")
    return sheets


def _sheet(document: pdfium.PdfDocument, index: int, reader: PageReader, notes: list[str]) -> Sheet:
    try:
        page = document[index]
        try:
            return reader.sheet(page, index + 1)
        finally:
            page.close()
    except (pdfium.PdfiumError, ValueError, ArithmeticError, LookupError):
        notes.append(f"page {index + 1}{_UNREAD}")
        return Sheet(index + 1, 0, 0, [])


def _letters(sheet: Sheet) -> int:
    """The letters on a page, counted no further than is needed to call it a page of text."""
    count = 0
    for line in sheet.lines:
        count += sum(c.isalpha() for c in line.text[:200])
        if count > 40:
            break
    return count


def _check(path: Path, sheets: list[Sheet], notes: list[str]) -> None:
    if not sheets:
        raise EmptyPaper(f"{path}: the PDF has no pages; fetch it again")
    letters = [_letters(sheet) for sheet in sheets]
    if sum(note.endswith(_UNREAD) for note in notes) >= len(sheets):
        raise CorruptPaper(f"{path}: no page could be read; fetch it again")
    if sum(letters) < 20 and any(note.startswith(_DAMAGED) for note in notes):
        raise CorruptPaper(f"{path}: damaged, and no text is left in it; fetch it again")
    if sum(letters) < 20:
        raise NoTextLayer(
            f"{path}: the pages hold no text (a scan?); run text recognition first, for instance: "
            f"ocrmypdf {path.name} {path.stem}_ocr.pdf"
        )
    bare = [str(sheet.number) for sheet, n in zip(sheets, letters, strict=True) if n < 5]
    if len(sheets) > 3 and len(bare) > len(sheets) / 2:
        notes.append(f"most pages hold no text ({len(bare)} of {len(sheets)}); they may be scans")


def _by_pypdf(path: Path, data: bytes) -> list[Sheet]:
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        pages = pypdf.PdfReader(io.BytesIO(data), strict=False).pages[:MAX_PAGES]
        return [_plain_sheet(page, number) for number, page in enumerate(pages, 1)]
    except Exception as error:
        raise CorruptPaper(f"{path}: damaged or not a PDF; fetch it again") from error


def _plain_sheet(page: "pypdf.PageObject", number: int) -> Sheet:
    width, height = float(page.mediabox.width), float(page.mediabox.height)
    lines = [
        Line(clean(text.strip()), number, 72, 72 + 12 * i, width - 72, 82 + 12 * i, 10.0)
        for i, text in enumerate((page.extract_text() or "").splitlines())
        if text.strip()
    ]
    return Sheet(number, width, height, lines)
