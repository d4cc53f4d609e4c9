"""The small world of made.py, in the embedded database and in Neo4j."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg import Graph
from tests.graph import made


def filled(graph: Graph) -> Graph:
    graph.store.add(made.pages(), made.RUN)
    graph.store.finish()
    return graph


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    """The small world, embedded."""
    with Graph.open(path=Path(tmp_path_factory.mktemp("world")) / "mawqif.db") as graph:
        yield filled(graph)
