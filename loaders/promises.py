"""Whom what is promised is for: وعد بمساعدة س, تعهد بإرسال أسلحة إلى ص, بمواصلة دعم ع."""

from __future__ import annotations

from loaders.doc import Chunk
from loaders.lexicon.sets import word_set
from loaders.recipients import STANCES, Recipients

HELPING = word_set("promises.helping")
"""Verbs of help whose noun tells what is promised (وعد بمساعدة س)."""
GIVING = word_set("promises.giving")
"""Verbs of giving whose noun tells what is promised (وعد بتقديم مساعدات لس)."""
GIVEN = word_set("receipts.goods")
FURTHER = word_set("promises.further")
"""What one does with a help that goes on or grows (تعهد بمواصلة دعم س)."""


class Promises(Recipients):
    """Adds those to whom help is promised."""

    def _helped(self, start: int, last: int) -> list[Chunk]:
        """وعد ماكرون بمساعدة لبنان, تعهد بدعم حكومة الوفاق: whom the help that is promised is for."""
        for p in range(start, min(last - 1, start + 3)):
            named = self.syntax.at[p]
            if named is not None:  # «بمساعدة لبنان» looks like the title of a woman
                return [named] if named.kind == "title" and named.lead == "ب" and self._helps(p) else []
            if self.doc.infos[p].word.fold in ("بالدفاع", "بالوقوف"):  # تعهد بالدفاع عن س, بالوقوف إلى جانب ص
                return self.syntax.with_prep(p + 1, min(last, p + 5), frozenset(("عن", "مع", "الي")), 3)
            if self._to_give(p):  # وعد بإرسال أسلحة إلى س
                near = min(last, p + 12)
                given = next((q for q in range(p + 1, near) if self.doc.infos[q].word.fold in GIVEN), near)
                return self.syntax.with_prep(given + 1, last, frozenset(("ل", "الي")), 8) if given < near else []
            form = self.doc.infos[p].word.fold
            goes_on = form.startswith("ب") and form[1:] in FURTHER and p + 2 < last and self._helps(p + 1, "")
            p += goes_on  # بمواصلة دعم س
            if goes_on or self._helps(p):
                whom = self.syntax.at[p + 1]
                if whom is None and self.doc.infos[p + 1].word.fold.removeprefix("ال") in STANCES:
                    return self.syntax.objects(p + 1, last, 2)  # وعد بدعم جهود س
                mine = whom is not None and whom.first == p + 1 and whom.lead in ("", "ل")
                return self.syntax.coordinated(whom, last) if mine and whom is not None else []
        return []

    def _to_give(self, p: int) -> bool:
        """بتقديم, بإرسال: a noun of giving behind ب."""
        info = self.doc.infos[p]
        return info.word.fold.startswith("ب") and any(r.pos == "masdar" and r.lemma in GIVING for r in info.verbs)

    def _helps(self, p: int, lead: str = "ب") -> bool:
        """بدعم, بمساعدة: a noun of help behind ب."""
        info = self.doc.infos[p]
        return info.word.fold.startswith(lead) and any(r.pos == "masdar" and r.lemma in HELPING for r in info.verbs)
