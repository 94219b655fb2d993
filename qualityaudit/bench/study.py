"""Study facts and a gold ``study`` in, how well they agree out: exact match for scalars, F1 for sets."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from qualityaudit.study import Metric, StudyMetadata

EXACT = (
    "year", "doi", "design", "centres", "n_centres", "n_patients", "n_train", "n_internal_test", "n_external_test",
    "unit", "system", "cancer", "ibsi", "n_features_extracted", "n_features_selected", "registration",
)  # fmt: skip
"""Fields that are right when they are the same (after capitals, blanks and prefixes of links are levelled)."""
NAMED = ("title", "first_author", "journal", "disease", "data_url", "code_url")
"""Fields that are right when most words of the shorter one stand in the other."""
SETS = (
    "keywords", "modalities", "imaging_features", "genomics", "databases", "software", "selection_methods", "models",
    "objective", "validation",
)  # fmt: skip
"""Fields scored by F1 over their members; members that share a telling word are the same."""
_DULL = frozenset(
    [
        "the",
        "of",
        "and",
        "in",
        "a",
        "for",
        "with",
        "by",
        "on",
        "model",
        "models",
        "method",
        "methods",
        "filter",
        "feature",
        "features",
        "per",
        "best",
        "top",
        "cancer",
        "carcinoma",
        "disease",
        "tumour",
        "tumor",
        "acute",
        "diffuse",
        "imaging",
        "dataset",
        "data",
        "set",
        "collection",
        "archive",
        "regression",
        "analysis",
        "based",
        "trained",
        "fine",
        "tuned",
    ]
)
_ALIAS = (
    (re.compile(r"\bsvm\b"), "support vector machine"),
    (re.compile(r"\bmlps?\b"), "multilayer perceptron"),
    (re.compile(r"\bxgboost\b|gradient[- ]boost\w*|\bboosted(?: decision)? trees\b"), "boosting"),
    (re.compile(r"\bresidual (?:convolutional |neural )?net(?:work)?s?\b|\bresnet[- ]?\d*"), "resnet"),
    (re.compile(r"\bmulti-?layer perceptrons?\b"), "multilayer perceptron"),
    (re.compile(r"\bk-?nearest neighbou?rs?\b"), "knn"),
    (re.compile(r"\btumou?rs?\b"), "tumor"),
    (re.compile(r"[\s-]*\b\d+(?:\.\d+)+\b"), ""),
    (re.compile(r"(?<=[a-z])[- ]?20(?:1|2)\d\b"), ""),
    (re.compile(r"u-?net"), "unet"),
    (re.compile(r"isch?aemic|ischemic"), "ischemic"),
)


def compare_study(study: StudyMetadata, gold: Mapping[str, object]) -> dict[str, float]:
    """By field: 1 or 0 for scalars, F1 (0–1) for sets; both empty is 1. Fields the gold file lacks are left out."""
    scores: dict[str, float] = {}
    for name in (*EXACT, *NAMED, *SETS, "best_metric"):
        if name in gold:
            scores[name] = _score(name, getattr(study, name), gold[name])
    return scores


def study_figures(pairs: Iterable[tuple[StudyMetadata, Mapping[str, object]]]) -> dict[str, dict[str, float]]:
    """Mean score by field over (read, gold) pairs, with the number of papers, and the mean of all fields."""
    scored = [compare_study(study, gold) for study, gold in pairs]
    fields = dict.fromkeys(name for scores in scored for name in scores)
    figures = {name: _mean([s[name] for s in scored if name in s]) for name in fields}
    if figures:
        figures["mean"] = {"n": len(scored), "score": round(sum(f["score"] for f in figures.values()) / len(fields), 3)}
    return figures


def _mean(values: Sequence[float]) -> dict[str, float]:
    return {"n": len(values), "score": round(sum(values) / len(values), 3)}


def _score(name: str, read: object, gold: object) -> float:
    if name == "best_metric":
        return float(_metric(read, gold))
    if name in SETS:
        return _f1([str(v) for v in cast(Iterable[object], read)], [str(v) for v in cast(Iterable[object], gold)])
    if read is None or gold is None:
        return float(read is gold)
    if name in NAMED:
        return float(_alike(str(read), str(gold), 0.5))
    return float(_level(read) == _level(gold))


def _metric(read: object, gold: object) -> bool:
    if not isinstance(read, Metric) or not isinstance(gold, Mapping):
        return read is None and gold is None
    same = _measure(str(gold["name"])) == _measure(read.name)
    return same and abs(float(gold["value"]) - read.value) < 0.0051


def _measure(name: str) -> str:
    return {"auroc": "auc", "roc-auc": "auc", "c-statistic": "c-index", "concordance index": "c-index"}.get(
        name.lower(), name.lower()
    )


def _level(value: object) -> str:
    text = re.sub(r"^(?:https?://)?(?:www\.)?(?:doi\.org/)?", "", str(value).lower().strip().rstrip("/"))
    return "patients" if text in ("cases", "men", "women", "subjects", "participants") else text


def _words(text: str) -> frozenset[str]:
    text = text.lower()
    for pattern, plain in _ALIAS:
        text = pattern.sub(plain, text)
    words = frozenset(re.sub(r"s$", "", w) for w in re.findall(r"[a-z0-9]+", text))
    return words - _DULL or words


def _alike(one: str, other: str, least: float) -> bool:
    a, b = _words(one), _words(other)
    return bool(a and b) and len(a & b) >= least * min(len(a), len(b))


def _f1(read: Sequence[str], gold: Sequence[str]) -> float:
    """F1 with each member matched to one member of the other side at most."""
    if not read and not gold:
        return 1.0
    left = list(gold)
    hits = 0
    for member in read:
        match = next((g for g in left if _alike(member, g, 0.6)), None)
        if match is not None:
            left.remove(match)
            hits += 1
    return 2 * hits / (len(read) + len(gold))
