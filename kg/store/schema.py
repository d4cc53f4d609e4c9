"""Constraints, indexes and the version of what is stored.

Only uniqueness is a constraint: Neo4j Community refuses the others, and `check` looks for what they would have held.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import islice
from typing import Final

from neo4j import Driver, Session
from neo4j.exceptions import ClientError

from kg.errors import StoreError
from kg.model import RELATION_TYPES
from kg.store.embedded import Embedded
from kg.store.search import INDEXES

VERSION: Final = 3
"""Goes up when a store written before needs a migration or is misread by a program made before."""

_SEEN: Final = "MATCH (s:Statement)-[:IN]->(a:Article) RETURN s.id AS id, coalesce(s.date, a.published_on) AS seen"


def _seen(driver: Driver, database: str | None, embedded: Embedded | None) -> None:
    """3: statements have `seen`; nothing asks for claims by their type alone."""
    with driver.session(database=database) as reader, driver.session(database=database) as writer:
        found = ([row["id"], row["seen"]] for row in reader.run(_SEEN))
        while rows := list(islice(found, 5_000)):
            writer.run("UNWIND $rows AS row MATCH (s:Statement {id: row[0]}) SET s.seen = row[1]", rows=rows).consume()
        if embedded is None:
            writer.run("DROP INDEX claim_type IF EXISTS").consume()
        else:
            embedded.sql("DROP INDEX `Claim[type]` IF EXISTS")


MIGRATIONS: Final[Mapping[int, Callable[[Driver, str | None, Embedded | None], None]]] = {
    # Only indexes came, and missing ones are made whenever a store is brought up to date.
    1: lambda driver, database, embedded: None,
    2: _seen,
}
"""From a version, what brings a store to the next: called with the driver, the database's name and the engine."""

INTERNAL: Final = ("Schema", "Ledger", "Spare")
"""Labels of nodes that are the store's own business: exports leave them out."""

UNIQUE: Final = ("Entity", "Claim", "Evidence", "Statement", "Article", "Page", "Run", "Ledger", "Spare", "Schema")
_INDEXES: Final = (
    ("Entity", "stale"),
    ("Entity", "iso"),
    ("Entity", "located_in"),
    ("Entity", "acts_for"),
    ("Entity", "name"),
    ("Claim", "stale"),
    ("Claim", "subject", "object", "type", "status"),
    ("Claim", "status"),
    ("Statement", "act"),
    ("Spare", "article"),
    ("Page", "stem"),
)
_ORDERED: Final = (
    # The claims of one actor in the order of their days: queries about a hub read no more than they tell.
    ("Claim", "subject", "type", "seen_from"),
    ("Claim", "object", "type", "seen_from"),
    # Coarser and finer datings of one relation.
    ("Claim", "subject", "object", "type", "status", "date"),
)
"""Indexes that only Neo4j makes use of."""
_LISTS: Final = (
    ("(x:Entity)", ("aliases", "roles")),
    ("(x:Claim)", ("claimants",)),
    ("(:Article)-[x:MENTIONS]->(:Entity)", ("forms", "roles")),
)
"""Where lists belong. `neo4j-admin database import` knows no empty one, and leaves none."""
_ANALYZER: Final = "org.apache.lucene.analysis.core.WhitespaceAnalyzer"


_MADE: Final = frozenset(
    f"Neo.ClientError.Schema.{what}AlreadyExists" for what in ("EquivalentSchemaRule", "Index", "Constraint")
)


def statements(engine: str) -> list[str]:
    """The schema in Cypher, each statement named and `IF NOT EXISTS`."""
    made = [
        f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE" for label in UNIQUE
    ]
    made += [
        f"CREATE CONSTRAINT {kind.lower()}_edge_id IF NOT EXISTS FOR ()-[r:{kind}]-() REQUIRE r.id IS UNIQUE"
        for kind in RELATION_TYPES
    ]
    for label, *names in (*_INDEXES, *_ORDERED) if engine == "neo4j" else _INDEXES:
        columns = ", ".join(f"n.{name}" for name in names)
        made.append(f"CREATE INDEX {'_'.join([label.lower(), *names])} IF NOT EXISTS FOR (n:{label}) ON ({columns})")
    if engine == "neo4j":
        made += [
            f"CREATE FULLTEXT INDEX {name} IF NOT EXISTS FOR (n:{label}) ON EACH [n.search] "
            "OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}"
            for label, name in INDEXES[engine].items()
        ]
    return made


def ensure(driver: Driver, database: str | None, embedded: Embedded | None, *, write: bool) -> None:
    """Makes the schema or brings it up to date where `write`, else finds that this program can read what is there.

    Raises:
        StoreError: the store was written by a newer program, or needs a migration that only writing can do.
    """
    found = version(driver, database)
    if found is not None and found > VERSION:
        raise StoreError(
            f"the store has schema {found} and this program knows {VERSION}: "
            "pip install --upgrade mawqif, or use another store"
        )
    if found is not None and found < VERSION and not write:
        raise StoreError(f"the store has schema {found}, older than {VERSION}: open it once for writing to migrate it")
    # An embedded store that was just made has no schema, and queries must not fail for that.
    if found == VERSION or not (write or embedded):
        return
    while found is not None and found < VERSION:
        MIGRATIONS[found](driver, database, embedded)
        found += 1
    with driver.session(database=database) as session:
        for statement in statements("arcadedb" if embedded else "neo4j"):
            if embedded:
                session.run(statement).consume()
            else:
                _make(session, statement)
        if embedded:
            for label in INDEXES["arcadedb"]:
                embedded.sql(f"CREATE PROPERTY {label}.search IF NOT EXISTS STRING")
                embedded.sql(
                    f'CREATE INDEX IF NOT EXISTS ON {label} (search) FULL_TEXT METADATA {{"analyzer": "{_ANALYZER}"}}'
                )
        else:
            session.run("CALL db.awaitIndexes(600)").consume()
            for pattern, names in _LISTS:
                bare = " OR ".join(f"x.{name} IS NULL" for name in names)
                given = ", ".join(f"x.{name} = coalesce(x.{name}, [])" for name in names)
                # In parts, so that memory does not grow with what was imported.
                text = f"MATCH {pattern} WHERE {bare} CALL (x) {{ SET {given} }} IN TRANSACTIONS OF 10000 ROWS"
                session.run(text).consume()
        # Last, so that a schema half made is made again.
        session.execute_write(
            lambda tx: tx.run("MERGE (s:Schema {id: 'mawqif'}) SET s.version = $version", version=VERSION).consume()
        )


def _make(session: Session, statement: str) -> None:
    """One statement of the schema, also while other loaders make the same: a deadlock is tried again, and what came
    between the look of `IF NOT EXISTS` and the making is there."""
    try:
        session.execute_write(lambda tx: tx.run(statement).consume())
    except ClientError as error:
        if error.code not in _MADE:
            raise


def version(driver: Driver, database: str | None) -> int | None:
    """The stored schema's version; None where there is none yet."""
    with driver.session(database=database, default_access_mode="READ") as session:
        row = session.execute_read(lambda tx: tx.run("MATCH (s:Schema {id: 'mawqif'}) RETURN s.version AS v").single())
    return None if row is None else int(row["v"])
