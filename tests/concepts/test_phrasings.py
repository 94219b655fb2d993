"""Sentences as many authors might write them, kept apart from the examples beside the concepts."""

from pathlib import Path

import pytest

from qualityaudit.concepts.library import load_library
from qualityaudit.concepts.matching import detect
from qualityaudit.concepts.rule import Example
from qualityaudit.document import SectionKind
from qualityaudit.yamlfile import YamlFile
from tests.documents import document

FILES = sorted(Path(__file__).parent.glob("phrasings/*.yaml"))


def cases() -> list[tuple[str, str, SectionKind, bool]]:
    """(concept, sentence, its section, whether it states it) of every file."""
    made = []
    for path in FILES:
        for concept, groups in YamlFile(path).mapping().items():
            assert isinstance(groups, dict)
            for group, sentences in groups.items():
                assert isinstance(sentences, list)
                for written in sentences:
                    example = Example.model_validate({"text": written} if isinstance(written, str) else written)
                    made.append((concept, example.text, example.section, group == "found"))
    return made


@pytest.mark.parametrize(("concept", "sentence", "section", "stated"), cases())
def test_a_way_of_saying_it(concept: str, sentence: str, section: SectionKind, stated: bool) -> None:
    found = detect(document((section, sentence)), load_library(), [concept]).of(concept)
    assert any(f.standing == "counted" for f in found) == stated
