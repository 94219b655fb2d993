"""A View in, modalities, genomics, databases, software, IBSI and the number of image series out."""

import re
from collections.abc import Mapping

from qualityaudit.document import SectionKind
from qualityaudit.study.view import OWN, Facts, Told, View, told
from qualityaudit.study.vocabulary import Found, find_terms, in_title

_DONE: frozenset[SectionKind] = frozenset({"abstract", "keywords", "methods", "results", "other"})
_IBSI = re.compile(r"\bibsi\b|image biomarkers? standardi[sz]ation")
_SERIES = re.compile(
    r"multi-?param\w+|multi-?phas\w+|multi-?sequence\w*|multi-?modal (?:mri|imag)\w*|\bmpmri\b|\bbpmri\b|bi-?parametric"
    r"|(?:two|three|four|five|several|both|all) (?:mri? )?(?:phases|sequences)"
    r"|(?:arterial|venous|portal|delayed)[\w ,-]{0,40}\band\b[\w ,-]{0,40}(?:arterial|venous|portal|delayed)[\w -]{0,10} phases?"
    r"|(?:t1|t2|adc|dwi|flair|t1c|t1ce)[\w-]*(?: imag\w+)?(?:,| and| \+)[\w ,-]{0,30}(?:t1|t2|adc|dwi|flair|t1c|t1ce)"
)


def imaging(view: View) -> Facts:
    """Which images were studied, with which programs, from which collections."""
    modalities = find_terms(view, "modalities", _DONE)
    chosen = _modalities(modalities)
    genomics = _genomics(view)
    databases = dict(find_terms(view, "databases", OWN | {"availability"}, stated=True).items())
    software = find_terms(view, "software", OWN, stated=True)
    ibsi = list(view.find(_IBSI, ("ibsi", "biomarker standardi", "biomarkers standardi")))
    held = [hit for hit in ibsi if view.counted(hit)]
    return {
        "modalities": told(tuple(chosen), (h for f in chosen.values() for h in f.hits[:2])),
        "genomics": told(tuple(genomics), (h for f in genomics.values() for h in f.hits[:2])),
        "databases": _named(databases, 1.0),
        "software": _named(software, 1.0),
        "ibsi": told(bool(held), held),
        "multiparametric": _series(view),
    }


def _modalities(found: Mapping[str, Found]) -> Mapping[str, Found]:
    """Those in the title; else those that the paper speaks of at least a third as much as of its first."""
    titled = {name: f for name, f in found.items() if in_title(f)}
    most = max((f.score for f in found.values()), default=0)
    pool = {n: f for n, f in found.items() if f.score >= (0.5 if titled else 0.35) * most and f.score >= 6}
    return {n: f for n, f in found.items() if n in titled or n in pool} or found


def _genomics(view: View) -> Mapping[str, Found]:
    """Families of genomic data that carry weight in the paper, not just a word in passing."""
    families: dict[str, Found] = {}
    for found in find_terms(view, "genomics", _DONE, stated=True).values():
        abstract = any("abstract" in view.kinds[h.sentence] for h in found.hits)
        if in_title(found) or (found.score >= 10 and abstract):
            families[found.term.entry.role] = found
    return families


def _named(found: Mapping[str, Found], least: float) -> Told:
    kept = {n: f for n, f in found.items() if f.score >= least}
    return told(tuple(kept), (h for f in kept.values() for h in f.hits[:1]))


def _series(view: View) -> Told:
    hits = view.stated(_SERIES, ("multi", "bi", "phases", "sequences", "phase", "t1", "t2", "adc", "dwi"), _DONE)
    return told(len(hits) >= 2, hits if len(hits) >= 2 else ())
