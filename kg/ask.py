"""Canned queries put to a store: actors resolved, filters set, rows told as they come."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import Any, Final

from kg.errors import QueryError
from kg.filters import Filters
from kg.resolve import Asked, Readable, ask
from queries import FILTERS, Query, find

MOST: Final = 1_000_000
"""Rows that one query may tell; the embedded engine sets memory aside for as many as are asked for."""
_SEARCH: Final = 1000
_HUB: Final = 5
"""Times the limit that an actor's edges must be to be asked for by index; below it is quicker to read them all."""
_LEAST: Final = 500
"""Edges that it must have in any case."""
_HUB_ROWS: Final = 1000
"""Rows that are asked for by index at most: they are read at once."""


class Rows(Iterator[dict[str, Any]]):
    """The rows of a canned query, read as they are taken.

    `columns` are their keys in order. `total()` counts all rows that there are whatever the limit, `left_out()` those
    that a date filter leaves out because they have no date (with `dated`: none that the text tells); each asks anew.
    `asked` says by parameter whom a name was taken to mean.
    """

    def __init__(self, store: Readable, query: Query, parameters: dict[str, object], asked: dict[str, Asked]) -> None:
        self.query, self.asked = query, asked
        self.columns = tuple(column.name for column in query.columns)
        self._store, self._parameters = store, parameters
        self._rows: Iterator[dict[str, Any]] | None = None
        self._taken = 0

    def __next__(self) -> dict[str, Any]:
        if self._rows is None:
            self._rows = self.by_index() or self._store.rows(self.query.cypher, **self._parameters)
        row = next(self._rows)
        self._taken += 1
        if self._taken >= MOST:
            raise QueryError(f"more than {MOST:,} rows: ask for less, by since, until or limit")
        return row

    def by_index(self) -> Iterator[dict[str, Any]] | None:
        """The same rows read off an index, where there is one and it fills the limit (see queries.hubs)."""
        limit = self._parameters["limit"]
        if self.query.hub is None or not isinstance(limit, int) or limit > _HUB_ROWS or len(self.asked) != 1:
            return None
        if self._store.engine != "neo4j":
            return None
        rows = list(self._store.rows(self.query.hub, **self._parameters, hub=max(_LEAST, _HUB * limit)))
        return iter(rows) if len(rows) == limit else None

    def close(self) -> None:
        """Lets the connection go; there are no more rows then."""
        if isinstance(self._rows, Generator):
            self._rows.close()
        self._rows = iter(())

    def total(self) -> int:
        return self._count(left_out=False)

    def left_out(self) -> int:
        narrowed = self._parameters["since"] or self._parameters["until"] or self._parameters["dated"]
        return self._count(left_out=True) if narrowed and "$left_out" in self.query.cypher else 0

    def _count(self, left_out: bool) -> int:
        rows = self._store.rows(self.query.counting, **{**self._parameters, "left_out": left_out})
        return int(next(rows)["n"])


def run(store: Readable, name: str, filters: Filters, limit: int | None, given: dict[str, object]) -> Rows:
    """The rows of the canned query `name`. `limit` None or 0 is all of them.

    Raises QueryError: unknown query, missing or ill-typed parameter, a filter that the query does not know, an actor
    that is unknown or several.
    """
    query = find(name)
    known = query.filters
    for filter_ in FILTERS:
        value = getattr(filters, filter_)
        if value not in (None, False) and filter_ not in known:
            raise QueryError(f"query {query.name} knows no filter {filter_}; {_knows(known)}")
    if limit is not None and limit < 0:
        raise QueryError(f"limit is {limit}; it is 0 (all rows) or more")
    parameters = query.bind(given)
    asked: dict[str, Asked] = {}
    for parameter in query.parameters:
        value = parameters[parameter.name]
        if parameter.type == "actor":
            one = ask(store, str(value), filters.rollup) if value is not None else None
            if one is not None:
                asked[parameter.name] = one
            parameters[parameter.name] = one.ids if one else None
            parameters[f"{parameter.name}_self"] = one.own if one else None
        elif parameter.type == "search":
            parameters[parameter.name] = [hit["id"] for hit in store.search(str(value), limit=_SEARCH)]
    parameters |= filters.parameters()
    parameters |= {"limit": min(limit or MOST, MOST), "left_out": False}
    return Rows(store, query, parameters, asked)


def _knows(filters: tuple[str, ...]) -> str:
    return f"it knows {', '.join(filters)}" if filters else "it knows none"
