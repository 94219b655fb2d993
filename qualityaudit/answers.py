"""Answers of one rater (the rules, a person, a language model) to the items of one checklist."""

from functools import cached_property
from typing import Literal

from pydantic import Field

from qualityaudit.document import Box
from qualityaudit.value import Value

NA = "na"
"""The answer "not applicable", allowed where the item says so or a condition switches it off."""

Why = Literal[
    "found",  # the text says so
    "weak",  # something points to it, but not enough to decide
    "denied",  # the text says that it was not done
    "seen",  # only statements that do not count were seen: negated, planned, of others, …
    "silent",  # searched in sections that were found, and nothing was there
    "unread",  # the sections where it would stand were not found
    "not_applicable",  # a fact about the study makes the item meaningless
    "person",  # a person said so
]

Standing = Literal["counted", "negated", "planned", "cited", "hypothetical", "limitation", "elsewhere"]
"""How a statement is to be taken; only ``counted`` supports a positive answer.

``negated``: the authors say it was not so; ``planned``: future work; ``cited``: what others did;
``hypothetical``: recommendations, conditionals, background; ``limitation``: named as a weakness;
``elsewhere``: in a section where it does not count.
"""


class Quote(Value):
    """Words copied from the paper, with their place."""

    text: str
    page: int | None = None
    section: str = ""
    sentence: int | None = None  # index into Document.sentences
    boxes: tuple[Box, ...] = ()
    standing: Standing = "counted"
    concept: str = ""  # which concept recognised it
    cue: str = ""  # the words that decided its standing


class Answer(Value):
    """The answer to one item.

    ``chosen`` is a set of option ids in published order: ``("yes",)``, ``("na",)``, ``()`` for a ``many`` item
    with nothing to choose, or ``None`` when undecided. ``guess`` is the best single reading even then.
    """

    item: str
    chosen: tuple[str, ...] | None
    guess: tuple[str, ...] = ()
    confidence: float | None = Field(default=None, ge=0, le=1)
    why: Why = "found"
    reason: str = ""  # one plain sentence: why this answer
    quotes: tuple[Quote, ...] = ()
    seen: tuple[Quote, ...] = ()  # seen but not counted
    by: str = "qualityaudit"
    note: str = ""

    @property
    def undecided(self) -> bool:
        """True if nobody has decided yet."""
        return self.chosen is None

    @property
    def settled(self) -> tuple[str, ...]:
        """The chosen options, or the best guess where undecided."""
        return self.guess if self.chosen is None else self.chosen


class AnswerSheet(Value):
    """All answers of one rater, or of several merged, to one checklist for one paper."""

    checklist: str
    paper: str
    answers: tuple[Answer, ...]

    @cached_property
    def by_item(self) -> dict[str, Answer]:
        """Answers by item id."""
        return {answer.item: answer for answer in self.answers}
