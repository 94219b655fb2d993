"""A View in, the kinds of image features (handcrafted, deep, conventional) and how many there were out."""

import re

from qualityaudit.study.featurecounts import feature_counts
from qualityaudit.study.view import OWN, TITLE, Facts, Hit, View, told, weigh
from qualityaudit.study.vocabulary import find_terms

_SPECIFIC = re.compile(
    r"\bpy-?radiomics|\blifex\b|\bmazda\b|\bibex\b|\bcerr\b|texrad|\bmirp\b|\bcaptk\b|\bradcloud|\bgl(?:cm|rlm|szm|dm|dzm)\b|\bngt?l?dm\b|co-?occurrence"
    r"|run-?length|size-?zone|first-?order|hand-?crafted|haralick|\bgabor\b|local binary pattern|laplacian[- ]of[- ]gaussian|wavelet|fractal (?:dim|anal)"
    r"|textur(?:e|al) (?:\w+ )?(?:feature|analys|param|descriptor|metric|indices)\w*|(?:descriptors|features|measures) of (?:\w+ )?texture"
    r"|(?:shape|intensity|histogram|morpholog\w+|geometric(?:al)?|morphometric|topological) (?:\w+ )?(?:features|descriptors|param\w+|biomarkers|metrics)|gr[ae]y-?\s?level|skewness|kurtosis|(?:traditional|conventional|classical|standard) (?:radiomics? )?features"
)
_OF_READERS = re.compile(r"\bbi-?rads\b|\blexicon\b|\bsemantic\b|\bradiologists?\b|\breaders?\b|\bdensity \(?acr")
"""Form as readers describe it."""
_SOFTWARE = re.compile(r"\bpy-?radiomics|\blifex\b|\bmazda\b|\bibex\b|\bcerr\b|texrad|\bmirp\b|\bcaptk\b")
_RADIOMIC = re.compile(
    r"(?<!deep )(?<!learning )radiomics? (?:\w+ )?(?:feature|signature|score|model|nomogram|variable|descriptor|parameter|biomarker|analys|extract|measure)\w*"
    r"|(?<!deep )(?<!learning )\bradiomics[- ](?:only|branch|arm|stream|classifier|modality|vector|baseline|set)\b"
)
_TITLED = re.compile(r"(?<!deep )(?<!learning )(?<!deep-)\bradiomic")
"""The title promises radiomic features, so that those of a study that has a network as well are no mere yardstick."""
_DEEP = re.compile(
    r"(?:convolutional|residual|deep|dense|graph|recurrent|adversarial|spiking|siamese|attention) (?:neural )?networks?|deep[- ](?:learning|network|neural|radiomic|feature|convolution|transfer|ensemble|model)\w*"
    r"|\bcnns?\b|convnext|\bconvnets?\b|mobilenet|inception[ -]?v\d|inception-?resnet|\bxception|alexnet|coatnet|maxvit|\bresnet\w*|\bdensenet\w*|\bvgg\w*|\befficientnet|vision transformer|\bswin\b|\bu-?net\b|\bunetr|mamba|transformer|auto-?encoder|foundation[- ]model|imagenet|end-to-end"
    r"|generative adversarial|\bgans?\b|diffusion model|vision-language|language[- ]model|\bllms?\b|\bgpt-?\d|self-supervised|\bdino\w*|medsam\w*|\bsegformer|\bbackbones?\b"
)
_PLAIN_NETWORK = re.compile(
    r"(?<!convolutional )(?<!residual )(?<!deep )(?<!artificial )(?<!bayesian )(?<!research )(?<!hospital )(?<!cancer )\bnetworks?\b"
)
"""May as well be one on a table of features."""
_TRAINED = re.compile(
    r"\bepochs?\b|learning rate|\badam(?:w)?\b|stochastic gradient|cross-?entropy|dice loss|focal loss|batch size|soft-?max"
    r"|\bdropout\b|mini-?batch|back-?propagat|batch normali[sz]ation|data augmentation|fine-?tun|convolutional layer|fully connected|loss function|\bsgd\b|\bencoder\b|hidden layer|max pooling|early stopping"
)
_BUILT = re.compile(
    r"\bbackbones?\b|\bdecoder|\b(?:two|three|dual|multi|one|each|image|imaging|radiomics?|clinical|network|cnn|convolutional|other)[- ]branch(?:es)?\b|(?:classification|classifier|prediction|task-specific|lightweight|output|segmentation) heads?\b|skip connection|attention (?:gate|block|module|map|mechanism)|residual (?:block|backbone)"
    r"|weight decay|(?:average|max) pooling|\bgenerator\b|discriminator\b|feature maps?\b|\blatent\b|\bl1 loss|adversarial loss|(?:bce|iou|ce|mse|reconstruction|contrastive|triplet|total) loss|loss (?:term|weight)|trained end[- ]to[- ]end|\bend-to-end\b|convolutional (?:network|branch|block)|initiali[sz]ed (?:with|from)|\bzero-shot\b|\bprompt(?:s|ed)?\b"
)
"""Parts of a network that somebody has put together."""
_LEARNERS = (
    r"logistic regression|random forest|support vector|\bsvms?\b|\bcox\b|\blasso\b|gradient[- ]boost\w*|xgboost|catboost|lightgbm"
    r"|adaboost|discriminant analysis|nearest neighbo\w+|elastic net"
)
_CLASSIC = re.compile(rf"{_LEARNERS}|nomogram|decision tree|extra[- ]trees")
_SEGMENTING = re.compile(r"segment|contour|delineat|\bmasks?\b")
_TABLE_LEARNER = re.compile(r"lightgbm|xgboost|catboost|gradient[- ]boost|boosted tree")
"""These stop early and have a learning rate, too."""
_DEEP_TABLE = re.compile(
    r"deep(?:[- ]learning(?:-based)?)?(?: radiomics?)?(?: imaging| image)? (?:features?|signature|feature vectors?)|deep radiomics? (?:features?|score|signature)"
    r"|\b(?:features?|embeddings?|activations|representations)\b[^.;]{0,25}\b(?:extracted|taken|obtained|derived|computed)\b[^.;]{0,50}\b(?:networks?|cnns?|resnet\w*|vgg\w*|densenet\w*|encoders?|layers?|transformers?|pre-?trained|auto-?encoders?|foundation|backbones?|model)\b"
    r"|\bextract(?:s|ed|ing)? (?:[\w-]+ ){0,4}(?:features?|embeddings?|activations|representations) (?:from|with|using|by) (?:\w+[ -]){0,4}(?:networks?|encoders?|layers?|pre-?trained|\w+nets?\b|vits?\b|resnet\w*|auto-?encoders?|foundation|backbones?|models?\b)"
    r"|\b(?:layers?|pooling|networks?|encoders?|cnn|resnet\w*)\b[^.;]{0,30}\b(?:served|used|acts?|taken) as (?:\w+ ){0,4}(?:features|feature extractor)|feature extractor"
    r"|\bactivations?\b[^.;]{0,70}\b(?:used as|served as|taken|extracted)|\b(?:penultimate|bottleneck) layer[^.;]{0,60}\b(?:taken|extracted|used)"
    r"|(?:embedding|feature)s? (?:vectors? )?(?:of|from) (?:the )?(?:pre-?trained|frozen)"
    r"|\b(?:encod|represent|embed)\w* (?:of )?(?:an? |the |each |every |all )?(?:\w+ )?(?:images?|scans?|patch(?:es)?|volumes?|slices?|regions?|lesions?|crops?)\b[^.;]{0,20}\b(?:as|into|to|by|is|in)\b[^.;]{0,20}\b(?:\d[\d,]*-dimensional|(?:feature|embedding) vectors?|(?:feature )?embeddings?)\b"
    r"|\bfrozen (?:[\w-]+ ){0,3}(?:features?|embeddings?|representations?|feature vectors?)\b(?! (?:maps?|extract))|\bfrozen (?:[\w-]+ ){0,2}(?:\w*nets?[\w-]*|encoders?|backbones?|networks?|vits?|transformers?|models?)\b[^.;]{0,50}\b(?:produc|yield|giv|output|return|provid|deliver)\w*\b[^.;]{0,50}\b(?:vectors?|embeddings?|features)\b"
    r"|\bfc-?[678]\b[^.;]{0,60}\b(?:svms?|pca|classif\w+|features?|activations|components)|\bactivations\b[^.;]{0,60}\b(?:reduced|classified|fed|given|passed)"
)
_PASSED_ON = re.compile(
    r"\bdecoders?\b|\b(?:main|shared|powerful|common|better|enhanced|improved|stronger) feature extractors?\b|\bskip connection"
    r"|\bpooling layers?\b[^.;]{0,40}\bextract|\b(?:leverag|reus|re-us|transferr?|exploit|benefit|retain)\w* (?:from )?(?:the )?(?:learned|learnt|pre-?trained) features"
)
"""What one part of a network hands to the next is no table."""
_COMPUTED = re.compile(
    r"\b(?:extract|comput|calculat|quantif|deriv|measur)\w*\b[^.;]{0,60}\b(?:features?|biomarkers?|descriptors?|metrics|texture|entropy)\b"
    r"|\b(?:features?|biomarkers?|descriptors?|metrics)\b[^.;]{0,60}\b(?:extracted|computed|calculated|quantified|derived)\b"
    r"|\b(?:uptake|suvr?|thickness|metabolism|perfusion)\b[^.;]{0,60}\b(?:extracted|computed|calculated|quantified|measured|averaged)\b|\b(?:regional|cortical|subcortical|gr[ae]y[- ]matter) (?:\w+ )?(?:volumes?|thickness)|connectivity matri\w+|graph (?:measures|metrics)|\bconnectomes?\b|freesurfer|fastsurfer|\bcat12\b|volbrain"
    r"|segmented|delineat\w+|contoured|outlined|\brois?\b|\bvois?\b|regions? of interest"
)
"""Signs that a computer measured the images; without them a table holds what readers have seen."""
_FROZEN = re.compile(
    r"\bfrozen\b|\bno (?:\w+ )?weights? (?:was|were) (?:changed|updated)|pre-?extracted|pre-?computed|without (?:any )?(?:further )?(?:fine-?tuning|re-?training)|off-the-shelf|linear prob|extracted (?:\w+ ){0,3}(?:from|using|with|by) (?:\w+ ){0,3}pre-?trained"
    r"|(?:never|not) (?:been |further )*(?:trained|re-?trained|seen|adapted|fine-?tuned|shown)\b[^.;]{0,40}\b(?:medical|radiolog\w+|ultrasound|ct|mri?|pet)\b|\b(?:weights|layers) (?:were|was|are|is) (?:kept|left|held) (?:fixed|unchanged|untouched|as they)"
    r"|pre-?trained (?:\w+ ){0,3}(?:cnns?|networks?|models?|encoders?)\b[^.;]{0,80}\b(?:svms?|support vector|pca|principal component|random forest|lasso|nearest neighbo\w+)"
)

_PROBED = re.compile(
    r"\bfrozen\b(?! (?:before|until|after|classifier|image manifest|inference|protocol|pipeline))(?<!then frozen)|\bprob(?:e[sd]?|ing)\b|feature extractors?|off-the-shelf"
)
"""What is said of encoders that only give features, to be learnt from by something simple."""
_SIMPLE_HEAD = re.compile(
    r"\b(?:linear|shallow|small) (?:layer|classifier|probe|head|regress\w+)\b|\bmulti-?\s?layer perceptron|\bmlps?\b"
)
"""What learns from a table of embeddings and is no classic learner."""
_GOES_ON = re.compile(
    r"\b(?:bi-?|uni-?)?(?:grus?|lstms?)\b|\b(?:gated recurrent|recurrent (?:unit|neural|network|module|layer)|long short-term)|\b(?:cross|multi-?head)-?\s?(?:\w+ )?attention|\battention[- ](?:based )?(?:pooling|aggregation|fusion)|\btemporal (?:model(?:l?ing)|module|transformer|reasoning)"
)
"""Parts of a network that take up, and learn from, what frozen ones give."""
_WHOLLY_TRAINED = re.compile(r"\bend[- ]to[- ]end\b|\bfull(?:y|[- ]network)? fine-?tun|\btrained from scratch\b")
"""A network learns the task itself, beside those that are only probed."""
_EMBEDDED = r"(?:(?:image|imaging|visual|cnn|deep|network|learned|penultimate|bottleneck|pooled) )(?:features?|embeddings?|activations|representations|vectors?)|\bembeddings?"
_HANDED_ON = re.compile(
    rf"(?:{_LEARNERS})\b[^.;]{{0,120}}\b(?:{_EMBEDDED})\b|\b(?:{_EMBEDDED})\b[^.;]{{0,120}}(?:{_LEARNERS})"
)
"""What a network makes of the image is handed to a learner for tables."""
_CHOSEN = re.compile(
    r"feature selection|\bselected features\b|\bfeatures? (?:were|was) (?:\w+ )?selected|recursive feature|\blasso\b|t-?test[^.;]{0,30}select"
)
_ENOUGH = 6
"""So much said of features chosen, and of classic learners (weight), needs a table, whatever a network does before."""
_MUCH = 18
_YARDSTICK = re.compile(
    r"\bbaseline (?:models?|methods?|approach\w*|classifiers?|algorithms?|systems?)\b|\b(?:first|second|third|last|svm|classical|hand-?crafted|traditional|conventional|radiomics?|simple) baselines?\b|\bbaselines? (?:us|employ|rel|built|train|based|consist|was|were)"
    r"|\b(?:inferior to|outperform\w*|surpass\w*|unlike|instead of|rather than|in contrast to|(?:more|better|higher|worse|lower) than|served? (?:for comparison|as (?:a )?comparators?))\b|\b(?:previous|earlier|prior|existing|traditional) (?:\w+ )?(?:approach\w*|methods?|works?|studies|systems?|pipelines?)\b"
)
"""What a network is set against, or what others did before."""
_COMPRESSES = re.compile(r"auto-?encoder")
_CONNECTED = re.compile(
    r"\b(?:functional|structural|effective|morphometric|static|dynamic) (?:\w+ )?connectivity|connectivity (?:matri\w+|strengths?|measures?|features?|values?)|connectomes?\b|graph[- ]theor\w+|adjacency matri\w+|fractional anisotropy|\breho\b|\bf?alff\b|time series (?:features|of (?:each|every|all) (?:\w+ )?regions?)"
)
"""Measures of how parts of the brain work together, computed by a formula."""
_DECOMPOSES = re.compile(
    r"\b(?:tensor (?:decomposition|factori[sz]ation)s?|tucker|parafac|candecomp|eigen-?(?:brains?|images?|faces?)|kernel pca|non-?negative matrix factori[sz]ation|dictionary learning)\b"
)
"""The data themselves yield the features, no formula of texture or shape."""
_OF_FIGURE = re.compile(r"\bp-?values?\b|colou?r|\bcells?\b")
"""A matrix of results that is shown, not one of grey levels."""
_QUANTITY = (
    r"(?:mean|average|median|maximum|minimum|peak|total) (?:\w+ ){0,2}(?:intensit\w+|signal\w*|(?:pixel|voxel|gr[ae]y) (?:values?|levels?)|attenuation|hounsfield|hu\b|adc\b|suv\w*|density|echogenicity|uptake|thickness|diameter|area|volume|stiffness|perfusion)"
    r"|\b(?:index|ratio|fraction|score|volumes?|area|attenuation|density|thickness|diameter|length|angle|stiffness|uptake)\b"
)
_WHERE = r"(?:rois?|vois?|masks?|regions? of interest|segment(?:ed|ations?)|contours?|outlines?|delineat\w+)"
_MEASURING = r"\b(?:calculat|comput|measur|quantif|deriv|obtain|estimat)\w*\b"
_QUANTIFIED = re.compile(
    rf"(?:{_QUANTITY})[^.;]{{0,60}}\b(?:inside|within|from|in|over|of|between|across|based on|using)\b[^.;]{{0,40}}\b{_WHERE}\b"
    rf"|\b{_WHERE}\b[^.;]{{0,60}}{_MEASURING}[^.;]{{0,40}}(?:{_QUANTITY})|{_MEASURING}[^.;]{{0,60}}(?:{_QUANTITY})[^.;]{{0,60}}\b{_WHERE}\b"
)
"""One index or volume is measured in a region, which a network may have drawn."""
_OF_THE_MASKS = re.compile(
    r"dice|jaccard|\biou\b|hausdorff|overlap|normali[sz]|z-?score|agreement|\bicc\b|inter-?(?:reader|observer|rater)|resampl|crop|\bloss"
)
"""Figures that judge outlines, and steps of preparation."""
_DOMINANT = 20
"""So many signs of a network (weight) make it the subject, and other features its yardstick."""


def features(view: View) -> Facts:
    """Which image features were used, and how many were extracted and selected."""
    hand = [h for h in view.stated(_SPECIFIC) if not _shown(view, h)] + view.stated(_RADIOMIC)
    named, trained, table = view.stated(_DEEP), view.stated(_TRAINED), view.stated(_DEEP_TABLE)
    if all(h.weight == TITLE for h in named):
        named = []  # "deep" in the title alone is a word, not a network
    table = [h for h in table if not _PASSED_ON.search(view.lower[h.sentence])]
    deep = [h for h in named if not _SEGMENTING.search(view.lower[h.sentence])]
    parts = _of_the_predictor(view, trained + view.stated(_BUILT))
    titled = (named or trained) and (_DEEP.search(view.title) or _PLAIN_NETWORK.search(view.title))
    made = weigh(parts) + len({h.match[0] for h in parts}) + 3.0 * bool(titled)
    plain = view.weight(_PLAIN_NETWORK) if named or trained else 0.0  # vessels and the like make networks, too
    network = weigh(deep) + 0.3 * plain + min(3.0, 0.1 * made)
    if made >= 8:  # a network that segments counts where it is more than a tool
        network += 0.5 * (weigh(named) - weigh(deep))
    classic = view.weight(_CLASSIC)
    compresses = classic >= 4 and _compresses(deep)
    software = view.weight(_SOFTWARE)
    if not software and not _TITLED.search(view.title) and made > _DOMINANT and weigh(named) >= 2 * weigh(hand):
        hand = [h for h in hand if not _YARDSTICK.search(view.lower[h.sentence])]
    by_network = network + (weigh(trained) if named or plain else 0.0) + weigh(table)
    described = weigh(hand) + software
    by_words = described + (view.weight(_CONNECTED) if compresses else 0.0)
    is_hand = by_words >= max(4.0, 0.1 * by_network) or (by_network < 5 and by_words >= by_network)
    is_hand |= by_network < 0.7 * classic
    decomposed = by_words == 0 and not by_network and view.weight(_DECOMPOSES) >= 6
    is_hand = is_hand and by_words + view.weight(_COMPUTED) >= 2 and not decomposed
    is_deep = network >= 4 and by_network >= 7 if is_hand else by_network >= 4 and bool(named or plain)
    frozen = view.weight(_FROZEN)
    reused = (frozen >= 2 and weigh(trained) < 4) or view.weight(_HANDED_ON) >= 2
    learnt = classic >= 2 or (bool(view.stated(_PROBED) or view.stated(_SIMPLE_HEAD)) and view.weight(_GOES_ON) < 6)
    deep_table = is_deep and learnt and (weigh(table) >= 4 or (weigh(table) >= 2 and reused))
    if is_hand:
        end_to_end = (
            is_deep
            and by_network > classic
            and made > max(8.0, 4 * weigh(table), frozen, described if software and classic >= 8 else 0.0)
        )
    else:
        end_to_end = network >= 4 and not (deep_table and (frozen >= 2 or weigh(trained) < 8))
    if compresses:
        deep_table, end_to_end = is_deep, False
    if is_deep and not is_hand and classic >= _ENOUGH and view.weight(_CHOSEN) >= _ENOUGH:
        deep_table, end_to_end = True, end_to_end and bool(titled)
    probed = is_deep and view.weight(_PROBED) >= max(_MUCH, weigh(trained) / 2)
    only_probed = probed and frozen > weigh(trained) and not view.stated(_WHOLLY_TRAINED)
    end_to_end = end_to_end and not only_probed
    if not is_hand and _quantifies(view):
        is_hand, is_deep, end_to_end = True, False, False
    conventional = find_terms(view, "conventional", OWN, stated=True)
    is_conventional = any(f.score >= 8 for f in conventional.values()) or not (is_hand or is_deep)
    kinds = [("conventional", is_conventional), ("handcrafted_radiomics", is_hand), ("deep", is_deep)]
    extracted, selected = feature_counts(view, deep_table=is_deep and not is_hand)
    places = (hand if is_hand else []) + (deep[:3] if is_deep else [])
    return {
        "imaging_features": told(tuple(name for name, on in kinds if on), places),
        "handcrafted": told(is_hand, hand),
        "textural": told(is_hand and described >= 2, hand),
        "decomposed": told(decomposed),
        "deep": told(is_deep, deep if is_deep else ()),
        "end_to_end": told(end_to_end, trained if end_to_end else ()),
        "feature_table": told(is_hand or deep_table or probed or not is_deep, hand if is_hand else table),
        "n_features_extracted": extracted,
        "n_features_selected": selected,
    }


def _shown(view: View, hit: Hit) -> bool:
    line = view.lower[hit.sentence]
    if hit.match[0].startswith(("morph", "shape")):
        return _OF_READERS.search(line) is not None
    return hit.match[0].startswith("co") and _OF_FIGURE.search(line) is not None


def _quantifies(view: View) -> bool:
    """Whether a quantity measured in regions is what the study is about, said more than once."""
    return weigh([h for h in view.stated(_QUANTIFIED) if not _OF_THE_MASKS.search(view.lower[h.sentence])]) >= 4


def _compresses(deep: list[Hit]) -> bool:
    """True if the only network makes a smaller picture of the data, and something simple learns from that."""
    packed = [h for h in deep if _COMPRESSES.search(h.match[0])]
    return bool(packed) and weigh(packed) >= 0.7 * weigh(deep)


def _of_the_predictor(view: View, parts: list[Hit]) -> list[Hit]:
    """Parts of a network that predicts: not of one that outlines regions for another method, nor of boosted trees."""
    outlines = {s.index for s in view.document.sections if _SEGMENTING.search(s.title.lower())}
    if _SEGMENTING.search(view.title):
        outlines = set()
    return [
        h for h in parts
        if view.document.sentences[h.sentence].section not in outlines and not _TABLE_LEARNER.search(view.lower[h.sentence])
    ]  # fmt: skip
