"""A question about one actor enters Neo4j by an index, and never walks all there is of a label or type."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import neo4j
import pytest

from bench.asking import ASKED, entries
from bench.generated import RUN, corpus
from kg import Graph, ask
from kg.filters import Filters
from tests.servers.shared import Server

SEEKS = {"NodeUniqueIndexSeek", "NodeIndexSeek"}
GIVEN: dict[str, str] = {
    "country": "country/xaa",
    "organization": "organization/0",
    "person": "person/0",
}
OTHERS: list[tuple[str, dict[str, Any]]] = [
    ("positions", {"subject": GIVEN["person"]}),
    ("relations", {"subject": GIVEN["country"]}),
    ("relations", {"object": GIVEN["country"]}),
    ("attacks", {"subject": "militia/0"}),
    ("accusations", {"object": GIVEN["country"]}),
    ("agreements-and-parties", {"subject": GIVEN["country"]}),
    ("who-met-whom", {"actor": GIVEN["person"]}),
]


@pytest.fixture(scope="module")
def large(neo4j_module: Server) -> Iterator[Graph]:
    """Large enough that the planner does not think it cheapest to read everything, and asked when little was loaded."""
    with Graph.open(neo4j_module.uri, auth=neo4j_module.auth) as graph:
        graph.store.add(list(corpus(8)), RUN)
        graph.store.finish()
        for name, parameters in OTHERS:
            list(ask.run(graph.store, name, Filters(), 5, parameters))
        graph.store.add(list(corpus(250)), RUN)
        graph.store.finish()
        yield graph


def test_the_planner_knows_what_was_loaded(large: Graph, neo4j_module: Server) -> None:
    """Neo4j samples its indexes some time behind a load, and until then plans as if there were as little as before."""
    with neo4j.GraphDatabase.driver(neo4j_module.uri, auth=neo4j_module.auth) as driver:
        told = driver.execute_query("CALL db.stats.retrieve('GRAPH COUNTS') YIELD data").records[0]["data"]
    sampled = {
        index["labels"][0]: (index["totalSize"], index["updatesSinceEstimation"])
        for index in told["indexes"]
        if index.get("labels") and index["properties"] == ["id"]
    }
    for label in ("Claim", "Entity", "Evidence"):
        there = next(large.cypher(f"MATCH (n:{label}) RETURN count(n) AS n"))["n"]
        assert sampled[label] == (there, 0)


@pytest.mark.parametrize("name", [name for name, varying in ASKED if varying is not None])
def test_the_main_queries(large: Graph, name: str) -> None:
    varying = dict(ASKED)[name]
    assert varying
    kind = "organization" if name == "sanctions" else "person" if name in ("visits", "meetings") else "country"
    claim = next(large.cypher("MATCH (c:Claim) RETURN min(c.id) AS id"))["id"]
    found = entries(large.store, name, {varying: claim if varying == "claim" else GIVEN[kind]})
    assert found
    assert set(found) <= SEEKS


@pytest.mark.parametrize(("name", "given"), OTHERS)
def test_others_too(large: Graph, name: str, given: dict[str, Any]) -> None:
    found = entries(large.store, name, given)
    assert found
    assert set(found) <= SEEKS


def test_a_scan_would_be_seen(large: Graph) -> None:
    """Who asks for the whole graph reads the whole graph, and this is how it looks."""
    assert not set(entries(large.store, "visits", {})) <= SEEKS
