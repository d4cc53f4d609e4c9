"""The same elements by neo4j-graphrag's own writer, where that package is installed (it is no dependency of ours).

    pip install neo4j-graphrag
    python -m bench graphrag --articles 1000 --apoc FOLDER

Its writer calls `apoc.merge.relationship`, so that FOLDER must hold the jars of apoc-core and apoc-common for Neo4j
5.26, with what they need; without them nodes alone are compared. It is given a graph that is finished: what our store
does besides (to look what is there, to merge what many articles tell, to keep every report) it need not do.
"""

from __future__ import annotations

import asyncio
import importlib
import re
import shutil
import time
from pathlib import Path
from typing import Any

import neo4j

from bench import writing
from kg.store import INTERNAL, GraphStore
from tests.servers.neo4j_server import Neo4jServer

_NODES = "MATCH (n) RETURN labels(n) AS labels, n.id AS id, properties(n) AS p"
_EDGES = (
    "MATCH (a)-[r]->(b) RETURN labels(a) AS start, a.id AS a, type(r) AS type, labels(b) AS end, b.id AS b, "
    "properties(r) AS p"
)


def compare(folder: Path, articles: int, batch: int, apoc: Path | None) -> None:
    try:
        writer = importlib.import_module("neo4j_graphrag.components.kg_writer")
        types = importlib.import_module("neo4j_graphrag.components.types")
    except ImportError:
        print("neo4j-graphrag is not installed: nothing to compare with")
        return
    print("ours, on Neo4j", flush=True)
    (folder / "ours").mkdir()
    with writing.opened("neo4j", folder / "ours") as (store, apart):
        writing.write(store, apart, folder, articles, batch)
        graph = _graph(store, types, edges=apoc is not None)
    count = len(graph.nodes), len(graph.relationships)
    print(f"neo4j-graphrag's Neo4jWriter: {count[0]} nodes, {count[1]} relationships", flush=True)
    server = Neo4jServer(folder / "theirs", heap="2g", pagecache="1g")
    if apoc is not None:
        _add(server, apoc, folder / "lib")
    with server, neo4j.GraphDatabase.driver(server.uri, auth=server.auth) as driver:
        begun = time.monotonic()
        told = asyncio.run(writer.Neo4jWriter(driver=driver).run(graph=graph))
        took = time.monotonic() - begun
        if told.status != "SUCCESS":
            print(f"  it failed: {str(told.metadata)[:300]}")
            return
        there = [
            driver.execute_query(text).records[0]["n"]
            for text in ("MATCH (n) RETURN count(n) AS n", "MATCH ()-[r]->() RETURN count(r) AS n")
        ]
    print(
        f"  {sum(count)} elements in {took:.1f} s: {sum(count) / took:,.0f} elements/s; batches of 1,000, its default"
    )
    print(f"  {there[0]} nodes and {there[1]} relationships are there (it keeps one of a type between two nodes)")


def _add(server: Neo4jServer, apoc: Path, lib: Path) -> None:
    """APOC wants to be a plugin, and on the class path too."""
    lib.mkdir()
    plugins = server.home / "plugins"
    plugins.mkdir(exist_ok=True)
    for jar in (*server.lib.glob("*.jar"), *apoc.glob("*.jar")):
        # What the server brings in its own version goes first.
        if not any(lib.glob(re.sub(r"-\d.*", "", jar.name) + "-[0-9]*")):
            (lib / jar.name).symlink_to(jar.resolve())
    for jar in apoc.glob("apoc-*.jar"):
        shutil.copy(jar, plugins)
    server.lib = lib


def _graph(store: GraphStore, types: Any, edges: bool) -> Any:
    def key(labels: list[str], id_: str) -> str:
        return f"{_label(labels)}:{id_}"

    nodes = [
        types.Neo4jNode(id=key(row["labels"], row["id"]), label=_label(row["labels"]), properties=_told(row["p"]))
        for row in store.rows(_NODES)
        if not set(row["labels"]) & set(INTERNAL)
    ]
    relationships = [
        types.Neo4jRelationship(
            start_node_id=key(row["start"], row["a"]),
            end_node_id=key(row["end"], row["b"]),
            type=row["type"],
            properties=_told(row["p"]),
        )
        for row in (store.rows(_EDGES) if edges else ())
    ]
    return types.Neo4jGraph(nodes=nodes, relationships=relationships)


def _label(labels: list[str]) -> str:
    return max(labels, key=lambda label: (label not in ("Entity", "Actor", "Official"), label))


def _told(properties: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in properties.items() if value is not None}
