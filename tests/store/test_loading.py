"""A load leaves the same in any order, in any batches, twice or cut off; what is forgotten leaves nothing."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

import pytest

from kg.errors import StoreError
from kg.model import Extraction, Page, Run, article_id
from kg.store import GraphStore
from tests.store.dump import dump
from tests.store.factory import LATER, RUN, Factory, page

Items = Sequence[tuple[Page, Sequence[Extraction]]]
Opener = Callable[..., GraphStore]


def load(store: GraphStore, items: Items, size: int = 10, run: Run = RUN) -> None:
    for at in range(0, len(items), size):
        store.add(items[at : at + size], run)
    store.finish()


def clear(store: GraphStore) -> None:
    for row in list(store.rows("MATCH (p:Page) RETURN p.id AS id")):
        store.forget(row["id"])
    assert dump(store) == ""


def wipe(store: GraphStore) -> None:
    store._writer.execute_query("MATCH (n) WHERE NOT n:Schema DETACH DELETE n", database_=store._database)


def test_counts_and_contents(store: GraphStore) -> None:
    items = Factory(seed=1).pages(12)
    added = store.add(items, RUN)
    store.finish()
    articles = {e.article.id for _, es in items for e in es}
    claims = {r.id for _, es in items for e in es for r in e.relations}
    actors = {a.id for _, es in items for e in es for a in e.actors}
    statements = {s.id for _, es in items for e in es for s in e.statements}
    assert (added.pages, added.articles, added.relations) == (12, len(articles), len(claims))
    assert (added.actors, added.statements) == (len(actors), len(statements))
    for label, ids in (("Article", articles), ("Claim", claims), ("Entity", actors), ("Statement", statements)):
        assert {row["id"] for row in store.rows(f"MATCH (n:{label}) RETURN n.id AS id")} == ids
    (row,) = store.rows("MATCH ()-[r]->() WHERE r.id STARTS WITH 'claim/' RETURN count(r) AS n")
    assert row["n"] == len(claims)
    (row,) = store.rows("MATCH (n) WHERE n:Page OR n:Run OR n:Evidence RETURN count(n) AS n")
    # What `elements` tells is what was written: nodes (with the Run) and edges.
    nodes = row["n"] + len(articles) + len(claims) + len(actors) + len(statements)
    edges = next(store.rows("MATCH (:Claim|Evidence|Article|Statement|Page|Run|Entity)-[r]->() RETURN count(r) AS n"))[
        "n"
    ]
    derived = next(store.rows("MATCH ()-[r:SAME_AS|LOCATED_IN]->() RETURN count(r) AS n"))["n"]
    assert added.elements == nodes - 1 + edges - derived
    assert list(store.check()) == []


def test_order_batches_and_repetition(store: GraphStore) -> None:
    items = Factory(seed=2).pages(20)
    load(store, items, 20)
    right = dump(store)
    assert list(store.check()) == []
    load(store, items, 7)
    assert dump(store) == right
    for seed in (1, 2):
        wipe(store)
        shuffled = random.Random(seed).sample(items, k=len(items))
        load(store, shuffled, 1 if seed == 1 else 13)
        assert dump(store) == right
    assert list(store.check()) == []


def test_forgetting_leaves_what_the_rest_says(store: GraphStore) -> None:
    items = Factory(seed=3, people=6).pages(20)
    a, b = items[:8], items[8:]
    load(store, b)
    right = dump(store)
    load(store, a)
    assert dump(store) != right
    for each, extractions in a:
        gone = store.forget(each.id)
        assert (gone.page, gone.articles) == (each.id, len({e.article.id for e in extractions}))
    assert dump(store) == right
    assert list(store.check()) == []


def test_another_reader_replaces(store: GraphStore) -> None:
    items = Factory(seed=4).pages(12)
    fewer = [(p, [_less(e) for e in es]) for p, es in items]
    load(store, fewer, run=LATER)
    right = dump(store)
    wipe(store)
    load(store, items)
    assert store.add(fewer, LATER).replaced == len({e.article.id for _, es in items for e in es})
    store.finish()
    assert dump(store) == right
    assert list(store.check()) == []


def _less(extraction: Extraction) -> Extraction:
    return extraction.model_copy(
        update={"relations": extraction.relations[:1], "statements": extraction.statements[:1]}
    )


def test_an_article_on_two_pages(store: GraphStore) -> None:
    items = Factory(seed=5, articles=(1, 1)).pages(3)
    load(store, items)
    extraction = items[0][1][0]
    before = dump(store)
    again = (page("/elsewhere/copy.txt", [extraction]), [extraction])
    added = store.add([again], RUN)
    store.finish()
    assert (added.pages, added.articles, added.repeated, added.relations) == (1, 0, 1, 0)
    gone = store.forget(items[0][0].id)
    assert (gone.articles, gone.kept) == (0, 1)
    store.add([items[0]], RUN)
    assert store.forget("copy").kept == 1
    assert dump(store) == before


def _variants(extraction: Extraction) -> list[Extraction]:
    """The same article in texts that fold alike: offsets, and so statements and evidence, differ."""
    found = [extraction]
    for pad in ("\n\n", "* "):
        article = extraction.article
        text = pad + article.text
        assert article_id(text, article.publisher, article.published_on) == article.id
        n = len(pad)

        def moved(value: object, n: int = n) -> object:
            return value.model_copy(update={"start": value.start + n, "end": value.end + n})  # type: ignore[attr-defined]

        found.append(
            Extraction(
                page=extraction.page,
                article=article.model_copy(update={"text": text}),
                actors=tuple(
                    a.model_copy(update={"mentions": tuple(moved(m) for m in a.mentions)}) for a in extraction.actors
                ),
                relations=tuple(r.model_copy(update={"evidence": moved(r.evidence)}) for r in extraction.relations),
                statements=tuple(moved(s) for s in extraction.statements),
            )
        )
    return found


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_texts_that_fold_alike(store: GraphStore, order: tuple[int, ...]) -> None:
    (item,) = Factory(seed=6, articles=(1, 1)).pages(1)
    pages = [(page(f"/v/{n}.txt", [e]), [e]) for n, e in enumerate(_variants(item[1][0]))]
    load(store, pages)
    right = dump(store)
    alone = {}
    clear(store)
    for n in range(3):
        load(store, [pages[n]])
        alone[n] = dump(store)
        clear(store)
    load(store, [pages[n] for n in order], 1)
    assert dump(store) == right
    assert list(store.check()) == []
    for n in (0, 1):
        store.forget(f"/v/{n}.txt")
    assert dump(store) == alone[2]


def test_two_lines_of_one_id(store: GraphStore) -> None:
    one, other = (Factory(seed=n, articles=(1, 1)).pages(1)[0][1] for n in (7, 8))
    first = page("news.jsonl:1", one, is_article=True, id="outlet:1")
    second = page("more.jsonl:9", other, is_article=True, id="outlet:1")
    load(store, [(first, one)])
    before = dump(store)
    (problem,) = store.add([(second, other)], RUN).problems
    assert "outlet:1" in str(problem)
    assert "news.jsonl:1" in str(problem)
    assert "more.jsonl:9" in str(problem)
    assert dump(store) == before
    clear(store)
    assert len(store.add([(first, one), (second, other)], RUN).problems) == 1
    store.finish()
    assert dump(store) == before


def test_a_file_that_changed(store: GraphStore) -> None:
    old, new = (Factory(seed=n, articles=(1, 1)).pages(1)[0][1] for n in (9, 10))
    load(store, [(page("/n/a.txt", new), new)])
    right = dump(store)
    clear(store)
    load(store, [(page("/n/a.txt", old), old)])
    load(store, [(page("/n/a.txt", new), new)])
    assert dump(store) == right


def test_forget_names(store: GraphStore) -> None:
    items = Factory(seed=11, articles=(1, 1)).pages(2)
    twin = (page("/other/000001.txt", items[1][1]), items[1][1])
    load(store, [*items, twin])
    with pytest.raises(StoreError, match=r"/news/11/000001\.txt.*/other/000001\.txt"):
        store.forget("000001")
    with pytest.raises(StoreError, match="nowhere is no page"):
        store.forget("nowhere")
    assert store.forget("000000").page == items[0][0].id
    assert store.forget("other/000001.txt").page == twin[0].id


def test_a_load_that_was_cut_off(opener: Opener) -> None:
    """Nothing of a load's end is lost when the next opening does it instead."""
    items = Factory(seed=12, people=4).pages(25)
    store = opener()
    load(store, items)
    right = dump(store)
    clear(store)
    for at in range(0, len(items), 5):
        store.add(items[at : at + 5], RUN)
    assert any("waits" in line for line in store.check())
    store.close()
    store = opener()
    assert dump(store) == right
    assert list(store.check()) == []


def test_check_finds_what_is_wrong(store: GraphStore) -> None:
    """Each kind of damage, done behind the store's back, is told; the line names what."""
    items = Factory(seed=13, relations=(5, 9)).pages(6)
    for damage, told in (
        ("MATCH (c:Claim)<-[:OF]-(e:Evidence) WITH c, e ORDER BY c.id LIMIT 1 DETACH DELETE e", "no Evidence"),
        ("MATCH (c:Claim) WITH c ORDER BY c.id LIMIT 1 DETACH DELETE c", "has no Claim"),
        ("MATCH ()-[r:MET|URGED|ACCUSED|VISITED]->() WITH r ORDER BY r.id LIMIT 1 DELETE r", "no edge"),
        (
            "MATCH ()-[r:MET|URGED|ACCUSED|VISITED]->() WITH r ORDER BY r.id LIMIT 1 SET r.reports = 77",
            "is not its Claim",
        ),
        ("MATCH (c:Claim) WITH c ORDER BY c.id LIMIT 1 SET c.told = 99", "told is 99"),
        ("MATCH (c:Claim) WITH c ORDER BY c.id LIMIT 1 SET c.stale = true", "waits"),
        ("MATCH (n:Entity) WITH n ORDER BY n.id LIMIT 1 SET n.aliases = ['x']", "aliases"),
        ("MATCH (a:Article) WITH a ORDER BY a.id LIMIT 1 MATCH (a)-[h:PART_OF]->() DELETE h", "on no page"),
        ("MATCH (s:Statement)<-[h:SAID]-() WITH h LIMIT 1 DELETE h", "no speaker"),
        ("MATCH (c:Claim) WITH c ORDER BY c.id LIMIT 1 SET c.subject = 'person/nobody'", "not there"),
    ):
        load(store, items)
        assert list(store.check()) == []
        store._writer.execute_query(damage, database_=store._database)
        assert any(told in line for line in store.check()), damage
        wipe(store)
