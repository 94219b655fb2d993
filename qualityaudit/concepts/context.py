"""A statement in its sentence in, its standing out: counted, negated, planned, of others, or hypothetical.

In the manner of NegEx (DOI 10.1006/jbin.2001.1029) and ConText (DOI 10.1016/j.jbi.2009.05.002), with cues of our
own kept in ``checklists/concepts/context.yaml``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qualityaudit.answers import Standing
from qualityaudit.concepts.index import Index, Need, members
from qualityaudit.concepts.negation import Negation
from qualityaudit.concepts.prefilter import required_words
from qualityaudit.concepts.regex import Line, Regex
from qualityaudit.document import SectionKind
from qualityaudit.value import Value
from qualityaudit.yamlfile import YamlFile


class CueFile(Value):
    """The cues as regular expressions; see the comments in context.yaml."""

    negation_before: tuple[str, ...]
    negation_of_noun: tuple[str, ...]
    negation_after: tuple[str, ...]
    not_negation: tuple[str, ...]
    clause_ends: tuple[str, ...]
    planned: tuple[str, ...]
    wanting: tuple[str, ...]
    cited: tuple[str, ...]
    cited_strong: tuple[str, ...]
    borrowed: tuple[str, ...]
    told: tuple[str, ...]
    own: tuple[str, ...]
    hypothetical: tuple[str, ...]
    citation_marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cues:
    """Compiled cues."""

    negation: Negation
    planned: re.Pattern[str]
    wanting: re.Pattern[str]
    cited: re.Pattern[str]
    cited_strong: re.Pattern[str]
    borrowed: re.Pattern[str]
    told: re.Pattern[str]
    own: re.Pattern[str]
    hypothetical: re.Pattern[str]
    citation_marks: re.Pattern[str]
    doubts: tuple[tuple[Need, Regex], ...]  # each cue that could keep words from counting, and the words it cannot lack

    def speaks_of_own(self, sentence: str) -> bool:
        """True if the authors speak of themselves or of this study."""
        return self.own.search(sentence) is not None

    def tells(self, sentence: str, kinds: frozenset[SectionKind]) -> bool:
        """True if a sentence without a reference tells, after the results, what was done: it is the authors' work."""
        return kinds <= _LATER and self.told.search(sentence) is not None and not self.refers(sentence)

    def refers(self, sentence: str) -> bool:
        """True if the sentence refers to another publication: [12], (Smith, 2020), Smith et al."""
        return self.citation_marks.search(sentence) is not None


_DOUBTS = ("negation_before", "negation_after", "planned", "wanting", "cited_strong", "cited", "hypothetical")
_ASIDE = re.compile(r"[;(]|,\s*(?:whose|which|as|where|who|although|while)\b")
_BACKGROUND: frozenset[SectionKind] = frozenset({"introduction", "discussion", "conclusion"})
_LATER: frozenset[SectionKind] = frozenset({"discussion", "conclusion"})
_WANTING: frozenset[SectionKind] = _BACKGROUND | {"abstract"}


def load_cues(path: Path) -> Cues:
    """Read and compile context.yaml.

    Raises:
        ChecklistError: naming file and line.
    """
    file = YamlFile(path)
    cues = file.validated(CueFile, file.mapping())

    def either(name: str) -> re.Pattern[str]:
        try:
            return re.compile("|".join(getattr(cues, name)), re.IGNORECASE)
        except re.error as error:
            raise file.fail((name,), f"not a regular expression: {error}") from error

    doubts = [cue for name in _DOUBTS for cue in getattr(cues, name)]
    return Cues(
        Negation(
            either("negation_before"), either("negation_of_noun"), either("negation_after"), either("not_negation"),
            either("clause_ends"),
        ),
        either("planned"), either("wanting"), either("cited"), either("cited_strong"), either("borrowed"),
        either("told"), either("own"), either("hypothetical"), either("citation_marks"),
        tuple((required_words(cue), Regex(cue)) for cue in doubts),
    )  # fmt: skip


def standing(cues: Cues, sentence: str, start: int, end: int, kinds: frozenset[SectionKind]) -> tuple[Standing, str]:
    """How the words ``sentence[start:end]`` are to be taken, and the cue that decided it."""
    if cue := cues.negation.cue(sentence, start, end):
        others = kinds <= {"introduction"} and not cues.own.search(sentence)
        return ("cited" if others else "negated"), cue
    if planned := cues.planned.search(sentence) or (kinds <= _WANTING and cues.wanting.search(sentence)):
        return "planned", planned[0]
    background = kinds <= _BACKGROUND
    if found := cues.cited_strong.search(sentence):
        aside = not background and _ASIDE.search(sentence, end, max(end, found.start()))
        if not aside and not _own_doing(cues, sentence, start, found):
            return "cited", found[0]
    if background and not cues.own.search(sentence):
        if found := cues.cited.search(sentence):
            return "cited", found[0]
        if found := cues.hypothetical.search(sentence):
            return "hypothetical", found[0]
    return "counted", ""


def doubtful(cues: Cues, lines: Sequence[Line], index: Index) -> int:
    """The sentences with a cue that could keep some of their words from counting, as a set; asked once, for speed."""
    found = 0
    for words, cue in cues.doubts:
        for i in members(index.candidates(words) & ~found):
            if cue.search(lines[i]):
                found |= 1 << i
    return found


def _own_doing(cues: Cues, sentence: str, start: int, cited: re.Match[str]) -> bool:
    """True if others are named, but the authors speak of themselves or only take over a method."""
    if cues.own.search(sentence, 0, max(start, cited.start())):
        return True
    return any(b.start() < cited.end() and cited.start() < b.end() for b in cues.borrowed.finditer(sentence))
