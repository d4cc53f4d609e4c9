"""Every canned query gives the same rows, in the same order, from the embedded database and from Neo4j.

Neo4j plans a query anew for each combination of parameters' types, which takes much longer than to run it here: the
cases are few, and each is another combination.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from kg import Graph
from queries import Query, catalogue

EMPTY_HERE = {"sanctions", "attacks", "threats", "support", "agreed-with"}


def cases(query: Query) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Parameters and filters."""
    if query.name == "actors":
        yield from (({"text": text}, {"limit": limit}) for text in ("الأسد", "ايران", "Damascus") for limit in (0, 1))
        return
    actors = [p for p in query.parameters if p.type == "actor"]
    known = "سوريا" if query.name == "statements-about-actor" else "إيران"
    required: dict[str, Any] = {p.name: known for p in actors if p.required}
    yield required, {}
    yield required, {"limit": 2}
    yield required, {"since": "2018", "until": "2019-03-18"}
    yield {**required, actors[-1].name: "محمد باقري"}, {"min_score": 0.5, "dated": True}
    if "basis" in query.filters:
        yield {**required, actors[0].name: "إيران"}, {"basis": "narrated", "rollup": False}
    for actor in actors if not required else ():
        yield {actor.name: "سوريا"}, {}


@pytest.mark.parametrize("query", catalogue().values(), ids=lambda q: q.name)
def test_same_rows(query: Query, world: Graph, world_neo4j: Graph) -> None:
    compared = 0
    for number, (parameters, filters) in enumerate(cases(query)):
        one = world.query(query.name, **parameters, **filters)
        two = world_neo4j.query(query.name, **parameters, **filters)
        rows = list(one)
        assert rows == list(two), (parameters, filters)
        compared += len(rows)
        if number == 0 or filters.get("since"):
            # Counting is a query of its own, which is planned anew as well.
            assert (one.total(), two.total()) == (len(rows), len(rows))
        if filters.get("since"):
            assert one.left_out() == two.left_out()
    assert bool(compared) is (query.name not in EMPTY_HERE)
