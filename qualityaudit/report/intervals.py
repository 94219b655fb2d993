"""Counts and lists of numbers in, shares with their confidence interval and spreads out."""

import math
import statistics
from collections.abc import Sequence
from typing import Self

from qualityaudit.value import Value

Z95 = 1.959963984540054
"""The 97.5 % point of the standard normal distribution."""


class Share(Value):
    """``k`` of ``n`` as a proportion with its 95 % Wilson interval, all 0–1; ``None`` when ``n`` is 0."""

    k: int
    n: int
    share: float | None
    low: float | None
    high: float | None

    @classmethod
    def of(cls, k: int, n: int) -> Self:
        """The share ``k`` of ``n`` with its interval."""
        bounds = wilson(k, n)
        low, high = bounds or (None, None)
        return cls(k=k, n=n, share=k / n if n else None, low=low, high=high)


class Spread(Value):
    """How a list of numbers is spread; quartiles by linear interpolation between the ordered values."""

    values: tuple[float, ...]  # sorted
    mean: float
    sd: float | None  # sample standard deviation, None for a single value
    median: float
    q1: float
    q3: float

    @property
    def n(self) -> int:
        """How many numbers there are."""
        return len(self.values)

    @classmethod
    def of(cls, values: Sequence[float]) -> Self | None:
        """The spread of some numbers, or None without any."""
        if not values:
            return None
        ordered = tuple(sorted(values))
        quartiles = statistics.quantiles(ordered, n=4, method="inclusive") if len(ordered) > 1 else [ordered[0]] * 3
        return cls(
            values=ordered,
            mean=statistics.fmean(ordered),
            sd=statistics.stdev(ordered) if len(ordered) > 1 else None,
            median=statistics.median(ordered),
            q1=quartiles[0],
            q3=quartiles[2],
        )


def wilson(k: int, n: int, z: float = Z95) -> tuple[float, float] | None:
    """Bounds (0–1) of the score interval for ``k`` successes in ``n`` trials; None when ``n`` is 0.

    Source: Wilson EB, J Am Stat Assoc 1927;22:209–212, doi:10.1080/01621459.1927.10502953.
    """
    if not 0 <= k <= n:
        raise ValueError(f"{k} of {n} is no share")
    if n == 0:
        return None
    share, square = k / n, z * z
    centre = (share + square / (2 * n)) / (1 + square / n)
    half = z / (1 + square / n) * math.sqrt(share * (1 - share) / n + square / (4 * n * n))
    low = 0.0 if k == 0 else max(0.0, centre - half)
    high = 1.0 if k == n else min(1.0, centre + half)
    return low, high
