"""Asked by index about an actor of whom many are told, a query gives the rows that it gives as it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from bench.asking import profile
from bench.generated import RUN, corpus
from kg import Graph, ask
from kg.ask import Rows
from kg.filters import Filters
from queries import Query, catalogue
from tests.graph import made
from tests.queries.test_coarser import pages
from tests.servers.shared import Server

# The others differ from visits and meetings in the type alone (test_catalogue.py), and Neo4j takes long to plan.
HUBS = [catalogue()[name] for name in ("visits", "meetings", "officials-of-country", "timeline-of-actor")]
FILTERS = [Filters(), Filters(since="2017-03", until="2019-02-01", basis="narrated", min_score=0.6, dated=True)]


@pytest.fixture(scope="module")
def large(neo4j_module: Server) -> Iterator[Graph]:
    """Generated articles, all of them with a day, and some relations of all datings, a third of them without one."""
    with Graph.open(neo4j_module.uri, auth=neo4j_module.auth) as graph:
        graph.store.add(list(corpus(250)), RUN)
        graph.store.add(pages(), made.RUN)
        graph.store.finish()
        yield graph


def asked(graph: Graph, query: Query, limit: int, filters: Filters) -> Iterator[Rows]:
    parameters = [p.name for p in query.parameters if p.type == "actor"]
    for id in ("country/xaa", "person/0", "country/irn", "person/mohammad-bagheri"):
        for name in parameters:
            given: dict[str, Any] = {p.name: "country/xaa" for p in query.parameters if p.required} | {name: id}
            if len(given) == 1:
                yield ask.run(graph.store, query.name, filters, limit, given)


@pytest.mark.parametrize("query", HUBS, ids=lambda query: query.name)
def test_the_same_rows(large: Graph, query: Query, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ask, "_LEAST", 0)
    monkeypatch.setattr(ask, "_HUB", 0)
    full = 0
    for filters in FILTERS:
        for rows in asked(large, query, 12, filters):
            quick = rows.by_index()
            as_it_stands = list(large.store.rows(query.cypher, **rows._parameters))
            if quick is None:
                assert len(as_it_stands) < 12 or any(row["date"] is None for row in as_it_stands)
                continue
            full += 1
            assert list(quick) == as_it_stands
    assert full >= 2


def test_who_is_no_hub_is_asked_for_as_ever(large: Graph) -> None:
    (rows,) = [r for r in asked(large, catalogue()["timeline-of-actor"], 2, Filters()) if "country/irn" in str(r.asked)]
    assert rows.by_index() is None
    assert len(list(rows)) == 2


@pytest.mark.parametrize(("name", "given"), [("visits", {"subject": "person/0"}), ("meetings", {"object": "person/0"})])
def test_no_more_is_read_than_told(large: Graph, name: str, given: dict[str, Any]) -> None:
    rows = ask.run(large.store, name, Filters(), 5, given)
    assert rows.query.hub
    operators = profile(large.store, rows.query.hub, {**rows._parameters, "hub": 0})
    seeks = [op for op in operators if "type" in op["args"].get("Details", "") and "IndexSeek" in op["operatorType"]]
    there = rows.total()
    assert there > 20
    assert seeks
    # One more than the limit may be looked at to see that a day has ended.
    assert max(op["rows"] for op in seeks) <= 5 + 10
