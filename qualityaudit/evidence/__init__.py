"""From findings to answers: expressions, rules, calibration."""

from qualityaudit.evidence.answering import THRESHOLD, answer, decided
from qualityaudit.evidence.calibration import load_calibration
from qualityaudit.evidence.rules import Rules, load_rules

__all__ = ["THRESHOLD", "Rules", "answer", "decided", "load_calibration", "load_rules"]
