"""Reading in several processes: input order is kept, memory is bounded, and no page takes the others down with it.

Each job is a process of its own with one thread here that hands it pages one by one. A page that makes its process
die or that takes too long becomes a PageError; its process is replaced. A process that has grown too large is
replaced between two pages.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing.connection import Connection
from typing import Any, Final

from kg.errors import LexiconError, PageError
from kg.model import Extraction, Page

Read = Callable[[Page], list[Extraction]]
Result = tuple[Page, list[Extraction]]

AHEAD: Final = 32
"""Pages handed out to a job before the first of them is taken: enough to work on while a batch is written."""
LIMIT_S: Final = 300.0
"""Seconds that one page may take."""
_STOPPED: Final = "not read, the load was stopped"
GROWN_MB: Final = 256
"""A process larger than this is replaced: an extraction process stays below 300 MB."""


def extract_all(
    pages: Iterable[Page | PageError],
    jobs: int = 1,
    *,
    read: Read | None = None,
    limit_s: float = LIMIT_S,
) -> Generator[Result | PageError, None, None]:
    """Each page with its Extractions, in the order of `pages`; what is a PageError passes through.

    With one job pages are read in this process, with more in as many others. `read` (default `loaders.extract`) must be
    a function of a module, so that other processes find it; `limit_s` bounds a page's seconds where there are others.

    Raises:
        LexiconError: an entry of the lexicon is broken; no page is read.
    """
    if jobs <= 1:
        read = read or _extract
        for page in pages:
            yield page if isinstance(page, PageError) else _guarded(read, page)
        return
    workers = _Workers(read or _extract, limit_s)
    waiting: deque[Future[Result | PageError] | PageError] = deque()
    with ThreadPoolExecutor(jobs, "mawqif-job") as threads:
        try:
            for page in pages:
                waiting.append(page if isinstance(page, PageError) else threads.submit(workers.run, page))
                if len(waiting) >= jobs * AHEAD:
                    yield _taken(waiting.popleft())
            while waiting:
                yield _taken(waiting.popleft())
        finally:
            for one in waiting:
                if isinstance(one, Future):
                    one.cancel()
            workers.close()


def _taken(one: Future[Result | PageError] | PageError) -> Result | PageError:
    return one if isinstance(one, PageError) else one.result()


def _extract(page: Page) -> list[Extraction]:
    import loaders

    found: list[Extraction] = loaders.extract(page)
    return found


def _guarded(read: Read, page: Page) -> Result | PageError:
    try:
        return page, read(page)
    except PageError as error:
        return error
    except LexiconError:
        raise  # no page's fault: all would fail alike
    except Exception as error:
        why = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        return PageError(page.path, f"cannot be read, the reader failed ({why}); please report it")


class _Workers:
    """One process for each thread that asks, made when it asks first."""

    def __init__(self, read: Read, limit_s: float) -> None:
        self._read, self._limit_s = read, limit_s
        self._own = threading.local()
        self._all: list[_Worker] = []
        self._lock = threading.Lock()
        self._closed = False

    def run(self, page: Page) -> Result | PageError:
        worker: _Worker | None = getattr(self._own, "worker", None)
        if self._closed:
            return PageError(page.path, _STOPPED)
        if worker is None:
            worker = self._own.worker = _Worker(self._read)
            with self._lock:
                self._all.append(worker)
        try:
            worker.connection.send(page)
            if not worker.connection.poll(self._limit_s):
                raise TimeoutError
            found, why, grown = worker.connection.recv()
            if isinstance(why, tuple):
                raise LexiconError(*why)
        except (EOFError, OSError) as error:
            self._drop(worker)
            if self._closed:
                return PageError(page.path, _STOPPED)
            if isinstance(error, TimeoutError):
                return PageError(page.path, f"cannot be read: it took more than {self._limit_s:g} s")
            how = worker.process.exitcode
            return PageError(page.path, f"cannot be read: the process that read it ended ({how}); please report it")
        if grown:
            self._drop(worker)
        return PageError(page.path, why) if found is None else (page, found)

    def _drop(self, worker: _Worker) -> None:
        self._own.worker = None
        with self._lock:
            self._all.remove(worker)
        worker.stop()

    def close(self) -> None:
        """Ends all processes; threads that wait for one are told so by its end."""
        self._closed = True
        with self._lock:
            for worker in self._all:
                worker.process.terminate()


class _Worker:
    def __init__(self, read: Read) -> None:
        # Not forked: this process has threads, the database's among them, that would not live on in a copy.
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, read), daemon=True)
        with _without_main():
            self.process.start()
        theirs.close()

    def stop(self) -> None:
        self.connection.close()
        self.process.join(2)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()


_STARTING = threading.Lock()


@contextlib.contextmanager
def _without_main() -> Iterator[None]:
    """A new process would import the main module again: the whole command line, or a script that starts a load."""
    main = sys.modules["__main__"]
    with _STARTING:
        kept: dict[str, Any] = {
            name: main.__dict__.pop(name) for name in ("__spec__", "__file__") if name in main.__dict__
        }
        main.__spec__ = None
        try:
            yield
        finally:
            main.__dict__.update(kept)


def _serve(connection: Connection, read: Read) -> None:
    # Ctrl-C reaches all processes of a terminal; what it means is decided by the one that writes.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            page = connection.recv()
        except (EOFError, OSError):
            return
        try:
            result = _guarded(read, page)
        except LexiconError as error:
            connection.send((None, (error.file, error.line, error.why), False))
            continue
        # An error travels as its words: a PageError is not made from one argument, as unpickling would.
        found, why = (None, result.why) if isinstance(result, PageError) else (result[1], "")
        connection.send((found, why, _size_mb() > GROWN_MB))


def _size_mb() -> float:
    """Resident size of this process, in MB; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * 4096 / 1e6
    except (OSError, ValueError, IndexError):
        return 0
