"""The table of scores, and the trivial reader that it compares with."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from kg.scoring import Scores
from tools import baseline, scores
from tools.documents import put


def page(id: str, text: str, **actors: str) -> dict[str, Any]:
    named = [{"id": name, "type": type, "names": [name.replace("_", " ")]} for name, type in actors.items()]
    return {"id": id, "text": text, "actors": named, "relations": [], "statements": []}


FIRST = page("p1", "سافر سامي الورد.", سامي_الورد="person", نخلستان="country")
SECOND = page("p2", "زار سامي الورد نخلستان. وقال سامي الورد إن الطريق آمن.", سامي_الورد="person")


def test_the_trivial_reader_finds_strings_of_other_pages() -> None:
    read = baseline.extract([FIRST, SECOND], SECOND)
    assert [(a["type"], a["name"]) for a in read["actors"]] == [("person", "سامي الورد"), ("country", "نخلستان")]
    (visit,) = read["relations"]
    assert (visit["type"], visit["status"], visit["date"]) == ("VISITED", "asserted", None)
    assert visit["evidence"]["text"] in SECOND["text"]
    assert [s["act"] for s in read["statements"]] == []  # a clitic on the verb is beyond it


def test_the_trivial_reader_never_looks_at_the_page_s_own_annotation() -> None:
    assert baseline.extract([SECOND], SECOND)["actors"] == []


def test_the_table_tells_both_readers_and_the_day() -> None:
    ours, theirs = Scores(), Scores()
    ours.tallies["actors"].add(9, 1, 1)
    theirs.tallies["actors"].add(1, 1, 1)
    measured = [(scores.SETS[0], 5, ours.report(), theirs.report())]
    text = scores.part(measured, dt.date(2026, 1, 2))
    assert "2026-01-02" in text
    assert "seeds (5)" in text
    assert "| actors, F1 | **0.90** / 0.50 |" in text
    assert "| date, accuracy | **–** / – |" in text  # nothing to compare


def test_a_part_is_put_between_its_marks_and_nowhere_else() -> None:
    text = "a\n<!-- x: begin (by y) -->\nold\n<!-- x: end -->\nb\n"
    assert put(text, "x", "new\n") == "a\n<!-- x: begin (by y) -->\nnew\n<!-- x: end -->\nb\n"
    with pytest.raises(ValueError, match="not one part 'z'"):
        put(text, "z", "new")
