"""No pattern of the library may run away on the lines that tables, formulas and broken words leave behind."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from qualityaudit.concepts.library import load_library
from qualityaudit.concepts.regex import Line, Regex
from qualityaudit.concepts.spelling import lowered, plain

SECONDS = 2.0
LINES = {
    "empty cells": "| " * 30 + "10 | " + "| " * 30,
    "cells of counts": "n = 10 | " * 30,
    "numbers": "10 12 13, " * 40,
    "figures": "0.85 ( 0.80 - 0.90 ) " * 15,
    "letters": "a " * 200,
    "one word": "features " * 60,
    "dashes": "- " * 120,
    "a long number": "1" * 300,
    "a long word": "w-" * 100 + "a_" * 100,
    "a list": "features, 3 first-order, entropy, and, " * 15,
    "brackets": "(" * 100,
    "our own": "we used the " * 40,
    "products": "1 × " * 80,
    "initials": "A. B. " * 60,
    "kinds": "CT and MRI and " * 30,
}


@contextmanager
def no_longer_than(seconds: float) -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def regexes() -> dict[str, tuple[str, Regex]]:
    """Every regex of the library by its text, with a concept that uses it."""
    made: dict[str, tuple[str, Regex]] = {}
    for name, concept in load_library().concepts.items():
        for pattern in concept.patterns:
            main = (pattern.regex,) if pattern.regex else ()
            for regex in (*main, *pattern.first, *pattern.also, *pattern.unless, *pattern.unless_headed):
                made.setdefault(regex.source, (name, regex))
    return made


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timer on this system")
def test_no_pattern_runs_away() -> None:
    lines = {name: Line(plain(text), lowered(plain(text))) for name, text in LINES.items()}
    for concept, regex in regexes().values():
        regex.compiled()
        for name, line in lines.items():
            try:
                with no_longer_than(SECONDS):
                    regex.search(line)
            except TimeoutError:
                pytest.fail(f"{concept} runs away on {name}: {regex.source[:200]}")
