"""Whom a verb of a frame reaches, and acts of two with each other."""

from __future__ import annotations

from loaders.answers import Answers
from loaders.charges import OBJECT_PRONOUNS
from loaders.clause import AMONG
from loaders.deeds import RECALLING
from loaders.doc import Chunk
from loaders.hits import INSIDE
from loaders.lexicon.frames import Frame
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.phrases import GENDERS, LED
from loaders.prospects import IF
from loaders.reached import OF_THEIRS
from loaders.recipients import PRONOUNS, STANCES
from loaders.subjects import TWO_SIDES
from loaders.verdict import PERSONAL

RECEIVING = word_set("objects.receiving")
"""Verbs whose ـه is mostly a guest (حيث استقبله فلان)."""
THEIRS = frozenset(("PRAISED", "CRITICIZED"))
BLAMING = frozenset(("ألقى", "أنحى"))
"""Verbs of blame, which what is somebody's may bear for him (ألقى باللوم على سياسة س)."""
DECLINED = word_set("relations.declined")
"""What one declines to say: رفض التعليق على."""
ANSWERS = frozenset(("REJECTED", "THREATENED"))
SPOKEN = frozenset(("URGED", "PRAISED", "ACCUSED"))
NEXT = {
    "الي": ("اجتمع", "طلب"),
    "ل": ("حمل",),
    "من": ("أراد",),
    "مع": ("وقف", "عرض"),
    "خلف": ("وقف",),
}
"""Verbs whose other side stands right behind this preposition, or it is not theirs."""
MADE_AGAINST = frozenset(("الاتهامات", "المزاعم", "الادعاءات", "الانتقادات", "الاتهام", "اتهامات"))
AGAINST = "frame:rejected:صوت:verb"
EXPELLING = "frame:sanctioned:طرد:verb"
MUTUAL = "frame:attacked:تبادل:verb"
"""تبادل س وص القصف: each has shelled the other."""
SENDING_OUT = "frame:deployed_in:أرسل:verb"
HANDING_OVER = word_set("objects.handing_over")
"""رفضت س تسليم فلان إلى ص: whom she refuses is who asked for him."""


SHIPS = word_set("objects.ships")
LANDS = word_set("objects.lands")
"""Land without a name, over which somebody rules (مناطق تسيطر عليها س في ص)."""


class Objects(Answers):
    """Objects of a verb, by the roles of its frame."""

    def _pairs(self, chunks: list[Chunk], frame: Frame, i: int, status: str) -> bool:
        made = False
        apart = frame.lemma not in ("مؤتمر", "شهد")  # two of one nation who speak to the press together have not met
        many = frame.type == "AGREED_WITH" and len(chunks) > 4  # اتفاق بين إيران وخمس دول: with each, not among them
        for a in range(1 if many else len(chunks)):
            for b in range(a + 1, len(chunks)):
                if not (apart or self._strangers(chunks[a].actor or "", chunks[b].actor or "")):
                    continue
                made = (
                    self._emit(
                        chunks[a], frame.type, chunks[b], status, i, frame.by + "+pair", frame.score, frame.objects
                    )
                    or made
                )
                if frame.type in ("ACCUSED", "CRITICIZED", "THREATENED") or frame.by == MUTUAL:
                    self._emit(
                        chunks[b], frame.type, chunks[a], status, i, frame.by + "+pair", frame.score, frame.objects
                    )
        return made

    def _with_her(self, start: int, last: int) -> bool:
        """قطعت س علاقاتها معها بسبب علاقتها مع ص: whether a pronoun says with whom."""
        near = range(start, min(last - 1, start + 3))
        ties = next((p for p in near if self.doc.infos[p].word.fold.startswith("علاق")), None)
        return ties is not None and self.doc.infos[ties + 1].word.fold == "معها"

    def _land_ruled(self, i: int, head: Chunk | None, start: int, last: int) -> list[Chunk]:
        """س العراقية التي تسيطر عليها ص, مناطق تسيطر عليها ص في س: the place that the pronoun means or is part of."""
        doc = self.doc
        place = self.syntax.at[head.first - 1] if head is not None and head.kind == "nisba" and head.first else None
        if head is not None:
            return [place if place is not None and place.last == head.first and place.kind == "place" else head]
        for p in range(i - 1, max(-1, i - 5), -1):
            if self.syntax.at[p] is not None or doc.texts[p] in ":؛.":
                return []
            if doc.infos[p].word.fold.removeprefix("ال") in LANDS:
                break
        else:
            return []
        doer = self.syntax.at[start - 1]
        if doer is not None and doer.kind == "title" and (told := [c for c in doer.inner if c.kind == "place"]):
            return told[:1]  # مناطق يسيطر عليها مقاتلو س في ص
        if start < last and self.syntax.at[start] is not None:
            here = self.syntax.at[start]
            return [here] if here is not None and here.lead == "ب" and here.first == start else []
        inside = start < last and doc.infos[start].prep in INSIDE
        return self.syntax.with_prep(start, min(last, start + 4), INSIDE, 4)[:1] if inside else []

    def _objects(
        self, frame: Frame, i: int, start: int, last: int, reading: Reading, subjects: list[Chunk]
    ) -> list[Chunk]:
        syntax = self.syntax
        if frame.type in OF_THEIRS and (what := self._that_which(i, frame.type)) is not None:
            return [c for c in what if c not in subjects and self._type(c) in frame.objects]
        nxt = self.doc.infos[i + 1].word.fold if i + 1 < last else ""
        machinery = i + 1 < last and self.doc.texts[i + 1][:1] == "آ"  # ستطلب آلية تحقق: not إليه
        if nxt in PRONOUNS and PRONOUNS[nxt][0] in frame.preps and not machinery:
            who = self._relative_head(i)
            if frame.type == "DEPLOYED_IN":
                return [c for c in self._land_ruled(i, who, start, last) if self._type(c) in frame.objects]
            deed = self._deed_meant(i, PRONOUNS[nxt][1]) if frame.type == "CRITICIZED" and who is None else None
            if deed is not None:
                return deed
            if who is None and i and self.doc.infos[i - 1].word.fold in ("الذي", "التي"):
                return []  # الأمر الذي نددت به س: nobody
            if who is None and i and not reading.lead and frame.type == "CRITICIZED" and self._described(i - 1):
                return []  # انتخابات ندد بها س: nobody
            if who is not None and who.actor in {c.actor for c in subjects}:
                who = None  # فلان، الذي طلب منه: he asks somebody else
            who = who or self._antecedent(i, PRONOUNS[nxt][1], subjects)
            if who is not None and self._type(who) in frame.objects:
                return [who]
        if frame.lemma == "قطع" and frame.type == "SANCTIONED" and self._with_her(start, last):
            who = self._relative_head(i)
            return [who] if who is not None and who not in subjects and self._type(who) in frame.objects else []
        if frame.by == EXPELLING and any(self._type(c) == "militia" for c in subjects):
            return []  # طردت الحركة قوات س من المدينة: no diplomats
        ship = frame.lemma == "اعترض" and any(
            w.word.fold in SHIPS for w in self.doc.infos[start : min(last, start + 3)]
        )
        if ship and frame.type == "REJECTED":
            return []  # اعترضت البحرية سفينة س: she stopped it
        if frame.type == "REJECTED" and start < last and self.doc.infos[start].word.fold in DECLINED:
            return []
        if frame.lemma == "وجه" and nxt in PRONOUNS and subjects and subjects[0].last <= i:
            return []  # س، التي وجهت إليها أصابع الاتهام: she is accused
        if frame.type in OF_THEIRS and (done := self._what_they_did(frame, start, last)):
            return [c for c in done if c not in subjects and self._type(c) in frame.objects]
        if frame.type == "REJECTED" and start < last and not self.doc.infos[start].lemmas.isdisjoint(HANDING_OVER):
            asking = syntax.with_prep(start, last, frozenset(("الي", "ل")), 14)
            return [c for c in asking if c not in subjects and self._type(c) in ("country", "organization")]
        if frame.lemma in RECALLING and frame.type == "SANCTIONED" and (posted := self._posted(i, last)):
            return posted  # استدعت سفيرها في مدريد احتجاجا على موقف … من: where he is posted
        if frame.type == "DETAINED" and frame.pos == "verb" and (some := syntax.members(start, last)):
            return [c for c in some if self._type(c) == "person"]
        if frame.type == "CRITICIZED" and start < last and self.doc.infos[start].word.fold == "عدم":
            start += 1  # انتقد عدم التزام س
        answered = self._answered(frame.type, i, start, last, subjects) if frame.type in ANSWERS else []
        if answered:
            return [c for c in answered if c not in subjects and self._type(c) in frame.objects]
        if frame.by == AGAINST and (reading.pronoun or start >= last or self.doc.infos[start].word.fold != "ضد"):
            return []  # رفعت صوتها ضد س
        if frame.lemma == "اشتبه" and reading.person == "3ms" and start == i + 1 and syntax.at[i - 1] is None:
            return []  # يشتبه في أن: nobody says who does
        if frame.lemma == "اشتبه":  # whose doing, not where it was done
            return [c for c in self._blamed(start, last) if c not in subjects and self._type(c) in frame.objects]
        unless = (p for p in range(start, last) if frame.type == "THREATENED" and self.doc.infos[p].word.fold in IF)
        until = next(unless, last)  # لوحت س بكذا إذا استعانت ص بع
        for role in frame.object:
            found: list[Chunk] = []
            if role == "obj":
                if not reading.pronoun:
                    found = [c for c in syntax.objects(start, last) if c not in subjects]
                    if found and frame.type == "THREATENED" and self.doc.infos[found[0].first - 1].word.fold in AMONG:
                        found = []  # توعدت دول على رأسها س: who threatens
            elif role == "pron":
                pronoun = reading.pronoun or OBJECT_PRONOUNS.get(nxt, "")
                if pronoun:
                    who = self._relative_head(i)
                    which = i > 0 and self.doc.infos[i - 1].word.fold in ("الذي", "التي")
                    deed = self._deed_meant(i, pronoun) if frame.type == "CRITICIZED" and who is None else None
                    if deed is not None:
                        return deed
                    other = who is not None and who.kind == "person" and GENDERS.get(pronoun) not in (who.gender, None)
                    other = other or (which and who in subjects and self._calls(i))  # اتصالا من س، الذي هنأه
                    if other and frame.type in SPOKEN and who in subjects:  # التقى س السفيرة التي طالبته بكذا
                        who = self._antecedent(i, pronoun, subjects)
                    if frame.lemma in RECEIVING and (who is None or who in subjects):
                        told = who is None and (which or (i and not reading.lead and self._describing(i)))
                        other = who is not None and self.inside[i] is not None
                        return [] if told or other else self._guest(i, pronoun, subjects)
                    if who is None and not which and not (i and not reading.lead and self._describing(i)):
                        who = self._again(frame, i, pronoun, subjects) or self._antecedent(i, pronoun, subjects)
                    found = [who] if who is not None else []
            elif role == "near":
                found = next(
                    (
                        [c]
                        for p in range(start, min(last, start + 7))
                        if (c := syntax.at[p]) is not None and c.first == p and self._type(c) in frame.objects
                    ),
                    [],
                )
            elif role == "gen2":
                if reading.pronoun and reading.pos == "verb":
                    continue  # خطوة أدانتها س ووصفها ص: the pronoun is the object
                if frame.type != "SUPPORTS" or (
                    start < last and self.doc.infos[start].word.fold.removeprefix("ال") in STANCES
                ):
                    found = syntax.objects(start, last, 2)
            elif role not in ("pair",):
                far = 18 if frame.by == SENDING_OUT else 14  # أرسلت س رتلا مؤلفا من نحو 40 آلية إلى ص
                led = syntax.with_prep(i + 1, until, frozenset((role,)), max(far, start - i + 10))
                headed = bool(subjects) and self.doc.infos[subjects[0].first - 1].word.fold in LED  # وفد يضم فلانا
                if not led and start < last and (headed or self.doc.texts[start - 1] in "،,"):
                    led = syntax.with_prep(start, until, frozenset((role,)))  # بحث س، الذي يزور ع، مع ص
                found = [c for c in led if c not in subjects]
                if found and frame.type == "REJECTED" and not self._of_this(frame, role, start, found[0].first):
                    found = []  # لم يستبعد فلان، الذي أجرى محادثات مع س، كذا
                if found and role in NEXT and frame.lemma in NEXT[role]:
                    found = found if self._next(frame.lemma, start, found[0].first) else []
                if found and frame.lemma in PERSONAL and self._type(found[0]) not in frame.objects:
                    found = syntax.with_prep(found[-1].last, last, frozenset((role,)), 5)  # في قمة س في ص
                if not [c for c in found if self._type(c) in frame.objects]:
                    if frame.type in OF_THEIRS and not (frame.type == "REJECTED" and role == "مع"):
                        found = syntax.through(start, last, frozenset((role,)))
                    elif frame.lemma in BLAMING:
                        found = self._blamed_for(start, last)
                    elif frame.type == "SUPPORTS":
                        found = syntax.through(start, last, frozenset((role,)), 6, STANCES)
            found = [c for c in found if self._type(c) in frame.objects]
            if found and frame.lemma == "نسب":  # the deed is ascribed, not what was said (نسبت س إلى ص قوله إن)
                deeds = self.doc.infos[i + 1 : found[0].first]
                found = found if any(info.word.fold in frame.needs for info in deeds) else []
            if found and found[0].lead[-1:] == "ل" and self.doc.infos[found[0].first - 1].word.fold in MADE_AGAINST:
                found = []  # مستنكرا الاتهامات لروسيا: whom they were made against
            if found and frame.type in OF_THEIRS:
                found = [c for c in found if not self._suffered(c)]
                found = [c for c in found if frame.type != "PRAISED" or not self._rid_of(c)]
            if found:
                return found
        whom = syntax.over_aside(start, last) if frame.type == "URGED" else last
        if whom < last and self.doc.infos[whom].word.fold in TWO_SIDES:
            named = syntax.named_sides(whom + 1, last)
            return named or self._two_meant(max(i, whom - 1))  # near the noun, whose form tells of lands or sides
        if frame.type == "SUPPORTS" and (deal := self._deal_kept(start, last)):
            return deal
        if frame.type == "CRITICIZED":
            whose = self._author(start, last, i) or self._wronged_in(start, last)
            if whose:
                return [c for c in whose if c not in subjects and self._type(c) in frame.objects]
        if frame.type == "REJECTED" and (anything := self._any_of(start, last)):
            return [c for c in anything if c not in subjects and self._type(c) in frame.objects]
        if frame.type == "OFFERED" and (helped := self._helped(start, last)):
            return [c for c in helped if c not in subjects and self._type(c) in frame.objects]
        if frame.type == "MET" and "مع" in frame.preps:
            return self._with_him(start, last, subjects)  # تناول الغداء معه
        if frame.type in THEIRS and (his := self.whose(frame, start, last, subjects)) is not None:
            return [his]
        return []
