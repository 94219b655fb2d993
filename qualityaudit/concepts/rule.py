"""One concept as its author writes it in YAML: what it means, how it is recognised, and proof by example."""

from typing import Literal

from pydantic import Field

from qualityaudit.answers import Standing
from qualityaudit.document import Part, SectionKind
from qualityaudit.value import Value

TokenKey = (
    Literal["ORTH", "TEXT", "NORM", "LOWER", "LENGTH", "SHAPE", "PREFIX", "SUFFIX", "OP", "REGEX"]
    | Literal[
        "IS_ALPHA",
        "IS_ASCII",
        "IS_DIGIT",
        "IS_LOWER",
        "IS_UPPER",
        "IS_TITLE",
        "IS_PUNCT",
        "IS_SPACE",
        "LIKE_NUM",
        "LIKE_URL",
    ]
)
"""What a token pattern may ask of a token: without a model there is no lemma, part of speech or entity."""

TokenValue = str | int | bool | dict[str, str | int | list[str]]


class Pattern(Value):
    """One way to recognise a concept within one sentence; exactly one spelling of the three is given.

    ``phrases``: words as written, any case; a blank also matches a hyphen, British and American spelling and a
    plural s are equal, ``*`` stands for the rest of a word, ``...`` for up to five words between.
    ``regex``: a regular expression, any case; ``{name}`` inserts an entry of vocabulary.yaml.
    ``tokens``: a spaCy token pattern. ``also``: regexes that must match in the same sentence as well;
    ``unless``: regexes that must not; ``unless_headed``: regexes that must not match in the legend and head row of the
    table that the sentence is a row of; ``cites``: the sentence must refer to another publication.
    """

    phrases: tuple[str, ...] = ()
    regex: str = ""
    tokens: tuple[dict[TokenKey, TokenValue], ...] = ()
    also: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    unless_headed: tuple[str, ...] = ()
    sections: tuple[SectionKind, ...] = ()
    parts: tuple[Part, ...] = ()
    cites: bool = False


class Example(Value):
    """A sentence with the place it is thought to stand in."""

    text: str
    section: SectionKind = "methods"
    part: Part = "text"


class Examples(Value):
    """Sentences that must be recognised and counted, and sentences that must not."""

    found: tuple[str | Example, ...] = Field(min_length=1)
    missed: tuple[str | Example, ...] = Field(min_length=1)


class Concept(Value):
    """Something an author can state about a study, with every way to recognise it.

    ``sections``: where a statement counts; by default everywhere but introduction, discussion and conclusion,
    where it counts only if the authors speak of themselves. ``accept``: standings that count nevertheless
    (``negated`` for *no missing data*). ``unless``: regexes that rule a sentence out for all patterns.
    """

    means: str
    any: tuple[Pattern, ...] = Field(min_length=1)
    unless: tuple[str, ...] = ()
    sections: tuple[SectionKind, ...] = ()
    parts: tuple[Part, ...] = ("text", "caption")
    heading: str = ""  # regex: counts only under a (sub)heading whose title matches
    accept: tuple[Standing, ...] = ()
    source: str = ""
    examples: Examples
