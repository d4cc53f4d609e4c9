"""What is counted into what: every query against a plain reckoning in Python, over relations of all datings."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from kg import Graph
from tests.graph import made
from tests.servers.shared import Server

ACTORS = ("country/irn", "country/tur", "person/mohammad-bagheri")
DATES = (None, "2018", "2019", "2019-01", "2019-02", "2019-01-05", "2019-01-06", "2019-02-07", "2018-11-30")
KINDS: dict[str, tuple[str, ...]] = {"VISITED": ("",), "MET": ("",), "HOLDS_POSITION": ("وزير", "سفير")}


def pages() -> list[Any]:
    chance = random.Random(20)
    found = []
    for number in range(25):
        told: list[tuple[Any, ...]] = []
        for line in range(8):
            kind = chance.choice(list(KINDS))
            subject = "person/mohammad-bagheri" if kind == "HOLDS_POSITION" else chance.choice(ACTORS)
            object_ = chance.choice([a for a in ACTORS if a != subject and a.startswith("country")])
            if kind == "MET":
                subject, object_ = sorted((subject, object_))
            title = chance.choice(KINDS[kind])
            more = {
                "status": chance.choice(("asserted", "asserted", "denied")),
                "date": chance.choice(DATES),
                "score": chance.choice((0.5, 0.9)),
                "claimed_by": chance.choice((None, "country/tur")),
                **({"title": f"{title} الخارجية", "former": False} if title else {}),
            }
            told.append((f"جملة {number} {line}", subject, kind, object_, more))
        day = chance.choice(("2019-03-18", "2018-12-01", None))
        found.append(made.page(f"p{number}", told, published_on=day))
    return found


@pytest.fixture(scope="module", params=["arcadedb", "neo4j"])
def dated(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    options: dict[str, Any] = {"path": tmp_path_factory.mktemp("dated") / "mawqif.db"}
    if request.param == "neo4j":
        server: Server = request.getfixturevalue("neo4j_module")
        options = {"uri": server.uri, "auth": server.auth}
    with Graph.open(**options) as graph:
        graph.store.add(pages(), made.RUN)
        graph.store.finish()
        yield graph


def reckoned(graph: Graph, keep: Callable[[dict[str, Any]], bool]) -> dict[str, tuple[int, set[str]]]:
    """Of the Claims that `keep` keeps: reports and claimants of each that is a row, those counted in among them."""
    claims = [row["c"] for row in graph.cypher("MATCH (c:Claim) RETURN c") if keep(row["c"])]
    groups: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for claim in claims:
        office = (claim.get("title") or "").partition(" ")[0]
        groups[claim["subject"], claim["type"], claim["object"], claim["status"], office].append(claim)
    rows = {claim["id"]: (claim["reports"], set(claim["claimants"])) for claim in claims}
    for group in groups.values():
        for coarse in group:
            within = [c for c in group if (c.get("date") or "").startswith(f"{coarse.get('date')}-")]
            finest = [c for c in within if not any(x["date"].startswith(f"{c['date']}-") for x in within)]
            if len(finest) == 1:
                reports, claimants = rows.pop(coarse["id"])
                more, others = rows[finest[0]["id"]]
                rows[finest[0]["id"]] = (more + reports, others | claimants)
    return rows


FILTERS: list[tuple[dict[str, Any], Callable[[dict[str, Any]], bool]]] = [
    ({}, lambda c: True),
    ({"min_score": 0.8}, lambda c: bool(c["score"] >= 0.8)),
    ({"basis": "narrated"}, lambda c: c["basis"] in ("narrated", "both")),
    ({"status": "denied"}, lambda c: bool(c["status"] == "denied")),
]


@pytest.mark.parametrize(("filters", "keep"), FILTERS, ids=lambda value: str(value) if isinstance(value, dict) else "")
def test_rows_reports_and_claimants(
    dated: Graph, filters: dict[str, Any], keep: Callable[[dict[str, Any]], bool]
) -> None:
    names = {row["id"]: row["name"] for row in dated.cypher("MATCH (e:Entity) RETURN e.id AS id, e.name AS name")}
    expected = {id: (count, {names[c] for c in by}) for id, (count, by) in reckoned(dated, keep).items()}
    told = {}
    for row in dated.query("relations", **filters):
        told[row["claim"]] = (row["reports"], set(row["claimants"]))
    assert told == expected
    # Some are counted into others, and some are not because they fit two.
    count = sum(1 for row in dated.cypher("MATCH (c:Claim) RETURN c") if keep(row["c"]))
    assert 0 < count - len(told) < count / 3
    typed = {
        "visits": "VISITED",
        "meetings": "MET",
        "positions": "HOLDS_POSITION",
    }
    for query, kind in typed.items():
        rows = {row["claim"]: (row["reports"], set(row["claimants"])) for row in dated.query(query, **filters)}
        assert rows
        assert rows == {id: told[id] for id in expected if id in told and _type(dated, id) == kind}
    line = dated.query("timeline-of-actor", actor="محمد باقري", **filters)
    assert {row["id"]: set(row["claimants"]) for row in line} == {
        id: by for id, (_, by) in expected.items() if "person/mohammad-bagheri" in _ends(dated, id)
    }


def _type(graph: Graph, claim: str) -> str:
    return str(next(graph.cypher("MATCH (c:Claim {id: $id}) RETURN c.type AS t", {"id": claim}))["t"])


def _ends(graph: Graph, claim: str) -> tuple[str, str]:
    (row,) = graph.cypher("MATCH (c:Claim {id: $id}) RETURN c.subject AS s, c.object AS o", {"id": claim})
    return row["s"], row["o"]
