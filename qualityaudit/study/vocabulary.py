"""``checklists/study/*.yaml`` in, terms that can be looked for in a paper out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from pydantic import Field

from qualityaudit.concepts.spelling import phrase_regex
from qualityaudit.document import SectionKind
from qualityaudit.resources import CHECKLISTS
from qualityaudit.study.metadata import System
from qualityaudit.study.view import TITLE, TOLD, Hit, View
from qualityaudit.value import Value
from qualityaudit.yamlfile import YamlFile

FOLDER = CHECKLISTS / "study"
_PROGRAM = r"(?:packages?|librar(?:y|ies)|software|toolbox|toolkit|python|statistic\w*|programming|language|environment|core team|foundation|project|version|ver\.|v\.?(?= ?\d))"
_VERSIONED = rf"(?=[ ,;]{{0,2}}\(?(?:(?:the |R |r )?{_PROGRAM}|v?[1-9]\d?\.\d|0\.\d+\.\d))"
"""What follows the name of a program and tells it from a method of that name."""
_VARIANT = re.compile(r"ou?r|er|re|i[sz]|y[sz]|ll|ha?em|o?esoph|pa?ed|gr[ae]y")


class Entry(Value):
    """One term of a vocabulary.

    ``words``: how it is written; a trailing ``*`` leaves the end open, ``...`` allows a few words between, small
    and capital letters are alike unless the word has capitals only (or is listed under ``cased``).
    ``versioned``: also the name of something else, so that it counts only beside a version, ``package`` and the like.
    """

    words: tuple[str, ...] = ()
    cased: tuple[str, ...] = ()
    versioned: bool = False
    unless: tuple[str, ...] = ()  # the term is not meant where one of these stands in the sentence
    system: System | None = None
    cancer: bool | None = None
    role: str = ""
    weight: float = Field(default=1.0, ge=0)


@dataclass(frozen=True, slots=True)
class Term:
    """A term ready to be looked for: (plain word to look for first, pattern, whether capitals matter)."""

    name: str
    entry: Entry
    ways: tuple[tuple[str, re.Pattern[str], bool], ...]
    unless: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A term with its places in a paper; ``score`` adds up their weights."""

    term: Term
    hits: tuple[Hit, ...] = field(default=())
    titled: bool = False

    @property
    def score(self) -> float:
        """Sum of the weights of its places, sentences counted once, times the weight of the term."""
        return self.term.entry.weight * sum({h.sentence: h.weight for h in self.hits}.values())


@lru_cache(maxsize=32)
def load_vocabulary(name: str, folder: Path = FOLDER) -> tuple[Term, ...]:
    """The terms of one vocabulary in the order of the file.

    Raises:
        ChecklistError: naming file and line.
    """
    file = YamlFile(folder / f"{name}.yaml")
    return tuple(_term(term, file.validated(Entry, data, (term,))) for term, data in file.mapping().items())


def _term(name: str, entry: Entry) -> Term:
    small = [w for w in entry.words if not w.isupper()]
    cased = [*entry.cased, *(w for w in entry.words if w.isupper())]
    tail = _VERSIONED if entry.versioned else ""
    ways = [(key_of(word), re.compile(phrase_regex(word) + tail), False) for word in small]
    ways += [(word.lower(), re.compile(rf"(?<![\w-]){re.escape(word)}s?(?!\w){tail}"), True) for word in cased]
    unless = re.compile("|".join(map(phrase_regex, entry.unless))) if entry.unless else None
    return Term(name, entry, tuple(ways), unless)


def key_of(phrase: str) -> str:
    """A piece of the phrase that every spelling of it holds, to look for first."""
    pieces = [piece for part in re.findall(r"[a-z0-9]+", phrase.lower()) for piece in _VARIANT.split(part)]
    return max(pieces, key=len) or phrase.lower()[:1]


def find_terms(
    view: View, vocabulary: str, kinds: frozenset[SectionKind] = TOLD, stated: bool = False
) -> Mapping[str, Found]:
    """The terms of a vocabulary that a paper uses, by name, in the order of the file.

    ``stated``: only where the authors say it of this study.
    """
    found = {}
    for term in load_vocabulary(vocabulary):
        hits = tuple(hit for hit in _hits(view, term, kinds) if not stated or view.counted(hit))
        if hits:
            found[term.name] = Found(term, hits, _titled(view, term) or any(h.weight == TITLE for h in hits))
    return found


def _titled(view: View, term: Term) -> bool:
    if term.unless is not None and term.unless.search(view.title):
        return False
    return any(pattern.search(view.title_as_printed if cased else view.title) for _, pattern, cased in term.ways)


def _hits(view: View, term: Term, kinds: frozenset[SectionKind]) -> list[Hit]:
    hits = []
    for key, pattern, cased in term.ways:
        if key in view.full:
            hits += list(view.find(pattern, (key,), kinds, cased))
    if term.unless is not None:
        hits = [h for h in hits if not term.unless.search(view.lower[h.sentence])]
    return hits


def in_title(found: Found) -> bool:
    """True if the term stands in the title."""
    return found.titled
