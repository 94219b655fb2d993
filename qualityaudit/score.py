"""A Checklist and an AnswerSheet in, a Score out: one arithmetic for every instrument."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from itertools import product

from qualityaudit.allowed import Chosen, check_answers, chosen_options, switched_off
from qualityaudit.answers import NA, AnswerSheet
from qualityaudit.checklist import Checklist, Item
from qualityaudit.value import Value


class Subtotal(Value):
    """One section, domain or category: points (best guesses), points reachable, percent and its interval."""

    section: str
    title: str
    points: int
    reachable: int
    percent: float | None
    low: float | None
    high: float | None
    open: int


class Score(Value):
    """What a sheet adds up to.

    ``points`` and ``percent`` use the best guess where an item is undecided; ``low``/``high`` (percent) and
    ``points_low``/``points_high`` are the bounds over every way to decide the ``open`` items. ``reachable`` is the
    maximum over applicable items, ``total`` over all items. Percentages are 0–100, ``None`` where there is nothing
    to divide by. ``category`` follows the rounded percentage.
    """

    checklist: str
    points: int
    reachable: int
    total: int
    percent: float | None
    low: float | None
    high: float | None
    points_low: int
    points_high: int
    percent_of_all: float | None
    percent_essential: float | None  # without the items marked not essential
    met: int
    not_met: int
    na: int
    open: int
    category: str | None = None
    category_low: str | None = None
    category_high: str | None = None
    decimals: int = 1
    fixed_maximum: bool = False
    sections: tuple[Subtotal, ...] = ()

    @property
    def headline(self) -> str:
        """The score in one line, as printed in tables: ``62.1 % (58.0–71.0 %)``, ``14 of 36 (11 to 17)``."""
        if self.fixed_maximum:
            between = f" ({self.points_low} to {self.points_high})" if self.open else ""
            return f"{self.points} of {self.total}{between}"
        if self.percent is None:
            return "–"
        between = f" ({self.low:.{self.decimals}f}–{self.high:.{self.decimals}f} %)" if self.open else ""
        return f"{self.percent:.{self.decimals}f} %{between}"


def score(checklist: Checklist, sheet: AnswerSheet) -> Score:
    """Add up a sheet.

    Raises:
        AnswersError: naming item, value and allowed values, for an answer the instrument does not know.
    """
    check_answers(checklist, sheet)
    chosen = {item.id: chosen_options(item, sheet) for item in checklist.items}
    guess = {item.id: _guess(item, sheet) for item in checklist.items}
    guess |= dict.fromkeys(switched_off(checklist, guess), (NA,))
    worlds = list(_worlds(checklist, chosen, guess))
    scored = checklist.scored_items
    points, reachable = _sum(checklist, scored, guess)
    percent = _percent(checklist, points, reachable)
    bounds = [_bounds(checklist, scored, world) for world in worlds]
    low, high = _span([b[0] for b in bounds]), _span([b[1] for b in bounds])
    essential = [item for item in scored if item.essential]
    open_items = _open(checklist, chosen, guess)
    return Score(
        checklist=checklist.id,
        points=points,
        reachable=reachable,
        total=sum(item.range[1] for item in scored),
        percent=percent,
        low=low[0],
        high=high[1],
        points_low=min(b[2] for b in bounds),
        points_high=max(b[3] for b in bounds),
        percent_of_all=_percent(checklist, points, sum(item.range[1] for item in scored)),
        percent_essential=_percent(checklist, *_sum(checklist, essential, guess)),
        met=sum(_earned(item, guess[item.id]) > max(0, item.range[0]) for item in scored if guess[item.id] != (NA,)),
        not_met=sum(
            _earned(item, guess[item.id]) <= max(0, item.range[0]) for item in scored if guess[item.id] != (NA,)
        ),
        na=sum(guess[item.id] == (NA,) for item in scored),
        open=len(open_items),
        category=category(checklist, percent),
        category_low=category(checklist, low[0]),
        category_high=category(checklist, high[1]),
        decimals=checklist.scoring.decimals,
        fixed_maximum=checklist.scoring.percent_of == "maximum",
        sections=tuple(
            _subtotal(checklist, group.id, group.title, guess, worlds, open_items) for group in checklist.sections
        ),
    )


def category(checklist: Checklist, percent: float | None) -> str | None:
    """The name of the band in which a (rounded) percentage lies; ``None`` without bands or percentage."""
    if percent is None:
        return None
    bands = [band.name for band in checklist.scoring.categories if percent >= band.at_least]
    return bands[-1] if bands else None


def _guess(item: Item, sheet: AnswerSheet) -> tuple[str, ...]:
    answer = sheet.by_item.get(item.id)
    settled = answer.settled if answer else ()
    if settled or item.select == "many":
        return settled
    return (min(item.options, key=lambda option: option.points).id,)


def _worlds(
    checklist: Checklist, chosen: Mapping[str, Chosen], guess: Mapping[str, tuple[str, ...]]
) -> Iterator[dict[str, Chosen]]:
    """The sheet under every way to decide the undecided conditions; other items stay as they are."""
    controls = {condition.item for item in checklist.items for condition in item.active_if}
    undecided = [item for item in checklist.items if item.id in controls and chosen[item.id] is None]
    for decision in product(*(item.option_ids for item in undecided)):
        world = dict(chosen) | {item.id: (option,) for item, option in zip(undecided, decision, strict=True)}
        off = switched_off(checklist, {i: c or () for i, c in world.items()})
        for item in checklist.items:
            if item.id in off:
                world[item.id] = (NA,)
            elif item.active_if and not item.na and world[item.id] == (NA,):
                world[item.id] = None  # n/a only because of the guess about a condition
        yield world


def _earned(item: Item, options: tuple[str, ...]) -> int:
    return sum(option.points for option in item.options if option.id in options)


def _sum(checklist: Checklist, items: Iterable[Item], guess: Mapping[str, tuple[str, ...]]) -> tuple[int, int]:
    fixed = checklist.scoring.percent_of == "maximum"
    points = reachable = 0
    for item in items:
        if guess[item.id] != (NA,):
            points += _earned(item, guess[item.id])
        if fixed or guess[item.id] != (NA,):
            reachable += item.range[1]
    return points, reachable


Bounds = tuple[float | None, float | None, int, int]


def _bounds(checklist: Checklist, items: Iterable[Item], world: Mapping[str, Chosen]) -> Bounds:
    """Lowest and highest percent and points over every way to decide the open items of one world.

    An open item that may also be n/a needs no case of its own: leaving it out lies between a no and a yes.
    """
    least = most = reachable = 0
    fixed = checklist.scoring.percent_of == "maximum"
    for item in items:
        options = world[item.id]
        if options == (NA,):
            reachable += item.range[1] if fixed else 0
            continue
        reachable += item.range[1]
        low, high = item.range if options is None else (_earned(item, options),) * 2
        least, most = least + low, most + high
    return _percent(checklist, least, reachable), _percent(checklist, most, reachable), least, most


def _span(values: list[float | None]) -> tuple[float | None, float | None]:
    known = [value for value in values if value is not None]
    return (min(known), max(known)) if known else (None, None)


def _percent(checklist: Checklist, points: int, reachable: int) -> float | None:
    """Exact, then rounded half up to the instrument's decimals, as JavaScript prints it."""
    if not reachable:
        return None
    exact = Decimal(100 * max(0, points)) / Decimal(reachable)
    return float(exact.quantize(Decimal(1).scaleb(-checklist.scoring.decimals), ROUND_HALF_UP))


def _open(checklist: Checklist, chosen: Mapping[str, Chosen], guess: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    return frozenset(i.id for i in checklist.scored_items if chosen[i.id] is None and guess[i.id] != (NA,))


def _subtotal(  # noqa: PLR0913
    checklist: Checklist,
    section: str,
    title: str,
    guess: Mapping[str, tuple[str, ...]],
    worlds: list[dict[str, Chosen]],
    open_items: frozenset[str],
) -> Subtotal:
    items = [item for item in checklist.scored_items if item.section == section]
    points, reachable = _sum(checklist, items, guess)
    bounds = [_bounds(checklist, items, world) for world in worlds]
    return Subtotal(
        section=section,
        title=title,
        points=points,
        reachable=reachable,
        percent=_percent(checklist, points, reachable),
        low=_span([b[0] for b in bounds])[0],
        high=_span([b[1] for b in bounds])[1],
        open=sum(item.id in open_items for item in items),
    )
