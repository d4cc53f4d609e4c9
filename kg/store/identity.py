"""What entities are to each other, decided from all that is in the graph: namesakes, and places in countries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from neo4j import ManagedTransaction

from kg.store.settle import base


class Namesakes:
    """Who else bears the name of an unlisted person of whom no country is known.

    `once` looks through all entities when first asked, and holds only while nobody else writes: ArcadeDB finds no id by
    how it begins, and compared all of them for each name. Otherwise each question is looked up in the index.
    """

    def __init__(self, *, once: bool) -> None:
        self._once = once
        self._all: dict[str, str] | None = None

    def of(self, tx: ManagedTransaction, kin: Sequence[str]) -> dict[str, str]:
        """Of the ids `person/<name>~` in `kin`: `person/<name>~<iso>`, when exactly one country stands against none."""
        if not self._once:
            query = "UNWIND $kin AS kin MATCH (n:Entity) WHERE n.id STARTS WITH kin RETURN n.id AS id ORDER BY id"
            return _one_country(row["id"] for row in tx.run(query, kin=kin))
        if self._all is None:
            query = "MATCH (n:Entity) WHERE n.id STARTS WITH 'person/' RETURN n.id AS id ORDER BY id"
            self._all = _one_country(row["id"] for row in tx.run(query))
        return {each: self._all[each] for each in kin if each in self._all}


def _one_country(ids: Iterable[str]) -> dict[str, str]:
    found = {}
    for empty, bearers in groupby((id_ for id_ in ids if "~" in id_), base):
        both = list(bearers)
        if len(both) == 2 and empty in both:
            found[empty] = next(id_ for id_ in both if id_ != empty)
    return found


def same_as(tx: ManagedTransaction, ids: Sequence[str], namesakes: Namesakes) -> None:
    """`(:Person)-[:SAME_AS {by}]->(:Person)` from `person/<name>~` to `person/<name>~<iso>`, when exactly one country
    stands against the empty one; looks at all namesakes of the unlisted persons among `ids`."""
    kin = sorted({base(id_) for id_ in ids if id_.startswith("person/") and "~" in id_})
    if not kin:
        return
    wanted = namesakes.of(tx, kin)
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
