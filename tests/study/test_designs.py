"""Studies of unusual design: which facts a reader takes from them, and so what is not applicable."""

from pathlib import Path

import pytest
import yaml

from qualityaudit.structure import read_document
from qualityaudit.study import StudyMetadata, describe

DESIGNS = yaml.safe_load(Path(__file__).with_name("designs.yaml").read_text(encoding="utf-8"))


def study_of(design: dict[str, str], folder: Path) -> StudyMetadata:
    parts = [f"# {design['title']}", *(f"## {p.title()}\n\n{design[p]}" for p in ("abstract", "methods", "results"))]
    paper = folder / "paper.md"
    paper.write_text("\n\n".join(parts), encoding="utf-8")
    return describe(read_document(paper))


@pytest.mark.parametrize("name", DESIGNS)
def test_facts_of_unusual_designs(name: str, tmp_path: Path) -> None:
    study = study_of(DESIGNS[name], tmp_path)
    expected = DESIGNS[name]["facts"]
    assert {fact: getattr(study, fact) for fact in expected} == expected


@pytest.mark.parametrize("name", [name for name in DESIGNS if "numbers" in DESIGNS[name]])
def test_numbers_of_unusual_designs(name: str, tmp_path: Path) -> None:
    study, expected = study_of(DESIGNS[name], tmp_path), dict(DESIGNS[name]["numbers"])
    metric = expected.pop("best_metric", None)
    assert {fact: getattr(study, fact) for fact in expected} == expected
    if metric is not None:
        assert study.best_metric is not None
        assert [study.best_metric.name, study.best_metric.value] == metric
