"""`kg.evaluate` counts as ../shared/score.py does: on the gold itself and on fifty ways to spoil it."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import loaders
from kg.errors import MawqifError
from kg.evaluate import evaluate, main
from kg.model import Page
from kg.scoring import RATES, TALLIES

SHARED = Path(__file__).parents[3] / "shared"
FOLDERS = [SHARED / "gold" / name for name in ("seeds", "dev", "real")]


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


corrupt = _load(Path(__file__).with_name("corrupt.py"))


@pytest.fixture(scope="module")
def gold() -> list[tuple[Path, list[dict[str, Any]]]]:
    if not (SHARED / "score.py").exists():
        pytest.skip("no ../shared beside this clone")
    return [
        (folder, [corrupt.perfect(json.loads(path.read_text("utf-8"))) for path in sorted(folder.glob("*.json"))])
        for folder in FOLDERS
    ]


@pytest.mark.gold
def test_the_gold_itself_is_without_fault(gold: list[tuple[Path, list[dict[str, Any]]]]) -> None:
    for folder, pages in gold:
        report = evaluate(folder, pages)
        for name in ("actors", "relations", "statements"):
            # a few pieces of gold evidence are one word, which the counting itself refuses
            assert report.total.report()[name]["f1"] >= 0.99, (folder, name)
        assert report.total.report()["actors"]["fn"] == 0
        assert {one.page for one in report.pages} == {page["page"] for page in pages}


@pytest.mark.gold
def test_every_figure_is_that_of_score_py(gold: list[tuple[Path, list[dict[str, Any]]]], tmp_path: Path) -> None:
    score = _load(SHARED / "score.py")
    compared = set()
    for seed in range(51):  # seed 50 spoils nothing
        folder, pages = gold[(0, 2, 0, 2, 1)[seed % 5]]  # dev, the largest, less often
        spoiled = corrupt.spoil(pages, seed) if seed < 50 else pages
        file = corrupt.write(spoiled, tmp_path / f"{seed}.jsonl")
        theirs = score.score(folder, file)
        ours = evaluate(folder, spoiled).to_json()
        assert {name: ours[name] for name in theirs} == theirs, f"seed {seed}"
        compared.add(json.dumps(theirs))
    assert len(compared) == 51, "some corruption changed nothing: it proves nothing"
    assert set(theirs) == {*TALLIES, *RATES}


@pytest.mark.gold
def test_what_the_package_reads_is_scored_the_same(
    gold: list[tuple[Path, list[dict[str, Any]]]], tmp_path: Path
) -> None:
    folder, _ = gold[0]
    read: list[dict[str, Any]] = []
    for path in sorted(folder.glob("*.json")):
        one = json.loads(path.read_text("utf-8"))
        page = Page(id=one["id"], stem=one["id"], path=path.name, sha256="0" * 64, text=one["text"])
        read += [extraction.model_dump(mode="json") for extraction in loaders.extract(page)]
    theirs = _load(SHARED / "score.py").score(folder, corrupt.write(read, tmp_path / "read.jsonl"))
    assert theirs["actors"]["tp"] > 0
    for jobs in (1, 2):
        ours = evaluate(folder, jobs=jobs).to_json()
        assert {name: ours[name] for name in theirs} == theirs


@pytest.mark.gold
def test_pages_add_up_and_errors_are_told_by_kind(gold: list[tuple[Path, list[dict[str, Any]]]]) -> None:
    folder, pages = gold[0]
    told = evaluate(folder, corrupt.spoil(pages, 2)).to_json()
    for name in TALLIES:
        assert told[name]["tp"] == sum(page[name]["tp"] for page in told["pages"].values())
    missed = sum(count for kind, count in told["errors"].items() if kind.startswith("relation missed: "))
    assert missed == told["relations"]["fn"] > 0


@pytest.mark.gold
def test_command_scores_a_file_of_extractions(
    gold: list[tuple[Path, list[dict[str, Any]]]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, pages = gold[0]
    file = corrupt.write(pages[:1], tmp_path / "one.jsonl")
    assert main([str(folder), "--predictions", str(file), "--json", "--pages", pages[0]["page"]]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["actors"]["f1"] == 1.0
    assert list(told["pages"]) == [pages[0]["page"]]
    assert main([str(folder), "--predictions", str(file), "--verbose"]) == 0
    assert "actor missed [" in capsys.readouterr().out  # the pages that the file leaves out


def test_a_folder_without_gold_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(MawqifError, match="no annotated page"):
        evaluate(tmp_path, [])
    (tmp_path / "x.json").write_text("{}", encoding="utf-8")
    with pytest.raises(MawqifError, match=r"x\.json: not an annotated page"):
        evaluate(tmp_path, [])
