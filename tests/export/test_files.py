"""What an export leaves behind when it cannot be written, and when it is refused."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.errors import ExportError, StoreError
from kg.export import Filters, export
from kg.store import GraphStore


class Broken:
    """A store that fails after the first rows, as one does whose server goes away."""

    def __init__(self, store: GraphStore) -> None:
        self.store = store
        self.calls = 0

    def rows(self, cypher: str, /, **parameters: object) -> Iterator[dict[str, Any]]:
        self.calls += 1
        if self.calls == 2:
            raise StoreError("gone")
        return self.store.rows(cypher, **parameters)


@pytest.mark.parametrize("suffix", ["jsonl", "gexf", "graphml"])
def test_a_file_stays_as_it_was_when_the_export_fails(store: GraphStore, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"g.{suffix}"
    path.write_text("before")
    with pytest.raises(StoreError, match="gone"):
        export(Broken(store), path)
    assert path.read_text() == "before"
    assert os.listdir(tmp_path) == [path.name]


def test_a_folder_stays_as_it_was_when_the_export_fails(store: GraphStore, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="gone"):
        export(Broken(store), tmp_path / "out", "neo4j-import")
    assert os.listdir(tmp_path / "out") == []


@pytest.mark.parametrize(
    ("name", "format", "why"),
    [
        ("graph.txt", None, "txt is unknown; it may be jsonl, gexf"),
        ("graph", None, "without suffix"),
        ("graph.jsonl", "xlsx", "xlsx is unknown"),
        ("missing/graph.jsonl", None, "cannot write .*missing/graph.jsonl: No such file"),
        (".", "jsonl", "is a folder"),
        ("file", "csv", "is a file, and this format needs a folder"),
        ("file", "neo4j-import", "needs a folder"),
        ("file/graph.gexf", None, "cannot write"),
    ],
)
def test_one_line_says_what_is_wrong(
    store: GraphStore, tmp_path: Path, name: str, format: str | None, why: str
) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ExportError, match=why) as told:
        export(store, tmp_path / name, format)
    assert "\n" not in str(told.value)


def test_import_files_take_no_filters(store: GraphStore, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="whole store"):
        export(store, tmp_path / "out", "neo4j-import", Filters(status="denied"))


def test_a_device_is_written_as_it_is(store: GraphStore) -> None:
    assert export(store, "/dev/null", "jsonl").nodes > 0
    assert not Path("/dev/null").is_file()


@pytest.mark.parametrize("format", ["jsonl", "gexf", "graphml"])
def test_a_full_disk_is_told(store: GraphStore, format: str) -> None:
    with pytest.raises(ExportError, match="cannot write /dev/full: No space left"):
        export(store, "/dev/full", format)


def test_a_file_has_the_rights_that_others_have(store: GraphStore, tmp_path: Path) -> None:
    path = export(store, tmp_path / "g.jsonl").path
    (tmp_path / "plain").touch()
    assert path.stat().st_mode == (tmp_path / "plain").stat().st_mode
