"""How far an act is true: asserted, denied or planned, by the words around its verb or noun."""

from __future__ import annotations

from itertools import pairwise

from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.phrases import RELATIVES
from loaders.prospects import DECIDING, DURING, IF, MAYBE, NOT, PLANNING, SAVE, SHOWN, Prospects
from loaders.readings import LIGHT
from loaders.sides import REASONS
from loaders.sites import NEGATIONS
from loaders.wishes import INTENTS

PLANNED_WORDS = word_set("relations.planned_words")
APPOINTED = word_set("relations.appointed")
NONE = frozenset(("ليس", "ليست", "لا", "عدم", "دون"))
"""What denies a noun behind أي (ليس هناك أي اتفاق)."""
UNTRUE = frozenset(("لا", what) for what in ("صحه", "وجود", "اساس"))
"""لا صحة لوجود قوات: there are none."""
THAT_NOT = frozenset(("ألا", "لئلا", "كيلا"))
PAVING = word_set("standing.paving")
"""What prepares for the act behind its ل."""
THERE = frozenset(("هناك", "هنالك", "يوجد", "توجد"))
UNFOUNDED = frozenset(("لا", "ولا", "عدم", "بعدم", "وعدم"))
RUMOURS = word_set("standing.rumours")
"""What is told without being known (أنباء عن زيارة)."""
NOT_TRUE = frozenset((no, what) for no in ("ليس", "غير", "وليس") for what in ("صحيحا", "صحيح", "الصحيح"))
FALSE = frozenset(("عاريه", "عار", "كاذبه", "مفبركه", "ملفقه"))
UNTRUE_SO = frozenset((("غير", "صحيح"), ("غير", "صحيحه"), ("غير", "دقيق"), ("غير", "دقيقه"), ("لا", "اساس")))
"""What one says of rumours that are none (عارية عن الصحة, غير صحيح, لا أساس لها)."""
FAILING = frozenset(("فشل", "أخفق"))
OFF = frozenset(("ألغى", "استبعد"))
"""Verbs of calling off and ruling out."""
OPEN = frozenset(("قرر", "درس", "أرجأ", "أجل", "رفض", "منع"))
"""Verbs whose denial leaves open what they would have decided (لم يقرر بعد)."""
CARRIERS = LIGHT - word_set("verdict.going_on")
"""Verbs whose denial denies the noun that they carry."""
AFTER = frozenset(("بعد", "عقب", "اثر"))
ABOUT = AFTER | {"جراء", "بسبب", "حول", "بشان", "ازاء", "حيال", "خلفيه", "اعقاب", "نتيجه"}
"""Behind which a deed is told that something comes of."""
STRUCK = frozenset(("ATTACKED", "DETAINED", "DISPLACED"))
ATTEMPTS = frozenset(("محاوله", "محاولات", "محاولته", "محاولتها"))
DECISIONS = frozenset(("قرار", "القرار", "قراره", "قرارها", "قرارات"))
WILL_BE = frozenset(("ستكون", "سيكون", "وستكون", "وسيكون"))
WISHING = frozenset(("اود", "نود", "احب", "يسعدني", "يسرني", "يشرفني"))
"""What the speaker says before أن when he does it by saying so."""
MOVING = word_set("relations.moving")
"""Verbs of going and coming, behind which بعد tells what was before (غادر بغداد بعد لقائه فلانا)."""


NOUN = Reading("", "masdar", "", "s")
"""The reading of a noun that tells a deed and comes from no listed verb."""


class Standing(Prospects):
    """Status of what a verb or noun tells."""

    def _is_fact(self, i: int, reading: Reading) -> bool:
        """Whether the verb or noun at i tells what is so: not denied, planned, feared or alleged."""
        return self._status(i, reading, self.doc.sents[self.syntax.sent_of[i]].first)[1] == "asserted"

    def _called_off(self, p: int, i: int, r: Reading, reading: Reading) -> bool:
        """ألغى زيارته, استبعد فرض عقوبات, لا يعتزم فرض عقوبات: whether by the verb at p the act at i will not be."""
        infos = self.doc.infos
        told = p > 0 and infos[p - 1].word.fold in NOT and (p < 2 or infos[p - 2].word.fold.removeprefix("و") not in IF)
        if r.lemma in OFF:
            return not told and (r.lemma == "ألغى" or r.pos == "verb")
        near = reading.pos == "masdar" and not any(text in "،,؛" for text in self.doc.texts[p:i])
        return told and near and r.pos == "verb" and r.lemma not in OPEN

    def _status(self, i: int, reading: Reading, first: int) -> tuple[bool, str | None]:
        doc = self.doc
        prev = doc.infos[i - 1] if i > first else None
        if prev is not None and prev.word.text.removeprefix("و") in THAT_NOT:
            return True, None  # أتمنى ألا ينسحب: neither done nor denied
        if reading.pos == "verb" and any(info.word.fold == "هل" for info in doc.infos[max(first, i - 3) : i]):
            return False, None  # سألوه هل يدين س: a question
        if reading.pos == "verb" and self._whether(i, first):
            return False, None
        if reading.pos == "masdar" and self._is_none(i, first):
            return True, None
        negated = bool(
            (prev is not None and prev.word.fold in NEGATIONS and "relative" not in prev.closed)
            or (prev is not None and prev.word.fold in ("عدم", "دون", "بعدم", "نفي", "ليس", "غير"))
            or (i > first + 1 and prev is not None and prev.word.fold in THERE and doc.infos[i - 2].word.fold in NONE)
            or (
                prev is not None
                and prev.word.fold in ("اي", "ايه")
                and any(doc.infos[p].word.fold in NONE for p in range(max(first, i - 4), i - 1))
            )
        )
        without = i > first + 1 and doc.infos[i - 1].word.fold == "ان" and doc.infos[i - 2].word.fold in ("دون", "بدون")
        negated = negated or without or self._untrue(i, first)
        negated = negated or (i > first + 1 and (doc.infos[i - 2].word.fold, doc.infos[i - 1].word.fold) in UNTRUE)
        if prev is not None and not reading.prep and reading.pos == "masdar":
            negated = negated or prev.word.fold in ("رفضه", "رفضها", "برفضه", "برفضها")  # برفضه دعم س
        if negated and reading.pos == "verb" and self._save(i, first):
            negated = False
        s = self.inside[i]
        status = "denied" if negated else "asserted"
        if prev is not None and prev.word.fold in ("اي", "ايه") and reading.pos == "masdar" and not negated:
            denied = any(info.word.fold in NEGATIONS for info in doc.infos[max(first, i - 8) : i - 1])
            status = "asserted" if denied else "planned"  # حذر من أي تدخل, رفض أي هجوم: one that may come
        own = self._own_aside(i, reading) or (s is not None and self._of_the_accused(s, i, reading))
        if s is not None and s.act == "accuse" and s.cue != i and not own:
            return negated, "alleged"
        told_next = prev is not None and prev.word.fold == "ثم"  # يصل س ثم يتوجه إلى ص
        if reading.pos == "verb":
            if reading.future or (prev is not None and prev.word.fold in ("سوف", "لن")):
                status = "planned" if not negated else "denied"
            elif (
                (
                    (prev is not None and prev.word.fold in ("ان", "بان") and reading.tense == "pres" and not without)
                    or reading.prep == "ل"
                    or (prev is not None and prev.word.fold in ("كي", "لكي", "حتي"))
                )
                or any(doc.infos[p].word.fold in IF for p in range(max(first, i - 4), i))
                or (reading.tense == "pres" and prev is not None and prev.word.fold in ("قد", "وقد", "ربما", "وربما"))
                or (reading.tense == "pres" and not negated and self._to_come(i))
                or (reading.tense == "pres" and told_next and self._travelling(reading.lemma))
            ):
                status = "planned"
            if status == "planned" and self._next_stop(i, reading, first):
                status = "asserted"
            elif status == "planned" and self._ruled_out(i, first):
                status = "denied"
            if (
                status == "asserted"
                and (prev is None or prev.word.fold not in RELATIVES)
                and self._disclaimed(i, first)
            ):
                status = "denied"
        else:
            if self._did_not_happen(i, first) or self._disclaimed(i, first, 1):
                return True, "denied"
            if self._cancelled(i, reading, first):
                return True, "denied"
            over = self._over(i, first) or self._happened(i, reading)
            window = [doc.infos[p].word.fold for p in range(i + 1, min(doc.n, i + 6))]
            ahead = prev is not None and prev.word.fold in WILL_BE  # وستكون زيارة س
            ahead = ahead or (prev is not None and not APPOINTED.isdisjoint(prev.word.rests))
            ahead = ahead or (prev is not None and reading.prep == "ل" and not PAVING.isdisjoint(prev.word.rests))
            if (
                ahead
                or any(w in PLANNED_WORDS for w in window[:4])
                or self._hours_before(i, first)
                or self._needed(i, first)
            ):
                status = "planned"
            since = self._since(i, first)
            start = self._before_aside(i, first) if reading.prep == "ب" else i
            for p in range(start - 1, max(first, start - 9) - 1, -1) if not (over or since) else ():
                info = doc.infos[p]
                if info.word.fold in REASONS:
                    break  # ألغت محادثات احتجاجا على تدريبات بين س وص
                if info.word.fold in PLANNED_WORDS or info.word.fold in INTENTS:
                    status = "planned"
                    break
                if p > first + 1 and self._sourced(p - 1):
                    continue
                if info.word.fold == "اجل" and doc.infos[p - 1].prep == "من":
                    continue
                if info.verbs and self.syntax.at[p] is None and not info.closed:
                    if not self._verbal(p) and (
                        not any(r.lemma in PLANNING for r in info.verbs)
                        or (info.definite and doc.infos[i - 1].word.fold in AFTER)  # جاء القرار بعد قصف س
                        or (info.definite and p == i - 1 and not reading.prep)  # سبق القرار مواجهات
                    ):
                        continue
                    told = doc.infos[p - 1].word.fold if p > first else ""
                    other = (r for r in info.verbs if r.lemma != "أراد")  # ترد موسكو بطرد: not of لم ترد, but for لم
                    r = next(other, info.verbs[0]) if told not in NEGATIONS else info.verbs[0]
                    if told == "ان" and p > first + 1 and doc.infos[p - 2].word.fold in WISHING:
                        break  # أود أن أعبر عن تضامننا مع س: said with these very words
                    if self._shown(r, p, i):
                        break
                    if r.lemma == "دعا" or (r.tense == "pres" and told in MAYBE and r.pos == "verb"):
                        status = "planned"  # توقعات بأن تشن س ضربة
                        break
                    if r.lemma in FAILING and doc.infos[i - 1].prep in ("في", "عن"):
                        status = "denied"  # فشل في لقاء س
                        break
                    if r.lemma == "تأجل" and p != i - 1:
                        break  # تأجلت الزيارة بعد مقتل س
                    if r.lemma == "رفض" and reading.definite and self._travelling(reading.lemma, "masdar"):
                        status = "denied"  # رفضت س التفاوض مع ص
                        break
                    if r.lemma == "رفض" and reading.definite:
                        break  # رفضت س الهجوم على ص: there is one
                    if r.future or r.lemma in PLANNING or r.lemma in ("ألغى", "رفض", "منع"):
                        during = r.lemma in OFF and any(w.word.fold in DURING for w in doc.infos[p + 1 : i])
                        if during:
                            break  # ألغى مواعيده خلال زيارته س
                        status = "denied" if self._called_off(p, i, r, reading) else "planned"
                    break
            if over or since:
                return negated, status
        because = reading.pos == "masdar" and reading.prep == "ل" and reading.pronoun  # حذر س ص لدعمها ع
        fact = reading.pos == "verb" and prev is not None and prev.word.fold in ("التي", "الذي", "الذين")
        if s is not None and s.cue != i and status == "asserted" and not (fact and s.act != "deny"):
            if s.act == "deny":
                status = "denied"
            elif (
                s.act in ("demand", "ask", "offer", "hope")
                and doc.infos[s.first].word.fold not in SHOWN
                and not (reading.pos == "verb" and reading.tense == "past")
            ) or (s.act == "threaten" and not (reading.pos == "verb" and reading.tense == "past") and not because):
                status = "planned"
        elif s is not None and s.act == "deny" and status == "planned" and s.cue != i:
            status = "denied"
        return negated, status

    def _is_none(self, i: int, first: int) -> bool:
        """ليس هناك اتفاق بعد على عقد اجتماع: whether there is said to be none of what the act at i would come of."""
        for p in range(i - 1, max(first, i - 8), -1):
            if self.doc.texts[p] in '،,؛:"«»“”' or "complement" in self.doc.infos[p].closed:
                return False
            if self.doc.infos[p].word.fold in THERE and i - p > 2:
                return self.doc.infos[p - 1].word.fold.removeprefix("و") in ("ليس", "ليست", "لا", "لم")
        return False

    def _whether(self, i: int, first: int) -> bool:
        """لم تبحث في ما إذا كان فلان قد ارتكب كذا: what is left open."""
        forms = [info.word.fold for info in self.doc.infos[max(first, i - 9) : i]]
        return any(b == "اذا" and a.endswith("ما") for a, b in pairwise(forms))

    def _untrue(self, i: int, first: int) -> bool:
        """لا صحة لما تردد عن لقاء, الأنباء عن زيارة س عارية عن الصحة: whether what is reported is said to be untrue."""
        doc, last = self.doc, self.doc.sents[self.syntax.sent_of[i]].last
        for p in range(i - 1, max(first, i - 9) - 1, -1):
            form = doc.infos[p].word.fold
            if form == "صحه" and p and doc.infos[p - 1].word.fold in UNFOUNDED:
                return True
            if form == "ان" and (doc.infos[p - 2].word.fold, doc.infos[p - 1].word.fold) in NOT_TRUE and p > first + 1:
                return True  # ليس صحيحا أن س زار ص
            if doc.texts[p] in "،,؛:":
                return False
            if form.removeprefix("و") in RUMOURS:
                behind = [info.word.fold for info in doc.infos[i + 1 : min(last, i + 18)]]
                false = (w in FALSE or so in UNTRUE_SO for w, so in zip(behind, pairwise(behind), strict=False))
                if any(false):
                    return True
        return False

    def _happened(self, i: int, reading: Reading) -> bool:
        """مذكرة احتجاج بعد قصف س ص, جلسة حول الاعتداء: a deed that something else is told to come of, or be about."""
        if reading.prep or self.doc.infos[i - 1].word.fold not in ABOUT or (i and reading.lead):
            return False
        types = {f.type for f in self.frames.get((reading.lemma, "masdar"), ())}
        return not types.isdisjoint(STRUCK) and types <= STRUCK | {"CRITICIZED"}

    def _over(self, i: int, first: int) -> bool:
        """دعا س إلى الحوار، بعد محادثة مع ص; الذي غادر بعد لقائه ص: what came before an act that is told as past."""
        doc = self.doc
        during = i >= first + 2 and doc.infos[i - 1].word.fold in DURING and not self._to_come(i)
        if i < first + 2 or (doc.infos[i - 1].word.fold not in AFTER and not during):
            return False
        finite = []
        for p in range(i - 2, first - 1, -1):
            info = doc.infos[p]
            if info.verbs and not info.closed and self.syntax.at[p] is None and self._verbal(p):
                finite = [r for r in info.verbs if r.pos == "verb"]
                break
        if not finite or finite[0].tense != "past" or finite[0].future:
            return False
        own = any(r.pos == "masdar" and r.pronoun for r in doc.infos[i].verbs)  # ودعا س عقب استقباله ص إلى
        return during or own or doc.texts[i - 2] in "،," or finite[0].lemma in MOVING

    def _refused(self, i: int, first: int) -> bool:
        """رفض فلان لقاء س: whether the doer of the noun at i refuses to do it."""
        doc = self.doc
        for p in range(i - 1, max(first, i - 9) - 1, -1):
            info = doc.infos[p]
            if self.syntax.at[p] is None and not info.closed and info.verbs and self._verbal(p):
                return any(r.pos == "verb" and r.lemma == "رفض" and not r.pronoun for r in info.verbs)
        return False

    def _not_carried(self, i: int, first: int, verbs: frozenset[str] = CARRIERS) -> bool:
        """لم تفرض س عقوبات, لا تقدم س دعما: whether the verb that carries the noun at i is denied."""
        doc = self.doc
        for p in range(i - 1, max(first, i - 12) - 1, -1):
            info = doc.infos[p]
            if "complement" in info.closed or doc.texts[p] in ":؛" or info.word.fold in SAVE:
                return False
            if self.syntax.at[p] is None and not info.closed and info.verbs and self._verbal(p):
                carries = any(r.pos == "verb" and r.lemma in verbs for r in info.verbs)
                return carries and p > first and doc.infos[p - 1].word.fold in NOT
        return False

    def _tried(self, i: int) -> bool:
        """حاولت س اقتحام ص, بعد محاولة اغتيال, محاولة س استهداف ص: an attempt that was made."""
        for p in range(i - 1, max(self.doc.sents[self.syntax.sent_of[i]].first, i - 4), -1):
            if not ATTEMPTS.isdisjoint(self.doc.infos[p].word.rests):
                return self.doc.infos[p - 1].word.fold not in ("اي", "ايه", "من", "منع", "لمنع")
            if self.syntax.at[p] is None:
                break
        for p in range(i - 1, max(self.doc.sents[self.syntax.sent_of[i]].first, i - 9) - 1, -1):
            info = self.doc.infos[p]
            if self.syntax.at[p] is None and not info.closed and "verb" in info.kinds and self._verbal(p):
                tried = any(r.lemma == "حاول" and r.tense == "past" and not r.future for r in info.verbs)
                return tried and self.doc.infos[p - 1].word.fold not in NOT | IF
        return False

    def _decided(self, i: int) -> bool:
        """قررت تركيا طرد السفير, أمر فلان بطرد, قرار فلان الانسحاب: a decision taken is the sanction itself."""
        doc = self.doc
        for p in range(i - 1, max(doc.sents[self.syntax.sent_of[i]].first, i - 9) - 1, -1):
            info = doc.infos[p]
            if info.word.fold in PLANNED_WORDS or info.word.fold in IF or "complement" in info.closed:
                return False
            if i - p < 7 and not DECISIONS.isdisjoint(info.word.rests):
                return doc.infos[p + 1].word.fold not in ("بشان", "حول")
            if self.syntax.at[p] is None and not info.closed and "verb" in info.kinds:
                if "masdar" in info.kinds and not self._verbal(p):
                    continue
                return any(r.lemma in DECIDING and r.tense == "past" for r in info.verbs)
        return False
