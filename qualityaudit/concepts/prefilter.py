"""A regular expression in, the words out of which at least one must occur in anything it matches.

Searching for plain words is a hundred times quicker than searching for patterns; a pattern is tried only on
sentences that hold one of its words.
"""

import re
from collections.abc import Iterable
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]

MIN_LENGTH = 2
_EVERYWHERE = frozenset(
    {"ing", "ion", "tion", "ation", "ed", "es", "er", "or", "the", "and", "was", "were", "with", "for"}
)
_Found = frozenset[str] | None


def required_words(pattern: str) -> frozenset[str] | None:
    """Lower-case literals of which every match contains at least one; ``None`` if there is no such set."""
    return _of_sequence(parser.parse(pattern, re.IGNORECASE))


def _of_sequence(items: Iterable[tuple[object, object]]) -> _Found:
    sets: list[frozenset[str]] = []
    run = ""
    for op, value in items:
        if op is ops.LITERAL:
            run += chr(value).lower()  # type: ignore[arg-type]
            continue
        spelled = _spelled_out(op, value)
        if spelled:  # "t" + (rain|est): train, test
            sets.append(frozenset(run + ending for ending in spelled))
        elif run:
            sets.append(frozenset([run]))
        run = ""
        found = _of_item(op, value)
        if found:
            sets.append(found)
    if run:
        sets.append(frozenset([run]))
    usable = [s for s in sets if min(map(len, s)) >= MIN_LENGTH]
    return max(usable, key=_worth, default=None)


def _spelled_out(op: object, value: object) -> _Found:
    """The words of a group of plain words, or ``None`` if it is anything else."""
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


def _of_item(op: object, value: object) -> _Found:
    if op is ops.SUBPATTERN:
        return _of_sequence(value[-1])  # type: ignore[index]
    if op is ops.BRANCH:
        branches = [_of_sequence(branch) for branch in value[1]]  # type: ignore[index]
        if any(branch is None for branch in branches):
            return None
        return frozenset().union(*(branch for branch in branches if branch is not None))
    if op in (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT) and value[0] >= 1:  # type: ignore[index]
        return _of_sequence(value[2])  # type: ignore[index]
    if op is ops.ATOMIC_GROUP:
        return _of_sequence(value)  # type: ignore[arg-type]
    return None


def _worth(words: frozenset[str]) -> tuple[int, int]:
    """Long words are rare, and few words are quick to look for."""
    if words & _EVERYWHERE:
        return 0, -len(words)
    return min(*map(len, words), 7), -len(words)
