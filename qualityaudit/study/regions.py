"""A View in, how regions were made as one passage of the paper tells it, and by how many people, out."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from qualityaudit.study.view import OWN, Facts, View, told

_PERSON = (
    r"(?:(?:neuro|uro|mammo)?-?radiologists?|readers?|observers?|raters?|annotators?|physicians?|clinicians?|oncologists?|experts?|investigators?|operators?|residents?|registrars?|consultants?|attendings?|(?:neuro)?surgeons?|dosimetrists?|technologists?"
    r"|physicists?|sonographers?|sonologists?|radiographers?|specialists?|doctors?|cardiologists?|neurologists?|urologists?|pulmonologists?|gyna?ecologists?|dermatologists?|students?|trainees?|fellows?|engineers?|researchers?|persons?|people|authors?|technicians?)"
)
_BETWEEN = r"(?:(?!and\b|of\b|in\b|the\b|by\b)[\w/-]+,? ){0,6}?"
_ONE = rf"\b(?:an?|one(?: and the same)?|single|the same|our|the first|the senior|another) {_BETWEEN}{_PERSON}\b(?! (?:model|network|system|branch))|\b(?:one|either) of (?:us\b|the {_BETWEEN}{_PERSON})|\b(?:reader|observer|radiologist|rater|operator|physician|annotator|investigator)s? (?:\d|one|two|i{{1,2}}|[a-c])\b|\bthe (?:local|site|study) {_BETWEEN}{_PERSON}\b|\bthe (?:first|senior|last|corresponding) author\b|\bdr\.? \w|\b(?:his|her) (?:outlines|contours|masks)\b"
_MANY = rf"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|both|multiple|\d+) {_BETWEEN}{_PERSON}\b"
_ACT = re.compile(
    r"(?<!un)\b(?:re-?)?segment(?:ed|ing|ations?)\b|\bdelineat\w+|\bcontour(?:ed|ing|s)?\b|\boutlin(?:ed|es|ing|e)\b|\btrac(?:ed|ing|ings)\b|\bdrew\b|\bdrawn\b|\bdrawing\b|\bcircumscri\w+|\bencircl\w+|\bannotat(?:ed|ing|ions?)\b|\bmarked\b|\bpainted\b"
    r"|\bcropp(?:ed|ing)\b|\bcrops?\b|\bmasks?\b|\brois?\b|\bvois?\b|\b(?:regions?|volumes?)[- ]of[- ]interest\b|\bgtvs?\b|\bgross tumou?r volume|\bbox(?:es)?\b|\brectang\w+|skull-?\s?strip\w*|strip\w* (?:of )?the skull|parcellat\w+|\batlas(?:es)?\b|\btemplate\b|\bcircumference\b|\blabel ?maps?\b|\bmtvs?\b|metabolic (?:tumou?r )?volumes?|\b(?:suv|uptake) threshold"
)
_OTHER = re.compile(
    r"\bfeatures? (?:\w+ ){0,4}(?:were|was|are|is) (?:\w+ ){0,2}(?:extract|comput|calculat|normali|standardi|select)|\b(?:extract|comput|calculat)\w* (?:\w+ ){0,5}features?\b|\b(?:conclusions?|inferences?|samples?|blood|bootstrap\w*) (?:\w+ ){0,3}(?:drawn|drew)\b"
    r"|attention masks?|masked (?:auto|lang|image)|nomogram|heat ?maps?|saliency|grad-?cam|augmentation|random(?:ly)? crop|box(?:-|\s?)?(?:cox|plot)|decision curve|kaplan"
)
"""What else is extracted, drawn or masked."""
_TOOL = re.compile(
    r"\b(?:itk[- ]?snap|3d[- ]?slicer|slicer|mitk|mim|lifex|imagej|fiji|raystation|eclipse|pinnacle|mevislab|mimics|osirix|horos|syngo\S*|radcloud|uai|deepwise|pmod|mricro\w*|velocity|freesurfer|fastsurfer\w*|totalsegmentator|nn-?u-?net|u-?net|matlab|cvi42|labelme|labelimg|cvat|carimas|qupath|intellispace|vitrea|monai"
    r"|hd-?bet|synthstrip|synthseg|fsl|spm\d+|ants|deepmedic|hermes|mazda|ibex|cerr|oncentra|monaco|epad|radiant|texrad|medsam|lungmask|amira|avizo|mirada|fsleyes|flirt|fnirt|pylidc|yolo\w*|mask r-?cnn|deeplab\w*|segment anything|swinunetr|v-?net)\b"
    r"|\b(?:pacs|(?:reading|vendor's|diagnostic|post-?processing|advantage|clinical) workstations?|in-house (?:\w+ ){0,2}(?:tool|software|script|program|platform)\w*)\b"
)
_PRODUCT = re.compile(
    r"\b(?:[Uu]sing|[Ww]ith|[Ii]n|on|by|of|used|to)\b (?:the |an? )?(?:[\w-]+ ){0,3}?[A-Z][\w.+'-]*(?: [A-Z][\w.+-]*){0,3},? ?\(?(?:[Vv]ersion|[Vv]er\.?|[Vv]\.?) ?\d"
    r"|\b(?:[Uu]sing|[Ww]ith|[Ii]n|on|by)\b (?:the |an? )?(?:[a-z-]+ ){0,3}?(?!(?:CT|MRI?|PET|Table|Figure|Fig|RECIST)\b)[A-Z][\w.+-]+(?: [A-Z\d][\w.+-]*){0,3}(?:'s)?(?: (?:software|workstation|platform|tool|toolbox|program|viewer|package|plug-?in|system|polygon|editor)\b| \d\.\d| \([^()]*\b(?:Inc|GmbH|Ltd|Corp|BV|USA|Germany|China|Netherlands|[A-Z]{2})\b)"
    r"|\b(?:software|workstation|platform|tool|toolbox|program(?:me)?|viewer|package|plug-?in)\b,? ?\(?[A-Z][\w-]+|\b(?:[Uu]sing|[Ww]ith) (?:the )?[A-Z][a-z]+[A-Z][a-z]\w*\b(?! (?:\w+ )?(?:study|trial|cohort|data|collection|weights))"
)
"""A program that nobody has heard of yet: a name with a version, a maker or the word software beside it."""
_NO_TOOL = re.compile(
    r"\b(?:features?|extract\w*|comput(?:e[ds]?|ing|ation\w*)|calculat\w*|statistic\w*|texture|resampl\w*|normali[sz]\w*|scann\w*|acquir\w*|pyradiomics|re-?siz\w*|ultrasound system|augment\w*|trained (?:with|using)|literature)\b"
)
_COMPUTES = re.compile(r"\b(?:extract\w*|comput(?:e[ds]?|ing|ation\w*)|calculat\w*)\b")
_READER = re.compile(rf"{_ONE}|{_MANY}|\b(?:each|either|second|first) {_BETWEEN}{_PERSON}\b")
_INITIALS = re.compile(
    r"\((?:[A-Z]\.\s?-?){1,3}[A-Z]?\.?[,;)]|\([A-Z]{2,4}[,;)]|(?:^|[ ,(])[A-Z]\.\s?-?(?:[A-Z]\.\s?)?(?:[A-Z]\.),? (?:and|segmented|delineated|contoured|outlined|drew|traced|\()"
)
_NO_READER = re.compile(r"scann|examinations were|pathologist|biops")
_MANNER = re.compile(
    r"\bmanual\w*|\bby hand\b|hand-?(?:drawn|segment|outlin|contour)\w*|free-?hand|semi-?\s?auto\w*|\bauto(?:mat\w*|-?segment\w*|-?contour\w*)|interactiv\w+|region[- ]grow\w*|grow-?cut|threshold\w*|level[- ]set|graph[- ]?cut|polygon\w*|brush\w*|seed\w*|\bdrew\b|\bdrawn\b|\btraced\b|\bpainted\b|\btracing\b|voxel by voxel"
    r"|watershed|gradient|random walk\w*|\d+ ?% of|slice[- ]by[- ]slice|deep[- ]learning|networks?\b|u-?net|atlas|cropp"
)
_RULE = re.compile(
    r"\b(?:includ|exclud|avoid|omit|spar|compris|contain|cover|encompass|enclos|embrac)\w*\b|\b(?:leav|left|keep|kept|tak|took)\w*\b[^.;]{0,60}\b(?:out|in|inside|outside|within|away|along)\b|\b(?:not (?:part|included|followed)|stay\w*|remain\w*) (?:\w+ ){0,3}(?:inside|within|of)|\b(?:border|edge|margin|boundar\w+|rim|contour|wall|capsule|outer|inner|perimeter|circumference)s?\b"
    r"|\b(?:each|every|all|consecutive|contiguous|adjacent|largest|biggest|maxim\w+|widest|middle|central|single|three|five) (?:[\w-]+ ){0,3}(?:slices?|sections?|images?|planes?|cross-?section\w*|diameter|area|levels?|frames?)\b|\b(?:largest|longest|greatest|biggest|widest) (?:\w+ )?(?:axis|extent|dimension)|\b(?:slice|section|layer|image|voxel)[- ](?:by|after)[- ](?:slice|section|layer|image|voxel|another)\b|\bone (?:image )?after (?:another|the other)\b"
    r"|\b(?:whole|entire|3-?d|three-dimensional|complete|total)[- ](?:\w+ )?(?:volume|tumou?r|lesion|mass|nodule|region|gland|organ)\w*|volume (?:of each|of the whole)|\d ?(?:(?:mm|cm|cm2|cm²|voxels?|pixels?)\b|%)|\b(?:exceed\w*|above|threshold\w*|in three dimensions)\b|\btight\w*|\bdilat\w+|\berod\w+|\bbounding box|\b(?:necro|cyst|vessel|o?edema|fat|calcif|h(?:a)?emorrh|lumen|gas)\w*|\b(?:lobes?|sub-?regions?|regions per)\b"
)
_NO_RULE = re.compile(
    r"\b(?:resampl\w*|re-?siz\w*|spacing|normali[sz]\w*|channels?|patients? (?:were|was|with)|excluded from|kernel|input|augment\w*|pixel size|slice thickness)\b"
)
_SERIES = re.compile(
    r"\b(?:axial|transvers\w+|coronal|sagittal|transaxial|cross-section\w*|t1|t2|t1w|t2w|flair|adc|dwi|dce|stir|portal|venous|arterial|delayed|nephrographic|corticomedullary|post-?contrast|contrast-?enhanced|non-?contrast|unenhanced|subtraction|fused|pet|lung window|bone window|b-?mode|cine|diastol\w*|planning ct|ct images?|mr images?|each image|frame|craniocaudal|mlo)\b"
)
_HEADING = re.compile(r"segment|delineat|contour|regions? of|\brois?\b|\bvois?\b|mask|annotat|outlin|lesion mark|crop")
_CITES = re.compile(r"\bet al|\[\d|\b(?:19|20)\d\d[),]")
_GAP = 3
"""Sentences on regions so near to each other are one passage."""
_ALONE = re.compile(_ONE.replace("|the same|", "|"))
_SHARED = re.compile(rf"{_MANY}|\bconsensus\b|\btogether\b|\bjointly\b|\bdisagree\w*|\bdiscrepan\w*")
_EACH_HIS_OWN = re.compile(
    r"\beach (?:at|in|of) (?:his|her|their|its|the|one)\b|\b(?:his|her|their) own\b|\((?:development|training|validation|test|internal|external|centre|center|hospital)\b"
)
"""One of several people, but the same one in all of a cohort."""
_CHECKED = re.compile(
    r"\b(?:review|check|verif|confirm|correct|adjust|revis|modif|amend|edit|approv|supervis|validat|inspect|double|finali[sz]|alter|countersign|redr[ae]w|adapt|mended|put right|overrul|retouch|went over|looked over|oversaw|overseen|adjudicat|refin|polish)\w*"
)
_OVERSEER = re.compile(
    rf"\b(?:second|senior|another|other|expert|supervis\w+) {_BETWEEN}{_PERSON}\b|\b(?:attending|consultant|chief)s?\b"
)
_AGAIN = re.compile(
    r"\bagree\w*|\bicc\b|intra-?class|reproducib\w*|repeatab\w*|\brepeat\w*|\bre-?(?:segment|delineat|contour|outlin|draw|trac)\w*|\bagain\b|\banew\b|\bsubset\b|\brandom\w*|\bstability\b|robust\w*|\bvariab\w+|\btwice\b|\bsecond (?:time|set|contour|outline|mask)|\bindependently of\b|inter-?(?:observer|reader|rater)"
)
"""Regions drawn once more, to see how far features depend on it."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Neighbouring sentences on regions, and what they tell, each with the first sentence that does."""

    sentences: tuple[int, ...]
    told: Mapping[str, int]

    @property
    def worth(self) -> tuple[bool, int]:
        """Whether a reader could do the same (with what, by whom, where the border runs), and how much is told."""
        return {"tool", "reader", "rule"} <= self.told.keys(), len(self.told)


def regions(view: View) -> Facts:
    """What the fullest passage tells of how regions were made, and whether one person or several made them."""
    best = max(_passages(view), key=lambda p: p.worth, default=Passage((), {}))
    readers = tuple(i for name, i in best.told.items() if name == "reader")
    return {
        "regions_told": told(tuple(sorted(best.told)), tuple(best.told.values())),
        "region_readers": told(_readers(view, best), readers),
    }


def _passages(view: View) -> Iterator[Passage]:
    """Runs of sentences on regions in one section of the methods, with the sentences before and after."""
    runs: list[list[int]] = []
    sentences, sections = view.document.sentences, view.document.sections
    for i in _speaking(view):
        here = sentences[i].section
        last = runs[-1][-1] if runs else -1
        near = i - last <= _GAP or _HEADING.search(sections[here].title.lower())
        if last >= 0 and sentences[last].section == here and near:
            runs[-1].append(i)
        else:
            runs.append([i])
    for run in runs:
        here = sentences[run[0]].section
        headed = _HEADING.search(sections[here].title.lower()) is not None
        margin = _GAP if headed else 1
        around = range(max(0, run[0] - margin), min(len(sentences), run[-1] + margin + 1))
        span = tuple(j for j in around if sentences[j].section == here)
        yield Passage(span, _details(view, span, frozenset(span if headed else run)))


def _speaking(view: View) -> list[int]:
    """Sentences of the methods that speak of making regions in this study."""
    speaking, cited = set[int](), set[int]()
    for hit in view.find(_ACT, kinds=OWN - {"abstract", "results"}):
        text = view.lower[hit.sentence]
        if view.document.sentences[hit.sentence].part != "text" or (_OTHER.search(text) and not _READER.search(text)):
            continue
        if view.counted(hit):
            speaking.add(hit.sentence)
        elif _CITES.search(text):
            cited.add(hit.sentence)
    return sorted(speaking - cited)


def _details(view: View, span: tuple[int, ...], speaking: frozenset[int]) -> Mapping[str, int]:
    """What the sentences tell, each with the first sentence that does."""
    found: dict[str, int] = {}
    for i in span:
        text, cased = view.lower[i], view.texts[i]
        if i not in speaking and _OTHER.search(text):
            continue
        if _with_tool(text, cased):
            found.setdefault("tool", i)
        if (_READER.search(text) or _INITIALS.search(cased)) and not _NO_READER.search(text):
            found.setdefault("reader", i)
        if _SERIES.search(text):
            found.setdefault("series", i)
        if i in speaking and _MANNER.search(text):
            found.setdefault("manner", i)
        if i in speaking and _RULE.search(text) and not _NO_RULE.search(text):
            found.setdefault("rule", i)
    return found


def _with_tool(text: str, cased: str) -> bool:
    """True if a program is named, for regions and not for something else."""
    named = _TOOL.search(text)
    drawn = _ACT.search(text, 0, named.start()) if named else None
    if named and drawn and not _COMPUTES.search(text, 0, drawn.start()):
        return not _NO_TOOL.search(text, drawn.end(), named.start())
    return bool(named or _PRODUCT.search(cased)) and not _NO_TOOL.search(text)


def _readers(view: View, passage: Passage) -> str:
    """``one`` person's regions, those of ``several``, or ``unclear``; who drew again for agreement does not count."""
    people, shared, checked = 0, False, False
    for text in (view.lower[i] for i in passage.sentences):
        if _AGAIN.search(text):
            continue
        if _EACH_HIS_OWN.search(text) and _SHARED.search(text):
            people += 1
            continue
        alone = _ALONE.search(text) is not None
        people += alone
        shared |= _SHARED.search(text) is not None
        another = (alone and people > 1) or _OVERSEER.search(text) is not None
        checked |= another and _CHECKED.search(text) is not None
    if checked or (shared and not people):
        return "several"
    return "one" if people and not shared else "unclear"
