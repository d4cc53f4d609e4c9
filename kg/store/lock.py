"""One process holds an embedded store; every other is told who.

The lock is the operating system's, on an open file, so that it goes with its process however that ends. The file's text
only tells who: `{"pid", "since", "command"}`.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from kg.errors import StoreError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


@dataclass(frozen=True)
class Holder:
    """The process that holds a store: `since` is local time in ISO form, `command` its first words."""

    pid: int
    since: str
    command: str

    def __str__(self) -> str:
        return f"process {self.pid} (`{self.command}`, since {self.since})"


class Lock:
    """Held from construction to `release`.

    Raises:
        StoreError: another process has it and did not let go within `wait` seconds; `holder` says who.
    """

    def __init__(self, path: Path, wait: float = 0) -> None:
        self.path = path
        deadline = time.monotonic() + wait
        while (file := _try(path)) is None:
            if time.monotonic() >= deadline:
                who = holder(path)
                raise StoreError(
                    f"{path.parent} is in use by {who or 'another process'}: "
                    "wait for it to end, or use another store with --store PATH"
                )
            time.sleep(0.1)
        self._file: IO[str] | None = file
        file.seek(0)
        file.truncate()
        # The name of the program and of its command; arguments may be anything, and stay out.
        words = [os.path.basename(sys.argv[0] or "python"), *[w for w in sys.argv[1:2] if not w.startswith("-")]]
        now = datetime.now().isoformat(sep=" ", timespec="seconds")
        told = {"pid": os.getpid(), "since": now, "command": " ".join(words)[:80]}
        with contextlib.suppress(OSError):  # a full disk: the lock holds without its text
            os.write(file.fileno(), json.dumps(told).encode())

    def release(self) -> None:
        if self._file is not None:
            self._file.seek(0)
            self._file.truncate()
            self._file.close()
            self._file = None


def holder(path: Path) -> Holder | None:
    """Who wrote the lock file; None when it says nothing readable."""
    try:
        value = json.loads(path.read_text("utf-8"))
        return Holder(int(value["pid"]), str(value["since"]), str(value["command"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def held(path: Path) -> bool:
    """True when a living process holds the lock."""
    if not path.exists():
        return False
    file = _try(path)
    if file is None:
        return True
    file.close()
    return False


def _try(path: Path) -> IO[str] | None:
    file = open(path, "a+", encoding="utf-8")  # noqa: SIM115 - it stays open as long as the lock is held
    try:
        if sys.platform == "win32":
            # A byte far behind the text, so that others can still read who holds it.
            file.seek(1 << 20)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        return None
    return file
