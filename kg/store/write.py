"""Pages into the graph: which ids are there is read by index, what is missing is created, all in one transaction.

Elements are written label by label and type by type with `UNWIND`, in the order of their ids. Two loaders of one
server take turns by transaction (`GraphStore._write`), so that what was read here still holds when it is written.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from neo4j import ManagedTransaction

from kg.errors import PageError
from kg.model import Extraction, Page, Run
from kg.store import edges
from kg.store.ahead import Ahead
from kg.store.contribution import Contribution, Row, ends, of_page
from kg.store.cypher import ENTITY, EVIDENCE, STATEMENT, literal, values
from kg.store.dates import days
from kg.store.search import search_text
from kg.store.settle import Plan, read_articles, read_pages, settle
from kg.store.shared import agrees, claim_values, entity_values, with_names

_ACTORS: Final = frozenset({"person", "country", "militia", "organization"})


@dataclass
class Added:
    """What a call of `add` brought; `elements` counts nodes and edges written, `problems` pages that were not taken."""

    pages: int = 0
    articles: int = 0
    replaced: int = 0
    repeated: int = 0
    actors: int = 0
    statements: int = 0
    relations: int = 0
    reports: int = 0
    elements: int = 0
    problems: list[PageError] = field(default_factory=list)


def add(tx: ManagedTransaction, items: Sequence[tuple[Page, Sequence[Extraction]]], run: Run, embedded: bool) -> Added:
    """Brings `items` in; what is there already, from the same reader, stays as it is."""
    added = Added()
    pages: dict[str, tuple[Page, dict[str, Contribution]]] = {}
    known = read_pages(tx, sorted({page.id for page, _ in items}))
    for page, extractions in items:
        before = pages[page.id][0] if page.id in pages else None
        there = known.get(page.id)
        differs = (before and before.sha256 != page.sha256) or (there and there["sha256"] != page.sha256)
        if page.is_article and differs:
            other = before.path if before else there["path"] if there else ""
            added.problems.append(
                PageError(page.id, f"stands in {page.path} with another text than in {other}: the first is kept")
            )
        elif before is None or not page.is_article:
            pages[page.id] = page, of_page(extractions)
    new = [page for page, _ in pages.values() if page.id not in known]
    changed = [page for page, _ in pages.values() if page.id in known and known[page.id]["sha256"] != page.sha256]
    rows = [{"id": p.id, "path": p.path, "stem": p.stem, "sha256": p.sha256} for p in [*new, *changed]]
    _run(tx, "UNWIND $rows AS row CREATE (p:Page) SET p = row", rows[: len(new)])
    _run(tx, "UNWIND $rows AS row MATCH (p:Page {id: row.id}) SET p += row", rows[len(new) :])

    held = {(page, article): variant for page, row in known.items() for article, variant in row["held"].items()}
    wanted = {(p, a): c.variant for p, (_, articles) in pages.items() for a, c in articles.items()}
    touched = {a for p, a in {*held, *wanted} if p in pages}
    articles = read_articles(tx, sorted(touched))
    provided = {(a, c.variant): c for _, found in pages.values() for a, c in found.items()}
    detach = [key for key in held if key[0] in pages and key not in wanted]
    attach = {key: variant for key, variant in wanted.items() if held.get(key) != variant}
    plan = Plan(articles, detach, attach, provided, run)
    outcome = settle(tx, plan, embedded, lambda found: write(tx, found, added))
    added.pages = len(new)
    added.articles = len(outcome.created)
    added.replaced = len(outcome.replaced)
    # Two pages of one batch may bring the same article: all but the one that made it repeat it.
    brought = [a for page, a in attach if (page, a) not in held]
    added.repeated = len(brought) - len(set(brought) & set(outcome.created))
    # Pages, PART_OF; articles with READ_BY.
    added.elements += len(new) + len(attach) + 2 * len(outcome.created)
    return added


def _run(tx: ManagedTransaction, statement: str, rows: Sequence[Any]) -> None:
    if rows:
        tx.run(statement, rows=rows).consume()


def write(tx: ManagedTransaction, contributions: list[Contribution], added: Added) -> None:
    """Contributions of articles whose nodes are there."""
    positions = {
        report["subject"]
        for c in contributions
        for report in c.reports
        if report["type"] == "HOLDS_POSITION" and report["status"] == "asserted"
    }
    told: dict[str, list[Row]] = {}
    for c in contributions:
        for report in c.reports:
            full = {**report, "article": c.id, "published_on": c.article["published_on"]}
            told.setdefault(report["claim"], []).append(full)
    with Ahead(tx) as ahead:
        # All reading first: what is created below needs no answer, and this side need not wait for it.
        claims = ahead.read("UNWIND $ids AS id MATCH (c:Claim {id: id}) RETURN c.id AS id", ids=sorted(told))
        _entities(ahead, contributions, positions, added)
        _mentions(ahead, contributions, added)
        _statements(ahead, contributions, added)
        _claims(ahead, told, {row["id"] for row in claims}, added)


def _entities(ahead: Ahead, contributions: list[Contribution], positions: set[str], added: Added) -> None:
    mentions: dict[str, list[Row]] = {}
    for c in contributions:
        for mention in c.mentions:
            mentions.setdefault(mention["entity"], []).append(mention)
    ids = sorted(mentions)
    there = {row["id"]: row for row in _read_entities(ahead, ids)}
    created: dict[tuple[str, ...], list[Row]] = {}
    grown: list[str] = []
    stale: dict[str, int] = {}
    for id_ in ids:
        if id_ in there:
            row = there[id_]
            if any(not agrees(row, mention["profile"]) for mention in mentions[id_]):
                stale[id_] = 2
            elif id_ in positions and not row["official"]:
                stale[id_] = 1
            if any(not _has(row, mention) for mention in mentions[id_]):
                grown.append(id_)
            continue
        said = entity_values(mentions[id_])
        if not all(agrees(said, mention["profile"]) for mention in mentions[id_]):
            said["stale"] = 2
        elif said["iso"] or said["located_in"] or "~" in id_:
            said["stale"] = 1  # a neighbour may be waiting for it
        created.setdefault(labels(said["type"], id_ in positions), []).append({"id": id_, **said})
    _grow(ahead, grown, mentions)
    _mark(ahead, stale)
    for names, rows in sorted(created.items()):
        ahead.write(
            f"UNWIND $rows AS row CREATE (n:{':'.join(names)} {literal((*ENTITY, 'stale'))})",
            [[*values(row, ENTITY), row.get("stale")] for row in rows],
        )
        added.actors += len(rows)
        added.elements += len(rows)


def labels(kind: str, official: bool) -> tuple[str, ...]:
    """All labels of an entity of this type."""
    return (
        "Entity",
        *(["Actor"] if kind in _ACTORS else []),
        kind.capitalize(),
        *(["Official"] if official and kind == "person" else []),
    )


def _mark(ahead: Ahead, stale: dict[str, int]) -> None:
    """Leaves entities for `finish`: 1 to look at label and neighbours, 2 to compute the values too."""
    ahead.write(
        "UNWIND $rows AS row MATCH (n:Entity {id: row.id}) "
        "SET n.stale = CASE WHEN coalesce(n.stale, 0) > row.level THEN n.stale ELSE row.level END",
        [{"id": id_, "level": level} for id_, level in sorted(stale.items())],
    )


def _read_entities(ahead: Ahead, ids: list[str], lock: bool = False) -> list[Row]:
    # A write takes the node's lock, so that what is read here is still so when it is written.
    locking = "SET n.stale = coalesce(n.stale, 1)" if lock else ""
    return ahead.read(
        f"UNWIND $ids AS id MATCH (n:Entity {{id: id}}) {locking} "
        "RETURN n.id AS id, n.type AS type, n.name AS name, "
        "n.name_en AS name_en, n.name_en_by AS name_en_by, n.iso AS iso, n.country AS country, "
        "n.country_by AS country_by, n.acts_for AS acts_for, n.located_in AS located_in, "
        "n.aliases AS aliases, n.roles AS roles, n:Official AS official",
        ids=ids,
    )


def _has(entity: Row, mention: Row) -> bool:
    return set(mention["forms"]) <= set(entity["aliases"]) and set(mention["roles"]) <= set(entity["roles"])


def _grow(ahead: Ahead, ids: list[str], mentions: dict[str, list[Row]]) -> None:
    """Names and roles are unions: what new articles add is known without those before."""
    if not ids:
        return
    rows = []
    for row in _read_entities(ahead, ids, lock=True):
        new = mentions[row["id"]]
        aliases = {*row["aliases"], *(form for m in new for form in m["forms"])}
        roles = {*row["roles"], *(role for m in new for role in m["roles"])}
        full = with_names(row, aliases, roles)
        rows.append({key: full[key] for key in ("id", "aliases", "roles", "search")})
    ahead.write("UNWIND $rows AS row MATCH (n:Entity {id: row.id}) SET n += row", rows)


def _mentions(ahead: Ahead, contributions: list[Contribution], added: Added) -> None:
    names = ("entity", "count", "forms", "roles", "profile")
    rows = [[c.id, [values(mention, names) for mention in c.mentions]] for c in contributions if c.mentions]
    ahead.write(
        "UNWIND $rows AS group MATCH (a:Article {id: group[0]}) UNWIND group[1] AS row MATCH (n:Entity {id: row[0]}) "
        f"CREATE (a)-[:MENTIONS {literal(names[1:], at=1)}]->(n)",
        rows,
    )
    added.elements += sum(len(c.mentions) for c in contributions)


def _statements(ahead: Ahead, contributions: list[Contribution], added: Added) -> None:
    rows, about, via = [], [], []
    for c in contributions:
        for s in c.statements:
            span = days(s["date"])
            first, last = (day.isoformat() for day in span) if span else (None, None)
            derived = {"search": search_text([s["text"]]), "seen": s["date"] or c.article["published_on"]}
            node = {**s, "date_from": first, "date_to": last, **derived}
            rows.append([*values(node, STATEMENT), c.id, s["speaker"]])
            about += [[s["id"], entity] for entity in s["about"]]
            via += [[s["id"], s["via"]]] if s["via"] else []
    size = len(STATEMENT)
    ahead.write(
        f"UNWIND $rows AS row MATCH (a:Article {{id: row[{size}]}}) MATCH (n:Entity {{id: row[{size + 1}]}}) "
        f"CREATE (n)-[:SAID]->(s:Statement {literal(STATEMENT)})-[:IN]->(a)",
        rows,
    )
    for kind, ties in (("ABOUT", about), ("VIA", via)):
        ahead.write(
            "UNWIND $rows AS row MATCH (s:Statement {id: row[0]}) MATCH (n:Entity {id: row[1]}) "
            f"CREATE (s)-[:{kind}]->(n)",
            ties,
        )
    added.statements += len(rows)
    added.elements += 3 * len(rows) + len(about) + len(via)


def _claims(ahead: Ahead, told: dict[str, list[Row]], there: set[str], added: Added) -> None:
    """`told`: reports by claim; `there`: the claims that the graph has already."""
    new: dict[str, list[str]] = {}
    for id_ in sorted(told.keys() - there):
        new.setdefault(told[id_][0]["type"], []).append(id_)
    for kind, ids in sorted(new.items()):
        edges.create(ahead, kind, [(_claim(id_, told[id_]), told[id_][0]) for id_ in ids])
        added.relations += len(ids)
    ahead.write("UNWIND $rows AS id MATCH (c:Claim {id: id}) SET c.stale = true", sorted(there))
    size = len(EVIDENCE)
    # The first report of a new claim came with it.
    rest = [(id_, report) for id_ in sorted(told) for report in told[id_][id_ not in there :]]
    rows = [[*values(report, EVIDENCE), id_, report["article"]] for id_, report in rest]
    ahead.write(
        f"UNWIND $rows AS row MATCH (c:Claim {{id: row[{size}]}}) MATCH (a:Article {{id: row[{size + 1}]}}) "
        f"CREATE (c)<-[:OF]-(e:Evidence {literal(EVIDENCE)})-[:IN]->(a)",
        rows,
    )
    count = sum(map(len, told.values()))
    added.reports += count
    added.elements += 2 * (len(told) - len(there)) + 3 * count


def _claim(id_: str, reports: list[Row]) -> Row:
    first = reports[0]
    subject, object_ = ends(first)
    claim = {
        **{key: first[key] for key in ("type", "status", "date")},
        "id": id_,
        "subject": subject,
        "object": object_,
    }
    return {**claim, **claim_values(first["type"], first["date"], reports)}
