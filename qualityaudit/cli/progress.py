"""What a person sees while papers are scored, and the table at the end."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from qualityaudit.corpus import Outcome
from qualityaudit.report import CorpusReport, Failure, PaperReport

if TYPE_CHECKING:
    from rich.progress import Progress as Bar


class Progress:
    """A progress bar on a terminal, one plain line a paper elsewhere; both on standard error."""

    def __init__(self, total: int) -> None:
        self._total, self._done, self._bar = total, 0, _bar() if sys.stderr.isatty() else None

    def __enter__(self) -> Self:
        if self._bar:
            self._bar.start()
            self._bar.add_task("papers", total=self._total)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()

    def watch(self, outcomes: Iterable[tuple[Path, Outcome]]) -> Iterator[tuple[Path, Outcome]]:
        """Pass outcomes through, showing each."""
        for path, outcome in outcomes:
            self._done += 1
            state = f"not read: {outcome.reason}" if isinstance(outcome, Failure) else "done"
            if self._bar:
                self._bar.advance(self._bar.task_ids[0])
            else:
                print(f"[{self._done}/{self._total}] {path.name}: {state}", file=sys.stderr, flush=True)  # noqa: T201
            yield path, outcome


def _bar() -> "Bar":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True))


def summary(corpus: CorpusReport, written: list[Path], out: Path) -> str:
    """The table at the end: a row a paper, a column an instrument, then where the reports are."""
    names = list(dict.fromkeys(i.checklist.short for p in corpus.papers for i in p.instruments))
    rows = [["paper", *names]] + [_row(paper, names) for paper in corpus.papers]
    rows += [[failure.name, "not read"] + [""] * (len(names) - 1) for failure in corpus.failures]
    widths = [max(len(row[i]) if i < len(row) else 0 for row in rows) for i in range(len(names) + 1)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)).rstrip() for row in rows]
    if any(not paper.primary for paper in corpus.papers):
        lines += ["", "* not a primary radiomics study (the report says why); left out of all statistics"]
    lines += [""] + [f"{failure.name}: {failure.reason}" for failure in corpus.failures]
    return "\n".join([*lines, f"{len(written)} files in {out}"])


def _row(paper: PaperReport, names: list[str]) -> list[str]:
    scores = {i.checklist.short: i.score.headline for i in paper.instruments}
    name = paper.source.name if len(paper.source.name) <= 44 else paper.source.name[:43] + "…"
    if not paper.primary:
        name += " *"
    return [name, *(scores.get(n, "") for n in names)]
