"""The edge of a Claim, found by its id on either engine.

Neo4j looks it up in the relationship index on the id. The embedded engine's Cypher scans for a relationship's
property, but its SQL does use the index (9,000 updates a second, whatever the degree; DESIGN.md would have walked from
the end with fewer edges), so edges are copied there in a transaction of their own. It comes before the one that writes
the Claim and takes its `stale` away: a crash between the two leaves the Claim stale, and the copy is made again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import Any

from neo4j import ManagedTransaction

from kg.model import RELATION_TYPES
from kg.store.ahead import Ahead
from kg.store.cypher import CLAIM, DATES, EVIDENCE, edge_names, literal, setting, values
from kg.store.embedded import Embedded
from kg.store.shared import cut

Row = Mapping[str, Any]


def _by_type(rows: Iterable[Row]) -> Iterator[tuple[str, list[Row]]]:
    for kind, group in groupby(
        sorted(rows, key=lambda row: (row["type"], row["id"])), key=lambda row: str(row["type"])
    ):
        if kind not in RELATION_TYPES:  # it becomes part of a statement
            raise ValueError(f"{kind} is no relation type")
        yield kind, list(group)


def create(ahead: Ahead, kind: str, claims: Iterable[tuple[Row, Row]]) -> None:
    """Claims of one type with all their properties, the edge of each, and one of its reports: found together, so that
    most of a load's evidence need not look for the claim that was just made."""
    if kind not in RELATION_TYPES:  # it becomes part of a statement
        raise ValueError(f"{kind} is no relation type")
    short, report = len(CLAIM), len(CLAIM) + 1
    edge = literal(edge_names(kind), CLAIM, extra=f"evidence: coalesce(row[{short}], {_cell('evidence')})")
    rows = []
    for claim, first in claims:
        text = cut(claim["evidence"])
        shown = None if text == claim["evidence"] else text
        rows.append([*values(claim, CLAIM), shown, *values(first, EVIDENCE), first["article"]])
    ahead.write(
        f"UNWIND $rows AS row MATCH (s:Entity {{id: {_cell('subject')}}}) "
        f"MATCH (o:Entity {{id: {_cell('object')}}}) MATCH (a:Article {{id: row[{report + len(EVIDENCE)}]}}) "
        f"CREATE (s)-[r:{kind} {edge}]->(o) "
        f"CREATE (c:Claim {literal(CLAIM)})<-[:OF]-(e:Evidence {literal(EVIDENCE, at=report)})-[:IN]->(a)",
        rows,
    )


def _cell(name: str) -> str:
    return f"row[{CLAIM.index(name)}]"


def update(tx: ManagedTransaction, rows: Iterable[Row]) -> None:
    """On Neo4j: copies each row's `values` (null takes a property away) to the edge of its `type` and `id`."""
    for kind, group in _by_type(rows):
        names = [*edge_names(kind), "evidence"]
        tx.run(
            f"UNWIND $rows AS row MATCH ()-[r:{kind} {{id: row[0]}}]->() SET {setting('r', names)}",
            rows=[values(row["values"], names) for row in group],
        ).consume()


def update_embedded(engine: Embedded, rows: Iterable[Row]) -> None:
    """On the embedded engine: as `update`, in one transaction of its own that ends here."""
    with engine.transaction():
        for kind, group in _by_type(rows):
            for row in group:
                items: dict[str, Any] = {
                    key: _native(key, value) for key, value in row["values"].items() if key != "id"
                }
                told = {key: value for key, value in items.items() if value is not None}
                gone = sorted(key for key, value in items.items() if value is None)
                setting = "SET " + ", ".join(f"`{key}` = :{key}" for key in told)
                taking = "".join(f" REMOVE `{key}`" for key in gone)
                engine.sql(f"UPDATE {kind} {setting}{taking} WHERE id = :id", **told, id=row["id"])


def _native(key: str, value: Any) -> Any:
    return date.fromisoformat(value) if key in DATES and value is not None else value


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
