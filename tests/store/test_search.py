"""The same hits on both engines, in the same order, whatever stands in the query."""

from __future__ import annotations

import pytest

from kg.errors import QueryError
from kg.model import Actor, Article, Extraction, Statement, article_id, statement_id
from kg.store import GraphStore
from kg.store.search import forms, lucene, words
from tests.store.factory import RUN, page

NAMES = {
    "country/irn": "إيران",
    "person/baqeri": "محمد باقري",
    "person/ali": "علی کریمی",  # Persian letters
    "place/tehran": "Téhéran",
    "agreement/2254": "القرار (2254)",
    "organization/and": "AND OR NOT",
    "organization/syrian": "الائتلاف السوري",
    "organization/long": "مجلس القرار الأعلى في إيران",
}


def graph(store: GraphStore) -> None:
    text = " . ".join(NAMES.values())
    article = Article(id=article_id(text, None, "2019-01-01"), segment="main", title="t", text=text,
                      published_on="2019-01-01")  # fmt: skip
    kinds = {"organization": "organization", "country": "country", "person": "person", "place": "place"}
    actors = [
        Actor(id=id_, type=kinds.get(id_.split("/")[0], "agreement"), name=name, names=(name,),  # type: ignore[arg-type]
              iso="IRN" if id_.startswith("country") else None)
        for id_, name in NAMES.items()
    ]  # fmt: skip
    said = [
        Statement(id=statement_id(article, "person/ali", text.index(name), text.index(name) + len(name)), kind="direct",
                  speaker="person/ali", act="say", start=text.index(name), end=text.index(name) + len(name), text=name,
                  date=date, by="t", score=1)
        for name, date in (("إيران", "2019-01-02"), ("مجلس القرار الأعلى في إيران", "2019-01-03"))
    ]  # fmt: skip
    extraction = Extraction(page="p", article=article, actors=tuple(actors), statements=tuple(said))
    store.add([(page("/s/p.txt", [extraction]), [extraction])], RUN)
    store.finish()


def test_hits(store: GraphStore) -> None:
    graph(store)
    iran = ["country/irn", "organization/long"]
    expected = {
        "إيران": iran,
        "ايران": iran,
        "وإيران": iran,
        "بإيران": iran,
        "الإيران": iran,
        "إِيـران": iran,
        "محمد": ["person/baqeri"],
        "باقرى": ["person/baqeri"],
        "محمد ايران": [],
        "علي كريمي": ["person/ali"],
        "teheran": ["place/tehran"],
        "TÉHÉRAN": ["place/tehran"],
        "Te\u0301he\u0301ran": ["place/tehran"],
        "القرار (2254)": ["agreement/2254"],
        "القرار (٢٢٥٤)": ["agreement/2254"],
        "قرار": ["agreement/2254", "organization/long"],
        "للقرار": ["agreement/2254", "organization/long"],
        "AND": ["organization/and"],
        "OR NOT": ["organization/and"],
        "السوري": ["organization/syrian"],
        "سوري": ["organization/syrian"],
        '"': [],
        "*": [],
        "-": [],
        "": [],
        "ايران*": iran,
        "-ايران": iran,
        '"ايران': iran,
        "name:ايران": [],
        "ايران~": iran,
        "[ايران TO ايران]": [],
        "\\": [],
        "ايران && محمد": [],
    }
    for text, ids in expected.items():
        assert [row["id"] for row in store.search(text)] == ids, text
    assert [row["date"] for row in store.search("ايران", "Statement")] == ["2019-01-03", "2019-01-02"]
    assert [row["date"] for row in store.search("ايران", "Statement", limit=1)] == ["2019-01-03"]
    with pytest.raises(QueryError, match="Claim"):
        store.search("ايران", "Claim")  # type: ignore[arg-type]


def test_words() -> None:
    assert words("Ménage à « trois »، عَلِيّ") == ["menage", "a", "trois", "علي"]
    assert forms("وبالقرار") == ("وبالقرار", "بالقرار", "القرار", "قرار")
    assert forms("للقوات") == ("للقوات", "قوات")
    assert forms("بلد") == ("بلد",)
    assert lucene('"*-()') is None
    assert lucene("القرار 2254") == "+(القرار قرار) +(2254)"
