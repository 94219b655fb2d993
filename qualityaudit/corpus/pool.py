"""Papers in, outcomes out as they are ready, from worker processes that may crash or hang without harm.

PDFium is not thread-safe and may crash on a hostile file: every worker is a process of its own, a dead or late one
is replaced, and only the paper it held is lost (and listed).
"""

import os
import time
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from pathlib import Path

from qualityaudit.corpus.job import Outcome, Settings, audit_one, kit_for
from qualityaudit.errors import QualityAuditError
from qualityaudit.report import Failure, PaperReport

GRACE = 30.0
"""Seconds a fresh worker may take to start, on top of the limit per paper."""


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    paper: Path | None = None
    deadline: float = float("inf")


def run(papers: Sequence[Path], settings: Settings, workers: int | None = None) -> Iterator[tuple[Path, Outcome]]:
    """Audit papers in ``workers`` processes (default: one a core); yields in order of completion.

    Raises:
        ChecklistError: when a checklist is wrong, before any paper is read.
        AnswersError: when a person's answer sheet is wrong.
    """
    context = get_context()
    kit_for(settings.checklists, settings.threshold)  # wrong checklists fail here, before any worker starts
    waiting = deque(papers)
    count = max(1, min(workers or os.cpu_count() or 1, len(papers)))
    crew = [_hire(context, settings) for _ in range(count)]
    try:
        for worker in crew:
            _give(worker, waiting, settings)
        while busy := [w for w in crew if w.paper is not None]:
            yield from _collect(busy, crew, waiting, settings, context)
    finally:
        for worker in crew:
            _dismiss(worker)


def _hire(context: BaseContext, settings: Settings) -> _Worker:
    here, there = context.Pipe()
    process = context.Process(target=_work, args=(there, settings), daemon=True)  # type: ignore[attr-defined]
    process.start()
    there.close()
    return _Worker(process, here)


def _work(pipe: Connection, settings: Settings) -> None:
    while (path := pipe.recv()) is not None:
        try:
            pipe.send(audit_one(path, settings))
        except QualityAuditError as error:
            pipe.send(error)


def _give(worker: _Worker, waiting: deque[Path], settings: Settings) -> None:
    worker.paper = waiting.popleft() if waiting else None
    if worker.paper is not None:
        worker.deadline = time.monotonic() + settings.limit + GRACE
        worker.pipe.send(worker.paper)


def _collect(
    busy: list[_Worker], crew: list[_Worker], waiting: deque[Path], settings: Settings, context: BaseContext
) -> Iterator[tuple[Path, Outcome]]:
    patience = max(0.0, min(w.deadline for w in busy) - time.monotonic())
    ready = wait([w.pipe for w in busy], timeout=patience)
    for worker in busy:
        paper = worker.paper
        assert paper is not None
        if worker.pipe in ready:
            try:
                outcome: Outcome = _received(worker.pipe)
                _give(worker, waiting, settings)
            except (EOFError, ConnectionError):
                outcome = Failure(name=paper.name, reason=f"{paper.name}: the reader crashed on this file")
                _replace(worker, crew, waiting, settings, context)
        elif time.monotonic() >= worker.deadline:
            outcome = Failure(
                name=paper.name, reason=f"{paper.name}: took longer than {settings.limit:g} s; raise --limit"
            )
            _replace(worker, crew, waiting, settings, context)
        else:
            continue
        yield paper, outcome


def _received(pipe: Connection) -> Outcome:
    received = pipe.recv()
    if isinstance(received, QualityAuditError):
        raise received
    assert isinstance(received, PaperReport | Failure)
    return received


def _replace(
    worker: _Worker, crew: list[_Worker], waiting: deque[Path], settings: Settings, context: BaseContext
) -> None:
    _dismiss(worker)
    fresh = _hire(context, settings)
    crew[crew.index(worker)] = fresh
    _give(fresh, waiting, settings)


def _dismiss(worker: _Worker) -> None:
    if worker.process.is_alive():
        worker.process.kill()
    worker.process.join()
    worker.pipe.close()
