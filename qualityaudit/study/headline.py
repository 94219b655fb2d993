"""A View in, the figure a paper leads with (best model, data farthest from training) out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qualityaudit.study.headlinetable import table_headline
from qualityaudit.study.view import OWN, TITLE, Told, View

_NAMES = (
    ("AUC", r"\bauroc\b|\broc-?auc\b|\bauc-?roc\b|\baucs?\b|(?<=-)auc\b|\baz(?= (?:value|of|was|index))|area[s]? under (?:the )?(?:receiver[a-z -]{0,40}|roc |precision[a-z -]{0,12})?curves?|area under the receiver operating characteristic\b(?! curve)|c-statistics?"),
    ("C-index", r"\bc[- ]?ind(?:ex|ices)|concordance(?: ind(?:ex|ices))?|(?:harrell|uno)'s c(?:-?ind(?:ex|ices)|-?statistics?)?"),
    ("Dice", r"dice(?: similarity)?(?: coefficients?| scores?)?|\bdsc\b"),
    ("accuracy", r"(?<!balanced )accurac(?:y|ies)"),
    ("SSIM", r"\bssim\b|structural similarity(?: index(?: measure)?)?"),
    ("R2", r"\br2\b|\br\^2\b|r-squared"),
    ("", r"sensitivit(?:y|ies)|specificit(?:y|ies)|\bppv\b|\bnpv\b|precision|recall|\bf1\b|macro-f1|odds ratio|hazard ratio|\bhr\b|\bor\b(?= ?[=(]? ?\d)|brier|\bp ?[<=>]|\bicc\b|kappa|slope|intercept|correlation|\bmae\b|\brmse\b|net benefit|thresholds?|cut-?off|balanced accuracy|hausdorff|prevalence"),
)  # fmt: skip
_TOKEN = re.compile(
    "|".join(f"(?P<n{i}>{words})" for i, (_, words) in enumerate(_NAMES)) + r"|(?P<value>(?<![\d.])(?:0?\.\d{2,4}|1\.00?)(?![\d%])|\b\d{2}(?:\.\d+)? ?%)"
)  # fmt: skip
_NAMED = re.compile("|".join(words for name, words in _NAMES if name))
_WORDS = (
    "auc",
    "auroc",
    "area under",
    "areas under",
    "index",
    "indices",
    "concordance",
    "harrell",
    "statistic",
    "ssim",
    "structural sim",
    "dice",
    "dsc",
    "accurac",
    "r2",
    "r^2",
    "r-squared",
)
_BRACKET = re.compile(r"[(\[][^()\[\]]*\b(?:ci|confidence|sd|iqr|range)\b[^()\[\]]*[)\]]")
"""A bracket with an interval or spread; the figure itself may stand in it: *(AUC 0.86, 95% CI 0.75-0.94)*."""
_ASIDE = re.compile(
    r"(?:95 ?% ?)?(?:\bci\b|confidence intervals?|\bsd\b|\biqr\b|±|\+/-)[ :,=]*\d[\d.% ]*(?:(?:-|to|,|and) ?\d?\.?\d+%?)?|\d?\.\d+ ?(?:-|to|,) ?\d?\.\d+|\bp ?[<=>] ?0?\.\d+|\d{2,3}(?:\.\d)? ?%(?:-| )?(?:\w+ ){0,2}(?:cis?\b|confidence|credib|interval)"
)
_FAR = re.compile(r"external\w*|outside|independent|(?:other|second|third|further) (?:hospital|centre|center|institution|unit)s?|elsewhere|out-of-distribution|unseen (?:cent|site)")  # fmt: skip
_TEST = re.compile(r"\btest\w*|held[- ]?out|hold-?out|\bouter|unseen|optimism|bootstrap|corrected")
_CHECK = re.compile(r"validation|cross-?validat\w*")
_FIT = re.compile(r"\btrain\w*|apparent|\btuning\b|development|derivation|resubstitution")
_SETS = ((_FAR, 2.5), (_TEST, 2.0), (_CHECK, 1.5), (_FIT, -2.0))
_RIVAL = re.compile(r"\b(?:versus|vs|compared (?:with|to)|than|superior to|against|outperform\w*|whereas|while)\b")
_OTHERS = re.compile(r"\b(?:alone|clinical(?:[- ]ct)? (?:models?|variables|scores?|predictors|parameters|factors|data|features|nomogram)|radiologists?|readers?|baseline|diameter|age and|without|only)\b")  # fmt: skip
_LEAST = 0.4
"""No study leads with less, but one of a continuous outcome."""
_BEST = re.compile(
    r"\b(?:best|highest|final|combined|proposed|our|nomogram|overall|hybrid|fusion|fused|integrated|joint|added|adding|(?:plus|with) (?:clinical|radiomic\w*|image|imaging|deep|handcrafted|delta))\b"
)
_LISTED = re.compile(r"[\s,&()\[\]]*(?:and|respectively)?[\s,()\[\]]*")
"""All that stands between two figures of one model in several sets."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of merit, and how well it is placed to be the headline."""

    name: str
    value: float
    score: float
    sentence: int


def headline(view: View) -> Told:
    """The figure of the abstract for the data farthest from training; else the best supported one of the results."""
    figures = [f for i in _sentences(view) for f in _figures(view, i)]
    if not figures:
        return table_headline(view)
    best = max(figures, key=lambda f: (f.score, f.value))
    return Told({"name": best.name, "value": best.value}, (best.sentence,))


def _sentences(view: View) -> list[int]:
    kinds = OWN | {"conclusion", "keywords"}
    told = [i for i in view.holding(*_WORDS) if view.weights[i] >= 0.75 and view.kinds[i] & kinds]
    abstract = [i for i in told if "abstract" in view.kinds[i] or view.weights[i] == TITLE]
    return abstract if any(any(_figures(view, i)) for i in abstract) else told


def _figures(view: View, i: int) -> Iterator[Figure]:
    """The figures of one sentence; each is judged by the words around it."""
    text = _ASIDE.sub(_blank, _BRACKET.sub(lambda m: m[0] if _NAMED.search(m[0]) else _blank(m), view.lower[i]))
    tokens = [(m, next((_NAMES[n][0] for n in range(len(_NAMES)) if m[f"n{n}"]), None)) for m in _TOKEN.finditer(text)]
    values = [k for k, (m, _) in enumerate(tokens) if m["value"]]
    if not values:
        return
    rivals = (m.start() for m in _RIVAL.finditer(text) if m.start() > tokens[values[0]][0].end())
    rival = next(rivals, len(text))
    names = [_name_of(text, tokens, k) for k in values]
    fitted = weak = False
    shared = _shared(text, tokens[values[0]][0])
    for place, k in enumerate(values):
        match = tokens[k][0]
        before = text[max(tokens[values[place - 1]][0].end() if place else 0, match.start() - 70) : match.start()]
        gap = text[tokens[values[place - 1]][0].end() if place else 0 : match.start()]
        if place:  # what stands right behind the figure before belongs to that one
            before = re.split(r"[,;(]| and | but ", before)[-1]
        stop = tokens[values[place + 1]][0].start() if place + 1 < len(values) else len(text)
        after = re.split(r"[;)]| and (?=[\d.])|, (?=[\d.])", text[match.end() : min(stop, match.end() + 50)])[0]
        judged = _judged(before, after, text[: match.start()], shared)
        weak = bool(_OTHERS.search(f"{before} | {after}")) or (weak and _LISTED.fullmatch(gap) is not None)
        fitted = fitted and ";" not in gap
        score = view.weights[i] + judged - 2.0 * weak - 3.0 * (match.start() > rival)
        score += 2.5 * (fitted and names[place] not in names[place + 1 :])
        fitted = fitted or _FIT.search(after) is not None
        name, value = names[place], _value(match["value"])
        if name and (value >= _LEAST or name == "R2"):
            yield Figure(name, value, score + (name in ("AUC", "C-index")), i)


def _name_of(text: str, tokens: list[tuple[re.Match[str], str | None]], k: int) -> str | None:
    """The name just behind a value (*0.72 AUC*), else the one before it."""
    match = tokens[k][0]
    if k + 1 < len(tokens):
        follower, name = tokens[k + 1]
        gap = text[match.end() : follower.start()]
        if name is not None and re.fullmatch(r" ?(?:in |for |of )?(?:mean )?", gap):
            return name
    for earlier, name in reversed(tokens[:k]):
        if name is not None:
            return name if match.start() - earlier.end() < 160 else None
    return None


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _shared(text: str, first: re.Match[str]) -> float | None:
    """The place that all figures of a sentence share: told before the first of them and not changed behind it."""
    return _place(text[: first.start()], -1) if _place(text[first.end() :], 0) is None else None


def _judged(before: str, after: str, sentence: str, shared: float | None) -> float:
    """How far from training the data are: told behind the figure, else before it, else earlier in the sentence."""
    score = next((s for s in (shared, _place(after, 0), _place(before, -1)) if s is not None), None)
    if score is None:
        score = 1.0 if any(p.search(sentence) for p in (_FAR, _TEST, _CHECK)) else 0.0
    return score + 0.5 * bool(_BEST.search(f"{before} | {after}"))


def _place(text: str, which: int) -> float | None:
    """What the first (0) or last (-1) word about a set makes of a figure."""
    found = sorted((m.start(), gain) for pattern, gain in _SETS for m in pattern.finditer(text))
    return found[which][1] if found else None


def _value(raw: str) -> float:
    return round(float(raw.rstrip("% ")) / 100, 4) if "%" in raw else float(raw)
