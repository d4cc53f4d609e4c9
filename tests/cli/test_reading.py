"""kg load, extract, evaluate, demo: pages in, by the real reader."""

from __future__ import annotations

import json
from pathlib import Path

from kg.model import Extraction
from tests.cli.conftest import SEEDS, Run


def test_load_tells_what_it_did(kg: Run, tmp_path: Path) -> None:
    ran = kg("load", SEEDS, "--store", tmp_path / "db")
    assert ran.code == 0
    assert ran.out.startswith("read 5 pages in ")
    assert "5 new" in ran.out
    assert "person " in ran.out
    assert "HOLDS_POSITION " in ran.out
    assert ran.err == ""
    report = json.loads(kg("load", SEEDS, "--json", "--store", tmp_path / "db").out)
    assert (report["read"], report["pages"], report["articles"]) == (5, 0, 0)
    assert (report["errors"], report["stopped"]) == ([], False)


def test_extract_prints_extractions(kg: Run) -> None:
    one, two = kg("extract", SEEDS), kg("extract", SEEDS, "--jobs", "2")
    assert one.code == 0
    assert one.out == two.out
    found = [Extraction.model_validate_json(line) for line in one.out.splitlines()]
    assert len({extraction.page for extraction in found}) == 5


def test_evaluate(kg: Run, gold: Path) -> None:
    scores = json.loads(kg("evaluate", gold / "seeds", "--json").out)
    assert len(scores["pages"]) == 5
    assert 0 < scores["actors"]["f1"] <= 1
    ran = kg("evaluate", gold / "seeds", "--pages", next(iter(scores["pages"])))
    assert "in all" in ran.out
    assert "errors by kind" in ran.out


def test_evaluate_without_gold(kg: Run, tmp_path: Path) -> None:
    ran = kg("evaluate", tmp_path)
    assert (ran.code, len(ran.complaints)) == (1, 1)


def test_explain(kg: Run, tmp_path: Path) -> None:
    ran = kg("explain", SEEDS / "000_47a3de8f7783c84c.txt")
    if ran.code == 0:
        assert ran.out
    else:
        assert (ran.code, len(ran.complaints)) == (1, 1)
    missing = kg("explain", tmp_path / "none.txt")
    assert (missing.code, len(missing.complaints)) == (1, 1)


def test_demo(kg: Run, tmp_path: Path) -> None:
    for _ in range(2):
        ran = kg("demo", "--folder", tmp_path / "demo")
        assert ran.code == 0, ran.err
        assert ran.out.count("\nkg query ") == 3
        assert "محمد باقري" in ran.out
    assert (tmp_path / "demo" / "news.gexf").stat().st_size > 1000
    assert str(tmp_path / "demo" / "news.gexf") in ran.out


def test_the_demo_removes_nothing_that_is_not_its_own(kg: Run, tmp_path: Path) -> None:
    place = tmp_path / "demo" / "graph.db"
    place.mkdir(parents=True)
    (place / "letter.txt").write_text("x")
    ran = kg("demo", "--folder", tmp_path / "demo")
    assert (ran.code, len(ran.complaints)) == (1, 1)
    assert (place / "letter.txt").exists()


def test_the_demo_answers_what_was_asked_for(kg: Run, tmp_path: Path) -> None:
    kg("demo", "--folder", tmp_path / "demo")

    def rows(*arguments: str) -> list[dict[str, str]]:
        out = kg("query", *arguments, "--json", "--store", tmp_path / "demo" / "graph.db").out
        return [json.loads(line) for line in out.splitlines()]

    assert "تركيا" in {row["object"] for row in rows("demanded-withdrawal", "-p", "subject=باقري")}
    assert all("الخطيب" not in row["subject"] for row in rows("demanded-withdrawal", "-p", "subject=سوريا"))
    assert "2017-05-23" in {row["date"] for row in rows("meetings")}
