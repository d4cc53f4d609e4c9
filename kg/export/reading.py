"""The graph as it streams out of a store: its kinds in a fixed order, each of them one scan.

Nothing that depends on the machine, the hour or the engine goes through here: no element ids, no times, no absolute
paths, no property without a value, labels and lists of labels sorted.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any, Final, NamedTuple, Protocol

from kg.export.spool import Spool
from kg.filters import Filters
from kg.model import RELATION_TYPES

NODE_KINDS: Final = ("Entity", "Claim", "Evidence", "Statement", "Article", "Page", "Run")

# Kind, label of its start, label of its end; two of a kind differ by their ends.
EDGE_KINDS: Final = (
    ("LOCATED_IN", "Entity", "Entity"),
    ("SAME_AS", "Entity", "Entity"),
    ("SAID", "Entity", "Statement"),
    ("ABOUT", "Statement", "Entity"),
    ("VIA", "Statement", "Entity"),
    ("IN", "Statement", "Article"),
    ("OF", "Evidence", "Claim"),
    ("IN", "Evidence", "Article"),
    ("MENTIONS", "Article", "Entity"),
    ("PART_OF", "Article", "Page"),
    ("READ_BY", "Article", "Run"),
)

DERIVED: Final = frozenset({"search", "seen", "stale"})
"""Properties that the store makes for itself from the others."""


class Readable(Protocol):
    """What an export needs of a store: `kg.store.GraphStore` has it."""

    def rows(self, cypher: str, /, **parameters: object) -> Iterator[dict[str, Any]]: ...


class Node(NamedTuple):
    kind: str
    id: str
    labels: list[str]
    properties: dict[str, Any]


class Edge(NamedTuple):
    kind: str
    source: str
    target: str
    properties: dict[str, Any]


def nodes(store: Readable, kind: str, filters: Filters | None = None) -> Iterator[Node]:
    """All nodes of a kind in the store's own order; `filters` apply to claims, their evidence and statements."""
    filters = filters or Filters()
    pattern, more = f"MATCH (n:{kind})", ""
    if kind == "Evidence" and not passes_all(filters):
        pattern, more = "MATCH (n:Evidence)-[:OF]->(c:Claim)", ", properties(c) AS judged"
    elif kind == "Statement" and not passes_all(filters):
        pattern, more = "MATCH (n:Statement)-[:IN]->(a:Article)", ", a.published_on AS published_on"
    for row in store.rows(f"{pattern} RETURN labels(n) AS labels, properties(n) AS p{more}"):
        p = row["p"]
        if kind in ("Claim", "Evidence") and not keeps(filters, row.get("judged", p)):
            continue
        if kind == "Statement" and not keeps_statement(filters, p, row.get("published_on")):
            continue
        id = p["id"]
        if kind == "Page":
            id = page_name(id, p.get("path"))
            p = {**p, "path": PurePath(p["path"]).name} if p.get("path") else p
        yield Node(kind, id, sorted(row["labels"]), properties(p))


def relations(store: Readable, filters: Filters | None = None) -> Iterator[Edge]:
    """The edges between entities that stand for a claim."""
    filters = filters or Filters()
    types = "|".join(RELATION_TYPES)
    for row in store.rows(
        f"MATCH (a:Entity)-[r:{types}]->(b:Entity) "
        "RETURN type(r) AS kind, a.id AS source, b.id AS target, properties(r) AS p"
    ):
        if keeps(filters, row["p"]):
            yield Edge(row["kind"], row["source"], row["target"], properties(row["p"]))


def edges(store: Readable, kind: str, start: str, end: str, filters: Filters | None = None) -> Iterator[Edge]:
    """All other edges of a kind between nodes of two kinds, without those whose claim or statement is left out."""
    filters = filters or Filters()
    pattern = f"MATCH (a:{start})-[r:{kind}]->(b:{end})"
    more = ", b.path AS path" if end == "Page" else ""
    if start == "Evidence" and not passes_all(filters):
        judge = "b" if end == "Claim" else "c"
        pattern += "" if end == "Claim" else " MATCH (a)-[:OF]->(c:Claim)"
        more += f", properties({judge}) AS judged"
    elif "Statement" in (start, end) and not passes_all(filters):
        statement = "a" if start == "Statement" else "b"
        pattern += f" MATCH ({statement})-[:IN]->(c:Article)"
        more += f", properties({statement}) AS judged, c.published_on AS published_on"
    for row in store.rows(f"{pattern} RETURN a.id AS source, b.id AS target, properties(r) AS p{more}"):
        if "published_on" in row:
            if not keeps_statement(filters, row["judged"], row["published_on"]):
                continue
        elif "judged" in row and not keeps(filters, row["judged"]):
            continue
        target = page_name(row["target"], row["path"]) if end == "Page" else row["target"]
        yield Edge(kind, row["source"], target, properties(row["p"]))


def touched(store: Readable, filters: Filters | None) -> set[str] | None:
    """The entities that an edge which passes the filters reaches; None where no filter is set, and all are wanted."""
    if filters is None or passes_all(filters):
        return None
    return {end for edge in relations(store, filters) for end in (edge.source, edge.target)}


def properties(found: dict[str, Any]) -> dict[str, Any]:
    """Without what the store derives and what has no value; dates as ISO text, the rest as it is.

    A list without items is no value either: neo4j-admin import knows none, and the same graph has the same bytes.
    """
    kept = ((key, value) for key, value in sorted(found.items()) if key not in DERIVED)
    return {key: plain(value) for key, value in kept if value is not None and value != []}


def plain(value: Any) -> Any:
    if isinstance(value, str | int | float):
        return value
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value.iso_format() if hasattr(value, "iso_format") else str(value)


def page_name(id: str, path: str | None) -> str:
    """A page's id without the folder that it was found in: the same pages have the same name anywhere."""
    if path and id.startswith(path):
        return PurePath(path).name + id[len(path) :]
    return id


def passes_all(filters: Filters) -> bool:
    return not filters.by_date and filters.bases is None and filters.status is None and filters.min_score is None


def keeps(filters: Filters, p: dict[str, Any]) -> bool:
    """Whether a claim, or the edge that stands for it, passes; `p` are its properties."""
    if filters.status is not None and p.get("status") != filters.status:
        return False
    if filters.bases is not None and p.get("basis") not in filters.bases:
        return False
    if filters.min_score is not None and (p.get("score") or 0) < filters.min_score:
        return False
    if filters.dated and p.get("date") is None:
        return False
    return not filters.by_date or overlaps(filters, p.get("seen_from"), p.get("seen_to"))


def keeps_statement(filters: Filters, p: dict[str, Any], published_on: str | None) -> bool:
    """The same for a statement: it has no status and no basis, and without a date of its own its article's counts."""
    if filters.min_score is not None and (p.get("score") or 0) < filters.min_score:
        return False
    if filters.dated and p.get("date") is None:
        return False
    return not filters.by_date or overlaps(
        filters, p.get("date_from") or published_on, p.get("date_to") or published_on
    )


def overlaps(filters: Filters, first: Any, last: Any) -> bool:
    """Whether [first, last] meets [since, until]; one open end is open, both open are no date."""
    if first is None and last is None:
        return False
    if filters.since is not None and last is not None and plain(last) < filters.since:
        return False
    return filters.until is None or first is None or plain(first) <= filters.until


def line(value: Any) -> bytes:
    """One line of compact JSON; its bytes sort as its first values do."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # Lone surrogates cannot be written as UTF-8; they come from broken pages only.
    return text.encode("utf-8", "replace")


def sorted_entities(store: Readable, spool: Spool) -> Iterator[Node]:
    for node in nodes(store, "Entity"):
        spool.add(line([node.id, node.labels, node.properties]))
    for raw in spool.sorted():
        yield Node("Entity", *json.loads(raw))


def sorted_relations(store: Readable, spool: Spool, filters: Filters | None) -> Iterator[Edge]:
    """By source, target, kind and id."""
    for edge in relations(store, filters):
        spool.add(line([edge.source, edge.target, edge.kind, edge.properties["id"], edge.properties]))
    for raw in spool.sorted():
        source, target, kind, _, found = json.loads(raw)
        yield Edge(kind, source, target, found)
