"""Regular expressions in the code mean what they look like: f-strings and plain ones write repeats differently."""

import importlib
import pkgutil
import re

import qualityaudit

LOST = re.compile(r"\{\{\d|\(\d+, \d+\)")
"""``{{0,3}}`` in a plain string, or ``{0, 3}`` in an f-string, which becomes the tuple ``(0, 3)``."""


def test_no_repeat_is_lost_in_a_string() -> None:
    found = []
    for module in pkgutil.walk_packages(qualityaudit.__path__, "qualityaudit."):
        if not module.name.endswith("__main__"):
            names = vars(importlib.import_module(module.name))
            found += [
                (module.name, n) for n, v in names.items() if isinstance(v, re.Pattern) and LOST.search(str(v.pattern))
            ]
    assert found == []


def test_the_two_ways_to_lose_a_repeat_are_known() -> None:
    assert LOST.search(r"(?:\w+ ){{0,3}}reader")
    assert LOST.search(rf"[^.;]{0, 30} with")
    assert not LOST.search(r"(?:\w+ ){0,3}reader")
