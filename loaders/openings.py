"""A town before a colon, from which a sentence of news is reported, as agencies and dailies open it."""

from __future__ import annotations

from kg.model import fold
from loaders.doc import Chunk, Doc
from loaders.spans import listed_at
from loaders.text import QUOTES

BYLINE_REACH = 60
"""Tokens from the top within which a line may name who wrote."""


def skip(doc: Doc) -> None:
    """«نيودلهي: وصل فلان …»: a town before a colon is where the report comes from when a verb of the past follows it,
    and no part of the sentence. «طهران: الاتفاق مات» stays: there it speaks."""
    for sent in doc.sents:
        heads = range(sent.first + 1, min(sent.first + 4, sent.last - 3))
        colon = next((p for p in heads if doc.texts[p] == ":"), None)
        if colon is None or doc.texts[colon + 1] in QUOTES or not _town(doc, sent.first, colon):
            continue
        told = [r for r in doc.infos[colon + 1].verbs if r.pos == "verb" and r.tense == "past" and not r.pronoun]
        if any(r.person in ("3ms", "3fs") for r in told) and not doc.dated[colon + 1]:
            sent.first, sent.start = colon + 1, doc.starts[colon + 1]


def _town(doc: Doc, first: int, last: int) -> bool:
    if fold(" ".join(doc.texts[first:last])) in doc.lex.capitals:
        return True
    named = listed_at(doc, first, last)
    return named is not None and named[0] == last and any(e.type == "place" for e in named[2])


def byline(doc: Doc, chunk: Chunk) -> bool:
    """A name alone on a line above the news, of nobody whom it tells of again: who wrote it."""
    if chunk.kind != "person" or chunk.entities or chunk.roles or chunk.first > BYLINE_REACH or chunk.length > 4:
        return False
    start, end = chunk.first, chunk.last
    while start and doc.texts[start - 1] != "\n":
        start -= 1
    while end < doc.n and doc.texts[end] != "\n":
        end += 1
    alone = chunk.first - start <= 2 and end - chunk.last <= 1 and end < doc.n
    if not alone or any(text.isalpha() for text in doc.texts[chunk.last : end]):
        return False
    before = [doc.infos[p].word.fold for p in range(start, chunk.first) if doc.texts[p][0].isalpha()]
    if before and before[0] not in doc.lex.capitals and doc.texts[chunk.first - 1] not in "-–:":
        return False
    last = doc.infos[chunk.last - 1].word.fold
    return not any(i >= end for i in doc.spots((last,)))
