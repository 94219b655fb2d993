"""Gold papers and a kit in, the figures of agreement out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qualityaudit.answers import NA, Answer
from qualityaudit.audit import Kit, Reading, audit_file
from qualityaudit.bench import agreement
from qualityaudit.bench.agreement import Case
from qualityaudit.bench.gold import GoldAnswer, GoldPaper
from qualityaudit.errors import PaperError

Figures = dict[str, object]


@dataclass(frozen=True, slots=True)
class Judged:
    """A gold paper with our reading of it, or the reason why it could not be read."""

    gold: GoldPaper
    reading: Reading | None
    failure: str = ""


def judge(papers: Sequence[GoldPaper], kit: Kit) -> list[Judged]:
    """Read and answer every gold paper."""
    judged = []
    for paper in papers:
        try:
            judged.append(Judged(paper, audit_file(paper.file, kit)))
        except PaperError as error:
            judged.append(Judged(paper, None, str(error)))
    return judged


def cases_of(judged: Sequence[Judged], instrument: str) -> list[Case]:
    """All items of one instrument in all papers; a paper that could not be read counts as undecided, guess none."""
    return [
        _case(j, item, gold, None if j.reading is None else j.reading.sheets[instrument].by_item[item])
        for j in judged
        for item, gold in j.gold.answers[instrument].items()
    ]


def _case(judged: Judged, item: str, gold: GoldAnswer, ours: Answer | None) -> Case:
    if ours is None:
        return Case(judged.gold.name, item, gold.options, ("unread",), decided=False)
    settled = tuple(sorted(ours.settled))
    on_page = None
    if settled == gold.options and settled not in {(), ("no",), (NA,)} and gold.page is not None:
        pages = [quote.page for quote in ours.quotes]
        on_page = gold.page in pages if any(pages) or not pages else None
    return Case(judged.gold.name, item, gold.options, settled, not ours.undecided, on_page)


def figures(cases: Sequence[Case]) -> Figures:
    """The figures of one instrument; see the README for what each key means."""
    decided = [c for c in cases if c.decided]
    paged = [c.on_page for c in cases if c.on_page is not None]
    mean, undefined = agreement.item_kappas(cases)
    right, trivial = agreement.accuracy(cases) or 0.0, agreement.baseline(cases)
    return {
        "n": len(cases),
        "accuracy": _round(right),
        "kappa": _round(agreement.kappa(cases)),
        "kappa_items": _round(mean),
        "kappa_items_undefined": undefined,
        "baseline_accuracy": _round(trivial),
        "skill": _round((right - trivial) / (1 - trivial)) if trivial < 1 else None,
        "coverage": _round(len(decided) / len(cases)),
        "accuracy_decided": _round(agreement.accuracy(decided)),
        "recall": agreement.recall(cases),
        "evidence_page": _round(sum(paged) / len(paged)) if paged else None,
        "items": {item: _item(group) for item, group in agreement.by_item(cases).items()},
    }


def _item(cases: Sequence[Case]) -> Figures:
    return {
        "n": len(cases),
        "accuracy": _round(agreement.accuracy(cases)),
        "kappa": _round(agreement.kappa(cases)),
        "baseline_accuracy": _round(agreement.baseline(cases)),
        "recall": agreement.recall(cases),
    }


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def total_error(judged: Sequence[Judged], kit: Kit, instrument: str) -> float | None:
    """Mean absolute error of the total (RQS: points; METRICS, CLEAR: percentage points), best guesses throughout."""
    from qualityaudit.bench.totals import total

    checklist = next(i.checklist for i in kit.instruments if i.checklist.id == instrument)
    errors = []
    for j in judged:
        if j.reading is None:
            continue
        gold = {item: a.options for item, a in j.gold.answers[instrument].items()}
        ours = {item: a.settled for item, a in j.reading.sheets[instrument].by_item.items()}
        errors.append(abs(total(checklist, gold) - total(checklist, ours)))
    return _round(sum(errors) / len(errors)) if errors else None


def primary_figures(judged: Sequence[Judged]) -> Figures:
    """How often primary radiomics studies, and papers that are none, are told apart."""
    pairs = [(j.gold.primary, j.reading.study.primary_radiomics) for j in judged if j.reading is not None]
    figures: Figures = {"n": len(pairs), "accuracy": _share([gold == ours for gold, ours in pairs])}
    for name, kind in (("recall_primary", True), ("recall_other", False)):
        figures[name] = _share([ours is kind for gold, ours in pairs if gold is kind])
    return figures


def _share(right: Sequence[bool]) -> float | None:
    return _round(sum(right) / len(right)) if right else None


def bench(judged: Sequence[Judged], kit: Kit) -> Figures:
    """Everything ``qaudit bench --format json`` prints."""
    instruments: dict[str, Mapping[str, object]] = {}
    for instrument in kit.instruments:
        name = instrument.checklist.id
        instruments[name] = figures(cases_of(judged, name)) | {"total_mae": total_error(judged, kit, name)}
    return {
        "papers": len(judged),
        "unread": {j.gold.name: j.failure for j in judged if j.reading is None},
        "instruments": instruments,
        "primary": primary_figures(judged),
    }
