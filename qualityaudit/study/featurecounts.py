"""A View in, how many features were extracted and how many were selected, out."""

import re

from qualityaudit.study.numbers import NUMBER, number
from qualityaudit.study.view import Hit, Told, View, told

_THING = r"(?:features?|descriptors?|variables|parameters|biomarkers)"
_EXTRACTED = re.compile(
    rf"(?P<n>{NUMBER})(?:-| )(?:[\w-]+,? ){{0,6}}?{_THING}\b(?! (?:sub)?sets?| matri| combin| famil| class| select| vectors? of| maps?| groups?| categor| types?)"
    rf"|{_THING}[^.;]{{0,60}}?(?:total of|total to|total|to|yield\w+|n ?=) (?P<m>{NUMBER})\b(?! ?%)"
    rf"|(?P<t>{NUMBER}) (?:{_THING} )?(?:in all|altogether|in total|overall|per (?:patient|lesion|tumou?r|roi|mask|case))\b|\b(?:altogether|in all,?|in total,?) (?P<u>{NUMBER})\b"
    rf"|feature vectors? [^.;]{{0,20}}r\^(?P<v>\d+)"
)
_EXTRACT_CUES = re.compile(
    r"\b(?:of|from|on|encodes|rating|across) (?:the |these |all )?\d|got\b|gave|giving|making|measured|altogether|in all|extract|comput|calculat|obtain|total|yield|generat|per (?:patient|lesion|tumou?r|roi|nodule|case|volume)|were deriv|consist|including|represented by|comprehensive"
)
_VECTOR = re.compile(
    rf"(?P<n>{NUMBER})[- ]?(?:dimensional|d\b|element|entry)[- ](?:\w+[ -]){{0,3}}?(?:vectors?|embeddings?|representations?|features?|descriptors?)"
)
_KEPT = re.compile(
    rf"(?:retained|kept|selected|leaving|left|down to|reduc\w+ (?:\w+ ){{0,5}}?to|thinned (?:\w+ )?(?:out )?to|narrowed (?:\w+ ){{0,4}}?to|stopped at|chose|chosen|remained|identified|yielded|picked) (?:only |just |the |a total of |a set of |a final set of |a subset of )?(?P<n>{NUMBER})\b(?! ?(?:%|\.\d|patients|women|men|cases|lesions|tumou?rs|models?|sets?|folds?|readers?|images?|scans|minutes|times|phases|steps|clinical|classifiers?|algorithms?|methods|groups?|centres|centers|hospitals|\w+ subtypes|subtypes|clusters|phenotypes|of the))"
    rf"|\b(?:of|from) (?:the |these |all )?{NUMBER} (?:\w+ ){{0,2}}{_THING}\b[^.;]{{0,60}}? (?P<s>{NUMBER}) (?:were|was|had|remained|passed|survived|showed|met|reached|differed|{_THING})\b"
    rf"|(?P<k>{NUMBER})-(?:feature|variable|descriptor|parameter)s? (?:\w+ )?(?:signature|model|score|classifier|set)"
)
_SELECT_CUES = re.compile(
    r"select|retain|remain|surviv|kept|keep|final|chosen|left|accept|reduc|signature|based on|non-?zero|narrow|optimal|most (?:predictive|relevant|important)|model with|emerged|fed with|went into|distinct"
)
_SPEAKS = re.compile(
    r"feature|descriptor|radiomic|signature|lasso|\bof them\b|\bof these\b|elimination|redundan|predictors"
)
_OTHER = re.compile(
    r"bootstrap|resampl|samples\b|iteration|patients|women|images|epochs|combin|\bbins?\b|\bhu\b|\bmm\b|routine|replicat|layer|classif|algorithm|subtypes|methods"
)
_ONE_KIND = re.compile(r"^[^,]*$")
"""A number of features of one family only."""
_NOT_FEATURES = re.compile(
    r"clinical|shape|first-?order|glcm|glrlm|glszm|gldm|ngtdm|semantic|per class|texture class|icc|reproducib|stable|hyper|learnable|million|trainable|laborator|demographic|p ?<|robust"
)

_AT_MOST = re.compile(r"(?:no more than|at most|up to|fewer than|less than|limited to|maximum of) $")


def feature_counts(view: View, deep_table: bool) -> tuple[Told, Told]:
    """Features extracted (the largest number with a word of extraction) and selected (the last small one).

    ``deep_table``: the features are those of a network, whose number is the length of a vector.
    """
    extracted, selected = list[tuple[float, int, Hit]](), list[tuple[float, int, Hit]]()
    for hit in view.stated(_EXTRACTED, ("feature", "descriptor", "variables", "parameters")):
        value = number(next(filter(None, hit.match.groups())))
        text = view.lower[hit.sentence]
        if (
            value is None
            or not 1 < value < 200_000
            or (_NOT_FEATURES.search(hit.match[0]) and _ONE_KIND.match(hit.match[0]))
        ):
            continue
        if _OTHER.search(hit.match[0]):
            continue
        if (hit.match["t"] or hit.match["u"]) and not _SPEAKS.search(text):
            continue
        if value >= 15 and hit.weight >= 1 and _EXTRACT_CUES.search(text):
            extracted.append((hit.weight, value, hit))
        if (
            value <= 150
            and _SELECT_CUES.search(text)
            and not _AT_MOST.search(text, max(0, hit.match.start() - 16), hit.match.start())
        ):
            selected.append((hit.weight, value, hit))
    if not extracted and deep_table:
        extracted = [(h.weight, n, h) for h in view.stated(_VECTOR) if (n := number(h.match["n"])) is not None]
    for hit in view.stated(_KEPT):
        value = number(hit.match["n"] or hit.match["s"] or hit.match["k"])
        if _OTHER.search(view.lower[hit.sentence], hit.match.end(), hit.match.end() + 25):
            continue
        if value is not None and 1 < value <= 150 and _SPEAKS.search(view.lower[hit.sentence]):
            selected.append((1.5 * hit.weight, value, hit))
    return _largest(extracted), _last_kept(selected, extracted)


def _largest(found: list[tuple[float, int, Hit]]) -> Told:
    if not found:
        return Told(None)
    value = max(v for _, v, _ in found)
    return told(value, (h for _, v, h in found if v == value))


def _last_kept(found: list[tuple[float, int, Hit]], extracted: list[tuple[float, int, Hit]]) -> Told:
    """The best supported number below that of the extracted features, the smaller one if two are alike."""
    top = max((v for _, v, _ in extracted), default=10**9)
    votes: dict[int, float] = {}
    for weight, value, _ in found:
        if value < top:
            votes[value] = votes.get(value, 0) + weight
    if not votes:
        return Told(None)
    value = max(votes, key=lambda v: (votes[v], -v))
    return told(value, (h for _, v, h in found if v == value))
