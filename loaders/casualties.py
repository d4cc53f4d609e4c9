"""Who killed when the deed stands before the dead: أسفرت غارة لس عن مقتل ص, قتل في هجوم لس جنود من ص, لقي ص مصرعه."""

from __future__ import annotations

from loaders.constructions import DEEDS
from loaders.doc import Chunk
from loaders.kinds import FORCES
from loaders.lexicon.sets import word_set
from loaders.phrases import AGENTS
from loaders.readings import LIGHT
from loaders.standing import NOUN
from loaders.subjects import HITTING
from loaders.victims import FIRE, HURT, OPERATIONS, Victims

DEATH = frozenset(("مقتل", "بمقتل", "مصرع", "بمصرع", "استشهاد", "باستشهاد", "اصابه", "باصابه", "جرح", "بجرح", "بحياه"))
ENDS = frozenset(("مصرعه", "مصرعها", "مصرعهم", "حتفه", "حتفهم", "حتفها", "مصرعهما"))
MET_THEM = frozenset(("لقي", "لقيت", "ولقي", "لقوا", "ولقوا"))
RESULTING = word_set("casualties.resulting")
"""Verbs of what a deed led to (أسفر عن مقتل, أدى إلى مقتل)."""
KILLED = frozenset(("قتل", "قتلت", "وقتل", "وقتلت"))
PERISHED = frozenset(("قضي", "قضت", "وقضي"))
SUCCUMBED = frozenset(("متاثرا", "متاثره"))
WOUNDS = frozenset(("بجروح", "بجراح", "بجراحه", "بجراحها", "باصابته", "باصابتها", "باصابه", "بجروحه"))
DIED = frozenset(("توفي", "وتوفي", "توفيت", "استشهد", "واستشهد", "استشهدت", "استشهاد", "وفاه", "مات", "قضي"))
FALLEN = frozenset(("قتيلا", "قتلي", "القتلي", "قتيلين", "قتيلان", "قتيل", "وقتلي"))
AND_HURT = frozenset(("وجريحا", "وجرحي", "والجرحي", "وجريح", "ومصابين", "والمصابين"))
RANKS = frozenset(("صفوف", "صفوفها"))
REACH = 12


class Casualties(Victims):
    """Adds those attacked who are told behind the deed."""

    def _casualties(self) -> None:
        doc = self.doc
        for i in doc.spots(DEATH):
            sent = doc.sents[self.syntax.sent_of[i]]
            victims = self._hurt(i + 1, sent.last)
            doer = next(self._behind_deed(victims[-1].last, sent.last), None) if victims else None
            if victims and not (doer is not None and doc.infos[i].word.fold.endswith("مقتل")):
                self._hit_by(doer or self._cause(i, sent.first), victims, i)  # إصابة جنديين من س برصاص ص
        for i in doc.spots(ENDS):
            sent = doc.sents[self.syntax.sent_of[i]]
            near = range(i - 1, max(sent.first, i - 8) - 1, -1)
            k = next((p for p in near if doc.infos[p].word.fold in MET_THEM), -1)
            if k >= 0:
                victims = [c for c in self._hurt(k + 1, sent.last) if c.last <= i]
                self._hit_by(next(self._behind_deed(i + 1, sent.last), None), victims, i)
        for i in doc.spots(SUCCUMBED):
            self._succumbed(i)
        for i in doc.spots(FALLEN):
            self._fell(i)
        for i in doc.spots(KILLED):
            self._in_a_deed(i)
        for i in doc.spots(PERISHED):
            self._perished(i)

    def _fell(self, i: int) -> None:
        """سقط 20 قتيلا من س في غارة ص, قتلى وجرحى في صفوف س بقصف ص: whose men the dead were."""
        doc, sent = self.doc, self.doc.sents[self.syntax.sent_of[i]]
        p = i + 1
        while p < sent.last and doc.infos[p].word.fold in AND_HURT:
            p += 1
        ranks = doc.infos[p + 1].word.fold if p + 2 < sent.last else ""
        if p >= sent.last or not (doc.infos[p].word.fold == "من" or ranks in RANKS):
            return
        victims = self._hurt(p + 1 + (ranks in RANKS), sent.last, True)
        if victims and (
            doer := next(self._behind_deed(victims[-1].last, sent.last), None) or self._cause(i, sent.first)
        ):
            self._hit_by(doer, victims, i)

    def _succumbed(self, i: int) -> None:
        """توفي شاب فلسطيني متأثرا بجروح أصيب بها برصاص س: who died of whose fire."""
        doc, sent = self.doc, self.doc.sents[self.syntax.sent_of[i]]
        near = range(i - 1, max(sent.first, i - 12) - 1, -1)
        k = next((p for p in near if doc.infos[p].word.fold in DIED), -1)
        fire = next((p for p in range(i + 1, min(sent.last, i + 12)) if doc.infos[p].word.fold in FIRE), -1)
        if k >= 0 and fire > i and doc.infos[i + 1].word.fold in WOUNDS:
            victims = [c for c in self._hurt(k + 1, sent.last) if c.last <= i]
            self._hit_by(next(self._behind_deed(fire, min(sent.last, fire + 5)), None), victims, i)

    def _perished(self, i: int) -> None:
        """قضى القيادي فلان بقصف إسرائيلي: who died, and by whose deed."""
        victim = self.syntax.at[i + 1] if i + 1 < self.doc.n else None
        if victim is None or victim.first != i + 1 or victim.lead or self._type(victim) != "person":
            return
        last = self.doc.sents[self.syntax.sent_of[i]].last
        nxt = self.doc.infos[victim.last] if victim.last < last else None
        if nxt is not None and (nxt.prep == "في" or nxt.word.fold.startswith("ب")):
            self._hit_by(next(self._behind_deed(victim.last, min(last, victim.last + 5)), None), [victim], i)

    def _hit_by(self, doer: Chunk | None, victims: list[Chunk], i: int) -> None:
        """The victims attacked by the doer, if the death is told as a fact."""
        if doer is None or not self._is_fact(i, NOUN):
            return
        for v in victims:
            self._emit(doer, "ATTACKED", v, "asserted", i, "frame:attacked:casualty", 0.7, HURT)

    def _cause(self, i: int, first: int) -> Chunk | None:
        """أسفرت غارة أمريكية عن مقتل, أدى هجوم لس إلى مقتل: whose deed the subject of the verb before is."""
        doc = self.doc
        for p in range(i - 1, max(first, i - REACH) - 1, -1):
            info = doc.infos[p]
            if "complement" in info.closed or doc.texts[p] in ":؛.":
                return None
            if info.word.fold not in RESULTING:
                continue
            if self._may_come(p, first):
                return None
            for q in range(p + 1, i):
                if self._deed(q):
                    return self._doer(q, i)
            if p > first and doc.infos[p - 1].word.fold in ("ما", "مما", "الذي", "التي"):
                return self._told_before(p, first) or self._striker_before(p, first)
            return self._striker_before(p, first) if info.word.fold.endswith("ت") else None
        return None

    def _striker_before(self, p: int, first: int) -> Chunk | None:
        """نفذت س عملية أدت إلى مقتل, قصفت س السوق ما أدى إلى: whose the deed is that the verb at p tells more of."""
        doc = self.doc
        for q in range(p - 1, max(first, p - 2 * REACH) - 1, -1):
            if "complement" in doc.infos[q].closed or doc.texts[q] in ":؛.":
                return None
            if self.syntax.at[q] is not None:
                continue
            r = next((r for r in doc.infos[q].verbs if r.pos == "verb" and r.lemma in HITTING), None)
            found: list[Chunk] = []
            if r is not None and any(self._deed(k) for k in range(max(first, q - 2), q)):
                continue  # شنت س غارة استهدفت موقعا، ما أسفر عن
            if r is not None and not r.pronoun and self._verbal(q):
                found = self.syntax.subject(q, r, p).chunks
            elif (self._deed(q) or doc.infos[q].word.fold in OPERATIONS) and not doc.infos[q].definite:
                own = self._doer(q, p)
                found = [own] if own is not None else self._light(q, first, p, LIGHT, True)
            else:
                continue
            return found[0] if len(found) == 1 and self._type(found[0]) in FORCES else None
        return None

    def _deed(self, q: int) -> bool:
        named = any(r.pos == "masdar" and r.lemma in DEEDS and not r.pronoun for r in self.doc.infos[q].verbs)
        return named and self.syntax.at[q] is None

    def _doer(self, q: int, stop: int) -> Chunk | None:
        """غارة أمريكية, هجوم لس, هجوم شنه س: whose the deed at q is."""
        doc = self.doc
        for p in range(q + 1, min(stop, q + 5)):
            chunk = self.syntax.at[p]
            if chunk is not None:
                mine = chunk.first == p and chunk.lead in ("", "ل") and self._type(chunk) in FORCES
                return chunk if mine and chunk.kind in AGENTS else None
            if doc.infos[p].closed - {"modifier", "relative"} or not doc.texts[p][0].isalpha():
                return None
        return None

    def _told_before(self, p: int, first: int) -> Chunk | None:
        """قصفت س البلدة ما أسفر عن مقتل: the one attacker that the sentence has told of."""
        here = [x for x in self.out if x.type == "ATTACKED" and first <= x.trigger < p]
        doers = {x.subject for x in here if x.status == "asserted"}
        if len(doers) != 1:
            return None
        return next((c for c in self.cast.chunks if first <= c.first < p and c.actor in doers), None)

    def _in_a_deed(self, i: int) -> None:
        """قتل في هجوم لس ثلاثة جنود من ص: the deed between the verb and the dead."""
        doc = self.doc
        last = doc.sents[self.syntax.sent_of[i]].last
        if i + 3 >= last or not self._verbal(i) or self.syntax.at[i] is not None:
            return
        q = i + 2 if doc.infos[i + 1].prep == "في" else i + 1
        if not (self._deed(q) and (q == i + 2 or doc.infos[q].word.fold.startswith("ب"))):
            return
        doer = self._doer(q, last)
        if doer is None:
            return
        p = doer.last
        while p < last and (doc.dated[p] or (doc.infos[p].prep == "في" and self.syntax.at[p + 1] is not None)):
            where = self.syntax.at[p + 1] if not doc.dated[p] else None
            p = where.last if where is not None else p + 1
        self._hit_by(doer, self._hurt(p, last), i)
