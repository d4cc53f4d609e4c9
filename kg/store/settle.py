"""Which reading of an article stands, when pages come, change or go.

An article may stand on many pages, and its texts may differ in what folding takes away. Of all texts that its pages
hold, the one of the least variant is in the graph; the others wait in `Spare` nodes, so that any order of coming and
going leaves the same graph.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from neo4j import ManagedTransaction

from kg.model import Run
from kg.store import edges
from kg.store.contribution import Contribution, Row
from kg.store.cypher import ARTICLE, EVIDENCE, literal, setting, values

Key = tuple[str, str]
"""(page id, article id)"""


@dataclass
class Plan:
    """`articles`: what is there, by id (`variant`, `run`, `holders`: page → variant). `detach`, `attach`: what pages no
    longer hold, and newly hold. `provided`: contributions at hand, by (article, variant), read by `run`."""

    articles: dict[str, Row]
    detach: Sequence[Key]
    attach: dict[Key, str]
    provided: dict[tuple[str, str], Contribution]
    run: Run | None


@dataclass
class Outcome:
    """Ids of articles that came, were read anew and went."""

    created: set[str] = field(default_factory=set)
    replaced: set[str] = field(default_factory=set)
    removed: set[str] = field(default_factory=set)


def read_pages(tx: ManagedTransaction, ids: list[str]) -> dict[str, Row]:
    """The pages that are there: sha256, path and `held`, their articles with the variant of each."""
    found: dict[str, Row] = {}
    for row in tx.run(
        "UNWIND $ids AS id MATCH (p:Page {id: id}) OPTIONAL MATCH (p)<-[h:PART_OF]-(a:Article) "
        "RETURN p.id AS id, p.sha256 AS sha256, p.path AS path, a.id AS article, h.variant AS variant",
        ids=ids,
    ):
        page = found.setdefault(row["id"], {"sha256": row["sha256"], "path": row["path"], "held": {}})
        if row["article"] is not None:
            page["held"][row["article"]] = row["variant"]
    return found


def read_articles(tx: ManagedTransaction, ids: list[str]) -> dict[str, Row]:
    """The articles that are there: variant, run and `holders`, their pages with the variant of each."""
    found: dict[str, Row] = {}
    for row in tx.run(
        "UNWIND $ids AS id MATCH (a:Article {id: id})-[:READ_BY]->(r:Run) MATCH (a)-[h:PART_OF]->(p:Page) "
        "RETURN a.id AS id, a.variant AS variant, r AS run, p.id AS page, h.variant AS held",
        ids=ids,
    ):
        article = found.setdefault(row["id"], {"variant": row["variant"], "run": _run(row["run"]), "holders": {}})
        article["holders"][row["page"]] = row["held"]
    return found


def _run(row: Mapping[str, Any]) -> Run:
    return Run(reader=row["reader"], version=row["version"], lexicon=row["lexicon"])


def settle(
    tx: ManagedTransaction,
    plan: Plan,
    embedded: bool,
    write: Callable[[list[Contribution]], None],
) -> Outcome:
    """Carries the plan out. `write` is given the contributions whose article nodes are there."""
    outcome = Outcome()
    holders: dict[str, dict[str, str]] = {id_: dict(row["holders"]) for id_, row in plan.articles.items()}
    for page, article in plan.detach:
        holders[article].pop(page, None)
    for (page, article), variant in plan.attach.items():
        holders.setdefault(article, {})[page] = variant

    spares = _spares(tx, sorted(id_ for id_, row in plan.articles.items() if _mixed(row, holders[id_])))
    writing: list[tuple[Contribution, Run]] = []
    keep: list[Row] = []
    lose: list[str] = []
    for id_ in sorted(holders):
        there, variants = plan.articles.get(id_), set(holders[id_].values())
        lose += [_spare(id_, v) for v in spares.get(id_, {}) if v not in variants]
        if not variants:
            outcome.removed.add(id_)
            continue
        best = min(variants)
        for variant in sorted(variants - {best}):
            if plan.run and (id_, variant) in plan.provided:
                keep.append(_spare_row(plan.provided[id_, variant], plan.run))
            elif there and variant == there["variant"]:
                keep.append(_spare_row(read(tx, id_), there["run"]))
        if there and there["variant"] == best and ((id_, best) not in plan.provided or there["run"] == plan.run):
            continue
        if plan.run and (id_, best) in plan.provided:
            writing.append((plan.provided[id_, best], plan.run))
        else:
            value, run = spares[id_][best]
            writing.append((Contribution.parse(value), run))
        if best in spares.get(id_, {}):
            lose.append(_spare(id_, best))
        (outcome.replaced if there else outcome.created).add(id_)

    left = take(tx, sorted(outcome.removed | outcome.replaced))
    _change_articles(tx, plan, writing, outcome)
    if lose:
        tx.run("UNWIND $ids AS id MATCH (s:Spare {id: id}) DELETE s", ids=lose).consume()
    if keep:
        tx.run("UNWIND $rows AS row MERGE (s:Spare {id: row.id}) SET s += row", rows=keep).consume()
    if writing:
        write([c for c, _ in writing])
    sweep(tx, left, embedded)
    return outcome


def _mixed(row: Row, after: dict[str, str]) -> bool:
    return len({*row["holders"].values(), *after.values()}) > 1


def _spare(article: str, variant: str) -> str:
    return f"{article}#{variant}"


def _spare_row(c: Contribution, run: Run) -> Row:
    names = {"id": _spare(c.id, c.variant), "article": c.id, "variant": c.variant}
    return {**names, **run.model_dump(), "value": c.dump()}


def _spares(tx: ManagedTransaction, articles: list[str]) -> dict[str, dict[str, tuple[str, Run]]]:
    found: dict[str, dict[str, tuple[str, Run]]] = {}
    if articles:
        for row in tx.run(
            "UNWIND $ids AS id MATCH (s:Spare {article: id}) "
            "RETURN s.article AS article, s.variant AS variant, s.value AS value, s AS run",
            ids=articles,
        ):
            found.setdefault(row["article"], {})[row["variant"]] = row["value"], _run(row["run"])
    return found


def _change_articles(
    tx: ManagedTransaction, plan: Plan, writing: list[tuple[Contribution, Run]], outcome: Outcome
) -> None:
    """Article nodes, PART_OF and READ_BY."""
    if plan.detach:
        tx.run(
            "UNWIND $rows AS row MATCH (a:Article {id: row.article})-[h:PART_OF]->(:Page {id: row.page}) DELETE h",
            rows=[{"page": page, "article": article} for page, article in sorted(plan.detach)],
        ).consume()
    if outcome.removed:
        tx.run("UNWIND $ids AS id MATCH (a:Article {id: id}) DETACH DELETE a", ids=sorted(outcome.removed)).consume()
    runs = {run.id: run for _, run in writing}
    if runs:
        tx.run(
            "UNWIND $rows AS row MERGE (r:Run {id: row.id}) "
            "ON CREATE SET r.reader = row.reader, r.version = row.version, r.lexicon = row.lexicon",
            rows=[{"id": id_, **run.model_dump()} for id_, run in sorted(runs.items())],
        ).consume()
    rows = [[*values(c.article, ARTICLE), run.id] for c, run in writing]
    new = [row for row in rows if row[0] in outcome.created]
    old = [row for row in rows if row[0] in outcome.replaced]
    reader = f"MATCH (r:Run {{id: row[{len(ARTICLE)}]}})"
    if new:
        tx.run(
            f"UNWIND $rows AS row {reader} CREATE (a:Article {literal(ARTICLE)})-[:READ_BY]->(r)", rows=new
        ).consume()
    if old:
        tx.run("UNWIND $rows AS row MATCH (a:Article {id: row[0]})-[b:READ_BY]->(:Run) DELETE b", rows=old).consume()
        tx.run(
            f"UNWIND $rows AS row MATCH (a:Article {{id: row[0]}}) {reader} "
            f"SET {setting('a', ARTICLE)} CREATE (a)-[:READ_BY]->(r)",
            rows=old,
        ).consume()
    attach = [{"page": p, "article": a, "variant": v} for (p, a), v in sorted(plan.attach.items())]
    moved = [row for row in attach if row["page"] in plan.articles.get(row["article"], {}).get("holders", {})]
    fresh = [row for row in attach if row not in moved] if moved else attach
    match = "UNWIND $rows AS row MATCH (a:Article {id: row.article}) MATCH (p:Page {id: row.page}) "
    if moved:
        tx.run(match + "MATCH (a)-[h:PART_OF]->(p) SET h.variant = row.variant", rows=moved).consume()
    if fresh:
        tx.run(match + "CREATE (a)-[:PART_OF {variant: row.variant}]->(p)", rows=fresh).consume()


@dataclass
class Left:
    """Claims and entities that articles told of and no longer do: what nothing else tells of goes, the rest is computed
    anew at the end of the load."""

    claims: set[str] = field(default_factory=set)
    entities: set[str] = field(default_factory=set)


def take(tx: ManagedTransaction, articles: Sequence[str]) -> Left:
    """Takes back what articles brought: their evidence, statements and mentions. Their nodes stay."""
    left = Left()
    if not articles:
        return left
    ids = list(articles)
    match = "UNWIND $ids AS id MATCH (a:Article {id: id})"
    rows = tx.run(f"{match}<-[:IN]-(:Evidence)-[:OF]->(c:Claim) RETURN DISTINCT c.id AS id", ids=ids)
    left.claims = {row["id"] for row in rows}
    left.entities = {
        row["id"] for row in tx.run(f"{match}-[:MENTIONS]->(n:Entity) RETURN DISTINCT n.id AS id", ids=ids)
    }
    for label in ("Evidence", "Statement"):
        tx.run(f"{match}<-[:IN]-(n:{label}) DETACH DELETE n", ids=ids).consume()
    tx.run(f"{match}-[m:MENTIONS]->() DELETE m", ids=ids).consume()
    return left


def sweep(tx: ManagedTransaction, left: Left, embedded: bool) -> None:
    """Deletes what no article tells of any more, and marks the rest of `left` stale."""
    if left.claims:
        rows: Iterable[Any] = tx.run(
            "UNWIND $ids AS id MATCH (c:Claim {id: id}) SET c.stale = true "
            "RETURN c.id AS id, c.type AS type, c.subject AS subject, c.object AS object, c.status AS status, "
            "EXISTS { (c)<-[:OF]-(:Evidence) } AS told",
            ids=sorted(left.claims),
        )
        gone = [dict(row) for row in rows if not row["told"]]
        edges.delete(tx, gone, embedded)
        tx.run("UNWIND $ids AS id MATCH (c:Claim {id: id}) DETACH DELETE c", ids=[row["id"] for row in gone]).consume()
    if left.entities:
        rows = tx.run(
            "UNWIND $ids AS id MATCH (n:Entity {id: id}) SET n.stale = 2 "
            "RETURN n.id AS id, EXISTS { (n)<-[:MENTIONS]-(:Article) } AS told",
            ids=sorted(left.entities),
        )
        lost = sorted(row["id"] for row in rows if not row["told"])
        tx.run("UNWIND $ids AS id MATCH (n:Entity {id: id}) DETACH DELETE n", ids=lost).consume()
        kin = sorted({base(id_) for id_ in lost if "~" in id_})
        tx.run(
            "UNWIND $kin AS kin MATCH (n:Entity) WHERE n.id STARTS WITH kin SET n.stale = coalesce(n.stale, 1)", kin=kin
        ).consume()


def base(id_: str) -> str:
    """What the ids of possible namesakes begin with: `person/<folded name>~`."""
    return id_[: id_.rindex("~") + 1]


def read(tx: ManagedTransaction, article: str) -> Contribution:
    """An article's contribution as the graph has it."""
    match = "MATCH (a:Article {id: $id})"
    node = tx.run(f"{match} RETURN a", id=article).single(strict=True)["a"]
    mentions = tx.run(
        f"{match}-[m:MENTIONS]->(n:Entity) RETURN n.id AS entity, m.count AS count, m.forms AS forms, "
        "m.roles AS roles, m.profile AS profile ORDER BY entity",
        id=article,
    )
    found = [dict(row) for row in mentions]
    statements = {
        row["s"]["id"]: {**_said(row["s"]), "speaker": row["speaker"], "about": [], "via": None}
        for row in tx.run(f"{match}<-[:IN]-(s:Statement)<-[:SAID]-(n:Entity) RETURN s, n.id AS speaker", id=article)
    }
    for row in tx.run(f"{match}<-[:IN]-(s:Statement)-[:ABOUT]->(n:Entity) RETURN s.id AS id, n.id AS e", id=article):
        statements[row["id"]]["about"].append(row["e"])
    for row in tx.run(f"{match}<-[:IN]-(s:Statement)-[:VIA]->(n:Entity) RETURN s.id AS id, n.id AS e", id=article):
        statements[row["id"]]["via"] = row["e"]
    for statement in statements.values():
        statement["about"].sort()
    reports = [
        {
            **{key: row["e"].get(key) for key in EVIDENCE},
            **{key: row["c"].get(key) for key in ("type", "status", "date")},
            "claim": row["c"]["id"],
        }
        for row in tx.run(f"{match}<-[:IN]-(e:Evidence)-[:OF]->(c:Claim) RETURN e, c ORDER BY e.id", id=article)
    ]
    return Contribution({key: node.get(key) for key in ARTICLE}, found, list(statements.values()), reports)


def _said(node: Any) -> Row:
    return {key: node.get(key) for key in ("id", "kind", "act", "text", "start", "end", "date", "by", "score")}
