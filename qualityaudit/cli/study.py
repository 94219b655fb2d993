"""``qaudit study``: papers in, the facts of each study out."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """How the facts are printed."""

    text = "text"
    json = "json"
    csv = "csv"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("study")(study)


def study(
    papers: Annotated[list[Path], typer.Argument(help="One or more papers.")],
    format: Annotated[Format, typer.Option(help="How to print the facts.")] = Format.text,
) -> None:
    """Print what the tool takes to be the facts of each study, with the page each was read on.

    Example: qaudit study paper.pdf --format json
    """
    from qualityaudit.structure import read_document
    from qualityaudit.study import describe
    from qualityaudit.study.listing import listed

    typer.echo(listed([(paper.name, describe(read_document(paper))) for paper in papers], format.value))
