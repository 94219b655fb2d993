"""Wilson intervals and spreads against numbers known from elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualityaudit.report import Share, Spread, wilson


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [
        (
            81,
            263,
            0.2553,
            0.3662,
        ),  # Newcombe 1998, doi:10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (10, 10, 0.7225, 1.0000),
    ],
)
def test_wilson_gives_published_bounds(k: int, n: int, low: float, high: float) -> None:
    assert wilson(k, n) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_an_interval_holds_its_share_and_mirrors(pair: tuple[int, int]) -> None:
    k, n = pair
    bounds, mirrored = wilson(k, n), wilson(n - k, n)
    assert bounds is not None
    assert mirrored is not None
    assert 0 <= bounds[0] <= k / n <= bounds[1] <= 1
    assert bounds == pytest.approx((1 - mirrored[1], 1 - mirrored[0]), abs=1e-12)


def test_a_share_of_nothing_is_none() -> None:
    assert wilson(0, 0) is None
    assert Share.of(0, 0).share is None


def test_an_impossible_share_is_refused() -> None:
    with pytest.raises(ValueError, match="3 of 2"):
        wilson(3, 2)


def test_quartiles_are_interpolated_linearly() -> None:
    spread = Spread.of([4, 1, 3, 2])
    assert spread is not None
    assert (spread.q1, spread.median, spread.q3) == (1.75, 2.5, 3.25)
    assert spread.values == (1, 2, 3, 4)


def test_one_value_has_no_deviation() -> None:
    spread = Spread.of([7.0])
    assert spread is not None
    assert spread.sd is None
    assert spread.q1 == spread.q3 == 7


def test_the_spread_of_nothing_is_none() -> None:
    assert Spread.of([]) is None
