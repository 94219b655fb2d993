"""A web page in, the article's blocks out: what a publisher puts around it is left out."""

import re
from collections.abc import Iterable
from pathlib import Path

import lxml.html
from lxml import etree

from qualityaudit.document import FrontMatter, Source
from qualityaudit.errors import CorruptPaper, EmptyPaper, PaperTooLarge
from qualityaudit.readers.htmlbody import Body
from qualityaudit.readers.pages import Block, Pages
from qualityaudit.readers.prose import tidy, within_limit
from qualityaudit.readers.xmlfile import MAX_XML, empty, words

FEWEST = 200
"""Characters of running text below which a page is no article."""

_DROPPED = [
    "script",
    "style",
    "noscript",
    "template",
    "nav",
    "header",
    "footer",
    "aside",
    "form",
    "button",
    "select",
    "input",
    "textarea",
    "iframe",
    "object",
    "embed",
    "svg",
    "canvas",
    "video",
    "audio",
    "dialog",
    "menu",
]
_AROUND = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|sidebar|breadcrumbs?|cookies?|banner|share|social|toolbar|advert\w*|ads?"
    r"|related|recommend\w*|metrics|altmetric|popup|modal|newsletter|subscribe|login|skip-?links?|sr-only"
    r"|visually-?hidden|screen-?reader\w*)(?:$|[\s_-])",
    re.IGNORECASE,
)
_DOI = re.compile(r"10\.\d{4,9}/[^\s\"'<>?#]+")


def read(path: Path, data: bytes, source: Source) -> Pages:
    """Blocks of an article page.

    Raises:
        PaperTooLarge: over the limit.
        CorruptPaper: nothing can be made out.
        EmptyPaper: it holds hardly any running text, as pages of logins and of lists do.
    """
    if len(data) > MAX_XML:
        raise PaperTooLarge(f"{path}: larger than {MAX_XML // 1_000_000} MB; split or shrink it")
    root = _root(path, data)
    front = _front(root)
    main = _main(root)
    notes: list[str] = []
    blocks = within_limit(Body(front.title or "").run(main), notes)
    if _prose_length(blocks) < FEWEST:
        name = f" ({front.title[:60]!r})" if front.title else ""
        raise EmptyPaper(f"{path}: a web page{name} without the text of an article; save the full text")
    return Pages(source, blocks=blocks, front=front, notes=notes)


def _root(path: Path, data: bytes) -> etree._Element:
    coded = re.search(rb"charset\s*=\s*[\"']?\s*([\w-]+)", data[:4096])
    encoding = coded.group(1).decode() if coded else None
    if encoding is None and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-8"
    try:
        parser = lxml.html.HTMLParser(
            encoding=encoding, no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
        )
    except LookupError:
        parser = lxml.html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = lxml.html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise CorruptPaper(f"{path}: not to be made out as a web page ({error}); save it again") from error
    return root


def _prose_length(blocks: Iterable[Block]) -> int:
    return sum(len(block.text) for block in blocks if block.role in ("paragraph", "caption"))


def _main(root: etree._Element) -> etree._Element:
    """The element that holds the article, with everything around it taken out."""
    for at in [at for at in root.iter(etree.Element) if _is_around(at)]:
        empty(at)
    whole = root.find("body")
    whole = root if whole is None else whole
    size = len(words(whole))
    for path in (".//article", ".//main", ".//*[@role='main']"):
        found = max(whole.findall(path), key=lambda at: len(words(at)), default=None)
        if found is not None and len(words(found)) > 0.5 * size:
            return found
    return whole


def _is_around(at: etree._Element) -> bool:
    tag = at.tag
    if tag == "header" and at.find(".//h1") is not None:
        return False
    if tag in _DROPPED or at.get("hidden") is not None or at.get("aria-hidden") == "true":
        return tag not in ("body", "html", "article", "main") and not (
            tag == "aside" and at.find(".//table") is not None
        )
    if at.get("role") in ("navigation", "banner", "contentinfo", "search", "complementary", "dialog"):
        return True
    named = f"{at.get('class', '')} {at.get('id', '')}"
    if tag in ("body", "html", "article", "main") or not _AROUND.search(named):
        return False
    return len(at.findall(".//p")) < 5 and at.find(".//h2") is None


def _front(root: etree._Element) -> FrontMatter:
    """What the page's meta tags say (Highwire, Dublin Core, Open Graph)."""
    said: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        key = (meta.get("name") or meta.get("property") or "").lower()
        if key and meta.get("content", "").strip():
            said.setdefault(key, []).append(tidy(meta.get("content", "")))

    def one(*keys: str) -> str:
        return next((said[key][0] for key in keys if key in said), "")

    heading = next((text for h in root.iter("h1") if (text := tidy(words(h)))), "")
    doi = _DOI.search(one("citation_doi", "dc.identifier", "prism.doi", "bepress_citation_doi"))
    dates = ("citation_publication_date", "citation_date", "citation_online_date", "dc.date", "prism.publicationdate")
    year = re.search(r"(?:19|20)\d\d", one(*dates, "article:published_time"))
    terms = [w for text in said.get("citation_keywords", []) for w in re.split(r"\s*[;,]\s*", text) if w]
    return FrontMatter(
        title=one("citation_title", "dc.title", "prism.title") or heading or one("og:title") or None,
        authors=tuple(_turned(name) for name in said.get("citation_author", said.get("dc.creator", []))),
        affiliations=tuple(dict.fromkeys(said.get("citation_author_institution", []))),
        journal=one("citation_journal_title", "prism.publicationname", "og:site_name") or None,
        year=int(year.group()) if year else None,
        doi=doi.group().lower().rstrip(".") if doi else None,
        keywords=tuple(terms),
    )


def _turned(name: str) -> str:
    """``Fenwick, Ada`` as ``Ada Fenwick``."""
    last, comma, given = name.partition(",")
    return f"{given.strip()} {last.strip()}" if comma and given.strip() else name
