"""A View in, design, centres, and how many patients in which set, out."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from qualityaudit.study.numbers import NUMBER, number
from qualityaudit.study.sets import Sets, sets
from qualityaudit.study.view import OWN, Facts, Hit, Told, View, told

_DESIGN = re.compile(r"\b(retrospective|prospective)(?:ly)?\b")
_NOT_YET = re.compile(
    r"\b(?:future|needed|warranted|required|should|would|further prospective|larger|await\w*|necessary|planned|trial is|validation is)\b"
)
_ARCHIVE = re.compile(
    r"informed consent was waived|waived the (?:need|requirement)|waiver of (?:informed )?consent|archiv(?:e|al) search|records? were (?:retrospectively )?(?:reviewed|searched)"
)

_PEOPLE = r"patients|men|women|subjects|participants|cases|individuals|adults|children|persons|people|volunteers|veterans|examinees|admissions|inpatients|outpatients|survivors"
_THINGS = (
    r"lesions|nodules|tumou?rs|scans|examinations|exams|images|mris|cts|knees|studies|volumes|breasts|masses|sequences"
)
_WHO = frozenset({*_PEOPLE.split("|"), "patient"})
_PARTS_OF_PEOPLE = ("lesions", "nodules", "tumours", "tumors", "knees", "breasts", "masses")
"""What patients may have several of; a count of their images is a count of patients."""
_HEDGED = re.compile(
    r"(?:under|fewer than|less than|more than|over|exceeding|up to|at most|typically|every|each|[~∼≈<>]|pre-?train\w* on) ?$"
)
_NO_COUNT = re.compile(
    r"bootstrap|resampl|permut|iterations|\bper 100|\bper 1,?000|samples of|filtered|epochs|replicat"
)
_COUNT = re.compile(
    rf"(?P<n>{NUMBER})(?: \(\w+\))?[ -](?P<between>(?:[a-z][\w/*-]* ){{0,5}}?)(?P<unit>{_PEOPLE}|{_THINGS}|patient(?= cohort| data ?set| group| study))\b(?! of age| years)"
)
_PLUS = re.compile(
    r"includ|enrol|analy[sz]|recruit|stud(?:y|ied) (?:covered|population|included)|compris|consist|total|final|cohort|were studied|collected|eligible|we studied|identified|altogether|overall|patients with"
)
_MINUS = re.compile(
    r"exclud|removed|lacking|missing|declin|lost to|of these|of whom|of which|randomly (?:chosen|selected)|subset|twice|repeat|re-?read|second reader|power|sample size (?:calc|estim)|at least|required|screened|initially|previous|relaps|recurr|died|dying|deaths?|(?<!who )(?<!that )\bhad |met the|records|consented|approached|invited|enrolled,? of whom"
)

_COUNTED = re.compile(r"(?:n ?= ?|total(?:ling| of)? |\bof |included |comprised |enrolled |recruited |analy[sz]ed )$")
_CITED = re.compile(r"\[\d|\bet al\b|\((?:19|20)\d\d\)")
_PREDICATE = re.compile(r"\b(?:were|was|are|had|of the|of all)\b")
"""``42 were men`` is a share."""
_REMAIN = re.compile(
    rf"(?:leaving|left|remained|remaining|final(?:ly)?(?: \w+){{0,4}}?|ultimately|altogether|resulting(?: \w+){{0,3}}?)(?: (?:of|with|us|in|for|a|total|comprised|comprising|included|consisted|contained|was|were|to|cohort|sample|population|dataset|data|set|study|analysis)){{0,6}} (?P<a>{NUMBER})"
    rf"|(?<!excluded )(?P<b>{NUMBER})(?: (?!of |were )[\w-]+){{0,9}}?,? (?:remained|were (?:then |finally |ultimately |eventually |thus |all )?(?:analy[sz]ed|includ\w+ in the (?:final |present |main )?(?:analys|stud|cohort)\w*|eligible|evaluable|studied|left))"
)
"""What is left when all exclusions are done."""
_KEPT = r"(?:remained|stayed|passed|qualified|fulfilled|met (?:the|all)|could be (?:\w+ )?(?:used|analy[sz]ed|included|evaluated|studied)|(?:were |was )?(?:\w+ )?(?:analy[sz]ed|included|kept|left|eligible|retained|studied|usable))"
_SIFTED = re.compile(
    rf"(?P<n>{NUMBER})(?: \([^()]*\))? (?:out )?of (?:the |all |a total of )?(?P<m>{NUMBER}) (?:[\w-]+ ){{0,3}}?(?:{_PEOPLE})\b[^.;,]{{0,40}}? {_KEPT}\b"
    rf"|\bof (?:the |these |all )?(?P<w>{NUMBER}) (?:[\w-]+ ){{0,3}}?(?:{_PEOPLE})\b[^.;]{{0,160}}?,? (?P<k>{NUMBER})(?: (?:[\w-]+ ){{0,2}}?(?:{_PEOPLE}))? {_KEPT}\b"
)
"""So many of those looked at were left."""
_OTHER_THINGS = re.compile(r"feature|parameter|dimension|variables|descriptors|articles|publications")
_EXCLUDED = re.compile(r"exclud|eligib|inclu|criteria|analy[sz]|cohort|population|patients|women|men\b")
_FROM = re.compile(r" (?:of|from|in) (?:the )?\w+[^.;]{0,30} and (?:\d|\w+ty\b|\w+teen\b)")
_SHARE = re.compile(
    r"exclud|with recurr|respon|positive|negative|malignan|for training|for test|in the (?:train|test|valid)|died|missing|second reader|again|twice"
)


def cohort(view: View) -> Facts:
    """Design, number of patients and sets, and the unit they are counted in."""
    made = sets(view)
    total, unit = _total(view, made)
    return {
        "design": _design(view),
        "n_patients": total,
        "unit": unit,
        "n_train": made.train,
        "n_internal_test": made.internal,
        "n_external_test": made.external,
    }


def _design(view: View) -> Told:
    weights: dict[str, float] = defaultdict(float)
    places: dict[str, list[Hit]] = defaultdict(list)
    for hit in view.stated(_DESIGN, ("retrospective", "prospective"), OWN | {"discussion", "ethics"}):
        text = view.lower[hit.sentence]
        if _NOT_YET.search(text):
            continue
        word = hit.match[1]
        weights[word] += hit.weight
        places[word].append(hit)
    if not weights:
        waived = view.stated(_ARCHIVE, ("waive", "archiv", "record"), OWN | {"ethics", "declarations"})
        return told("retrospective", waived) if waived else Told("unclear")
    best = max(weights, key=lambda word: weights[word])
    if max(weights.values()) < 0.5:
        return Told("unclear")
    if len(weights) == 2 and min(weights.values()) >= 0.5 * max(weights.values()):
        best = "prospective" if _leads(view, "prospective") and not _leads(view, "retrospective") else "retrospective"
    return told(best, places[best])


def _leads(view: View, word: str) -> bool:
    return word in view.title or any("abstract" in view.kinds[i] for i in view.holding(word))


def _total(view: View, made: Sets) -> tuple[Told, Told]:
    """The number of all patients: the best supported count, or the sum of the sets."""
    votes: dict[int, float] = defaultdict(float)
    places: dict[int, list[Hit]] = defaultdict(list)
    units: dict[int, str] = {}
    for hit in view.stated(_COUNT, ("patient", "men", "subjects", "participants", "cases", "individuals", "adults", "children", "volunteers", "admissions", "survivors", "lesions", "nodules", "tumo", "scans", "exam", "images", "mris", "knees", "studies", "people", "persons"), OWN | {"discussion", "conclusion", "introduction"}):  # fmt: skip
        value = number(hit.match["n"])
        text = view.lower[hit.sentence]
        if (
            value is None
            or _PREDICATE.search(hit.match["between"])
            or value < 8
            or _is_year(hit)
            or (_CITED.search(text) and view.kinds[hit.sentence].isdisjoint(OWN))
            or _HEDGED.search(text[max(0, hit.match.start() - 16) : hit.match.start()])
            or _NO_COUNT.search(text, max(0, hit.match.start() - 8), hit.match.end())
        ):
            continue
        near = text[max(0, hit.match.start() - 60) : hit.match.end() + 60]
        weight = hit.weight * (1.5 if _PLUS.search(near) else 1.0) * (0.25 if _MINUS.search(near) else 1.0)
        weight *= 1.0 if hit.match["unit"] in _WHO else 0.6
        if value in made.parts:
            weight *= 0.4
        votes[value] += weight
        places[value].append(hit)
        units.setdefault(value, hit.match["unit"])
    for value, hit in _remaining(view, made, votes):
        votes[value] += 3.0 * hit.weight
        places[value].append(hit)
    for hit in view.stated(_SIFTED, (" of ", "of "), OWN):
        looked_at, kept = number(hit.match["m"] or hit.match["w"]), number(hit.match["n"] or hit.match["k"])
        if kept is not None and looked_at is not None and 8 <= kept < looked_at and kept not in made.parts:
            votes[kept] += 2 * hit.weight
            places[kept].append(hit)
            if looked_at in votes:
                votes[looked_at] *= 0.2
    for value, hit in _added_up(places, units):
        votes[value] += 2 * hit.weight
        places[value].append(hit)
        units.setdefault(value, "patients")
    of_things = _counts_things(made, units)
    if made.sum and not of_things and (made.sum in votes or not votes):
        votes[made.sum] += 6.0
    if not votes:
        return Told(None), Told(None)
    most = max(votes.values())
    likely = [v for v, w in votes.items() if w >= 0.6 * most]
    people = [v for v, w in votes.items() if w >= 0.5 * most and units.get(v) in _WHO]
    value = max(people if people and not made.sum else likely)
    value = value if of_things else _whole(value, made)
    unit = units.get(value, "patients")
    return told(value, places[value]), told(unit if unit in _PARTS_OF_PEOPLE else "patients", places[value])


def _remaining(view: View, made: Sets, votes: Mapping[int, float]) -> Iterator[tuple[int, Hit]]:
    """What is said to be left of the cases after exclusions."""
    for hit in view.stated(
        _REMAIN, ("leaving", "left", "remain", "final", "ultimately", "altogether", "result", "were ")
    ):
        value = number(hit.match["a"] or hit.match["b"])
        text = view.lower[hit.sentence]
        if (
            value is None
            or value < 20
            or value in made.parts
            or (len(hit.match["a"] or hit.match["b"]) == 4 and 1980 <= value <= 2035)
            or _SHARE.search(text, hit.match.end(), hit.match.end() + 40)
        ):
            continue
        if not _OTHER_THINGS.search(text) and (value in votes or _EXCLUDED.search(text)):
            yield value, hit


def _added_up(places: Mapping[int, list[Hit]], units: Mapping[int, str]) -> list[tuple[int, Hit]]:
    """Groups of people named side by side in one sentence, taken together."""
    groups: dict[int, dict[int, Hit]] = defaultdict(dict)
    for value, hits in places.items():
        for hit in hits:
            if units.get(value) in _WHO:
                groups[hit.sentence][value] = hit
    found = []
    for hits_of in groups.values():
        if 2 <= len(hits_of) <= 4 and 2 * max(hits_of) != sum(hits_of):
            found.append((sum(hits_of), min(hits_of.values(), key=lambda h: h.match.start())))
    return [(value, hit) for value, hit in found if value in places or _FROM.match(hit.match.string, hit.match.end())]


def _is_year(hit: Hit) -> bool:
    text, before = hit.match["n"], hit.match.string[max(0, hit.match.start() - 14) : hit.match.start()]
    return len(text) == 4 and text.isdigit() and 1980 <= int(text) <= 2035 and not _COUNTED.search(before)


def _counts_things(made: Sets, units: Mapping[int, str]) -> bool:
    """True if the sets are counted in images or the like, and the people are counted elsewhere."""
    people = {n for n, unit in units.items() if unit in _WHO}
    return any(units.get(n, "patients") not in _WHO for n in made.parts) and not people.isdisjoint(
        n for n in units if n >= 20 and n not in made.parts
    )


def _whole(value: int, made: Sets) -> int:
    """The number of all patients, where the best supported number is only that of one set."""
    if made.sum and value < made.sum and (value in made.parts or value < max(made.parts)):
        return made.sum
    outside = made.external.value
    if made.sum and isinstance(outside, int) and value + outside == made.sum:
        return made.sum
    return value
