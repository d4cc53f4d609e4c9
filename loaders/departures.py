"""Calls to leave that a noun tells: دعوة س القوات ص إلى الانسحاب, مطالبة عراقية برحيل القوات التركية."""

from __future__ import annotations

from loaders.doc import Chunk
from loaders.kinds import FORCES, WHERE
from loaders.lexicon.sets import word_set
from loaders.presences import Presences
from loaders.stations import OWN_FORCES
from loaders.withdrawals import leaving

CALLS = word_set("departures.calls")
"""Nouns of calling upon somebody."""
NEAR = 8
"""Tokens between such a noun and the word of leaving."""


class Departures(Presences):
    """Adds calls to leave told by a noun."""

    def _called_to_leave(self) -> None:
        for i in self.doc.spots(CALLS):
            if self.syntax.at[i] is None and not self.doc.infos[i].definite:
                self._call(i)

    def _call(self, i: int) -> None:
        """مطالبة س ص بالانسحاب, دعوة عراقية إلى خروج القوات س: who calls, whose forces are to leave, from where."""
        sent = self.doc.sents[self.syntax.sent_of[i]]
        reading = next((r for r in self.doc.infos[i].verbs if r.pos == "masdar" and r.lemma in ("دعا", "طالب")), None)
        frame = (
            next((f for f in self.frames.get((reading.lemma, "masdar"), ()) if f.type == "URGED"), None)
            if reading
            else None
        )
        p = next((q for q in range(i + 1, min(sent.last, i + NEAR)) if leaving(self.doc.infos[q].word.fold)), None)
        if reading is None or frame is None or p is None or self._status(i, reading, sent.first)[0]:
            return
        called = next((x for x in self.out if x.trigger == i and x.type == "URGED"), None)
        callers, _, _ = self._noun(frame, i, reading, sent.first, sent.last)
        whom = (
            self._who_leaves(p, sent.last)
            or [
                c
                for c in self.syntax.at[i + 1 : p]
                if c is not None and called is not None and c.actor == called.object
            ][:1]
        )
        callers = [c for c in callers if c.actor and c.last <= p]
        if not whom or not callers:
            return
        own = p + 1 < sent.last and self.doc.infos[p + 1].word.fold in OWN_FORCES
        start = max(p + 1 + own, whom[-1].last if whom[-1].first > p else 0)
        places = self._left_land(p, start, sent.last, whom[0]) or self._from_own_land(p, sent.last, callers[0])
        left = self._type(places[0]) if places else ""
        forced = whom[0].by in ("state:head", "again") or self._type(whom[0]) == "militia" or own
        if (left and left not in WHERE) or not (left or forced):
            return
        for one in whom:
            self.out = [x for x in self.out if x.trigger != i or x.type != "URGED" or x.object != one.actor]
            for where in places:
                self._emit(one, "DEPLOYED_IN", where, "asserted", p, "frame:deployed_in:called_to_leave", 0.65, WHERE)
            for caller in callers:
                if not self._own(caller.actor or "", one.actor or ""):
                    by = "frame:demanded_withdrawal:noun"
                    self._emit(caller, "DEMANDED_WITHDRAWAL", one, "asserted", i, by, 0.7, FORCES)

    def _who_leaves(self, p: int, last: int) -> list[Chunk]:
        """انسحاب القوات التركية, الانسحاب الكامل لميليشيا س: whose forces the word of leaving at p tells."""
        for q in (p + 1, p + 2):
            chunk = self.syntax.at[q] if q < last else None
            if chunk is not None:
                fits = chunk.first == q and chunk.lead in ("", "ل") and self._type(chunk) in FORCES
                armed = chunk.by in ("state:head", "again") or chunk.by.startswith("group+")
                armed = armed or (chunk.kind == "militia" and bool(chunk.entities))
                return self.syntax.coordinated(chunk, last) if fits and armed else []
            if q < last and (self.doc.infos[q].prep or self.doc.infos[q].closed):
                return []
        return []
