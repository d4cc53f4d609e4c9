"""Whose weapons they are that a strike is told by: بصواريخ باليستية روسية, بطائرات مسيرة أطلقتها س."""

from __future__ import annotations

from loaders.doc import Chunk
from loaders.journeys import Journeys
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading

WEAPONS = word_set("arms.weapons")
"""Weapons with ب (بصواريخ روسية)."""
MADE = frozenset(("الصنع", "الصناعه", "التصميم", "المصدر", "صنع", "صناعه"))
"""Behind the adjective of a nation: who made them, not who fires (مسيرات إيرانية الصنع)."""
FIRING = word_set("arms.firing")
"""Verbs of firing, whose object the weapon before them is (صواريخ أطلقتها س)."""

STRIKES = word_set("arms.strikes")
"""Nouns of doing something to a thing, which stands behind them (تدمير دبابة)."""
STRIKERS = word_set("arms.strikers")
"""Things that strike: behind قصف they do it (قصف طائرات إسرائيلية)."""


class Arms(Journeys):
    """Adds whose weapons they are."""

    def _whose_arms(self, i: int, last: int) -> Chunk | None:
        """بصواريخ روسية, بطائرات إيرانية الصنع أطلقتها س: whoever fires the weapon at i, as told."""
        doc, nation = self.doc, None
        p = i + 1
        own = self.syntax.at[i]
        if own is not None:
            if own.first != i or own.lead != "ب" or own.by != "state:head" or own.kind != "country":
                return None
            nation, p = own, own.last
        for q in range(p, min(last, p + 7)):
            chunk, info = self.syntax.at[q], doc.infos[q]
            if chunk is not None:
                if nation is not None or chunk.kind != "nisba" or chunk.lead or chunk.definite:
                    break
                nation = chunk
            elif nation is not None and info.word.fold in MADE:
                nation = None
                if not self._fired(q + 1, last):
                    return None
            elif (fires := self._firing(q)) is not None:
                args = self.syntax.subject(q, fires, last)
                return args.chunks[0] if args.how == "after" and args.chunks else None
            elif nation is not None or info.closed - {"relative"} or info.prep or not doc.texts[q][0].isalpha():
                break
        return nation

    def _fired(self, p: int, last: int) -> bool:
        """Whether a verb of firing stands at p or right behind it (التي أطلقتها)."""
        return any(self._firing(q) is not None for q in range(p, min(last, p + 2)))

    def _firing(self, p: int) -> Reading | None:
        """The verb of firing at p whose object is the weapon before it."""
        verbs = (r for r in self.doc.infos[p].verbs if r.pos == "verb" and r.pronoun and r.lemma in FIRING)
        return next(verbs, None)

    def _stricken(self, i: int, p: int) -> bool:
        """تدمير دبابة, قصف مواقع: whether the noun at p is what the deed at i is done to, not what does it."""
        return not STRIKES.isdisjoint(self.doc.infos[i].word.rests) and self.doc.infos[p].word.fold not in STRIKERS
