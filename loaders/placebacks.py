"""Nouns that point back to a place told before: «قصفت س مدينة ع. ودخلت ص المدينة», «غارات على القطاع»."""

from __future__ import annotations

from collections.abc import Iterable

from kg.model import fold
from loaders.doc import Chunk, Doc
from loaders.lexicon.sets import word_set

NOUNS = word_set("placebacks.nouns")
"""Nouns, with their article, for a place whose name the text has told with the same noun (المحافظة, المطار)."""
TOWN = "المدينه"
"""The noun for a listed town too, that the text never called so."""
STRIP = "القطاع"
STRIPS = "place/gaza-strip"
REGIONS = word_set("placebacks.regions")
"""Listed places that are no town, and first words of such."""
OTHERWISE = word_set("placebacks.otherwise")
"""What, right behind such a noun, shows that it is not that place (المحافظة على, الولاية الثانية)."""
BY = "place:again"
REACH = 90
"""Tokens back to the place."""


def again(doc: Doc, i: int) -> Chunk | None:
    """Such a noun at token i, with nothing behind it that tells which place is meant."""
    for lead, rest in doc.infos[i].word.splits:
        if rest not in NOUNS:
            continue
        after = doc.infos[i + 1] if i + 1 < doc.n else None
        if after is not None and doc.texts[i + 1][0].isalpha() and not doc.dated[i + 1]:
            told = after.definite or after.word.fold in OTHERWISE or (after.names and not after.prep)
            if told and not after.verbs and "relative" not in after.closed:
                return None  # المدينة القديمة, القطاع الخاص, المدينة تدمر
        gender = "f" if rest.endswith("ه") else "m"
        return Chunk(i, i + 1, i, i + 1, "place", "title", BY, 0.6, lead, gender=gender, name=doc.texts[i], head=rest)
    return None


def place_of(chunk: Chunk, chunks: Iterable[Chunk]) -> str | None:
    """The id of the place that the noun means: of those told by it before, the one named last, if it stands near."""
    noun = chunk.head.removeprefix("ال")
    before = [c for c in chunks if c.first < chunk.first and c.kind == "place" and c.actor and c.form == "name"]
    called = {c.actor for c in before if c.head == noun}
    if chunk.head == STRIP:
        called = {STRIPS}
    for c in reversed(before):
        if chunk.first - c.last > REACH:
            return None
        if c.actor in called:
            return c.actor
        if chunk.head == TOWN and c.by == "lexicon" and _town(c):
            return c.actor
    return None


def _town(chunk: Chunk) -> bool:
    """Whether a listed place without a noun before it may be a town."""
    return bool(chunk.entities) and REGIONS.isdisjoint((fold(chunk.name), fold(chunk.entities[0].name).split()[0]))


__all__ = ["BY", "again", "place_of"]
