"""A View and the kinds of features in, selection methods, models, and what kind of task it is, out."""

import re
from collections.abc import Mapping

from qualityaudit.study.view import OWN, Facts, Hit, Told, View, told
from qualityaudit.study.vocabulary import Found, find_terms, in_title

_THING = re.compile(r"feature|parameter|descriptor|radiomic|variables|predictors|candidates|\bpairs?\b|\bones\b")
_REDUCE = re.compile(
    r"select|reduc|redundan|remov|discard|exclud|filter|retain|kept|keep\b|rank|elimin|drop|dimension|robust|reproducib|\bstab|unstab|unreliab|reliable|shrink|penal|thinn|prun|surviv|\bleft\b|set aside|given up|omit|delet|abandon|reject|steady"
    r"|restrict|narrow|sieve|screened|\bchose|picked|passed (?:on|to)|carried forward|\bentered|confirmed|cut-?off|threshold of|non-?zero coeff"
)
_CHOSEN = re.compile(r"\b(?:each|every|the|of|all|these) (?:finally |\w+ )?(?:selected|retained|chosen|final) ")
"""Features that are chosen already: what is done with them is no selection."""
_COMPARED = re.compile(
    r"\b(?:all|the|these|\d+|ten|radiomics?|texture|textural|histogram|imag\w+) (?:[\w-]+ ){0,2}?(?:features|parameters|descriptors)\b[^.;]{0,80}\b(?:were|was) (?:then |first |also )?(?:compared|tested|analy[sz]ed)\b[^.;]{0,60}\b(?:between|in both|among|with)\b"
)
"""Features tested one by one against the outcome."""
_CORRELATION = ("Spearman correlation", "Pearson correlation", "correlation filter")
_MODEL = re.compile(
    r"\b(?:models?|classifiers?|networks?|nomograms?|signatures?|regressors?|learners?|algorithms?)\b[^.;]{0,80}?\b(?:was|were|is|are|has been|have been)?\s?(?:\w+ ){0,2}(?:built|developed|trained|constructed|established|fitted|fit|validated|tested|evaluated|created|generated|tuned|derived|compared|predict\w*|achiev\w*|implemented|locked|frozen|applied|learn\w*)"
    r"|(?:build|develop|train|construct|establish|fit|creat|propos|introduc|present|validat|test|evaluat|generat|deriv|learn|implement)\w*[^.;]{0,60}?\b(?:models?|classifiers?|networks?|nomograms?|signatures?|framework|machines?|forests?)\b"
    r"|\b(?:auc|auroc|c-?index|concordance index|roc curve|accuracy|dice)\b[^.;]{0,40}(?:of|was|=|:)? ?0?\.\d"
)
_MODEL_WORDS = (
    "model", "classifier", "network", "nomogram", "signature", "regressor", "learner", "algorithm", "framework", "machine", "forest", "auc",
    "auroc", "index", "roc", "accuracy", "dice",
)  # fmt: skip
_SURVIVAL = re.compile(
    r"(?<!-year )(?<!-month )overall survival|progression-?free|disease-?free|recurrence-?free|metastasis-?free|relapse-?free|time[- ]to[- ](?:event|progression|recurrence|relapse)|\bcox\b|kaplan-?meier|c-?index|concordance index|hazard ratio|survival (?:analysis|model|prediction|forest|time|curve)|log-?rank|event-free|local control|competing[- ](?:risk|event)|fine-gray|cumulative incidence|subdistribution|time to (?:\w+ )?failure|time-dependent (?:auc|roc)|\buno(?:'s)? c|\bipcw\b|censor\w+"
)
_CLASSES = re.compile(
    r"\bclassif\w*|\bsensitivity\b|\bspecificity\b|confusion matrix|logistic|\broc\b|\bauc\b|receiver operating|area under|discriminat\w*|distinguish\w*|differentiat\w*|versus|\bpositive\b|\bbinary\b|responders?|benign|high-?risk|mutant|\bclass(?:es)?\b"
)
_REGRESSION = re.compile(
    r"\b(?:linear regression|(?:forest|tree|gaussian process|ridge) regression(?! model for)|regression task|mean absolute error|root mean square|\brmse\b|\bmae\b|r2 (?:of|=|score)|r-squared|coefficient of determination|continuous (?:outcome|target|variable|score)|support vector regression|predict\w* (?:the )?(?:\w+ ){0,2}(?:score|age|value|level)s?)\b"
)

_GENERATES = re.compile(
    r"\bssim\b|structural similarity|\bpsnr\b|peak signal|synthesi[sz]\w+|synthetic (?:\w+ )?(?:images?|pet|ct|mri?|scans?|volumes?)|image[- ]to[- ]image|super-?resolution|denois\w+|translation network"
)
"""Signs of a network whose outcome is an image."""
_SEGMENTS = re.compile(r"segmentation|delineat")


def modelling(view: View, facts: Facts) -> Facts:
    """What was built: selection methods, models, task."""
    selection = _selection(view)
    found = find_terms(view, "models", OWN, stated=True)
    chosen = _models(found, bool(facts["deep"].value))
    evidence = view.stated(_MODEL, _MODEL_WORDS, OWN)
    has = sum({h.sentence: h.weight for h in evidence}.values()) >= 12
    survival = view.stated(
        _SURVIVAL,
        (
            "surviv",
            "free",
            "cox",
            "kaplan",
            "index",
            "hazard",
            "log",
            "time",
            "local control",
            "competing",
            "fine-gray",
            "incidence",
            "subdist",
        ),
    )
    classes = view.stated(_CLASSES, ("class", "sensitiv", "specific", "confusion", "logistic", "roc", "auc", "area under", "receiver", "discrimin", "distinguish", "differentiat", "versus", "positive", "binary", "respond", "benign", "risk", "mutant"))  # fmt: skip
    regression = view.stated(_REGRESSION, ("regression", "mean absolute", "rmse", "mae", "r2", "r-sq", "coefficient of det", "continuous", "predict"))  # fmt: skip
    by_time = _sum(survival) >= 12 or _sum(survival) >= max(6.0, 2 * _sum(classes))
    by_value = _sum(regression) >= 10 or _sum(regression) >= max(4.0, 2 * _sum(classes))
    other = max(_sum(survival), _sum(regression) if by_value else 0, view.weight(_GENERATES))
    by_class = _sum(classes) >= other and (_sum(classes) >= 5 or not _SEGMENTS.search(view.title))
    return {
        "selection_methods": told(tuple(selection), (h for f in selection.values() for h in f.hits[:1])),
        "models": told(tuple(chosen), (h for f in chosen.values() for h in f.hits[:1])),
        "has_model": told(has, evidence),
        "survival": told(by_time, survival if by_time else ()),
        "classification": told(by_class, classes if by_class else survival),
        "regression": told(by_value, regression),
    }


def _sum(hits: list) -> float:  # type: ignore[type-arg]
    return float(sum({h.sentence: h.weight for h in hits}.values()))


def _selection(view: View) -> Mapping[str, Found]:
    """Methods named in a sentence, or beside a sentence, that thins out features."""
    kept = {}
    for name, found in find_terms(view, "selection", OWN, stated=True).items():
        hits = tuple(h for h in found.hits if _reduces(view, h, found.term.entry.role))
        if hits:
            kept[name] = Found(found.term, hits)
    if any(name in kept for name in _CORRELATION[:2]):
        kept.pop("correlation filter", None)
    return kept


def _reduces(view: View, hit: Hit, role: str) -> bool:
    text = view.lower[hit.sentence]
    if role == "stability":
        return _thins(text) or (_THING.search(text) is not None and _thins(_next(view, hit.sentence)))
    if role in ("test", "correlation"):
        if "filter" in hit.match[0] or "cutoff" in hit.match[0]:
            return True
        return _thins(_CHOSEN.sub("", text)) or (role == "test" and _COMPARED.search(text) is not None)
    return _REDUCE.search(text) is not None or _THING.search(text) is not None


def _thins(text: str) -> bool:
    return _THING.search(text) is not None and _REDUCE.search(text) is not None


def _next(view: View, i: int) -> str:
    """The sentence that follows in the same section."""
    sentences = view.document.sentences
    follows = i + 1 < len(sentences) and sentences[i + 1].section == sentences[i].section
    return view.lower[i + 1] if follows else ""


def _models(found: Mapping[str, Found], deep: bool) -> Mapping[str, Found]:
    kept = {}
    for name, f in found.items():
        if f.term.entry.role == "deep" and not deep:
            continue
        if f.score >= 2 or in_title(f):
            kept[name] = f
    specific = [n for n, f in kept.items() if f.term.entry.role == "deep" and n != "convolutional neural network"]
    if specific:
        kept.pop("convolutional neural network", None)
    if kept.keys() & {"XGBoost", "LightGBM", "CatBoost"}:
        kept.pop("gradient boosting", None)
    if kept.keys() & {"XGBoost", "LightGBM", "CatBoost", "gradient boosting", "random forest"} and kept.get(
        "decision tree"
    ):
        kept = {name: f for name, f in kept.items() if name != "decision tree" or f.score >= 4}
    if "random survival forest" in kept:
        kept.pop("random forest", None)
    return kept


def count_models(facts: Facts) -> Told:
    """How many kinds of models are named."""
    models = facts["models"].value
    assert isinstance(models, tuple)
    return Told(len(models), facts["models"].sentences) if models else Told(None)
