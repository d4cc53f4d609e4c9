"""Options that several commands share, so that they mean the same everywhere."""

from __future__ import annotations

import sys
from dataclasses import fields
from typing import Annotated, Any, Literal

import typer

from kg.errors import QueryError
from kg.filters import Filters
from kg.graph import PATH, Graph

Store = Annotated[
    str | None,
    typer.Option(
        "--store",
        envvar="MAWQIF_STORE",
        metavar="URI",
        help=f"Where the graph is: a path, or a server's address (bolt://HOST:7687, neo4j+s://…; user and "
        f"password from NEO4J_USER and NEO4J_PASSWORD). Default: ./{PATH}",
        show_default=False,
    ),
]
Wait = Annotated[
    float,
    typer.Option("--wait", metavar="SECONDS", help="Wait so long for another process to let the store go.", min=0),
]
Json = Annotated[bool, typer.Option("--json", help="For programs: one JSON object a line.")]
Limit = Annotated[
    int | None,
    typer.Option("--limit", "-n", metavar="N", min=0, help="At most so many rows; 0 is all.", show_default=False),
]
Jobs = Annotated[int, typer.Option("--jobs", "-j", metavar="N", min=1, help="Processes that read.")]
LimitMb = Annotated[float, typer.Option("--limit-mb", metavar="MB", min=0.001, help="The largest page that is read.")]

Since = Annotated[
    str | None,
    typer.Option(
        "--since", metavar="DATE", help="Only what lasts until this day or later (2019, 2019-02, 2019-02-25)."
    ),
]
Until = Annotated[
    str | None,
    typer.Option("--until", metavar="DATE", help="Only what begins on this day or earlier (2019 is its end)."),
]
Basis = Annotated[
    str | None,
    typer.Option(
        "--basis",
        metavar="KIND",
        help="narrated: what an outlet tells in its own voice; claimed: what a speaker claims; both; any. Default: any",
    ),
]
Status = Annotated[
    str | None, typer.Option("--status", metavar="STATUS", help="asserted, denied, planned or any. Default: any")
]
MinScore = Annotated[
    float | None, typer.Option("--min-score", metavar="0..1", help="Only what the readers are at least so sure of.")
]
Rollup = Annotated[
    bool,
    typer.Option(
        "--rollup/--no-rollup", help="Take in, for a country, those who act for it and the places that lie in it."
    ),
]
Dated = Annotated[
    bool, typer.Option("--dated", help="Leave out what is dated only by the day of publication (~), or not at all.")
]


_chosen: str | None = None


def choose(store: str | None) -> None:
    """What `kg --store URI COMMAND` names, for a command that names none itself."""
    global _chosen
    _chosen = store


def pairs(given: list[str] | None) -> dict[str, str]:
    """`key=value` of -p options as a dict. Raises QueryError."""
    found: dict[str, str] = {}
    for one in given or []:
        key, equals, value = one.partition("=")
        key = key.strip().replace("-", "_")
        if not equals or not key:
            raise QueryError(f"-p takes key=value, and {one!r} is none")
        if key in found:
            raise QueryError(f"-p {key} is given twice")
        found[key] = value
    return found


def opened(store: str | None, mode: Literal["write", "read"] = "read", wait: float = 0) -> Graph:
    """The graph that `--store` names; a person at a terminal is asked for a password that nothing else tells."""
    return Graph.open(store or _chosen, mode=mode, wait=wait, prompt=_password if sys.stdin.isatty() else None)


def _password(uri: str) -> str:
    import getpass

    return getpass.getpass(f"password for {uri}: ")


def filters(
    since: str | None,
    until: str | None,
    basis: str | None,
    status: str | None,
    min_score: float | None,
    rollup: bool,
    dated: bool,
) -> dict[str, Any]:
    """The shared filters as keywords of `Graph.query`. Raises QueryError before a store is opened."""
    made = Filters(since, until, basis, status, min_score, rollup, dated)
    return {one.name: getattr(made, one.name) for one in fields(made)}
