"""Whom a preposition governs: إلى X, بX, على عدد من مواقع X."""

from __future__ import annotations

from loaders.authored import Authored
from loaders.coordination import DESCRIBING
from loaders.doc import Chunk
from loaders.lexicon.sets import word_set
from loaders.owners import PARTS, THROUGH
from loaders.phrases import CONSTRUCT, DELEGATES, NUMBERS
from loaders.text import QUOTES

REACTING = word_set("clause.reacting")
"""ردا على, حصل على: the preposition belongs to this word, not to the act before it."""
SOURCED = frozenset(("وفقا", "حسب", "بحسب", "حسبما"))
"""Words before the source of what is told, who has no part in it."""
ANSWERING = frozenset(("ردا", "انتقاما"))
"""What an act is told to answer follows; whom the act reaches stood before."""
SHARES = word_set("governed.shares")
"""Words for a part of a whole (الجزء الأكبر من, بالمئة من)."""
OF_SHARES = frozenset(
    ("من", "في", "الاكبر", "كبير", "كبيره", "واسعه", "شاسعه", "الاعظم", "مساحه", "اراضي", "صغير", "صغيره")
)
OF_A_WHOLE = frozenset(("من", "مساحه", "اراضي", "نصف", "ثلث", "ثلثي", "ربع"))
"""Words right before the whole (95 في المئة من مساحة س, أكثر من نصف ص)."""
ROUGHLY = frozenset(("نحو", "حوالي", "اكثر", "اقل", "من", "ازيد", "قرابه"))
IN_FAVOUR = frozenset(("لصالح", "لمصلحه"))
AS_PREPOSITIONS = IN_FAVOUR | {"مواجهه"}
"""Nouns that a frame may name as it names a preposition (صوت لصالح س, تدخل في مواجهة ص)."""
LASTING = word_set("governed.lasting")
"""Verbs of how long something takes, which stand within its noun phrase."""
LINKED = word_set("clause.linked")
ALL = frozenset(("كل", "كافه", "جميع"))
EACH = frozenset(("كل", "كلا"))
ANY = frozenset(("اي", "ايه"))
CALLED = word_set("clause.called")
"""Verbs of calling with the pronoun of what is called (بما وصفه)."""
SIDES: dict[str | None, tuple[str, ...]] = {
    "من": ("قبل", "جانب", "طرف", "قبضه", "سيطره", "ايدي", "يد"),
    "الي": ("جانب",),
    "علي": ("شرف", "عاتق", "كاهل"),
}


COUNTS = NUMBERS - {"من", "حوالي", "زهاء", "قرابه", "عدد"}
"""Numbers in words, and not what makes them rough."""
CHOSEN = frozenset(("اخر", "ابرز", "اكبر", "اهم", "احد", "احدي", "بقايا"))
"""Words before the one of somebody's things that is meant (آخر معاقل س)."""
LEADING = DELEGATES | word_set("governed.leading")
"""Those of a body who are met (اجتمع بقيادات الحركة)."""
SENIOR = word_set("governed.senior")

VERB = frozenset(("verb",))
"""Kinds of readings of a form that is nothing else."""


class Governed(Authored):
    """Noun phrases behind a preposition, by themselves or as owners of the noun behind it."""

    def through(
        self, start: int, stop: int, preps: frozenset[str], reach: int = 10, nouns: frozenset[str] | None = None
    ) -> list[Chunk]:
        """As with_prep, but the preposition governs a noun that is the actor's (رحب بجهود الرياض), one of `nouns`."""
        doc, p = self.doc, start
        while p < min(stop, start + reach):
            info, chunk = doc.infos[p], self.at[p]
            if chunk is not None and chunk.first == p:
                p = chunk.last
                continue
            if info.prep in preps:
                form = doc.infos[p + 1].word.fold if p + 1 < stop else ""
                meant = form not in CONSTRUCT and (
                    nouns is None or form.removeprefix("ال") in nouns
                )  # على لسان فلان: not against him
                return self.behind(p + 1, stop) if meant else []
            if (
                preps & {"ب", "ل"}
                and any(
                    lead and lead[-1] in preps and len(rest) > 2 and (nouns is None or rest.removeprefix("ال") in nouns)
                    for lead, rest in info.word.splits
                )
                and not info.closed
                and info.kinds != VERB
            ):
                return self.behind(p, stop)
            whole = info.word.fold[:1] in preps and info.word.fold[1:] in ALL and p + 1 < stop
            if whole and (nouns is None or doc.infos[p + 1].word.fold.removeprefix("ال") in nouns):
                return self.behind(p + 1, stop)  # تأييدها لكل الإجراءات التي تتخذها س
            if "complement" in info.closed or doc.texts[p] in ":؛." or (p > start and info.kinds == VERB):
                return []
            p += 1
        return []

    def with_prep(self, start: int, stop: int, preps: frozenset[str], reach: int = 18) -> list[Chunk]:
        """The first chunk from `start` on that one of the prepositions governs (إلى X, بX), and those joined to it."""
        doc, p, limit = self.doc, start, min(stop, start + reach)
        while p < limit:
            info, chunk = doc.infos[p], self.at[p]
            if chunk is not None and chunk.first == p:
                if chunk.lead and chunk.lead[-1] in preps and not self._its_lord(p, start):
                    return self.coordinated(self.bearer(chunk), stop)
                p = chunk.last
                continue
            if info.prep in preps and not (info.prep == "علي" and p and doc.infos[p - 1].word.fold in REACTING):
                found = self._behind_preposition(p, stop, limit)
                if found:
                    return found
            if info.word.fold[:1] in preps and info.word.fold[1:] in ANY and p + 1 < stop and chunk is None:
                some = self.at[p + 1]  # اجتمع بأي مسؤول إسرائيلي
                if some is not None and some.first == p + 1 and not some.lead:
                    return self.coordinated(some, stop)
            if info.word.fold in preps and info.word.fold in AS_PREPOSITIONS and p + 1 < stop:
                return self.behind(p + 1, stop)
            if info.word.fold[:1] in preps and info.word.fold[1:] in EACH and p + 2 < stop and chunk is None:
                all_of = self.at[p + 2] if doc.infos[p + 1].word.fold == "من" else None
                if all_of is not None and all_of.first == p + 2 and not all_of.lead:
                    return self.coordinated(all_of, stop)  # التقى بكل من س وص
            if info.word.fold == "بما" and "ب" in preps:
                return self._so_called(p + 1, stop)
            delegation = "ب" in preps and info.word.fold[:1] == "ب" and info.word.fold[1:] in DELEGATES
            if delegation and (head := self.led(p, stop) or self.of_them(p, stop)):
                return self.coordinated(head, stop)  # اجتمع بوفد برئاسة فلان
            # لتعلن: a verb, whatever its first letter is elsewhere
            for lead, rest in info.word.splits[1:] if chunk is None and info.kinds != VERB else ():
                of_him = lead[-1] == "ل" or rest not in THROUGH or rest in LEADING  # بمقر الحكومة tells where
                if lead[-1] in preps and of_him:
                    found = self.owner_of(p, stop, rest)
                    if found:
                        return found  # تعازيه للشعب التركي, بمستشاره فلان
            if "complement" in info.closed or doc.texts[p] in ":؛" or info.word.fold in SOURCED:
                break
            if info.word.fold in ANSWERING:  # شن س غارات ردا على هجوم على ص
                p = next((q + 1 for q in range(p + 1, limit) if doc.texts[q] in "،,"), limit)
                continue
            verbal = "verb" in info.kinds and "masdar" not in info.kinds and not info.closed
            if verbal and chunk is None and not info.lemmas.isdisjoint(LASTING):
                p += 1  # زيارة استمرت يومين إلى س
                continue
            if verbal and p > start and chunk is None and not doc.infos[p - 1].prep:  # على رأس: no verb
                break
            p += 1
        return []

    def _its_lord(self, p: int, start: int) -> bool:
        """لإطلاق الميليشيا التابعة لس صواريخ: whether the one at p is only whose the one before is."""
        if p <= start or self.doc.infos[p - 1].word.fold not in DESCRIBING:
            return False
        arm = self.at[p - 2] or (self.at[p - 3] if p > start + 1 and self.doc.infos[p - 2].definite else None)
        return arm is not None and arm.last >= p - 2  # الحكومة السابقة الموالية لس

    def _so_called(self, p: int, stop: int) -> list[Chunk]:
        """ندد بما وصفه «انتهاك» تركيا سيادة س: whose the noun is that somebody calls it."""
        doc = self.doc
        if p + 1 >= stop or doc.infos[p].word.fold not in CALLED:
            return []
        q = p + 1
        while q < stop and doc.texts[q] in QUOTES:
            q += 1
        end = q + 1
        while end < stop and doc.texts[end] in QUOTES:
            end += 1
        chunk = self.at[end] if end < stop else None
        if end > q + 1 and chunk is not None and chunk.first == end and not chunk.lead:
            return [chunk]  # «انتهاك» تركيا
        return self.behind(q, stop) if q < stop else []

    def _behind_preposition(self, p: int, stop: int, limit: int) -> list[Chunk]:
        """Whom the preposition at p governs, itself or by a noun that is his, and those joined to him."""
        doc = self.doc
        q = self._before_governed(p, limit)
        if q < limit and doc.infos[p].prep == "مع" and (head := self.led(q, stop)) is not None:
            return self.coordinated(head, stop)  # مع وفد س برئاسة فلان
        if (
            q + 2 < limit
            and self.at[q] is None
            and doc.infos[q + 1].word.fold in LINKED
            and (linked := self.at[q + 2]) is not None
            and linked.first == q + 2
            and linked.lead[-1:] in ("ب", "ل")
        ):
            return self.coordinated(linked, stop)  # على 26 شركة مرتبطة بفلان
        if q + 2 < limit and doc.infos[q].word.fold in PARTS and doc.infos[q + 1].prep == "من":
            q += 2
        target = self.at[q] if q < limit else None
        if (named := self.called(q, limit)) is not None:
            target = named
        elif target is None or target.first != q:
            target = self.possessor(q, limit)
            if target is None and q < limit:
                target = self.held_by(q, stop) or self.body_of(q, stop)
        if target is not None:
            return self.coordinated(target, stop)
        owned = self.owner_of(q, stop, doc.infos[q].word.fold) if q < limit else []
        return owned or self._some(q, stop)

    def _before_governed(self, p: int, limit: int) -> int:
        """Over what may stand between the preposition at p and its noun: quotes, كل من, من قبل, numbers."""
        doc, q = self.doc, p + 1
        while q < limit and doc.texts[q] in QUOTES:
            q += 1
        if (whole := self._share(q)) is not None:
            return whole
        if q + 1 < limit and doc.infos[q].word.fold == "كل" and doc.infos[q + 1].word.fold == "من":
            q += 2
        if q < limit and self.at[q] is None and doc.infos[q].word.fold in SIDES.get(doc.infos[p].prep, ()):
            q += 1  # من قبل س, إلى جانب س
        q = self.over_count(q, limit) or q
        while q + 1 < limit and (
            doc.infos[q].number or (doc.infos[q].word.fold in NUMBERS and self.at[q] is None and not doc.infos[q].prep)
        ):
            q += 1
        part = doc.infos[q - 1].word.fold in PARTS or doc.infos[q - 1].word.fold in COUNTS or doc.infos[q - 1].number
        if q + 1 < limit and doc.infos[q].word.fold == "من" and part:
            q += 1  # على عدد من مواقع س
        if q + 1 < limit and doc.infos[q].word.fold in CHOSEN and self.is_thing(q + 1):
            q += 1  # على آخر معاقل س
        if q + 1 < limit and doc.infos[q].word.fold in SENIOR and self.at[q] is None and self.at[q + 1] is not None:
            q += 1  # على كبار المسؤولين في س
        return q

    def _share(self, q: int) -> int | None:
        """سيطر على نحو 80 بالمئة من س, على الجزء الأكبر من ص: where the whole begins whose part is at q."""
        doc, part = self.doc, False
        for p in range(q, min(self.doc.n, q + 10)):
            info = doc.infos[p]
            if self.at[p] is not None:
                whole = p > q and doc.infos[p - 1].word.fold in OF_A_WHOLE and self.at[p].first == p  # type: ignore[union-attr]
                return p if whole and part else None
            part = part or info.word.fold in SHARES or (p > q and doc.texts[p][-1] in "%٪")
            counted = info.number or info.word.fold in NUMBERS or doc.texts[p] in '%٪"“”'
            percent = (
                info.word.fold == "في" and p > q and doc.infos[p - 1].number and doc.infos[p + 1].word.fold in SHARES
            )
            if not (counted or part or percent or info.word.fold in ROUGHLY):
                return None
            if part and not (counted or info.word.fold in SHARES or info.word.fold in OF_SHARES):
                return None
        return None
