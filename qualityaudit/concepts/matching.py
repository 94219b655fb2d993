"""A Document and a Library in, Findings out: every statement recognised, with its place and standing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_

from qualityaudit.answers import Quote, Standing
from qualityaudit.concepts.context import doubtful, standing
from qualityaudit.concepts.index import Index, members
from qualityaudit.concepts.library import OWN_ONLY, CompiledConcept, CompiledPattern, Library
from qualityaudit.concepts.regex import Line
from qualityaudit.concepts.spelling import lowered, plain
from qualityaudit.concepts.tokens import token_match
from qualityaudit.document import Document, Part, SectionKind

TITLE_WITHIN = 20
"""The title stands among so many first sentences."""

ROW_CELL, ROW_WORDS = 3, 4
"""A table row of cells so long, with so many words in them, is read as running text."""


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
    doubtful: int  # the sentences with a cue of context (bit i: sentence i); in all others every word counts

    def of(self, concept: str, sections: Iterable[SectionKind] = ()) -> tuple[Finding, ...]:
        """Findings of a concept, optionally only those in sections of certain kinds."""
        found = self.by_concept.get(concept, ())
        wanted = frozenset(sections)
        if not wanted:
            return found
        return tuple(f for f in found if not wanted.isdisjoint(self.kinds(f)))

    def kinds(self, finding: Finding) -> frozenset[SectionKind]:
        """Kinds of the section a finding stands in."""
        return self.document.kinds_of(self.document.sentences[finding.sentence])

    def quote(self, finding: Finding) -> Quote:
        """The finding's sentence as a quote."""
        sentence = self.document.sentences[finding.sentence]
        return Quote(
            text=sentence.text,
            page=sentence.page,
            section=self.document.sections[sentence.section].place,
            sentence=sentence.index,
            boxes=sentence.boxes,
            standing=finding.standing,
            concept=finding.concept,
            cue=finding.cue,
        )


BODY: frozenset[SectionKind] = frozenset({"abstract", "methods", "results"})
"""A concept that counts in one of these is looked for everywhere, so that what does not count can be shown."""


@dataclass(frozen=True, slots=True)
class _Text:
    """The paper made plain: lines to try patterns on, and which of them hold which words."""

    document: Document
    lines: tuple[Line, ...]
    kinds: tuple[frozenset[SectionKind], ...]  # of each sentence
    index: Index
    parts: Mapping[Part, int]  # the sentences of each part, without the reference list
    sections: Mapping[SectionKind, int]  # the sentences in sections of each kind
    doubtful: int  # the sentences with a cue that could keep words from counting
    heads: Mapping[int, Line]  # legend and head row of the table a sentence is a row of

    def scope(self, pattern: CompiledPattern) -> int:
        """The sentences a pattern is tried on, whatever their words."""
        allowed = reduce(or_, (self.parts.get(part, 0) for part in pattern.parts), 0)
        if pattern.sections.isdisjoint(BODY):
            allowed &= reduce(or_, (self.sections.get(kind, 0) for kind in pattern.sections), 0)
        return allowed


def detect(document: Document, library: Library, only: Iterable[str] | None = None) -> Findings:
    """Search a paper for every concept of the library, or for some of them."""
    text = _text(document, library)
    names = library.concepts if only is None else {name: library.concepts[name] for name in only}
    found: dict[str, tuple[Finding, ...]] = {}
    for name, concept in names.items():
        per_sentence: dict[int, Finding] = {}
        for pattern in concept.patterns:
            _search(text, library, concept, pattern, per_sentence)
        if per_sentence:
            found[name] = tuple(per_sentence[i] for i in sorted(per_sentence))
    return Findings(document, found, text.doubtful)


def firing(document: Document, library: Library) -> set[tuple[str, int]]:
    """The patterns that match any sentence of a paper, whatever it counts for: (concept, place in its list)."""
    text = _text(document, library)
    return {
        (name, place)
        for name, concept in library.concepts.items()
        for place, pattern in enumerate(concept.patterns)
        if any(
            _try(text, library, concept, pattern, i)
            for i in members(text.index.candidates(pattern.words) & text.scope(pattern))
        )
    }


def _text(document: Document, library: Library) -> _Text:
    plains = [plain(s.text) for s in document.sentences]
    lines = tuple(Line(text, lowered(text)) for text in plains)
    kinds = tuple(map(document.kinds_of, document.sentences))
    parts: dict[Part, int] = {}
    sections: dict[SectionKind, int] = {}
    for i, sentence in enumerate(document.sentences):
        for kind in kinds[i]:
            sections[kind] = sections.get(kind, 0) | 1 << i
        if kinds[i] != {"references"}:
            parts[sentence.part] = parts.get(sentence.part, 0) | 1 << i
            if sentence.part == "table" and _told(sentence.text):
                parts["text"] = parts.get("text", 0) | 1 << i
    parts.setdefault("title", _title(document, lines))
    index = Index([line.lower for line in lines], library.words)
    return _Text(
        document, lines, kinds, index, parts, sections, doubtful(library.cues, lines, index), _heads(document, lines)
    )


def _heads(document: Document, lines: tuple[Line, ...]) -> dict[int, Line]:
    """What stands over each row of a table: the legend before it, and its first row."""
    heads: dict[int, Line] = {}
    legend, last, over = Line("", ""), -1, Line("", "")
    for i, sentence in enumerate(document.sentences):
        fresh, last = sentence.paragraph != last, sentence.paragraph
        if sentence.part == "caption":
            legend = lines[i] if fresh else _joined(legend, lines[i])
        elif sentence.part == "table":
            over = _joined(legend, lines[i]) if fresh else over
            heads[i] = over
    return heads


def _joined(one: Line, other: Line) -> Line:
    return Line(f"{one.plain} | {other.plain}", f"{one.lower} | {other.lower}")


def _told(row: str) -> bool:
    """Whether a table row tells something in words, as *Testing | Patients of the second hospital, never trained on*."""
    cells = [cell.split() for cell in row.split(" | ")]
    words = [word for cell in cells if len(cell) >= ROW_CELL for word in cell if word.strip(".,;:()").isalpha()]
    return len(words) >= ROW_WORDS


def _title(document: Document, lines: tuple[Line, ...]) -> int:
    """The sentences that hold the title, where it was read as running text of page one."""
    title, found = _letters(lowered(plain(document.front.title or ""))), 0
    for i, line in enumerate(lines[:TITLE_WITHIN] if title else ()):
        words = _letters(line.lower)
        if title in words or (len(words) > len(title) / 4 and words in title):
            found |= 1 << i
    return found


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalpha())


def _search(
    text: _Text, library: Library, concept: CompiledConcept, pattern: CompiledPattern, found: dict[int, Finding]
) -> None:
    for i in members(text.index.candidates(pattern.words) & text.scope(pattern)):
        known = found.get(i)
        if known and known.standing == "counted":
            continue
        if finding := _try(text, library, concept, pattern, i):
            found[i] = finding


def _try(text: _Text, library: Library, concept: CompiledConcept, pattern: CompiledPattern, i: int) -> Finding | None:
    line, kinds, document = text.lines[i], text.kinds[i], text.document
    sentence = line.plain
    if not all(r.search(line) for r in pattern.first):
        return None
    span = token_match(pattern.tokens, sentence) if pattern.regex is None else None
    if pattern.regex is not None and (match := pattern.regex.search(line)):
        span = match.span()
    if span is None or not all(r.search(line) for r in pattern.also):
        return None
    if any(r.search(line) for r in pattern.unless):
        return None
    if pattern.unless_headed and i in text.heads and any(r.search(text.heads[i]) for r in pattern.unless_headed):
        return None
    if pattern.cites and not (document.sentences[i].citations or library.cues.refers(sentence)):
        return None
    how: Standing = "counted"
    cue = ""
    if text.doubtful >> i & 1:
        how, cue = standing(library.cues, sentence, *span, kinds)
    if how in concept.rule.accept:
        how, cue = "counted", ""
    if how == "counted":
        section = document.sections[document.sentences[i].section]
        own_needed = pattern.everywhere and kinds <= OWN_ONLY
        if (
            pattern.sections.isdisjoint(kinds)
            or (own_needed and not _own(text, library, i))
            or (concept.heading and not concept.heading.search(section.title))
        ):
            how = "elsewhere"
    return Finding(concept.name, i, *span, how, cue)


def _own(text: _Text, library: Library, i: int) -> bool:
    """True if a sentence outside methods and results is about the authors' own work."""
    sentence, cues = text.lines[i].plain, library.cues
    return cues.speaks_of_own(sentence) or (
        not text.document.sentences[i].citations and cues.tells(sentence, text.kinds[i])
    )
