"""kg query, kg cypher: questions."""

from __future__ import annotations

import json
from itertools import islice
from typing import Annotated, Any

import typer

from kg.cli import options
from kg.cli.output import TABLE_ROWS, inert, json_line, print_json, print_rows, print_table
from kg.errors import QueryError
from queries import FILTERS, Query, catalogue, find


def register(app: typer.Typer) -> None:
    app.command("query")(query)
    app.command("cypher")(cypher)


def query(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="The query; without it, all are listed.", show_default=False)
    ] = None,
    parameter: Annotated[
        list[str] | None,
        typer.Option("-p", "--param", metavar="KEY=VALUE", help="A parameter of the query; may stand several times."),
    ] = None,
    since: options.Since = None,
    until: options.Until = None,
    basis: options.Basis = None,
    status: options.Status = None,
    min_score: options.MinScore = None,
    rollup: options.Rollup = True,
    dated: options.Dated = False,
    limit: options.Limit = None,
    columns: Annotated[
        str | None, typer.Option("--columns", metavar="A,B,…", help="Only these columns, in this order.")
    ] = None,
    about: Annotated[
        bool, typer.Option("--about", help="Say what the query takes and gives, and do not ask it.")
    ] = False,
    as_json: options.Json = False,
    store: options.Store = None,
) -> None:
    """Ask a canned query; without NAME, list them all.

    An actor is named by any alias, Arabic or English, by id or by a country's ISO code. A table shows 50 rows unless
    --limit says otherwise, --json all. A date with ~ is the day of publication, not of the event.
    """
    if name is None:
        _list(as_json)
        return
    found = find(name)
    if about:
        _describe(found, as_json)
        return
    wanted = [part.strip() for part in columns.split(",")] if columns else None
    known = [column.name for column in found.columns]
    if wrong := [one for one in wanted or [] if one not in known]:
        raise QueryError(f"query {found.name} has no column {wrong[0]!r}; it has {', '.join(known)}")
    given: dict[str, Any] = dict(options.pairs(parameter))
    if wrong := [key for key in given if key in (*FILTERS, "rollup", "limit")]:
        raise QueryError(f"{wrong[0]} is no parameter of a query but an option: --{wrong[0].replace('_', '-')}")
    chosen = options.filters(since, until, basis, status, min_score, rollup, dated)
    most = limit if as_json or limit is not None else TABLE_ROWS
    with options.opened(store) as graph:
        print_rows(graph.query(found.name, limit=most, **chosen, **given), as_json, limit, wanted)


def _list(as_json: bool) -> None:
    if as_json:
        print_json({"name": q.name, "title": q.title, "description": q.description} for q in catalogue().values())
        return
    width = max(map(len, catalogue()))
    for one in catalogue().values():
        print(f"{one.name:{width}}  {one.title}")
    print("\n`kg query NAME --about` tells what a query takes and gives.")


def _describe(query: Query, as_json: bool) -> None:
    if as_json:
        parameters = [
            {"name": p.name, "type": p.type, "required": p.required, "default": p.default, "description": p.description}
            for p in query.parameters
        ]
        columns = [{"name": c.name, "description": c.description} for c in query.columns]
        about = {"name": query.name, "title": query.title, "description": query.description}
        print(json_line({**about, "filters": query.filters, "parameters": parameters, "columns": columns}))
        return
    print(f"{query.name}: {query.title}\n{query.description}")
    print("\nparameters" if query.parameters else "\nno parameters")
    for p in query.parameters:
        default = (
            "must be given" if p.required else f"default {p.default}" if p.default is not None else "may be left out"
        )
        print(f"  -p {p.name}=…  ({p.type}, {default}) {p.description}")
    print(f"\nfilters\n  {', '.join('--' + f.replace('_', '-') for f in query.filters) or 'none'}")
    print("\ncolumns")
    for c in query.columns:
        print(f"  {c.name}: {c.description}")


def cypher(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The query; it may only read.")],
    parameter: Annotated[
        list[str] | None,
        typer.Option(
            "-p", "--param", metavar="KEY=VALUE", help="A parameter, as JSON or else as text; may stand several times."
        ),
    ] = None,
    limit: options.Limit = None,
    timeout: Annotated[float, typer.Option("--timeout", min=0.1, help="Seconds that the query may take.")] = 30,
    as_json: options.Json = False,
    store: options.Store = None,
) -> None:
    """Ask the graph in Cypher. The query may only read."""
    values = {key: _value(value) for key, value in options.pairs(parameter).items()}
    with options.opened(store) as graph:
        rows = graph.cypher(text, values, timeout=timeout)
        if as_json:
            print_json(islice(rows, limit) if limit else rows)
            return
        most = TABLE_ROWS if limit is None else limit
        shown = list(islice(rows, most + 1)) if most else list(rows)
        more = bool(most) and len(shown) > most
        shown = shown[:most] if most else shown
        if shown:
            print_table(shown, list(shown[0]))
        print(inert(f"{len(shown)} rows{' and more; --limit 0 shows all' if more else ''}"))


def _value(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text
