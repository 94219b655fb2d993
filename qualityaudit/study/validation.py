"""A View and the sizes of the sets in, ways of validation, number of centres and the headline figure out."""

import re
from collections import defaultdict
from collections.abc import Mapping

from qualityaudit.concepts import detect, load_library
from qualityaudit.document import SectionKind
from qualityaudit.study.numbers import NUMBER, number
from qualityaudit.study.view import OWN, Facts, Hit, Told, View, told

_RESAMPLED = {
    "cross_validation": re.compile(
        r"cross-?\s?validat\w+|leave-one-(?:\w+-)?out|\bloocv\b|(?:\d+|k|five|ten|three|four)-?\s?fold|nested (?:loop|fold)|\bouter folds?\b"
    ),
    "bootstrap": re.compile(r"bootstrap\w*|optimism[- ]correct\w*"),
}
ENOUGH = 2.0
"""Weight of one sentence of the methods."""
_KEPT_APART = {"holdout": "holdout_test", "external": "external_test"}
_CENTRES = re.compile(
    rf"(?P<n>{NUMBER}|single|one|multi(?:ple)?|several|bi|both)[- ]?(?:\w+[ -]){{0,3}}?(?P<what>cent(?:er|re)s?|hospitals?|institutions?|institutes?|sites|institutional|clinics|breast units|units)\b"
)
_SMALL = re.compile(r"^(?:single|one)$")
_PUBLIC = re.compile(
    r"(?:publicly|freely|openly)[ -](?:available|accessible|released)[\w -]{0,20}(?:data|image|collection|cohort|dataset)\w*|public (?:data ?sets?|databases?|cohorts?|collections?|repositor\w+|benchmarks?)|(?:obtained|downloaded|retrieved|taken|sourced|drawn) from (?:the )?(?:\w+ ){0,4}(?:cancer imaging archive|tcia|tcga|zenodo|kaggle|challenge|initiative|repository)|open(?:-access)? data ?sets?|challenge data|\bbrats\w*|osteoarthritis initiative"
)
_OWN_HOSPITAL = re.compile(
    r"\b(?:our|the local|the) (?:hospital|institution|cent(?:er|re)|department|institute)\b|institutional review board|ethics committee|hospital|medical cent(?:er|re)"
)
_AUC = re.compile(
    r"\b(?P<name>auroc|auc|area under (?:the )?(?:receiver[\w -]* |roc )?(?:\w+ )?curve|c-?index|concordance index|c-statistic|dice(?: similarity coefficient| score)?|accuracy|r2|r\^2)\b(?P<gap>[^.;]{0,60}?)(?P<value>0?\.\d{2,3}|\d{2}\.\d ?%)"
)
_NAMES = (("auroc", "AUC"), ("auc", "AUC"), ("area", "AUC"), ("c-", "C-index"), ("cindex", "C-index"), ("conc", "C-index"), ("dice", "Dice"), ("acc", "accuracy"), ("r", "R2"))  # fmt: skip
_FAR = re.compile(r"external|test|held|outer|validation|bootstrap-corrected|optimism")
_NEAR = re.compile(r"train|apparent|clinical (?:model|variables)|alone")


def validation(view: View, facts: Facts) -> Facts:
    """How the model was tested, in how many centres, and the figure that leads the abstract."""
    ways: dict[str, list[int]] = {}
    for name, pattern in _RESAMPLED.items():
        hits = view.stated(pattern)
        if sum({h.sentence: h.weight for h in hits}.values()) >= ENOUGH:
            ways[name] = [h.sentence for h in hits]
    found = detect(view.document, load_library(), _KEPT_APART.values())
    for name, concept in _KEPT_APART.items():
        places = [f.sentence for f in found.of(concept) if f.standing == "counted"]
        if places:
            ways[name] = places
    return {
        "validation": told(tuple(ways), (i for places in ways.values() for i in places[:1])),
        "best_metric": _metric(view),
        **_outside(facts, ways),
        **_centres(view, "external" in ways),
    }


def _outside(facts: Facts, ways: Mapping[str, object]) -> Facts:
    """The one test set is an outside one where nothing was held out at home."""
    if "external" in ways and "holdout" not in ways and facts["n_external_test"].value is None:
        return {"n_external_test": facts["n_internal_test"], "n_internal_test": Told(None)}
    return {}


def _centres(view: View, external: bool) -> Facts:
    counts: dict[int, list[Hit]] = defaultdict(list)
    many: list[Hit] = []
    places: frozenset[SectionKind] = OWN | {"discussion", "introduction"}
    for hit in view.stated(_CENTRES, ("cent", "hospital", "instit", "sites", "clinics", "unit"), places):
        word = hit.match["n"]
        value = 1 if _SMALL.match(word) else number(word) if word not in ("bi", "both") else 2
        if word.startswith(("multi", "several")):
            many.append(hit)
        elif value is not None and 1 <= value < 300:
            counts[value].append(hit)
    public = view.stated(_PUBLIC, ("public", "freely", "open", "archive", "tcia", "tcga", "zenodo", "kaggle", "challenge", "initiative", "brats", "repository"))  # fmt: skip
    votes = {n: sum(h.weight for h in hits) for n, hits in counts.items()}
    plural = {n: v for n, v in votes.items() if n > 1}
    own = view.stated(_OWN_HOSPITAL, ("hospital", "institution", "cent", "department", "institute", "ethics"))
    weight_own, weight_public = (sum({h.sentence: h.weight for h in hits}.values()) for hits in (own, public))
    if weight_public >= 4 and weight_own < 4:
        return {"centres": told("public_data", public), "n_centres": Told(None), "public_data_only": told(True, public)}
    only = {"public_data_only": Told(False)}
    if plural and max(plural.values()) >= 1.5 and (external or max(plural.values()) >= votes.get(1, 0)):
        n = max(plural, key=lambda k: (plural[k], k))
        return {"centres": told("multi", counts[n]), "n_centres": told(n, counts[n]), **only}
    if sum(h.weight for h in many) >= 1.5 or external:
        return {"centres": told("multi", many), "n_centres": Told(None), **only}
    if votes.get(1, 0) >= 0.5 or weight_own >= 4:
        return {"centres": told("single", counts.get(1, own)), "n_centres": told(1, counts.get(1, own)), **only}
    return {"centres": Told("unclear"), "n_centres": Told(None), **only}


def _metric(view: View) -> Told:
    """The figure of the abstract for unseen data; else the best supported one of the results."""
    best: tuple[float, float, str, int] | None = None
    for hit in view.find(_AUC, ("auroc", "auc", "area under", "index", "statistic", "dice", "accuracy", "r2", "r^2"), OWN | {"conclusion"}):  # fmt: skip
        text = view.lower[hit.sentence]
        name = next(full for short, full in _NAMES if hit.match["name"].startswith(short))
        raw = hit.match["value"]
        value = round(float(raw.rstrip("% ")) / 100, 4) if "%" in raw else float(raw)
        near = text[max(0, hit.match.start() - 60) : hit.match.end() + 40]
        score = (
            hit.weight + 2.0 * bool(_FAR.search(near)) - 1.5 * bool(_NEAR.search(near)) + (name in ("AUC", "C-index"))
        )
        if best is None or (score, value) > (best[0], best[1]):
            best = (score, value, name, hit.sentence)
    if best is None:
        return Told(None)
    return Told({"name": best[2], "value": best[1]}, (best[3],))
