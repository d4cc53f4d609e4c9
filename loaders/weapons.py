"""What was struck when it stands first and the weapon tells by whom: قُصفت خاركيف بصواريخ روسية."""

from __future__ import annotations

from loaders.arms import STRIKERS, WEAPONS
from loaders.custody import Custody
from loaders.doc import Chunk
from loaders.subjects import HITTING

PLACES = frozenset(("place",))
REACH = 6
"""Tokens of a place or time between what was struck and the weapon."""


class Weapons(Custody):
    """Adds places struck by whose weapons they were."""

    def _weapons(self) -> None:
        for i in self.doc.spots(WEAPONS):
            sent = self.doc.sents[self.syntax.sent_of[i]]
            doer = self._whose_arms(i, sent.last)
            place = self._struck_place(i, sent.first) if doer is not None else None
            v = self._struck_by(place, sent.first, i) if place is not None else -1
            if doer is not None and place is not None and v >= 0 and self._is_fact(v, self._reading(v)):
                self._emit(doer, "ATTACKED", place, "asserted", v, "frame:attacked:weapons", 0.7, PLACES)

    def _struck_place(self, i: int, first: int) -> Chunk | None:
        """The place that stands before the weapon at i, over a time or a direction (خاركيف، ليل الأحد، بصواريخ)."""
        for p in range(i - 1, max(first, i - REACH) - 1, -1):
            chunk = self.syntax.at[p]
            if chunk is not None:
                return chunk if chunk.last == p + 1 and not chunk.lead and self._type(chunk) == "place" else None
            if not (self.doc.dated[p] or self.doc.texts[p] in "،,"):
                return None
        return None

    def _struck_by(self, place: Chunk, first: int, i: int) -> int:
        """The passive verb of striking before the place, alone or as where a thing stands (قاعدة في س), or -1."""
        doc = self.doc
        for p in range(place.first - 1, max(first, place.first - REACH) - 1, -1):
            info = doc.infos[p]
            r = next((r for r in info.verbs if r.pos == "verb" and r.lemma in HITTING), None)
            if r is not None and self.syntax.at[p] is None and self._verbal(p):
                if r.pronoun or r.tense != "past" or r.person not in ("3fs", "3ms"):
                    return -1
                thing = (
                    p + 1 < place.first and doc.infos[p + 1].word.fold not in STRIKERS and self.syntax.is_thing(p + 1)
                )
                right = p + 1 == place.first or all(doc.dated[q] for q in range(p + 1, place.first))
                return p if (thing or right) and not self.syntax.objects(place.last, i) else -1
            if self.syntax.at[p] is not None or info.closed - {"prep"} or (info.prep and info.prep != "في"):
                return -1
            if not doc.texts[p][0].isalpha():
                return -1
        return -1
