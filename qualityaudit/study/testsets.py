"""A View in, the named sets a model was learnt from and those it was tested on out, so that outside tests show."""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field

from qualityaudit.document import SectionKind
from qualityaudit.study.numbers import NUMBER, number
from qualityaudit.study.setnames import NAME, Mark, key, mentions
from qualityaudit.study.setwords import UNITS as CASES
from qualityaudit.study.view import OWN, Hit, Told, View, told

_LEARNT = r"(?<!pre-)(?<!pre)(?:re-?)?(?:train(?:ed|ing|s)?|fit(?:ted|ting)?|develop(?:ed|ment|ing)?|deriv(?:ed|ation)|built|building|learn(?:ed|t|s|ing)?|fine-?tun(?:ed|ing)|discovery|construct(?:ed|ion)|tun(?:ed|ing)|model building)\b"
_TRIED = r"(?<!cross-)(?<!cross )(?<!t )(?<!t-)(?<!rank )(?<!DeLong )(?<!exact )(?<!Whitney )(?:test(?:ed|ing|s)?\b(?! (?:of|for|whether|if)\b)|validat(?:ed|ion|ing|e)\b|evaluat(?:ed|ion|ing|e)\b|verif(?:ied|ication)\b|appl(?:ied|ication)\b|external(?:ly)?\b|replicat(?:ed|ion)\b|confirm(?:ed|ation)\b|generali[sz]\w+|transfer\w*|transport\w*|scored\b|check(?:ed|ing)\b|tried\b|hold-?out\b|held-?out\b|unseen\b)"
_EVENT = re.compile(rf"\b(?=[abcdefghlmrstuv])(?:(?P<learn>{_LEARNT})|(?P<test>{_TRIED}))", re.I)
_TO = re.compile(
    r"[^;.]{0,70}?(?:\b(?:on|in|from|with|using|at|of|to|by|was|were|is|comprised|included|used)\b|[:=(|])[^;.]{0,45}",
    re.I,
)
"""What stands between an act and the set it was done on."""
_FOR = re.compile(
    r"(?:,? (?:which|whose) [^,;.]{3,90},)?[^;.]{0,50}\b(?:serv\w+|used|reserved|kept|held|form\w*|made up|makes? up|constitut\w+|compris\w+|provid\w+|suppl(?:y|ies|ied)|contribut\w+|furnish\w*|gave|gives|is|are|was|were|became|as|for|left|acts?|acted|took|takes|those)\b[^;.]{0,50}|,? (?:the|an?|our)?(?: independent| external)* ?| \((?:[^)]{1,40}[;,:] )?(?:an? |the )?",
    re.I,
)
"""What stands between a set and the act it was for."""
_DIVIDED = re.compile(
    r"\b(?:split\w*|divid\w+|partition\w*|folds?|cross-?validat\w+|nested|CV|random\w*(?! forest)|hold-?out|held-?out|\d+ ?% for|ratio)\b",
    re.I,
)
_APART = re.compile(r"\b(?:never|not|no|nor|neither|nothing|in no way)\b[^;.]{0,60}$", re.I)
_PLAIN = re.compile(
    r"\b(?:only|solely|exclusively|purely|never|external(?:ly)?|unseen|out-of-(?:distribution|domain)|as (?:is|it stood|they stood|it was|they were)|un(?:changed|altered|modified|touched)|frozen|locked|without (?:any )?(?:further |re-?)\w+|neither re-?\w+)\b",
    re.I,
)
_SERVED = re.compile(r"\b(?:serv\w+|reserved|kept|used for|formed|constituted)\b", re.I)
_ASIDE = re.compile(
    r"segment\w*|pre-?train\w*|self-supervis\w*|phantom|\bharmoni[sz]|registration|synthe\w+|\bgenerator\b", re.I
)
_BREAK = re.compile(
    r"; |\), |\) and (?:those|that|the|\d[\d,]*) (?:\w+ )?(?:from|of|at|in)\b| and (?:those|that) (?:from|of|at|in)\b| and \d[\d,]* (?:\w+ )?(?:from|of|at|in)\b|, (?:and|while|whereas|but) (?:the |(?:\w+ )?\d[\d,]* (?:\w+ )?(?:from|of|at|in) )?$|, \d+ in|, [A-Z][\w-]* (?:and [A-Z][\w-]* )?(?:the|for|as)\b"
)
"""Where a new clause begins."""
_ARROW = re.compile(rf"(?P<a>{NAME}) ?(?:→|->|-->|⇒) ?(?P<b>{NAME})")
_PRONOUN = re.compile(
    r"(?:^|[,;:] |\band |\bwhereas )(?P<word>it(?! serv)|both|they|these|this|the latter)\b(?= (?:(?:is|are|was|were|have been|has been) )?(?:(?:then|here|only|solely|exclusively|both) )?(?:serv\w+|reserved|kept|used (?:only |solely |exclusively )?(?:for|as|to)|set aside|held|left|never|not used|for testing))",
    re.I,
)
_PRONOUN_WORDS = ("serv", "reserved", "kept", "used ", "set aside", "held", "left", "never", "for testing")
"""One of them follows every pronoun that is looked for."""
_HERE: frozenset[SectionKind] = OWN | {"conclusion"}
_FEW = 8
"""Fewer cases are no test set."""
_SIZED = (
    rf"\bNAME\b[^.;|()]{{0,25}}\((?:n ?= ?)?({NUMBER})(?= {CASES}|\)|[;,])"
    rf"|({NUMBER}) (?:[\w-]+ ){{0,3}}?{CASES}(?: \([^()]*\))? (?:[a-z-]+ ){{0,3}}?(?:of|from|at|in) (?:the )?(?:[\w-]+ ){{0,3}}?NAME\b"
    rf"|\bNAME\b[^.;|]{{0,90}}?(?:\b(?:provid|contribut|suppl|furnish|hold|contain|compris|consist|includ|gave|give|yield|set of|series of|cohort of|collection of)\w*|:) (?:[\w-]+ ){{0,3}}?({NUMBER}) (?:[\w-]+ ){{0,3}}?{CASES}"
    rf"|({NUMBER}) NAME (?:[\w-]+ )?{CASES}"
)
"""How many cases a named set holds."""


@dataclass(slots=True)
class Seen:
    """What is told of one named set: sentences where it was learnt from, tested on, divided, or plainly kept apart."""

    learnt: list[int] = field(default_factory=list)
    tested: list[int] = field(default_factory=list)
    divided: list[int] = field(default_factory=list)
    apart: list[int] = field(default_factory=list)


def outside(view: View) -> dict[str, list[int]]:
    """Sets that served for testing while a model was learnt from others, with the sentences that say so.

    Where several are named side by side these are given, else the one most is said of: a set may have two names.
    """
    seen, groups = _roles(view)
    found = {
        name: list(dict.fromkeys([*s.apart, *s.tested]))
        for name, s in seen.items()
        if len(s.apart) > len(s.learnt) or len(s.apart) > 1 > len(s.divided)
    }
    if not found:
        return {}
    beside = max(([n for n in dict.fromkeys(group) if n in found] for group in groups), key=len, default=[])
    most = [max(found, key=lambda name: len(found[name]))]
    return {name: found[name] for name in (beside if len(beside) > 1 else most)}


def size_of(view: View, names: Iterable[str], taken: Container[object] = ()) -> Told:
    """How many cases the named sets hold together, where that is told of each of them; none of them holds ``taken``."""
    sizes: list[int] = []
    places: list[Hit] = []
    for name in names:
        votes: dict[int, float] = defaultdict(float)
        hits: dict[int, Hit] = {}
        way = re.compile(_SIZED.replace("NAME", re.escape(name.lower())))
        for hit in view.stated(way, (name.lower(),), _HERE):
            value = number(next(filter(None, hit.match.groups())))
            if value is not None and value not in taken and value >= _FEW and not 1980 <= value <= 2035:
                votes[value] += hit.weight
                hits.setdefault(value, hit)
        if not votes:
            return Told(None)
        sizes.append(max(votes, key=lambda n: (votes[n], n)))
        places.append(hits[sizes[-1]])
    return told(sum(sizes), places) if sizes else Told(None)


def _roles(view: View) -> tuple[dict[str, Seen], list[list[str]]]:
    seen: dict[str, Seen] = defaultdict(Seen)
    groups: list[list[str]] = []
    named = mentions(view, (i for i, kinds in enumerate(view.kinds) if not kinds.isdisjoint(_HERE)))
    if not named:
        return seen, groups
    last: list[str] = []
    for i in sorted(named.keys() | set(view.holding(*_PRONOUN_WORDS))):
        if view.kinds[i].isdisjoint(_HERE):
            continue
        text, marks = view.texts[i], list(named.get(i, ()))
        marks += [
            (p.start("word"), p.end("word"), name)
            for p in _PRONOUN.finditer(text)
            for name in _meant(p["word"], marks, p.start(), last)
        ]
        last = [*last, *(name for _, _, name in marks)][-4:]
        if marks and view.document.sentences[i].part != "table" and not _ASIDE.search(text):
            groups += _read(view, i, text, sorted(marks), seen)
    return seen, groups


def _meant(word: str, marks: list[Mark], at: int, last: list[str]) -> list[str]:
    """The sets a pronoun stands for: the last named one, or for ``both`` the last two."""
    before = list(dict.fromkeys([key for _, end, key in marks if end <= at] or last))
    if word.lower() == "it":
        return before[:1] if marks else before[-1:]
    return before[-1:] if word.lower() in ("this", "the latter") else before[-2:]


def _read(view: View, i: int, text: str, marks: list[Mark], seen: dict[str, Seen]) -> list[list[str]]:
    """Give every named set of a sentence its part: what was done on it, or what it was for."""
    for arrow in _ARROW.finditer(text):
        seen[key(arrow["a"])].learnt.append(i)
        seen[key(arrow["b"])].tested.append(i)
        seen[key(arrow["b"])].apart.append(i)
    events = [m for m in _EVENT.finditer(text) if view.counted(Hit(i, m, 1.0)) or _APART.search(text, 0, m.start())]
    taken: set[int] = set()
    free, told = list[tuple[int, list[str]]](), list[tuple[re.Match[str], int, list[str]]]()
    for start, end, keys in _together(text, marks):
        before = [e for e in events if e.end() <= start and not _BREAK.search(text, e.end(), start)]
        if before and _TO.fullmatch(text, before[-1].end(), start):
            taken.add(before[-1].start())
            told.append((before[-1], end, keys))
        else:
            free.append((end, keys))
    for end, keys in free:
        after = next((e for e in events if e.start() >= end and e.start() not in taken), None)
        if after is not None and _FOR.fullmatch(text, end, after.start()):
            told.append((after, after.end(), keys))
    both = any(e["learn"] for e, _, _ in told)
    for event, end, keys in told:
        _note(text, i, event, end, both, [seen[key] for key in keys])
    return [keys for event, _, keys in told if event["test"]]


def _together(text: str, marks: list[Mark]) -> Iterator[tuple[int, int, list[str]]]:
    """Sets that are listed side by side, as one."""
    group: tuple[int, int, list[str]] | None = None
    for start, end, name in marks:
        if group and re.fullmatch(r"(?:,|,? and|,? or|/)? ?(?:the |of |in |to |on )?", text[group[1] : start]):
            group = (group[0], end, [*group[2], name])
        else:
            if group:
                yield group
            group = (start, end, [name])
    if group:
        yield group


def _note(text: str, i: int, event: re.Match[str], end: int, both: bool, sets: list[Seen]) -> None:  # noqa: PLR0913
    """``both``: it is told in the same sentence what was learnt from."""
    denied = _APART.search(text, max(0, event.start() - 25), event.start())
    for one in sets:
        if event["learn"]:
            (one.apart if denied else one.learnt).append(i)
        elif _DIVIDED.search(text, max(0, event.start() - 30), end + 50):
            one.divided.append(i)
        elif not denied:
            one.tested.append(i)
            if both or _PLAIN.search(event[0]) or _PLAIN.search(text) or _SERVED.search(text, end - 40, end):
                one.apart.append(i)
