"""Fixtures: the small world of made.py in both databases, filled once for the tests of a module that only read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg import Graph
from tests.graph import made
from tests.servers.shared import Server


def filled(graph: Graph) -> Graph:
    graph.store.add(made.pages(), made.RUN)
    graph.store.finish()
    return graph


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    with Graph.open(path=tmp_path_factory.mktemp("world") / "mawqif.db") as graph:
        yield filled(graph)


@pytest.fixture(scope="module")
def world_neo4j(neo4j_module: Server) -> Iterator[Graph]:
    with Graph.open(neo4j_module.uri, auth=neo4j_module.auth) as graph:
        yield filled(graph)
