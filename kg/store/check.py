"""What must hold of a graph, looked for: one line a problem, none ever.

Everything is looked at in parts, so that memory does not grow with the graph, and each part is found by an index.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice, product
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
    (
        "MATCH (s:Statement)-[:IN]->(a:Article) "
        "WHERE coalesce(s.seen, '') <> coalesce(s.date, a.published_on, '') RETURN s.id AS id",
        "Statement {id}: seen is neither its date nor its article's",
    ),
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
_COUNTS: Final = "MATCH (c:Claim) RETURN c.type AS kind, count(c) AS n"
_CLAIMS: Final = "UNWIND $ids AS id MATCH (c:Claim {id: id}) RETURN properties(c) AS claim"
_BARE: Final = (
    "MATCH (c:Claim {{type: $kind}}) WHERE NOT EXISTS "
    "{{ MATCH (s:Entity {{id: c.subject}})-[r:{kind}]->(:Entity) WHERE r.id = c.id }} RETURN c.id AS id"
)
_REPORTS: Final = (
    "MATCH (c:Claim) WHERE c.id STARTS WITH $prefix MATCH (c)<-[:OF]-(e:Evidence)-[:IN]->(a:Article) "
    "RETURN properties(c) AS claim, properties(e) AS evidence, a.id AS article, a.published_on AS published_on"
)
_ENTITIES: Final = "MATCH (n:Entity) RETURN n.id AS id"
_MENTIONS: Final = (
    "UNWIND $ids AS id MATCH (n:Entity {id: id}) MATCH (n)<-[m:MENTIONS]-(:Article) "
    "RETURN id, properties(n) AS entity, m.forms AS forms, m.roles AS roles, m.profile AS profile"
)
_CHUNK: Final = 500
_AT_ONCE: Final = 20_000
"""Claims whose reports are held together: more are taken in parts, by the first digits of their ids."""


def check(rows: Rows) -> Iterator[str]:
    """Problems of the graph that `rows` reads, one line each."""
    for query, line in _COUNTED:
        for row in rows(query):
            yield line.format(**row)
    claims = {row["kind"]: int(row["n"]) for row in rows(_COUNTS)}
    for kind in RELATION_TYPES:
        yield from _edges(rows, kind, claims.get(kind, 0))
    yield from _reports(rows, sum(claims.values()))
    yield from _entities(rows)


def _chunks(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while chunk := list(islice(rows, _CHUNK)):
        yield chunk


def _edges(rows: Rows, kind: str, claims: int) -> Iterator[str]:
    """Every edge against its Claim. Ids of edges are unique, so that equal numbers leave no Claim without one."""
    edges = 0
    for chunk in _chunks(rows(_EDGES.format(kind=kind))):
        edges += len(chunk)
        found = {
            row["claim"]["id"]: row["claim"] for row in rows(_CLAIMS, ids=[row["edge"].get("id") for row in chunk])
        }
        for edge in chunk:
            claim = found.get(edge["edge"].get("id"))
            if claim is None or claim["type"] != kind:
                yield f"{kind} edge {edge['edge'].get('id')} has no Claim"
            else:
                yield from _edge(kind, {key: claim.get(key) for key in CLAIM}, edge)
    if edges != claims:
        for row in rows(_BARE.format(kind=kind), kind=kind):
            yield f"Claim {row['id']} ({kind}) has no edge"


def _edge(kind: str, claim: Row, edge: Row) -> Iterator[str]:
    if (edge["subject"], edge["object"]) != (claim["subject"], claim["object"]):
        yield f"{kind} edge {claim['id']} stands between other actors than its Claim says"
    if kind in SYMMETRIC and claim["object"] < claim["subject"]:
        yield f"Claim {claim['id']} ({kind}) has its greater id first"
    for key, value in edge_values(claim).items():
        if edge["edge"].get(key) != value:
            yield f"{kind} edge {claim['id']}: {key} is not its Claim's"


def _reports(rows: Rows, claims: int) -> Iterator[str]:
    """Every Claim against its reports."""
    digits = 0
    while claims > _AT_ONCE * 16**digits:
        digits += 1
    for start in product("0123456789abcdef", repeat=digits):
        told: dict[str, tuple[Row, list[Row]]] = {}
        for row in rows(_REPORTS, prefix="claim/" + "".join(start)):
            report = {**{key: row["evidence"].get(key) for key in EVIDENCE}, "article": row["article"]}
            claim = row["claim"]
            told.setdefault(claim["id"], (claim, []))[1].append({**report, "published_on": row["published_on"]})
        for id_, (claim, reports) in sorted(told.items()):
            yield from _values(id_, claim, claim_values(claim["type"], claim.get("date"), reports))


def _values(id_: str, there: Row, right: Row) -> Iterator[str]:
    for key, value in right.items():
        if there.get(key) != value:
            yield f"{id_}: {key} is {there.get(key)!r} and its articles say {value!r}"


def _entities(rows: Rows) -> Iterator[str]:
    """Every Entity against the articles that mention it."""
    for chunk in _chunks(rows(_ENTITIES)):
        told: dict[str, tuple[Row, list[Row]]] = {}
        for row in rows(_MENTIONS, ids=[row["id"] for row in chunk]):
            told.setdefault(row["id"], (row["entity"], []))[1].append(row)
        for id_, (entity, mentions) in told.items():
            yield from _values(id_, entity, entity_values(mentions))
