"""The command line `kg`: one module a group of commands, and the one place where errors become lines and exit codes.

Exit codes: 0 done, 1 the work failed or part of it did, 2 asked wrongly (an unknown query, actor, option), 130 stopped
by Ctrl-C. Errors are one line each on standard error; standard output carries nothing but what was asked for.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from kg.cli import alter, ask, demo, export, load, options, reading, show
from kg.cli.output import complain, prepare_streams
from kg.errors import MawqifError, QueryError

__all__ = ["app", "main"]


class _HadEnough(Exception):
    """Whoever read our output, `head` perhaps, has gone."""


class _Commands(TyperGroup):
    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            # Named otherwise, for Typer would end the program with 1, and nothing failed.
            raise _HadEnough from error


app = typer.Typer(
    cls=_Commands,
    name="kg",
    help="Arabic political news as a knowledge graph of actors and statements, every edge with its sentence.\n\n"
    "The graph lies in ./mawqif.db, an embedded database that needs no set-up, or where --store or MAWQIF_STORE says: "
    "a path, or the address of a Neo4j server (bolt://…, neo4j+s://…). "
    "Exit codes: 0 done, 1 failed in whole or part, 2 asked wrongly, 130 stopped by Ctrl-C.",
    no_args_is_help=True,
    # Plain help: it is read through pipes and on terminals of any encoding.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for module in (load, ask, show, export, alter, reading, demo):
    module.register(app)


def _say_version(wanted: bool) -> None:
    if wanted:
        print(_version())
        raise typer.Exit


@app.callback()
def everywhere(
    store: options.Store = None,
    version: Annotated[
        bool,
        typer.Option("--version", help="Say which version this is, and end.", is_eager=True, callback=_say_version),
    ] = False,
) -> None:
    # No docstring: the help of `kg` stands above.
    options.choose(store)


@app.command("version")
def version_() -> None:
    """Say which version this is."""
    print(_version())


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"mawqif {version('mawqif')}"
    except PackageNotFoundError:
        return "mawqif, run from its source"


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line; the exit code. No error that a user can cause ends in a traceback."""
    prepare_streams()
    try:
        code = _run(arguments)
        sys.stdout.flush()
        return code
    except (BrokenPipeError, _HadEnough):
        # What is still buffered goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _run(arguments: Sequence[str] | None) -> int:
    command = typer.main.get_command(app)
    try:
        code = command.main(
            args=list(sys.argv[1:] if arguments is None else arguments), prog_name="kg", standalone_mode=False
        )
        return code if isinstance(code, int) else 0
    except (BrokenPipeError, _HadEnough):
        raise
    except QueryError as error:
        complain(str(error))
        return 2
    except MawqifError as error:
        complain(str(error))
        return 1
    except (KeyboardInterrupt, typer.Abort):
        complain("stopped")
        return 130
    except OSError as error:
        complain(f"{error.filename or 'the system'}: {error.strerror or error}")
        return 1
    except MemoryError:
        complain("there is not enough memory")
        return 1
    except Exception as error:
        # Usage errors of the option parser, which Typer takes from click or from its own copy of it.
        if not hasattr(error, "format_message"):
            raise
        if type(error).__name__ == "NoArgsIsHelpError":
            print(error.format_message())
            return 2
        context = getattr(error, "ctx", None)
        hint = f" ({context.command_path} --help tells more)" if context else ""
        complain(f"{error.format_message()}{hint}")
        return 2
