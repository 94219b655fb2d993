"""Words and figures in, numbers out: ``1,024``, ``1 024``, ``ninety-six``, ``two hundred and four``."""

import re

_ONES = {
    w: i
    for i, w in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS = {
    w: 10 * i for i, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
_ONE = "|".join(sorted((*_ONES, *_TENS), key=len, reverse=True))
WORDED = rf"(?:{_ONE})(?:[- ](?:{_ONE}|hundred|thousand|and (?:{_ONE})))*"
"""A number in words, in small letters."""
FIGURES = r"\d{1,3}(?:,\d{3})+(?!\d)|\d{1,2} \d{3}(?![\d.])|\d+(?![\d.,]*\d)"
"""A whole number in figures, with or without commas or blanks between thousands."""
NUMBER = rf"(?<![\w.,-])(?:{FIGURES}|(?:{WORDED})(?!\w))"
"""A whole number in figures or words; matches text in small letters."""


def number(text: str) -> int | None:
    """The value of a number in figures or words; ``None`` when it is neither."""
    bare = text.replace(",", "").replace(" ", "")
    if bare.isdigit():
        return int(bare)
    total = current = 0
    for word in re.split(r"[- ]+", text.lower()):
        if word in _ONES:
            current += _ONES[word]
        elif word in _TENS:
            current += _TENS[word]
        elif word == "hundred":
            current = max(1, current) * 100
        elif word == "thousand":
            total, current = total + max(1, current) * 1000, 0
        elif word != "and":
            return None
    return total + current
