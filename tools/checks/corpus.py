"""The 17,357 real articles, loaded once for all checks: nothing lost, memory bounded and flat, the graph sound."""

from __future__ import annotations

import contextlib
import gzip
import json
import os
import pty
import re
import subprocess
import threading
import time
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import psutil

from tools.checks import Outcome, check
from tools.checks.place import Place

MB = 1_000_000


@dataclass(slots=True)
class Sampled:
    """What a process tree took, each second: (seconds, articles done, MB of all, MB of its largest reading process)."""

    store: Path
    report: dict[str, Any] = field(default_factory=dict)
    curve: list[tuple[float, int, float, float]] = field(default_factory=list)
    code: int = -1
    err: str = ""
    seconds: float = 0
    cpu: float = 0
    """Seconds of processor of the process that writes."""

    @property
    def peak(self) -> float:
        return max((size for _, _, size, _ in self.curve), default=0)

    @property
    def reader(self) -> float:
        return max((size for *_, size in self.curve), default=0)

    def at(self, done: int) -> float:
        """MB when so many articles were first done."""
        return next(size for _, reached, size, _ in self.curve if reached >= done)


def sampled(place: Place, store: Path, *words: object) -> Sampled:
    """Runs `kg` with a terminal for its progress bar, which tells how far it is, and samples its processes."""
    found = Sampled(store)
    ours, theirs = pty.openpty()
    env = {**place.environ, "MAWQIF_STORE": str(store), "TERM": "xterm", "COLUMNS": "120"}
    begun = time.monotonic()
    out = place.fresh("sampled") / "out"
    with out.open("wb") as file:
        process = subprocess.Popen(place.kg_words(*words), cwd=place.root, env=env, stdout=file, stderr=theirs)
    os.close(theirs)
    told = bytearray()
    reading = threading.Thread(target=_read, args=(ours, told), daemon=True)
    reading.start()
    top = psutil.Process(process.pid)
    while process.poll() is None:
        with contextlib.suppress(psutil.Error):
            found.cpu = sum(top.cpu_times()[:2])
        done = re.findall(rb"(\d+)/\d+", told[-4000:])
        whole, reader = _sizes(top)
        found.curve.append((time.monotonic() - begun, int(done[-1]) if done else 0, whole, reader))
        time.sleep(1)
    reading.join(10)
    found.seconds, found.code = time.monotonic() - begun, process.returncode
    found.err = told.decode("utf-8", "replace")[-2000:]
    text = out.read_text("utf-8").strip()
    found.report = json.loads(text) if text.startswith("{") and "\n" not in text else {}
    return found


def _read(descriptor: int, into: bytearray) -> None:
    while True:
        try:
            piece = os.read(descriptor, 65536)
        except OSError:
            return
        if not piece:
            return
        into += piece


def _sizes(top: psutil.Process) -> tuple[float, float]:
    whole = reader = 0.0
    try:
        for one in [top, *top.children(recursive=True)]:
            size = one.memory_info().rss / MB
            whole += size
            if any("spawn_main" in word for word in one.cmdline()):
                reader = max(reader, size)
    except psutil.NoSuchProcess:
        pass
    return whole, reader


@lru_cache
def load(place: Place) -> Sampled:
    store = place.fresh("corpus") / "graph.db"
    return sampled(place, store, "load", place.corpus, "--jobs", 2, "--json")


def _count(place: Place, label: str) -> int:
    text = f"MATCH (n:{label}) RETURN count(n) AS n"
    return int(place.kg("cypher", text, "--json", store=load(place).store).right().rows[0]["n"])


@check(
    "corpus-count",
    4,
    "No article is lost: 17,357 lines, each a page; articles that repeat another's text are told",
    slow=True,
)
def count(place: Place) -> Outcome:
    from kg.model import fold

    done = load(place)
    lines, distinct = 0, set()
    with gzip.open(place.corpus, "rt", encoding="utf-8") as file:
        for lines, line in enumerate(file, 1):  # noqa: B007 - the last one is the count
            one = json.loads(line)
            # As an article is identified: folded title and text, outlet, day.
            distinct.add(hash((fold(f"{one['title']} {one['text']}"), one.get("outlet"), one.get("date"))))
    if not done.report:
        return Outcome(False, f"exit {done.code}: {done.err.strip()[-200:]}")
    pages, articles = _count(place, "Page"), _count(place, "Article")
    report = done.report
    repeated = lines - len(distinct)
    figure = (
        f"{lines:,} lines, {report['read']:,} read, {len(report['errors'])} errors, {pages:,} pages, "
        f"{articles:,} articles ({len(distinct):,} distinct lines), {report['repeated']:,} repeated told ({repeated})"
    )
    good = done.code == 0 and report["read"] == lines == pages and articles == len(distinct)
    return Outcome(
        good and report["repeated"] == repeated, figure, "kg load ../shared/corpus/news-2018.jsonl.gz --jobs 2"
    )


@check("corpus-rss", 4, "Peak RSS of the whole process tree ≤ 1.5 GB", slow=True)
def rss(place: Place) -> Outcome:
    done = load(place)
    return Outcome(0 < done.peak <= 1500, f"{done.peak:.0f} MB (≤ 1,500), {len(done.curve)} samples, one a second")


@check("corpus-rss-reader", 4, "Peak RSS of an extraction process ≤ 300 MB", slow=True)
def rss_reader(place: Place) -> Outcome:
    done = load(place)
    return Outcome(0 < done.reader <= 300, f"{done.reader:.0f} MB (≤ 300)")


@check("corpus-rss-flat", 4, "RSS at article 17,000 ≤ 1.15 × that at 5,000", slow=True)
def rss_flat(place: Place) -> Outcome:
    done = load(place)
    early, late = done.at(5_000), done.at(17_000)
    steps = ", ".join(f"{n // 1000}k {done.at(n):.0f}" for n in (1_000, 5_000, 9_000, 13_000, 17_000))
    return Outcome(late <= 1.15 * early, f"{late:.0f} / {early:.0f} MB = {late / early:.2f} (≤ 1.15); {steps}")


@check("corpus-speed", 4, "Time, articles/s and elements/s of the load are told", slow=True)
def speed(place: Place) -> Outcome:
    done = load(place)
    elements = sum(
        int(place.kg("cypher", text, "--json", store=done.store).right().rows[0]["n"])
        for text in ("MATCH (n) RETURN count(n) AS n", "MATCH ()-[r]->() RETURN count(r) AS n")
    )
    articles = done.report["read"] / done.seconds
    figure = f"{done.seconds:.0f} s, {articles:.1f} articles/s, {elements:,} elements, {elements / done.seconds:,.0f}/s"
    figure += f"; the writing process had {done.cpu:.0f} s of processor, {elements / done.cpu:,.0f} elements/s of it"
    return Outcome(done.code == 0, figure)


@check("corpus-check", 4, "`kg check` finds nothing, on the corpus", slow=True)
def sound(place: Place) -> Outcome:
    done = place.kg("check", store=load(place).store, timeout=3600)
    return Outcome(done.code == 0, f"{done.out.strip()[:200]} ({done.seconds:.0f} s)", done.command)


@check("corpus-stream", 4, "`kg export` and `kg query` stream: the whole graph goes out in little memory", slow=True)
def stream(place: Place) -> Outcome:
    store = load(place).store
    out = place.fresh("export")
    found = [
        sampled(place, store, *words)
        for words in (("export", out / "graph.jsonl"), ("export", out / "graph.gexf"), ("query", "visits", "--json"))
    ]
    peaks = [one.peak for one in found]
    size = (out / "graph.jsonl").stat().st_size / MB
    figure = f"jsonl of {size:.0f} MB: {peaks[0]:.0f} MB, gexf {peaks[1]:.0f} MB, query {peaks[2]:.0f} MB (≤ 1,500)"
    return Outcome(all(one.code == 0 for one in found) and max(peaks) <= 1500, figure, "kg export graph.jsonl")


@check("corpus-resume", 4, "A second load of the corpus adds nothing", slow=True)
def again(place: Place) -> Outcome:
    before = load(place)
    done = sampled(place, before.store, "load", place.corpus, "--jobs", 2, "--json")
    same = {key: done.report.get(key) for key in ("pages", "articles", "replaced")}
    right = done.code == 0 and not any(same.values()) and done.report["statements"] == before.report["statements"]
    return Outcome(right, f"{same} in {done.seconds:.0f} s", "kg load CORPUS (again)")
