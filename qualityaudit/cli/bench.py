"""``qaudit bench``: a gold set in, the figures of agreement out."""

from pathlib import Path
from typing import Annotated

import typer

from qualityaudit.errors import UsageError


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("bench")(bench)


def bench(  # noqa: PLR0913
    gold: Annotated[Path, typer.Argument(help="Folder of gold answers (*.json).", exists=True, file_okay=False)],
    papers: Annotated[Path | None, typer.Option(help="Folder of the articles; default: beside the gold files.")] = None,
    format: Annotated[str, typer.Option(help="text or json.")] = "text",
    item: Annotated[list[str] | None, typer.Option(help="Show the disagreements on this item.")] = None,
    disagreements: Annotated[Path | None, typer.Option(help="Write all disagreements as an HTML page.")] = None,
    against: Annotated[Path | None, typer.Option(help="Compare with an earlier run (its JSON).")] = None,
    leave_out: Annotated[bool, typer.Option(help="Calibrate on the other papers for each paper judged.")] = False,
) -> None:
    """Measure the extraction against careful readers.

    Example: qaudit bench ../shared/gold --papers ../shared/corpus
    """
    from qualityaudit.bench.command import run_bench

    if format not in ("text", "json"):
        raise UsageError(f"--format {format!r}: give text or json")
    typer.echo(run_bench(gold, papers or gold, format, tuple(item or ()), disagreements, against, leave_out))
