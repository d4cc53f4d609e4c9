"""kg evaluate, kg explain: how well pages are read, and why so."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli import options
from kg.cli.output import complain, inert, json_line
from kg.errors import MawqifError, PageError
from kg.model import Extraction


def register(app: typer.Typer) -> None:
    app.command("evaluate")(evaluate)
    app.command("explain")(explain)


def evaluate(
    gold_dir: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="A folder of annotated pages (*.json).")],
    pages: Annotated[
        str | None, typer.Option("--pages", metavar="A,B,…", help="Only these pages, by id.", show_default=False)
    ] = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="List every difference, page by page.")] = False,
    jobs: options.Jobs = 1,
    as_json: options.Json = False,
) -> None:
    """Score the reading against annotated pages: by page, in all, and the errors by kind."""
    from kg import evaluate as scoring

    wanted = [one.strip() for one in pages.split(",")] if pages else None
    report = scoring.evaluate(gold_dir, jobs=jobs, pages=wanted)
    if as_json:
        print(json_line(report.to_json()))
        return
    main = ("actors", "relations", "statements")
    for page in report.pages:
        figures = page.scores.report()
        parts = (f"{name} {figures[name]['f1']:.2f}" for name in main if name in figures)
        print(inert(f"{page.page:24s} {'  '.join(parts)}"))
        for slip in page.slips if verbose else ():
            print(inert(f"  {slip.what} {slip.how} [{slip.kind}] {slip.text}"))
    print("\nin all")
    for name, one in report.total.report().items():
        print(f"  {name:18s}{'  '.join(f'{key} {value}' for key, value in one.items())}")
    print("\nerrors by kind")
    for kind, count in report.errors().items():
        print(inert(f"  {count:5d}  {kind}"))


def explain(
    page: Annotated[Path, typer.Argument(metavar="PAGE", help="The page: a file as `kg load` takes.")],
    html: Annotated[bool, typer.Option("--html", help="As an HTML page, with the text marked.")] = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write it here.", show_default=False)
    ] = None,
) -> None:
    """Show how a page is read: what was found where, and which rule found it."""
    from loaders.explain import render
    from loaders.jobs import extract_all
    from loaders.pages import read

    failed = 0
    found: list[Extraction] = []
    for item in extract_all(read([str(page)])):
        if isinstance(item, PageError):
            complain(str(item))
            failed += 1
        else:
            found += item[1]
    if found:
        # What it shows is inert already; the only control sequences in it are its own colours.
        colour = output is None and sys.stdout.isatty() and "NO_COLOR" not in os.environ
        whole = render(found, html=html, colour=colour).rstrip("\n") + "\n"
        if output is None:
            print(whole, end="")
        else:
            try:
                output.write_text(whole, encoding="utf-8")
            except OSError as error:
                raise MawqifError(f"{output}: cannot be written ({error.strerror})") from error
    if failed:
        raise typer.Exit(1)
