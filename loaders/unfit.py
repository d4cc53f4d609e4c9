"""Readings that a word beside the act rules out: aims, charges and inquiries, names and look-alikes of the verb."""

from __future__ import annotations

from loaders.doc import Chunk
from loaders.lexicon.sets import word_set
from loaders.likelihood import KIN, Likelihood

AIMS = word_set("unfit.aims")
"""What tells only what something is done for (بهدف اتهام س)."""
INQUIRY = word_set("unfit.inquiry")
"""Whoever inquires into a deed has not done it (تحقيق تقوده س في الهجوم على ص)."""
PROSECUTED = word_set("unfit.prosecuted")
"""Nouns of what a court does to somebody, who is spared when it refuses (رفض قضاة اتهام فلان)."""
CONSIDERED = word_set("unfit.considered")
"""What governments consider, each for itself (تبحث س وص القيام بعمل عسكري)."""
SAID_NOT_GIVEN = ("اعتذار", "شكوي", "احتجاج", "استقال", "تعاز", "العزاء", "شكر")
"""What is put before somebody and is no offer to him."""
COUNTED = frozenset(("عدد", "الاف", "مءات", "ميات", "عشرات", "بعض", "كثير", "مقاتلون", "متطوعون"))
FIGHTING = frozenset(("قاتل", "حارب"))
BELIEFS = frozenset(("انه", "بانه", "انها", "بانها"))
GIVING = frozenset(("منح", "قدم", "أعطى", "زود", "دعم", "ساعد", "مول"))
IMPOSED = frozenset(("المفروض", "المضروب"))
BREAKING = frozenset(("كسر", "فك", "رفع", "انهاء", "بكسر", "بفك", "برفع"))
"""What is done to a siege by him who ends it."""
ALLIES = frozenset(("حليف", "حليفه", "شريك", "شريكه", "جار", "جاره", "خصم", "عدو", "داعم", "داعمه"))
BACKING = frozenset(("بدعم", "باسناد", "بمساعده", "بمسانده", "بتمويل", "بتاييد"))
INVOLVED = ("تورط", "ضلوع", "انخراط")
STANCES = frozenset(("أيد", "دعم", "عارض", "رفض", "أدان", "انتقد", "تأييد"))
WRITINGS = frozenset(("تعليقات", "تعليقاته", "منشورات", "تغريدات", "مقالات", "عبارات", "تدوينات", "رسوم", "اغان"))
"""What somebody writes, of which أنها tells what it does."""
FAMILIES = word_set("unfit.families")
"""Family names that are nouns of doing too."""
WHAT = frozenset(("ما", "بما", "مما", "لما", "عما", "فيما"))


class Unfit(Likelihood):
    def _likely(self, s: Chunk, type: str, o: Chunk, i: int, by: str) -> bool:
        if (
            self._unfit(s, type, o, i, by)
            or self._of_another_doer(s, type, o, i, by)
            or self._besides(s, type, o, i, by)
        ):
            return False
        return super()._likely(s, type, o, i, by)

    def _unfit(self, s: Chunk, type: str, o: Chunk, i: int, by: str) -> bool:
        """Whether a word beside the act at i rules out that s does it to o."""
        doc, infos = self.doc, self.doc.infos
        before = infos[i - 1].word.fold if i else ""
        lemma = by.split(":")[2].split("+")[0] if by.count(":") > 1 else ""
        if ":masdar" in by and i and not self._verbal(i) and self._family_name_here(i):
            return True  # خليل حرب: his name
        if lemma == "أغار" and by.endswith(":verb") and infos[i].word.fold.endswith("غير"):
            return all(info.word.fold != "علي" and info.prep != "علي" for info in infos[i + 1 : i + 7])  # لن تغير كفة س
        what = by.endswith(":verb") and before in WHAT and s.first > i + 1
        if what and any(r.pos == "verb" and r.pronoun for r in infos[i].verbs) and self._governed_by_noun(s):
            return True  # كرر ما انتقده عن كشف س: ـه is what he criticized, and its subject stands before
        if by.endswith(":verb") and s.last <= i and infos[i + 1 : i + 2]:
            nxt = infos[i + 1].word.fold
            if (nxt == "عدد" or (lemma in FIGHTING and nxt in COUNTED)) and self.syntax.at[i - 1] is not s:
                return True  # وقاتل عدد من س إلى جانب ص: they fought
        if type == "ACCUSED":
            if lemma == "اتهم" and by.endswith(":masdar") and s.last <= i and (before in AIMS or self._for_the_sake(i)):
                return True  # تصوير هجوم بهدف اتهام س: whose aim it is, is another matter
            if lemma == "تهمة" and o.first > i + 1 and o.kind != "person" and infos[i].word.fold[0] == "ب":
                return infos[i + 1].definite or infos[i + 1].kinds == {"masdar"}  # بتهمة الانتماء إلى س
            if lemma == "اتهم" and by.endswith(":masdar") and s.first > i and o.last <= i:
                return self._not_prosecuted(i, s)  # رفض القضاة اتهام فلان بكذا: no charge of his
        if (
            type == "REJECTED"
            and lemma == "رفض"
            and o.kind == "person"
            and o.first > i + 1
            and self._not_prosecuted(i, o)
        ):
            return True
        if type == "ATTACKED" and ":masdar" in by and s.last <= i:
            near = before in ("في", "حول", "بشان") or infos[i].prep == "في"
            if near and any(not INQUIRY.isdisjoint(w.word.rests) for w in infos[max(0, i - 10) : i - 1]):
                return True
        if type == "ATTACKED" and lemma == "اشتبك" and by.endswith("+pair") and self._persons_both(s, o):
            return True  # اشتباك بين فلان وفلان: of words, or of their men
        told_that = not BELIEFS.isdisjoint(info.word.fold for info in infos[max(0, i - 2) : i])
        if type == "SUPPORTS" and lemma in GIVING and by.endswith(":verb") and s.kind == "person" and told_that:
            # انتقد فلان س قائلا إنها لم تمنح بلاده شيئا: she
            return s.last <= i and self._own(s.actor or "", o.actor or "")
        if type == "MET" and lemma == "بحث" and by.endswith(":verb+pair"):
            after = max(s.last, o.last)
            if self._type(s) != "person" and self._type(o) != "person" and after < doc.n:
                return not CONSIDERED.isdisjoint(infos[after].word.rests)
        if type == "OFFERED" and s.first != o.first and lemma in ("عرض", "قدم"):
            around = infos[i + 1 : max(i + 5, o.first)] if o.first > i else infos[i + 1 : i + 5]
            if any(w.word.fold.removeprefix("ب").startswith(SAID_NOT_GIVEN) for w in around):
                return True  # قدم اعتذاره لس
        if type == "PARTY_TO" and by.endswith(":verb") and s.last <= i and o.first == i + 1 and o.last < doc.n:
            between = [w.word.fold for w in infos[o.last : o.last + 7]]
            if "بين" in between and self.syntax.at[i - 1] is None:
                return True  # أُبرم الاتفاق بين س وص: passive
        return False

    def _of_another_doer(self, s: Chunk, type: str, o: Chunk, i: int, by: str) -> bool:
        """Whether the words around the act at i tell that it is another's, or done to another."""
        doc, infos = self.doc, self.doc.infos
        before = infos[i - 1].word.fold if i else ""
        behind = infos[i + 1] if i + 1 < doc.n else infos[i]
        lemma = by.split(":")[2].split("+")[0] if by.count(":") > 1 else ""
        noun, led = ":masdar" in by, infos[o.first - 1].word.fold if o.first else ""
        if (
            noun
            and before.startswith(("تنف", "ينف"))
            and any(w.word.fold[1:] == "وكد" for w in infos[max(0, i - 6) : i])
        ):
            return True  # لم تؤكد أو تنفي لقاءها س
        if noun and s.last <= i and s.kind == "person" and self._carried_by_another(s, i):
            return True
        if noun and before == "نحو" and lemma in ("انسحب", "خرج"):
            return True  # يدفعون نحو انسحاب س: not yet
        if type == "ATTACKED" and noun:
            beyond = any(text in "،," for text in doc.texts[s.last : o.first])
            if lemma in FIGHTING and s.first == i + 1 and beyond:
                return True  # في قتال س، معارك مع ص
            if (
                lemma in ("حاصر", "حصار")
                and s.last <= i
                and (behind.word.fold in IMPOSED or before.lstrip("ول") in BREAKING)
            ):
                return True  # كسر الحصار المفروض على س
            if "الجانب" in (led, infos[o.first].word.fold):
                return True  # العمليات على الجانب العراقي من الحدود
        kin = s.first == i + 1 and s.last < doc.n and infos[s.last].word.fold in KIN
        if type == "DETAINED" and by.endswith(":verb") and s.kind == "person" and kin:
            return True  # أوقف فلان شقيق فلان: passive
        if (
            type == "DEPLOYED_IN"
            and noun
            and o.kind in ("nisba", "country")
            and i < o.first <= i + 2
            and self._forces(o)
        ):
            return True  # نشر قوات أميركية في البلاد: whose they are
        if led in ALLIES and s.last == o.first - 1:
            return True  # حذرت طهران حليفة دمشق من كذا
        if type == "MET" and lemma == "هاتف" and "organization" in (self._type(s), self._type(o)):
            return True  # هاتف شركة س: a telephone
        at_place = o.first == i + 1 and not o.lead and o.kind == "country" and s.last <= i
        if type == "MET" and noun and lemma in ("اجتمع", "قمة", "مؤتمر", "حادث") and at_place:
            return True  # قبل اجتماع سنغافورة: where
        if type == "CRITICIZED" and noun and lemma in ("أدان", "دان") and o.first > i + 1:
            return behind.word.fold[:1] == "ب" and any(r.pos == "masdar" and r.prep == "ب" for r in behind.verbs)
        if type == "SUPPORTS":
            if noun and s.last <= i and infos[i].word.fold in BACKING and o.lead[:1] != "ل":
                western = behind.word.fold.endswith("ي") and not behind.definite and not behind.verbs
                if western and infos[i].word.fold[0] == "ب":
                    return True  # سعى بدعم غربي إلى محادثات مع س
            home = self.cast.iso_of.get(o.actor or "")
            if noun and lemma == "مول" and s.last <= i and home and self.cast.iso_of.get(s.actor or "") == home:
                return True  # اتفاق الحزب على تمويل الدولة
            if noun and self._involved_otherwise(s, i):
                return True
        return False

    def _besides(self, s: Chunk, type: str, o: Chunk, i: int, by: str) -> bool:
        """Whether it is said of what others do or write, or of somebody's people."""
        doc, infos = self.doc, self.doc.infos
        behind = infos[i + 1].word.fold if i + 1 < doc.n else ""
        lemma = by.split(":")[2].split("+")[0] if by.count(":") > 1 else ""
        noun, led = ":masdar" in by, infos[o.first - 1].word.fold if o.first else ""
        if type == "SUPPORTS" and lemma == "وقف" and self._own(s.actor or "", o.actor or ""):
            return True  # سيقف إلى جانب الأميركيين الذين: his people
        if type == "ATTACKED" and noun:
            if lemma == "حارب" and infos[i].definite and led == "في" and self._type(o) == "country":
                return True  # المشاركة في الحرب في س: where it is fought
            stance = any(r.pos == "masdar" and r.pronoun and r.lemma in STANCES for r in infos[i - 1].verbs)
            if stance and s.last <= i:
                return True  # نفى تأييده لغزو س
            held = any(r.pos == "masdar" and r.pronoun for r in infos[i].verbs) and "مهاجم" in infos[i].word.fold
            if behind == "من" and held and led != "علي":
                return True  # محاولات لمهاجمتها من أراضي س: she is attacked
        if by.endswith(":verb") and s.last <= i:
            near = {info.word.fold for info in infos[max(0, i - 7) : i]}
            if infos[i - 1].word.fold in ("انها", "بانها") and not WRITINGS.isdisjoint(near):
                return True  # تعليقات كتبها، زعم أنها تنتقد س
            counted = infos[i + 2].word.fold if i + 2 < doc.n and doc.texts[i + 1].isdigit() else ""
            if counted in ("دوله", "دول", "بلدا", "بلدان"):
                return True  # أبعدت 20 دولة دبلوماسيين: they did
        if type == "VISITED" and noun and behind and infos[i - 1].word.fold in ("له", "لها", "لهم"):
            allowed = infos[i - 2].word.fold if i > 1 else ""
            if allowed.endswith("سماح") or allowed.endswith("سمح"):
                return True  # يريد السماح له بزيارة س
        if type == "REJECTED" and o.kind == "person" and (led in KIN or led in ("عم", "خال")):
            return True  # رفض إعطاء تأشيرة لابنة عم فلان
        listed = s.last < doc.n and doc.texts[s.last] in "،," and o.first > s.last and led not in ("بين", "وبين")
        powers = by.endswith("+pair") and s.name.startswith(("القوى", "الدول"))
        return powers and listed and self._type(o) == "country"  # القوى الست الكبرى، بريطانيا وفرنسا: its members

    def _involved_otherwise(self, s: Chunk, i: int) -> bool:
        """معاقبة س على تورطها في دعم ص: whether another's involvement is told."""
        infos = self.doc.infos
        for q in range(i - 1, max(1, i - 6), -1):
            if infos[q].word.fold.lstrip("ب").startswith(INVOLVED) and infos[q].word.fold.endswith(("ه", "ها")):
                k = q - 2 if infos[q - 1].prep and self.syntax.at[q - 1] is None else q - 1
                c = self.syntax.at[k]
                return c is not None and c.last == k + 1 and bool(c.actor) and c.actor != s.actor
        return False

    def _carried_by_another(self, s: Chunk, i: int) -> bool:
        """على خلفية توجيهها اتهامات لس: whether the noun that carries it is of the other gender."""
        for r in self.doc.infos[i - 1].verbs if self.syntax.at[i - 1] is None else ():
            if r.pos == "masdar" and r.pronoun in ("3fs", "3ms"):
                return s.gender is not None and s.gender != ("f" if r.pronoun == "3fs" else "m")
        return False

    def _family_name_here(self, i: int) -> bool:
        """سمير حرب: whether a given name that stands in no noun phrase has the noun at i as its family name."""
        info, form = self.doc.infos[i - 1], self.doc.infos[i].word
        named = info.given or info.word.fold in self.doc.lex.given_common
        alone = self.syntax.at[i - 1] is None and not info.verbs and not info.prep and not info.closed
        bare = not any(r.lead or r.pronoun or r.prep for r in self.doc.infos[i].verbs)
        led = i > 1 and bool(self.doc.infos[i - 2].prep)  # في ختام زيارة س
        known = self.doc.infos[i].family or form.fold in FAMILIES
        return known and not led and named and alone and bare and not info.definite

    def _governed_by_noun(self, s: Chunk) -> bool:
        """عن كشف س: whether a plain noun right before s has him as its possessor."""
        info = self.doc.infos[s.first - 1]
        noun = self.syntax.at[s.first - 1] is None and not info.definite and not info.closed and not s.lead
        return noun and any(r.pos == "masdar" for r in info.verbs)

    def _for_the_sake(self, i: int) -> bool:
        """من أجل اتهام س, لغرض اتهامه."""
        words = [info.word.fold for info in self.doc.infos[max(0, i - 2) : i]]
        return words == ["من", "اجل"]

    def _not_prosecuted(self, i: int, whom: Chunk) -> bool:
        """رفضت المحكمة توقيف فلان: whether a noun of what courts do stands before him whose charge is refused; not
        رفض اتهام فلان له."""
        infos = self.doc.infos
        noun = infos[whom.first - 1]
        if PROSECUTED.isdisjoint(noun.word.rests) or whom.lead:
            return False
        if whom.last < self.doc.n and infos[whom.last].word.fold[:1] == "ل":
            return False
        charge = "اتهام" in noun.word.rests
        court = any(
            w.word.fold.removeprefix("ال").startswith(("قضا", "محكم", "قاض", "نياب", "مدعي"))
            for w in infos[max(0, whom.first - 8) : whom.first]
        )
        return court or not charge

    def _persons_both(self, s: Chunk, o: Chunk) -> bool:
        both = self._type(s) == self._type(o) == "person"
        return both and not self._commands_either(s, o)

    def _commands_either(self, s: Chunk, o: Chunk) -> bool:
        entities = (self.cast.entity_of.get(c.actor or "") for c in (s, o))
        return any("قائد" in office.title for e in entities if e is not None for office in e.offices)
