"""The facts of a study in, sizes of sets that follow from the others out."""

import re

from qualityaudit.study.setwords import UNITS
from qualityaudit.study.view import OWN, Facts, Told, View

_RATIO = re.compile(
    r"\b(?:ratio|proportion|split|divid\w+|partition\w*|assign\w+|allocat\w+|random\w*)\b[^.;]{0,120}?\b(?P<a>\d{1,2}) ?%? ?(?::|/|to) ?(?P<b>\d{1,2}) ?%?(?: ?(?::|/) ?(?P<c>\d{1,2}))?(?![\d.%])"
)


def remainder(view: View, facts: Facts) -> Facts:
    """Sizes that are not printed, and those that cannot be: all cases are for testing, or the rest is for training, or a ratio divides them."""
    total, train = facts["n_patients"], facts["n_train"]
    internal, external = facts["n_internal_test"], facts["n_external_test"]
    if not facts["has_model"].value:
        metric = facts["best_metric"]  # the overlap of outlines is not what such a study is after
        overlap = isinstance(metric.value, dict) and metric.value["name"] == "Dice"
        nothing = {"n_train": Told(None), "n_internal_test": Told(None)}
        return nothing | ({"best_metric": Told(None)} if overlap else {})
    if not isinstance(total.value, int):
        return {}
    if not facts["trains_model"].value:
        found = external if external.value else internal if internal.value else total
        return {"n_train": Told(None), "n_internal_test": Told(None), "n_external_test": found}
    whole = _with_outside(view, total.value, train.value, internal.value, external.value)
    made: Facts = {}
    if whole != total.value:
        made["n_patients"] = Told(whole, (*total.sentences[:1], *external.sentences[:1]))
    others = sum(n.value for n in (internal, external) if isinstance(n.value, int))
    if train.value is None and 0 < others < 0.7 * whole:
        made["n_train"] = Told(whole - others, (*total.sentences[:1], *internal.sentences[:1], *external.sentences[:1]))
    elif train.value is None and internal.value is None:
        made |= _divided(view, whole - others)
    return made


def _with_outside(view: View, total: int, train: object, internal: object, external: object) -> int:
    """The number of all patients, where the best supported number leaves the outside patients out."""
    if not isinstance(external, int):
        return total
    home = (train if isinstance(train, int) else 0) + (internal if isinstance(internal, int) else 0)
    if total == external:
        return total + home if home != external else total
    if total == home + external or (isinstance(train, int) and total > home + external):
        return total
    if _mentions(view, total + external) or total == home:
        return total + external
    return total if total > external and _mentions(view, total - external) else total + external


def _mentions(view: View, n: int) -> bool:
    """True if so many cases are spoken of."""
    figures = f"{n:,}".replace(",", "[, ]?")
    said = re.compile(rf"(?<![\d.,]){figures}(?: (?:[\w-]+ ){{0,3}}?{UNITS}\b)|\bn ?= ?{figures}\b(?![.,]\d)")
    return any(
        said.search(text) for text, kinds in zip(view.lower, view.kinds, strict=True) if not kinds.isdisjoint(OWN)
    )


def _divided(view: View, whole: int) -> Facts:
    """``at a ratio of 7:3``."""
    for hit in view.stated(
        _RATIO, ("ratio", "proportion", "split", "divid", "partition", "assign", "allocat", "random"), OWN
    ):
        first, second, third = (int(hit.match[name] or 0) for name in "abc")
        parts = first + second + third
        if parts in (3, 4, 5, 10, 100) and first > second >= 1:
            train, test = round(whole * first / parts), round(whole * (third or second) / parts)
            return {"n_train": Told(train, (hit.sentence,)), "n_internal_test": Told(test, (hit.sentence,))}
    return {}
