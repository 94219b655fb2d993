"""Concepts shared by all instruments: rules in YAML in, findings in a paper out."""

from qualityaudit.concepts.library import Library, load_library
from qualityaudit.concepts.matching import Finding, Findings, detect

__all__ = ["Finding", "Findings", "Library", "detect", "load_library"]
