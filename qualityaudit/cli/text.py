"""``qaudit text``: a paper in, the paper as the tool sees it out."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """How the paper is shown."""

    outline = "outline"
    json = "json"
    md = "md"
    html = "html"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("text")(text)


def text(
    paper: Annotated[Path, typer.Argument(help="The paper.")],
    format: Annotated[
        Format, typer.Option(help="html shows the pages with a box around all that was read.")
    ] = Format.outline,
    out: Annotated[Path | None, typer.Option("-o", "--out", help="File to write; default standard output.")] = None,
) -> None:
    """Show a paper as the tool sees it: sections and their kinds, sentences, tables.

    Example: qaudit text paper.pdf --format html -o reading.html
    """
    from qualityaudit.render.pageview import document_page
    from qualityaudit.render.reading import json_text, markdown_text, outline_text
    from qualityaudit.structure import read_document

    document = read_document(paper)
    if format is Format.html:
        made = document_page(document, paper)
    else:
        made = {Format.outline: outline_text, Format.json: json_text, Format.md: markdown_text}[format](document)
    if out is None:
        typer.echo(made)
        return
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(made, encoding="utf-8")
    except OSError as error:
        from qualityaudit.errors import RenderError

        raise RenderError(f"{out}: cannot be written ({error.strerror})") from error
    typer.echo(f"{out} written", err=True)
