"""Running `kg`: in this process where that is enough, as a process where streams, signals or rights matter."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kg import Graph
from kg.cli import main
from tests.graph.worlds import filled

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "seeds"


@dataclass
class Ran:
    code: int
    out: str
    err: str

    @property
    def complaints(self) -> list[str]:
        return [line for line in self.err.splitlines() if line.startswith("kg: ")]


Run = Callable[..., Ran]


@pytest.fixture
def kg(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """`kg("query", "visits")` in this process, in an empty working folder."""
    monkeypatch.delenv("MAWQIF_STORE", raising=False)
    monkeypatch.setenv("COLUMNS", "160")
    (tmp_path / "here").mkdir(exist_ok=True)
    monkeypatch.chdir(tmp_path / "here")

    def run(*arguments: object) -> Ran:
        capsys.readouterr()
        code = main([str(one) for one in arguments])
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return Ran(code, out, err)

    return run


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small world of tests/graph/made.py, closed."""
    path = tmp_path_factory.mktemp("world") / "mawqif.db"
    with Graph.open(path=path) as graph:
        filled(graph)
    return path


@pytest.fixture
def process(tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """`process("load", path, env={…})`: kg as a process of its own."""
    begun: list[subprocess.Popen[bytes]] = []

    def start(
        *arguments: object, env: dict[str, str] | None = None, before: Sequence[str] = (), **options: Any
    ) -> subprocess.Popen[bytes]:
        clean = {key: value for key, value in os.environ.items() if key not in ("MAWQIF_STORE", "COLUMNS")}
        command = [
            *before,
            sys.executable,
            "-c",
            "import sys; from kg.cli import main; sys.exit(main())",
            *map(str, arguments),
        ]
        options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "cwd": tmp_path, **options}
        one = subprocess.Popen(command, env={**clean, "PYTHONPATH": str(ROOT), **(env or {})}, **options)
        begun.append(one)
        return one

    yield start
    for one in begun:
        if one.poll() is None:
            one.kill()
        one.communicate()
