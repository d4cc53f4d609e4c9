"""Sorting more lines than memory holds.

Why the sorting is ours: paging through a kind by `WHERE n.id > $last ORDER BY n.id LIMIT $n` scans it once a page on
the embedded store (200,000 nodes: 1.3 s a page, whatever its size), while one streamed scan of all takes 4 s.
"""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType

CHUNK = 16 * 2**20
"""Bytes of lines that are sorted in memory at once; what is longer is merged from files."""


class Spool:
    """Takes lines (bytes without a line end) and gives them back sorted; temporary files lie in `folder`."""

    def __init__(self, folder: Path | None = None) -> None:
        self._files = ExitStack()
        self._folder = folder
        self._runs: list[Iterable[bytes]] = []
        self._lines: list[bytes] = []
        self._size = 0

    def __enter__(self) -> Spool:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self._files.close()

    def add(self, line: bytes) -> None:
        self._lines.append(line)
        # A bytes object is some 33 bytes more than what it holds.
        self._size += len(line) + 40
        if self._size >= CHUNK:
            self._spill()

    def _spill(self) -> None:
        run = tempfile.TemporaryFile(dir=self._folder, prefix=".mawqif-")  # noqa: SIM115 (closed with the spool)
        self._files.enter_context(run)
        self._lines.sort()
        run.write(b"\n".join(self._lines) + b"\n")
        run.seek(0)
        self._runs.append(line.rstrip(b"\n") for line in run)
        self._lines, self._size = [], 0

    def sorted(self) -> Iterator[bytes]:
        """All lines in the order of their bytes, which for UTF-8 is that of code points; can be read once."""
        self._lines.sort()
        yield from heapq.merge(*self._runs, self._lines)
        self._runs, self._lines, self._size = [], [], 0
