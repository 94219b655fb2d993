"""A View and the facts so far in, what decides which items make sense, out."""

import re

from qualityaudit.study.modelling import count_models
from qualityaudit.study.signals import lean, signal
from qualityaudit.study.view import Facts, Told, View, told, weigh

_VARIABLE = (
    r"(?:age|sex|gender|smoking|(?:tnm|tumou?r|clinical|cancer|disease|figo|ajcc|child-pugh|ann arbor|hinchey|ct|ctnm|pt|[tnm]|nodal) (?:stag(?:e|ing)|class|status)|(?:hinchey|ann arbor|breslow) (?:stage|index)"
    r"|psa|fib-?4|apri|platelets?(?: counts?)?|cea|afp|crp|ldh|nlr|ca[ -]?(?:19-9|125|15-3|72-4|242)|serum (?:\w+ )?(?:levels?|markers?|concentrations?)|albumin|bilirubin|h(?:a)?emoglobin|c-reactive protein|alpha-?fetoprotein|tumou?r (?:size|marker\w*|diameter|location)|diameter|kps|ecog|performance status|body mass index|bmi|blood pressure"
    r"|comorbid\w+|laborator\w+|lung function|(?:breast|bi-?rads|mammographic) density|gleason|gcs|nihss|meld|ipi|ips|(?<=with )stage(?! \d)|(?<=and )stage(?! \d)|tyrer-?cuzick|gail|menopaus\w*|diabetes|hypertension|histolog\w+ (?:type|grade))"
)
_CLINICAL = re.compile(
    r"\bclinical(?:[- /](?:and )?(?:\w+[- ]){0,2}?|ly )(?:models?|variables?|factors?|features?|predictors?|parameters?|covariates?|scores?|nomogram|branch|inputs?|signature|risk)"
    r"|clinico-?(?:radiolog|patholog|radiomic|metabol|laborator)\w*|\b(?:integrat|combin|incorporat|fus|merg)\w*\b[^.;]{0,100}\bdemographics?\b|combined (?:\w+ ){0,2}(?:models?|nomograms?)|radiomics?[-+ ](?:and |plus )?clinical|clinical[-+ ](?:and |plus )?radiomics?"
    r"|clinical and (?:ct|mri?|pet|imaging|radiolog\w+|ultraso\w+|sonograph\w+) (?:findings|characteristics|data|signs)|conventional (?:\w+ )?(?:model|nomogram)s?"
    r"|non-?radiomic|non-?imaging (?:\w+ )?(?:data|variables|features|predictors)|tabular (?:data|clinical|features|branch|encoder|variables)|electronic health|\b(?:radiologists?|readers?|semantic)(?:'s?)? attributes?\b|\battribute (?:ratings?|embeddings?|branch(?:es)?)\b"
    r"|(?:rad-?score|signature)\b[^|]{0,60}\((?:or|hr|odds ratio|hazard ratio)\b[^|]{5,80}\((?:or|hr|odds ratio|hazard ratio)\b"
    r"|(?:laboratory|demographic|serum|blood|semantic|dosimetric|dose-volume|anthropometric|lifestyle) (?:\w+ ){0,2}(?:variables|features|parameters|predictors|scores?|markers|biomarkers|covariates)"
)
_ENTERS = re.compile(
    rf"\b(?:covariates|predictors|adjust\w+ for|together with|combin\w+ (?:[^.;]{{0,30}} )?with|compared with|alongside|add(?:ed|ing)|multivaria\w+|logistic|cox|regression|nomogram|model\w*)\b[^.;]{{0,120}}\b{_VARIABLE}\b"
    rf"|\b{_VARIABLE}\b[^.;]{{0,120}}\b(?:covariates|predictors|adjust\w+ for|adjusted|enter\w*|added|combined|inputs?|nomogram|models?|regression)\b"
)
_FORETOLD = re.compile(
    r"\b(?:predict\w*|estimat\w+|brain|bone|chronological|biological) (?:the )?(?:\w+ )?(?:age|sex)\b"
)
"""Age as the outcome."""
_COUNTED = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|seventeen) (?:(?:baseline|routine|potential|candidate|common|different|selected|relevant|structured|independent|available) )?(?:clinic(?:al|o\w+)|demographic|dosimetric|laboratory|non-?radiomic) (?:\w+ )?(?:factors|features|variables|parameters|predictors|covariates|characteristics)"
)
"""Predictors counted out: 14 clinical factors."""
_NOMOGRAM = re.compile(r"\bnomograms?\b")
_REPEATED = re.compile(
    r"reproducib\w*|repeatab\w*|\brobust(?:ness)?\b|stability|\bstable\b|test-?\s?retest|scan-rescan|\bicc\b|intra-?class|concordance correlation"
    r"|coefficients? of variation|phantoms?\b|harmoni[sz]\w+|\bcombat\b|variance components?|\biccs?\b|\bint(?:er|ra)[- ]?(?:observer|reader|rater|scanner)|variab\w+ (?:of|across|between|in) (?:\w+ ){0,3}features"
)
"""What is measured twice, or in two ways, is compared with itself."""
_STABILITY = re.compile(
    rf"{_REPEATED.pattern}|bland|\bagree(?:d|ment)\b|percentage difference|sensitivity of (?:\w+ ){{0,3}}features|measurement error|degradations?|perturb\w+|scanner effects?"
)
"""That, and agreement, which is said of a reference standard as well."""
_MODELS = re.compile(
    r"\b(?:train(?:ing|ed)?|test(?:ing)?|validation|development|derivation) (?:sets?|cohorts?|data|samples?|patients|cases|images)\b|\bcross-?validat|classifi\w+|predict\w*|\bnomogram|logistic|random forest|support vector"
    r"|\bsvm\b|lasso|machine learning|\bcox\b|networks?\b(?! (?:\w+ )?(?:contours?|masks?|outlines?|segment\w*|delineat\w*))|\bepochs?\b|\baurocs?\b|\baucs?\b|\broc\b|c-?index|signature|accuracy|trained\b|discriminat\w+|rad-?score|diagnos\w+ performance"
)
_TITLE_PREDICTS = re.compile(
    r"\bpredict|\bclassif|machine learning|deep learning|\bmodels?\b|diagnos|detect|response|differentiat|survival"
)
_FIXED = (
    signal(r"\b(?:locked|frozen|fixed|unchanged|unaltered|as (?:originally )?published|previously (?:published|developed|validated|described)|published|existing|earlier)\b[\w ,-]{0,40}\b(?:signatures?|models?|nomograms?|scores?|coefficients|classifier|algorithm)\b"),
    signal(r"\b(?:signatures?|models?|nomograms?|scores?|coefficients|classifier|cut-?off|algorithm|weights)\b[\w ,()-]{0,60}\b(?:locked|frozen|fixed|unchanged|unaltered|as (?:originally )?published|previously (?:published|developed|validated))\b"),
    signal(r"\b(?:no|not|nothing|without|neither|never)\b[\w ,-]{0,40}\b(?:re-?fit\w*|re-?train\w*|re-?calibrat\w*|re-?estimat\w*|re-?tun\w*|re-?learn\w*|fine-?tun\w*|trained|training)\b", 1.5),
    signal(r"\b(?:signatures?|models?|nomograms?|scores?|classifier|algorithm|tool)\b[^.;]{0,60}\b(?:not (?:\w+ )?(?:changed|altered|updated|modified)|had (?:already )?been (?:\w+ )?(?:developed|trained|built|derived|published)|(?:developed|trained|built|derived|published) (?:earlier|before|previously|elsewhere))\b", 2),
    signal(r"(?:external|independent|prospective|temporal|geographic\w*)[\w ,-]{0,30} (?:validation|evaluation|test(?:ing)?) of (?:an?|the|two|three|four|published|previously|existing|established) ", most=8),
    signal(r"zero-shot|off-the-shelf|out of the box", most=6),
)  # fmt: skip
_FITTED = (
    signal(r"(?<!had been )(?<!had already been )\b(?:was|were|we|then|and) (?:\w+ )?(?:trained|fitted|tuned|optimi[sz]ed|developed|built|constructed)\b|\btrain(?:ed|ing)\b|\b(?:development|derivation) (?:set|cohort|data|sample|group)s?\b"),
    signal(r"cross-?validat|\bepochs?\b|learning rate|hyper-?parameter|\bfine-?tun(?:e|ed|es|ing)\b|\btrainable\b|\blora\b|low-rank adapt|(?:joint|total|combined) loss\b|\blasso\b|\bgrid search|feature selection"),
)  # fmt: skip
_ONE_BY_ONE = re.compile(
    r"\b(?:parameters?|features?|descriptors?|indices|measures?|variables)\b[^.;]{0,100}\b(?:compared|differ\w*|tested)\b[^.;]{0,50}\b(?:between|among|groups)\b|\bfor each (?:of them |parameter |feature )?[^.;]{0,40}\b(?:roc|receiver operating)|\b(?:best|single|individual) (?:\w+ )?(?:parameter|feature)\b[^.;]{0,60}\b(?:auc|roc|area under|cut-?off)"
)
"""Features set against the outcome one at a time."""
_BUILT = re.compile(
    r"\bsignature\b|nomogram|classifiers?\b|\bnetworks?\b|rad-?score|machine learning|deep learning|\bregression\b|\bmodels?\b (?:was|were|of|with|for|had|that)|discriminant|prediction model|risk score|\bensemble\b"
)


_SORTS = re.compile(
    r"\bclassif\w+|\bdifferentiat\w+|\bau(?:ro)?cs?\b|area under|\bc-?index\b|\bsurvival\b|\bmalignan\w+"
)
"""Patients or lesions are told apart, whatever else is drawn."""


_GROUPING = re.compile(
    r"\bcluster(?:s|ed|ing)?\b|\bunsupervised\b|dendrogram|davies|silhouette|\bnormative (?:\w+ )?(?:model\w*|deviations?|ranges?|charts?|references?)|\boutlier (?:counts?|maps?|regions?)|latent class|mixture model|subtyping"
)
_GROUPS_IN_TITLE = re.compile(
    r"\bcluster|\bunsupervised|\bnormative|\bsubtyp(?:es|ing)\b|\bphenotypes\b|\bheterogeneity\b|data-driven"
)
_FORETELLS = re.compile(
    r"\bauc\b|\baucs\b|\bauroc\b|area under|\broc\b|receiver operating|\bc-?index\b|concordance index|cross-?validat|(?:test(?:ing)?|validation|hold-?out|training) (?:sets?|cohorts?|subjects|data ?sets?)"
    r"|\baccurac\w+|sensitivity|logistic|classifiers?\b|\bcox\b|hazard|predict(?:ed|s|ing|ions?|ive|ors?)\b|random forest|support vector|regress\w+|nomogram"
)
_NORMATIVE = re.compile(r"\bnormative\b|\breference (?:charts?|models?)\b|growth charts?")
_TAKEN_OVER = re.compile(
    r"\b(?:previously|already|earlier|elsewhere|pre-?)[ -]?(?:\w+ )?(?:trained|fitted|built|derived|estimated|published|compiled)\b|\bpre-?trained\b|\b(?:trained|fitted|built|derived|estimated|published|compiled) (?:previously|earlier|elsewhere|before)\b"
)
_MUCH_GROUPING = 10

_JUDGED = re.compile(
    r"\bau(?:ro)?cs?\b|area under|\broc\b|receiver operating|\bc-?index\b|concordance index|cross-?validat"
    r"|(?:test(?:ing)?|validation|hold-?out|training) (?:sets?|cohorts?|data ?sets?)\b|\baccurac(?:y|ies)\b|\bsensitivity and specificity"
    r"|classifiers?\b|\bclassif(?:y|ied|ication) (?:model|perform|task)|predictive (?:model|performance|value|power)|prediction model"
    r"|random forest|support vector|nomogram|machine learning|\bdice\b|mean absolute error|\brmse\b|signature\b|\btrain(?:ed|ing)\b"
)
_ASSOCIATED = re.compile(
    r"\bassociat(?:ed|ion|ions)\b|\bodds ratio|\bcorrelat\w+|\bindependent(?:ly)?\b|\badjusted\b|\bdiffer(?:ed|ence|ences)\b"
)
_MUCH_ASSOCIATED, _RARELY_JUDGED = 20, 6
"""So much said of associations (weight), and so many times more than of a prediction, leaves no model to be judged."""


def applicability(view: View, facts: Facts) -> Facts:
    """What is there to be judged: a model, its training, comparisons, clinical predictors, an outcome.

    Nearly every study of radiomics has a model and sets it beside another, so that only a study of the stability of
    features, or one that tests features one by one, is presumed to have none.
    """
    stable = not facts["end_to_end"].value and _robustness(view)
    modelled = not (stable or _one_by_one(view, facts) or _described_only(view, facts) or _associates(view, facts))
    foretells = _foretells(view, facts)
    has_model = Told(modelled, facts["has_model"].sentences)
    entering = [h for h in view.stated(_ENTERS) if not _FORETOLD.search(view.lower[h.sentence])]
    clinical = view.stated(_CLINICAL) + entering
    counted = view.stated(_COUNTED)
    nomogram = min(2.0, view.weight(_NOMOGRAM)) + min(2.0, weigh(counted))
    objective = facts["objective"].value
    segmenting = isinstance(objective, tuple) and "segmentation" in objective
    return {
        "has_model": has_model,
        "predicts": Told(modelled and foretells, facts["models"].sentences),
        "trains_model": Told(
            modelled and (foretells or not _normative(view)) and _trains(view), facts["models"].sentences
        ),
        "n_models": count_models(facts),
        "compares_models": has_model,
        "uses_clinical": told(weigh(clinical) + weigh(entering) + nomogram >= 4, clinical + counted),
        "has_outcome": Told(not stable or bool(facts["survival"].value), facts["objective"].sentences),
        "reproducibility_only": Told(stable, facts["objective"].sentences if stable else ()),
        "segmentation_task": Told(segmenting, facts["objective"].sentences if segmenting else ()),
        "classification": Told(
            bool(facts["classification"].value)
            and not stable
            and foretells
            and (objective != ("segmentation",) or bool(facts["handcrafted"].value) or _sorts(view)),
            facts["classification"].sentences,
        ),
    }


def _foretells(view: View, facts: Facts) -> bool:
    """False if cases are only sorted into groups nobody named before, or set against what is normal."""
    if facts["deep"].value or not _GROUPS_IN_TITLE.search(view.title):
        return True
    grouping = view.weight(_GROUPING)
    return grouping < _MUCH_GROUPING or view.weight(_FORETELLS) > grouping / 5


def _normative(view: View) -> bool:
    """True if what is normal was taken over from elsewhere."""
    return bool(_NORMATIVE.search(view.title)) and bool(view.stated(_TAKEN_OVER))


def _sorts(view: View) -> bool:
    """True if title or abstract tell that patients or lesions are told apart."""
    return bool(_SORTS.search(view.title)) or bool(view.stated(_SORTS, kinds=frozenset({"abstract"})))


_IN_PASSING = 12
"""So much said of models (weight) still fits a study that has none; with more, a model follows the stable features."""


def _robustness(view: View) -> bool:
    """True if stability of features is the whole question, so that far more is said of it than of models."""
    stability, models = view.weight(_STABILITY), view.weight(_MODELS)
    enough = stability >= 6 or (stability >= 3 and models < 2)
    whole = stability > (1.4 if models < _IN_PASSING else 4.5) * models
    repeated = view.weight(_REPEATED) > stability / 2
    return enough and whole and repeated and not _TITLE_PREDICTS.search(view.title)


def _one_by_one(view: View, facts: Facts) -> bool:
    """True if features are compared between groups singly, and nothing is fitted to them."""
    if facts["models"].value or facts["deep"].value or view.weight(_BUILT) >= 2:
        return False
    return lean(view, _FITTED)[0] < 1 and lean(view, _FIXED, denied=True)[0] < 4 and view.weight(_ONE_BY_ONE) >= 3


def _described_only(view: View, facts: Facts) -> bool:
    """True if nothing is said of fitting, and of no figure that a model is judged by."""
    if facts["deep"].value or view.weight(_FORETELLS) >= 1:
        return False
    return lean(view, _FITTED)[0] < 1 and lean(view, _FIXED, denied=True)[0] < 4


def _associates(view: View, facts: Facts) -> bool:
    """True if measures are set against an outcome by regression or tests, and no prediction is made or judged."""
    if facts["deep"].value or _TITLE_PREDICTS.search(view.title):
        return False
    associated = view.weight(_ASSOCIATED)
    return associated >= _MUCH_ASSOCIATED and associated > _RARELY_JUDGED * view.weight(_JUDGED)


def _trains(view: View) -> bool:
    """False if a model made elsewhere is only put to the test; most studies train one."""
    fixed, fitted = lean(view, _FIXED, denied=True)[0], lean(view, _FITTED)[0]
    return fixed < 4 or fixed < 1.5 * fitted
