"""A View and the facts so far in, what decides which items make sense, out."""

import re

from qualityaudit.study.modelling import count_models
from qualityaudit.study.view import Facts, Told, View, told, weigh

_VARIABLE = r"(?:age|sex|gender|smoking|(?:tnm|tumou?r|clinical|cancer|disease|figo|ajcc|t|n) stag(?:e|ing)|psa|cea|afp|serum|tumou?r size|diameter|kps|ecog|comorbid\w+|laborator\w+)"
_CLINICAL = re.compile(
    r"\bclinical(?:[- /](?:and )?(?:\w+[- ]){0,2}?|ly )(?:models?|variables?|factors?|features?|predictors?|parameters?|covariates?|scores?|nomogram|branch|inputs?|signature|risk)"
    r"|clinico-?(?:radiolog|patholog|radiomic|metabol|laborator)\w*|combined (?:\w+ ){0,2}(?:models?|nomograms?)|radiomics?[-+ ](?:and |plus )?clinical|clinical[-+ ](?:and |plus )?radiomics?"
    r"|non-?radiomic|non-?imaging (?:\w+ )?(?:data|variables|features|predictors)|tabular (?:data|clinical|features|branch|encoder|variables)|electronic health"
    r"|(?:laboratory|demographic|serum|blood|semantic) (?:\w+ ){0,2}(?:variables|features|parameters|predictors|scores?|markers|biomarkers|covariates)"
)
_ENTERS = re.compile(
    rf"\b(?:covariates|predictors|adjust\w+ for|together with|combin\w+ with|alongside|multivaria\w+|logistic|cox|regression|nomogram|model\w*)\b[^.;]{{0,120}}\b{_VARIABLE}\b"
    rf"|\b{_VARIABLE}\b[^.;]{{0,120}}\b(?:covariates|predictors|adjust\w+ for|enter\w*|nomogram|models?|regression)\b"
)
_STABILITY = re.compile(
    r"reproducib\w*|repeatab\w*|test-retest|scan-rescan|robustness|stability|reliability|measurement error"
)
_TITLE_PREDICTS = re.compile(
    r"\bpredict|\bclassif|machine learning|deep learning|\bmodels?\b|diagnos|detect|response|differentiat|survival"
)
_DISCRIMINATES = re.compile(
    r"\b(?:aucs?|aurocs?|area under|roc|c-?index|c-?statistic|hazard ratio|balanced accuracy|sensitivity (?:and|of|was)|f1[- ]score)\b"
)


def applicability(view: View, facts: Facts) -> Facts:
    """What is there to be judged: a model, its training, comparisons, clinical predictors, an outcome.

    Nearly every study of radiomics has a model and sets it beside another, so that only a study of the stability of
    features is presumed to have none.
    """
    stable = _robustness(view, facts)
    has_model = Told(not stable, facts["has_model"].sentences)
    entering = view.stated(_ENTERS)
    clinical = view.stated(_CLINICAL) + entering
    objective = facts["objective"].value
    segmenting = isinstance(objective, tuple) and "segmentation" in objective
    return {
        "has_model": has_model,
        "trains_model": has_model,
        "n_models": count_models(facts),
        "compares_models": has_model,
        "uses_clinical": told(weigh(clinical) + weigh(entering) >= 4, clinical),
        "has_outcome": Told(not stable or bool(facts["survival"].value), facts["objective"].sentences),
        "reproducibility_only": Told(stable, facts["objective"].sentences if stable else ()),
        "segmentation_task": Told(segmenting, facts["objective"].sentences if segmenting else ()),
        "classification": Told(bool(facts["classification"].value) and not stable, facts["classification"].sentences),
    }


def _robustness(view: View, facts: Facts) -> bool:
    """True if stability of features is the whole question: nothing is predicted, in the title or in the results."""
    objective = facts["objective"].value
    if not isinstance(objective, tuple) or "reproducibility" not in objective or _TITLE_PREDICTS.search(view.title):
        return False
    discriminates = weigh(view.stated(_DISCRIMINATES))
    if _STABILITY.search(view.title):
        return discriminates < 8
    return objective == ("reproducibility",) and not facts["deep"].value and discriminates < 4
