"""A disk that runs full under the embedded store: one line says so, nothing is lost, and with room it goes on."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.store import open_store
from tests.store.dump import dump
from tests.store.factory import RUN, Factory

BATCH = 10
ITEMS = Factory(seed=31).pages(150)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """`disk(megabytes)`: a file system of that size, the same one made larger when it is called again."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = False

    def sized(megabytes: int) -> Path:
        nonlocal mounted
        options = f"{'remount,' if mounted else ''}size={megabytes}m"
        made = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)], capture_output=True)
        if made.returncode:
            pytest.skip(f"only root may mount: {made.stderr.decode().strip()}")
        mounted = True
        return place

    if shutil.which("mount") is None or not hasattr(os, "geteuid"):
        pytest.skip("this system has no mount")
    yield sized
    if mounted:
        subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_full_disk(disk: Callable[[int], Path], tmp_path: Path) -> None:
    with open_store(path=tmp_path / "peace.db") as store:
        for at in range(0, len(ITEMS), BATCH):
            store.add(ITEMS[at : at + BATCH], RUN)
        store.finish()
        right = dump(store)
    place = disk(400) / "mawqif.db"
    stored = 0

    def fill() -> None:
        nonlocal stored
        with open_store(path=place) as store:
            for at in range(0, len(ITEMS), BATCH):
                if at == 3 * BATCH:
                    disk(shutil.disk_usage(place).used // 2**20 + 3)
                store.add(ITEMS[at : at + BATCH], RUN)
                stored = at + BATCH

    with pytest.raises(StoreError, match="the disk is full") as caught:
        fill()
    assert "\n" not in str(caught.value)
    assert 3 * BATCH <= stored < len(ITEMS)
    # Full to the last block as it is, it can be asked.
    with contextlib.suppress(OSError), (place.parent / "filler").open("wb", buffering=0) as filler:
        while filler.write(bytes(4096)):
            pass
    assert shutil.disk_usage(place).free < 4096
    with open_store(path=place, mode="read") as store:
        assert next(store.rows("MATCH (p:Page) RETURN count(p) AS n"))["n"] == stored
    disk(400)
    (place.parent / "filler").unlink()
    with open_store(path=place) as store:
        for at in range(0, len(ITEMS), BATCH):
            store.add(ITEMS[at : at + BATCH], RUN)
        store.finish()
        assert list(store.check()) == []
        assert dump(store) == right
