"""Cypher that does more than read is refused, before it reaches a server and by the server too."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import QueryError, StoreError
from kg.store import GraphStore
from kg.store.guard import guard
from queries import catalogue
from tests.store.factory import RUN, Factory

REFUSED = [
    "CREATE (n:X)",
    "MATCH (n) SET n.x = 1",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n) /* x */ REMOVE n.x",
    "merge (n:X {id: 1}) return n",
    "FOREACH (x IN [1] | CREATE (:X))",
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "lOaD csv FROM 'file:///etc/passwd' AS line RETURN line",
    "load/* a comment */csv with headers from 'file:///etc/passwd' as line return line",
    "LOAD // a comment\nCSV FROM 'file:///etc/passwd' AS line RETURN line",
    "\\u004cOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "WITH 1 AS as LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "WITH 'it''s' AS x LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "USE system SHOW USERS",
    "SHOW USERS",
    "show databases",
    "EXPLAIN SHOW USERS",
    "CYPHER 5 SHOW USERS",
    "RETURN 1; DROP DATABASE neo4j",
    "RETURN 1; SHOW USERS",
    "ALTER USER neo4j SET PASSWORD 'x'",
    "DROP INDEX x",
    "GRANT ROLE admin TO x",
    "TERMINATE TRANSACTIONS 'x'",
    "MATCH (n) CALL (n) { SET n.x = 1 } IN TRANSACTIONS",
    "MATCH (n) CALL (n) { RETURN 1 AS one } IN TRANSACTIONS OF 10 ROWS RETURN n",
    "CALL dbms.listConfig()",
    "CALL db.createLabel('x')",
    "CALL db . createLabel('x')",
    "CALL `db`.`createLabel`('x')",
    "CALL db./*x*/createLabel('x')",
    "CALL apoc.load.json('file:///etc/passwd')",
    "call\ndbms.components()",
    "RETURN 'open",
    "RETURN 1 /* open",
    "MATCH (n:`open) RETURN n",
]
ALLOWED = [
    "MATCH (n {name: 'CREATE (x) SET x.y = 1'}) RETURN n",
    'RETURN "LOAD CSV" AS text // DELETE it',
    "RETURN /* DROP */ 1",
    "MATCH (n:`LOAD`) RETURN n.`set`, n.load AS l",
    "MATCH (n:Create)-[:USE]->() RETURN n",
    "MATCH (e:Evidence) WITH e.start AS start, e.end AS end RETURN start, end",
    "MATCH (n) RETURN {set: 1, load: 2}",
    "MATCH (n) CALL (n) { MATCH (n)--(m) RETURN count(m) AS c } RETURN c",
    "CALL db.labels() YIELD label RETURN label",
    "CALL db.relationshipTypes()",
    "CALL DB.PropertyKeys()",
    "CALL db.schema.visualization()",
    "CALL db.index.fulltext.queryNodes('x', $q) YIELD node RETURN node",
    "EXPLAIN MATCH (n) RETURN n",
    "MATCH p = (a)-[*1..3]->(b) RETURN [x IN nodes(p) | x.name] AS names",
]


@pytest.mark.parametrize("text", REFUSED)
def test_refused(text: str) -> None:
    with pytest.raises(QueryError) as caught:
        guard(text)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("text", ALLOWED)
def test_allowed(text: str) -> None:
    guard(text)


def test_canned_queries_pass() -> None:
    for query in catalogue().values():
        guard(query.cypher)


def test_nothing_is_written(store: GraphStore) -> None:
    """The server refuses too: the guard is gone round here, as by a fault of it."""
    for text in ("CREATE (n:X {id: 'x'}) RETURN n.id AS id", "MATCH (n:Schema) SET n.version = 9 RETURN n.id AS id"):
        with pytest.raises((QueryError, StoreError)):
            list(store.cypher(text))
        with pytest.raises((QueryError, StoreError)):
            list(store._timed(text, {}, 10))
    (row,) = store.rows("MATCH (n) WHERE n:X OR n.version = 9 RETURN count(n) AS n")
    assert row["n"] == 0


def test_cypher(store: GraphStore, opener: Callable[..., GraphStore]) -> None:
    store.add(Factory(seed=1).pages(3), RUN)
    store.finish()
    rows = list(store.cypher("UNWIND $xs AS x RETURN x, date('2019-02-03') AS d", {"xs": [1, "نص"]}))
    assert rows == [{"x": 1, "d": "2019-02-03"}, {"x": "نص", "d": "2019-02-03"}]
    (node,) = store.cypher("MATCH (n:Run) RETURN n")
    assert node["n"]["labels"] == ["Run"]
    with pytest.raises(QueryError) as caught:
        list(store.cypher("MATCH (n RETURN n"))
    assert "\n" not in str(caught.value)
    # The store goes on after its child: reading, writing, opening anew.
    assert list(store.check()) == []
    store.add(Factory(seed=2).pages(2), RUN)
    store.close()
    again = opener()
    assert list(again.check()) == []


def test_a_query_without_end_is_stopped(store: GraphStore) -> None:
    store.add(Factory(seed=3, people=40).pages(20), RUN)
    store.finish()
    began = time.monotonic()
    with pytest.raises((QueryError, StoreError)):
        list(store.cypher("UNWIND range(1, 99999) AS a UNWIND range(1, 99999) AS b RETURN sum(a % b)", timeout=3))
    assert time.monotonic() - began < 20
    assert list(store.check()) == []


def test_files_of_the_machine_stay_unread(store: GraphStore, tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("very secret\n")
    for text in (
        f"LOAD CSV FROM 'file://{secret}' AS line RETURN line",
        f"load /**/ csv from 'file://{secret}' as l return l",
    ):
        with pytest.raises(QueryError, match="LOAD"):
            list(store.cypher(text))
        with pytest.raises(QueryError, match="LOAD"):
            list(store.rows(text))
