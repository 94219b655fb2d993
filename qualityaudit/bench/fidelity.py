"""A document and its true text in, figures of how faithfully it was read out."""

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from qualityaudit.document import Document
from qualityaudit.value import Value

_SKIPPED = ("front", "keywords", "references")


class Fidelity(Value):
    """How one file compares with its source; every figure is a share (0–1)."""

    name: str
    layout: str
    body: float  # characters of the running text, headings and legends found in order (2·common / both)
    heading_precision: float
    heading_recall: float
    heading_f1: float
    heading_level: float  # of the headings found, those of the right level
    sentence_f1: float
    cells: float | None  # table cells recovered; None without tables


def compare(name: str, layout: str, truth: Document, document: Document) -> Fidelity:
    """How far a document is the same as the truth."""
    precision, recall, level = _headings(truth, document)
    return Fidelity(
        name=name,
        layout=layout,
        body=_similarity(_body(truth), _body(document)),
        heading_precision=precision,
        heading_recall=recall,
        heading_f1=_f1(precision, recall),
        heading_level=level,
        sentence_f1=_overlap(_sentences(truth), _sentences(document)),
        cells=_recovered(_cells(truth), _cells(document)),
    )


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _body(document: Document) -> list[str]:
    words: list[str] = []
    for s in document.sentences:
        if s.part in ("text", "caption", "heading") and document.section_of(s).kind not in _SKIPPED:
            words += s.text.split()
    return words


def _similarity(a: list[str], b: list[str]) -> float:
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    common = sum(len(word) + 1 for m in matcher.get_matching_blocks() for word in a[m.a : m.a + m.size])
    total = sum(len(word) + 1 for word in (*a, *b))
    return 2 * common / total if total else 1.0


def _headings(truth: Document, document: Document) -> tuple[float, float, float]:
    def listed(d: Document) -> list[tuple[str, int]]:
        used = {s.section for s in d.sentences if s.part == "heading"}
        return [(_plain(s.title).lower(), s.level) for s in d.sections if s.index in used and s.kind != "keywords"]

    wanted, found = listed(truth), listed(document)
    matcher = SequenceMatcher(None, [t for t, _ in wanted], [t for t, _ in found], autojunk=False)
    pairs = [(wanted[m.a + k][1], found[m.b + k][1]) for m in matcher.get_matching_blocks() for k in range(m.size)]
    right = sum(a == b for a, b in pairs)
    return len(pairs) / max(1, len(found)), len(pairs) / max(1, len(wanted)), right / max(1, len(pairs))


def _sentences(document: Document) -> Counter[str]:
    return Counter(
        _plain(s.text)
        for s in document.sentences
        if s.part in ("text", "caption") and document.section_of(s).kind not in _SKIPPED
    )


def _cells(document: Document) -> Counter[str]:
    return Counter(_plain(cell) for table in document.tables for row in table.rows for cell in row if cell.strip())


def _overlap(a: Counter[str], b: Counter[str]) -> float:
    common = sum((a & b).values())
    return 2 * common / max(1, a.total() + b.total())


def _recovered(wanted: Counter[str], found: Counter[str]) -> float | None:
    return sum((wanted & found).values()) / wanted.total() if wanted else None


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def by_layout(files: Sequence[Fidelity]) -> dict[str, dict[str, float]]:
    """Means by layout."""
    figures: dict[str, dict[str, float]] = {}
    for layout in sorted({f.layout for f in files}):
        rows = [f for f in files if f.layout == layout]
        cells = [f.cells for f in rows if f.cells is not None]
        figures[layout] = {
            "files": float(len(rows)),
            "body": sum(f.body for f in rows) / len(rows),
            "heading_f1": sum(f.heading_f1 for f in rows) / len(rows),
            "heading_level": sum(f.heading_level for f in rows) / len(rows),
            "sentence_f1": sum(f.sentence_f1 for f in rows) / len(rows),
            "cells": sum(cells) / len(cells) if cells else 1.0,
        }
    return figures
