"""Concept files: what is refused, and with which line."""

import shutil
from pathlib import Path

import pytest

from qualityaudit.concepts.library import load_library
from qualityaudit.concepts.proof import check_examples
from qualityaudit.errors import ChecklistError
from qualityaudit.resources import CHECKLISTS
from qualityaudit.yamlfile import YamlFile

GOOD = """
external_test:
  means: A model was tested elsewhere.
  any:
    - phrases: [external validation]
    - tokens: [{LOWER: validated}, {LOWER: externally}]
  examples:
    found: [We did an external validation., It was validated externally.]
    missed: [No external validation was done.]
"""


def folder_with(tmp_path: Path, text: str) -> Path:
    shutil.copy(CHECKLISTS / "concepts" / "context.yaml", tmp_path)
    (tmp_path / "testing.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_every_concept_holds_its_own_examples() -> None:
    assert check_examples(load_library()) == []


def test_every_concept_is_quick_to_look_for() -> None:
    slow = [c.name for c in load_library().concepts.values() for p in c.patterns if p.words is None]
    assert len(slow) <= 3, f"no required word: {slow}"


def test_a_good_file_loads_and_holds(tmp_path: Path) -> None:
    library = load_library(folder_with(tmp_path, GOOD))
    assert set(library.concepts) == {"external_test"}
    assert check_examples(library) == []


def test_a_broken_example_is_reported_with_file_and_line(tmp_path: Path) -> None:
    text = GOOD.replace("No external", "An external")
    problems = check_examples(load_library(folder_with(tmp_path, text)))
    assert len(problems) == 1
    assert "testing.yaml:2: external_test: found, but must not be" in problems[0]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("means:", "meens:", "testing.yaml:3: external_test.meens: unknown key (did you mean means?)"),
        ("phrases: [external validation]", "regex: '('", "not a regular expression"),
        ("phrases: [external validation]", "regex: 'x{nowhere}'", "{nowhere} is not in vocabulary.yaml"),
        ("LOWER: validated", "LEMMA: validate", "LEMMA"),
        ("    missed: [No external validation was done.]\n", "", "missed"),
        ("    - phrases: [external validation]", "    - {}", "exactly one of phrases, regex, tokens"),
    ],
)
def test_a_broken_file_is_refused_with_its_place(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in GOOD
    with pytest.raises(ChecklistError) as caught:
        load_library(folder_with(tmp_path, GOOD.replace(old, new)))
    assert "testing.yaml:" in str(caught.value)
    assert message in str(caught.value)


def test_a_shared_word_may_only_use_words_above_it(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, GOOD)
    (folder / "vocabulary.yaml").write_text("studied: '(?:{persons}|scans)'\npersons: 'women'\n", encoding="utf-8")
    with pytest.raises(ChecklistError, match=r"vocabulary\.yaml:1: .*\{persons\} does not stand above"):
        load_library(folder)


def test_every_shared_word_is_used() -> None:
    folder = CHECKLISTS / "concepts"
    names = list(YamlFile(folder / "vocabulary.yaml").mapping())
    texts = "".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.yaml")))
    assert [name for name in names if f"{{{name}}}" not in texts] == []
