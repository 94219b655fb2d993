"""A PaperReport in, everything its page shows in the order it is shown out."""

from collections import Counter
from dataclasses import dataclass

from qualityaudit.checklist import Checklist
from qualityaudit.render import words
from qualityaudit.render.items import GroupView, ItemView, QuoteView, counts_items, gaps, grouped, item_views, undecided
from qualityaudit.render.scores import ScoreView, score_view
from qualityaudit.report import LIGHTS, Fact, InstrumentReport, Light, PaperReport, Provenance, facts


@dataclass(frozen=True, slots=True)
class FactView:
    """A study fact with its source."""

    label: str
    words: str
    quote: QuoteView | None


@dataclass(frozen=True, slots=True)
class Cited:
    """An instrument's reference."""

    short: str
    name: str
    version: str
    citation: str
    doi: str
    licence: str
    note: str


@dataclass(frozen=True, slots=True)
class InstrumentView:
    """One instrument: its card, its gaps and all its items."""

    score: ScoreView
    gaps: tuple[ItemView, ...]
    undecided: tuple[ItemView, ...]
    groups: tuple[GroupView, ...]
    lights: dict[Light, int]  # how many items are in each state
    worth_head: str  # heading of the column that says what a gap costs; "" where every item counts the same


@dataclass(frozen=True, slots=True)
class PaperView:
    """The page of one paper, top to bottom."""

    title: str
    authors: str
    published: str  # journal · year
    doi: str
    file: str
    primary: bool
    why_not_primary: str
    notes: tuple[str, ...]
    standing: str  # whether a person has confirmed the answers
    confirmed: str  # how many answers are automatic, and who gave the others
    instruments: tuple[InstrumentView, ...]
    facts: tuple[FactView, ...]
    unknown_facts: str
    provenance: tuple[tuple[str, str], ...]
    cited: tuple[Cited, ...]


def paper_view(report: PaperReport) -> PaperView:
    """What the page of one paper shows."""
    front = report.front
    told = facts(report.study)
    standing, confirmed = confirmation(report.instruments)
    return PaperView(
        title=report.title,
        authors=words.people(front.authors),
        published=" · ".join(str(part) for part in (front.journal, front.year) if part),
        doi=front.doi or "",
        file=report.source.name,
        primary=report.primary,
        why_not_primary=report.why_not_primary,
        notes=report.notes,
        standing=standing,
        confirmed=confirmed,
        instruments=tuple(_instrument(instrument) for instrument in report.instruments),
        facts=tuple(_fact(fact) for fact in told if fact.values),
        unknown_facts=words.listed(fact.label.lower() for fact in told if not fact.values),
        provenance=(*_reading(report), *provenance_rows(report.provenance)),
        cited=tuple(cited(instrument.checklist) for instrument in report.instruments),
    )


def confirmation(instruments: tuple[InstrumentReport, ...]) -> tuple[str, str]:
    """Whether a person has confirmed the answers, and how many are still automatic."""
    answers = [answer for instrument in instruments for answer in instrument.sheet.answers]
    people = sorted({answer.by for answer in answers if answer.why == "person"})
    given = sum(answer.why == "person" for answer in answers)
    rest = len(answers) - given
    by_people = f"{given} of {len(answers)} answers were given or confirmed by {words.listed(people)}"
    if not given:
        told = (
            f"All {rest} come from the rules of qualityaudit and are a first reading, to be checked against the quotes."
        )
        return "Automatic answers, not yet confirmed by a person.", told
    if rest:
        return "Partly confirmed by a person.", f"{by_people}; the other {rest} are automatic, not yet confirmed."
    return "Confirmed by a person.", f"{by_people}."


def _instrument(report: InstrumentReport) -> InstrumentView:
    items = item_views(report)
    count = Counter(item.light for item in items)
    return InstrumentView(
        score=score_view(report),
        gaps=gaps(items),
        undecided=undecided(items),
        groups=grouped(report, items),
        lights={state: count[state] for state in LIGHTS if count[state]},
        worth_head="" if counts_items(report.checklist) else report.checklist.scoring.unit.capitalize(),
    )


def _fact(fact: Fact) -> FactView:
    quote = fact.quotes[0] if fact.quotes else None
    view = QuoteView(quote.text, words.place(quote)) if quote else None
    return FactView(fact.label, ", ".join(fact.values), view)


def _reading(report: PaperReport) -> tuple[tuple[str, str], ...]:
    pages = f", {report.source.pages} pages" if report.source.pages else ""
    return (
        ("File", f"{report.source.name} ({report.source.format}{pages})"),
        ("SHA-256", report.source.sha256),
        *((("Supplements", ", ".join(s.name for s in report.supplements)),) if report.supplements else ()),
        ("Sections found", words.listed(report.structure) or "none"),
        ("Main sections found", words.share(report.quality)),
    )


def provenance_rows(provenance: Provenance) -> tuple[tuple[str, str], ...]:
    """Versions and date as label and value."""
    packages = ", ".join(f"{name} {number}" for name, number in provenance.dependencies)
    stamps = ((f"Checklist {s.id}", f"version {s.version}, SHA-256 {s.sha256[:16]}…") for s in provenance.checklists)
    dated = (("Date", provenance.date),) if provenance.date else ()
    return (
        *dated,
        ("qualityaudit", provenance.qualityaudit),
        ("Python", f"{provenance.python} with {packages}" if packages else provenance.python),
        *stamps,
    )


def cited(checklist: Checklist) -> Cited:
    """How to cite an instrument."""
    c = checklist
    return Cited(c.short, c.name, c.version, c.citation, c.doi, c.licence, c.note)
