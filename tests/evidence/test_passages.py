"""Invented methods sections in many hands: what the rules must answer to the items they bear on.

A line of ``passages.txt`` is ``study item=option … | text``; a lone ``-`` is nothing chosen. ``study`` says what else
the paper tells: handcrafted features (``hand``, ``bare`` without naming the program), or a network (``deep``).
"""

from functools import cache
from pathlib import Path

import pytest

from qualityaudit.audit import Kit, load_kit, read_answers
from tests.documents import from_markdown

REST = {
    "hand": "Radiomic features were computed with PyRadiomics. Texture features entered a lasso logistic regression. "
    "The radiomics signature discriminated responders.",
    "bare": "Texture features entered a lasso logistic regression. The radiomics signature discriminated responders.",
    "deep": "A convolutional neural network was trained for 50 epochs with Adam. Our deep learning model is a 3D ResNet. "
    "The network reads the whole image. Learning rate was 0.001. The CNN was end-to-end.",
}
PAPER = """# {title}

## Abstract

We aimed to predict response.

## Methods

{text} {rest}

## Results

The AUC was 0.8 with a sensitivity of 0.8 and specificity of 0.7.

## Discussion

This is good.
"""


@cache
def kit() -> Kit:
    return load_kit()


@pytest.mark.parametrize("line", Path(__file__).with_name("passages.txt").read_text(encoding="utf-8").splitlines())
def test_a_passage_is_answered_as_its_reader_would(line: str) -> None:
    head, text = line.split(" | ", 1)
    study, *answers = head.split()
    title = "Deep learning for lung nodules" if study == "deep" else "Radiomics for prediction of response"
    reading = read_answers(from_markdown(PAPER.format(title=title, text=text, rest=REST[study])), kit())
    given = {item: answer for sheet in reading.sheets.values() for item, answer in sheet.by_item.items()}
    for answer in answers:
        item, wanted = answer.split("=")
        assert given[item].settled == (() if wanted == "-" else (wanted,)), item
