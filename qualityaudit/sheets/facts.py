"""Study facts and people's sheets in, the facts as people corrected them out: a person always wins."""

from collections.abc import Iterable, Mapping

from pydantic import ValidationError

from qualityaudit.errors import AnswersError
from qualityaudit.sheets.reading import PersonSheet
from qualityaudit.study import StudyMetadata
from qualityaudit.yamlfile import suggestion

FACTS = tuple(name for name in StudyMetadata.model_fields if name != "spans")
"""The facts a person may overrule under ``study:`` in a sheet."""


def correct(study: StudyMetadata, people: Iterable[PersonSheet]) -> StudyMetadata:
    """The facts with people's corrections; where several people speak of one fact, the last one counts.

    A corrected fact has no quotes any more, for they spoke for another value.

    Raises:
        AnswersError: naming the file and the fact that does not exist or cannot have that value.
    """
    for person in people:
        if person.study:
            study = _corrected(study, person)
    return study


def _corrected(study: StudyMetadata, person: PersonSheet) -> StudyMetadata:
    for name in person.study:
        if name not in FACTS:
            raise AnswersError(f"{person.file}: study.{name}: no such fact {suggestion(name, list(FACTS))}")
    spans = {name: quotes for name, quotes in study.spans.items() if name not in person.study}
    kept: Mapping[str, object] = {name: getattr(study, name) for name in FACTS if name not in person.study}
    try:
        return StudyMetadata.model_validate({**kept, **person.study, "spans": spans})
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise AnswersError(f"{person.file}: study.{where}: {first['msg']} (got {first['input']!r})") from error
