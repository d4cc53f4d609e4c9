"""Journeys told by nouns: whose a journey is not, where a tour leads, who is invited to come."""

from __future__ import annotations

from loaders.deeds import Deeds
from loaders.doc import Chunk
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.readings import LIGHT

AMONG = word_set("relations.among")
"""Words that tell one act as another of a row, with what it shares with them."""
TOURING = word_set("relations.touring")
"""What stands between a tour and where it led."""
TO_WHOM = {"اليه": "3ms", "له": "3ms", "اليها": "3fs", "لها": "3fs"}
INVITING = word_set("journeys.inviting")
"""Verbs of inviting and of what becomes of an invitation."""

GOING = word_set("journeys.going")
"""Verbs of a journey that somebody makes to hold talks."""
AIMS = word_set("journeys.aims")
"""Words before a noun of what a journey is made for."""
REACH = 25
"""tokens between a journey and what it is made for"""


class Journeys(Deeds):
    def _others_came(self, i: int, reading: Reading, last: int) -> bool:
        """Whether a journey's possessor is somebody or something that is no actor."""
        after = self.doc.infos[i + 1] if i + 1 < last and self.syntax.at[i + 1] is None else None
        return (
            after is not None
            and not (reading.definite or reading.pronoun)
            and after.definite
            and not (after.closed or after.prep or after.verbs or self.doc.dated[i + 1])
        )

    def _tour_of(self, i: int, first: int, start: int, last: int) -> list[Chunk]:
        """تشمل جولة فلان س وص: where it leads, the verb before it."""
        told = i > first and self.doc.infos[i - 1].word.fold.removeprefix("و") in TOURING
        return self.syntax.objects(start, last) if told else []

    def _toured(self, start: int, last: int) -> list[Chunk]:
        """جولة تشمل س وص, جولة قادته إلى س: where a tour leads."""
        for p in range(start, min(last, start + 8)):
            if self.doc.infos[p].word.fold in TOURING:
                found = self.syntax.objects(p + 1, last, 1)
                found = found or self.syntax.with_prep(p + 1, last, frozenset(("الي", "ل")), 8)
                return [c for c in found if self._type(c) in ("country", "place")]
        return []

    def _going_to(self, i: int, first: int) -> list[Chunk]:
        """توجه س إلى بغداد لإجراء محادثات مع ص, لبحث الأزمة مع ص: who makes a journey to hold the talks at i."""
        doc = self.doc
        k = next((p for p in (i, i - 1) if p > first and self._aim(p)), -1)
        for p in range(k - 1, max(first, k - REACH) - 1, -1):
            info = doc.infos[p]
            if "complement" in info.closed or "relative" in info.closed:
                return []
            if self.syntax.at[p] is not None or not info.verbs or info.closed or not self._verbal(p):
                continue
            r = next((r for r in info.verbs if r.pos == "verb"), None)
            if r is None or r.lemma not in GOING:
                return []
            args = self.syntax.subject(p, r, k)
            if args.chunks or args.other:
                return [] if args.other else [c for c in args.chunks if c.last <= k]
            carried = self._carried(p, r, first)
            return [carried] if carried is not None else []
        return []

    def _aim(self, p: int) -> bool:
        """لإجراء, بهدف عقد: a noun of holding talks that is what something is done for."""
        info = self.doc.infos[p]
        nouns = [
            r for r in info.verbs if r.pos == "masdar" and not r.definite and (r.lemma in LIGHT or r.lemma == "بحث")
        ]
        return any(r.prep == "ل" for r in nouns) or (bool(nouns) and self.doc.infos[p - 1].word.fold in AIMS)

    def _invited(self, i: int, first: int, last: int) -> list[Chunk]:
        """دعا X Y إلى زيارة Z: the guest."""
        doc = self.doc
        prev = doc.infos[i - 1] if i > first else None
        if not ((prev is not None and prev.prep == "الي") or doc.infos[i].word.fold.startswith(("لزيار", "للزيار"))):
            return []
        for p in range(i - 1, max(first, i - 20) - 1, -1):
            info = doc.infos[p]
            if self.syntax.at[p] is None and info.verbs and not info.closed and self._verbal(p):
                r = next((r for r in info.verbs if r.pos == "verb"), None)
                if r is None or r.lemma not in INVITING:
                    return []
                if doc.infos[p + 1].word.fold in TO_WHOM:  # دعوة وجهها إليه فلان لزيارة س
                    host = self.syntax.subject(p, r, i).chunks
                    guest = self._antecedent(p, TO_WHOM[doc.infos[p + 1].word.fold], host)
                    return [guest] if guest is not None else []
                if r.lemma == "سلم":
                    args = self.syntax.subject(p, r, i)
                    handed = self.syntax.objects(args.end if args.how == "after" else p + 1, i)
                    return [c for c in handed if self._type(c) in ("person", "country")]
                if r.lemma != "دعا":
                    q = next(
                        (
                            q
                            for q in range(p + 1, i)
                            if any(x.lemma == "دعا" and x.pos == "masdar" for x in doc.infos[q].verbs)
                        ),
                        None,
                    )
                    if q is None or r.lemma in ("تلقى", "لبى"):
                        return self.syntax.subject(p, r, i).chunks if q is not None else []
                    return [
                        c
                        for c in self.syntax.with_prep(q + 1, i, frozenset(("الي", "ل")), 10)
                        if self._type(c) in ("person", "country")
                    ]
                args = self.syntax.subject(p, r, i)
                start = args.end if args.how == "after" else p + 1
                return [c for c in self.syntax.objects(start, i) if self._type(c) in ("person", "country")]
        return []

    def _of_the_row(self, i: int, first: int) -> list[Chunk]:
        """تكررت الزيارات إلى سوريا … آخرها زيارة فلان: where the journeys before in the row led."""
        doc = self.doc
        before = [
            x
            for x in self.out
            if x.type == "VISITED"
            and first <= x.trigger < i
            and any(doc.infos[p].word.fold in AMONG for p in range(x.trigger + 1, i))
        ]
        if not before:
            return []
        led = before[-1].object
        around = (self.syntax.at[p] for p in range(i - 1, first - 1, -1))
        where = next((c for c in around if c is not None and c.actor == led), None)
        return [where] if where is not None else []
