"""Pulls the plug: kills the loader, and the server, at random moments; then loads again and looks whether all is there.

    python -m tests.crash --kills 50 --server-kills 10 [--pages 300] [--seed 1]

Each round loads the same pages into a graph that a kill -9 cut off (of the loader with its embedded engine, of a loader
that writes to Neo4j, of Neo4j itself in mid-write), finishes the load, and compares every node and edge with those of a
load in peace; `check` must find nothing. Exit code 1 when a round differs.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from kg.errors import StoreError
from kg.store import GraphStore, open_store
from tests.store.dump import dump
from tests.store.factory import RUN, Factory

ROOT = Path(__file__).resolve().parents[1]
BATCH = 5


def pages(count: int) -> Any:
    return Factory(seed=99, people=8, relations=(3, 9)).pages(count)


def load(store: GraphStore, count: int, told: Callable[[int], None] = lambda n: None) -> None:
    items = pages(count)
    for at in range(0, count, BATCH):
        store.add(items[at : at + BATCH], RUN)
        told(at + BATCH)
    store.finish()


def state(store: GraphStore) -> str:
    """The digest of the whole graph, after `check` has found nothing."""
    for line in store.check():
        raise AssertionError(line)
    return hashlib.sha256(dump(store).encode()).hexdigest()


def loader(args: argparse.Namespace) -> None:
    """The process that is killed: loads, and writes each acknowledged batch to standard output."""
    auth = (os.environ["U"], os.environ["P"]) if "U" in os.environ else None
    target: dict[str, Any] = {"path": args.target} if auth is None else {"uri": args.target, "auth": auth}
    with open_store(**target) as store:
        print("open", flush=True)
        load(store, args.pages, lambda n: print(n, flush=True))


@contextlib.contextmanager
def loading(args: argparse.Namespace, target: str, auth: tuple[str, str] | None) -> Iterator[subprocess.Popen[str]]:
    env = {**os.environ, "PYTHONPATH": str(ROOT)} | ({"U": auth[0], "P": auth[1]} if auth else {})
    command = [sys.executable, "-m", "tests.crash", "--pages", str(args.pages), "--loader", target]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env, cwd=ROOT)
    try:
        assert process.stdout
        if not process.stdout.readline():
            raise AssertionError((process.stderr.read() if process.stderr else "")[-500:])
        yield process
    finally:
        process.kill()
        process.communicate()


def wait_for_moment(process: subprocess.Popen[str], rng: random.Random, count: int) -> list[str]:
    """Until some random batch is acknowledged and a little longer: into the next one, or the end of the load."""
    assert process.stdout
    said: list[str] = []
    for _ in range(rng.randint(0, count // BATCH)):
        said.append(process.stdout.readline())
    time.sleep(rng.uniform(0, 0.3))
    return said


def acknowledged(process: subprocess.Popen[str], said: list[str]) -> int:
    """Pages of which the killed loader knew that they are stored."""
    assert process.stdout
    return max(
        (int(line) for line in [*said, *process.stdout.read().splitlines()] if line.strip().isdigit()), default=0
    )


def stored(store: GraphStore) -> int:
    return int(next(store.rows("MATCH (p:Page) RETURN count(p) AS n"))["n"])


def kill_loaders(args: argparse.Namespace, rng: random.Random) -> None:
    """kill -9 of the process that holds the embedded engine, again and again in one store until its load is through."""
    folder = Path(tempfile.mkdtemp(prefix="mawqif-crash-"))
    try:
        with open_store(path=folder / "peace.db") as store:
            load(store, args.pages)
            right = state(store)
        done = 0
        while done < args.kills:
            target = folder / f"{done}.db"
            # Some are killed once, some again while they take up the load of the one before.
            for _ in range(min(rng.choice([1, 1, 3]), args.kills - done)):
                with loading(args, str(target), None) as process:
                    said = wait_for_moment(process, rng, args.pages)
                    process.send_signal(signal.SIGKILL)
                    process.wait()
                    known = acknowledged(process, said)
                with open_store(path=target, mode="read") as store:
                    there = stored(store)
                assert there >= known, f"{known} pages were acknowledged and {there} are there"
                assert there % BATCH == 0, f"{there} pages: a batch is there in part"
                done += 1
                report("loader", done, known, there)
            with open_store(path=target) as store:
                load(store, args.pages)
                assert state(store) == right, f"the graph after kill {done} is another"
            shutil.rmtree(target)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def kill_servers(args: argparse.Namespace, rng: random.Random) -> None:
    """kill -9 of Neo4j while a loader writes; every second time of the loader too."""
    from tests.servers.neo4j_server import Neo4jServer

    with contextlib.ExitStack() as stack:
        server = stack.enter_context(Neo4jServer())
        with open_store(server.uri, auth=server.auth) as store:
            load(store, args.pages)
            right = state(store)
        for done in range(1, args.server_kills + 1):
            with open_store(server.uri, auth=server.auth) as store:
                store._writer.execute_query("MATCH (n) WHERE NOT n:Schema DETACH DELETE n")
            with loading(args, server.uri, server.auth) as process:
                said = wait_for_moment(process, rng, args.pages)
                if done % 2:
                    server.kill()
                else:
                    process.send_signal(signal.SIGKILL)
                    server.kill()
                server.start()
                # The loader goes on with the server that is back, or has ended with one line.
                code = process.wait(timeout=180)
                known = acknowledged(process, said)
                assert process.stderr
                last = process.stderr.read().strip().splitlines()[-1:] or [""]
                assert code in (0, -signal.SIGKILL) or last[0].startswith(f"kg.errors.{StoreError.__name__}"), last[0]
            with open_store(server.uri, auth=server.auth) as store:
                there = stored(store)
                assert there >= known, f"{known} pages were acknowledged and {there} are there"
                assert there % BATCH == 0, f"{there} pages: a batch is there in part"
                load(store, args.pages)
                assert state(store) == right, f"the graph after kill {done} is another"
            report("server", done, known, there)


def report(what: str, done: int, known: int, there: int) -> None:
    print(json.dumps({"killed": what, "round": done, "acknowledged": known, "stored": there}), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=6, help="of the loader with the embedded engine")
    parser.add_argument("--server-kills", type=int, default=2, help="of Neo4j")
    parser.add_argument("--pages", type=int, default=100, help="that a load has")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--loader", dest="target", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.target:
        loader(args)
        return
    rng = random.Random(args.seed)
    try:
        if args.kills:
            kill_loaders(args, rng)
        if args.server_kills:
            kill_servers(args, rng)
    except AssertionError as error:
        print(f"differs: {error}", file=sys.stderr)
        raise SystemExit(1) from error
    print("all as in peace")


if __name__ == "__main__":
    main()
