"""The trivial reader that the scores in README.md stand beside: strings and nothing else.

Actors: names of other annotated pages, as they stand there, found as whole words. Relations: two such names in one
sentence with a verb of frames.tsv before the second of them, always asserted, never dated. Statements: a verb of
cues.tsv; who is named nearest behind it in its sentence, else before it, says the rest of that sentence.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from kg.model import fold
from loaders.lexicon.cues import cues
from loaders.lexicon.frames import allowed, frames
from loaders.lexicon.tables import HERE, read

WORD = re.compile(r"\w+")
SENTENCE = re.compile(r"[^.!؟?\n]+")
NEAR = 6
"""Words behind a cue among which its speaker may stand."""

Bearer = tuple[str, str]
"""Type and name of whom a string means."""


@dataclass(frozen=True, slots=True)
class Name:
    first: int
    last: int
    id: str
    type: str


def extract(golds: list[dict[str, Any]], page: dict[str, Any]) -> dict[str, Any]:
    """What the trivial reader makes of a page, in the form of the extraction contract; `golds` give the names, but the
    page's own annotation is never looked at."""
    names = _names([gold for gold in golds if gold["text"] != page["text"]])
    text = page["text"]
    actors: dict[str, dict[str, Any]] = {}
    relations: list[dict[str, Any]] = []
    statements: list[dict[str, Any]] = []
    for found in SENTENCE.finditer(text):
        spans = [(m.start() + found.start(), m.end() + found.start()) for m in WORD.finditer(found[0])]
        words = [fold(text[a:b]) for a, b in spans]
        named = list(_find(words, names))
        for one in named:
            surface = text[spans[one.first][0] : spans[one.last - 1][1]]
            actor = actors.setdefault(one.id, {"id": one.id, "type": one.type, "name": surface, "names": []})
            if surface not in actor["names"]:
                actor["names"].append(surface)
        sentence = found[0].strip()
        for a, b in pairwise(named):
            for type in _types(words[: b.first]):
                if a.id != b.id and allowed(a.type, type, b.type):
                    relations.append(
                        {"subject": a.id, "type": type, "object": b.id, "status": "asserted", "date": None}
                        | {"evidence": {"text": sentence}, "by": "baseline"}
                    )
                    break
        statements += _said(text, spans, words, named)
    return {
        "page": page["id"],
        "actors": list(actors.values()),
        "relations": relations,
        "statements": statements,
    }


def load(folders: list[Path]) -> list[dict[str, Any]]:
    return [json.loads(path.read_text("utf-8")) for folder in folders for path in sorted(folder.glob("*.json"))]


def _names(golds: list[dict[str, Any]]) -> dict[tuple[str, ...], Bearer]:
    """Whom most pages mean by a string."""
    votes: dict[tuple[str, ...], Counter[Bearer]] = {}
    for gold in golds:
        for actor in gold["actors"]:
            for name in actor["names"]:
                words = tuple(WORD.findall(fold(name)))
                if words:
                    votes.setdefault(words, Counter())[actor["type"], fold(actor["names"][0])] += 1
    return {words: min(count.items(), key=lambda one: (-one[1], one[0]))[0] for words, count in votes.items()}


def _find(words: list[str], names: dict[tuple[str, ...], Bearer]) -> Iterator[Name]:
    """Names that stand in a sentence, the longest first, left to right."""
    i = 0
    while i < len(words):
        for length in range(min(6, len(words) - i), 0, -1):
            if bearer := names.get(tuple(words[i : i + length])):
                yield Name(i, i + length, f"{bearer[0]}/{bearer[1]}", bearer[0])
                i += length
                break
        else:
            i += 1


@cache
def _verbs() -> dict[str, tuple[str, ...]]:
    """Lemmas by the folded forms of their verbs."""
    out: dict[str, list[str]] = {}
    for row in read(HERE / "forms.tsv", ("form", "lemma", "pos", "feature")):
        if row["pos"] == "verb":
            out.setdefault(fold(row["form"]), []).append(row["lemma"])
    return {form: tuple(dict.fromkeys(lemmas)) for form, lemmas in out.items()}


def _types(words: list[str]) -> Iterator[str]:
    """Types of the acts that verbs among these words tell, the last word's first."""
    for word in reversed(words):
        for lemma in _verbs().get(word, ()):
            for frame in frames().get((lemma, "verb"), ()):
                yield frame.type


def _said(text: str, spans: list[tuple[int, int]], words: list[str], named: list[Name]) -> Iterator[dict[str, Any]]:
    for i, word in enumerate(words):
        cue = next((cues()[lemma] for lemma in _verbs().get(word, ()) if lemma in cues()), None)
        if cue is None:
            continue
        behind = next((one for one in named if i < one.first <= i + NEAR), None)
        speaker = behind or next((one for one in reversed(named) if one.last <= i), None)
        first = behind.last if behind else i + 1
        if speaker is None or speaker.type in ("place", "agreement") or first >= len(words):
            continue
        start, end = spans[first][0], spans[-1][1]
        quoted = any(mark in text[spans[i][1] : end] for mark in '«“"')
        yield {
            "id": f"s{start}",
            "speaker": speaker.id,
            "kind": "direct" if quoted else "indirect",
            "act": cue.act,
            "text": text[start:end],
            "about": [one.id for one in named if one.first >= first],
        }
        return
