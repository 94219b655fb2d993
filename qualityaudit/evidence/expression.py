"""What must be in a paper for an option to be chosen: expressions over concepts and study facts, three-valued."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from qualityaudit.concepts import Finding, Findings
from qualityaudit.document import Part, SectionKind
from qualityaudit.study import StudyMetadata
from qualityaudit.value import Value

Scalar = bool | int | float | str


class ConceptLeaf(Value):
    """A concept stated at least ``times`` times, optionally only in some sections, parts, or under a heading."""

    concept: str
    sections: tuple[SectionKind, ...] = ()
    parts: tuple[Part, ...] = ()
    times: int = 1


class FactLeaf(Value):
    """A study fact: true, equal to one of ``is``, holding one of ``has``, at least, at most, or known at all."""

    fact: str
    equals: tuple[Scalar, ...] = Field(default=(), alias="is")
    has: tuple[Scalar, ...] = ()
    at_least: float | None = None
    at_most: float | None = None
    known: bool | None = None


class AnyOf(Value):
    """At least one of these."""

    any: tuple["Expression", ...] = Field(min_length=1)


class FirstOf(Value):
    """At least one of these; only the first that is true is quoted."""

    first: tuple["Expression", ...] = Field(min_length=1)


class AllOf(Value):
    """Every one of these."""

    all: tuple["Expression", ...] = Field(min_length=1)


class AtLeast(Value):
    """At least so many of these."""

    at_least: int = Field(ge=1)
    of: tuple["Expression", ...] = Field(min_length=1)


class Near(Value):
    """All of these concepts within so many neighbouring sentences of the same section."""

    near: tuple[str, ...] = Field(min_length=2)
    within: int = 2


class Section(Value):
    """The paper has a section of this kind."""

    section: SectionKind


class Not(Value):
    """The opposite."""

    not_: "Expression" = Field(alias="not")


def _leaf(value: object) -> object:
    return {"concept": value} if isinstance(value, str) else value


Expression = Annotated[
    ConceptLeaf | FactLeaf | AnyOf | FirstOf | AllOf | AtLeast | Near | Section | Not,
    BeforeValidator(_leaf),
]
for _model in (AnyOf, FirstOf, AllOf, AtLeast, Not):
    _model.model_rebuild()

Truth = bool | None


@dataclass(frozen=True, slots=True)
class Result:
    """Truth of an expression, the findings and facts that made it true, and what was seen but not counted."""

    truth: Truth
    findings: tuple[Finding, ...] = ()
    facts: tuple[str, ...] = ()
    seen: tuple[Finding, ...] = ()


def evaluate(expression: Expression, findings: Findings, study: StudyMetadata) -> Result:
    """Evaluate an expression; an unknown fact is ``None``, as in Kleene's logic."""
    match expression:
        case ConceptLeaf():
            return _concept(expression, findings)
        case FactLeaf():
            return _fact(expression, study)
        case Near():
            return _near(expression, findings)
        case Section():
            return Result(expression.section in findings.document.found)
        case Not():
            inner = evaluate(expression.not_, findings, study)
            return Result(None if inner.truth is None else not inner.truth, facts=inner.facts)
        case AnyOf():
            return _count([evaluate(e, findings, study) for e in expression.any], 1)
        case FirstOf():
            return _first([evaluate(e, findings, study) for e in expression.first])
        case AllOf():
            return _count([evaluate(e, findings, study) for e in expression.all], len(expression.all))
        case AtLeast():
            return _count([evaluate(e, findings, study) for e in expression.of], expression.at_least)


def _count(results: list[Result], needed: int) -> Result:
    true = [r for r in results if r.truth is True]
    unknown = sum(r.truth is None for r in results)
    truth: Truth = True if len(true) >= needed else None if len(true) + unknown >= needed else False
    found = tuple(f for r in true for f in r.findings)
    seen = tuple(f for r in results for f in r.seen)
    return Result(truth, found, tuple(fact for r in true for fact in r.facts), seen)


def _first(results: list[Result]) -> Result:
    every = _count(results, 1)
    found = next((r for r in results if r.truth), every)
    return Result(every.truth, found.findings, found.facts, every.seen)


def _concept(leaf: ConceptLeaf, findings: Findings) -> Result:
    sentences = findings.document.sentences
    everything = findings.of(leaf.concept)
    here = findings.of(leaf.concept, leaf.sections)
    counted = tuple(
        f for f in here if f.standing == "counted" and (not leaf.parts or sentences[f.sentence].part in leaf.parts)
    )
    true = len(counted) >= leaf.times
    return Result(true, counted if true else (), seen=tuple(f for f in everything if f not in counted))


def _fact(leaf: FactLeaf, study: StudyMetadata) -> Result:
    value = getattr(study, leaf.fact)
    many = value if isinstance(value, tuple | list | frozenset) else ()
    if leaf.known is not None:
        truth: Truth = (value not in (None, (), "", "unclear")) == leaf.known
    elif leaf.has:
        truth = any(wanted in many for wanted in leaf.has)
    elif value is None:
        truth = None
    elif leaf.equals:
        truth = value in leaf.equals
    elif leaf.at_least is not None or leaf.at_most is not None:
        number = len(many) if isinstance(value, tuple | list | frozenset) else float(value)
        truth = (leaf.at_least is None or number >= leaf.at_least) and (leaf.at_most is None or number <= leaf.at_most)
    else:
        truth = bool(value)
    return Result(truth, facts=(leaf.fact,) if truth else ())


def _near(leaf: Near, findings: Findings) -> Result:
    sentences = findings.document.sentences
    groups = [[f for f in findings.of(name) if f.standing == "counted"] for name in leaf.near]
    for first in groups[0]:
        place = sentences[first.sentence]
        found = [first]
        for group in groups[1:]:
            close = [
                f
                for f in group
                if abs(f.sentence - first.sentence) <= leaf.within and sentences[f.sentence].section == place.section
            ]
            if not close:
                break
            found.append(min(close, key=lambda f: abs(f.sentence - first.sentence)))
        else:
            return Result(True, tuple(found))
    return Result(False, seen=tuple(f for group in groups for f in group))


def concepts_in(expression: Expression) -> frozenset[str]:
    """Names of the concepts an expression asks for."""
    match expression:
        case ConceptLeaf():
            return frozenset([expression.concept])
        case Near():
            return frozenset(expression.near)
        case Not():
            return concepts_in(expression.not_)
        case AnyOf():
            return _union(expression.any)
        case FirstOf():
            return _union(expression.first)
        case AllOf():
            return _union(expression.all)
        case AtLeast():
            return _union(expression.of)
        case _:
            return frozenset()


def facts_in(expression: Expression) -> frozenset[str]:
    """Names of the study facts an expression asks for."""
    match expression:
        case FactLeaf():
            return frozenset([expression.fact])
        case Not():
            return facts_in(expression.not_)
        case AnyOf(any=parts) | FirstOf(first=parts) | AllOf(all=parts) | AtLeast(of=parts):
            return frozenset().union(*map(facts_in, parts))
        case _:
            return frozenset()


def _union(parts: Iterable[Expression]) -> frozenset[str]:
    return frozenset().union(*map(concepts_in, parts))


Kind = Literal["found", "likely"]
