"""A CorpusReport in, everything its page shows in the order it is shown out."""

from collections.abc import Sequence
from dataclasses import dataclass

from qualityaudit.checklist import Checklist
from qualityaudit.render import words
from qualityaudit.render.charts import Histogram, Whisker, histogram, summary, whisker
from qualityaudit.render.items import short_id
from qualityaudit.render.paper import Cited, cited, confirmation, provenance_rows
from qualityaudit.render.scores import ScoreView, score_view
from qualityaudit.report import Adherence, CorpusReport, Distribution, FactSummary, Failure, Light, PaperReport, Share


@dataclass(frozen=True, slots=True)
class RowView:
    """One paper in the table of papers."""

    number: int
    file: str
    title: str
    byline: str
    link: str  # relative address of its own report, or ""
    primary: bool
    why_not_primary: str
    scores: tuple[ScoreView | None, ...]  # by checklist of the corpus


@dataclass(frozen=True, slots=True)
class HeatColumn:
    """One item of a heat map; ``gap`` starts a new section."""

    number: str
    title: str
    gap: bool


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One paper of a heat map: the letters of its items in order."""

    number: int
    file: str
    link: str
    primary: bool
    lights: tuple[Light, ...]


@dataclass(frozen=True, slots=True)
class HeatView:
    """A paper × item map of one instrument."""

    columns: tuple[HeatColumn, ...]
    rows: tuple[HeatRow, ...]


@dataclass(frozen=True, slots=True)
class AdherenceView:
    """One item over the corpus."""

    number: str
    title: str
    counts: Adherence
    share: Share
    whisker: Whisker | None
    guessed: float | None  # 0–100


@dataclass(frozen=True, slots=True)
class ChartView:
    """One distribution; no drawing without papers."""

    measure: str
    drawing: Histogram | None
    papers: int


@dataclass(frozen=True, slots=True)
class InstrumentView:
    """One instrument over the corpus."""

    id: str
    short: str
    name: str
    partly: bool  # items can be partly met
    charts: tuple[ChartView, ...]
    sections: tuple[tuple[str, tuple[AdherenceView, ...]], ...]
    heat: HeatView


@dataclass(frozen=True, slots=True)
class FactView:
    """One study fact over the corpus."""

    label: str
    known: int
    total: int
    counts: tuple[tuple[str, int, float], ...]  # value, papers, 0–1
    more: int  # values left out at the end
    summary: str


@dataclass(frozen=True, slots=True)
class CorpusView:
    """The page of a corpus, top to bottom."""

    read: int
    primary: int
    standing: str
    confirmed: str
    failures: tuple[Failure, ...]
    heads: tuple[str, ...]  # short names of the instruments
    papers: tuple[RowView, ...]
    instruments: tuple[InstrumentView, ...]
    facts: tuple[FactView, ...]
    provenance: tuple[tuple[str, str], ...]
    cited: tuple[Cited, ...]


MOST_VALUES = 12


def corpus_view(corpus: CorpusReport, names: Sequence[str] = ()) -> CorpusView:
    """What the page of a corpus shows; ``names`` are the papers' file names under ``papers/``, to link to."""
    links = [f"papers/{name}.html" for name in names] or [""] * len(corpus.papers)
    standing, confirmed = confirmation(tuple(i for paper in corpus.papers for i in paper.instruments))
    return CorpusView(
        read=len(corpus.papers),
        primary=len(corpus.primary),
        standing=standing,
        confirmed=confirmed,
        failures=corpus.failures,
        heads=tuple(checklist.short for checklist in corpus.checklists),
        papers=tuple(_row(corpus, n, p, link) for n, (p, link) in enumerate(zip(corpus.papers, links, strict=True), 1)),
        instruments=tuple(_instrument(corpus, checklist, links) for checklist in corpus.checklists),
        facts=tuple(_fact(fact, len(corpus.primary)) for fact in corpus.facts if fact.known),
        provenance=provenance_rows(corpus.provenance),
        cited=tuple(cited(checklist) for checklist in corpus.checklists),
    )


def _row(corpus: CorpusReport, number: int, paper: PaperReport, link: str) -> RowView:
    reports = {report.checklist.id: report for report in paper.instruments}
    scores = (score_view(reports[c.id]) if c.id in reports else None for c in corpus.checklists)
    who = words.people(paper.front.authors, 1)
    byline = " · ".join(str(part) for part in (who, paper.front.year) if part)
    return RowView(
        number, paper.source.name, paper.title, byline, link, paper.primary, paper.why_not_primary, tuple(scores)
    )


def _instrument(corpus: CorpusReport, checklist: Checklist, links: Sequence[str]) -> InstrumentView:
    adherence = [a for a in corpus.adherence if a.checklist == checklist.id]
    titles = {group.id: group.title for group in checklist.sections}
    sections: dict[str, list[AdherenceView]] = {}
    for item, counted in zip(checklist.scored_items, adherence, strict=True):
        guessed = None if counted.guessed.share is None else round(100 * counted.guessed.share, 2)
        view = AdherenceView(short_id(item), item.title, counted, counted.share, whisker(counted.share), guessed)
        sections.setdefault(titles[item.section], []).append(view)
    return InstrumentView(
        id=checklist.id,
        short=checklist.short,
        name=checklist.name,
        partly=any(item.range[1] > 1 and len(item.options) > 2 for item in checklist.scored_items),
        charts=tuple(_chart(checklist, d) for d in corpus.distributions if d.checklist == checklist.id),
        sections=tuple((title, tuple(views)) for title, views in sections.items()),
        heat=_heat(corpus, checklist, links),
    )


def _heat(corpus: CorpusReport, checklist: Checklist, links: Sequence[str]) -> HeatView:
    columns, last = [], None
    for item in checklist.items:
        columns.append(HeatColumn(short_id(item), item.title, last not in (None, item.section)))
        last = item.section
    rows = [
        HeatRow(n, p.source.name, link, p.primary, tuple(report.light_of(item) for item in checklist.items))
        for n, (p, link) in enumerate(zip(corpus.papers, links, strict=True), 1)
        for report in p.instruments
        if report.checklist.id == checklist.id
    ]
    return HeatView(tuple(columns), tuple(rows))


def _chart(checklist: Checklist, distribution: Distribution) -> ChartView:
    spread, percent = distribution.spread, distribution.measure == "percent"
    if spread is None:
        return ChartView(distribution.measure, None, 0)
    if percent:
        return ChartView("percent", histogram(spread, 0, 100, 20, "\u00a0%"), spread.n)
    low, high = (sum(item.range[end] for item in checklist.scored_items) for end in (0, 1))
    return ChartView("points", histogram(spread, low, high, min(high - low, 22), " points"), spread.n)


def _fact(fact: FactSummary, total: int) -> FactView:
    counts = tuple((value, papers, papers / total) for value, papers in fact.counts[:MOST_VALUES])
    numbers = "" if fact.spread is None else summary(fact.spread, "")
    return FactView(fact.label, fact.known, total, counts, max(0, len(fact.counts) - MOST_VALUES), numbers)
