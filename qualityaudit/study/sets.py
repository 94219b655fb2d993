"""A View in, the sizes of the training, internal test and external test sets out."""

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

from qualityaudit.study.numbers import NUMBER, number
from qualityaudit.study.view import OWN, Hit, Told, View, told

Role = Literal["train", "tune", "internal", "external", "test"]
_ROLES: tuple[tuple[Role, str], ...] = (
    (
        "external",
        r"external(?:ly)?(?: independent)?(?: (?:validation|test|testing))?|independent (?:external )?(?:validation|test|testing)(?: cohort| set)?(?= (?:from|of) (?:an?other|center|centre|hospital))|(?:other|second|another) (?:hospital|institution|centre|center|unit)s?",
    ),
    (
        "internal",
        r"internal(?:ly)? (?:validation|test|testing|hold-?out)|hold-?out|held[- ]out|temporal (?:validation|test)",
    ),
    ("train", r"training(?: and (?:tuning|validation))?|train|development|derivation|discovery|model building"),
    ("tune", r"tuning"),
    ("test", r"testing|tests?|validation|validating|verification"),
)
_ROLE = "|".join(f"(?P<{name}>{words})" for name, words in _ROLES)
_SET = r"(?: (?:set|cohort|group|sample|dataset|data ?set|data|part|subset|partition|split|phase|portion)s?)?"
_TOKEN = re.compile(
    rf"(?P<count>(?<!%)(?:n ?= ?)?(?P<n>{NUMBER})(?! ?(?:%|percent|years|year|months|mm|features|times|weeks|days|folds?|hours|repe|iterations)|-fold|\.\d|/\d))|\b(?:{_ROLE})\b"
)
_WORDS = ("train", "test", "validation", "development", "hold", "held", "external", "derivation", "discovery")
_MANY = re.compile(
    r"\b(?:auc|accuracy|sensitivity|specificity|c-?index|dice|ci|p ?[<=>]|ratio|bootstrap|repeats|resamples|epochs?)\b"
)


_NO_SET = r"-?\s?retest| beam|-time| (?:\w+ )?(?:portions?|folds?|epochs?|runs?|steps?|splits?|iterations?|repeats?|parts|rounds|cycles)"
_CASES = r" (?:\w+ ){0,3}?(?:patients|women|men|cases|subjects|participants|scans|images|examinations|lesions|nodules|children|samples|individuals)\b"


@dataclass(frozen=True, slots=True)
class Sets:
    """Sizes of the sets; ``parts`` are all the sizes seen, ``sum`` what the sets add up to."""

    train: Told
    internal: Told
    external: Told
    parts: frozenset[int]
    sum: int | None


def sets(view: View) -> Sets:
    """Read the sizes of the sets from sentences that name sets and numbers together."""
    votes: dict[Role, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    places: dict[tuple[Role, int], list[Hit]] = defaultdict(list)
    for i in view.holding(*_WORDS):
        if view.kinds[i].isdisjoint(OWN) or view.document.sentences[i].part == "heading":
            continue
        pairs = _pairs(view, i)
        for role, value, hit in [*pairs, *_together(pairs)]:
            votes[role][value] += hit.weight
            places[role, value].append(hit)
    best = {role: max(v, key=lambda n: (v[n], n)) for role, v in votes.items()}
    train, tune, test = best.get("train"), best.get("tune"), best.get("test")
    internal, external = best.get("internal"), best.get("external")
    if internal is None and test not in (external, train):
        internal = test
    role_of_internal: Role = "internal" if "internal" in best else "test"
    known = [n for n in (train, tune, internal, external) if n is not None]
    return Sets(
        train=_told(train, "train", places),
        internal=_told(internal, role_of_internal, places),
        external=_told(external, "external", places),
        parts=frozenset(known),
        sum=sum(known) if len(known) > 1 else None,
    )


def _told(value: int | None, role: Role, places: dict[tuple[Role, int], list[Hit]]) -> Told:
    return told(value, places.get((role, value), [])) if value is not None else Told(None)


def _pairs(view: View, i: int) -> list[tuple[Role, int, Hit]]:
    """Numbers and the sets they belong to, in one sentence."""
    text = view.lower[i]
    tokens = list(_TOKEN.finditer(text))
    numbers = [t for t in tokens if t["count"] and _fits(text, t)]
    roles = _three_sets([(t, _role(t)) for t in tokens if not t["count"]])
    if not numbers or not roles or len(numbers) > 12:
        return []
    pairs = []
    for token in numbers:
        if (role := _nearest(text, token, roles, numbers)) is not None:
            value = number(token["n"])
            if value is not None:
                pairs.append((role, value, Hit(i, token, view.weights[i])))
    return pairs


def _together(pairs: list[tuple[Role, int, Hit]]) -> list[tuple[Role, int, Hit]]:
    """Several outside cohorts of one sentence, taken together."""
    outside = {value: hit for role, value, hit in pairs if role == "external"}
    whole = sum(outside)
    if len(outside) < 2 or 2 * max(outside) == whole:  # one of them may be the sum already
        return []
    return [("external", whole, Hit(hit.sentence, hit.match, hit.weight + 0.1)) for hit in list(outside.values())[:1]]


def _three_sets(roles: list[tuple[re.Match[str], Role]]) -> list[tuple[re.Match[str], Role]]:
    """Where training, validation and test sets stand together, validation is tuning."""
    named = {t[0][:4] for t, role in roles if role == "test"}
    if not {"test", "vali"} <= named or all(role != "train" for _, role in roles):
        return roles
    return [(t, "tune" if role == "test" and t[0].startswith("vali") else role) for t, role in roles]


def _role(token: re.Match[str]) -> Role:
    return next(name for name, _ in _ROLES if token[name])


def _fits(text: str, token: re.Match[str]) -> bool:
    """True if the number may count patients: neither a year, nor a share, nor a small ordinal."""
    value = number(token["n"])
    if value is None or value < 8 or (1980 <= value <= 2035 and len(token["n"]) == 4 and "=" not in token["count"]):
        return False
    after = text[token.end() : token.end() + 14]
    before = text[max(0, token.start() - 12) : token.start()]
    return not re.search(r"(?:fig(?:ure)?\.?|table|version|v\.?|[<>=≥≤±:] ?|\[)$", before.replace("n =", "").replace("n=", "")) and not re.match(r" ?[:±/]| ?-\d", after)  # fmt: skip


def _nearest(
    text: str, token: re.Match[str], roles: list[tuple[re.Match[str], Role]], numbers: list[re.Match[str]]
) -> Role | None:
    """The set a number belongs to: ``training set (n = 150)``, ``150 for training``, ``150 in the training set``."""
    if (beside := _beside(text, token, roles, numbers)) is not None:
        return beside
    for mark, role in reversed(roles):  # training set (n = 150), training cohort of 150, training: 150
        if mark.end() <= token.start():
            gap = text[mark.end() : token.start()]
            if re.fullmatch(_SET + r"(?: (?:[1-5]|[a-e]|i{1,3}))?(?:,? ?\((?:[a-z ]{0,20},? ?)?| of| with| comprised| included| consisted of| contained|:|,| =)? ?(?:the |a total of |only )?", gap):  # fmt: skip
                return role
            break
    for mark, role in roles:  # 150 (patients) (from X) for/in/to/as/formed the training
        if mark.start() >= token.end():
            gap = text[token.end() : mark.start()]
            others = any(token.end() <= n.start() < mark.start() for n in numbers)
            if not others and len(gap) < 90 and re.search(r"\b(?:for|in|to|as|into|formed|form|constitut\w+|served|were|made up|compris\w+|used for)\b", gap) and not re.search(r"[.;:]|\($|\band\b.*\b(?:in|for)\b.*\band\b", gap):  # fmt: skip
                return role
            break
    return None


def _beside(
    text: str, token: re.Match[str], roles: list[tuple[re.Match[str], Role]], numbers: list[re.Match[str]]
) -> Role | None:
    """``833 training samples``, ``the 91 external women``; ``for external validation, … a cohort of 52 patients``."""
    for mark, role in roles:
        beside = text[token.end() : mark.start()] == " " and not text.endswith("of the ", 0, token.start())
        if beside and not re.match(_NO_SET, text[mark.end() :]):
            return role
    for mark, role in reversed(roles):
        gap = text[mark.end() : token.start()]
        if mark.end() <= token.start() and role == "external":
            near = len(gap) < 110 and not any(mark.end() <= n.start() < token.start() for n in numbers)
            of_cases = re.match(_CASES, text[token.end() :])
            return (
                role
                if near and of_cases and re.search(r"\b(?:of|with|comprising|included|comprised|in|to) $", gap)
                else None
            )
    return None
