"""A Document in, a quick way to look through it out: which sentences hold a word, how much each of them weighs."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from qualityaudit.answers import Quote
from qualityaudit.concepts.context import Cues, load_cues, standing
from qualityaudit.concepts.prefilter import required_words
from qualityaudit.concepts.spelling import lowered, plain
from qualityaudit.document import Document, SectionKind
from qualityaudit.resources import CHECKLISTS

WEIGHTS: dict[SectionKind, float] = {
    "front": 0.2, "abstract": 3, "keywords": 4, "introduction": 0.4, "methods": 2, "results": 1.5, "discussion": 0.5,
    "conclusion": 1, "availability": 0.5, "ethics": 0.5, "declarations": 0, "supplement": 0.5, "references": 0,
    "other": 1,
}  # fmt: skip
"""How much a sentence says about what was done in this study, by its section; the title weighs ``TITLE``."""
TITLE = 8.0
OWN: frozenset[SectionKind] = frozenset({"abstract", "methods", "results", "supplement", "other"})
"""Sections that tell what was done."""
TOLD: frozenset[SectionKind] = OWN | {"introduction", "discussion", "conclusion", "availability", "keywords"}
"""Sections in the authors' words."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A pattern found in sentence number ``sentence``."""

    sentence: int
    match: re.Match[str]
    weight: float


@lru_cache(maxsize=1)
def _cues() -> Cues:
    return load_cues(CHECKLISTS / "concepts" / "context.yaml")


@lru_cache(maxsize=256)
def _words_of(pattern: re.Pattern[str]) -> tuple[str, ...] | None:
    needed = required_words(pattern.pattern)
    return tuple(needed[0]) if needed else None


class View:
    """A document with its sentences in plain small letters, ready to be searched.

    Searching is in two steps, for speed: plain words say in which sentences to look, a pattern looks there.
    """

    def __init__(self, document: Document, doubtful: int) -> None:
        """``doubtful``: the sentences with a cue of context, as in ``Findings``."""
        self.document = document
        self._doubtful = doubtful
        self.texts = tuple(plain(s.text) for s in document.sentences)
        self.lower = tuple(lowered(text) for text in self.texts)
        of_section = tuple(section.kinds for section in document.sections)
        weigh = tuple(max(WEIGHTS[kind] for kind in kinds) for kinds in of_section)
        self.kinds = tuple(of_section[s.section] for s in document.sentences)
        self.weights = tuple(
            TITLE if s.part == "title" else weigh[s.section] * (0.5 if s.part in ("caption", "table") else 1)
            for s in document.sentences
        )
        self.full = "\n".join(self.lower)
        self._starts = _starts(self.lower)
        self._holding: dict[str, tuple[int, ...]] = {}

    @cached_property
    def title(self) -> str:
        """The title in small letters."""
        return lowered(self.title_as_printed)

    @cached_property
    def title_as_printed(self) -> str:
        """The title with its capitals."""
        return plain(self.document.front.title or "")

    def holding(self, *words: str) -> tuple[int, ...]:
        """Numbers of the sentences that hold any of the words (in small letters, parts of words count)."""
        if len(words) == 1:
            return self._with(words[0])
        return tuple(sorted({i for word in words for i in self._with(word)}))

    def _with(self, word: str) -> tuple[int, ...]:
        if (known := self._holding.get(word)) is None:
            known = self._holding[word] = tuple(dict.fromkeys(self._places(word)))
        return known

    def _places(self, word: str) -> Iterator[int]:
        at = self.full.find(word)
        while at >= 0:
            number = bisect_right(self._starts, at) - 1
            yield number
            if number + 1 == len(self._starts):
                return
            at = self.full.find(word, self._starts[number + 1])

    def find(
        self,
        pattern: re.Pattern[str],
        words: Iterable[str] | None = None,
        kinds: frozenset[SectionKind] = TOLD,
        cased: bool = False,
    ) -> Iterator[Hit]:
        """Every match of ``pattern`` in sentences that hold one of ``words`` and stand in sections of ``kinds``.

        ``pattern`` sees small letters unless ``cased``; without ``words``, those that every match must hold are
        read off the pattern. The title always counts as one of the sections.
        """
        texts = self.texts if cased else self.lower
        sentences = self.document.sentences
        words = _words_of(pattern) if words is None else words
        for i in range(len(sentences)) if words is None else self.holding(*words):
            if not kinds.isdisjoint(self.kinds[i]) or sentences[i].part == "title":
                for match in pattern.finditer(texts[i]):
                    yield Hit(i, match, self.weights[i])

    def stated(
        self,
        pattern: re.Pattern[str],
        words: Iterable[str] | None = None,
        kinds: frozenset[SectionKind] = OWN,
        cased: bool = False,
    ) -> list[Hit]:
        """As ``find``, but only what is neither denied, planned, hypothetical nor the work of others."""
        return [hit for hit in self.find(pattern, words, kinds, cased) if self.counted(hit)]

    def weight(self, pattern: re.Pattern[str], kinds: frozenset[SectionKind] = OWN) -> float:
        """Sum of the weights of the sentences that state the pattern of this study, each counted once."""
        total, done = 0.0, -1
        for hit in self.find(pattern, None, kinds):
            if hit.sentence != done and self.counted(hit):
                total, done = total + hit.weight, hit.sentence
        return total

    def counted(self, hit: Hit) -> bool:
        """True if the words are stated of this study."""
        if not self._doubtful >> hit.sentence & 1:
            return True
        text, match, kinds = self.texts[hit.sentence], hit.match, self.kinds[hit.sentence]
        return standing(_cues(), text, match.start(), match.end(), kinds)[0] == "counted"

    def quote(self, number: int) -> Quote:
        """A sentence as a quote."""
        sentence = self.document.sentences[number]
        section = self.document.sections[sentence.section].place
        return Quote(text=sentence.text, page=sentence.page, section=section, sentence=number, boxes=sentence.boxes)


def _starts(lines: Iterable[str]) -> list[int]:
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += len(line) + 1
    return starts


@dataclass(frozen=True, slots=True)
class Told:
    """A fact and the numbers of the sentences it was read in, best first."""

    value: object
    sentences: tuple[int, ...] = ()


Facts = dict[str, Told]
"""Facts by the name of their field."""


def weigh(hits: Iterable[Hit]) -> float:
    """Sum of the weights of the sentences that hold hits, each counted once."""
    return float(sum({h.sentence: h.weight for h in hits}.values()))


def told(value: object, hits: Iterable[Hit | int] = ()) -> Told:
    """A fact with its places: the three weightiest sentences, each once."""
    numbers = [(0.0, h) if isinstance(h, int) else (-h.weight, h.sentence) for h in hits]
    return Told(value, tuple(dict.fromkeys(number for _, number in sorted(numbers)))[:3])
