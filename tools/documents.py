"""Writes what the documents say of commands, queries and the demo from the program itself.

    python -m tools.documents          write README.md's parts between markers, and docs/queries.md
    python -m tools.documents --check  fail when a part that the catalogue gives is stale

A part stands between `<!-- NAME: begin … -->` and `<!-- NAME: end -->`. The demo's part is written anew too, but not
checked here: its counts move with the readers.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import typer

from kg.cli import app
from queries import FILTERS, Column, Query, catalogue

ROOT: Final = Path(__file__).resolve().parents[1]
README: Final = ROOT / "README.md"
QUERIES: Final = ROOT / "docs" / "queries.md"
SHARED: Final = {"claim": "rows that tell a relation", "statement": "rows that tell a statement"}
"""Groups of columns in queries/_columns.txt, told once."""

HEAD: Final = """\
# Canned queries

Written by `python -m tools.documents` from the heads of `queries/*.cypher`; a test keeps it fresh.

    kg query NAME -p parameter=value --since 2019-01 --basis narrated --json

An actor is named by any alias, Arabic or English, by its id or by a country's ISO code; a name that several bear is
answered with the list of them. The filters are `--since`, `--until`, `--basis`, `--status`, `--min-score`, `--dated`,
`--rollup/--no-rollup`; [the README](../README.md#how-to-read-an-edge) tells what they mean. Every query ends in a total
order: the same graph gives the same rows in the same order, on the embedded database and on Neo4j.
"""


def put(text: str, name: str, body: str) -> str:
    """`text` with the part `name` replaced. Raises ValueError where there is no such part."""
    pattern = re.compile(rf"(<!-- {name}: begin[^>]*-->\n).*?(<!-- {name}: end -->)", re.DOTALL)
    if len(pattern.findall(text)) != 1:
        raise ValueError(f"there is not one part {name!r}")
    return pattern.sub(lambda found: f"{found[1]}{body.rstrip()}\n{found[2]}", text)


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = list(head)
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def commands() -> str:
    """A table of all commands of `kg`, each with the first sentence of its help."""
    group: Any = typer.main.get_command(app)
    rows = []
    for name, command in group.commands.items():
        taken = [p for p in command.params if p.param_type_name == "argument"]
        words = " ".join(str(p.metavar or p.name.upper()) for p in taken)
        first = re.split(r"(?<=\.)\s", " ".join(command.help.split()))[0]
        rows.append([f"`kg {name}{' ' + words if words else ''}`", first])
    return table(["command", "what it does"], rows)


def query_table() -> str:
    rows = ([f"[`{q.name}`](docs/queries.md#{q.name})", q.title, _takes(q)] for q in catalogue().values())
    return table(["query", "what it tells", "parameters"], rows)


def _takes(query: Query) -> str:
    return ", ".join(f"**{p.name}**" if p.required else p.name for p in query.parameters)


def query_pages() -> str:
    """docs/queries.md, whole."""
    groups = _groups()
    out = [HEAD]
    for query in catalogue().values():
        out += [f"## {query.name}", "", f"{query.title}. {query.description}", ""]
        if query.parameters:
            out += [table(["parameter", "is", "left out", "means"], (_parameter(p) for p in query.parameters)), ""]
        if query.filters != FILTERS:
            out += [f"Filters: {', '.join(query.filters) or 'none'}.", ""]
        own = list(query.columns)
        for name, columns in groups.items():
            if set(columns) <= set(own):
                own = [column for column in own if column not in columns]
                out += [f"Columns: those of [{SHARED[name]}](#columns-of-{SHARED[name].replace(' ', '-')})"]
                out[-1] += ", and" if own else "."
                out += [""]
        if own:
            out += [_columns(own), ""]
    for name, columns in groups.items():
        out += [f"## Columns of {SHARED[name]}", "", _columns(columns), ""]
    return "\n".join(out)


def _parameter(parameter: Any) -> list[str]:
    default = "must be given" if parameter.required else "any" if parameter.default is None else str(parameter.default)
    return [f"`{parameter.name}`", parameter.type, default, parameter.description]


def _columns(columns: Iterable[Column]) -> str:
    return "\n".join(f"- `{column.name}`: {column.description}" for column in columns)


def _groups() -> dict[str, list[Column]]:
    """The shared groups of columns, as queries that consist of nothing else have them."""
    found = {}
    for name, query in (("claim", "visits"), ("statement", "statements-by-actor")):
        found[name] = list(catalogue()[query].columns)
    return found


def demo() -> str:
    """What `kg demo` prints, cut to its counts and its first table."""
    with tempfile.TemporaryDirectory() as folder:
        code = "import sys; from kg.cli import main; sys.exit(main(['demo']))"
        ran = subprocess.run(
            [sys.executable, "-c", code],
            cwd=folder,
            env={**os.environ, "COLUMNS": "100", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        text = ran.stdout.replace(f"{Path(folder).resolve()}/", "")
    # Where the seeds lie and how fast it is are the machine's, and so are not told.
    lines = [re.sub(r" in [\d.]+ s:", ":", line.rstrip()) for line in text.splitlines()[1:]]
    tables = [i for i, line in enumerate(lines) if line.startswith("kg query ")]
    return "\n".join(["```text", *lines[: tables[1]], "…", *lines[-2:], "```"])


def fresh(text: str) -> str:
    """README.md with every part that the catalogue gives."""
    return put(put(text, "commands", commands()), "queries", query_table())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; exit code 1 when a part is stale")
    args = parser.parse_args()
    readme = README.read_text("utf-8")
    if args.check:
        stale = [README.name] if fresh(readme) != readme else []
        if not QUERIES.exists() or QUERIES.read_text("utf-8") != query_pages():
            stale.append(str(QUERIES.relative_to(ROOT)))
        for name in stale:
            print(f"{name} is stale: run python -m tools.documents", file=sys.stderr)
        return 1 if stale else 0
    README.write_text(put(fresh(readme), "demo", demo()), "utf-8")
    QUERIES.write_text(query_pages(), "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
