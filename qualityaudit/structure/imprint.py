"""The edges of the first pages in, journal, year and DOI out: citation lines, running heads, dates, stamps."""

import re
from collections.abc import Iterator

from qualityaudit.readers.pages import Sheet

DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>,;|]+[^\s\"<>,;|.)\]]")
_YEAR = r"(?:19[6-9]\d|20[0-4]\d)"
_SMALL = r"[a-zß-ÿ]{1,4}|&|–|-|—"
_NAME = rf"(?P<name>(?:[^\W\d_][\w’'&.:-]*)(?:[ ,]{{1,2}}(?:[^\W\d_a-zß-ÿ][\w’'&.:-]*|{_SMALL}|\w+logica|\w+ology)){{0,11}})"
_VOLUME = (
    rf"(?:\(?(?P<y1>{_YEAR})\)?\s*[;,:·|]?\s*(?:vol\.?\s*)?(?:\d{{1,4}}\b|·|https?:|doi|$)|\d{{1,4}}\s*\((?P<y2>{_YEAR})\)"
    rf"|\d{{1,4}}\s*:\s*[A-Z]?\d+(?:[–-]\d+)?(?:,\s*(?P<y3>{_YEAR}))?|[•·|]?\s*vol(?:ume)?\.?\s*\d+|\d{{2}}\s+frontiersin|\d{{1,4}}\s*\(\d+\)"
    rf"|\|\s*(?:https?:|doi|www|\d|(?P<y4>{_YEAR})))"
)
_CITATION = re.compile(rf"{_NAME}[\s,.;|–—-]*(?i:{_VOLUME})")
_LEADING = re.compile(
    r"^.*\b[Ee]t [Aa]l\.?,?\s*(?:/\s*)?|^(?:ARTICLE|OPEN ACCESS|OPEN|REVIEW)\s+|^\W*(?i:cite this (?:article|paper) as):?\s*|^\d+\s+"
)
_NEVER = re.compile(
    r"^(?:received|accepted|published|revised|available|copyright|vol|volume|page|pages|fig|table|downloaded|doi|https?|www|the authors?|creative"
    r"|january|february|march|april|may|june|july|august|september|october|november|december|submitted|citation|editors?|first|online|epub|issue|no|article|number|springer|elsevier)\b",
    re.IGNORECASE,
)
_PERSONS = re.compile(r"[^\W\d_][\w'’-]+ [A-Z]{1,3}(?:,|$)")
_CITE = re.compile(
    r"(?:citation|cite this article(?: as)?|to cite this article|how to cite(?: this article)?):?\s*", re.IGNORECASE
)
_ACRONYMS = frozenset(
    ("IEEE", "ACM", "SPIE", "BMC", "PLOS", "JAMA", "BMJ", "EJNMMI", "JMIR", "AJNR", "AJR", "MRI", "CT", "USA")
)
_MINOR = frozenset(("of", "and", "in", "on", "the", "for", "et", "de"))
_RIGHTS = re.compile(r"©\s*(?:\d{4}\s*)?(?P<name>[A-Z][\w &]+?)\.\s*All rights reserved")
_TITLED = re.compile(
    r"(?:the )?(?:\w+ ){0,3}(?:journal|annals|archives|transactions|proceedings|reviews?)\b(?: \w+){0,8}", re.I
)
_PROCEEDINGS = re.compile(r"\bLNCS\b|lecture notes in computer science", re.IGNORECASE)
_OTHERS = re.compile(r"\b(?:data|code|available at|supplement\w*)\b", re.IGNORECASE)
_DATES = (
    re.compile(rf"published(?:\s+online)?(?:\s+first)?[:\s]+(?:[\w.,]+\s+){{0,3}}({_YEAR})", re.IGNORECASE),
    re.compile(
        rf"(?:©|\(c\)|copyright|[#&] ?the authors?(?:\(s\))?|the author\(s\),?)\s*(?:the author\(s\)\s*)?({_YEAR})",
        re.I,
    ),
    re.compile(rf"available online[:\s]+(?:[\w.,]+\s+){{0,3}}({_YEAR})", re.IGNORECASE),
    re.compile(rf"accepted(?: for publication)?[:\s]+(?:[\w.,]+\s+){{0,3}}({_YEAR})", re.IGNORECASE),
    re.compile(rf"arxiv:\S+.*?({_YEAR})", re.IGNORECASE),
    re.compile(rf"(?:conference|symposium|workshop|MICCAI|MIDL|ISBI|CVPR|NeurIPS|SPIE)\W+({_YEAR})", re.IGNORECASE),
    re.compile(rf"(?:received|submitted|revised|posted)[:\s]+(?:[\w.,]+\s+){{0,3}}({_YEAR})", re.IGNORECASE),
    re.compile(rf"10\.\d{{4,9}}/\S*?\b({_YEAR})\b", re.IGNORECASE),
)


def edge_lines(sheets: list[Sheet]) -> list[list[str]]:
    """Of the first three pages, the lines at the top and the bottom, and of the first all above its middle."""
    found = []
    for sheet in sheets[:3]:
        low = 0.5 if sheet.number == 1 else 0.1
        edge = [x for x in sheet.lines if x.y0 < low * sheet.height or x.y1 > 0.85 * sheet.height]
        found.append([x.text.strip() for x in sorted(edge, key=lambda x: (round(x.y0), x.x0)) if x.text.strip()])
    return found


def doi_of(sheets: list[Sheet], told: str) -> str | None:
    """The article's own DOI: at an edge of the page, after *doi*, or in the file's data; not one in a sentence."""
    edges = edge_lines(sheets[:1])
    for text in (*(_unbroken(edges[0]) if edges else ()), told):
        match = DOI.search(text)
        if match and len(text) - len(match.group()) < 130 and not _OTHERS.search(text):
            return match.group().lower()
    for sheet in sheets[:2]:
        for line in sheet.lines:
            match = DOI.search(line.text)
            said = match and re.search(r"doi(?:\.org/|:)?\s*$", line.text[: match.start()], re.IGNORECASE)
            if match and said and len(line.text) - len(match.group()) < 60 and not _OTHERS.search(line.text):
                return match.group().lower()
    return None


def _unbroken(lines: list[str]) -> Iterator[str]:
    """Lines, a DOI that goes on in the next one made whole."""
    for i, text in enumerate(lines):
        following = lines[i + 1] if i + 1 < len(lines) else ""
        cut = re.search(r"10\.\d{4,9}/?\S*[./_-]$", text) and re.fullmatch(r"[\w./()-]*\d[\w./()-]*", following)
        yield text + following if cut else text


def journal_of(sheets: list[Sheet], told: str) -> tuple[str | None, int | None]:
    """The journal's name and the year that its citation line gives."""
    cited = [pair for lines in edge_lines(sheets) for text in lines if (pair := cited_in(text))]
    if box := cited_in(_citation_box(sheets)):
        cited = [*(box if box[0].endswith(" " + pair[0]) else pair for pair in cited), box]
    of_file = cited_in(told)
    year = next((year for _, year in (*cited, *([of_file] if of_file else ())) if year), None)
    full = [name for name, _ in cited if not _abbreviated(name)]
    known = (*full[:1], *_named(sheets), *(n for n, _ in cited), *([of_file[0]] if of_file else ()))
    name = next(iter(known), None)
    return (_cased(name) if name else _stamp(sheets)), year


def _citation_box(sheets: list[Sheet]) -> str:
    """The text under *Citation:* beside the first page's title; empty where there is none."""
    lines = sheets[0].lines if sheets else []
    at = next((i for i, x in enumerate(lines) if _CITE.match(x.text)), None)
    if at is None:
        return ""
    box = [x.text for x in lines[at : at + 9] if abs(x.x0 - lines[at].x0) < 12]
    return "Citation:" + _CITE.sub("", " ".join(box))


def cited_in(text: str) -> tuple[str, int | None] | None:
    """Journal and year of a citation line (``Invented Radiology 2021; 9(4): 311``), or None where it is none."""
    text = _LEADING.sub("", text.strip())
    if text.startswith("Citation:"):
        parts = re.split(r"(?<=[^\W\d_]{3})[.?] ", text.removeprefix("Citation:"))
        return next((pair for part in reversed(parts) if (pair := cited_in(part))), None)
    if dated := re.match(rf"\(({_YEAR})\)\. ", text):
        name = next((pair[0] for part in reversed(text.split(". ")) if (pair := cited_in(part))), None)
        return (name, int(dated.group(1))) if name else None
    match = _CITATION.match(text)
    if not match:
        rights = _RIGHTS.search(text)
        return (rights.group("name"), None) if rights else None
    name = match.group("name").strip(" .,:;–-—|")
    if (
        len(name) < (3 if name.isupper() else 4)
        or (_NEVER.match(name) or _PERSONS.match(name))
        or len(name.split()) > 11
        or name.lower() in ("proceedings",)
    ):
        return None
    year = next((int(y) for y in match.group("y1", "y2", "y3", "y4") if y), None)
    if year is None and (late := re.search(rf"\b({_YEAR})\b", text[match.end() :])):
        year = int(late.group(1))
    return name, year


def _named(sheets: list[Sheet]) -> Iterator[str]:
    """Lines that hold a journal's name alone: beside the DOI, or with a word such as *Journal* in it."""
    lines = edge_lines(sheets[:1])[0] if sheets else []
    for i, text in enumerate(lines):
        plain = (
            0 < len(text.split()) <= 9
            and len(text) > 5
            and not re.search(r"\d|[@:;?,¶]|\bauthor", text)
            and text[0].isupper()
        )
        if not plain or _NEVER.match(text) or text.split()[-1].islower():
            continue
        near = " ".join(lines[i + 1 : i + 2])
        if DOI.search(near) or _TITLED.fullmatch(text) or "journal homepage" in near.lower():
            yield text


def _abbreviated(name: str) -> bool:
    """``Eur Radiol``, ``Int J Radiation Oncol``: most words are cut short."""
    words = [w for w in re.findall(r"[^\W\d_]+", name) if w.lower() not in ("of", "and", "the", "in", "for")]
    ends = sum(
        bool(
            re.search(
                r"(?:ol|ed|int|j|eur|am|clin|surg|sci|phys|biol|res|ther|appl|onc|comput|imag|oncol|radiol)$", w, re.I
            )
        )
        for w in words
    )
    return ends > 0.5 * len(words)


def _stamp(sheets: list[Sheet]) -> str | None:
    margin = " ".join(text for sheet in sheets[:1] for text in sheet.margin)
    page = " ".join(line.text for line in sheets[0].lines) if sheets else ""
    if _PROCEEDINGS.search(page):
        return "Lecture Notes in Computer Science"
    return server_in(margin + " " + page[:3000])


def server_in(text: str) -> str | None:
    """The preprint server that a text names first."""
    server = re.search(r"\b(arXiv|bioRxiv|medRxiv|Research Square)\b", text, re.IGNORECASE)
    return server.group(1) if server else None


def _cased(name: str) -> str:
    """A name in capitals as it is usually written."""
    if len(name) < 9 or sum(c.isupper() for c in name) < 0.6 * sum(c.isalpha() for c in name):
        return name
    words = [word if word in _ACRONYMS else word.capitalize() for word in name.split()]
    return " ".join(word.lower() if i and word.lower() in _MINOR else word for i, word in enumerate(words))


def year_of(sheets: list[Sheet], cited: int | None, told: str, created: str) -> int | None:
    """The year of publication: cited, published, copyright, accepted, stamped, received; the file's own last."""
    if cited:
        return cited
    lines = [text for page in edge_lines(sheets) for text in page] + [told]
    lines += [text for sheet in sheets[:1] for text in sheet.margin]
    for pattern in _DATES:
        for text in lines:
            if match := pattern.search(text):
                return int(match.group(1))
    made = re.search(_YEAR, created)
    return int(made.group()) if made else None
