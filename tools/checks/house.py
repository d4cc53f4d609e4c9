"""The house: it installs, its demo shows what it must in its time, tests pass, the lexicon has the promised breadth."""

from __future__ import annotations

import os
import re
from pathlib import Path

from tools.checks import Outcome, check
from tools.checks.place import Place


@check(
    "install-demo",
    4,
    "A fresh clone with only Python: `make demo` ends within five minutes, installing included",
    slow=True,
)
def install_demo(place: Place) -> Outcome:
    done = place.do(["make", "demo"], told="make demo", timeout=1200)
    here = "" if place.own else " (environment already here)"
    return Outcome(done.code == 0 and done.seconds <= 300, f"{done.seconds:.0f} s{here} (≤ 300)", done.command)


@check("demo-time", 4, "The demo ends within ten seconds of work")
def demo_time(place: Place) -> Outcome:
    done = place.kg("demo", "--folder", place.fresh("demo")).right()
    figure = f"{done.seconds:.1f} s, {done.cpu:.1f} s of processor (≤ 10)"
    # Where others want the same cores, the clock measures them.
    wanted, cores = os.getloadavg()[0], os.cpu_count() or 1
    if wanted > cores + 1:
        return Outcome(done.cpu <= 10, f"{figure}; judged by the latter, {wanted:.0f} want {cores} cores", done.command)
    return Outcome(done.seconds <= 10, figure, done.command)


@check(
    "demo-prints",
    4,
    "The demo prints pages, articles, actors and relations by type, statements, three tables, the GEXF",
)
def demo_prints(place: Place) -> Outcome:
    folder = place.fresh("demo")
    done = place.kg("demo", "--folder", folder).right()
    wanted = {
        "pages": r"\b5 pages",
        "articles": r"\b\d+ new articles",
        "actors by type": r"\d+ actors: .*\bperson \d+",
        "relations by type": r"\d+ relations: .*\b[A-Z_]+ \d+",
        "statements": r"\b\d+ statements",
        "where the GEXF lies": re.escape(str(folder / "news.gexf")),
    }
    absent = [what for what, pattern in wanted.items() if not re.search(pattern, done.out)]
    tables = len(re.findall(r"^\d+ rows?$", done.out, re.MULTILINE))
    there = (folder / "news.gexf").exists()
    figure = f"{tables} tables with rows (3), {'all told' if not absent else 'not told: ' + ', '.join(absent)}"
    return Outcome(tables == 3 and not absent and there, figure, done.command)


@check(
    "house-files",
    4,
    "The clone has README, ARCHITECTURE, LICENSE, NOTICE, CHANGELOG, Makefile, .ci/run and the five seeds",
)
def house_files(place: Place) -> Outcome:
    names = (
        "pyproject.toml", "Makefile", ".ci/run", "README.md", "ARCHITECTURE.md", "LICENSE", "NOTICE", "CHANGELOG.md",
        "compose.yaml", "docs/mawqif.grass",
    )  # fmt: skip
    absent = [name for name in names if not (place.root / name).is_file() or not (place.root / name).stat().st_size]
    seeds = len(list((place.root / "seeds").glob("*.txt")))
    short = [n for n in ("README.md",) if n not in absent and len((place.root / n).read_text("utf-8")) < 2000]
    figure = f"{seeds} seeds, absent: {', '.join(absent) or 'none'}" + (f", hardly begun: {short[0]}" if short else "")
    return Outcome(not absent and not short and seeds == 5, figure)


@check("static", 4, "ruff finds nothing, everything is formatted, mypy --strict passes", slow=True)
def static(place: Place) -> Outcome:
    done = place.do(["make", "lint", "types"], told="make lint types", timeout=1800)
    return Outcome(done.code == 0, "clean" if done.code == 0 else (done.out + done.err).strip()[-200:], done.command)


@check("tests", 6, "`make test` passes, in ten minutes at most", slow=True)
def tests(place: Place) -> Outcome:
    done = place.do(["make", "test"], told="make test", timeout=3600)
    last = (done.out.strip().splitlines() or [""])[-1]
    return Outcome(done.code == 0 and done.seconds <= 600, f"{done.seconds:.0f} s (≤ 600), {last[:150]}", done.command)


@check(
    "wheel",
    4,
    "`pip install .` ships lexicons and queries: the command reads a page and lists its queries from anywhere",
    slow=True,
)
def wheel(place: Place) -> Outcome:
    folder = place.fresh("wheel")
    pip = [place.python, "-m", "pip", "install", "--quiet", "--no-deps", "--target", folder / "site", place.root]
    place.do(pip, told="pip install .").right()
    page = next((place.root / "seeds").glob("001_*"))
    env = {"PYTHONPATH": str(folder / "site")}
    read = place.kg("extract", page, cwd=folder, env=env).right()
    queries = place.kg("query", "--json", cwd=folder, env=env).right()
    relations = sum(len(row["relations"]) for row in read.rows)
    code = "import kg, loaders, queries; print(kg.__file__)"
    where = place.do([place.python, "-c", code], cwd=folder, env=env).right().out
    good = relations > 0 and len(queries.rows) >= 12 and str(folder) in where
    return Outcome(good, f"{relations} relations read, {len(queries.rows)} queries", "pip install . && kg extract …")


def entries(folder: Path, pattern: str) -> int:
    total = 0
    for path in folder.glob(pattern):
        rows = [line for line in path.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]
        total += max(len(rows) - 1, 0)
    return total


@check(
    "lexicon-breadth",
    5,
    "2,500+ public figures, 400+ militias, parties and movements, 250+ agreements, 2,500+ places are listed",
)
def lexicon_breadth(place: Place) -> Outcome:
    folder = place.root / "loaders" / "lexicon"
    rows = [
        line.split("\t")
        for path in (folder / "entities").glob("*.tsv")
        for line in path.read_text("utf-8").splitlines()
        if line.strip() and not line.startswith(("#", "slug\t"))
    ]
    kinds = {kind: sum(row[1] == kind for row in rows) for kind in ("person", "agreement")}
    parties = entries(folder / "entities", "parties.tsv") + entries(folder / "entities", "militias.tsv")
    places = entries(folder / "places", "*.tsv")
    figure = f"{kinds['person']:,} people, {parties:,} militias and parties"
    figure += f", {kinds['agreement']:,} agreements, {places:,} places"
    good = kinds["person"] >= 2500 and parties >= 400 and kinds["agreement"] >= 250 and places >= 2500
    return Outcome(good, figure)


@check("phenomena", 5, "Tests by phenomenon: several hundred short sentences, each read as expected")
def phenomena(place: Place) -> Outcome:
    count = sum(entries(place.root / "tests", f"{name}/*.tsv") for name in ("phenomena", "dates"))
    done = place.do(
        [place.python, "-m", "pytest", "-q", "tests/phenomena", "tests/dates"],
        told="pytest tests/phenomena tests/dates",
    )
    last = "all as written" if done.code == 0 else (done.out.strip().splitlines() or [""])[-1]
    return Outcome(done.code == 0 and count >= 300, f"{count} sentences (≥ 300), {last[:120]}", done.command)
