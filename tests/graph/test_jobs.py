"""Reading in several processes: order, one bad page among good ones, an end in the middle."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from kg.errors import LexiconError, PageError
from kg.model import Page
from loaders.jobs import AHEAD, extract_all
from tests.graph.readers import large, plain


def page(number: int, text: str = "text") -> Page:
    return Page(id=f"/p/{number}", stem=f"{number:04}", path=f"/p/{number}", sha256="0", text=text)


def stems(results: object) -> list[str]:
    return [item.page if isinstance(item, PageError) else item[0].stem for item in results]  # type: ignore[attr-defined]


@pytest.mark.parametrize("jobs", [1, 2])
def test_input_order_is_kept(jobs: int) -> None:
    pages = [page(i, "slow text" if i % 7 == 0 else "text") for i in range(40)]
    assert stems(extract_all(pages, jobs, read=plain)) == [p.stem for p in pages]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_broken_lexicon_is_told_once(jobs: int) -> None:
    with pytest.raises(LexiconError, match=r"^frames\.tsv:7: 2 fields, the header has 8$"):
        list(extract_all([page(1, "lexicon"), page(2)], jobs, read=plain))


def test_other_processes_read() -> None:
    readers = {item[1][0].article.title for item in extract_all([page(1), page(2)], 2, read=plain)}  # type: ignore[index]
    assert str(os.getpid()) not in readers


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_page_that_fails_is_told_and_the_others_go_on(jobs: int) -> None:
    given = [page(0), page(1, "raise"), PageError("x", "y"), page(2, "refuse"), page(3)]
    found = list(extract_all(given, jobs, read=plain))
    assert stems(found) == ["0000", "/p/1", "x", "/p/2", "0003"]
    assert "ValueError: two lines" in str(found[1])
    assert str(found[3]) == "/p/2: not wanted"


def test_a_page_that_kills_its_process_is_told_and_the_others_go_on() -> None:
    pages = [page(i, "die" if i in (3, 9) else "text") for i in range(12)]
    found = list(extract_all(pages, 2, read=plain))
    assert [i for i, one in enumerate(found) if isinstance(one, PageError)] == [3, 9]
    assert "ended (7)" in str(found[3])


def test_a_page_that_takes_too_long_is_told() -> None:
    found = list(extract_all([page(0), page(1, "hang"), page(2)], 2, read=plain, limit_s=3))
    assert [isinstance(one, PageError) for one in found] == [False, True, False]
    assert "more than 3 s" in str(found[1])


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="the system does not tell a process's size")
def test_a_process_that_has_grown_is_replaced() -> None:
    readers = {item[1][0].article.title for item in extract_all([page(i) for i in range(4)], 2, read=large)}  # type: ignore[index]
    assert len(readers) == 4


def test_no_more_pages_are_taken_than_are_worked_on() -> None:
    taken = 0

    def pages() -> Iterator[Page]:
        nonlocal taken
        for i in range(10_000):
            taken += 1
            yield page(i)

    results = extract_all(pages(), 2, read=plain)
    next(results)
    results.close()
    assert taken <= 2 * AHEAD + 1


def test_stopping_leaves_no_process() -> None:
    results = extract_all([page(i, "slow text") for i in range(100)], 2, read=plain)
    next(results)
    assert children()
    began = time.monotonic()
    results.close()
    while children() and time.monotonic() < began + 10:
        time.sleep(0.05)
    assert children() == []


def children() -> list[psutil.Process]:
    found = []
    for one in psutil.Process().children():
        try:
            if "spawn_main" in " ".join(one.cmdline()):
                found.append(one)
        except (psutil.ZombieProcess, psutil.NoSuchProcess):  # ended since it was listed
            continue
    return found


def test_a_script_without_a_guard_may_load_in_processes(tmp_path: Path) -> None:
    """Other processes do not run the script again that started them."""
    script = tmp_path / "script.py"
    script.write_text(
        "from tests.graph.readers import plain\n"
        "from tests.graph.test_jobs import page\n"
        "from loaders.jobs import extract_all\n"
        "print('begun')\n"
        "print(len(list(extract_all([page(i) for i in range(5)], 2, read=plain))))\n"
    )
    root = Path(__file__).resolve().parents[2]
    run = subprocess.run(
        [sys.executable, str(script)],
        capture_output=True, text=True, timeout=120, env={**os.environ, "PYTHONPATH": str(root)},
    )  # fmt: skip
    assert run.stdout.split() == ["begun", "5"], run.stderr
