"""Whom sanctions reach that the text told before: شملت العقوبات س وص, طالت العقوبات الأمريكية فلانا."""

from __future__ import annotations

from loaders.doc import Chunk
from loaders.lexicon.frames import allowed
from loaders.lexicon.sets import word_set
from loaders.proposals import Proposal
from loaders.receipts import Receipts
from loaders.recipients import GOODS

REACHING = word_set("listed.reaching")
LISTS = word_set("listed.lists")
POINTING = word_set("listed.pointing")
SANCTIONS = frozenset(("عقوبات", "العقوبات", "وعقوبات"))
IMPOSING = frozenset(("فرض", "أعلن", "أقر"))
BRINGING = frozenset(("فرض", "أعلن", "أقر", "كشف", "أصدر", "وقع", "تبنى", "قرر"))
"""Verbs that carry sanctions of which a clause tells whom they reach."""
BACK_SENTENCES = 4


class Listed(Receipts):
    """Adds whom sanctions reach that were told before."""

    def _sanction_lists(self) -> None:
        doc, syntax = self.doc, self.syntax
        if LISTS.isdisjoint(doc.folds) and SANCTIONS.isdisjoint(doc.folds):
            return
        for i in doc.spots([form for form in doc.folds if form in REACHING or form[1:] in REACHING]):
            if syntax.at[i] is not None:
                continue
            sent = doc.sents[syntax.sent_of[i]]
            noun = self._list_behind(i, sent.last) or self._list_before(i, sent.first) or self._new_ones(i, sent.first)
            if noun is None:
                continue
            givers, end = noun
            givers = givers or self._imposers(i)
            start = max(end, i + 1)
            goods = self._goods_hit(start, sent.last)
            for c in goods or syntax.objects(start, sent.last):
                for giver in givers:
                    if (
                        c.actor
                        and c.actor != giver
                        and (c.kind != "nisba" or goods)
                        and allowed(self.cast.types.get(giver, ""), "SANCTIONED", self._type(c))
                        and not self._own(giver, c.actor)
                    ):
                        self.out.append(
                            Proposal(giver, "SANCTIONED", c.actor, "asserted", i, "frame:sanctioned:listed", 0.7)
                        )

    def _goods_hit(self, p: int, last: int) -> list[Chunk]:
        """استهدفت العقوبات قطاع الطاقة الإيراني: whose trade is hit, by its adjective."""
        if p >= last or self.syntax.at[p] is not None or self.doc.infos[p].word.fold not in GOODS:
            return []
        for q in range(p + 1, min(last, p + 5)):
            chunk = self.syntax.at[q]
            if chunk is not None:
                mine = chunk.first == q and chunk.kind == "nisba" and chunk.definite and not chunk.lead
                return [chunk] if mine else []
            if self.doc.infos[q].closed or not self.doc.texts[q][0].isalpha() or self._finite(q):
                return []
        return []

    def _list_behind(self, i: int, last: int) -> tuple[list[str], int] | None:
        """شملت تلك العقوبات الأمريكية …: whose the list is, and where it ends."""
        p = i + 1
        while p < last and self.doc.infos[p].word.fold in POINTING:
            p += 1
        return self._list_at(p, last) if p < last and self.doc.infos[p].word.fold in LISTS else None

    def _list_before(self, i: int, first: int) -> tuple[list[str], int] | None:
        """العقوبات الجديدة طالت …"""
        for p in range(i - 1, max(first, i - 5) - 1, -1):
            if self.doc.infos[p].word.fold in LISTS:
                found = self._list_at(p, i)
                return found if found[1] >= i else None
        return None

    def _new_ones(self, i: int, first: int) -> tuple[list[str], int] | None:
        """أعلنت س عقوبات جديدة تستهدف ص, عقوبات أمريكية تطال ع: sanctions told with whom they reach."""
        doc = self.doc
        i = self._behind_whom(i, first)
        for p in range(i - 1, max(first, i - 6) - 1, -1):
            chunk = self.syntax.at[p]
            if doc.infos[p].word.fold in SANCTIONS and not doc.infos[p].definite:
                nations = [
                    c.actor for c in self.syntax.at[p + 1 : i] if c is not None and c.kind == "nisba" and c.actor
                ]
                carried = [] if nations else [c.actor for c in self._light(p, first, i, BRINGING) if c.actor]
                return (nations or carried, p + 1) if nations or carried else None
            plain = doc.texts[p][0].isalpha() and not doc.infos[p].closed - {"modifier", "relative"}
            if not plain or (chunk is not None and chunk.kind != "nisba"):
                return None
        return None

    def _behind_whom(self, i: int, first: int) -> int:
        """فرضت س عقوبات على ص[،] طالت فلانا: behind the sanctions, if on whom they were stands before the verb at i."""
        k = i - 1 if i - 1 > first and self.doc.texts[i - 1] in "،," else i
        whom = self.syntax.at[k - 1] if k - 1 > first else None
        on = whom is not None and whom.kind == "country" and not whom.lead and whom.first > first
        return whom.first - 1 if on and whom is not None and self.doc.infos[whom.first - 1].prep == "علي" else i

    def _list_at(self, p: int, last: int) -> tuple[list[str], int]:
        end, givers = p + 1, list[Chunk]()
        while end < last:
            chunk = self.syntax.at[end]
            if chunk is not None and chunk.first == end and chunk.kind == "nisba":
                givers.append(chunk)
                end = chunk.last
            elif (
                chunk is None and self.doc.texts[end].startswith("ال") and not self.doc.infos[end].closed - {"modifier"}
            ):
                end += 1
            else:
                break
        return [c.actor for c in givers if c.actor], end

    def _imposers(self, i: int) -> list[str]:
        """Who imposed sanctions a little before, if it was one."""
        here = self.syntax.sent_of[i]
        found = {
            str(p.subject)
            for p in self.out
            if p.type == "SANCTIONED" and p.trigger < i and here - self.syntax.sent_of[p.trigger] <= BACK_SENTENCES
        }
        return list(found) if len(found) == 1 else self._imposing(i) if not found else []

    def _imposing(self, i: int) -> list[str]:
        """فرضت س عقوبات على ستة أشخاص. وشملت القائمة: who imposed them, told without anybody whom they reach."""
        doc, here = self.doc, self.syntax.sent_of[i]
        spots = [p for p in doc.spots(SANCTIONS) if p < i and 0 <= here - self.syntax.sent_of[p] <= 2]
        for p in reversed(spots):
            first = doc.sents[self.syntax.sent_of[p]].first
            who = [c for c in self._light(p, first, i, IMPOSING) if c.actor]
            if who:
                return [c.actor for c in who if c.actor] if len(who) == 1 else []
        return []
