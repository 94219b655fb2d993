"""Audit radiomics papers against CLEAR, RQS and METRICS.

>>> from qualityaudit import audit_paper, load_kit
>>> report = audit_paper(Path("paper.pdf"), load_kit())
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qualityaudit.audit import audit_paper, load_kit
    from qualityaudit.checklist import load_checklist
    from qualityaudit.errors import QualityAuditError
    from qualityaudit.structure import read_document
    from qualityaudit.study import describe

__version__ = "0.1.0"
__all__ = ["QualityAuditError", "audit_paper", "describe", "load_checklist", "load_kit", "read_document"]

_HOMES = {
    "QualityAuditError": "errors",
    "audit_paper": "audit",
    "describe": "study",
    "load_checklist": "checklist",
    "load_kit": "audit",
    "read_document": "structure",
}


def __getattr__(name: str) -> object:
    """Public names are imported when first used, so that ``qaudit --help`` loads nothing heavy."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
