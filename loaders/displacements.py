"""Who drives people out by what he does: نزح السكان من س جراء قصف ص, أدى هجوم س إلى نزوح سكان ص."""

from __future__ import annotations

from loaders.claims import Claims
from loaders.doc import Chunk
from loaders.lexicon.sets import word_set
from loaders.standing import NOUN
from loaders.victims import DOERS

FLIGHT = word_set("displacements.flight")
"""Forms of fleeing and being driven out."""
FORCING = word_set("displacements.forcing")
"""Forms of verbs by which a deed or its doer makes people flee."""
CAUSES = word_set("displacements.causes")
"""What leads from the flight to its cause."""
PLACES = frozenset(("place", "country"))
REACH = 14


class Displacements(Claims):
    """Adds who drives out."""

    def _displacements(self) -> None:
        doc = self.doc
        for i in doc.spots(FLIGHT):
            sent = doc.sents[self.syntax.sent_of[i]]
            if self.syntax.at[i] is not None:
                continue
            where = self._fled(i, sent.last)
            doer = self._forcer(i, sent.first) or self._cause_behind(i, sent.last)
            verbs = doc.infos[i].verbs
            if where is None or doer is None or not self._is_fact(i, verbs[0] if verbs else NOUN):
                continue  # حذرت س من نزوح سكان ص, نفت نزوحهم
            if not self._own(doer.actor or "", where.actor or ""):
                self._emit(doer, "DISPLACED", where, "asserted", i, "frame:displaced:flight", 0.65, PLACES)

    def _fled(self, i: int, last: int) -> Chunk | None:
        """نزوح سكان بلدة س, نزح الآلاف من ص: the place they are driven from."""
        doc = self.doc
        for p in range(i + 1, min(last, i + 9)):
            chunk = self.syntax.at[p]
            if chunk is not None:
                behind = doc.infos[p - 1].word.fold
                fits = chunk.first == p and not chunk.lead and behind in ("من", "سكان", "اهالي")
                return chunk if fits and self._type(chunk) in PLACES and chunk.kind != "nisba" else None
            if doc.infos[p].prep and doc.infos[p].prep != "من":
                return None
        return None

    def _forcer(self, i: int, first: int) -> Chunk | None:
        """أجبرت س الآلاف على النزوح, أدى القصف الإسرائيلي إلى نزوح: whose doing the verb before tells."""
        doc = self.doc
        for p in range(i - 1, max(first, i - REACH) - 1, -1):
            if "complement" in doc.infos[p].closed or doc.texts[p] in ":؛.":
                return None
            if doc.infos[p].word.fold not in FORCING or self.syntax.at[p] is not None:
                continue
            if self._may_come(p, first):
                return None
            if (early := self._forcer_before(p, first)) is not None:
                return early
            doer = self.syntax.at[p + 1]
            if doer is not None and doer.first == p + 1 and not doer.lead and self._type(doer) in DOERS:
                return doer if doer.kind != "nisba" else None
            return self._doer(p + 1, i) if self._deed(p + 1) else None
        return None

    def _forcer_before(self, p: int, first: int) -> Chunk | None:
        """إن القصف الروسي أجبر السكان على الفرار من س: whose deed stands before the verb at p."""
        chunk = self.syntax.at[p - 1] if p > first + 1 else None
        if chunk is None or chunk.last != p or chunk.lead or self._type(chunk) not in DOERS:
            return None
        return chunk if chunk.kind == "nisba" and chunk.first > first and self._deed(chunk.first - 1) else None

    def _cause_behind(self, i: int, last: int) -> Chunk | None:
        """نزح السكان من س جراء قصف ص, هربا من القصف التركي: whose deed they fled."""
        doc = self.doc
        for p in range(i + 1, min(last - 1, i + REACH)):
            if doc.infos[p].word.fold in CAUSES:
                q = p + 2 if doc.infos[p + 1].word.fold == "من" else p + 1
                return self._doer(q, last) if q < last and self._deed(q) else None
        return None
