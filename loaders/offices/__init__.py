"""The phrase that begins with a title: an office, its body and its nation, then who holds it, if anybody.

Each step reads one kind of thing that may follow; the first that reads anything wins, and reading goes on behind it.
The order is the grammar.
"""

from __future__ import annotations

from loaders.doc import Chunk, Doc
from loaders.lexicon.sets import word_set
from loaders.offices.holders import holder
from loaders.offices.links import closed, linked, served
from loaders.offices.marks import mark
from loaders.offices.phrase import Phrase, Step
from loaders.offices.portfolios import aside, ministry, modifier, own_words
from loaders.offices.principals import backed, nisba, of_body, of_unit, pronoun
from loaders.offices.sequences import next_title, office_at
from loaders.titles import PEERS

GRAMMAR: tuple[Step, ...] = (
    mark,
    next_title,
    aside,
    pronoun,
    backed,
    modifier,
    linked,
    served,
    closed,
    nisba,
    holder,
    ministry,
    of_unit,
    of_body,
    own_words,
)


ROOMS = frozenset(("المكتب", "المركز", "القسم", "الجهاز", "الفريق", "للمكتب"))
"""Nouns that a role's word describes (المكتب السياسي, المركز الإعلامي)."""
SAID = word_set("offices.said")
"""Talks and texts that an adjective describes which is a calling too (تصريح صحفي)."""


def titled(doc: Doc, i: int, stop: int) -> Chunk | None:
    """A title phrase at token i with the name after it, or alone."""
    if (peer := _peer(doc, i, stop)) is not None:
        return peer
    found = office_at(doc, i, stop)
    if found is not None and found[2].kind == "role" and i:
        before = doc.infos[i - 1].word
        if before.fold in ROOMS or not SAID.isdisjoint(before.rests):
            return None  # المكتب الإعلامي لحزب س, في مؤتمر صحفي روسيا
    return None if found is None else Phrase(doc, i, stop, found, GRAMMAR).read()


def _peer(doc: Doc, i: int, stop: int) -> Chunk | None:
    """نظيره وزير الخارجية الإسباني فلان: a counterpart whose own office is told; not نظيره وزير alone."""
    if i + 1 >= stop or not doc.infos[i + 1].titles:
        return None
    lead = next((lead for lead, rest in doc.infos[i].word.splits if rest in PEERS), None)
    told = titled(doc, i + 1, stop) if lead is not None else None
    if told is None or told.lead or told.length < 2:
        return None
    told.first, told.lead = i, lead or ""
    return told


__all__ = ["titled"]
