"""A View in, the numbers of features that stayed in each step out, and the last of them."""

import re
from collections import defaultdict

from qualityaudit.study.numbers import NUMBER, number
from qualityaudit.study.view import Hit, Told, View, told

_THING = r"(?:features?|descriptors?|variables|parameters|biomarkers|indices)"
_NO_THING = r"(?! ?(?:%|\.\d|-fold|patients|women|men|cases|lesions|tumou?rs|nodules|models?|sets?|folds?|readers?|images?|scans|minutes|times|phases|steps|stages|clinical|classifiers?|algorithms?|methods|groups?\b|centres|centers|hospitals|\w+ subtypes|subtypes|clusters|phenotypes|of the|months|years|mm|iterations|loops|trees|epochs))"
_STAYED = r"(?:were|was|had|have|has|keep|kept|remained|remain|passed?|survived|showed|met|meet|reached|differed|fell|entered|stayed|persisted|satisf\w+|held)"
_KEPT = re.compile(
    rf"(?:retained|kept|keeps?|selected|leaving|left|down to|reduc\w+ (?:\w+ ){{0,5}}?to|thinned (?:\w+ )?(?:out )?to|narrowed (?:\w+ ){{0,4}}?to|stopped at|chose|chosen|remained|identified|yielded|picked|confirmed|settled on|fixed at|ended (?:up )?with|fell into|accepted|determined) (?:only |just |the |a total of |a set of |a final set of |a subset of |a panel of |a median of )?(?P<n>{NUMBER})\b{_NO_THING}"
    rf"|\b(?:of|from) (?:the |these |all )?{NUMBER} (?:\w+ ){{0,2}}{_THING}\b[^.;]{{0,60}}? (?P<s>{NUMBER}) (?:\(\d[\d.]* ?%\) )?(?:{_STAYED}|{_THING})\b"
    rf"|(?P<k>{NUMBER})-(?:feature|variable|descriptor|parameter)s? (?:\w+ )?(?:signature|model|score|classifier|set)"
    rf"|(?P<d>{NUMBER})-dimensional (?:radiomics? |handcrafted )(?:\w+ )?(?:vector|representation|features?|signature|subset)"
    rf"|\b(?:kept|retained|selected|left|chosen|stable): (?P<c>{NUMBER}) (?:of|out of) {NUMBER}\b"
    rf"|(?:coefficients? (?:for|in|to)|retained|kept|selected|chose|chosen) (?:only |just )?(?P<x>{NUMBER}) (?:out )?of (?:the |these |all )?{NUMBER} (?:\w+ )?{_THING}"
    rf"|\b(?P<z>{NUMBER}) (?:\(range[^)]{{0,12}}\) )?(?:of (?:them|these) |{_THING} )?(?:after|survived|persisted|keep|kept|retained|remained|had|with|showed|have|entered|stayed)\b[^.;,]{{0,30}}(?:lasso|elimination|selection|boruta|non-?zero|filter|elastic net|mrmr|in the (?:final )?(?:model|signature))"
)
_BEST = re.compile(
    rf"\bthe (?:best |top |first )?(?P<b>{NUMBER})(?: {_THING})? (?:with|having|of|showing) (?:the )?(?:largest|lowest|highest|smallest|best|greatest|strongest|most)\b"
    rf"|\b(?:the )?(?P<e>{NUMBER})[ -](?:best|top)[- ](?:\w+[ -])?{_THING}\b|\b(?:the )?(?:best|top)[- ](?P<f>{NUMBER}) (?:\w+ )?{_THING}\b"
    rf"|\b(?:with|on|from|of) (?:the |all |these )?(?P<g>{NUMBER}) {_THING}\b(?=[^.;]{{0,30}}(?:were trained|was trained|\(|$))|\bwith (?:the )?(?P<h>{NUMBER}) (?:(?!clinical|other|more|different)\w+ )?{_THING}\b(?! select| sets?\b| class| extract| group| famil)"
)
"""Those that lead a ranking, and those a model works with."""
_SELECT_CUES = re.compile(
    r"select|retain|remain|surviv|kept|keep|final|chosen|(?<!the )left\b|accept|reduc|signature|based on|non-?zero|narrow|optimal|most (?:predictive|relevant|important)|model with|emerged|fed with|went into|distinct|met all|all criteria|all three|differed|different between|determined|entered|passed|panel|compos|ma[dk]e up|formed the|constitut"
)
_AT_MOST = re.compile(r"(?:no more than|at most|up to|fewer than|less than|limited to|maximum of|top \d+ to) $")
_PLANNED = re.compile(r"riley|cox-?snell|sample size|events? per|shrinkage (?:of|was|factor)|rule of thumb|pmsampsize")
"""How many the cases would allow."""
_SPEAKS = re.compile(
    r"feature|descriptor|parameter|radiomic|signature|lasso|boruta|\bof them\b|\bof these\b|elimination|redundan|predictors|elastic net|coefficients"
)
_WORKED = re.compile(
    r"select|lasso|boruta|elimination|rank|best\b|classif|train|model|network|accuracy|lowest|highest|largest"
)
_SHOWN = re.compile(r"\bfig|\btable|shows|present|displayed|plot|list")
"""The leading ones are only shown."""
OTHER = re.compile(
    r"bootstrap|resampl|samples\b|iteration|patients|women|images|epochs|combin|\bbins?\b|\bhu\b|\bmm\b|routine|replicat|layer|classif|algorithm|subtypes|methods"
)
"""A number with one of these is none of features."""

MOST_KEPT = 150
"""More features than this are hardly the end of a selection."""
WELL = 0.6
"""Well supported is a number with so much of the weight of the best supported one."""
Count = tuple[float, int, Hit]
"""Weight, number, place."""


def kept_numbers(view: View) -> list[Count]:
    """Numbers of features said to stay; in a sentence that tells of several steps the last one counts."""
    steps: dict[int, list[Count]] = defaultdict(list)
    for hit in view.stated(_KEPT):
        _add(steps, view, hit, 1.5, _SPEAKS)
    for hit in view.stated(_BEST):
        if not _SHOWN.search(view.lower[hit.sentence]) or hit.match["h"]:
            _add(steps, view, hit, 0.8, _WORKED)
    found = []
    for counts in steps.values():
        last = max(counts, key=lambda c: c[2].match.start())
        found += [c if c is last or c[1] < last[1] else (0.3 * c[0], c[1], c[2]) for c in counts]
    return found


def _add(steps: dict[int, list[Count]], view: View, hit: Hit, trust: float, cue: re.Pattern[str]) -> None:
    text = view.lower[hit.sentence]
    place = hit.match.lastindex or 0
    value, end = number(hit.match[place]), hit.match.end(place)
    if value is not None and not OTHER.search(text, end, end + 25) and kept_here(text, hit.match, value, cue):
        steps[hit.sentence].append((trust * hit.weight, value, hit))


def kept_here(text: str, match: re.Match[str], value: int, cue: re.Pattern[str] = _SELECT_CUES) -> bool:
    """Whether a number (the one group of ``match``) is small enough, told with a ``cue``, and neither limit nor plan."""
    at = match.start(match.lastindex or 0)
    limit = _AT_MOST.search(text[max(0, at - 16) : at])
    return 1 < value <= MOST_KEPT and cue.search(text) is not None and not _PLANNED.search(text) and not limit


def last_kept(found: list[Count], extracted: list[Count]) -> Told:
    """The smallest of the well supported numbers below that of the extracted features: selection goes on in steps."""
    top = max((v for _, v, _ in extracted), default=10**9)
    votes: dict[int, float] = {}
    for weight, value, _ in found:
        if value < top:
            votes[value] = votes.get(value, 0) + weight
    if not votes:
        return Told(None)
    value = min(v for v, weight in votes.items() if weight >= WELL * max(votes.values()))
    return told(value, (h for _, v, h in found if v == value))
