"""The arithmetic: intervals hold every completion, n/a leaves both sums, conditions switch items off."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualityaudit.answers import Answer, AnswerSheet
from qualityaudit.checklist import Checklist, load_checklist
from qualityaudit.errors import AnswersError
from qualityaudit.score import score

CLEAR, RQS, METRICS = (load_checklist(name) for name in ("clear", "rqs", "metrics"))


def sheet(checklist: Checklist, chosen: dict[str, tuple[str, ...] | None], fill: str | None = None) -> AnswerSheet:
    answers = [Answer(item=item, chosen=options) for item, options in chosen.items()]
    if fill:
        answers += [Answer(item=i.id, chosen=(fill,)) for i in checklist.items if i.id not in chosen]
    return AnswerSheet(checklist=checklist.id, paper="test", answers=tuple(answers))


def test_clear_shows_both_denominators() -> None:
    result = score(CLEAR, sheet(CLEAR, {"CLEAR-01": ("na",), "CLEAR-02": ("no",), "CLEAR-53": ("no",)}, "yes"))
    assert (result.points, result.reachable, result.total) == (55, 57, 58)
    assert result.percent == 96.5
    assert result.percent_of_all == 94.8
    assert result.percent_essential == 98.2  # 54 of 55
    assert (result.met, result.not_met, result.na, result.open) == (55, 2, 1, 0)


def test_percent_of_nothing_is_nothing() -> None:
    result = score(CLEAR, sheet(CLEAR, {}, "na"))
    assert result.percent is None
    assert result.headline == "–"


def test_an_undecided_condition_widens_the_interval() -> None:
    known = {"condition1": ("yes",), "condition2": ("no",), "condition4": ("no",), "condition5": ("no",)}
    decided = score(METRICS, sheet(METRICS, {**known, "condition3": ("no",)}, "no"))
    open_ = score(METRICS, sheet(METRICS, {**known, "condition3": None, "METRICS-12": ("yes",)}, "no"))
    assert decided.percent == 0.0
    assert open_.low == 0.0
    assert open_.high == pytest.approx(100 * 311 / 8875, abs=0.05)


@pytest.mark.parametrize(
    ("item", "options", "message"),
    [
        ("RQS-05", ("0",), r"RQS-05: '0' is no answer to this item \(allowed: neither, either\)"),
        ("RQS-05", ("na",), "RQS-05: not applicable is no answer"),
        ("RQS-12", ("same", "two"), "RQS-12: same\\+two: only one answer is possible"),
        ("RQS-77", ("yes",), "rqs has no item 'RQS-77'"),
    ],
)
def test_impossible_answers_are_refused(item: str, options: tuple[str, ...], message: str) -> None:
    with pytest.raises(AnswersError, match=message):
        score(RQS, sheet(RQS, {item: options}))


def options_of(checklist: Checklist, number: int) -> st.SearchStrategy[tuple[str, ...] | None]:
    item = checklist.items[number]
    known = [(option,) for option in item.option_ids] if item.select == "one" else [(), item.option_ids]
    return st.sampled_from([*known, *([("na",)] if item.na else []), None])


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_the_interval_holds_every_way_to_decide(data: st.DataObject) -> None:
    checklist = data.draw(st.sampled_from([CLEAR, RQS, METRICS]))
    chosen = {item.id: data.draw(options_of(checklist, n)) for n, item in enumerate(checklist.items)}
    undecided = [i for i, options in chosen.items() if options is None]
    for item in undecided[4:]:  # few enough to try them all
        chosen[item] = (checklist.by_id[item].option_ids[0],)
    result = score(checklist, sheet(checklist, chosen))
    ways = [
        [(o,) for o in checklist.by_id[i].option_ids] + ([("na",)] if checklist.by_id[i].na else [])
        if checklist.by_id[i].select == "one"
        else [(), checklist.by_id[i].option_ids]
        for i in undecided[:4]
    ]
    for way in product(*ways):
        done = score(checklist, sheet(checklist, chosen | dict(zip(undecided[:4], way, strict=True))))
        assert result.points_low <= done.points <= result.points_high
        if done.percent is not None and result.low is not None and result.high is not None:
            assert result.low <= done.percent <= result.high


@settings(max_examples=25, deadline=None)
@given(st.permutations(list(range(16))))
def test_the_order_of_answers_does_not_matter(order: list[int]) -> None:
    chosen: dict[str, tuple[str, ...] | None] = {RQS.items[n].id: (RQS.items[n].option_ids[-1],) for n in range(16)}
    shuffled = {RQS.items[n].id: chosen[RQS.items[n].id] for n in order}
    assert score(RQS, sheet(RQS, chosen)) == score(RQS, sheet(RQS, shuffled))
