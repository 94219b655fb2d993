"""``qaudit``: arguments in, one library call, text out; errors become one line and an exit code."""

import sys
from importlib import import_module
from typing import Annotated

import typer

from qualityaudit.errors import INTERRUPTED, QualityAuditError

COMMANDS = ("score", "check", "sheet", "tally", "evidence", "study", "text", "checklists", "bench", "bench_reading")
"""Modules of this package, one a command, in the order of the help."""


def app() -> typer.Typer:
    """The command line with every command registered."""
    made = typer.Typer(
        name="qaudit",
        help="Audit radiomics papers against CLEAR, RQS and METRICS: answers with quotes, scores with intervals.",
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    made.callback()(_callback)
    for command in COMMANDS:
        import_module(f"qualityaudit.cli.{command}").register(made)
    return made


def _version(wanted: bool) -> None:
    if wanted:
        from qualityaudit import __version__

        typer.echo(f"qualityaudit {__version__}")
        raise typer.Exit


def _callback(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", is_eager=True, callback=_version)
    ] = False,
) -> None:
    pass


def main() -> None:
    """Entry point of ``qaudit``: the one place where errors become exit codes."""
    try:
        app()()
    except QualityAuditError as error:
        typer.echo(f"qaudit: {error}", err=True)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        typer.echo("qaudit: interrupted", err=True)
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
