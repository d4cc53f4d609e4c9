"""Tables for people: entities in nodes.csv, relations in edges.csv, who said what in statements.csv.

UTF-8 with a byte-order mark, without which spreadsheets garble Arabic. No cell is a formula: text that a spreadsheet
would compute stands behind an apostrophe.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, BinaryIO, Final

from kg.export import reading
from kg.export.files import whole_folder
from kg.export.graphml import EDGE_KEYS, NODE_KEYS
from kg.export.reading import Readable, line
from kg.export.spool import Spool
from kg.export.xml import as_list, clean
from kg.filters import Filters

NODES: Final = ("id", *NODE_KEYS)
EDGES: Final = ("id", "source", "source_name", "target", "target_name", *EDGE_KEYS)
STATEMENTS: Final = (
    "id",
    "speaker",
    "speaker_name",
    "kind",
    "act",
    "text",
    "date",
    "about",
    "score",
    "title",
    "url",
    "publisher",
    "published_on",
)
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write(store: Readable, folder: Path, filters: Filters | None) -> tuple[int, int]:
    """How many entities and relations were written."""
    with whole_folder(folder, ("nodes.csv", "edges.csv", "statements.csv")) as files:
        names: dict[str, str] = {}
        touched = reading.touched(store, filters)
        with Spool(folder) as spool, _Table(files["nodes.csv"], NODES) as table:
            for node in reading.sorted_entities(store, spool):
                names[node.id] = node.properties.get("name", node.id)
                if touched is None or node.id in touched:
                    table.row({**node.properties, "labels": node.labels})
            entities = table.count
        with Spool(folder) as spool, _Table(files["edges.csv"], EDGES) as table:
            for edge in reading.sorted_relations(store, spool, filters):
                ends = {"source": edge.source, "target": edge.target}
                ends |= {f"{end}_name": names.get(id, id) for end, id in ends.items()}
                table.row({**edge.properties, **ends, "type": edge.kind})
            relations = table.count
        with Spool(folder) as spool, _Table(files["statements.csv"], STATEMENTS) as table:
            for row in _statements(store, spool, filters):
                table.row({**row, "speaker_name": names.get(row["speaker"], row["speaker"])})
    return entities, relations


def _statements(store: Readable, spool: Spool, filters: Filters | None) -> Iterable[dict[str, Any]]:
    for row in store.rows(
        "MATCH (e:Entity)-[:SAID]->(s:Statement)-[:IN]->(a:Article) "
        "RETURN s.id AS id, e.id AS speaker, properties(s) AS p, [(s)-[:ABOUT]->(o:Entity) | o.id] AS about, "
        "a.title AS title, a.url AS url, a.publisher AS publisher, a.published_on AS published_on"
    ):
        if reading.keeps_statement(filters or Filters(), row["p"], row["published_on"]):
            found = {**reading.properties(row["p"]), **row, "about": sorted(row["about"])}
            spool.add(line([row["id"], {key: found[key] for key in STATEMENTS if found.get(key) is not None}]))
    for raw in spool.sorted():
        yield json.loads(raw)[1]


class _Table:
    def __init__(self, file: BinaryIO, columns: Sequence[str]) -> None:
        self._text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
        self._writer = csv.writer(self._text)
        self._writer.writerow(columns)
        self._columns = columns
        self.count = 0

    def row(self, values: dict[str, Any]) -> None:
        self._writer.writerow([cell(values.get(column)) for column in self._columns])
        self.count += 1

    def __enter__(self) -> _Table:
        return self

    def __exit__(self, *_: object) -> None:
        # The file itself is closed by who opened it.
        self._text.detach()


def cell(value: Any) -> Any:
    """A value as a cell that no spreadsheet computes."""
    if value is None or isinstance(value, int | float):
        return value
    text = as_list(value) if isinstance(value, list) else clean(str(value))
    return "'" + text if text.lstrip(" ").startswith(_FORMULA) else text
