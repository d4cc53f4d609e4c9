"""Accusations that the accused denies: who made them, and what is denied."""

from __future__ import annotations

from loaders.doc import Chunk
from loaders.lexicon.frames import Frame
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.phrases import AGENTS, GENDERS
from loaders.reached import Reached
from loaders.speakers import Said

REBUTTED = word_set("rebuttals.rebutted")
"""What one denies that others say of one (نفت الاتهامات بدعم س)."""
ANY = frozenset(("اي", "لاي", "باي", "ايه", "لايه", "بايه"))
BY = frozenset(("جانب", "قبل", "طرف"))
"""من جانب س: by whom."""
SPOKEN = frozenset(("ACCUSED", "URGED", "CRITICIZED", "THREATENED", "PRAISED", "DEMANDED_WITHDRAWAL"))
DEEDS = frozenset(("ATTACKED", "DEPLOYED_IN", "DISPLACED", "SUPPORTS", "DETAINED"))
"""What somebody is called upon to end or to do."""
HAD = frozenset(("كان", "كانت", "وكان", "وكانت", "ستكون", "سيكون", "وسيكون"))
"""كان لفلان لقاء مع س"""


class Rebuttals(Reached):
    """Adds what stands behind «نفت الاتهامات»."""

    def _called_upon(self, frame: Frame, i: int, reading: Reading) -> Chunk | None:
        """أمرت المحكمة إسرائيل بوقف هجومها على س, طالبت ص إيران بوقف دعمها: whose doing the pronoun tells."""
        teller, person = self.inside[i], GENDERS.get(reading.pronoun)
        if teller is None or frame.type not in DEEDS or teller.act not in ("demand", "ask", "criticize") or not person:
            return None
        told = {x.object for x in self.out if x.trigger == teller.cue and x.type in ("URGED", "CRITICIZED")}
        for p in range(i - 1, teller.cue, -1):
            chunk = self.syntax.at[p]
            if chunk is not None and chunk.actor in told and chunk.gender == person and chunk.actor != teller.speaker:
                return chunk
        return None

    def _again(self, frame: Frame, i: int, pronoun: str, subjects: list[Chunk]) -> Chunk | None:
        """حملت س ص مسؤولية كذا. وحملتها كذلك, كما طالبتها: whom she spoke of right before, if the pronoun fits."""
        goes_on = any(r.pos == "verb" and r.lead == "و" for r in self.doc.infos[i].verbs)
        goes_on = goes_on or self.doc.infos[i - 1].word.fold in ("كما", "ثم")
        if frame.type not in SPOKEN or len(subjects) != 1 or not goes_on:
            return None
        here, want = self.syntax.sent_of[i], GENDERS.get(pronoun)
        told = [x for x in self.out if x.type in SPOKEN and x.trigger < i and x.subject == subjects[0].actor]
        if not want or not told or here - self.syntax.sent_of[told[-1].trigger] > 1:
            return None
        latest = [x for x in told if x.trigger == told[-1].trigger]
        found = [c for c in self.cast.chunks if told[-1].trigger < c.first < i and c.actor == latest[0].object]
        return found[-1] if len(latest) == 1 and found and found[-1].gender in (want, None) else None

    def _any_of(self, p: int, last: int) -> list[Chunk]:
        """لأي إجراءات أحادية من جانب س, أي تدخل عسكري فرنسي: whose doing «any» at p is said of."""
        doc, syntax = self.doc, self.syntax
        while (
            p < last
            and syntax.at[p] is None
            and (syntax.is_adverb(p) or (doc.infos[p].definite and not doc.infos[p].closed))
        ):
            p += 1  # رفضه القاطع لأي تدخل, تعارض بشدة أي تدخل
        if p >= last or doc.infos[p].word.fold not in ANY:
            return []
        for q in range(p + 1, min(last - 1, p + 6)):
            chunk, form = syntax.at[q], doc.infos[q].word.fold
            if chunk is not None:
                return [chunk] if chunk.first == q and chunk.kind == "nisba" and not chunk.lead else []
            if form == "من" and doc.infos[q + 1].word.fold in BY:
                by = syntax.at[q + 1] or (syntax.at[q + 2] if q + 2 < last else None)
                return [by] if by is not None and by.first in (q + 1, q + 2) and not by.lead else []
            if doc.infos[q].closed or doc.infos[q].prep or not doc.texts[q][0].isalpha():
                return []
            if q > p + 1 and (doer := self._its_doer(q, last)) is not None:
                return syntax.coordinated(doer, last)
        return []

    def _its_doer(self, q: int, last: int) -> Chunk | None:
        """إجراء [أحادي ]تتخذه س: the subject of the verb at q, whose pronoun means the noun that it describes."""
        reading = next((r for r in self.doc.infos[q].verbs if r.pos == "verb" and not r.lead), None)
        doer = self.syntax.at[q + 1] if q + 1 < last else None
        if reading is None or not reading.pronoun or doer is None or doer.first != q + 1 or doer.lead:
            return None
        return doer if doer.kind in AGENTS and self.syntax.agrees(reading, doer) else None

    def _having(self, i: int, first: int) -> list[Chunk]:
        """ليس لدينا أي اتفاق مع س, ليس لدى بيروت اتفاق: who has what the noun at i tells, or has none."""
        if own := self._was_his(i, first):
            return own
        for p in range(i - 1, max(first, i - 6) - 1, -1):
            if self.doc.infos[p].word.fold == "لدينا":
                around = self.inside[p]
                who = around.chunk if around is not None else self.syntax.author
                return [who] if who is not None else []
            chunk = self.syntax.at[p]
            if chunk is not None:
                had = chunk.last <= i and not chunk.lead and self.doc.infos[chunk.first - 1].word.fold == "لدي"
                return [chunk] if had else []
        return []

    def _was_his(self, i: int, first: int) -> list[Chunk]:
        """كان لبوتين لقاء مع س, حيث كان له لقاء مع ص: who has had what the noun at i tells."""
        infos, his = self.doc.infos, self.syntax.at[i - 1] if i > first else None
        if i > first + 1 and infos[i - 1].word.fold in ("له", "لها") and infos[i - 2].word.fold in HAD:
            return self._main(i - 2, first, i - 2)
        k = his.first - 1 if his is not None and his.last == i else first
        mine = his is not None and his.last == i and his.lead in ("ل", "ول") and his.kind != "nisba"
        return [his] if his is not None and mine and k >= first and infos[k].word.fold in HAD else []

    def _rebutted(
        self, frame: Frame, i: int, reading: Reading, teller: Said, genitive: list[Chunk], nisbas: list[Chunk]
    ) -> tuple[list[Chunk], list[Chunk], str] | None:
        """نفت س الاتهامات الهندية بدعم ص: who accuses the one who denies, and what he denies to have done."""
        if teller.act != "deny" or teller.chunk is None or teller.cue == i or i - teller.first > 6:
            return None
        if frame.lemma == "اتهم" and i - teller.first <= 1:
            accusers = [c for c in nisbas or genitive if c.actor != teller.speaker]
            return (accusers, [teller.chunk], "rebutted") if accusers else None
        before = self.doc.infos[teller.first : i]
        if reading.prep != "ب" or not genitive or not any(info.word.fold in REBUTTED for info in before):
            return None
        return [teller.chunk], [c for c in genitive if self._type(c) in frame.objects], "denier"
