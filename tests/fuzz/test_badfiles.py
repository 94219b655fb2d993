"""Bad files end in the right error or in a partial document that says so; never in a hang or a crash."""

from pathlib import Path

import pytest

from qualityaudit import errors
from qualityaudit.structure import read_document
from tests.fuzz.badfiles import READ, REFUSED

SAYS_SO = {
    "ten_thousand.pdf": "only the first 1500 of 10000 pages",
    "wordy.pdf": "page 1: only the first 400000 characters",
    "cut.pdf": "cut off",
    "laughs.nxml": "the XML is damaged",
    "quadratic.nxml": "the XML is damaged",
    "deep.nxml": "the XML is damaged",
    "unclosed.nxml": "the XML is damaged",
    "one_line.txt": "only the first",
    "no_blank.txt": "only the first",
    "lines.txt": "only the first",
    "paper.docx.pdf": "named .pdf but read as docx",
    "paper.pdf.docx": "named .docx but read as pdf",
    "page.txt": "named .txt but read as html",
}
"""Notes that tell of partial reading or of a wrong name."""


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_in_one_line_with_what_to_do(name: str, tmp_path: Path) -> None:
    kind, make = REFUSED[name]
    path = tmp_path / name
    path.write_bytes(make())
    with pytest.raises(errors.PaperError) as caught:
        read_document(path)
    assert type(caught.value).__name__ == kind
    assert str(caught.value).startswith(f"{path}: ")
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code == 3


@pytest.mark.parametrize("name", READ)
def test_what_can_be_read_is_read_and_says_what_is_missing(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(READ[name]())
    document = read_document(path)
    assert document.sentences
    assert all(len(s.text) <= 20_000 for s in document.sentences)
    if name in SAYS_SO:
        assert any(SAYS_SO[name] in note for note in document.notes)
    assert "root:" not in " ".join(s.text for s in document.sentences)


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.pdf"
    with path.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(400_000_000)
    with pytest.raises(errors.PaperTooLarge, match="larger than"):
        read_document(path)


def test_a_missing_file_and_a_folder_are_missing_papers(tmp_path: Path) -> None:
    for path in (tmp_path / "none.pdf", tmp_path):
        with pytest.raises(errors.MissingPaper):
            read_document(path)


def test_every_error_of_reading_is_a_class_of_its_own() -> None:
    names = {cls.__name__ for cls in _below(errors.PaperError)}
    assert {
        "NoTextLayer", "EncryptedPaper", "CorruptPaper", "EmptyPaper", "WrongSuffix", "ZeroBytes", "PaperTooLarge",
        "PaperTimeout", "UnknownFormat", "MissingPaper",
    } <= names  # fmt: skip


def _below(kind: type[Exception]) -> list[type[Exception]]:
    return [cls for sub in kind.__subclasses__() for cls in (sub, *_below(sub))]
