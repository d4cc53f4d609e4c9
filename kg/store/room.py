"""Room on the disk of an embedded store: how to see that there is none, and what is kept for that hour.

The engine cannot open even to be read without writing (its log of transactions, the files of users), so a disk that ran
full would keep an analyst from what is stored. Each store holds some megabytes of its own, let go when it opens and
finds no room, and set aside again once there is.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path
from typing import Final

RESERVE: Final = 2 << 20
"""Bytes set aside: an opening was seen to need less than 64 KiB, the engine's files grow by up to 256 KiB at once."""
_STEP: Final = 1 << 20
"""Bytes: less is as good as nothing."""
_NAME: Final = "reserve"


def is_full(path: Path) -> bool:
    """True when the disk of a store has no room for one more of the engine's files."""
    try:
        return shutil.disk_usage(path).free < _STEP
    except OSError:
        return False


def set_aside(path: Path) -> None:
    """Makes the reserve of the store at `path`, if it has none and the disk has some times as much left."""
    file = path / _NAME
    try:
        if (file.exists() and file.stat().st_size == RESERVE) or shutil.disk_usage(path).free < 4 * RESERVE:
            return
        # Random, for a file system that compresses would keep no room for zeros.
        file.write_bytes(os.urandom(RESERVE))
    except OSError:
        let_go(path)


def let_go(path: Path) -> bool:
    """Gives the reserve back to the disk; False when there was none."""
    with contextlib.suppress(OSError):
        (path / _NAME).unlink()
        return True
    return False
