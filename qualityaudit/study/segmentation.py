"""A View and the kinds of features in, whether regions were delineated, and by whom or by what, out."""

import re

from qualityaudit.study.view import Facts, View, told, weigh

_REGION = re.compile(
    r"segment(?:ed|ations?|ing)\b|delineat\w+|contour(?:ed|ing|s)?\b|outlin(?:ed|ing)\b|\brois?\b|\bvois?\b|of interest\b"
    r"|\bmasks\b|bounding box|\bcropp(?:ed|ing)\b|\bcrops? (?:of|around)\b"
    r"|annotat(?:ed|ions?) (?:of |the |all |each |every |with )*(?:\w+ ){0,2}(?:lesions?|tumou?rs?|nodules?|masks?|regions?|boundar\w+|contours?|pixels?|voxels?|boxes|organs?|areas?)\b|(?:lesions?|tumou?rs?|nodules?|masks?|regions?|boundar\w+|pixel\w*|voxel\w*|boxes|organs?) (?:\w+ ){0,3}annotat(?:ed|ions?)\b|\bcube\b|ground[- ]truth (?:was|were) drawn|patch(?:es)? (?:around|cent)|skull-?\s?strip"
)
_NO_REGION = re.compile(
    r"random|augment|cent(?:er|re)[- ]?crop|segmentation \(?(?:brats|challenge|benchmark|data ?set|archive|decathlon)|human-annotated|annotated as|class annotation|attention mask"
)
_NO_DRAWING = re.compile(
    r"\b(?:without|no)\b[\w ,-]{0,40}\b(?:segment\w*|delineat\w*|regions? of interest|rois?|contour\w*)\b"
)
_WHOLE = re.compile(
    r"\b(?:whole|entire|full) (?:\w+ )?(?:images?|radiographs?|mammograms?|slices?|scans?|volumes?|films?|pictures?)\b"
)
_HUMAN = re.compile(
    r"manual|by hand|hand-drawn|drawn by|semi-?\s?automat|radiologists?|oncologists?|physicians?|\breaders?\b|observers?|experts?\b|annotators?"
    r"|operators?\b|clinicians?|surgeons?\b|sonographers?|(?:medical|phd|doctoral|graduate) students?|research fellow|experienced"
)
_MACHINE = re.compile(
    r"automat(?:ic|ically|ed|edly)\b[\w ,-]{0,40}(?:segment|delineat|contour|routine|network|outlin|mask|crop|tool|pipeline|strip)"
    r"|(?:segment|delineat|contour|\bmask|outlin|crop)\w*[\w ,()-]{0,60}(?:automat(?:ic|ically|ed)|nnu-?net|u-?net|totalsegmentator|\b(?:by|with|using|via|through|from)\b[\w ,()-]{0,40}\b(?:deep learning|networks?))"
    r"|without (?:any )?(?:hand|human|manual)[- ](?:contour|segment|delineat|drawn|interact|interven|input|edit|correct)"
    r"|no region was drawn by hand|auto-?segment|(?:u-?net|network|architecture|algorithm)[\w -]{0,30} (?:for|of) (?:the )?(?:\w+ ){0,2}segmentation|ai-generated|nnu-?net|totalsegmentator"
)
_UNATTENDED = re.compile(
    r"unattended|without (?:any )?(?:hand|human|manual|user|operator|reader)|\bno (?:\w+ )?(?:operator|reader|human|manual|hand|radiologist|user)\b"
    r"|fully[- ]automat\w* (?:\w+ )?(?:routine|segmentation|delineation|contouring|tool)"
)
_NETWORK_SEGMENTS = re.compile(r"segment(?:ation|ed|ing)\b")


def segmentation(view: View, facts: Facts) -> Facts:
    """Whether a region is delineated, whether a reader takes part, whether a program or network does it.

    Handcrafted features need a region, so that it is presumed there, and drawn by people unless a program is named;
    a network can do without, so that both must be said.
    """
    hand = bool(facts["handcrafted"].value)
    regions = [
        h for h in view.stated(_REGION)
        if not view.kinds[h.sentence] & {"introduction"} and not _NO_REGION.search(view.lower[h.sentence])
    ]  # fmt: skip
    places = {h.sentence for h in regions}
    human = [h for h in view.stated(_HUMAN) if h.sentence in places]
    machine = [h for h in view.stated(_MACHINE) if "semi" not in view.lower[h.sentence]]
    by_machine, by_human = weigh(machine), weigh(human)
    whole = any(_NO_DRAWING.search(view.lower[h.sentence]) for h in view.find(_WHOLE)) and weigh(regions) < 4
    has = not whole and (hand or weigh(regions) >= 2 or by_machine >= 2)
    task = bool(facts["end_to_end"].value) and (
        "segmentation" in view.title or (not hand and weigh(view.stated(_NETWORK_SEGMENTS)) >= 6)
    )
    automatic = has and (task or (by_machine >= 2 and by_machine >= by_human))
    unattended = automatic and any(True for _ in view.find(_UNATTENDED))
    taking_part = has and (by_human >= (4 if unattended else 1.5) or (hand and not automatic))
    return {
        "has_segmentation": told(has, regions or machine),
        "automatic_segmentation": told(automatic, machine if automatic else human),
        "human_segmentation": told(taking_part, human if taking_part else machine),
    }
