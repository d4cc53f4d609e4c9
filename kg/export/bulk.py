"""Files for `neo4j-admin database import full`: the whole store, with the command that reads them.

Everything goes: also what the store keeps for itself, so that an imported database can be written to further. Only the
schema is left to the first opening for writing, which makes constraints and indexes.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, BinaryIO, Final

from kg.errors import ExportError
from kg.export.files import whole_folder
from kg.export.reading import EDGE_KINDS, Readable
from kg.model import RELATION_TYPES

BETWEEN: Final = "\x1f"
"""Separates the items of a list: a control character that is in no text, for it is taken out of each."""

# Property, type of Neo4j's import header ("" is text).
_TOLD: Final = {"date": "", "date_from": "date", "date_to": "date"}
NODES: Final[dict[str, dict[str, str]]] = {
    "Entity": dict.fromkeys(
        ("type", "name", "name_en", "name_en_by", "iso", "country", "country_by", "acts_for", "located_in", "search"),
        "",
    )
    | {"aliases": "string[]", "roles": "string[]", "stale": "long"},
    "Claim": {"type": "", "subject": "", "object": "", "status": ""}
    | _TOLD
    | {"seen_from": "date", "seen_to": "date", "date_basis": "", "basis": "", "told": "long", "claimants": "string[]"}
    | {
        "reports": "long",
        "sources": "long",
        "first_reported": "",
        "last_reported": "",
        "evidence": "",
        "score": "double",
    }
    | {"title": "", "former": "boolean", "stale": "boolean"},
    "Evidence": {"text": "", "start": "long", "end": "long", "claimed_by": "", "subject": "", "object": "", "title": ""}
    | {"former": "boolean", "by": "", "score": "double"},
    "Statement": {"kind": "", "act": "", "text": "", "start": "long", "end": "long"}
    | _TOLD
    | {"by": "", "score": "double", "search": "", "seen": ""},
    "Article": dict.fromkeys(
        ("segment", "title", "text", "url", "publisher", "language", "published_on", "variant"), ""
    ),
    "Page": dict.fromkeys(("path", "stem", "sha256"), ""),
    "Run": dict.fromkeys(("reader", "version", "lexicon"), ""),
    "Spare": dict.fromkeys(("article", "variant", "run", "value"), ""),
    "Ledger": {"run": "", "at": "", "until": "", "pages": "long", "articles": "long"},
}
RELATION: Final = (
    {"id": ""}
    | _TOLD
    | {"seen_from": "date", "seen_to": "date", "status": "", "basis": "", "reports": "long", "evidence": ""}
    | {"score": "double", "title": "", "former": "boolean"}
)
EDGES: Final[dict[str, dict[str, str]]] = {
    "MENTIONS": {"count": "long", "forms": "string[]", "roles": "string[]", "profile": ""},
    "PART_OF": {"variant": ""},
    "LOCATED_IN": {"by": ""},
    "SAME_AS": {"by": ""},
}
EDGE_ROW: Final = "RETURN type(r) AS kind, a.id AS a, b.id AS b, properties(r) AS p"
_BATCH: Final = 1000
SCRIPT: Final = "import.sh"
RELATIONS: Final = "relations.csv"


def write(store: Readable, folder: Path) -> tuple[int, int, str]:
    """How many nodes and edges were written, and the command that imports them.

    Raises ExportError, also for a property that this program does not know how to write.
    """
    node_files = {f"{kind.lower()}.csv": kind for kind in NODES}
    edge_files = {f"{a}-{kind}-{b}.csv".lower(): (kind, a, b) for kind, a, b in EDGE_KINDS}
    nodes = edges = 0
    with whole_folder(folder, (*node_files, RELATIONS, *edge_files, SCRIPT)) as files:
        for name, kind in node_files.items():
            rows = store.rows(f"MATCH (n:{kind}) RETURN n.id AS id, labels(n) AS labels, properties(n) AS p")
            found = ([row["id"], row["labels"], row["p"]] for row in rows)
            nodes += write_table(files[name], kind, NODES[kind], (f"id:ID({kind})", ":LABEL"), found)
        rows = store.rows(_edges("|".join(RELATION_TYPES), "Entity", "Entity"))
        found = ([row["a"], row["b"], row["kind"], row["p"]] for row in rows)
        heads = (":START_ID(Entity)", ":END_ID(Entity)", ":TYPE")
        edges += write_table(files[RELATIONS], "a relation", RELATION, heads, found)
        for name, (kind, a, b) in edge_files.items():
            found = ([row["a"], row["b"], row["p"]] for row in store.rows(_edges(kind, a, b)))
            edges += write_table(files[name], kind, EDGES.get(kind, {}), (f":START_ID({a})", f":END_ID({b})"), found)
        files[SCRIPT].write(_script())
    command = shlex.join(arguments(folder.resolve()))
    return nodes, edges, command


def _script() -> bytes:
    """The command beside its files, wherever the folder is carried to."""
    parts = " \\\n  ".join(shlex.quote(part) for part in arguments(Path())[1:])
    text = f"""\
#!/bin/sh
# With the server stopped: replaces its database "neo4j". NEO4J_ADMIN says where neo4j-admin is.
cd "$(dirname "$0")" && exec "${{NEO4J_ADMIN:-neo4j-admin}}" {parts}
"""
    return text.encode()


def _edges(kinds: str, start: str, end: str) -> str:
    return f"MATCH (a:{start})-[r:{kinds}]->(b:{end}) {EDGE_ROW}"


def write_table(
    file: BinaryIO,
    what: str,
    columns: dict[str, str],
    heads: Sequence[str],
    rows: Iterable[list[Any]],
) -> int:
    """A header and a line for each row: the values below `heads`, last its properties; how many there were.

    Raises ExportError for a property that is not among `columns`.
    """
    names = list(columns)
    own = "id" not in columns
    header = [*heads, *(f"{name}:{type}" if type else name for name, type in columns.items())]
    file.write((",".join(header) + "\n").encode())
    known = {*names, "id"} if own else set(names)
    count = 0
    lines: list[str] = []
    for row in rows:
        p = row.pop()
        if not known.issuperset(p):
            raise ExportError(
                f"{what} has the property {min(set(p) - known)}, which this program cannot write for import"
            )
        lines.append(",".join([*map(_field, row), *map(_field, map(p.get, names))]))
        count += 1
        if len(lines) == _BATCH:
            file.write(("\n".join(lines) + "\n").encode("utf-8", "replace"))
            lines.clear()
    if lines:
        file.write(("\n".join(lines) + "\n").encode("utf-8", "replace"))
    return count


def _field(value: Any) -> str:
    """Nothing for no value; text always in quotes, so that an empty one is told from none."""
    if value is None:
        return ""
    if value.__class__ is str:
        return '"' + value.replace('"', '""') + '"' if '"' in value else '"' + value + '"'
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, list):
        # One without items is no value to the importer, however it is written.
        text = BETWEEN.join([str(item).replace(BETWEEN, " ") for item in value])
        return '"' + text.replace('"', '""') + '"'
    return str(value)


def arguments(folder: Path, database: str = "neo4j") -> list[str]:
    """The exact command that imports the files of `folder` into a server that is stopped."""
    return [
        "neo4j-admin",
        "database",
        "import",
        "full",
        database,
        "--overwrite-destination=true",
        # Articles have lines.
        "--multiline-fields=true",
        "--array-delimiter=U+001F",
        "--id-type=string",
        *(f"--nodes={folder / f'{kind.lower()}.csv'}" for kind in NODES),
        f"--relationships={folder / RELATIONS}",
        *(f"--relationships={kind}={folder / f'{a}-{kind}-{b}.csv'.lower()}" for kind, a, b in EDGE_KINDS),
    ]
