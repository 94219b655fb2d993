"""Sub-headings of the methods that name ethics or funding end neither the methods nor the abstract."""

from pathlib import Path

from qualityaudit.structure import read_document

PAPER = """# Texture of cysts on MRI

A. Bee, C. Dee

## Abstract

**Background** Cysts differ.

**Findings** They did.

**Funding** Fund of the Kingdom; Town.

**Keywords** cysts; texture; radiomics

## Introduction

Cysts are common.

## Methods

**Ethical aspects and persons**

The board agreed.

**Contouring**

One reader drew all cysts.

## Results

The score was good.

## Discussion

It was.
"""


def test_a_bold_heading_on_ethics_stays_within_the_methods(tmp_path: Path) -> None:
    path = tmp_path / "paper.md"
    path.write_text(PAPER)
    document = read_document(path)
    kinds = {section.title: section.kind for section in document.sections}
    assert kinds["Contouring"] == "methods"
    assert kinds["Ethical aspects and persons"] in ("methods", "ethics")
    assert document.front.keywords == ("cysts", "texture", "radiomics")
