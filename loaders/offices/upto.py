"""Bodies that no list has and whose name only its holder ends: رئيس رابطة أهالي المفقودين فلان.

Behind a head noun come nouns in a row, the last of them definite or a proper name, then adjectives, then perhaps a
preposition or «and» with its noun. Elsewhere such a row may run on into the next noun phrase; behind an office, where
who holds it follows, or a comma, or what is said, it is the body's name.
"""

from __future__ import annotations

from loaders.bodies import body_chunk, no_body
from loaders.bodynames import BELONGING, EPITHETS, adjective
from loaders.doc import Chunk, Doc
from loaders.kinds import BODIES
from loaders.lexicon.cues import cued
from loaders.lexicon.sets import word_set
from loaders.names import name_end
from loaders.namewords import KUNYA, namelike
from loaders.nations import nisba_at
from loaders.spans import heads_at, listed_at
from loaders.surnames import SONS
from loaders.titles import title_at

WITHIN = word_set("upto.within")
"""Prepositions in the names of bodies (حركة الدفاع عن الحق)."""
MOST = 5
"""Words of such a name behind its head noun."""
UNNAMED = word_set("upto.unnamed")
"""Kin and houses, which no name of their own follows (ممثل أسرة القتيل)."""
RANKS = ("rank", "honorific")


def upto_holder(doc: Doc, i: int, stop: int) -> Chunk | None:
    """The body at token i, where its name is ended by who holds an office of it, a comma or what is said."""
    found = heads_at(doc, i, stop)
    if found is None:
        return None
    end, lead, heads = found
    head = next((h for h in heads if h.kind in ("org", "body") and (h.type or "organization") in BODIES), None)
    if head is None or head.definite or " ال" in head.form or head.form in UNNAMED:
        return None
    if any(h.kind in ("event", "none") for h in heads) or no_body(doc, end, lead, head, stop):
        return None
    inside = listed_at(doc, end, stop)
    if inside is not None and inside[2][0].type in BODIES:
        return None  # كتلة نداء تونس: who is listed
    last, ended = _row(doc, end, min(stop, end + MOST + 1))
    if last == end or not ended:
        return None
    type = head.type or "organization"
    words = (doc.infos[i].word.fold[len(lead) :], *(info.word.fold for info in doc.infos[i + 1 : last]))
    doc.held.add(words)
    return body_chunk(doc, i, last, lead, head, type, None, "head:held", 0.7)


def speaking(doc: Doc, i: int, stop: int) -> Chunk | None:
    """أعلنت رابطة أهالي س أن: a body between a verb of saying and what is said."""
    if not i or not any(r.pos == "verb" and r.lemma in cued() for r in doc.infos[i - 1].verbs):
        return None
    said = upto_holder(doc, i, stop)
    if said is None or said.lead or said.last >= doc.n or "complement" not in doc.infos[said.last].closed:
        return None
    from_whom = any(info.word.fold in WITHIN for info in doc.infos[i : said.last])  # نقلت وكالة س عن البيان أن
    return None if from_whom else said


def told_again(doc: Doc, i: int, stop: int) -> Chunk | None:
    """A body of which somebody was told before to hold an office, by the same words."""
    found = heads_at(doc, i, stop) if doc.held else None
    if found is None:
        return None
    end, lead, heads = found
    head = next((h for h in heads if h.kind in ("org", "body") and (h.type or "organization") in BODIES), None)
    for words in sorted(doc.held, key=len, reverse=True):
        last = i + len(words)
        if head is None or last > stop or last <= end or doc.infos[i].word.fold[len(lead) :] != words[0]:
            continue
        if all(doc.infos[i + k].word.fold == words[k] for k in range(1, len(words))):
            return body_chunk(doc, i, last, lead, head, head.type or "organization", None, "head:held", 0.7)
    return None


def _row(doc: Doc, end: int, stop: int) -> tuple[int, bool]:
    """Where the row of words behind a head noun that ends at `end` ends, and whether what follows shows it."""
    k, definite, complete = end, False, False
    while k < stop:
        info, form, text = doc.infos[k], doc.infos[k].word.fold, doc.texts[k]
        the = info.definite or (form.startswith("ال") and len(form) > 3)
        if (complete and text in "،,") or (k > end and _holder(doc, k, definite, complete)):
            return k, True
        if "complement" in info.closed:
            return k, complete
        if doc.dated[k] or not text[0].isalpha() or form in BELONGING or form in EPITHETS:
            break
        if form in WITHIN and complete:
            k, complete, definite = k + 1, False, False
            continue
        if info.closed or (info.titles and title_at(doc, k, stop) is not None):
            break
        if info.verbs and k > end and not the and any(r.pos == "verb" for r in info.verbs):
            break
        at = nisba_at(doc, k, stop)
        if at is not None and not at[1] and at[2].definite:
            k, definite, complete = at[0], True, True
            continue
        joined = form.startswith("وال") or any(x == "ل" and rest.startswith("ال") for x, rest in info.word.splits)
        joined = joined and complete
        if definite and not joined and not (the and (adjective(form) or info.given)):
            break
        proper = not (the or info.ordinary or info.heads or info.derived)
        named = listed_at(doc, k, stop)
        if (proper and not namelike(doc, k) and named is None) or (named and named[2][0].type == "person"):
            break
        definite = definite or the or joined
        k, complete = k + 1, definite or proper
    return k, False


def _holder(doc: Doc, k: int, definite: bool, complete: bool) -> bool:
    """Whether the name of who holds the office begins at token k, perhaps with his rank before it."""
    found = title_at(doc, k, doc.n) if doc.infos[k].titles else None
    if found is not None and found[2].kind in RANKS and not found[1]:
        return found[0] < doc.n and name_end(doc, found[0], doc.n, False) > found[0]
    info = doc.infos[k]
    if not complete and not info.given:
        return False
    if name_end(doc, k, doc.n, not definite) < k + 2 and info.word.fold not in KUNYA:
        return False
    if not info.definite or (k + 1 < doc.n and doc.infos[k + 1].word.fold in SONS):
        return True
    return name_end(doc, k + 1, doc.n, False) < k + 3  # النهر الأخضر فتحي بوسلامة: the adjective, not the name الأخضر
