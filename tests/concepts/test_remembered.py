"""Words of patterns kept from one run to the next."""

import re
from pathlib import Path

import pytest

from qualityaudit.concepts import prefilter, remembered
from qualityaudit.concepts.prefilter import required_words
from qualityaudit.concepts.remembered import Remembered

PATTERNS = ["bin width of \\d+", "(?:kappa|icc) of", "x|\\w+"]


def never(pattern: str) -> None:
    raise AssertionError(f"{pattern} was parsed again")


def asked(folder: Path) -> Remembered:
    memory = Remembered(folder)
    for pattern in PATTERNS:
        assert memory.words(pattern) == required_words(pattern)
    return memory


def test_the_next_run_parses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked(tmp_path / "new").keep()
    expected = [required_words(pattern) for pattern in PATTERNS]
    monkeypatch.setattr(remembered, "required_words", never)
    memory = Remembered(tmp_path / "new")
    assert [memory.words(pattern) for pattern in PATTERNS] == expected


@pytest.mark.parametrize("text", ["", "{", "[1, 2]"])
def test_a_broken_file_is_as_none(tmp_path: Path, text: str) -> None:
    asked(tmp_path).keep()
    (file,) = tmp_path.iterdir()
    file.write_text(text)
    asked(tmp_path)


def test_a_folder_that_cannot_be_written_costs_time_only(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    asked(tmp_path / "file").keep()


def test_code_that_finds_words_otherwise_begins_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked(tmp_path).keep()
    other = tmp_path / "prefilter.py"
    other.write_text("# other code")
    monkeypatch.setattr(prefilter, "__file__", str(other))
    monkeypatch.setattr(remembered, "required_words", lambda _: (frozenset({"other"}),))
    assert Remembered(tmp_path).words(PATTERNS[0]) == (frozenset({"other"}),)


def test_what_is_no_pattern_is_said(tmp_path: Path) -> None:
    with pytest.raises(re.error):
        Remembered(tmp_path).words("(open")
