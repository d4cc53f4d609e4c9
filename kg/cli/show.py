"""kg show: all that is known of one actor."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli import options
from kg.cli.output import complain, inert, note, print_json
from kg.resolve import AmbiguousActor, Bearer

if TYPE_CHECKING:
    from kg.graph import ActorView


def register(app: typer.Typer) -> None:
    app.command("show")(show)


def show(
    actor: Annotated[
        str, typer.Argument(metavar="ACTOR", help="Any name of it, Arabic or English, its id, or a country's ISO code.")
    ],
    since: options.Since = None,
    until: options.Until = None,
    basis: options.Basis = None,
    status: options.Status = None,
    min_score: options.MinScore = None,
    rollup: options.Rollup = False,
    dated: options.Dated = False,
    limit: options.Limit = None,
    as_json: options.Json = False,
    store: options.Store = None,
) -> None:
    """Show an actor: names, positions, then relations and statements in order of time, each with its sentence.

    A name that several bear lists them, one that nobody bears the nearest names; both exit with 2. With --json the
    actor comes first, then each position, relation and statement, told apart by `what`.
    """
    filters = options.filters(since, until, basis, status, min_score, rollup, dated)
    with options.opened(store) as graph:
        try:
            view = graph.actor(actor)
        except AmbiguousActor as error:
            _several(error, as_json)
            raise typer.Exit(2) from None
        positions = view.positions(**filters, limit=limit)
        timeline = view.timeline(**filters, limit=limit)
        if as_json:
            print_json([_identity(view)])
            print_json({"what": "position", **row} for row in positions)
            print_json(row for row in timeline if row["type"] != "HOLDS_POSITION")
            return
        for line in _head(view):
            print(inert(line))
        _section("positions", positions, _position)
        _section("relations and statements", (r for r in timeline if r["type"] != "HOLDS_POSITION"), _event)
        if left_out := timeline.left_out():
            print(f"{left_out} without a date left out")


def _several(error: AmbiguousActor, as_json: bool) -> None:
    if as_json:
        print_json({"id": one.id, "name": one.name, "type": one.type, "country": one.country} for one in error.bearers)
    else:
        for one in error.bearers:
            print(inert(_bearer(one)))
    complain(f"«{error.name[:60]}» may be any of these {len(error.bearers)}: ask for one by its id")


def _bearer(one: Bearer) -> str:
    about = ", ".join(filter(None, (one.type, one.country, "، ".join(one.roles[:3]))))
    return f"{one.id}  {one.name}  ({about})"


def _identity(view: ActorView) -> dict[str, Any]:
    return {
        "what": "actor",
        "id": view.id,
        "ids": list(view.ids),
        "type": view.type,
        "name": view.name,
        "name_en": view.name_en,
        "names": list(view.names),
        "iso": view.iso,
        "country": view.country,
        "acts_for": view.acts_for,
        "roles": list(view.roles),
    }


def _head(view: ActorView) -> Iterator[str]:
    yield view.name + (f" ({view.name_en})" if view.name_en else "")
    yield f"  {view.type}, {', '.join(view.ids)}"
    if others := [name for name in view.names if name != view.name]:
        yield f"  also: {'، '.join(others)}"
    if view.roles:
        yield f"  roles: {'، '.join(view.roles)}"
    if view.country:
        yield f"  country: {view.country}" + (f", acts for {view.acts_for}" if view.acts_for else "")


def _section(title: str, rows: Iterator[dict[str, Any]], line: Any) -> None:
    count = 0
    for row in rows:
        if not count:
            print(f"\n{title}")
        count += 1
        print(f"  {inert(line(row))}")
        source = "، ".join(filter(None, (row["publisher"], PurePath(row["page"] or "").name)))
        print(f"      «{inert(row['evidence'] or '')}» — {inert(source)}")
    if not count:
        note(f"no {title}")


def _date(row: dict[str, Any]) -> str:
    return f"{row['date'] or '—'}{row['mark']}".ljust(11)


def _marks(row: dict[str, Any]) -> str:
    marks = [row["status"]] if row["status"] not in (None, "asserted") else []
    if row["basis"] not in (None, "narrated"):
        marks.append(f"{row['basis']}: {'، '.join(row['claimants'])}")
    if row["through"]:
        marks.append(f"through {row['through']}")
    return f"  [{'; '.join(marks)}]" if marks else ""


def _position(row: dict[str, Any]) -> str:
    former = " (former)" if row["former"] else ""
    return f"{_date(row)} {row['subject']}: {row['title'] or '—'}{former} — {row['object']}{_marks(row)}"


def _event(row: dict[str, Any]) -> str:
    if row["what"] == "statement":
        about = f" about {row['object']}" if row["object"] else ""
        return f"{_date(row)} {row['subject']} said ({row['type']}){about}{_marks(row)}"
    return f"{_date(row)} {row['subject']} {row['type']} {row['object']}{_marks(row)}"
