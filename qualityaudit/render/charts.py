"""Spreads and shares in, the geometry of small drawings out (in units of their viewBox)."""

from dataclasses import dataclass

from qualityaudit.render import words
from qualityaudit.report import Share, Spread


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a histogram."""

    x: float
    y: float
    width: float
    height: float
    label: str  # "60 to 70: 12 papers"


@dataclass(frozen=True, slots=True)
class Histogram:
    """A histogram of 300 × 110 units with its axis from ``low`` to ``high``; ``median`` is an x."""

    columns: tuple[Column, ...]
    ticks: tuple[tuple[float, str], ...]
    median: float
    box: tuple[float, float]  # x of the first and third quartile
    top: int  # papers in the highest column
    summary: str


@dataclass(frozen=True, slots=True)
class Whisker:
    """A share with its interval on a line of 100 units."""

    share: float
    low: float
    high: float


WIDTH, HEIGHT, BASE = 300.0, 84.0, 96.0


def histogram(spread: Spread, low: float, high: float, bins: int, unit: str) -> Histogram:
    """Equal bins from ``low`` to ``high``; the last one takes its upper end in."""
    step = (high - low) / bins
    counts = [0] * bins
    for value in spread.values:
        counts[min(max(int((value - low) / step), 0), bins - 1)] += 1
    top = max(counts)

    def x(value: float) -> float:
        return round(WIDTH * (min(max(value, low), high) - low) / (high - low), 2)

    columns = []
    for index, count in enumerate(counts):
        left, tall = x(low + index * step), round(HEIGHT * count / top, 2)
        first, last = words.number(low + index * step), words.number(low + (index + 1) * step)
        label = f"{first} to {last}: {count} {'paper' if count == 1 else 'papers'}"
        columns.append(Column(left, round(BASE - tall, 2), round(WIDTH / bins - 1.5, 2), tall, label))
    ticks = tuple((x(low + part * (high - low) / 4), words.number(low + part * (high - low) / 4)) for part in range(5))
    return Histogram(tuple(columns), ticks, x(spread.median), (x(spread.q1), x(spread.q3)), top, summary(spread, unit))


def summary(spread: Spread, unit: str) -> str:
    """``median 54.2 % (quartiles 41.0–66.3, range 12–88), mean 53.1 ± 14.2``."""

    def n(value: float) -> str:
        return f"{value:,.1f}".replace("-", "−")

    deviation = "" if spread.sd is None else f" ± {n(spread.sd)}"
    ends = spread.values[0], spread.values[-1]
    return (
        f"median {n(spread.median)}{unit} (quartiles {n(spread.q1)} to {n(spread.q3)}, "
        f"range {n(ends[0])} to {n(ends[1])}), mean {n(spread.mean)}{deviation}"
    )


def whisker(share: Share) -> Whisker | None:
    """Where a share and the ends of its interval stand, or None without any paper."""
    if share.share is None or share.low is None or share.high is None:
        return None
    return Whisker(round(100 * share.share, 2), round(100 * share.low, 2), round(100 * share.high, 2))
