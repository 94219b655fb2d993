"""Phrases as people write them in, regular expressions out; and text made plain, letter for letter."""

import re

_PLAIN = str.maketrans(
    dict.fromkeys("‐‑‒–—−", "-")
    | dict.fromkeys("‘’ʼ′", "'")
    | dict.fromkeys("“”", '"')
    | dict.fromkeys("\xa0\u2009\u202f", " ")
    | {"×": "x", "μ": "µ"}
)

_SPELLINGS = (
    (re.compile(r"tumou?r"), "tumou?r"),
    (re.compile(r"cent(?:er|re)(?=s?\b)"), "cent(?:er|re)"),
    (re.compile(r"gr[ae]y"), "gr[ae]y"),
    (re.compile(r"(?<=[a-z]{3})i[sz](?=(?:e|ed|es|ing|ation|ations|able)\b)"), "i[sz]"),
    (re.compile(r"analy[sz](?=e|ed|ing)"), "analy[sz]"),
    (re.compile(r"labell?(?=ed|ing)"), "labell?"),
    (re.compile(r"modell?(?=ed|ing)"), "modell?"),
    (re.compile(r"behaviou?r"), "behaviou?r"),
    (re.compile(r"colou?r"), "colou?r"),
    (re.compile(r"haem(?=at|or)"), "ha?em"),
    (re.compile(r"oesoph"), "o?esoph"),
    (re.compile(r"paed(?=i)"), "pa?ed"),
)
_GAP = r"(?:\W+\w[\w'-]*){0,5}?\W+"


def plain(text: str) -> str:
    """The text with typographic dashes, quotes, blanks and × made simple; every offset stays the same."""
    return text.translate(_PLAIN)


def lowered(text: str) -> str:
    """The text in small letters; every offset stays the same."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def phrase_regex(phrase: str) -> str:
    """The regular expression (without flags) that a phrase stands for."""
    pieces = [_words_regex(piece.strip()) for piece in plain(phrase.lower()).split("...")]
    start = r"\b" if phrase[:1].isalnum() else ""
    end = "" if phrase.endswith("*") or not phrase[-1:].isalnum() else r"(?:s|es)?\b"
    return start + _GAP.join(pieces) + end


def _words_regex(words: str) -> str:
    out = re.escape(words).replace(r"\ ", " ").replace(r"\-", "-")
    out = out.replace(r"\*", r"\w*")
    for known, both in _SPELLINGS:
        out = known.sub(lambda _, both=both: both, out)  # type: ignore[misc]
    return out.replace("-", r"[\s-]?").replace(" ", r"[\s-]+")
