"""kg export: the graph in other programs' formats."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli import options
from kg.cli.output import inert, json_line
from kg.export import FORMATS
from kg.filters import Filters


def register(app: typer.Typer) -> None:
    app.command("export")(export)


def export(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="What to write; its suffix tells the format (for csv, a folder).")
    ],
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="; ".join(f"{name}: {about}" for name, about in FORMATS.items()) + ". Default: as FILE's suffix",
            show_default=False,
        ),
    ] = None,
    since: options.Since = None,
    until: options.Until = None,
    basis: options.Basis = None,
    status: options.Status = None,
    min_score: options.MinScore = None,
    dated: options.Dated = False,
    as_json: options.Json = False,
    store: options.Store = None,
) -> None:
    """Write the graph to a file: for Gephi (.gexf), networkx and yEd (.graphml), spreadsheets (csv), programs (.jsonl),
    or a bulk import into Neo4j (neo4j-import).

    Without filters it is the whole graph. The file is there wholly or not at all.
    """
    filters = Filters(since, until, basis, status, min_score, dated=dated)
    with options.opened(store) as graph:
        done = graph.export(file, format, filters)
    if as_json:
        about = {"path": str(done.path), "format": done.format, "nodes": done.nodes, "edges": done.edges}
        print(json_line({**about, **({"command": done.command} if done.command else {})}))
        return
    print(inert(f"{done.path}: {done.nodes:,} nodes, {done.edges:,} edges ({done.format})"))
    if done.command:
        print(inert(done.command))
