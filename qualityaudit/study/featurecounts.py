"""A View in, how many features were extracted and how many were selected, out."""

import re
from collections import Counter, defaultdict

from qualityaudit.study.numbers import NUMBER, number
from qualityaudit.study.selectedcounts import OTHER, kept_here, kept_numbers, last_kept
from qualityaudit.study.view import Hit, Told, View, told

_THING = r"(?:features?|descriptors?|variables|parameters|biomarkers|measures|activations|embeddings|indices)"
_WORDS = r"(?:(?!(?:is|are|was|were|had|has|from|of (?:the|these)|stages?|steps?|patients|subjects|images|which|that|each|x|hu|mm)\b)[a-z][\w-]*,? ){0,6}?"
_NO_COUNT = r"(?! (?:sub)?sets?| matri| combin| famil| class| select| vectors? of| maps?| groups?| categor| types?| pyramid| grids?| importance)"
_EXTRACTED = re.compile(
    rf"(?P<n>{NUMBER})(?:-| ){_WORDS}{_THING}\b{_NO_COUNT}"
    rf"|{_THING}[^.;]{{0,60}}?(?:total of|total to|total|to|yield\w+|n ?=) (?P<m>{NUMBER})\b(?! ?%)"
    rf"|(?P<t>{NUMBER}) (?:{_THING} )?(?:in all(?! \d)|altogether|in total|overall|per (?:patient|lesion|tumou?r|roi|mask|case))\b|\b(?:altogether|in all[,:]|in total,?) (?P<u>{NUMBER})\b(?! patients| cases)"
    rf"|feature vectors? [^.;]{{0,20}}r\^(?P<v>\d+)|feature matrix [^.;]{{0,10}}\d+ x (?P<w>{NUMBER})"
)
_EXTRACT_CUES = re.compile(
    r"\b(?:of|from|on|encodes|rating|across|for|all) (?:the |these |all )?\d|got\b|gave|gives?\b|giving|ma[dk]es?\b|making|results? in|amount\w* to|add\w* up to|provid|matrix|measured|altogether|in all|extract|comput|calculat|obtain|total|yield|generat|per (?:patient|lesion|tumou?r|roi|nodule|case|volume|scan)|were deriv|consist|including|represented by|comprehensive|gathered|n ?= ?\d"
)
_VECTOR = re.compile(
    rf"(?P<n>{NUMBER})[- ]?(?:dimensional|d\b|element|entry)[- ](?:\w+[ -]){{0,3}}?(?:vectors?|embeddings?|representations?|features?|descriptors?)"
)
_SPEAKS = re.compile(
    r"feature|descriptor|radiomic|signature|lasso|\bof them\b|\bof these\b|elimination|redundan|predictors"
)
_ONE_KIND = re.compile(r"^[^,]*$")
"""A number of features of one family only."""
_NOT_FEATURES = re.compile(
    r"clinical|shape|first-?order|glcm|glrlm|glszm|gldm|ngtdm|semantic|per class|texture class|icc|reproducib|stable|hyper|learnable|million|trainable|laborator|demographic|p ?<|robust|significan"
)
_KINDS = re.compile(
    rf"(?P<a>{NUMBER}) (?P<one>{_WORDS}){_THING}\b[^.;:()\d]{{0,60}}?(?:, | and | plus |, and | as well as |\+ )(?P<b>{NUMBER}) (?P<two>{_WORDS}){_THING}\b[^.:;]{{0,80}}\b(?:extract|comput|calculat|obtain|deriv|quantif|measured|taken|reduced)\w*"
    rf"|(?:extract|comput|calculat|obtain|deriv|quantif)\w* (?:from [^.;:()\d]{{0,40}})?(?P<c>{NUMBER}) (?P<three>{_WORDS}){_THING}\b[^.;:()\d]{{0,40}}?(?: and | plus | as well as )(?P<d>{NUMBER}) (?P<four>{_WORDS}){_THING}\b"
)
"""Features of two kinds side by side: ``1218 handcrafted and 512 deep features were computed``."""
_FAMILIES = re.compile(
    r"first-?order|glcm|glrlm|glszm|co-?occurrence|run-?length|size-?zone|histogram|wavelet|log\b|clinic|demograph|laborat"
)
_EACH = re.compile(
    rf"(?:per|for each|from each|for every|from every|in each) (?:\w+ )?(?P<unit>modality|sequence|phase|artery|series|map|contrast)\b|\b(?:each|every) of the {NUMBER} (?P<units>modalities|sequences|phases|arteries|maps|contrasts)\b"
)
_WHOLE = re.compile(r"per (?:patient|case|lesion|tumou?r)|altogether|in all\b|in total|to which|total")
"""Said where the number is that of all sequences."""
_PLURAL = {"modality": "modalities", "artery": "arteries", "series": "series"}


def feature_counts(view: View, deep_table: bool) -> tuple[Told, Told]:
    """Features extracted (the largest number with a word of extraction) and selected (the last small one).

    ``deep_table``: the features are those of a network, whose number is the length of a vector.
    """
    extracted, selected = list[tuple[float, int, Hit]](), list[tuple[float, int, Hit]]()
    for hit in view.stated(_EXTRACTED, ("feature", "descriptor", "variables", "parameters", "indices")):
        value = number(hit.match[hit.match.lastindex or 0])
        text = view.lower[hit.sentence]
        if value is None or not _counts_features(hit, value, text):
            continue
        if value >= 15 and hit.weight >= 1 and _EXTRACT_CUES.search(text):
            extracted.append((hit.weight, value, hit))
        if kept_here(text, hit.match, value):
            selected.append((hit.weight, value, hit))
    if not extracted and deep_table:
        vectors = ((h, number(h.match["n"])) for h in view.stated(_VECTOR))
        extracted = [(h.weight, n, h) for h, n in vectors if n is not None and n >= 8]
    extracted += _two_kinds(view)
    selected += kept_numbers(view)
    return _for_each(view, _largest(extracted)), last_kept(selected, extracted)


def _counts_features(hit: Hit, value: int, text: str) -> bool:
    match = hit.match
    if not 1 < value < 200_000 or (_NOT_FEATURES.search(match[0]) and _ONE_KIND.match(match[0])):
        return False
    whole = match["t"] or match["u"]
    if OTHER.search(match[0]) or (whole and OTHER.search(text, match.end(), match.end() + 25)):
        return False
    if match["m"] and "significan" in text[match.end() : match.end() + 14]:
        return False
    if (
        match["n"]
        and text[match.end() : match.end() + 1] == ")"
        and text[match.start() - 1 : match.start()] in ("(", " ")
    ):
        return False  # the share of one family: "texture (GLCM, 24 features)"
    return not whole or _SPEAKS.search(text) is not None


def _two_kinds(view: View) -> list[tuple[float, int, Hit]]:
    """Sums of two kinds of features named side by side."""
    found = []
    for hit in view.stated(_KINDS, ("feature", "descriptor", "parameters", "measures", "activations", "embeddings")):
        match = hit.match
        names = " ".join(match[name] or "" for name in ("one", "two", "three", "four"))
        parts = (number(match["a"] or match["c"]), number(match["b"] or match["d"]))
        if None not in parts and hit.weight >= 1 and not _FAMILIES.search(names) and max(n or 0 for n in parts) >= 15:
            found.append((hit.weight, sum(n or 0 for n in parts), hit))
    return found


def _for_each(view: View, one: Told) -> Told:
    """The features of all sequences, where the number is that of each."""
    votes: Counter[int] = Counter()
    for i in one.sentences:
        text = view.lower[i]
        each = _EACH.search(text)
        if (
            each is None
            or _WHOLE.search(text)
            or f"{one.value}" not in text[max(0, each.start() - 60) : each.end() + 40]
        ):
            continue
        unit = each["unit"] or each["units"]
        plural = _PLURAL.get(unit, unit if unit.endswith("s") else unit + "s")
        counts = re.compile(rf"\b(?P<n>two|three|four|five|six|both|[2-6]) (?:[\w-]+ )?{plural}\b")
        for hit in view.stated(counts, (plural,)):
            votes[2 if hit.match["n"] == "both" else number(hit.match["n"]) or 0] += 1
    if not votes or not isinstance(one.value, int):
        return one
    return Told(one.value * votes.most_common(1)[0][0], one.sentences)


def _largest(found: list[tuple[float, int, Hit]]) -> Told:
    if not found:
        return Told(None)
    by_value: dict[int, list[Hit]] = defaultdict(list)
    for _, value, hit in found:
        by_value[value].append(hit)
    value = max(by_value)
    return told(value, by_value[value])
