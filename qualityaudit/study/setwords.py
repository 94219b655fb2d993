"""One sentence in, the words for sets in it and the numbers that may count cases out."""

import re
from typing import Literal

from qualityaudit.study.numbers import NUMBER, number

Role = Literal["train", "tune", "internal", "external", "test", "apart"]
"""``apart``: an independent set, outside or not."""
_ROLES: tuple[tuple[Role, str], ...] = (
    (
        "external",
        r"external(?:ly)?(?: independent)?(?: (?:validation|test|testing))?|independent (?:external )?(?:validation|test|testing)(?: cohort| set)?(?= (?:from|of) (?:an?other|center|centre|hospital))|(?:other|second|third|fourth|another|further|different|neighbou?ring|foreign|unseen|held-?back) (?:[\w-]+ )?(?:hospital|institution|centre|center|unit|clinic|country|site)s?|unseen(?= (?:cohort|data|patients|women|men|cases|scans))|outside(?= (?:cohort|set|patients|women|men|cases|test)\b)",
    ),
    (
        "internal",
        r"internal(?:ly)? (?:validation|test|testing|hold-?out)|hold-?out|held[- ]out|temporal (?:validation|test)",
    ),
    ("apart", r"independent(?: (?:validation|test|testing))?(?= (?:set|cohort|group|sample)s?\b)"),
    (
        "train",
        r"primary(?= (?:cohort|set|data ?set)s?\b)|(?<!echo )training(?! and research| hospital)(?: and (?:tuning|validation))?|(?<!echo )(?<!pulse )train|development|derivation|(?<!false )discovery(?! \d)|model building",
    ),
    ("tune", r"tuning"),
    (
        "test",
        r"testing|(?<!\bt )(?<!\bt-)(?<!rank )(?<!whitney )(?<!delong )(?<!wilcoxon )(?<!exact )(?<!square )(?<!squared )test(?!s\b| of\b| statist|-?\s?retest| was (?:used|applied))|(?<!cross-)(?<!cross )validation(?! stud| of the (?:model|signature|nomogram))|validating|verification",
    ),
)
_ROLE_WORDS = "|".join(words for _, words in _ROLES)
_ROLE = "|".join(f"(?P<{name}>{words})" for name, words in _ROLES)
SET = r"(?: (?:set|cohort|group|sample|dataset|data ?set|data|part|subset|partition|split|phase|portion)s?)?"
TOKEN = re.compile(
    rf"(?P<count>(?<!%)(?:n ?= ?)?(?P<n>{NUMBER})(?! ?(?:%|percent|years|year|months|mm|features|times|weeks|days|folds?|hours|repe|iterations)|-fold|\.\d|/\d))|\b(?:{_ROLE})\b"
)
UNITS = r"(?:patients|women|men|cases|subjects|participants|people|individuals|persons|adults|children|knees|hips|eyes|breasts|scans|images|examinations|exams|studies|volumes|lesions|nodules|tumou?rs|masses|samples|pairs|slices|pregnancies)"
CASES = rf" (?:[\w-]+ ){{0,3}}?{UNITS}\b"
CASES_AFTER = re.compile(CASES)
_NOT_CASES = re.compile(
    r" bootstrap|(?: [\w-]+){0,2}? (?:features?|parameters|tests\b|experts?|doctors|readers|radiologists|classifiers?|models?|classes|events|layers|weights|sets\b|folds?\b|loops\b|parts\b|imputations|voxels?|channels?|subsets|combinations|steps|epochs?|readings|times|variables|hospitals|cent(?:er|re)s|institutions|sites|scanners|pixels|units|genes|deaths|slices (?:per|of)|minutes|bits?|gb|trees|neurons|components|algorithms|networks|replicates|resamples|draws|swaps|permutations|shuffles|failures|recurrences|deaths|runs|rounds|quality|subgroups)\b| (?:min|s|h|ms|kv|kvp|ma|mas|bit)\b|-?(?:bit|dimensional)"
)
_ASIDE = re.compile(rf" (?!(?:{UNITS}|and|or|in|for|from|of the|as|to|{_ROLE_WORDS})\b)(?:[a-z]|of them|of whom)")
"""What follows the number of those with an outcome, told in brackets after the number of all."""
_IN_BRACKETS = re.compile(r"\((?:[^()]*[;,] ?)?$")


def role_of(token: re.Match[str]) -> Role:
    """The set a word stands for."""
    return next(name for name, _ in _ROLES if token[name])


def three_sets(roles: list[tuple[re.Match[str], Role]]) -> list[tuple[re.Match[str], Role]]:
    """Where training, validation and test sets stand together, validation is tuning."""
    named = {t[0][:4] for t, role in roles if role == "test"}
    if not {"test", "vali"} <= named or all(role != "train" for _, role in roles):
        return roles
    return [(t, "tune" if role == "test" and t[0].startswith("vali") else role) for t, role in roles]


def fits(text: str, token: re.Match[str]) -> bool:
    """True if the number may count cases: neither a year, nor a share, nor a small ordinal, nor other things."""
    value = number(token["n"])
    if value is None or value < 8 or (1980 <= value <= 2035 and len(token["n"]) == 4 and "=" not in token["count"]):
        return False
    after = text[token.end() : token.end() + 60]
    before = text[max(0, token.start() - 12) : token.start()].replace("n =", "").replace("n=", "")
    aside = re.search(
        r"(?:fig(?:ure)?\.?|table|version|v\.?|discovery|ref\.?|(?:at least|minimum of|fewer than|more than|about|around|roughly|approximately) ?|[~≈∼] ?|[<>=≥≤±] ?|\d ?: ?|\[)$",
        before,
    )
    return (
        not aside
        and not (_IN_BRACKETS.search(text, max(0, token.start() - 40), token.start()) and _ASIDE.match(after))
        and not (before.endswith("with ") and re.match(r" cases of\b", after))
        and not re.match(r" ?[:±/]| ?-\d| of \d|(?:st|nd|rd|th)\b| ?[x×] ?\d", after)
        and not _NOT_CASES.match(after)
    )
