"""JATS or NXML in, blocks out: front matter, sections with the kind the file names, tables, legends, references."""

import re
from pathlib import Path

from lxml import etree

from qualityaudit.document import FrontMatter, Source
from qualityaudit.errors import EmptyPaper
from qualityaudit.readers.jatsbody import Body
from qualityaudit.readers.pages import Pages
from qualityaudit.readers.prose import tidy, within_limit
from qualityaudit.readers.xmlfile import first, name, parse_xml, plain

_SKIP = frozenset(("xref", "fn", "email", "label", "sup"))


def read(path: Path, data: bytes, source: Source) -> Pages:
    """Blocks of the (first) article of a JATS file.

    Raises:
        CorruptPaper: nothing can be made out.
        EmptyPaper: it holds front matter only, or nothing.
    """
    notes: list[str] = []
    root = parse_xml(path, data, notes)
    articles = [root] if name(root) == "article" else list(root.iter("{*}article"))
    if not articles:
        raise EmptyPaper(f"{path}: the XML holds no article; is it the right file?")
    article = articles[0]
    if further := len(articles) - 1 + len(article.findall(".//{*}sub-article") + article.findall(".//{*}response")):
        notes.append(
            f"the file holds {further} further article(s) (letters, reviews, translations); only the first was read"
        )
    body = Body(article)
    blocks = within_limit(body.run(), notes)
    if not any(block.text for block in blocks):
        raise EmptyPaper(f"{path}: the article holds no words; is it the right file?")
    if first(article, "{*}body") is None:
        notes.append("the file holds front matter and no body; only the abstract was read")
    return Pages(source, blocks=blocks, front=front_of_article(article), notes=notes)


def front_of_article(article: etree._Element) -> FrontMatter:
    """What the article's own metadata say."""
    meta = first(article, "{*}front/{*}article-meta", "{*}front-stub")
    journal = first(article, "{*}front/{*}journal-meta")
    if meta is None:
        return FrontMatter()
    title = plain(first(meta, "{*}title-group/{*}article-title"), _SKIP - {"sup"})
    doi = next((plain(i) for i in meta.iterfind("{*}article-id") if i.get("pub-id-type") == "doi"), "")
    names = first(journal, ".//{*}journal-title", ".//{*}journal-id") if journal is not None else None
    words = (plain(k) for k in meta.iterfind("{*}kwd-group//{*}kwd"))
    return FrontMatter(
        title=tidy(title) or None,
        authors=tuple(filter(None, map(_person, meta.iterfind("{*}contrib-group/{*}contrib")))),
        affiliations=tuple(dict.fromkeys(filter(None, map(_affiliation, meta.iter("{*}aff"))))),
        journal=plain(names) or None,
        year=_year(meta),
        doi=re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", doi.lower()) or None,
        keywords=tuple(dict.fromkeys(word for word in words if word)),
    )


def _person(contrib: etree._Element) -> str:
    if contrib.get("contrib-type", "author") != "author":
        return ""
    person = first(contrib, "{*}name", "{*}name-alternatives/{*}name")
    if person is None:
        return plain(first(contrib, "{*}string-name", "{*}collab"), _SKIP | {"contrib-group"})
    given, surname = plain(person.find("{*}given-names")), plain(person.find("{*}surname"))
    return f"{given} {surname}".strip()


def _affiliation(aff: etree._Element) -> str:
    return plain(aff, _SKIP - {"xref"} | {"institution-id"}).strip(" ,;")


def _year(meta: etree._Element) -> int | None:
    """The year of the issue or else of the first publication, as citations give it."""
    dates = list(meta.iterfind("{*}pub-date"))

    def rank(date: etree._Element) -> int:
        kind = f"{date.get('pub-type', '')} {date.get('date-type', '')} {date.get('publication-format', '')}".lower()
        order = ("collection", "ppub", "print", "pub", "epub")
        return next((i for i, word in enumerate(order) if word in kind.split()), len(order))

    years = [plain(date.find("{*}year")) for date in sorted(dates, key=rank)]
    years.append(plain(first(meta, "{*}permissions/{*}copyright-year")))
    return next((int(year) for year in years if re.fullmatch(r"(?:19|20)\d\d", year)), None)
