"""A checklist and a sheet in, an error for whatever the instrument does not allow out."""

from collections.abc import Iterable, Mapping

from qualityaudit.answers import NA, AnswerSheet
from qualityaudit.checklist import Checklist, Item
from qualityaudit.errors import AnswersError

Chosen = tuple[str, ...] | None
"""Option ids, ``("na",)``, or ``None`` while undecided."""


def check_answers(checklist: Checklist, sheet: AnswerSheet) -> None:
    """Refuse what the instrument does not know: unknown items, impossible options, n/a where it is not offered.

    Raises:
        AnswersError: naming the item, the value and the allowed values.
    """
    chosen = {item.id: chosen_options(item, sheet) for item in checklist.items}
    off = switched_off(checklist, {i: c or () for i, c in chosen.items()})
    for answer in sheet.answers:
        item = checklist.by_id.get(answer.item)
        if item is None:
            raise AnswersError(f"{sheet.paper}: {checklist.id} has no item {answer.item!r}")
        for options in (answer.chosen, answer.guess):
            if options is not None and (problem := impossible(item, options, item.id in off)):
                raise AnswersError(f"{sheet.paper}: {item.id}: {problem}")


def impossible(item: Item, options: Iterable[str], inactive: bool = False) -> str:
    """Why these options cannot be the answer to an item, or an empty text if they can."""
    given = tuple(options)
    allowed = ", ".join((*item.option_ids, NA) if item.na or item.active_if else item.option_ids)
    if given == (NA,):
        offered = item.na or inactive or bool(item.active_if)
        return "" if offered else f"not applicable is no answer to this item (allowed: {allowed})"
    for option in given:
        if option not in item.option_ids:
            return f"{option!r} is no answer to this item (allowed: {allowed})"
    if item.select == "one" and len(given) > 1:
        return f"{'+'.join(given)}: only one answer is possible (allowed: {allowed})"
    return ""


def chosen_options(item: Item, sheet: AnswerSheet) -> Chosen:
    """The options chosen for an item, ``None`` while it is undecided."""
    answer = sheet.by_item.get(item.id)
    if answer is None or answer.chosen is None:
        return None
    return None if not answer.chosen and item.select == "one" else answer.chosen


def switched_off(checklist: Checklist, chosen: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Ids of the items that conditions switch off under these answers."""
    return frozenset(
        item.id
        for item in checklist.items
        if any(chosen[c.item] and chosen[c.item] != (c.requires,) for c in item.active_if)
    )
