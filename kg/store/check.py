"""What must hold of a graph, looked for: one line a problem, none ever.

Everything is streamed in the order of ids, so that memory does not grow with the graph.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any, Final

from kg.model import RELATION_TYPES, SYMMETRIC
from kg.store.cypher import CLAIM, EVIDENCE
from kg.store.shared import claim_values, edge_values, entity_values

Row = dict[str, Any]
Rows = Callable[..., Iterator[Row]]
"""`GraphStore.rows`: a query's rows, dates as ISO text."""

_COUNTED: Final = (
    ("MATCH (c:Claim) WHERE NOT EXISTS { (c)<-[:OF]-(:Evidence) } RETURN c.id AS id", "Claim {id} has no Evidence"),
    ("MATCH (e:Evidence) WHERE NOT EXISTS { (e)-[:OF]->(:Claim) } RETURN e.id AS id", "Evidence {id} is of no Claim"),
    ("MATCH (e:Evidence) WHERE NOT EXISTS { (e)-[:IN]->(:Article) } RETURN e.id AS id", "Evidence {id} has no article"),
    (
        "MATCH (s:Statement) WHERE NOT EXISTS { (s)-[:IN]->(:Article) } RETURN s.id AS id",
        "Statement {id} has no article",
    ),
    ("MATCH (s:Statement) WHERE NOT EXISTS { (s)<-[:SAID]-() } RETURN s.id AS id", "Statement {id} has no speaker"),
    ("MATCH (a:Article) WHERE NOT EXISTS { (a)-[:PART_OF]->(:Page) } RETURN a.id AS id", "Article {id} is on no page"),
    ("MATCH (a:Article) WHERE NOT EXISTS { (a)-[:READ_BY]->(:Run) } RETURN a.id AS id", "Article {id} has no Run"),
    ("MATCH (n:Entity) WHERE NOT EXISTS { (n)<-[:MENTIONS]-() } RETURN n.id AS id", "Entity {id} is in no article"),
    ("MATCH (c:Claim {stale: true}) RETURN c.id AS id", "Claim {id} waits for the end of its load"),
    ("MATCH (n:Entity) WHERE n.stale > 0 RETURN n.id AS id", "Entity {id} waits for the end of its load"),
    (
        "MATCH (c:Claim) WHERE NOT EXISTS { MATCH (n:Entity {id: c.subject}) } "
        "OR NOT EXISTS { MATCH (n:Entity {id: c.object}) } RETURN c.id AS id",
        "Claim {id} names an actor that is not there",
    ),
    (
        "MATCH (e:Evidence) WHERE e.claimed_by IS NOT NULL AND NOT EXISTS { MATCH (n:Entity {id: e.claimed_by}) } "
        "RETURN e.id AS id",
        "Evidence {id} names an actor that is not there",
    ),
    (
        "MATCH (n:Person) WHERE EXISTS { (n)-[:HOLDS_POSITION {status: 'asserted'}]->() } AND NOT n:Official "
        "RETURN n.id AS id",
        "{id} holds a position and is no Official",
    ),
    (
        "MATCH (n:Official) WHERE NOT EXISTS { (n)-[:HOLDS_POSITION {status: 'asserted'}]->() } RETURN n.id AS id",
        "{id} is an Official without a position",
    ),
)

_EDGES: Final = "MATCH (s:Entity)-[r:{kind}]->(o:Entity) RETURN s.id AS subject, o.id AS object, properties(r) AS edge"
_CLAIMS: Final = "MATCH (c:Claim {type: $kind}) RETURN properties(c) AS claim"
_REPORTS: Final = (
    "MATCH (c:Claim {type: $kind})<-[:OF]-(e:Evidence)-[:IN]->(a:Article) "
    "RETURN c.id AS claim, a.id AS article, a.published_on AS published_on, properties(e) AS evidence ORDER BY claim"
)
_MENTIONS: Final = (
    "MATCH (n:Entity)<-[m:MENTIONS]-(:Article) "
    "RETURN n.id AS id, m.forms AS forms, m.roles AS roles, m.profile AS profile ORDER BY id"
)


def check(rows: Rows) -> Iterator[str]:
    """Problems of the graph that `rows` reads, one line each."""
    for query, line in _COUNTED:
        for row in rows(query):
            yield line.format(**row)
    for kind in RELATION_TYPES:
        yield from _claims(rows, kind)
    yield from _entities(rows)


def _claims(rows: Rows, kind: str) -> Iterator[str]:
    """Claims, reports and edges of a type side by side, each stream in the order of the Claim's id."""
    claims = rows(_CLAIMS + " ORDER BY claim.id", kind=kind)
    reports = groupby(rows(_REPORTS, kind=kind), key=lambda row: str(row["claim"]))
    edges = rows(_EDGES.format(kind=kind) + " ORDER BY edge.id")
    told, edge = next(reports, None), next(edges, None)
    for row in claims:
        claim = {key: row["claim"].get(key) for key in CLAIM}
        id_ = str(claim["id"])
        while edge is not None and str(edge["edge"].get("id")) < id_:
            yield f"{kind} edge {edge['edge'].get('id')} has no Claim"
            edge = next(edges, None)
        if edge is None or edge["edge"].get("id") != id_:
            yield f"Claim {id_} ({kind}) has no edge"
        else:
            yield from _edge(kind, claim, edge)
            edge = next(edges, None)
            while edge is not None and edge["edge"].get("id") == id_:
                yield f"Claim {id_} ({kind}) has more than one edge"
                edge = next(edges, None)
        while told is not None and told[0] < id_:
            told = next(reports, None)
        if told is not None and told[0] == id_:
            found = [
                {**{key: r["evidence"].get(key) for key in EVIDENCE}, **{k: r[k] for k in ("article", "published_on")}}
                for r in told[1]
            ]
            yield from _values(id_, claim, claim_values(kind, claim["date"], found))
            told = next(reports, None)
    while edge is not None:
        yield f"{kind} edge {edge['edge'].get('id')} has no Claim"
        edge = next(edges, None)


def _edge(kind: str, claim: Row, edge: Row) -> Iterator[str]:
    if (edge["subject"], edge["object"]) != (claim["subject"], claim["object"]):
        yield f"{kind} edge {claim['id']} stands between other actors than its Claim says"
    if kind in SYMMETRIC and claim["object"] < claim["subject"]:
        yield f"Claim {claim['id']} ({kind}) has its greater id first"
    for key, value in edge_values(claim).items():
        if edge["edge"].get(key) != value:
            yield f"{kind} edge {claim['id']}: {key} is not its Claim's"


def _values(id_: str, there: Row, right: Row) -> Iterator[str]:
    for key, value in right.items():
        if there.get(key) != value:
            yield f"{id_}: {key} is {there.get(key)!r} and its articles say {value!r}"


def _entities(rows: Rows) -> Iterator[str]:
    entities = rows("MATCH (n:Entity) RETURN properties(n) AS entity ORDER BY entity.id")
    groups = groupby(rows(_MENTIONS), key=lambda row: str(row["id"]))
    group = next(groups, None)
    for row in entities:
        entity = row["entity"]
        while group is not None and group[0] < entity["id"]:
            group = next(groups, None)
        if group is not None and group[0] == entity["id"]:
            yield from _values(entity["id"], entity, entity_values(group[1]))
            group = next(groups, None)
