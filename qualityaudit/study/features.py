"""A View in, the kinds of image features (handcrafted, deep, conventional) and how many there were out."""

import re

from qualityaudit.study.numbers import NUMBER, number
from qualityaudit.study.view import OWN, TITLE, Facts, Hit, Told, View, told
from qualityaudit.study.vocabulary import find_terms

_HANDCRAFTED = re.compile(
    r"\bpy-?radiomics|\bglcm\b|\bglrlm\b|\bglszm\b|\bngtdm\b|\bgldm\b|co-?occurrence|run-?length|size-?zone"
    r"|first-?order (?:stat|feat|hist)\w*|hand-?crafted (?:radiomic|feature|descriptor|texture)\w*|texture (?:feature|analysis|param|matri)\w*"
    r"|textural (?:feature|param)\w*|radiomics? features?|wavelet[- ](?:feature|filter|transform|decompos|sub)\w*"
    r"|laplacian[- ]of[- ]gaussian|shape (?:features|descriptors)|haralick|\bgabor\b|histogram (?:features|analysis|parameters)"
    r"|radiomics? (?:score|signature)s?|local binary pattern|grey-?\s?level|gray-?\s?level|fractal (?:dim|anal)\w*"
)
_HAND_WORDS = (
    "pyradiomics", "py-radiomics", "glcm", "glrlm", "glszm", "ngtdm", "gldm", "occurrence", "run", "zone", "first", "craft", "textur",
    "radiomic", "wavelet", "laplacian", "shape", "haralick", "gabor", "histogram", "binary pattern", "level", "fractal",
)  # fmt: skip
_STRONG = re.compile(
    r"\bpy-?radiomics|\bglcm\b|\bglrlm\b|\bglszm\b|\bngtdm\b|\bgldm\b|co-?occurrence|run-?length|size-?zone|first-?order"
    r"|hand-?crafted|haralick|textur(?:e|al) feature|texture analysis|radiomics? features? (?:\w+ ){0,3}(?:extract|comput|calculat)|laplacian|shape features"
)
_DEEP = re.compile(
    r"(?:convolutional|residual|neural) (?:neural )?networks?|deep (?:learning|network|neural|radiomic|feature|convolution|transfer|ensemble)\w*"
    r"|\bcnns?\b|\bresnet\w*|\bdensenet\w*|\bvgg\w*|vision transformer|swin|\bu-?net\b|transformer|autoencoder|foundation model|imagenet|end-to-end"
)
_DEEP_WORDS = (
    "network", "deep", "cnn", "resnet", "densenet", "vgg", "transformer", "swin", "net", "autoencoder", "foundation", "end-to-end"
)  # fmt: skip
_TRAINED = re.compile(
    r"\bepochs?\b|learning rate|\badam(?:w)?\b|stochastic gradient|cross-?entropy|dice loss|focal loss|batch size|soft-?max"
    r"|\bdropout\b|mini-?batch|back-?propagat|batch normali[sz]ation|data augmentation|fine-?tun|convolutional layer|fully connected|loss function|\bsgd\b|\bencoder\b|hidden layer|max pooling"
)
_TRAIN_WORDS = (
    "epoch", "learning rate", "adam", "gradient", "entropy", "loss", "batch", "softmax", "soft-max", "dropout", "propagat", "augmentation",
    "tun", "layer", "fully connected", "sgd", "encoder", "pooling",
)  # fmt: skip
_DEEP_TABLE = re.compile(
    r"deep(?:[- ]learning(?:-based)?)?(?: radiomics?)?(?: imaging| image)? (?:features?|signature|feature vectors?)|deep radiomics? (?:features?|score|signature)"
    r"|features? (?:\w+ ){0,4}(?:extracted|taken|obtained) (?:\w+ ){0,4}(?:from|by|with|using) (?:\w+[ -]){0,5}(?:network|cnn|resnet\w*|encoder|layer|transformer|model|autoencoder)"
    r"|(?:network|cnn|resnet\w*|encoder|model)s?[- ](?:as a|as an|was used as|served as|acts? as)[\w -]{0,20}feature extractor|frozen (?:\w+ ){0,3}(?:encoder|backbone|network)|(?:embedding|feature)s? (?:vectors? )?(?:of|from) (?:the )?(?:pre-?trained|frozen)|pre-?extracted|pre-?computed (?:feature|embedding)s?"
)
_TABLE_WORDS = ("deep", "feature", "frozen", "embedding", "extracted")
_EXTRACTED = re.compile(
    rf"(?P<n>{NUMBER}) (?:\w[\w-]* ){{0,4}}?(?:features?|descriptors?|variables|parameters)\b"
    rf"|(?:features?|descriptors?)[^.;]{{0,60}}?(?:total of|total to|total|to|yield\w+|n ?=) (?P<m>{NUMBER})\b(?! ?%)"
)
_EXTRACT_CUES = re.compile(
    r"extract|comput|calculat|obtain|total|yield|generat|per (?:patient|lesion|tumou?r|roi|nodule|case|volume)|were deriv|consist|including|represented by|comprehensive"
)
_SELECT_CUES = re.compile(
    r"select|retain|remain|surviv|kept|keep|final|chosen|left|accept|reduc|signature|based on|non-?zero|narrow|optimal|most (?:predictive|relevant|important)|model with|emerged|fed with|went into|distinct"
)
_NOT_FEATURES = re.compile(
    r"clinical|shape|first-?order|glcm|glrlm|glszm|gldm|ngtdm|semantic|per class|texture class|icc|reproducib|stable|hyper|learnable|million|trainable|laborator|demographic|p ?<|robust"
)


def features(view: View) -> Facts:
    """Which image features were used, and how many were extracted and selected."""
    hand = view.stated(_HANDCRAFTED, _HAND_WORDS)
    strong = [h for h in hand if _STRONG.match(view.lower[h.sentence], h.match.start()) and _tells(view, h)]
    deep = view.stated(_DEEP, _DEEP_WORDS)
    trained = view.stated(_TRAINED, _TRAIN_WORDS)
    table = view.stated(_DEEP_TABLE, _TABLE_WORDS)
    is_hand = _enough(strong, 4.0) and _enough(hand, 8.0)
    is_deep = _enough(deep, 9.0) and (_enough(trained, 4.0) or _enough(table, 4.0)) and _studied(view, deep, is_hand)
    deep_table = is_deep and _enough(table, 5.0)
    end_to_end = is_deep and not (deep_table and (is_hand or not _enough(trained, 14.0)))
    conventional = find_terms(view, "conventional", OWN, stated=True)
    is_conventional = any(f.score >= 8 for f in conventional.values())
    kinds = [("conventional", is_conventional), ("handcrafted_radiomics", is_hand), ("deep", is_deep)]
    extracted, selected = _counts(view)
    places = (strong if is_hand else []) + (deep[:3] if is_deep else [])
    return {
        "imaging_features": told(tuple(name for name, on in kinds if on), places),
        "handcrafted": told(is_hand, strong),
        "deep": told(is_deep, deep if is_deep else ()),
        "end_to_end": told(end_to_end, trained if end_to_end else ()),
        "feature_table": told(is_hand or deep_table, strong if is_hand else table),
        "n_features_extracted": extracted,
        "n_features_selected": selected,
    }


def _tells(view: View, hit: Hit) -> bool:
    return bool(view.kinds[hit.sentence] & {"abstract", "methods", "results", "other"}) or hit.weight == TITLE


def _enough(hits: list[Hit], least: float) -> bool:
    return sum({h.sentence: h.weight for h in hits}.values()) >= least


def _studied(view: View, deep: list[Hit], is_hand: bool) -> bool:
    """Deep networks are what is studied, not only a segmentation tool of a handcrafted study."""
    if not is_hand:
        return True
    telling = [h for h in deep if h.weight == TITLE or view.kinds[h.sentence] & {"abstract", "keywords"}]
    return len({h.sentence for h in telling}) >= 2


def _counts(view: View) -> tuple[Told, Told]:
    """Features extracted (the largest number with a word of extraction) and selected (the last small one)."""
    extracted, selected = list[tuple[float, int, Hit]](), list[tuple[float, int, Hit]]()
    for hit in view.stated(_EXTRACTED, ("feature", "descriptor", "variables", "parameters")):
        value = number(hit.match["n"] or hit.match["m"])
        text = view.lower[hit.sentence]
        if value is None or not 1 < value < 200_000 or _NOT_FEATURES.search(hit.match[0]):
            continue
        if value >= 15 and _EXTRACT_CUES.search(text):
            extracted.append((hit.weight, value, hit))
        if value <= 150 and _SELECT_CUES.search(text):
            selected.append((hit.weight, value, hit))
    return _pick_extracted(extracted), _pick_selected(selected, extracted)


def _pick_extracted(found: list[tuple[float, int, Hit]]) -> Told:
    if not found:
        return Told(None)
    value = max(v for _, v, _ in found)
    return told(value, (h for _, v, h in found if v == value))


def _pick_selected(found: list[tuple[float, int, Hit]], extracted: list[tuple[float, int, Hit]]) -> Told:
    top = max((v for _, v, _ in extracted), default=10**9)
    votes: dict[int, float] = {}
    for weight, value, _ in found:
        if value < top:
            votes[value] = votes.get(value, 0) + weight
    if not votes:
        return Told(None)
    value = max(votes, key=lambda v: (votes[v], -v))
    return told(value, (h for _, v, h in found if v == value))
