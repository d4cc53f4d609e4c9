"""The end of a load: shared values of what changed, copied to edges; namesakes; places in countries; officials.

Everything here is computed from what is stored and marked `stale`, in small transactions, so that it can end anywhere
and go on when the graph is next opened for writing.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from neo4j import ManagedTransaction

from kg.model import ACTOR_TYPES
from kg.store import edges
from kg.store.cypher import CLAIM, setting, values
from kg.store.identity import Namesakes, located_in, same_as
from kg.store.shared import claim_values, edge_values, entity_values
from kg.store.write import labels

Row = dict[str, Any]

CLAIMS: Final = 500
ENTITIES: Final = 200
"""How many are computed in one transaction."""

_STALE_CLAIMS: Final = """
MATCH (c:Claim {stale: true})
WITH c LIMIT $limit
MATCH (c)<-[:OF]-(e:Evidence)-[:IN]->(a:Article)
RETURN c.id AS claim, c.type AS type, c.subject AS subject, c.object AS object, c.status AS status, c.date AS date,
       e.id AS id, e.text AS text, e.start AS start, e.end AS end, e.claimed_by AS claimed_by, e.title AS title,
       e.former AS former, e.score AS score, a.id AS article, a.published_on AS published_on
"""


def stale_claims(tx: ManagedTransaction) -> list[Row]:
    """Some stale Claims as their reports now have them: `claim` with all properties, and `values` for their edge."""
    told: dict[str, tuple[Row, list[Row]]] = {}
    for row in tx.run(_STALE_CLAIMS, limit=CLAIMS):
        claim = {key: row[key] for key in ("type", "subject", "object", "status", "date")}
        told.setdefault(row["claim"], ({"id": row["claim"], **claim}, []))[1].append(dict(row))
    found = []
    for claim, reports in told.values():
        full = {**claim, **claim_values(claim["type"], claim["date"], reports)}
        found.append({**claim, "claim": full, "values": edge_values(full)})
    return sorted(found, key=lambda row: str(row["id"]))


def write_claims(tx: ManagedTransaction, rows: Iterable[Row], *, with_edges: bool) -> None:
    """Writes what `stale_claims` computed; `with_edges` where edges are copied in the same transaction (Neo4j)."""
    found = list(rows)
    if with_edges:
        edges.update(tx, found)
    tx.run(
        f"UNWIND $rows AS row MATCH (c:Claim {{id: row[0]}}) SET {setting('c', CLAIM[1:], 1)}, c.stale = null",
        rows=[values(row["claim"], CLAIM) for row in found],
    ).consume()


def stale_entities(tx: ManagedTransaction, namesakes: Namesakes) -> int:
    """Computes some stale entities and what hangs on them; returns how many, 0 when there are none left."""
    rows = [
        dict(row)
        for row in tx.run(
            # Each by itself: ArcadeDB looks a value up in an index, and for `> 0` at every Entity.
            "UNWIND [2, 1] AS level MATCH (n:Entity {stale: level}) WITH n LIMIT $limit "
            "RETURN n.id AS id, n.stale AS level, n.type AS type, n.iso AS iso, n.located_in AS located_in, "
            "n:Official AS official",
            limit=ENTITIES,
        )
    ]
    if not rows:
        return 0
    rows.sort(key=lambda row: str(row["id"]))
    computed: list[Row] = []
    for row in rows:
        if row["level"] > 1:
            mentions = [
                dict(m)
                for m in tx.run(
                    "MATCH (n:Entity {id: $id})<-[m:MENTIONS]-(:Article) "
                    "RETURN m.forms AS forms, m.roles AS roles, m.profile AS profile",
                    id=row["id"],
                )
            ]
            if not mentions:
                continue
            said = entity_values(mentions)
            computed.append({"id": row["id"], "said": said})
            if said["type"] != row["type"]:
                _relabel(tx, row["id"], row["type"], said["type"])
            row.update(said)
    tx.run("UNWIND $rows AS row MATCH (n:Entity {id: row.id}) SET n += row.said", rows=computed).consume()
    _officials(tx, rows)
    located_in(tx, rows)
    same_as(tx, [str(row["id"]) for row in rows], namesakes)
    tx.run("UNWIND $ids AS id MATCH (n:Entity {id: id}) SET n.stale = null", ids=[row["id"] for row in rows]).consume()
    return len(rows)


def _relabel(tx: ManagedTransaction, id_: str, old: str, new: str) -> None:
    """An unlisted actor that most articles now take for something else: the one change of a label beside Official."""
    if not {old, new} <= set(ACTOR_TYPES):
        raise ValueError(f"{old} or {new} is no type of actor")
    gone, come = set(labels(old, False)) - set(labels(new, False)), set(labels(new, False)) - set(labels(old, False))
    taking = "".join(f" REMOVE n:{label}" for label in sorted(gone))
    giving = "".join(f" SET n:{label}" for label in sorted(come))
    tx.run(f"MATCH (n:Entity {{id: $id}}){taking}{giving}", id=id_).consume()


def _officials(tx: ManagedTransaction, rows: list[Row]) -> None:
    """`Official` comes with a person's first asserted position and goes with the last."""
    people = [row for row in rows if row["type"] == "person"]
    if not people:
        return
    holding = {
        row["id"]
        for row in tx.run(
            "UNWIND $ids AS id MATCH (n:Entity {id: id})-[r:HOLDS_POSITION]->() WHERE r.status = 'asserted' "
            "RETURN DISTINCT n.id AS id",
            ids=[row["id"] for row in people],
        )
    }
    for change, ids in (
        ("SET n:Official", [row["id"] for row in people if row["id"] in holding and not row["official"]]),
        ("REMOVE n:Official", [row["id"] for row in people if row["id"] not in holding and row["official"]]),
    ):
        if ids:
            tx.run(f"UNWIND $ids AS id MATCH (n:Entity {{id: id}}) {change}", ids=ids).consume()
