"""A View and the facts so far in, what the study is after, out."""

import re

from qualityaudit.document import SectionKind
from qualityaudit.study.view import TITLE, Facts, Hit, View, told

_AIMS = {
    "molecular_typing": (
        re.compile(
            r"mutation|mutant|methylation|molecular (?:sub)?typ|genotyp|receptor status|luminal|ki-67 (?:status|expression|level)|her2 status|microsatellite|co-?deletion|pd-l1|expression status|amplification|radiogenomic"
        ),
        (
            "mutation",
            "mutant",
            "methylation",
            "molecular",
            "genotyp",
            "receptor",
            "luminal",
            "ki-67",
            "her2",
            "microsatellite",
            "deletion",
            "pd-l1",
            "expression",
            "amplif",
            "radiogenom",
        ),
    ),
    "treatment_response": (
        re.compile(
            r"(?:treatment|therapy|therapeutic|chemotherapy|pathologic(?:al)?(?: complete)?|tumou?r|tace|chemoembolization|immunotherapy|neoadjuvant) response|response (?:to|of) (?:\w+ ){0,3}(?:therapy|chemo\w*|treatment|immuno\w*|radio\w*|tace)|complete response|(?:non-?)?responders?\b|(?:non-?)?response (?:to|after|of (?:the )?\w+ (?:met|les|tum|can))|(?:local|objective|clinical|endoscopic|early|radiological) (?:non-?)?response|stone[- ](?:free|clearance)|clearance of (?:\w+ )?stones|shock ?wave|thrombectomy|recanali[sz]\w*|tumou?r regression|regression grade"
        ),
        ("response", "responder", "stone", "shock", "thrombectom", "recanali", "regression"),
    ),
    "prognosis": (
        re.compile(
            r"prognos\w*|forecast\w*|surviv\w*|recurrence|relapse|outcomes?\b|progression|mortality|deterioration|risk prediction|future (?:risk|cancer)|time to|year of|incident|metachronous|hematoma expansion|haematoma expansion|conversion|(?:local|distant|locoregional|regional|graft|heart|shunt) failure|(?:local|locoregional|regional) control|interval (?:breast )?cancers?|pneumonitis|xerostomia|mucositis|toxicit\w*|complications?|morbidity|critical illness|severe (?:course|covid)|(?:breast|lung) cancer risk|acute coronary syndrome|will it grow|growth of|(?:five|5|ten|10|three|3|two|2)-year"
        ),
        (
            "prognos",
            "forecast",
            "surviv",
            "recurrence",
            "relapse",
            "outcome",
            "progress",
            "mortality",
            "deterior",
            "risk",
            "future",
            "time to",
            "year",
            "incident",
            "metachron",
            "expansion",
            "conversion",
            "failure",
            "control",
            "interval",
            "pneumonitis",
            "xerostomia",
            "mucositis",
            "toxicit",
            "complication",
            "morbidity",
            "critical",
            "severe",
            "acute coronary",
            "grow",
        ),
    ),
    "diagnosis": (
        re.compile(
            r"diagnos\w*|detect\w*|classif\w*|differentiat\w*|distinguish\w*|discriminat\w*|grading|staging|malignan\w*|benign|resectability|invasion|metastasis|metastases|identif\w*|presence of|(?<!interval cancers in )screening|recogni(?:[sz]\w*|tion)|\b(?:tell|telling|told) (?:[\w-]+ ){1,5}(?:from|apart)|separat\w* (?:\w+ ){0,4}from|mitotic index|\bgrade\b(?! [≥>]| 2 (?:or|pn))|symptomatic"
        ),
        (
            "diagnos",
            "detect",
            "classif",
            "differentiat",
            "distinguish",
            "discrimin",
            "grading",
            "staging",
            "malignan",
            "benign",
            "resectab",
            "invasion",
            "metasta",
            "identif",
            "presence",
            "screening",
            "recogni",
            "tell",
            "told",
            "separat",
            "mitotic",
            "grade",
            "symptomatic",
        ),
    ),
    "reproducibility": (
        re.compile(
            r"reproducib\w*|repeatab\w*|robustness|reliab\w* (?:of|and)|stability of|test-retest|measurement error|harmoni[sz]ation|reliability"
        ),
        ("reproducib", "repeatab", "robustness", "reliab", "stability", "retest", "measurement error", "harmoni"),
    ),
    "segmentation": (re.compile(r"segmentation"), ("segmentation",)),
    "association": (
        re.compile(
            r"associat\w* (?:between|with|of)|correlat\w* (?:between|with|of|to)|correlates|relationship between|gene[- ]expression|underlying|biolog\w+ (?:basis|meaning)|link between|interpret\w* (?:\w+ ){0,3}representations?"
        ),
        ("associat", "correlat", "relationship", "expression", "underlying", "biolog", "link between", "interpret"),
    ),
}
_GENES = re.compile(
    r"radiogenom|imaging genom|transcript|\bgenes?\b|gene[- ]expression|molecular|pathways?\b|t cells?|immune|hypoxia"
)
"""A title that promises links between images and genes."""
_AIM = re.compile(
    r"\b(?:aim\w*|purpose|objective|sought|goal|investigat\w*|hypothesi[sz]\w*|to (?:develop|establish|predict|train|test|determine|explore|examine|evaluate|assess|build|propose)|we (?:propose|present|introduce|develop\w*|examined|asked|tested))\b"
)
_PLACES: frozenset[SectionKind] = frozenset({"abstract", "introduction", "keywords", "conclusion"})


def objective(view: View, facts: Facts) -> Facts:
    """What title, abstract and the sentences of purpose name as the goal; one or two goals."""
    scores, places = dict[str, float](), dict[str, list[Hit]]()
    for name, (pattern, words) in _AIMS.items():
        hits = [h for h in view.find(pattern, words, _PLACES) if _weight(view, h) > 0 and view.counted(h)]
        scores[name] = sum({h.sentence: _weight(view, h) for h in hits}.values())
        if pattern.search(view.title) and all(h.weight != TITLE for h in hits):
            scores[name] += 6.0
        places[name] = hits
    if facts["genomics"].value == ():
        scores["molecular_typing"] *= 0.4
    if scores["molecular_typing"] >= 8:
        scores["diagnosis"] *= 0.4
    if not facts["has_model"].value:
        scores["diagnosis"] *= 0.4
    most = max(scores.values())
    chosen = [n for n in scores if scores[n] >= max(4.0, 0.6 * most)]
    if "expression_function" in _several(facts["genomics"].value) and _GENES.search(view.title):
        chosen = list(dict.fromkeys([*chosen, "association"]))
    if not chosen and most > 0:
        chosen = [max(scores, key=lambda n: scores[n])]
    return {"objective": told(tuple(chosen), (h for n in chosen for h in places[n][:2]))}


def _several(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else ()


def _weight(view: View, hit: Hit) -> float:
    if hit.weight == TITLE:
        return 10.0
    purposeful = _AIM.search(view.lower[hit.sentence]) is not None
    if view.kinds[hit.sentence] & {"introduction", "conclusion"}:
        return 1.5 if purposeful else 0.0
    return 3.0 if purposeful else 1.0
