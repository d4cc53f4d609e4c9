"""The tables fit each other, and what is derived is what they give."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import LexiconError
from loaders.lexicon.tables import HERE, read

LEMMAS = {row["lemma"] for name in ("verbs.tsv", "nouns.tsv") for row in read(HERE / name, ("lemma",))}


@pytest.mark.parametrize(("table", "column"), [("frames.tsv", "lemmas"), ("cues.tsv", "lemma"), ("acts.tsv", "lemma")])
def test_every_lemma_is_listed(table: str, column: str) -> None:
    lost = [f"{table}:{row.line}: {x}" for row in read(HERE / table, (column,)) for x in row.many(column)]
    lost = [x for x in lost if x.rsplit(" ", 1)[1] not in LEMMAS]
    assert not lost, "neither in verbs.tsv nor in nouns.tsv"


def test_sets_of_lemmas_are_of_listed_ones() -> None:
    rows = [row for row in read(HERE / "sets.tsv", ("set", "of", "words")) if row["of"] == "lemmas"]
    assert rows
    assert not [f"sets.tsv:{row.line}: {x}" for row in rows for x in row.many("words") if x not in LEMMAS]


def test_every_set_is_asked_for() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in HERE.parents[0].rglob("*.py"))
    asked = re.findall(r"""word_set\(f?["']([\w.]+)""", code)
    rows = read(HERE / "sets.tsv", ("set", "of", "words"))
    lost = [f"sets.tsv:{row.line}: {row['set']}" for row in rows if not row["set"].startswith(tuple(asked))]
    assert not lost, "no code asks for it"


def test_forms_are_what_the_verbs_give() -> None:
    done = subprocess.run([sys.executable, "-m", "loaders.lexicon.build", "--check"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("a\tb\n1\n", 2, "1 fields, the header has 2"),
        ("a\n1\n", 1, "the header lacks b"),
        ("# only this\n", 1, "no header"),
        ("a\tb\n\tx\n", 2, "the field a is empty"),
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, text: str, line: int, why: str) -> None:
    (tmp_path / "t.tsv").write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        list(read(tmp_path / "t.tsv", ("a", "b")))
    assert caught.value.line == line
    assert why in caught.value.why
