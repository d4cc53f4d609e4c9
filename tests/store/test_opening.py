"""Opening: start-up, who holds the store, what is refused and how it is said."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import neo4j
import psutil
import pytest

from kg.errors import MawqifError, QueryError, StoreError
from kg.store import GraphStore, open_store, schema
from kg.store.credentials import clean, find_auth, split_uri
from tests.store.factory import RUN, Factory

ROOT = Path(__file__).resolve().parents[2]
HOLD = """
import sys
from kg.store import open_store
store = open_store(path=sys.argv[1])
print("held", flush=True)
sys.stdin.read()
"""


def line_of(error: pytest.ExceptionInfo[MawqifError]) -> str:
    text = str(error.value)
    assert "\n" not in text
    return text


def python(code: str, *arguments: object, **options: Any) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=options.pop("cwd", ROOT),
        env={**os.environ, "PYTHONPATH": str(ROOT), **options},
    )


def test_start_leaves_no_trace_and_keeps_secrets(tmp_path: Path) -> None:
    place = tmp_path / "here"
    place.mkdir()
    code = """
import time, sys
from kg.store import open_store
began = time.monotonic()
store = open_store()
print(time.monotonic() - began, flush=True)
sys.stdin.read()
store.close()
"""
    process = python(code, cwd=place)
    assert process.stdout
    took = float(process.stdout.readline())
    assert took < 60, "an engine that hangs"  # under 1 s on a machine that does nothing else
    store = place / "mawqif.db"
    assert os.listdir(place) == ["mawqif.db"]
    for path in (store / "bolt.json", store / "engine/config/server-users.jsonl"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(store.stat().st_mode) == 0o700
    secret = (store / "bolt.json").read_text().split('"password": "')[1].split('"')[0]
    if Path("/proc").exists():
        for name in ("cmdline", "environ"):
            assert secret.encode() not in Path(f"/proc/{process.pid}/{name}").read_bytes()
    listening = [each for each in psutil.Process(process.pid).net_connections() if each.status == psutil.CONN_LISTEN]
    assert listening
    assert {each.laddr.ip for each in listening} <= {"127.0.0.1", "::ffff:127.0.0.1"}
    process.communicate("")
    assert process.returncode == 0
    assert not (store / "bolt.json").exists()
    assert os.listdir(place) == ["mawqif.db"]
    for path in store.rglob("*"):
        assert not path.is_file() or secret.encode() not in path.read_bytes()


def test_a_second_process(tmp_path: Path) -> None:
    place = tmp_path / "held.db"
    process = python(HOLD, place)
    assert process.stdout
    assert process.stdout.readline() == "held\n"
    with pytest.raises(StoreError) as caught:
        open_store(path=place)
    assert str(process.pid) in line_of(caught)
    with open_store(path=place, mode="read") as reader:
        assert list(reader.rows("MATCH (n:Schema) RETURN n.version AS v")) == [{"v": schema.VERSION}]
        assert list(reader.cypher("RETURN 1 AS one")) == [{"one": 1}]
        with pytest.raises(StoreError):
            reader.add(Factory().pages(1), RUN)
        with pytest.raises(MawqifError):
            list(reader._timed("CREATE (n:X)", {}, 5))
        began = time.monotonic()
        with pytest.raises(QueryError, match="stopped"):
            list(reader.cypher("UNWIND range(1, 20000) AS a UNWIND range(1, 20000) AS b RETURN sum(a % b)", timeout=3))
        assert time.monotonic() - began < 20
    began = time.monotonic()
    with pytest.raises(StoreError):
        open_store(path=place, wait=0.5)
    assert time.monotonic() - began >= 0.5
    process.kill()
    process.wait()
    with open_store(path=place) as store:
        assert list(store.check()) == []


def test_what_is_no_store(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x")
    with pytest.raises(StoreError) as caught:
        open_store(path=file)
    assert "is a file" in line_of(caught)
    folder = tmp_path / "folder"
    (folder / "photos").mkdir(parents=True)
    with pytest.raises(StoreError) as caught:
        open_store(path=folder)
    assert "other things" in line_of(caught)
    assert os.listdir(folder) == ["photos"]
    with pytest.raises(StoreError) as caught:
        open_store(path=tmp_path / "none", mode="read")
    assert "no graph" in line_of(caught)
    assert not (tmp_path / "none").exists()
    with pytest.raises(StoreError) as caught:
        open_store("http://localhost:7474")
    assert "bolt" in line_of(caught)


def test_a_newer_schema(opener: Callable[..., GraphStore]) -> None:
    store = opener()
    store._writer.execute_query("MATCH (s:Schema) SET s.version = 99", database_=store._database)
    store.close()
    for mode in ("write", "read"):
        with pytest.raises(StoreError) as caught:
            opener(mode=mode)
        assert "99" in line_of(caught)


def test_an_older_schema(opener: Callable[..., GraphStore], monkeypatch: pytest.MonkeyPatch) -> None:
    store = opener()
    store._writer.execute_query("MATCH (s:Schema) SET s.version = 0", database_=store._database)
    store.close()
    with pytest.raises(StoreError) as caught:
        opener(mode="read")
    assert "older" in line_of(caught)

    def migrate(driver: neo4j.Driver, database: str | None, _: object) -> None:
        driver.execute_query("MATCH (s:Schema) SET s.migrated = coalesce(s.migrated, 0) + 1", database_=database)

    monkeypatch.setitem(schema.MIGRATIONS, 0, migrate)  # type: ignore[arg-type]
    for _ in range(2):
        store = opener()
        rows = list(store.rows("MATCH (s:Schema) RETURN s.version AS version, s.migrated AS times"))
        assert rows == [{"version": schema.VERSION, "times": 1}]
        store.close()


def test_schema_1_gets_the_indexes_that_came_with_2(opener: Callable[..., GraphStore]) -> None:
    store = opener()
    if store.engine == "neo4j":
        store._writer.execute_query("DROP INDEX claim_subject_type_seen_from", database_=store._database)
    store._writer.execute_query("MATCH (s:Schema) SET s.version = 1", database_=store._database)
    store.close()
    store = opener()
    assert list(store.rows("MATCH (s:Schema) RETURN s.version AS version")) == [{"version": schema.VERSION}]
    if store.engine == "neo4j":
        found, _, _ = store._reader.execute_query("SHOW INDEXES YIELD name, state", database_=store._database)
        assert {"name": "claim_subject_type_seen_from", "state": "ONLINE"} in [dict(row) for row in found]


def test_schema_2_gets_what_statements_have_since_3(opener: Callable[..., GraphStore]) -> None:
    store = opener()
    store.add(Factory(seed=5).pages(8), RUN)
    store.finish()
    days = "MATCH (s:Statement) RETURN s.id AS id, s.seen AS seen ORDER BY id"
    right = list(store.rows(days))
    assert any(row["seen"] for row in right)
    for text in (
        "MATCH (s:Statement) SET s.seen = null",
        "MATCH (s:Schema) SET s.version = 2",
        "CREATE INDEX claim_type IF NOT EXISTS FOR (n:Claim) ON (n.type)",
    ):
        store._writer.execute_query(text, database_=store._database)
    assert any("seen" in line for line in store.check())
    store.close()
    store = opener()
    assert list(store.rows(days)) == right
    assert list(store.check()) == []
    if store.engine == "neo4j":
        found, _, _ = store._reader.execute_query("SHOW INDEXES YIELD name", database_=store._database)
        assert "claim_type" not in [row["name"] for row in found]
    else:
        assert store._embedded is not None
        found = store._embedded.sql("SELECT FROM schema:indexes WHERE typeName = 'Claim'")
        assert found
        assert ["type"] not in [row["properties"] for row in found]


def test_opening_again_changes_nothing(opener: Callable[..., GraphStore]) -> None:
    store = opener()
    store.add(Factory(seed=5).pages(4), RUN)
    store.finish()
    before = list(store.rows("MATCH (n) RETURN n ORDER BY n.id"))
    store.close()
    for mode in ("write", "read"):
        again = opener(mode=mode)
        assert list(again.rows("MATCH (n) RETURN n ORDER BY n.id")) == before
        again.close()


def test_engine_that_cannot_be_loaded(tmp_path: Path) -> None:
    (tmp_path / "arcadedb.py").write_text("raise ImportError('no wheel for this machine')")
    (tmp_path / "arcadedb_embedded.py").write_text("raise ImportError('nor this')")
    code = "import sys; sys.path.insert(0, sys.argv[1]); from kg.store import open_store; open_store(path=sys.argv[2])"
    out = python(code, tmp_path, tmp_path / "x.db").communicate("")[1].splitlines()[-1]
    for word in ("arcadedb", "arcadedb-embedded", "--store bolt://", "no wheel"):
        assert word in out


def test_a_server_that_is_not_there() -> None:
    with pytest.raises(StoreError) as caught:
        open_store("bolt://127.0.0.1:1", auth=("neo4j", "verysecret"))
    assert "bolt://127.0.0.1:1" in line_of(caught)
    assert "verysecret" not in str(caught.value)


def test_credentials() -> None:
    assert split_uri("bolt://a%40b@host:7687/x") == ("bolt://host:7687/x", "a@b")
    for given in ("bolt://u:p%40x@host:7687/x", "bolt://:p%40x@host:7687/x", "neo4j+s://u:p%40x/@host:7687/x"):
        with pytest.raises(StoreError, match="NEO4J_PASSWORD") as caught:
            open_store(given)
        assert "p%40x" not in line_of(caught)
        assert "p@x" not in str(caught.value)
    with pytest.raises(StoreError) as caught:
        open_store("bolt://u:p%40x@[host")
    assert "p%40x" not in line_of(caught)
    assert split_uri("neo4j+s://host") == ("neo4j+s://host", None)
    assert find_auth("bolt://h", environ={"NEO4J_USERNAME": "a", "NEO4J_PASSWORD": "b"}) == ("a", "b")
    assert find_auth("bolt://h", environ={"NEO4J_PASSWORD": "b"}) == ("neo4j", "b")
    assert find_auth("bolt://h", "c", environ={"NEO4J_USER": "a", "NEO4J_PASSWORD": "b"}) == ("c", "b")
    assert find_auth("bolt://h", environ={}) is None
    assert find_auth("bolt://h", environ={}, prompt=lambda uri: f"typed at {uri}") == ("neo4j", "typed at bolt://h")
    assert clean("cannot reach bolt://u:p@h:1\n at all") == "cannot reach bolt://h:1 at all"
