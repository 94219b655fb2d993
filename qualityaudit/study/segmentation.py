"""A View in, whether regions were delineated, and by whom or by what, out."""

import re

from qualityaudit.study.view import Facts, View, told

_REGION = re.compile(
    r"segment(?:ed|ation|ations|ing)\b|delineat\w+|contour(?:ed|ing|s)?\b|outlin(?:ed|ing)\b|\brois?\b|\bvois?\b|regions? of interest|volumes? of interest"
    r"|\bmasks?\b|bounding box\w*|\bcropp(?:ed|ing)\b|\bcrops?\b|annotat(?:ed|ion|ions)|\bcube\b|patch(?:es)? (?:around|centred|centered)|centred cube"
)
_REGION_WORDS = (
    "segment", "delineat", "contour", "outlin", "roi", "voi", "of interest", "mask", "bounding", "crop", "annotat", "cube", "patch"
)  # fmt: skip
_HUMAN = re.compile(
    r"manual(?:ly)?|by hand|hand-drawn|drawn by|semi-?\s?automat\w+|radiologists?|radiation oncologists?|physicians?|readers?|observers?|\bby an? (?:\w+ ){0,3}(?:experienced|expert|radiologist)|experts?|annotators?|operators?|clinicians?|neuroradiologists?|neurosurgeons?|sonographers?|two reviewers"
)
_CHECKED = re.compile(
    r"(?:manual(?:ly)?|visual(?:ly)?)[ ,\w]{0,40}(?:correct|adjust|edit|refin|modif|check|review|verif|inspect)\w*|(?:correct|adjust|edit|refin|modif|amend)\w*[ ,\w]{0,50}(?:manual|by (?:a|an|two|the|one) |where necessary|if necessary|when necessary)"
)
_MACHINE = re.compile(
    r"automat(?:ic|ically|ed|ed?ly)\b[\w ,-]{0,40}(?:segment|delineat|contour|routine|network|outlin|mask|crop|extract|tool|pipeline|detect)|(?:segment|delineat|contour|mask|outlin|crop)\w*[\w ,()-]{0,60}(?:automat(?:ic|ically|ed)|nnu-?net|u-?net|totalsegmentator|hd-?bet|deep learning|network)|without (?:any )?(?:hand|human|manual)|no region was drawn by hand|auto-?segment\w*|(?:nnu-?net|totalsegmentator|hd-?bet)"
)
_MACHINE_WORDS = (
    "automat", "net", "totalsegmentator", "hd-bet", "auto-segment", "autosegment", "without", "no region", "deep learning"
)  # fmt: skip
_SEMI = re.compile(r"semi-?\s?automat")


def segmentation(view: View) -> Facts:
    """Whether a region is delineated, whether a reader takes part, whether a program does it alone."""
    regions = [h for h in view.stated(_REGION, _REGION_WORDS) if not view.kinds[h.sentence] & {"introduction"}]
    has = sum({h.sentence: h.weight for h in regions}.values()) >= 4
    sentences = {h.sentence for h in regions if view.weights[h.sentence] >= 1.0}
    human = [h for h in view.stated(_HUMAN, ("manual", "hand", "drawn", "semi", "radiolog", "oncolog", "physician", "reader", "observer", "expert", "annotator", "operator", "clinician", "surgeon", "sonographer", "reviewer", "experienced")) if h.sentence in sentences]  # fmt: skip
    checked = view.stated(_CHECKED, ("manual", "visual", "correct", "adjust", "edit", "refin", "modif", "amend"))
    machine = [
        h for h in view.stated(_MACHINE, _MACHINE_WORDS)
        if "automat" not in h.match[0] or not _SEMI.search(h.match[0]) or "semi" not in h.match[0]
    ]  # fmt: skip
    machine = [h for h in machine if not _SEMI.search(view.lower[h.sentence])]
    by_machine = sum({h.sentence: h.weight for h in machine}.values())
    by_human = sum({h.sentence: h.weight for h in human}.values())
    automatic = has and by_machine >= 3 and by_machine > by_human and not checked
    hand = has and not automatic and by_human >= 1.5
    return {
        "has_segmentation": told(has, regions),
        "automatic_segmentation": told(automatic, machine if automatic else human),
        "human_segmentation": told(hand, human if hand else machine),
    }
