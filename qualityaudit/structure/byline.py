"""The paragraphs between title and abstract in, authors and affiliations out."""

import re
from collections.abc import Iterable

from qualityaudit.structure.authors import is_name

_ORCID = re.compile(
    r"\s*[(\[]*\s*(?:orcid:?\s*)?\d{4}-\d{4}-\d{4}-\d{3}[\dX]\s*[)\]]*(?:\(https?://orcid[^)]*\))?\)?", re.I
)
_STOP = re.compile(
    r"(?:structured )?abstract|summary|key\s?-?words?|introduction|background|highlights|key points", re.I
)
_PLACE = re.compile(
    r"universit|hospital|department|institut|faculty|school of|college|clinic|cent(?:er|re) |laborator|division of|hôpital"
    r"|klinik|klinikum|ospedal|politecnico|academy|ltd|inc\b|gmbh|medical cent",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"@|https?:|\bauthors?\b|anonym|correspond|running (?:head|title)|word count|orcid|received|accepted|doi|manuscript|article type|contribut"
    r"|\d{4}|figures?\b|tables?\b|funding|conflict",
    re.IGNORECASE,
)
_MARKS = re.compile(
    r"[\d*†‡§¶#∗]+(?:\s?,\s?[\d*†‡§¶#∗a-h]+)*|\b(?:MD|PhD|MSc?|BSc?|MA|Dr|Prof|MBBS|FRCR|MPH|DPhil)\b\.?"
    r"|,?\s*\b(?:on behalf of|for the)\b.*"
)
_BRACKETED = re.compile(r"\s*[(\[](?=[^()\[\]]*[\d*†‡§¶#∗])[^()\[\]]{1,24}[)\]]")  # (1,2), [3*], (ID 20441)
_ORDINAL = re.compile(r"\b\d(?:st|nd|rd|th)\s+(?=[A-Z])")
_SENTENCE_END = re.compile(r"(?:^|[^\W\d_]{2}|[^\w\s])\.$")  # and no initial
_RAISED = re.compile(r"[⁰-⁹¹²³ᵃ-ᶿʰ-ʸ]+(?:\s?,\s?[⁰-⁹¹²³ᵃ-ᶿʰ-ʸ]+)*")
_NAME = re.compile(r"[^\W\d_][\w.’'-]*(?:[ -]+[^\W\d_][\w.’'-]*){1,5}")


def byline(texts: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Authors and affiliations among the paragraphs that follow a title; both may be empty."""
    authors: tuple[str, ...] = ()
    places: list[str] = []
    one_a_line = False
    for text in texts:
        if _STOP.match(text) or len(text) > 3000:
            break
        names = names_in(_ORCID.sub("", text))
        if names and (not authors or (one_a_line and len(names) == 1)) and not _PLACE.search(text):
            authors += tuple(name for name in names if name not in authors)
            one_a_line = len(names) == 1
        elif _PLACE.search(text) and len(text) < 1500:
            places += [part.strip() for part in text.split(";") if part.strip()]
    return authors, tuple(places)


def names_in(text: str) -> tuple[str, ...]:
    """The persons a line names, or nothing if it is no list of names: ``A. Berg¹, Li Wei²,* and M. Roy``."""
    if _OTHER.search(_BRACKETED.sub(" ", text)) or _SENTENCE_END.search(text):
        return ()
    parts = re.split(r"\s*[,;·•&|]\s*(?:and\s+)?|\s+and\s+", _MARKS.sub(",", _bare(text)))
    names = [part.strip(" .") for part in parts if part.strip(" .")]
    named = [name for name in names if _NAME.fullmatch(name) and len(name) < 50 and name[0].isalpha()]
    many_words = any(len(name.split()) > 5 for name in names)
    if not named or many_words or len(named) <= 0.7 * len(names) or not _capital(named):
        return ()
    return () if len(named) == 1 and not is_name(named[0]) else tuple(named)  # *Original Article* is no person


def _bare(text: str) -> str:
    """Names without what stands raised or in brackets beside them, or counts them."""
    return _RAISED.sub(" ", _ORDINAL.sub("", _BRACKETED.sub(" ", text)))


def _capital(names: list[str]) -> bool:
    words = [word for name in names for word in name.split() if word[0].isupper() or len(word) > 3]  # no particles
    return sum(word[0].isupper() for word in words) > 0.7 * len(words)
