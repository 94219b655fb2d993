"""Option sets in, the total of an instrument out, as the scoring engine counts it."""

from collections.abc import Mapping

from qualityaudit.answers import Answer, AnswerSheet
from qualityaudit.bench.gold import Options
from qualityaudit.checklist import Checklist
from qualityaudit.score import score


def total(checklist: Checklist, chosen: Mapping[str, Options]) -> float:
    """RQS: points (−8…36); other instruments: percent of the applicable (0–100, 0 if nothing applies)."""
    answers = tuple(
        Answer(item=item.id, chosen=tuple(o for o in (*item.option_ids, "na") if o in chosen[item.id]))
        for item in checklist.items
    )
    result = score(checklist, AnswerSheet(checklist=checklist.id, paper="", answers=answers))
    if checklist.scoring.percent_of == "maximum":
        return float(result.points)
    return float(result.percent or 0.0)
