"""Example sentences of good and bad reporting in, how many the rules accept and reject out.

A passage is read as if it stood alone in the section where its item is looked for; facts of the study are what it tells itself.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from qualityaudit.audit import Instrument, Kit
from qualityaudit.concepts import detect
from qualityaudit.document import Document, FrontMatter, Part, Section, SectionKind, Sentence, Source
from qualityaudit.errors import UsageError
from qualityaudit.evidence.expression import evaluate
from qualityaudit.structure.sentences import split_sentences
from qualityaudit.study import describe

_PLACES: dict[str, tuple[SectionKind, Part]] = {
    "CLEAR-01": ("front", "title"),
    "CLEAR-02": ("abstract", "text"),
    "CLEAR-03": ("keywords", "text"),
    "CLEAR-12": ("methods", "caption"),
    "CLEAR-45": ("results", "caption"),
    **{f"CLEAR-{n:02}": ("introduction", "text") for n in (4, 5, 6)},
}
_LATE: dict[SectionKind, tuple[str, ...]] = {
    "results": tuple(f"CLEAR-{n}" for n in (44, 46, 47, 48)),
    "discussion": tuple(f"CLEAR-{n}" for n in (49, 50, 51, 52)),
    "availability": (*(f"CLEAR-{n}" for n in range(53, 59)), "METRICS-28", "METRICS-29", "METRICS-30"),
}


@dataclass(frozen=True, slots=True)
class Passage:
    """One example passage and what the rules said of it."""

    instrument: str
    item: str
    positive: bool
    text: str
    accepted: bool


def judge_sentences(path: Path, kit: Kit, only: Sequence[str] = ()) -> list[Passage]:
    """Apply each passage's item rule to it.

    Raises:
        UsageError: when a line is not in the format of ``sentences.jsonl``.
    """
    return list(_judged(path, {i.checklist.id: i for i in kit.instruments}, kit, frozenset(only)))


def _judged(path: Path, instruments: dict[str, Instrument], kit: Kit, only: frozenset[str]) -> Iterator[Passage]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            data = json.loads(line)
            item, text, positive = str(data["item"]), str(data["text"]), data["polarity"] == "positive"
            instrument = instruments.get(str(data["instrument"]))
        except (KeyError, TypeError, ValueError) as error:
            raise UsageError(f"{path}:{number}: not an example line ({error})") from error
        if instrument is None or item not in instrument.rules.items or (only and item not in only):
            continue
        yield Passage(instrument.checklist.id, item, positive, text, _accepts(instrument, item, text, kit))


def _accepts(instrument: Instrument, item: str, text: str, kit: Kit) -> bool:
    document = passage(item, text)
    findings = detect(document, kit.library)
    study = describe(document, findings)
    rule = instrument.rules.items[item]
    results = [evaluate(e, findings, study) for e in (*rule.options.values(), *rule.likely.values())]
    return any(r.truth for r in results)


def passage(item: str, text: str) -> Document:
    """An example text as a paper of one paragraph, in the section where its item is looked for."""
    kind, part = _PLACES.get(item, ("methods", "text"))
    kind = next((late for late, items in _LATE.items() if item in items), kind)
    pieces = [text] if part == "title" else split_sentences(text)
    return Document(
        source=Source(name="passage", format="text", sha256=""),
        front=FrontMatter(),
        sections=(Section(index=0, title="", kind=kind),),
        sentences=tuple(Sentence(index=i, text=piece, section=0, part=part) for i, piece in enumerate(pieces)),
    )


def sentence_figures(passages: Sequence[Passage]) -> dict[str, dict[str, float | int | None]]:
    """Per instrument: positives found and negatives rejected (shares, 0–1), with their counts."""
    made: dict[str, dict[str, float | int | None]] = {}
    for instrument in dict.fromkeys(p.instrument for p in passages):
        good = [p.accepted for p in passages if p.instrument == instrument and p.positive]
        bad = [not p.accepted for p in passages if p.instrument == instrument and not p.positive]
        made[instrument] = {
            "positives": len(good),
            "positives_found": round(sum(good) / len(good), 4) if good else None,
            "negatives": len(bad),
            "negatives_rejected": round(sum(bad) / len(bad), 4) if bad else None,
        }
    return made
