"""A View in, modalities, genomics, databases, software, IBSI and the number of image series out."""

import re
from collections.abc import Mapping

from qualityaudit.document import SectionKind
from qualityaudit.study.view import OWN, Facts, Told, View, told, weigh
from qualityaudit.study.vocabulary import Found, find_terms, in_title

_DONE: frozenset[SectionKind] = frozenset({"abstract", "keywords", "methods", "results", "other"})
_IBSI = re.compile(r"\bibsi\b|imag(?:e|ing) biomarkers? standardi[sz]ation")
_ONE = (
    r"(?:t1ce|t1c|t1gd|ce-?t1|t1|t2|pdw?(?!-?l?-?1|-l\b)|adc|dwi|dce|flair|swi(?!n|ft|t)|dti|asl|diffusion|perfusion|post-?contrast|arterial|portal|venous|delayed"
    r"|hepatobiliary|nephrographic|corticomedullary|pre-?contrast|unenhanced|non-?contrast|b-?mode|elastograph\w*|doppler|ct|pet|mri)"
)
_LISTED = re.compile(
    rf"\b{_ONE}[\w-]*(?: (?:contrast-enhanced|weighted|phases?|imag\w+|maps?|sequences?|series|\(\w+\)))*(?:,| and| \+| with|/)[\w ,()+/-]{{0,30}}?\b{_ONE}"
)
_SEVERAL = re.compile(
    r"multi-?\s?(?:param|phas|sequence|contrast)\w*|multi-?\s?modal\w* (?:mri|mr|imag|pet|ultra)\w*|\bmp-?mri\b|\bbp-?mri\b|bi-?\s?parametric|dual-?(?:phase|sequence|modal|energy)"
    r"|(?:two|three|four|five|six|several|both|all|multiple|each) (?:mri?|mr|ct|contrast|imaging)?\s?(?:\w+ )?(?:phases|sequences|contrasts)\b|(?:two|three|four|both|all|multiple|each) (?:mri?|mr|imaging|image) modalit\w+"
    r"|pet and (?:ct|mri?) (?:radiomic|features)|from (?:each|both|all) (?:sequence|phase)\w*"
)
_SINGLE = re.compile(
    r"(?:(?:only|solely|exclusively|alone|single|sole)\b[\w ,-]{0,40}|\bone (?:[\w-]+ ){0,3})\b(?:phase|sequence|series|images?|modality|scan|t2\S*|t1\S*|adc|dwi|flair|portal|venous|arterial|nonenhanced|unenhanced|non-contrast|pet|ct)\b"
    r"|no other (?:series|sequence|phase|image)\w*|(?:phase|sequence|series|images?) (?:alone|only) |uni-?parametric|mono-?parametric|single-(?:phase|sequence|modality)"
)
_NO_SERIES = re.compile(
    r"\b(?:ct|pet|mri?)-to-(?:ct|pet|mri?)\b|pre-?train|\b(?:framework|pipeline|procedure|workflow|project|trial|method)\b[^.;]{0,70}\b(?:two|three|four) phases"
)
"""Images that a network saw before, and phases of a work."""
_HYBRID = re.compile(r"pet ?/ ?(?:ct|mri?)")
"""The name of one examination, which does not say that both parts were used."""
_USED = re.compile(
    r"feature|radiomic|input|channel|model|fus|concat|combin|network|stack|extract|export|segment|co-?regist|receiv|transfer|comput|calculat"
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
    """True if several sequences, phases or modalities feed the features, and not one of them alone."""
    listed = [h for h in view.stated(_LISTED) if not _HYBRID.fullmatch(h.match[0])]
    used = [h for h in listed if _USED.search(view.lower[h.sentence])] + view.stated(_SEVERAL)
    used = [h for h in used if not _NO_SERIES.search(view.lower[h.sentence])]
    alone = [h for h in view.stated(_SINGLE) if _USED.search(view.lower[h.sentence])]
    several = weigh(used) - weigh(alone) >= 3
    return told(several, used if several else alone)
