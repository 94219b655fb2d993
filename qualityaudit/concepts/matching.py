"""A Document and a Library in, Findings out: every statement recognised, with its place and standing."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from qualityaudit.answers import Quote, Standing
from qualityaudit.concepts.context import standing
from qualityaudit.concepts.library import OWN_ONLY, CompiledConcept, CompiledPattern, Library
from qualityaudit.concepts.spelling import plain
from qualityaudit.concepts.tokens import token_match
from qualityaudit.document import Document, SectionKind, Sentence


@dataclass(frozen=True, slots=True)
class Finding:
    """One concept recognised in one sentence: ``text[start:end]`` of it."""

    concept: str
    sentence: int
    start: int
    end: int
    standing: Standing
    cue: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    """All findings of a paper by concept, in reading order."""

    document: Document
    by_concept: Mapping[str, tuple[Finding, ...]]

    def of(self, concept: str, sections: Iterable[SectionKind] = ()) -> tuple[Finding, ...]:
        """Findings of a concept, optionally only those in sections of certain kinds."""
        found = self.by_concept.get(concept, ())
        wanted = frozenset(sections)
        if not wanted:
            return found
        return tuple(f for f in found if not wanted.isdisjoint(self.kinds(f)))

    def kinds(self, finding: Finding) -> frozenset[SectionKind]:
        """Kinds of the section a finding stands in."""
        return self.document.kinds[self.document.sentences[finding.sentence].section]

    def quote(self, finding: Finding) -> Quote:
        """The finding's sentence as a quote."""
        sentence = self.document.sentences[finding.sentence]
        return Quote(
            text=sentence.text,
            page=sentence.page,
            section=self.document.sections[sentence.section].title,
            sentence=sentence.index,
            boxes=sentence.boxes,
            standing=finding.standing,
            concept=finding.concept,
            cue=finding.cue,
        )


@dataclass(frozen=True, slots=True)
class _Text:
    """The paper made plain: one string to look for words in, and the sentences to try patterns on."""

    sentences: tuple[Sentence, ...]
    plain: tuple[str, ...]
    kinds: tuple[frozenset[SectionKind], ...]
    lower: str
    starts: tuple[int, ...]
    known: dict[str, frozenset[int]] = field(default_factory=dict)

    def holding(self, word: str) -> frozenset[int]:
        """Positions of the sentences that hold a word."""
        if word not in self.known:
            hits: list[int] = []
            at = self.lower.find(word)
            while at >= 0:
                i = bisect_right(self.starts, at) - 1
                hits.append(i)
                if i + 1 == len(self.starts):
                    break
                at = self.lower.find(word, self.starts[i + 1])
            self.known[word] = frozenset(hits)
        return self.known[word]


def detect(document: Document, library: Library, only: Iterable[str] | None = None) -> Findings:
    """Search a paper for every concept of the library, or for some of them."""
    text = _text(document)
    names = library.concepts if only is None else {name: library.concepts[name] for name in only}
    found: dict[str, tuple[Finding, ...]] = {}
    for name, concept in names.items():
        per_sentence: dict[int, Finding] = {}
        for pattern in concept.patterns:
            _search(text, document, library, concept, pattern, per_sentence)
        if per_sentence:
            found[name] = tuple(per_sentence[i] for i in sorted(per_sentence))
    return Findings(document, found)


def _text(document: Document) -> _Text:
    plains = tuple(plain(s.text) for s in document.sentences)
    starts, at = [], 0
    for sentence in plains:
        starts.append(at)
        at += len(sentence) + 1
    kinds = document.kinds
    lower = "\n".join(s.lower() if len(s.lower()) == len(s) else s.casefold()[: len(s)].ljust(len(s)) for s in plains)
    return _Text(document.sentences, plains, tuple(kinds[s.section] for s in document.sentences), lower, tuple(starts))


def _search(  # noqa: PLR0913
    text: _Text,
    document: Document,
    library: Library,
    concept: CompiledConcept,
    pattern: CompiledPattern,
    found: dict[int, Finding],
) -> None:
    if pattern.words is None:
        candidates: Iterable[int] = range(len(text.sentences))
    else:
        candidates = frozenset().union(*(text.holding(word) for word in pattern.words))
    for i in candidates:
        known = found.get(i)
        if (known and known.standing == "counted") or text.sentences[i].part not in pattern.parts:
            continue
        if text.kinds[i] == {"references"}:
            continue
        if finding := _try(text, document, library, concept, pattern, i):
            found[i] = finding


def _try(  # noqa: PLR0913
    text: _Text, document: Document, library: Library, concept: CompiledConcept, pattern: CompiledPattern, i: int
) -> Finding | None:
    sentence, kinds = text.plain[i], text.kinds[i]
    span = token_match(pattern.tokens, sentence) if pattern.regex is None else None
    if pattern.regex is not None and (match := pattern.regex.search(sentence)):
        span = match.span()
    if span is None or not all(r.search(sentence) for r in pattern.also):
        return None
    if any(r.search(sentence) for r in pattern.unless):
        return None
    if pattern.cites and not (text.sentences[i].citations or library.cues.refers(sentence)):
        return None
    how, cue = standing(library.cues, sentence, *span, kinds)
    if how in concept.rule.accept:
        how, cue = "counted", ""
    if how == "counted":
        section = document.sections[text.sentences[i].section]
        own_needed = pattern.everywhere and kinds <= OWN_ONLY
        if (
            pattern.sections.isdisjoint(kinds)
            or (own_needed and not library.cues.speaks_of_own(sentence))
            or (concept.heading and not concept.heading.search(section.title))
        ):
            how = "elsewhere"
    return Finding(concept.name, i, *span, how, cue)
