"""Journeys that no verb of travelling tells: who is on his way, where he comes from."""

from __future__ import annotations

from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.parties import Parties
from loaders.proposals import Proposal

WAY = {"طريقه": "m", "طريقها": "f"}
COMING = word_set("itineraries.coming")
"""Participles of who comes from somewhere (وصل فلان إلى س قادما من ص)."""
_NOUN = Reading("", "masdar", "", "s")


class Itineraries(Parties):
    """Adds where people travel."""

    def _journeys(self) -> None:
        for i in self.doc.spots(frozenset(WAY)):
            self._on_the_way(i)
        for i in self.doc.spots(COMING):
            self._comes_from(i)

    def _on_the_way(self, i: int) -> None:
        """فلان في طريقه إلى س, توقف فلان في س في طريقه إلى ص: he travels there."""
        doc, sent = self.doc, self.doc.sents[self.syntax.sent_of[i]]
        if i - 1 <= sent.first or i + 2 >= sent.last or doc.infos[i - 1].prep != "في" or doc.infos[i + 1].prep != "الي":
            return
        k = i - 2
        while k > sent.first and (doc.texts[k] in "،," or doc.infos[k].word.fold in ("وهو", "وهي")):
            k -= 1
        near = self.syntax.at[k]
        who = [near] if near is not None and near.last == k + 1 else self._main(i, sent.first, i)
        status = self._status(i, _NOUN, sent.first)[1]
        if len(who) != 1 or status is None or who[0].gender not in (WAY[doc.infos[i].word.fold], None):
            return
        if self._type(who[0]) == "person" or self.syntax.delegated(who[0]):
            for o in self.syntax.with_prep(i + 1, sent.last, frozenset(("الي",)), 3)[:1]:
                self._emit(who[0], "VISITED", o, status, i, "frame:visited:way", 0.7, frozenset(("country", "place")))

    def _comes_from(self, i: int) -> None:
        """وصل فلان إلى س قادما من ص: he has been in ص, if he is a stranger there."""
        sent = self.doc.sents[self.syntax.sent_of[i]]
        if i + 2 > sent.last or self.doc.infos[i + 1].prep != "من":
            return
        told = [x for x in self.out if x.type == "VISITED" and sent.first <= x.trigger < i and x.status == "asserted"]
        for o in self.syntax.with_prep(i + 1, sent.last, frozenset(("من",)), 3)[:1] if told else ():
            person, there = self.cast.person_of.get(str(told[-1].subject)), self.cast.iso_of.get(o.actor or "")
            if person is None or not person.iso or not there or person.iso == there or o.actor == told[-1].object:
                continue
            if self._type(o) in ("country", "place"):
                one = Proposal(told[-1].subject, "VISITED", o.actor or "", "asserted", i, "frame:visited:from", 0.65)
                one.end = o.last
                self.out.append(one)
