"""Signs of something, each with its weight, in; how much a paper leans to it out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from qualityaudit.document import SectionKind
from qualityaudit.study.view import OWN, Hit, View, weigh


@dataclass(frozen=True, slots=True)
class Signal:
    """What a sign looks like in small letters, what a sentence with it counts (below 0: against), the most it adds."""

    pattern: re.Pattern[str]
    weight: float = 1.0
    most: float = 1000.0


def signal(pattern: str, weight: float = 1.0, most: float = 1000.0) -> Signal:
    """A signal of a pattern as text."""
    return Signal(re.compile(pattern), weight, most)


def lean(
    view: View, signals: Iterable[Signal], kinds: frozenset[SectionKind] = OWN, denied: bool = False
) -> tuple[float, list[Hit]]:
    """Sum of the weights of all signals, and the places of those that speak for it.

    ``denied``: signs count also where the sentence denies something (``no contour was edited``).
    """
    total, places = 0.0, list[Hit]()
    for sign in signals:
        hits = list(view.find(sign.pattern, kinds=kinds)) if denied else view.stated(sign.pattern, kinds=kinds)
        total += max(-sign.most, min(sign.most, sign.weight * weigh(hits)))
        if sign.weight > 0:
            places += hits
    return total, places
