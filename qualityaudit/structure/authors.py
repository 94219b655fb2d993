"""Rows of print under a title in, the authors' names and their addresses out."""

import re

from qualityaudit.structure.firstpage import Row

_ADDRESS = re.compile(
    r"\b(?:universi\w*|univ\b|dep(?:artment|t)s?\b|institut\w*|hospital\w*|hôpital|clini[ck]\w*|school|colleges?|faculty|cent(?:er|re)\b|centro"
    r"|laborator\w*|division|academy|inc\b|gmbh|ltd\b|foundation|charité|hochschule|klinik\w*|programs?|section of"
    r"|corresponding|correspondence|received|accepted|published|e-?mail|editors?|equal(?:ly)? contribut\w*|copyright"
    r"|research group|cnrs|inserm|school of|medicine|engineering|sciences?|technology|healthineers|group)\b",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"\{[^}]*\}@\S+|(?:\b[a-z]+\.[a-z]+ )?\S+@\S+")
_MEMBER = re.compile(r",?\s*(?:(?:graduate |life )?(?:student|senior) )?(?:member|fellow),? ieee\b", re.IGNORECASE)
_DEGREE = re.compile(
    r"\.?\s*\b(?:m\.?\s?d\.?|ph\.?\s?d\.?[a-z]?|m\.?sc\.?|b\.?sc\.?|mba|mph|m\.?s\.?|b\.?s\.?|dr\.?(?:\s?med\.?)?|prof\.?"
    r"|frcr|fRCP|facr|mbbs|m\.?a\.?|m\.?eng\.?|dphil|drph|rn|jr\.?|iii|ii|student member,? ieee|(?:senior )?member,? ieee|fellow,? ieee)\.?$",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*(?:[,;·•|&]|\band\b|\bund\b|\bet\b(?! al))\s*")
_MARK = re.compile(r"(?:\s*(?:[*∗†‡§¶#✉✝⋆★+]|\d{1,2}\b|\(?(?<=[\s,])[a-z](?=$|[\s,*])))+$")
_PARTICLE = frozenset(
    [
        "van",
        "von",
        "de",
        "der",
        "den",
        "da",
        "di",
        "del",
        "della",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "ibn",
        "ter",
        "ten",
        "dos",
        "du",
        "do",
        "das",
        "y",
        "e",
        "zu",
        "zur",
        "st.",
        "af",
        "av",
    ]
)
_NAME = re.compile(r"[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:['’´`.-][^\W\d_]*)*\.?")
_PLACES = re.compile(
    r"united|kingdom|states|new york|south korea|hong kong|republic|china$|germany$|italy$|france$|open access|abstract"
    r"|journal|article|review|proceedings|et al|track|paper|midl|research$|data$|learning|imaging|network",
    re.IGNORECASE,
)


def authors_of(rows: list[Row], told: str) -> tuple[str, ...]:
    """The authors as printed; as the file's own data tell them (``told``) where the print does not show them."""
    printed = _printed(rows)
    known = [name for part in _SPLIT.split(told) if is_name(name := _plain(part))]
    if known and not printed:
        return tuple(known)
    if known and _surname(known[0]) != _surname(printed[0]) and _surname(known[0]) in map(_surname, printed):
        return (known[0], *(name for name in printed if _surname(name) != _surname(known[0])))
    return tuple(printed)


def addresses_of(rows: list[Row]) -> tuple[str, ...]:
    """The rows that name institutions, with what little of an address a row of its own holds."""
    found: list[str] = []
    last: Row | None = None
    for row in rows:
        if _ADDRESS.search(row.text):
            found.append(row.text)
            last = row
        else:
            if last and row.line.size == last.line.size and len(row.text.split()) < 4 and "@" not in row.text:
                found[-1] += " " + row.text
            last = None
    return tuple(found)


def _printed(rows: list[Row]) -> list[str]:
    blocks: list[list[str]] = []
    first: Row | None = None
    before = -1
    for i, row in enumerate(rows):
        text = _MEMBER.sub("", _EMAIL.sub("", row.text)).strip()
        mailed = "@" in row.text
        cut = bool(blocks) and before == i - 1 and bool(_NAME.fullmatch(text))  # the rest of the last name
        if not text or not (cut or _names_only(text)):
            continue
        if first is None:
            first = row
        elif abs(row.line.size - first.line.size) > 0.5 * first.line.size or (
            row.line.italic and not first.line.italic and not mailed
        ):
            continue
        if blocks and before == i - 1 and not mailed:
            blocks[-1].append(text)
        else:
            blocks.append([text])
        before = i if not mailed else -1
    return list(dict.fromkeys(name for block in blocks for name in _names(block)))


def _names_only(text: str) -> bool:
    """Whether a row holds names and nothing else, as far as words show."""
    if _ADDRESS.search(text) or _PLACES.search(text):
        return False
    parts = [_plain(part) for part in _SPLIT.split(text)]
    parts = [part for part in parts if len(part) > 1]
    ends = (parts[:1], parts[-1:])  # a name may be cut by the end of the row
    good = sum(is_name(part) or (bool(_NAME.fullmatch(part)) and [part] in ends) for part in parts)
    return (
        bool(parts)
        and good >= 0.7 * len(parts)
        and (len(parts) > 1 or is_name(parts[0]) or _SPLIT.search(text) is not None)
    )


def _names(block: list[str]) -> list[str]:
    listed = any(_SPLIT.search(text.strip(" ,&")) for text in block)
    parts = _SPLIT.split(" ".join(block)) if listed else block
    return [name for part in parts if is_name(name := _plain(part))]


def _plain(part: str) -> str:
    """A name without marks and degrees."""
    part = re.sub(r"(?<=[a-zß-ÿ])ID\b|^[\W\d]*(?:[a-z]\s+)?(?=[A-Z])", "", part).strip(" ,.*∗†‡§¶#✉")
    for _ in range(3):
        part = _DEGREE.sub("", _MARK.sub("", part)).strip(" ,*∗†‡§¶#✉")
    return re.sub(r"\s+", " ", part)


def is_name(text: str) -> bool:
    """Whether a text has the shape of a person's name: two to six words with capitals, initials, particles."""
    words = text.split()
    if not 2 <= len(words) <= 6 or len(text) > 50 or _ADDRESS.search(text) or _PLACES.search(text):
        return False
    if words[0].lower() in ("the", "a", "an", "on", "with", "for"):
        return False
    if not all(word.lower() in _PARTICLE or _NAME.fullmatch(word) for word in words):
        return False
    return any(len(word.strip(".")) > 1 and word.lower() not in _PARTICLE for word in words)


def _surname(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1].lower() if name else ""
