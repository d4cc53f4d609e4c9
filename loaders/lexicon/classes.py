"""Word classes that the grammar of names and bodies asks for (`classes.tsv`), folded."""

from __future__ import annotations

from functools import lru_cache

from kg.errors import LexiconError
from kg.model import fold
from loaders.lexicon.tables import HERE, read


@lru_cache(maxsize=1)
def _classes() -> dict[str, frozenset[str]]:
    out: dict[str, frozenset[str]] = {}
    for row in read(HERE / "classes.tsv", ("class", "forms")):
        if row["class"] in out:
            raise row.fail(f"class {row['class']} stands twice")
        out[row["class"]] = frozenset(fold(form) for form in row.many("forms"))
    return out


def words(name: str) -> frozenset[str]:
    """The folded forms of one class.

    Raises:
        LexiconError: no such class.
    """
    found = _classes().get(name)
    if found is None:
        raise LexiconError("classes.tsv", 0, f"there is no class {name}")
    return found
