"""What users get wrong, and what the world hands them: one line each, the other pages loaded, the right exit code."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest

from kg import Graph
from tests.cli.conftest import SEEDS, Run

Process = Callable[..., "subprocess.Popen[bytes]"]
SEED = sorted(SEEDS.glob("*.txt"))[1]


def pages_of(store: Path) -> int:
    with Graph.open(path=store, mode="read") as graph:
        return graph.stats().pages


def line(**values: Any) -> str:
    given = {"id": "1", "title": "عنوان", "text": SEED.read_text("utf-8")}
    return json.dumps({**given, **values}, ensure_ascii=False) + "\n"


BAD_FILES: dict[str, bytes | Callable[[Path], None]] = {
    "empty.txt": b"",
    "blank.txt": b" \n\n\t",
    "binary.txt": bytes(range(256)) * 40,
    "broken.jsonl": b'{"id": "9", "title": \n',
    "null.jsonl": line(id="n", text=None).encode(),
    "number.jsonl": line(id="m", text=5).encode(),
    "list.jsonl": b"[1, 2]\n",
    "cut.jsonl.gz": gzip.compress(line(id="c").encode() * 50)[:-40],
    "nogzip.jsonl.gz": b"this is no gzip",
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_among_good_ones(kg: Run, tmp_path: Path, name: str) -> None:
    data = BAD_FILES[name]
    assert isinstance(data, bytes)
    bad = tmp_path / name
    bad.write_bytes(data)
    ran = kg("load", bad, SEED, "--store", tmp_path / "db")
    assert ran.code == 1
    assert len(ran.complaints) == 1, ran.err
    assert name in ran.complaints[0]
    assert "not read: 1" in ran.out
    assert pages_of(tmp_path / "db") >= 1


def test_a_file_that_is_too_large(kg: Run, tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(50 << 20)
    ran = kg("load", large, SEED, "--store", tmp_path / "db")
    assert (ran.code, len(ran.complaints)) == (1, 1)
    assert "too large" in ran.complaints[0]
    assert pages_of(tmp_path / "db") == 1


def test_windows_1256_is_read_right(kg: Run, tmp_path: Path) -> None:
    text = "قال وزير الخارجية الإيراني محمد جواد ظريف إن إيران لن تنسحب من سوريا."
    (tmp_path / "old.txt").write_bytes(text.encode("cp1256"))
    ran = kg("extract", tmp_path / "old.txt")
    assert ran.code == 0
    assert "محمد جواد ظريف" in json.loads(ran.out.splitlines()[0])["article"]["text"]


@pytest.mark.parametrize("date", ["0000-00-00", "٢٠١٨/٢/٣", "soon", 20180203])
def test_a_strange_date_does_not_lose_the_page(kg: Run, tmp_path: Path, date: object) -> None:
    (tmp_path / "d.jsonl").write_text(line(date=date), encoding="utf-8")
    ran = kg("load", tmp_path / "d.jsonl", "--store", tmp_path / "db")
    assert ran.code == 0, ran.err
    assert pages_of(tmp_path / "db") == 1


def test_two_texts_under_one_id(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "d.jsonl").write_text(line() + line(text="قالت تركيا إنها باقية."), encoding="utf-8")
    ran = kg("load", tmp_path / "d.jsonl", "--store", tmp_path / "db")
    assert (ran.code, len(ran.complaints)) == (1, 1)
    assert pages_of(tmp_path / "db") == 1


def test_a_folder_without_pages(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "picture.png").write_bytes(b"x")
    ran = kg("load", tmp_path / "folder", "--store", tmp_path / "db")
    assert (ran.code, len(ran.complaints)) == (1, 1)
    assert "no page" in ran.complaints[0]


def test_a_path_that_is_not_there(kg: Run, tmp_path: Path) -> None:
    ran = kg("load", tmp_path / "none", SEED, "--store", tmp_path / "db")
    assert (ran.code, len(ran.complaints)) == (1, 1)
    assert pages_of(tmp_path / "db") == 1


def test_a_page_with_a_strange_name(kg: Run, tmp_path: Path) -> None:
    name = 'it\'s "100%" $x {y}\u202e\u200f.txt'
    shutil.copy(SEED, tmp_path / name)
    ran = kg("load", tmp_path / name, "--store", tmp_path / "db")
    assert ran.code == 0
    assert "\u202e" not in kg("query", "relations", "--store", tmp_path / "db").out
    gone = kg("forget", name, "--store", tmp_path / "db")
    assert gone.code == 0, gone.err
    assert "\u202e" not in gone.out


def with_rights() -> list[str]:
    """What to put before a command so that rights hold for it, as they do not for root."""
    if os.geteuid() != 0:
        return []
    if shutil.which("setpriv") is None:
        pytest.skip("root may read everything, and there is no setpriv to take that away")
    powers = "-dac_override,-dac_read_search"
    return ["setpriv", f"--bounding-set={powers}", f"--inh-caps={powers}"]


def ended(process: subprocess.Popen[bytes]) -> tuple[int, str, str]:
    out, err = process.communicate(timeout=120)
    text = err.decode("utf-8", "replace")
    assert "Traceback" not in text, text
    return process.returncode, out.decode("utf-8", "replace"), text


def test_what_may_not_be_read(process: Process, tmp_path: Path) -> None:
    work = tmp_path / "work"
    (work / "locked").mkdir(parents=True)
    shutil.copy(SEED, work / "good.txt")
    shutil.copy(SEED, work / "secret.txt")
    (work / "secret.txt").chmod(0)
    (work / "locked").chmod(0)
    code, _, err = ended(process("load", work, "--store", tmp_path / "db", before=with_rights()))
    (work / "locked").chmod(0o700)
    assert code == 1
    told = [one for one in err.splitlines() if one.startswith("kg: ")]
    assert len(told) == 2, err
    assert any("secret.txt" in one for one in told)
    assert any("locked" in one for one in told)
    assert pages_of(tmp_path / "db") == 1


def test_a_working_folder_that_may_not_be_written(process: Process, tmp_path: Path) -> None:
    work = tmp_path / "work"
    work.mkdir(mode=0o555)
    code, _, err = ended(process("load", SEED, cwd=work, before=with_rights()))
    assert code == 1
    assert len(err.splitlines()) == 1
    assert "mawqif.db" in err
    assert list(work.iterdir()) == []


def test_asking_from_a_folder_that_may_not_be_written(process: Process, store: Path, tmp_path: Path) -> None:
    work = tmp_path / "work"
    work.mkdir(mode=0o555)
    code, out, err = ended(process("query", "visits", "--json", "--store", store, cwd=work, before=with_rights()))
    assert (code, err) == (0, "")
    assert len(out.splitlines()) == 2


WRONG: list[tuple[list[str], str]] = [
    (["query", "visit"], "visits"),
    (["query", "frobnicate"], "kg query"),
    (["query", "visits", "-p", "subjet=إيران"], "it takes subject, object"),
    (["query", "visits", "-p", "subject"], "key=value"),
    (["query", "visits", "-p", "subject=a", "-p", "subject=b"], "twice"),
    (["query", "visits", "-p", "since=2019"], "--since"),
    (["query", "statements-by-actor"], "needs actor"),
    (["query", "contested-claims", "-p", "within=soon"], "whole number"),
    (["query", "relations", "-p", "type=VISITING"], "VISITED"),
    (["query", "visits", "--since", "2019-02", "--until", "2019-01"], "lies after until"),
    (["query", "visits", "--since", "2019-13"], "YYYY"),
    (["query", "visits", "--basis", "rumour"], "narrated"),
    (["query", "visits", "--status", "true"], "asserted"),
    (["query", "visits", "--min-score", "3"], "between 0 and 1"),
    (["query", "visits", "--limit", "-3"], "--limit"),
    (["query", "statements-by-actor", "-p", "actor=باقري", "--status", "denied"], "knows no filter status"),
    (["query", "visits", "-p", "subject=نتنياهو"], "there is no actor"),
    (["query", "visits", "-p", "subject=it's 100% \"x\" \u202e"], "there is no actor"),
    (["show", "إيرن"], "إيران"),
    (["show", ""], "there is no actor"),
    (["show", "باقري", "--since", "2019", "--until", "2018"], "lies after until"),
    (["frobnicate"], "No such command"),
    (["query", "--frobnicate"], "No such option"),
    (["load"], "Missing argument"),
    (["load", "x", "--jobs", "0"], "--jobs"),
    (["export", "x.gexf", "--since", "x"], "YYYY"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "says"), WRONG, ids=lambda value: " ".join(value) if isinstance(value, list) else ""
)
def test_asked_wrongly(kg: Run, store: Path, arguments: list[str], says: str) -> None:
    ran = kg("--store", store, *arguments)
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert says in ran.complaints[0]
    assert "\u202e" not in ran.err
    assert ran.out == ""


def test_a_store_that_is_something_else(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "letter.txt").write_text("x")
    for place in ("file", "folder"):
        for arguments in (["load", SEED], ["query", "visits"]):
            ran = kg(*arguments, "--store", tmp_path / place)
            assert (ran.code, len(ran.complaints)) == (1, 1)
            assert "no store" in ran.complaints[0]
    assert (tmp_path / "folder" / "letter.txt").exists()


@pytest.mark.parametrize(
    "uri", ["bolt://127.0.0.1:1", "neo4j://user:secret@127.0.0.1:1", "http://localhost", "bolt://"]
)
def test_a_server_that_does_not_answer(kg: Run, uri: str) -> None:
    ran = kg("query", "visits", "--store", uri)
    assert ran.code == 1
    assert len(ran.err.splitlines()) == 1
    assert "secret" not in ran.err


def test_a_store_of_a_newer_program(kg: Run, tmp_path: Path) -> None:
    with Graph.open(path=tmp_path / "db") as graph:
        graph.store._write(lambda tx: tx.run("MATCH (s:Schema) SET s.version = 999").consume())
    for arguments in (["load", SEED], ["query", "visits"]):
        ran = kg(*arguments, "--store", tmp_path / "db")
        assert (ran.code, len(ran.complaints)) == (1, 1)
        assert "schema 999" in ran.complaints[0]


def test_a_store_that_another_process_holds(process: Process, tmp_path: Path) -> None:
    with Graph.open(path=tmp_path / "db"):
        code, _, err = ended(process("load", SEED, "--store", tmp_path / "db"))
        assert code == 1
        assert len(err.splitlines()) == 1
        assert str(os.getpid()) in err
        code, out, err = ended(process("query", "visits", "--json", "--store", tmp_path / "db"))
        assert (code, out) == (0, ""), err


def test_a_terminal_that_is_not_utf_8(process: Process, store: Path) -> None:
    for encoding in ("ascii", "latin-1", "cp1256"):
        env = {"PYTHONIOENCODING": encoding}
        for arguments in (["show", "باقري"], ["query", "visits"], ["query", "nothing"], ["query", "--help"]):
            code, _, _ = ended(process(*arguments, "--store", store, env=env))
            assert code == (2 if "nothing" in arguments else 0)
        code, out, _ = ended(process("query", "visits", "--json", "--store", store, env=env))
        assert json.loads(out.splitlines()[0])["subject"] == "محمد باقري"


def test_output_into_head(process: Process, store: Path) -> None:
    for arguments in (["query", "relations", "--json"], ["show", "باقري"], ["query", "relations"]):
        running = process(*arguments, "--store", store)
        running.stdout.close()  # type: ignore[union-attr]  # a pipe
        assert running.wait(60) == 0
        assert running.stderr.read() == b""  # type: ignore[union-attr]


def test_ctrl_c_finishes_the_batch_and_the_load_goes_on(process: Process, tmp_path: Path) -> None:
    text = SEED.read_text("utf-8")
    lines = [line(id=str(i), text=f"{text}\nالخبر رقم {i}.") for i in range(3000)]
    (tmp_path / "many.jsonl").write_text("".join(lines), encoding="utf-8")
    running = process("load", tmp_path / "many.jsonl", "--jobs", "2", "--store", tmp_path / "db")
    wait_for(tmp_path / "db" / "engine", running)
    wait_for_readers(running, 2)
    running.send_signal(signal.SIGINT)
    code, out, err = ended(running)
    assert code == 130, err
    assert "the same command goes on" in err
    loaded = pages_of(tmp_path / "db")
    assert 0 <= loaded < 3000
    assert f"{loaded:,} new" in out
    with Graph.open(path=tmp_path / "db") as graph:
        assert list(graph.check()) == []


def wait_for_readers(running: subprocess.Popen[bytes], count: int) -> None:
    """Until the load is under way: before its processes read there is nothing to finish."""
    end = time.monotonic() + 120
    while running.poll() is None and time.monotonic() < end:
        children = psutil.Process(running.pid).children(recursive=True)
        if sum("spawn_main" in " ".join(child.cmdline()) for child in children if child.is_running()) >= count:
            break
        time.sleep(0.1)
    time.sleep(2)


def wait_for(path: Path, running: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 60
    while not path.exists() and running.poll() is None and time.monotonic() < end:
        time.sleep(0.1)
