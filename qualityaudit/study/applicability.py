"""A View and the facts so far in, what decides which items make sense, out."""

import re

from qualityaudit.study.modelling import count_models
from qualityaudit.study.view import OWN, TITLE, Facts, Told, View, told

_CLINICAL = re.compile(
    r"clinical (?:variables?|features?|predictors?|factors?|parameters?|characteristics|data|covariates?|model|information|branch|risk factors?)|clinico-?(?:radiolog|patholog|radiomic)\w*|combined (?:\w+ )?(?:models?|nomogram)|radiomics?-clinical|clinical-radiomics?|laborator\w+|demographic (?:variables|features|data)|non-?radiomic|tabular (?:data|clinical|features)|electronic health|multi-?modal (?:fusion|model|learning|data)"
)
_CLINICAL_WORDS = (
    "clinical", "clinico", "combined", "laborator", "demographic", "non-radiomic", "nonradiomic", "tabular", "health", "modal"
)  # fmt: skip
_ENTERS = re.compile(
    r"predictors?|enter\w*|model|combin\w*|nomogram|fus\w*|concatenat\w*|integrat\w*|incorporat\w*|input|together with|added|along with|multivaria\w*|classifier|network|branch|regression"
)
_COMPARES = re.compile(
    r"compar\w*|versus|\bvs\b|delong|outperform\w*|better than|higher than|superior|candidates?|baselines?|ablation|alternatives?"
)
_NEEDS_TRAINING = re.compile(
    r"\btrain(?:ed|ing)?\b|\bfitted\b|\bdevelop(?:ed|ment)\b|\blearn\w*|cross-?validat\w*|\btuned?\b"
)
_STABILITY = re.compile(
    r"reproducib\w*|repeatab\w*|test-retest|scan-rescan|robustness|stability|reliability|measurement error"
)
_PREDICTS = re.compile(
    r"predict\w*|classif\w*|diagnos\w*|prognos\w*|surviv\w*|outcome|response|detect\w*|associat\w*|differentiat\w*"
)


def applicability(view: View, facts: Facts) -> Facts:
    """What is there to be judged: a model, its training, comparisons, clinical predictors, an outcome."""
    stable = _robustness(view, facts)
    has_model = bool(facts["has_model"].value) and not stable
    trained = view.stated(_NEEDS_TRAINING, ("train", "fitted", "develop", "learn", "cross", "tune"))
    trains = has_model and _sum(trained) >= 3
    n_models = count_models(facts)
    outcome = view.stated(_PREDICTS, ("predict", "classif", "diagnos", "prognos", "surviv", "outcome", "response", "detect", "associat", "differentiat"))  # fmt: skip
    compared = view.stated(_COMPARES, ("compar", "versus", "vs", "delong", "outperform", "than", "superior", "candidate", "baseline", "ablation", "alternativ"))  # fmt: skip
    objective = facts["objective"].value
    segmenting = isinstance(objective, tuple) and "segmentation" in objective
    several = isinstance(n_models.value, int) and n_models.value > 1
    return {
        "has_model": Told(has_model, facts["has_model"].sentences),
        "trains_model": told(trains, trained if trains else ()),
        "n_models": n_models,
        "compares_models": told(has_model and (several or _sum(compared) >= 4), compared),
        "uses_clinical": _clinical(view, has_model),
        "has_outcome": told(_sum(outcome) >= 8 or has_model, outcome),
        "reproducibility_only": Told(stable, facts["objective"].sentences if stable else ()),
        "segmentation_task": Told(segmenting, facts["objective"].sentences if segmenting else ()),
        "classification": Told(bool(facts["classification"].value) and has_model, facts["classification"].sentences),
    }


def _sum(hits: list) -> float:  # type: ignore[type-arg]
    return float(sum({h.sentence: h.weight for h in hits}.values()))


def _robustness(view: View, facts: Facts) -> bool:
    """True if stability of features is the whole question: it leads the title, and nothing is predicted."""
    objective = facts["objective"].value
    named = _STABILITY.search(view.title) is not None
    aim = isinstance(objective, tuple) and "reproducibility" in objective
    return named and aim and not re.search(r"\bpredict|\bclassif|machine learning|deep learning", view.title)


def _clinical(view: View, has_model: bool) -> Told:
    if not has_model:
        return Told(False)
    hits = [
        h for h in view.stated(_CLINICAL, _CLINICAL_WORDS, OWN)
        if _ENTERS.search(view.lower[h.sentence]) or h.weight == TITLE
    ]  # fmt: skip
    return told(_sum(hits) >= 6, hits)
