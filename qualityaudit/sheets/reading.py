"""An answer sheet of a person (YAML or CSV) in, a checked AnswerSheet out; errors name file, line and allowed values."""

from dataclasses import dataclass, field
from pathlib import Path

from qualityaudit.allowed import impossible
from qualityaudit.answers import NA, Answer, AnswerSheet, Quote
from qualityaudit.checklist import Checklist, Item, load_checklist
from qualityaudit.errors import AnswersError
from qualityaudit.yamlfile import Plain, Where, YamlFile, suggestion

UNNAMED = "a person"
"""Stands for whoever answered, where a sheet does not say."""

_TOP = ("paper", "checklist", "by", "study", "answers")
_ANSWER = ("answer", "note", "quote", "page", "by")


@dataclass(frozen=True, slots=True)
class PersonSheet:
    """What one person said about one paper: answers to one checklist, and study facts that overrule ours."""

    sheet: AnswerSheet
    by: str
    file: Path
    study: dict[str, Plain] = field(default_factory=dict)


def read_sheets(path: Path, checklist: str | None = None) -> list[PersonSheet]:
    """Every sheet in a file: one in YAML, one a row in CSV.

    Raises:
        AnswersError: naming file, line, item, value and the allowed values.
    """
    if path.suffix.lower() == ".csv":
        from qualityaudit.sheets.table import read_table

        return read_table(path, checklist)
    return [read_sheet(path, checklist)]


def read_sheet(path: Path, checklist: str | None = None) -> PersonSheet:
    """One YAML sheet.

    Raises:
        AnswersError: naming file, line, item, value and the allowed values.
    """
    file = YamlFile(path, AnswersError)
    data = file.mapping()
    for key in data:
        if key not in _TOP:
            raise file.fail((key,), f"unknown key {suggestion(key, list(_TOP))}")
    name = data.get("checklist") or checklist
    if not isinstance(name, str):
        raise file.fail(("checklist",), "say which checklist this is (checklist: clear), or give -c")
    instrument = load_checklist(name)
    answers, study = data.get("answers") or {}, data.get("study") or {}
    if not isinstance(answers, dict) or not isinstance(study, dict):
        raise file.fail(("answers",), "must be a mapping of item to answer")
    by = str(data.get("by") or UNNAMED)
    made = [
        _answer(file, instrument, item, given, by)
        for item, given in answers.items()
        if given not in (None, "", "?")  # left open by the person
    ]
    paper = str(data.get("paper") or path.stem)
    return PersonSheet(AnswerSheet(checklist=instrument.id, paper=paper, answers=tuple(made)), by, path, study)


def _answer(file: YamlFile, checklist: Checklist, name: str, given: Plain, by: str) -> Answer:
    where: Where = ("answers", name)
    item = checklist.by_id.get(name)
    if item is None:
        raise file.fail(where, f"no such item in {checklist.id} {suggestion(name, list(checklist.by_id))}")
    details: dict[str, Plain] = {}
    if isinstance(given, dict):
        for key in given:
            if key not in _ANSWER:
                raise file.fail((*where, key), f"unknown key {suggestion(key, list(_ANSWER))}")
        details, given = given, given.get("answer")
        if given in (None, "", "?"):
            raise file.fail(where, f"no answer given (allowed: {_allowed(item)})")
    chosen = _options(file, where, item, given)
    quote, page = details.get("quote"), details.get("page")
    return Answer(
        item=name,
        chosen=chosen,
        guess=chosen,
        why="person",
        reason="answered by a person",
        by=str(details.get("by") or by),
        note=str(details.get("note") or ""),
        quotes=(Quote(text=str(quote), page=page if isinstance(page, int) else None),) if quote else (),
    )


def _options(file: YamlFile, where: Where, item: Item, given: Plain) -> tuple[str, ...]:
    listed = given if isinstance(given, list) else [given]
    if any(isinstance(option, bool) for option in listed):
        raise file.fail(where, "YAML reads a bare yes or no as true or false; put it in quotes: 'yes'")
    words = [str(option).strip() for option in listed]
    if item.select == "many" and words in (["none"], ["nothing"]) and words[0] not in item.option_ids:
        words = []
    if problem := impossible(item, words):
        raise file.fail(where, problem)
    if item.select == "one" and not words:
        raise file.fail(where, f"exactly one answer is needed (allowed: {_allowed(item)})")
    return tuple(option for option in (*item.option_ids, NA) if option in words)


def _allowed(item: Item) -> str:
    return ", ".join((*item.option_ids, NA) if item.na or item.active_if else item.option_ids)
