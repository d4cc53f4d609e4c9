"""Who is where by words for one's own land, and who stands by: نفت س وجود قوات ص على أراضيها, وقع فلان بحضور فلان."""

from __future__ import annotations

from dataclasses import replace

from loaders.doc import Chunk
from loaders.gatherings import ATTENDING
from loaders.kinds import FORCES
from loaders.lexicon.frames import Frame
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.preceding import BEHIND
from loaders.proposals import Proposal
from loaders.resolves import Resolves

OWN_LAND = word_set("presences.own_land")
"""The land of whom the sentence tells (على أراضيها)."""
STANDING = frozenset(("وجود", "انتشر", "تمركز", "نشر", "تواجد"))
TOWN = frozenset(("المدينه", "البلده"))
"""A town told before (كان فلان يزور المدينة)."""
MEDIATION = frozenset(("وساطه", "وساطته", "وساطتها", "الوساطه"))
FAR = 14
"""Tokens between a noun of presence and the land."""


class Presences(Resolves):
    """Adds presence on one's own land, and those who stand by."""

    def _doer_told(
        self, frame: Frame, i: int, reading: Reading, first: int, last: int
    ) -> tuple[list[Chunk], list[Chunk], str] | None:
        """Also whose forces are on the land of whom the sentence tells, and who was called."""
        found = None
        if frame.type == "DEPLOYED_IN" and frame.lemma in STANDING:
            found = self._on_own_land(i, first, last)
        elif frame.type == "MET" and frame.lemma == "اتصل":
            found = self._called_by(i, last)
        return found or super()._doer_told(frame, i, reading, first, last)

    def _on_own_land(self, i: int, first: int, last: int) -> tuple[list[Chunk], list[Chunk], str] | None:
        """نفت س وجود قوات ص على أراضيها, وجود مقاتلين من جماعة ص في أراضيه."""
        teller = self.inside[i]
        denied = teller is not None and teller.act == "deny" and i - teller.first <= 3
        home = OWN_LAND | {"البلاد"} if denied else OWN_LAND
        at = next((p for p in range(i + 2, min(last, i + FAR)) if self.doc.infos[p].word.fold in home), None)
        if at is None or not self.doc.infos[at - 1].prep:
            where = self.syntax.with_prep(i + 1, last, frozenset(("في", "علي", "على", "داخل")), FAR) if denied else []
            return ([], [], "nowhere") if denied and not where else None  # نفت س وجود قوات ص: she is not in ص
        between = dict.fromkeys(id(c) for c in self.syntax.at[i + 1 : at] if c is not None)
        forces = [c for c in self.cast.chunks if id(c) in between and c.actor and self._type(c) in FORCES]
        land = self._land_of(i, first, last) if forces else None
        return (self.syntax.coordinated(forces[0], at), [land], "there") if land is not None else None

    def _land_of(self, i: int, first: int, last: int) -> Chunk | None:
        """The state of whoever denies or tells a presence on his own land."""
        teller = self.inside[i]
        near = teller is not None and teller.chunk is not None and i - teller.first <= 3
        who = [teller.chunk] if near and teller is not None else self._main(i, first, last)
        for c in who:
            if c is None or not c.actor:
                continue
            slug = c.actor if self._type(c) == "country" else self._acts_for(c.actor)
            state = slug or self._state(c.iso)
            if state in self.cast.mentions:
                return replace(c, kind="country", actor=state)
        return None

    def _state(self, iso: str | None) -> str:
        return self.doc.lex.countries[iso].entity.slug if iso else ""

    def _called_by(self, i: int, last: int) -> tuple[list[Chunk], list[Chunk], str] | None:
        """اتصال هاتفي تلقاه س من ص, الاتصال الذي تلقاه س من ص."""
        for p in range(i + 1, min(last, i + 5)):
            r = next((r for r in self.doc.infos[p].verbs if r.lemma == "تلقى" and r.pos == "verb"), None)
            if r is None:
                continue
            args = self.syntax.subject(p, r, last)
            callers = self.syntax.with_prep(args.end, last, frozenset(("من",)), 8) if args.how in BEHIND else []
            return (callers, args.chunks, "called") if callers and args.chunks else None
        return None

    def _objects(
        self, frame: Frame, i: int, start: int, last: int, reading: Reading, subjects: list[Chunk]
    ) -> list[Chunk]:
        """Also the town of which the text told before."""
        found = super()._objects(frame, i, start, last, reading, subjects)
        if not found and frame.type == "OFFERED" and start < last and self.doc.infos[start].word.fold in MEDIATION:
            return self._urged_before(i, subjects)
        if not found and frame.type == "SANCTIONED":
            return self._its_states(frame, start, last)
        if found or frame.type != "VISITED" or start >= last or self.doc.infos[start].word.fold not in TOWN:
            return found
        before = self.doc.sents[max(0, self.syntax.sent_of[i] - 1)].first
        near = [c for p in range(i - 1, before - 1, -1) if (c := self.syntax.at[p]) is not None]
        town = next((c for c in near if self._type(c) == "place"), None)
        return [town] if town is not None else []

    def _its_states(self, frame: Frame, start: int, last: int) -> list[Chunk]:
        """أغلقت س حدودها مع دول المنظمة ص: the union whose states they are."""
        for p in range(start, min(last, start + 5) - 2):
            union = self.syntax.at[p + 2] if self.doc.infos[p + 1].word.fold == "دول" else None
            if self.doc.infos[p].prep in frame.preps and union is not None and union.first == p + 2:
                return [union] if self._type(union) in frame.objects else []
        return []

    def _urged_before(self, i: int, subjects: list[Chunk]) -> list[Chunk]:
        """حض فلان س وص على الحوار وعرض وساطة بلاده: those whom he called upon before, else the two at odds."""
        here = self.doc.sents[self.syntax.sent_of[i]].first
        called = [x for x in self.out if x.type == "URGED" and here <= x.trigger < i]
        whom = {
            x.object for x in called if x.trigger == called[-1].trigger and x.subject in {c.actor for c in subjects}
        }
        chunks = {c.actor: c for c in self.cast.chunks if c.actor in whom and here <= c.first < i}
        return list(chunks.values()) if len(chunks) > 1 else self._two_meant(i)

    def _stood_by(self) -> None:
        """وقع فلان، بحضور فلان، وثيقة: foreigners who stand by while somebody acts have met him."""
        doc, syntax = self.doc, self.syntax
        for i in doc.spots(ATTENDING):
            sent = doc.sents[syntax.sent_of[i]]
            guest = syntax.at[i + 1] if i + 1 < sent.last else None
            if guest is None or guest.first != i + 1 or guest.lead or syntax.at[i] is not None:
                continue
            met = any(x.type == "MET" and sent.first <= x.trigger < sent.last for x in self.out)
            if met or any(self._meeting(p) for p in range(sent.first, i)) or self._ahead(sent.first, i):
                continue
            verb = next((p for p in range(sent.first, i) if syntax.at[p] is None and self._verbal(p)), i)
            if not self._so(verb, sent.first):
                continue
            host = [c for c in self._main(i, sent.first, sent.last) if self._type(c) == "person" and c.last <= i]
            for c in syntax.coordinated(guest, sent.last) if len(host) == 1 else ():
                a, b = str(host[0].actor), str(c.actor)
                if self._type(c) == "person" and self._strangers(a, b):
                    self.out.append(Proposal(a, "MET", b, "asserted", i, "frame:met:stood_by", 0.6))
