"""Answers and facts in; reports as plain values out, of one paper and of a corpus."""

from qualityaudit.report.corpus import Adherence, CorpusReport, Distribution, FactSummary, corpus_report
from qualityaudit.report.facts import Fact, facts
from qualityaudit.report.intervals import Share, Spread, wilson
from qualityaudit.report.lights import LIGHTS, Light, light, light_of, points
from qualityaudit.report.paper import AUTOMATIC, Failure, InstrumentReport, PaperReport, paper_report
from qualityaudit.report.provenance import ChecklistStamp, Provenance, fingerprint, gather_provenance

__all__ = [
    "AUTOMATIC",
    "LIGHTS",
    "Adherence",
    "ChecklistStamp",
    "CorpusReport",
    "Distribution",
    "Fact",
    "FactSummary",
    "Failure",
    "InstrumentReport",
    "Light",
    "PaperReport",
    "Provenance",
    "Share",
    "Spread",
    "corpus_report",
    "facts",
    "fingerprint",
    "gather_provenance",
    "light",
    "light_of",
    "paper_report",
    "points",
    "wilson",
]
