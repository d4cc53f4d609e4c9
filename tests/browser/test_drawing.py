"""What a person sees in Neo4j Browser: a headless Chromium signs in, drops the style, runs a script and is asked what
it has drawn."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import neo4j
import pytest

from kg import Graph
from tests.servers.need import missing
from tests.servers.shared import Server

ROOT = Path(__file__).resolve().parents[2]
DROP = """
([name, text]) => {
  const data = new DataTransfer();
  data.items.add(new File([text], name, {type: 'text/plain'}));
  const over = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
  for (const kind of ['dragenter', 'dragover', 'drop'])
    over.dispatchEvent(new DragEvent(kind, {bubbles: true, cancelable: true, dataTransfer: data}));
}
"""


@pytest.fixture(scope="module")
def page(neo4j_module: Server, chromium: str) -> Iterator[Any]:
    """The Browser, signed in, with the graph of seeds/ and our style."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("chromium", "the package playwright, which drives it, is not installed")
    if neo4j_module.browser is None:
        missing("chromium", "NEO4J_URI names a server, and NEO4J_BROWSER does not say where its Browser is")
    assert neo4j_module.auth
    with Graph.open(neo4j_module.uri, auth=neo4j_module.auth) as graph:
        graph.load(ROOT / "seeds")
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-quic", "--no-first-run"]
        )
        page = browser.new_page(viewport={"width": 1300, "height": 1000})
        page.set_default_timeout(60_000)
        page.goto(neo4j_module.browser)
        page.get_by_test_id("username").fill(neo4j_module.auth[0])
        page.get_by_test_id("password").fill(neo4j_module.auth[1])
        page.get_by_test_id("connect").click()
        page.locator(".monaco-editor").first.wait_for()
        # "Connect result nodes": off, or every edge between the nodes is drawn, asked for or not.
        type_(page, ":config autoComplete: false")
        drop(page, ROOT / "docs" / "mawqif.grass")
        page.wait_for_timeout(1000)
        yield page
        browser.close()


def type_(page: Any, text: str) -> None:
    page.locator(".monaco-editor").first.click()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(text)
    page.keyboard.press("Control+Enter")
    page.wait_for_timeout(1000)


def drop(page: Any, path: Path) -> None:
    page.evaluate(DROP, [path.name, path.read_text(encoding="utf-8")])


def run(page: Any, name: str) -> None:
    """Run a script and wait until its graph is drawn."""
    lines = (ROOT / "docs" / "browser" / f"{name}.cypher").read_text(encoding="utf-8").splitlines()
    type_(page, ":clear")
    for line in lines:
        if line.startswith(":param"):
            type_(page, line.rstrip(";"))
    type_(page, ":clear")
    type_(page, " ".join(line for line in lines if not line.startswith((":param", "//"))))
    page.locator("svg .node").first.wait_for()
    page.wait_for_timeout(1000)


def drawn(page: Any, of: str) -> list[tuple[str, str]]:
    """The words on each node or relationship, a long name's lines joined, and the colour of the node."""
    found = page.eval_on_selector_all(
        f"svg .{of}",
        """all => all.map(one => [[...one.querySelectorAll('text')].map(t => t.textContent).join(' '),
                                  one.querySelector('.b-outline')?.getAttribute('fill') ?? ''])""",
    )
    return sorted((re.sub(r"\s+", " ", words).strip(), colour) for words, colour in found)


COLOURS = {"Person": "#0072B2", "Country": "#D55E00", "Place": "#8C8C8C"}


@pytest.mark.chromium
def test_the_style_that_was_dropped_is_the_one_of_the_file(page: Any) -> None:
    rules = json.loads(page.evaluate("localStorage.getItem('neo4j.grass')"))
    assert {"node", "relationship", "node.Country", "relationship.VISITED"} <= set(rules)
    assert all(re.fullmatch(r"(node|relationship)(\.\w+)?", rule) for rule in rules), "a comment is read as a rule"
    assert {label: rules[f"node.{label}"]["color"] for label in COLOURS} == COLOURS


@pytest.mark.chromium
def test_it_draws_who_went_to_syria(page: Any, neo4j_module: Server) -> None:
    run(page, "visits")
    text = (ROOT / "docs" / "browser" / "visits.cypher").read_text(encoding="utf-8")
    query = text[text.index("MATCH") :].rstrip().removesuffix(";")
    with neo4j.GraphDatabase.driver(neo4j_module.uri, auth=neo4j_module.auth) as driver, driver.session() as session:
        graph = session.run(query, country="سوريا").graph()
        nodes = [(node["name"], COLOURS[next(iter(node.labels & COLOURS.keys()))]) for node in graph.nodes]
        edges = [f"{edge.type} {edge.get('date', '')}".strip() for edge in graph.relationships]
    assert len(nodes) >= 5
    seen = drawn(page, "node")
    assert len(seen) == len(nodes)
    for words, colour in seen:
        # A name too long for its circle ends in dots.
        assert any(name.startswith(words.removesuffix("…")) and colour == its for name, its in nodes), words
    assert [words for words, _ in drawn(page, "relationship")] == sorted(edges)


@pytest.mark.chromium
def test_a_script_that_is_dropped_is_kept_under_its_title(page: Any) -> None:
    drop(page, ROOT / "docs" / "browser" / "meetings.cypher")
    page.get_by_text("Save to favorites").click()
    page.wait_for_timeout(1000)
    assert "// Mawqif: Who met whom" in page.evaluate("localStorage.getItem('neo4j.documents')")
