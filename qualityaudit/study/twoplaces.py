"""A View in, sentences out that tell of learning in one place and of testing in another, with the size of the latter."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from qualityaudit.study.numbers import NUMBER, number
from qualityaudit.study.setnames import NAME, SORT
from qualityaudit.study.setwords import UNITS
from qualityaudit.study.view import Hit, View

_LEARN = r"(?i:train(?:ing|ed)|fitt(?:ing|ed)|develop(?:ment|ed|ing)|deriv(?:ation|ed|ing)|discovery|built|(?:model )?building|modell?ing|construct(?:ion|ed))"
_TEST = r"(?i:test(?:ing|ed)?|validat(?:ion|ed|ing)|verification|evaluat(?:ion|ed|ing)|appl(?:ied|ication))"
_PLACE = (
    rf"(?i:\b(?:from|of|at|in|to|on)) (?:the )?(?:[\w-]+ ){{0,2}}?(?P<at>{NAME}(?: (?-i:[A-Z])\w+)*)"
    rf"|(?i:\b(?:from|of|at|in|to|on|by)) (?P<sort>{SORT})"
    rf"|(?<![\w-])(?P<subject>{NAME}(?: (?-i:[A-Z])\w+)*)(?= (?:\([^()]*\) )?(?:(?:suppli|provid|contribut|furnish)(?:ed|es)|gave|formed|served|made up|constituted|the (?:training|test|validation|development|derivation))\b)"
)
_TOKEN = re.compile(rf"{_PLACE}|\b(?P<learn>{_LEARN})\b|(?<!cross-)(?<!cross )\b(?P<test>{_TEST})\b")
_WORDS = ("test", "validat", "verification", "evaluat", "appl")
_DIVIDED = re.compile(r"\b(?:split\w*|divid\w+|partition\w*|folds?|random\w*|hold-?out|held-?out|ratio|internal\w*|official|temporal\w*|tests? of|t[- ]tests?)\b|\bet al\b", re.I)  # fmt: skip
_SIZE = re.compile(
    rf"n ?= ?({NUMBER})|({NUMBER})(?= (?:[\w-]+ ){{0,3}}?{UNITS}\b| (?:from|of|at|in) |,? and {NUMBER} (?:from|of|at|in) )",
    re.I,
)
_BESIDE = re.compile(r"(?:,|,? and)? ?")
_BEGINNINGS = {"St", "San", "Santa", "Saint", "New", "North", "South"}
_LISTED = re.compile(rf"{NAME}(?:(?:, | and |, and )(?:the )?{NAME})*")
_SEVERAL = re.compile(
    r"\b(two|three|four|five|six|seven|eight|nine|ten|[2-9])(?: [\w-]+){0,2} (?:hospitals|cent(?:er|re)s|institutions|clinics|sites|others)\b",
    re.I,
)
_FEW = 8


class Outside(NamedTuple):
    """A test set of another place, or of several; ``parts`` are their numbers of cases, where they are told."""

    sentence: int
    name: str
    parts: tuple[int, ...]
    places: int

    @property
    def size(self) -> int | None:
        """Number of cases."""
        return sum(self.parts) or None


def two_places(view: View) -> Iterator[Outside]:
    """``163 from Ashby for fitting and 78 from Melby for testing``."""
    for i in view.holding(*_WORDS):
        text = view.texts[i]
        if view.document.sentences[i].part != "text" or _DIVIDED.search(text):
            continue
        for clause in re.finditer(r"[^;]+", text):
            tokens = list(_TOKEN.finditer(clause[0]))
            kinds = [(_kind(t), t) for t in tokens]
            runs = [(kind, [t for _, t in group]) for kind, group in groupby(kinds, key=lambda pair: pair[0])]
            order = "".join(kind for kind, _ in runs)
            if order not in ("PLPT", "LPTP"):
                continue
            first, second = runs[order.index("P")][1], runs[order.rindex("P")][1]
            name, learnt = _name(second[-1]), runs[order.index("L")][1][-1]
            if any(_same(name, _name(place)) for place in first):
                continue
            if not view.counted(Hit(i, runs[order.index("T")][1][0], 1.0)):
                continue
            begin = _past(clause[0], learnt.end()) if order == "PLPT" else runs[2][1][0].start()
            yield Outside(i, name, _sizes(clause[0], begin), _how_many(clause[0], second[-1]))


def _kind(token: re.Match[str]) -> str:
    return "L" if token["learn"] else "T" if token["test"] else "P"


def _name(token: re.Match[str]) -> str:
    return str(token["at"] or token["sort"] or token["subject"])


def _same(one: str, other: str) -> bool:
    """Whether two names may stand for one place: *Ashby* and *Ashby General*."""
    if one[0].islower() or other[0].islower() or one.split(maxsplit=1)[0] in _BEGINNINGS:
        return one.lower() == other.lower()
    return one.split(maxsplit=1)[0] == other.split(maxsplit=1)[0]


def _how_many(clause: str, place: re.Match[str]) -> int:
    """How many hospitals are meant: ``two Swedish hospitals``, ``Lund and Oslo``."""
    if told := _SEVERAL.search(clause, place.start()):
        return number(told[1].lower()) or 1
    start = place.start("at") if place["at"] else place.start()
    listed = _LISTED.match(clause, start)
    return len(re.split(r",? and |, ", listed[0])) if listed and place["at"] else 1


def _past(clause: str, end: int) -> int:
    """Behind the brackets that go with the act."""
    aside = re.compile(r"(?: [\w-]+){0,3} ?\([^()]*\)").match(clause, end)
    return aside.end() if aside else end


def _sizes(clause: str, begin: int) -> tuple[int, ...]:
    """The one number of cases told from ``begin`` on, or those told side by side."""
    found = [(m, number((m[1] or m[2]).lower())) for m in _SIZE.finditer(clause, begin)]
    fitting = [(m, n) for m, n in found if n is not None and n >= _FEW]
    beside = all(_BESIDE.fullmatch(clause, a.end(), b.start()) for (a, _), (b, _) in pairwise(fitting))
    return tuple(n for _, n in fitting) if beside else ()
