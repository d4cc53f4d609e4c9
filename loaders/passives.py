"""Who does what is told of the one it is done to: اتهم س من قبل ص, تم اعتقال س من طرف ص."""

from __future__ import annotations

from loaders.arguments import Arguments
from loaders.doc import Chunk
from loaders.lexicon.frames import Frame
from loaders.lexicon.verbs import Reading

AGENCY = {
    "من": frozenset(("قبل", "جانب", "طرف", "لدن")),
    "علي": frozenset(("يد", "ايدي")),
}
"""من قبل, من طرف (Maghreb), من لدن (Morocco), على يد."""
SUFFERED = frozenset(("DETAINED", "MET", "ATTACKED", "ACCUSED", "CRITICIZED", "SANCTIONED", "URGED", "THREATENED"))
"""Acts whose noun may be followed by the one they are done to (اعتقال فلان, استقبال فلان)."""
IMPOSED = frozenset(("المفروضه", "مفروضه", "المفروض"))
WHERE = frozenset(("في", "لدي", "خلال", "عند", "الي"))
"""Prepositions of where and when, before the doer (استقبل فلان في مطار س من قبل ص)."""
ACCOMPANYING = frozenset(("المرافق", "المرافقين", "له", "لها"))
ASIDE_REACH = 14
"""tokens of an aside before the doer"""
REACH = 9
"""tokens of time and place that may stand before the doer"""


class Passives(Arguments):
    """Adds the doer who stands behind the one it is done to."""

    def _by_whom(self, p: int, last: int) -> list[Chunk]:
        """من قبل س, من جانب س, على يد س behind a noun phrase, over a time or a comma: who does it."""
        doc = self.doc
        q, stop = p, min(last - 2, p + REACH)
        while q < stop:
            second = AGENCY.get(doc.infos[q].word.fold)
            if second and doc.infos[q + 1].word.fold in second and self.syntax.at[q] is None:
                doer = self.syntax.at[q + 2] or self._thing_of(q + 2, last)
                if doer is not None and doer.kind == "nisba" and doer.first > q + 2:
                    return [doer]  # من قبل الدفاعات التركية
                aside = doer is not None and doer.first == q + 1  # من جانب الجيش المصري: جانب may be of the name
                fits = doer is not None and (aside or doer.first == q + 2) and not doer.lead
                return self.syntax.coordinated(doer, last) if fits else []  # type: ignore[arg-type]
            if doc.infos[q].word.fold == "والوفد":
                q += 1  # والوفد المرافق له من طرف
                while q < last and doc.infos[q].word.fold in ACCOMPANYING:
                    q += 1
                continue
            if doc.texts[q] in "،," and (behind := self._over_commas(q, last)):
                q, stop = behind, min(last - 2, behind + 1)
                continue
            site = self.syntax.at[q]
            if site is not None and site.first == q and site.kind == "place" and (site.lead == "ب" or q > p):
                q, stop = site.last, min(last - 2, max(stop, site.last + 3))  # لدى وصوله مطار س من طرف ص
                continue
            if not (doc.dated[q] or doc.texts[q] in "،," or self.syntax.is_adverb(q)):
                end = self.syntax._phrase(q, last) if doc.infos[q].prep in WHERE else q
                if end == q:
                    return []
                q, stop = end, min(last - 2, max(stop, end + 3))  # استقبل فلان في قصر س من قبل ص
                continue
            q += 1
        return []

    def _over_commas(self, p: int, last: int) -> int:
        """استقبل فلان، في اليوم الثاني من زيارته لس، من قبل ص: behind the aside that the comma at p opens, or 0."""
        infos = self.doc.infos
        for q in range(p + 2, min(last - 3, p + ASIDE_REACH)):
            if self.doc.texts[q] in "،,":
                by = infos[q + 2].word.fold in AGENCY.get(infos[q + 1].word.fold, ())
                return q + 1 if by and infos[p + 1].prep in WHERE else 0
        return 0

    def _thing_of(self, p: int, last: int) -> Chunk | None:
        """الطائرة الروسية, القاعدة العسكرية الأمريكية: whose the definite noun at p is, by its adjective."""
        for q in range(p, min(last, p + 3)):
            chunk = self.syntax.at[q]
            if chunk is not None:
                return chunk if q > p and chunk.first == q and chunk.kind == "nisba" and not chunk.lead else None
            if not self.doc.infos[q].definite or self.doc.infos[q].closed:
                return None
        return None

    def _done_by(
        self, frame: Frame, i: int, reading: Reading, last: int
    ) -> tuple[list[Chunk], list[Chunk], str] | None:
        """تم اعتقال س من طرف ص: the noun's possessor suffers it, or None when nobody is told to do it."""
        if frame.type not in SUFFERED or reading.pronoun or reading.definite or i + 1 >= last:
            return None
        sufferer = self.syntax.at[i + 1]
        if sufferer is None and (thing := self._thing_of(i + 1, last)) is not None:
            by = self._by_whom(thing.last, last) if self._type(thing) in frame.objects else []
            return (by, [thing], "by") if by else None  # إسقاط الطائرة الروسية من قبل س
        if sufferer is None or sufferer.first != i + 1 or sufferer.lead or sufferer.kind == "nisba":
            return None
        sufferers = [c for c in self.syntax.coordinated(sufferer, last) if self._type(c) in frame.objects]
        doers = self._by_whom(sufferers[-1].last, last) if sufferers else []
        return (doers, sufferers, "by") if doers else None

    def _put_on(self, frame: Frame, i: int, reading: Reading, last: int) -> tuple[list[Chunk], list[Chunk], str] | None:
        """العقوبات المفروضة على س من قبل ص: the doer behind the one it is put on, or None when nobody is told so."""
        if frame.type not in SUFFERED or reading.pronoun:
            return None
        if i + 2 < last and self.doc.infos[i + 1].word.fold in IMPOSED and self.doc.infos[i + 2].word.fold == "من":
            by = self.syntax.at[i + 3] if i + 3 < last else None
            put = self.syntax.with_prep(by.last, last, frozenset(frame.object), 3) if by is not None else []
            put = [c for c in put if self._type(c) in frame.objects]
            if by is not None and by.first == i + 3 and not by.lead and put:
                return self.syntax.coordinated(by, last), put, "by"  # العقوبات المفروضة من س على ص
        if reading.definite and (hit := self._done_to_by(frame, i, last)) is not None:
            return hit
        for role in frame.object:
            put = self.syntax.with_prep(i + 1, last, frozenset((role,)), 6)
            put = [c for c in put if self._type(c) in frame.objects]
            doers = self._by_whom(put[-1].last, last) if put else []
            if doers:
                return doers, put, "by"
        return None

    def _done_to_by(self, frame: Frame, i: int, last: int) -> tuple[list[Chunk], list[Chunk], str] | None:
        """القصف المدفعي من قبل س على ص: the doer right behind the noun, and then whom it reaches."""
        doc, p = self.doc, i + 1
        while p < min(last, i + 3) and self.syntax.at[p] is None and doc.infos[p].definite:
            if not doc.infos[p].word.fold.endswith(("ي", "يه")):
                return None  # الهجوم المدعوم من قبل س
            p += 1
        if p + 1 >= last or doc.infos[p + 1].word.fold not in AGENCY.get(doc.infos[p].word.fold, ()):
            return None
        doers = self._by_whom(p, last)
        for role in frame.object if doers else ():
            hit = self.syntax.with_prep(doers[-1].last, last, frozenset((role,)), 4)
            if role == "ل" and hit and hit[0].first > doers[-1].last:
                continue  # الهجوم من قبل الميليشيات التابعة لس
            if hit := [c for c in hit if self._type(c) in frame.objects]:
                return doers, hit, "by"
        return None
