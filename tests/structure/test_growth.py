"""Long files: the time grows with the pages, not with their square."""

import time
from pathlib import Path

import pypdf

from qualityaudit.structure import read_document
from tests.structure.pages import pdf, prose, texts


def repeated(folder: Path, source: Path, times: int) -> Path:
    """A file with every page of another many times."""
    writer = pypdf.PdfWriter()
    for _ in range(times):
        writer.append(str(source))
    path = folder / f"{times}.pdf"
    writer.write(path)
    return path


def test_four_hundred_pages_take_about_four_times_as_long_as_a_hundred(tmp_path: Path) -> None:
    page = pdf(tmp_path, f"<div>{prose(140)}</div>", "div { columns: 2 } @page { size: A5 }")
    pages = len(pypdf.PdfReader(page).pages)
    seconds = []
    for times in (100 // pages, 400 // pages):
        path = repeated(tmp_path, page, times)
        start = time.process_time()
        document = read_document(path)
        seconds.append(time.process_time() - start)
        assert document.source.pages == times * pages
        assert len(texts(document)) >= 400 * times
    assert seconds[1] < 7 * seconds[0] + 0.3
