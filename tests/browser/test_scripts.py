"""The scripts and the style for Neo4j Browser, on a real Neo4j that holds the graph of seeds/."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import neo4j
import pytest

from bench.generated import RUN, corpus
from kg import Graph
from kg.model import ACTOR_TYPES, RELATION_TYPES
from tests.servers.shared import Server

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = sorted((ROOT / "docs" / "browser").glob("*.cypher"))
TABLE = "evidence-of-edge"
"""The one that tells instead of drawing."""


def parts(path: Path) -> tuple[dict[str, str], str]:
    """The parameters that its `:param` lines set, and the query."""
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("// Mawqif: "), "the Browser takes the first line for a title"
    set_ = dict(re.findall(r"^:param (\w+) => '([^']*)';$", "\n".join(lines), re.MULTILINE))
    query = "\n".join(line for line in lines if not line.startswith((":param", "//")))
    return set_, query.removesuffix("\n").removesuffix(";")


@pytest.fixture(scope="module")
def driver(neo4j_module: Server) -> Iterator[neo4j.Driver]:
    with Graph.open(neo4j_module.uri, auth=neo4j_module.auth) as graph:
        graph.load(ROOT / "seeds")
        # More than a hundred of each kind, so that only the limit keeps the picture small.
        graph.store.add(list(corpus(300)), RUN)
        graph.store.finish()
    with neo4j.GraphDatabase.driver(neo4j_module.uri, auth=neo4j_module.auth) as driver:
        yield driver


def test_there_are_scripts() -> None:
    assert len(SCRIPTS) >= 9


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_every_parameter_is_set(path: Path) -> None:
    set_, query = parts(path)
    assert set(re.findall(r"\$(\w+)", query)) == set(set_)


@pytest.mark.parametrize("path", [p for p in SCRIPTS if p.stem != TABLE], ids=lambda path: path.stem)
def test_it_draws_paths_of_at_most_a_hundred_entities(driver: neo4j.Driver, path: Path) -> None:
    set_, query = parts(path)
    with driver.session(default_access_mode=neo4j.READ_ACCESS) as session:
        result = session.run(query, set_)
        graph = result.graph()
        summary = result.consume()
    assert all("Entity" in node.labels for node in graph.nodes)
    assert len(graph.nodes) <= 100
    # A label, type or property that is misspelt is only a notification.
    unknown = [s.gql_status for s in summary.gql_status_objects if s.gql_status in ("01N50", "01N51", "01N52")]
    assert unknown == []


@pytest.mark.parametrize("name", ["around-actor", "visits", "demanded-withdrawal", "officials-of-country"])
def test_it_finds_something_in_the_seeds(driver: neo4j.Driver, name: str) -> None:
    set_, query = parts(ROOT / "docs" / "browser" / f"{name}.cypher")
    records, _, _ = driver.execute_query(query, set_)
    assert records


def test_a_clicked_edge_leads_to_its_evidence(driver: neo4j.Driver) -> None:
    edges, _, _ = driver.execute_query("MATCH ()-[r:DEMANDED_WITHDRAWAL]->() RETURN r.id AS id, r.evidence AS sentence")
    _, query = parts(ROOT / "docs" / "browser" / f"{TABLE}.cypher")
    for edge in edges:
        records, _, _ = driver.execute_query(query, {"claim": edge["id"]})
        assert edge["sentence"].removesuffix("…") in " ".join(record["sentence"] for record in records)


def test_the_style_has_a_rule_for_each_label_and_type() -> None:
    text = (ROOT / "docs" / "mawqif.grass").read_text(encoding="utf-8")
    rules = dict(
        re.findall(r"^(node(?:\.\w+)?|relationship(?:\.\w+)?) \{\n([^}]*(?:'[^']*'[^}]*)*)\}$", text, re.MULTILINE)
    )
    assert {f"node.{type.capitalize()}" for type in ACTOR_TYPES} <= set(rules)
    assert {f"relationship.{type}" for type in RELATION_TYPES} <= set(rules)
    for type in RELATION_TYPES:
        assert f"caption: '{type} {{date}}'" in rules[f"relationship.{type}"]
    for label in ("Claim", "Evidence", "Page", "Run"):
        assert "diameter: 25px" in rules[f"node.{label}"]
