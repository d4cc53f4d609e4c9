"""What entities are to each other, decided from all that is in the graph: namesakes, and places in countries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from neo4j import ManagedTransaction

from kg.store.settle import base


def same_as(tx: ManagedTransaction, ids: Sequence[str]) -> None:
    """`(:Person)-[:SAME_AS {by}]->(:Person)` from `person/<name>~` to `person/<name>~<iso>`, when exactly one country
    stands against the empty one; looks at all namesakes of the unlisted persons among `ids`."""
    kin = sorted({base(id_) for id_ in ids if id_.startswith("person/") and "~" in id_})
    if not kin:
        return
    bearers: dict[str, list[str]] = {each: [] for each in kin}
    for row in tx.run(
        "UNWIND $kin AS kin MATCH (n:Entity) WHERE n.id STARTS WITH kin RETURN kin AS kin, n.id AS id ORDER BY id",
        kin=kin,
    ):
        bearers[row["kin"]].append(row["id"])
    wanted = {
        empty: next(id_ for id_ in found if id_ != empty)
        for empty, found in bearers.items()
        if empty in found and len(found) == 2
    }
    there = {
        row["a"]: row["b"]
        for row in tx.run(
            "UNWIND $kin AS kin MATCH (a:Entity {id: kin})-[:SAME_AS]->(b:Entity) RETURN a.id AS a, b.id AS b", kin=kin
        )
    }
    gone = [a for a, b in there.items() if wanted.get(a) != b]
    come = [{"a": a, "b": b} for a, b in wanted.items() if there.get(a) != b]
    if gone:
        tx.run("UNWIND $ids AS id MATCH (:Entity {id: id})-[r:SAME_AS]->() DELETE r", ids=gone).consume()
    if come:
        tx.run(
            "UNWIND $rows AS row MATCH (a:Entity {id: row.a}) MATCH (b:Entity {id: row.b}) "
            "CREATE (a)-[:SAME_AS {by: 'one-country'}]->(b)",
            rows=come,
        ).consume()


def located_in(tx: ManagedTransaction, rows: Sequence[dict[str, Any]]) -> None:
    """`(:Place)-[:LOCATED_IN {by: "lexicon"}]->(:Country)` for the places and countries among `rows` (id, type, iso,
    located_in), where both are in the graph."""
    places = sorted(row["id"] for row in rows if row["type"] == "place")
    isos = sorted({row["iso"] for row in rows if row["iso"]})
    if isos:
        found = tx.run("UNWIND $isos AS iso MATCH (p:Entity {located_in: iso}) RETURN p.id AS id", isos=isos)
        places = sorted({*places, *(row["id"] for row in found)})
    if not places:
        return
    there = {
        (row["p"], row["c"])
        for row in tx.run(
            "UNWIND $ids AS id MATCH (p:Entity {id: id})-[:LOCATED_IN]->(c:Entity) RETURN p.id AS p, c.id AS c",
            ids=places,
        )
    }
    wanted = {
        (row["p"], row["c"])
        for row in tx.run(
            "UNWIND $ids AS id MATCH (p:Entity {id: id}) WHERE p.located_in IS NOT NULL "
            "MATCH (c:Entity {iso: p.located_in}) RETURN p.id AS p, c.id AS c",
            ids=places,
        )
    }
    match = "UNWIND $rows AS row MATCH (p:Entity {id: row.p}) MATCH (c:Entity {id: row.c}) "
    for pairs, action in (
        (there - wanted, "MATCH (p)-[r:LOCATED_IN]->(c) DELETE r"),
        (wanted - there, "CREATE (p)-[:LOCATED_IN {by: 'lexicon'}]->(c)"),
    ):
        if pairs:
            tx.run(match + action, rows=[{"p": p, "c": c} for p, c in sorted(pairs)]).consume()
