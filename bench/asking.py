"""How long the main queries take on a large graph, and whether they enter it by an index."""

from __future__ import annotations

import time
from typing import Any, Final

from bench.generated import COUNTS, code
from bench.measure import percentile
from kg import ask
from kg.filters import Filters
from kg.store import GraphStore
from queries import catalogue

# Twelve queries with the parameter that varies; None asks the whole graph.
ASKED: tuple[tuple[str, str | None], ...] = (
    ("demanded-withdrawal", "object"),
    ("visits", "subject"),
    ("meetings", "subject"),
    ("sanctions", "object"),
    ("statements-by-actor", "actor"),
    ("statements-about-actor", "actor"),
    ("officials-of-country", "country"),
    ("agreements-and-parties", None),
    ("timeline-of-actor", "actor"),
    ("evidence-for-relation", "claim"),
    ("contested-claims", None),
    ("who-denies-what", None),
)
_OF_PERSONS = {"visits", "meetings", "statements-by-actor", "timeline-of-actor"}
MARKS = {True: 0.05, False: 1.0}
"""Seconds that p95 may take on Neo4j: of a query about one actor, of one about the whole graph."""


_WARM: Final = 5
"""Turns that do not count, with actors that are not asked for again: Neo4j plans a query when it first sees it."""


def run(store: GraphStore, times: int = 30, limit: int = 100) -> dict[str, float]:
    """Each query `times` times, with another actor each time, all of its rows read (at most `limit`).

    The actors are the most frequent ones, which are the slowest. Returns seconds of p95 by query.
    """
    found: dict[str, float] = {}
    known = catalogue()
    actors = _actors(store)
    claims = [row["id"] for row in store.rows("MATCH (c:Claim) RETURN c.id AS id LIMIT $n", n=times + _WARM)]
    print("  query                       p50 ms    p95 ms    max ms   rows   entered by")
    for name, varying in ASKED:
        if name not in known:
            print(f"  {name}: there is no such query")
            continue
        took, rows = [], 0
        for turn in [*range(times, times + _WARM), *range(times)]:
            given = _parameters(actors, claims, name, varying, turn)
            begun = time.monotonic()
            rows = max(rows, len(list(ask.run(store, name, Filters(), limit, given))))
            took.append(time.monotonic() - begun)
        took = took[_WARM:]
        found[name] = p95 = percentile(took, 0.95)
        late = "" if p95 <= MARKS[varying is not None] else f"   over {MARKS[varying is not None] * 1000:.0f}"
        print(
            f"  {name:26}{percentile(took, 0.5) * 1000:8.0f}{p95 * 1000:10.0f}{max(took) * 1000:10.0f}{rows:7}   "
            f"{' '.join(sorted(set(entries(store, name, given, limit))))}{late}",
            flush=True,
        )
    return found


def entries(store: GraphStore, name: str, given: dict[str, Any], limit: int = 100) -> list[str]:
    """How Neo4j comes into the graph for a query: the operators below which there is none, and that touched the
    store. Empty on the embedded engine, which tells no plan."""
    if store.engine != "neo4j":
        return []
    query = ask.run(store, name, Filters(), limit, given)
    text = query.query.cypher if query.by_index() is None else query.query.hub
    assert text
    operators = profile(store, text, {**query._parameters, "hub": 0})
    return [
        str(operator["operatorType"]).partition("@")[0]
        for operator in operators
        if not operator.get("children") and operator.get("dbHits")
    ]


def profile(store: GraphStore, cypher: str, parameters: dict[str, Any]) -> list[dict[str, Any]]:
    """All operators of a query on Neo4j, run with PROFILE."""
    with store._reader.session(default_access_mode="READ") as session:
        top = session.run("PROFILE " + cypher, parameters).consume().profile
    assert top is not None
    found, waiting = [], [top]
    while waiting:
        operator = waiting.pop()
        waiting += operator.get("children") or []
        found.append(operator)
    return found


def _actors(store: GraphStore) -> dict[str, list[str]]:
    """The ids of generated actors that are there, by type, the most frequent first."""
    found = {}
    for kind in ("person", "country", "organization"):
        wanted = [f"{kind}/{code(k).lower() if kind == 'country' else k}" for k in range(COUNTS[kind])]
        there = {
            r["id"] for r in store.rows("UNWIND $ids AS id MATCH (n:Entity {id: id}) RETURN n.id AS id", ids=wanted)
        }
        found[kind] = [id for id in wanted if id in there]
    return found


def _parameters(
    actors: dict[str, list[str]], claims: list[str], name: str, varying: str | None, turn: int
) -> dict[str, Any]:
    if varying is None:
        return {}
    if varying == "claim":
        return {"claim": claims[turn % len(claims)]}
    kind = "organization" if name == "sanctions" else "person" if name in _OF_PERSONS else "country"
    return {varying: actors[kind][turn % len(actors[kind])]}
