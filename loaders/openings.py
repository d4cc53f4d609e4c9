"""A town before a colon, from which a sentence of news is reported, as agencies and dailies open it."""

from __future__ import annotations

from kg.model import fold
from loaders.doc import Doc
from loaders.spans import listed_at
from loaders.text import QUOTES


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
