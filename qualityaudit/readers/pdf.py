"""A PDF in, lines with box and font per page out, in the order the file draws them; PDFium first, pypdf behind it."""

import io
import logging
from pathlib import Path

import pypdfium2 as pdfium

from qualityaudit.document import Source
from qualityaudit.errors import CorruptPaper, EmptyPaper, EncryptedPaper, NoTextLayer
from qualityaudit.readers.pages import Line, Pages, Sheet
from qualityaudit.readers.pdfpage import PageReader, clean

MAX_PAGES = 1500


def read(path: Path, data: bytes, source: Source) -> Pages:
    """The lines of every page.

    Raises:
        PaperError: encrypted, corrupt, without pages or without a text layer.
    """
    notes: list[str] = []
    info: dict[str, str] = {}
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        sheets = _second_reader(path, data, notes, error)
        count = len(sheets)
    else:
        try:
            count = len(document)
            sheets = _sheets(document, count, notes)
            info = {str(k): str(v) for k, v in document.get_metadata_dict(skip_empty=True).items()}
        finally:
            document.close()
    _check(path, sheets, notes)
    return Pages(source.model_copy(update={"pages": count}), sheets=sheets, info=info, notes=notes)


def _sheets(document: pdfium.PdfDocument, count: int, notes: list[str]) -> list[Sheet]:
    if count > MAX_PAGES:
        notes.append(f"only the first {MAX_PAGES} of {count} pages were read")
    reader = PageReader()
    return [_sheet(document, index, reader, notes) for index in range(min(count, MAX_PAGES))]


def _sheet(document: pdfium.PdfDocument, index: int, reader: PageReader, notes: list[str]) -> Sheet:
    try:
        page = document[index]
        try:
            return reader.sheet(page, index + 1)
        finally:
            page.close()
    except pdfium.PdfiumError:
        notes.append(f"page {index + 1} could not be read")
        return Sheet(index + 1, 0, 0, [])


def _check(path: Path, sheets: list[Sheet], notes: list[str]) -> None:
    if not sheets:
        raise EmptyPaper(f"{path}: the PDF has no pages; fetch it again")
    letters = [sum(c.isalpha() for line in sheet.lines for c in line.text[:200]) for sheet in sheets]
    if len(notes) >= len(sheets) and not any(letters):
        raise CorruptPaper(f"{path}: no page could be read; fetch it again")
    if sum(letters) < 20:
        raise NoTextLayer(f"{path}: the pages hold no text; run text recognition (for instance ocrmypdf) first")
    bare = [str(sheet.number) for sheet, n in zip(sheets, letters, strict=True) if n < 5]
    if len(sheets) > 3 and len(bare) > len(sheets) / 2:
        notes.append(f"most pages hold no text ({len(bare)} of {len(sheets)}); they may be scans")


def _second_reader(path: Path, data: bytes, notes: list[str], cause: pdfium.PdfiumError) -> list[Sheet]:
    if "password" in str(cause).lower() or "security" in str(cause).lower():
        raise EncryptedPaper(f"{path}: needs a password; save a copy without one") from cause
    try:
        sheets = _by_pypdf(data)
    except Exception as error:
        raise CorruptPaper(f"{path}: damaged or not a PDF; fetch it again") from error
    notes.append("the file is damaged; read without places on the page")
    return sheets


def _by_pypdf(data: bytes) -> list[Sheet]:
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    sheets = []
    for number, page in enumerate(pypdf.PdfReader(io.BytesIO(data), strict=False).pages[:MAX_PAGES], 1):
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        lines = [
            Line(clean(text.strip()), number, 72, 72 + 12 * i, width - 72, 82 + 12 * i, 10.0)
            for i, text in enumerate((page.extract_text() or "").splitlines())
            if text.strip()
        ]
        sheets.append(Sheet(number, width, height, lines))
    return sheets
