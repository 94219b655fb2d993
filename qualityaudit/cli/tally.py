"""``qaudit tally``: filled-in answer sheets in, scores out; no paper is needed."""

from pathlib import Path
from typing import Annotated

import typer

from qualityaudit.errors import AnswersError, UsageError


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("tally")(tally)


def tally(
    sheets: Annotated[list[Path], typer.Argument(help="Answer sheets: YAML, or CSV with one row a study.")],
    checklist: Annotated[str | None, typer.Option("-c", "--checklist", help="Where the sheet does not say.")] = None,
    format: Annotated[str, typer.Option(help="text, json or csv.")] = "text",
) -> None:
    """Score filled-in answer sheets.

    Rows that cannot be scored are named on standard error, the others are scored, and the exit code is 5.

    Example: qaudit tally smith2023.clear.yaml ratings.csv -c rqs
    """
    from qualityaudit.sheets.tallying import printed, tallied

    if format not in ("text", "json", "csv"):
        raise UsageError(f"--format {format!r}: give text, json or csv")
    scores, problems = tallied(sheets, checklist)
    typer.echo(printed(scores, format), nl=bool(scores))
    for problem in problems:
        typer.echo(f"qaudit: {problem}", err=True)
    if problems:
        raise AnswersError(f"{len(problems)} of {len(problems) + len(scores)} sheets could not be scored")
