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

import pytest

from kg.errors import MawqifError, StoreError
from kg.store import GraphStore, open_store
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
    assert took < 3  # under 1 s on a machine that does nothing else
    store = place / "mawqif.db"
    assert os.listdir(place) == ["mawqif.db"]
    for path in (store / "bolt.json", store / "engine/config/server-users.jsonl"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(store.stat().st_mode) == 0o700
    secret = (store / "bolt.json").read_text().split('"password": "')[1].split('"')[0]
    if Path("/proc").exists():
        for name in ("cmdline", "environ"):
            assert secret.encode() not in Path(f"/proc/{process.pid}/{name}").read_bytes()
        local = subprocess.run(["ss", "-tlnpH"], capture_output=True, text=True, check=False).stdout
        for line in local.splitlines():
            if f"pid={process.pid}," in line:
                assert "127.0.0.1" in line.split()[3]
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
        assert list(reader.rows("MATCH (n:Schema) RETURN n.version AS v")) == [{"v": 1}]
        assert list(reader.cypher("RETURN 1 AS one")) == [{"one": 1}]
        with pytest.raises(StoreError):
            reader.add(Factory().pages(1), RUN)
        with pytest.raises(MawqifError):
            list(reader._timed("CREATE (n:X)", {}, 5))
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


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_read_only_folder(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(StoreError) as caught:
        open_store(path=tmp_path / "mawqif.db")
    assert "cannot be used" in line_of(caught)


def test_a_newer_schema(opener: Callable[..., GraphStore]) -> None:
    store = opener()
    store._writer.execute_query("MATCH (s:Schema) SET s.version = 99", database_=store._database)
    store.close()
    for mode in ("write", "read"):
        with pytest.raises(StoreError) as caught:
            opener(mode=mode)
        assert "99" in line_of(caught)


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


def test_a_server_that_is_not_there_or_refuses(neo4j_server: Any) -> None:
    with pytest.raises(StoreError) as caught:
        open_store("bolt://someone:verysecret@127.0.0.1:1")
    assert "verysecret" not in line_of(caught)
    assert "bolt://127.0.0.1:1" in str(caught.value)
    assert not caught.value.__cause__ or "verysecret" not in str(caught.value.__cause__)
    address = neo4j_server.uri.replace("://", "://neo4j:verysecret@")
    with pytest.raises(StoreError) as caught:
        open_store(address)
    assert "verysecret" not in line_of(caught)
    assert "refused" in str(caught.value)


def test_a_second_loader_of_one_server(neo4j_server: Any) -> None:
    """Two processes that write the same pages at once leave what one leaves."""
    from tests.store.dump import dump

    with open_store(neo4j_server.uri, auth=neo4j_server.auth) as store:
        items = Factory(seed=7, people=5).pages(24)
        for at in range(0, 24, 4):
            store.add(items[at : at + 4], RUN)
        store.finish()
        right = dump(store)
    neo4j_server.empty()
    code = """
import os, sys
from kg.store import open_store
from tests.store.factory import RUN, Factory
items = Factory(seed=7, people=5).pages(24)
if sys.argv[2] == "back":
    items.reverse()
with open_store(sys.argv[1], auth=(os.environ["U"], os.environ["P"])) as store:
    for at in range(0, 24, 4):
        store.add(items[at : at + 4], RUN)
    store.finish()
"""
    user, password = neo4j_server.auth
    both = [python(code, neo4j_server.uri, way, U=user, P=password) for way in ("forth", "back")]
    for process in both:
        error = process.communicate("")[1]
        assert process.returncode == 0, error
    with open_store(neo4j_server.uri, auth=neo4j_server.auth) as store:
        assert dump(store) == right
        assert list(store.check()) == []


def test_credentials() -> None:
    assert split_uri("bolt://u:p%40x@host:7687/x") == ("bolt://host:7687/x", ("u", "p@x"))
    assert split_uri("neo4j+s://host") == ("neo4j+s://host", None)
    assert find_auth("bolt://h", environ={"NEO4J_USERNAME": "a", "NEO4J_PASSWORD": "b"}) == ("a", "b")
    assert find_auth("bolt://h", environ={"NEO4J_PASSWORD": "b"}) == ("neo4j", "b")
    assert find_auth("bolt://h", environ={}) is None
    assert find_auth("bolt://h", environ={}, prompt=lambda uri: f"typed at {uri}") == ("neo4j", "typed at bolt://h")
    assert clean("cannot reach bolt://u:p@h:1\n at all") == "cannot reach bolt://h:1 at all"
