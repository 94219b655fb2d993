"""The words of a heading in, the kind of section out."""

import re
from collections.abc import Iterable
from functools import lru_cache

from qualityaudit.document import SectionKind

_NUMBER = re.compile(
    r"^(?:(?:section|appendix|§)\s*)?(?:(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?|([IVX]{1,5})[.)]|([A-Z])[.)]|(?=[|│¦]))"
    r"(?:\s*[|│¦]\s*|\s*[—–:]\s+|\s+)(?=\S)",
    re.I,
)

_KINDS: tuple[tuple[SectionKind, str], ...] = (
    (
        "abstract",
        r"(?:structured |graphical )?abstract|summary|synopsis|highlights|key\s?points|author summary|significance(?: statement)?"
        r"|plain[- ]language summary|key (?:results|findings|messages?)|research in context|take[- ]home messages?|simple summary",
    ),
    ("keywords", r"key\s?-?words?(?: and phrases)?|index terms|mesh terms|indexing terms"),
    (
        "introduction",
        r"introduction(?: (?:and|to) (?!methods?|results?).*)?|background(?: and (?:aims?|purpose|objectives?|significance|motivation|rationale|introduction))?"
        r"|(?:(?!.*\b(?:methods?|methodology|materials?|results?|discussion)\b)[\w ,-]{3,40} and )?related (?:works?|studies|research|literature)(?: (?:and|in|on) (?!methods?|results?).*)?|literature (?:review|survey|overview)(?: .*)?|review of (?:the )?literature|motivation(?: and .*)?|aims?(?: and objectives?)?|objectives?|purpose"
        r"|(?:the )?state[- ]of[- ]the[- ]art(?:\b.*)?|(?:theoretical|clinical|technical|scientific) background(?: .*)?|prior art(?: .*)?"
        r"|(?:previous|prior|earlier) (?:works?|studies|research)(?: and .*)?|preliminaries|(?:main|key|novel|technical|scientific|summary of) (?:\w+ )?contributions?(?: (?:of|and) .*)?|contributions? of (?:this|the present|the current|our) (?:study|work|paper|article|research)",
    ),
    (
        "methods",
        r"(?:the )?(?:online |star[* ]*)?(?:materials?|patients?|subjects?|participants?|data|methods?|methodology|methodologies|study design|experimental (?:procedures?|design|setup|settings?|methods?))"
        r"(?:(?:,| and|, and| &) (?:the )?(?:materials?|patients?|subjects?|participants?|data|methods?|methodology|design|setting))*(?: section| summary| details| overview)?"
        r"|proposed (?:method|approach|framework|methodology|model)s?|(?:our |the )?approach|datasets?(?: and .*)?|data ?sets?|study population(?: and .*)?|implementation(?: details)?|statistical analys[ie]s|statistics|methods? and materials?|materials?|experimental section|(?:methods?|methodology) and .*|[\w ,-]{3,50} (?:and|&) methods?",
    ),
    (
        "results",
        r"results?(?: and findings)?|findings|experiments?(?: and results?)?|experimental results?|results? and (?:discussions?|analysis|evaluation)|evaluation|ablation(?: stud(?:y|ies))?|case presentation|observations|[\w ,-]{3,50} (?:and|&) results?",
    ),
    (
        "discussion",
        r"(?:(?:general|overall|analytical|comparative|critical|further) )?discussions?(?: and (?:conclusions?|limitations?|outlook|future (?:work|directions?)|summary|(?:clinical )?(?:impact|implications|interpretation|perspectives?|relevance)))?|limitations?(?: and .*)?|strengths and limitations|interpretation|implications|comments?|future (?:work|directions?|perspectives?)|perspectives?|outlook"
        r"|(?:take-?aways?|lessons(?: learn(?:ed|t))?|caveats?|limits|shortcomings|weaknesses|(?:broader |clinical |societal )?(?:impact|implications|relevance|significance))(?: (?:and|of|for) .*)?|[\w ,-]{3,50} and (?:limits|limitations|caveats|outlook|implications)",
    ),
    ("conclusion", r"(?:summary and )?(?:conclusions?|concluding remarks)(?: and .*)?|summary and outlook"),
    (
        "availability",
        r"(?:data|code|software|materials?|source code|model)s?(?:,? (?:and|&) (?:data|code|software|materials?|resource)s?)*(?: (?:availability|sharing|accessibility|deposition|access))(?: statements?)?(?: and .*)?"
        r"|availability (?:of|and) .*|open (?:practices|data)(?: statement)?|accession (?:codes?|numbers?)|(?:data|code|software|models?|materials?)(?:,? (?:and|&) (?:data|code|software|models?|weights|materials?))+|reproducibility statement|resource availability|code|data archiving|(?:public |open |data |code |model )?releases?(?: of .*)?"
        r"|(?:reproducibility|transparency|ethics) and (?:data|code) (?:availability|sharing|access)(?: .*)?|availability(?: statements?)?|sharing(?: statements?| of .*)?|openness|open (?:science|materials|resources|research)(?: .*)?|access to (?:the )?(?:data|code|materials?|images|software)\b.*|(?:research|public|online) resources|transparency(?: statements?| and openness)?",
    ),
    (
        "ethics",
        r"(?:statement of |statements? on )?ethic(?:s|al)(?: (?:approval|statement|considerations?|declarations?|standards?|aspects?|clearance))*(?:(?:,)? and .*)?|compliance with ethical standards|informed consent(?: statement)?|institutional review board(?: statement| approval)?|consent (?:to|for) .*|patient consent.*|human (?:and animal )?(?:rights|ethics).*|irb statement|consent(?: statement)?",
    ),
    (
        "declarations",
        r"declarations?(?: of .*)?|acknowledge?ments?(?: and .*)?|fund(?:ing|ers?)(?: (?:sources?|statements?|information|disclosures?|support|agenc(?:y|ies)|bod(?:y|ies)|acknowledge?ments?|details|declaration|role|and .*|of .*))?|financial (?:support|disclosures?)(?: .*)?|(?:authors?['’]?s?['’]? )?contributions?(?: of .*)?|author(?:s|ship)?['’]?s? (?:contributions?|information|details|statement)(?: .*)?|(?:credit )?author(?:ship)? (?:contribution )?statement.*|credit authorship.*"
        r"|(?:potential |declaration of )?(?:conflicts?|competing)(?: of)? (?:financial )?interests?(?: .*)?|disclosures?(?: .*)?|abbreviations|sponsors?(?: .*)?|grants?(?: .*)?|notes?|additional information|publisher['’]s note|orcid.*|guarantor|provenance.*|role of the funding.*|open access|rights and permissions|article info(?:rmation)?|footnotes?|generative ai.*|declaration of .*|peer review.*|reporting summary|preprint(?: server)?|list of abbreviations",
    ),
    (
        "supplement",
        r"append(?:ix|ices)(?: .*)?|supplement(?:s|al|ary)?(?: .*)?|supporting information|electronic supplementary material|extended data(?: .*)?|online supplement.*|additional files?(?: .*)?|multimedia appendix.*",
    ),
    (
        "references",
        r"references?(?: and notes)?|bibliography|literature(?: cited)?|works cited|cited literature|reference list",
    ),
)
BACK_MATTER: frozenset[SectionKind] = frozenset(("availability", "ethics", "declarations", "supplement", "references"))
_BODY: frozenset[SectionKind] = frozenset(("introduction", "methods", "results", "discussion"))
_NOTE = re.compile(r"notes?\b", re.IGNORECASE)
_MAIN = re.compile(
    r"abstract|summary|introduction|background|(?:(?:materials?|patients?|subjects?|participants|data)(?:, and | and |, | & ))*(?:methods?|methodology)"
    r"|methods? (?:and|&) (?:materials?|patients?|data)|materials"
    r"|experimental (?:procedures?|section)|online methods|results?(?: and discussions?)?|experiments?(?: and results?)?|discussions?(?: and conclusions?)?"
    r"|conclusions?(?: and .*)?|concluding remarks|references|bibliography|acknowledge?ments?|declarations|related works?",
    re.IGNORECASE,
)
_SPACED = re.compile(r"(?:\S ){3,}\S(?:\s{2,}(?:\S ?)+)?[:.]?")
_RUN_IN = re.compile(r"([A-Z][^.:—|]{2,70}?)\s*(?:[.:|—–]|\s-\s)\s*(?=\S)")
_FRONT = re.compile(
    r"(abstract|summary|key\s?-?words(?: and phrases)?|index terms)\s*(?:[.:—–-]+|(?=\s+[A-Z])|\s\s)\s*(?=\S)",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"\[\d{1,3}\]|\d{1,3}\s*\.\s*(?=[^\W\d])|\d{1,3}\s+(?=[A-Z][\w’'-]+,? )|\(\d{1,3}\)\s")
_LEAD = re.compile(
    r"^(?:[—–-]\s*)?(?:[\[(]?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5})(?:[\]).:—–-]+\s*|\s+[—–-]*\s*))?(?:(?:[Oo]ur|[Mm]ain|[Ss]tudy|[Rr]esearch) )?"
)
"""A number written in an unusual way, and words that say nothing of the kind: ``(2) Our results``, ``3.Results``."""
_APPENDIX = re.compile(r"(?:appendix|annex|supplement) (?:[A-Z]|\d{1,2}|[IVX]{1,4})(?:\s*[.:)—–|-]\s*|\s+)\S", re.I)
"""An appendix is one whatever it treats: ``Appendix B. Statistics``."""
_VERB = re.compile(r"\b(?:was|were|is|are|has|have|had|will|can|may|shall|we)\b")
_PATTERNS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _KINDS)
_TRIED = re.compile(
    r"\b(?:results?|findings|experiments?|evaluation|validation|performance|comparisons?|ablations?)\b", re.I
)
"""Words of a heading under which something was tried out."""
_MADE = re.compile(
    r"\b(?:cohort|patients?|population|acquisition|pre-?processing|data ?sets?|proposed|our|methodology|extraction)\b",
    re.I,
)
"""Words of a heading under which it is told what was gathered or made."""
_SHORT = 6
"""A heading of the body has at most so many words."""
_MIXED: tuple[tuple[re.Pattern[str], tuple[SectionKind, ...]], ...] = (
    (re.compile(r"results?.*discussion", re.I), ("discussion",)),
    (re.compile(r"experiment", re.I), ("methods",)),
    (
        re.compile(r"(?:methods?|methodology) and (?:\w+ )?(?:results?|validation|evaluation|experiments?)", re.I),
        ("results",),
    ),
    (re.compile(r"discussions? and conclusions?", re.I), ("conclusion",)),
)


def bare(title: str) -> tuple[str, int]:
    """A heading without its number, and the depth of the number (0 when it has none)."""
    title = unspaced(title).strip(" \t\n■▪●•§◆►▶").rstrip(":.").strip()
    match = _NUMBER.match(title)
    if not match:
        return title, 0
    depth = match.group(1).count(".") + 1 if match.group(1) else 1
    return title[match.end() :].strip(), depth


def unspaced(text: str) -> str:
    """``M E T H O D S`` as ``METHODS``."""
    if text.lstrip()[1:2].isspace() and _SPACED.fullmatch(text.strip()):
        return re.sub(r"(?<=\S) (?=\S)", "", text.strip())
    return text


@lru_cache(maxsize=4096)
def kind_of(title: str) -> SectionKind | None:
    """The kind of section a heading announces, or None where its words say nothing."""
    if _APPENDIX.match(unspaced(title).strip()):
        return "supplement"
    words = _joined(bare(title)[0])
    if len(words) > 90 or _VERB.search(words):
        return None
    return _named(words) or _named(_LEAD.sub("", words))


def _named(words: str) -> SectionKind | None:
    return next((kind for kind, pattern in _PATTERNS if pattern.fullmatch(words)), None)


def _joined(words: str) -> str:
    """The words with single blanks, and with *and* for its signs: ``Materials/Methods``, ``Results & discussion``."""
    return re.sub(r"\s+", " ", re.sub(r"\s*[&/]\s*", " and ", words))


def also_of(title: str) -> tuple[SectionKind, ...]:
    """Further kinds of a mixed section."""
    return next((kinds for pattern, kinds in _MIXED if pattern.search(_joined(title))), ())


def tells_of_study(titles: Iterable[str]) -> bool:
    """Whether headings without the usual names still tell of a study: of what was made or gathered, and of trying it."""
    seen = [words for words in titles if len(words.split()) <= _SHORT]  # a sentence as a title is a review's
    return any(map(_MADE.search, seen)) and any(map(_TRIED.search, seen))


def of_body(title: str) -> SectionKind:
    """The kind of a section of the body whose title is about its matter: results where it tells of trying, or methods."""
    return "results" if _TRIED.search(title) else "methods"


def is_main(title: str) -> bool:
    """Whether the words are those of a main section, whatever the heading looks like."""
    return bool(_MAIN.fullmatch(_joined(bare(title)[0])))


def is_reference_start(text: str) -> bool:
    """Whether a line of the reference list starts with a number: ``[12] …``, ``12. …``."""
    return bool(_REFERENCE.match(text))


def is_labelled(text: str) -> bool:
    """Whether a line holds a label and what it announces: ``Keywords: a, b``."""
    return bool(_FRONT.match(text))


def run_in(text: str, lead: int, main: SectionKind) -> tuple[str, SectionKind] | None:
    """Title and kind of a heading that stands at the start of its paragraph: ``Funding: …``, ``Keywords a, b``.

    ``lead`` is the length of the bold or italic run the paragraph starts with (0 = none or unknown), ``main`` the kind
    of the section around it.
    """
    if main == "references":
        return None
    if main in ("front", "abstract", "keywords", "other"):
        if len(text) < 20 and (alone := kind_of(text)) in ("abstract", "keywords") and alone is not None:
            return text.strip(" .:"), alone
        match = _FRONT.match(text)
        if match and (kind := kind_of(match.group(1))) in ("abstract", "keywords"):
            return match.group(1), kind
    title = text[:lead].strip(" .:—–-") if 3 < lead < 90 else ""
    kind = kind_of(title) if title else None
    if main in _BODY and _NOTE.match(text):
        return None  # the note under a table
    if kind not in BACK_MATTER:
        match = _RUN_IN.match(text)
        if not match or (main in ("methods", "results", "introduction", "abstract") and not lead):
            return None
        title = match.group(1)
        kind = kind_of(title) if len(title.split()) < 10 else None
    if kind not in BACK_MATTER or kind == "references" or (main == "methods" and kind == "ethics"):
        return None
    return title, kind
