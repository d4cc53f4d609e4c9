"""Several loaders that make the schema of an empty server at the same time."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

from kg.store import open_store
from tests.servers import shared

LOADERS = 4
ROUNDS = 3


def test_all_who_make_the_schema_at_once_end_well(neo4j_server: shared.Server) -> None:
    for _ in range(ROUNDS):
        neo4j_server.empty(schema=True)
        together = threading.Barrier(LOADERS)

        def make(_: int, together: threading.Barrier = together) -> None:
            together.wait()
            open_store(neo4j_server.uri, auth=neo4j_server.auth).close()

        with ThreadPoolExecutor(LOADERS) as loaders:
            assert list(loaders.map(make, range(LOADERS))) == [None] * LOADERS
