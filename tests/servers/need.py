"""What the tests need from outside, and what happens when it is not there.

A missing thing skips the test, on a laptop. In CI `MAWQIF_REQUIRE` names what must be there (`neo4j gephi chromium
gold`, separated by spaces or commas): then its absence fails the test, so that a green run means that it was run.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest

ROOT = Path(__file__).resolve().parents[2]


def required(name: str) -> bool:
    return name in re.split(r"[\s,]+", os.environ.get("MAWQIF_REQUIRE", ""))


def missing(name: str, why: str) -> NoReturn:
    """Skip the test for want of `name`, or fail it where MAWQIF_REQUIRE says that it must be there."""
    if required(name):
        pytest.fail(f"MAWQIF_REQUIRE names {name}, but {why}", pytrace=False)
    pytest.skip(why)


def cache(name: str) -> Path:
    """The folder where downloads of `name` are kept between runs: below MAWQIF_CACHE, else .cache in the project."""
    folder = Path(os.environ.get("MAWQIF_CACHE") or ROOT / ".cache") / name
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def java() -> str:
    home = os.environ.get("JAVA_HOME")
    return str(Path(home) / "bin" / "java") if home else "java"


def java_absent(cached: bool) -> str | None:
    """Why a program from Maven Central cannot be started here, or None; `cached`: its jars are there already."""
    try:
        answer = subprocess.run([java(), "-version"], capture_output=True, text=True, check=True, timeout=60).stderr
    except (OSError, subprocess.SubprocessError):
        return "there is no Java (install a JDK 17, e.g. apt-get install openjdk-17-jdk-headless)"
    found = re.search(r'version "(\d+)', answer)
    if found is None or int(found[1]) < 17:
        return f"Java 17 or newer is needed and here is {answer.splitlines()[0]}"
    if not cached and shutil.which("mvn") is None:
        return "there is no Maven to fetch the jars (e.g. apt-get install maven)"
    return None


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold `path` as a lock between processes; the system lets go of it however the holder ends."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
