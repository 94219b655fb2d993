"""Sections in, the same out with the body of an article that came without headings told from its abstract.

Web pages and text dumps lose their headings; all that follows would be read as part of the abstract or of what comes
before it. The paragraphs behind the abstract are dealt out to introduction, methods, results and discussion in this
order, by the words each part is written with, where the cuts fit best.
"""

import re
from collections.abc import Sequence

from qualityaudit.document import Section, SectionKind
from qualityaudit.readers.pages import Block
from qualityaudit.structure.floats import Part
from qualityaudit.structure.headings import BACK_MATTER
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
_LEAST = 8
"""An article without headings has at least so many paragraphs behind its abstract."""
_LONG = 350
"""Characters of a paragraph of running text."""
_ABSTRACT = 3200
"""Characters of the longest abstract."""
_PART = re.compile(
    r"(?:background|introduction|purpose|rationale|objectives?|aims?|(?:materials? and |patients and )?methods?|results?|findings|conclusions?|interpretation|(?:clinical )?(?:relevance|significance)|importance|design|setting)\b[^.:]{0,25}[:.—–-]\s?",
    re.IGNORECASE,
)
"""The label of a part of an abstract."""


def headed(parts: list[Part]) -> list[Part]:
    """The parts, with a body that has no headings dealt out; unchanged where one heading of the body is known."""
    if any(part.section.kind in BODY for part in parts):
        return parts
    front, abstract, rest, asides = _sorted_out(parts)
    body, listed, after = _references(rest)
    if sum(block.role == "paragraph" for block in body) < _LEAST or any(block.role == "heading" for block in body):
        return parts
    runs: list[tuple[SectionKind, str, list[Block]]] = [("front", "", front), ("abstract", "", abstract)]
    runs += [(part.section.kind, part.section.title, part.blocks) for part in asides if part.section.kind == "keywords"]
    runs += [(kind, "", blocks) for kind, blocks in zip(_ORDER, _dealt_out(body), strict=True)]
    runs += [(part.section.kind, part.section.title, part.blocks) for part in asides if part.section.kind != "keywords"]
    runs += [("references", "", listed), ("declarations", "", after)]
    runs = [run for run in runs if run[2] or run[0] == "front"]
    return [
        Part(Section(index=i, title=title, kind=kind, page=blocks[0].page if blocks else None), blocks)
        for i, (kind, title, blocks) in enumerate(runs)
    ]


def _sorted_out(parts: list[Part]) -> tuple[list[Block], list[Block], list[Block], list[Part]]:
    """What stands before the abstract, the abstract, all that follows, and single paragraphs with a label of their own."""
    front, abstract, rest = list[Block](), list[Block](), list[Block]()
    asides: list[Part] = []
    begun = any(part.section.kind == "abstract" for part in parts)
    for part in parts:
        kind, blocks = part.section.kind, part.blocks
        if kind == "references":
            asides.append(part)
            continue
        if kind in BACK_MATTER or kind == "keywords":
            asides.append(Part(part.section, blocks[:1]))
            blocks = blocks[1:]
        for block in blocks:
            if not abstract and (kind == "abstract" if begun else _is_long(block)):
                abstract.append(block)
            elif not abstract:
                front.append(block)
            elif not rest and kind not in (*BACK_MATTER, "keywords") and _fits(abstract, block):
                abstract.append(block)
            else:
                rest.append(block)
    return front, abstract, rest, asides


def _is_long(block: Block) -> bool:
    """Whether an abstract may begin here: a paragraph of running text, or one with the label of a part of an abstract."""
    if block.role != "paragraph":
        return False
    return (len(block.text) > _LONG and block.text.count(". ") > 1) or (
        len(block.text) > _LONG / 4 and bool(_PART.match(block.text))
    )


def _fits(abstract: list[Block], block: Block) -> bool:
    """Whether the abstract goes on: up to its usual length below a heading of its own, else by the labels of its parts."""
    if abstract[0].role == "heading":
        return sum(len(b.text) for b in abstract) + len(block.text) < _ABSTRACT
    return bool(_PART.match(block.text)) and len(block.text) < _ABSTRACT / 3


def _references(blocks: list[Block]) -> tuple[list[Block], list[Block], list[Block]]:
    """The text before a list of references that has no heading, the list, and what stands behind it."""
    entries = [i for i, b in enumerate(blocks) if _ENTRY.match(b.text) and _YEAR.search(b.text)]
    for first in entries:
        run = [first]
        for i in entries:
            if first < i <= run[-1] + _ENTRIES:  # further on stands how to cite the article itself
                run.append(i)
        if len(run) >= _ENTRIES and run[_ENTRIES - 1] - first < 2 * _ENTRIES:
            return blocks[:first], blocks[first : run[-1] + 1], blocks[run[-1] + 1 :]
    return blocks, [], []


def _dealt_out(blocks: Sequence[Block]) -> list[list[Block]]:
    """The blocks in four runs, cut where the sum of the cues of each run is largest."""
    best = [0.0] * len(_ORDER)
    back: list[list[int]] = []
    for row in map(_scores, blocks):
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


def _scores(block: Block) -> list[float]:
    """How much a paragraph is written like each of the parts, in their order, against the mean of all."""
    each = [len(_CUES[kind].findall(block.text)) if block.role == "paragraph" else 0 for kind in _ORDER]
    total = sum(each)
    return [n / total - 1 / len(each) if total else 0.0 for n in each]
