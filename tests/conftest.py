"""Fixtures that need something outside of Python, shared by all tests; see servers/need.py for when they skip."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
# So that `from tests.servers…` works however pytest was started.
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from tests.servers import shared  # noqa: E402
from tests.servers.need import missing  # noqa: E402

NAMED = {"neo4j_server": "neo4j", "neo4j_module": "neo4j", "gephi": "gephi", "gold": "gold"}


def pytest_configure(config: pytest.Config) -> None:
    shared.begin()
    for line in ("chromium: needs a Chromium", "slow: left out by default, run by `make slow` and in CI"):
        config.addinivalue_line("markers", line)


def pytest_sessionfinish() -> None:
    shared.end()


# Before xdist reads the groups, which it does in the same hook.
@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A test that takes one of these fixtures carries its mark, and under xdist those of Neo4j share a worker.

    Tests marked `slow` are left out unless `-m` asks for some mark itself.
    """
    if not config.option.markexpr:
        items[:] = [item for item in items if item.get_closest_marker("slow") is None]
    for item in items:
        marks = {mark for fixture, mark in NAMED.items() if fixture in getattr(item, "fixturenames", ())}
        if "neo4j" in getattr(getattr(item, "callspec", None), "params", {}).values():
            # A fixture of both engines, which takes the server when its turn comes.
            marks.add("neo4j")
        for mark in sorted(marks):
            item.add_marker(mark)
            if mark == "neo4j":
                item.add_marker(pytest.mark.xdist_group("neo4j"))


@pytest.fixture
def neo4j_server() -> Iterator[shared.Server]:
    """A real Neo4j 5, empty: `.uri`, `.auth`, `.home`. One server a run, emptied before each test that takes it."""
    with shared.alone() as server:
        yield server


@pytest.fixture(scope="module")
def neo4j_module() -> Iterator[shared.Server]:
    """The same, emptied once for the tests of a module that only read what the first of them wrote."""
    with shared.alone() as server:
        yield server


@pytest.fixture(scope="session")
def gephi() -> Callable[[Path], dict[str, Any]]:
    """`gephi(path)`: what the real Gephi made of a GEXF file, its report as `issues`, `exit` 0 without a warning."""
    from tests.servers import gephi_check

    return gephi_check.ready()


@pytest.fixture(scope="session")
def gold() -> Path:
    """The folder of annotated pages, ../shared/gold."""
    folder = ROOT.parent / "shared" / "gold"
    if not (folder / "seeds").is_dir():
        missing("gold", f"there is no {folder}")
    return folder


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium or Chrome."""
    for name in ("chromium", "chromium-browser", "google-chrome", "chrome"):
        if found := shutil.which(name):
            return found
    missing("chromium", "there is no Chromium on the PATH")
