"""Sets of words that the grammar asks about (`sets.tsv`): light verbs, adverbs, turns, nouns that speak."""

from __future__ import annotations

from functools import lru_cache

from kg.errors import LexiconError
from kg.model import fold
from loaders.lexicon.tables import HERE, read


@lru_cache(maxsize=1)
def _sets() -> dict[str, frozenset[str]]:
    out: dict[str, frozenset[str]] = {}
    for row in read(HERE / "sets.tsv", ("set", "of", "words")):
        if row["of"] not in ("words", "lemmas"):
            raise row.fail(f"of is {row['of']!r}, neither words nor lemmas")
        if row["set"] in out:
            raise row.fail(f"the set {row['set']} stands twice")
        words = row.many("words")
        out[row["set"]] = frozenset(words if row["of"] == "lemmas" else map(fold, words))
    return out


def word_set(name: str) -> frozenset[str]:
    """The set of that name: folded words, or lemmas of verbs.tsv.

    Raises:
        LexiconError: the file lacks it.
    """
    try:
        return _sets()[name]
    except KeyError:
        raise LexiconError("sets.tsv", 0, f"the set {name} is missing") from None
