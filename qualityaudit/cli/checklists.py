"""``qaudit checklists``: the instruments and their rules, shown and checked."""

from pathlib import Path
from typing import Annotated

import typer

from qualityaudit.errors import ChecklistError


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    group = typer.Typer(help="List, show and check the instruments.", no_args_is_help=True, rich_markup_mode=None)
    group.command("list")(names)
    group.command("show")(show)
    group.command("check")(check)
    group.command("schema")(schema)
    app.add_typer(group, name="checklists")


def names() -> None:
    """List the instruments that come with qualityaudit.

    Example: qaudit checklists list
    """
    from qualityaudit.checklist import checklist_names, load_checklist

    for name in checklist_names():
        checklist = load_checklist(name)
        typer.echo(
            f"{name:10} {len(checklist.scored_items):3} items  {checklist.name} {checklist.version}, doi:{checklist.doi}"
        )


def show(
    checklist: Annotated[str, typer.Argument(help="Name or folder.")],
    item: Annotated[str | None, typer.Option(help="One item, by id or number.")] = None,
) -> None:
    """Show an instrument: its items, options and points, or one item with what it asks and how it is recognised.

    Example: qaudit checklists show clear --item 20
    """
    from qualityaudit.audit import load_kit
    from qualityaudit.evidence.showing import show_checklist, show_item

    kit = load_kit([checklist], compiled=False)
    instrument = kit.instruments[0]
    typer.echo(
        show_checklist(instrument.checklist)
        if item is None
        else show_item(instrument.checklist, instrument.rules, item)
    )


def check(
    folder: Annotated[Path | None, typer.Argument(help="A folder with checklist.yaml and evidence.yaml.")] = None,
) -> None:
    """Check checklists, evidence rules, and every concept against its own examples.

    Example: qaudit checklists check my-checklist/
    """
    from qualityaudit.audit import INSTRUMENTS, load_kit
    from qualityaudit.concepts.proof import check_examples

    kit = load_kit(INSTRUMENTS if folder is None else [folder])
    problems = check_examples(kit.library)
    for problem in problems:
        typer.echo(problem)
    if problems:
        raise ChecklistError(f"{len(problems)} examples do not hold")
    examples = sum(len(c.rule.examples.found) + len(c.rule.examples.missed) for c in kit.library.concepts.values())
    loaded = ", ".join(f"{i.checklist.id} ({len(i.checklist.items)} items)" for i in kit.instruments)
    typer.echo(f"{loaded}: in order; {len(kit.library.concepts)} concepts hold their {examples} examples")


def schema(
    of: Annotated[str, typer.Option(help="checklist, concept or evidence.")] = "checklist",
) -> None:
    """Print the JSON Schema of a kind of file, for your editor.

    Example: qaudit checklists schema --of concept > concept.schema.json
    """
    from qualityaudit.evidence.showing import schema_text

    typer.echo(schema_text(of))
