"""The files for neo4j-admin: what stands in them, and once (slow) that a real Neo4j takes them."""

from __future__ import annotations

import csv
import os
import shlex
import subprocess
from pathlib import Path

import pytest

from bench.generated import RUN as GENERATED
from bench.generated import corpus
from kg.errors import ExportError
from kg.export import bulk, export
from kg.store import GraphStore, open_store
from tests.export.conftest import NAMES, A, items, story
from tests.servers.need import java, missing
from tests.servers.neo4j_server import JVM, Neo4jServer, absent


def test_files_hold_every_node_and_edge(store: GraphStore, tmp_path: Path) -> None:
    told = export(store, tmp_path / "out", "neo4j-import")
    rows = {path.stem: _rows(path) for path in told.path.glob("*.csv")}
    nodes = next(store.rows("MATCH (n) WHERE NOT n:Schema RETURN count(n) AS n"))["n"]
    edges = next(store.rows("MATCH ()-[r]->() RETURN count(r) AS n"))["n"]
    assert (told.nodes, told.edges) == (nodes, edges)
    assert sum(map(len, rows.values())) == nodes + edges
    person = next(row for row in rows["entity"] if row["id:ID(Entity)"] == A)
    assert person["name"] == NAMES[A]
    assert sorted(person[":LABEL"].split(bulk.BETWEEN)) == ["Actor", "Entity", "Official", "Person"]
    assert {row[":TYPE"] for row in rows["relations"]} == {"VISITED", "ACCUSED", "HOLDS_POSITION", "MET"}


def test_the_command_names_every_file(store: GraphStore, tmp_path: Path) -> None:
    told = export(store, tmp_path / "an 'out' folder", "neo4j-import")
    assert told.command is not None
    words = shlex.split(told.command)
    assert words[:5] == ["neo4j-admin", "database", "import", "full", "neo4j"]
    named = {Path(word.rpartition("=")[2]) for word in words if ".csv" in word}
    assert named == set(told.path.glob("*.csv"))


def test_the_script_calls_the_same_command(store: GraphStore, tmp_path: Path) -> None:
    told = export(store, tmp_path / "out", "neo4j-import")
    echo = tmp_path / "echo"
    echo.write_text('#!/bin/sh\nfor word in "$@"; do printf "%s\\n" "$word"; done\n')
    echo.chmod(0o755)
    script = told.path / bulk.SCRIPT
    run = subprocess.run(
        ["sh", str(script)], env={**os.environ, "NEO4J_ADMIN": str(echo)}, capture_output=True, text=True, check=True
    )
    assert run.stdout.splitlines() == bulk.arguments(Path())[1:]


def test_a_property_that_has_no_column_is_an_error(tmp_path: Path) -> None:
    with (tmp_path / "x.csv").open("wb") as file, pytest.raises(ExportError, match="Page has the property mood"):
        bulk.write_table(file, "Page", bulk.NODES["Page"], (":ID(Page)",), [["p", {"id": "p", "mood": 1}]])


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.slow
def test_a_real_neo4j_imports_them_and_goes_on_from_there(tmp_path: Path) -> None:
    """An imported database gives the bytes of the one that it comes from, also after more was loaded into both."""
    if why := absent():
        missing("neo4j", why)
    more = story("four", "2022-01-01", [(A, "VISITED", "country/syr", "asserted", "2020-02", False)])
    with open_store(path=str(tmp_path / "graph.db")) as store:
        store.add([*items(), *corpus(50)], GENERATED)
        store.finish()
        told = export(store, tmp_path / "out", "neo4j-import")
        before = export(store, tmp_path / "before.jsonl").path.read_bytes()
        store.add([more], GENERATED)
        store.forget(items()[0][0].id)
        store.finish()
        after = export(store, tmp_path / "after.jsonl").path.read_bytes()
    admin = tmp_path / "neo4j-admin"
    server = Neo4jServer(tmp_path / "neo4j")
    main = "org.neo4j.server.startup.Neo4jAdminCommand"
    admin.write_text(f'#!/bin/sh\nexec {shlex.join([java(), *JVM, "-cp", f"{server.lib}/*", main])} "$@"\n')
    admin.chmod(0o755)
    env = {
        **os.environ,
        "NEO4J_ADMIN": str(admin),
        "NEO4J_HOME": str(server.home),
        "NEO4J_CONF": str(server.home / "conf"),
        "HEAP_SIZE": "512m",
    }
    subprocess.run(["sh", str(told.path / bulk.SCRIPT)], env=env, check=True, cwd=tmp_path)
    with server, open_store(server.uri, auth=server.auth) as imported:
        assert export(imported, tmp_path / "imported.jsonl").path.read_bytes() == before
        assert list(imported.check()) == []
        imported.add([more], GENERATED)
        imported.forget(items()[0][0].id)
        imported.finish()
        assert export(imported, tmp_path / "then.jsonl").path.read_bytes() == after
