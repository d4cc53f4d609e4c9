"""The files for neo4j-admin: what stands in them, and once (slow) that a real Neo4j takes them."""

from __future__ import annotations

import csv
import os
import shlex
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
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


@dataclass
class Imported:
    server: Neo4jServer
    before: bytes
    """graph.jsonl of the store that the files came from."""
    after: bytes
    """The same once `change` was made there."""


def change(store: GraphStore) -> None:
    more = story("four", "2022-01-01", [(A, "VISITED", "country/syr", "asserted", "2020-02", False)])
    store.add([more], GENERATED)
    store.forget(items()[0][0].id)
    store.finish()


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Imported]:
    """A running Neo4j whose database import.sh has made."""
    if why := absent():
        missing("neo4j", why)
    folder = tmp_path_factory.mktemp("import")
    with open_store(path=str(folder / "graph.db")) as store:
        store.add([*items(), *corpus(50)], GENERATED)
        store.finish()
        told = export(store, folder / "out", "neo4j-import")
        before = export(store, folder / "before.jsonl").path.read_bytes()
        change(store)
        after = export(store, folder / "after.jsonl").path.read_bytes()
    admin = folder / "neo4j-admin"
    server = Neo4jServer(folder / "neo4j")
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
    subprocess.run(["sh", str(told.path / bulk.SCRIPT)], env=env, check=True)
    with server:
        yield Imported(server, before, after)


@pytest.mark.slow
def test_a_real_neo4j_imports_the_same_graph(imported: Imported, tmp_path: Path) -> None:
    with open_store(imported.server.uri, auth=imported.server.auth) as store:
        assert export(store, tmp_path / "imported.jsonl").path.read_bytes() == imported.before


@pytest.mark.slow
def test_an_imported_graph_can_be_written_to_further(imported: Imported, tmp_path: Path) -> None:
    with open_store(imported.server.uri, auth=imported.server.auth) as store:
        assert list(store.check()) == []
        change(store)
        assert export(store, tmp_path / "then.jsonl").path.read_bytes() == imported.after
