"""``evidence.yaml`` in, validated rules out: for every item, what in a paper speaks for which option."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pydantic import Field

from qualityaudit.checklist import Checklist, Item
from qualityaudit.concepts import Library
from qualityaudit.document import SectionKind
from qualityaudit.evidence.expression import Expression, concepts_in, facts_in
from qualityaudit.resources import CHECKLISTS
from qualityaudit.study import StudyMetadata
from qualityaudit.value import Value
from qualityaudit.yamlfile import Where, YamlFile, suggestion


class ItemRule(Value):
    """How one item is answered.

    ``applies``: names of rules in applicability.yaml that must not be false, else n/a. ``options``: what makes an
    option true, strongest first where only one can be chosen. ``likely``: weaker evidence, enough for a best guess
    but not for a decision. ``otherwise``: the option that silence means. ``looks_in``: sections of which at least
    one must have been found for silence to mean anything.
    """

    applies: tuple[str, ...] = ()
    options: dict[str, Expression] = Field(min_length=1)
    likely: dict[str, Expression] = Field(default_factory=dict)
    otherwise: str | None = None
    looks_in: tuple[SectionKind, ...] = ("methods", "results")
    note: str = ""


class Applicability(Value):
    """A condition on the study under which an item makes sense, and the reason given when it does not."""

    when: Expression
    reason: str


@dataclass(frozen=True, slots=True)
class Rules:
    """All rules of one checklist, with the shared applicability rules."""

    items: Mapping[str, ItemRule]
    applicability: Mapping[str, Applicability]
    file: Path


@lru_cache(maxsize=2)
def load_applicability(path: Path = CHECKLISTS / "applicability.yaml") -> Mapping[str, Applicability]:
    """The shared applicability rules by name.

    Raises:
        ChecklistError: naming file and line.
    """
    file = YamlFile(path)
    return {name: file.validated(Applicability, data, (name,)) for name, data in file.mapping().items()}


def load_rules(path: Path, checklist: Checklist, library: Library) -> Rules:
    """Read and check one evidence file against its checklist, the concepts and the study facts.

    Raises:
        ChecklistError: naming file and line of an unknown item, option, concept, fact or applicability rule.
    """
    file = YamlFile(path)
    applicability = load_applicability()
    items: dict[str, ItemRule] = {}
    for name, data in file.mapping().items():
        if name not in checklist.by_id:
            raise file.fail((name,), f"no such item in {checklist.id} {suggestion(name, list(checklist.by_id))}")
        rule = file.validated(ItemRule, data, (name,))
        _check(file, name, rule, checklist.by_id[name], library, applicability)
        items[name] = rule
    for item in checklist.items:
        if item.id not in items:
            raise file.fail((), f"{item.id}: no rule for this item; add one")
    return Rules(items, applicability, path)


def _check(  # noqa: PLR0913
    file: YamlFile,
    name: str,
    rule: ItemRule,
    item: Item,
    library: Library,
    applicability: Mapping[str, Applicability],
) -> None:
    def known(word: str, words: list[str], where: Where, what: str) -> None:
        if word not in words:
            raise file.fail(where, f"unknown {what} {word!r} {suggestion(word, words)}")

    options = list(item.option_ids)
    for field in ("options", "likely"):
        for option, expression in getattr(rule, field).items():
            known(option, options, (name, field, option), "option")
            for concept in concepts_in(expression):
                known(concept, list(library.concepts), (name, field, option), "concept")
            for fact in facts_in(expression):
                known(fact, list(StudyMetadata.model_fields), (name, field, option), "study fact")
    if rule.otherwise is not None:
        known(rule.otherwise, options, (name, "otherwise"), "option")
    elif item.select == "one":
        raise file.fail((name,), "say which option silence means: otherwise: …")
    for applies in rule.applies:
        known(applies, list(applicability), (name, "applies"), "applicability rule")
