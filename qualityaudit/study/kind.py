"""A View and the facts so far in, the kind of article, and whether it is a primary radiomics study, out."""

import re

from qualityaudit.study.view import Facts, Told, View

_REVIEW = re.compile(
    r"\b(?:systematic review|narrative review|scoping review|meta-?analysis|literature review|review article|state[- ]of[- ]the[- ]art review|umbrella review|: a review|a review of|an overview|how-?to|primer|tutorial|practical guide|guidelines?|recommendations|consensus|survey of|perspectives?|challenges and|past, present)\b"
)
_EDITORIAL = re.compile(
    r"\b(?:editorial|commentary|letter to the editor|viewpoint|opinion|why did|reply to|correspondence|erratum|corrigendum)\b"
)
_PROTOCOL = re.compile(r"\b(?:study protocol|trial protocol|protocol for|: a protocol|protocol of a)\b")
_SOFTWARE = re.compile(
    r"\b(?:software|package|library|toolbox|toolkit|open-source (?:tool|platform|framework|software)|python (?:library|package)|r package|plug-?in|web application)\b"
)
_DATABASES = re.compile(r"\b(?:pubmed|embase|web of science|scopus|cochrane library|medline|prisma)\b")
_RADIOMIC = re.compile(
    r"radiomi\w*|texture (?:analysis|feature)|textural feature|quantitative imag\w* feature|radiogenomi\w*|delta-radiomic"
)
_DEEP_SIGNATURE = re.compile(r"deep (?:learning )?(?:radiomi\w*|signature|feature)|radiomi\w*")


def kind(view: View, facts: Facts) -> Facts:
    """The kind of article, whether radiomics is its question, and the reason in one sentence."""
    article = _article(view, facts)
    primary, reason, places = _primary(view, facts, article)
    return {
        "article_type": Told(article),
        "primary_radiomics": Told(primary, places),
        "primary_reason": Told(reason),
    }


def _article(view: View, facts: Facts) -> str:
    title = view.title
    searches = [i for i in view.holding("pubmed", "embase", "web of science", "scopus", "cochrane", "medline", "prisma") if view.kinds[i] & {"abstract", "methods", "results"} and _DATABASES.search(view.lower[i])]  # fmt: skip
    told_patients = facts["n_patients"].value is not None
    has_methods = "methods" in view.document.found
    if _REVIEW.search(title) or len(searches) >= 2:
        return "review"
    if _EDITORIAL.search(title):
        return "editorial"
    if _PROTOCOL.search(title):
        return "protocol"
    if _SOFTWARE.search(title) and not (told_patients and has_methods):
        return "software"
    if not has_methods and "results" not in view.document.found:
        early = " ".join(view.lower[:60])
        if _EDITORIAL.search(early):
            return "editorial"
        if re.search(r"\breview\b", early):
            return "review"
    imaging = facts["modalities"].value or facts["imaging_features"].value
    return "primary" if imaging and (has_methods or told_patients) else "other"


def _primary(view: View, facts: Facts, article: str) -> tuple[bool, str, tuple[int, ...]]:
    if article in ("review", "editorial", "software", "protocol"):
        word = {"review": "a review or guide", "editorial": "an editorial or comment", "software": "a description of software", "protocol": "a study protocol"}[article]  # fmt: skip
        return False, f"It is {word}, not a study of patients.", ()
    if not facts["modalities"].value:
        return False, "No clinical imaging was found in it.", ()
    hits = list(view.find(_RADIOMIC, ("radiomi", "textur", "quantitative imag", "radiogenom")))
    own = [h for h in hits if h.weight >= 1.5]
    weight = sum({h.sentence: h.weight for h in own}.values())
    places = tuple(dict.fromkeys(h.sentence for h in sorted(own, key=lambda h: -h.weight)))[:2]
    if facts["handcrafted"].value and weight >= 8:
        return True, "Radiomic features of patients' images are the subject of the study.", places
    if facts["deep"].value and weight >= 5:
        return True, "Deep image features are studied as a radiomic signature.", places
    if facts["deep"].value:
        return False, "A deep network is studied, but not as a source of radiomic features.", ()
    return False, "Radiomic features are not the subject of the study.", ()
