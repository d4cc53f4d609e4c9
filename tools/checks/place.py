"""Where checks run: a clone of what is committed, a folder for what is made, and the command line `kg` in it."""

from __future__ import annotations

import contextlib
import gzip
import json
import os
import resource
import shlex
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from tools.checks import Missing

_MAIN: Final = "import sys; from kg.cli import main; sys.exit(main())"
TIMEOUT: Final = 900.0


@dataclass(frozen=True, slots=True)
class Done:
    """A command that has ended: seconds by the clock and of the processors, in it and its children."""

    command: str
    code: int
    out: str
    err: str
    seconds: float
    cpu: float

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def complaint(self) -> str:
        """The last line of standard error."""
        return (self.err.strip().splitlines() or [""])[-1]

    def right(self) -> Done:
        """This, when it ended well. Raises RuntimeError with what it said."""
        if self.code:
            raise RuntimeError(f"`{self.command}` ended with {self.code}: {self.complaint[:200]}")
        return self


class Place:
    """`root` is the project that is tried, `work` an empty folder, `shared` the material beside the project."""

    def __init__(self, source: Path, work: Path, shared: Path, *, clone: bool, own: bool) -> None:
        self.work, self.shared, self.own = work, shared, own
        self.root = source
        self._opened = contextlib.ExitStack()
        if clone:
            self.root = work / "mawqif"
            subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", str(source), str(self.root)], check=True)
            if shared.is_dir():
                (work / "shared").symlink_to(shared)
        # Until the clone has an environment of its own, it borrows this one.
        self._python = Path(sys.executable)

    def __enter__(self) -> Place:
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.close()

    def keep(self, stack: contextlib.AbstractContextManager[Any]) -> Any:
        """Enters `stack`, which ends with this place."""
        return self._opened.enter_context(stack)

    @property
    def python(self) -> str:
        mine = self.root / ".venv" / "bin" / "python"
        return str(mine if mine.exists() else self._python)

    @property
    def environ(self) -> dict[str, str]:
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("MAWQIF_STORE", "NEO4J_"))}
        # Downloads of a hundred megabytes are shared with the project itself.
        cache = os.environ.get("MAWQIF_CACHE") or str(Path(__file__).resolve().parents[2] / ".cache")
        return {**kept, "PYTHONPATH": str(self.root), "MAWQIF_CACHE": cache, "PYTHONDONTWRITEBYTECODE": "1"}

    def do(
        self,
        command: Sequence[object],
        *,
        told: str = "",
        cwd: Path | None = None,
        env: Mapping[str, str] | None = None,
        timeout: float = TIMEOUT,
    ) -> Done:
        """Runs a command to its end. `told` is how a person would write it. Raises TimeoutExpired."""
        words = list(map(str, command))
        before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
        done = subprocess.run(
            words,
            cwd=cwd or self.root,
            env={**self.environ, **(env or {})},
            capture_output=True,
            timeout=timeout,
            stdin=subprocess.DEVNULL,
            check=False,
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        out, err = (stream.decode("utf-8", "replace") for stream in (done.stdout, done.stderr))
        return Done(told or shlex.join(words), done.returncode, out, err, time.monotonic() - begun, cpu)

    def kg_words(self, *words: object) -> list[str]:
        return [self.python, "-c", _MAIN, *map(str, words)]

    def kg(self, *words: object, store: Path | str | None = None, **how: Any) -> Done:
        """Runs `kg` with `words`, on the graph in `store`."""
        env = {**how.pop("env", {}), **({"MAWQIF_STORE": str(store)} if store is not None else {})}
        return self.do(self.kg_words(*words), told=f"kg {shlex.join(map(str, words))}"[:300], env=env, **how)

    @cached_property
    def seeds(self) -> Path:
        """A graph of the five pages."""
        store = self.work / "seeds.db"
        self.kg("load", "seeds", store=store).right()
        return store

    def ask(self, query: str, *words: object, store: Path | str | None = None) -> Done:
        return self.kg("query", query, *words, "--json", store=store or self.seeds).right()

    @cached_property
    def queries(self) -> dict[str, dict[str, Any]]:
        """What each canned query says of itself, by name."""
        names = [row["name"] for row in self.kg("query", "--json").right().rows]
        return {name: self.kg("query", name, "--about", "--json").right().rows[0] for name in names}

    @property
    def corpus(self) -> Path:
        path = self.shared / "corpus" / "news-2018.jsonl.gz"
        if not path.exists():
            raise Missing(f"there is no {path}")
        return path

    def gold(self, name: str) -> Path:
        path = self.shared / "gold" / name
        if not path.is_dir():
            raise Missing(f"there is no {path}")
        return path

    def sample(self, count: int, name: str, skip: int = 0) -> Path:
        """A .jsonl of `count` lines of the corpus, spread evenly over it, beginning `skip` lines in."""
        path = self.work / f"{name}.jsonl"
        if not path.exists():
            with path.open("wb") as file:
                file.writelines(lines(self.corpus, 17_357 // count, skip))
        return path

    def fresh(self, name: str) -> Path:
        """A folder that is empty."""
        number = sum(1 for _ in self.work.glob(f"{name}-*"))
        folder = self.work / f"{name}-{number}"
        folder.mkdir()
        return folder


def lines(path: Path, step: int, skip: int) -> Iterator[bytes]:
    with gzip.open(path, "rb") as file:
        for number, line in enumerate(file):
            if number >= skip and (number - skip) % step == 0:
                yield line
