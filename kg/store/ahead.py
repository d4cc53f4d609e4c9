"""Statements of one transaction, sent by a thread of their own while the caller prepares the rows of the next.

Half of a load's time on this side is making and packing rows, and the server has nothing to do meanwhile: with two
processors both can work. The order of the statements, and with it what is stored, is that of the calls.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Any, Final

from neo4j import ManagedTransaction

_WAITING: Final = 4
"""Statements with their rows that may wait at once: what a batch holds in memory stays bounded."""


class Ahead:
    """A transaction that is written ahead of its caller; a context manager, whose end waits for all that was sent.

    An error of a statement is raised, as it is, by the next call or at the end; no statement after it is sent.
    """

    def __init__(self, tx: ManagedTransaction) -> None:
        self._tx = tx
        self._pool = ThreadPoolExecutor(1, "mawqif-writer")
        self._sent: deque[Future[None]] = deque()

    def write(self, statement: str, rows: Sequence[Any]) -> None:
        """Runs `statement` with `$rows`, where there are any, after all that was sent before; returns at once."""
        if not rows:
            return
        while len(self._sent) >= _WAITING or (self._sent and self._sent[0].done()):
            self._sent.popleft().result()
        self._sent.append(self._pool.submit(self._run, statement, rows))

    def read(self, statement: str, **parameters: object) -> list[dict[str, Any]]:
        """Rows of `statement` as everything that was sent before left it."""
        self.wait()
        return [dict(row) for row in self._tx.run(statement, parameters)]

    def wait(self) -> None:
        """Returns when the server has done everything that was sent."""
        while self._sent:
            self._sent.popleft().result()

    def _run(self, statement: str, rows: Sequence[Any]) -> None:
        self._tx.run(statement, rows=rows).consume()

    def __enter__(self) -> Ahead:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        try:
            if error is None:
                self.wait()
        finally:
            # What has not begun is not sent any more; the one statement that runs must end before the thread does.
            self._pool.shutdown(cancel_futures=True)
