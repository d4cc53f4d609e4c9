"""Full-text search: words as both servers see them, and a ranking that is ours.

Both servers split our `search` property at its spaces and do nothing else to it. Each word stands there in its own form
and without its leading و ف ب ك ل and ال, and a query's words are treated alike, so that إيران, ايران, وبإيران and
للإيران find each other. A query is made of such words alone: none of its characters reaches the servers' query syntax.
"""

from __future__ import annotations

import heapq
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, Final, Literal

from neo4j import ManagedTransaction

from kg.errors import QueryError
from kg.model import fold

Label = Literal["Entity", "Statement"]
INDEXES: Final[Mapping[str, Mapping[str, str]]] = {
    "neo4j": {"Entity": "entity_search", "Statement": "statement_search"},
    "arcadedb": {"Entity": "Entity[search]", "Statement": "Statement[search]"},
}
"""What `db.index.fulltext.queryNodes` calls the index of a label, by engine."""

_ACCENTS: Final = re.compile("[\u0300-\u036f]")
_LEAST: Final = 3
"""Letters that must remain after a clitic is taken off: بلد is not ب + لد."""
_MOST_WORDS: Final = 32


def words(text: str) -> list[str]:
    """The folded words of `text`, Latin accents removed, in order."""
    return fold(_ACCENTS.sub("", unicodedata.normalize("NFKD", text))).split()


@lru_cache(maxsize=65536)
def forms(word: str) -> tuple[str, ...]:
    """A folded word as it stands, then with one clitic after another taken off: وبالقرار → بالقرار, القرار, قرار."""
    found = [word]
    for clitics in (("و", "ف"), ("لل", "ب", "ك", "ل"), ("ال",)):
        for clitic in clitics:
            if word.startswith(clitic) and len(word) - len(clitic) >= _LEAST:
                word = word[len(clitic) :]
                found.append(word)
                break
    return tuple(found)


def search_text(texts: Iterable[str]) -> str:
    """The value of a `search` property: every form of every word, once, in order of first standing."""
    return " ".join(dict.fromkeys(form for text in texts for word in words(text) for form in forms(word)))


def lucene(text: str) -> str | None:
    """The query that finds what holds every word of `text` in some form; None when it has no word."""
    found = list(dict.fromkeys(words(text)))[:_MOST_WORDS]
    return " ".join(f"+({' '.join(forms(word))})" for word in found) or None


_ENTITIES = """
CALL db.index.fulltext.queryNodes($index, $lucene) YIELD node
RETURN node.id AS id, node.type AS type, node.name AS name, node.name_en AS name_en, node.aliases AS aliases
"""

_STATEMENTS = """
CALL db.index.fulltext.queryNodes($index, $lucene) YIELD node
WITH node ORDER BY coalesce(node.date, '') DESC, node.id LIMIT $limit
MATCH (speaker:Entity)-[:SAID]->(node)-[:IN]->(article:Article)
RETURN node.id AS id, node.act AS act, node.kind AS kind, node.text AS text, node.date AS date,
       speaker.id AS speaker, speaker.name AS speaker_name, article.id AS article, article.title AS title,
       article.published_on AS published_on
ORDER BY coalesce(date, '') DESC, id
"""


def search(tx: ManagedTransaction, engine: str, text: str, label: str, limit: int) -> list[dict[str, Any]]:
    """At most `limit` rows that hold every word of `text`, in a total order: entities by how well their names fit,
    statements the latest first."""
    if label not in INDEXES[engine]:
        raise QueryError(f"search looks in Entity or Statement, not in {label}")
    query = lucene(text)
    if query is None or limit < 1:
        return []
    index = INDEXES[engine][label]
    if label == "Statement":
        return [dict(row) for row in tx.run(_STATEMENTS, index=index, lucene=query, limit=limit)]
    asked = " ".join(words(text))
    rows = (dict(row) for row in tx.run(_ENTITIES, index=index, lucene=query))
    return heapq.nsmallest(limit, rows, key=lambda row: _rank(asked, row))


def _rank(asked: str, row: Mapping[str, Any]) -> tuple[int, int, str, str]:
    name = " ".join(words(row["name"]))
    others = {" ".join(words(other)) for other in (row["name_en"] or "", *(row["aliases"] or ()))}
    tier = 0 if name == asked else 1 if asked in others else 2 if f"{name} ".startswith(f"{asked} ") else 3
    return tier, len(name), row["name"], row["id"]
