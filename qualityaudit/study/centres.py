"""A View in, whether one centre, several, or public collections gave the data, and how many centres, out."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from qualityaudit.document import SectionKind
from qualityaudit.study.numbers import NUMBER, number
from qualityaudit.study.view import OWN, Facts, Hit, Told, View, told

_PLACE = r"(?:medical |academic |tertiary |cancer |care |referral |breast |stroke |clinical |acquiring |participating )*(?:cent(?:er|re)s?|hospitals?|institutions?|institutes?|sites|clinics|(?<=breast )units|(?<=care )units|(?<=stroke )units|(?<=other )units|(?<=further )units|(?<=screening )program(?:me)?s|universit(?:y|ies))"
_MORE = r"other|further|additional|external|outside|more|remaining"
_CENTRES = re.compile(
    rf"(?P<n>{NUMBER}|single|one|the same|(?<=a )second|(?<=a )third)[- ](?:(?:(?!per\b|in\b|from\b|at\b|with\b|by\b|and\b|of\b|or\b|layers?\b|model\b|patients?\b|bed\b|hidden\b)[a-z-]+ ){{0,3}}?)?(?P<what>{_PLACE})\b(?! units?\b)"
    rf"|(?P<both>both) (?:participating )?(?:cent(?:er|re)s|hospitals|institutions)\b|(?P<others>{NUMBER}) others\b|\bbi-?(?:cent(?:er|re)|cent(?:er|re)s|institutional|centric)\b"
)
_MULTI = re.compile(
    r"\b(?:multi|multiple|several)[- ]?(?:different )?(?:cent(?:er|re)s?|centric|institutions?|institutional|hospitals?|sites)\b"
)
_SINGLE = re.compile(r"\b(?:single|mono|one)[- ]?(?:cent(?:er|re)|centric|institution|institutional|hospital|site)\b")
_WORDED = {"single": 1, "one": 1, "the same": 1, "second": 2, "third": 3}
_PARTNERS = re.compile(r"partner|planned|under way|calculator|already|invited")
_PUBLIC = re.compile(
    r"(?:publicly|freely|openly)[ -](?:available|accessible|released)[\w -]{0,20}(?:data|image|collection|cohort|dataset)\w*|public (?:data ?sets?|databases?|cohorts?|collections?|repositor\w+|benchmarks?)"
    r"|(?:obtained|downloaded|retrieved|taken|sourced|drawn) from (?:the )?(?:\w+ ){0,4}(?:cancer imaging archive|tcia|tcga|zenodo|kaggle|challenge|initiative|repository)"
    r"|open(?:-access)? data ?sets?|challenge data|\bbrats\w*|osteoarthritis initiative|cancer imaging archive"
)
_COLLECTED = re.compile(
    r"\bpublic(?:ly)?\b|\bchallenge\b|\bdata ?sets? \(|\bdata ?set (?:\([^)]*\) )?(?:comprises|contains|holds|was|is|from)\b|\bcollection\b|\bconsortium\b|\bfreely\b|\bdownload\w*|\bbenchmark\b|\binitiative\b"
)
"""A public collection: the centres it came from do not count the outside one."""
_OWN_HOSPITAL = re.compile(
    r"\b(?:our|the local|the) (?:hospital|institution|cent(?:er|re)|department|institute)\b|institutional review board|ethics committee|hospital|medical cent(?:er|re)"
)
_NAME = re.compile(
    r"(?P<name>(?:(?:[A-Z][\w.'-]+|of|the|for|and(?= [A-Z]\w+ (?:Hospital|Cent|Inst|Clinic)))[ ,]{1,2}){1,5}(?:Hospital|Medical Cent(?:er|re)|Cancer Cent(?:er|re)|Cent(?:er|re)|Clinic|Infirmary|Institute))\b"
)
_LETTER = re.compile(r"\b(?:[Hh]ospital|[Cc]ent(?:er|re)|[Ii]nstitution) (?P<name>[A-H]|[1-6]|I{1,3}|IV)\b(?!\.\d)")
_OF_PATIENTS = re.compile(
    r"\b(?:patients|women|men|cases|cohorts?|scans|children|participants|subjects|enrolled|collected|recruited|included|training|validation|test)\b"
)
_TOLD: frozenset[SectionKind] = OWN | {"discussion", "introduction"}


def centres(view: View, external: bool, collection: bool, open_images: Sequence[int]) -> Facts:
    """Kind and number of centres.

    ``external``: the model was tested on data from elsewhere; ``collection``: a known public collection is named;
    ``open_images``: the sentences that tell of public images as the material.
    """
    counts = _counts(view)
    many = view.stated(_MULTI, kinds=_TOLD)
    one = [*counts.pop(1, []), *view.stated(_SINGLE, kinds=_TOLD)]
    votes = {n: sum(h.weight for h in hits) for n, hits in counts.items()}
    strong = max(votes.values(), default=0.0)
    number_of = Told(None)
    if strong >= 1.5:
        n = max((k for k in votes if votes[k] >= 0.6 * strong), default=0)
        collected = [h for h in counts[n] if _COLLECTED.search(view.lower[h.sentence])]
        number_of = told(n + (external and 2 * len(collected) > len(counts[n])), counts[n])
    public, own = view.stated(_PUBLIC), view.stated(_OWN_HOSPITAL)
    if _sum(public) >= 4 and _sum(own) < 4:
        return _facts("public_data", public, number_of, only=public)
    if strong >= 1.5 and (external or strong >= _sum(one)):
        return _facts("multi", list(number_of.sentences), number_of)
    if len(open_images) >= 4 and _sum(own) <= 4:
        return _facts("public_data", list(open_images), number_of, only=public)
    if _sum(many) >= 1.5 or external:
        return _facts("multi", many, Told(None))
    if (collection or len(open_images) >= 2) and _sum(public) >= 1.5 and _sum(own) < 4:
        return _facts("public_data", public, number_of, only=public)
    if one or _sum(own) >= 4:
        return _facts("single", one or own, told(1, one or own))
    if _sum(own) < 1.5 and (_sum(public) > 0 or collection or len(open_images) >= 2):
        return _facts("public_data", public or list(open_images), number_of, only=public)
    return _facts("unclear", [], Told(None))


def _facts(kind: str, places: list[Hit] | list[int], n: Told, only: list[Hit] | None = None) -> Facts:
    return {"centres": told(kind, places), "n_centres": n, "public_data_only": told(only is not None, only or ())}


def _counts(view: View) -> dict[int, list[Hit]]:
    """Sentences by the number of centres they name; ``two other hospitals`` makes three."""
    counts: dict[int, list[Hit]] = defaultdict(list)
    for hit in view.stated(_CENTRES, ("cent", "hospital", "instit", "sites", "clinics", "unit", "program"), _TOLD):
        word = hit.match["n"] or hit.match["others"] or "two"
        value = _WORDED.get(word) or number(word)
        around = view.lower[hit.sentence]
        first = _first(around, hit)
        if hit.match["others"] and not first:
            continue
        if value is None or not 1 <= value < 300 or "hounsfield" in hit.match[0]:
            continue
        if "discussion" in view.kinds[hit.sentence] and _PARTNERS.search(around):
            continue
        if hit.match["others"] or re.search(rf"\b(?:{_MORE})\b", hit.match[0]):
            counts[value + (first or 1)] += [hit] * (3 if first else 1)
        else:
            counts[value].append(hit)
    for n, hit in _named(view):
        counts[n].append(hit)
    return counts


def _first(text: str, other: Hit) -> int:
    """How many centres stand before ``two further hospitals`` in the sentence; 0 if none is told."""
    for match in _CENTRES.finditer(text, 0, other.match.start()):
        word = match["n"] or "two"
        return _WORDED.get(word) or number(word) or 0
    return 0


def _named(view: View) -> Iterator[tuple[int, Hit]]:
    """Sentences about patients that give several hospitals by name or letter."""
    for pattern in (_NAME, _LETTER):
        groups: dict[int, dict[str, Hit]] = defaultdict(dict)
        for hit in view.stated(pattern, ("hospital", "cent", "instit", "clinic", "infirmary"), OWN, cased=True):
            if _OF_PATIENTS.search(view.lower[hit.sentence]):
                groups[hit.sentence][hit.match["name"].lower()] = hit
        if pattern is _LETTER and groups:
            letters = {name for names in groups.values() for name in names}
            groups = {i: dict.fromkeys(letters, next(iter(names.values()))) for i, names in groups.items()}
        for names in groups.values():
            if len(names) > 1:
                yield len(names), next(iter(names.values()))


def _sum(hits: list[Hit]) -> float:
    return sum({h.sentence: h.weight for h in hits}.values())
