"""One paper's path and the settings of a run in, its report or its failure out; what every worker runs."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from qualityaudit.audit import INSTRUMENTS, Kit, load_kit
from qualityaudit.audit import audit_paper as _audit_paper
from qualityaudit.errors import PaperError, QualityAuditError
from qualityaudit.evidence import THRESHOLD
from qualityaudit.report import Failure, PaperReport
from qualityaudit.value import Value


class Settings(Value):
    """What a run needs to know beside the papers."""

    checklists: tuple[str, ...] = INSTRUMENTS
    threshold: float = THRESHOLD
    answers: str | None = None  # a folder with people's answer sheets
    date: str | None = None  # printed in the provenance, as given
    limit: float = 60.0  # seconds a paper may take


Outcome = PaperReport | Failure


@lru_cache(maxsize=4)
def kit_for(checklists: tuple[str, ...], threshold: float) -> Kit:
    """The kit of a run, loaded once a process."""
    return load_kit(checklists, threshold, compiled=False)


def audit_one(path: Path, settings: Settings) -> Outcome:
    """Audit one paper; a paper that cannot be read is a Failure, never an exception.

    Raises:
        AnswersError: when a person's answer sheet is wrong, for that has to be put right first.
    """
    kit = kit_for(settings.checklists, settings.threshold)
    try:
        folder = Path(settings.answers) if settings.answers else None
        return _audit_paper(path, kit, folder, settings.date)
    except PaperError as error:
        return Failure(name=path.name, reason=str(error))
    except QualityAuditError:
        raise
    except Exception as error:  # noqa: BLE001 - the edge where a paper becomes a failure
        kind = type(error).__name__
        return Failure(
            name=path.name, reason=f"{path.name}: a bug stopped the audit ({kind}: {error}); please report it"
        )


def counted(outcomes: Mapping[Path, Outcome]) -> tuple[list[PaperReport], list[Failure]]:
    """Reports and failures apart, in the order of the papers."""
    reports = [o for o in outcomes.values() if isinstance(o, PaperReport)]
    return reports, [o for o in outcomes.values() if isinstance(o, Failure)]
