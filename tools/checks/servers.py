"""The same on a real Neo4j, killed processes, and the real Gephi."""

from __future__ import annotations

import subprocess
from functools import lru_cache
from pathlib import Path
from typing import Any

from tools.checks import Missing, Outcome, check
from tools.checks.place import Place
from tools.checks.repeating import exported, loaded, pages


def _server(place: Place) -> Any:
    from tests.servers import neo4j_server

    if why := neo4j_server.absent():
        raise Missing(why)
    return place.keep(neo4j_server.Neo4jServer())


@lru_cache
def neo4j(place: Place) -> tuple[str, dict[str, str]]:
    """A Neo4j with the seeds: its address, and the environment that opens it."""
    server = _server(place)
    user, password = server.auth
    env = {"NEO4J_USER": user, "NEO4J_PASSWORD": password}
    place.kg("load", "seeds", store=server.uri, env=env).right()
    return server.uri, env


def _words(place: Place, name: str) -> list[str]:
    needed = [p["name"] for p in place.queries[name]["parameters"] if p["required"]]
    return [word for one in needed for word in ("-p", f"{one}=إيران")]


@check(
    "neo4j-rows",
    6,
    "Every canned query gives the same rows, in the same order, on the embedded store and on Neo4j 5",
    slow=True,
)
def rows(place: Place) -> Outcome:
    uri, env = neo4j(place)
    differ, total, names = [], 0, list(place.queries)
    for name in names:
        words = _words(place, name)
        here = place.kg("query", name, *words, "--json", store=place.seeds)
        there = place.kg("query", name, *words, "--json", store=uri, env=env)
        total += len(here.out.splitlines())
        if (here.code, here.out) != (there.code, there.out):
            differ.append(name)
    return Outcome(
        total > 0 and not differ,
        f"{len(names)} queries, {total} rows, differ: {', '.join(differ) or 'none'}",
        "kg query NAME --json --store bolt://…",
    )


@check(
    "neo4j-bytes",
    6,
    "graph.jsonl of Neo4j is that of the embedded store, byte by byte; `kg check` finds nothing there",
    slow=True,
)
def same_bytes(place: Place) -> Outcome:
    uri, env = neo4j(place)
    out = place.fresh("export") / "graph.jsonl"
    place.kg("export", out, store=uri, env=env).right()
    here, there = exported(place, place.seeds), out.read_bytes()
    checked = place.kg("check", store=uri, env=env)
    figure = f"{len(here):,} and {len(there):,} bytes, kg check: {checked.out.strip()[:80]}"
    return Outcome(here == there and not checked.code, figure, "kg export graph.jsonl --store bolt://…")


@check("neo4j-gexf", 6, "GEXF and GraphML of Neo4j are those of the embedded store", slow=True)
def same_files(place: Place) -> Outcome:
    uri, env = neo4j(place)
    folder = place.fresh("export")
    same = []
    for suffix in ("gexf", "graphml"):
        place.kg("export", folder / f"here.{suffix}", store=place.seeds).right()
        place.kg("export", folder / f"there.{suffix}", store=uri, env=env).right()
        same.append((folder / f"here.{suffix}").read_bytes() == (folder / f"there.{suffix}").read_bytes())
    return Outcome(all(same), f"gexf {'equal' if same[0] else 'differs'}, graphml {'equal' if same[1] else 'differs'}")


def _two(place: Place, *, begun: bool) -> Outcome:
    server = _server(place)
    user, password = server.auth
    env = {**place.environ, "NEO4J_USER": user, "NEO4J_PASSWORD": password, "MAWQIF_STORE": server.uri}
    every = pages(place)
    if begun:
        secret = {"NEO4J_USER": user, "NEO4J_PASSWORD": password}
        place.kg("load", every[0], store=server.uri, env=secret).right()
    parts = (every, list(reversed(every)))
    running = [
        subprocess.Popen(
            place.kg_words("load", *part), cwd=place.root, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        for part in parts
    ]
    said = [one.communicate(timeout=900)[1].decode() for one in running]
    out = place.fresh("export") / "graph.jsonl"
    secret = {"NEO4J_USER": user, "NEO4J_PASSWORD": password}
    place.kg("export", out, store=server.uri, env=secret).right()
    checked = place.kg("check", store=server.uri, env=secret)
    same = out.read_bytes() == exported(place, loaded(place, tuple(every)))
    codes = [one.returncode for one in running]
    figure = f"exits {codes}, bytes {'equal' if same else 'differ'}, kg check: {checked.out.strip()[:60]}"
    figure += f"; {'; '.join(one.strip()[:250] for one in said if one.strip())}"
    return Outcome(codes == [0, 0] and same and not checked.code, figure, "kg load … & kg load …")


@check(
    "neo4j-two-loaders", 6, "Two loaders that write to one Neo4j at once end well, with the graph of peace", slow=True
)
def two_loaders(place: Place) -> Outcome:
    return _two(place, begun=True)


@check("neo4j-two-first", 6, "The same on a server that is still empty, where both make the schema", slow=True)
def two_first(place: Place) -> Outcome:
    return _two(place, begun=False)


@check("neo4j-read-only", 6, "On Neo4j too a write and LOAD CSV are refused, and change nothing", slow=True)
def read_only(place: Place) -> Outcome:
    from tools.checks.security import REFUSED

    uri, env = neo4j(place)
    let = [text for text in REFUSED if place.kg("cypher", text, store=uri, env=env).code == 0]
    out = place.fresh("export") / "graph.jsonl"
    place.kg("export", out, store=uri, env=env).right()
    same = out.read_bytes() == exported(place, place.seeds)
    return Outcome(
        not let and same, f"{len(REFUSED)} texts, let through: {let or 'none'}", "kg cypher … --store bolt://…"
    )


@check(
    "neo4j-refused",
    6,
    "A server that is not there, or a wrong password: one line without the password, exit 1",
    slow=True,
)
def refused(place: Place) -> Outcome:
    uri, env = neo4j(place)
    wrong = place.kg("query", "visits", store=uri, env={**env, "NEO4J_PASSWORD": "s3cret-wrong"})
    absent = place.kg("query", "visits", store="bolt://someone:s3cret-wrong@127.0.0.1:9", env=env)
    good = [
        one.code == 1 and len(one.err.strip().splitlines()) == 1 and "s3cret" not in one.err + one.out
        for one in (wrong, absent)
    ]
    return Outcome(
        all(good), f"exit {wrong.code}: {wrong.complaint[:100]}; exit {absent.code}: {absent.complaint[:100]}"
    )


@check(
    "crash",
    6,
    "Loader killed 6 times and server twice in mid-write: after loading again the graph is that of peace",
    slow=True,
)
def crash(place: Place) -> Outcome:
    words = ["-m", "tests.crash", "--kills", 6, "--server-kills", 2]
    done = place.do([place.python, *words], told="make crash KILLS=6 SERVER_KILLS=2", timeout=3600)
    rounds = done.out.count('"killed"')
    last = (done.out if done.code == 0 else done.err).strip().splitlines()[-1:]
    return Outcome(done.code == 0 and rounds == 8, f"{rounds} of 8 kills, {''.join(last)[:150]}", done.command)


def _gephi(place: Place, path: Path) -> dict[str, Any]:
    import pytest

    from tests.servers import gephi_check

    try:
        opened = gephi_check.ready()
    except (pytest.skip.Exception, pytest.fail.Exception) as error:
        raise Missing(str(error)) from None
    return opened(path)


@check("gephi", 4, "The real Gephi opens the GEXF without a warning, with every node and edge", slow=True)
def gephi(place: Place) -> Outcome:
    out = place.fresh("export") / "news.gexf"
    told = place.kg("export", out, "--json", store=place.seeds).right().rows[0]
    found = _gephi(place, out)
    nodes, edges = len(found["nodes"]), len(found["edges"])
    # Gephi's own notes, of the version it read, are none of its complaints.
    issues = [one for one in found["issues"] if not str(one).startswith("INFO")]
    figure = f"{nodes} nodes ({told['nodes']}), {edges} edges ({told['edges']}), issues: {issues or 'none'}"
    same = (nodes, edges) == (told["nodes"], told["edges"])
    return Outcome(found["exit"] == 0 and not issues and same, figure, "kg export news.gexf")


@check("gexf-kinds", 4, "In the GEXF asserted, denied, planned and claimed are never one edge")
def gexf_kinds(place: Place) -> Outcome:
    from xml.etree import ElementTree

    out = place.fresh("export") / "news.gexf"
    done = place.kg("export", out, store=place.seeds).right()
    tree = ElementTree.parse(out)
    space = "{http://gexf.net/1.3}"
    title = {a.get("id"): a.get("title") for a in tree.iter(f"{space}attribute")}
    seen: dict[tuple[str | None, ...], set[tuple[str, ...]]] = {}
    for edge in tree.iter(f"{space}edge"):
        values = {title[v.get("for")]: v.get("value") or "" for v in edge.iter(f"{space}attvalue")}
        key = (edge.get("source"), edge.get("target"), edge.get("kind"))
        claimed = "claimed" if values["basis"] == "claimed" else "told"
        seen.setdefault(key, set()).add((values["type"], values["status"], claimed))
    mixed = sum(len(kinds) > 1 for kinds in seen.values())
    return Outcome(
        bool(seen) and not mixed, f"{len(seen)} kinds of edges between two ends, {mixed} mixed", done.command
    )
