"""What a deed told by a noun hit, and who did it by its relative clause: غارات استهدفت س, الهجوم الذي نفذته ص."""

from __future__ import annotations

from loaders.clause import INSTRUMENTS
from loaders.doc import Chunk
from loaders.lexicon.sets import word_set
from loaders.phrases import NUMBERS
from loaders.promises import Promises
from loaders.readings import LIGHT
from loaders.separated import TARGETS
from loaders.subjects import HITTING
from loaders.text import QUOTES

DIRECTIONS = word_set("deeds.directions")
FIRED = word_set("hits.fired")
"""What is fired at something (أطلق النار على متظاهرين في س)."""
BORDERS = frozenset(("حدود", "الحدود"))
LADEN = frozenset(("تقل", "يقل", "كانت", "كان", "تحمل", "يحمل"))
"""Verbs of what a vehicle that is struck carries."""
TOWARDS = frozenset(("علي", "باتجاه", "صوب", "نحو"))
INSIDE = frozenset(("في", "داخل", "قرب", "شمال", "جنوب", "شرق", "غرب", "وسط"))


class Hits(Promises):
    """Adds the doer in a relative clause, and places and sites that were hit."""

    def _right_before(self, p: int, first: int) -> list[Chunk] | None:
        """س المشمول بعقوبات, س، الخاضع لعقوبات: whom the participle at p describes."""
        k = p - 1
        while k > first and (self.doc.texts[k] in "،," or self.doc.texts[k] in QUOTES):
            k -= 1
        chunk = self.syntax.at[k] if k >= first else None
        return [chunk] if chunk is not None and chunk.last == k + 1 else None

    def _relative(self, start: int, last: int, verbs: frozenset[str] = LIGHT) -> tuple[list[Chunk], int] | None:
        """الهجوم الذي نفذته إيران على س: the doer in the relative clause."""
        doc = self.doc
        for p in range(start, min(last, start + 6)):
            if "relative" in doc.infos[p].closed and doc.infos[p].word.fold in ("الذي", "التي"):
                p += 1
            elif doc.texts[p] in "،," or doc.texts[p] in QUOTES:
                continue
            elif self.syntax.at[p] is not None or doc.infos[p].closed - {"modifier"} or doc.texts[p] in ".:؛":
                return None
            if p >= last or not doc.infos[p].verbs or self.syntax.at[p] is not None:
                continue
            r = next((r for r in doc.infos[p].verbs if r.pos == "verb" and r.pronoun and r.lemma in verbs), None)
            if r is None:
                through = p + 1 < last and doc.infos[p + 1].word.fold in ("بها", "به")
                r = next((r for r in doc.infos[p].verbs if r.pos == "verb" and r.lemma == "قام"), None)
                if not through or r is None:
                    return None  # الزيارة التي يقوم بها س إلى ص
            args = self.syntax.subject(p, r, last)
            if args.chunks and args.how == "after":
                return args.chunks, args.end
            to = self.syntax.at[p + 1] if p + 1 < last else None
            called = to is not None and to.first == p + 1 and to.lead == "ب"  # اتصال أجراه بفلان، دعم بلاده
            if not args.chunks and (called or (not args.other and self._bare(p + 1 if r.lemma == "قام" else p, last))):
                first = self.doc.sents[self.syntax.sent_of[p]].first
                carried = self._main(start - 1, first, start)
                if not carried and self._opening(p, first):
                    behind = self._main(start - 1, first, last)  # وفي اتصال أجراه أمس مع س، أشاد ص ب
                    carried = behind if behind and self.syntax.agrees(r, behind[0]) else []
                return (carried, p + 1) if carried and carried[0].kind == "person" else None
            return None
        return None

    def _hit(self, start: int, last: int) -> list[Chunk]:
        """غارات [جوية ]استهدفت مواقع لحماس, الهجوم الذي طال المطار: what the strike before struck."""
        doc = self.doc
        for p in range(start, min(last, start + 6)):
            info = doc.infos[p]
            if self.syntax.at[p] is not None or "complement" in info.closed or doc.texts[p] in ".:؛":
                return []
            r = next((r for r in info.verbs if r.pos == "verb" and not r.pronoun), None)
            if r is None or info.closed:
                continue
            if r.lemma not in HITTING or r.lead or r.person not in ("3fs", "3ms"):
                return []
            return self.syntax.objects(p + 1, last) or self._site(p + 1, last)
        return []

    def _near_place(self, p: int, last: int) -> list[Chunk]:
        """قصف إسرائيلي شرق خان يونس, غاراته الجوية شمال العراق: the place that a strike is told of by where it lies."""
        doc = self.doc
        if p < last and doc.infos[p].prep in TOWARDS:
            return self._beside(p + 1, last)
        while p + 1 < last and self.syntax.at[p] is None and doc.infos[p].word.fold not in DIRECTIONS:
            info = doc.infos[p]
            if info.closed or info.prep or info.verbs or not info.word.fold.endswith(("يه", "ي")):
                break
            p += 1  # غاراته الجوية
        where = self.syntax.at[p + 1] if p + 1 < last and doc.infos[p].word.fold in DIRECTIONS else None
        fits = where is not None and where.first == p + 1 and not where.lead and where.kind in ("place", "country")
        return [where] if fits and where is not None else []

    def _beside(self, p: int, last: int) -> list[Chunk]:
        """هجوما على قرية جنوب س, غارتين على موقع للمقاومة غرب ص: the place by which nobody's site lies."""
        doc, start = self.doc, p
        while p < min(last, start + 5) and doc.infos[p].word.fold not in DIRECTIONS:
            chunk, info = self.syntax.at[p], doc.infos[p]
            if p > start and info.prep == "في":  # صوب منشأة نفطية في س
                return [c for c in self.syntax.with_prep(p, min(last, p + 4), INSIDE, 4) if self._type(c) == "place"][
                    :1
                ]
            plain = doc.texts[p][0].isalpha() and not info.prep and not (info.closed - {"modifier"})
            if (chunk is not None and (chunk.actor or chunk.kind != "backref")) or not plain or info.kinds == {"verb"}:
                return []
            p += 1
        return self._beyond(p, last) if p > start else []

    def _beyond(self, p: int, last: int) -> list[Chunk]:
        """شرق س, [في ]شمال شرق س: the place behind the directions at p."""
        start = p
        while p < min(last, start + 3) and self.doc.infos[p].word.fold in DIRECTIONS:
            p += 1
        where = self.syntax.at[p] if start < p < last else None
        fits = where is not None and where.first == p and not where.lead and self._type(where) in ("place", "country")
        return [where] if where is not None and fits and where.kind != "nisba" else []

    def _site(self, start: int, last: int) -> list[Chunk]:
        """قصفت منازل المواطنين في البيضاء: where a thing struck stands when it is nobody's."""
        doc, thing = self.doc, False
        while start < last and (
            doc.dated[start] or doc.texts[start] in "،," or doc.infos[start].word.fold in INSTRUMENTS
        ):
            start += 1
            while start < last and self.syntax.at[start] is None and doc.infos[start].word.fold.startswith("وال"):
                start += 1  # أمس الأحد، بالمدفعية والصواريخ، قرى بريف س
        for p in range(start, min(last, start + 8)):
            chunk, info = self.syntax.at[p], doc.infos[p]
            if chunk is not None:
                if thing and chunk.kind == "backref" and not chunk.actor:
                    continue  # موقعا للمقاومة غرب س
                near = chunk.first == p and chunk.lead[-1:] == "ب" and self._type(chunk) == "place"
                return [chunk] if thing and near else []
            if info.prep:
                if p == start and info.prep == "علي":
                    continue  # أغار على مواقع في س
                if thing and info.prep in TOWARDS and not FIRED.isdisjoint(x.word.fold for x in doc.infos[start:p]):
                    continue  # أطلق صواريخ على أرض شرق س
                if not thing or info.prep not in INSIDE:
                    if info.prep == "من" and thing:
                        continue
                    return []
                if info.prep == "في" and p + 1 < last and doc.infos[p + 1].word.fold in DIRECTIONS:
                    return self._beyond(p + 1, last)  # قرية في شمال شرق س
                found = self.syntax.with_prep(p, min(last, p + 5), frozenset((info.prep,)), 5)
                if found and doc.infos[found[0].first - 1].word.fold in BORDERS:
                    return []  # صاروخا على طائرة قرب حدود س
                return [c for c in found[:1] if self._type(c) in ("place", "country") and not c.lead]
            counted = info.word.fold in NUMBERS
            finite = bool(info.verbs) and all(r.pos == "verb" for r in info.verbs)
            if thing and info.word.fold in DIRECTIONS:
                return self._beyond(p, last)
            if thing and info.word.fold in LADEN:
                continue  # حافلة تقل جنودا في س
            if doc.dated[p] or (finite and info.word.fold not in TARGETS) or (info.closed and not counted):
                return []
            if doc.texts[p] in "،,":
                return []
            if doc.texts[p] in QUOTES:
                continue
            thing = True
        return []
