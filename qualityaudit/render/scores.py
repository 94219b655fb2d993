"""A score in, the words and bars of its card out."""

from dataclasses import dataclass

from qualityaudit.checklist import Checklist
from qualityaudit.render import words
from qualityaudit.report import InstrumentReport
from qualityaudit.score import Subtotal


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar from 0 to 1, with the interval that undecided items leave open."""

    share: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class SubtotalView:
    """A section's or domain's part of the score."""

    title: str
    words: str  # "5 of 7"
    percent: str
    open: int
    bar: Bar


@dataclass(frozen=True, slots=True)
class ScoreView:
    """One instrument's score, as printed on its card."""

    id: str
    short: str
    name: str
    headline: str  # "62 %", "14 of 36"
    interval: str  # "58–71 %", "" when nothing is open
    details: tuple[str, ...]
    brief: str  # the one detail a table has room for
    category: str
    reached_head: str
    bar: Bar
    open: int
    subtotals: tuple[SubtotalView, ...]


REACHED = {"weight": "Weight, %"}
"""Heading of the column that says how much was reached, where the unit is no plain word."""


def score_view(report: InstrumentReport) -> ScoreView:
    """The card of one instrument."""
    checklist, score = report.checklist, report.score
    percent = words.percent(score.percent, checklist.scoring.decimals)
    between = words.span(score.low, score.high, checklist.scoring.decimals, "\u00a0%")
    brief = _reached(checklist, score.points, score.reachable)
    headline, interval, details = percent, between, _details(report)
    if checklist.scoring.percent_of == "maximum":
        headline = f"{words.minus(score.points)} of {score.total}"
        interval = words.span(score.points_low, score.points_high)
        brief = percent
        details = (f"{percent} of the maximum{f' ({between})' if between else ''}", *details)
    return ScoreView(
        id=checklist.id,
        short=checklist.short,
        name=checklist.name,
        headline=headline,
        interval=interval,
        details=details,
        brief=score.category or brief,
        category=score.category or "",
        reached_head=REACHED.get(checklist.scoring.unit, checklist.scoring.unit.capitalize()),
        bar=_bar(score.percent, score.low, score.high),
        open=score.open,
        subtotals=tuple(_subtotal(checklist, part) for part in score.sections if part.reachable),
    )


def _details(report: InstrumentReport) -> tuple[str, ...]:
    score, checklist = report.score, report.checklist
    reached = _reached(checklist, score.points, score.reachable)
    unsure = (f"{score.open} undecided",) if score.open else ()
    if checklist.scoring.percent_of == "maximum":
        return unsure
    if checklist.scoring.unit == "weight":
        return (f"{reached} of the applicable weight", *unsure)
    unit = checklist.scoring.unit
    return (f"{reached} applicable {unit}", f"{_reached(checklist, score.points, score.total)} {unit}", *unsure)


def _reached(checklist: Checklist, points: int, reachable: int) -> str:
    if checklist.scoring.unit == "weight":
        return f"{points / 100:.1f} of {reachable / 100:.1f}"
    return f"{words.minus(points)} of {reachable}"


def _subtotal(checklist: Checklist, part: Subtotal) -> SubtotalView:
    return SubtotalView(
        title=part.title,
        words=_reached(checklist, part.points, part.reachable),
        percent=words.percent(part.percent),
        open=part.open,
        bar=_bar(part.percent, part.low, part.high),
    )


def _bar(percent: float | None, low: float | None, high: float | None) -> Bar:
    share, least, most = (None if value is None else min(max(value / 100, 0), 1) for value in (percent, low, high))
    return Bar(share, least, most)
