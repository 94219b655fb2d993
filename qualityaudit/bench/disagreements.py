"""Judged papers in, for one item the answers side by side out, as plain text."""

from collections.abc import Iterator, Sequence

from qualityaudit.answers import Answer
from qualityaudit.bench.gold import GoldAnswer
from qualityaudit.bench.run import Judged


def item_lines(judged: Sequence[Judged], instrument: str, item: str, every: bool = False) -> Iterator[str]:
    """One block per paper where reader and rules disagree (or for every paper)."""
    for j in judged:
        if j.reading is None:
            continue
        gold, ours = j.gold.answers[instrument][item], j.reading.sheets[instrument].by_item[item]
        if every or tuple(sorted(ours.settled)) != gold.options:
            yield from _block(j.gold.name, item, gold, ours)


def _block(paper: str, item: str, gold: GoldAnswer, ours: Answer) -> Iterator[str]:
    said, mine = "+".join(gold.options) or "nothing", "+".join(ours.settled) or "nothing"
    mark = "  " if gold.options == tuple(sorted(ours.settled)) else "≠ "
    yield f"{mark}{paper} {item}: reader {said} (sure {gold.sure}), rules {mine} ({ours.why}; {ours.reason})"
    if gold.quote or gold.note:
        yield f"      reader p{gold.page}: {gold.quote or ''} {'// ' + gold.note if gold.note else ''}"
    for quote in ours.quotes:
        yield f"      ours p{quote.page} [{quote.section}] {quote.concept}: {quote.text[:400]}"
    for quote in ours.seen:
        yield f"      seen p{quote.page} [{quote.section}] {quote.concept} {quote.standing} «{quote.cue}»: {quote.text[:300]}"
