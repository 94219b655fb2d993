"""``qaudit text``."""

from pathlib import Path

import pytest

from tests.cli.conftest import Qaudit


@pytest.mark.parametrize(
    ("format", "start"),
    [("outline", "glioma_idh.pdf (pdf)"), ("json", "{"), ("md", "---\ntitle:"), ("html", "<!DOCTYPE html>")],
)
def test_a_paper_is_shown_in_every_format(format: str, start: str, qaudit: Qaudit, examples: Path) -> None:
    result = qaudit("text", examples / "papers" / "glioma_idh.pdf", "--format", format)
    assert result.code == 0
    assert result.out.startswith(start)


def test_out_writes_a_file_and_keeps_standard_output_clean(qaudit: Qaudit, examples: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "paper.html"
    result = qaudit("text", examples / "papers" / "glioma_idh.pdf", "--format", "html", "-o", out)
    assert (result.code, result.out) == (0, "")
    assert out.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_a_paper_that_cannot_be_read_is_one_line_and_code_3(qaudit: Qaudit, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(b"")
    result = qaudit("text", path)
    assert result.code == 3
    assert result.err.strip() == f"qaudit: {path}: the file is empty; fetch it again"


def test_a_place_that_cannot_be_written_is_code_6(qaudit: Qaudit, examples: Path, tmp_path: Path) -> None:
    result = qaudit("text", examples / "sources" / "glioma_idh.md", "-o", tmp_path)
    assert result.code == 6
