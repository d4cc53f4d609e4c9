"""News of courts and councils: whose stance a council repeats, who waited for whom at the airport, telegrams alike."""

from __future__ import annotations

from loaders.doc import Chunk
from loaders.lexicon.frames import ACTORS, Frame
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.phrases import AGENTS, GENDERS
from loaders.proposals import Proposal
from loaders.retorts import Retorts

AIMED = frozenset(("CRITICIZED", "REJECTED"))
OCCASION = word_set("courtly.occasions")
"""What one is congratulated on, behind which his land is only named (بالعيد الوطني لبلاده)."""
RECEPTION = {"استقباله": "3ms", "استقبالها": "3fs", "استقبال": "", "وداعه": "3ms", "وداعها": "3fs", "وداع": ""}
"""The noun of waiting for or seeing off somebody, and the pronoun of whom."""
WAS = word_set("courtly.was")
ALIKE = word_set("courtly.alike")
"""Said of telegrams whose recipient was told before (ببرقيتي تهنئة مماثلتين)."""
TELEGRAMS = frozenset(("برقيه", "برقيتي", "برقيتين", "برقيات", "ببرقيه", "ببرقيتي", "ببرقيتين", "ببرقيات"))


HONOURING = frozenset(("PRAISED", "MET"))
GIVING = frozenset(("قدم", "أعرب", "عبر", "أبدى"))
GOT = word_set("courtly.got")
CALL = ("اتصال", "الاتصال", "مكالمه", "المكالمه")
ACCREDITING = frozenset(("اعتماد", "اعتمادهم", "الاعتماد"))
PAPERS = frozenset(("اوراق", "الاوراق", "وثايق"))
TAKING = frozenset(("تسلم", "تلقى", "تقبل", "قبل", "استلم"))
INVITED_TO = frozenset(("لحضور", "للمشاركه", "لزياره", "للحضور", "للقيام"))
LAND = frozenset(("البلاد", "الدوله", "السلطنه"))


class Courtly(Retorts):
    """Adds what protocol news tells by its own turns of phrase."""

    def _noun(
        self, frame: Frame, i: int, reading: Reading, first: int, last: int
    ) -> tuple[list[Chunk], list[Chunk], str]:
        """Also whose a stance is that another repeats, and no land by which an occasion is told."""
        if frame.type in AIMED or (frame.type == "URGED" and "obj" in frame.object):
            own = self._own_stance(frame, i, reading, last)
            if own is not None:
                return own
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

    def _author(self, start: int, last: int, i: int) -> list[Chunk]:
        """Also behind an aside: أدانت س، في بيان لها، بأشد العبارات الهجوم."""
        doc = self.doc
        if start + 1 < last and doc.texts[start] in "،," and doc.infos[start + 1].prep in ("في", "عبر"):
            close = (q for q in range(start + 2, min(last, start + 9)) if doc.texts[q] in "،,")
            start = next(close, start)
        return super()._author(start, last, i)

    def _attackers(self, i: int, type: str = "ATTACKED", reach: int = 3) -> list[Chunk]:
        """Also in a column of reactions: the deed that those before react to, where the page tells one doer alone."""
        found = super()._attackers(i, type, reach)
        if found or type != "ATTACKED":
            return found
        here = self.syntax.sent_of[i]
        doers = {x.subject for x in self.out if x.type == type and x.status == "asserted" and x.trigger < i}
        reacted = (x for x in self.out if x.type == "CRITICIZED" and x.trigger < i and x.object in doers)
        if len(doers) != 1 or not any(here - self.syntax.sent_of[x.trigger] <= reach for x in reacted):
            return []
        near = (c for c in reversed(self.cast.chunks) if c.last <= i and c.actor in doers)
        return [c for c in [next(near, None)] if c is not None]

    def _objects(
        self, frame: Frame, i: int, start: int, last: int, reading: Reading, subjects: list[Chunk]
    ) -> list[Chunk]:
        """Also who stands behind a comma that only parts him from the subject: هنأ الملك سلمان، الرئيس فلانا."""
        found = super()._objects(frame, i, start, last, reading, subjects)
        if found or frame.type not in HONOURING or len(subjects) != 1 or start + 1 >= last:
            return found
        p = start if self.doc.texts[start] in "،," else start - 1
        whom, who = self.syntax.at[p + 1], subjects[0]
        if self.doc.texts[p] not in "،," or whom is None or whom.first != p + 1 or whom.lead or whom.kind != "person":
            return found
        if who.kind != "person" or who.last != p or whom.actor == who.actor or not i < who.first:
            return found
        return [c for c in self.syntax.coordinated(whom, last) if self._type(c) in frame.objects]

    def _phoned(self) -> None:
        """الاتصال الهاتفي الذي تلقاه من ص: who calls him of whom the sentence tells."""
        doc, syntax = self.doc, self.syntax
        for i in doc.spots(GOT):
            first, last = doc.sents[syntax.sent_of[i]].first, doc.sents[syntax.sent_of[i]].last
            which = i > first + 1 and "relative" in doc.infos[i - 1].closed
            near = doc.infos[max(first, i - 4) : i - 1]
            if not which or not any(info.word.fold.startswith(CALL) for info in near):
                continue
            callers = syntax.with_prep(i + 1, last, frozenset(("من",)), 4)
            woman = doc.infos[i].word.fold.endswith("ته")
            s = self._owner(i, "3fs" if woman else "3ms", first, i) if callers and callers[0].first == i + 2 else None
            if s is not None:
                for o in callers:
                    if self._type(s) in ("person", "country") and self._type(o) in ("person", "country"):
                        self._emit(s, "MET", o, "asserted", i, "frame:met:phoned", 0.7, ACTORS)

    def _to_this_land(self) -> None:
        """وصل س إلى البلاد … وكان في استقباله ع: the guest comes to the land of who receives him."""
        doc, syntax = self.doc, self.syntax
        for i in doc.spots(LAND):
            if i < 3 or doc.infos[i - 1].prep != "الي":
                continue
            sent = doc.sents[syntax.sent_of[i]]
            p = next((p for p in range(i - 2, max(sent.first, i - 24) - 1, -1) if "وصل" in doc.infos[p].lemmas), None)
            reading = next((r for r in doc.infos[p].verbs if r.pos == "verb"), None) if p is not None else None
            if p is None or reading is None or not self._verbal(p):
                continue
            args = syntax.subject(p, reading, i)
            guests = [c for c in args.chunks if self._type(c) in ("person", "country")]
            status = self._status(p, reading, sent.first)[1]
            for guest in guests if status is not None else ():
                land = self._host_land(guest, syntax.sent_of[i])
                if land is not None and guest.actor:
                    name = Chunk(i, i + 1, i, i + 1, "backref", "title", "again", 0.6, name=doc.texts[i], head="*land")
                    there = self.cast.as_state(name, land).actor or ""
                    self.out.append(Proposal(guest.actor, "VISITED", there, str(status), p, "frame:visited:land", 0.7))

    def _host_land(self, guest: Chunk, k: int) -> str | None:
        """The state of whoever meets the guest in this sentence or the next two."""
        own, lands = self._iso(guest.actor or ""), set()
        for x in self.out:
            if (
                x.type == "MET"
                and guest.actor in (x.subject, x.object)
                and 0 <= self.syntax.sent_of[x.trigger] - k <= 2
            ):
                lands.add(self._iso(str(x.object if guest.actor == x.subject else x.subject)))
        return next(iter(lands)) if len(lands) == 1 and own is not None and own not in lands else None

    def _iso(self, actor: str) -> str | None:
        person = self.cast.person_of.get(actor)
        return person.iso if person is not None else self.cast.iso_of.get(actor)

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

    def _credentials(self) -> None:
        """تسلم س نسخة من أوراق اعتماد السفير ص, تقبل الملك أوراق اعتماد ص: who receives an ambassador's letters."""
        doc, syntax = self.doc, self.syntax
        for i in doc.spots(ACCREDITING):
            sent = doc.sents[syntax.sent_of[i]]
            if i < sent.first + 2 or doc.infos[i - 1].word.fold not in PAPERS or i + 1 >= sent.last:
                continue
            envoy = syntax.at[i + 1]
            near = range(i - 2, max(sent.first, i - 30) - 1, -1)
            p = next((p for p in near if not doc.infos[p].lemmas.isdisjoint(TAKING)), None)
            if envoy is None or envoy.first != i + 1 or p is None or not self._verbal(p):
                continue
            reading = next((r for r in doc.infos[p].verbs if r.pos == "verb" and r.lemma in TAKING), None)
            hosts = syntax.subject(p, reading, i).chunks if reading is not None else []
            status = self._status(p, reading, sent.first)[1] if reading is not None else None
            for host in hosts[:1] if status is not None else ():
                for one in syntax.coordinated(envoy, sent.last):
                    if self._type(one) == "person" and self._type(host) in ("person", "country"):
                        self._emit(host, "MET", one, str(status), i, "frame:met:credentials", 0.7, ACTORS)

    def _told_by_noun(self, p: int, pronoun: str) -> bool:
        """Whether a noun of doing, with this pronoun or with none, stands at p."""
        return any(r.pos == "masdar" and (r.pronoun or "") == pronoun for r in self.doc.infos[p].verbs)

    def _waited_for(self) -> None:
        """وكان في استقباله لدى وصوله المطار فلان, كان في وداع س ص: who receives somebody or sees him off."""
        doc, syntax = self.doc, self.syntax
        for i in doc.spots(RECEPTION):
            sent = doc.sents[syntax.sent_of[i]]
            if i < sent.first + 2 or doc.infos[i - 1].word.fold != "في" or doc.infos[i - 2].word.fold not in WAS:
                continue
            p, named, pronoun = i + 1, None, RECEPTION[doc.infos[i].word.fold]
            if not pronoun:
                named = syntax.at[p] if p < sent.last else None
                if named is None or named.first != p or named.lead:
                    continue
                p = named.last
            hosts = self._at_the_gate(p, sent.last)
            guests = [named] if named is not None else self._guest(i, pronoun, hosts) if hosts else []
            for host in hosts[:2]:
                for guest in guests:
                    if self._type(guest) in ("person", "country"):
                        self._emit(host, "MET", guest, "asserted", i, "frame:met:waited", 0.7, ACTORS)

    def _at_the_gate(self, p: int, last: int) -> list[Chunk]:
        """لدى وصوله مطار س فلان: the first person behind, whom no preposition governs, and those joined to him."""
        doc = self.doc
        for q in range(p, min(last, p + 16)):
            chunk, info = self.syntax.at[q], doc.infos[q]
            if "complement" in info.closed or "relative" in info.closed or doc.texts[q] in ":؛":
                return []
            if chunk is None or chunk.first != q or chunk.kind not in ("person", "title") or chunk.lead:
                continue
            if self.syntax.governed(chunk):
                return []
            return [c for c in self.syntax.coordinated(chunk, last) if c.actor and self._type(c) == "person"]
        return []

    def _guest(self, i: int, pronoun: str, subjects: list[Chunk]) -> list[Chunk]:
        """Also who is told to have arrived, be it in a land that is not named: وصل س إلى البلاد، وكان في استقباله."""
        found = super()._guest(i, pronoun, subjects)
        sents, k = self.doc.sents, self.syntax.sent_of[i]
        for p in range(i - 1, sents[max(0, k - 1)].first - 1, -1) if not found else ():
            if "وصل" in self.doc.infos[p].lemmas and self.syntax.at[p] is None and self._verbal(p):
                reading = next((r for r in self.doc.infos[p].verbs if r.pos == "verb"), None)
                who = self.syntax.subject(p, reading, i).chunks if reading is not None else []
                return [c for c in who[:1] if self._type(c) == "person" and c.gender in (GENDERS.get(pronoun), None)]
        return found

    def _telegrams_alike(self) -> None:
        """كما بعث س ببرقية مماثلة: to whom the telegram of the sentence before went."""
        doc, syntax = self.doc, self.syntax
        for i in doc.spots(ALIKE):
            sent = doc.sents[syntax.sent_of[i]]
            near = doc.infos[max(sent.first, i - 3) : i]
            sent_by = next((p for p in range(sent.first, i) if "بعث" in doc.infos[p].lemmas), None)
            if sent_by is None or TELEGRAMS.isdisjoint(info.word.fold for info in near):
                continue
            reading = next((r for r in doc.infos[sent_by].verbs if r.pos == "verb"), None)
            before = [x for x in self.out if x.type == "PRAISED" and x.trigger < sent.first and x.status == "asserted"]
            if reading is None or not before or syntax.sent_of[before[-1].trigger] < syntax.sent_of[i] - 2:
                continue
            whom = next((c for c in reversed(self.cast.chunks) if c.first < i and c.actor == before[-1].object), None)
            for s in syntax.subject(sent_by, reading, i).chunks if whom is not None else ():
                if whom is not None and self._type(s) == "person" and s.actor != whom.actor:
                    self._emit(s, "PRAISED", whom, "asserted", i, "frame:praised:alike", 0.65, ACTORS)
