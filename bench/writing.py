"""How fast the generated corpus goes into a store and out of it, and what a hub costs."""

from __future__ import annotations

import itertools
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from bench.generated import RUN, corpus, reporting
from bench.measure import Memory
from kg.export import bulk, export
from kg.model import RelationType
from kg.store import GraphStore, open_store
from tests.servers.neo4j_server import Neo4jServer, absent

ENGINES = ("embedded", "neo4j")


@contextmanager
def opened(engine: str, folder: Path) -> Iterator[tuple[GraphStore, frozenset[int]]]:
    """An empty store of the engine, and the processes of its server."""
    if engine == "embedded":
        with open_store(path=str(folder / "graph.db")) as store:
            yield store, frozenset()
        return
    if why := absent():
        raise SystemExit(f"neo4j: {why}")
    with Neo4jServer(folder / "neo4j", heap="2g", pagecache="1g") as server:
        assert server.process is not None
        with open_store(server.uri, auth=server.auth) as store:
            yield store, frozenset({server.process.pid})


def write(store: GraphStore, apart: frozenset[int], folder: Path, articles: int, batch: int) -> None:
    """Load `articles` generated ones; only the writing is timed, not their making."""
    elements = done = transactions = 0
    writing = here = there = 0.0
    with Memory(lambda: done, apart) as memory:
        made = corpus(articles)
        while items := list(itertools.islice(made, batch)):
            begun = time.monotonic(), time.process_time(), _server_seconds(apart)
            elements += store.add(items, RUN).elements
            writing += time.monotonic() - begun[0]
            here += time.process_time() - begun[1]
            there += _server_seconds(apart) - begun[2]
            done += len(items)
            transactions += 1
        begun_ = time.monotonic()
        store.finish()
        finishing = time.monotonic() - begun_
    load = " ".join(f"{value:.1f}" for value in os.getloadavg())
    print(
        f"  {articles} articles, {elements} elements added in batches of {batch}: {elements / writing:,.0f} elements/s"
    )
    whole = writing + finishing
    print(f"  writing {writing:.1f} s, finish {finishing:.1f} s: {elements / whole:,.0f} elements/s in all")
    # On a machine that others use this tells more than the clock, which with nothing else to do has their sum or less.
    print(
        f"  processor time of the writing: {here:.1f} s here, {there:.1f} s in the server, together "
        f"{elements / (here + there):,.0f} elements/s; load of the machine (1, 5, 15 minutes) {load}"
    )
    print(f"  {transactions} transactions; to force 1 MB to this disk takes {fsync(folder) * 1000:.1f} ms (median)")
    early, late = memory.thirds()
    print(
        f"  memory of the loading process: peak {memory.peak:.0f} MB, mean of the first third of the articles "
        f"{early:.0f} MB, of the last {late:.0f} MB"
    )
    memory.print(8)


def fsync(folder: Path, times: int = 21) -> float:
    """Seconds (median) that appending 1 MB to a file and forcing it to the disk takes: what each commit waits for."""
    took = []
    with (folder / "forced").open("wb", buffering=0) as file:
        for _ in range(times):
            begun = time.monotonic()
            file.write(bytes(1 << 20))
            os.fsync(file.fileno())
            took.append(time.monotonic() - begun)
    return sorted(took)[times // 2]


def _server_seconds(apart: frozenset[int]) -> float:
    return sum(sum(psutil.Process(pid).cpu_times()[:2]) for pid in apart)


def leave(store: GraphStore, apart: frozenset[int], folder: Path) -> None:
    """Every format out of the store, with time and memory."""
    for name, format in (
        ("graph.jsonl", None),
        ("graph.gexf", None),
        ("graph.graphml", None),
        ("files", "neo4j-import"),
    ):
        begun = time.monotonic()
        with Memory(apart=apart) as memory:
            told = export(store, folder / name, format)
        took = time.monotonic() - begun
        count = told.nodes + told.edges
        print(
            f"  {told.format}: {count} elements in {took:.1f} s, {count / took:,.0f}/s, "
            f"memory {memory.curve[0][2]:.0f} to {memory.peak:.0f} MB"
        )
    print(f"  neo4j-import, rows at hand: {rows_at_hand(store):,.0f} relations/s of processor time")


def rows_at_hand(store: GraphStore) -> float:
    """Relations that a second of processor time writes for neo4j-admin, once they are read: the store's reading is the
    slower part."""
    found = [
        [r["a"], r["b"], r["kind"], r["p"]]
        for r in itertools.islice(store.rows("MATCH (a)-[r:VISITED|MET]->(b) " + bulk.EDGE_ROW), 20_000)
    ]
    rows = [list(row) for row in itertools.islice(itertools.cycle(found), 100_000)]
    here = time.process_time()
    with Path(os.devnull).open("wb") as file:
        bulk.write_table(file, "a relation", bulk.RELATION, (":START_ID", ":END_ID", ":TYPE"), rows)
    took = time.process_time() - here
    return len(rows) / took


def imported(folder: Path) -> None:
    """The files of `leave` into a fresh Neo4j by neo4j-admin."""
    server = Neo4jServer(folder / "imported")
    begun = time.monotonic()
    server.admin(*bulk.arguments((folder / "files").resolve())[1:])
    print(f"  neo4j-admin database import full: {time.monotonic() - begun:.1f} s")
    begun = time.monotonic()
    with server, open_store(server.uri, auth=server.auth):
        print(f"  start and first opening, which makes constraints and indexes: {time.monotonic() - begun:.1f} s")


def hubs(engine: str, folder: Path, sizes: list[int]) -> None:
    """On one country `size` edges, then 1,000 relations between it and ten others: told anew, and once more."""
    hub = "country/xaa"
    others = [f"country/xa{letter}" for letter in "bcdefghijk"]
    types: tuple[RelationType, ...] = ("ACCUSED", "CRITICIZED")
    between = [
        (hub, types[k % 2], other, f"20{10 + k // 12}-{k % 12 + 1:02}") for other in others for k in range(100)
    ]  # fmt: skip
    print(f"{engine}: 1,000 relations between a hub and ten others, seconds")
    print("     edges on hub   all new   reported again   the same, of which finish")
    with opened(engine, folder) as (store, _):
        there = 0
        for size in sizes:
            while there < size:
                step = min(2_000, size - there)
                # Half of them are of the types that the hubs have between them.
                told = [(f"person/{i % 20_000}", types[i % 2] if i % 4 < 2 else "VISITED", hub, _day(i))
                        for i in range(there, there + step)]  # fmt: skip
                store.add(
                    [reporting(f"fill-{there}-{k}", "2020-01-01", told[k : k + 200]) for k in range(0, step, 200)], RUN
                )
                there += step
            store.finish()
            took = []
            for turn in ("first", "again"):
                # Other dates at each size: the claims of the first turn are new.
                told_ = [(s, t, o, f"{d}-{1 + sizes.index(size):02}") for s, t, o, d in between]
                page = [reporting(f"{turn}-{size}-{k}", "2021-01-01", told_[k : k + 100]) for k in range(0, 1000, 100)]
                begun = time.monotonic()
                store.add(page, RUN)
                middle = time.monotonic()
                store.finish()
                took.append((time.monotonic() - begun, time.monotonic() - middle))
            print(f"{there:17,}{took[0][0]:10.2f}{took[1][0]:17.2f}{took[1][1]:26.2f}", flush=True)


def _day(i: int) -> str:
    return f"{1950 + i // 336 % 600 // 10:04}-{i % 12 + 1:02}-{i % 28 + 1:02}"
