"""The fixture itself: a real server of the version we say, emptied between tests."""

from __future__ import annotations

import neo4j
import pytest

from tests.servers.shared import Server


@pytest.mark.parametrize("round_", [1, 2])
def test_is_a_real_neo4j_and_empty_each_time(neo4j_server: Server, round_: int) -> None:
    with neo4j.GraphDatabase.driver(neo4j_server.uri, auth=neo4j_server.auth) as driver:
        agent = driver.get_server_info().agent
        before, _, _ = driver.execute_query("MATCH (n) RETURN count(n) AS n")
        driver.execute_query("UNWIND range(1, 7) AS i CREATE (:X {i: i})-[:Y]->(:Z)")
    assert agent.startswith("Neo4j/5.")
    assert before[0]["n"] == 0


def test_refuses_a_wrong_password(neo4j_server: Server) -> None:
    with (
        neo4j.GraphDatabase.driver(neo4j_server.uri, auth=("neo4j", "wrong")) as driver,
        pytest.raises(neo4j.exceptions.AuthError),
    ):
        driver.verify_connectivity()
