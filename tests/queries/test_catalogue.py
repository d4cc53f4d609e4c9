"""Every canned query is documented, parameterised, and ends in a total order."""

from __future__ import annotations

import re

import pytest

from kg.errors import QueryError
from kg.model import RELATION_TYPES
from queries import SET_BY_US, TELL, Query, catalogue, find

PROMISED = """
    demanded-withdrawal visits meetings sanctions statements-by-actor statements-about-actor officials-of-country
    agreements-and-parties timeline-of-actor evidence-for-relation contested-claims who-denies-what attacks
    accusations deployments actors who-met-whom
"""
ALL = list(catalogue().values())
TELLING = [query for query in ALL if "evidence" in {column.name for column in query.columns}]


def body(query: Query) -> str:
    return "\n".join(line for line in query.cypher.splitlines() if not line.startswith("//"))


def test_all_that_was_promised_is_there() -> None:
    assert set(PROMISED.split()) <= set(catalogue())


@pytest.mark.parametrize("query", ALL, ids=lambda q: q.name)
def test_documented(query: Query) -> None:
    assert query.title
    assert query.description.endswith(".")
    for one in (*query.parameters, *query.columns):
        assert len(one.description) > 5, one.name
    names = [column.name for column in query.columns]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("query", ALL, ids=lambda q: q.name)
def test_takes_only_parameters_that_it_declares(query: Query) -> None:
    declared = {p.name for p in query.parameters} | {f"{p.name}_self" for p in query.parameters if p.type == "actor"}
    used = set(re.findall(r"\$(\w+)", body(query)))
    assert used <= declared | set(SET_BY_US)
    assert {p.name for p in query.parameters} <= used


@pytest.mark.parametrize("query", ALL, ids=lambda q: q.name)
def test_is_plain_cypher_that_only_reads(query: Query) -> None:
    assert not re.search(r"\b(apoc|CREATE|MERGE|SET|DELETE|REMOVE|LOAD|CALL [a-z])", body(query))


@pytest.mark.parametrize("query", ALL, ids=lambda q: q.name)
def test_ends_in_a_total_order(query: Query) -> None:
    last = query.cypher.rstrip().rpartition("ORDER BY ")[2]
    assert "\n" not in last, "the order is the last line"
    terms = re.split(r", (?![^(]*\))", last)
    unique = {"claim", "id", "statement", "other_id", "coalesce(denier_id, '')", "rank", "asserted_claim"}
    assert terms[-1] in unique
    # Nulls stand where the two databases put them differently, unless they are named.
    for term in terms:
        if re.match(r"(date|seen|published_on|c\.|d\.|denier_id)", term):
            pytest.fail(f"{term} may be null")


@pytest.mark.parametrize("query", TELLING, ids=lambda q: q.name)
def test_a_row_that_tells_a_relation_carries_its_source(query: Query) -> None:
    names = {column.name for column in query.columns}
    needed = {"evidence", "article", "article_id", "page", "publisher", "date", "mark", "date_basis", "status", "basis"}
    assert needed | {"claimants", "through"} <= names


def test_queries_of_one_kind_choose_and_tell_alike() -> None:
    """The text is repeated so that each file runs as it stands; it must not drift apart."""
    kinds = "|".join(RELATION_TYPES)
    texts: dict[str, set[str]] = {}
    for query in ALL:
        if query.name in ("relations", "positions", "officials-of-country"):
            continue
        if {p.name for p in query.parameters} == {"subject", "object"}:
            undirected = "NOT (s.id IN $object" in query.cypher
            texts.setdefault(str(undirected), set()).add(re.sub(rf"\b({kinds})\b", "TYPE", body(query)))
    assert {kind: len(found) for kind, found in texts.items()} == {"True": 1, "False": 1}


def test_counting_runs_what_chooses_and_nothing_that_tells() -> None:
    for query in ALL:
        assert query.cypher.count(f"\n{TELL}\n") == 1
        assert "Evidence" not in query.counting or query.name == "evidence-for-relation"


@pytest.mark.parametrize(
    ("name", "hint"),
    [("visit", "visits"), ("Visits", "visits"), ("meeting", "meetings"), ("denies", "who-denies-what")],
)
def test_an_unknown_query_names_the_nearest(name: str, hint: str) -> None:
    with pytest.raises(QueryError, match=hint):
        find(name)


def test_file_names_are_names_too() -> None:
    assert find("who_met_whom.cypher") is find("who-met-whom")


@pytest.mark.parametrize(
    ("name", "given", "says"),
    [
        ("visits", {"subjet": "x"}, "it takes subject, object"),
        ("statements-by-actor", {}, "needs actor"),
        ("contested-claims", {"within": "soon"}, "a whole number"),
        ("contested-claims", {"within": "-1"}, "between 0 and"),
        ("relations", {"type": "VISITS"}, "VISITED"),
        ("visits", {"subject": "  "}, "is empty"),
    ],
)
def test_a_wrong_parameter_is_named(name: str, given: dict[str, object], says: str) -> None:
    with pytest.raises(QueryError, match=says):
        find(name).bind(given)


def test_parameters_get_their_types() -> None:
    assert find("contested-claims").bind({"within": "7", "type": "deployed-in"}) == {
        "subject": None,
        "object": None,
        "type": "DEPLOYED_IN",
        "within": 7,
    }
