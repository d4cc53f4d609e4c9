"""Who holds whom, told without a verb of holding: ألقي القبض على س في ص, يقبع س في السجون, قيد الإقامة الجبرية."""

from __future__ import annotations

from loaders.casualties import Casualties
from loaders.doc import Chunk
from loaders.kinds import FORCES
from loaders.lexicon.sets import word_set
from loaders.phrases import AGENTS

SEIZURE = frozenset(("القبض", "قبض", "وقبض"))
PASSIVE = frozenset(
    ("ألقي", "وألقي", "القي", "والقي", "أُلقي", "تم", "وتم", "جرى", "وجرى", "يتم", "بعد", "عقب", "منذ", "إلقاء")
)
"""What stands before «the seizing of» when it does not say who seized."""
LYING = word_set("custody.lying")
"""Forms for being in jail (يقبع في السجون التركية)."""
HOUSE = frozenset(("الجبريه", "الاعتقال", "الحبس", "التوقيف", "الاحتجاز"))
PUTTING = word_set("custody.putting")
"""Verbs of putting somebody under arrest."""
PERSON = frozenset(("person",))


class Custody(Casualties):
    """Adds who holds whom."""

    def _custody(self) -> None:
        doc = self.doc
        for i in doc.spots(SEIZURE):
            self._seized(i)
        for i in doc.spots(LYING):
            self._lying(i)
        for i in doc.spots(HOUSE):
            self._at_home_held(i)

    def _seized(self, i: int) -> None:
        """ألقي القبض على فلان في س, تم القبض على فلان من قبل ص, قُبض عليه في س."""
        doc, last = self.doc, self.doc.sents[self.syntax.sent_of[i]].last
        finite = not doc.infos[i].definite
        passive = finite or (i and doc.texts[i - 1] in PASSIVE)
        if not passive or i + 2 >= last or self.syntax.at[i] is not None:
            return
        if not self._so(i if finite else i - 1, self.doc.sents[self.syntax.sent_of[i]].first):
            return  # لم يتم القبض على فلان
        who, p = self._named(i + 2, last) if doc.infos[i + 1].prep == "علي" else ([], i + 2)
        if not who and doc.infos[i + 1].word.fold in ("عليه", "عليها"):
            person = "3fs" if doc.infos[i + 1].word.fold == "عليها" else "3ms"
            found = self._relative_head(i) or self._antecedent(i, person, [])
            who = [found] if found is not None else []
        self._kept_by(who, self._holder(p, last, "اعتقل"), i)

    def _named(self, p: int, last: int) -> tuple[list[Chunk], int]:
        """The persons that begin at p, and the token behind them."""
        chunk = self.syntax.at[p]
        if chunk is None or chunk.first != p or chunk.lead:
            return [], p
        found = self.syntax.coordinated(chunk, last)
        return found, found[-1].last

    def _kept_by(self, who: list[Chunk], doer: Chunk | None, i: int) -> None:
        fact = not self.doc.infos[i].verbs or self._is_fact(i, self._reading(i))
        for v in who if doer is not None and fact else ():
            if doer is not None and self._type(v) == "person":
                self._emit(doer, "DETAINED", v, "asserted", i, "frame:detained:custody", 0.7, PERSON)

    def _lying(self, i: int) -> None:
        """يقبع فلان في السجون التركية, فلان القابع في سجن إيفين."""
        sent = self.doc.sents[self.syntax.sent_of[i]]
        who, p = self._named(i + 1, sent.last) if i + 1 < sent.last else ([], i + 1)
        before = self.syntax.at[i - 1] or self.syntax.at[i - 2] if i - 2 >= sent.first else None
        if not who and before is not None and before.last >= i - 1:
            who = [before]
        self._kept_by(who, self._holder(p, sent.last, "سجن"), i)

    def _at_home_held(self, i: int) -> None:
        """وضعت س فلانا قيد الإقامة الجبرية: who put him there."""
        doc, first = self.doc, self.doc.sents[self.syntax.sent_of[i]].first
        if i < first + 4 or doc.infos[i - 1].word.fold not in ("الاقامه", "رهن", "قيد"):
            return
        for p in range(i - 2, max(first, i - 16) - 1, -1):
            if doc.infos[p].word.fold not in PUTTING or self.syntax.at[p] is not None:
                continue
            doer = self.syntax.at[p + 1] if self._so(p, first) else None
            if doer is None or doer.first != p + 1 or doer.lead or self._type(doer) not in AGENTS:
                return
            head = self._relative_head(p) if doc.infos[p].word.fold.endswith(("ه", "ها")) else None
            who = [head] if head is not None else [c for c in self.syntax.objects(doer.last, i) if c.last <= i]
            self._kept_by(who, doer if self._type(doer) in FORCES else None, i)
            return
