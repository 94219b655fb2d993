"""``qaudit score``: papers in; reports on disk and a summary table out."""

import os
from datetime import date as calendar
from pathlib import Path
from typing import Annotated

import typer

from qualityaudit.errors import BELOW_THRESHOLD, PaperError


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("score")(score)


def score(  # noqa: PLR0913
    papers: Annotated[list[Path], typer.Argument(help="Papers, or folders of papers.")],
    out: Annotated[Path, typer.Option("-o", "--out", help="Folder for the reports.")] = Path("reports"),
    checklists: Annotated[str, typer.Option("-c", "--checklists", help="Names or folders.")] = "clear,rqs,metrics",
    answers: Annotated[Path | None, typer.Option(help="Folder with people's answer sheets; a person wins.")] = None,
    formats: Annotated[
        str | None,
        typer.Option("--format", help="html, pdf, csv, json; with commas. Default: all that can be made here."),
    ] = None,
    workers: Annotated[int | None, typer.Option(help="Processes; default one a core.")] = None,
    limit: Annotated[float, typer.Option(help="Seconds a paper may take.")] = 60.0,
    threshold: Annotated[float | None, typer.Option(help="Confidence (0-1) below which an item is undecided.")] = None,
    date: Annotated[str | None, typer.Option(help="Date printed in the reports; default today.")] = None,
    fail_under: Annotated[
        str | None, typer.Option(help="Exit 10 if a paper scores less, e.g. clear=60,rqs=30.")
    ] = None,
) -> None:
    """Score papers against the checklists and write reports.

    Exit codes: 0 done, 2 usage, 3 a paper could not be read, 4 checklist, 5 answers, 6 rendering, 10 below
    --fail-under.

    Example: qaudit score papers/ -o reports
    """
    from qualityaudit.cli.progress import Progress, summary
    from qualityaudit.corpus import Settings, counted, find_papers, run
    from qualityaudit.corpus.floors import below, parse_floors
    from qualityaudit.evidence import THRESHOLD
    from qualityaudit.render import write_reports
    from qualityaudit.report import corpus_report

    wanted, floors = _wanted(formats), parse_floors(fail_under)
    settings = Settings(
        checklists=tuple(name.strip() for name in checklists.split(",") if name.strip()),
        threshold=THRESHOLD if threshold is None else threshold,
        answers=None if answers is None else str(answers),
        date=date or calendar.today().isoformat(),
        limit=limit,
    )
    found = find_papers(papers)
    with Progress(len(found)) as progress:
        outcomes = dict(progress.watch(run(found, settings, workers)))
    reports, failures = counted({path: outcomes[path] for path in found})
    corpus = corpus_report(reports, failures)
    written = write_reports(corpus, out, wanted, workers or os.cpu_count() or 1)
    typer.echo(summary(corpus, written, out))
    if failures:
        raise PaperError(f"{len(failures)} of {len(found)} papers could not be read; they are listed in the report")
    if missed := below(corpus, floors):
        typer.echo(f"qaudit: below --fail-under: {'; '.join(missed)}", err=True)
        raise typer.Exit(BELOW_THRESHOLD)


def _wanted(formats: str | None) -> tuple[str, ...]:
    """The formats asked for; by default all, but PDF only where it can be made."""
    from qualityaudit.render import FORMATS, parse_formats
    from qualityaudit.render.pdf import pdf_trouble

    if formats is not None:
        return parse_formats(formats)
    if trouble := pdf_trouble():
        typer.echo(f"qaudit: no PDF reports: {trouble}", err=True)
        return tuple(name for name in FORMATS if name != "pdf")
    return FORMATS
