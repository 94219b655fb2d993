"""Text as a PDF stores it in, text as its reader sees it out: ligatures, blanks, hyphens, signs."""

import re
import unicodedata

_REPAIRS: dict[int, str | None] = {
    ord(a): b for a, b in zip("ﬁﬂﬀﬃﬄﬅﬆ", ("fi", "fl", "ff", "ffi", "ffl", "ft", "st"), strict=True)
}
_REPAIRS |= dict.fromkeys([*range(0x2000, 0x200B), 0xA0, 0x202F, 0x205F, 0x3000, 0x09], " ")
_REPAIRS |= dict.fromkeys([0xAD, 0x2010, 0x2011, 0x2043], "-") | dict.fromkeys(
    [0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF], None
)
_REPAIRS |= dict.fromkeys([*range(0x00, 0x09), *range(0x0E, 0x20), 0xFFFD, 0xFFFF], None)
_POINT = re.compile(r"(?:(?<=^)|(?<=[\s<>=(]))\. (?=\d)")


def clean(text: str) -> str:
    """Text without ligatures, special blanks and control characters; accents composed."""
    if ". " in text:
        text = _POINT.sub(".", text)
    if text.isascii() and text.isprintable():
        return text
    text = text.translate(_REPAIRS)
    return text if text.isascii() else unicodedata.normalize("NFC", _symbols(text))


def _symbols(text: str) -> str:
    """Signs that old typesetting fonts name wrongly: ``P ¼ 0.03`` is an equation, `` ´e`` a letter."""
    if "¼" in text:
        text = re.sub(r"(?<=[\w)]) ?¼ ?(?=[\w(<>.+–−-])", " = ", text)
    if "´" in text or "¨" in text or "`" in text:
        text = re.sub(r" ?´ ?([aeiouAEIOU])", lambda m: m.group(1) + "\u0301", text)
        text = re.sub(r" ?¨ ?([aeiouAEIOU])", lambda m: m.group(1) + "\u0308", text)
    return text
