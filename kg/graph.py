"""`Graph`: the one front door of the Python API."""

from __future__ import annotations

import importlib
import os
import time
import weakref
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Literal

from kg import ask
from kg.ask import Rows
from kg.errors import PageError, StoreError
from kg.filters import Filters
from kg.model import Extraction, Page, Run
from kg.resolve import Bearer, resolve
from kg.store import Forgotten, GraphStore, open_store

if TYPE_CHECKING:
    import networkx

    from kg.export import Exported

StrPath = str | os.PathLike[str]

BATCH: Final = 256
"""Pages that are written in one transaction, at most: they are all there, or none is. A transaction costs a server
as much as some dozens of pages do (docs/benchmarks.md)."""
PATIENCE: Final = 5.0
"""Seconds of reading after which a transaction is written that is not full: so much is read again after a crash."""
PATH: Final = "mawqif.db"


@dataclass(slots=True)
class LoadReport:
    """What a load did.

    `read` counts pages that were read, `pages` those that are new to the graph, `articles` and `replaced` the articles
    that are new or were read anew by another reader, `repeated` those that the graph had from another page.
    `errors` are pages that could not be read, `notes` what was told of pages that could. `actors` and `relations` say
    by type what the whole graph holds afterwards, `statements` how many. `seconds` is the time that all took.
    """

    read: int = 0
    pages: int = 0
    articles: int = 0
    replaced: int = 0
    repeated: int = 0
    errors: list[PageError] = field(default_factory=list)
    notes: list[PageError] = field(default_factory=list)
    actors: dict[str, int] = field(default_factory=dict)
    relations: dict[str, int] = field(default_factory=dict)
    statements: int = 0
    seconds: float = 0.0
    stopped: bool = False
    """True when the caller stopped it; what was read until then is in the graph."""


@dataclass(frozen=True, slots=True)
class Stats:
    """What a graph holds; `actors` (agreements and places among them) and `relations` by type, most first."""

    pages: int
    articles: int
    actors: dict[str, int]
    relations: dict[str, int]
    statements: int


class ActorView:
    """One actor of a graph: who it is, and what is known of it. Filters are those of `Graph.query`."""

    def __init__(self, graph: Graph, bearer: Bearer) -> None:
        self._graph = graph
        self.id, self.ids, self.type, self.name, self.name_en = (
            bearer.id,
            bearer.ids,
            bearer.type,
            bearer.name,
            bearer.name_en,
        )
        self.names = bearer.aliases
        self.roles, self.country, self.acts_for, self.iso = bearer.roles, bearer.country, bearer.acts_for, bearer.iso

    def __repr__(self) -> str:
        return f"ActorView({self.name!r}, id={self.id!r})"

    def positions(self, **options: Any) -> Rows:
        """Offices it holds or held; of a country or body, who holds which of its offices."""
        ends: dict[str, Any] = {"subject" if self.type == "person" else "object": self.id}
        return self._graph.query("positions", **ends, **options)

    def relations(self, **options: Any) -> Iterator[dict[str, Any]]:
        """What it does and what is done to it, in order of time (rows of `timeline-of-actor`)."""
        return (row for row in self.timeline(**options) if row["what"] == "relation")

    def statements(self, **options: Any) -> Rows:
        """What it says, newest first."""
        return self._graph.query("statements-by-actor", actor=self.id, **options)

    def timeline(self, **options: Any) -> Rows:
        """Relations and statements in order of time."""
        return self._graph.query("timeline-of-actor", actor=self.id, **options)


class Graph:
    """A graph that is open; made by `Graph.open`, and closed by `close` or at the end of a `with` block."""

    def __init__(self, store: GraphStore) -> None:
        self.store = store
        # Rows that are being read hold a connection, which must end before the store does.
        self._reading: weakref.WeakSet[Any] = weakref.WeakSet()

    @classmethod
    def open(
        cls,
        uri: str | None = None,
        *,
        path: StrPath | None = None,
        auth: tuple[str, str] | None = None,
        database: str | None = None,
        mode: Literal["write", "read"] = "write",
        wait: float = 0,
        prompt: Callable[[str], str] | None = None,
    ) -> Graph:
        """The graph at `uri` (`bolt://…`, `neo4j+s://…`, or the path of an embedded one), else the embedded one in
        `path`, else the one that MAWQIF_STORE names, else the embedded one in ./mawqif.db.

        `auth` is user and password of a server (else NEO4J_USER and NEO4J_PASSWORD, a keyring, or what `prompt` answers
        when it is given the address). With `mode="read"` nothing is made
        or changed, and a graph that another process writes can be read. `wait`: seconds to wait for that process
        otherwise. Raises StoreError.
        """
        if uri is None and path is None:
            uri = os.environ.get("MAWQIF_STORE") or None
        path = Path(PATH if path is None else path)
        if mode == "read":
            place = _place(uri, path)
            if place is not None and not place.exists():
                raise StoreError(f"there is no graph in {place}: `kg load PATH` makes one, --store URI names another")
        return cls(open_store(uri, path=path, auth=auth, database=database, mode=mode, wait=wait, prompt=prompt))

    def close(self) -> None:
        """Ends all connections; an embedded database is let go. Rows that are not read to their end give no more."""
        for rows in list(self._reading):
            rows.close()
        self.store.close()

    def __enter__(self) -> Graph:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Graph({self.store.uri!r})"

    def load(
        self,
        paths: StrPath | Sequence[StrPath],
        jobs: int = 1,
        progress: Callable[[Page | PageError], None] | None = None,
        stop: Callable[[], bool] | None = None,
        limit_mb: float = 20,
    ) -> LoadReport:
        """Reads pages (files and folders of .txt, .html, .jsonl, .jsonl.gz) into the graph.

        What the graph has already stays as it is. A page that cannot be read is told in the report, the others go on.
        `jobs` processes read, this one writes. `progress` is called after each page, `stop` asked: when it says so,
        what has been read is written and the load ends. `limit_mb` bounds a page's size. Raises StoreError.
        """
        from loaders import jobs as reading
        from loaders import pages
        from loaders.lines import PageNote

        begun = time.monotonic()
        report = LoadReport()
        given = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
        run = _run()
        batch: list[tuple[Page, list[Extraction]]] = []
        due = begun + PATIENCE
        found = pages.read([os.fspath(path) for path in given], limit_mb=limit_mb)
        with closing(reading.extract_all(found, jobs)) as items:
            for item in items:
                if isinstance(item, PageError):
                    (report.notes if isinstance(item, PageNote) else report.errors).append(item)
                else:
                    report.read += 1
                    batch.append(item)
                if progress:
                    progress(item if isinstance(item, PageError) else item[0])
                if len(batch) >= BATCH or time.monotonic() >= due:
                    self._add(batch, run, report)
                    due = time.monotonic() + PATIENCE
                if stop and stop():
                    report.stopped = True
                    break
        self._add(batch, run, report)
        self.store.finish()
        stats = self.stats()
        report.actors, report.relations, report.statements = stats.actors, stats.relations, stats.statements
        report.seconds = time.monotonic() - begun
        return report

    def _add(self, batch: list[tuple[Page, list[Extraction]]], run: Run, report: LoadReport) -> None:
        if not batch:
            return
        added = self.store.add(batch, run)
        batch.clear()
        report.pages += added.pages
        report.articles += added.articles
        report.replaced += added.replaced
        report.repeated += added.repeated
        report.errors += added.problems

    def query(
        self,
        name: str,
        /,
        *,
        since: str | None = None,
        until: str | None = None,
        basis: str | None = None,
        status: str | None = None,
        min_score: float | None = None,
        rollup: bool = True,
        dated: bool = False,
        limit: int | None = None,
        **parameters: object,
    ) -> Rows:
        """The rows of a canned query (`queries.catalogue()` tells all, with parameters and columns).

        An actor is named by any alias, Arabic or English, or by id. The filters are those of `kg.filters.Filters`;
        `limit` None or 0 is all rows. Raises QueryError.
        """
        filters = Filters(since, until, basis, status, min_score, rollup, dated)
        rows = ask.run(self.store, name, filters, limit, parameters)
        self._reading.add(rows)
        return rows

    def cypher(
        self,
        text: str,
        params: Mapping[str, object] | None = None,
        /,
        *,
        timeout: float | None = None,
        **named: object,
    ) -> Iterator[dict[str, Any]]:
        """The rows of a Cypher query of your own, which may only read.

        Parameters are given by name or as a mapping. `timeout` is in seconds; without it the query takes what it takes.
        Raises QueryError: refused, wrong or too slow.
        """
        values = {**(params or {}), **named}
        rows = self.store.rows(text, **values) if timeout is None else self.store.cypher(text, values, timeout)
        self._reading.add(rows)
        return rows

    def actor(self, name: str) -> ActorView:
        """The actor called `name`: any alias, Arabic or English, an id, or a country's ISO code.

        Raises kg.resolve.UnknownActor (with the nearest names) and AmbiguousActor (with all bearers).
        """
        return ActorView(self, resolve(self.store, name))

    def to_networkx(self, filters: Filters | None = None) -> networkx.MultiDiGraph[str]:
        """Entities and relations as a networkx MultiDiGraph; see `kg.export.network` for the attributes."""
        from kg.export import to_networkx

        return to_networkx(self.store, filters)

    def export(self, path: StrPath, format: str | None = None, filters: Filters | None = None) -> Exported:
        """Writes the graph to `path`, in the format of its suffix or `format`. Raises ExportError."""
        from kg.export import export

        return export(self.store, Path(path), format, filters)

    def forget(self, page: str) -> Forgotten:
        """Takes back what a page brought and no other holds; `page` is its path, file name, stem or id."""
        return self.store.forget(page)

    def check(self) -> Iterator[str]:
        """One line for each thing in the graph that should not be so; none, ever."""
        return self.store.check()

    def stats(self) -> Stats:
        """What the graph holds, counted."""
        rows = self.store.rows
        pages, articles, statements = (
            next(rows(f"MATCH (n:{label}) RETURN count(n) AS n"))["n"] for label in ("Page", "Article", "Statement")
        )
        actors, relations = (
            {
                row["type"]: row["n"]
                for row in rows(f"MATCH (n:{label}) RETURN n.type AS type, count(*) AS n ORDER BY n DESC, type")
            }
            for label in ("Entity", "Claim")
        )
        return Stats(pages, articles, actors, relations, statements)


def _run() -> Run:
    run: Run = importlib.import_module("loaders").run()
    return run


def _place(uri: str | None, path: StrPath) -> Path | None:
    """The folder of an embedded store, None for a server."""
    if uri is None:
        return Path(path)
    if uri.startswith("file:"):
        return Path(uri.removeprefix("file://").removeprefix("file:")).expanduser()
    return None if "://" in uri else Path(uri).expanduser()
