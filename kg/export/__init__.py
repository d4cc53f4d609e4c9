"""The graph in other programs' formats; everything streams, and a file is there wholly or not at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from kg.errors import ExportError
from kg.export import bulk, gexf, graphml, jsonl, tables
from kg.export.files import whole_file
from kg.export.network import to_networkx
from kg.export.reading import Readable, passes_all
from kg.filters import Filters

__all__ = ["FORMATS", "Exported", "Filters", "export", "to_networkx"]

_Writer = Callable[[Readable, BinaryIO, Filters | None, Path], tuple[int, int]]
_FILES: Final[dict[str, _Writer]] = {"jsonl": jsonl.write, "gexf": gexf.write, "graphml": graphml.write}

FORMATS: Final = {
    "jsonl": "every node and edge, one JSON object a line; the same bytes for the same pages",
    "gexf": "entities and relations in time, for Gephi",
    "graphml": "entities and relations, for networkx, igraph, yEd, Cytoscape",
    "csv": "a folder of tables for spreadsheets: nodes.csv, edges.csv, statements.csv",
    "neo4j-import": "a folder of files for `neo4j-admin database import full`, with the command",
}


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: `nodes` and `edges` count what stands in the file, which in GEXF are claims merged to edges."""

    path: Path
    format: str
    nodes: int
    edges: int
    command: str | None = None
    """For neo4j-import, the command that imports the files."""


def export(store: Readable, path: Path | str, format: str | None = None, filters: Filters | None = None) -> Exported:
    """Write the graph to `path`: a file, for csv and neo4j-import a folder.

    `format` is one of FORMATS, told by the path's suffix if None. With `filters`, relations, their evidence and
    statements that do not pass are left out, and so are in GEXF, GraphML and CSV the entities without a relation;
    neo4j-import takes none. Raises ExportError, StoreError.
    """
    path = Path(path)
    format = format or path.suffix.lower().removeprefix(".")
    if format not in FORMATS:
        known = ", ".join(FORMATS)
        raise ExportError(
            f"{path.name}: the format {format or 'of a name without suffix'} is unknown; it may be {known}"
        )
    if format == "neo4j-import":
        if filters is not None and not passes_all(filters):
            raise ExportError("neo4j-import writes the whole store: leave the filters away")
        _folder(path)
        nodes, edges, command = bulk.write(store, path)
        return Exported(path, format, nodes, edges, command)
    if format == "csv":
        _folder(path)
        nodes, edges = tables.write(store, path, filters)
        return Exported(path, format, nodes, edges)
    with whole_file(path) as file:
        # What is sorted lies beside the file: where that has room, this has.
        nodes, edges = _FILES[format](
            store, file, filters, path.parent if path.is_file() or not path.exists() else Path()
        )
    return Exported(path, format, nodes, edges)


def _folder(path: Path) -> None:
    if path.exists() and not path.is_dir():
        raise ExportError(f"{path} is a file, and this format needs a folder")
