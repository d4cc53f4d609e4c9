"""Pages that are none: each a one-line error (or a right reading), the other pages loaded, the right exit code."""

from __future__ import annotations

import gzip
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from tools.checks import Missing, Outcome, add
from tools.checks.place import Done, Place

GOOD = "زار وزير الخارجية الروسي سيرغي لافروف دمشق في 3 شباط 2018.\n"


def plain(done: Done) -> bool:
    """Whether what it complains of is lines for people: each names the program, none is a traceback's."""
    lines = done.err.strip().splitlines()
    return "Traceback" not in done.err and all(line.startswith(("kg: ", "note: ")) for line in lines)


def _page(
    name: str,
    sentence: str,
    make: Callable[[Path], object],
    *,
    code: int = 1,
    says: str = "",
    read: int = 1,
    errors: int = 1,
) -> None:
    """`make` puts the bad thing into a folder that has one good page; `read` pages must come out of it."""

    def run(place: Place) -> Outcome:
        folder = place.fresh("bad")
        (folder / "good.txt").write_text(GOOD, encoding="utf-8")
        make(folder)
        done = place.kg("load", folder, "--json", store=place.fresh("graph") / "graph.db", timeout=120)
        if not done.out.strip():
            return Outcome(False, f"exit {done.code}: {done.complaint[:200]}", done.command)
        report = done.rows[0]
        right = done.code == code and plain(done) and report["read"] == read and len(report["errors"]) == errors
        right = right and says in done.err and len(done.err.strip().splitlines()) <= 1 + errors
        said = done.complaint.rsplit("/", 1)[-1][:110] or "-"
        figure = f"exit {done.code} ({code}), {report['read']} read ({read}), told: {said}"
        return Outcome(right, figure, "kg load FOLDER")

    add(f"bad-{name}", 4, f"{sentence}: one line, the other page loaded, exit {code}", run)


def line(**about: object) -> str:
    return json.dumps({"id": "1", "title": "خبر", "text": GOOD, "date": "2018-02-03", "outlet": "X", **about}) + "\n"


def _cut_gz(folder: Path) -> None:
    whole = gzip.compress(
        "".join(line(id=str(n), text=f"{GOOD} {n} {os.urandom(40).hex()}") for n in range(400)).encode()
    )
    (folder / "cut.jsonl.gz").write_bytes(whole[: len(whole) // 2])


def _large(folder: Path) -> None:
    with (folder / "large.txt").open("wb") as file:
        for _ in range(50):
            file.write((GOOD * 12_000).encode()[: 1 << 20])


_page("empty", "An empty file", lambda folder: (folder / "empty.txt").touch(), says="empty")
_page("binary", "A binary file", lambda folder: (folder / "binary.txt").write_bytes(bytes(range(256)) * 64))
_page("50mb", "A 50 MB file", _large, says="too large")
_page(
    "1256", "A file in Windows-1256 is read rightly",
    lambda folder: (folder / "old.txt").write_bytes(GOOD.replace("3", "4").encode("cp1256")), code=0, read=2, errors=0,
)  # fmt: skip
_page(
    "json", "A broken JSON line", lambda folder: (folder / "a.jsonl").write_text(line() + '{"id": "2", "te\n'), read=2
)
_page(
    "text-null",
    "A line whose text is null",
    lambda folder: (folder / "a.jsonl").write_text(line() + line(id="2", text=None)),
    says="null",
    read=2,
)
_page(
    "text-number",
    "A line whose text is a number",
    lambda folder: (folder / "a.jsonl").write_text(line() + line(id="2", text=7)),
    read=2,
)
_page(
    "date-zero",
    "A date of 0000-00-00 is told and the line read without",
    lambda folder: (folder / "a.jsonl").write_text(line(date="0000-00-00")),
    code=0,
    says="0000-00-00",
    read=2,
    errors=0,
)


def _arabic_date(place: Place) -> Outcome:
    folder = place.fresh("bad")
    (folder / "a.jsonl").write_text(line(date="٢٠١٨/٢/٣"))
    (row,) = place.kg("extract", folder).right().rows
    return Outcome(
        row["article"]["published_on"] == "2018-02-03", f"read as {row['article']['published_on']}", "kg extract"
    )


add("bad-date-arabic", 4, "A date of ٢٠١٨/٢/٣ is read as 2018-02-03", _arabic_date)


def _cut(place: Place) -> Outcome:
    folder = place.fresh("bad")
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    _cut_gz(folder)
    done = place.kg("load", folder, "--json", store=place.fresh("graph") / "graph.db")
    report = done.rows[0]
    right = done.code == 1 and plain(done) and report["read"] > 50 and len(report["errors"]) == 1
    return Outcome(
        right,
        f"exit {done.code}, {report['read']} read, told: {done.complaint.rsplit('/', 1)[-1][:100]}",
        "kg load FOLDER",
    )


add("bad-gz", 4, "A cut .gz: one line, what stood before the cut and the other page loaded, exit 1", _cut)


def _no_pages(place: Place) -> Outcome:
    folder = place.fresh("bad")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    done = place.kg("load", folder, store=place.fresh("graph") / "graph.db")
    return Outcome(
        done.code == 1 and plain(done) and "no page" in done.err,
        f"exit {done.code}: {done.complaint[-90:]}",
        "kg load FOLDER",
    )


add("bad-folder", 4, "A folder without pages: one line, exit 1", _no_pages)


def _missing(place: Place) -> Outcome:
    seed = next((place.root / "seeds").glob("003_*"))
    done = place.kg("load", "/no/such/page.txt", seed, "--json", store=place.fresh("graph") / "graph.db")
    right = done.code == 1 and plain(done) and done.rows[0]["read"] == 1 and "no such file" in done.err
    return Outcome(right, f"exit {done.code}: {done.complaint}", "kg load /no/such/page.txt PAGE")


add("bad-path", 4, "A missing path: one line, the other page loaded, exit 1", _missing)


def unprivileged(words: list[str]) -> list[str]:
    """The command, without the right of root to read and write everything. Raises Missing where that cannot be had."""
    if os.geteuid() != 0:
        return words
    if shutil.which("setpriv") is None:
        raise Missing("root reads everything, and there is no setpriv to give that up")
    rights = "-dac_override,-dac_read_search,-fowner"
    return ["setpriv", f"--bounding-set={rights}", f"--inh-caps={rights}", "--", *words]


def _unreadable(place: Place) -> Outcome:
    folder = place.fresh("bad")
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    (folder / "closed.txt").write_text(GOOD, encoding="utf-8")
    (folder / "shut").mkdir()
    (folder / "shut" / "in.txt").write_text(GOOD, encoding="utf-8")
    (folder / "closed.txt").chmod(0)
    (folder / "shut").chmod(0)
    words = unprivileged(place.kg_words("load", folder, "--json"))
    done = place.do(words, env={"MAWQIF_STORE": str(place.fresh("graph") / "graph.db")})
    (folder / "shut").chmod(0o700)
    if not done.out:
        return Outcome(False, f"exit {done.code}: {done.complaint[-150:]}")
    report = done.rows[0]
    right = done.code == 1 and plain(done) and report["read"] == 1 and len(report["errors"]) == 2
    return Outcome(
        right, f"exit {done.code}, {report['read']} read, {len(report['errors'])} errors (2)", "kg load FOLDER"
    )


add("bad-unreadable", 4, "An unreadable file and folder: one line each, the other page loaded, exit 1", _unreadable)
