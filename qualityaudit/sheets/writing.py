"""A Checklist and the automatic answers in, a YAML sheet out for a person to correct."""

import re
from collections.abc import Iterator

from qualityaudit.answers import NA, Answer, AnswerSheet
from qualityaudit.checklist import Checklist, Item
from qualityaudit.study import StudyMetadata

DECIDING = tuple(name for name, field in StudyMetadata.model_fields.items() if field.annotation == (bool | None))
"""The facts a sheet offers for correction: those that are true, false or unknown."""

_ODD = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


def write_sheet(checklist: Checklist, sheet: AnswerSheet, study: StudyMetadata | None = None) -> str:
    """The text of a sheet: the automatic answers, why, and their quotes as comments.

    An undecided item is left open (``?``) with our best guess beside it; an item left open stays automatic. With
    ``study``, the facts that decide what is not applicable stand in the head as comments, to be corrected.
    """
    items = (line for item in checklist.items for line in _item(item, sheet))
    return "\n".join([*_head(checklist, sheet), *_facts(study), "answers:", *items]) + "\n"


def _head(checklist: Checklist, sheet: AnswerSheet) -> Iterator[str]:
    yield f"# {checklist.name}, version {checklist.version}. {checklist.citation}"
    yield "# Pre-filled by qualityaudit, not yet confirmed by a person. Correct the answers, put your name behind by:,"
    yield "# and run: qaudit score PAPERS --answers THIS_FOLDER. An item left as '?' keeps its automatic answer."
    yield f"paper: {_quoted(sheet.paper)}"
    yield f"checklist: {checklist.id}"
    yield "by: ''"


def _facts(study: StudyMetadata | None) -> Iterator[str]:
    if study is None:
        return
    yield "# Facts that decide what is not applicable. To correct one, take away its # and that of study:"
    yield "# study:"
    for name in DECIDING:
        value = getattr(study, name)
        yield f"#   {name}: {'null' if value is None else str(value).lower()}"


def _item(item: Item, sheet: AnswerSheet) -> Iterator[str]:
    answer = sheet.by_item.get(item.id)
    yield ""
    yield f"  # {item.id} {_line(item.title)}"
    allowed = (*item.option_ids, NA) if item.na or item.active_if else item.option_ids
    several = " (any of, or none)" if item.select == "many" else ""
    yield f"  # allowed: {', '.join(allowed)}{several}"
    if answer is None:
        yield f"  {item.id}: '?'"
        return
    yield from _comments(answer)
    yield f"  {item.id}: {_value(item, answer)}"


def _comments(answer: Answer) -> Iterator[str]:
    confidence = "" if answer.confidence is None else f", confidence {answer.confidence:.2f}"
    guess = f"; best guess: {'+'.join(answer.guess) or 'none'}" if answer.undecided else ""
    yield f"  # {answer.why}: {_line(answer.reason)}{confidence}{guess}"
    for quote in answer.quotes:
        yield f"  #   p. {quote.page or '–'}: {_line(quote.text)}"
    for quote in answer.seen:
        yield f"  #   seen, not counted ({quote.standing}), p. {quote.page or '–'}: {_line(quote.text)}"


def _value(item: Item, answer: Answer) -> str:
    if answer.chosen is None:
        return "'?'"
    if item.select == "many" and answer.chosen != (NA,):
        return "[" + ", ".join(_quoted(option) for option in answer.chosen) + "]"
    return _quoted(answer.chosen[0])


def _quoted(text: str) -> str:
    return "'" + _line(text).replace("'", "''") + "'"


def _line(text: str) -> str:
    return " ".join(_ODD.sub(" ", text).split())
