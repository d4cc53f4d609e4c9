"""`GraphStore`: the graph behind the official neo4j driver, on a Neo4j server or on the embedded engine alike."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Literal, TypeVar

import neo4j
from neo4j import Driver, GraphDatabase, ManagedTransaction
from neo4j.exceptions import ConstraintError, DriverError, Neo4jError, ServiceUnavailable

from kg.errors import StoreError
from kg.model import Extraction, Page, Run, digest
from kg.store import child, edges, finish, forget, schema
from kg.store import search as fulltext
from kg.store.check import check
from kg.store.credentials import Auth, clean
from kg.store.embedded import Embedded
from kg.store.errors import translated
from kg.store.forget import Forgotten
from kg.store.guard import guard
from kg.store.identity import Namesakes
from kg.store.rows import plain
from kg.store.write import Added, add

T = TypeVar("T")
Mode = Literal["write", "read"]

_ATTEMPTS: Final = 6
"""How often a batch is tried that another program's write came before."""
_GROWN: Final = 4
"""A server plans anew when a quarter as many Claims have come or gone as there were when it last did: that forgets all
plans, so not every load may ask for it."""
_FEW: Final = 100
"""Claims below which no plan is bad enough to matter."""
_SAMPLING: Final = 60
"""Seconds that Neo4j may take to sample its indexes at the end of a load."""
_RETRY: Final = 60.0
"""Seconds in which the driver tries again, with growing pauses, what is transient, a server that restarts included."""


class GraphStore:
    """A graph that is open. Made by `open_store`.

    Attributes:
        uri: address of the server without credentials, or the path of an embedded store.
        engine: `neo4j` or `arcadedb`.
    """

    def __init__(
        self,
        address: str,
        *,
        writer: Auth | None,
        reader: Auth | None,
        database: str | None,
        mode: Mode,
        place: Path | None = None,
        engine: Embedded | None = None,
    ) -> None:
        self.engine: Literal["neo4j", "arcadedb"] = "neo4j" if place is None else "arcadedb"
        self.uri = address if place is None else str(place)
        self.mode = mode
        self.path = place
        self._embedded = engine
        self._database = database
        self._drivers: list[Driver] = []
        self._session: str | None = None
        self._asleep = False
        self._connect(address, writer, reader)
        if mode == "write":
            try:
                self.finish()
            except BaseException:
                self._disconnect()
                raise

    def _connect(self, address: str, writer: Auth | None, reader: Auth | None) -> None:
        with translated(self.uri, self.path):
            try:
                self._reader = self._driver(address, reader)
                self._writer = self._reader if writer in (reader, None) else self._driver(address, writer)
                self._verify(address, reader)
                schema.ensure(self._writer, self._database, self._embedded, write=self.mode == "write")
            except ValueError as error:  # of the driver, about a name or a port
                self._disconnect()
                raise StoreError(f"{self.uri} is no address that can be reached: {clean(error)[:200]}") from error
            except BaseException:
                self._disconnect()
                raise

    def _verify(self, address: str, auth: Auth | None) -> None:
        try:
            self._reader.verify_connectivity()
        except ServiceUnavailable:
            if address.startswith("neo4j"):
                # Of all that may be wrong it says that it found no routes; asked without them, the host tells.
                self._driver("bolt" + address.removeprefix("neo4j"), auth).verify_connectivity()
            raise

    def _driver(self, address: str, auth: Auth | None) -> Driver:
        driver = GraphDatabase.driver(
            address,
            auth=auth,
            user_agent="mawqif",
            notifications_min_severity="OFF",
            connection_timeout=15,
            max_transaction_retry_time=_RETRY,
            telemetry_disabled=True,
        )
        self._drivers.append(driver)
        return driver

    def _disconnect(self) -> None:
        for driver in self._drivers:
            with contextlib.suppress(Exception):
                driver.close()
        self._drivers.clear()

    def _wake(self) -> None:
        """Opens an embedded store again that `cypher` let go for its child process."""
        if self._asleep and self._embedded is not None:
            self._embedded = Embedded(self._embedded.path, wait=15)
            self._asleep = False
            self._connect(self._embedded.uri, self._embedded.writer, self._embedded.reader)

    def close(self) -> None:
        """Ends all connections, and the embedded engine if this process holds it."""
        self._disconnect()
        if self._embedded is not None:
            self._embedded.stop()

    def __enter__(self) -> GraphStore:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"GraphStore({self.uri!r}, engine={self.engine!r}, mode={self.mode!r})"

    # Writing

    def add(self, items: Sequence[tuple[Page, Sequence[Extraction]]], run: Run) -> Added:
        """Brings a batch of pages in, in one transaction; what is there already stays. Call `finish` after the last.

        Raises:
            StoreError: the server is gone or the disk full; nothing of the batch is there then, and all before it is.
        """
        if self._session is None:
            self._session = datetime.now(UTC).isoformat(timespec="seconds")

        def work(tx: ManagedTransaction) -> Added:
            added = add(tx, items, run, self._embedded is not None)
            # When what was read stands here, which exports leave out: two loads of the same pages are the same graph.
            tx.run(
                "MERGE (l:Ledger {id: $id}) SET l.run = $run, l.at = $at, l.until = $until, "
                "l.pages = coalesce(l.pages, 0) + $pages, l.articles = coalesce(l.articles, 0) + $articles",
                id=f"ledger/{digest(run.id, self._session, os.getpid())}",
                run=run.id,
                at=self._session,
                until=datetime.now(UTC).isoformat(timespec="seconds"),
                pages=added.pages,
                articles=added.articles + added.replaced,
            ).consume()
            return added

        return self._write(work)

    def forget(self, page: str) -> Forgotten:
        """Takes back what a page brought and no other page holds: `page` is its id, path, file name or stem.

        Raises:
            StoreError: no page is meant, or several, which the error names.
        """
        gone = self._write(lambda tx: forget.forget(tx, page, self._embedded is not None))
        self.finish()
        return gone

    def finish(self) -> None:
        """The end of a load: computes shared values and copies them to edges, ties namesakes, marks officials.

        Does only what is waiting, so that it costs nothing where nothing changed.
        """
        while self._finish_claims():
            pass
        # The embedded store has one writer.
        namesakes = Namesakes(once=self._embedded is not None)
        while self._write(lambda tx: finish.stale_entities(tx, namesakes)):
            pass
        self._write(
            lambda tx: tx.run("MATCH (r:Run) WHERE NOT EXISTS { (r)<-[:READ_BY]-(:Article) } DELETE r").consume()
        )
        if self._embedded is None:
            self._plan_anew()

    def _plan_anew(self) -> None:
        """Has Neo4j sample its indexes now, if the database has grown since it last did. It plans by samples that lag
        behind a load, and keeps the plans of a database that was empty: a question about one actor may then walk all
        Claims once for each Claim, which takes minutes instead of milliseconds."""
        # Not every user of a server may.
        with self._writer.session(database=self._database) as session, contextlib.suppress(Neo4jError, DriverError):
            claims = session.run("MATCH (c:Claim) RETURN count(c) AS n").single(strict=True)["n"]
            told = session.run("MATCH (s:Schema {id: 'mawqif'}) RETURN coalesce(s.planned, 0) AS n")
            planned = told.single(strict=True)["n"]
            if max(claims, planned) < _FEW or abs(claims - planned) * _GROWN < planned:
                return
            session.run("CALL db.prepareForReplanning($seconds)", seconds=_SAMPLING).consume()
            session.run("MATCH (s:Schema {id: 'mawqif'}) SET s.planned = $claims", claims=claims).consume()

    def _finish_claims(self) -> int:
        if self._embedded is None:

            def both(tx: ManagedTransaction) -> int:
                rows = finish.stale_claims(tx)
                if rows:
                    finish.write_claims(tx, rows, with_edges=True)
                return len(rows)

            return self._write(both)
        rows = self._write(finish.stale_claims)
        if rows:
            edges.update_embedded(self._embedded, rows)
            self._write(lambda tx: finish.write_claims(tx, rows, with_edges=False))
        return len(rows)

    def _write(self, work: Callable[[ManagedTransaction], T]) -> T:
        if self.mode != "write":
            raise StoreError(f"{self.uri} is open for reading only")
        self._wake()

        def in_turn(tx: ManagedTransaction) -> T:
            if self._embedded is None:
                # Locks this one node until the transaction ends: of two loaders the second waits here, sees then all
                # that the first wrote, and neither can lock the other out. Reading pages takes them far longer.
                tx.run("MATCH (s:Schema {id: 'mawqif'}) SET s.version = s.version").consume()
            return work(tx)

        with translated(self.uri, self.path):
            for attempt in range(1, _ATTEMPTS + 1):
                try:
                    with self._writer.session(database=self._database) as session:
                        return session.execute_write(in_turn)
                except ConstraintError:
                    # Someone else wrote, without taking turns, what we had not seen: look again.
                    if attempt == _ATTEMPTS:
                        raise
                    time.sleep(0.05 * 2**attempt)
        raise AssertionError("unreachable")

    # Reading

    def rows(self, cypher: str, /, **params: object) -> Iterator[dict[str, Any]]:
        """Rows of a query, as they come; it may only read.

        Raises:
            QueryError: the text is refused, or the server refuses it.
        """
        self._wake()
        with (
            translated(self.uri, self.path),
            self._reader.session(database=self._database, default_access_mode=neo4j.READ_ACCESS) as session,
        ):
            guard(cypher)
            for row in session.run(cypher, params):
                yield {key: plain(row[key]) for key in row.keys()}  # noqa: SIM118 - a Record iterates over its values

    def cypher(
        self, text: str, params: Mapping[str, object] | None = None, timeout: float = 30
    ) -> Iterator[dict[str, Any]]:
        """Rows of a query that a user gave: only reading, and `timeout` seconds at most.

        On Neo4j the server ends it. The embedded engine cannot, so there a child process answers, with the store let go
        for it, and is killed. Where another process holds the embedded store, this one gives up at the time, and the
        query goes on in that one.

        Raises:
            QueryError: refused, wrong or too slow; one line.
        """
        guard(text)
        if self.path is None:
            yield from self._timed(text, params or {}, timeout)
            return
        if self._embedded is not None:
            self._disconnect()
            self._embedded.stop()
            self._asleep = True
        yield from child.read(child.ask(self.path, text, params or {}, timeout))

    def _timed(self, text: str, params: Mapping[str, object], timeout: float) -> Iterator[dict[str, Any]]:
        with (
            translated(self.uri, self.path),
            self._reader.session(database=self._database, default_access_mode=neo4j.READ_ACCESS) as session,
        ):
            for row in session.run(neo4j.Query(text, timeout=timeout), dict(params)):
                yield {key: plain(row[key]) for key in row.keys()}  # noqa: SIM118 - a Record iterates over its values

    def check(self) -> Iterator[str]:
        """What does not hold of this graph, one line each: nothing, ever."""
        return check(self.rows)

    def search(self, text: str, label: fulltext.Label = "Entity", limit: int = 50) -> list[dict[str, Any]]:
        """What holds every word of `text`, in any spelling, with or without ال and clitics; see `kg.store.search`."""
        return self._read(lambda tx: fulltext.search(tx, self.engine, text, label, limit))

    def _read(self, work: Callable[[ManagedTransaction], T]) -> T:
        self._wake()
        with (
            translated(self.uri, self.path),
            self._reader.session(database=self._database, default_access_mode=neo4j.READ_ACCESS) as session,
        ):
            return session.execute_read(work)
