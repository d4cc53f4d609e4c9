"""What every extraction must be: grounded in its text, the same again, explained, and nothing of others' text in it."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any, Final

from tools.checks import Outcome, check
from tools.checks.place import Place

FORMULA: Final = 5
"""Articles that may share a run of words before it counts as nobody's."""


def _extractions(place: Place) -> tuple[list[dict[str, Any]], str]:
    paths: list[Path] = [place.root / "seeds"]
    if (place.shared / "corpus").is_dir():
        paths.append(place.sample(300, "offsets"))
    done = place.kg("extract", *paths).right()
    return done.rows, done.command


@check("offsets", 4, "text[start:end] is the text of every evidence, statement and mention, and every id named exists")
def offsets(place: Place) -> Outcome:
    rows, command = _extractions(place)
    spans = wrong = unknown = 0
    for row in rows:
        text, actors = row["article"]["text"], {actor["id"] for actor in row["actors"]}
        marked = [mention for actor in row["actors"] for mention in actor["mentions"]]
        marked += [*row["statements"], *(relation["evidence"] for relation in row["relations"])]
        spans += len(marked)
        wrong += sum(text[one["start"] : one["end"]] != one["text"] or not one["text"] for one in marked)
        named = [relation[end] for relation in row["relations"] for end in ("subject", "object", "claimed_by")]
        named += [one for s in row["statements"] for one in (s["speaker"], s["via"], *s["about"])]
        unknown += sum(one is not None and one not in actors for one in named)
    figure = f"{spans:,} spans in {len(rows)} articles, {wrong} wrong, {unknown} unknown ids"
    return Outcome(spans > 0 and not wrong and not unknown, figure, command)


@check("offsets-stored", 4, "In the graph too: an Evidence's text stands in its article where it says")
def offsets_stored(place: Place) -> Outcome:
    text = (
        "MATCH (e)-[:IN]->(a:Article) WHERE e:Evidence OR e:Statement "
        "RETURN e.text AS text, e.start AS at, e.end AS end, a.text AS whole"
    )
    done = place.kg("cypher", text, "--json", store=place.seeds).right()
    wrong = sum(row["whole"][row["at"] : row["end"]] != row["text"] for row in done.rows)
    return Outcome(bool(done.rows) and not wrong, f"{len(done.rows)} spans, {wrong} wrong", "kg cypher …")


@check(
    "who-proposed", 5, "Every extracted relation and statement names the rule or frame that made it, and how sure it is"
)
def who_proposed(place: Place) -> Outcome:
    rows, command = _extractions(place)
    items = [item for row in rows for item in (*row["relations"], *row["statements"])]
    lacking = sum(not item["by"] or not 0 <= item["score"] <= 1 for item in items)
    names = {item["by"] for item in items}
    return Outcome(
        bool(items) and not lacking, f"{len(items):,} items of {len(names)} rules, {lacking} without", command
    )


@check(
    "explain", 5, "`kg explain PAGE` shows the page with all that was read marked in place, on a terminal and as HTML"
)
def explain(place: Place) -> Outcome:
    page = next((place.root / "seeds").glob("001_*"))
    (read,) = place.kg("extract", page).right().rows
    lines = place.kg("explain", page).right()
    out = place.fresh("explain") / "page.html"
    place.kg("explain", page, "--html", "-o", out).right()
    html = out.read_text("utf-8")
    items = [*read["relations"], *read["statements"]]
    shown = [sum(f"by {item['by']}" in text for item in items) for text in (lines.out, html)]
    safe = 'dir="rtl"' in html and "default-src 'none'" in html and "<script" not in html
    tags = len(set(re.findall(r'class="tag [SR]">([SR]\d+)<', html)))
    figure = f"{shown[0]} and {shown[1]} of {len(items)} items with who proposed them"
    return Outcome(shown == [len(items)] * 2 and tags == len(items) and safe, figure, lines.command)


def _runs(text: str, size: int) -> Iterator[int]:
    words = re.findall(r"[\u0621-\u064a]+", text)
    for at in range(len(words) - size + 1):
        yield hash(tuple(words[at : at + size]))


@check(
    "no-copied-text",
    5,
    "No sentence of the corpus or the real annotated pages stands in the project (runs of 10 Arabic words)",
    slow=True,
)
def no_copied_text(place: Place) -> Outcome:
    size = 10
    listed = place.do(["git", "ls-files"], told="git ls-files").right().out.splitlines()
    ours: dict[int, str] = {}
    # The seeds are the project's own.
    for name in listed:
        path = place.root / name
        if name.startswith("seeds/") or not path.is_file() or path.stat().st_size > 5_000_000:
            continue
        for line in path.read_text("utf-8", "replace").splitlines():
            ours.update(dict.fromkeys(_runs(line, size), name))
    seeds = {run for page in (place.root / "seeds").glob("*.txt") for run in _runs(page.read_text("utf-8"), size)}
    articles: dict[int, int] = {}
    with gzip.open(place.corpus, "rt", encoding="utf-8") as lines:
        real = [path.read_text("utf-8") for path in sorted(place.gold("real").glob("*.json"))]
        for line in chain(real, lines):
            for run in set(_runs(json.loads(line)["text"], size)):
                if run in ours and run not in seeds:
                    articles[run] = articles.get(run, 0) + 1
    # What many articles have is a formula: a ruler's name with all its titles.
    found = Counter(ours[run] for run, count in articles.items() if count <= FORMULA)
    formulas = sum(count > FORMULA for count in articles.values())
    told = ", ".join(f"{name} ({count})" for name, count in found.most_common(5))
    figure = f"{len(ours):,} runs of ours, found again: {told or 'none'}, and {formulas} of formulas"
    return Outcome(not found, figure)


@check("no-reader-net", 5, "The reader works offline: no socket is opened while pages are read")
def offline(place: Place) -> Outcome:
    code = (
        "import sys, socket\n"
        "def no(*a, **k): raise SystemExit('a socket was opened')\n"
        "socket.socket.connect = no\nsocket.create_connection = no\nsocket.getaddrinfo = no\n"
        "import loaders\nfrom loaders.pages import read\n"
        "print(sum(len(one.relations) for page in read([sys.argv[1]]) for one in loaders.extract(page)))"
    )
    done = place.do([place.python, "-c", code, place.root / "seeds"], told="(extraction with the net cut off)").right()
    return Outcome(int(done.out) > 0, f"{int(done.out)} relations", done.command)
