"""A statement in its sentence in, the words that deny it out: what reaches it, within its clause."""

import re
from dataclasses import dataclass

BEFORE = 8
"""A denial reaches so many words ahead."""
AFTER = 6
"""And so many back."""
_VERB = re.compile(r"\b(?:was|were|is|are|has|have|had|did|we)\b", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:who|which|that)(?: \w+)? ?$", re.IGNORECASE)
_JOINED = re.compile(r"\b(?:was|were|is|are|has|have|had)\b.*\band\b", re.IGNORECASE)
_SAFEGUARD = re.compile(
    r"\b(?:to|we|which|thus|thereby|further) (?:make sure|mak(?:es?|ing) sure|made sure|ensur\w+|verif\w+|check\w*|guarantee\w*"
    r"|avoid\w*|prevent\w*|rule out|rul(?:ed|ing) out|exclud\w+)\b[^;.]*$",
    re.IGNORECASE,
)
_WORD = re.compile(r"\b\w")


@dataclass(frozen=True, slots=True)
class Negation:
    """Compiled cues of denial; see context.yaml."""

    before: re.Pattern[str]
    of_noun: re.Pattern[str]
    after: re.Pattern[str]
    pseudo: re.Pattern[str]
    ends: re.Pattern[str]

    def cue(self, sentence: str, start: int, end: int) -> str:
        """The words that deny ``sentence[start:end]``, or nothing."""
        return self._before(sentence, start, end) or self._after(sentence, end)

    def _before(self, sentence: str, start: int, end: int) -> str:
        clause = 0
        for mark in self.ends.finditer(sentence, 0, end):
            if mark.start() >= start:
                break
            clause = min(mark.end(), start)
        for cue in self.before.finditer(sentence, clause, start):
            near = sentence.count(" ", cue.end(), start) <= BEFORE
            if near and not self._harmless(cue) and not self._spent(cue, start, end):
                return cue[0]
        return ""

    def _after(self, sentence: str, end: int) -> str:
        stop = self.ends.search(sentence, end)
        for cue in self.after.finditer(sentence, end, stop.start() if stop else len(sentence)):
            between = sentence[end : cue.start()]
            bracketed = between.count("(") > between.count(")")
            apart = bracketed or _JOINED.search(between)
            if between.count(" ") <= AFTER and not apart and not self._harmless(cue):
                return cue[0].strip()
        return ""

    def _harmless(self, cue: re.Match[str]) -> bool:
        """True if the words only look like a denial: *not only*, *did not differ*, *to make sure that no …*."""
        if _SAFEGUARD.search(cue.string, 0, cue.start()):
            return True
        return any(self.pseudo.match(cue.string, word.start()) for word in _WORD.finditer(cue.string, *cue.span()))

    def _spent(self, cue: re.Match[str], start: int, end: int) -> bool:
        """True if what is denied ends before the statement: *cases without masks were excluded*."""
        between = cue.string[cue.end() : start]
        if between.count(")") > between.count("(") or _JOINED.search(between):
            return True
        of_noun = self.of_noun.fullmatch(cue[0]) or _RELATIVE.search(cue.string, 0, cue.start())
        return bool(of_noun and _VERB.search(cue.string, cue.end(), end))
