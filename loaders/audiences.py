"""Protocol: who waited for whom at the airport, who sat in, letters of credence, calls taken, telegrams alike."""

from __future__ import annotations

from loaders.courtly import SAT_IN, Courtly
from loaders.doc import Chunk
from loaders.leads import WAS
from loaders.lexicon.frames import ACTORS
from loaders.lexicon.sets import word_set
from loaders.phrases import GENDERS
from loaders.proposals import Proposal

RECEPTION = {"استقباله": "3ms", "استقبالها": "3fs", "استقبال": "", "وداعه": "3ms", "وداعها": "3fs", "وداع": ""}
"""The noun of waiting for or seeing off somebody, and the pronoun of whom."""
ALIKE = word_set("courtly.alike")
"""Said of telegrams whose recipient was told before (ببرقيتي تهنئة مماثلتين)."""
TELEGRAMS = word_set("courtly.telegrams")
GOT = word_set("courtly.got")
CALL = ("اتصال", "الاتصال", "مكالمه", "المكالمه")
SAT = frozenset(("حضر", "وحضر", "حضرت", "وحضرت"))
SITTINGS = word_set("courtly.sittings")
SINCE = 12
"""Sentences within which the meeting was told."""
MOST = 8
ACCREDITING = frozenset(("اعتماد", "اعتمادهم", "الاعتماد"))
PAPERS = frozenset(("اوراق", "الاوراق", "وثايق"))
TAKING = frozenset(("تسلم", "تلقى", "تقبل", "قبل", "تسلم_رسالة"))
SPOUSES = frozenset(("زوجته", "زوجها", "قرينته", "عقيلته"))
LAND = frozenset(("البلاد", "الدوله", "السلطنه"))


class Audiences(Courtly):
    """Adds meetings and visits of protocol news."""

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
        own, lands = self._nation(guest.actor or ""), set()
        for x in self.out:
            if (
                x.type == "MET"
                and guest.actor in (x.subject, x.object)
                and 0 <= self.syntax.sent_of[x.trigger] - k <= 2
            ):
                lands.add(self._nation(str(x.object if guest.actor == x.subject else x.subject)))
        return next(iter(lands)) if len(lands) == 1 and own is not None and own not in lands else None

    def _sat_in(self) -> None:
        """حضر الاستقبال وزير الخارجية فلان وفلان, اللقاء الذي حضره فلان: those of one side have met the other."""
        doc, syntax = self.doc, self.syntax
        for i in doc.spots(SAT | SAT_IN):
            sent = doc.sents[syntax.sent_of[i]]
            told = i + 1 if doc.infos[i].word.fold in SAT else i - 2
            if not sent.first <= told < sent.last - 1 or doc.infos[told].word.fold not in SITTINGS:
                continue
            met = [
                x
                for x in self.out
                if x.type == "MET"
                and x.status == "asserted"
                and x.trigger < i
                and syntax.sent_of[i] - syntax.sent_of[x.trigger] <= SINCE
                and self._strangers(str(x.subject), str(x.object))
            ]
            if not met:
                continue
            ends = (str(met[-1].subject), str(met[-1].object))
            nations = {end: self._nation(end) for end in ends}
            for c in self._sitters(max(told, i) + 1, sent.last, ends):
                mine = self._nation(c.actor or "")
                for end in ends:
                    if mine is not None and mine != nations[end] and mine in nations.values():
                        self.out.append(Proposal(c.actor or "", "MET", end, "asserted", i, "frame:met:sat_in", 0.6))
                        self.out[-1].end = c.last

    def _sitters(self, p: int, last: int, ends: tuple[str, str]) -> list[Chunk]:
        """The people named in a row from p on, whom no preposition governs."""
        found: list[Chunk] = []
        for q in range(p, last):
            chunk = self.syntax.at[q]
            if "complement" in self.doc.infos[q].closed or self.doc.infos[q].kinds == {"verb"}:
                break
            if chunk is None or chunk.first != q or chunk.kind != "person" or chunk.lead not in ("", "و"):
                continue
            if chunk.actor and chunk.actor not in ends and not self.syntax.governed(chunk):
                found.append(chunk)
        return found[:MOST]

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

    def _waited_for(self) -> None:
        """وكان في استقباله لدى وصوله المطار فلان, كان في وداع س ص: who receives somebody or sees him off."""
        doc, syntax = self.doc, self.syntax
        for i in doc.spots(RECEPTION):
            sent = doc.sents[syntax.sent_of[i]]
            if i < sent.first + 2 or doc.infos[i - 1].word.fold != "في":
                continue
            if doc.infos[i - 2].word.fold not in WAS:
                self._who_waited(i, sent.first, sent.last)
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

    def _who_waited(self, i: int, first: int, last: int) -> None:
        """كان فلان في استقبال فلان, «فلان في استقبال فلان»: the host stands before, the guest right behind."""
        host, guest = self.syntax.at[i - 2], self.syntax.at[i + 1] if i + 1 < last else None
        if RECEPTION[self.doc.infos[i].word.fold] or host is None or guest is None or host.last != i - 1:
            return
        if guest.first != i + 1 or guest.lead or host.lead or guest.actor == host.actor:
            return
        was = host.first > first and self.doc.infos[host.first - 1].word.fold in WAS
        if (was or host.first == first) and self._type(host) == "person" and self._type(guest) in ("person", "country"):
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
            if not SPOUSES.isdisjoint(doc.infos[q].word.rests | doc.infos[q - 1].word.rests):
                continue  # كان في استقبال س وزوجته: she comes with him
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
