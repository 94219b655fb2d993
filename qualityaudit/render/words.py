"""Numbers and codes in, words as they stand in a report out."""

from collections.abc import Iterable, Sequence

from qualityaudit.answers import Quote, Standing, Why
from qualityaudit.report import Light

NOTHING = "–"
"""What is printed where there is no value."""

LETTERS: dict[Light, str] = {"yes": "Y", "part": "P", "no": "N", "na": "–", "open": "?"}

LIGHT_WORDS: dict[Light, str] = {
    "yes": "met",
    "part": "partly met",
    "no": "not met",
    "na": "not applicable",
    "open": "undecided",
}

WHY_WORDS: dict[Why, str] = {
    "found": "Found in the text",
    "weak": "Hinted at in the text",
    "denied": "The text says it was not done",
    "seen": "Seen, but not counted",
    "silent": "Searched and not found",
    "unread": "Not judged: the sections where it would stand were not recognised",
    "not_applicable": "Not applicable",
    "person": "Answered by a person",
}

STANDING_WORDS: dict[Standing, str] = {
    "counted": "counted",
    "negated": "the authors say it was not so",
    "planned": "announced as future work",
    "cited": "what others did",
    "hypothetical": "a general statement",
    "limitation": "named as a limitation",
    "elsewhere": "in a section where it does not count",
}


def percent(value: float | None, decimals: int = 0) -> str:
    """``62.4`` → ``62 %``; nothing → ``–``."""
    return NOTHING if value is None else f"{value:.{decimals}f}\u00a0%"


def share(value: float | None, decimals: int = 0) -> str:
    """``0.624`` → ``62 %``; nothing → ``–``."""
    return NOTHING if value is None else percent(100 * value, decimals)


def span(low: float | None, high: float | None, decimals: int = 0, unit: str = "") -> str:
    """``58–71 %``; empty when both ends print the same or are missing."""
    if low is None or high is None:
        return ""
    first, last = (f"{value:.{decimals}f}".replace("-", "−") for value in (low, high))
    return "" if first == last else f"{first}{' to ' if '−' in first + last else '–'}{last}{unit}"


def number(value: float) -> str:
    """``1316.0`` → ``1,316``; ``0.5`` → ``0.5``."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.1f}"


def signed(value: int) -> str:
    """``−3``, ``0``, ``+2``."""
    return "0" if value == 0 else f"{'+' if value > 0 else '−'}{abs(value)}"


def minus(value: int) -> str:
    """``-3`` with a real minus sign."""
    return str(value).replace("-", "−")


def place(quote: Quote) -> str:
    """Where a quote stands: ``p. 4 · Image acquisition``."""
    page = f"p.\u00a0{quote.page}" if quote.page else ""
    return " · ".join(part for part in (page, quote.section) if part)


def listed(words: Iterable[str]) -> str:
    """``a, b and c``."""
    *first, last = [*words] or [""]
    return f"{', '.join(first)} and {last}" if first else last


def people(names: Sequence[str], most: int = 6) -> str:
    """Authors in one line; beyond ``most`` the first ones and ``et al.``."""
    shown = ", ".join(names[:most])
    return f"{shown} et al." if len(names) > most else shown
