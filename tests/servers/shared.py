"""The one Neo4j of a test run, shared by all its processes, and its emptying between tests.

The first test that asks for it starts it, whichever pytest-xdist worker that is; it stops with the run, however the
run ends. One database cannot hold two tests at once: a test, or a module, holds it under a lock and finds it empty.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import neo4j

from tests.servers.need import ROOT, locked, missing
from tests.servers.neo4j_server import absent, jars

RUN = "MAWQIF_TEST_RUN"
"""Names the folder that the processes of a run share; set by the first, inherited by the workers."""
MAY_WIPE = "NEO4J_TEST_WIPE"


@dataclass(frozen=True)
class Server:
    uri: str
    auth: tuple[str, str] | None
    home: Path | None = None
    """The server's folder (`import`, `data`, `logs`), None when it is one that NEO4J_URI names."""
    browser: str | None = None
    """Where its Browser is; of a server that NEO4J_URI names, what NEO4J_BROWSER says."""

    def empty(self, schema: bool = False) -> None:
        """Remove all nodes and relationships, and with `schema` every constraint and index."""
        with neo4j.GraphDatabase.driver(self.uri, auth=self.auth) as driver, driver.session() as session:
            session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()
            if not schema:
                return
            for name in [row["name"] for row in session.run("SHOW CONSTRAINTS YIELD name")]:
                session.run(f"DROP CONSTRAINT `{name}`").consume()
            for row in list(session.run("SHOW INDEXES YIELD name, type")):
                if row["type"] != "LOOKUP":
                    session.run(f"DROP INDEX `{row['name']}`").consume()


def begin() -> None:
    """In the process that the user started: make the folder that the run shares."""
    if RUN not in os.environ:
        os.environ[RUN] = tempfile.mkdtemp(prefix="mawqif-tests-")
        os.environ[RUN + "_PID"] = str(os.getpid())


def end() -> None:
    """Stop the run's server if one was started; only in the process that began the run."""
    folder = os.environ.get(RUN)
    if folder is None or os.environ.get(RUN + "_PID") != str(os.getpid()):
        return
    state = Path(folder) / "server.json"
    if state.exists():
        pid = json.loads(state.read_text())["pid"]
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGTERM)
            deadline = time.monotonic() + 30
            while time.monotonic() < deadline and _running(pid):
                time.sleep(0.1)
    shutil.rmtree(folder, ignore_errors=True)


def _running(pid: int) -> bool:
    with contextlib.suppress(ChildProcessError):
        return os.waitpid(pid, os.WNOHANG)[0] == 0
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def server() -> Server:
    """The run's server, started now if no process of the run has done so; skips or fails where there can be none."""
    if uri := os.environ.get("NEO4J_URI"):
        return _named(uri)
    folder = Path(os.environ[RUN])
    with locked(folder / "start.lock"):
        state = folder / "server.json"
        if not state.exists():
            if why := absent():
                missing("neo4j", why)
            state.write_text(json.dumps(_start(folder)))
        told = json.loads(state.read_text())
    password = Path(told["password_file"]).read_text()
    return Server(told["uri"], ("neo4j", password), Path(told["home"]), told["browser"])


def _start(folder: Path) -> dict[str, str | int]:
    jars()
    log = (folder / "server.log").open("w+")
    # A process of its own that ends with the run: a worker may come and go before the others are done.
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "tests.servers.neo4j_server",
            f"--home={folder / 'neo4j'}",
            f"--while-pid={os.environ[RUN + '_PID']}",
        ],
        cwd=ROOT,
        stdout=log,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    deadline = time.monotonic() + 240
    while time.monotonic() < deadline and process.poll() is None:
        log.seek(0)
        told = dict(line.strip().split("=", 1) for line in log if "=" in line)
        if "password_file" in told:
            return {**told, "pid": process.pid}
        time.sleep(0.1)
    log.seek(0)
    process.terminate()
    missing("neo4j", "the server did not start: " + log.read()[-2000:])


def _named(uri: str) -> Server:
    auth = (
        (os.environ.get("NEO4J_USER", "neo4j"), os.environ["NEO4J_PASSWORD"])
        if "NEO4J_PASSWORD" in os.environ
        else None
    )
    found = Server(uri, auth, browser=os.environ.get("NEO4J_BROWSER"))
    marker = Path(os.environ[RUN]) / "named"
    if not marker.exists() and os.environ.get(MAY_WIPE) != "yes":
        # The tests delete everything: that must never be somebody's graph.
        with neo4j.GraphDatabase.driver(uri, auth=auth) as driver:
            records, _, _ = driver.execute_query("MATCH (n) RETURN 1 LIMIT 1")
        if records:
            missing(
                "neo4j", f"the database at NEO4J_URI is not empty, and tests empty it: set {MAY_WIPE}=yes if they may"
            )
    marker.touch()
    return found


_depth = 0


@contextlib.contextmanager
def alone() -> Iterator[Server]:
    """The run's server, emptied, and no other process's test on it meanwhile."""
    global _depth
    found = server()
    if _depth:
        raise RuntimeError("this module holds the server already (neo4j_module): a second fixture would empty it")
    _depth += 1
    try:
        with locked(Path(os.environ[RUN]) / "use.lock"):
            found.empty()
            yield found
    finally:
        _depth -= 1
