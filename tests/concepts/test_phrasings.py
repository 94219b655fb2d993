"""Sentences as many authors might write them, kept apart from the examples beside the concepts."""

from pathlib import Path

import pytest

from qualityaudit.concepts.library import load_library
from qualityaudit.concepts.matching import detect
from qualityaudit.yamlfile import YamlFile
from tests.documents import document

FILES = sorted(Path(__file__).parent.glob("phrasings/*.yaml"))


def cases() -> list[tuple[str, str, bool]]:
    """(concept, sentence, whether it states it) of every file."""
    made = []
    for path in FILES:
        for concept, groups in YamlFile(path).mapping().items():
            assert isinstance(groups, dict)
            for group, sentences in groups.items():
                assert isinstance(sentences, list)
                made += [(concept, str(sentence), group == "found") for sentence in sentences]
    return made


@pytest.mark.parametrize(("concept", "sentence", "stated"), cases())
def test_a_way_of_saying_it(concept: str, sentence: str, stated: bool) -> None:
    found = detect(document(("methods", sentence)), load_library(), [concept]).of(concept)
    assert any(f.standing == "counted" for f in found) == stated
