"""The store's marks as figures, smaller than in docs/benchmarks.md, so that they are there in minutes.

python -m bench.marks embedded      one JSON object
python -m bench.marks neo4j         a server of its own, warm before anything counts
"""

from __future__ import annotations

import argparse
import contextlib
import io
import itertools
import json
import os
import tempfile
import time
from pathlib import Path
from typing import Any, Final

from bench import asking, writing
from bench.generated import RUN, corpus
from kg.graph import BATCH
from kg.store import GraphStore

_SIZES: Final = {"embedded": (2, 8), "neo4j": (32, 16)}
"""Batches of 256 articles that do not count, and that do: a server's first are slow until it is compiled."""
_TIMES: Final = 20
_ROUNDS: Final = 3
"""The last counts: the server compiles while it answers the others."""


def speed(store: GraphStore, warm: int, counted: int) -> float:
    """Elements a second, of `counted` batches after `warm` others; making them is not timed."""
    made = corpus((warm + counted) * BATCH)
    elements, took = 0, 0.0
    for number in range(warm + counted):
        items = list(itertools.islice(made, BATCH))
        begun = time.monotonic()
        added = store.add(items, RUN).elements
        if number >= warm:
            elements, took = elements + added, took + time.monotonic() - begun
    store.finish()
    return elements / took


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("engine", choices=writing.ENGINES)
    engine = parser.parse_args().engine
    with tempfile.TemporaryDirectory(prefix="mawqif-marks-") as name, writing.opened(engine, Path(name)) as (store, _):
        found: dict[str, Any] = {"elements_s": speed(store, *_SIZES[engine])}
        found["bulk_s"] = writing.rows_at_hand(store)
        if engine == "neo4j":
            with contextlib.redirect_stdout(io.StringIO()):
                for _ in range(_ROUNDS):
                    found["p95"] = asking.run(store, _TIMES)
        found["articles"] = sum(_SIZES[engine]) * BATCH
        found["load"] = os.getloadavg()
    print(json.dumps(found))


if __name__ == "__main__":
    main()
