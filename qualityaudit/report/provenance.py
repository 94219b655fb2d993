"""Checklists and a date given from outside in, the versions a report rests on out."""

import hashlib
import platform
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version

from qualityaudit.checklist import Checklist
from qualityaudit.value import Value

DEPENDENCIES = ("pypdfium2", "pypdf", "spacy")
"""The packages whose version may change what is read and found."""


class ChecklistStamp(Value):
    """Which edition of an instrument was used; ``sha256`` is over its whole content."""

    id: str
    version: str
    sha256: str


class Provenance(Value):
    """What made a report. The date comes from outside, so that the same input gives the same bytes."""

    qualityaudit: str
    python: str
    dependencies: tuple[tuple[str, str], ...] = ()  # (package, version)
    checklists: tuple[ChecklistStamp, ...] = ()
    date: str | None = None  # as given, usually YYYY-MM-DD


def gather_provenance(checklists: Iterable[Checklist], date: str | None = None) -> Provenance:
    """The versions of this program, of what it reads with, and of the given checklists."""
    return Provenance(
        qualityaudit=_version("qualityaudit") or "unknown",
        python=platform.python_version(),
        dependencies=tuple((name, found) for name in DEPENDENCIES if (found := _version(name))),
        checklists=tuple(ChecklistStamp(id=c.id, version=c.version, sha256=fingerprint(c)) for c in checklists),
        date=date,
    )


def fingerprint(checklist: Checklist) -> str:
    """SHA-256 (hex) of everything a checklist says."""
    return hashlib.sha256(checklist.model_dump_json().encode()).hexdigest()


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None
