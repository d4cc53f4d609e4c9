"""Who does: the subject of a verb among the noun phrases around it.

Arabic news puts the verb first and its subject right after it (adverbials may come between), or the subject first at
the head of a clause; a verb without either goes on with the subject before it. A verb that precedes its subject
agrees with it in gender: that is what tells most wrong subjects.
"""

from __future__ import annotations

from loaders.doc import Chunk
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.phrases import AGENTS, DELEGATES, NUMBERS, SPEAKERS, STOPPERS, WITH_PRONOUN
from loaders.preceding import MANY, Args, Preceding
from loaders.text import QUOTES

BUT = frozenset(("لكنه", "لكنها", "لكنهم", "لكنهما"))
HITTING = word_set("relations.hitting")
TARGETS = word_set("clause.targets")
HERS = frozenset(("منها", "عنها", "عليها", "اليها", "معها", "لها"))
HIS = frozenset(("منه", "عنه", "عليه", "اليه", "معه", "له"))
PRONOUN_ENDS = {"3ms": "نه", "3fs": "نها", "3p": "نهم", "3d": "نهما"}
TWO_SIDES = word_set("clause.two_sides")
"""Two whom the text has told of before, or whom the adjectives behind tell."""
MANY_OF = frozenset(("عدد", "كثير", "الكثير", "العديد", "عشرات", "مييات"))
CROWDS = frozenset(("اكثر", "العشرات", "الميات", "الالاف"))
"""What stands before من and those who act."""
COMING = word_set("subjects.coming")
"""Verbs of forces that come and stay."""
WAVES = word_set("subjects.waves")
"""Parts of forces that come."""

OF_HIM = frozenset(("منه", "منها", "منهم", "اليه", "اليها"))
"""Of whom one asks something, told by a pronoun."""


class Subjects(Preceding):
    """Subjects of verbs."""

    def subject(self, i: int, reading: Reading, stop: int) -> Args:
        if reading.pos == "verb" and reading.person in ("1s", "1p"):
            return Args()  # ندين قرار س: the speaker is the subject
        k = i - 1
        while k > 0 and self.doc.infos[k].word.fold in ("لم", "لن", "لا", "قد", "سوف"):
            k -= 1
        prev = self.doc.infos[k] if i else None
        if (
            prev is not None
            and ("complement" in prev.closed or prev.word.fold.removeprefix("و") in BUT)
            and prev.word.fold.endswith(PRONOUN_ENDS[reading.person[:3]] if reading.person in PRONOUN_ENDS else "\0")
        ):
            return Args()  # إنه سيلتقي: the pronoun is the subject
        if reading.lead == "و" and (shared := self.twin(i)) is not None:
            return Args([shared], shared.last, how="before")
        before = self._before(i, reading) if reading.pos == "verb" else Args()
        if not before.chunks and not before.other and reading.pos == "verb":
            front = self._in_front(i, reading, self.doc.sents[self.sent_of[i]].first)
            before = Args([front], front.last, how="before") if front is not None else before
        woman = before.how == "relative" and before.chunks[0].gender == "f"
        told = before.how == "relative" and self._told_of(i, stop, woman)  # التي تقول أنقرة إنها
        back = HERS if woman else HIS if not before.chunks or before.chunks[0].gender else HERS | HIS
        doer = self.at[i + 1] if i + 1 < stop else None
        behind = doer.last if doer is not None and doer.first == i + 1 and not doer.lead else i
        taken = told or any(
            info.word.fold in back for info in self.doc.infos[behind + 1 : min(stop, behind + (3 if behind > i else 2))]
        )  # التي سحبت منها س, التي تصنف س العديد منها
        if before.how == "relative" and (taken or reading.pronoun == ("3fs" if woman else "3ms")):
            after = self._after(i, reading, stop)
            if after.chunks:
                return after  # الجماعة التي تمولها س: the pronoun is the head
        if before.how in ("before", "relative", "nisba") or (before.how == "head" and reading.lead == "ف"):
            return before
        if reading.pos == "verb" and reading.person in ("3p", "3d"):
            return before  # a verb that precedes its subject is singular
        after = self._after(i, reading, stop)
        fronted = before.how == "head" and not reading.lead and self.doc.texts[i - 1] in "،,"
        if after.chunks and fronted and not reading.pronoun and self._opens_all(before.chunks[0], i):
            return before  # والسعودية، التي تقود تحالفا، تتهم إيران
        if after.other and fronted and self.doc.infos[after.end].word.fold.removeprefix("ال") not in SPEAKERS:
            return before  # لكن الحكومة السورية المدعومة من س، نفت استخدام ص
        if after.chunks and fronted and before.chunks[0].kind == "person" and after.chunks[0].kind != "person":
            return before  # فلان، الذي تعترف به دول، يدعو الجيش إلى
        if after.chunks or after.other or not before.chunks:
            return after
        return before

    def _after(self, i: int, reading: Reading, stop: int) -> Args:
        doc = self.doc
        p, adverbial, phrased, each, limit = i + 1, False, False, False, min(stop, i + 26)
        while p < limit:
            text, info = doc.texts[p], doc.infos[p]
            chunk = self.at[p]
            if doc.dated[p] or self.is_adverb(p):
                if info.word.fold in ("كل", "كلا") and p + 1 < limit and doc.infos[p + 1].word.fold == "من":
                    if info.word.fold == "كلا":
                        break  # واتهم كلا من س وص: accused
                    p, each = p + 2, True  # اتهم كل من السعودية وتركيا: the verb agrees with كل
                    continue
                p, adverbial = p + 1, True
                continue
            if info.word.fold in WITH_PRONOUN and not info.prep:
                p, adverbial = p + 1, True  # صفقة طلبت بموجبها س
                continue
            if text in "(":
                q = p
                while q < limit and doc.texts[q] != ")":
                    q += 1
                p, adverbial = q + 1, True
                continue
            if text in "،,":
                nxt = doc.infos[p + 1] if p + 1 < limit else None
                if not adverbial and not (nxt is not None and (nxt.prep or doc.dated[p + 1])):
                    break
                p, adverbial = p + 1, True
                continue
            if text in QUOTES:
                nxt_chunk = self.at[p + 1] if p + 1 < limit else None
                if nxt_chunk is not None and nxt_chunk.last < limit and doc.texts[nxt_chunk.last] in QUOTES:
                    p += 1
                    continue
                break
            if text in ":؛.!؟-–\n" or (info.closed & STOPPERS and not info.prep) or self.thing(reading.lemma, p):
                break
            if "complement" in info.closed:
                break
            if chunk is not None and chunk.first == p:
                if chunk.lead == "" and chunk.kind in AGENTS:
                    told = chunk
                    chunk = self.bearer(told)
                    led = chunk is not told and not DELEGATES.isdisjoint(info.word.rests)  # زار وفد برئاسة فلانة
                    oblique = doc.texts[chunk.first].endswith("ين") and (
                        chunk.kind == "militia" or (chunk.kind in ("title", "nisba") and chunk.number != "s")
                    )
                    if oblique and not self._one_of_many(p, i):
                        break  # أرسل مقاتلين: an accusative is no subject
                    suits = each or led or self.agrees(reading, chunk)
                    if suits and chunk.kind != "nisba" and not self._accusative(chunk):
                        if (whole := self.part_of(chunk)) is not None:
                            return Args([whole], whole.last, how="after")
                        found = self.coordinated(chunk, stop)
                        return Args(found, self.modified(found[-1].last, stop), how="after")
                    break
                if chunk.lead[-1:] in ("ب", "ل", "ك"):
                    p, adverbial = chunk.last, True
                    continue
                break
            if (
                info.prep == "نحو"
                and p + 1 < limit
                and (doc.infos[p + 1].number or doc.infos[p + 1].word.fold in NUMBERS)
            ):
                p += 1
                continue
            if info.word.fold in CROWDS and p + 2 < limit and doc.infos[p + 1].word.fold == "من":
                p += 2  # انتشر أكثر من ألف عنصر من س, دخل المئات من مسلحي س
                continue
            if info.number or (info.word.fold in NUMBERS and self.at[p] is None and (p > i + 1 or not info.prep)):
                p += 1  # but وطلب من حلف الناتو
                continue
            if info.prep:
                q = self._phrase(p, limit)
                if q == p:
                    break
                p, adverbial, phrased = q, True, phrased or info.word.fold != "منذ"
                continue
            if (
                any(lead and lead[-1] in "بل" for lead, _ in info.word.splits)
                and (adverbial or p == i + 1)
                and self._clitic_phrase(p)
            ):
                if any(r.pos == "masdar" for r in info.verbs) and p + 1 < limit and self.at[p + 1] is not None:
                    break  # سافر إلى بكين للقاء فلان
                p, adverbial = p + 1, True
                while p < limit and doc.texts[p].startswith("ال") and self.at[p] is None:
                    p += 1
                continue
            sides = self.at[p + 1] if info.word.fold in TWO_SIDES and p + 1 < limit else None
            if sides is not None and sides.first == p + 1 and sides.kind == "nisba":
                found = self.coordinated(sides, stop)  # الجانبان التركي والروسي
                if len(found) > 1:
                    return Args(found, found[-1].last, how="after")
            if info.word.fold in TWO_SIDES and (named := self.named_sides(p + 1, limit)):
                if text.endswith("ين"):
                    break  # يدعو الطرفين، س وص، إلى: objects
                return Args(named, named[-1].last + 1, how="after")
            if info.word.fold in WAVES and (wave := self._wave(p + 1, limit)) is not None:
                return Args([wave], wave.last, how="after")
            if info.word.fold in DELEGATES and text.rstrip("\u064b").endswith("ا"):
                break  # كما استقبل وفدا برئاسة فلان: an object
            if (leader := self.led(p, limit)) is not None:
                return Args([leader], leader.last, how="after")
            if (body := self.headed_by(p, limit)) is not None:
                return Args([body], body.last, how="after")
            near = range(p + 2, min(limit, p + 6)) if info.word.fold in DELEGATES else range(0)
            sender = next((c for q in near if (c := self.at[q]) is not None), None)
            if sender is not None and self.delegation(sender) == p:
                return Args([sender], sender.last, how="after")
            if info.word.fold in ("بما", "بمن"):
                break
            if p == i + 1 and self._hit_by_one(reading, p) and (strikers := self.strikers(p, stop)):
                return Args(strikers, strikers[-1].last, how="after")  # استهدف قصف تركي قرى س: قصف is no verb there
            if reading.lemma == "طلب" and p > i + 1 and doc.infos[i + 1].word.fold in OF_HIM:
                break  # وطلب منه الإفراج عن: what he asks for
            # a noun that is no actor right after the verb is its subject
            if (doc.texts[p][0].isalpha() and not info.closed and not info.verbs) or (
                info.verbs and all(r.pos != "verb" for r in info.verbs)
            ):
                if reading.pronoun and info.word.fold.removeprefix("ال") not in SPEAKERS:
                    break  # وحملها مسؤولية: a second object
                if reading.lemma in HITTING and info.word.fold in TARGETS and reading.lead:
                    break  # وقصفت مواقع س: what is hit
                if reading.lemma in HITTING and (strikers := self.strikers(p, stop)):
                    return Args(strikers, strikers[-1].last, how="after")
                if info.word.fold in MANY and (some := self._some(p, stop)):
                    return Args(some, some[-1].last, how="after")
                if self.of_theirs(p):
                    break  # وأشاد بجهوده
                if reading.lemma in COMING and (owner := self.men_of(p, stop)) is not None:
                    return Args([owner], owner.last, how="after")
                if (maker := self.maker(p, stop) or self.court(p, stop, reading.lemma)) is not None:
                    return Args([maker], maker.last, how="after")
                if p > i + 1 and phrased and not info.definite:
                    break  # سيوقع مع بوتين اتفاقا: an object, more likely
                return Args([], p, other=True)
            break
        return Args([], p)

    def _one_of_many(self, p: int, i: int) -> bool:
        """دعا عدد من المسؤولين السوريين: whether the group at p, behind the verb at i, is told by how many of it."""
        return p > i + 2 and self.doc.infos[p - 1].word.fold == "من" and self.doc.infos[p - 2].word.fold in MANY_OF

    def _hit_by_one(self, reading: Reading, p: int) -> bool:
        """استهدف قصف تركي: whether the indefinite word at p may be the strike that a verb of hitting tells of."""
        return reading.lemma in HITTING and not reading.pronoun and not self.doc.infos[p].definite

    def _accusative(self, chunk: Chunk) -> bool:
        """الإيطاليين, رتلا للجيش الصومالي: an ending that no subject has."""
        if chunk.by == "state:head" and self.doc.texts[chunk.first].rstrip("\u064b").endswith("ا"):
            return True
        return chunk.length == 1 and self.doc.texts[chunk.first].endswith("يين") and chunk.by == "nisba"
