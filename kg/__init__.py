"""Arabic political news as a knowledge graph of actors and statements, every edge with its sentence.

from kg import Graph

with Graph.open() as graph:
    graph.load("seeds/")
    for row in graph.query("demanded-withdrawal", since="2019-01-01"):
        print(row["subject"], row["object"], row["evidence"])
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.filters import Filters
    from kg.graph import Graph, LoadReport

__all__ = ["Filters", "Graph", "LoadReport"]


def __getattr__(name: str) -> Any:
    # Only when asked for: extraction processes import kg.model, and need neither driver nor database.
    if name in ("Graph", "LoadReport"):
        from kg import graph

        return getattr(graph, name)
    if name == "Filters":
        from kg.filters import Filters

        return Filters
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
