"""A PaperReport in, text for a terminal out: the gaps first, each with what to write."""

from collections.abc import Iterator
from textwrap import fill, shorten

from qualityaudit.answers import Answer
from qualityaudit.checklist import Item
from qualityaudit.report import InstrumentReport, PaperReport

WIDTH = 100


def gaps_text(report: PaperReport, every: bool = False) -> str:
    """What is missing, what is open and, with ``every``, what is reported; grouped, in the order of the items."""
    lines = [report.title, ""]
    if not report.primary:
        lines += [f"Note: this does not look like a primary radiomics study: {report.why_not_primary}", ""]
    for instrument in report.instruments:
        lines += _instrument(instrument, every)
    return "\n".join([*lines, "Automatic answers, not yet confirmed by a person."])


def _instrument(instrument: InstrumentReport, every: bool) -> Iterator[str]:
    pairs = [(item, instrument.answer_to(item)) for item in instrument.checklist.scored_items]
    missing = [(i, a) for i, a in pairs if not a.undecided and _worst(i, a)]
    unsure = [(i, a) for i, a in pairs if a.undecided]
    yield f"{instrument.checklist.short}: {instrument.score.headline}"
    yield ""
    yield f"Missing ({len(missing)})" if missing else "Nothing is missing."
    for item, answer in missing:
        yield from _gap(item, answer)
    if unsure:
        yield f"Please check yourself ({len(unsure)})"
        for item, answer in unsure:
            yield from _gap(item, answer)
    if every:
        yield "Reported"
        for item, answer in pairs:
            if not answer.undecided and not _worst(item, answer):
                yield from _reported(item, answer)


def _worst(item: Item, answer: Answer) -> bool:
    earned = sum(option.points for option in item.options if option.id in answer.settled)
    return "na" not in answer.settled and earned <= item.range[0] and item.range[1] > item.range[0]


def _gap(item: Item, answer: Answer) -> Iterator[str]:
    mark = "?" if answer.undecided else "✗"
    optional = "" if item.essential else " (recommended, not essential)"
    yield f"  {mark} {item.id} {item.title}{optional}"
    if item.advice:
        yield fill(item.advice, WIDTH, initial_indent="      write: ", subsequent_indent="             ")
    for quote in answer.seen[:1]:
        place = f"p. {quote.page}, " if quote.page else ""
        yield f"      seen, not counted ({place}{quote.standing}): {shorten(quote.text, 160, placeholder=' …')}"
    for quote in answer.quotes[:1]:
        place = f"p. {quote.page}: " if quote.page else ""
        yield f"      perhaps: {place}{shorten(quote.text, 160, placeholder=' …')}"
    yield ""


def _reported(item: Item, answer: Answer) -> Iterator[str]:
    said = "n/a: " + answer.reason if "na" in answer.settled else "+".join(answer.settled) or "none"
    yield f"  ✓ {item.id} {item.title}: {said}"
    for quote in answer.quotes[:1]:
        place = f"p. {quote.page}: " if quote.page else ""
        yield f"      {place}{shorten(quote.text, 200, placeholder=' …')}"
