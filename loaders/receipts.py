"""Support told from the side of whom it reaches: تلقى فلان أموالا من س, حصلت على أسلحة من ص."""

from __future__ import annotations

from loaders.constructions import Constructions
from loaders.doc import Chunk
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.phrases import AGENTS
from loaders.recipients import STANCES

GETTING = frozenset(("تلقى", "تسلم", "حصل", "قبض"))
GOODS = word_set("receipts.goods")
"""What supports whoever gets it."""
BACKING = word_set("receipts.backing")
OF_STANCE = frozenset(("موقف", "مواقف", "دور", "سياسه", "سياسات", "جهود", "مساعي"))
NEAR = 7
"""Words within which it is told what was got."""


class Receipts(Constructions):
    def _receipts(self) -> None:
        for i in self.doc.verbal:
            if not GETTING.isdisjoint(self.doc.infos[i].lemmas) and self.syntax.at[i] is None:
                self._receipt(i)
        for i in self.doc.spots(BACKING):
            self._backing_stance(i)

    def _backs(self, i: int, owner: Chunk) -> bool:
        """روسيا الداعمة لس, السيناتور فلان المؤيد لس: whether the adjective at i is the state's or the man's."""
        named = owner.kind in ("country", "person") and owner.form == "name" and self.doc.infos[i].definite
        words = (r for r in self.doc.infos[i].verbs if r.pos == "participle")
        return named and owner.gender is not None and any(self.syntax.agrees(r, owner) for r in words)

    def _backing_stance(self, i: int) -> None:
        """موقف الجزائر الداعم للشعب الصحراوي, الموقف المصري المؤيد لس: whose stance backs whom."""
        doc, syntax = self.doc, self.syntax
        sent = doc.sents[syntax.sent_of[i]]
        owner = syntax.at[i - 1] if i - 2 >= sent.first else None
        if owner is None or owner.last != i or owner.lead or syntax.at[i] is not None:
            return
        if self._type(owner) not in AGENTS:
            return
        noun = doc.infos[owner.first - 1] if owner.first > sent.first else None
        stance = noun is not None and any(rest.removeprefix("ال") in OF_STANCE for _, rest in noun.word.splits)
        forces = owner.by == "state:head" or owner.kind in ("militia", "organization")
        if not (stance or forces or self._backs(i, owner)):
            return
        backed = syntax.with_prep(i + 1, min(sent.last, i + 4), frozenset(("ل",)), 3)
        for one in backed or syntax.through(i + 1, min(sent.last, i + 6), frozenset(("ل",)), 3, STANCES):
            if self._type(one) in AGENTS:
                self._emit(owner, "SUPPORTS", one, "asserted", i, "frame:supports:stance", 0.7, frozenset(AGENTS))

    def _receipt(self, i: int) -> None:
        doc, syntax = self.doc, self.syntax
        sent = doc.sents[syntax.sent_of[i]]
        got = next((p for p in range(i + 1, min(sent.last, i + NEAR)) if doc.infos[p].word.fold in GOODS), None)
        if got is None:
            return
        givers = [c for c in syntax.with_prep(got, sent.last, frozenset(("من",)), 8) if self._type(c) in AGENTS]
        reading = next((r for r in doc.infos[i].verbs if r.lemma in GETTING), None)
        if not givers or reading is None:
            return
        status = self._status(i, reading, sent.first)[1]
        for taker in self._takers(i, reading, sent.first, got) if status is not None else ():
            for giver in givers:
                self._emit(
                    giver, "SUPPORTS", taker, status or "asserted", i, "frame:supports:got", 0.65, frozenset(AGENTS)
                )

    def _takers(self, i: int, reading: Reading, first: int, got: int) -> list[Chunk]:
        """Who gets it: the verb's subject, the noun's possessor, or whoever denies to have got it."""
        if reading.pos == "verb" and self._verbal(i):
            args = self.syntax.subject(i, reading, got)
            if args.chunks:
                return args.chunks
        own = self.syntax.at[i + 1]
        if reading.pos == "masdar" and own is not None and own.first == i + 1 and not own.lead:
            return [own]
        teller = self.inside[i]
        if teller is not None and teller.act == "deny" and teller.chunk is not None and i - teller.first < NEAR:
            return [teller.chunk]
        carried = self._carried(i, reading, first) if reading.pos == "verb" else None
        return [carried] if carried is not None else []
