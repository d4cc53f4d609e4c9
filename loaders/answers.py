"""Words and deeds told before that a verb answers: رفضت بغداد الطلب, توعدت طهران بالرد, رفض مقترحا قدمته س: whom it is
aimed at stands in the sentences before, or in the clause of the noun."""

from __future__ import annotations

from loaders.deeds import CHARGES
from loaders.doc import Chunk
from loaders.lexicon.sets import word_set
from loaders.phrases import AGENTS
from loaders.withdrawals import Withdrawals

WORDS = word_set("answers.words")
"""What one may reject that another has said to him before."""
MEDIATING = word_set("relations.mediating")
"""What one is ready for who offers himself to both sides (استعداده للتوسط)."""
OFFERS = word_set("answers.offers")
"""What one may reject that a clause behind says whose it is."""
REPRISALS = word_set("answers.reprisals")
"""What one threatens with who was attacked."""
SAID = frozenset(("URGED", "ACCUSED", "OFFERED", "THREATENED", "DEMANDED_WITHDRAWAL", "CRITICIZED"))
MADE = frozenset(("الاتهامات", "الاتهام", "المزاعم", "الانتقادات"))
THROUGH = frozenset(("به", "بها"))
REACH = 2
"""Sentences within which a word is answered."""

SIDING = frozenset(("وقف",))
"""Verbs of standing with somebody, who stands near (تقف بكل قوة مع س)."""
SIDE_NEAR = 4
"""Words before him."""


class Answers(Withdrawals):
    """Adds whom an answer is aimed at."""

    def _answered(self, type: str, i: int, start: int, last: int, subjects: list[Chunk]) -> list[Chunk]:
        """Whom the verb at i, whose object begins at `start`, answers; nobody where that is not told."""
        while start < last and (self.doc.dated[start] or self.doc.texts[start] in "،,"):
            start += 1
        if start >= last or self.syntax.at[start] is not None or len(subjects) != 1:
            return []
        form = self.doc.infos[start].word.fold
        if type == "THREATENED":
            hit = self._paid_back(start + 1, last, i) if form in REPRISALS else []
            return [c for c in hit if not self._same(c, subjects[0])]
        if form in ("علي", "هذا", "هذه", "تلك") and start + 1 < last:
            start += 1
            form = self.doc.infos[start].word.fold
        if form in OFFERS:
            return self._made_by(start + 1, last)
        if (form in WORDS or form == "ذلك") and self._ends(start + 1, last):
            return self._who_said(i, subjects[0], 0 if form == "ذلك" else REACH)
        return self._charging(start, last) if form in MADE else []

    def _paid_back(self, p: int, last: int, i: int) -> list[Chunk]:
        """توعدت طهران بالرد, برد قاس على قرار لندن: whom she pays back, named or known from what was done before."""
        while p < last and self.syntax.at[p] is None and self.doc.texts[p][0].isalpha() and not self.doc.infos[p].prep:
            if self.doc.infos[p].closed or "verb" in self.doc.infos[p].kinds:
                break
            p += 1
        if p < last and self.doc.infos[p].prep == "علي":
            there = self.syntax.with_prep(p, last, frozenset(("علي",)), 3)
            return there or self.syntax.through(p, last, frozenset(("علي",)), 3)
        return self._attackers(i) or self._attackers(i, "SANCTIONED", 1) if self._ends(p, last) else []

    def _charging(self, p: int, last: int) -> list[Chunk]:
        """رفضت موسكو الاتهامات الموجهة إليها من لندن: who makes them."""
        if p + 1 >= last or self.doc.infos[p + 1].word.fold not in ("الموجهه", "الموجه"):
            return []
        found = self.syntax.with_prep(p + 2, last, frozenset(("من",)), 5)
        return [self._state_of(c) or c for c in found]

    def _same(self, a: Chunk, b: Chunk) -> bool:
        return a.actor == b.actor or self._own(a.actor or "", b.actor or "")

    def _ends(self, p: int, last: int) -> bool:
        """Whether nothing that belongs to the noun stands behind it."""
        doc = self.doc
        if p >= last or doc.dated[p] or not doc.texts[p][0].isalpha():
            return True
        info = doc.infos[p]
        joined = info.word.fold.startswith("و") and self.syntax.at[p] is None
        return self.syntax.at[p] is None and (
            joined or bool(info.prep) or (bool(info.closed) and "relative" not in info.closed)
        )

    def _who_said(self, i: int, who: Chunk, reach: int) -> list[Chunk]:
        """Who said a word to him or to his state in the sentences right before, if it was one."""
        here = self.syntax.sent_of[i]
        told = {
            str(x.subject)
            for x in self.out
            if x.type in SAID
            and x.status == "asserted"
            and x.trigger < i
            and here - self.syntax.sent_of[x.trigger] <= reach
            and (x.object == who.actor or self._own(str(x.object), who.actor or ""))
        }
        if len(told) != 1:
            return []
        return next(([c] for c in reversed(self.cast.chunks) if c.last <= i and c.actor in told), [])

    def _made_by(self, p: int, last: int) -> list[Chunk]:
        """مقترحا [أمريكيا ]قدمته س, عرضا تقدم به ص: the doer of the clause that describes the noun."""
        doc, syntax = self.doc, self.syntax
        while p < last and syntax.at[p] is None and doc.texts[p].endswith(("ا", "اً", "ً")) and doc.texts[p][0].isalpha():
            p += 1
        if p >= last or syntax.at[p] is not None or doc.infos[p].closed:
            return []
        reading = next((r for r in doc.infos[p].verbs if r.pos == "verb" and not r.lead and r.person[:1] == "3"), None)
        through = p + 1 < last and doc.infos[p + 1].word.fold in THROUGH
        if reading is None or not (reading.pronoun or through):
            return []
        chunk = syntax.at[p + 1 + through] if p + 1 + through < last else None
        fits = chunk is not None and chunk.first == p + 1 + through and not chunk.lead and chunk.kind in AGENTS
        return syntax.coordinated(chunk, last) if chunk is not None and fits and syntax.agrees(reading, chunk) else []

    def _next(self, lemma: str, start: int, end: int) -> bool:
        """اجتمع س أمس إلى ص, حمل المسؤولية لجنود من ص: only a day or the charge stands before what governs him."""
        doc, p = self.doc, start
        if lemma in SIDING:  # تقف وراء الهجوم، وتتعاون مع س
            return end - start <= SIDE_NEAR and not any(t in "،,:؛" for t in doc.texts[start:end])
        while p < end and (doc.dated[p] or doc.texts[p] in "،," or doc.infos[p].word.fold in CHARGES):
            p += 1
        charged = any(doc.infos[q].word.fold in CHARGES for q in range(start, p))
        return charged and end - p <= 2 if lemma == "حمل" else end - p <= 1

    def _mediates(self, i: int, last: int) -> bool:
        """استعداده للتوسط, استعدادها لاستضافة محادثات بين البلدين: for two whom the text has told of."""
        return bool(self._side(i)) or any(
            info.word.fold in MEDIATING for info in self.doc.infos[i + 1 : min(last, i + 4)]
        )
