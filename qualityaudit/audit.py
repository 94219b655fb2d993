"""The whole pipe on one screen: a paper in, its report out.

file ─read─▶ Pages ─structure─▶ Document ─┬─detect─▶ Findings ─answer─▶ AnswerSheet ─┐
                                          │              ▼                           │
                                          └─describe─▶ StudyMetadata ─── n/a ────────┤
                                   AnswerSheets of people ─────────────── merge ─────┤
                                                                 score ─▶ PaperReport
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from qualityaudit.answers import AnswerSheet
from qualityaudit.checklist import Checklist, checklist_folder, load_checklist
from qualityaudit.concepts import Findings, Library, detect, load_library
from qualityaudit.document import Document
from qualityaudit.evidence import THRESHOLD, Rules, answer, load_calibration, load_rules
from qualityaudit.evidence.calibration import Calibration
from qualityaudit.report import PaperReport, gather_provenance, paper_report
from qualityaudit.sheets import PersonSheet, correct, merge, sheets_for
from qualityaudit.structure import read_document
from qualityaudit.study import StudyMetadata, describe

INSTRUMENTS = ("clear", "rqs", "metrics")


@dataclass(frozen=True, slots=True)
class Instrument:
    """A checklist with the rules that answer it."""

    checklist: Checklist
    rules: Rules
    calibration: Calibration


@dataclass(frozen=True, slots=True)
class Kit:
    """All that is loaded once for many papers."""

    library: Library
    instruments: tuple[Instrument, ...]
    threshold: float = THRESHOLD


@dataclass(frozen=True, slots=True)
class Reading:
    """What the rules make of one paper."""

    document: Document
    study: StudyMetadata
    findings: Findings
    sheets: Mapping[str, AnswerSheet]


def load_kit(names: Sequence[str | Path] = INSTRUMENTS, threshold: float = THRESHOLD, *, compiled: bool = True) -> Kit:
    """Load concepts and the named checklists (names, or directories with checklist.yaml and evidence.yaml).

    ``compiled=False`` leaves each pattern to be compiled by the first paper that needs it: quicker for a paper or two.

    Raises:
        ChecklistError: naming file and line of whatever is wrong in them.
    """
    library = load_library()
    if compiled:
        library.compile()
    return Kit(library, tuple(_instrument(name, library) for name in names), threshold)


def _instrument(name: str | Path, library: Library) -> Instrument:
    checklist = load_checklist(name)
    folder = checklist_folder(name)
    rules = load_rules(folder / "evidence.yaml", load_checklist(folder), library)  # a subset shares its rules
    return Instrument(checklist, rules, load_calibration(folder / "calibration.json"))


def read_answers(document: Document, kit: Kit, people: Iterable[PersonSheet] = ()) -> Reading:
    """The rules' answers to every instrument of the kit for one document; facts in sheets of ``people`` overrule."""
    findings = detect(document, kit.library)
    study = correct(describe(document, findings), people)
    sheets = {
        i.checklist.id: answer(i.checklist, i.rules, findings, study, i.calibration, kit.threshold)
        for i in kit.instruments
    }
    return Reading(document, study, findings, sheets)


def audit_file(path: Path, kit: Kit) -> Reading:
    """Read one paper and answer every item.

    Raises:
        PaperError: when the paper cannot be read; the class says why.
    """
    return read_answers(read_document(path), kit)


def audit_paper(path: Path, kit: Kit, answers: Path | None = None, date: str | None = None) -> PaperReport:
    """Read one paper, answer every item, let people's sheets in ``answers`` overrule, and score.

    Raises:
        PaperError: when the paper cannot be read; the class says why.
        AnswersError: when a sheet is wrong.
    """
    checklists = [i.checklist for i in kit.instruments]
    people = {c.id: sheets_for(path.name, answers, c) if answers else [] for c in checklists}
    document = read_document(path)
    reading = read_answers(document, kit, (person for sheets in people.values() for person in sheets))
    sheets = {name: merge(reading.sheets[name], *people[name]) for name in people}
    return paper_report(document, reading.study, sheets, checklists, gather_provenance(checklists, date))
