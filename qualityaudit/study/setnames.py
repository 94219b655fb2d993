"""A View in, the proper names out that stand where a place or a collection of data is named, and their places."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from qualityaudit.study.view import View

_NOT_NAMES = (
    r"(?:(?:f?MRI?s?|CTA?s?|PET\S*|DCE\S*|DWI\S*|DTI|ADC|FLAIR|[tT][12]\S*|CE\S*|FDG\S*|PSMA\S*|ROIs?|VOIs?|VOI\S*|CV|ML|DL|AI|[23]D|C?NNs?|DICOM|NIfTI|[CGP]TV\S*|ET|TC|WT|NCR|NETC?|SNFH|CECT|CBCT|OCT|US|CEUS|SPECT|HRCT|LDCT|NSCLC|SCLC|HCC|RCC|ccRCC|PCa|csPCa|GBM|LGG|HGG|BN|SVMs?|RF|LR|DNA|RNA\S*|EHR|EMR|GP"
    r"|LASSO|ANOVA|ROC|AU\w+|ICC|GSEA|PCA|SMOTE|GLCM|GLRLM|GLSZM|NGTDM|GLDM|IBSI|ComBat|NeuroComBat|ImageNet\S*|RadImageNet|PyRadiomics|ResNet\S*|DenseNet\S*|U-?Net\S*|nnU-?Net\S*|XGBoost|LightGBM|CatBoost|MLP|GPUs?|NVIDIA|Adam\w*|SHAP|Grad-CAM|CLIP|BERT|ViT\S*|CI|SD|HR|OR|P|N|HPV|EGFR|KRAS|PD-L1|GE|Siemens|Philips|Toshiba|Canon|Hitachi|Hologic)"
    r"|(?:The|A|An|All|Our|Their|These|Those|This|That|Each|Every|Both|Some|No|Only|Other|Another|For|In|On|At|Of|From|To|With|We|It|As|And|Of|Training|Test\w*|Validation|Internal|External|Independent|Tables?|Figures?|Fig|Section|Suppl\w*|Appendix|Model|Patients?|Data\w*|Images?|Clinical|Raw|Results?|Methods?|Materials?|Features?|Stage|Grade|Group|Phase|Cox|Bayes\w*|Python|Matlab|Harrell|DeLong|Youden|Kaplan|Wilcoxon|Mann|Pearson|Spearman|Gleason|January|February|March|April|May|June|July|August|September|October|November|December|Asian|Caucasian|Chinese|European|American|Helsinki|Declaration|University|Hospital|Medical|Institut\w+|Department|Cent(?:er|re)|School|College|National|General|Central)s?)"
)
"""Capitalised words that name neither a place nor a collection."""
NAME = rf"(?<![\w-])(?!{_NOT_NAMES}\b(?![\w-]))(?:[A-Z][\w&]+(?:[-/][A-Z\d][\w&]*)*|[a-z]{{1,2}}[A-Z]\w+)(?: (?:II|I|III|IV)\b|[- ]?\d{{1,4}}\b(?!\.| (?:patients|cases|scans|women|men|images)))?"
"""A proper name, such as those of places and collections."""
_THINGS = r"(?:cohorts?|data ?sets?|data|collections?|series|archives?|registry|trials?|stud(?:y|ies)|patients|women|men|children|cases|scans|participants|sets?|samples?|populations?|group|challenge|benchmark|hospitals?|cent(?:er|re)s?|sites?|clinics?|institut\w+)"
_NO_NAME = re.compile(rf"{_NOT_NAMES}\b(?![\w-])")
_TOKEN = re.compile(r"[A-Z](?<![A-Z][\w&].)[\w&]+(?P<more>[-/][A-Z\d]?|[- ]?\d| I)?")
"""Where a name may begin, after at most two small letters."""
_LISTED = re.compile(rf"{NAME}(?:(?:, | and |, and ){NAME})*")
_BEFORE = re.compile(
    r"(?:(?i:\b(?:patients|women|men|children|cases|those|data|scans|images|cohorts?|participants|examinations|subjects|people|adults|collections?|collected|acquired|recruited|treated|centres? of|hospitals? of))(?: \([^)]{1,30}\))? (?:\w+ )?(?:from|of|at|in)"
    r"|\b(?:dataset|data set|collection|cohort|archive|challenge|benchmark|hospital|clinic|registry)(?: called| named|,)?"
    r"|(?i:\b(?:train(?:ed|s)?|tests?|tested|applied|transferred|carried over|evaluated|validated))\b[^.;]{0,40} (?:to|in|on|at)"
    r"|\b(?:all|rest|most|part|half) of|\b\d[\d,]* (?:from|of|at|in)|\b(?:those|that) (?:from|of|at|in)"
    r")(?: the)? \Z"
)
_AFTER = re.compile(
    rf"(?: \w+)? {_THINGS}\b"
    r"|(?: \(|, )(?:n ?= ?)?\d[\d,]* (?:patients|cases|women|men|scans|images|lesions|volumes|subjects)"
    r"|(?: \([^()]{1,30}\))?(?:,? (?:which|whose) [^,;.]{3,90},)? (?:(?:was|were|is|are) )?(?:evaluated|split|divided|reserved|provided|supplied|furnished|contributed|served|serves|formed|never|not|gave|reserved|used for|comprises?|comes?|stems?|holds|contains?)\b"
)
_GIVEN = re.compile(
    r"\b(?:provided|supplied|furnished|contributed|served|formed)\b[^.;]{5,50}(?:[,;] (?:and )?|\) and |\) )(?:the )?\Z"
)
_GIVEN_AS = re.compile(r" the| for| as| formed|,")
_FIRST = re.compile(r"(?:For|In|On|At) (?:the )?\Z")
_FIRST_END = re.compile(r",? ")
_WINDOW = 110
_WORDS = (
    "train", "test", "valid", "cohort", "data", "patients", "hospital", "collection", "series", "cases", "fit", "learn",
    "serv", "appl", "provided", "transfer",
)  # fmt: skip
_LETTERED = re.compile(
    r"\b(?:hospitals?|cent(?:er|re)s?|institut(?:ion|e)s?|sites?|clinics?|cohorts?|datasets?|units?) (?-i:[A-H]|I{1,3}|IV|[1-9])\b(?![.,]\d)",
    re.I,
)
_LETTERED_WORDS = ("hospital", "cent", "institut", "site", "clinic", "cohort", "dataset", "unit")
SORT = r"(?i:\b(?:an?|one|another|the) (?:[\w-]+ )?(?:university|district|community|regional|rural|county|cantonal|provincial|municipal|general|teaching|tertiary|private|public|military|foreign|second|third|other|neighbou?ring|different|referral|academic) (?:[\w-]+ )?(?:hospital|cent(?:er|re)|clinic|institution|site)\b)"
"""A hospital without a name, told by its sort."""
_SORTS = re.compile(SORT, re.I)

Mark = tuple[int, int, str]
"""Begin, end and name of a set in a sentence."""


def mentions(view: View, sentences: Iterable[int]) -> dict[int, list[Mark]]:
    """Where the named sets, and those told apart by a letter or a number, are mentioned, by sentence."""
    within = frozenset(sentences)
    found: dict[int, list[Mark]] = {}
    for i in within.intersection(view.holding(*_LETTERED_WORDS)):
        marks = [(m.start(), m.end(), key(m[0])) for m in _LETTERED.finditer(view.texts[i])]
        if marks:
            found[i] = marks
    for i in within.intersection(view.holding(*_LETTERED_WORDS)):
        sorts = [(m.start(), m.end(), re.sub(r"^\w+ ", "", key(m[0].lower()))) for m in _SORTS.finditer(view.texts[i])]
        if len({name for *_, name in sorts}) > 1:  # told apart in one sentence
            found.setdefault(i, []).extend(sorts)
    for name in sorted(_names(view, within), key=len, reverse=True):
        small = name.lower()
        for i in within.intersection(view.holding(small)):
            for start in _written(view.texts[i], name):
                marks = found.setdefault(i, [])
                if all(start >= end or start + len(name) <= begin for begin, end, _ in marks):
                    marks.append((start, start + len(name), key(name)))
    return {i: _joined(view.texts[i], sorted(marks)) for i, marks in found.items()}


def _joined(text: str, marks: list[Mark]) -> list[Mark]:
    """Names of two words as one, such as *San Marco*, which stand apart in the text by a blank alone."""
    joined: list[Mark] = []
    for start, end, name in marks:
        if joined and text[joined[-1][1] : start] == " ":
            start = joined.pop()[0]
            name = key(text[start:end])
        joined.append((start, end, name))
    return joined


def _written(text: str, name: str, joined: str = "_-") -> Iterator[int]:
    """Where a name stands as a word of its own; before it a sign of ``joined`` makes it part of another."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not (at and _is_letter(text[at - 1], joined)) and not (end < len(text) and _is_letter(text[end], "_")):
            yield at
        at = text.find(name, end)


def _is_letter(sign: str, more: str) -> bool:
    return sign.isalnum() or sign in more


def _names(view: View, within: frozenset[int]) -> set[str]:
    """Proper names that stand where a place or a collection of data is named."""
    everything = "\n".join(view.texts)
    numbers = [i for i in view.holding(*_WORDS) if i in within]
    texts = [view.texts[i] for i in numbers]
    starts = [0]
    for text in texts:
        starts.append(starts[-1] + len(text) + 1)
    votes: set[str] = set()
    common: dict[str, bool] = {}
    end = 0
    for token in _TOKEN.finditer("\n".join(texts)):
        if token.start() < end or _unlikely(token, everything, common):
            continue
        place = bisect_right(starts, token.start()) - 1
        text, offset = texts[place], starts[place]
        listed = _at(text, token.start() - offset)
        if listed is None:
            continue
        end = listed.end() + offset
        names = re.split(r",? and |, ", listed[0])
        new = [n for n in names if not _is_common(n, everything, common)]
        if new and (placed := _placed(text, listed)) is not None:
            votes.update(new)
            end = placed + offset
    return votes


def _unlikely(token: re.Match[str], everything: str, common: dict[str, bool]) -> bool:
    """True for a capitalised word that cannot begin a name, told without a look at its sentence."""
    if token["more"]:
        return False
    return _is_common(token[0], everything, common) or _NO_NAME.fullmatch(token[0]) is not None


def _at(text: str, start: int) -> re.Match[str] | None:
    """The names listed from a capital on, or from the small letters before it."""
    for before in (2, 1, 0):
        if (
            start >= before
            and text[start - before : start].islower() == (before > 0)
            and (m := _LISTED.match(text, start - before))
        ):
            return m
    return None


def _placed(text: str, listed: re.Match[str]) -> int | None:
    """How far what is said of the names reaches, if they stand where a place or a collection of data is named."""
    start, end = listed.span()
    if after := _AFTER.match(text, end):
        return after.end()
    given = _GIVEN_AS.match(text, end) and _GIVEN.search(text, max(0, start - _WINDOW), start)
    first = _FIRST_END.match(text, end) and _FIRST.fullmatch(text, 0, start)
    return end if given or first or _BEFORE.search(text, max(0, start - _WINDOW), start) else None


def _is_common(name: str, everything: str, common: dict[str, bool]) -> bool:
    """True for a word that is also written small, and so no name."""
    if (known := common.get(name)) is None:
        known = common[name] = name[1:].islower() and any(True for _ in _written(everything, name.lower(), "_"))
    return known


def key(name: str) -> str:
    """One spelling for the names of one set."""
    small = name.strip()
    return (
        small.lower().replace("centre", "center").replace("s ", " ")
        if re.search(r" (?:[A-H]|[I1-9]+)$", small)
        else small
    )
