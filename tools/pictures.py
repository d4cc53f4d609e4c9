"""Takes the pictures of docs/neo4j.md from a real Neo4j Browser that shows the graph of seeds/.

python -m tools.pictures        (needs Java 17, Maven, Chromium and Arabic fonts)
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path
from typing import Any

from kg import Graph
from tests.servers.neo4j_server import Neo4jServer

ROOT = Path(__file__).resolve().parents[1]
SHOWN = ("around-actor", "visits", "officials-of-country")


def main() -> None:
    from playwright.sync_api import sync_playwright  # type: ignore[import-not-found, unused-ignore]

    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("there is no Chromium on the PATH")
    # Without passwords, on a loopback port that is gone in a minute: nothing to type into a form.
    with Neo4jServer(auth=False) as server:
        with Graph.open(server.uri, auth=("", "")) as graph:
            graph.load(ROOT / "seeds")
        with sync_playwright() as play:
            browser = play.chromium.launch(
                executable_path=chromium, args=["--no-sandbox", "--disable-quic", "--no-first-run"]
            )
            page = browser.new_page(viewport={"width": 1300, "height": 1000})
            page.add_init_script(f"localStorage.setItem('neo4j.grass', {json.dumps(json.dumps(style()))})")
            page.goto(server.browser)
            page.wait_for_timeout(6000)
            page.locator("select").last.select_option(label="No authentication")
            page.get_by_test_id("connect").click()
            page.wait_for_timeout(6000)
            # "Connect result nodes": off, or every edge between the nodes is drawn, asked for or not.
            _type(page, ":config autoComplete: false")
            for name in SHOWN:
                _shoot(page, name)
            browser.close()


def style() -> dict[str, dict[str, str]]:
    """mawqif.grass as the Browser keeps it once it was dropped there."""
    text = re.sub(r"/\*.*?\*/", "", (ROOT / "docs" / "mawqif.grass").read_text(encoding="utf-8"), flags=re.DOTALL)
    rules = re.findall(r"^(\S+) \{\n(.*?)^\}", text, re.MULTILINE | re.DOTALL)
    return {
        rule: {key: value.strip("'") for key, value in re.findall(r"^\s*([\w-]+): (.*);$", body, re.MULTILINE)}
        for rule, body in rules
    }


def _shoot(page: Any, name: str) -> None:
    text = (ROOT / "docs" / "browser" / f"{name}.cypher").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("//")]
    for line in lines:
        if line.startswith(":param"):
            _type(page, line.rstrip(";"))
    _type(page, ":clear")
    _type(page, " ".join(line for line in lines if not line.startswith(":param")))
    page.wait_for_timeout(8000)
    target = ROOT / "docs" / "pictures" / f"{name}.png"
    page.screenshot(path=target, clip={"x": 60, "y": 60, "width": 1240, "height": 560})
    print(target)


def _type(page: Any, text: str) -> None:
    page.locator(".monaco-editor").first.click()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(text)
    page.keyboard.press("Control+Enter")
    page.wait_for_timeout(2000)


if __name__ == "__main__":
    main()
