"""graph.jsonl: every node and edge, one JSON object a line, the same bytes for the same pages.

A node is `{"kind": "Entity", "id": …, "labels": […], "properties": {…}}`, an edge `{"kind": "MET", "from": …, "to": …,
"properties": {…}}`. Kinds stand in a fixed order, lines of a kind are sorted.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from kg.export import reading
from kg.export.reading import Edge, Node, Readable, line
from kg.export.spool import Spool
from kg.filters import Filters


def write(store: Readable, file: BinaryIO, filters: Filters | None, folder: Path) -> tuple[int, int]:
    """How many nodes and edges were written; sorts in temporary files in `folder`."""
    counts = [0, 0]
    for place, kind in ((0, k) for k in reading.NODE_KINDS):
        counts[place] += _sorted(file, folder, _nodes(reading.nodes(store, kind, filters)))
    counts[1] += _sorted(file, folder, _edges(reading.relations(store, filters)))
    for kind, start, end in reading.EDGE_KINDS:
        counts[1] += _sorted(file, folder, _edges(reading.edges(store, kind, start, end, filters)))
    return counts[0], counts[1]


def _nodes(found: Iterator[Node]) -> Iterator[bytes]:
    for node in found:
        own = {key: value for key, value in node.properties.items() if key != "id"}
        yield line({"kind": node.kind, "id": node.id, "labels": node.labels, "properties": own})


def _edges(found: Iterator[Edge]) -> Iterator[bytes]:
    for edge in found:
        yield line({"kind": edge.kind, "from": edge.source, "to": edge.target, "properties": edge.properties})


def _sorted(file: BinaryIO, folder: Path, lines: Iterator[bytes]) -> int:
    count = 0
    with Spool(folder) as spool:
        for each in lines:
            spool.add(each)
        for each in spool.sorted():
            file.write(each + b"\n")
            count += 1
    return count
