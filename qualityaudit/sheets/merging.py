"""The automatic sheet and people's sheets in, one sheet out: a person always wins, the last one named most of all."""

from qualityaudit.answers import NA, Answer, AnswerSheet
from qualityaudit.sheets.reading import PersonSheet


def merge(automatic: AnswerSheet, *people: PersonSheet) -> AnswerSheet:
    """Put people's answers in place of the automatic ones; the automatic quotes stay where the answer is the same."""
    given = {answer.item: answer for person in people for answer in person.sheet.answers}
    return automatic.model_copy(
        update={"answers": tuple(_merged(answer, given.get(answer.item)) for answer in automatic.answers)}
    )


def _merged(ours: Answer, theirs: Answer | None) -> Answer:
    if theirs is None:
        return ours
    same = theirs.settled == ours.settled and theirs.settled != (NA,)
    quotes = theirs.quotes or (ours.quotes if same else ())
    return theirs.model_copy(update={"quotes": quotes, "confidence": None})
