"""Meetings of several: who hosts them, who takes part (نظمت س القمة بحضور وزراء خارجية ص وع)."""

from __future__ import annotations

from itertools import combinations

from loaders.doc import Chunk
from loaders.gatherings import ATTENDING, Gatherings
from loaders.lexicon.frames import ACTORS
from loaders.lexicon.sets import word_set
from loaders.proposals import Proposal
from loaders.prospects import PLANNING
from loaders.standing import PLANNED_WORDS

HOSTING = word_set("relations.hosting")
"""Verbs whose subject is host of the meeting that is their object."""
CALLING = frozenset(("أعلن", "دعا", "اقترح", "أجل", "ألغى"))
JOINING = frozenset(("شارك", "حضر"))
THEN = word_set("conferences.then")
"""What stands before مع of who was met next (ثم مع فلان, وآخر مع فلان)."""
CAME = word_set("conferences.came")
"""Finite verbs of coming to a meeting, before it and those who came (حضر اللقاء السفير فلان)."""
MANY = 4
"""A longer list is of those who came, not of those who met one another."""


class Conferences(Gatherings):
    """Adds meetings of several, by who hosts and who attends."""

    def _convened(self) -> None:
        """Each two of different nations whom the word of attending lists, and their host, have met."""
        doc, syntax = self.doc, self.syntax
        for i in doc.spots(ATTENDING | {"كل", "كلا"}):
            sent = doc.sents[syntax.sent_of[i]]
            p = i + 1
            if p < sent.last and doc.infos[p].word.fold == "كل":
                p += 1  # بحضور كل من س وص
            if p < sent.last and doc.infos[p].word.fold == "من":
                p += 1
            elif doc.infos[i].word.fold not in ATTENDING:
                continue
            if doc.infos[i].word.fold not in ATTENDING and not self._joined(sent.first, i):
                continue
            chunk = syntax.at[p] if p < sent.last else None
            meeting = next((p for p in range(i - 1, sent.first - 1, -1) if self._meeting(p)), None)
            if meeting is None or syntax.at[i] is not None or chunk is None or chunk.first != p or chunk.lead:
                continue
            guests = [c for c in syntax.coordinated(chunk, sent.last) if c.actor and self._type(c) in ACTORS]
            guests = [c for c in guests if self._type(c) in ("person", "country")]
            host = self._host(meeting, sent.first, i)
            if not 0 < len(guests) <= MANY or len(guests) + len(host) < 2 or (len(guests) < 2 and not host):
                continue
            planned = self._ahead(sent.first, i) or self._announced(meeting, sent.first)
            told = {frozenset((x.subject, x.object)) for x in self.out if x.type == "MET"}
            for a, b in combinations([*host, *guests], 2):
                if not a.actor or not b.actor or not self._foreign(a, b) or frozenset((a.actor, b.actor)) in told:
                    continue
                status = "planned" if planned else "asserted"
                self.out.append(Proposal(a.actor, "MET", b.actor, status, meeting, "frame:met:convened", 0.65))

    def _came(self) -> None:
        """حضر اللقاء السفير فلان, شارك في الاجتماع الثلاثي س وص: strangers who came met each other and who met."""
        doc, syntax = self.doc, self.syntax
        for i in doc.spots(CAME):
            sent = doc.sents[syntax.sent_of[i]]
            p = i + 2 if i + 1 < sent.last and doc.infos[i + 1].prep == "في" else i + 1
            if p >= sent.last or not self._meeting(p) or not doc.infos[p].definite or syntax.at[i] is not None:
                continue
            listed = [c for c in self._listed(p + 1, sent.last) if c.actor]
            states = [c for c in listed if self._type(c) == "country"]  # وزراء خارجية س وص
            guests = [c for c in listed if self._type(c) == "person"] or (states if len(states) > 1 else [])
            here = range(max(0, syntax.sent_of[i] - 2), syntax.sent_of[i] + 1)
            met = [x for x in self.out if x.type == "MET" and x.status == "asserted" and x.trigger < i]
            met = [x for x in met if syntax.sent_of[x.trigger] in here]
            hosts = [str(e) for x in met[-1:] for e in (x.subject, x.object) if self.cast.types.get(str(e)) == "person"]
            told = {frozenset((x.subject, x.object)) for x in self.out if x.type == "MET"}
            if not 0 < len(guests) <= MANY:
                continue
            names = [str(c.actor) for c in guests]
            for a, b in [*combinations(names, 2), *((h, g) for h in hosts for g in names)]:
                if a != b and frozenset((a, b)) not in told and self._strangers(a, b):
                    self.out.append(Proposal(a, "MET", b, "asserted", p, "frame:met:came", 0.6))

    def _then_with(self) -> None:
        """التقى س ص في بيروت، ثم مع ع؛ أجرى اتصالا بس وآخر مع ص: whom he met next, who met the one before."""
        doc, syntax = self.doc, self.syntax
        for i in doc.spots(THEN):
            sent = doc.sents[syntax.sent_of[i]]
            p = i if doc.infos[i].word.fold == "ومع" else i + 1
            if p + 1 >= sent.last or doc.infos[p].word.fold not in ("مع", "ومع") or syntax.at[i] is not None:
                continue
            met = [x for x in self.out if x.type == "MET" and sent.first <= x.trigger < i]
            who = syntax.at[p + 1]
            if not met or who is None or who.first != p + 1 or who.lead:
                continue
            told = {frozenset((x.subject, x.object)) for x in met}
            for c in syntax.coordinated(who, sent.last):
                fits = c.actor and self._type(c) in (ACTORS if p > i else ("person",))  # ومع روسيا تبقى الخلافات
                if fits and c.actor != met[-1].subject and frozenset((met[-1].subject, c.actor)) not in told:
                    one = Proposal(met[-1].subject, "MET", str(c.actor), met[-1].status, i, "frame:met:then", 0.7)
                    one.end = c.last
                    self.out.append(one)

    def _joined(self, first: int, stop: int) -> bool:
        """شارك في القمة كل من س وص: whether a verb of taking part stands before."""
        around = self.doc.infos[max(first, stop - 9) : stop]
        return any(r.pos == "verb" and r.lemma in JOINING for info in around for r in info.verbs)

    def _host(self, meeting: int, first: int, stop: int) -> list[Chunk]:
        """Who hosts the meeting: the subject of the verb of hosting whose object or relative head it is."""
        for v in range(first, stop):
            reading = next((r for r in self.doc.infos[v].verbs if r.pos == "verb" and r.lemma in HOSTING), None)
            if reading is None or not self._verbal(v) or abs(meeting - v) > 9:
                continue
            found = self.syntax.subject(v, reading, stop)
            if found.how in ("relative", "head") and found.chunks and found.chunks[0].first <= meeting:
                found = self.syntax._after(v, reading, stop)
            hosts = [state for c in found.chunks if (state := self._hosting(c)) is not None]
            if hosts:
                return hosts[:1]
            seat = self.syntax.at[v + 1] if v + 1 < stop else None
            if seat is not None and seat.first == v + 1 and seat.kind == "place" and not seat.lead:
                state = self._state_of(seat)
                return [state] if state is not None else []
        return []

    def _hosting(self, c: Chunk) -> Chunk | None:
        return c if self._type(c) in ("person", "country") else None

    def _foreign(self, a: Chunk, b: Chunk) -> bool:
        """Whether two are states, or known to be of different nations."""
        if self._type(a) == self._type(b) == "country":
            return True
        return self._strangers(a.actor or "", b.actor or "")

    def _announced(self, meeting: int, first: int) -> bool:
        """أعلن عن قمة بمشاركة س وص, دعا إلى اجتماع: it has not taken place."""
        for p in range(max(first, meeting - 6), meeting):
            if any(r.lemma in PLANNING or r.lemma in CALLING for r in self.doc.infos[p].verbs):
                return True
        return False

    def _ahead(self, first: int, stop: int) -> bool:
        """Whether the meeting lies ahead: a verb in the future, or a word that plans."""
        for p in range(first, stop):
            info = self.doc.infos[p]
            if info.word.fold in PLANNED_WORDS or any(r.future for r in info.verbs if r.pos == "verb"):
                return True
        return self._to_come(first)


__all__ = ["Conferences"]
