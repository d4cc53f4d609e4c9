"""Whom a name means: any alias, Arabic or English, an id, or a country's ISO code → the ids that are asked for."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal, Protocol

from kg.errors import QueryError
from kg.model import fold

_CANDIDATES: Final = 200
"""Names that full-text search may bring; a family name in a large graph has many bearers."""
_NEAR: Final = 5
_LIKENESS: Final = 60.0
"""Of 100: below it a name is not offered as a near one."""


class Readable(Protocol):
    engine: Literal["neo4j", "arcadedb"]

    def rows(self, cypher: str, /, **params: object) -> Iterator[dict[str, Any]]: ...
    def search(self, text: str, *, limit: int = ...) -> list[dict[str, Any]]: ...


@dataclass(frozen=True, slots=True)
class Bearer:
    """One actor that a name may mean; `ids` are those that the graph holds to be the same."""

    id: str
    name: str
    type: str
    ids: tuple[str, ...]
    name_en: str | None = None
    iso: str | None = None
    country: str | None = None
    acts_for: str | None = None
    roles: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()

    def __str__(self) -> str:
        about = [self.type, *([self.country] if self.country else []), *self.roles[:1]]
        return f"{self.name} ({', '.join(about)}; {self.id})"


class UnknownActor(QueryError):
    """Nobody in the graph is called so; `nearest` are names that look alike."""

    def __init__(self, name: str, nearest: Sequence[str]) -> None:
        hint = f"the nearest: {'، '.join(nearest)}" if nearest else "nothing in the graph is called alike"
        super().__init__(f"there is no actor {_shown(name)}; {hint}")
        self.name, self.nearest = name, tuple(nearest)


class AmbiguousActor(QueryError):
    """Several are called so; `bearers` are they. Asking by id says which is meant."""

    def __init__(self, name: str, bearers: Sequence[Bearer]) -> None:
        shown = "; ".join(map(str, bearers[:_NEAR])) + ("; …" if len(bearers) > _NEAR else "")
        super().__init__(f"{_shown(name)} may be any of {len(bearers)}, ask for one by its id: {shown}")
        self.name, self.bearers = name, tuple(bearers)


@dataclass(frozen=True, slots=True)
class Asked:
    """An actor that is asked for: `own` its ids, `ids` with those who act for it and the places in it."""

    bearer: Bearer
    own: list[str]
    ids: list[str] = field(default_factory=list)


_COLUMNS: Final = """
OPTIONAL MATCH (e)-[:SAME_AS]-(x:Entity)
OPTIONAL MATCH (x)-[:SAME_AS]-(y:Entity)
WITH e, [e.id] + collect(DISTINCT x.id) + collect(DISTINCT y.id) AS ids
RETURN e.id AS id, e.name AS name, e.name_en AS name_en, e.iso AS iso, e.country AS country, e.acts_for AS acts_for,
       e.type AS type, coalesce(e.roles, []) AS roles, coalesce(e.aliases, []) AS aliases, ids
ORDER BY id
"""


def resolve(store: Readable, name: str) -> Bearer:
    """The one actor (or agreement, or place) that `name` means.

    An id goes before an ISO code, that before a usual name, that before an alias of a listed actor, that before one of
    others; an actor that only one article knows by a single word stands last. Raises UnknownActor or AmbiguousActor.
    """
    text = name.strip()
    found = _bearers(store, "MATCH (e:Entity {id: $id})", id=text)
    if not found and len(text) == 3 and text.isascii():
        found = _bearers(store, "MATCH (e:Country {iso: $iso})", iso=text.upper())
    if not found:
        key = _key(text)
        hits = [hit for hit in store.search(text, limit=_CANDIDATES) if key and key in _keys(hit)] if key else []
        found = _bearers(store, "UNWIND $ids AS id MATCH (e:Entity {id: id})", ids=_meant(key, hits))
    if not found:
        raise UnknownActor(name, nearest(store, text))
    if len(found) > 1:
        raise AmbiguousActor(name, found)
    return found[0]


def ask(store: Readable, name: str, rollup: bool = True) -> Asked:
    """`name` as ids for a query. With `rollup` a country takes in those who act for it and the places in it."""
    bearer = resolve(store, name)
    own = list(bearer.ids)
    more: list[str] = []
    if rollup and bearer.iso:
        acting = store.rows("MATCH (e:Entity) WHERE e.acts_for = $iso RETURN e.id AS id ORDER BY id", iso=bearer.iso)
        placed = store.rows(
            "UNWIND $own AS id MATCH (e:Place)-[:LOCATED_IN]->(:Country {id: id}) RETURN e.id AS id ORDER BY id",
            own=own,
        )
        known = set(own)
        more = [row["id"] for rows in (acting, placed) for row in rows if row["id"] not in known]
    return Asked(bearer, own, own + more)


def nearest(store: Readable, name: str, count: int = _NEAR) -> list[str]:
    """Names in the graph that look most like `name`, best first."""
    from rapidfuzz import fuzz  # only here, on the way to an error

    key = _key(name)
    if not key:
        return []
    best: dict[str, float] = {}
    rows = store.rows("MATCH (e:Entity) RETURN e.name AS name, e.name_en AS name_en, e.aliases AS aliases")
    for row in rows:
        for known in (row["name"], row["name_en"], *(row["aliases"] or ())):
            likeness = fuzz.WRatio(key, _key(known)) if known else 0.0
            if likeness >= _LIKENESS and likeness > best.get(row["name"], 0.0):
                best[row["name"]] = likeness
    return [found for found, _ in heapq.nsmallest(count, best.items(), key=lambda item: (-item[1], item[0]))]


def _bearers(store: Readable, match: str, **params: object) -> list[Bearer]:
    """What `match` finds, those that are the same as one."""
    groups: dict[tuple[str, ...], Bearer] = {}
    for row in store.rows(match + _COLUMNS, **params):
        ids = tuple(sorted(set(row["ids"])))
        listed = {key: tuple(row[key]) for key in ("roles", "aliases")}
        groups.setdefault(ids, Bearer(**{**row, **listed, "ids": ids}))
    return list(groups.values())


def _meant(key: str, hits: list[dict[str, Any]]) -> list[str]:
    """Of those who are called `key`, the ids of those who go before the others."""
    local = [hit["id"] for hit in hits if "@" in hit["id"]]
    wide = [hit for hit in hits if "@" not in hit["id"]]
    listed = [hit["id"] for hit in wide if "~" not in hit["id"]]
    usual = [hit["id"] for hit in wide if key in _keys(hit, aliases=False)]
    if usual and not set(usual) & set(listed):
        # محمد باقري may be another's usual name, and is one of the names of a listed person.
        usual += listed
    return usual or listed or [hit["id"] for hit in wide] or local


def _keys(hit: dict[str, Any], aliases: bool = True) -> set[str]:
    names = [hit["name"], hit["name_en"], *((hit["aliases"] or ()) if aliases else ())]
    return {_key(name) for name in names if name}


def _key(name: str) -> str:
    """One spelling of a name: folded, without the article on any of its words."""
    return " ".join(word[2:] if word.startswith("ال") and len(word) > 4 else word for word in fold(name).split())


def _shown(name: str) -> str:
    return f"«{name[:60]}»"
