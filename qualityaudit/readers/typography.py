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
_ACCENTS = dict(
    zip(
        "´¨`ˆ˜ˇ˝¯˘˙˚",
        map(chr, (0x301, 0x308, 0x300, 0x302, 0x303, 0x30C, 0x30B, 0x304, 0x306, 0x307, 0x30A)),
        strict=True,
    )
)
_ACCENT = re.compile(r"( ?)([´¨](?: (?=[a-zı]))?|(?<![\d)\]])[ˆ˜ˇ˝¯˘˙˚]|(?<=\w)`(?=[aeiouAEIOU]\w))([A-Za-zı])")
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
    return _ACCENT.sub(_accented, text)


def _accented(match: re.Match[str]) -> str:
    """A letter with the accent that is drawn before it, if there is such a letter."""
    before, accent, letter = match.groups()
    made = unicodedata.normalize("NFC", letter.replace("ı", "i") + _ACCENTS[accent[0]])
    if len(made) > 1:
        return match.group()
    return made if letter.islower() and accent[0] in "´¨" else before + made
