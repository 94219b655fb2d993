"""A regular expression in, the words out that must occur in anything it matches.

Searching for plain words is a hundred times quicker than searching for patterns; a pattern is tried only on
sentences that hold its words.
"""

import re
from collections.abc import Iterable
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]

from qualityaudit.concepts.index import Need

MIN_LENGTH = 2
MOST_SETS = 5
MOST_CHARACTERS = 12
_COMMON = frozenset({"ing", "ion", "tion", "ation", "ed", "es", "er", "or", "the", "and", "was", "were", "with", "for"})
_Set = frozenset[str]


def required_words(pattern: str) -> Need:
    """Sets of lower-case literals; every match contains at least one of each set. No sets: it may match anything."""
    return best(_of_sequence(parser.parse(pattern, re.IGNORECASE)))


def best(sets: Iterable[_Set]) -> Need:
    """The sets that rule out most sentences."""
    ranked = sorted(dict.fromkeys(sets), key=_worth, reverse=True)
    telling = [s for s in ranked if not s & _COMMON] or ranked
    return tuple(telling[:MOST_SETS])


def _of_sequence(items: Iterable[tuple[object, object]]) -> list[_Set]:
    sets: list[_Set] = []
    run = ""
    for op, value in items:
        if op is ops.LITERAL:
            run += chr(value).lower()  # type: ignore[arg-type]
            continue
        spelled = _spelled_out(op, value)
        if spelled:  # "t" + (rain|est): train, test
            sets.append(frozenset(run + ending for ending in spelled))
        else:
            if run:
                sets.append(frozenset([run]))
            sets += _of_item(op, value)
        run = ""
    if run:
        sets.append(frozenset([run]))
    return [s for s in sets if min(map(len, s)) >= MIN_LENGTH]


def _spelled_out(op: object, value: object) -> _Set | None:
    """The words of a group of plain words, or the few characters of a class; ``None`` if it is anything else."""
    if op is ops.IN:
        return _characters(value)  # type: ignore[arg-type]
    if op in (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT) and value[0] >= 1 and value[2][0][0] is ops.IN:  # type: ignore[index]
        return _characters(value[2][0][1])  # type: ignore[index]
    if op is ops.SUBPATTERN:
        inner = list(value[-1])  # type: ignore[index]
        return _spelled_out(*inner[0]) if len(inner) == 1 else None
    if op is not ops.BRANCH:
        return None
    words = []
    for branch in value[1]:  # type: ignore[index]
        if any(kind is not ops.LITERAL for kind, _ in branch):
            return None
        words.append("".join(chr(code) for _, code in branch).lower())
    return frozenset(words)


def _characters(members: Iterable[tuple[object, object]]) -> _Set | None:
    """What a class of a few characters stands for: ``[ae]``, ``[1-4]`` or any digit."""
    found: set[str] = set()
    for op, value in members:
        if op is ops.LITERAL:
            found.add(chr(value).lower())  # type: ignore[arg-type]
        elif op is ops.RANGE:
            found |= {chr(code).lower() for code in range(value[0], value[1] + 1)}  # type: ignore[index]
        elif value is ops.CATEGORY_DIGIT:
            found |= set("0123456789")
        else:
            return None
    return frozenset(found) if len(found) <= MOST_CHARACTERS else None


def _of_item(op: object, value: object) -> list[_Set]:
    if op is ops.SUBPATTERN:
        return _of_sequence(value[-1])  # type: ignore[index]
    if op is ops.BRANCH:
        branches = [best(_of_sequence(branch)) for branch in value[1]]  # type: ignore[index]
        if not all(branches):
            return []
        most = max(map(len, branches))
        return [frozenset().union(*(sets[min(k, len(sets) - 1)] for sets in branches)) for k in range(most)]
    if op in (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT) and value[0] >= 1:  # type: ignore[index]
        return _of_sequence(value[2])  # type: ignore[index]
    if op is ops.ATOMIC_GROUP:
        return _of_sequence(value)  # type: ignore[arg-type]
    return []


def _worth(words: _Set) -> tuple[int, int]:
    """Long words are rare, and few words are quick to look for."""
    if words & _COMMON:
        return 0, -len(words)
    return min(*map(len, words), 7), -len(words)
