"""Goodwill told around the verb: one of those who support, condolences in a call, relief for people in a land."""

from __future__ import annotations

from loaders.doc import Chunk
from loaders.lexicon.frames import Frame
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.pacts import NOT_BEING
from loaders.phrases import AGENTS, WITH_PRONOUN
from loaders.postings import Postings
from loaders.proposals import Proposal
from loaders.recipients import STANCES
from loaders.turned import APPROVING

MANY = word_set("goodwill.many")
"""Nouns of those one of whom somebody is (من الدول التي تدعم س)."""
DEGREES = word_set("goodwill.degrees")
ONE_OF = frozenset(("احدي", "احد", "واحده", "واحدا", "واحد"))
KIND = word_set("goodwill.kind")
"""What one expresses to whom one calls (قدم خلاله التعازي)."""
STANDING_BY = word_set("goodwill.standing_by")
"""Those of KIND by which one supports."""
RELIEF = word_set("goodwill.relief")
"""What money is given for, before those in a land whom it helps (لإغاثة المتضررين في س)."""
GIVING = frozenset(("قدم", "منح", "خصص", "أرسل", "وفر", "تبرع"))
RELIEF_NEAR = 12
OTHERS = frozenset(("هولاء", "اولئك", "البعض", "احد", "الناس", "كثيرون"))
"""Those who stand with somebody and are no actors (يقف هؤلاء مع س)."""
APPRECIATING = frozenset(("أشاد", "أثنى", "ثمن", "نوه", "امتدح"))
WISHES = frozenset(("هنأ", "عزى", "تعاز", "شكر", "تقدير", "امتنان"))
CONVEYING = frozenset(("نقل", "حمل", "أبلغ", "سلم"))
"""Verbs of bringing somebody's wishes."""
TIES = ("علاقات", "روابط")
"""What two have between them (متانة العلاقات مع س)."""


class Goodwill(Postings):
    """Adds supports and praise that no frame tells with both their ends."""

    def _objects(
        self, frame: Frame, i: int, start: int, last: int, reading: Reading, subjects: list[Chunk]
    ) -> list[Chunk]:
        """Also whose efforts they are that a clause tells of, and in which land those are who get relief."""
        if frame.lemma == "وقف" and i + 1 < last and self.doc.infos[i + 1].word.fold in OTHERS:
            return []
        found = super()._objects(frame, i, start, last, reading, subjects)
        if frame.lemma == "وقف":
            found = [c for c in found if not any(e.outlet for e in c.entities)]  # وقفت معها, said in a paper
        if not found and frame.type == "PRAISED" and frame.lemma in APPRECIATING:
            ties = [c for c in self._ties_with(start, last) if self._type(c) in frame.objects]
            other = [c for c in ties if not any(self._own(s.actor or "", c.actor or "") for s in subjects)]
            return other if len(other) == 1 else []
        if not found and frame.type == "URGED" and frame.lemma == "طلب":
            found = self._by_pronoun(i + 1, last, "من", subjects) or self._by_pronoun(i + 1, last, "الي", subjects)
            return [c for c in found if c not in subjects and self._type(c) in frame.objects]  # وطلب منه كذا
        if not found and frame.lemma in APPRECIATING | {"أيد"}:
            found = self._what_he_did(i + 1, last)
        if found or frame.type != "SUPPORTS":
            return [c for c in found if c not in subjects and self._type(c) in frame.objects]
        if "gen2" in frame.object and start < last and self.syntax.at[start] is None:
            form = self.doc.infos[start].word.fold.removeprefix("ال")
            which = (p for p in range(start + 1, min(last, start + 4)) if "relative" in self.doc.infos[p].closed)
            p = next(which, last) if form in STANCES else last  # الجهود الدبلوماسية التي يبذلها س
            found = self.syntax.relative_doer(p, last) if p < last else []
        elif frame.needs and frame.lemma in GIVING:
            found = self._relieved(start, last)
        return [c for c in found if c not in subjects and self._type(c) in frame.objects]

    def _what_he_did(self, start: int, last: int) -> list[Chunk]:
        """أيد ما قاله س, أثنى على ما قام به ص: whose words or deeds a clause tells of."""
        for p in range(start, min(last - 2, start + 6)):
            if self.doc.infos[p].word.fold == "ما":
                return self.syntax.what_of(p, last)
            if self.doc.texts[p] in "،,:؛.":
                break
        return []

    def _doer_told(
        self, frame: Frame, i: int, reading: Reading, first: int, last: int
    ) -> tuple[list[Chunk], list[Chunk], str] | None:
        """Also who is thanked for supporting somebody: شكر س ص على دعم ع."""
        whom = self.syntax.at[i + 1] if i + 1 < last else None
        wished = frame.type == "PRAISED" and frame.lemma in WISHES and not reading.pronoun
        sent = self._conveyed(i, whom, first, last) if wished and whom is not None and whom.first == i + 1 else None
        if sent is not None:
            return sent
        bare = frame.type == "SUPPORTS" and not (reading.definite or reading.pronoun)
        if bare and whom is not None and whom.first == i + 1 and not whom.lead and whom.kind != "nisba":
            group = self.syntax.coordinated(whom, last)
            thanked = None if self._to_whom(group[-1].last, last) else self._thanked(i, reading, None, first)
            helped = [c for c in group if self._type(c) in frame.objects]
            if thanked is not None and helped:
                return [thanked], helped, "thanked"
        return super()._doer_told(frame, i, reading, first, last)

    def _conveyed(self, i: int, whose: Chunk, first: int, last: int) -> tuple[list[Chunk], list[Chunk], str] | None:
        """نقل س إلى ص تهنئة ع: the wishes are of him who sent them, not for him."""
        doc = self.doc
        p = next(
            (p for p in range(i - 1, max(first, i - 14) - 1, -1) if not CONVEYING.isdisjoint(doc.infos[p].lemmas)), -1
        )
        if p < 0 or not any(r.pos == "verb" for r in doc.infos[p].verbs):
            return None
        sender = self.syntax.bearer(whose)
        near = (*range(p + 1, i), *range(sender.last, min(last, sender.last + 4)))
        to = [c for q in near if (c := self.syntax.at[q]) is not None and c.first == q and c.kind != "nisba"]
        to = [c for c in to if c.lead == "ل" or doc.infos[c.first - 1].prep == "الي"]
        return [sender], [c for c in to[:1] if c.actor != sender.actor], "conveyed"

    def _emit(
        self, s: Chunk, type: str, o: Chunk, status: str, i: int, by: str, score: float, objects: frozenset[str]
    ) -> bool:
        """Once, as planned, what somebody has just approved: وافق المجلس على تقديم مساعدات لس."""
        late = self.out[-8:] if type == "SUPPORTS" and status == "planned" else []
        told = [x for x in late if x.type == type and (x.subject, x.object) == (s.actor, o.actor)]
        made = super()._emit(s, type, o, status, i, by, score, objects)
        twice = [x for x in told if x.trigger < i and x.by.split(":")[2] in APPROVING]
        if made and twice:
            self.out = [x for x in self.out if x not in twice]
        return made

    def _ties_with(self, start: int, last: int) -> list[Chunk]:
        """أشاد بعمق العلاقات مع س, بالعلاقات بين بلاده وس: whose ties with one are praised."""
        doc = self.doc
        for p in range(start, min(last, start + 4)):
            form = doc.infos[p].word.fold
            if not form.endswith(TIES):
                if self.syntax.at[p] is not None or (doc.infos[p].closed and p > start) or doc.texts[p] in "،,.":
                    return []
                continue
            q = next((q for q in range(p + 1, min(last, p + 4)) if doc.infos[q].word.fold in ("مع", "بين")), last)
            if q < last and doc.infos[q].word.fold == "مع":
                return self.syntax.with_prep(q, last, frozenset(("مع",)), 4)
            return self._between(q, last)[:2] if q < last else []
        return []

    def _relieved(self, start: int, last: int) -> list[Chunk]:
        """خصصت س مليون يورو لإعادة إعمار ص, لضحايا الزلزال في ص: the land of those who are helped."""
        doc = self.doc
        near = range(start, min(last, start + RELIEF_NEAR))
        aim = (p for p in near if (c := self.syntax.at[p]) is None or not c.actor)  # لضحايا: no title
        p = next((p for p in aim if any(a[-1:] == "ل" and b in RELIEF for a, b in doc.infos[p].word.splits)), last)
        whole = self.syntax.at[p] if p < last else None
        if whole is not None and whole.inner:  # لضحايا الزلزال في س, as a title looks
            return [c for c in whole.inner if c.kind in ("country", "place") and c.actor][-1:]
        for q in range(p + 1, min(last, p + 6)):
            chunk = self.syntax.at[q]
            if chunk is not None and chunk.first == q:
                inside = chunk.kind in ("country", "place") and not chunk.lead
                return self.syntax.coordinated(chunk, last) if inside else []
            if doc.texts[q] in "،,.:؛" or "relative" in doc.infos[q].closed or doc.infos[q].kinds == {"verb"}:
                return []
        return []

    def _goodwill(self) -> None:
        for i in self.doc.verbal:
            if self.syntax.at[i] is not None or not self._verbal(i):
                continue
            if i > 3 and "relative" in self.doc.infos[i - 1].closed:
                self._one_of_those(i)
            if i + 1 < self.doc.n and self.doc.infos[i + 1].word.fold in WITH_PRONOUN:
                self._said_in_talks(i)

    def _one_of_those(self, i: int) -> None:
        """تركيا من الدول التي تدعم س, كانت مصر من أوائل الدول التي صادقت على الاتفاق: she does it too."""
        sent = self.doc.sents[self.syntax.sent_of[i]]
        reading = next((r for r in self.doc.infos[i].verbs if r.pos == "verb"), None)
        who = self._named_as_one(i - 2, sent.first) if reading is not None and not reading.pronoun else None
        status = self._status(i, reading, sent.first)[1] if reading is not None and who is not None else None
        if who is None or reading is None or status is None:
            return
        near = {info.word.fold for info in self.doc.infos[i + 1 : min(sent.last, i + 16)]}
        found = [
            (frame, self._objects(frame, i, i + 1, sent.last, reading, [who]))
            for frame in self.frames.get((reading.lemma, "verb"), ())
            if "not" not in frame.subject and not (frame.needs and near.isdisjoint(frame.needs))
        ]
        told = {frame.type for frame, objects in found if objects}
        self.out = [x for x in self.out if x.trigger != i or x.type not in told]
        for frame, objects in found:
            for o in objects:
                self._emit(who, frame.type, o, status, i, frame.by + "+one_of", frame.score, frame.objects)

    def _named_as_one(self, p: int, first: int) -> Chunk | None:
        """س من [أكبر] الدول [العربية], تعد س إحدى الدول: whom the noun of several ending at p means too."""
        doc, k = self.doc, p
        while k > first and doc.infos[k].word.fold not in MANY:
            if p - k >= 2 or not doc.infos[k].definite:
                return None
            k -= 1
        k -= 1
        while k > first and doc.infos[k].word.fold in DEGREES:
            k -= 1
        if k <= first or doc.infos[k].word.fold not in ONE_OF | {"من"}:
            return None
        k -= 1
        while k > first and self.syntax.at[k] is None and (doc.infos[k].word.fold in ONE_OF or self._links(k)):
            if self._denies(k):
                return None
            k -= 1
        who = self.syntax.at[k]
        if who is None or who.last != k + 1 or who.lead[-1:] in ("ب", "ل", "ك") or self._type(who) not in AGENTS:
            return None
        before = who.first - 1
        if before >= first and self._denies(before):
            return None  # ليست س من الدول التي تدعم ص
        opens = who.first == first or self._links(before) or doc.texts[before] in '،,:«»"“-'
        return who if opens or "complement" in doc.infos[before].closed else None

    def _denies(self, p: int) -> bool:
        near = self.doc.infos[max(0, p - 1) : p + 1]
        return any(info.word.fold.removeprefix("و") in NOT_BEING for info in near)  # لم تكن

    def _said_in_talks(self, i: int) -> None:
        """أجرى س اتصالا بص قدم خلاله التعازي: to whom it is said, where the clause names nobody."""
        doc, sent = self.doc, self.doc.sents[self.syntax.sent_of[i]]
        kind = next((p for p in range(i + 2, min(sent.last, i + 5)) if doc.infos[p].word.fold in KIND), None)
        met = [x for x in self.out if x.type == "MET" and sent.first <= x.trigger < i and x.status == "asserted"]
        if kind is None or len(met) != 1 or any(i <= x.trigger < sent.last for x in self.out):
            return
        if any(c is not None and self._type(c) in AGENTS for c in self.syntax.at[kind : min(sent.last, kind + 5)]):
            return
        a, b = met[0].subject, met[0].object
        named = [c for c in self.syntax.at[sent.first : i] if c is not None]
        callers = {c.actor for c in named if c.first and doc.infos[c.first - 1].prep == "من"}
        one, other = (b, a) if b in callers else (a, b)  # تلقى س اتصالا من ص أعرب خلاله عن تعازيه
        type = "SUPPORTS" if doc.infos[kind].word.fold in STANDING_BY else "PRAISED"
        if isinstance(one, str) and isinstance(other, str) and one != other and not self._own(one, other):
            made = Proposal(one, type, other, "asserted", i, f"frame:{type.lower()}:in_talks", 0.65)
            self.out.append(made)
