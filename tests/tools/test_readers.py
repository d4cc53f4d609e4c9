"""The reader must stay one that mypyc compiles; that it then reads the same, `verify.py --only speed-fast` shows."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def compiled_sources() -> Iterator[Path]:
    """The modules that pyproject.toml has mypyc compile."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    hook = told["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["mypyc"]
    assert hook["include"] == ["/loaders/**"]
    for path in sorted((ROOT / "loaders").rglob("*.py")):
        name = "/" + path.relative_to(ROOT).as_posix()
        if not any(fnmatchcase(name, pattern) for pattern in hook["exclude"]):
            yield path


def test_compiled_classes_have_one_base_and_no_cached_property() -> None:
    """mypyc takes no second base, and a cached_property in its classes is computed at each use."""
    sources = list(compiled_sources())
    assert len(sources) > 80
    for path in sources:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                assert len(node.bases) < 2, f"{path.name}: {node.name} has more than one base"
                decorators = [ast.unparse(d) for part in node.body for d in getattr(part, "decorator_list", [])]
                assert not any("cached_property" in d for d in decorators), f"{path.name}: {node.name}"


def test_compiled_comparisons_hold_no_starred_tuple() -> None:
    """`x in (a, *more)` stops mypyc with an internal error."""
    for path in compiled_sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Compare):
                tuples = [side for side in node.comparators if isinstance(side, ast.Tuple)]
                starred = any(isinstance(item, ast.Starred) for side in tuples for item in side.elts)
                assert not starred, f"{path.name}:{node.lineno}"
