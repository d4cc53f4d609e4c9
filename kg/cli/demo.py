"""kg demo: the five pages of seeds/, from text to graph to answers, in one go."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Annotated, Final

import typer

from kg.cli.load import summary
from kg.cli.output import complain, inert, print_rows
from kg.errors import MawqifError
from kg.graph import Graph

_QUERIES: Final = ("demanded-withdrawal", "visits", "sanctions")
_FOLDER: Final = Path("mawqif-demo")


def register(app: typer.Typer) -> None:
    app.command("demo")(demo)


def demo(
    folder: Annotated[
        Path, typer.Option("--folder", metavar="FOLDER", help="Where the demo's graph and GEXF are made anew.")
    ] = _FOLDER,
    jobs: Annotated[int, typer.Option("--jobs", "-j", metavar="N", min=1, help="Processes that read.")] = 1,
) -> None:
    """Read the five pages of seeds/ into a fresh graph, ask it three questions, and write it for Gephi."""
    seeds = _seeds()
    place = folder / "graph.db"
    _clear(place)
    with Graph.open(f"file:{place}") as graph:
        report = graph.load(str(seeds), jobs)
        for error in report.errors:
            complain(str(error))
        print(inert(f"{seeds}"))
        for line in summary(report):
            print(line)
        for name in _QUERIES:
            rows = graph.query(name)
            print(f"\nkg query {name} — {rows.query.title}")
            print_rows(rows, as_json=False, limit=0)
        done = graph.export(folder / "news.gexf")
    print(f"\nfor Gephi: {inert(done.path.resolve())} ({done.nodes} nodes, {done.edges} edges)")
    print(inert(f"ask on:    kg query --store {place}"))
    if report.errors:
        raise typer.Exit(1)


def _seeds() -> Path:
    for root in (Path(__file__).resolve().parents[2], Path()):
        if any((root / "seeds").glob("*.txt")):
            return root / "seeds"
    raise MawqifError("there is no folder seeds/ here: run `kg demo` from a clone of the project")


def _clear(place: Path) -> None:
    """Removes the store of the last demo, and nothing that is not one."""
    from kg.store.embedded import prepare

    if place.exists():
        prepare(place)  # raises where it is something else
        with Graph.open(f"file:{place}"):
            pass  # raises where another process holds it
        shutil.rmtree(place)
