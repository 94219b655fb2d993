"""Reports of many papers in, adherence per item, score distributions and study facts of the corpus out."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal

from qualityaudit.checklist import Checklist, Item
from qualityaudit.report.facts import Fact, FactKind, facts
from qualityaudit.report.intervals import Share, Spread
from qualityaudit.report.lights import light_of
from qualityaudit.report.paper import Failure, InstrumentReport, PaperReport
from qualityaudit.report.provenance import Provenance, gather_provenance
from qualityaudit.value import Value


class Adherence(Value):
    """How often an item is met in the primary studies of a corpus.

    ``share`` counts papers that reach at least one point on the item among those where it applies and is
    decided; ``guessed`` is the same with every undecided answer taken at its best guess.
    """

    checklist: str
    item: str
    number: int
    title: str
    section: str
    full: int = 0
    part: int = 0
    no: int = 0
    na: int = 0
    open: int = 0
    share: Share
    guessed: Share


class Distribution(Value):
    """The scores of one instrument over the primary studies of a corpus, undecided items as in each score."""

    checklist: str
    measure: Literal["percent", "points"]
    spread: Spread | None


class FactSummary(Value):
    """One study fact over the primary studies of a corpus: in how many papers each value stands."""

    name: str
    label: str
    kind: FactKind
    known: int  # papers that state it
    counts: tuple[tuple[str, int], ...] = ()  # most frequent first, then by name
    spread: Spread | None = None


class CorpusReport(Value):
    """Many papers together; ``papers`` in the order given, statistics over the primary studies only."""

    papers: tuple[PaperReport, ...]
    failures: tuple[Failure, ...]
    checklists: tuple[Checklist, ...]
    adherence: tuple[Adherence, ...]
    distributions: tuple[Distribution, ...]
    facts: tuple[FactSummary, ...]
    provenance: Provenance

    @property
    def primary(self) -> tuple[PaperReport, ...]:
        """The papers that are primary radiomics studies."""
        return tuple(paper for paper in self.papers if paper.primary)


def corpus_report(
    papers: Sequence[PaperReport], failures: Sequence[Failure], provenance: Provenance | None = None
) -> CorpusReport:
    """Put the reports of many papers together; a fixed order of ``papers`` gives a fixed report.

    Without ``provenance``, that of the first paper stands for all.
    """
    checklists = {i.checklist.id: i.checklist for paper in papers for i in paper.instruments}
    primary = [paper for paper in papers if paper.primary]
    return CorpusReport(
        papers=tuple(papers),
        failures=tuple(failures),
        checklists=tuple(checklists.values()),
        adherence=tuple(a for c in checklists.values() for a in adherence(c, primary)),
        distributions=tuple(d for c in checklists.values() for d in distributions(c, primary)),
        facts=summarise_facts(primary),
        provenance=provenance or (papers[0].provenance if papers else gather_provenance(())),
    )


def adherence(checklist: Checklist, papers: Iterable[PaperReport]) -> tuple[Adherence, ...]:
    """Adherence to each scored item of a checklist, in published order."""
    judged = _judged(checklist, papers)
    return tuple(_adherence(checklist, item, judged) for item in checklist.scored_items)


def _adherence(checklist: Checklist, item: Item, judged: Sequence[InstrumentReport]) -> Adherence:
    lights = Counter(report.light_of(item) for report in judged)
    settled = Counter(light_of(item, report.answer_to(item).settled) for report in judged)
    met, guessed = lights["yes"] + lights["part"], settled["yes"] + settled["part"]
    return Adherence(
        checklist=checklist.id,
        item=item.id,
        number=item.number,
        title=item.title,
        section=item.section,
        full=lights["yes"],
        part=lights["part"],
        no=lights["no"],
        na=lights["na"],
        open=lights["open"],
        share=Share.of(met, met + lights["no"]),
        guessed=Share.of(guessed, guessed + settled["no"]),
    )


def distributions(checklist: Checklist, papers: Iterable[PaperReport]) -> tuple[Distribution, ...]:
    """How the scores spread: in percent, and in points where the instrument has a fixed maximum."""
    scores = [report.score for report in _judged(checklist, papers)]
    percent = Spread.of([s.percent for s in scores if s.percent is not None])
    made = [Distribution(checklist=checklist.id, measure="percent", spread=percent)]
    if checklist.scoring.percent_of == "maximum":
        total = Spread.of([float(s.points) for s in scores])
        made.append(Distribution(checklist=checklist.id, measure="points", spread=total))
    return tuple(made)


def _judged(checklist: Checklist, papers: Iterable[PaperReport]) -> list[InstrumentReport]:
    return [i for paper in papers for i in paper.instruments if i.checklist.id == checklist.id]


def summarise_facts(papers: Iterable[PaperReport]) -> tuple[FactSummary, ...]:
    """The study facts of several papers, counted; free text is left out."""
    columns = zip(*(facts(paper.study) for paper in papers), strict=True)
    return tuple(_summary(column) for column in columns if column[0].kind != "text")


def _summary(column: Sequence[Fact]) -> FactSummary:
    first = column[0]
    counts = Counter(value for fact in column for value in dict.fromkeys(fact.values))
    numbers = [fact.number for fact in column if fact.number is not None]
    choice = first.kind == "choice"
    return FactSummary(
        name=first.name,
        label=first.label,
        kind=first.kind,
        known=sum(bool(fact.values) for fact in column),
        counts=tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))) if choice else (),
        spread=None if choice else Spread.of(numbers),
    )
