"""A PDF and page numbers in, pictures of the pages out."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from qualityaudit.errors import CorruptPaper

MAX_SIDE = 1600
"""Pixels of the longer side of a picture at most, whatever the size of the page."""


class Picture(NamedTuple):
    """A page as JPEG; width and height in points."""

    number: int
    width: float
    height: float
    jpeg: bytes


def pictures(path: Path, most: int, scale: float = 1.6) -> Iterator[Picture]:
    """The first ``most`` pages of a PDF, ``scale`` pixels a point.

    Raises:
        CorruptPaper: PDFium cannot open the file.
    """
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(path.read_bytes())
    except pdfium.PdfiumError as error:
        raise CorruptPaper(f"{path}: the pages cannot be drawn; use another format") from error
    try:
        for index in range(min(most, len(document))):
            try:
                page = document[index]
            except pdfium.PdfiumError:
                continue
            width, height = page.get_size()
            fitting = min(scale, MAX_SIDE / max(width, height, 1.0))
            bitmap = page.render(scale=fitting)
            stream = io.BytesIO()
            bitmap.to_pil().convert("RGB").save(stream, "JPEG", quality=72, optimize=True)
            page.close()
            yield Picture(index + 1, width, height, stream.getvalue())
    finally:
        document.close()
