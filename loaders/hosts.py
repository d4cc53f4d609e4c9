"""Visits and meetings told by who hosts them and by whom they took in: تستضيف روما فلانا, لقاءات شملت فلانا."""

from __future__ import annotations

from loaders.doc import Chunk
from loaders.itineraries import Itineraries
from loaders.kinds import WHERE
from loaders.lexicon.frames import ACTORS
from loaders.lexicon.sets import word_set
from loaders.phrases import GENDERS
from loaders.standing import NOUN
from loaders.titles import PEERS

HOSTING = "استضاف"
"""The verb whose subject may be the land or town that somebody comes to."""
TAKING_IN = word_set("hosts.taking_in")
"""Verbs of whom a row of meetings took in (لقاءات شملت فلانا)."""
ABOVE_ALL = word_set("hosts.above_all")
"""Words before مع of the one of several meetings that is told (كان أبرزها مع فلان)."""
ENJOYING = frozenset(("حظي",))
WELCOMERS = {"مستقبليه": "3ms", "مستقبليها": "3fs", "مستقبلي": ""}
WELCOMERS |= {"استقباله": "3ms", "استقبالها": "3fs", "استقبال": ""}
"""Those who welcome somebody, and the pronoun of whom."""
WAITING = (["كان", "في"], ["وكان", "في"], ["كانت", "في"], ["وكانت", "في"])
AT_THE_HEAD = (["في", "مقدمه"], ["علي", "راس"], ["في", "طليعه"])
REACH = 14
"""tokens between such meetings and these words"""


class Hosts(Itineraries):
    """Adds guests of a land, and those whom meetings took in."""

    def _welcomed(self) -> None:
        """تستضيف روما فلانا, استضافت الدوحة الرئيس فلانا: the guest comes to the land or town that is named."""
        doc, syntax = self.doc, self.syntax
        for i in doc.verbal:
            if HOSTING not in doc.infos[i].lemmas or syntax.at[i] is not None or not self._verbal(i):
                continue
            sent = doc.sents[syntax.sent_of[i]]
            reading = next((r for r in doc.infos[i].verbs if r.pos == "verb" and r.lemma == HOSTING), None)
            if reading is None or reading.pronoun or reading.person != "3fs":
                continue
            p = i + 1
            while p < sent.last and (doc.dated[p] or doc.texts[p] in "،,"):
                p += 1
            land = syntax.at[p] if p < sent.last else None
            here = land is not None and land.first == p and not land.lead and land.by != "state:head"
            if land is None or not here or self._type(land) not in ("country", "place") or land.form == "nisba":
                continue
            status = self._status(i, reading, sent.first)[1]
            for guest in syntax.objects(land.last, sent.last) if status is not None else ():
                if guest.kind not in ("person", "title") or self._type(guest) not in ("person", "country"):
                    continue
                if not self._strangers(guest.actor or "", land.actor or ""):
                    continue
                self._emit(guest, "VISITED", land, str(status), i, "frame:visited:welcomed", 0.7, WHERE)

    def _asked_to_come(self) -> None:
        """دعا س فلانا إلى القاهرة: an invitation to a town (ONTOLOGY.md, Borderline 16)."""
        doc, syntax = self.doc, self.syntax
        for i in doc.verbal:
            reading = next((r for r in doc.infos[i].verbs if r.pos == "verb" and r.lemma == "دعا"), None)
            if reading is None or syntax.at[i] is not None or not self._verbal(i):
                continue
            sent = doc.sents[syntax.sent_of[i]]
            args = syntax.subject(i, reading, sent.last)
            start = args.end if args.how == "after" else i + 1
            guests = [c for c in syntax.objects(start, sent.last) if self._type(c) == "person"]
            p = guests[-1].last if guests else sent.last
            town = syntax.at[p + 1] if p + 1 < sent.last and doc.infos[p].prep == "الي" else None
            if town is None or town.first != p + 1 or town.kind != "place" or self._status(i, reading, sent.first)[0]:
                continue
            for guest in guests:
                self._emit(guest, "VISITED", town, "planned", i, "frame:visited:invited", 0.7, WHERE)

    def _guest(self, i: int, pronoun: str, subjects: list[Chunk]) -> list[Chunk]:
        """وصل س إلى ص حيث استقبله ع; دعوة من ع الذي سيستقبله: who has come, else a man of this sentence."""
        here, hosts = self.syntax.sent_of[i], {c.actor for c in subjects}
        came = [x for x in self.out if x.type == "VISITED" and x.trigger < i and x.subject not in hosts]
        near = [x for x in came if self.syntax.sent_of[x.trigger] == here]
        near = near or [x for x in came if self.syntax.sent_of[x.trigger] == here - 1]
        guests = [c for c in self.cast.chunks if near and c.last <= i and c.actor == near[-1].subject]
        if guests:
            fits = guests[-1].gender in (GENDERS.get(pronoun), None) and len({x.subject for x in near}) == 1
            return guests[-1:] if fits else []
        who = self._antecedent(i, pronoun, subjects)
        mine = who is not None and self.syntax.sent_of[who.first] == here and self._type(who) == "person"
        return [who] if who is not None and mine else []

    def _met_at_gate(self) -> None:
        """كان س في مقدمة مستقبلي ص, وكان في استقباله س: who welcomes somebody who arrives."""
        doc, syntax = self.doc, self.syntax
        for i in doc.spots(WELCOMERS):
            sent = doc.sents[syntax.sent_of[i]]
            folds = [info.word.fold for info in doc.infos[max(sent.first, i - 3) : i]]
            heads = AT_THE_HEAD if doc.infos[i].word.fold.startswith("مستقبلي") else WAITING
            if folds[-2:] not in heads or syntax.at[i] is not None:
                continue
            k, p, named = i - 2, i + 1, None
            if not WELCOMERS[doc.infos[i].word.fold]:
                named = syntax.at[p] if p < sent.last else None
                p = named.last if named is not None and named.first == p else sent.last
            before = syntax.at[k - 1] if k > sent.first and not folds[-2].startswith("و") else None
            host = before if before is not None and before.last == k and not before.lead else None
            hosts = [host] if host is not None else self._listed(p, sent.last)
            hosts = [c for c in hosts if c.actor and self._type(c) == "person"]
            guests = [named] if named is not None else self._guest(i, WELCOMERS[doc.infos[i].word.fold], hosts)
            for host, guest in ((h, g) for h in hosts[:2] for g in guests if self._type(g) in ("person", "country")):
                self._emit(host, "MET", guest, "asserted", i, "frame:met:welcomers", 0.7, ACTORS)

    def _unknown(self, p: int) -> bool:
        """Whether a word that may well be a name stands alone before the verb of a headline."""
        info = self.doc.infos[p]
        plain = self.syntax.at[p] is None and not self.doc.dated[p] and self.doc.texts[p][0].isalpha()
        return plain and not (info.closed or info.prep or info.verbs or self.syntax.is_adverb(p))

    def _and_his_peer(self, p: int, last: int) -> list[Chunk]:
        """تحادث س هاتفيا ونظيره ص: the peer who is joined to the subject over an adverb."""
        while p < last and (self.syntax.is_adverb(p) or self.doc.dated[p] or self.doc.infos[p].word.fold == "هاتفيا"):
            p += 1
        peer = self.syntax.at[p] if p < last else None
        mine = peer is not None and peer.first == p and peer.lead == "و" and peer.kind in ("person", "title")
        return [peer] if peer is not None and mine and not PEERS.keys().isdisjoint(self.doc.infos[p].word.rests) else []

    def _took_in(self) -> None:
        """عقد فلان لقاءات شملت فلانا, حظي بلقاءات كان أبرزها مع فلان: those whom a row of meetings took in."""
        doc, syntax = self.doc, self.syntax
        for i in doc.spots(TAKING_IN | ABOVE_ALL):
            sent = doc.sents[syntax.sent_of[i]]
            rows = (q for q in range(i - 1, max(sent.first, i - REACH) - 1, -1) if self._row(q))
            row = next(rows, None) if syntax.at[i] is None else None
            if row is None:
                continue
            if doc.infos[i].word.fold in ABOVE_ALL:
                whom = syntax.with_prep(i + 1, sent.last, frozenset(("مع",)), 4)
            else:
                whom = syntax.objects(i + 1, sent.last)
            whom = [c for c in whom if c.actor and self._type(c) == "person"]
            for s in self._who_met(row, sent.first, i) if whom else ():
                for o in whom:
                    status = self._status(row, NOUN, sent.first)[1] or "asserted"
                    self._emit(s, "MET", o, status, row, "frame:met:took_in:masdar", 0.7, ACTORS)

    def _row(self, q: int) -> bool:
        """لقاءات, اجتماعات: whether several meetings are told at q."""
        infos = self.doc.infos
        return self._meeting(q) and any(r.pos == "masdar" and r.person.startswith("p") for r in infos[q].verbs)

    def _who_met(self, q: int, first: int, stop: int) -> list[Chunk]:
        """Whose meetings those at q are: his who held them, or whose they are called."""
        for r in self.doc.infos[q].verbs:
            frame = next((f for f in self.frames.get((r.lemma, "masdar"), ()) if f.type == "MET"), None)
            if r.pos == "masdar" and frame is not None:
                found = self._noun(frame, q, r, first, stop)[0] or self._light(q, first, stop, ENJOYING)
                return [c for c in found if self._type(c) == "person"]
        return []
