"""A folder of concept files in, a compiled Library out; and the proof of every concept by its own examples."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ahocorasick import Automaton

from qualityaudit.concepts.context import Cues, load_cues
from qualityaudit.concepts.index import Need, automaton
from qualityaudit.concepts.prefilter import best
from qualityaudit.concepts.regex import Regex
from qualityaudit.concepts.remembered import Remembered
from qualityaudit.concepts.rule import Concept, Pattern, TokenKey, TokenValue
from qualityaudit.concepts.spelling import phrase_regex
from qualityaudit.document import SECTION_KINDS, Part, SectionKind
from qualityaudit.errors import ChecklistError
from qualityaudit.resources import CHECKLISTS
from qualityaudit.yamlfile import Plain, Where, YamlFile

OWN_ONLY: frozenset[SectionKind] = frozenset({"introduction", "discussion", "conclusion"})
"""Where a statement counts only if the authors speak of themselves, unless the concept names its sections."""

_EVERYWHERE = frozenset(SECTION_KINDS) - {"references"}
_NOT_CONCEPTS = {"context.yaml", "vocabulary.yaml"}
_NAME = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class CompiledPattern:
    """A pattern ready to search one plain sentence."""

    concept: str
    regex: Regex | None  # None: a token pattern
    tokens: tuple[dict[TokenKey, TokenValue], ...]
    words: Need  # what a sentence must hold to be tried
    first: tuple[Regex, ...]  # what must stand in the sentence as well and is quicker to look for than the pattern
    also: tuple[Regex, ...]  # what must stand in it as well, looked for after the pattern
    unless: tuple[Regex, ...]
    unless_headed: tuple[Regex, ...]
    sections: frozenset[SectionKind]
    everywhere: bool  # no sections named: the own-voice rule holds
    parts: frozenset[Part]
    cites: bool  # only sentences that refer to another publication


@dataclass(frozen=True, slots=True)
class CompiledConcept:
    """A concept ready to be detected."""

    name: str
    rule: Concept
    patterns: tuple[CompiledPattern, ...]
    heading: re.Pattern[str] | None
    file: Path
    line: int


@dataclass(frozen=True, slots=True)
class Library:
    """All concepts by name, and the cues of context."""

    concepts: dict[str, CompiledConcept]
    cues: Cues
    words: Automaton  # finds every word that any pattern or cue needs

    def compile(self) -> None:
        """Compile every pattern now, and not when a paper first needs it: seconds, well spent before many papers."""
        for concept in self.concepts.values():
            for pattern in concept.patterns:
                main = (pattern.regex,) if pattern.regex else ()
                for regex in (*main, *pattern.first, *pattern.also, *pattern.unless, *pattern.unless_headed):
                    regex.compiled()


@lru_cache(maxsize=8)
def load_library(folder: Path = CHECKLISTS / "concepts") -> Library:
    """Read and compile every concept file of a folder.

    Raises:
        ChecklistError: naming file and line of the first thing wrong.
    """
    maker = _Maker(_vocabulary(folder / "vocabulary.yaml"), Remembered())
    concepts: dict[str, CompiledConcept] = {}
    for path in sorted(folder.glob("*.yaml")):
        if path.name in _NOT_CONCEPTS:
            continue
        file = YamlFile(path)
        for name, data in file.mapping().items():
            if name in concepts:
                raise file.fail((name,), f"stands in {concepts[name].file.name} already")
            concepts[name] = _compiled(file, name, data, maker)
    needed = {w for c in concepts.values() for p in c.patterns for words in p.words for w in words}
    cues = load_cues(folder / "context.yaml")
    needed |= {w for need, _ in cues.doubts for words in need for w in words}
    maker.remembered.keep()
    return Library(concepts, cues, automaton(needed))


def _vocabulary(path: Path) -> dict[str, str]:
    if not path.exists():
        return {}
    file = YamlFile(path)
    made: dict[str, str] = {}
    for name, data in file.mapping().items():
        if isinstance(data, list):
            made[name] = "(?:" + "|".join(phrase_regex(str(phrase)) for phrase in data) + ")"
        elif isinstance(data, str):
            unmade = [m[1] for m in _NAME.finditer(data) if m[1] not in made]
            if unmade:
                raise file.fail((name,), f"{{{unmade[0]}}} does not stand above in vocabulary.yaml")
            made[name] = f"(?:{_NAME.sub(lambda m: made[m[1]], data)})"
        else:
            raise file.fail((name,), "must be a list of phrases or a regular expression")
    return made


class _Maker:
    """Makes patterns of what people write, each text once."""

    def __init__(self, vocabulary: dict[str, str], remembered: Remembered) -> None:
        self.vocabulary = vocabulary
        self.remembered = remembered
        self._made: dict[str, Regex] = {}

    def regex(self, file: YamlFile, where: Where, text: str) -> Regex:
        def inserted(match: re.Match[str]) -> str:
            if match[1] not in self.vocabulary:
                raise file.fail(where, f"{{{match[1]}}} is not in vocabulary.yaml")
            return self.vocabulary[match[1]]

        if text not in self._made:
            made = Regex(_NAME.sub(inserted, text))
            try:
                self.words(made)  # parsed here, so that a mistake is told now and not at the paper that needs it
            except re.error as error:
                raise file.fail(where, f"not a regular expression: {error}") from error
            self._made[text] = made
        return self._made[text]

    def words(self, regex: Regex) -> Need:
        """What a sentence must hold to be worth a try."""
        return self.remembered.words(regex.source)


def _compiled(file: YamlFile, name: str, data: Plain, maker: _Maker) -> CompiledConcept:
    rule = file.validated(Concept, data, (name,))

    patterns: list[CompiledPattern] = []
    for i, pattern in enumerate(rule.any):
        where: Where = (name, "any", i)
        given = [bool(pattern.phrases), bool(pattern.regex), bool(pattern.tokens)]
        if sum(given) != 1:
            raise file.fail(where, "give exactly one of phrases, regex, tokens")
        also = tuple(maker.regex(file, (*where, "also"), text) for text in pattern.also)
        unless = tuple(maker.regex(file, (*where, "unless"), text) for text in (*pattern.unless, *rule.unless))
        headed = tuple(maker.regex(file, (*where, "unless_headed"), text) for text in pattern.unless_headed)
        source = pattern.regex or "|".join(phrase_regex(phrase) for phrase in pattern.phrases)
        main = maker.regex(file, where, source) if source else None
        of_main = maker.words(main) if main else _token_words(pattern)
        words = best([*of_main, *(words for one in also for words in maker.words(one))])
        patterns.append(_pattern(name, rule, pattern, main, words, also, unless, headed))
    heading = None
    if rule.heading:
        heading = re.compile(maker.regex(file, (name, "heading"), rule.heading).source, re.IGNORECASE)
    return CompiledConcept(name, rule, tuple(patterns), heading, file.path, file.line((name,)))


def _pattern(  # noqa: PLR0913
    name: str,
    rule: Concept,
    pattern: Pattern,
    main: Regex | None,
    words: Need,
    also: tuple[Regex, ...],
    unless: tuple[Regex, ...],
    headed: tuple[Regex, ...],
) -> CompiledPattern:
    named = pattern.sections or rule.sections
    quick = sorted(
        (one for one in also if main and len(one.source) < len(main.source) / 2), key=lambda r: len(r.source)
    )
    return CompiledPattern(
        concept=name,
        regex=main,
        tokens=pattern.tokens,
        words=words,
        first=tuple(quick),
        also=tuple(one for one in also if one not in quick),
        unless=unless,
        unless_headed=headed,
        sections=frozenset(named) if named else _EVERYWHERE,
        everywhere=not named,
        parts=frozenset(pattern.parts or rule.parts),
        cites=pattern.cites,
    )


def _token_words(pattern: Pattern) -> Need:
    for token in pattern.tokens:
        lower = token.get("LOWER")
        if token.get("OP") in (None, "+", "1") and isinstance(lower, str):
            return (frozenset([lower]),)
        if token.get("OP") in (None, "+", "1") and isinstance(lower, dict) and isinstance(lower.get("IN"), list):
            return (frozenset(str(word) for word in lower["IN"]),)  # type: ignore[union-attr]
    return ()


def concept(library: Library, name: str) -> CompiledConcept:
    """One concept by name.

    Raises:
        ChecklistError: if there is no such concept.
    """
    try:
        return library.concepts[name]
    except KeyError:
        raise ChecklistError(f"no concept is called {name!r}") from None
