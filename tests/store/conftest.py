"""`store`: an empty graph on either engine, opened for writing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.store import GraphStore, open_store

Opener = Callable[..., GraphStore]


@pytest.fixture(params=["arcadedb", "neo4j"])
def opener(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Opener]:
    """`opener(**options)` opens the test's graph, again if it was closed."""
    opened: list[GraphStore] = []
    if request.param == "arcadedb":
        place = tmp_path / "mawqif.db"

        def make(**options: object) -> GraphStore:
            opened.append(open_store(path=place, **options))  # type: ignore[arg-type]
            return opened[-1]

    else:
        server = request.getfixturevalue("neo4j_server")

        def make(**options: object) -> GraphStore:
            opened.append(open_store(server.uri, auth=server.auth, **options))  # type: ignore[arg-type]
            return opened[-1]

    yield make
    for store in opened:
        store.close()


@pytest.fixture
def store(opener: Opener) -> GraphStore:
    return opener()
