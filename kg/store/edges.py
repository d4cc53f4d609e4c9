"""The edge of a Claim, found by its id on either engine.

Neo4j looks it up in the relationship index on the id. The embedded engine's Cypher scans for a relationship's
property, but its SQL does use the index (9,000 updates a second, whatever the degree; DESIGN.md would have walked from
the end with fewer edges), so edges are copied there in a transaction of their own. It comes before the one that writes
the Claim and takes its `stale` away: a crash between the two leaves the Claim stale, and the copy is made again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from neo4j import ManagedTransaction

from kg.model import RELATION_TYPES
from kg.store.embedded import Embedded

Row = Mapping[str, Any]


def _by_type(rows: Iterable[Row]) -> Iterator[tuple[str, list[Row]]]:
    for kind, group in groupby(
        sorted(rows, key=lambda row: (row["type"], row["id"])), key=lambda row: str(row["type"])
    ):
        if kind not in RELATION_TYPES:  # it becomes part of a statement
            raise ValueError(f"{kind} is no relation type")
        yield kind, list(group)


def create(tx: ManagedTransaction, rows: Iterable[Row]) -> None:
    """One edge a row: id, type, subject, object, and `values` for its properties."""
    for kind, group in _by_type(rows):
        tx.run(
            "UNWIND $rows AS row MATCH (s:Entity {id: row.subject}) MATCH (o:Entity {id: row.object}) "
            f"CREATE (s)-[r:{kind}]->(o) SET r = row.values",
            rows=group,
        ).consume()


def update(tx: ManagedTransaction, rows: Iterable[Row]) -> None:
    """On Neo4j: copies each row's `values` (null takes a property away) to the edge of its `type` and `id`."""
    for kind, group in _by_type(rows):
        tx.run(f"UNWIND $rows AS row MATCH ()-[r:{kind} {{id: row.id}}]->() SET r += row.values", rows=group).consume()


def update_embedded(engine: Embedded, rows: Iterable[Row]) -> None:
    """On the embedded engine: as `update`, in one transaction of its own that ends here."""
    with engine.transaction():
        for kind, group in _by_type(rows):
            for row in group:
                values: dict[str, Any] = row["values"]
                told = {key: value for key, value in values.items() if value is not None and key != "id"}
                gone = sorted(key for key, value in values.items() if value is None)
                setting = "SET " + ", ".join(f"`{key}` = :{key}" for key in told)
                taking = "".join(f" REMOVE `{key}`" for key in gone)
                engine.sql(f"UPDATE {kind} {setting}{taking} WHERE id = :id", **told, id=row["id"])


def delete(tx: ManagedTransaction, rows: Iterable[Row], embedded: bool) -> None:
    """Deletes the edge of each row's `type` and `id`; on the embedded engine also `subject` and `object` tell where."""
    for kind, group in _by_type(rows):
        if not embedded:
            tx.run(f"UNWIND $rows AS row MATCH ()-[r:{kind} {{id: row.id}}]->() DELETE r", rows=group).consume()
            continue
        pairs: dict[tuple[str, str], list[str]] = {}
        for row in group:
            pairs.setdefault((row["subject"], row["object"]), []).append(row["id"])
        tx.run(
            "UNWIND $rows AS row MATCH (s:Entity {id: row.subject}) MATCH (o:Entity {id: row.object}) "
            f"MATCH (s)-[r:{kind}]->(o) WHERE r.id IN row.ids DELETE r",
            rows=[{"subject": s, "object": o, "ids": ids} for (s, o), ids in pairs.items()],
        ).consume()
