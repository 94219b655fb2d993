"""A checklist and its rules in, text for a person or an editor out."""

import json
from collections.abc import Iterator
from textwrap import fill

from pydantic import TypeAdapter

from qualityaudit.checklist import Checklist, Item
from qualityaudit.concepts.rule import Concept
from qualityaudit.errors import UsageError
from qualityaudit.evidence.expression import concepts_in, facts_in
from qualityaudit.evidence.rules import ItemRule, Rules

_FILES: dict[str, TypeAdapter[object]] = {
    "checklist": TypeAdapter(Checklist),
    "concept": TypeAdapter(dict[str, Concept]),
    "evidence": TypeAdapter(dict[str, ItemRule]),
}


def show_checklist(checklist: Checklist) -> str:
    """Name, citation and every item with its options and points."""
    return "\n".join(_checklist(checklist))


def _checklist(checklist: Checklist) -> Iterator[str]:
    yield f"{checklist.name}, version {checklist.version}"
    yield fill(f"{checklist.citation} doi:{checklist.doi}", 100)
    yield f"Licence: {checklist.licence}"
    if checklist.note:
        yield fill(checklist.note, 100)
    for section in checklist.sections:
        yield f"\n{section.title}"
        for item in checklist.items:
            if item.section == section.id:
                yield f"  {item.id:12} {item.title}  [{_options(item)}]"


def _options(item: Item) -> str:
    join = " + " if item.select == "many" else " | "
    options = join.join(f"{o.id} {o.points}" if not item.condition else o.id for o in item.options)
    return options + (" | na" if item.na else "")


def show_item(checklist: Checklist, rules: Rules, name: str) -> str:
    """One item: what it asks, what counts, what to write, and what the rules look for.

    Raises:
        UsageError: when the checklist has no such item.
    """
    for item in checklist.items:
        if name in (item.id, str(item.number)) and (not item.condition or name == item.id):
            return "\n".join(_item(item, rules.items[item.id]))
    raise UsageError(f"{checklist.id} has no item {name!r}; see: qaudit checklists show {checklist.id}")


def _item(item: Item, rule: ItemRule) -> Iterator[str]:
    yield f"{item.id} {item.title}"
    yield f"  options: {_options(item)}"
    for label, text in (
        ("asks", item.explanation),
        ("counts", item.counts),
        ("write", item.advice),
        ("where", item.where),
    ):
        if text:
            yield fill(text, 100, initial_indent=f"  {label}: ", subsequent_indent="    ")
    for condition in item.active_if:
        yield f"  only if {condition.item} is {condition.requires}"
    if rule.applies:
        yield f"  not applicable unless: {', '.join(rule.applies)}"
    for kind in ("options", "likely"):
        for option, expression in getattr(rule, kind).items():
            looked = [*sorted(concepts_in(expression)), *(f"fact {f}" for f in sorted(facts_in(expression)))]
            yield fill(", ".join(looked), 100, initial_indent=f"  {option} ({kind}): ", subsequent_indent="    ")
    if rule.note:
        yield fill(rule.note, 100, initial_indent="  note: ", subsequent_indent="    ")


def schema_text(of: str) -> str:
    """JSON Schema (2020-12) of ``checklist.yaml``, a concept file or ``evidence.yaml``.

    Raises:
        UsageError: for another kind of file.
    """
    if of not in _FILES:
        raise UsageError(f"--of {of!r}: give {', '.join(_FILES)}")
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"} | _FILES[of].json_schema()
    return json.dumps(schema, indent=1)
