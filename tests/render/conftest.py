"""Invented papers with invented answers: everything a report can meet, without reading a single file."""

import random
from collections.abc import Callable, Sequence

import pytest

from qualityaudit.answers import NA, Answer, AnswerSheet, Quote
from qualityaudit.checklist import Checklist, Item, load_checklist
from qualityaudit.document import Document, FrontMatter, Section, Sentence, Source
from qualityaudit.report import (
    CorpusReport,
    Failure,
    PaperReport,
    Provenance,
    corpus_report,
    gather_provenance,
    paper_report,
)
from qualityaudit.study import StudyMetadata

SAID = (
    "Regions of interest were delineated slice by slice by two radiologists with eight and twelve years of experience.",
    "Images were resampled to isotropic voxels of 1 mm with B-spline interpolation and binned with a width of 25.",
    "The model reached an area under the curve of 0.84 (95 % CI 0.77–0.90) in the 112 patients of the second hospital.",
    "The least absolute shrinkage and selection operator kept nine of the 1,316 features.",
)
PLANNED = "A prospective multicentre validation of the signature is planned."
REASONS = {"found": "volumes of interest, two readers", "silent": "searched in methods, results, nothing found"}

Maker = Callable[..., PaperReport]


@pytest.fixture(scope="session")
def checklists() -> tuple[Checklist, ...]:
    return tuple(load_checklist(name) for name in ("clear", "rqs", "metrics"))


@pytest.fixture(scope="session")
def provenance(checklists: tuple[Checklist, ...]) -> Provenance:
    return gather_provenance(checklists, "2026-01-31")


@pytest.fixture(scope="session")
def make_paper(checklists: tuple[Checklist, ...], provenance: Provenance) -> Maker:
    """Make the report of an invented paper; equal seeds make equal papers."""

    def make(seed: int = 1, title: str | None = None, name: str | None = None, **changes: object) -> PaperReport:
        document = invented_document(seed, title, name)
        sheets = {c.id: invented_sheet(c, document.source.name, seed) for c in checklists}
        made = paper_report(document, invented_study(seed), sheets, checklists, provenance)
        return made.model_copy(update=changes)

    return make


@pytest.fixture(scope="session")
def paper(make_paper: Maker) -> PaperReport:
    return make_paper()


@pytest.fixture(scope="session")
def corpus(make_paper: Maker, provenance: Provenance) -> CorpusReport:
    papers = [make_paper(seed) for seed in range(1, 7)]
    why = "The paper is a narrative review; it has no patients of its own."
    papers.append(make_paper(7, title="Radiomics of the liver: a review", primary=False, why_not_primary=why))
    failure = Failure(name="scan.pdf", reason="scan.pdf: no text layer; run OCR first, for instance with ocrmypdf")
    return corpus_report(papers, [failure], provenance)


def invented_document(seed: int, title: str | None, name: str | None) -> Document:
    """A document with a front page, two sections and one sentence."""
    front = FrontMatter(
        title=title or f"Radiomics signature number {seed} for grading of invented tumours: a two-centre study",
        authors=("Ada Example", "Béla Invented", "Chen Fictional"),
        journal="Journal of Invented Imaging",
        year=2018 + seed % 7,
        doi=f"10.5555/invented.{seed}",
        keywords=("radiomics",),
    )
    sections = (Section(index=0, title="Abstract", kind="abstract"), Section(index=1, title="Methods", kind="methods"))
    return Document(
        source=Source(name=name or f"paper_{seed:02}.pdf", format="pdf", sha256=f"{seed:064x}", pages=9),
        front=front,
        sections=sections,
        sentences=(Sentence(index=0, text=SAID[0], section=1, page=3),),
        notes=("Pages 8 and 9 hold no text.",) if seed % 5 == 1 else (),
    )


def invented_study(seed: int) -> StudyMetadata:
    """Study facts, some of them unknown."""
    quote = Quote(text="We retrospectively enrolled 412 patients at two hospitals.", page=2, section="Patients")
    return StudyMetadata(
        design="retrospective",
        n_patients=100 + 37 * seed,
        modalities=("CT",) if seed % 2 else ("MRI", "PET"),
        cancer=True,
        spans={"n_patients": (quote,), "design": (quote,)},
    )


def invented_sheet(checklist: Checklist, paper: str, seed: int) -> AnswerSheet:
    """Answers of every kind, drawn with a seed."""
    dice = random.Random(f"{seed} {checklist.id}")
    return AnswerSheet(
        checklist=checklist.id, paper=paper, answers=tuple(_answer(item, dice) for item in checklist.items)
    )


def _answer(item: Item, dice: random.Random) -> Answer:
    kind = "condition" if item.condition else dice.choices(KINDS, (44, 22, 6, 6, 8, 8, 6))[0]
    best = max(item.options, key=lambda option: option.points).id
    worst = min(item.options, key=lambda option: option.points).id
    quote = Quote(text=dice.choice(SAID), page=dice.randint(2, 7), section="Methods", sentence=0)
    plan = Quote(text=PLANNED, page=8, section="Discussion", standing="planned", cue="is planned")
    lacking = (worst,) if item.select == "one" else ()
    sure = round(dice.uniform(0.72, 0.99), 2)
    answers = {
        "found": Answer(item=item.id, chosen=(best,), guess=(best,), confidence=sure, quotes=(quote,)),
        "silent": Answer(item=item.id, chosen=lacking, guess=lacking, confidence=sure, why="silent"),
        "seen": Answer(item=item.id, chosen=lacking, guess=lacking, confidence=sure, why="seen", seen=(plan,)),
        "na": Answer(item=item.id, chosen=(NA,), guess=(NA,), why="not_applicable", reason="no model is trained"),
        "open": Answer(item=item.id, chosen=None, guess=(best,), confidence=0.55, quotes=(quote,)),
        "unread": Answer(item=item.id, chosen=None, guess=lacking, confidence=0.5, why="unread"),
        "person": Answer(item=item.id, chosen=(best,), why="person", by="A. Reader", note="Stated in the supplement."),
        "condition": Answer(item=item.id, chosen=("yes",), guess=("yes",), confidence=0.97, quotes=(quote,)),
    }
    if kind == "na" and not item.na:
        kind = "silent"
    made = answers[kind]
    return made if made.reason else made.model_copy(update={"reason": REASONS.get(made.why, "")})


KINDS: Sequence[str] = ("found", "silent", "seen", "na", "open", "unread", "person")
