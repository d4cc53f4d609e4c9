"""Units that come or stand somewhere: وصول 300 مقاتل من س إلى ص, تمركزت مجموعات من س في ص, لدى س 1500 جندي في ص."""

from __future__ import annotations

from loaders.blacklists import Blacklists
from loaders.doc import Chunk
from loaders.hits import INSIDE
from loaders.lexicon.frames import Frame
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.phrases import NUMBERS
from loaders.threats import TARGETS

UNITS = word_set("postings.units")
"""Men and units, told before whose they are (دفعة جديدة من القوات س)."""
COMING = frozenset(("وصل", "دخل", "توجه", "عبر"))
STANDING = frozenset(("انتشر", "تمركز", "تحصن", "توغل"))
POSTED = COMING | STANDING
"""Verbs of coming and of standing somewhere, of units (وصل رتل إلى س, انتشرت قوات في ص)."""
ABOUT = frozenset(("من", "نحو", "حوالي", "قرابه", "زهاء", "اكثر", "اقل", "اول", "طلايع"))
TO = frozenset(("الي", "نحو"))
FAR = 9
"""Tokens of a unit: how many, of what kind, whose."""


class Postings(Blacklists):
    """Adds where units come and stand."""

    def _postings(self) -> None:
        doc = self.doc
        placed = {x.trigger for x in self.out if x.type == "DEPLOYED_IN"}
        for i in doc.verbal:
            info = doc.infos[i]
            if info.lemmas.isdisjoint(POSTED) or self.syntax.at[i] is not None or i in placed:
                continue
            verbal = self._verbal(i)
            for r in info.verbs:
                if r.lemma in POSTED and (r.pos == "verb") == verbal and r.pos in ("verb", "masdar"):
                    self._unit_there(i, r)
                    break
        for i in doc.spots(UNITS):
            self._unit_had(i)

    def _tells_nothing(self, frame: Frame, i: int, reading: Reading, first: int) -> bool:
        """Also what somebody says that he will not allow: لن تسمح س بانتشار قوات ص."""
        if frame.type == "DEPLOYED_IN" and self._not_allowed(i):
            return True
        return super()._tells_nothing(frame, i, reading, first)

    def _in_a_name(self, p: int) -> bool:
        """الفيديو الذي نشرته ألوية س في: whether the word at p is of a body's name, and tells no unit that is sent."""
        chunk = self.syntax.at[p]
        return chunk is not None and chunk.kind in ("militia", "organization") and chunk.by != "state:head"

    def _unit_there(self, i: int, reading: Reading) -> None:
        """وصل رتل عسكري تركي إلى س, انتشار ألوية من الحشد في ص: whose unit comes or stands where."""
        sent = self.doc.sents[self.syntax.sent_of[i]]
        status = self._status(i, reading, sent.first)[1]
        within = reading.prep and reading.pos == "masdar"  # لن تسمح بانتشار قوات س
        if within or reading.pronoun or reading.definite or status not in ("asserted", "planned", "denied"):
            return
        where: list[Chunk] = []
        p = i + 1
        if p < sent.last and self.doc.infos[p].prep == "في" and reading.pos == "verb":
            where = self.syntax.with_prep(p, min(sent.last, p + 5), INSIDE, 4)[:1]
            p = where[0].last if where else sent.last
        whose, end = self._whose_unit(p, sent.last)
        preps = TO if reading.lemma in COMING else INSIDE
        where = where or self.syntax.with_prep(end, min(sent.last, end + 7), preps, 6)[:1]
        for one in whose if where else ():
            self._stands(one, where[0], status or "asserted", i, f"frame:deployed_in:{reading.lemma}:unit")

    def _whose_unit(self, p: int, last: int) -> tuple[list[Chunk], int]:
        """300 مقاتل من س, دفعة جديدة من القوات س, رتل عسكري س: whose the unit at p is, and where the phrase ends."""
        doc, seen = self.doc, False
        for q in range(p, min(last, p + FAR)):
            chunk, info = self.syntax.at[q], doc.infos[q]
            if chunk is not None and chunk.kind == "title" and not chunk.actor and chunk.length == 1:
                chunk = None  # مقاتل من س: no office
            if chunk is not None:
                seen = seen or (q > p and chunk.by == "state:head" and chunk.head in UNITS)  # 200 جندي رواندي
                armed = chunk.by == "state:head" or self._type(chunk) == "militia" or chunk.kind == "nisba"
                if chunk.first != q or chunk.lead or not (armed and seen) or self._type(chunk) not in TARGETS:
                    return [], q
                if chunk.kind == "nisba" and chunk.definite:
                    return [], q
                whose = self.syntax.coordinated(chunk, last)
                return whose, whose[-1].last
            form = info.word.fold
            bare = form != "عسكري" or doc.infos[q - 1].number or doc.infos[q - 1].word.fold in NUMBERS
            seen = seen or (form in UNITS and bare)  # 600 عسكري, not تمركز عسكري
            counted = info.number or form in NUMBERS or form in ABOUT or form in UNITS
            kind = seen and form.endswith(("ي", "يه", "ده", "يا", "ين", "ون")) and not info.closed and not info.definite
            if not (counted or kind):
                return [], q
        return [], p

    def _unit_had(self, i: int) -> None:
        """لدى س 1500 جندي في ص, لس مستشارون عسكريون في ص: who has the men at i, and where."""
        doc = self.doc
        sent = doc.sents[self.syntax.sent_of[i]]
        k = i
        while k > sent.first and (
            self.syntax.at[k - 1] is None and (doc.infos[k - 1].number or doc.infos[k - 1].word.fold in NUMBERS | ABOUT)
        ):
            k -= 1
        owner = self._having_one(k, sent.first) if self.syntax.at[i] is None else None
        if owner is None:
            return
        p = i + 1
        while p < sent.last and self.syntax.at[p] is None and not doc.infos[p].prep:
            if not doc.infos[p].word.fold.endswith(("يون", "يين", "يه", "ي")):
                break
            p += 1
        for where in self._where(p, sent.last):
            self._stands(owner, where, "asserted", i, "frame:deployed_in:has")
