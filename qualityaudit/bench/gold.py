"""A folder of gold files in, what careful readers answered out."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from qualityaudit.errors import UsageError

Options = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldAnswer:
    """One item as a careful reader answered it."""

    options: Options
    quote: str | None
    page: int | None  # 1-based
    sure: int  # 3 any expert would say so … 1 arguable
    note: str


@dataclass(frozen=True, slots=True)
class GoldPaper:
    """One paper with the answers to every item of every instrument, and its study facts."""

    name: str
    file: Path
    kind: str
    primary: bool
    answers: Mapping[str, Mapping[str, GoldAnswer]]  # instrument → item → answer
    study: Mapping[str, object]


def load_gold(folder: Path, papers: Path, only: tuple[str, ...] = (), without: tuple[str, ...] = ()) -> list[GoldPaper]:
    """Read every ``*.json`` under ``folder``; the article files are looked for under ``papers``.

    Raises:
        UsageError: when there is no gold file, or one is not in the gold format.
    """
    found = [_paper(path, papers) for path in sorted(folder.rglob("*.json"))]
    kept = [p for p in found if (not only or p.name in only) and p.name not in without]
    if not kept:
        raise UsageError(f"{folder}: no gold papers here (*.json with clear, rqs and metrics)")
    return kept


def _paper(path: Path, papers: Path) -> GoldPaper:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        answers = {
            "clear": {item: _answer(a) for item, a in data["clear"].items()},
            "rqs": {item: _answer(a) for item, a in data["rqs"].items()},
            "metrics": {
                item: _answer(a) for item, a in (data["metrics"]["conditions"] | data["metrics"]["items"]).items()
            },
        }
        return GoldPaper(
            data["paper"], papers / data["file"], data["kind"], data["primary_radiomics"], answers, data["study"]
        )
    except (KeyError, TypeError, ValueError) as error:
        raise UsageError(f"{path}: not a gold file ({type(error).__name__}: {error})") from error


def _answer(data: Mapping[str, object]) -> GoldAnswer:
    options = data["options"] if "options" in data else [data["answer"]]
    assert isinstance(options, list)
    page, quote = data.get("page"), data.get("quote")
    return GoldAnswer(
        options=tuple(sorted(map(str, options))),
        quote=str(quote) if quote else None,
        page=page if isinstance(page, int) else None,
        sure=int(str(data.get("sure", 3))),
        note=str(data.get("note") or ""),
    )
