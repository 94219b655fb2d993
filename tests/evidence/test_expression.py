"""Expressions over findings and facts: three-valued, and honest about what was seen."""

import shutil
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from qualityaudit.concepts import Findings, Library, detect, load_library
from qualityaudit.evidence.expression import Expression, Truth, concepts_in, evaluate, facts_in
from qualityaudit.resources import CHECKLISTS
from qualityaudit.study import StudyMetadata
from tests.documents import document

CONCEPTS = """
lasso:
  means: LASSO was used.
  any: [{phrases: [LASSO]}]
  examples: {found: [LASSO was used.], missed: [Ridge was used.]}
icc:
  means: The intraclass correlation was used.
  any: [{phrases: [intraclass correlation, ICC]}]
  examples: {found: [ICC was used.], missed: [Dice was used.]}
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder: Path = tmp_path_factory.mktemp("concepts")
    shutil.copy(CHECKLISTS / "concepts" / "context.yaml", folder)
    (folder / "test.yaml").write_text(CONCEPTS, encoding="utf-8")
    return load_library(folder)


def truth(library: Library, expression: object, *texts: str, study: StudyMetadata | None = None) -> Truth:
    findings: Findings = detect(document(("methods", list(texts))), library)
    parsed = TypeAdapter[Expression](Expression).validate_python(expression)
    return evaluate(parsed, findings, study or StudyMetadata()).truth


def test_a_concept_is_true_where_it_is_stated(library: Library) -> None:
    assert truth(library, "lasso", "LASSO was used.") is True
    assert truth(library, "lasso", "LASSO was not used.") is False
    assert truth(library, {"concept": "lasso", "times": 2}, "LASSO was used.") is False
    assert truth(library, {"concept": "lasso", "sections": ["results"]}, "LASSO was used.") is False


def test_all_any_and_counts(library: Library) -> None:
    both = ["LASSO was used.", "ICC was above 0.8."]
    assert truth(library, {"all": ["lasso", "icc"]}, *both) is True
    assert truth(library, {"all": ["lasso", "icc"]}, both[0]) is False
    assert truth(library, {"any": ["lasso", "icc"]}, both[1]) is True
    assert truth(library, {"at_least": 2, "of": ["lasso", "icc"]}, *both) is True
    assert truth(library, {"not": "icc"}, both[0]) is True


def test_near_needs_neighbours(library: Library) -> None:
    far = ["LASSO was used.", "One.", "Two.", "Three.", "ICC was above 0.8."]
    assert truth(library, {"near": ["lasso", "icc"], "within": 2}, *far) is False
    assert truth(library, {"near": ["lasso", "icc"], "within": 4}, *far) is True


def test_an_unknown_fact_is_neither_true_nor_false(library: Library) -> None:
    assert truth(library, {"fact": "has_model"}, "Nothing.") is None
    assert truth(library, {"not": {"fact": "has_model"}}, "Nothing.") is None
    assert truth(library, {"all": [{"fact": "has_model"}, "lasso"]}, "Nothing.") is False
    assert truth(library, {"any": [{"fact": "has_model"}, "lasso"]}, "LASSO was used.") is True


def test_facts_are_compared(library: Library) -> None:
    study = StudyMetadata(n_centres=3, validation=("external", "holdout"), design="prospective")
    assert truth(library, {"fact": "n_centres", "at_least": 2}, "x", study=study) is True
    assert truth(library, {"fact": "n_centres", "at_most": 2}, "x", study=study) is False
    assert truth(library, {"fact": "validation", "has": ["external"]}, "x", study=study) is True
    assert truth(library, {"fact": "design", "is": ["retrospective"]}, "x", study=study) is False
    assert truth(library, {"fact": "n_patients", "known": True}, "x", study=study) is False


def test_what_is_seen_but_not_counted_is_kept(library: Library) -> None:
    findings = detect(document(("methods", "LASSO was not used.")), library)
    result = evaluate(TypeAdapter[Expression](Expression).validate_python("lasso"), findings, StudyMetadata())
    assert [f.standing for f in result.seen] == ["negated"]


def test_the_names_in_an_expression_are_listed() -> None:
    parsed = TypeAdapter[Expression](Expression).validate_python(
        {"all": ["lasso", {"not": {"near": ["icc", "dice"]}}, {"fact": "n_centres", "at_least": 2}]}
    )
    assert concepts_in(parsed) == {"lasso", "icc", "dice"}
    assert facts_in(parsed) == {"n_centres"}
