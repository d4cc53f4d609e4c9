"""A whole graph as text that is equal when the graph is."""

from __future__ import annotations

import json

from kg.store import INTERNAL, GraphStore


def dump(store: GraphStore) -> str:
    """Every node and edge with all labels and properties, but the store's own business, sorted."""
    lines = []
    for row in store.rows("MATCH (n) RETURN n"):
        if not set(row["n"]["labels"]) & set(INTERNAL):
            lines.append(json.dumps(row["n"], ensure_ascii=False, sort_keys=True))
    for row in store.rows("MATCH (a)-[r]->(b) RETURN type(r) AS type, a.id AS a, b.id AS b, properties(r) AS p"):
        row["p"] = {key: value for key, value in row["p"].items() if value is not None}
        lines.append(json.dumps(row, ensure_ascii=False, sort_keys=True))
    return "\n".join(sorted(lines))
