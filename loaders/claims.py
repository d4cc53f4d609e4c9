"""Who owns up to an attack told before: هز انفجار كابول. وأعلنت س مسؤوليتها عن الهجوم."""

from __future__ import annotations

from loaders.constructions import DEEDS
from loaders.doc import Chunk
from loaders.kinds import BODIES, WHERE
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.prospects import NOT
from loaders.turns import Turns

OWNING = word_set("claims.owning")
"""Nouns with a pronoun of being the one who did it (مسؤوليتها عن الهجوم)."""
EVENTS = word_set("claims.events")
"""An attack told of before, by a definite noun (تبنت س الهجوم)."""
BLASTS = word_set("claims.blasts")
"""Nouns of what nobody is yet told to have done, before where (انفجار في س)."""
JUSSIVE = frozenset(("يتبن", "تتبن", "يتبنوا"))
"""Forms of adopting behind لم."""
BACK_SENTENCES = 4
REACH = 14
"""tokens between the deed and where it was done"""


class Claims(Turns):
    """Adds who claims an attack."""

    def _claims(self) -> None:
        doc = self.doc
        for i in doc.spots(OWNING):
            if i + 2 < doc.n and doc.infos[i + 1].word.fold == "عن" and self._event(i + 2):
                first = doc.sents[self.syntax.sent_of[i]].first
                self._claimed(i, i + 2, [c for c in self._main(i, first, i) if c.last <= i])
        for i in doc.verbal:
            reading = next((r for r in doc.infos[i].verbs if r.lemma == "تبنى" and r.pos == "verb"), None)
            if reading is not None and self.syntax.at[i] is None:
                self._adopted(i, reading)

    def _adopted(self, i: int, reading: Reading) -> None:
        """وتبنى تنظيم س الهجوم: the claimed deed right behind the subject, or before."""
        sent = self.doc.sents[self.syntax.sent_of[i]]
        args = self.syntax.subject(i, reading, sent.last)
        if args.chunks and args.how == "after" and args.end < sent.last and self._event(args.end):
            self._claimed(i, args.end, args.chunks)
        elif (
            args.chunks
            and args.how == "after"
            and reading.pronoun
            and not reading.lead
            and self._type(args.chunks[0]) == "militia"
            and any(self._deed_noun(p) for p in range(sent.first, i) if self.syntax.at[p] is None)
        ):
            self._claimed(i, i, args.chunks)  # في هجوم على معسكر تبنته حركة س

    def _event(self, p: int) -> bool:
        """Whether the noun at p means an attack told of before, and says no more of it."""
        doc = self.doc
        alone = p + 1 >= doc.n or not doc.texts[p + 1][0].isalpha() or bool(doc.infos[p + 1].closed or doc.dated[p + 1])
        return doc.infos[p].word.fold in EVENTS and self.syntax.at[p] is None and (alone or doc.infos[p + 1].definite)

    def _claimed(self, i: int, event: int, who: list[Chunk]) -> None:
        """The one who owns up, or denies it, at i to the attack meant at `event`."""
        first = self.doc.sents[self.syntax.sent_of[i]].first
        if len(who) != 1 or self._type(who[0]) not in BODIES or self._unclaimed(event, first):
            return
        teller = self.inside[i]
        status = "denied" if teller is not None and teller.act == "deny" else "asserted"
        if any(x.type == "ATTACKED" and x.subject == who[0].actor and x.trigger >= first for x in self.out):
            return
        where = self._where_struck(i)
        if where is not None:
            self._emit(who[0], "ATTACKED", where, status, i, "frame:attacked:claimed:turn", 0.65, WHERE)

    def _unclaimed(self, i: int, first: int) -> bool:
        """لم تعلن س مسؤوليتها عن الهجوم, لم تتبن س الهجوم: whether owning up to the attack at i is denied."""
        doc = self.doc
        owning = i >= first + 2 and doc.infos[i - 2].word.fold in OWNING
        for p in range(i - 1, first, -1):
            if "complement" in doc.infos[p].closed or doc.texts[p] in ":؛":
                return False
            adopts = doc.infos[p].word.fold in JUSSIVE or any(r.lemma == "تبنى" for r in doc.infos[p].verbs)
            if adopts or (owning and self.syntax.at[p] is None and "verb" in doc.infos[p].kinds and self._verbal(p)):
                return doc.infos[p - 1].word.fold in NOT
        return False

    def _where_struck(self, i: int) -> Chunk | None:
        """The place of the nearest deed told before the claim that nobody else has done."""
        doc, here = self.doc, self.syntax.sent_of[i]
        for s in range(here, max(-1, here - BACK_SENTENCES - 1), -1):
            sent = doc.sents[s]
            for p in range(sent.first, min(sent.last, i)):
                if self.syntax.at[p] is None and self._deed_noun(p):
                    where = self._struck_behind(p + 1, min(sent.last, p + REACH)) or self._struck_before(p, sent.first)
                    if where is not None:
                        return where
        return None

    def _deed_noun(self, p: int) -> bool:
        info = self.doc.infos[p]
        named = any(r.pos == "masdar" and r.lemma in DEEDS and not r.definite for r in info.verbs)
        return named or not BLASTS.isdisjoint(
            (info.word.fold, info.word.fold.removeprefix("و"), info.word.fold.rstrip("ا"))
        )

    def _struck_behind(self, start: int, stop: int) -> Chunk | None:
        """انفجار في س, هجوم على فندق بس: the first place behind the deed."""
        for p in range(start, stop):
            chunk = self.syntax.at[p]
            if chunk is not None and chunk.first == p:
                if chunk.lead[-1:] in ("", "ب") and self._type(chunk) in WHERE and chunk.kind != "nisba":
                    return chunk
                if self._type(chunk) in BODIES and not chunk.lead:
                    return None
        return None

    def _struck_before(self, p: int, first: int) -> Chunk | None:
        """شهدت كابول انفجارا, هز بغداد انفجار: the place right before the deed."""
        chunk = self.syntax.at[p - 1] if p > first else None
        fits = chunk is not None and not chunk.lead and self._type(chunk) in WHERE and chunk.kind != "nisba"
        return chunk if fits else None
