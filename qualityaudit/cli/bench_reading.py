"""``qaudit bench-reading``: articles with their sources and real papers in, figures of reading out."""

from pathlib import Path
from typing import Annotated

import typer

from qualityaudit.errors import UsageError


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("bench-reading")(bench_reading)


def bench_reading(
    gold: Annotated[Path, typer.Argument(help="Folder of article sources (<id>.md).", exists=True, file_okay=False)],
    papers: Annotated[Path | None, typer.Option(help="Folder of <id>_<layout>.pdf, <id>.docx and real papers.")] = None,
    truth: Annotated[Path | None, typer.Option(help="CSV (file, part, truth) of what a person sees.")] = None,
    format: Annotated[str, typer.Option(help="text or json.")] = "text",
) -> None:
    """Measure how well papers are read: order, headings, sentences, tables, sections, front matter, cost.

    Example: qaudit bench-reading ../shared/gold --papers ../shared/corpus --truth tests/structure/real_sections.csv
    """
    from qualityaudit.bench.reading import bench_reading as measure
    from qualityaudit.bench.reading import load_truth
    from qualityaudit.bench.readingtable import reading_text

    if format not in ("text", "json"):
        raise UsageError(f"--format {format!r}: give text or json")
    figures = measure(gold, papers or gold, load_truth(truth) if truth else None)
    typer.echo(figures.model_dump_json(indent=1) if format == "json" else reading_text(figures))
