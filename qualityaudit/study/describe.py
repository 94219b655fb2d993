"""A Document and what was found in it in, StudyMetadata out: every topic is read once, later topics build on earlier ones."""

from qualityaudit.concepts import Findings, detect, load_library
from qualityaudit.document import Document
from qualityaudit.study.applicability import applicability
from qualityaudit.study.availability import availability
from qualityaudit.study.cohort import cohort
from qualityaudit.study.disease import disease
from qualityaudit.study.features import features
from qualityaudit.study.front import front
from qualityaudit.study.imaging import imaging
from qualityaudit.study.kind import kind
from qualityaudit.study.metadata import StudyMetadata
from qualityaudit.study.modelling import modelling
from qualityaudit.study.objective import objective
from qualityaudit.study.regions import regions
from qualityaudit.study.remainder import remainder
from qualityaudit.study.segmentation import segmentation
from qualityaudit.study.validation import NEEDED, validation
from qualityaudit.study.view import Facts, View


def describe(document: Document, findings: Findings | None = None) -> StudyMetadata:
    """The facts of the study a document reports, each with the sentences it was read in.

    ``findings``: the concepts recognised in the document, where they are known already.
    """
    found = detect(document, load_library(), NEEDED) if findings is None else findings
    view = View(document, found.doubtful)
    facts: Facts = front(view) | disease(view) | imaging(view) | features(view) | availability(view)
    facts |= segmentation(view, facts) | regions(view)
    facts |= modelling(view, facts)
    facts |= cohort(view)
    facts |= validation(view, facts, found)
    facts |= objective(view, facts)
    facts |= kind(view, facts)
    facts |= applicability(view, facts)
    facts |= remainder(view, facts)
    values = {name: fact.value for name, fact in facts.items()}
    spans = {name: tuple(map(view.quote, fact.sentences)) for name, fact in facts.items() if fact.sentences}
    return StudyMetadata.model_validate({**values, "spans": spans})
