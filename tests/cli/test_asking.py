"""kg query, cypher, show, export, check, forget on the small world."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg import Graph
from queries import catalogue
from tests.cli.conftest import Run
from tests.graph import made
from tests.graph.worlds import filled


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_without_a_name_all_queries_are_listed(kg: Run) -> None:
    ran = kg("query")
    assert ran.code == 0
    assert all(name in ran.out for name in catalogue())
    assert [one["name"] for one in lines(kg("query", "--json").out)] == list(catalogue())


def test_a_query_tells_what_it_takes_and_gives(kg: Run) -> None:
    out = kg("query", "contested-claims", "--about").out
    assert "-p within=…  (int, default 31)" in out
    assert "asserted_evidence: the sentence that asserts" in out
    (about,) = lines(kg("query", "visits", "--about", "--json").out)
    assert [one["name"] for one in about["parameters"]] == ["subject", "object"]


def test_rows_as_json(kg: Run, store: Path) -> None:
    ran = kg("query", "demanded-withdrawal", "-p", "subject=إيران", "--json", "--store", store)
    (row,) = lines(ran.out)
    assert (row["subject"], row["object"], row["through"]) == ("محمد باقري", "تركيا", "محمد باقري")
    assert ran.err == ""


def test_rows_as_a_table_in_logical_order(kg: Run, store: Path) -> None:
    ran = kg("--store", store, "query", "visits")
    assert ran.code == 0
    assert "محمد باقري" in ran.out
    assert "زار باقري دمشق — وكالة، p1.txt" in ran.out
    assert "both: سوريا" in ran.out
    assert "claim/" not in ran.out
    assert ran.out.rstrip().endswith("2 rows")


def test_the_environment_names_the_store(kg: Run, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = kg("query", "visits")
    assert before.code == 1
    monkeypatch.chdir(store.parent)
    assert kg("query", "visits").code == 0


def test_a_table_says_what_it_leaves_out(kg: Run, store: Path) -> None:
    assert "2 of 12 rows; --limit 0 shows all" in kg("query", "relations", "-n", "2", "--store", store).out
    narrowed = kg("query", "meetings", "--since", "2000", "--store", store)
    assert "1 row without a date left out" in narrowed.out
    as_json = kg("query", "meetings", "--since", "2000", "--json", "--store", store)
    assert len(lines(as_json.out)) == 1
    assert "1 row without a date left out" in as_json.err


def test_a_publication_date_is_marked(kg: Run, store: Path) -> None:
    assert "2019-03-20~" in kg("query", "deployments", "--store", store).out
    assert "no rows" in kg("query", "deployments", "--dated", "--store", store).out


def test_columns(kg: Run, store: Path) -> None:
    out = kg("query", "visits", "--columns", "object,date", "--json", "--store", store).out
    assert lines(out)[0] == {"object": "دمشق", "date": "2019-03-17"}
    wrong = kg("query", "visits", "--columns", "colour", "--store", store)
    assert (wrong.code, len(wrong.complaints)) == (2, 1)


def test_show(kg: Run, store: Path) -> None:
    out = kg("show", "Mohammad Bagheri", "--store", store).out
    assert out.startswith("محمد باقري (Mohammad Bagheri)\n  person, person/mohammad-bagheri\n  also: باقري\n")
    assert "رئيس هيئة الأركان — إيران" in out
    assert "«طالب باقري القوات التركية بالانسحاب» — وكالة، p1.txt" in out
    assert out.index("2018-05-23") < out.index("VISITED دمشق") < out.index("روسيا MET")


def test_show_as_json(kg: Run, store: Path) -> None:
    rows = lines(kg("show", "باقري", "--json", "--store", store).out)
    assert [row["what"] for row in rows[:2]] == ["actor", "position"]
    assert {row["what"] for row in rows[2:]} == {"relation", "statement"}
    assert rows[0]["id"] == "person/mohammad-bagheri"


def test_show_filters(kg: Run, store: Path) -> None:
    out = kg("show", "باقري", "--until", "2018", "--store", store).out
    assert "MET" in out
    assert "VISITED" not in out
    assert "1 without a date left out" in out


def test_several_bearers_are_listed(kg: Run, store: Path) -> None:
    ran = kg("show", "الأسد", "--store", store)
    assert ran.code == 2
    assert [line.split()[0] for line in ran.out.splitlines()] == ["person/bashar-al-assad", "person/rifaat-al-assad"]
    assert len(ran.complaints) == 1
    assert next(one["id"] for one in lines(kg("show", "الأسد", "--json", "--store", store).out)).endswith(
        "bashar-al-assad"
    )
    asked = kg("query", "visits", "-p", "subject=الأسد", "--store", store)
    assert asked.code == 2
    assert "person/rifaat-al-assad" in asked.complaints[0]


def test_an_unknown_actor_names_the_nearest(kg: Run, store: Path) -> None:
    ran = kg("show", "بشار الأسدي", "--store", store)
    assert ran.code == 2
    assert "بشار الأسد" in ran.complaints[0]


def test_cypher(kg: Run, store: Path) -> None:
    ran = kg("cypher", "MATCH (n:Page) WHERE n.stem <> $stem RETURN n.stem AS stem ORDER BY stem", "-p", "stem=p1",
             "--json", "--store", store)  # fmt: skip
    assert lines(ran.out) == [{"stem": "p2"}, {"stem": "p3"}]
    assert "3 rows" in kg("cypher", "UNWIND $n AS x RETURN x", "-p", "n=[1,2,3]", "--store", store).out
    wrong = kg("cypher", "MATCH (n RETURN n", "--store", store)
    assert (wrong.code, len(wrong.complaints)) == (2, 1)
    write = kg("cypher", "MATCH (n) DETACH DELETE n", "--store", store)
    assert write.code == 2
    assert lines(kg("cypher", "MATCH (n:Page) RETURN count(n) AS n", "--json", "--store", store).out) == [{"n": 3}]


def test_export(kg: Run, store: Path, tmp_path: Path) -> None:
    (done,) = lines(kg("export", tmp_path / "a.gexf", "--json", "--store", store).out)
    assert done["edges"] > 0
    assert (tmp_path / "a.gexf").read_bytes().startswith(b"<?xml")
    assert "graph.jsonl" in kg("export", tmp_path / "graph.jsonl", "--store", store).out
    wrong = kg("export", tmp_path / "a.doc", "--store", store)
    assert (wrong.code, len(wrong.complaints)) == (1, 1)


def test_check_and_forget(kg: Run, tmp_path: Path) -> None:
    with Graph.open(path=tmp_path / "db") as graph:
        filled(graph)
    assert kg("check", "--store", tmp_path / "db").out == "all is well\n"
    assert "1 article taken out" in kg("forget", "p3", "--store", tmp_path / "db").out
    again = kg("forget", "p3", "--store", tmp_path / "db")
    assert (again.code, len(again.complaints)) == (1, 1)
    assert len(lines(kg("query", "meetings", "--json", "--store", tmp_path / "db").out)) == 1


def test_check_tells_what_is_wrong(kg: Run, tmp_path: Path) -> None:
    with Graph.open(path=tmp_path / "db") as graph:
        filled(graph)
        graph.store._write(lambda tx: tx.run("MATCH ()-[r:PARTY_TO]->() DELETE r").consume())
    ran = kg("check", "--store", tmp_path / "db")
    assert ran.code == 1
    assert len(ran.out.splitlines()) == 1
    assert len(ran.complaints) == 1


HOSTILE = "إيران\u202e\x1b[31m\x07\u2066 =1+1 <b>"


def test_text_that_steers_is_made_inert(kg: Run, tmp_path: Path) -> None:
    sentence = f"زار {HOSTILE} تركيا"
    world = {**made.WORLD, "organization/x": {"type": "organization", "name": HOSTILE}}
    with Graph.open(path=tmp_path / "db") as graph:
        graph.store.add(
            [made.page("h", [(sentence, "organization/x", "ACCUSED", "country/tur")], world=world)], made.RUN
        )
        graph.store.finish()
    table = kg("query", "accusations", "--store", tmp_path / "db").out
    shown = kg("show", "TUR", "--store", tmp_path / "db").out
    as_json = kg("query", "accusations", "--json", "--store", tmp_path / "db").out
    for out in (table, shown, as_json):
        assert not {"\x1b", "\x07", "\u202e", "\u2066"} & set(out)
    assert "\\u202e" in shown
    assert lines(as_json)[0]["evidence"] == sentence
