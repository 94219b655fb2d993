"""``qaudit evidence``: a paper in, every statement recognised in it out."""

from pathlib import Path
from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("evidence")(evidence)


def evidence(
    paper: Annotated[Path, typer.Argument(help="The paper.")],
    concept: Annotated[list[str] | None, typer.Option(help="Only this concept (may be repeated).")] = None,
    every: Annotated[bool, typer.Option("--all", help="Also what was seen but does not count.")] = False,
) -> None:
    """List what the tool recognises in a paper: concept, page, standing, sentence.

    Example: qaudit evidence paper.pdf --concept external_test --all
    """
    from qualityaudit.concepts import detect, load_library
    from qualityaudit.concepts.library import concept as known
    from qualityaudit.concepts.listing import listed
    from qualityaudit.structure import read_document

    library = load_library()
    for name in concept or ():
        known(library, name)
    for line in listed(detect(read_document(paper), library, concept or None), every):
        typer.echo(line)
