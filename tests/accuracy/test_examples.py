"""The example papers against the answers of careful readers (gold/ beside this file; papers and answers are invented).

These five papers were in sight while the rules were written: the test guards against losing what is read in them. How
well unseen papers are read is measured elsewhere, see the README.
"""

from functools import lru_cache
from pathlib import Path

import pytest

from qualityaudit.audit import load_kit
from qualityaudit.bench import agreement
from qualityaudit.bench.gold import load_gold
from qualityaudit.bench.run import Judged, cases_of, judge

GOLD = Path(__file__).parent / "gold"


@lru_cache(maxsize=1)
def judged(papers: Path) -> tuple[Judged, ...]:
    return tuple(judge(load_gold(GOLD, papers), load_kit()))


@pytest.mark.parametrize("instrument", ["clear", "rqs", "metrics"])
def test_the_examples_are_read_as_careful_readers_do(instrument: str, examples: Path) -> None:
    cases = cases_of(judged(examples / "papers"), instrument)
    assert len(cases) == 5 * {"clear": 58, "rqs": 16, "metrics": 35}[instrument]
    wrong = [f"{c.paper} {c.item}: {'+'.join(c.gold)} read as {'+'.join(c.ours)}" for c in cases if c.gold != c.ours]
    assert len(wrong) <= 0.08 * len(cases), "\n".join(wrong)


def test_yes_and_no_are_both_recognised(examples: Path) -> None:
    recall = agreement.recall(cases_of(judged(examples / "papers"), "clear"))
    assert min(recall.values()) >= 0.85


def test_every_yes_has_a_quote_that_stands_in_the_paper(examples: Path) -> None:
    for paper in judged(examples / "papers"):
        assert paper.reading is not None
        sentences = {s.text for s in paper.reading.document.sentences}
        for sheet in paper.reading.sheets.values():
            for answer in sheet.answers:
                if answer.why == "found" and answer.chosen not in (None, ()):
                    assert answer.quotes, answer.item
                for quote in answer.quotes:
                    assert quote.text in sentences
                    assert quote.page is not None
