"""News of courts and councils: whose stance a council repeats, what all react to, who is no party to a meeting."""

from __future__ import annotations

from loaders.calls import Calls
from loaders.doc import Chunk
from loaders.lexicon.frames import Frame
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.phrases import AGENTS

AIMED = frozenset(("CRITICIZED", "REJECTED"))
OCCASION = word_set("courtly.occasions")
"""What one is congratulated on, behind which his land is only named (بالعيد الوطني لبلاده)."""
HONOURING = frozenset(("PRAISED", "MET"))
GIVING = frozenset(("قدم", "أعرب", "عبر", "أبدى"))
SAT_IN = frozenset(("حضره", "حضرها"))
INVITED_TO = word_set("courtly.invited_to")


class Courtly(Calls):
    """Adds what statements of states and their councils tell by turns of phrase of their own."""

    def _noun(
        self, frame: Frame, i: int, reading: Reading, first: int, last: int
    ) -> tuple[list[Chunk], list[Chunk], str]:
        """Also whose a stance is that another repeats, and no land by which an occasion is told."""
        if frame.type in AIMED or (frame.type == "URGED" and "obj" in frame.object):
            own = self._own_stance(frame, i, reading, last)
            if own is not None:
                return own
        if frame.type == "MET" and i + 2 < last and self.doc.infos[i + 2].word.fold in SAT_IN:
            return [], [], ""  # خلال اللقاء الذي حضره س وص: not they have met each other
        if frame.type == "URGED" and frame.lemma == "دعا" and self._invitation(i, last):
            return [], [], ""
        subjects, objects, how = super()._noun(frame, i, reading, first, last)
        if frame.type == "CRITICIZED" and subjects and not objects and how in ("gen", "light"):
            objects = [c for c in self._for_the_deed(i, last) if self._type(c) in frame.objects and c not in subjects]
        if frame.type == "PRAISED" and how == "gen" and [c.kind for c in subjects] == ["country"]:
            teller = self._light(i, first, last, GIVING)
            if [self._type(c) for c in teller] == ["person"] and self._acts_for(teller[0].actor or "") == subjects[
                0
            ].actor:
                subjects, how = teller, "light"  # قدم وزير الخارجية فلان تعازي المملكة إلى ص
        if frame.type == "MET" and frame.lemma == "اجتمع" and how in ("main", "light"):
            withs = any(info.word.fold == "مع" for info in self.doc.infos[i : i + 8])
            objects = [c for c in objects if withs or self._type(c) != "organization"]  # شارك في اجتماع منظمة س
        if frame.type == "PRAISED" and objects and objects[0].head == "*country":
            between = self.doc.infos[i + 1 : objects[0].first]
            if any(not OCCASION.isdisjoint(info.word.rests) for info in between):
                objects = []  # تهانيه بمناسبة العيد الوطني لبلاده
        return subjects, objects, how

    def _both(self, frame: Frame, i: int, reading: Reading, first: int, last: int) -> bool:
        """None of one land are the two sides: واستعرض الجانبان, behind ministers of one state who were there."""
        before = len(self.out)
        made = super()._both(frame, i, reading, first, last)
        kept = [x for x in self.out[before:] if not self._of_one_land(x.subject, x.object)]
        self.out[before:] = kept
        return made

    def _of_one_land(self, a: object, b: object) -> bool:
        one = self.cast.person_of.get(str(a)) and self.cast.person_of.get(str(b))
        nation = self._nation(str(a)) if one else None
        return nation is not None and nation == self._nation(str(b))

    def _for_the_deed(self, i: int, last: int) -> list[Chunk]:
        """أعربت س عن إدانتها الشديدة للهجوم: who did it, as the text before tells."""
        for q in range(i + 1, min(last, i + 4)):
            info = self.doc.infos[q]
            if self.syntax.at[q] is not None or not self.doc.texts[q][0].isalpha():
                return []
            if any(lead[-1:] == "ل" for lead, _ in info.word.splits[1:]):
                return self._author(q, last, i)
            if not info.definite and not self.doc.texts[q].startswith("و"):
                return []
        return []

    def _attackers(self, i: int, type: str = "ATTACKED", reach: int = 3) -> list[Chunk]:
        """Also in a column of reactions: the deed that those before react to, where the page tells one doer alone."""
        found = super()._attackers(i, type, reach)
        if found or type != "ATTACKED":
            return found
        here = self.syntax.sent_of[i]
        doers = {str(x.subject) for x in self.out if x.type == type and x.status == "asserted" and x.trigger < i}
        reacted = (x for x in self.out if x.type == "CRITICIZED" and x.trigger < i and str(x.object) in doers)
        if len(doers) != 1 or not any(here - self.syntax.sent_of[x.trigger] <= reach for x in reacted):
            return []
        return self._last_named(doers, i)

    def _own_stance(
        self, frame: Frame, i: int, reading: Reading, last: int
    ) -> tuple[list[Chunk], list[Chunk], str] | None:
        """جدد المجلس إدانة المملكة [واستنكارها] لكذا, مطالبة س ص بكذا: whose it is, as what it aims at follows."""
        doc, p = self.doc, i + 1
        if reading.pronoun or reading.definite or reading.person != "s":
            return None
        if p < last and self.syntax.at[p] is None and doc.texts[p].startswith("و") and self._told_by_noun(p, ""):
            p += 1  # إدانة واستنكار س
        owner = self.syntax.at[p] if p < last else None
        if owner is None or owner.first != p or owner.lead or owner.kind not in ("country", "organization"):
            return None
        q = owner.last
        while q < min(last, owner.last + 4) and self.syntax.at[q] is None:
            info = doc.infos[q]
            described = info.definite and info.word.fold.startswith("ال") and not info.verbs
            if not described and not (doc.texts[q].startswith("و") and self._told_by_noun(q, "3fs")):
                break
            q += 1
        if q >= last or doc.texts[q] in "،,.":
            return None
        then = self.syntax.at[q]
        if frame.type == "URGED":
            asked = then is not None and then.first == q and not then.lead and then.kind in AGENTS
            asked = asked and then is not None and then.kind != "nisba" and then.actor != owner.actor
            return ([owner], self.syntax.coordinated(then, last), "gen") if asked and then is not None else None
        led = then.lead if then is not None and then.first == q else ""
        reason = doc.infos[q].word.fold == "لعدم" or any(r.pos == "masdar" and r.pronoun for r in doc.infos[q].verbs)
        if frame.lemma == "انتقد" or reason:
            return None  # إدانة س لانتهاكها كذا: she is the one condemned
        if led[-1:] != "ل" and not any(lead[-1:] == "ل" for lead, _ in doc.infos[q].word.splits[1:]):
            return None
        stop = next((k for k in range(q, last) if doc.texts[k] in "،,؛"), last)
        return [owner], self._done_to(frame, reading, "gen", [owner], [owner], p, q, stop), "gen"

    def _invitation(self, i: int, last: int) -> bool:
        """وجه س دعوة إلى ص لحضور القمة, دعوة من س لزيارة ص: who invites asks for nothing."""
        for info in self.doc.infos[i + 1 : min(last, i + 22)]:
            if info.word.fold in INVITED_TO:
                return True
            if info.kinds == {"verb"} or "complement" in info.closed:
                return False
        return False

    def _told_by_noun(self, p: int, pronoun: str) -> bool:
        """Whether a noun of doing, with this pronoun or with none, stands at p."""
        return any(r.pos == "masdar" and (r.pronoun or "") == pronoun for r in self.doc.infos[p].verbs)
