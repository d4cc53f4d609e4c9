"""Rows of small towns that no list knows: بلدات الشجرة، وتسيل، وسحم الجولان · مديريتي الجراحي والتحيتا."""

from __future__ import annotations

from loaders.doc import Chunk, Doc
from loaders.lexicon.sets import word_set
from loaders.namewords import namelike, plain
from loaders.spans import heads_at, listed_at
from loaders.text import with_proclitics

TOWNS = word_set("townlists.towns")
"""Nouns for several towns (بلدات, قريتي)."""
ROWS = with_proclitics(TOWNS)
"""Words of which a text must have one for a row of towns to stand in it."""
FIRST = word_set("townlists.first")
"""First words of place names of two words (بيت الفقيه, عين ذكر)."""
NOT = word_set("townlists.not")
"""Words that say where or whose the towns are, and name none (قرى الشمال, مدن عدة)."""


def town(doc: Doc, i: int, stop: int, before: list[Chunk]) -> Chunk | None:
    """A place at token i by its row: the first behind the noun for towns with another behind it, or a next one."""
    opens = i > 0 and not TOWNS.isdisjoint(doc.infos[i - 1].word.rests)
    if not opens and not (before and before[-1].kind == "place" and _continues(doc, i, before)):
        return None
    if not doc.texts[i][0].isalpha() or doc.dated[i] or heads_at(doc, i, stop) is not None:
        return None
    info = doc.infos[i]
    lead = "و" if not opens and info.word.fold[:1] == "و" else ""
    form = info.word.fold[len(lead) :]
    if (
        len(form) < 3
        or form in NOT
        or info.titles
        or info.nisbas
        or (info.closed and not lead)
        or listed_at(doc, i, stop)
    ):
        return None
    definite = form.startswith("ال") and len(form) > 4
    if info.verbs and not definite:
        return None
    end = i + 1
    if form in FIRST and end < stop and plain(doc, end):
        end += 1
    elif not definite and not namelike(doc, i) and (opens or not lead):
        return None
    elif (
        not definite
        and end < stop
        and doc.texts[end].startswith("ال")
        and doc.infos[end].definite
        and not doc.infos[end].titles
    ):
        end += 1  # سحم الجولان
    if opens and not _another(doc, end, stop):
        return None
    if not opens and not _closes(doc, end, stop):
        return None
    name = doc.quote_free(i, end)
    return Chunk(
        i, end, i, end, "place", "name", "place:row", 0.65, lead, gender="f", name=name[len(lead) :] if lead else name
    )


def _continues(doc: Doc, i: int, before: list[Chunk]) -> bool:
    """Whether a row of places goes on at token i: nothing but commas back to the noun for towns."""
    at = i
    for chunk in reversed(before):
        gap = doc.texts[chunk.last : at]
        if chunk.kind != "place" or any(t not in "،," for t in gap) or not (gap or doc.texts[at].startswith("و")):
            return False
        at = chunk.first
        if at and not TOWNS.isdisjoint(doc.infos[at - 1].word.rests):
            return True
        if not TOWNS.isdisjoint(doc.infos[at].word.rests) and chunk.nfirst > at:
            return True
    return False


def _another(doc: Doc, end: int, stop: int) -> bool:
    """Whether another member of the row follows: a comma or و with a word that is no verb."""
    if end >= stop:
        return False
    k = end + (doc.texts[end] in "،,")
    if k >= stop or not doc.texts[k].startswith("و"):
        return False
    return not doc.infos[k].verbs and not doc.infos[k].closed and len(doc.texts[k]) > 3


def _closes(doc: Doc, end: int, stop: int) -> bool:
    """Whether the name can end here: at a mark, a small word, or before another member."""
    if end >= stop or not doc.texts[end][0].isalpha():
        return True
    info = doc.infos[end]
    return bool(info.closed) or doc.texts[end].startswith("و") or info.word.fold.startswith(("بال", "لل"))


__all__ = ["ROWS", "town"]
