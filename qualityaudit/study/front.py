"""A View in, title, authors, countries, journal, year, DOI and keywords out."""

import re

from qualityaudit.study.view import Facts, Told, View
from qualityaudit.study.vocabulary import load_vocabulary

_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>,;]+[^\s\"<>,;.)\]]")
_SPLIT = re.compile(r"\s*[;,·•|]\s*|\s+[-–—]\s+|\s*\.\s+(?=[A-Z])")
_LABEL = re.compile(r"^(?:key\s?-?words?(?: and phrases)?|index terms)\s*[:.—–-]*\s*", re.IGNORECASE)
_MARKS = re.compile(r"[\d*†‡§¶#∗]+$")


def front(view: View) -> Facts:
    """What the first page says about the article."""
    matter = view.document.front
    authors = tuple(filter(None, (_MARKS.sub("", a.strip()).strip(" ,") for a in matter.authors)))
    keywords, places = _keywords(view)
    facts = {
        "title": Told(matter.title, _title_places(view)),
        "first_author": Told(authors[0] if authors else None),
        "authors": Told(authors),
        "countries": Told(_countries(view)),
        "journal": Told(matter.journal),
        "year": Told(matter.year),
        "doi": Told(matter.doi or _doi(view)),
        "keywords": Told(keywords, places),
    }
    found = bool(keywords) or "keywords" in view.document.found or bool(_label_places(view))
    return facts | {"has_keywords": Told(found, places)}


def _title_places(view: View) -> tuple[int, ...]:
    return tuple(s.index for s in view.document.sentences[:40] if s.part == "title")[:1]


def _keywords(view: View) -> tuple[tuple[str, ...], tuple[int, ...]]:
    places = tuple(s.index for s in view.document.within(("keywords",)))[:2]
    known = view.document.front.keywords
    if known or places:
        return known, places
    texts = [view.document.sentences[i].text for i in _label_places(view)]
    words = (w.strip(" .") for text in texts for w in _SPLIT.split(_LABEL.sub("", text)))
    return tuple(w for w in words if 1 < len(w) < 60)[:12], places


def _label_places(view: View) -> tuple[int, ...]:
    early = view.holding("keyword", "key word", "index terms")
    return tuple(i for i in early if i < 80 and _LABEL.match(view.document.sentences[i].text))[:1]


def _doi(view: View) -> str | None:
    for i in view.holding("10."):
        if i < 60 and "front" in view.kinds[i] and (match := _DOI.search(view.lower[i])):
            return match[0]
    return None


def _countries(view: View) -> tuple[str, ...]:
    text = " | ".join(view.document.front.affiliations)
    if not text:
        front = (s.text for s in view.document.within(("front",)) if s.index < 60)
        text = " | ".join(front)
    lower = text.lower()
    return tuple(
        term.name
        for term in load_vocabulary("countries")
        if any(key in lower and pattern.search(text if cased else lower) for key, pattern, cased in term.ways)
    )
