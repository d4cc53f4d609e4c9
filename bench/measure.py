"""Time, and the memory of this process with its children."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable
from types import TracebackType

import psutil


class Memory:
    """Samples resident memory (MB) of the process tree each second, beside how far `progress` says the work is.

    `apart` are process ids that are left out with their children, such as a server's.
    """

    def __init__(self, progress: Callable[[], int] = lambda: 0, apart: frozenset[int] = frozenset()) -> None:
        self.curve: list[tuple[float, int, float, float]] = []
        """Seconds, progress, MB of the tree, MB of its largest child."""
        self._progress, self._apart = progress, apart
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def _run(self) -> None:
        begun = time.monotonic()
        while True:
            whole, largest = self._sizes(psutil.Process())
            self.curve.append((time.monotonic() - begun, self._progress(), whole, largest))
            if self._done.wait(1):
                return

    def _sizes(self, top: psutil.Process) -> tuple[float, float]:
        whole, largest, waiting = top.memory_info().rss / 2**20, 0.0, top.children()
        while waiting:
            child = waiting.pop()
            if child.pid in self._apart:
                continue
            try:
                size = child.memory_info().rss / 2**20
                waiting += child.children()
            except psutil.NoSuchProcess:
                continue
            whole, largest = whole + size, max(largest, size)
        return whole, largest

    @property
    def peak(self) -> float:
        return max(size for _, _, size, _ in self.curve)

    @property
    def largest_child(self) -> float:
        return max(size for _, _, _, size in self.curve)

    def at(self, progress: int) -> float | None:
        """Memory when `progress` was first reached, None when it never was."""
        return next((size for _, done, size, _ in self.curve if done >= progress), None)

    def thirds(self) -> tuple[float, float]:
        """Mean memory while the first third of the work was done, and the last; the work is what `progress` counts."""
        end = self.curve[-1][1]
        early = [size for _, done, size, _ in self.curve if done <= end / 3]
        late = [size for _, done, size, _ in self.curve if done >= end * 2 / 3]
        return sum(early) / len(early), sum(late) / len(late)

    def print(self, rows: int = 20) -> None:
        """The curve, thinned to about `rows` lines."""
        step = max(1, len(self.curve) // rows)
        print("   seconds      done  MB of all  MB of largest child")
        for seconds, done, size, child in [*self.curve[::step], self.curve[-1]]:
            print(f"{seconds:10.0f}{done:10}{size:11.0f}{child:11.0f}")

    def __enter__(self) -> Memory:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self._done.set()
        self._thread.join()


def percentile(values: list[float], share: float) -> float:
    """The smallest value that `share` (0 to 1) of all do not exceed."""
    ordered = sorted(values)
    return ordered[math.ceil(share * len(ordered)) - 1]
