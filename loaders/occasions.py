"""What an adverbial tells the occasion by: على هامش أشغال المؤتمر، في ختام زيارته."""

from __future__ import annotations

from loaders.doc import Chunk, Doc
from loaders.lexicon.sets import word_set
from loaders.text import QUOTES

OCCASIONS = word_set("clause.occasions")
"""Nouns behind a preposition that an occasion follows."""
ADDRESSES = word_set("occasions.addresses")
"""What is said or held, before a clause that tells where and when (في كلمة ألقاها بالجامعة)."""
HOLDING = word_set("occasions.holding")
"""Verbs of such a clause, whose object the occasion is."""
APPEARING = word_set("occasions.appearing")
"""Forms of verbs of such a clause whose subject it is (في بيان صدر أمس)."""
ON_AIR = frozenset(("التلفزيون", "الاعلام", "التلفاز", "الاذاعه"))
"""Broadcasters without a name (بثها التلفزيون الرسمي)."""


class Occasions:
    """Occasions by their nouns, in the chunks of an article by token."""

    doc: Doc
    at: list[Chunk | None]

    def occasion(self, q: int, limit: int) -> int:
        """على هامش افتتاح أشغال «المؤتمر»: the last of the nouns in a row that the occasion is told by."""
        doc = self.doc
        if doc.infos[q].word.fold not in OCCASIONS:
            return q
        start = q
        while q + 2 < limit and q - start < 3 and self._verbal_noun(q + 1):
            q += 1
        if q > start and doc.texts[q + 1] in QUOTES:
            closing = [k for k in range(q + 2, min(limit - 1, q + 11)) if doc.texts[k] in QUOTES]
            return closing[0] if closing else q
        owner = self.at[q + 1] if q > start else None
        if owner is None or owner.first != q + 1 or owner.lead or owner.kind not in ("organization", "agreement"):
            return q
        return owner.last - 1

    def told_of(self, p: int, q: int, limit: int) -> int:
        """في كلمة ألقاها أمس بالجامعة, في مقابلة بثتها قناة س: behind the clause at q that describes the occasion told
        from p on, or q."""
        doc = self.doc
        info = doc.infos[q] if q < limit else None
        if info is None or self.at[q] is not None or doc.infos[q - 1].definite:
            return q
        if not any(doc.infos[k].word.fold in ADDRESSES for k in range(p, q)):
            return q
        held = any(
            r.pos == "verb" and not r.lead and r.tense == "past" and r.pronoun in ("3ms", "3fs") and r.lemma in HOLDING
            for r in info.verbs
        )
        if not held and info.word.fold not in APPEARING:
            return q
        q += 1
        outlet = self.at[q] if q < limit and held else None
        if outlet is not None and outlet.first == q and not outlet.lead and outlet.kind == "organization":
            q = outlet.last  # بثتها قناة س, بثها التلفزيون الرسمي
        elif held and q < limit and doc.infos[q].word.fold in ON_AIR:
            q += 1  # في كلمة بثها التلفزيون الرسمي
            while q < limit and self.at[q] is None and doc.infos[q].definite and not doc.dated[q]:
                q += 1
        return self._when_and_where(q, limit)

    def _when_and_where(self, q: int, limit: int) -> int:
        """Behind the days, adverbs and up to two places and bodies that follow."""
        doc, places = self.doc, 0
        while q < limit:
            chunk = self.at[q]
            if chunk is None and doc.dated[q]:
                q += 1
            elif chunk is not None and chunk.first == q and chunk.lead == "ب" and not places:
                q, places = chunk.last, places + 1
            elif doc.infos[q].prep in ("في", "امام", "عبر", "لدي", "علي", "مع") and places < 2 and q + 1 < limit:
                where = self.at[q + 1]
                if "complement" in doc.infos[q + 1].closed:
                    return q  # شدد في بيان صدر أمس على أن
                if where is not None and (where.first != q + 1 or where.lead):
                    return q
                q, places = where.last if where is not None else q + 2, places + 1
                while q < limit and self.at[q] is None and doc.infos[q].definite and not doc.infos[q].closed:
                    q += 1
            else:
                return q
        return q

    def _verbal_noun(self, k: int) -> bool:
        """Whether a noun of doing or an indefinite noun that is nobody stands at k."""
        info = self.doc.infos[k]
        plain = self.at[k] is None and self.doc.texts[k][0].isalpha() and not info.closed and not info.prep
        finite = "verb" in info.kinds and "masdar" not in info.kinds
        return plain and not info.definite and not finite
