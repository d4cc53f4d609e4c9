from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from kg.export import Filters, export
from kg.export.gexf import NS, spells
from kg.store import GraphStore
from tests.export.conftest import NAMES, A, B, C


def edges(path: Path) -> dict[tuple[str, str, str], Any]:
    root = etree.parse(str(path)).getroot()
    found = root.findall(f".//{{{NS}}}edge")
    keys = {(str(e.get("source")), str(e.get("target")), str(e.get("kind"))): e for e in found}
    assert len(keys) == len(found), "Gephi would merge edges of one source, target and kind"
    return keys


def days(edge: Any) -> list[tuple[str | None, str | None]]:
    return [(s.get("start"), s.get("end")) for s in edge.iter(f"{{{NS}}}spell")]


def column(edge: Any, name: str) -> str | None:
    return next((v.get("value") for v in edge.iter(f"{{{NS}}}attvalue") if v.get("for") == name), None)


def test_what_differs_in_status_or_basis_is_another_kind(store: GraphStore, tmp_path: Path) -> None:
    found = edges(export(store, tmp_path / "g.gexf").path)
    assert set(found) == {
        (A, B, "VISITED"),
        (A, B, "VISITED denied"),
        (A, B, "VISITED planned"),
        (A, B, "ACCUSED"),
        (A, B, "ACCUSED (claimed)"),
        (A, B, "HOLDS_POSITION"),
        (C, A, "MET"),
    }


def test_spells_of_one_edge_are_joined_and_coarse_days_spanned(store: GraphStore, tmp_path: Path) -> None:
    found = edges(export(store, tmp_path / "g.gexf").path)
    visit = found[A, B, "VISITED"]
    assert days(visit) == [("2020-02-01", "2020-02-29"), ("2021-01-01", "2021-12-31")]
    assert column(visit, "date_text") == "2020-02; 2020-02-10; 2021"
    assert column(visit, "date_precision") == "day month year"
    assert column(visit, "date_basis") == "none text"
    assert column(visit, "reports") == "4"
    assert visit.get("weight") == "4.0"
    assert days(found[A, B, "VISITED planned"]) == [("2020-03-15", "2020-03-15")]
    assert column(found[A, B, "VISITED planned"], "date_basis") == "publication"


def test_status_and_basis_are_columns_too(store: GraphStore, tmp_path: Path) -> None:
    found = edges(export(store, tmp_path / "g.gexf").path)
    denied, claimed = found[A, B, "VISITED denied"], found[A, B, "ACCUSED (claimed)"]
    assert (column(denied, "type"), column(denied, "status"), column(denied, "basis")) == (
        "VISITED",
        "denied",
        "narrated",
    )
    assert (column(claimed, "type"), column(claimed, "status"), column(claimed, "basis")) == (
        "ACCUSED",
        "asserted",
        "claimed",
    )


def test_the_real_gephi_opens_it_without_a_warning(
    store: GraphStore, tmp_path: Path, gephi: Callable[[Path], dict[str, Any]]
) -> None:
    path = export(store, tmp_path / "g.gexf").path
    report = gephi(path)
    assert report["issues"] == ["INFO GEXF version 1.3"]
    assert report["exit"] == 0
    wanted = edges(path)
    opened = {(e["source"], e["target"], e["kind"]): e for e in report["edges"]}
    assert set(opened) == set(wanted)
    assert opened[A, B, "VISITED"]["time"] == "<[2020-02-01, 2020-02-29]; [2021-01-01, 2021-12-31]>"
    assert opened[A, B, "VISITED"]["weight"] == 4
    assert opened[A, B, "ACCUSED (claimed)"]["@basis"] == "claimed"
    node = next(n for n in report["nodes"] if n["id"] == A)
    assert node["label"] == NAMES[A].replace("\u0007", "")
    assert node["@roles"] == '["وزير, \\"سابق\\""]'
    assert int(node["color"], 16) == 0x0072B2


def test_filters_leave_out_edges_and_bare_nodes(store: GraphStore, tmp_path: Path) -> None:
    told = export(store, tmp_path / "g.gexf", filters=Filters(since="2020-01-01", until="2020-01-31"))
    assert (told.nodes, told.edges) == (2, 1)
    assert next(iter(edges(told.path)))[2] == "MET"
    everything = export(store, tmp_path / "h.gexf")
    assert everything.nodes == 3


APART: list[tuple[str | None, str | None]] = [("2020-01-01", "2020-01-02"), ("2020-05-01", "2020-05-02")]


@pytest.mark.parametrize(
    ("told", "joined"),
    [
        ([], []),
        ([("2020-01-01", "2020-01-02"), ("2020-01-03", "2020-01-03")], [("2020-01-01", "2020-01-03")]),
        ([("2020-01-05", "2020-01-06"), ("2020-01-01", None)], [("2020-01-01", None)]),
        ([("2020-05-01", "2020-05-02"), ("2020-01-01", "2020-01-02")], APART),
        ([("2020-01-01", None), ("2021-01-01", "2021-01-01")], [("2020-01-01", None)]),
        ([(None, "2020-01-01"), ("2019-01-01", "2020-03-01")], [(None, "2020-03-01")]),
        ([(None, "2020-01-01"), ("2019-01-01", None)], [(None, None)]),
        ([("9999-01-01", "9999-12-31"), ("9999-12-31", "9999-12-31")], [("9999-01-01", None)]),
    ],
)  # fmt: skip
def test_spells(told: list[tuple[str | None, str | None]], joined: list[tuple[str | None, str | None]]) -> None:
    assert spells(told) == joined
    assert spells(told[::-1]) == joined
