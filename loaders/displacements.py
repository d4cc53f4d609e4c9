"""Who drives people out by what he does: نزح السكان من س جراء قصف ص, أدى هجوم س إلى نزوح سكان ص."""

from __future__ import annotations

from loaders.claims import Claims
from loaders.doc import Chunk
from loaders.hits import DIRECTIONS
from loaders.kinds import FORCES, WHERE
from loaders.lexicon.sets import word_set
from loaders.standing import NOUN
from loaders.victims import OPERATIONS

FLIGHT = word_set("displacements.flight")
"""Forms of fleeing and being driven out."""
FORCING = word_set("displacements.forcing")
"""Forms of verbs by which a deed or its doer makes people flee."""
CAUSES = word_set("displacements.causes")
"""What leads from the flight to its cause."""
THEIR_PEOPLE = frozenset(("سكانها", "سكانه", "اهلها", "اهاليها", "اهله", "اهاليه", "سكانهما"))
POPULATION = word_set("displacements.people")
"""Words for people who live somewhere (آلاف العائلات)."""
REACH = 14


class Displacements(Claims):
    """Adds who drives out."""

    def _displacements(self) -> None:
        doc = self.doc
        for i in doc.spots(FLIGHT):
            sent = doc.sents[self.syntax.sent_of[i]]
            if self.syntax.at[i] is not None:
                continue
            where = self._fled(i, sent.last) or self._whose_people(i, sent.first, sent.last)
            where = where or self._people_of(i, sent.first) or self._left(i, sent.first)
            doer = self._forcer(i, sent.first) or self._cause_behind(i, sent.last)
            verbs = doc.infos[i].verbs
            if doer is not None and doer.by == "again":
                continue  # فروا إلى س هربا من الجيش: whose army, the nearest name does not tell
            if where is None or doer is None or not self._is_fact(i, verbs[0] if verbs else NOUN):
                continue  # حذرت س من نزوح سكان ص, نفت نزوحهم
            if self._regime(doer) or not self._own(doer.actor or "", where.actor or ""):
                self._emit(doer, "DISPLACED", where, "asserted", i, "frame:displaced:flight", 0.65, WHERE)

    def _fled(self, i: int, last: int) -> Chunk | None:
        """نزوح سكان بلدة س, نزح الآلاف من ص: the place they are driven from."""
        doc, q = self.doc, 0
        for p in range(i + 1, min(last, i + 10)):
            chunk = self.syntax.at[p]
            if chunk is not None:
                behind = "من" if q == p - 1 else doc.infos[p - 1].word.fold
                fits = chunk.first == p and not chunk.lead and behind in ("من", "سكان", "اهالي")
                return chunk if fits and self._type(chunk) in WHERE and chunk.kind != "nisba" else None
            if doc.infos[p].word.fold in DIRECTIONS and (doc.infos[p - 1].word.fold == "من" or q == p - 1):
                q = p  # من شمال شرق س
            elif doc.infos[p].prep and doc.infos[p].word.fold not in ("من", "نحو"):
                return None
        return None

    def _whose_people(self, i: int, first: int, last: int) -> Chunk | None:
        """أدى الهجوم على س إلى نزوح سكانها: the place that the sentence has told as struck."""
        doc = self.doc
        if not any(doc.infos[p].word.fold in THEIR_PEOPLE for p in range(i + 1, min(last, i + 5))):
            return None
        hit = [x.object for x in self.out if x.type == "ATTACKED" and first <= x.trigger < i and x.status == "asserted"]
        found = [c for c in self.syntax.at[first:i] if c is not None and c.actor in hit and self._type(c) == "place"]
        return found[-1] if found else None

    def _people_of(self, i: int, first: int) -> Chunk | None:
        """أجبرت الغارات سكان س على النزوح: whose people stand before the word for flight."""
        for p in range(i - 1, max(first + 1, i - 8), -1):
            chunk = self.syntax.at[p]
            if chunk is not None:
                theirs = self.doc.infos[chunk.first - 1].word.fold in ("سكان", "اهالي", "لسكان", "لاهالي")
                return chunk if theirs and not chunk.lead and self._type(chunk) in WHERE else None
        return None

    def _left(self, i: int, first: int) -> Chunk | None:
        """أجبر س آلاف العائلات على مغادرة ص: the place right behind the word for leaving, which people leave."""
        if self.doc.infos[i].word.fold not in ("مغادره", "ترك", "هجره") or self.doc.infos[i].definite:
            return None
        who = {info.word.fold.removeprefix("ال") for info in self.doc.infos[max(first, i - 9) : i]}
        chunk = self.syntax.at[i + 1] if who & POPULATION else None
        here = chunk is not None and chunk.first == i + 1 and not chunk.lead
        return chunk if here and chunk is not None and self._type(chunk) == "place" else None

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
            if doer is not None and doer.first == p + 1 and not doer.lead and self._type(doer) in FORCES:
                return doer if doer.kind != "nisba" else None
            if any(c is not None and c.kind == "person" for c in self.syntax.at[p + 1 : i]):
                return None  # أرغمت العمليات فلانا على الفرار
            operation = doc.infos[p + 1].word.fold.removeprefix("ال") in OPERATIONS
            return self._doer(p + 1, i) if operation or self._deed(p + 1) else None
        return None

    def _forcer_before(self, p: int, first: int) -> Chunk | None:
        """إن القصف الروسي أجبر السكان على الفرار من س: whose deed stands before the verb at p."""
        chunk = self.syntax.at[p - 1] if p > first + 1 else None
        if chunk is None or chunk.last != p or chunk.lead or self._type(chunk) not in FORCES:
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
