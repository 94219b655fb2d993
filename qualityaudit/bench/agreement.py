"""Pairs of answers in, agreement out: accuracy, Cohen's kappa (DOI 10.1177/001316446002000104), skill, recall."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from qualityaudit.bench.gold import Options


@dataclass(frozen=True, slots=True)
class Case:
    """One item of one paper: what the reader said, what we said."""

    paper: str
    item: str
    gold: Options
    ours: Options
    decided: bool
    on_page: bool | None = None  # is a quote of a right positive answer on the gold page? None: cannot be told

    @property
    def right(self) -> bool:
        """True if both say the same."""
        return self.gold == self.ours


def accuracy(cases: Sequence[Case]) -> float | None:
    """Share of cases answered alike (0–1); ``None`` without cases."""
    return sum(c.right for c in cases) / len(cases) if cases else None


def kappa(cases: Sequence[Case]) -> float | None:
    """Cohen's kappa over the option sets; ``None`` where chance agreement is complete."""
    n = len(cases)
    if not n:
        return None
    gold, ours = Counter(c.gold for c in cases), Counter(c.ours for c in cases)
    by_chance = sum(gold[value] * ours[value] for value in gold) / n**2
    if by_chance == 1:
        return None
    return (sum(c.right for c in cases) / n - by_chance) / (1 - by_chance)


def by_item(cases: Sequence[Case]) -> dict[str, list[Case]]:
    """Cases by item id, in first-seen order."""
    groups: dict[str, list[Case]] = {}
    for case in cases:
        groups.setdefault(case.item, []).append(case)
    return groups


def baseline(cases: Sequence[Case]) -> float:
    """Accuracy of the trivial reader that always gives each item's commonest answer."""
    common = sum(Counter(c.gold for c in group).most_common(1)[0][1] for group in by_item(cases).values())
    return common / len(cases)


def item_kappas(cases: Sequence[Case]) -> tuple[float | None, int]:
    """Mean of the per-item kappas, and how many items have none."""
    kappas = [kappa(group) for group in by_item(cases).values()]
    defined = [k for k in kappas if k is not None]
    return (sum(defined) / len(defined) if defined else None), len(kappas) - len(defined)


def recall(cases: Sequence[Case]) -> dict[str, float]:
    """Share of each gold option set that we gave too."""
    groups: dict[str, list[Case]] = {}
    for case in cases:
        groups.setdefault("+".join(case.gold) or "nothing", []).append(case)
    return {name: round(sum(c.right for c in group) / len(group), 4) for name, group in sorted(groups.items())}
