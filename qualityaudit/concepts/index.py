"""Sentences in small letters and the words to look for in, which sentences hold which words out, in one pass.

A set of sentences is an integer, bit ``i`` standing for sentence ``i``: union and intersection of such sets are
single operations however long the paper.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import or_

from ahocorasick import Automaton

Need = tuple[frozenset[str], ...]
"""Every one of these sets has a word in the sentence; no sets: any sentence will do."""


def automaton(words: Iterable[str]) -> Automaton:
    """A searcher for all the words at once (Aho and Corasick 1975, DOI 10.1145/360825.360855)."""
    made = Automaton()
    for word in words:
        made.add_word(word, word)
    made.make_automaton()
    return made


class Index:
    """Which sentences hold which words."""

    def __init__(self, texts: Sequence[str], words: Automaton) -> None:
        self.everything = (1 << len(texts)) - 1
        self.holding: Mapping[str, int] = _holding(texts, words) if len(words) else {}
        self._any: dict[frozenset[str], int] = {}  # many patterns need a word of the same set

    def candidates(self, need: Need) -> int:
        """The sentences that hold a word of every set."""
        found = self.everything
        for words in need:
            some = self._any.get(words)
            if some is None:
                some = self._any[words] = reduce(or_, (self.holding.get(word, 0) for word in words), 0)
            found &= some
            if not found:
                return 0
        return found


def _holding(texts: Sequence[str], words: Automaton) -> dict[str, int]:
    starts, at = [], 0
    for text in texts:
        starts.append(at)
        at += len(text) + 1
    found: dict[str, int] = {}
    for end, word in words.iter("\n".join(texts)):
        found[word] = found.get(word, 0) | 1 << bisect_right(starts, end) - 1
    return found


def members(numbers: int) -> Iterator[int]:
    """The numbers of a set, in order."""
    while numbers:
        lowest = numbers & -numbers
        yield lowest.bit_length() - 1
        numbers ^= lowest
