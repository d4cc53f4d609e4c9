"""Questions asked wrongly, stores that are none, places and terminals that are narrow: a line each, the right code."""

from __future__ import annotations

import json
import os
import pty
import shutil
import subprocess
from typing import Final

from tools.checks import Outcome, add, check
from tools.checks.inputs import plain, unprivileged
from tools.checks.place import Place

HOLD: Final = """
import sys, time
from kg import Graph
with Graph.open(path=sys.argv[1]):
    print("open", flush=True)
    time.sleep(120)
"""
"""Holds the graph at its argument open for writing."""


def _asked(name: str, sentence: str, words: tuple[str, ...], *says: str, code: int = 2) -> None:
    def run(place: Place) -> Outcome:
        done = place.kg(*words, store=place.seeds)
        told = done.err.strip()
        right = done.code == code and plain(done) and len(told.splitlines()) == 1 and all(one in told for one in says)
        return Outcome(right, f"exit {done.code} ({code}): {told[:150]}", done.command)

    add(f"bad-{name}", 4, f"{sentence}: one line, exit {code}", run)


_asked("query", "An unknown query (with the nearest names)", ("query", "visit"), "visits")
_asked("parameter", "A wrong parameter", ("query", "visits", "-p", "who=إيران"), "who")
_asked("since", "since after until", ("query", "visits", "--since", "2020", "--until", "2019"))
_asked("date-option", "A date that is none", ("query", "visits", "--since", "2019-13"), "2019-13")
_asked("actor", "An unknown actor (with the nearest names)", ("show", "محمد باقرو"), "باقري")


@check("bad-bearers", 4, "An alias with several bearers lists them and exits with 2")
def bearers(place: Place) -> Outcome:
    folder = place.fresh("bad")
    for person in ("حافظ", "بشار"):
        text = f"قال الرئيس السوري {person} الأسد إن سوريا قوية. وأضاف الأسد أن بلاده تدعم لبنان."
        (folder / f"{person}.txt").write_text(text, encoding="utf-8")
    store = place.fresh("graph") / "graph.db"
    place.kg("load", folder, store=store).right()
    done = place.kg("show", "الأسد", store=store)
    listed = [row for row in done.out.splitlines() if "person/" in row]
    right = done.code == 2 and plain(done) and len(listed) >= 2
    return Outcome(
        right, f"exit {done.code} (2), {len(listed)} bearers listed: {done.complaint[:100]}", "kg show الأسد"
    )


@check("bad-name", 4, "A name with quotes, % or bidi marks is a name like any other, and inert where it is shown")
def odd_name(place: Place) -> Outcome:
    told = []
    for name in ("a'b\"c", "100%", "\u202eإيران\u202c", "x\\' OR 1=1 //", "`id`", "*", "AND", ""):
        done = place.kg("show", name, store=place.seeds)
        bad = done.code not in (0, 2) or not plain(done) or "\u202e" in done.out + done.err
        told += [f"{name!r}: exit {done.code}"] if bad else []
    plain_name = place.kg("show", "إيران", store=place.seeds).right().out
    marked = place.kg("show", "\u202eإيران\u202c", store=place.seeds).out
    same = plain_name == marked
    return Outcome(
        not told and same,
        f"wrong: {'; '.join(told) or 'none'}; with bidi marks {'the same' if same else 'another answer'}",
        "kg show NAME",
    )


@check("bad-locked", 4, "A locked database: one line that says who holds it, exit 1")
def locked(place: Place) -> Outcome:
    store = place.fresh("graph") / "graph.db"
    seed = next((place.root / "seeds").glob("003_*"))
    place.kg("load", seed, store=store).right()
    holder = subprocess.Popen(
        [place.python, "-c", HOLD, str(store)], env=place.environ, cwd=place.root, stdout=subprocess.PIPE
    )
    try:
        assert holder.stdout
        assert holder.stdout.readline() == b"open\n"
        done = place.kg("load", seed, store=store, timeout=100)
    finally:
        holder.kill()
        holder.wait()
    after = place.kg("check", store=store)
    right = done.code == 1 and plain(done) and str(holder.pid) in done.err and after.code == 0
    return Outcome(
        right, f"exit {done.code} (1): {done.complaint[:160]}", "kg load PAGE (while another holds the graph)"
    )


@check("bad-newer", 4, "A database of a newer schema: one line, exit 1")
def newer(place: Place) -> Outcome:
    store = place.fresh("graph") / "graph.db"
    place.kg("load", next((place.root / "seeds").glob("003_*")), store=store).right()
    raise_it = (
        "import sys\nfrom kg.store import open_store\n"
        "with open_store(path=sys.argv[1]) as store:\n"
        "    store._writer.execute_query('MATCH (s:Schema) SET s.version = s.version + 1000')\n"
    )
    place.do([place.python, "-c", raise_it, store]).right()
    found = [place.kg(*words, store=store) for words in (("query", "visits"), ("load", place.root / "seeds"))]
    right = all(done.code == 1 and plain(done) and "schema" in done.err for done in found)
    return Outcome(right, f"exit {[done.code for done in found]}: {found[0].complaint[:140]}", "kg query visits")


@check("bad-store", 4, "A store path that is something else: one line, exit 1, and what is there stays")
def other_store(place: Place) -> Outcome:
    folder = place.fresh("other")
    (folder / "letter.txt").write_text("dear", encoding="utf-8")
    file = folder / "letter.txt"
    told, right = [], True
    for store in (file, folder):
        for words in (("load", next((place.root / "seeds").glob("003_*"))), ("query", "visits"), ("check",)):
            done = place.kg(*words, store=store)
            right = right and done.code == 1 and plain(done) and len(done.err.strip().splitlines()) == 1
            told.append(done.complaint)
    same = file.read_text("utf-8") == "dear" and [one.name for one in folder.iterdir()] == ["letter.txt"]
    return Outcome(right and same, f"{told[0][-110:]}", "kg load PAGE --store letter.txt")


@check("bad-cwd", 4, "A read-only working directory: one line for a load, exit 1; reading works")
def read_only(place: Place) -> Outcome:
    folder = place.fresh("closed")
    folder.chmod(0o555)
    seed = next((place.root / "seeds").glob("003_*"))
    load = place.do(unprivileged(place.kg_words("load", seed)), cwd=folder)
    ask = place.do(unprivileged(place.kg_words("extract", seed)), cwd=folder)
    right = load.code == 1 and plain(load) and len(load.err.strip().splitlines()) == 1 and ask.code == 0
    return Outcome(
        right, f"load exit {load.code} (1): {load.complaint[-110:]}; extract exit {ask.code} (0)", "kg load PAGE"
    )


@check("bad-terminal", 4, "A terminal that is not UTF-8: the answer all the same, what it cannot show by its number")
def terminal(place: Place) -> Outcome:
    told, right = [], True
    for name in ("ascii", "cp1256", "latin-1"):
        env = {"PYTHONIOENCODING": name, "LC_ALL": "C"}
        rows = place.kg("query", "visits", "--json", store=place.seeds, env=env)
        table = place.kg("query", "visits", store=place.seeds, env=env)
        data = json.loads(rows.out.splitlines()[0]) if rows.code == 0 and name == "ascii" else {}
        whole = name != "ascii" or any("\u0600" < c < "\u06ff" for c in data.get("subject", ""))
        good = rows.code == 0 and table.code == 0 and plain(rows) and plain(table) and whole
        right = right and good
        told.append(f"{name} {'well' if good else 'not well: ' + (rows.complaint or table.complaint)[:80]}")
    return Outcome(right, ", ".join(told), "PYTHONIOENCODING=ascii kg query visits")


@check("bad-head", 4, "Output piped into `head`: no complaint")
def head(place: Place) -> Outcome:
    words = place.kg_words("extract", place.root / "seeds")
    first = subprocess.Popen(words, cwd=place.root, env=place.environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert first.stdout
    assert first.stderr
    first.stdout.read(10)
    first.stdout.close()
    err = first.stderr.read().decode()
    code = first.wait(60)
    return Outcome(
        code == 0 and not err, f"exit {code}: {err.strip()[-100:] or 'silent'}", "kg extract seeds | head -c 10"
    )


@check(
    "bad-full",
    6,
    "A full disk under the embedded store: one line, and the graph still opens with what was acknowledged",
)
def full(place: Place) -> Outcome:
    mount = place.fresh("disk")
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=160m", "tmpfs", str(mount)], capture_output=True, check=False
    )
    if made.returncode:
        return Outcome(None, "no right to mount a small disk here")
    try:
        store = mount / "graph.db"
        place.kg("load", place.root / "seeds", store=store).right()
        filler = mount / "filler"
        free = shutil.disk_usage(mount).free
        filler.write_bytes(b"x" * max(free - 300_000, 0))
        done = place.kg("load", place.sample(300, "disk"), store=store, timeout=300)
        filler.unlink()
        after = place.kg("check", store=store)
        held = place.kg("query", "visits", "--json", store=store)
        right = done.code == 1 and plain(done) and after.code == 0 and len(held.rows) > 0
        figure = (
            f"exit {done.code} (1): {done.complaint[-120:]}; then kg check: {(after.out or after.err).strip()[:80]}"
        )
    finally:
        subprocess.run(["umount", "-l", str(mount)], check=False)
    return Outcome(right, figure, "kg load PAGES (on a disk that fills)")


@check("start-up", 4, "The embedded store starts in under 1 s")
def start_up(place: Place) -> Outcome:
    code = (
        "import sys, time\nfrom kg.store import open_store\nbegun = time.perf_counter(); cpu = time.process_time()\n"
        "store = open_store(path=sys.argv[1], mode='read')\n"
        "print(time.perf_counter() - begun, time.process_time() - cpu)\nstore.close()"
    )
    times = []
    for _ in range(3):
        done = place.do([place.python, "-c", code, place.seeds], told="open_store(PATH)").right()
        times.append(tuple(map(float, done.out.split())))
    best = min(times)
    return Outcome(best[0] < 1, f"{best[0]:.2f} s at best of 3, {best[1]:.2f} s of processor (< 1)", done.command)


@check("progress", 4, "`kg load` shows a progress bar on a terminal")
def progress(place: Place) -> Outcome:
    ours, theirs = pty.openpty()
    words = place.kg_words("load", place.root / "seeds")
    env = {**place.environ, "MAWQIF_STORE": str(place.fresh("graph") / "graph.db"), "TERM": "xterm", "COLUMNS": "100"}
    process = subprocess.Popen(words, cwd=place.root, env=env, stdout=subprocess.DEVNULL, stderr=theirs)
    os.close(theirs)
    told = drain(ours, process)
    return Outcome(
        "/5" in told and process.returncode == 0,
        f"exit {process.returncode}, {'shown' if '/5' in told else 'none'}",
        "kg load seeds",
    )


def drain(descriptor: int, process: subprocess.Popen[bytes]) -> str:
    found = b""
    while True:
        try:
            piece = os.read(descriptor, 65536)
        except OSError:
            break
        if not piece:
            break
        found += piece
    process.wait()
    os.close(descriptor)
    return found.decode("utf-8", "replace")
