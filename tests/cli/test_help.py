"""Every command and every option says what it is."""

from __future__ import annotations

from typing import Any

import pytest
import typer

from kg.cli import app
from tests.cli.conftest import Run

GROUP: Any = typer.main.get_command(app)
COMMANDS: dict[str, Any] = GROUP.commands


def test_all_that_was_promised_is_there() -> None:
    promised = "load extract query cypher show export forget check evaluate explain demo version"
    assert set(promised.split()) <= set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_and_all_its_options_have_help(name: str) -> None:
    command = COMMANDS[name]
    assert len(command.help) > 15
    for one in command.params:
        assert getattr(one, "help", None), f"{name} {one.name}"
        assert one.help[-1] in ".)" or "Default" in one.help, f"{name} {one.name}: {one.help}"


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_is_printed(kg: Run, name: str) -> None:
    ran = kg(*([name] if name else []), "--help")
    assert ran.code == 0
    assert "Usage: kg" in ran.out
    assert ran.err == ""


@pytest.mark.parametrize("name", ["load", "query", "cypher", "show", "export", "forget", "check"])
def test_what_needs_a_graph_takes_a_store(name: str) -> None:
    options = {flag: one for one in COMMANDS[name].params for flag in one.opts}
    assert options["--store"].envvar == "MAWQIF_STORE"


@pytest.mark.parametrize("name", ["load", "query", "cypher", "show", "forget", "check", "evaluate", "export"])
def test_what_prints_rows_prints_json(name: str) -> None:
    assert "--json" in {flag for one in COMMANDS[name].params for flag in one.opts}


def test_the_filters_are_one_shared_set() -> None:
    shared = {"--since", "--until", "--basis", "--status", "--min-score", "--dated"}
    texts: dict[str, set[str]] = {}
    for name in ("query", "show", "export"):
        flags = {flag: one.help for one in COMMANDS[name].params for flag in one.opts}
        assert shared <= set(flags), name
        for flag in shared:
            texts.setdefault(flag, set()).add(flags[flag])
    assert all(len(found) == 1 for found in texts.values())


def test_nothing_asked_shows_the_help(kg: Run) -> None:
    ran = kg()
    assert ran.code == 2
    assert "Commands:" in ran.out


def test_version(kg: Run) -> None:
    assert kg("--version").out == kg("version").out
    assert kg("version").out.startswith("mawqif")
