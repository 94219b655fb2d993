"""Sections in, the same out with the body of an article that came without headings told from its abstract.

Web pages and text dumps lose their headings; all that follows the abstract would be read as abstract. The paragraphs
behind it are dealt out to introduction, methods, results and discussion in this order, by the words each part is
written with, where the cuts fit best.
"""

import re
from collections.abc import Sequence

from qualityaudit.document import Section, SectionKind
from qualityaudit.readers.pages import Block
from qualityaudit.structure.floats import Part
from qualityaudit.structure.looks import BODY

_ORDER: tuple[SectionKind, ...] = ("introduction", "methods", "results", "discussion")
_CUES: dict[SectionKind, re.Pattern[str]] = {
    "introduction": re.compile(
        r"\b(?:is an?|are) (?:\w+ ){0,3}(?:disease|cancer|tumou?r|cause|condition|disorder|challenge)|\bincidence|\bworldwide|\bhowever\b|\brecent(?:ly)?\b|\bhas been shown\b|\bhave been\b|\bremains?\b|\bwe (?:hypothesi[sz]ed?|aim(?:ed)?)\b|\baims? of\b|\[\d",
        re.IGNORECASE,
    ),
    "methods": re.compile(
        r"\b(?:was|were) (?:\w+ ){0,2}(?:approved|waived|obtained|acquired|performed|conducted|collected|included|excluded|extracted|resized|normali[sz]ed|trained|implemented|defined|calculated|computed|used|divided|split|assessed|evaluated|considered)\b|\bcriteria\b|\bsoftware\b|\bversion\b|\bv ?\d|\bbatch size|\blearning rate|\bscanners?\b|\bstatistical analys[ei]s|\bp[- ]values? (?:of|less|below|<)|\bcommittee|\bmm\b",
        re.IGNORECASE,
    ),
    "results": re.compile(
        r"\b(?:AUC|AUROC|accuracy|sensitivity|specificity|Dice|C-index)\b[^.]{0,40}\d\.\d|\b95% ?CI|\bP ?[<=>] ?0?\.\d|\d ?%|\bmean age|\b(?:showed|achieved|yielded|reached|outperformed|demonstrated)\b|\(?\b(?:Fig|Table)s?\b|±",
        re.IGNORECASE,
    ),
    "discussion": re.compile(
        r"\bin this (?:study|work)\b|\blimitations?\b|\bour (?:findings|results|study|model)\b|\b(?:previous|prior|earlier) (?:studies|works?|reports?)\b|\bet al\b|\bfuture\b|\bfurther (?:studies|validation|research)\b|\bin conclusion\b|\bmay\b|\bcould\b|\bconsistent with\b|\[\d",
        re.IGNORECASE,
    ),
}
_ENTRY = re.compile(r"(?:\[?\d{1,3}[\].]\s+)?[A-Z][\w'’-]+,? (?:[A-Z]{1,3}|(?:[A-Z]\. ?)+)[,.;&]")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ENTRIES = 6
"""A list of references has at least so many entries one after the other."""
_LEAST = 12
"""An article without headings has at least so many paragraphs behind its abstract."""
_ABSTRACT = 3200
"""Characters of the longest abstract."""


def headed(parts: list[Part]) -> list[Part]:
    """The parts, with the body taken out of an abstract that swallowed it."""
    if any(part.section.kind in BODY for part in parts):
        return parts
    swollen = next((part for part in parts if part.section.kind == "abstract"), None)
    if swollen is None:
        return parts
    cut = _end_of_abstract(swollen.blocks)
    body = swollen.blocks[cut:]
    if sum(block.role == "paragraph" for block in body) < _LEAST:
        return parts
    at = parts.index(swollen)
    swollen.blocks = swollen.blocks[:cut]
    body, listed, after = _references(body)
    dealt = [
        Part(Section(index=0, title="", kind=kind, page=blocks[0].page), blocks)
        for kind, blocks in zip(_ORDER, _dealt_out(body), strict=True)
        if blocks
    ]
    if listed:
        dealt.append(Part(Section(index=0, title="", kind="references", page=listed[0].page), listed))
    if after:
        dealt.append(Part(Section(index=0, title="", kind="declarations", page=after[0].page), after))
    return [
        Part(part.section.model_copy(update={"index": i}), part.blocks)
        for i, part in enumerate([*parts[: at + 1], *dealt, *parts[at + 1 :]])
    ]


def _end_of_abstract(blocks: Sequence[Block]) -> int:
    """Where the abstract ends: before the paragraph that makes it too long."""
    length = 0
    for i, block in enumerate(blocks):
        length += len(block.text)
        if length > _ABSTRACT:
            return i
    return len(blocks)


def _references(blocks: list[Block]) -> tuple[list[Block], list[Block], list[Block]]:
    """The text before a list of references that has no heading, the list, and what stands behind it."""
    entries = [i for i, b in enumerate(blocks) if _ENTRY.match(b.text) and _YEAR.search(b.text)]
    for first in entries:
        run = [i for i in entries if i >= first]
        if len(run) >= _ENTRIES and run[_ENTRIES - 1] - first < 2 * _ENTRIES:
            return blocks[:first], blocks[first : run[-1] + 1], blocks[run[-1] + 1 :]
    return blocks, [], []


def _dealt_out(blocks: Sequence[Block]) -> list[list[Block]]:
    """The blocks in four runs, cut where the sum of the cues of each run is largest."""
    scores = [[_score(block, kind) for kind in _ORDER] for block in blocks]
    best = [0.0] * len(_ORDER)
    back: list[list[int]] = []
    for row in scores:
        origin, now = [], []
        for k in range(len(_ORDER)):
            source = max(range(k + 1), key=lambda j: best[j])
            origin.append(source)
            now.append(best[source] + row[k])
        best = now
        back.append(origin)
    k = max(range(len(_ORDER)), key=lambda j: best[j])
    runs: list[list[Block]] = [[] for _ in _ORDER]
    for block, origin in zip(reversed(blocks), reversed(back), strict=True):
        runs[k].insert(0, block)
        k = origin[k]
    return runs


def _score(block: Block, kind: SectionKind) -> float:
    """How much a paragraph is written like a part of that kind, against the mean of all kinds."""
    if block.role != "paragraph" or not block.text:
        return 0.0
    each = {k: len(cues.findall(block.text)) for k, cues in _CUES.items()}
    total = sum(each.values())
    return each[kind] / total - 1 / len(each) if total else 0.0
