"""Charges: what said of somebody accuses or threatens him (`charges.tsv`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kg.model import RELATION_TYPES, fold
from loaders.lexicon.tables import HERE, read

FORMS = ("verb", "not", "word", "denied", "will", "about", "of", "adj")
LEMMATIC = frozenset(("verb", "not", "will"))
"""Forms whose words are verbs of verbs.tsv."""
OWNED = frozenset(("of", "adj"))
"""Forms whose words stand for what is somebody's: his doing, or what his doing is called."""


@dataclass(slots=True, frozen=True)
class Charge:
    type: str
    form: str
    word: str
    """a verb of verbs.tsv, or a folded word"""
    then: frozenset[str]
    """folded words of which one must be the next"""
    needs: frozenset[str]
    """folded words of which one must stand within six words behind"""
    unless: frozenset[str]
    """folded words of which none may"""
    score: float

    @property
    def by(self) -> str:
        return f"charge:{self.type.lower()}:{self.word}"


def charges() -> tuple[dict[str, tuple[Charge, ...]], dict[str, tuple[Charge, ...]]]:
    """Charges by verb, and by folded word."""
    return _read()[:2]


def owned() -> dict[str, tuple[Charge, ...]]:
    """Charges by the folded noun or adjective of what is somebody's."""
    return _read()[2]


@lru_cache(maxsize=1)
def _read() -> tuple[dict[str, tuple[Charge, ...]], dict[str, tuple[Charge, ...]], dict[str, tuple[Charge, ...]]]:
    """All charges of the table: by verb, by word, by what is somebody's.

    Raises:
        LexiconError: a line that names an unknown type or form, or a score that is no number.
    """
    verbs: dict[str, tuple[Charge, ...]] = {}
    words: dict[str, tuple[Charge, ...]] = {}
    theirs: dict[str, tuple[Charge, ...]] = {}
    for row in read(HERE / "charges.tsv", ("type", "form", "words", "then", "needs", "unless", "score")):
        if row["type"] not in RELATION_TYPES:
            raise row.fail(f"type {row['type']!r} is not one of {', '.join(RELATION_TYPES)}")
        if row["form"] not in FORMS:
            raise row.fail(f"form {row['form']!r} is not one of {', '.join(FORMS)}")
        try:
            score = float(row["score"])
        except ValueError:
            raise row.fail(f"score {row['score']!r} is not a number") from None
        then, needs, unless = (frozenset(map(fold, row.many(c))) for c in ("then", "needs", "unless"))
        for word in row.many("words"):
            into, key = (verbs, word) if row["form"] in LEMMATIC else (words, fold(word))
            into = theirs if row["form"] in OWNED else into
            into[key] = (*into.get(key, ()), Charge(row["type"], row["form"], key, then, needs, unless, score))
    return verbs, words, theirs
