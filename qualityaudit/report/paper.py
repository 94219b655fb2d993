"""A document, its study facts and its answers in, a scored PaperReport out."""

from collections.abc import Mapping, Sequence

from qualityaudit.answers import Answer, AnswerSheet
from qualityaudit.checklist import Checklist, Item
from qualityaudit.document import SECTION_KINDS, Document, FrontMatter, SectionKind, Source
from qualityaudit.report.lights import Light, light
from qualityaudit.report.provenance import Provenance
from qualityaudit.score import Score, score
from qualityaudit.study import StudyMetadata
from qualityaudit.value import Value

AUTOMATIC = "qualityaudit"
"""``Answer.by`` of an answer that no person has confirmed."""


class InstrumentReport(Value):
    """One instrument, its answers for one paper, and what they add up to."""

    checklist: Checklist
    sheet: AnswerSheet
    score: Score

    def light_of(self, item: Item) -> Light:
        """The state of one item."""
        return light(item, self.answer_to(item))

    def answer_to(self, item: Item) -> Answer:
        """The answer to one item; an item that nobody looked at is undecided."""
        return self.sheet.by_item.get(item.id) or Answer(item=item.id, chosen=None, why="unread")

    @property
    def confirmed(self) -> int:
        """How many of the answers a person gave or confirmed."""
        return sum(answer.by != AUTOMATIC for answer in self.sheet.answers)


class PaperReport(Value):
    """Everything known about one paper.

    ``structure`` are the kinds of section found, ``quality`` (0–1) the share of the main sections among them.
    A paper that is not a primary radiomics study has ``primary=False`` and says why in ``why_not_primary``;
    its scores are kept but do not enter the statistics of a corpus.
    """

    source: Source
    front: FrontMatter
    study: StudyMetadata
    instruments: tuple[InstrumentReport, ...]
    provenance: Provenance
    notes: tuple[str, ...] = ()
    supplements: tuple[Source, ...] = ()  # read with the paper
    structure: tuple[SectionKind, ...] = ()
    quality: float = 1.0
    primary: bool = True
    why_not_primary: str = ""

    @property
    def title(self) -> str:
        """The title of the article, or the name of the file."""
        return self.front.title or self.source.name


class Failure(Value):
    """A paper that could not be judged, and why."""

    name: str  # file name without folders
    reason: str


def paper_report(
    document: Document,
    study: StudyMetadata,
    sheets: Mapping[str, AnswerSheet],
    checklists: Sequence[Checklist],
    provenance: Provenance,
) -> PaperReport:
    """Score the sheets of one paper, one per checklist id, and put all that is known of it together."""
    scored = [
        InstrumentReport(checklist=c, sheet=sheets[c.id], score=score(c, sheets[c.id]))
        for c in checklists
        if c.id in sheets
    ]
    return PaperReport(
        source=document.source,
        front=document.front,
        study=study,
        instruments=tuple(scored),
        provenance=provenance,
        notes=document.notes,
        supplements=document.supplements,
        structure=tuple(kind for kind in SECTION_KINDS if kind in document.found),
        quality=document.quality,
        primary=study.primary_radiomics,
        why_not_primary="" if study.primary_radiomics else study.primary_reason,
    )
