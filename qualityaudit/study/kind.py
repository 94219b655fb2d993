"""A View and the facts so far in, the kind of article, and whether it is a primary radiomics study, out."""

import re

from qualityaudit.study.view import OWN, TITLE, Facts, Told, View

_LABELS = {
    "review": r"(?:(?:systematic|narrative|scoping|mini|invited|educational|critical|pictorial|umbrella|literature|topical)[ -]?)?reviews?(?: article| paper)?|meta-?analysis|guidelines?|position (?:paper|statement)|consensus (?:statement|paper)|tutorial|primer|state of the art|practice guideline|white paper|special report",
    "editorial": r"(?:guest |invited )?(?:editorial|commentary|opinion|perspectives?|viewpoint|letter to the editor|erratum|corrigendum)(?: comment)?",
    "protocol": r"(?:clinical )?(?:trial |study )protocol",
    "software": r"software(?: (?:article|tool|paper|note))?|application note",
}
_LABEL = {name: re.compile(rf"(?:article type:? ?)?(?:{words})") for name, words in _LABELS.items()}
"""A line on the first page that says what the article is."""

_TITLE = (
    ("protocol", re.compile(r"\b(?:(?:study|trial|review) protocol|: (?:the )?(?:revised )?protocol\b|protocol (?:for|of) (?:a|an|the) (?:[\w-]+ ){0,5}(?:trial|study|review)\b)")),
    ("review", re.compile(r"\b(?:(?:systematic|narrative|scoping|literature|umbrella|critical|mini|comprehensive|state[- ]of[- ]the[- ]art|pictorial)[ -]?reviews?|meta-?analys[ie]s|a review\b|(?<!retrospective )(?<!chart )(?<!record )review (?:of|on|article|and)|how-?to\b|primer\b|tutorial\b|practical guide|bibliometric\w*|meta-?research|white paper|position (?:paper|statement)|consensus (?:statement|recommendations|guidelines?)|reporting (?:guidelines?|quality)|quality of (?:\w+ ){0,4}(?:reporting|studies|research)|methodological quality|(?:checklist|recommendations|guidelines?) for\b)")),
    ("editorial", re.compile(r"\b(?:editorial|commentary|letter to the editor|viewpoint|why did|why do|reply to|response to the letter|erratum|corrigendum|retraction (?:note|notice)|retracted)\b")),
)  # fmt: skip
_SOFT_TITLE = (
    ("review", re.compile(r"\b(?:review|overview|survey|guide|guidelines?|recommendations|consensus(?! cluster)|perspectives?|challenges|opportunities|promises?|pitfalls|future directions|state of the art|past, present|current status|what (?:\w+ ){1,4}(?:should|need)\w*|introduction to|roadmap|advances in|applications of)\b|\?$")),
    ("software", re.compile(r"\b(?:software|package|library|toolbox|toolkit|plug-?in|open-source|python)\b")),
    ("other", re.compile(r"\b(?:case report|data ?sets?:|data descriptor|data resource|annotated (?:\w+ ){0,4}data ?set|interview study|questionnaire|survey among)\b")),
)  # fmt: skip
_NO_PATIENTS = re.compile(
    r"\b(?:phantoms?|mice|mouse|murine|rats?|xenografts?|porcine|in[- ]vitro|preclinical|simulat\w+)\b"
)
_PATIENTS = re.compile(r"\b(?:patients?|clinical|human|women|men|cohort|and \w+ validation)\b")
_VOICE = re.compile(
    r"\b(?:this|the present|our|in this) (?:\w+ ){0,2}(?:review|overview|editorial|commentary|perspective|primer|tutorial|guide|opinion)\b(?! board)|\bwe (?:here |will |briefly |systematically )*(?:review|summari[sz]e|discuss|outline|survey)\b"
)
_NOT_VOICE = re.compile(r"retrospective|chart|medical record|peer")
_SEARCHED = re.compile(
    r"\b(?:pubmed|embase|web of science|scopus|cochrane|medline|google scholar|prisma (?:\w+ )?(?:guide|state|flow|check|20))\b"
)
_STUDIES = re.compile(
    r"\b(?:search|eligible|includ\w+|screen\w*|identif\w+|retriev\w*|databases?|articles|studies|publications|reviewed)\b"
)
_RADIOMIC = re.compile(
    r"radiomi\w*|dosiomi\w*|texture (?:analysis|features?|parameters?|signatures?|scores?|biomarkers?|descriptors?|metrics)|textural (?:features?|analysis|parameters?|hetero\w+)|radiogenomi\w*"
    r"|quantitative (?:image|imaging|ct|mri?|pet|ultrasound|\w+-?based) (?:features?|phenotyp\w*|biomarkers?|descriptors?)|histogram (?:analysis|features?|parameters?)"
    r"|first-order (?:feat|stat)\w*|\bglcm\b|\bglrlm\b|co-?occurrence|haralick|hand-?crafted features?|(?:zernike|hu|legendre|chebyshev|moment) (?:moments?|invariants?|features?|descriptors?)|(?:wavelet|curvelet|contourlet|shearlet|gabor|laws|hog|local binary pattern|lbp|run-?length|grey-?level|gray-?level|statistical|spectral|frequency|anisotropy)(?:-based|-domain)? (?:[\w-]+ ){0,2}?(?:features?|descriptors?|coefficients|signatures?|energies)|local binary patterns?|generali[sz]ed gaussian|fractal (?:dimension|analysis)|shape (?:features?|descriptors?)"
)
_RADIOMIC_WORDS = (
    "radiomi", "dosiomi", "textur", "radiogenom", "quantitative", "histogram", "first-order", "glcm", "glrlm", "occurrence", "haralick", "craft", "fractal", "shape", "moment",
    "invariant", "feature", "descriptor", "coefficient", "local binary", "gaussian",
)  # fmt: skip
_SIGNATURE = re.compile(
    r"\b(?:image|imaging|ct|mri?|pet|ultrasound|mammographic|deep) (?:imaging )?(?:biomarkers?|features?|signatures?|phenotyp\w+)\b(?! (?:map|fusion|extract|pyramid|space|learning|representation))"
)
_MAKES_IMAGES = re.compile(
    r"\b(?:synthesi[sz]\w*|image[- ]to[- ]image|super-?resolution|denois\w+|reconstruct(?:ion|ing) (?:network|of)|image translation)\b"
)
_WORDS = {
    "review": "a review, guide or study of studies",
    "editorial": "an editorial or comment",
    "software": "a description of software",
    "protocol": "a study protocol",
    "other": "not a report of a study on images of patients",
}


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
    """What title and first page call it; else what it looks like."""
    for name, pattern in _TITLE:
        if pattern.search(view.title):
            return name
    if label := _label(view):
        return label
    if _searches(view) >= 2 and facts["n_train"].value is None:  # an agent that reads PubMed is trained on patients
        return "review"
    found = view.document.found
    if found.isdisjoint({"methods", "results"}):
        for name, pattern in _SOFT_TITLE:
            if pattern.search(view.title):
                return name
    if "results" not in found and _speaks_as_review(view):
        return "review"
    if _NO_PATIENTS.search(view.title) and not _PATIENTS.search(view.title) and facts["n_patients"].value is None:
        return "other"
    imaging = facts["modalities"].value or facts["imaging_features"].value
    studied = "methods" in found or facts["n_patients"].value is not None or _weight(view)[0] >= TITLE
    return "primary" if imaging and studied else "other"


def _label(view: View) -> str | None:
    for sentence, text in zip(view.document.sentences[:25], view.lower, strict=False):
        bare = text.strip(" .:|•·*")
        if view.kinds[sentence.index] & {"front", "other"} and len(bare) < 40:
            for name, pattern in _LABEL.items():
                if pattern.fullmatch(bare):
                    return name
    return None


def _searches(view: View) -> int:
    """In how many sentences of abstract, methods and results bibliographic databases are searched."""
    words = ("pubmed", "embase", "web of science", "scopus", "cochrane", "medline", "google scholar", "prisma")
    return len({h.sentence for h in view.find(_SEARCHED, words, OWN) if _STUDIES.search(view.lower[h.sentence])})


def _speaks_as_review(view: View) -> bool:
    places = view.find(_VOICE, ("review", "overview", "editorial", "commentary", "perspective", "primer", "tutorial", "guide", "opinion", "summar", "discuss", "outline", "survey"))  # fmt: skip
    early = {"abstract", "introduction", "front", "other"}
    return any(view.kinds[h.sentence] & early and not _NOT_VOICE.search(h.match[0]) for h in places)


def _primary(view: View, facts: Facts, article: str) -> tuple[bool, str, tuple[int, ...]]:
    if article in ("review", "editorial", "software", "protocol"):
        return False, f"It is {_WORDS[article]}, not a study of patients.", ()
    weight, places = _weight(view)
    if not facts["modalities"].value and weight < TITLE:
        return False, "No clinical imaging was found in it.", ()
    if article == "other":
        return False, f"It is {_WORDS[article]}.", ()
    if _MAKES_IMAGES.search(view.title) and not _RADIOMIC.search(view.title):
        return False, "Images are made; their features only serve to judge them.", ()
    if facts["handcrafted"].value and weight >= 8:
        return True, "Radiomic features of patients' images are the subject of the study.", places
    signature = _signature(view) if facts["deep"].value else ()
    if facts["deep"].value and (weight >= 5 or signature):
        return True, "Image features of a deep network are studied as a signature.", places or signature
    if facts["deep"].value:
        return False, "A deep network is studied, but not as a source of radiomic features.", ()
    return False, "Radiomic features are not the subject of the study.", ()


def _weight(view: View) -> tuple[float, tuple[int, ...]]:
    """How much title, abstract, methods and results speak of radiomic features, and where."""
    hits = [h for h in view.find(_RADIOMIC, _RADIOMIC_WORDS) if h.weight >= 1.0]
    by_sentence = {h.sentence: h.weight for h in hits}
    in_title = TITLE if _RADIOMIC.search(view.title) and TITLE not in by_sentence.values() else 0.0
    best = sorted(by_sentence, key=lambda i: (-by_sentence[i], i))
    return sum(by_sentence.values()) + in_title, tuple(best[:2])


def _signature(view: View) -> tuple[int, ...]:
    """Sentences of the abstract in which features or biomarkers of the images are what is judged."""
    words = ("biomarker", "feature", "signature", "phenotyp")
    hits = view.stated(_SIGNATURE, words, frozenset({"abstract", "keywords"}))
    return tuple(dict.fromkeys(h.sentence for h in hits))[:2]
