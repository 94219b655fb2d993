"""The figures of agreement against values worked out by hand."""

import pytest

from qualityaudit.bench.agreement import Case, accuracy, baseline, item_kappas, kappa, recall


def cases(item: str, pairs: str) -> list[Case]:
    """``"yy yn nn"``: reader's answer, then ours."""
    words = {"y": ("yes",), "n": ("no",), "a": ("na",)}
    return [
        Case(f"p{i}", item, words[g], words[o], decided=True)
        for i, (g, o) in enumerate(tuple(pair) for pair in pairs.split())
    ]


def test_kappa_of_a_textbook_table() -> None:
    # 20 both yes, 5 yes/no, 10 no/yes, 15 both no: observed 0.7, by chance 0.5, kappa 0.4
    table = cases("A", " ".join(["yy"] * 20 + ["yn"] * 5 + ["ny"] * 10 + ["nn"] * 15))
    assert accuracy(table) == pytest.approx(0.7)
    assert kappa(table) == pytest.approx(0.4)


def test_kappa_is_undefined_where_everyone_says_the_same() -> None:
    assert kappa(cases("A", "nn nn")) is None


def test_the_mean_of_item_kappas_leaves_undefined_items_out_and_counts_them() -> None:
    mean, undefined = item_kappas(cases("A", "yy nn") + cases("B", "nn nn"))
    assert mean == pytest.approx(1.0)
    assert undefined == 1


def test_the_trivial_reader_gives_each_items_commonest_answer() -> None:
    assert baseline(cases("A", "yy yn ny") + cases("B", "nn nn aa")) == pytest.approx(4 / 6)


def test_recall_is_per_gold_answer() -> None:
    assert recall(cases("A", "yy yn nn aa an")) == {"na": 0.5, "no": 1.0, "yes": 0.5}
