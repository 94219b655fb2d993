"""``clear=60,rqs=30`` in, the papers under these percentages out."""

from collections.abc import Mapping

from qualityaudit.errors import UsageError
from qualityaudit.report import CorpusReport


def parse_floors(text: str | None) -> dict[str, float]:
    """Percent by checklist id; a bare number is a floor for every checklist (key ``*``).

    Raises:
        UsageError: when a part is neither.
    """
    floors: dict[str, float] = {}
    for part in (text or "").split(","):
        if not part.strip():
            continue
        name, _, number = part.rpartition("=")
        try:
            floors[name.strip() or "*"] = float(number)
        except ValueError:
            raise UsageError(f"--fail-under {part!r}: give a percentage, or checklist=percentage") from None
    return floors


def below(corpus: CorpusReport, floors: Mapping[str, float]) -> list[str]:
    """One text for each paper and instrument under its floor; a score of nothing is not under it."""
    return [
        f"{paper.source.name} {i.checklist.short} {i.score.percent:.1f} % < {floor:g} %"
        for paper in corpus.papers
        for i in paper.instruments
        if (floor := floors.get(i.checklist.id, floors.get("*"))) is not None
        and i.score.percent is not None
        and i.score.percent < floor
    ]
