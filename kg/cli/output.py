"""What leaves the program: rows as JSON lines or as a table, lines for people; Arabic in logical order, all inert.

Text of news is not trusted: control characters would steer a terminal, bidirectional overrides would show another
order than what stands there. On every way out they become their `\\uXXXX` names.
"""

from __future__ import annotations

import io
import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from kg.ask import Rows

TABLE_ROWS: Final = 50
"""Rows of a table unless --limit says otherwise."""
_CHUNK: Final = 200
_WIDTH: Final = 140
"""Cells of a table's line where no terminal says how many there are."""
_WIDE: Final = {"evidence", "asserted_evidence", "text"}
_LEAST: Final = 20
_CELL: Final = 240
_HIDDEN: Final = {
    "mark", "article", "article_id", "page", "publisher", "published_on", "url", "date_basis", "score",
    "subject_id", "object_id", "speaker_id", "actor_id", "other_id", "denier_id", "claim", "id", "statement",
    "start", "end", "by", "claimants", "asserted_mark", "asserted_claim", "asserted_article",
    "asserted_article_id", "asserted_page", "asserted_publisher", "asserted_claimants", "roles", "aliases",
    "first", "last", "kind",
}  # fmt: skip
# C0 without tab, line feed and carriage return, DEL and C1; then what turns the direction of text, and line separators.
_STEERING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]"
)
_SPACES = re.compile(r"[\t\r\n]+")
_SURROGATE = re.compile("[\ud800-\udfff]")


def prepare_streams() -> None:
    """Lets no character that a terminal's encoding lacks end the program: it is shown as `\\uXXXX`."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def inert(text: object) -> str:
    """`text` on one line, with nothing in it that steers a terminal or turns the direction of writing."""
    return _STEERING.sub(_named, _SPACES.sub(" ", str(text)))


def _named(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def complain(message: str) -> None:
    """One line on standard error."""
    print(f"kg: {inert(message)}", file=sys.stderr)


def note(message: str) -> None:
    """Something to know that is no error, on standard error."""
    print(inert(message), file=sys.stderr)


def json_line(value: object) -> str:
    """`value` as JSON on one line: the same value back, whatever the terminal makes of it."""
    ascii_only = not (sys.stdout.encoding or "utf-8").lower().replace("-", "").startswith("utf")
    text = json.dumps(value, ensure_ascii=ascii_only, default=str)
    return _SURROGATE.sub(_named, _STEERING.sub(_named, text))


def print_json(rows: Iterable[Any]) -> None:
    for row in rows:
        print(json_line(row))


def print_rows(rows: Rows, as_json: bool, limit: int | None, columns: Sequence[str] | None = None) -> None:
    """The rows of a canned query; of a table at most `limit` (None: TABLE_ROWS, 0: all), and how many it leaves out."""
    if as_json:
        print_json({name: row[name] for name in columns} if columns else row for row in rows)
    else:
        most = TABLE_ROWS if limit is None else limit
        shown = 0
        taken: Iterator[dict[str, Any]] = islice(rows, most) if most else rows
        for chunk in iter(lambda: list(islice(taken, _CHUNK)), []):
            print_table(chunk, columns)
            shown += len(chunk)
        if not shown:
            print("no rows")
        elif most and shown == most and (total := rows.total()) > shown:
            print(f"{shown} of {total} rows; --limit 0 shows all")
        else:
            print(f"{shown} row{'s' if shown != 1 else ''}")
    if left_out := rows.left_out():
        told = f"{left_out} row{'s' if left_out != 1 else ''} without a date left out"
        print(told) if not as_json else note(told)


def print_table(rows: Sequence[dict[str, Any]], columns: Sequence[str] | None = None) -> None:
    """Rows of one kind as a table; without `columns` ids and columns that are empty throughout stay away."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    class Plain(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError  # Rich would end the program with 1, and nothing failed

    console = Plain(highlight=False, markup=False, emoji=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = _WIDTH
    told = [_for_people(row) for row in rows] if columns is None else rows
    names = columns or [name for name in told[0] if _worth(name, told)]
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for name in names:
        wide = name in _WIDE
        table.add_column(name.replace("_", " "), overflow="fold", min_width=24 if wide else _least(name, told))
    for row in told:
        table.add_row(*(Text(_cell(row[name])) for name in names))
    console.print(table)


def _least(name: str, rows: Sequence[dict[str, Any]]) -> int:
    """Cells that a column needs so that no word of it is broken."""
    words = [name, *(word for row in rows for word in _cell(row[name]).split(" "))]
    return min(max(map(len, words)), _LEAST)


def _worth(name: str, rows: Sequence[dict[str, Any]]) -> bool:
    """Whether people need the column: not an id, not empty throughout, not what all rows share."""
    values = [row[name] for row in rows]
    if (name == "type" and len(set(values)) == 1) or (name == "reports" and set(values) == {1}):
        return False
    return name not in _HIDDEN and any(value not in (None, "", []) for value in values)


def _for_people(row: dict[str, Any]) -> dict[str, Any]:
    """A row with marks and claimants beside what they belong to, and one column for where it stands."""
    shown = dict(row)
    for prefix in ("", "asserted_"):
        if shown.get(f"{prefix}mark") and shown.get(f"{prefix}date"):
            shown[f"{prefix}date"] = f"{shown[f'{prefix}date']}{shown[f'{prefix}mark']}"
        if shown.get(f"{prefix}claimants") and f"{prefix}basis" in shown:
            shown[f"{prefix}basis"] = f"{shown[f'{prefix}basis']}: {'، '.join(shown[f'{prefix}claimants'])}"
    words = "text" if "speaker" in shown else "evidence"
    if "page" in shown and words in shown:
        source = "، ".join(filter(None, (shown.get("publisher"), PurePath(shown["page"] or "").name)))
        shown[words] = f"{_cut(inert(shown[words] or ''))} — {source}"
    if shown.get("asserted_evidence"):
        shown["asserted_evidence"] = _cut(inert(shown["asserted_evidence"]))
    return shown


def _cell(value: object) -> str:
    if value is None:
        return ""
    text = "، ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    return inert(text)


def _cut(text: str) -> str:
    return text if len(text) <= _CELL else text[: _CELL - 1].rsplit(" ", 1)[0] + "…"
