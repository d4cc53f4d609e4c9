"""What is a union of states' own by its adjective (القرار الأوروبي), where the article names the union."""

from __future__ import annotations

from loaders.doc import Chunk, Doc
from loaders.lexicon.sets import word_set
from loaders.spans import listed_at

EU = ("organization/eu", frozenset(("الاتحاد", "للاتحاد", "والاتحاد", "بالاتحاد")))
UN = ("organization/un", frozenset(("الامم", "للامم", "والامم", "بالامم")))
ALONE = frozenset(("اممي", "امميه"))
"""Adjectives that mean the union wherever its doing is told."""
UNIONS = {"الاوروبي": EU, "الاوروبيه": EU, "الاممي": UN, "الامميه": UN, "اممي": UN, "امميه": UN}
"""Adjectives of unions of states, which, and the first words of their names."""
UNIONS_OWN = word_set("mentions.unions_own")
"""What is a union's own (القرار الأوروبي), where the article names it."""
UNIONS_DOING = word_set("mentions.unions_doing")
"""What the United Nations do or say (إدانة أممية, تحذير أممي)."""


def of_union(doc: Doc, i: int) -> Chunk | None:
    """القرار الأوروبي, العقوبات الأممية: the union's own, where the article names it."""
    slug, words = UNIONS[doc.infos[i].word.fold]
    entity = doc.lex.entities.get(slug)
    before = doc.infos[i - 1].word.rests if i else frozenset[str]()
    alone = doc.infos[i].word.fold in ALONE
    if entity is None or (UNIONS_DOING if alone else UNIONS_OWN).isdisjoint(before):
        return None
    named = (listed_at(doc, k, doc.n) for k in doc.spots(words))
    if not alone and not any(found is not None and entity in found[2] for found in named):
        return None
    gender = "f" if doc.infos[i].word.fold.endswith("ه") else "m"
    return Chunk(i, i + 1, i, i + 1, "nisba", "nisba", "nisba", 0.7, "", (entity,), None, gender, "s", doc.texts[i])


__all__ = ["UNIONS", "of_union"]
