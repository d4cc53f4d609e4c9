"""A Neo4j that is stopped and started, that speaks TLS, and that refuses who comes: a server of this module's own."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from kg.errors import MawqifError, StoreError
from kg.store import open_store
from kg.store import store as store_module
from tests import crash
from tests.servers.need import missing
from tests.servers.neo4j_server import Neo4jServer, absent
from tests.store.dump import dump
from tests.store.factory import RUN, Factory

ROOT = Path(__file__).resolve().parents[2]
SECRET = "Zq7-very-secret-Kx2"


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jServer]:
    """Takes encrypted connections beside plain ones, with a certificate that nobody has signed."""
    if why := absent():
        missing("neo4j", why)
    if shutil.which("openssl") is None:
        missing("neo4j", "there is no openssl to make a certificate")
    home = tmp_path_factory.mktemp("own") / "neo4j"
    keys = home / "certificates" / "bolt"
    keys.mkdir(parents=True)
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
         "-keyout", str(keys / "private.key"), "-out", str(keys / "public.crt")],
        check=True, capture_output=True,
    )  # fmt: skip
    settings = {
        "dbms.ssl.policy.bolt.enabled": "true",
        "dbms.ssl.policy.bolt.base_directory": str(keys),
        "dbms.ssl.policy.bolt.client_auth": "NONE",
        "server.bolt.tls_level": "OPTIONAL",
        "dbms.security.auth_lock_time": "1s",
    }
    with Neo4jServer(home, settings=settings, jvm=["-XX:TieredStopAtLevel=1"]) as server:
        yield server


@pytest.fixture
def server(own: Neo4jServer) -> Neo4jServer:
    with open_store(own.uri, auth=own.auth) as store:
        store._writer.execute_query("MATCH (n) WHERE NOT n:Schema DETACH DELETE n")
    return own


def line_of(error: pytest.ExceptionInfo[MawqifError]) -> str:
    text = str(error.value)
    assert "\n" not in text
    return text


def test_encrypted_addresses(server: Neo4jServer) -> None:
    for scheme in ("bolt+ssc", "neo4j+ssc"):
        with open_store(server.uri.replace("bolt", scheme), auth=server.auth) as store:
            assert store._reader.encrypted
            assert list(store.rows("RETURN 1 AS one")) == [{"one": 1}]
    # Nobody vouches for this certificate, so that who asks for one that is vouched for gets no connection at all.
    for scheme in ("bolt+s", "neo4j+s"):
        with pytest.raises(StoreError) as caught:
            open_store(server.uri.replace("bolt", scheme), auth=server.auth)
        assert f"{scheme}://127.0.0.1" in line_of(caught)
        assert "certificate" in str(caught.value)


def test_a_load_goes_on_when_the_server_comes_back(server: Neo4jServer) -> None:
    count = 30
    with open_store(server.uri, auth=server.auth) as store:
        crash.load(store, count)
        right = crash.state(store)
        store._writer.execute_query("MATCH (n) WHERE NOT n:Schema DETACH DELETE n")
    with crash.loading(argparse.Namespace(pages=count), server.uri, server.auth) as process:
        assert process.stdout
        process.stdout.readline()
        server.stop()
        server.start()
        _, error = process.communicate(timeout=120)
        assert process.returncode == 0, error
    with open_store(server.uri, auth=server.auth) as store:
        assert crash.state(store) == right


def test_a_load_ends_when_the_server_stays_away_and_can_be_resumed(
    server: Neo4jServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_module, "_RETRY", 1.0)
    items = Factory(seed=8).pages(20)
    with open_store(server.uri, auth=server.auth) as store:
        store.add(items, RUN)
        store.finish()
        right = dump(store)
        store._writer.execute_query("MATCH (n) WHERE NOT n:Schema DETACH DELETE n")
        store.add(items[:10], RUN)
        server.stop()
        try:
            for action in (
                lambda: store.add(items[10:], RUN),
                store.finish,
                lambda: list(store.rows("RETURN 1")),
                lambda: store.search("x"),
                lambda: open_store(server.uri, auth=server.auth),
            ):
                with pytest.raises(StoreError) as caught:
                    action()
                assert server.uri in line_of(caught)
                assert "what was stored is kept" in str(caught.value)
        finally:
            server.start()
        for at in (0, 10):
            store.add(items[at : at + 10], RUN)
        store.finish()
        assert list(store.check()) == []
        assert dump(store) == right


def kg(*arguments: str, folder: Path, password: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", "import sys; from kg.cli import main; sys.exit(main())", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(folder), "NEO4J_PASSWORD": password},
    )


def told(process: psutil.Process) -> Iterator[str]:
    """What everyone on the machine may read of a process and its children: their command lines."""
    for each in [process, *process.children(recursive=True)]:
        try:
            yield " ".join(each.cmdline())
        except psutil.Error:
            continue


def files(folder: Path) -> Iterator[bytes]:
    for path in folder.rglob("*"):
        if path.is_file():
            yield path.read_bytes()


def test_a_password_is_told_nowhere(server: Neo4jServer, tmp_path: Path) -> None:
    assert server.auth
    here = tmp_path / "here"
    here.mkdir()
    load = ("load", str(ROOT / "seeds"), "--jobs", "2", "--store", server.uri)
    for password, code in ((SECRET, 1), (server.auth[1], 0)):
        process = kg(*load, folder=here, password=password)
        seen: list[str] = []
        while process.poll() is None:
            seen += told(psutil.Process(process.pid))
            time.sleep(0.1)
        out, error = process.communicate()
        assert process.returncode == code, error
        assert any("kg.cli" in line for line in seen)
        for text in (out, error, *seen):
            assert password not in text
        for content in files(here):
            assert password.encode() not in content
        if code:
            assert len(error.splitlines()) == 1
            assert "NEO4J_PASSWORD" in error


def test_who_guesses_is_told_no_more(server: Neo4jServer) -> None:
    """The server answers otherwise after some wrong passwords: one line still, without any of them."""
    for n in range(5):
        with pytest.raises(StoreError) as caught:
            open_store(server.uri, auth=("neo4j", f"{SECRET}{n}"))
        assert SECRET not in line_of(caught)
        error: BaseException | None = caught.value
        while error:
            assert SECRET not in f"{error!r} {vars(error)}"
            error = error.__cause__ or error.__context__
    time.sleep(1.5)


@pytest.mark.parametrize("work", [lambda s: s.add(Factory().pages(1), RUN), lambda s: s.forget("x")])
def test_another_database_or_user_is_no_fault_of_the_query(server: Neo4jServer, work: Callable[[Any], Any]) -> None:
    with pytest.raises(StoreError) as caught, open_store(server.uri, auth=server.auth, database="elsewhere") as store:
        work(store)
    assert "elsewhere" in line_of(caught)
