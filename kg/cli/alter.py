"""kg forget, kg check: a page taken back, and that all holds."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from kg.cli import options
from kg.cli.output import complain, inert, json_line


def register(app: typer.Typer) -> None:
    app.command("forget")(forget)
    app.command("check")(check)


def forget(
    page: Annotated[str, typer.Argument(metavar="PAGE", help="The page: its path, file name, stem, or a line's id.")],
    as_json: options.Json = False,
    store: options.Store = None,
    wait: options.Wait = 0,
) -> None:
    """Take back what a page brought; what other pages brought too stays."""
    with options.opened(store, "write", wait) as graph:
        gone = graph.forget(page)
    if as_json:
        print(json_line(asdict(gone)))
        return
    kept = f", {gone.kept} that stand on other pages stay" if gone.kept else ""
    print(inert(f"{gone.page}: {gone.articles} article{'s' if gone.articles != 1 else ''} taken out{kept}"))


def check(as_json: options.Json = False, store: options.Store = None) -> None:
    """Look for what must never be: a claim without edge or evidence, an id that does not resolve, and the like.

    Prints one line a finding; none and exit code 0 when all is well, else 1.
    """
    found = 0
    with options.opened(store) as graph:
        for line in graph.check():
            found += 1
            print(json_line({"problem": line}) if as_json else inert(line))
    if found:
        complain(f"{found} findings: please report them; forgetting and loading the pages anew mends a graph")
        raise typer.Exit(1)
    if not as_json:
        print("all is well")
