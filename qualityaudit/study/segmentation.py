"""A View and the kinds of features in, whether regions were delineated, and by whom or by what, out."""

import re

from qualityaudit.study.signals import lean, signal
from qualityaudit.study.view import OWN, Facts, Hit, View, told, weigh

_TARGET = r"(?:lesion|tumou?r|nodule|organ|breast|lung|liver|prostate|brain|heart|hematoma|haematoma|cyst|muscle|structure|volume|region)s?"
_REGION = re.compile(
    r"(?<!un)segment(?:ed|ations?|ing)\b|delineat\w+(?! (?:the |these |its |several |key |main |current |clinical )*(?:ambigu\w+|limits?|limitations|boundaries of (?:what|performance)|challenges|pathways?|roadmap|differences|performance|scope|roles?|strategy|strategies|mechanisms?))|contour(?:ed|ing|s)?\b|outlin(?:ed|ing|es?)\b|(?<!non-)(?<!no )\brois?\b|\bvois?\b|of interest\b"
    r"|\bmasks\b|bounding box|(?<!non-)(?<!non-roi-)\bcropp(?:ed|ing)\b|\bcrops? (?:of|around)\b"
    r"|annotat(?:ed|ions?) (?:of |the |all |each |every |with )*(?:\w+ ){0,2}(?:lesions?|tumou?rs?|nodules?|masks?|regions?|boundar\w+|contours?|pixels?|voxels?|boxes|organs?|areas?)\b|(?:lesions?|tumou?rs?|nodules?|masks?|regions?|boundar\w+|pixel\w*|voxel\w*|boxes|organs?) (?:\([\w ]+\) )?(?:\w+ ){0,3}annotat(?:ed|ions?)\b|annotations?\b[^.;]{0,60}\b(?:box )?coordinates\b|\bcube\b|ground[- ]truth (?:was|were) drawn|patch(?:es)? (?:around|cent)|\b(?:drew|drawn|placed|dragged)\b[\w ,().-]{0,60}\b(?:rectangles?|boxe?s?|circles?|ellipses?|polygons?)\b|skull-?\s?strip|strip\w* (?:of )?the skull"
    rf"|(?:distinguish|separat|isolat)\w* (?:\w+ ){{0,4}}from (?:the |its |their )?(?:\w+ )?background|\b(?:drew|drawn|traced|tracing|circumscrib\w+)\b[\w ,-]{{0,50}}\b{_TARGET}|{_TARGET}\b[\w ,-]{{0,50}}\b(?:drawn|traced|circumscribed)\b"
)
_NO_REGION = re.compile(
    r"\bwe (?:also |then |further |briefly |next )?outlin\w+|\boutlined (?:above|below|earlier|in (?:section|fig|table))|\b(?:solid|dashed|dotted) outlines?|\b(?:section|paper|chapter|diagram|flow-?chart|figure|chart|schematic|overview|scheme) (?:\w+ )?outlin(?:es|ing)\b"
    r"|^(?!.*(?:lesion|tumou?r|nodule|mass|around|cent(?:er|re)d|bounding|\brois?\b|mask|region|prostate|lung|brain|heart|breast|liver|kidney|pancrea|organ|gland|knee|joint)).*\bcropp\w* (?:to|into) (?:\w+ ){0,4}\d{2,4} ?(?:x|by) ?\d{2,4}"
    r"|\boutlin\w+ (?:\w+ )?(?:criteri\w+|protocols?|steps|guidelines?|procedures?|workflows?|approach\w*|methods?|requirements?)\b|\b(?:grad-?cam|saliency|heat-?\s?maps?|attention maps?|activation maps?|integrated gradients?)\b|\bhighlighted by\b"
    r"|\bcropp\w*(?:/| or | and )(?:zero-?)?padd\w*|\bpadd\w*(?:/| or | and )(?:cent\w+-?)?cropp\w*"
    r"|random(?!-| walk| forest)|augment|cent(?:er|re)[- ]?crop|segmentation \(?(?:brats|challenge|benchmark|data ?set|archive|decathlon)|human-annotated|annotated as|class annotation|attention mask"
    r"|\b(?:data ?sets?|collections?|archives?|repositor\w+|benchmarks?)\b[^;]{0,160}\b(?:contain|provid|compris|includ|offer|releas|come|came|hold|ship|with|accompan)\w*\b[^.;]{0,100}\b(?:masks?|outlines?|contours?|rois?|boxes|(?:segmentation|pixel\S*|voxel\S*|lesion|roi|region) (?:labels?|annotations?))\b(?! (?:were|was|are|is) (?:used|taken|applied))"
)
_HUMAN = re.compile(
    r"manual|by hand|hand-drawn|drawn by|semi-?\s?automat|radiologists?|oncologists?|physicians?|\breaders?\b|observers?|(?<!segmentation )(?<!classification )(?<!model )(?<!of )(?<!of-)(?<!mlp )(?<!-specific )(?<!imaging )(?<!lobe )(?<!branch )\bexperts?\b(?! (?:\d|activation|node|path|fpn|decoder|layers?|model|network|pool|selection|output|branch|router|produces|is implemented|are implemented|represent))|annotators?"
    r"|operators?\b|\braters?\b|clinicians?|\bresidents?\b(?! in)|\bresident in radiology|registrars?|trainees?\b|dosimetrists?|sonologists?|urologists?|first author|one of us\b|(?:neuro)?surgeons?\b|sonographers?|radiographers?|technologists?|(?:trained|experienced|expert) technicians?|cardiologists?|neurologists?|(?:medical|phd|doctoral|graduate) students?|research fellow|experienced"
)
_ASIDE = re.compile(
    r"\b(?:expensive|costly|time-?\s?consuming|tedious|laborious|labou?r-intensive|error-prone|prone to|can (?:help|assist|support|aid|guide)|may (?:help|assist|support|aid|guide)|(?:help|assist|support|aid)(?:s|ing)? (?:the )?(?:clinician|radiologist|physician|surgeon|reader)s?)\b"
    r"|\b(?:requires?|demands?|needs?|necessitates?|depends? on|rel(?:y|ies) on)\b[^.;]{0,50}\b(?:manual|expert|hand-drawn|labell?ed|annotat)|\b(?:replac|eliminat|avoid|circumvent|obviat)\w*\b[^.;]{0,30}\b(?:human|manual|expert)|\binstead of (?:manual|hand|human|expert)"
    r"|\b(?:auc|auroc|roc curves?|accurac\w+|sensitivit\w+|specificit\w+|f1)\b(?:[^.;]|\.\d){0,100}\b(?:physicians?|radiologists?|readers?|clinicians?|experts?|sonographers?)\b|\b(?:roc curves?|performance|accuracy)\b[^.;]{0,40}\bbetween (?:the )?(?:\w+ )?(?:physicians?|radiologists?|readers?|clinicians?|experts?)\b"
    r"|\bon duty\b|\bhad (?:written|reported|stated)\b|\bin the (?:clinical|radiology|written|routine) reports?\b"
)
"""What drawing costs, whom automatic outlines would help, what a radiologist reported: nobody of this study drew."""
_CHECKING = re.compile(
    r"\bagreement (?:with|to|against|between|of)\b[\w ,-]{0,40}\b(?:outlines|contours|masks|segmentations?|delineations?|manual|expert)|\bfor (?:a |the |this )?(?:comparison|check\w*|evaluation|validation of the (?:segment|mask))|\bto (?:check|verify|validate|evaluate) (?:the )?(?:\w+ ){0,2}(?:segment|mask|outline|contour|algorithm)|compar(?:ed|ison) (?:with|to|against|of|between) (?:those|the|manual|expert|hand)\b|close to those|\bagainst (?:the )?(?:expert|manual|hand|reference)\b[^.;]{0,90}\b(?:dice|dsc|iou|jaccard)|\bto (?:find out|know|see|judge|be sure)\b[^.;]{0,80}\b(?:trustworthy|reliable|good|faithful|accurate|close)"
    r"|\b(?:dice|dsc|jaccard|iou|hausdorff)\b[^;]{0,30}\d"
    r"|\b(?:data ?sets?|collection|archive|challenge|database)\b[^;]{0,120}\bexpert|\b(?:cases|patients|scans|images|lesions) with (?:\w+[- ]){0,2}expert\b"
)
"""People drew for a comparison only."""
_TEACHING = re.compile(
    r"\b(?:ground[- ]truth|gold standard|reference|labels?|targets?|examples?)\b[^.;]{0,60}\b(?:to|for|in) (?:the )?(?:train|teach|fit|optimi[sz]|develop)\w*\b[^.;]{0,90}\bsegment"
    r"|\b(?:train|teach|fine-?tun|develop)\w* (?:and (?:test|validat|evaluat)\w* )?(?:of )?(?:a|an|the|our|this|that|each)\b[^.;]{0,60}\bsegment"
    r"|\bsegment\w*\b[^.;]{0,50}\b(?:network|model|algorithm|u-?net|nnu-?net)\b[^.;]{0,40}\b(?:was|were) (?:\w+ )?(?:trained|fine-?tuned|taught)\b[^.;]{0,80}\b(?:manual|expert|hand|radiologist|annotat)"
)
"""What people drew is the example that a segmentation network learns from; the regions of the study are the network's."""
_DRAWN = r"(?:outlined|contoured|delineated|segmented|drawn|traced|circumscribed)"
_BY_HAND = re.compile(
    rf"\b{_DRAWN} (?:[\w-]+ ){{0,3}}?(?:manually|by hand)\b[^.;]{{0,30}}\bby\b|\b(?:manually|by hand) {_DRAWN} by\b"
)
_FOR_LEARNING = re.compile(r"train|learn|ground[- ]truth|dice|reference|compar|previous|public|challenge|network")
"""People drew by hand, and not as an example for a network: their region is one of the study's."""
_ACT = r"(?:segment|delineat|contour|\bmasks?\b|outlin|crop|skull)"
_PROGRAM = r"totalsegmentator|lungmask|synthseg|synthstrip|hd-bet|hd-glio|nnu-?net|nndetection|med-?sam\w*|segment anything|deepmedic|fastsurfer\w*|freesurfer|recon-all|cat12|volbrain|monai label|vista3d|swinunetr|samri|brainchop"
_PUBLISHED = r"\bfsl[- ]first|totalsegmentator|lungmask|synthseg|synthstrip|hd-bet|hd-glio|fastsurfer\w*|freesurfer|cat12|volbrain|\bbet\b"
_PART = r"(?:lungs?|thorax|chest|thyroid|bladder|pancreas|kidneys?|spleen|knees?|joints?|vertebra\w*|muscles?|retina|optic disc|ventricles?|myocardium|organs?|breasts?|livers?|prostates?|hearts?)"
_ATLAS = r"harvard[- ]oxford|desikan\w*|destrieux|aal\d?(?: atlas)?|schaefer|hammers|brodmann|talairach|parcellations?|suit atlas|jhu"
_BROUGHT = r"regist\w+|warp\w+|transform\w+|propagat\w+|transferred|aligned|mapped|applied|projected|overlaid|brought|resampled|fused|fusion"
_AREAS = r"regions|parcell\w+|labels|structures|segment\w*|lobes|rois|areas"
_OUTLINE_WORD = (
    r"\b(?:masks?|contours?|outlines?|segmentations?|sub-?regions?|rois?|vois?|regions|volumes|boxes|lobes)\b"
)
_THEN_CORRECTED = r"[^;]{0,120}\b(?:and|then|before|after|but)\b[^;]{0,40}(?<!not )(?:correct|edit|adjust|modif|refin|revis|amend)(?:ed|ing|ion)"
_MACHINE = (
    signal(rf"\b(?:{_ATLAS})\b[^.;]{{0,140}}\b(?:{_BROUGHT})|\b(?:{_BROUGHT})\b[^.;]{{0,140}}\b(?:{_ATLAS})\b"),
    signal(rf"\batlas(?:es)?\b[^.;]{{0,100}}\b(?:{_BROUGHT})\b[^.;]{{0,100}}\b(?:{_AREAS})|\b(?:{_AREAS})\b[^.;]{{0,100}}\batlas(?:es)?\b[^.;]{{0,100}}\b(?:{_BROUGHT})|\b(?:{_BROUGHT})\b[^.;]{{0,100}}\batlas(?:es)?\b[^.;]{{0,60}}\b(?:{_AREAS})\b"),
    signal(rf"\b(?:parcellat\w+|segmented|divided|partitioned|labell?ed|regions? of interest|rois|regions (?:were )?(?:taken|defined|extracted|obtained))\b[^.;]{{0,100}}\b(?:with|by|using|from|according to|of|based on)\b[^.;]{{0,60}}\b(?:atlas(?:es)?|{_ATLAS}|recon-all)\b|\batlas[- ]based (?:segment\w*|parcellat\w*|delineat\w*|labell?\w*|regions?|rois?)"),
    signal(rf"(?<!semi-)(?<!semi )(?<!semi)automat(?:ic|ically|ed|edly)\b[\w ,-]{{0,60}}(?:{_ACT}|routine|network|tool|pipeline|distinguish|separat|isolat)|{_ACT}\w*[\w ,()-]{{0,60}}(?<!semi-)(?<!semi )(?<!semi)automat(?:ic|ically|ed)\b|auto-?segment"),
    signal(r"(?:segment|delineat|contour|\bmask|outlin|crop)\w*[\w ,().-]{0,90}(?:nnu-?net|\b\w*unetr\b|segresnet|\bu-?net|totalsegmentator|lungmask|synthseg|synthstrip|hd-bet|freesurfer|\bfsl[- ]first|\byolo\w*|\bdetector\b|\bby (?:a |the )?(?:script|program|software|algorithm)|\b(?:by|with|using|via|through|from)\b[\w ,()-]{0,40}\b(?:deep learning|networks?))"),
    signal(rf"(?:nnu-?net|\bu-?net|totalsegmentator|lungmask|synthseg|freesurfer|segformer|medsam\w*|\bnetwork|architecture|algorithm|experts|decoder)\b[\w ,().-]{{0,50}}(?:(?:for|of) (?:the )?(?:\w+ ){{0,2}}segment|(?<![-\w])(?:segmented|outlined|delineated|produc\w+|generat\w+|provid\w+|yield\w+|output\w*)\b[\w ,-]{{0,40}}(?:masks?|segment|outline|contour|{_TARGET}))"),
    signal(r"\b(?:predicted|selected|candidate|network|ai-generated|proposed) masks?\b|segmentation (?:experts?|agents?|branch|decoder|head)\b|(?:random walk|watershed|otsu|graph[- ]cut)\w* (?:\w+ )?(?:segment\w*|algorithm|threshold\w*|method)", most=6),
    signal(rf"{_OUTLINE_WORD}[\w ,-]{{0,40}}\b(?:are|were|is|was) (?:the |its |their )?(?:[\w-]+ )?(?:predictions|outputs?)\b"),
    signal(r"(?:was|were) (?:placed|positioned|set|computed|put) [\w ,-]{0,40}\bby (?:a |the )?(?:script|program|software|algorithm)\b"),
    signal(rf"{_OUTLINE_WORD}[\w ,()/-]{{0,60}}\b(?:came|come|stem\w*|obtained|taken|derived|resulted|supplied|given|made|produced|predicted|delivered|created|generated) (?:\w+ )?(?:from|by|with|using|via|through)\b[\w ,-]{{0,30}}(?:{_PROGRAM}|\bnetworks?\b)(?!{_THEN_CORRECTED})"),
    signal(rf"(?:{_ACT}|skull|\bbrains?\b|{_PART})\w*(?:(?!compar)[^.;]){{0,60}}\b(?:with|by|using|via|through) (?:the |an? |our )?(?:[\w-]+ ){{0,3}}(?:{_PUBLISHED}|(?<!classification )(?<!regression )(?<!mixed )\b(?:model|network|detector|algorithm|pipeline|script)\b)"),
    signal(r"\b(?:process\w*|reconstruct\w*|thickness|surfaces?|regional)\b[^.;]{0,80}\b(?:with|by|using|via|through|from) (?:the )?(?:freesurfer|fastsurfer\w*|cat12|recon-all|synthseg|volbrain)"),
    signal(rf"\b(?:single|uniform|same|identical|common)\b[\w ,-]{{0,30}}\bautomat\w+[\w ,-]{{0,40}}(?:{_ACT})"),
    signal(rf"\b(?:ran|run|running|applied|used|employed|executed) (?:the |version \S+ of )?(?:{_PUBLISHED})"),
    signal(rf"(?<!of )(?<!of the )(?:{_PROGRAM})\b[^;]{{0,80}}\b(?:run|ran|applied|used|served|gave|gives|delivers?|provid\w+|creates?|created|locat\w+|extract\w+|crops?|cropped|obtain\w+)\b"),
)  # fmt: skip
_ONCE_MORE = re.compile(
    r"\b(?:once more|again|anew|afresh|a second time|additionally|in addition|re-?(?:contoured|segmented|outlined|delineated))\b"
)
"""A program drew what people had drawn already, to see how far the two agree."""
_ORGANS = (
    signal(rf"{_PART}\b[^.;]{{0,40}}\b(?:found|detected|located|localis?z?ed|isolated|extracted|cropped|identified|boxed)\b[^.;]{{0,40}}\b(?:(?:with|by|using|via|through) (?:an? |the |our )?(?:\w+[- ]){{0,4}}?(?:networks?|detectors?|{_PROGRAM}|u-?net|yolo\w*|faster r-?cnn|retinanet|otsu\w*|thresholding|script|algorithm)\b|(?:fully )?automatically)"),
)  # fmt: skip
"""An organ found by a program: the region itself, unless people drew within it."""
_OUTLINE = r"(?:masks?|contours?|outlines?|crops?|segmentations?|volumes?|delineations?|boundar\w+|regions?)\b"
_CHANGED = r"(?:edited|corrected|modified|adjusted|touched|redrawn|retouched|changed)"
_UNTOUCHED = (
    signal(r"\b(?:nothing|none|no step|no part)\b[\w ,-]{0,60}\b(?:touched|done|drawn|set|corrected|edited|changed) (?:by hand|manually|by (?:a |any )?(?:human|reader|person|operator))", 2),
    signal(r"\bno (?:further |additional |subsequent )?(?:manual|human|user|operator|reader|expert)s? (?:correct|edit|interact|interven|input|adjust|refine|step)", 2),
    signal(r"without (?:any )?(?:further )?(?:hand|human|manual|user|operator|reader)[- ]?(?:contour|segment|delineat|drawn|drawing|interact|interven|input|edit|correct)?", 2),
    signal(rf"\b(?:no|not|none)\b[\w ,-]{{0,30}}{_OUTLINE}[\w ,-]{{0,30}}\b{_CHANGED}|{_OUTLINE}[\w ,-]{{0,40}}\b(?:not|never) (?:\w+ )?{_CHANGED}|unattended|no region was drawn by hand", 2),
    signal(r"\bno (?:\w+ )?(?:operator|reader|human|radiologist|user|person)\b(?! (?:differ|effect|occur|appear|is|was in|had|has|belong|contribut|enter))|fully[- ]automat\w* (?:\w+ )?(?:routine|segment\w*|delineation|contouring|tool|algorithm|pipeline)", 2),
)  # fmt: skip
_TRADE = r"(?:radiolog|reader|physician|expert|oncolog|clinic|surg|cardiolog|operator|author|radiograph|technolog|sonograph|resident)"
_MENDED = r"(?:correct|edit|adjust|modif|refin|revis|amend|retouch|re-?cent(?:er|re))\w*"
_TOUCHED = re.compile(
    rf"{_MENDED}\b[^.;]{{0,110}}\b(?:by (?:an? |the |one |two |both )?(?:[\w-]+ ){{0,3}}{_TRADE}|manual|by hand)|(?:{_TRADE}|manually)\w*\b[^.;]{{0,90}}\b{_MENDED}"
)
_WHOLE = (
    signal(r"\b(?:whole|entire|full)[- ](?:\w+ )?(?:images?|radiographs?|mammograms?|slices?|scans?|volumes?|films?|pictures?|frames?)\b", most=4),
    signal(r"\b(?:no|without)\b[\w ,-]{0,40}\b(?:segment\w*|delineat\w*|regions? of interest|rois?\b|contour\w*)", 2, 4),
)  # fmt: skip
_UNUSED = re.compile(
    r"\b(?:masks?|segmentations?|outlines?|contours?|annotations? of (?:the )?lesions?|boxes|rois?)\b(?:(?! and )[^.;]){0,40}\b(?:were|was|are|is|had been) (?:\w+ )?(?:not|never) (?:\w+ )?(?:used|needed|given|fed|supplied|employed|passed|an? input|provided to|part of)|\b(?:(?:did|does|do) not|never) (?:\w+ )?(?:use|need|employ|touch) (?:the |any |these |its |available )*(?:[\w-]+ )?(?:masks?|segmentations?|outlines?|contours?|boxes)\b|\bwithout (?:using|use of) (?:the |any |these |its |available )*(?:[\w-]+ )?(?:masks?|segmentations?|outlines?|boxes)\b"
)
"""Regions that come with the images and are left aside."""
_IN_SILICO = re.compile(
    r"\b(?:phantoms?|synthetic (?:\w+ )?(?:phantoms?|volumes?)|computer-generated|simulated volumes)\b"
)
_TASK = re.compile(r"segment|delineat")
_FINDS = re.compile(r"\bdetect\w*|\blocali[sz]\w*")
_FOUND_PLACES = re.compile(
    r"\bfroc\b|free-?response|candidates?\b|false[- ]positives? per|per[- ](?:lesion|nodule|aneurysm)|lesion-?(?:level|wise)(?! (?:bounding|annotat|label|box|mask|ground))|(?:predict|output|regress|propos|detect|locali[sz])\w*(?: \w+){0,4} bounding box|\bbounding box\w*[^.;]{0,60}\b(?:predict|output|regress|propos|detect|iou\b)|\bmap50?\b|localis?z?ation error"
)
"""A network finds places in the image, so that no reader is needed for it."""
_NETWORK_SEGMENTS = re.compile(r"segment(?:ation|ed|ing)\b")


def segmentation(view: View, facts: Facts) -> Facts:
    """Whether a region is delineated, whether a reader takes part, whether a program or network does it.

    Handcrafted features need a region, so that it is presumed there (but not in a phantom), and drawn by people
    unless a program is named; a network can do without, so that both must be said. Where nothing is computed from
    the images, readers describe them, and no program delineates anything.
    """
    hand = bool(facts["handcrafted"].value) and not _IN_SILICO.search(view.title)
    regions = [
        h for h in view.stated(_REGION)
        if not view.kinds[h.sentence] & {"introduction"} and not _NO_REGION.search(view.lower[h.sentence])
    ]  # fmt: skip
    computed = any(facts[kind].value for kind in ("handcrafted", "deep", "decomposed"))
    by_machine, machine = lean(view, _MACHINE) if computed else (0.0, list[Hit]())
    human = _people(view, regions)
    if human:
        by_machine -= sum(h.weight for h in machine if _ONCE_MORE.search(view.lower[h.sentence]))
    elif computed:
        organs, found = lean(view, _ORGANS)
        by_machine, machine = by_machine + organs, machine + found
    untouched = lean(view, _UNTOUCHED, denied=True)[0] if by_machine else 0.0
    by_human = _weigh_people(view, human, by_machine > 0)
    whole = 0.0 if by_machine else min(4.0, lean(view, _WHOLE, OWN, denied=True)[0])
    unused = 0.0 if hand or by_machine else 2 * weigh(view.find(_UNUSED, kinds=OWN))
    if facts["decomposed"].value and not human:
        unused += weigh(regions)
    has = max(0.0, 4.0 * hand - whole) + max(0.0, weigh(regions) - unused) + by_machine + untouched >= 2
    task = bool(facts["end_to_end"].value) and (
        _TASK.search(view.title) is not None
        or (_FINDS.search(view.title) is not None and view.weight(_FOUND_PLACES) >= 4)
        or (
            not hand
            and view.weight(_NETWORK_SEGMENTS)
            - weigh([h for h in human if _NETWORK_SEGMENTS.search(view.lower[h.sentence])])
            >= 6
        )
    )
    automatic = has and (task or by_machine + untouched >= max(2.0, 2 * by_human))
    taking_part = has and (by_human >= (4 if untouched >= 2 and not task else 1.5) or (hand and not automatic))
    return {
        "has_segmentation": told(has, regions or machine),
        "automatic_segmentation": told(automatic, machine if automatic else human),
        "human_segmentation": told(taking_part, human if taking_part else machine),
    }


def _people(view: View, regions: list[Hit]) -> list[Hit]:
    """Where people are named together with a region."""
    places = {h.sentence for h in regions}
    places |= {
        h.sentence for h in view.stated(_TOUCHED) if h.sentence - 1 in places or re.search(_ACT, view.lower[h.sentence])
    }
    return [h for h in view.stated(_HUMAN) if h.sentence in places and not _ASIDE.search(view.lower[h.sentence])]


def _weigh_people(view: View, human: list[Hit], machine: bool) -> float:
    """Weight of the people; with a program at work they count less where they only check, more where they correct."""
    weights = {h.sentence: h.weight for h in human}
    if not machine:
        return sum(weights.values())
    drawn = {h.sentence for h in view.stated(_BY_HAND) if not _FOR_LEARNING.search(view.lower[h.sentence])}
    touched = sum(h.weight for h in view.stated(_TOUCHED) if h.sentence in weights)
    touched += sum(w for i, w in weights.items() if i in drawn)
    return touched + sum(w * (0.4 if _beside_the_program(view, i) else 1.0) for i, w in weights.items())


def _beside_the_program(view: View, i: int) -> bool:
    """Whether people drew in sentence ``i`` only to check a program, or to teach it as the next sentence may say."""
    following = view.lower[i + 1] if i + 1 < len(view.lower) else ""
    return bool(_CHECKING.search(view.lower[i]) or _TEACHING.search(view.lower[i]) or _TEACHING.search(following))
