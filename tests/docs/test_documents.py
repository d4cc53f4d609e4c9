"""What the documents say of commands, queries, files and output is so."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from kg.cli import app
from queries import catalogue
from tools import documents

ROOT = documents.ROOT
README = (ROOT / "README.md").read_text("utf-8")
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
LEXICON = ROOT / "loaders" / "lexicon"
DOCUMENTS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]
GROUP: Any = typer.main.get_command(app)
COMMANDS: dict[str, Any] = GROUP.commands


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


# -- links


def headings(text: str) -> set[str]:
    """The anchors that GitHub gives a document's headings."""
    titles = re.findall(r"^#+ (.+)$", re.sub(r"```.*?```", "", text, flags=re.DOTALL), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_links_lead_somewhere(path: Path) -> None:
    text = path.read_text("utf-8")
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if "://" in target:
            continue
        file, _, anchor = target.partition("#")
        there = (path.parent / file).resolve() if file else path
        assert there.exists(), f"{name(path)}: there is no {target}"
        if anchor:
            assert anchor in headings(there.read_text("utf-8")), f"{name(path)}: {file} has no heading #{anchor}"


# -- what the program itself tells


def test_parts_that_the_catalogue_gives_are_fresh() -> None:
    again = "run python -m tools.documents"
    assert documents.fresh(README) == README, again
    assert documents.query_pages() == documents.QUERIES.read_text("utf-8"), again


def test_every_command_and_query_is_documented() -> None:
    for command in COMMANDS:
        assert f"| `kg {command}" in README
    pages = documents.QUERIES.read_text("utf-8")
    for query in catalogue().values():
        assert f"[`{query.name}`]" in README
        assert f"\n## {query.name}\n" in pages
        for column in query.columns:
            assert f"- `{column.name}`: {column.description}" in pages


def test_the_demo_prints_what_the_readme_shows() -> None:
    shown = re.search(r"<!-- demo: begin[^>]*-->\n(.*?)\n<!-- demo: end -->", README, re.DOTALL)
    assert shown
    # What is counted moves with every rule; the answers must not.
    table = slice(shown[1].index("kg query "), shown[1].index("…\nfor Gephi"))
    assert shown[1][table] in documents.demo(), "run python -m tools.documents"


# -- commands in documents


def lines_of_kg(text: str) -> Iterator[list[str]]:
    """The words behind `kg` of every command line in a document: indented, in a fence, or `kg … ` in a sentence."""
    blocks = re.findall(r"^ {4}kg (.+)$", text, re.MULTILINE) + re.findall(r"`kg ([^`]+)`", text)
    for line in blocks:
        yield shlex.split(line.split("   #")[0].split(" > ")[0])


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_commands_that_are_shown_exist(path: Path) -> None:
    for words in lines_of_kg(path.read_text("utf-8")):
        command = words[0]
        if command in ("COMMAND", "…", "--help"):
            continue
        assert command in COMMANDS, f"kg {command}"
        flags = {flag for one in COMMANDS[command].params for flag in (*one.opts, *one.secondary_opts)} | {"--help"}
        for word in words[1:]:
            for flag in word.split("/") if word.startswith("-") else ():
                assert flag in flags, f"kg {command} has no {flag}"
        if command == "query" and len(words) > 1 and words[1] not in ("NAME", "[NAME]") and words[1][0] != "-":
            query = catalogue()[words[1]]
            given = {words[i + 1].partition("=")[0] for i, word in enumerate(words) if word == "-p"}
            assert given <= {parameter.name for parameter in query.parameters}, words


def run(folder: Path, *arguments: str) -> str:
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    env = {**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1", "NO_COLOR": "1"}
    env.pop("MAWQIF_STORE", None)
    ran = subprocess.run([sys.executable, *arguments], cwd=folder, env=env, capture_output=True, encoding="utf-8")
    assert ran.returncode == 0, f"{arguments}: {ran.stderr or ran.stdout}"
    return ran.stdout


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with seeds/, in which the first snippet of README.md made a graph."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    run(folder, "-c", snippets()[0])
    return folder


def snippets() -> list[str]:
    return re.findall(r"```python\n(.*?)```", README, re.DOTALL)


def test_the_first_snippet_made_a_graph(place: Path) -> None:
    assert (place / "mawqif.db").is_dir()
    assert (place / "news.gexf").read_bytes().startswith(b"<?xml")


@pytest.mark.parametrize("number", range(1, len(snippets())))
def test_further_snippets_run(place: Path, number: int) -> None:
    assert run(place, "-c", snippets()[number]).strip()


SHOWN = re.findall(r"^ {4}kg (.+)$", README, re.MULTILINE)


@pytest.mark.parametrize("line", SHOWN)
def test_command_lines_of_the_readme_run(place: Path, line: str) -> None:
    words = shlex.split(line)
    out = run(place, "-c", "import sys; from kg.cli import main; sys.exit(main(sys.argv[1:]))", *words)
    made = place / words[words.index("-o") + 1] if "-o" in words else None
    assert made.stat().st_size > 1000 if made else out.strip()


# -- the house


def test_architecture_names_every_package_and_module() -> None:
    for folder in (p for p in ROOT.iterdir() if p.is_dir() and any(p.glob("*.*")) and p.name[0] not in "."):
        tracked = subprocess.run(["git", "ls-files", folder.name], cwd=ROOT, capture_output=True, encoding="utf-8")
        if tracked.returncode == 0 and tracked.stdout:
            assert f"\n{folder.name}/ " in ARCHITECTURE, folder.name
    for folder in (ROOT / "kg", ROOT / "loaders"):
        for path in folder.iterdir():
            if path.is_dir() and any(path.glob("*.py")):
                assert f"{path.name}/" in ARCHITECTURE, name(path)
            elif path.suffix == ".py" and path.name != "__init__.py":
                assert re.search(rf"\b{path.name}\b", ARCHITECTURE), (
                    f"{name(path)}: say in ARCHITECTURE.md what it is for"
                )


def test_architecture_names_nothing_that_is_gone() -> None:
    tree = ARCHITECTURE.split("```")[1]
    files = {path.name for folder in ("kg", "loaders", "queries", "tools") for path in (ROOT / folder).rglob("*.py")}
    assert set(re.findall(r"\b\w+\.py\b", tree)) <= files
    for path in re.findall(r"`((?:kg|loaders|queries|tests|docs|tools)/[\w/.]+)", ARCHITECTURE):
        assert (ROOT / path).exists(), path


# -- the word lists


def tables() -> list[Path]:
    return sorted(LEXICON.glob("*.tsv"))


@pytest.mark.parametrize("path", tables(), ids=lambda p: p.name)
def test_every_table_of_the_lexicon_is_documented(path: Path) -> None:
    guide = (ROOT / "docs" / "lexicon.md").read_text("utf-8")
    assert f"`{path.name}`" in guide
    if path.name in ("forms.tsv", "ordinary.tsv"):  # derived, and not edited
        return
    header = next(line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#"))
    for column in header.split("\t"):
        assert re.search(rf"`{column}`|\b{column}\t|\t{column}\b", guide), f"column {column}"


def test_every_source_is_told() -> None:
    sources = (LEXICON / "SOURCES.md").read_text("utf-8")
    notice = (ROOT / "NOTICE").read_text("utf-8")
    assert "GeoNames" in notice
    assert "CC BY 4.0" in sources
    for seed in (ROOT / "seeds").iterdir():
        assert seed.name in notice
    missing = [path.name for path in [*tables(), *LEXICON.glob("*.txt")] if path.name not in sources]
    assert not missing, f"SOURCES.md does not say where these come from: {', '.join(missing)}"
