"""One instrument's report in, its items, gaps and sections ready to be printed out."""

from collections.abc import Iterable
from dataclasses import dataclass

from qualityaudit.answers import NA, Answer, Quote
from qualityaudit.checklist import Checklist, Item, Option
from qualityaudit.render import words
from qualityaudit.report import InstrumentReport, Light, points


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A quote with its place and, where it does not count, the reason."""

    text: str
    place: str
    standing: str = ""
    cue: str = ""


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item with its answer, as printed."""

    anchor: str
    number: str  # "12", or "C1" for a condition
    title: str
    essential: bool
    light: Light
    answer: str
    worth: str  # "1 of 2 points", "" where that says nothing
    why: str  # one sentence
    reason: str  # as the rater gave it
    quotes: tuple[QuoteView, ...]
    seen: tuple[QuoteView, ...]
    confidence: str
    advice: str
    where: str
    person: str  # who confirmed it; "" while automatic
    note: str
    lost: int  # points out of reach because of this answer


@dataclass(frozen=True, slots=True)
class GroupView:
    """A section or domain and its items."""

    title: str
    items: tuple[ItemView, ...]


def item_views(report: InstrumentReport) -> tuple[ItemView, ...]:
    """All items of an instrument in published order."""
    return tuple(_item(report, item) for item in report.checklist.items)


def grouped(report: InstrumentReport, items: Iterable[ItemView]) -> tuple[GroupView, ...]:
    """Items under the titles of their sections, in the order the sections are first met."""
    titles = {group.id: group.title for group in report.checklist.sections}
    by_title: dict[str, list[ItemView]] = {}
    for item, view in zip(report.checklist.items, items, strict=True):
        by_title.setdefault("Conditions" if item.condition else titles[item.section], []).append(view)
    return tuple(GroupView(title, tuple(views)) for title, views in by_title.items())


def gaps(items: Iterable[ItemView]) -> tuple[ItemView, ...]:
    """What is missing or partly there, most points first."""
    missing = [item for item in items if item.light in ("no", "part") and item.lost > 0]
    return tuple(sorted(missing, key=lambda item: -item.lost))


def undecided(items: Iterable[ItemView]) -> tuple[ItemView, ...]:
    """What a person should look at because nobody has decided it yet."""
    return tuple(item for item in items if item.light == "open")


def points_words(checklist: Checklist, reached: int, most: int) -> str:
    """``2 of 5 points``, ``weight 7.4 %``; empty for instruments that merely count items."""
    unit = checklist.scoring.unit
    if unit == "weight":
        return f"weight {most / 100:.2f}\u00a0%"
    if counts_items(checklist):
        return ""
    return f"{words.minus(reached)} of {most} {unit if most != 1 else unit.removesuffix('s')}"


def counts_items(checklist: Checklist) -> bool:
    """Whether every item simply counts one."""
    return all(item.range == (0, 1) for item in checklist.scored_items)


def short_id(item: Item) -> str:
    """``METRICS-C1`` → ``C1``; ``CLEAR-07`` → ``7``."""
    tail = item.id.rpartition("-")[2]
    return str(int(tail)) if tail.isdigit() else tail


def chosen_words(item: Item, chosen: tuple[str, ...]) -> str:
    """The labels of the chosen options, with their points where these are more than 0 and 1."""
    if chosen == (NA,):
        return "n/a"
    if not chosen:
        return "none"
    options = {option.id: option for option in item.options}
    labels = [_option_words(item, options[one]) for one in chosen if one in options]
    return "; ".join(labels)


def _option_words(item: Item, option: Option) -> str:
    if option.id in ("yes", "no"):
        return option.id.capitalize()
    label = option.label or option.id
    return f"{label} ({words.signed(option.points)})" if len(item.options) > 1 and not item.condition else label


def _item(report: InstrumentReport, item: Item) -> ItemView:
    answer = report.answer_to(item)
    reached, most = points(item, answer.chosen or ()), item.range[1]
    state = report.light_of(item)
    scored = not item.condition and state != "na"
    return ItemView(
        anchor=item.id.lower(),
        number=short_id(item),
        title=item.title,
        essential=item.essential,
        light=state,
        answer=_answer_words(item, answer),
        worth=points_words(report.checklist, reached, most) if scored else "",
        why=_why(answer),
        reason=answer.reason,
        quotes=tuple(_quote(quote) for quote in answer.quotes),
        seen=tuple(_quote(quote, counted=False) for quote in answer.seen),
        confidence="" if answer.confidence is None else words.share(answer.confidence),
        advice=item.advice,
        where=item.where,
        person=answer.by if answer.why == "person" else "",
        note=answer.note,
        lost=most - reached if scored else 0,
    )


def _answer_words(item: Item, answer: Answer) -> str:
    if answer.chosen is not None:
        return chosen_words(item, answer.chosen)
    if not answer.guess and item.select == "one":
        return "Undecided"
    return f"Undecided; best guess: {chosen_words(item, answer.guess)}"


def _why(answer: Answer) -> str:
    told, reason = words.WHY_WORDS[answer.why], answer.reason.strip().rstrip(".")
    if answer.why == "silent":
        reason = reason.removeprefix("searched ").removesuffix(", nothing found")
    if not reason or answer.why in ("seen", "denied"):  # the quotes below say more
        return f"{told}."
    return f"{told} – {reason}."


def _quote(quote: Quote, counted: bool = True) -> QuoteView:
    standing = "" if counted else words.STANDING_WORDS[quote.standing]
    return QuoteView(quote.text, words.place(quote), standing, "" if counted else quote.cue)
