"""The graph as a networkx MultiDiGraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.export import reading
from kg.export.reading import Readable
from kg.export.spool import Spool
from kg.filters import Filters

if TYPE_CHECKING:
    import networkx


def to_networkx(store: Readable, filters: Filters | None = None) -> networkx.MultiDiGraph[str]:
    """Entities and the relations between them.

    A node's key is the entity's id; it has `name`, `type`, `labels` (list), `aliases` (list), `roles` (list) and, where
    known, `name_en`, `iso`, `country`, `country_by`, `acts_for`. An edge's key is its claim's id; it has `type`,
    `status`, `basis`, `evidence` (str), `score` (float), `reports` (int) and, where known, `date` (as told),
    `date_from`, `date_to`, `seen_from`, `seen_to` (ISO days), `title`, `former` (bool). With filters, entities without
    an edge are left out. Nodes and edges are in the order of their ids. Raises StoreError.
    """
    import networkx

    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    with Spool() as names, Spool() as spool:
        touched = reading.touched(store, filters)
        for node in reading.sorted_entities(store, names):
            if touched is None or node.id in touched:
                lists = {"aliases": [], "roles": [], "labels": node.labels}
                graph.add_node(node.id, **{**lists, **_without(node.properties, "id")})
        for edge in reading.sorted_relations(store, spool, filters):
            id = edge.properties["id"]
            graph.add_edge(edge.source, edge.target, key=id, type=edge.kind, **_without(edge.properties, "id", "type"))
    return graph


def _without(properties: dict[str, Any], *names: str) -> dict[str, Any]:
    return {key: value for key, value in properties.items() if key not in names}
