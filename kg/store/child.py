"""A query of a user on the embedded engine, in a process that can be killed: the engine cannot stop a query by itself.

The process opens the store, answers one query and ends: `python -m kg.store.child` reads one JSON object
(`path`, `text`, `params`) and writes the rows as JSON lines, then `{"end": true}` or `{"error": "…", "kind": "…"}`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from kg.errors import MawqifError, QueryError, StoreError


def ask(path: Path, text: str, params: Mapping[str, object], timeout: float) -> IO[bytes]:
    """Runs the query in a process of its own, in the store at `path`, that nobody may hold meanwhile.

    Returns:
        A file with the rows, at its beginning; for `read`.

    Raises:
        QueryError: it was refused, or took longer than `timeout` seconds and was killed.
    """
    request = json.dumps({"path": str(path), "text": text, "params": params}, default=str).encode()
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    out = tempfile.TemporaryFile()  # noqa: SIM115 - the caller reads and closes it
    try:
        done = subprocess.run(
            [sys.executable, "-m", "kg.store.child"],
            input=request,
            stdout=out,
            stderr=subprocess.DEVNULL,
            timeout=timeout,
            check=False,
            env=environ,
        )
    except subprocess.TimeoutExpired as error:
        out.close()
        raise QueryError(
            f"the query took longer than {timeout:g} s and was stopped: "
            "bound its patterns by type and depth, or give it more time with --timeout"
        ) from error
    last = _last_line(out)
    if "error" in last:
        out.close()
        raise (StoreError if last.get("kind") == "StoreError" else QueryError)(str(last["error"]))
    if "end" not in last:
        out.close()
        raise QueryError(f"the process of the query ended without an answer (exit code {done.returncode})")
    out.seek(0)
    return out


def read(out: IO[bytes]) -> Iterator[dict[str, Any]]:
    """The rows of what `ask` returned, which is closed at the end."""
    with out:
        for line in out:
            value = json.loads(line)
            if "row" in value:
                yield value["row"]


def _last_line(out: IO[bytes]) -> dict[str, Any]:
    size = out.seek(0, os.SEEK_END)
    out.seek(max(0, size - (1 << 16)))
    lines = out.read().splitlines()
    try:
        value = json.loads(lines[-1])
    except (IndexError, ValueError):
        return {}
    return value if isinstance(value, dict) else {}


def main() -> None:
    from kg.store.opening import open_store

    request = json.load(sys.stdin)
    try:
        with open_store(path=request["path"], mode="read", wait=5) as store:
            for row in store.rows(request["text"], **request["params"]):
                print(json.dumps({"row": row}, ensure_ascii=True))
        print(json.dumps({"end": True}))
    except MawqifError as error:
        print(json.dumps({"error": str(error), "kind": type(error).__name__}))


if __name__ == "__main__":
    main()
