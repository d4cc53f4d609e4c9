"""Whom a speaker blames by pointing at him: إسرائيل هي التي شنت الهجوم, المسؤولية تقع على عاتق س; and what is meant by
«وهو ما رفضته س»."""

from __future__ import annotations

from bisect import bisect_left

from loaders.charges import CHARGING
from loaders.doc import Chunk
from loaders.lexicon.charges import Charge
from loaders.lexicon.sets import word_set
from loaders.misdeeds import Misdeeds
from loaders.phrases import AGENTS
from loaders.text import QUOTES

POINTING = frozenset(("هو", "هي", "هم", "وهو", "وهي"))
WHO = frozenset(("من", "التي", "الذي", "الذين"))
DONE = word_set("blames.done")
"""Deeds that one is blamed for who is said to be the one who did them (هو من أشعل الحرب)."""
GUILT = word_set("blames.guilt")
"""Nouns of guilt that lies upon somebody's shoulders."""
DUTIES = word_set("blames.duties")
"""Words of a responsibility that is no guilt."""
WHAT = frozenset(("ما", "مما", "امر", "الامر"))
STEPS = frozenset(("خطوه", "اجراء", "قرار", "تصريحات", "زياره"))
STEPPING = frozenset(("في", "وهو", "وهي"))
"""What leads to what the deed told before is called (، في خطوة انتقدتها س)."""
_NONE: frozenset[str] = frozenset()
POINTED = Charge("ACCUSED", "word", "pointed", _NONE, _NONE, _NONE, 0.7)
SHOULDERS = Charge("ACCUSED", "word", "shoulders", _NONE, _NONE, _NONE, 0.75)


class Blames(Misdeeds):
    """Adds whom a speaker points at."""

    def _blames(self) -> None:
        who = self.doc.spots(POINTING)
        on = self.doc.spots(("عاتق",))
        for s in self.said if who or on else ():
            if s.act not in CHARGING or self.cast.types.get(s.speaker) is None:
                continue
            for i in who[bisect_left(who, s.first) : bisect_left(who, s.last)]:
                if self.inside[i] is s and (themes := self._pointed_at(i, s.first, s.last)):
                    self._charged(POINTED, s, themes, i)
            for i in on[bisect_left(on, s.first) : bisect_left(on, s.last)]:
                if self.inside[i] is s:
                    self._charged(SHOULDERS, s, self._shouldering(i, s.first, s.last), i)

    def _pointed_at(self, i: int, first: int, last: int) -> list[Chunk]:
        """إسرائيل هي التي شنت الهجوم, س هو من بدأ الحرب; من بدأ الحرب هو س: who is said to be the one."""
        doc, syntax = self.doc, self.syntax
        if i + 2 < last and doc.infos[i + 1].word.fold in WHO:
            deed = any(r.pos == "verb" and r.lemma in DONE and not r.future for r in doc.infos[i + 2].verbs)
            before = syntax.at[i - 1] if i > first else None
            fits = deed and before is not None and before.last == i and not before.lead and before.kind != "nisba"
            if before is None or not fits or syntax.governed(before):
                return []
            return syntax._back_coordinated(before, doc.sents[syntax.sent_of[i]].first)
        named = syntax.at[i + 1] if i + 1 < last else None
        if named is None or named.first != i + 1 or named.lead or self._type(named) not in AGENTS:
            return []
        for p in range(i - 2, max(first, i - 12) - 1, -1):
            if doc.texts[p] in "،,؛:" or "complement" in doc.infos[p].closed:
                return []
            if doc.infos[p].word.fold == "من" and syntax.at[p + 1] is None:
                done = any(r.pos == "verb" and r.lemma in DONE and not r.future for r in doc.infos[p + 1].verbs)
                return syntax.coordinated(named, last) if done else []
        return []

    def _shouldering(self, i: int, first: int, last: int) -> list[Chunk]:
        """المسؤولية عن الاشتباكات تقع على عاتق س: upon whose shoulders the blame is."""
        doc = self.doc
        whose = self.syntax.at[i + 1] if i + 1 < last else None
        if whose is None or whose.first != i + 1 or whose.lead or doc.infos[i - 1].prep != "علي":
            return []
        before = [info.word.fold for info in doc.infos[max(first, i - 12) : i]]
        guilty = not GUILT.isdisjoint(before) and DUTIES.isdisjoint(before)
        return self.syntax.coordinated(whose, last) if guilty else []

    def _that_which(self, i: int, type: str) -> list[Chunk] | None:
        """اقترحت مصر كذا، وهو أمر رفضته أديس أبابا; قال س كذا، وهو ما ترفضه ص: whose act or word is meant. None where
        the verb at i is told of no such thing."""
        doc = self.doc
        first = doc.sents[self.syntax.sent_of[i]].first
        k = i - 1
        while k > first and doc.infos[k].word.fold in ("الذي", "قد", "لا", "لم"):
            k -= 1
        step = k > first + 1 and doc.infos[k].word.fold in STEPS and doc.infos[k - 1].word.fold in STEPPING
        if k <= first or not (step or doc.infos[k].word.fold in WHAT):
            return None
        comma = next(
            (p for p in range(k - 1, max(first, k - 3) - 1, -1) if doc.texts[p] in "،," or doc.texts[p] in QUOTES), 0
        )
        if not comma:
            return None
        teller = self.inside[comma - 1]
        if type == "REJECTED" and teller is not None and teller.chunk is not None and teller.cue >= first:
            return [teller.chunk]
        return self._main(comma, first, comma)[:1]
