"""PDFs that are whole, and those that are not."""

from pathlib import Path

import pytest

from qualityaudit.errors import NoTextLayer
from qualityaudit.readers import pdf as reader
from qualityaudit.readers import read
from qualityaudit.readers.pdfrepair import repaired
from qualityaudit.structure import read_document
from tests.fuzz.badfiles import simple_pdf


def test_a_download_that_broke_off_is_read_as_far_as_it_came(examples: Path, tmp_path: Path) -> None:
    path = tmp_path / "cut.pdf"
    whole = simple_pdf(pages=5)
    path.write_bytes(whole[: whole.find(b"xref\n0")])
    document = read_document(path)
    assert document.source.pages == 5
    assert "cut off" in document.notes[0]


def test_nothing_is_made_of_bytes_without_pages() -> None:
    assert repaired(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n") is None
    assert repaired(b"no objects at all") is None


def test_a_missing_end_is_noted(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(simple_pdf().replace(b"%%EOF", b""))
    assert any("does not end as a PDF should" in note for note in read(path).notes)


def test_a_scan_says_which_command_recognises_its_text(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(simple_pdf(b"0 0 m 100 100 l S"))
    with pytest.raises(NoTextLayer, match=r"ocrmypdf scan\.pdf scan_ocr\.pdf"):
        read(path)


def test_pages_over_the_limit_are_left_out_and_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_PAGES", 2)
    path = tmp_path / "paper.pdf"
    path.write_bytes(simple_pdf(pages=3))
    pages = read(path)
    assert len(pages.sheets) == 2
    assert pages.notes == ["only the first 2 of 3 pages were read"]


def test_whole_papers_have_no_notes(examples: Path) -> None:
    for path in sorted((examples / "papers").glob("*.pdf")):
        assert read(path).notes == []
