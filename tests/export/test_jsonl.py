from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bench.generated import RUN as GENERATED
from bench.generated import corpus
from kg.export import Filters, export, spool
from kg.export.reading import EDGE_KINDS, NODE_KINDS
from kg.model import RELATION_TYPES
from kg.store import GraphStore, open_store
from tests.export.conftest import A, B, fill, items


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_holds_every_node_and_edge(store: GraphStore, tmp_path: Path) -> None:
    told = export(store, tmp_path / "graph.jsonl")
    found = lines(told.path)
    counted = next(store.rows("MATCH (n) WHERE NOT n:Schema AND NOT n:Ledger AND NOT n:Spare RETURN count(n) AS n"))[
        "n"
    ]
    between = next(store.rows("MATCH ()-[r]->() RETURN count(r) AS n"))["n"]
    assert (told.nodes, told.edges) == (counted, between)
    assert len(found) == counted + between
    kinds = list(dict.fromkeys(line["kind"] for line in found))
    known = [*NODE_KINDS, *sorted(RELATION_TYPES), *dict.fromkeys(kind for kind, _, _ in EDGE_KINDS)]
    assert kinds == [kind for kind in known if kind in kinds]


def test_same_bytes_from_another_folder_order_and_engine(store: GraphStore, tmp_path: Path) -> None:
    first = export(store, tmp_path / "a.jsonl").path.read_bytes()
    with open_store(path=str(tmp_path / "other.db")) as other:
        fill(other, items("/somewhere/else")[::-1])
        second = export(other, tmp_path / "b.jsonl").path.read_bytes()
    assert first == second
    assert b"/news" not in first
    assert b'"one.txt"' in first


def test_no_property_that_tells_of_machine_or_hour(store: GraphStore, tmp_path: Path) -> None:
    for line in lines(export(store, tmp_path / "graph.jsonl").path):
        assert not {"search", "stale", "elementId"} & set(line["properties"])
        assert None not in line["properties"].values()


def test_dates_are_text_and_lists_are_lists(store: GraphStore, tmp_path: Path) -> None:
    found = lines(export(store, tmp_path / "graph.jsonl").path)
    visit = [e for e in found if e["kind"] == "VISITED" and e["properties"].get("date") == "2020-02"]
    assert {(e["from"], e["to"]) for e in visit} == {(A, B)}
    assert {(e["properties"]["date_from"], e["properties"]["date_to"]) for e in visit} == {("2020-02-01", "2020-02-29")}
    person = next(n for n in found if n.get("id") == A)
    assert person["labels"] == sorted(person["labels"])
    assert person["properties"]["roles"] == ['وزير, "سابق"']


def test_filters_leave_out_claims_with_their_evidence(store: GraphStore, tmp_path: Path) -> None:
    filters = Filters(status="denied")
    found = lines(export(store, tmp_path / "denied.jsonl", filters=filters).path)
    claims = {n["id"] for n in found if n["kind"] == "Claim"}
    assert len(claims) == 1
    assert {e["to"] for e in found if e["kind"] == "OF"} == claims
    evidence = {n["id"] for n in found if n["kind"] == "Evidence"}
    assert evidence == {e["from"] for e in found if e["kind"] == "OF"}
    assert evidence == {e["from"] for e in found if e["kind"] == "IN" and e["from"].startswith("evidence/")}
    assert [e["properties"]["id"] for e in found if e["kind"] in RELATION_TYPES] == list(claims)


def test_sorting_in_files_gives_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(path=str(tmp_path / "graph.db")) as store:
        store.add(list(corpus(12)), GENERATED)
        store.finish()
        whole = export(store, tmp_path / "whole.jsonl").path.read_bytes()
        monkeypatch.setattr(spool, "CHUNK", 5_000)
        assert export(store, tmp_path / "merged.jsonl").path.read_bytes() == whole
    assert sorted(p.name for p in tmp_path.glob("*.jsonl")) == ["merged.jsonl", "whole.jsonl"]
    assert not list(tmp_path.glob(".*"))
