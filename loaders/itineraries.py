"""Journeys that no verb of travelling tells with its place: who is on his way, whence he comes, where he arrives."""

from __future__ import annotations

from dataclasses import replace

from loaders.doc import Chunk
from loaders.kinds import WHERE
from loaders.leads import WAS
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.owners import KIN
from loaders.pacts import Pacts
from loaders.proposals import Proposal
from loaders.standing import NOUN

WAY = {"طريقه": "m", "طريقها": "f"}
ON_A_VISIT = frozenset(("زياره", "جوله"))
FIRST_OF_ALL = frozenset(("اول", "ثاني", "ثالث", "اخر"))
COMPANIONS = word_set("itineraries.companions")
"""Words behind a journey before who comes along."""
COMING = word_set("itineraries.coming")
"""Participles of who comes from somewhere (وصل فلان إلى س قادما من ص)."""
REPRESENTING = word_set("itineraries.representing")
"""Verbs of heading a delegation or representing a land."""
DELEGATIONS = word_set("itineraries.delegations")
EVENTS = word_set("itineraries.events")
"""Where a land is represented (القمة, المؤتمر)."""
OUR_LAND = frozenset(("للبلاد", "البلاد", "للدوله", "الدوله", "للسلطنه", "السلطنه", "للمملكه"))
RECEIVING = (":استقبل:", ":التقى:", ":اجتمع:", ":بحث:")
ARRIVING = "وصل"
GOAL = frozenset(("الي", "ل", "حتي", "عند", "من", "في", "علي", "نحو"))
_VERB = Reading("", "verb", "", "3ms")


class Itineraries(Pacts):
    """Adds where people travel."""

    def _journeys(self) -> None:
        for i in self.doc.spots(frozenset(WAY)):
            self._on_the_way(i)
        for i in self.doc.spots(ON_A_VISIT):
            self._on_a_visit(i)
        for i in self.doc.spots(COMING):
            self._comes_from(i)
        for i in self.doc.spots(OUR_LAND):
            self._to_our_land(i)
        for i in self.doc.spots(REPRESENTING):
            self._represents(i)
        for i in self.doc.spots(COMPANIONS):
            self._comes_along(i)
        for c in self.cast.chunks:
            if c.kind in ("person", "title") and not c.lead and c.last < self.doc.n:
                self._speaks_from(c)
        for i in self.doc.verbal:
            if ARRIVING in self.doc.infos[i].lemmas:
                self._arrived(i)

    def _to_our_land(self, i: int) -> None:
        """استقبل أمير الكويت فلانا بمناسبة زيارته للبلاد, الذي يزور البلاد: his land who receives the stranger."""
        sent = self.doc.sents[self.syntax.sent_of[i]]
        near = range(i - 1, max(sent.first, i - 4) - 1, -1)
        visit = next((p for p in near if any(r.lemma == "زار" for r in self.doc.infos[p].verbs)), None)
        if visit is None or any(self.syntax.at[p] is not None for p in range(visit, i)):
            return
        if any(r.future for r in self.doc.infos[visit].verbs) or (i + 1 < sent.last and self.doc.infos[i + 1].definite):
            return  # للبلاد العربية
        told = [x for x in self.out if x.type == "MET" and x.trigger < visit and x.status == "asserted"]
        here = [x for x in told if sent.first <= x.trigger]
        whose = self.syntax.at[visit + 1] if visit + 1 < i and not here else None
        for met in here or [x for x in told[-3:] if whose is not None and whose.actor == x.object]:
            host, guest = str(met.subject), str(met.object)
            receives, comes = self.cast.person_of.get(host), self.cast.person_of.get(guest)
            home = receives.iso if receives is not None else self.cast.iso_of.get(host)
            if not any(lemma in met.by for lemma in RECEIVING) or home not in self.doc.lex.countries:
                continue
            if home is None or comes is None or comes.iso in (None, home):
                continue
            name = self.doc.texts[i]
            land = Chunk(i, i + 1, i, i + 1, "backref", "title", "again", 0.6, name=name, head="*land")
            there = self.cast.as_state(land, home).actor or ""
            self.out.append(Proposal(guest, "VISITED", there, "asserted", visit, "frame:visited:land", 0.7))

    def _arrived(self, i: int) -> None:
        """عقدت في يريفان قمة. ووصل الرئيس الروسي ظهر الأربعاء: where the sentence before says that all this is."""
        doc, syntax = self.doc, self.syntax
        sent = doc.sents[syntax.sent_of[i]]
        reading = next((r for r in doc.infos[i].verbs if r.pos == "verb" and r.lemma == ARRIVING), None)
        if reading is None or reading.pronoun or syntax.at[i] is not None or not self._verbal(i):
            return
        args = syntax.subject(i, reading, sent.last)
        who, p = args.chunks[0] if len(args.chunks) == 1 and args.how == "after" else None, args.end
        if who is None or self._type(who) != "person":
            return
        while p < sent.last and doc.texts[p] not in "،,.؛:":
            if (not doc.dated[p] and syntax.at[p] is not None) or doc.infos[p].prep in GOAL:
                return
            if not doc.dated[p] and any(lead and lead[-1] in "بل" for lead, _ in doc.infos[p].word.splits):
                return
            p += 1
        status, where = self._status(i, reading, sent.first)[1], self._place_before(i)
        if where is not None and status is not None:
            self._emit(who, "VISITED", where, status, i, "frame:visited:arrived", 0.65, frozenset(("country", "place")))

    def _comes_along(self, i: int) -> None:
        """وصل فلان إلى س، يرافقه نائبه فلان; برفقة وزير خارجيته فلان: he goes there, too."""
        doc, sent = self.doc, self.doc.sents[self.syntax.sent_of[i]]
        journeys = [x for x in self.out if x.type == "VISITED" and sent.first <= x.trigger < i]
        p = i + 1 + (i + 1 < sent.last and doc.infos[i + 1].word.fold in KIN and self.syntax.at[i + 1] is None)
        who = self.syntax.at[p] if p < sent.last and self.syntax.at[i] is None else None
        if who is None or who.first != p or who.kind != "person" or not who.actor or who.lead or not journeys:
            return
        last = [x for x in journeys if x.trigger == max(x.trigger for x in journeys)]
        if {self.cast.types.get(str(x.subject)) for x in last} != {"person"} or len({x.subject for x in last}) != 1:
            return
        if any(self._finite(q) and "complement" not in doc.infos[q - 1].closed for q in range(last[0].trigger + 1, i)):
            return
        for c in self.syntax.coordinated(who, sent.last):
            for x in last:
                if c.kind == "person" and c.actor and c.actor != x.subject and not self._comes_with_host(c.actor, x):
                    self.out.append(replace(x, subject=c.actor, by="frame:visited:company", score=0.65))

    def _comes_with_host(self, companion: str, x: Proposal) -> bool:
        """زار رئيس الاتحاد فلان إيران، وكان بصحبته وزيرها: who is at home where the other comes to."""
        there = self.cast.iso_of.get(str(x.object))
        guest, other = self.cast.person_of.get(str(x.subject)), self.cast.person_of.get(companion)
        home = other.iso if other is not None else None
        return home is not None and home == there and (guest is None or guest.iso != there)

    def _place_before(self, i: int) -> Chunk | None:
        """The one town that the sentence before names, or this one before the verb, where something is or happens."""
        k = self.syntax.sent_of[i]
        first = self.doc.sents[max(0, k - 1)].first
        around = [c for c in self.syntax.at[first:i] if c is not None and self._type(c) == "place"]
        towns = {c.actor: c for c in around if c.lead == "ب" or self.doc.infos[c.first - 1].prep in ("في", "الي")}
        return next(iter(towns.values())) if len({c.actor for c in around}) == 1 and len(towns) == 1 else None

    def _on_the_way(self, i: int) -> None:
        """فلان في طريقه إلى س, توقف فلان في س في طريقه إلى ص: he travels there."""
        doc, sent = self.doc, self.doc.sents[self.syntax.sent_of[i]]
        if i - 1 <= sent.first or i + 2 >= sent.last or doc.infos[i - 1].prep != "في" or doc.infos[i + 1].prep != "الي":
            return
        k = i - 2
        while k > sent.first and (doc.texts[k] in "،," or doc.infos[k].word.fold in ("وهو", "وهي")):
            k -= 1
        near = self.syntax.at[k]
        opens = k == sent.first and near is None  # وهو في طريقه إلى س، قال فلان: he is told behind
        who = (
            [near] if near is not None and near.last == k + 1 else self._main(i, sent.first, sent.last if opens else i)
        )
        status = self._status(i, NOUN, sent.first)[1]
        if len(who) != 1 or status is None or who[0].gender not in (WAY[doc.infos[i].word.fold], None):
            return
        if self._type(who[0]) == "person" or self.syntax.delegated(who[0]):
            for o in self.syntax.with_prep(i + 1, sent.last, frozenset(("الي",)), 3)[:1]:
                self._emit(who[0], "VISITED", o, status, i, "frame:visited:way", 0.7, frozenset(("country", "place")))

    def _on_a_visit(self, i: int) -> None:
        """«فلان في زيارة رسمية إلى س», كان فلان في زيارة لس: who is on a visit there, right before the noun."""
        doc, sent = self.doc, self.doc.sents[self.syntax.sent_of[i]]
        k = i - 2 if doc.infos[i - 1].word.fold in FIRST_OF_ALL else i - 1
        who = self.syntax.at[k - 1] if k > sent.first and doc.infos[k].prep == "في" else None
        if who is None or who.last != k or who.lead or self._type(who) not in ("person", "country"):
            return
        before = doc.infos[who.first - 1] if who.first > sent.first else None
        if before is not None and before.word.fold not in WAS and "complement" not in before.closed:
            return
        if who.kind not in ("person", "title") and not self.syntax.delegated(who):
            return
        if any(x.type == "VISITED" and x.trigger == i and x.subject == who.actor for x in self.out):
            return
        self.out = [x for x in self.out if x.type != "VISITED" or x.trigger != i]  # not: who said that he is there
        status = self._status(i, NOUN, sent.first)[1]
        for o in self.syntax.with_prep(i + 1, sent.last, frozenset(("الي", "ل")), 4)[:1] if status is not None else ():
            self._emit(who, "VISITED", o, str(status), i, "frame:visited:on_a_visit", 0.7, WHERE)

    def _represents(self, i: int) -> None:
        """ترأس وفد س في القمة ببغداد فلان, ومثل س في القمة فلان: who heads a land's delegation travels there."""
        doc, sent = self.doc, self.doc.sents[self.syntax.sent_of[i]]
        stop = next((p for p in range(i + 1, min(sent.last, i + 26)) if doc.texts[p] in ":؛."), min(sent.last, i + 26))
        told = [c for c in self.syntax.at[i + 1 : stop] if c is not None and c.actor]
        people = [c for c in told if not c.lead and self._type(c) == "person"]
        towns = [c for c in told if self._type(c) in ("country", "place") and c.first > i + 1]
        before = {c.first: doc.infos[c.first - 1] for c in towns}
        towns = [
            c for c in towns if c.lead == "ب" or before[c.first].prep in GOAL or before[c.first].word.fold in EVENTS
        ]
        verb = next((r for r in doc.infos[i].verbs if r.pos == "verb"), _VERB)
        ahead = doc.infos[i].word.fold.removeprefix("و").startswith("س")
        status = "planned" if ahead else self._status(i, verb, sent.first)[1]
        if not people or not towns or status is None or not self._delegation(i, sent.first, stop):
            return
        who, where = str(people[0].actor), str(towns[0].actor)
        if self._strangers(who, where):
            one = Proposal(who, "VISITED", where, status, i, "frame:visited:represents", 0.65)
            one.end = max(people[0].last, towns[0].last)
            self.out.append(one)

    def _delegation(self, i: int, first: int, stop: int) -> bool:
        """Whether a delegation is headed (ترأس وفد س), or a land represented at an event (فيما مثل س في القمة)."""
        doc, land = self.doc, self.syntax.at[i + 1] if i + 1 < stop else None
        folds = [info.word.fold for info in doc.infos[i + 1 : stop]]
        if "رأس" in doc.texts[i]:
            return not DELEGATIONS.isdisjoint(folds[:7])
        begins = i == first or doc.texts[i].startswith("و") or doc.infos[i - 1].word.fold in ("فيما", "كما", "بينما")
        sends = land is not None and land.first == i + 1 and not land.lead and self._type(land) == "country"
        return begins and sends and not EVENTS.isdisjoint(folds)

    def _speaks_from(self, c: Chunk) -> None:
        """«فلان من بيروت: …», «فلان في بيروت», أكد فلان، من بيروت، أن: where a stranger is who speaks."""
        doc, sent = self.doc, self.doc.sents[self.syntax.sent_of[c.first]]
        aside = doc.texts[c.last] in "،,"
        p = c.last + 1 if aside else c.last
        if p + 1 >= sent.last or doc.infos[p].word.fold not in ("من", "في") or aside == (c.first == sent.first):
            return
        there = self.syntax.at[p + 1]
        if there is None or there.first != p + 1 or there.lead or not c.actor or not there.actor:
            return
        end = doc.texts[there.last] if there.last < sent.last else "."
        person, land = self.cast.person_of.get(c.actor), self.cast.iso_of.get(there.actor)
        if person is None or not person.iso or not land or person.iso == land:
            return
        kinds = ("country", "place") if doc.infos[p].word.fold == "من" else () if aside else ("place",)
        if end in ("،," if aside else ":.…") and self._type(there) in kinds:  # not «بوتين في سوريا»: what he does there
            one = Proposal(c.actor, "VISITED", there.actor, "asserted", p, "frame:visited:speaks_from", 0.65)
            one.end = there.last
            self.out.append(one)

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
