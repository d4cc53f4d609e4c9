"""What the canned queries answer about the small world of tests/graph/made.py."""

from __future__ import annotations

from typing import Any

import pytest

from kg import Graph
from kg.errors import QueryError
from queries import catalogue


def short(rows: Any, *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(row[column] for column in columns) for row in rows]


def test_demands_of_a_country_take_in_those_who_act_for_it(world: Graph) -> None:
    rows = list(world.query("demanded-withdrawal", subject="إيران"))
    assert short(rows, "subject", "object", "date", "through") == [("محمد باقري", "تركيا", "2019-03-17", "محمد باقري")]
    assert rows[0]["evidence"] == "طالب باقري القوات التركية بالانسحاب"
    assert rows[0]["article"] == "عنوان p1"
    assert rows[0]["page"] == "/made/p1.txt"


def test_an_opponent_of_a_country_does_not_act_for_it(world: Graph) -> None:
    assert list(world.query("demanded-withdrawal", subject="سوريا")) == []
    assert short(world.query("demanded-withdrawal", subject="الخطيب"), "object", "through") == [("إيران", None)]


def test_without_rollup_a_country_is_only_itself(world: Graph) -> None:
    assert list(world.query("demanded-withdrawal", subject="إيران", rollup=False)) == []


def test_places_belong_to_their_country(world: Graph) -> None:
    rows = list(world.query("visits", object="Syria"))
    assert short(rows, "subject", "object", "through") == [("محمد باقري", "دمشق", "دمشق")]


def test_a_coarser_dating_is_counted_into_the_finer(world: Graph) -> None:
    (row,) = world.query("visits", object="دمشق")
    assert (row["date"], row["reports"], row["basis"], row["claimants"]) == ("2019-03-17", 2, "both", ["سوريا"])
    (meeting,) = world.query("meetings", subject="بشار الأسد")
    assert (meeting["date"], meeting["reports"]) == ("2018-05-23", 2)


def test_two_finer_datings_leave_the_coarser_alone(tmp_path: Any) -> None:
    from tests.graph import made

    iran, syria = "country/irn", "country/syr"
    told = [(f"زيارة {date}", iran, "VISITED", syria, {"date": date}) for date in ("2019", "2019-02-01", "2019-02-09")]
    month = ("زيارة أخرى", iran, "VISITED", syria, {"date": "2018-02"})
    with Graph.open(path=tmp_path / "db") as graph:
        graph.store.add([made.page("a", told), made.page("b", [month])], made.RUN)
        graph.store.finish()
        assert short(graph.query("visits"), "date", "reports") == [
            ("2019-02-09", 1), ("2019-02-01", 1), ("2019", 1), ("2018-02", 1),
        ]  # fmt: skip


def test_meetings_have_no_direction(world: Graph) -> None:
    for asked, other in (("باقري", "بشار الأسد"), ("بشار الأسد", "محمد باقري")):
        (row,) = world.query("meetings", subject=asked, object=other)
        assert row["object"] == other
    (russia,) = world.query("meetings", object="باقري", subject="روسيا")
    assert russia["subject"] == "روسيا"


def test_two_who_are_both_asked_for_meet_once(tmp_path: Any) -> None:
    from tests.graph import made

    told = ("التقى باقري المسؤولين", "person/mohammad-bagheri", "MET", "country/irn", {"date": "2019"})
    with Graph.open(path=tmp_path / "db") as graph:
        graph.store.add([made.page("a", [told])], made.RUN)
        graph.store.finish()
        for query in ("meetings", "who-met-whom"):
            parameter = "subject" if query == "meetings" else "actor"
            assert len(list(graph.query(query, **{parameter: "إيران"}))) == 1  # type: ignore[arg-type]


def test_publication_stands_in_for_a_date_and_is_marked(world: Graph) -> None:
    rows = short(world.query("deployments"), "date", "mark", "date_basis", "status")
    assert rows == [("2019-03-20", "~", "publication", "asserted"), ("2019-03-18", "~", "publication", "denied")]
    assert list(world.query("deployments", dated=True)) == []
    assert world.query("deployments", dated=True).left_out() == 2


def test_what_has_no_date_comes_only_without_a_date_filter(world: Graph) -> None:
    assert len(list(world.query("meetings"))) == 2
    narrowed = world.query("meetings", since="2000")
    assert short(narrowed, "date") == [("2018-05-23",)]
    assert narrowed.left_out() == 1
    assert world.query("meetings").left_out() == 0


def test_a_period_overlaps(world: Graph) -> None:
    for since, until, count in (("2013-05", "2013-06", 1), ("2014", "2018", 0), (None, "2013-01-01", 1)):
        assert len(list(world.query("demanded-withdrawal", since=since, until=until))) == count


def test_filters(world: Graph) -> None:
    assert short(world.query("deployments", status="denied"), "subject") == [("إيران",)]
    assert short(world.query("deployments", basis="narrated"), "status") == [("asserted",)]
    assert short(world.query("deployments", basis="claimed"), "status") == [("denied",)]
    assert list(world.query("deployments", min_score=0.95)) == []
    assert len(list(world.query("relations", limit=3))) == 3
    assert world.query("relations", limit=3).total() == len(list(world.query("relations")))


def test_contested(world: Graph) -> None:
    (row,) = world.query("contested-claims")
    assert (row["subject"], row["object"], row["claimants"]) == ("إيران", "سوريا", ["إيران"])
    assert (row["evidence"], row["asserted_evidence"]) == ("نفت إيران أن تكون لها قوات", "لإيران قوات في سوريا")
    assert list(world.query("contested-claims", within=1)) == []
    assert len(list(world.query("contested-claims", object="SYR", type="DEPLOYED_IN"))) == 1
    assert list(world.query("contested-claims", type="VISITED")) == []


def test_denials(world: Graph) -> None:
    rows = short(world.query("who-denies-what", actor="Iran"), "denier", "what", "type", "object", "evidence")
    assert rows == [
        ("إيران", "relation", "DEPLOYED_IN", "سوريا", "نفت إيران أن تكون لها قوات"),
        ("إيران", "statement", None, "سوريا", "وجود أي قوات"),
    ]
    assert list(world.query("who-denies-what", actor="تركيا")) == []


def test_statements(world: Graph) -> None:
    (row,) = world.query("statements-by-actor", actor="باقرى")
    assert (row["text"], row["about"], row["via"]) == ("على القوات أن تنسحب", ["تركيا", "سوريا"], "وكالة تسنيم")
    both = world.query("statements-by-actor", actor="إيران")
    assert sorted(short(both, "speaker", "through"), key=str) == [("إيران", None), ("محمد باقري", "محمد باقري")]
    assert len(list(world.query("statements-about-actor", actor="سوريا"))) == 2
    assert short(world.query("statements-about-actor", actor="سوريا", act="deny"), "speaker") == [("إيران",)]
    assert short(world.query("statements-about-actor", actor="سوريا", since="2019-03-18"), "date", "mark") == [
        ("2019-03-18", "~")
    ]


def test_officials_are_those_of_the_state(world: Graph) -> None:
    rows = list(world.query("officials-of-country", country="إيران"))
    assert short(rows, "subject", "title", "former") == [("محمد باقري", "رئيس هيئة الأركان", False)]
    (row,) = world.query("positions", subject="الخطيب")
    assert (row["object"], row["former"]) == ("وكالة تسنيم", True)


def test_a_timeline_is_in_order_of_time_and_undated_last(world: Graph) -> None:
    rows = list(world.query("timeline-of-actor", actor="باقري"))
    dates = [row["date"] for row in rows]
    assert dates == [*sorted(date for date in dates if date), None]
    assert {row["what"] for row in rows} == {"relation", "statement"}
    (visit,) = [row for row in rows if row["type"] == "VISITED"]
    assert (visit["basis"], visit["claimants"]) == ("both", ["سوريا"])
    relations = world.query("timeline-of-actor", actor="باقري", status="asserted")
    assert {row["what"] for row in relations} == {"relation"}


def test_every_report_of_a_relation(world: Graph) -> None:
    rows = list(world.query("evidence-for-relation", subject="باقري", type="VISITED"))
    assert short(rows, "date", "evidence", "claimants") == [
        ("2019-03", "زار باقري دمشق في آذار", ["سوريا"]),
        ("2019-03-17", "زار باقري دمشق", []),
    ]
    (one,) = world.query("evidence-for-relation", claim=rows[1]["claim"])
    assert one["id"] == rows[1]["id"]
    assert (
        len(list(world.query("evidence-for-relation", subject="بشار الأسد", object="باقري"))) == 2
    )  # as MET has no direction
    assert len(list(world.query("evidence-for-relation"))) == 14


def test_pairs_by_number_of_meetings(world: Graph) -> None:
    rows = short(world.query("who-met-whom", actor="باقري"), "actor", "other", "meetings", "evidence")
    assert ("محمد باقري", "بشار الأسد", 1, "التقى باقري الأسد") in rows
    assert list(world.query("who-met-whom", least=2)) == []


def test_search_finds_any_spelling(world: Graph) -> None:
    for text in ("الاسد", "أسد", "assad"):
        assert "بشار الأسد" in [row["name"] for row in world.query("actors", text=text)], text
    assert short(world.query("actors", text="الأسد", type="country"), "name") == []


@pytest.mark.parametrize("text", ["القرار (2254)", "AND", '"', "*", "-", "a' OR 1=1 //", "}) RETURN 1"])
def test_what_people_type_is_never_syntax(world: Graph, text: str) -> None:
    assert list(world.query("actors", text=text)) == []
    with pytest.raises(QueryError, match="there is no actor"):
        world.query("visits", subject=text)


def test_a_filter_that_a_query_does_not_know_is_refused(world: Graph) -> None:
    with pytest.raises(QueryError, match="knows no filter status"):
        world.query("statements-by-actor", actor="باقري", status="denied")


def test_rows_have_the_documented_columns(world: Graph) -> None:
    given: dict[str, dict[str, Any]] = {
        "actors": {"text": "الأسد"},
        "officials-of-country": {"country": "إيران"},
        "statements-by-actor": {"actor": "باقري"},
        "statements-about-actor": {"actor": "سوريا"},
        "timeline-of-actor": {"actor": "سوريا"},
    }
    seen = set()
    for query in catalogue().values():
        for row in world.query(query.name, **given.get(query.name, {})):
            assert set(row) == {column.name for column in query.columns}, query.name
            seen.add(query.name)
    assert len(seen) >= 15
