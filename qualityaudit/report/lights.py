"""An item and its answer in, one of five states out: fully met, partly met, not met, not applicable, undecided."""

from collections.abc import Iterable
from typing import Literal, get_args

from qualityaudit.answers import NA, Answer
from qualityaudit.checklist import Item

Light = Literal["yes", "part", "no", "na", "open"]
LIGHTS: tuple[Light, ...] = get_args(Light)


def light(item: Item, answer: Answer) -> Light:
    """The state of an item: ``open`` while undecided, ``part`` for some but not all of its points.

    A condition item carries no points; it is ``yes`` or ``no`` by its option.
    """
    return "open" if answer.chosen is None else light_of(item, answer.chosen)


def light_of(item: Item, chosen: Iterable[str]) -> Light:
    """The state an item would have with these options chosen; ``open`` if one is due and none is there."""
    options = tuple(chosen)
    if options == (NA,):
        return "na"
    if not options and item.select == "one":
        return "open"
    if item.condition:
        return "yes" if options == ("yes",) else "no"
    reached = points(item, options)
    if reached <= 0:
        return "no"
    return "yes" if reached >= item.range[1] else "part"


def points(item: Item, chosen: Iterable[str]) -> int:
    """The points that these options of an item carry together."""
    worth = {option.id: option.points for option in item.options}
    return sum(worth.get(option, 0) for option in chosen)
