"""A statement in its sentence in, its standing out: counted, negated, planned, of others, or hypothetical.

In the manner of NegEx (DOI 10.1006/jbin.2001.1029) and ConText (DOI 10.1016/j.jbi.2009.05.002), with cues of our
own kept in ``checklists/concepts/context.yaml``.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from qualityaudit.answers import Standing
from qualityaudit.document import SectionKind
from qualityaudit.value import Value
from qualityaudit.yamlfile import YamlFile


class CueFile(Value):
    """The cues as regular expressions; see the comments in context.yaml."""

    negation_before: tuple[str, ...]
    negation_after: tuple[str, ...]
    not_negation: tuple[str, ...]
    clause_ends: tuple[str, ...]
    planned: tuple[str, ...]
    cited: tuple[str, ...]
    cited_strong: tuple[str, ...]
    borrowed: tuple[str, ...]
    own: tuple[str, ...]
    hypothetical: tuple[str, ...]
    citation_marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cues:
    """Compiled cues."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    pseudo: re.Pattern[str]
    ends: re.Pattern[str]
    planned: re.Pattern[str]
    cited: re.Pattern[str]
    cited_strong: re.Pattern[str]
    borrowed: re.Pattern[str]
    own: re.Pattern[str]
    hypothetical: re.Pattern[str]
    citation_marks: re.Pattern[str]

    def speaks_of_own(self, sentence: str) -> bool:
        """True if the authors speak of themselves or of this study."""
        return self.own.search(sentence) is not None

    def refers(self, sentence: str) -> bool:
        """True if the sentence refers to another publication: [12], (Smith, 2020), Smith et al."""
        return self.citation_marks.search(sentence) is not None


_BACKGROUND: frozenset[SectionKind] = frozenset({"introduction", "discussion", "conclusion"})


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

    return Cues(
        either("negation_before"), either("negation_after"), either("not_negation"), either("clause_ends"),
        either("planned"), either("cited"), either("cited_strong"), either("borrowed"), either("own"), either("hypothetical"),
        either("citation_marks"),
    )  # fmt: skip


def standing(cues: Cues, sentence: str, start: int, end: int, kinds: frozenset[SectionKind]) -> tuple[Standing, str]:
    """How the words ``sentence[start:end]`` are to be taken, and the cue that decided it."""
    if cue := _negation(cues, sentence, start, end):
        return "negated", cue
    if planned := cues.planned.search(sentence):
        return "planned", planned[0]
    if (found := cues.cited_strong.search(sentence)) and not _own_doing(cues, sentence, start, found):
        return "cited", found[0]
    if kinds <= _BACKGROUND and not cues.own.search(sentence):
        if found := cues.cited.search(sentence):
            return "cited", found[0]
        if found := cues.hypothetical.search(sentence):
            return "hypothetical", found[0]
    return "counted", ""


def without_cues(cues: Cues, sentence: str) -> bool:
    """True if nothing in a sentence could keep any of its words from counting; asked once a sentence, for speed."""
    doubts = (cues.before, cues.after, cues.planned, cues.cited_strong, cues.cited, cues.hypothetical)
    return not any(doubt.search(sentence) for doubt in doubts)


def _own_doing(cues: Cues, sentence: str, start: int, cited: re.Match[str]) -> bool:
    """True if others are named, but the authors speak of themselves or only take over a method."""
    if cues.own.search(sentence, 0, max(start, cited.start())):
        return True
    return any(b.start() < cited.end() and cited.start() < b.end() for b in cues.borrowed.finditer(sentence))


def _negation(cues: Cues, sentence: str, start: int, end: int) -> str:
    clause_start = 0
    for end_of_clause in cues.ends.finditer(sentence, 0, start):
        clause_start = end_of_clause.end()
    before = sentence[clause_start:start]
    for cue in cues.before.finditer(before):
        if before.count(" ", cue.end()) <= 8 and not cues.pseudo.match(before[cue.start() :] + sentence[start:end]):
            return cue[0]
    stop = cues.ends.search(sentence, end)
    after = sentence[end : stop.start() if stop else len(sentence)]
    cue_after = cues.after.search(after)
    if cue_after and after.count(" ", 0, cue_after.start()) <= 6 and not cues.pseudo.match(after[cue_after.start() :]):
        return cue_after[0].strip()
    return ""
