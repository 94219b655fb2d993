"""A regular expression in, the words out of which at least one must occur in anything it matches.

Searching for plain words is a hundred times quicker than searching for patterns; a pattern is tried only on
sentences that hold one of its words.
"""

import re
from collections.abc import Iterable
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]

MIN_LENGTH = 2
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
        if run:
            sets.append(frozenset([run]))
            run = ""
        found = _of_item(op, value)
        if found:
            sets.append(found)
    if run:
        sets.append(frozenset([run]))
    usable = [s for s in sets if min(map(len, s)) >= MIN_LENGTH]
    return max(usable, key=_worth, default=None)


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
    return min(min(map(len, words)), 7), -len(words)
