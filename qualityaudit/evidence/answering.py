"""Findings and study facts in, an AnswerSheet out: every item answered, with quotes and a reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from qualityaudit.answers import NA, Answer, AnswerSheet, Quote, Why
from qualityaudit.checklist import Checklist, Item
from qualityaudit.concepts import Finding, Findings
from qualityaudit.evidence.calibration import EMPTY, Calibration, kind_of
from qualityaudit.evidence.expression import Result, evaluate
from qualityaudit.evidence.quotes import best_quotes
from qualityaudit.evidence.rules import ItemRule, Rules
from qualityaudit.study import StudyMetadata

THRESHOLD = 0.75
"""Below this confidence an item is left undecided."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What is known of a paper when its items are answered."""

    findings: Findings
    study: StudyMetadata


def answer(  # noqa: PLR0913
    checklist: Checklist,
    rules: Rules,
    findings: Findings,
    study: StudyMetadata,
    calibration: Calibration = EMPTY,
    threshold: float = THRESHOLD,
) -> AnswerSheet:
    """Answer every item of a checklist.

    ``threshold`` (0–1): an answer less certain than this stays undecided, with its best guess kept.
    """
    paper = Paper(findings, study)
    answers: dict[str, Answer] = {}
    for item in sorted(checklist.items, key=lambda item: not item.condition):
        rule = rules.items[item.id]
        made = _inactive(item, answers) or _not_applicable(item, rule, rules, paper) or _answer(item, rule, paper)
        answers[item.id] = decided(made, calibration, threshold)
    name = findings.document.source.name
    return AnswerSheet(checklist=checklist.id, paper=name, answers=tuple(answers[item.id] for item in checklist.items))


def _inactive(item: Item, answers: Mapping[str, Answer]) -> Answer | None:
    for condition in item.active_if:
        ruling = answers[condition.item]
        if ruling.settled != (condition.requires,):
            reason = f"switched off: {condition.item} is {'/'.join(ruling.settled) or 'open'}"
            quotes = ruling.quotes
            return Answer(item=item.id, chosen=(NA,), why="not_applicable", reason=reason, quotes=quotes)
    return None


def _not_applicable(item: Item, rule: ItemRule, rules: Rules, paper: Paper) -> Answer | None:
    if not item.na:
        return None
    for name in rule.applies:
        applicability = rules.applicability[name]
        result = evaluate(applicability.when, paper.findings, paper.study)
        if result.truth is False:
            quotes = tuple(q for fact in result.facts for q in paper.study.spans.get(fact, ()))[:2]
            return Answer(item=item.id, chosen=(NA,), why="not_applicable", reason=applicability.reason, quotes=quotes)
    return None


def _answer(item: Item, rule: ItemRule, paper: Paper) -> Answer:
    chosen, quotes, reasons = [], list[tuple[Quote, ...]](), list[str]()
    seen: list[Finding] = []
    for option, expression in rule.options.items():
        result = evaluate(expression, paper.findings, paper.study)
        seen.extend(result.seen)
        if result.truth:
            chosen.append(option)
            quotes.append(best_quotes(result, paper.findings, paper.study))
            reasons.append(_because(result))
            if item.select == "one":
                break
    if chosen:
        ordered = tuple(option for option in item.option_ids if option in chosen)
        return _made(item, ordered, "found", "; ".join(dict.fromkeys(reasons)), _taking_turns(quotes), seen, paper)
    for option, expression in rule.likely.items():
        result = evaluate(expression, paper.findings, paper.study)
        if result.truth:
            quote = best_quotes(result, paper.findings, paper.study)
            return _made(item, (option,), "weak", _because(result), quote, seen, paper)
        seen.extend(result.seen)
    return _silence(item, rule, seen, paper)


def _taking_turns(quotes: Sequence[tuple[Quote, ...]]) -> tuple[Quote, ...]:
    """The first quote of every option, then the second ones: each chosen option is shown before any is shown twice."""
    turns: dict[str, Quote] = {}
    for quote in chain.from_iterable(zip_longest(*quotes)):
        if quote is not None:
            turns.setdefault(quote.text, quote)
    return tuple(turns.values())


def _because(result: Result) -> str:
    named = dict.fromkeys([f.concept.replace("_", " ") for f in result.findings] + list(result.facts))
    return ", ".join(list(named)[:4])


def _silence(item: Item, rule: ItemRule, seen: list[Finding], paper: Paper) -> Answer:
    otherwise = () if rule.otherwise is None else (rule.otherwise,)
    where = ", ".join(rule.looks_in)
    document = paper.findings.document
    if rule.looks_in and document.found.isdisjoint(rule.looks_in):
        return _made(item, otherwise, "unread", f"sections not found: {where}", (), seen, paper)
    if any(f.standing == "negated" for f in seen):
        return _made(item, otherwise, "denied", "the text denies it", (), seen, paper)
    why: Why = "seen" if seen else "silent"
    text = "seen, but not as something done in this study" if seen else f"searched in {where}, nothing found"
    return _made(item, otherwise, why, text, (), seen, paper)


def _made(  # noqa: PLR0913
    item: Item,
    chosen: tuple[str, ...],
    why: Why,
    reason: str,
    quotes: tuple[Quote, ...],
    seen: list[Finding],
    paper: Paper,
) -> Answer:
    order = {"negated": 0, "planned": 1, "cited": 2, "limitation": 3, "hypothetical": 4, "elsewhere": 5}
    kinds = {"negated"} if quotes else order.keys()  # beside a quote only what contradicts it
    notable = sorted((f for f in seen if f.standing in kinds), key=lambda f: (order[f.standing], f.sentence))
    kept = {f.sentence: paper.findings.quote(f) for f in reversed(notable)}
    shown = tuple(kept[i] for i in dict.fromkeys(f.sentence for f in notable))[:3]
    return Answer(item=item.id, chosen=chosen, guess=chosen, why=why, reason=reason, quotes=quotes[:3], seen=shown)


def decided(answer: Answer, calibration: Calibration, threshold: float) -> Answer:
    """The same answer with its confidence; undecided, with its guess kept, where that is under ``threshold``.

    Whatever the confidence, a section that was not read decides nothing, and there is no yes without a quote.
    """
    confidence = calibration.confidence(answer.item, kind_of(answer))
    unproved = answer.why in ("found", "weak") and not answer.quotes
    chosen = None if answer.why == "unread" or unproved or confidence < threshold else answer.settled
    return answer.model_copy(update={"confidence": confidence, "guess": answer.settled, "chosen": chosen})
