"""How fast the store is, by the marks of issue 6, at sizes that take minutes; docs/benchmarks.md has the large ones."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import Any

from tools.checks import Missing, Outcome, check
from tools.checks.place import Place

_COMMAND = "python -m bench.marks"


@lru_cache
def _marks(place: Place, engine: str) -> dict[str, Any]:
    from tests.servers import neo4j_server

    if engine == "neo4j" and (why := neo4j_server.absent()):
        raise Missing(why)
    done = place.do([place.python, "-m", "bench.marks", engine], told=f"{_COMMAND} {engine}", timeout=900).right()
    found: dict[str, Any] = json.loads(done.out.strip().splitlines()[-1])
    return found


def _speed(place: Place, engine: str, least: int) -> Outcome:
    found = _marks(place, engine)
    figure = f"{found['elements_s']:,.0f} elements/s (≥ {least:,}), {found['articles']:,} articles"
    return Outcome(found["elements_s"] >= least, f"{figure}, load {found['load'][0]:.1f}", f"{_COMMAND} {engine}")


@check("embedded-speed", 6, "Embedded store: ≥ 6,000 elements/s of the generated corpus", slow=True)
def embedded(place: Place) -> Outcome:
    return _speed(place, "embedded", 6_000)


@check(
    "neo4j-speed", 6, "Neo4j by UNWIND: ≥ 15,000 elements/s of the generated corpus, once the server is warm", slow=True
)
def unwind(place: Place) -> Outcome:
    return _speed(place, "neo4j", 15_000)


@check("bulk-speed", 6, "Files for neo4j-admin: ≥ 150,000 elements a second of processor time, rows at hand", slow=True)
def bulk(place: Place) -> Outcome:
    found = _marks(place, "embedded")
    return Outcome(found["bulk_s"] >= 150_000, f"{found['bulk_s']:,.0f}/s (≥ 150,000)", f"{_COMMAND} embedded")


@check(
    "neo4j-asking",
    6,
    "The 12 main queries on Neo4j: p95 ≤ 50 ms about one actor, ≤ 1 s of the whole graph, once the server is warm",
    slow=True,
)
def asking(place: Place) -> Outcome:
    from bench.asking import ASKED, MARKS

    found = _marks(place, "neo4j")
    marks = {name: MARKS[varying is not None] for name, varying in ASKED}
    late = [f"{name} {found['p95'][name] * 1000:.0f} ms" for name, most in marks.items() if found["p95"][name] > most]
    slowest = {most: max(found["p95"][name] for name in marks if marks[name] == most) for most in set(marks.values())}
    told = ", ".join(f"{value * 1000:.0f} ms (≤ {most * 1000:.0f})" for most, value in sorted(slowest.items()))
    return Outcome(
        len(found["p95"]) == len(ASKED) and not late,
        f"{told} at {found['articles']:,} articles, over: {', '.join(late) or 'none'}",
        f"{_COMMAND} neo4j",
    )


@check("neo4j-hub", 6, "1,000 relations at a hub of 20,000 edges take Neo4j no longer than at one of 2,000", slow=True)
def hub(place: Place) -> Outcome:
    from tests.servers import neo4j_server

    if why := neo4j_server.absent():
        raise Missing(why)
    words = ("hubs", "--engine", "neo4j", "--sizes", "2000", "20000")
    done = place.do([place.python, "-m", "bench", *words], told=f"python -m bench {' '.join(words)}", timeout=600)
    rows = re.findall(r"^ *([\d,]+) +([\d.]+) +([\d.]+) ", done.right().out, re.MULTILINE)
    few, many = (max(float(new), float(again)) for _, new, again in rows)
    return Outcome(many <= few, f"{few:.2f} s at {rows[0][0]} edges, {many:.2f} s at {rows[1][0]}", done.command)
