"""A paragraph in, its sentences out; abbreviations, initials and decimals do not end one."""

import re

_ABBREVIATIONS = frozenset(
    [
        "al",
        "fig",
        "figs",
        "eq",
        "eqs",
        "no",
        "nos",
        "vs",
        "i.e",
        "e.g",
        "cf",
        "ca",
        "approx",
        "resp",
        "ref",
        "refs",
        "tab",
        "suppl",
        "supp",
        "sect",
        "sec",
        "ch",
        "vol",
        "pp",
        "p",
        "ed",
        "eds",
        "dr",
        "prof",
        "mr",
        "mrs",
        "ms",
        "st",
        "inc",
        "ltd",
        "co",
        "corp",
        "dept",
        "univ",
        "vol",
        "jr",
        "sr",
        "viz",
        "etc",
        "incl",
        "excl",
        "max",
        "min",
        "avg",
        "std",
        "est",
        "et",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "u.s",
        "u.k",
        "ph.d",
        "m.d",
        "b.sc",
        "m.sc",
        "d.sc",
        "a.m",
        "p.m",
        "n.b",
        "a.k.a",
        "w.r.t",
        "s.d",
        "fig.s",
        "nr",
        "art",
        "chap",
        "ext",
        "int",
    ]
)
_END = re.compile(r"""[.!?…]["'”’)\]]*\s+(?=["'“‘(\[]?[A-Z0-9ÀÖØ-ÞΑ-Ω†‡*α-ω])""")
_WORD = re.compile(r"[^\s(\[“\"'/–—-]+$")

_INITIALS = re.compile(r"[a-z](?:\.-?[a-z]){1,3}")
"""A reader named by initials, L.H. (4 years of experience), goes on."""
_OPENER = re.compile(
    r"\s+(?:The|In|We|All|This|These|An?|For|Of|It|Both|No|Patients|Our|To|By|On|At|As|After|However)\b"
)

LONGEST = 4000
"""Characters of a sentence; what is longer is no sentence, and rules would look at it for ever."""

_LOOK_BACK = 40
"""Characters before a full stop among which its word begins."""


def sentence_spans(text: str, lead: int = 0) -> list[tuple[int, int]]:
    """Start and end offsets of the sentences of a paragraph, without the blanks between them.

    ``lead`` is the length of the bold or italic run the paragraph starts with.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if _ends(text, match.start(), match.end(), text[match.start()]):
            end = match.end()
            while text[end - 1].isspace():
                end -= 1
            spans.append((start, end))
            start = match.end()
    if text[start:].strip():
        spans.append((start, len(text.rstrip())))
    return spans if len(text) <= LONGEST else [part for span in spans for part in _cut(text, *span)]


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """What is too long for a sentence, cut at blanks where there are any."""
    parts = []
    while end - start > LONGEST:
        blank = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        stop = blank if blank > 0 else start + LONGEST
        parts.append((start, stop))
        start = stop + (blank > 0)
    return [*parts, (start, end)] if end > start else parts


def _ends(text: str, dot: int, after: int, mark: str) -> bool:
    if mark != ".":
        return text[after].isupper() or text[after] in "\"'“‘(["
    following = text[after : after + 12]
    word = _WORD.search(text, max(0, dot - _LOOK_BACK), dot)
    before = word.group().lower() if word else ""
    if before in _ABBREVIATIONS:
        return before in ("al", "etc") and bool(re.match(r"[A-Z][a-z]", following)) and not _names_follow(before)
    if len(before) == 1 and before.isalpha() and text[dot - 1].isupper() and following[0].isalpha():
        return dot >= 2 and text[dot - 2] == " " and _after_unit(text, dot)
    if following[0] == "(" and _INITIALS.fullmatch(before):
        return False
    return not following[0].islower() or following[0] in "αβγ"


def _names_follow(before: str) -> bool:
    return before == "al"


def _after_unit(text: str, dot: int) -> bool:
    """``hepatitis B. The`` ends, ``J. Smith`` and ``Anna B. Smith`` do not: no name stands before or after the letter."""
    after_word = re.search(r"(?:^|[\s(/-])[a-z]{3,}\s+[A-Z]$", text[max(0, dot - 24) : dot])
    return bool(after_word or _OPENER.match(text[dot + 1 : dot + 16]))


def split_sentences(text: str) -> list[str]:
    """The sentences of a paragraph."""
    return [text[a:b] for a, b in sentence_spans(text)]
