"""A page and what only it brought, taken back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from neo4j import ManagedTransaction

from kg.errors import StoreError
from kg.store.settle import Plan, read_articles, read_pages, settle
from kg.store.write import Added, write

_SHOWN = 5
"""Candidates that an error names."""


@dataclass(frozen=True)
class Forgotten:
    """`page` is the id of what went; `articles` went with it, `kept` stand on other pages too."""

    page: str
    articles: int
    kept: int


def find(tx: ManagedTransaction, page: str) -> str:
    """The id of the one page that `page` means: an id, else a stem, a path, or a file's name.

    Raises:
        StoreError: no page is meant, or several.
    """
    for where in ("p.id = $page", "p.stem = $page", "p.path = $page OR p.path ENDS WITH $name OR p.id ENDS WITH $name"):
        rows = tx.run(
            f"MATCH (p:Page) WHERE {where} RETURN p.id AS id ORDER BY id LIMIT $limit",
            page=page,
            name="/" + page.lstrip("/"),
            limit=_SHOWN + 1,
        )
        found = [str(row["id"]) for row in rows]
        if len(found) == 1:
            return found[0]
        if found:
            raise StoreError(f"{page} may be any of {_listed(found)}: name one of them")
    raise StoreError(f"{page} is no page of this graph: name its path, its file or the id of its line")


def _listed(found: Iterable[str]) -> str:
    names = list(found)
    return ", ".join(names[:_SHOWN]) + (", …" if len(names) > _SHOWN else "")


def forget(tx: ManagedTransaction, page: str, embedded: bool) -> Forgotten:
    """Takes a page's contributions, and nothing else, out of the graph; `finish` computes what is shared."""
    id_ = find(tx, page)
    held = read_pages(tx, [id_])[id_]["held"]
    articles = read_articles(tx, sorted(held))
    plan = Plan(articles, [(id_, article) for article in sorted(held)], {}, {}, None)
    outcome = settle(tx, plan, embedded, lambda found: write(tx, found, Added()))
    tx.run("MATCH (p:Page {id: $id}) DETACH DELETE p", id=id_).consume()
    return Forgotten(id_, len(outcome.removed), len(held) - len(outcome.removed))
