"""What is sent ahead arrives in order, is seen by what is read after it, and goes with what fails after it."""

from __future__ import annotations

import pytest
from neo4j import ManagedTransaction

from kg.errors import MawqifError
from kg.store import GraphStore
from kg.store.ahead import Ahead

CREATE = "UNWIND $rows AS id CREATE (:Ledger {id: id})"
APPEND = "UNWIND $rows AS word MATCH (l:Ledger {id: 'a'}) SET l.run = coalesce(l.run, '') + word"
COUNT = "MATCH (l:Ledger) RETURN count(l) AS n"


def test_in_order_and_seen(store: GraphStore) -> None:
    words = [f"{n} " for n in range(20)]

    def work(tx: ManagedTransaction) -> None:
        with Ahead(tx) as ahead:
            ahead.write(CREATE, ["a", "b"])
            assert ahead.read(COUNT) == [{"n": 2}]
            for word in words:
                ahead.write(APPEND, [word])

    store._write(work)
    assert list(store.rows("MATCH (l:Ledger {id: 'a'}) RETURN l.run AS run")) == [{"run": "".join(words)}]


@pytest.mark.parametrize("more", [0, 20])
def test_nothing_stays_of_what_fails(store: GraphStore, more: int) -> None:
    def work(tx: ManagedTransaction) -> None:
        with Ahead(tx) as ahead:
            ahead.write(CREATE, ["a", "b"])
            ahead.write("UNWIND $rows AS row RETURN no_such_function(row)", [1])
            for n in range(more):
                ahead.write(CREATE, [f"c{n}"])

    with pytest.raises(MawqifError, match=r"(?i)no_such_function"):
        store._write(work)
    assert list(store.rows(COUNT)) == [{"n": 0}]


def test_an_error_of_the_caller_comes_through(store: GraphStore) -> None:
    def work(tx: ManagedTransaction) -> None:
        with Ahead(tx) as ahead:
            ahead.write(CREATE, ["a"])
            raise KeyError("ours")

    with pytest.raises(KeyError, match="ours"):
        store._write(work)
    assert list(store.rows(COUNT)) == [{"n": 0}]
