"""What a user's text, a page's text and another process must not be able to do."""

from __future__ import annotations

import csv
import re
import stat
import subprocess
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

import psutil

from tools.checks import Outcome, check
from tools.checks.inputs import line, plain
from tools.checks.place import Place
from tools.checks.places import HOLD
from tools.checks.repeating import exported

REFUSED: Final = (
    "CREATE (n:Entity {id: 'x'})",
    "MATCH (n) SET n.name = 'x'",
    "MATCH (n) DETACH DELETE n",
    "MERGE (n:Entity {id: 'x'})",
    "MATCH (n) REMOVE n.name",
    "match (n) detach/**/ delete n",
    "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
    "load csv from 'file:///etc/passwd' as row return row",
    "LOAD /* c */ CSV FROM 'file:///etc/passwd' AS row RETURN row",
    "LOAD // c\nCSV FROM 'file:///etc/passwd' AS row RETURN row",
    "\\u004coad CSV FROM 'file:///etc/passwd' AS row RETURN row",
    "USE system MATCH (n) RETURN n",
    "MATCH (n) CALL { WITH n DELETE n } IN TRANSACTIONS RETURN 1",
    "CALL dbms.listConfig()",
    "CALL `dbms`.`listConfig`()",
    "CALL db.createLabel('X')",
    "CALL apoc.load.json('file:///etc/passwd')",
    "CREATE USER eve SET PASSWORD 'secretsecret'",
    "SHOW USERS",
    "DROP DATABASE neo4j",
    "MATCH (n) FOREACH (x IN [1] | CREATE (:X))",
    "RETURN 1; MATCH (n) DETACH DELETE n",
    "RETURN 'unfinished",
)
ALLOWED: Final = (
    "MATCH (n:Entity) RETURN n.name AS name ORDER BY name LIMIT 1",
    "RETURN 'CREATE (n) -- LOAD CSV' AS text",
    "MATCH (n:Entity) WHERE n.name <> 'delete' RETURN count(n) AS `set`",
    "CALL db.labels() YIELD label RETURN label LIMIT 1",
)
CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@check(
    "cypher-read-only",
    6,
    "`kg cypher` only reads: writes, LOAD CSV, administration and other procedures are refused, reading is not",
)
def read_only(place: Place) -> Outcome:
    before = exported(place, place.seeds)
    found = {text: place.kg("cypher", text, store=place.seeds) for text in REFUSED}
    let = [text for text, done in found.items() if done.code == 0 or not plain(done) or "root:" in done.out]
    barred = [text for text in ALLOWED if place.kg("cypher", text, store=place.seeds).code]
    same = exported(place, place.seeds) == before
    figure = f"{len(REFUSED)} refused but {let or 'none'}; {len(ALLOWED)} allowed but {barred or 'none'}"
    figure += f"; graph {'unchanged' if same else 'changed'}"
    return Outcome(not let and not barred and same, figure, "kg cypher TEXT")


@check("cypher-timeout", 6, "A query that runs away is stopped after `--timeout`, and the graph opens afterwards")
def timeout(place: Place) -> Outcome:
    # Not a bare count, which the engine tells without walking.
    endless = "UNWIND range(1, 999999) AS a UNWIND range(1, 999999) AS b RETURN sum(a % b) AS n"
    done = place.kg("cypher", endless, "--timeout", "3", store=place.seeds, timeout=120)
    after = place.kg("check", store=place.seeds)
    right = done.code in (1, 2) and plain(done) and "3 s" in done.err and after.code == 0 and done.seconds < 60
    return Outcome(
        right, f"exit {done.code} after {done.seconds:.0f} s: {done.complaint[:120]}", "kg cypher … --timeout 3"
    )


@check("loopback", 6, "The embedded store listens on loopback only, and its secrets have mode 600")
def loopback(place: Place) -> Outcome:
    store = place.fresh("graph") / "graph.db"
    holder = subprocess.Popen(
        [place.python, "-c", HOLD, str(store)], env=place.environ, cwd=place.root, stdout=subprocess.PIPE
    )
    try:
        assert holder.stdout
        assert holder.stdout.readline() == b"open\n"
        open_at = {
            one.laddr.ip
            for one in psutil.Process(holder.pid).net_connections("inet")
            if one.status == psutil.CONN_LISTEN
        }
        words = " ".join(psutil.Process(holder.pid).cmdline())
        closed = stat.S_IMODE(store.stat().st_mode) == 0o700
        secret = [
            path for path in store.rglob("*") if re.search("user|token|password|secret", path.name) and path.is_file()
        ]
        loose = [path.name for path in secret if stat.S_IMODE(path.stat().st_mode) & 0o077]
    finally:
        holder.kill()
        holder.wait()
    figure = f"listens at {', '.join(sorted(open_at)) or 'nothing'}, folder {'closed to others' if closed else 'open'}"
    figure += f", {len(secret)} secret files, loose: {loose or 'none'}"
    right = bool(open_at) and all(
        ip.startswith("127.") or ip.startswith("::ffff:127.") or ip == "::1" for ip in open_at
    )
    return Outcome(right and not loose and closed and "password" not in words, figure)


def _hostile(place: Place) -> Path:
    folder = place.fresh("hostile")
    text = (
        '=HYPERLINK("http://evil") قال وزير الخارجية الروسي سيرغي لافروف في دمشق: '
        "<script>alert(1)</script> \x1b[31m \u202e "
        "'; MATCH (n) DETACH DELETE n // .\n+زار وزير الخارجية الإيراني محمد جواد ظريف دمشق "
        "]]> & &#0; \x07 .\n@SUM(1) دعمت روسيا سوريا."
    )
    (folder / "a.jsonl").write_text(
        line(text=text, title="=1+1 <b>خبر</b>", url="javascript:alert(1)", outlet="-2+3 <i>")
    )
    store = folder / "graph.db"
    place.kg("load", folder / "a.jsonl", store=store).right()
    return store


@check(
    "inert",
    6,
    "Text that looks like Cypher, HTML or a control sequence is inert on every way out (terminal, GEXF, HTML, CSV)",
)
def inert(place: Place) -> Outcome:
    store = _hostile(place)
    folder = place.fresh("export")
    wrong = []
    for words in (
        ("query", "relations", "-p", "actor=روسيا"),
        ("query", "timeline-of-actor", "-p", "actor=روسيا"),
        ("show", "روسيا"),
        ("cypher", "MATCH (a:Article) RETURN a.text AS text, a.title AS title"),
        ("explain", store.parent / "a.jsonl"),
        ("extract", store.parent / "a.jsonl"),
    ):
        done = place.kg(*words, store=store)
        if CONTROL.search(done.out + done.err) or "Traceback" in done.err:
            wrong.append(str(words[0]))
    for suffix in ("gexf", "graphml"):
        place.kg("export", folder / f"graph.{suffix}", store=store).right()
        ElementTree.parse(folder / f"graph.{suffix}")
    place.kg("export", folder / "csv", "--format", "csv", store=store).right()
    cells = 0
    for path in (folder / "csv").rglob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.reader(file):
                cells += len(row)
                if any(
                    cell[:1] in ("=", "+", "@") or (cell[:1] == "-" and not re.fullmatch(r"-?[\d.]+", cell))
                    for cell in row
                ):
                    wrong.append(path.name)
    html = place.kg("explain", store.parent / "a.jsonl", "--html", store=store).right().out
    if "<script" in html or 'href="javascript' in html or CONTROL.search(html.replace("\n", "")):
        wrong.append("html")
    kept = place.kg("check", store=store)
    figure = f"{cells} cells of CSV, wrong: {', '.join(sorted(set(wrong))) or 'none'}"
    return Outcome(cells > 0 and not wrong and kept.code == 0, figure)


@check("no-secret-told", 6, "A password in a store's address is in no error, help or output")
def no_secret(place: Place) -> Outcome:
    found = [
        place.kg(*words, store="bolt://someone:s3cret-word@127.0.0.1:9", timeout=120)
        for words in (("query", "visits"), ("load", "seeds"), ("check",), ("show", "إيران"))
    ]
    found.append(place.kg("query", "visits", "--store", "neo4j+s://someone:s3cret-word@127.0.0.1:9", timeout=120))
    told = [done.command for done in found if "s3cret" in done.out + done.err]
    codes = [done.code for done in found]
    right = not told and all(code == 1 for code in codes) and all(plain(done) for done in found)
    return Outcome(right, f"told by: {told or 'none'}, exits {codes}: {found[0].complaint[:120]}")
