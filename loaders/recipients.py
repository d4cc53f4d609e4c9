"""Whom a noun of doing reaches without a preposition before his name: a pronoun, what is his own, an accused."""

from __future__ import annotations

from loaders.doc import Chunk
from loaders.lexicon.frames import Frame
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.possessors import Possessors
from loaders.text import QUOTES

STANCES = word_set("relations.stances")
"""What is somebody's own, so that who supports it supports him (وحدة العراق, الموقف المصري)."""
PRONOUNS = {
    "له": ("ل", "3ms"),
    "لها": ("ل", "3fs"),
    "اليه": ("الي", "3ms"),
    "اليها": ("الي", "3fs"),
    "معه": ("مع", "3ms"),
    "معها": ("مع", "3fs"),
    "به": ("ب", "3ms"),
    "بها": ("ب", "3fs"),
    "عليه": ("علي", "3ms"),
    "عليها": ("علي", "3fs"),
    "منه": ("من", "3ms"),
    "منها": ("من", "3fs"),
    "فيه": ("في", "3ms"),
    "فيها": ("في", "3fs"),
}
"""Prepositions with a pronoun, and the person of it."""
HOSTILE = word_set("relations.hostile")
"""What one is ready for when one offers nothing (مستعدة لتوجيه ضربة)."""
CHARGED_WITH = word_set("relations.charged_with")
SHOTS = word_set("relations.weapons")
CRIMES = frozenset(("جرايم", "جريمه", "مجرم", "مجرمي", "بجرايم", "لجرايم"))
LIFTING = frozenset(("رفع", "رفعت", "يرفع", "ترفع", "سحب", "سحبت", "وسحب", "ورفع"))
"""Verbs of giving up an objection."""
ABOUT = frozenset(("لجهه", "بشان", "حول", "بخصوص"))
BY_ONESELF = word_set("recipients.by_oneself")
"""Verbs whose noun has its doer as possessor (تدخل روسيا, تورط فلان)."""
ACCEPTING = frozenset(("تلبيه", "وتلبيه", "قبول", "قبل", "قبلت", "لبي", "لبت"))
"""Words before an invitation that is taken up."""
ENDING = word_set("relations.withdrawn")
GIVING_UP = word_set("recipients.giving_up")
"""Nouns of giving up what عن and a noun of doing tell (التخلي عن دعم س)."""
TAKING_BACK = word_set("recipients.taking_back")
GOODS = word_set("recipients.goods")
TRANSITIVE = word_set("recipients.transitive")
"""Nouns of doing whose object may stand right behind their doer."""
HARMS = word_set("relations.harms")
ADDRESSING = word_set("recipients.addressing")
"""Nouns of what one says to somebody, who may stand right behind the doer (اتهام فلان إيران ب)."""
KEEPING = word_set("recipients.keeping")
"""What is done with an agreement by whoever stands by it (تنفيذ الاتفاق)."""


NEEDED = word_set("recipients.needed")
"""What is said of a meeting, and does not tell it (ضرورة الحوار مع س, انتظارا لنتائج محادثات مع ص)."""


class Recipients(Possessors):
    """Adds whom a noun of doing reaches."""

    def _accused(self, cue: int, i: int) -> list[Chunk]:
        """اتهم س ص بدعم ع: whose doing it is, if it is anybody's."""
        ids = {p.object for p in self.out if p.type == "ACCUSED" and p.trigger == cue}
        found = [c for c in self.cast.chunks if cue < c.first and c.last <= i and c.actor in ids]
        return found[:1]

    def _blamed_for(self, start: int, last: int) -> list[Chunk]:
        """ألقى باللوم على سياسة س, على «عدائية» س: whose the thing is that the blame falls on."""
        doc = self.doc
        p = next((p for p in range(start, min(last - 2, start + 5)) if doc.infos[p].prep == "علي"), None)
        if p is None:
            return []
        noun = p + 2 if doc.texts[p + 1] in QUOTES else p + 1
        deed = any(r.pos == "masdar" for r in doc.infos[noun].verbs)  # على اقتطاع مخصصات س
        return [] if deed else self.syntax.behind(p + 1, min(last, p + 6))

    def _blamed(self, p: int, last: int) -> list[Chunk]:
        """اتهامات أمريكية بتدخل روسي, اتهامات س لجهة تورط ص, تشتبه في أن ص: whose doing one is accused of."""
        doc, syntax = self.doc, self.syntax
        if p + 1 < last and doc.infos[p].word.fold == "في" and doc.infos[p + 1].word.fold == "ان":
            p += 1
        if p < last and doc.infos[p].word.fold in ABOUT | {"في"}:
            p += 1
        elif p < last and doc.infos[p].word.fold in ("بان", "ان"):
            led = syntax.at[p + 1] if p + 1 < last else None
            then = doc.infos[led.last].verbs if led is not None and led.last < last else ()
            if led is not None and self._type(led) == "person" and any(r.lemma in HARMS for r in then):
                return []  # تشتبه في أن فلانا قتل
            return [led] if led is not None and led.first == p + 1 and not led.lead and led.kind != "nisba" else []
        elif not (p < last and syntax.at[p] is None and doc.infos[p].word.fold.startswith("ب")):
            return []
        if p + 1 >= last or not any(r.pos == "masdar" for r in doc.infos[p].verbs):
            return []
        doer = syntax.at[p + 1]
        if doer is None or doer.first != p + 1 or doer.lead:
            return []
        if doer.kind == "nisba":
            return [] if doc.infos[p].definite != doer.definite else [doer]
        own = any(r.pos == "masdar" and r.lemma in BY_ONESELF and not r.definite for r in doc.infos[p].verbs)
        return syntax.coordinated(doer, last) if own or self._to_whom(doer.last, doer.last + 1) else []

    def _cognate(self, p: int, last: int, lemma: str) -> int:
        """ترفض رفضا قاطعا كذا: behind the noun of the verb itself, which only strengthens it."""
        doc = self.doc
        if p >= last or not any(r.pos == "masdar" and r.lemma == lemma and not r.definite for r in doc.infos[p].verbs):
            return p
        if not doc.texts[p].rstrip("\u064b").endswith(("ا", "ة")):
            return p
        q = p + 1
        while q < min(last, p + 3) and self.syntax.at[q] is None and doc.texts[q].rstrip("\u064b").endswith(("ا", "ة")):
            q += 1
        return q

    def _tells_nothing(self, frame: Frame, i: int, reading: Reading, first: int) -> bool:
        """تلبية لدعوة س, للاستعداد لكأس العالم, رفضته س رفضا: a noun of doing that tells no such act."""
        prior = self.doc.infos[i - 1].word.fold if i > first else ""
        if (frame.lemma == "دعا" and prior in ACCEPTING) or (frame.lemma == "استعد" and reading.prep == "ل"):
            return True
        verbs = (
            p for p in range(i - 1, max(first, i - 4), -1) if self.syntax.at[p] is None and self.doc.infos[p].verbs
        )
        if (p := next(verbs, None)) is not None and self._verbal(p) and self.syntax.asked_to(p, first):
            return True  # اقترح على المجلس أن يبدي قلقه حيال س
        place = self.syntax.at[i - 1] if reading.definite and "participle" in self.doc.infos[i].kinds else None
        if place is not None and place.last == i and frame.type == "ATTACKED":
            return True  # الغوطة الشرقية المحاصرة: an adjective
        if frame.lemma == "حارب" and prior in CRIMES:
            return True  # جرائم حرب في س
        theirs = frame.type == "SUPPORTS" and reading.prep == "ل" and reading.pronoun
        if theirs and any(p.type == "SANCTIONED" and first <= p.trigger < i for p in self.out[-6:]):
            return True  # فرضت س عقوبات على شركات لمساعدتها ص: not she
        if frame.type == "MET" and prior in NEEDED and not reading.pronoun:
            return True  # أكد س ضرورة الحوار مع ص
        if frame.lemma == "أمد" and prior.endswith(("خطوط", "طرق", "خط", "طريق")):
            return True  # خطوط إمداد س المؤدية إلى ص
        if frame.type == "DETAINED" and self.doc.texts[i].endswith("هم"):
            return True  # تجنيد الأطفال واختطافهم: nobody who is named
        if frame.type == "MET" and any("قاطع" in info.lemmas for info in self.doc.infos[max(first, i - 4) : i]):
            return True  # قاطعت س اجتماع ص
        shot = frame.lemma == "اعترض" and any(w.word.fold in SHOTS for w in self.doc.infos[i + 1 : i + 3])
        if shot or (frame.lemma == "اعترض" and prior in LIFTING):
            return True  # اعتراض صاروخ, رفع اعتراضه على
        if reading.definite or reading.prep or reading.pronoun or not self.doc.texts[i].rstrip("\u064b").endswith("ا"):
            return False
        before = (r for word in self.doc.infos[max(first, i - 6) : i] for r in word.verbs)
        return any(r.pos == "verb" and r.lemma == reading.lemma for r in before)

    def _invites(self, i: int, last: int) -> bool:
        """دعا س ص لزيارة ع: an invitation (ONTOLOGY.md, Borderline 16)."""
        near = range(i + 1, min(last, i + 14))
        to = next((p for p in near if self.doc.infos[p].prep == "الي" and self.syntax.at[p] is None), None)
        town = self.syntax.at[to + 1] if to is not None else None
        guest = self.syntax.at[to - 1] if to is not None else None
        comes = guest is not None and guest.last == to and self._type(guest) == "person"
        if to is not None and comes and town is not None and town.first == to + 1 and town.kind == "place":
            return True  # دعا س فلانا إلى القاهرة
        forms = [self.doc.infos[p].word.fold for p in near]
        return any(
            form.startswith(("لزيار", "للزيار", "بزيار")) or (form.startswith("زيار") and before in ("الي", "علي"))
            for before, form in zip(["", *forms], forms, strict=False)
        )

    def _near(self, frame: Frame, start: int, last: int, subjects: list[Chunk]) -> list[Chunk]:
        """The first noun phrase of a fitting kind within the clause, and those joined to it."""
        for p in range(start, min(last, start + 10)):
            if self.doc.texts[p] in "،,؛:." or self.doc.infos[p].word.fold in HOSTILE:
                break
            c = self.syntax.at[p]
            if c is not None and c.first == p and self._type(c) in frame.objects and c not in subjects:
                if self.doc.infos[p - 1].prep == "في" and self._type(c) == "organization":
                    break  # الموافقة على قرار في المجلس: where
                return self.syntax.coordinated(c, last)
            if c is None and self.doc.infos[p].word.fold in PRONOUNS and p > start:  # لإرسال مساعدات إليها
                person = PRONOUNS[self.doc.infos[p].word.fold][1]
                who = self._antecedent(p, person, subjects)
                if who is not None and any(self._own(s.actor or "", who.actor or "") for s in subjects):
                    who = self._antecedent(p, person, [*subjects, who])  # not his own land
                return [who] if who is not None and self._type(who) in frame.objects else []
        return []

    def _of_its_own(self, frame: Frame, p: int, last: int) -> list[Chunk]:
        """دعم استقرار لبنان, زيارة العاصمة الفرنسية: whose the noun behind a noun of doing is."""
        if frame.type == "VISITED" and p < last and self.doc.infos[p].word.fold == "العاصمه":
            return self.syntax.owner_of(p, last, "العاصمه")
        if frame.type == "SUPPORTS" and (deal := self._deal_kept(p, last)):
            return deal
        named = frame.type == "SANCTIONED" and p < last and self.doc.infos[p].word.fold in frame.needs  # تعليق عضوية س
        return self.syntax.objects(p, last, 2) if named or self._owned(frame, p, last) else []

    def _deal_kept(self, start: int, last: int) -> list[Chunk]:
        """تدعم العودة إلى اتفاق, تأييدها تنفيذ القرار: the agreement that is to be kept or carried out."""
        if start >= last or self.syntax.at[start] is not None:
            return []
        form = self.doc.infos[start].word.fold
        if KEEPING.isdisjoint((form, form.removeprefix("ال"), form[1:].removeprefix("ل"))):
            return []
        near = (c for c in self.syntax.at[start + 1 : min(last, start + 4)] if c is not None)
        first = next(near, None)
        return [first] if first is not None and self._type(first) == "agreement" else []

    def _owned(self, frame: Frame, p: int, last: int) -> bool:
        """Whether what is supported is somebody's own (استقرار لبنان)."""
        return frame.type == "SUPPORTS" and p < last and self.doc.infos[p].word.fold.removeprefix("ال") in STANCES

    def _adverbial(self, i: int, reading: Reading, last: int) -> bool:
        """نشرت قوات في س دعما لحكومتها: an accusative that tells why, not what (طلبت دعما ل)."""
        doc = self.doc
        before = next((r for p in range(i - 1, max(0, i - 4), -1) for r in doc.infos[p].verbs if r.pos == "verb"), None)
        bare = not (reading.definite or reading.prep or reading.pronoun) and doc.texts[i].rstrip("\u064b").endswith("ا")
        return bare and before is None and self._to_whom(i + 1, min(last, i + 2))

    def _to_whom(self, start: int, stop: int) -> bool:
        """Whether ل and its noun stand within the next three words."""
        for p in range(start, min(stop, start + 3)):
            chunk = self.syntax.at[p]
            if chunk is not None and chunk.first == p and chunk.lead:
                return chunk.lead[-1] == "ل"
            if any(lead[-1:] == "ل" and len(rest) > 2 for lead, rest in self.doc.infos[p].word.splits):
                return True
        return False

    def _by_pronoun(self, start: int, last: int, prep: str, subjects: list[Chunk]) -> list[Chunk]:
        """دعم موسكو له: the object is a pronoun."""
        word = self.doc.infos[start].word.fold if start < last else ""
        if PRONOUNS.get(word, ("", ""))[0] != prep:
            return []
        who = self._antecedent(start, PRONOUNS[word][1], subjects)
        return [who] if who is not None else []

    def _untold(self, frame: Frame, i: int, reading: Reading, first: int) -> bool:
        """بتهمة تمويل س, سحب تأييده: a support that is only charged, or one that ends; في دعم س: nobody says whose."""
        before = self.doc.infos[i - 1].word.fold if i > first else ""
        if before in CHARGED_WITH or before in ENDING or (reading.pronoun and self._taken_back(i, first)):
            return True
        if before == "عن" and i - first > 1 and self.doc.infos[i - 2].word.fold in GIVING_UP:
            return True  # قرر الحزب التخلي عن مساندة س
        return bool(reading.pronoun) and "gen" not in frame.subject and frame.lemma != "ثقة"  # جدد ثقته بس

    def _goods_of(self, start: int, last: int) -> list[Chunk]:
        """عقوبات على قطاع النفط الروسي, حظرا على واردات الصلب الصينية: whose the goods are, by their adjective."""
        doc, on = self.doc, False
        for p in range(start, min(last, start + 8)):
            chunk = self.syntax.at[p]
            if on and chunk is None and doc.infos[p - 1].prep == "علي" and doc.infos[p].word.fold not in GOODS:
                return []  # على شركة روسية: no state's
            if chunk is not None:
                mine = on and chunk.first == p and chunk.kind == "nisba" and not chunk.lead
                return [chunk] if mine and doc.infos[p - 1].definite == chunk.definite else []
            if doc.infos[p].prep == "علي" and not on:
                on = True
            elif doc.infos[p].closed or not doc.texts[p][0].isalpha() or self._finite(p):
                return []
        return []

    def _finite(self, p: int) -> bool:
        readings = self.doc.infos[p].verbs
        return bool(readings) and all(r.pos == "verb" for r in readings)

    def _to_object(self, frame: Frame, subjects: list[Chunk], p: int, last: int) -> bool:
        """قصف روسيا مدينة خاركيف, اعتقال تركيا القس فلانا: whether the object stands right behind the noun's doer."""
        chunk = self.syntax.at[p] if p < last else None
        right_behind = chunk is not None and chunk.first == p and not chunk.lead and chunk.kind != "nisba"
        theirs = right_behind or self.syntax.possessor(p, last) is not None
        if frame.lemma in ADDRESSING:
            return right_behind and chunk is not None and chunk.kind in ("country", "militia", "organization")
        by_body = all(c.kind in ("country", "militia", "organization") for c in subjects)
        return theirs and by_body and frame.lemma in TRANSITIVE

    def _taken_back(self, i: int, first: int) -> bool:
        """سحب فلان بشكل مفاجئ تأييده, علقت س دعمها: the verb before ends what the noun tells."""
        for p in range(i - 1, max(first, i - 5) - 1, -1):
            if self.syntax.at[p] is None and any(r.lemma in TAKING_BACK for r in self.doc.infos[p].verbs):
                return True
            if self._verbal(p) and self.doc.infos[p].verbs:
                return False
        return False
