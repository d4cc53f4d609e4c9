"""The same pages give the same bytes, however they were loaded and whatever else was loaded and taken back."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from tools.checks import Outcome, check
from tools.checks.place import Place


def pages(place: Place) -> list[Path]:
    """The seeds, and where the corpus is here two samples of it."""
    found: list[Path] = sorted((place.root / "seeds").glob("*.txt"))
    if (place.shared / "corpus").is_dir():
        found += [place.sample(120, "one"), place.sample(120, "two", skip=7)]
    return found


def exported(place: Place, store: Path) -> bytes:
    out = place.fresh("export") / "graph.jsonl"
    place.kg("export", out, store=store).right()
    return out.read_bytes()


def loaded(place: Place, *loads: tuple[object, ...]) -> Path:
    """A fresh graph after these `kg load`s."""
    store = place.fresh("graph") / "graph.db"
    for words in loads:
        place.kg("load", *words, store=store).right()
    return store


@lru_cache
def _once(place: Place) -> tuple[Path, bytes]:
    store = loaded(place, tuple(pages(place)))
    return store, exported(place, store)


def _same(place: Place, store: Path, command: str) -> Outcome:
    right, found = _once(place)[1], exported(place, store)
    marks = [sha256(data).hexdigest()[:12] for data in (right, found)]
    figure = f"{len(right):,} bytes {marks[0]}, {len(found):,} bytes {marks[1]}"
    return Outcome(len(right) > 1000 and right == found, figure, command)


@check("bytes-twice", 4, "Loading the pages twice gives a byte-identical graph.jsonl")
def twice(place: Place) -> Outcome:
    words = tuple(pages(place))
    return _same(place, loaded(place, words, words), "kg load PAGES; kg load PAGES; kg export graph.jsonl")


@check("bytes-order", 4, "In another order: byte-identical")
def order(place: Place) -> Outcome:
    words = list(reversed(pages(place)))
    return _same(
        place, loaded(place, *((one,) for one in words)), "kg load … (reversed, one by one); kg export graph.jsonl"
    )


@check("bytes-jobs", 4, "With --jobs 2: byte-identical")
def jobs(place: Place) -> Outcome:
    return _same(place, loaded(place, (*pages(place), "--jobs", 2)), "kg load PAGES --jobs 2; kg export graph.jsonl")


@check("bytes-elsewhere", 4, "The same pages in another folder: byte-identical")
def elsewhere(place: Place) -> Outcome:
    folder = place.fresh("elsewhere")
    for page in pages(place):
        (folder / page.name).write_bytes(page.read_bytes())
    return _same(place, loaded(place, (folder,)), "kg load COPY; kg export graph.jsonl")


_FORGET: Final = """
import sys
from kg import Graph
with Graph.open(path=sys.argv[1]) as graph:
    text = "MATCH (p:Page) WHERE p.path ENDS WITH $name RETURN p.id AS id"
    pages = [row["id"] for row in graph.cypher(text, name=sys.argv[2])]
    for page in pages:
        graph.forget(page)
    print(len(pages))
"""


@check("forget", 4, "Load A and B and forget A: the bytes of B alone")
def forget(place: Place) -> Outcome:
    every = pages(place)
    seeds, samples = [one for one in every if one.suffix == ".txt"], [one for one in every if one.suffix != ".txt"]
    kept = samples[0] if samples else seeds.pop()
    both, alone = loaded(place, tuple(every)), loaded(place, (kept,))
    for page in seeds:
        place.kg("forget", page.stem, store=both).right()
    count = len(seeds)
    # A file of lines is forgotten line by line: in one process, for there are many.
    for sample in samples[1:]:
        count += int(place.do([place.python, "-c", _FORGET, both, sample.name]).right().out)
    same = exported(place, both) == exported(place, alone)
    checked = place.kg("check", store=both)
    found = "empty" if not checked.code else checked.out.strip()[:100]
    figure = f"{count} pages forgotten, bytes {'equal' if same else 'differ'}, kg check: {found}"
    return Outcome(same and not checked.code, figure, "kg forget PAGE …; kg export graph.jsonl")


@check("check-seeds", 4, "`kg check` finds nothing, on the seeds")
def check_seeds(place: Place) -> Outcome:
    done = place.kg("check", store=place.seeds)
    return Outcome(done.code == 0, done.out.strip()[:200], done.command)


@check("check-sample", 4, "`kg check` finds nothing, on the seeds with a sample of the corpus")
def check_sample(place: Place) -> Outcome:
    done = place.kg("check", store=_once(place)[0])
    return Outcome(done.code == 0, done.out.strip()[:200], done.command)
