"""``qaudit sheet``: a paper in, an answer sheet pre-filled with automatic answers out."""

from pathlib import Path
from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("sheet")(sheet)


def sheet(
    paper: Annotated[Path, typer.Argument(help="The paper.")],
    checklist: Annotated[str, typer.Option("-c", "--checklist", help="Name or folder.")] = "clear",
    out: Annotated[Path | None, typer.Option("-o", "--out", help="File to write; default standard output.")] = None,
) -> None:
    """Write an answer sheet with the automatic answers and their quotes, for a person to correct.

    Example: qaudit sheet paper.pdf -c clear -o answers/paper.clear.yaml
    """
    from qualityaudit.audit import audit_file, load_kit
    from qualityaudit.render import write_whole
    from qualityaudit.sheets import write_sheet

    kit = load_kit([checklist], compiled=False)
    instrument = kit.instruments[0].checklist
    reading = audit_file(paper, kit)
    text = write_sheet(instrument, reading.sheets[instrument.id], reading.study)
    if out is None:
        typer.echo(text, nl=False)
    else:
        typer.echo(f"{write_whole(out, text)} written")
