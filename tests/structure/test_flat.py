"""Marked-up files whose headings are all of one level: parts of a section stay in it."""

import pytest

from tests.documents import from_markdown

TEXT = "We looked at many things on that day, and wrote down what we saw."
FLAT = [
    "# Abstract", "# Introduction", "# Materials and Methods", "# Patients", "# Feature Selection", "# Statistical Analysis",
    "# Results", "# Patients", "# Feature Selection and Signature Building", "# Discussion", "# References",
]  # fmt: skip
NUMBERED = [
    "## Abstract", "## 1 Introduction", "## 2 State of the Art: Texture of Muscle", "## 2.1 Reading by Eye",
    "## 3 Methods: How We Measured", "## 3.1 Population", "## 4 Experiments and Results", "## 4.1 Setup",
    "## 4.2 Radiomics-Based Findings", "## 5 Conclusion", "## References",
]  # fmt: skip
LAYERED = [
    "# Introduction",
    "# Methods",
    "## Patients",
    "# Results",
    "## Patients",
    "# Data availability",
    "# Discussion",
]


def kinds(headings: list[str], empty: tuple[str, ...]) -> dict[str, list[str]]:
    """Kinds of the sections by title, of a paper in which some headings have no text of their own."""
    parts = [h if h in empty else f"{h}\n\n{TEXT}" for h in headings]
    found: dict[str, list[str]] = {}
    for section in from_markdown("# A title of several words\n\n" + "\n\n".join(parts)).sections:
        found.setdefault(section.title, []).append(section.kind)
    return found


def test_parts_of_results_are_results_though_they_are_named_like_methods() -> None:
    found = kinds(FLAT, ("# Materials and Methods", "# Results"))
    assert found["Patients"] == ["methods", "results"]
    assert found["Feature Selection and Signature Building"] == ["results"]
    assert found["Statistical Analysis"] == ["methods"]
    assert found["Discussion"] == ["discussion"]


def test_numbers_tell_parts_from_sections() -> None:
    empty = (
        "## 2 State of the Art: Texture of Muscle",
        "## 3 Methods: How We Measured",
        "## 4 Experiments and Results",
    )
    found = kinds(NUMBERED, empty)
    assert found["Reading by Eye"] == ["introduction"]
    assert found["Population"] == ["methods"]
    assert found["Setup"] == found["Radiomics-Based Findings"] == ["results"]
    assert found["Conclusion"] == ["conclusion"]


@pytest.mark.parametrize("empty", [(), ("# Methods", "# Results")])
def test_levels_that_are_told_are_kept(empty: tuple[str, ...]) -> None:
    found = kinds(LAYERED, empty)
    assert found["Patients"] == ["methods", "results"]
    assert found["Data availability"] == ["availability"]


SUNKEN = [
    "# Abstract", "# Introduction", "## Results", "### Women", "## Discussion", "## Methods", "### Scans",
    "## Data Availability", "### Placement of the Circles", "### Statistical Analysis", "# References",
]  # fmt: skip


def test_sections_that_all_stand_below_the_introduction_are_sections() -> None:
    found = kinds(SUNKEN, ("## Results", "## Methods"))
    assert found["Introduction"] == ["introduction"]
    assert found["Women"] == ["results"]
    assert found["Discussion"] == ["discussion"]
    assert found["Scans"] == ["methods"]


def test_what_stands_below_a_misplaced_statement_goes_on_with_the_section_before() -> None:
    found = kinds(SUNKEN, ("## Results", "## Methods"))
    assert found["Placement of the Circles"] == found["Statistical Analysis"] == ["methods"]
