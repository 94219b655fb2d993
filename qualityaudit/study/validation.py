"""A View, the sizes of sets and the concepts found in, ways of validation, centres and the headline figure out."""

import re
from collections.abc import Mapping, Sequence
from itertools import chain

from qualityaudit.concepts import Finding, Findings
from qualityaudit.study.centres import centres
from qualityaudit.study.headline import headline
from qualityaudit.study.testsets import outside, size_of
from qualityaudit.study.twoplaces import Outside, two_places
from qualityaudit.study.view import OWN, Facts, Told, View, told

_RESAMPLED = {
    "cross_validation": re.compile(
        r"cross-?\s?validat\w+|leave-one-(?:\w+-)?out|\bloocv\b|(?:\d+|k|five|ten|three|four)-?\s?fold|nested (?:loop|fold)|\bouter folds?\b"
    ),
    "bootstrap": re.compile(r"bootstrap\w*|optimism[- ]correct\w*"),
}
ENOUGH = 2.0
"""Weight of one sentence of the methods."""
_KEPT_APART = {"holdout": ("holdout_test",), "external": ("external_test", "external_apart")}
_PUBLIC = ("public_images_used", "public_data_said", "images_deposited")
NEEDED = (*chain.from_iterable(_KEPT_APART.values()), *_PUBLIC)
"""The concepts the facts of this topic build on."""


def validation(view: View, facts: Facts, found: Findings) -> Facts:
    """How the model was tested, in how many centres, and the figure that leads the abstract."""
    ways: dict[str, list[int]] = {}
    for name, pattern in _RESAMPLED.items():
        hits = view.stated(pattern)
        if sum({h.sentence: h.weight for h in hits}.values()) >= ENOUGH:
            ways[name] = [h.sentence for h in hits]
    for name, concepts in _KEPT_APART.items():
        counted = (f for concept in concepts for f in found.of(concept) if f.standing == "counted")
        places = [f.sentence for f in counted if _told_there(view, f)]
        if places:
            ways[name] = places
    others = outside(view)
    if others and "external" not in ways:
        ways["external"] = list(chain.from_iterable(others.values()))
    apart = tuple(two_places(view))
    if apart:
        ways.setdefault("external", [o.sentence for o in apart])
        others = others or {o.name: [o.sentence] for o in apart if o.name[0].isupper()}
    moved = _outside(view, facts, ways, others, apart)
    for name, size in (("holdout", "n_internal_test"), ("external", "n_external_test")):
        fact = (facts | moved)[size]
        if fact.value is not None:
            ways.setdefault(name, list(fact.sentences))
    return {
        "validation": told(tuple(ways), (i for places in ways.values() for i in places[:1])),
        "outside_sets": told(tuple(others), (i for places in others.values() for i in places[:2])),
        "n_outside_places": told(max((o.places for o in apart), default=None), [o.sentence for o in apart]),
        "tested_only_outside": told(
            bool(apart) and (facts | moved)["n_internal_test"].value is None, [o.sentence for o in apart]
        ),
        "best_metric": headline(view),
        **moved,
        **centres(view, "external" in ways, bool(facts["databases"].value), _public(found)),
    }


def _told_there(view: View, finding: Finding) -> bool:
    """True if a finding stands where it is told what was done, not only in background or outlook."""
    return not view.kinds[finding.sentence].isdisjoint(OWN | {"conclusion"})


def _public(found: Findings) -> list[int]:
    """Sentences that tell of public images as the material."""
    findings = (f for concept in _PUBLIC for f in found.of(concept))
    return sorted({f.sentence for f in findings if f.standing == "counted"})


def _outside(
    view: View,
    facts: Facts,
    ways: Mapping[str, object],
    others: Mapping[str, Sequence[int]],
    apart: Sequence[Outside],
) -> Facts:
    """The size of the outside sets; the one test set is an outside one where nothing was held out at home."""
    known, internal = facts["n_external_test"], facts["n_internal_test"]
    if "external" not in ways or (known.value is not None and not apart):
        return {}
    told_apart = max((o for o in apart if o.size), key=lambda o: view.weights[o.sentence], default=None)
    size = known
    if told_apart:
        size = Told(told_apart.size, (told_apart.sentence,))
    elif known.value is None:
        size = size_of(view, others, {facts[name].value for name in ("n_train", "n_internal_test")})
    if size.value is not None:
        outside = {size.value, *(n for o in apart for n in o.parts)}
        same = {"n_internal_test": Told(None)} if internal.value in outside else {}
        return {"n_external_test": size, **same}
    if "holdout" not in ways or apart:
        return {"n_external_test": internal, "n_internal_test": Told(None)}
    return {}
