"""Wishes and praises behind a name (ـ حفظه الله ـ، رعاه الله، بحفظ الله ورعايته): part of the name's phrase, no act."""

from __future__ import annotations

from loaders.doc import Chunk, Doc
from loaders.lexicon.sets import word_set

WISHES = word_set("eulogies.wishes")
"""Folded verbs of a wish, with the pronoun of whom it is for; الله stands behind them."""
COURTESIES = word_set("eulogies.courtesies")
MARKS = 'ـ-–—،,(«"“'
CLOSING = 'ـ-–—،,)»"”'


def take(doc: Doc, chunks: list[Chunk]) -> None:
    """Stretches a chunk over a wish behind it, between marks or not: what comes next then follows the name."""
    for chunk in chunks:
        if chunk.kind != "nisba" and chunk.last < doc.n and doc.infos[chunk.last].word.fold in COURTESIES:
            chunk.last += 1  # جمهورية مصر العربية الشقيقة
        p = chunk.last
        if p + 1 >= doc.n:
            continue
        marked = doc.texts[p] in MARKS
        if marked:
            p += 1
        if doc.infos[p].word.fold not in WISHES or p + 1 >= doc.n or doc.infos[p + 1].word.fold != "الله":
            continue
        p += 2
        while p + 1 < doc.n and doc.infos[p].word.fold.removeprefix("و") in WISHES:
            p += 2 if doc.infos[p + 1].word.fold == "الله" else 1
        if marked and p < doc.n and doc.texts[p] in CLOSING:
            p += 1
        chunk.last = p


__all__ = ["take"]
