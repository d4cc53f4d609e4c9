"""Two that write to one Neo4j at once: they take turns, and what is transient is tried again."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import neo4j
import pytest

from kg.store import open_store
from tests.servers.shared import Server
from tests.store.dump import dump
from tests.store.factory import RUN, Factory

ROOT = Path(__file__).resolve().parents[2]
PAGES = 40
LOADER = f"""
import logging, os, sys
from kg.store import open_store
from tests.store.factory import RUN, Factory
again = []
logger = logging.getLogger("neo4j")
logger.addFilter(lambda record: "retried" not in record.getMessage() or again.append(record.getMessage()))
logger.setLevel(logging.WARNING)
items = Factory(seed=7, people=5).pages({PAGES})
items = {{"all": items, "back": items[::-1], "even": items[::2], "odd": items[1::2]}}[sys.argv[2]]
with open_store(sys.argv[1], auth=(os.environ["U"], os.environ["P"])) as store:
    print("ready", flush=True)
    sys.stdin.readline()
    for at in range(0, len(items), 4):
        store.add(items[at : at + 4], RUN)
    store.finish()
print(*again, sep="\\n")
"""


@pytest.mark.parametrize("ways", [("all", "back"), ("even", "odd")])
def test_two_loaders_of_one_server(neo4j_server: Server, ways: tuple[str, str]) -> None:
    """The same pages from both ends, or pages that tell of the same actors: as one loader would have left it, and
    without one deadlock."""
    assert neo4j_server.auth
    user, password = neo4j_server.auth
    with open_store(neo4j_server.uri, auth=neo4j_server.auth) as store:
        items = Factory(seed=7, people=5).pages(PAGES)
        for at in range(0, PAGES, 4):
            store.add(items[at : at + 4], RUN)
        store.finish()
        right = dump(store)
        store._writer.execute_query("MATCH (n) WHERE NOT n:Schema DETACH DELETE n")
    both = [
        subprocess.Popen(
            [sys.executable, "-c", LOADER, neo4j_server.uri, way],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT), "U": user, "P": password},
        )
        for way in ways
    ]
    for process in both:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
    for process in both:
        assert process.stdin
        process.stdin.write("\n")
        process.stdin.flush()
    for process in both:
        out, error = process.communicate()
        assert process.returncode == 0, error
        assert out.strip() == "", "a transaction had to be tried again"
    with open_store(neo4j_server.uri, auth=neo4j_server.auth) as store:
        assert list(store.check()) == []
        assert dump(store) == right


def test_a_deadlock_is_tried_again(neo4j_server: Server) -> None:
    """Another program, that takes no turns, locks us out: whichever of the two the server ends is done in the end."""
    tries = {"ours": 0, "theirs": 0}
    both_hold_one = threading.Barrier(2, timeout=60)

    def write(tx: neo4j.ManagedTransaction, who: str, ids: list[str]) -> None:
        tries[who] += 1
        for at, id_ in enumerate(ids):
            tx.run("MATCH (p:Page {id: $id}) SET p.touched = coalesce(p.touched, 0) + 1", id=id_).consume()
            if at == 0 and tries[who] == 1:
                both_hold_one.wait()

    with open_store(neo4j_server.uri, auth=neo4j_server.auth) as store:
        store._writer.execute_query("UNWIND ['a', 'b'] AS id CREATE (:Page {id: id})")

        def theirs() -> None:
            with (
                neo4j.GraphDatabase.driver(neo4j_server.uri, auth=neo4j_server.auth) as driver,
                driver.session() as session,
            ):
                session.execute_write(write, "theirs", ["b", "a"])

        other = threading.Thread(target=theirs)
        other.start()
        store._write(lambda tx: write(tx, "ours", ["a", "b"]))
        other.join(60)
        assert not other.is_alive()
        assert sum(tries.values()) > 2
        assert list(store.rows("MATCH (p:Page) RETURN p.touched AS n")) == [{"n": 2}, {"n": 2}]
