"""A View, the sizes of sets and the concepts found in, ways of validation, centres and the headline figure out."""

import re
from collections.abc import Mapping

from qualityaudit.concepts import Findings
from qualityaudit.study.centres import centres
from qualityaudit.study.headline import headline
from qualityaudit.study.view import Facts, Told, View, told

_RESAMPLED = {
    "cross_validation": re.compile(
        r"cross-?\s?validat\w+|leave-one-(?:\w+-)?out|\bloocv\b|(?:\d+|k|five|ten|three|four)-?\s?fold|nested (?:loop|fold)|\bouter folds?\b"
    ),
    "bootstrap": re.compile(r"bootstrap\w*|optimism[- ]correct\w*"),
}
ENOUGH = 2.0
"""Weight of one sentence of the methods."""
KEPT_APART = {"holdout": "holdout_test", "external": "external_test"}
"""The concepts that tell of data kept apart."""


def validation(view: View, facts: Facts, found: Findings) -> Facts:
    """How the model was tested, in how many centres, and the figure that leads the abstract."""
    ways: dict[str, list[int]] = {}
    for name, pattern in _RESAMPLED.items():
        hits = view.stated(pattern)
        if sum({h.sentence: h.weight for h in hits}.values()) >= ENOUGH:
            ways[name] = [h.sentence for h in hits]
    for name, concept in KEPT_APART.items():
        places = [f.sentence for f in found.of(concept) if f.standing == "counted"]
        if places:
            ways[name] = places
    return {
        "validation": told(tuple(ways), (i for places in ways.values() for i in places[:1])),
        "best_metric": headline(view),
        **_outside(facts, ways),
        **centres(view, "external" in ways, bool(facts["databases"].value)),
    }


def _outside(facts: Facts, ways: Mapping[str, object]) -> Facts:
    """The one test set is an outside one where nothing was held out at home."""
    if "external" in ways and "holdout" not in ways and facts["n_external_test"].value is None:
        return {"n_external_test": facts["n_internal_test"], "n_internal_test": Told(None)}
    return {}
