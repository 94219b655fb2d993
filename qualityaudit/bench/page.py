"""Judged papers in, one HTML page out: per item the confusions, per paper our evidence beside the reader's quote."""

from collections import Counter
from collections.abc import Sequence

from qualityaudit.answers import Answer
from qualityaudit.audit import Kit
from qualityaudit.bench.agreement import Case, accuracy, by_item, kappa
from qualityaudit.bench.gold import GoldAnswer
from qualityaudit.bench.run import Judged, cases_of
from qualityaudit.checklist import Item
from qualityaudit.render.html import page
from qualityaudit.value import Value


class Difference(Value):
    """One paper where the reader and the rules disagree."""

    paper: str
    reader: str
    sure: int
    reader_quote: str
    reader_page: int | None
    note: str
    ours: Answer
    mine: str


class ItemDifferences(Value):
    """One item: its figures, its confusions and its disagreements."""

    item: Item
    accuracy: float
    kappa: float | None
    confusions: tuple[tuple[str, str, int], ...]  # reader, rules, papers; most frequent first
    differences: tuple[Difference, ...]


class PaperDifferences(Value):
    """One paper: the share of its answers that agree, and the items that do not, by instrument."""

    paper: str
    right: float
    wrong: tuple[tuple[str, tuple[str, ...]], ...]  # short name of the instrument, ids of its items

    @classmethod
    def of(cls, judged: Judged, kit: Kit) -> "PaperDifferences":
        """Compare one paper's sheets with its reader."""
        wrong, cases = [], list[Case]()
        for instrument in kit.instruments:
            here = cases_of([judged], instrument.checklist.id)
            cases += here
            wrong.append((instrument.checklist.short, tuple(c.item for c in here if not c.right)))
        return cls(paper=judged.gold.name, right=accuracy(cases) or 0.0, wrong=tuple(wrong))


def disagreements_page(judged: Sequence[Judged], kit: Kit) -> str:
    """A self-contained HTML page; items with the most disagreements come first."""
    groups = [
        (instrument.checklist, _items(judged, instrument.checklist.id, instrument.checklist.items))
        for instrument in kit.instruments
    ]
    papers = [PaperDifferences.of(j, kit) for j in judged if j.reading is not None]
    papers.sort(key=lambda paper: paper.right)
    return page("disagreements.html.j2", title="Disagreements with careful readers", groups=groups, papers=papers)


def _items(judged: Sequence[Judged], instrument: str, items: Sequence[Item]) -> list[ItemDifferences]:
    grouped = by_item(cases_of(judged, instrument))
    made = []
    for item in items:
        cases = grouped.get(item.id, [])
        wrong = Counter((_said(c.gold), _said(c.ours)) for c in cases if not c.right)
        if not wrong:
            continue
        made.append(
            ItemDifferences(
                item=item,
                accuracy=accuracy(cases) or 0.0,
                kappa=kappa(cases),
                confusions=tuple((gold, ours, n) for (gold, ours), n in wrong.most_common()),
                differences=tuple(_differences(judged, instrument, item.id)),
            )
        )
    return sorted(made, key=lambda i: i.accuracy)


def _differences(judged: Sequence[Judged], instrument: str, item: str) -> list[Difference]:
    found = []
    for j in judged:
        if j.reading is None:
            continue
        gold, ours = j.gold.answers[instrument][item], j.reading.sheets[instrument].by_item[item]
        if tuple(sorted(ours.settled)) != gold.options:
            found.append(_difference(j.gold.name, gold, ours))
    return found


def _difference(paper: str, gold: GoldAnswer, ours: Answer) -> Difference:
    return Difference(
        paper=paper,
        reader=_said(gold.options),
        sure=gold.sure,
        reader_quote=gold.quote or "",
        reader_page=gold.page,
        note=gold.note,
        ours=ours,
        mine=_said(ours.settled),
    )


def _said(options: Sequence[str]) -> str:
    return " + ".join(options) or "nothing"
