"""A View in, links to data and code, and the registration of the study, out."""

import re

from qualityaudit.document import SectionKind
from qualityaudit.study.view import TOLD, Facts, Told, View

_URL = re.compile(
    r"(?:https?://|www\.)[^\s<>\"')\]}]+|\b(?:github\.com|gitlab\.com|zenodo\.org|osf\.io|doi\.org)/[^\s<>\"')\]}]+|\b10\.5281/zenodo\.\d+"
)
_CODE_HOST = re.compile(
    r"github\.com|gitlab|bitbucket|codeocean|huggingface\.co|sourceforge|github\.io|anonymous\.4open", re.IGNORECASE
)
_CODE = re.compile(r"\b(?:code|script|source code|implementation|repository|notebook|software|program)s?\b")
_DATA = re.compile(
    r"\b(?:data ?sets?|data|images|scans|masks|segmentations|contours|feature (?:values|table)|collection|archive|dicom|cohort|annotations)\b"
)
_TOOL_LINK = re.compile(
    r"creativecommons|orcid|slicer\.org|itksnap|itk-?snap|pyradiomics|readthedocs|r-project|mathworks|python\.org|graphpad|medcalc|spss|ibm\.com|lifex|sourceforge|pypi|crossmark|clinicaltrials|chictr|equator|radiopaedia|springer|elsevier|wiley\.com|mdpi\.com|cancer\.gov/(?!.*data)|ibsi",
    re.IGNORECASE,
)
_TOOL = re.compile(
    r"calculator|\bweights\b|web ?page|web application|\bsoftware\b|\bsettings\b|\btool(?:box|kit)?\b|guideline|checklist|pre-?print"
)
_SHARED = re.compile(
    r"availab|released|deposited|shared|published|download|access|found at|hosted|provided|obtained from|retrieved|can be"
)
_REGISTER = re.compile(
    r"\bNCT ?\d{8}\b|\bChiCTR[\w-]*\d{6,}\b|\bISRCTN ?\d{6,}\b|\bDRKS ?\d{8}\b|\bUMIN ?\d{9}\b|\bJRCTs?\d{6,}\b|\bACTRN\d{12,}\b"
    r"|\bCTRI/[\d/]+\b|\bNTR ?\d{4}\b|\bEudraCT[ :-]*\d[\d-]+\b|\bKCT\d{7}\b|\bIRCT\d+\w*\b|\bCRD\d{8,}\b|\bosf\.io/\w+",
    re.IGNORECASE,
)
_PLACES: frozenset[SectionKind] = TOLD | {"ethics", "declarations", "front"}
_OURS = re.compile(
    r"\b(?:we|our|this study|present (?:study|work)|the study|was registered|registered (?:at|in|with|under|on)|registration|registered)\b"
)


def availability(view: View) -> Facts:
    """Where data and code can be had, and under which number the study is registered."""
    return {"data_url": _data(view), "code_url": _code(view), "registration": _registration(view)}


def _links(view: View) -> list[tuple[int, str, str]]:
    """(sentence, link, the words around it)."""
    found = []
    for hit in view.find(_URL, ("http", "www.", ".com/", ".org/", "osf.io/", "10.5281"), _PLACES):
        raw = view.texts[hit.sentence][hit.match.start() : hit.match.end()]
        around = view.lower[hit.sentence][: hit.match.start()] + " " + view.lower[hit.sentence][hit.match.end() :]
        if hit.sentence and len(around) < 40 and view.kinds[hit.sentence - 1] == view.kinds[hit.sentence]:
            around = view.lower[hit.sentence - 1] + " " + around
        found.append((hit.sentence, raw.rstrip(".,;:"), around))
    return found


def _code(view: View) -> Told:
    links = [(i, link) for i, link, around in _links(view) if _CODE_HOST.search(link) and not _foreign(link)]
    ours = [(i, link) for i, link in links if _CODE.search(view.lower[i]) or "availability" in view.kinds[i]]
    if chosen := ours or [pair for pair in links if view.kinds[pair[0]] & {"abstract", "front", "availability"}]:
        return Told(chosen[0][1], (chosen[0][0],))
    return Told(None)


def _foreign(link: str) -> bool:
    return bool(
        re.search(
            r"pyradiomics|mic-dkfz|scikit|pytorch|project-monai|simpleitk|aim-harvard|tensorflow|slicer|mvallieres|/cerr|wasserth|jfortin",
            link,
            re.I,
        )
    )


def _data(view: View) -> Told:
    scored = []
    for i, link, around in _links(view):
        if _CODE_HOST.search(link) or _TOOL_LINK.search(link) or _TOOL.search(around):
            continue
        score = (
            2.0 * ("availability" in view.kinds[i]) + 1.0 * bool(_DATA.search(around)) + bool(_SHARED.search(around))
        )
        score += 0.5 * bool(view.kinds[i] & {"methods", "abstract", "results"}) - 2.0 * bool("front" in view.kinds[i])
        scored.append((score, -i, link))
    best = max(scored, default=None)
    return Told(best[2], (-best[1],)) if best and best[0] >= 2 else Told(None)


def _registration(view: View) -> Told:
    keys = (
        "nct",
        "chictr",
        "isrctn",
        "drks",
        "umin",
        "jrct",
        "actrn",
        "ctri/",
        "eudract",
        "kct",
        "irct",
        "crd",
        "osf.io",
    )
    for hit in view.find(_REGISTER, keys, _PLACES, cased=True):
        if hit.match[0].lower().startswith("osf") and "regist" not in view.lower[hit.sentence]:
            continue
        own = "abstract" in view.kinds[hit.sentence] or _OURS.search(view.lower[hit.sentence])
        if own and view.counted(hit):
            return Told(hit.match[0], (hit.sentence,))
    return Told(None)
