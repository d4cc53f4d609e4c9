"""The Python API, on the small world and on the five seeds."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

import kg
from kg import Filters, Graph
from kg.errors import PageError, QueryError, StoreError
from kg.model import Page
from kg.resolve import AmbiguousActor, UnknownActor
from tests.graph import made

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def test_all_is_complete_and_sorted() -> None:
    assert kg.__all__ == sorted(kg.__all__)
    assert all(hasattr(kg, name) for name in kg.__all__)
    with pytest.raises(AttributeError):
        _ = kg.nothing  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "name", ["باقري", "محمد باقرى", "Mohammad Bagheri", "mohammad  BAGHERI", "person/mohammad-bagheri"]
)
def test_an_actor_by_any_name(world: Graph, name: str) -> None:
    actor = world.actor(name)
    assert (actor.id, actor.name, actor.country, actor.acts_for) == (
        "person/mohammad-bagheri", "محمد باقري", "IRN", "IRN",
    )  # fmt: skip


@pytest.mark.parametrize("name", ["إيران", "ايران", "Iran", "IRN", "irn"])
def test_a_country_by_any_name(world: Graph, name: str) -> None:
    assert world.actor(name).iso == "IRN"


def test_what_is_known_of_an_actor(world: Graph) -> None:
    actor = world.actor("باقري")
    assert [row["text"] for row in actor.statements()] == ["على القوات أن تنسحب"]
    assert [row["title"] for row in actor.positions()] == ["رئيس هيئة الأركان"]
    assert {row["type"] for row in actor.relations(since="2019")} == {
        "VISITED",
        "DEMANDED_WITHDRAWAL",
        "HOLDS_POSITION",
    }
    assert [row["subject"] for row in world.actor("إيران").positions()] == ["محمد باقري"]


def test_a_name_of_several_lists_them(world: Graph) -> None:
    with pytest.raises(AmbiguousActor, match="2, ask for one by its id") as caught:
        world.actor("الأسد")
    assert [one.name for one in caught.value.bearers] == ["بشار الأسد", "رفعت الأسد"]


def test_a_name_of_nobody_names_the_nearest(world: Graph) -> None:
    with pytest.raises(UnknownActor) as caught:
        world.actor("بشار الاسدي")
    assert caught.value.nearest[0] == "بشار الأسد"
    with pytest.raises(UnknownActor):
        world.actor("")


def test_namesakes_that_the_graph_holds_to_be_one_are_asked_for_together(tmp_path: Path) -> None:
    some = {
        **made.WORLD,
        "person/سامي-خلف~": {"type": "person", "name": "سامي خلف"},
        "person/سامي-خلف~irn": {"type": "person", "name": "سامي خلف", "country": "IRN", "country_by": "name"},
    }
    pages = [
        made.page("a", [("زار سامي خلف تركيا", "person/سامي-خلف~", "VISITED", "country/tur")], world=some),
        made.page("b", [("زار سامي خلف سوريا", "person/سامي-خلف~irn", "VISITED", "country/syr")], world=some),
    ]
    with Graph.open(path=tmp_path / "db") as graph:
        graph.store.add(pages, made.RUN)
        graph.store.finish()
        assert len(graph.actor("سامي خلف").ids) == 2
        assert {row["object"] for row in graph.query("visits", subject="سامي خلف")} == {"تركيا", "سوريا"}


def test_what_one_article_knows_by_a_single_word_stands_behind(tmp_path: Path) -> None:
    local = {**made.WORLD, "person/باقري@article1": {"type": "person", "name": "باقري"}}
    pages = [
        made.page("a", [("زار باقري تركيا", "person/باقري@article1", "VISITED", "country/tur")], world=local),
        *made.pages(),
    ]
    with Graph.open(path=tmp_path / "db") as graph:
        graph.store.add(pages, made.RUN)
        graph.store.finish()
        assert graph.actor("باقري").id == "person/mohammad-bagheri"
        assert graph.actor("person/باقري@article1").name == "باقري"


def test_a_listed_actor_goes_before_others_with_the_same_alias(tmp_path: Path) -> None:
    world = {
        **made.WORLD,
        "person/محمد-باقري-زاده~irn": {
            "type": "person",
            "name": "محمد باقري زاده",
            "names": ("محمد باقري زاده", "باقري"),
        },
        "person/مهدي-باقري~syr": {"type": "person", "name": "باقري مهدي", "names": ("باقري مهدي",)},
    }
    told = "زار باقري تركيا, وباقري مهدي, ومحمد باقري زاده"
    people = [ident for ident in world if "باقري" in ident]
    pages = [
        made.page("a", [(told, ident, "VISITED", "country/tur") for ident in people], world=world),
        *made.pages(),
    ]
    with Graph.open(path=tmp_path / "db") as graph:
        graph.store.add(pages, made.RUN)
        graph.store.finish()
        assert graph.actor("باقري").id == "person/mohammad-bagheri"
        assert graph.actor("باقري مهدي").id == "person/مهدي-باقري~syr"


def test_an_alias_that_is_anothers_usual_name_is_of_several(tmp_path: Path) -> None:
    world = {
        **made.WORLD,
        "person/رئيس-الأركان": {"type": "person", "name": "سامي خلف الكبير", "names": ("سامي خلف",)},
        "person/سامي-خلف~syr": {"type": "person", "name": "سامي خلف", "country": "SYR", "country_by": "name"},
    }
    people = [ident for ident in world if world[ident]["name"].startswith("سامي")]
    page = made.page("a", [("زار سامي خلف تركيا", ident, "VISITED", "country/tur") for ident in people], world=world)
    with Graph.open(path=tmp_path / "db") as graph:
        graph.store.add([page], made.RUN)
        graph.store.finish()
        with pytest.raises(AmbiguousActor) as caught:
            graph.actor("سامي خلف")
        assert {one.id for one in caught.value.bearers} == set(people)


def test_cypher_reads(world: Graph) -> None:
    assert list(world.cypher("MATCH (n:Page) RETURN count(n) AS n")) == [{"n": 3}]
    with pytest.raises(QueryError):
        list(world.cypher("CREATE (n:Page {id: 'x'}) RETURN n"))
    with pytest.raises(QueryError):
        list(world.cypher("MATCH (n RETURN n"))


def test_networkx_and_filters(world: Graph) -> None:
    network = world.to_networkx()
    assert network.number_of_nodes() == 11
    assert network.number_of_edges() == 14
    assert world.to_networkx(Filters(status="denied")).number_of_edges() == 1


def test_stats(world: Graph) -> None:
    stats = world.stats()
    assert (stats.pages, stats.articles, stats.statements) == (3, 3, 2)
    assert list(stats.relations.items())[:2] == [("MET", 3), ("VISITED", 3)]
    assert stats.actors == {"country": 4, "person": 4, "agreement": 1, "organization": 1, "place": 1}


def test_rows_that_are_not_read_to_their_end_do_not_hinder_closing(tmp_path: Path) -> None:
    with Graph.open(path=tmp_path / "db") as graph:
        graph.store.add(made.pages(), made.RUN)
        rows, others = graph.query("relations"), graph.cypher("MATCH (n) RETURN n")
        assert next(rows)
        assert next(others)
    assert list(rows) == []
    assert list(others) == []


def test_a_graph_that_is_not_there_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no graph in"):
        Graph.open(path=tmp_path / "db", mode="read")
    assert list(tmp_path.iterdir()) == []


def test_the_environment_names_the_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAWQIF_STORE", str(tmp_path / "there"))
    monkeypatch.chdir(tmp_path)
    with Graph.open() as graph:
        assert graph.stats().pages == 0
    assert [path.name for path in tmp_path.iterdir()] == ["there"]


# The seeds, by the real reader


def exported(graph: Graph, path: Path) -> bytes:
    graph.export(path)
    return path.read_bytes()


def test_seeds_twice_in_any_order_in_any_number_of_processes(tmp_path: Path) -> None:
    seen: list[Page | PageError] = []
    with Graph.open(path=tmp_path / "one") as graph:
        report = graph.load(SEEDS, progress=seen.append)
        assert (report.read, report.pages, len(seen)) == (5, 5, 5)
        assert report.errors == []
        assert report.articles == graph.stats().articles > 5
        first = exported(graph, tmp_path / "one.jsonl")
        again = graph.load([str(SEEDS)])
        assert (again.read, again.pages, again.articles) == (5, 0, 0)
        assert exported(graph, tmp_path / "again.jsonl") == first
        assert list(graph.check()) == []
    with Graph.open(path=tmp_path / "two") as graph:
        graph.load(sorted(SEEDS.glob("*.txt"), reverse=True), jobs=2)
        assert exported(graph, tmp_path / "two.jsonl") == first


def test_what_is_forgotten_leaves_what_the_others_brought(tmp_path: Path) -> None:
    pages = sorted(SEEDS.glob("*.txt"))
    with Graph.open(path=tmp_path / "a") as graph:
        graph.load(pages)
        assert graph.forget(pages[0].name).page == str(pages[0])
        both = exported(graph, tmp_path / "a.jsonl")
    with Graph.open(path=tmp_path / "b") as graph:
        graph.load(pages[1:])
        assert exported(graph, tmp_path / "b.jsonl") == both


def test_a_load_can_be_stopped_and_goes_on(tmp_path: Path) -> None:
    with Graph.open(path=tmp_path / "db") as graph:
        report = graph.load(SEEDS, stop=lambda: True)
        assert report.stopped
        assert (report.read, report.pages) == (1, 1)
        assert graph.load(SEEDS).pages == 4


def test_lines_of_json(tmp_path: Path) -> None:
    text = next(SEEDS.glob("001*")).read_text(encoding="utf-8")
    lines = [
        {"id": "1", "title": "عنوان", "text": text, "date": "2019-03-18", "outlet": "o"},
        {"id": "3", "title": "آخر", "text": None},
        {"id": "4", "title": "ثالث", "text": "قالت إيران إنها لن تنسحب.", "date": "٢٠١٨/٢/٣"},
    ]
    path = tmp_path / "news.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, lines)).encode()))
    other = tmp_path / "other.jsonl"
    other.write_text(json.dumps({**lines[0], "id": "2"}))
    with Graph.open(path=tmp_path / "db") as graph:
        report = graph.load(path)
        assert (report.read, report.pages, report.articles, len(report.errors)) == (2, 2, 2, 1)
        report = graph.load(other)
        assert (report.read, report.pages, report.articles, report.repeated) == (1, 1, 0, 1)
