"""One sentence in, the numbers it gives to training, tuning, test and outside sets out."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qualityaudit.study.numbers import number
from qualityaudit.study.setwords import CASES, CASES_AFTER, SET, TOKEN, UNITS, Role, fits, role_of, three_sets

_NO_SET = r"-?\s?retest| beam|-time| (?:\w+ )?(?:portions?|folds?|epochs?|runs?|steps?|splits?|iterations?|repeats?|parts|rounds|cycles|hospitals?|cent(?:er|re)s?|probabilit\w+)"
_CLAIMED = re.compile(
    r"^(?:\)|,|;|\.|$| (?:for|in|to|as|into|were|was|made|formed|served|constituted|and|from|of whom|respectively|held|treated|with|at)\b|\s?\()"
)
"""What may follow a bare number that counts cases."""
_GIVEN = re.compile(r"\b(?:used|reserved|served|assigned|allocated|kept)\b")
_DONE: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("train", re.compile(r"\b(?<!pre-)(?<!pre)(?:trained|fitted|built|developed|derived|fine-tuned|tuned)(?: and \w+)? (?:on|in|with|using|at|from|for) ")),
    ("external", re.compile(r"\b(?:externally (?:validated|tested)|(?:applie[ds]|transfer(?:red|s)|transported|carrie[ds]|ported|moved)(?: it| them| over|,? (?:frozen|unchanged|locked|as (?:is|it (?:is|was|stood))|without [^.;,]{4,40}|\w+(?:ly|wards)|later|then),?){0,2} (?:to|in|on)) ")),
    ("test", re.compile(r"\b(?:tested|validated|evaluated)(?:,? (?:\w+ly|unchanged|locked|frozen),?)? (?:on|in|with|using|at) ")),
)  # fmt: skip
_HAPPENED = re.compile(
    rf"(?: [\w-]+){{0,2}}? {UNITS} (?:had|were|was|developed|died|suffered|showed|responded|experienced|relapsed|progressed)\b"
)
_DRAWN = re.compile(r"(?: [\w-]+){0,2} (?:drawn|selected|chosen|picked|sampled|taken)\b")
_OF_OUTSIDE = re.compile(
    rf" (?:[\w-]+ ){{0,3}}?{UNITS}(?: \([^()]*\))?,? (?:[a-z]+ed )?(?:of|from|at|in) (?:an? |the |one )?"
)
"""What stands between a number of cases and another hospital."""
_PLACE = re.compile(r"(?:hospital|institution|centre|center|unit|clinic|country|site)s?$")
_SEVERAL = {"both": 2, "two": 2, "three": 3, "four": 4}
_COUNTED_OFF = re.compile(r"\b(both|two|three|four) (?:[\w-]+ ){0,2}$")
_LINK = re.compile(SET + r"(?:,| and|, and|,? then| or|/|-|:)? ?(?:the |in the |for the |for |an? )?")
_GAP = re.compile(rf"(?: ?\(\d[\d.]* ?%\))?(?: {UNITS})?(?:,| and|, and|/| or|:)? ?")


class Share(NamedTuple):
    """So many cases for a set; ``trust`` weighs how plainly it is said."""

    role: Role
    value: int
    trust: float
    match: re.Match[str]


def shares(text: str) -> list[Share]:
    """The numbers of cases that a sentence in small letters gives to sets."""
    tokens = list(TOKEN.finditer(text))
    numbers = [t for t in tokens if t["count"] and fits(text, t)]
    roles = three_sets([(t, role_of(t)) for t in tokens if not t["count"]])
    if not numbers or len(numbers) > 12:
        return []
    found = list(_in_turn(text, numbers, roles)) if roles else []
    taken: set[int] = set()
    for share, listed in _several(text, numbers, roles):
        found.append(share)
        taken |= {n.start() for n in listed}
    taken |= {share.match.start() for share in found}
    for row in _runs(text, numbers, _GAP):
        if len(row) > 1 and row[0].start() not in taken and CASES_AFTER.match(text, row[-1].end()):
            role = _after_verb(text, row[0], roles, numbers, listed=True)
            if role in ("external", "test"):  # "evaluated in 96, 121, and 74 patients"
                found.append(Share(role, sum(number(n["n"]) or 0 for n in row), 1.0, row[0]))
                taken |= {n.start() for n in row}
    for token in numbers:
        if token.start() not in taken and (near := _nearest(text, token, roles, numbers)) is not None:
            found.append(near)
    return found


def _in_turn(
    text: str, numbers: Sequence[re.Match[str]], roles: Sequence[tuple[re.Match[str], Role]]
) -> Iterator[Share]:
    """``604, 82 and 164 for training, validation and testing``: lists of one length, one beside the other."""
    counts = _runs(text, numbers, _GAP)
    names = _runs(text, [mark for mark, _ in roles], _LINK)
    of_mark = {mark.start(): role for mark, role in roles}
    for row in counts:
        for line in names:
            if len(row) == len(line) >= 2:
                between = text[min(row[-1].end(), line[-1].end()) : max(row[0].start(), line[0].start())]
                if len(between) < 70 and not re.search(r"[.;]|\d", between):
                    for token, mark in zip(row, line, strict=True):
                        yield Share(of_mark[mark.start()], number(token["n"]) or 0, 1.5, token)


def _several(
    text: str, numbers: Sequence[re.Match[str]], roles: Sequence[tuple[re.Match[str], Role]]
) -> Iterator[tuple[Share, list[re.Match[str]]]]:
    """``patients of centre B (n = 112) and centre C (n = 79) served as two external test sets``, taken together."""
    for mark, role in roles:
        counted = _COUNTED_OFF.search(text, max(0, mark.start() - 40), mark.start())
        if role != "external" or not counted:
            continue
        many = _SEVERAL[counted[1]]
        if _PLACE.search(mark[0]):  # "two other hospitals (n = 71 and n = 58)"
            listed = [n for n in numbers if n.start() >= mark.end()][:many]
            near = bool(listed) and text[mark.end() : listed[0].start()].strip() == "("
        else:
            listed = [n for n in numbers if n.end() <= mark.start()][-many:]
            near = bool(listed) and mark.start() - listed[0].start() < 160
        between = text[min(listed[0].end(), mark.end()) : max(listed[-1].start(), mark.start())] if listed else ""
        if near and len(listed) == many and not re.search(r"[.;]", between):
            yield Share(role, sum(number(n["n"]) or 0 for n in listed), 1.6, listed[0]), listed


def _runs(text: str, marks: Sequence[re.Match[str]], link: re.Pattern[str]) -> list[list[re.Match[str]]]:
    """Marks that follow each other with nothing but a link between."""
    runs: list[list[re.Match[str]]] = []
    for mark in marks:
        if runs and link.fullmatch(text, runs[-1][-1].end(), mark.start()):
            runs[-1].append(mark)
        else:
            runs.append([mark])
    return runs


def _nearest(
    text: str, token: re.Match[str], roles: Sequence[tuple[re.Match[str], Role]], numbers: Sequence[re.Match[str]]
) -> Share | None:
    """The set a number belongs to, by what stands around it."""
    value = number(token["n"]) or 0
    ways = (_beside, _behind, _of_outside, _before, _for_testing, _after_verb)
    for way, trust in zip(ways, (1.0, 1.3, 1.0, 1.0, 1.0, 0.7), strict=True):
        if (role := way(text, token, roles, numbers)) is not None:
            return Share(role, value, trust * (1.3 if "=" in token["count"] else 1.0), token)
    return None


_Roles = Sequence[tuple[re.Match[str], Role]]
_Numbers = Sequence[re.Match[str]]


def _beside(text: str, token: re.Match[str], roles: _Roles, numbers: _Numbers) -> Role | None:
    """``833 training samples``, ``the 91 external women``."""
    for mark, role in roles:
        beside = text[token.end() : mark.start()] == " " and not text.endswith("of the ", 0, token.start())
        if beside and not re.match(_NO_SET, text[mark.end() :]) and not _DRAWN.match(text, mark.end()):
            return role
    return None


def _behind(text: str, token: re.Match[str], roles: _Roles, numbers: _Numbers) -> Role | None:
    """``training set (n = 150)``, ``training cohort of 150``, ``training: 150``."""
    for mark, role in reversed(roles):
        if mark.end() <= token.start():
            gap = text[mark.end() : token.start()]
            rest = text[token.end() :]
            if gap.endswith(", ") and re.match(rf"(?: {UNITS})? (?:were )?(?:for|in|to|as|formed|into)\b", rest):
                return None
            if gap.endswith("; ") and re.match(r"[^.;]{3,70}\b(?:for|formed|served|made up|as|constituted)\b", rest):
                return None
            if gap[-1:] == " " and gap.rstrip()[-1:].isalpha() and _HAPPENED.match(rest):
                return None
            if "=" not in token["count"] and re.search(r"\([a-z ]*[a-z] ?$", gap):
                return None  # "1,502 for training (TB 563)"
            if re.fullmatch(SET + r"(?: (?:[1-5]|[a-e]|i{1,3}))?(?:,? ?\((?:\d[\d.]* ?%[,;:]? ?)?(?:[a-z ]{0,20},? ?)?| of| with| comprised| included| consisted of| contained| comprising| containing|:|,|;| =)? ?(?:the |a total of |only )?", gap):  # fmt: skip
                return role
            return None
    return None


def _of_outside(text: str, token: re.Match[str], roles: _Roles, numbers: _Numbers) -> Role | None:
    """``94 patients of a second hospital``."""
    for mark, role in roles:
        if role == "external" and mark.start() >= token.end():
            return role if _OF_OUTSIDE.fullmatch(text, token.end(), mark.start()) else None
    return None


def _before(text: str, token: re.Match[str], roles: _Roles, numbers: _Numbers) -> Role | None:
    """``150 (patients) (from X) for/in/to/as/formed the training``."""
    if text.startswith("(", token.start() - 1) and text.startswith(")", token.end()) and "=" not in token["count"]:
        return None  # rather the number of a reference
    if re.search(r"\(\d[\d,]* (?:and|or|versus|vs\.?|/) $", text[: token.start()]):
        return None  # "(324 and 288 in training)": one class and the other
    for place, (mark, role) in enumerate(roles):
        if mark.start() >= token.end():
            after = roles[place + 1][0] if place + 1 < len(roles) else None
            if after is not None and _LINK.fullmatch(text, mark.end(), after.start()):
                return None  # the number of all of them
            gap = text[token.end() : mark.start()]
            if re.fullmatch(r" (?:[\w-]+ ){0,3}?(?:in|from|of|at) (?:the )?[\w'. -]{3,40} \((?:an? |the )?", gap):
                return role  # "58 in Murtal (external test)"
            others = any(token.end() <= n.start() < mark.start() for n in numbers)
            if not others and "exclud" not in gap and len(gap) < (120 if _GIVEN.search(gap) else 90) and re.search(r"\b(?:for|in|to|as|into|formed|form|constitut\w+|served|were|made up|compris\w+|used for|supplied|provided|contributed|yielded)\b", gap) and not re.search(r"[.;:]|\($|\band\b.*\b(?:in|for)\b.*\band\b", gap):  # fmt: skip
                return role
            return None
    return None


def _for_testing(text: str, token: re.Match[str], roles: _Roles, numbers: _Numbers) -> Role | None:
    """``for external validation, … a cohort of 52 patients``."""
    for place, (mark, role) in reversed(list(enumerate(roles))):
        gap = text[mark.end() : token.start()]
        if place and _LINK.fullmatch(text, roles[place - 1][0].end(), mark.start()):
            continue  # the number of all of them
        if mark.end() <= token.start() and role == "external":
            near = len(gap) < 110 and not any(mark.end() <= n.start() < token.start() for n in numbers)
            of_cases = re.match(CASES, text[token.end() :])
            joined = re.search(r"\b(?:of|with|comprising|included|comprised|in|to) $", gap)
            return role if near and of_cases and joined else None
    return None


def _after_verb(
    text: str, token: re.Match[str], roles: _Roles, numbers: _Numbers, *, listed: bool = False
) -> Role | None:
    """``trained on 280 patients``, ``tested on 70``, ``validated in another 52``."""
    rest = text[token.end() :]
    if not (listed or re.match(CASES, rest) or _CLAIMED.match(rest)):
        return None
    counted = (
        r"[^.;,()]{0,40}\("
        if "=" in token["count"]
        else r"(?:the |an? |all |another |further |other |a total of |[\w-]+ of )?(?:[\w-]+ ){0,2}"
    )
    for role, verb in _DONE:
        for mark in verb.finditer(text, max(0, token.start() - 70), token.start()):
            if re.fullmatch(counted, text[mark.end() : token.start()]):
                return role
    return None
