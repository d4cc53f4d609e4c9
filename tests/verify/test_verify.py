"""`make verify` must not say that something holds which it did not see."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tools.checks import Check, Missing, Outcome
from tools.checks.asking import ends
from tools.checks.corpus import sampled
from tools.checks.place import Place

ROOT = Path(__file__).resolve().parents[2]


def verify(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "tools" / "verify.py"), *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def place(tmp_path: Path) -> Place:
    return Place(ROOT, tmp_path, ROOT.parent / "shared", clone=False, own=False)


def test_list_leaves_out_what_is_slow() -> None:
    every, fast = (verify("--list", *words).stdout.splitlines() for words in ((), ("--fast",)))
    slow = [line.split()[0] for line in every if line.split()[1] == "slow"]
    assert {"corpus-rss", "neo4j-rows", "crash"} <= set(slow)
    assert [line for line in every if line.split()[0] not in slow] == fast


def test_unknown_name_is_no_success() -> None:
    done = verify("--only", "no-such-check")
    assert done.returncode == 2
    assert "--list" in done.stderr


def test_what_goes_wrong_is_a_failure_and_what_is_absent_is_not(tmp_path: Path) -> None:
    def broken(_: Place) -> Outcome:
        raise KeyError("x")

    def absent(_: Place) -> Outcome:
        raise Missing("no corpus here")

    assert Check("a", 1, "s", broken).judge(place(tmp_path)).verdict == "FAIL"
    assert Check("b", 1, "s", absent).judge(place(tmp_path)).verdict == "skip"


def test_a_command_that_fails_is_told(tmp_path: Path) -> None:
    def run(here: Place) -> Outcome:
        return Outcome(True, here.kg("query", "no-such-query", store=tmp_path / "none.db").right().out)

    outcome = Check("c", 1, "s", run).judge(place(tmp_path))
    assert outcome.verdict == "FAIL"
    assert "no-such-query" in outcome.figure


def test_rows_are_told_apart() -> None:
    row = {"subject": "محمد باقري", "object": "تركيا", "date": "2019-03-18", "through": None}
    assert ends("باقري", "تركيا")(row)
    assert not ends("باقري", "تركيا", "2019-03-17")(row)
    assert not ends("باقري", "تركيا", through="باقري")(row)
    assert not ends("تركيا", "باقري")(row)


def test_memory_is_sampled_with_progress(tmp_path: Path) -> None:
    done = sampled(place(tmp_path), tmp_path / "store" / "graph.db", "load", ROOT / "seeds", "--json")
    assert done.code == 0, done.err
    assert done.report["read"] == 5
    assert 20 < done.peak < 1500
    assert done.cpu > 0
    assert "/5" in done.err
