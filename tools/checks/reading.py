"""What every extraction must be: grounded in its text, the same again, explained, and nothing of others' text in it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from tools.checks import Outcome, check
from tools.checks.place import Place
from tools.copied import articles, copied


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


@check(
    "no-copied-text",
    5,
    "No sentence of the corpus or the real annotated pages stands in the project (runs of 10 Arabic words)",
    slow=True,
)
def no_copied_text(place: Place) -> Outcome:
    place.corpus, place.gold("real")  # or it is told that they are not here
    found = copied(place.root, articles(place.shared))
    told = ", ".join(f"{line.file}:{line.number}" for line in found[:5])
    figure = f"{len(found)} lines{f': {told}' if told else ''}"
    return Outcome(not found, figure, "python -m tools.copied")


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
