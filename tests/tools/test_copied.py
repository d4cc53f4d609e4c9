"""No sentence of others' articles stands in the project."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tools.copied import FORMULA, ROOT, Line, articles, copied

SENTENCE = "وصلت سفينة الحبوب الأولى إلى ميناء نخلستان القديم صباح الثلاثاء بعد رحلة طويلة"
SHARED = ROOT.parent / "shared"


def project(folder: Path, **files: str) -> Path:
    subprocess.run(["git", "init", "--quiet", folder], check=True)
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    subprocess.run(["git", "add", "."], cwd=folder, check=True)
    return folder


def test_a_sentence_of_an_article_is_found_with_its_line(tmp_path: Path) -> None:
    root = project(tmp_path, tests="رأس\n" + f"x-01\t{SENTENCE}، كما قيل\n")
    assert copied(root, [f"مقدمة. {SENTENCE}. وخاتمة."]) == [Line("tests", 2, f"x-01\t{SENTENCE}، كما قيل", 4)]


def test_other_words_a_formula_and_the_seeds_are_not(tmp_path: Path) -> None:
    root = project(tmp_path, tests=SENTENCE.replace("الحبوب", "القمح").replace("صباح", "مساء"))
    assert copied(root, [SENTENCE]) == []
    other = project(tmp_path / "other", tests=SENTENCE)
    assert copied(other, [f"{SENTENCE} {number}" for number in range(FORMULA + 1)]) == []
    assert copied(other, [SENTENCE] * (FORMULA + 1)) != []  # one article, told several times
    assert copied(project(tmp_path / "seeded", tests=SENTENCE, seeds__a=SENTENCE), [SENTENCE]) == []


def test_nothing_of_others_articles_stands_here() -> None:
    if not SHARED.is_dir():
        pytest.skip("no ../shared beside this clone")
    assert [f"{line.file}:{line.number}" for line in copied(ROOT, articles(SHARED))] == []
