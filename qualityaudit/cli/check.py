"""``qaudit check``: a manuscript in, its gaps out, each with what to write."""

from pathlib import Path
from typing import Annotated

import typer

from qualityaudit.errors import BELOW_THRESHOLD


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("check")(check)


def check(
    manuscript: Annotated[Path, typer.Argument(help="The manuscript: PDF, DOCX, Markdown, …")],
    checklist: Annotated[str, typer.Option("-c", "--checklist", help="Name or folder.")] = "clear",
    every: Annotated[bool, typer.Option("--all", help="Also list what is reported, with its quote.")] = False,
    fail_under: Annotated[float | None, typer.Option(help="Exit 10 under this percentage.")] = None,
) -> None:
    """Check a manuscript before submission: what is missing, and what to write.

    Example: qaudit check manuscript.docx
    """
    from qualityaudit.audit import audit_paper, load_kit
    from qualityaudit.render.terminal import gaps_text

    report = audit_paper(manuscript, load_kit([checklist], compiled=False))
    typer.echo(gaps_text(report, every), color=None)
    percent = report.instruments[0].score.percent
    if fail_under is not None and percent is not None and percent < fail_under:
        raise typer.Exit(BELOW_THRESHOLD)
