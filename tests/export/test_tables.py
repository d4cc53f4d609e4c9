from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import networkx
import pytest

from kg.export import Filters, export, to_networkx
from kg.export.tables import cell
from kg.store import GraphStore
from tests.export.conftest import NAMES, A, B, C


def table(path: Path) -> list[dict[str, str]]:
    assert path.read_bytes().startswith(b"\xef\xbb\xbf"), "spreadsheets garble Arabic without the mark"
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_csv_holds_entities_relations_and_statements(store: GraphStore, tmp_path: Path) -> None:
    told = export(store, tmp_path / "out", "csv")
    nodes, edges, said = (table(told.path / f"{name}.csv") for name in ("nodes", "edges", "statements"))
    assert {row["id"] for row in nodes} == {A, B, C}
    assert (len(nodes), len(edges)) == (told.nodes, told.edges) == (3, 11)
    assert {row["source_name"] for row in edges if row["source"] == C} == {"'" + NAMES[C]}
    assert len(said) == 3
    assert {(row["speaker"], row["about"], row["text"]) for row in said} == {(A, json.dumps([B]), "'=1+1 قال")}


def test_no_cell_is_a_formula(store: GraphStore, tmp_path: Path) -> None:
    folder = export(store, tmp_path / "out", "csv").path
    cells = [
        text
        for name in ("nodes", "edges", "statements")
        for row in table(folder / f"{name}.csv")
        for text in row.values()
    ]
    assert any(text.startswith("'=HYPERLINK") for text in cells)
    assert not [text for text in cells if text.strip().startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\t=1", "  =1", "＝1"])
def test_cell_of_a_formula(text: str) -> None:
    assert cell(text) == "'" + text


def test_cell_of_a_number_stays_a_number() -> None:
    assert (cell(-0.5), cell(3), cell(None), cell("سوريا")) == (-0.5, 3, None, "سوريا")


def test_networkx(store: GraphStore) -> None:
    graph = to_networkx(store)
    assert isinstance(graph, networkx.MultiDiGraph)
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (3, 11)
    assert graph.nodes[A]["name"] == NAMES[A]
    assert graph.nodes[B]["iso"] == "SYR"
    assert graph.nodes[A]["labels"] == ["Actor", "Entity", "Official", "Person"]
    meeting: dict[str, Any]
    ((_, _, key, meeting),) = [e for e in graph.edges(keys=True, data=True) if e[3]["type"] == "MET"]
    assert graph.has_edge(C, A, key)
    assert key.startswith("claim/")
    assert meeting["date"] == meeting["date_from"] == meeting["seen_to"] == "2020-01-01"
    assert (type(meeting["score"]), type(meeting["reports"])) == (float, int)
    assert meeting["evidence"].startswith(f"{A} MET {C}")


def test_networkx_with_filters(store: GraphStore) -> None:
    graph = to_networkx(store, Filters(basis="claimed"))
    assert {data["type"] for _, _, data in graph.edges(data=True)} == {"ACCUSED"}
    assert set(graph) == {A, B}


def test_graphml_reads_back_as_the_same_network(store: GraphStore, tmp_path: Path) -> None:
    told = export(store, tmp_path / "g.graphml")
    read: Any = networkx.read_graphml(told.path, force_multigraph=True)
    graph = to_networkx(store)
    assert set(read.edges(keys=True)) == set(graph.edges(keys=True))
    for source, target, key, data in graph.edges(keys=True, data=True):
        assert read.edges[source, target, key] == data
    assert read.nodes[A]["name"] == NAMES[A].replace("\u0007", "")
    assert json.loads(read.nodes[A]["roles"]) == graph.nodes[A]["roles"]
