"""Statements over rows of values: `{id: row[0], text: row[1], …}`.

A list a row, and no map: half of the time of a load went into packing and unpacking the same keys again and again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

DATES: Final = frozenset({"date_from", "date_to", "seen_from", "seen_to"})
"""Properties that are native dates; they travel as ISO text."""

CLAIM: Final = (
    "id",
    "type",
    "subject",
    "object",
    "status",
    "date",
    "date_from",
    "date_to",
    "seen_from",
    "seen_to",
    "date_basis",
    "basis",
    "told",
    "claimants",
    "reports",
    "sources",
    "first_reported",
    "last_reported",
    "evidence",
    "score",
    "title",
    "former",
)
EVIDENCE: Final = ("id", "text", "start", "end", "claimed_by", "subject", "object", "title", "former", "by", "score")
STATEMENT: Final = (
    "id",
    "kind",
    "act",
    "text",
    "start",
    "end",
    "date",
    "date_from",
    "date_to",
    "by",
    "score",
    "search",
    "seen",
)
"""`seen`: its date, else the day of publication; so that a query need not go to the article of each to put them in
order."""
ARTICLE: Final = (
    "id",
    "segment",
    "title",
    "text",
    "url",
    "publisher",
    "language",
    "published_on",
    "variant",
)
ENTITY: Final = (
    "id",
    "type",
    "name",
    "name_en",
    "name_en_by",
    "iso",
    "country",
    "country_by",
    "acts_for",
    "located_in",
    "aliases",
    "roles",
    "search",
)
EDGE: Final = (
    "id",
    "date",
    "date_from",
    "date_to",
    "seen_from",
    "seen_to",
    "status",
    "basis",
    "reports",
    "score",
)
"""What an edge copies from its Claim as it stands; beside it come `evidence`, cut short, and a position's title and
former."""
POSITION: Final = ("title", "former")


def edge_names(kind: str) -> tuple[str, ...]:
    """Properties of an edge of this type that are its Claim's."""
    return (*EDGE, *POSITION) if kind == "HOLDS_POSITION" else EDGE


def cell(name: str, at: int) -> str:
    return f"date(row[{at}])" if name in DATES else f"row[{at}]"


def literal(names: Sequence[str], columns: Sequence[str] | None = None, at: int = 0, extra: str = "") -> str:
    """A map of `names` from a row whose cells from `at` on are `columns` (`names` themselves when not given)."""
    places = {name: n for n, name in enumerate(columns or names, at)}
    pairs = [f"`{name}`: {cell(name, places[name])}" for name in names]
    return "{" + ", ".join([*pairs, extra] if extra else pairs) + "}"


def setting(variable: str, names: Sequence[str], at: int = 0) -> str:
    """`SET` items that give `variable` the cells from `at` on; null takes a property away."""
    return ", ".join(f"{variable}.`{name}` = {cell(name, n)}" for n, name in enumerate(names, at))


def values(row: Mapping[str, Any], names: Sequence[str]) -> list[Any]:
    return [row[name] for name in names]
