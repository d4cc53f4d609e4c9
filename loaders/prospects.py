"""What lies ahead and what did not come: times to come, next stops, visits called off and ruled out."""

from __future__ import annotations

from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.participles import Participles
from loaders.sites import NEGATIONS

PLANNING = word_set("relations.planning")
IF = word_set("relations.if")
TO_COME = word_set("relations.to_come")
SPANS = frozenset(("ساعه", "ساعات", "ساعتين", "يوم", "يومين", "ايام", "اسبوع", "اسبوعين", "اسابيع", "شهر", "شهرين"))
"""How long before an act something is told to happen (قبل ساعات من التوجه)."""
DECIDING = frozenset(("قرر", "أمر", "قضى", "حكم")) | word_set("relations.approving")
DECISIONS = frozenset(("قرار", "اعلان"))
SINCE = frozenset(("منذ", "عقب", "اثر", "غداه"))
"""Words behind which an act is told that was (عقب انسحاب س)."""
COMING = word_set("prospects.coming")
BEING = word_set("clause.being")
DENYING = word_set("relations.denying")
ENDED = word_set("prospects.ended")
SHOWN = word_set("prospects.shown")
"""What is shown, behind عرض, and not offered."""
COMES = frozenset(("ياتي", "وياتي", "تاتي", "وتاتي"))
"""يأتي الاجتماع قبل أسبوع من القمة: a present that no listed verb yields."""
OF_FIRSTS = frozenset(("عقد", "انعقاد", "اول", "ثاني", "بدء", "انطلاق", "افتتاح"))
MAYBE = frozenset(("ان", "بان", "قد", "وقد", "ربما", "وربما"))
"""Words before a present that tells what may come (قد تفرض س عقوبات)."""
SIGNING = frozenset(("توقيع", "ابرام"))
DURING = frozenset(("خلال", "اثناء"))
THREATENING = word_set("prospects.threatening")
IMPOSSIBLE = word_set("prospects.impossible")
HAPPENING = word_set("prospects.happening")
NOT = frozenset(("لم", "ولم", "لن", "ولن", "لا", "ولا"))


SAVE = frozenset(("سوي", "الا"))
"""لم تقدم سوى دعم محدود: she did."""
NEED = frozenset(("ضروره", "بضروره", "وضروره", "لضروره", "وجوب", "بوجوب"))
EFFORTS = word_set("prospects.efforts")
HOLDING = word_set("prospects.holding")
"""Nouns of holding what is not yet, behind ل."""
WORTH = frozenset(("اهميه", "واهميه"))
BRINGING_ABOUT = word_set("prospects.bringing_about")
"""Nouns of reaching or holding what is not there yet, and what stands between (التوصل إلى اتفاق)."""


class Prospects(Participles):
    """Whether what a verb or noun tells is yet to come, or will not."""

    def _needed(self, i: int, first: int) -> bool:
        """ضرورة التوصل لاتفاق بين س وص, أهمية عقد لقاء: whether the act at i is only said to be needed."""
        infos = self.doc.infos
        p = i - 1
        while p > first and i - p < 4 and infos[p].word.fold in BRINGING_ABOUT:
            p -= 1
        form = infos[p].word.fold if p >= first else ""
        held = infos[i - 1].word.fold
        if held[:1] == "ل" and held[1:] in HOLDING:  # مساع لعقد حوار بين س وص
            return any(info.word.fold.removeprefix("و") in EFFORTS for info in infos[max(first, i - 5) : i - 1])
        return form in NEED or ((p < i - 1 or infos[i].word.fold in BRINGING_ABOUT) and form.removeprefix("ب") in WORTH)

    def _so(self, p: int, first: int) -> bool:
        """Whether the form of a verb at p tells what was done: no لم, لن or قد with a present before it."""
        denied = p > first and self.doc.infos[p - 1].word.fold in NEGATIONS
        return not denied and not self._may_come(p, first)

    def _may_come(self, p: int, first: int) -> bool:
        """قد تسفر الغارة عن, يمكن أن تؤدي إلى: whether the form at p is a present of what may be."""
        infos = self.doc.infos
        return p > first and infos[p - 1].word.fold in MAYBE and infos[p].word.fold[0] in "يت"

    def _to_come(self, i: int) -> bool:
        """يزور بغداد غدا, يلتقي فلانا الأسبوع المقبل: the clause names a time to come."""
        p, passed = i, 0
        k = i - 1  # غدا يلتقي س ص
        while k >= 0 and (self.doc.dated[k] or self.doc.texts[k] in "،,"):
            if self.doc.infos[k].word.fold in TO_COME:
                return True
            k -= 1
        while p + 1 < self.doc.n and passed < 10:
            chunk = self.syntax.at[p + 1]
            p = max(chunk.last, p + 2) - 1 if chunk is not None else p + 1  # a long name is one step
            passed += 1
            if chunk is not None and not self.doc.dated[p]:
                continue
            if self.doc.texts[p] in ".؛:\n" or "complement" in self.doc.infos[p].closed:
                return False
            if self.doc.infos[p].word.fold in TO_COME or self._another_weekday(p):
                return True
        return False

    def _another_weekday(self, p: int) -> bool:
        """يتوجه إلى بغداد الأربعاء, told on a Monday: present tense of a day that is not the page's is to come."""
        day = self.doc.article.published_on
        if not self.doc.dated[p] or not day or len(day) != 10:
            return False
        at = self.doc.starts[p]
        return any(s.kind == "weekday" and s.start <= at < s.end and s.iso != day for s in self.doc.dates)

    def _cancelled(self, i: int, reading: Reading, first: int) -> bool:
        """بعد إلغاء زيارة س, قرر إلغاء القمة: a visit or meeting called off; not هدد بإلغاء القمة."""
        infos = self.doc.infos
        k = i - 1 - (i - 1 > first and self.doc.texts[i - 1] in "،,")
        owner = self.syntax.at[k] if reading.pronoun else None
        if owner is not None and owner.last == k + 1 and not owner.lead and owner.first > first:
            i = owner.first  # إلغاء فلان زيارته
        off = any(r.lemma == "ألغى" and r.pos == "masdar" for r in infos[i - 1].verbs)
        if not off or not any(f.type in ("MET", "VISITED") for f in self.frames.get((reading.lemma, "masdar"), ())):
            return False
        for p in range(i - 2, max(first, i - 9) - 1, -1):
            if any(r.pos == "masdar" and r.lemma in THREATENING for r in infos[p].verbs):
                return False  # تهديدات بإلغاء القمة
            if self.syntax.at[p] is None and infos[p].verbs and not infos[p].closed and self._verbal(p):
                r = infos[p].verbs[0]
                if r.lemma in THREATENING or r.lemma in ("حث", "ناشد"):
                    return False  # حث س على إلغاء لقائه
                return r.lemma in DECIDING or (r.lemma not in PLANNING and not r.future and self._so(p, first))
        return True

    def _there_already(self, i: int, last: int, definite: bool) -> bool:
        """هدد بالانسحاب من الاتفاق الذي وقعته س مع ص: an agreement that was made, whatever is to come of it."""
        infos = self.doc.infos
        if infos[i - 1].word.fold in SIGNING and infos[i - 2].word.fold in ("بعد", "منذ", "عقب"):
            return True  # بعد توقيع الاتفاق
        for p in range(i + 1, min(last - 1, i + 4) if definite else i):
            if infos[p].word.fold in ("الموقع", "المبرم"):
                return True
            if infos[p].word.fold == "الذي":
                return any(r.pos == "verb" and r.tense == "past" for r in infos[p + 1].verbs)
        return False

    def _own_aside(self, i: int, reading: Reading) -> bool:
        """اتهم س ص، خلال زيارته ع، بكذا: an aside of who accuses, and no charge."""
        infos = self.doc.infos
        return bool(reading.pronoun) and i > 1 and infos[i - 1].word.fold in DURING and self.doc.texts[i - 2] in "،,"

    def _before_aside(self, i: int, first: int) -> int:
        """سيقوم فلان، في الفترة من كذا إلى كذا، بجولة: the first comma of the aside right before i, or i."""
        doc = self.doc
        if i < first + 4 or doc.texts[i - 1] not in "،,":
            return i
        for p in range(i - 2, max(first, i - 18), -1):
            if doc.texts[p] in "،,":
                return p if doc.infos[p + 1].prep or doc.dated[p + 1] else i
            if self.syntax.at[p] is None and self._verbal(p) and not doc.dated[p]:
                return i
        return i

    def _did_not_happen(self, i: int, first: int) -> bool:
        """لم يعقد لقاء بين س وص, لم تجر أي محادثات: whether what the noun at i tells has not taken place."""
        infos = self.doc.infos
        if any(infos[p].word.fold in IMPOSSIBLE for p in range(max(first, i - 2), i)):
            return True  # تعذر عقد لقاء بين س وص
        p = i - 2 if infos[i - 1].word.fold in ("اي", "ايه") else i - 1
        if p <= first or infos[p - 1].word.fold not in NOT or infos[p - 1].word.fold in ("لا", "ولا"):
            return False
        told = {info.word.fold for info in infos[max(first, p - 3) : p]}
        return infos[p].word.fold in HAPPENING and told.isdisjoint(IF)  # not في حال لم يعقد

    def _ruled_out(self, i: int, first: int) -> bool:
        """استبعد س أن يزور فلان ص: whether somebody says that the verb at i is not to be expected."""
        infos = self.doc.infos
        if infos[i - 1].word.fold != "ان":
            return False
        for p in range(i - 2, max(first, i - 12) - 1, -1):
            if self.syntax.at[p] is None and infos[p].verbs and not infos[p].closed and self._verbal(p):
                out = any(r.pos == "verb" and r.lemma == "استبعد" for r in infos[p].verbs)
                return out and (p == first or infos[p - 1].word.fold not in NOT)
        return False

    def _next_stop(self, i: int, reading: Reading, first: int) -> bool:
        """التقى س قبل أن يصل إلى ص: what is told behind a journey or meeting that was, as its next stop."""
        infos = self.doc.infos
        if i < first + 3 or infos[i - 1].word.fold != "ان" or infos[i - 2].word.fold not in ("قبل", "قبيل"):
            return False
        if not self._travelling(reading.lemma) or self._to_come(i):
            return False
        for p in range(i - 3, first - 1, -1):
            info = infos[p]
            if "complement" in info.closed or self.doc.texts[p] in ":؛":
                return False
            if self.syntax.at[p] is None and not info.closed and info.verbs and self._verbal(p):
                before = next((r for r in info.verbs if r.pos == "verb"), None)
                was = before is not None and before.tense == "past" and self._so(p, first)
                return was and before is not None and self._travelling(before.lemma)
        return False

    def _travelling(self, lemma: str, pos: str = "verb") -> bool:
        """Whether a verb is one of journeys or meetings, or holds them."""
        acts = self.frames.get((lemma, pos), ())
        return lemma in ("أجرى", "عقد") or any(f.type in ("MET", "VISITED") for f in acts)

    def _since(self, i: int, first: int) -> bool:
        """منذ انسحاب س, عقب قرار فلان الانسحاب, جاء ذلك بعد زيارة س: what came before something that is so."""
        infos = self.doc.infos
        if infos[i - 1].word.fold in ENDED:
            return True  # من المقرر أن تنتهي المحادثات
        k, chunk = i - 1, self.syntax.at[i - 1]
        while k > first and self.doc.texts[k] in "،," and self.syntax.at[k] is chunk:
            k -= 1
        owner = chunk if chunk is not None and chunk.last == k + 1 and not chunk.lead else None
        k = owner.first - 1 if owner is not None else k
        decided = k > first and infos[k].word.fold in DECISIONS
        if owner is not None and not decided:
            return False
        k -= decided
        if k < first or infos[k].word.fold not in SINCE:
            return infos[k].word.fold == "بعد" and k > first and self._of_what_came(k, first)
        return True

    def _shown(self, r: Reading, p: int, i: int) -> bool:
        """عرض أدلة على تزويد س: what is shown is there, and not offered."""
        return r.lemma == "عرض" and any(info.word.fold in SHOWN for info in self.doc.infos[p + 1 : i])

    def _disclaimed(self, i: int, first: int, carriers: int = 0) -> bool:
        """نفى مصدر أن يكون فلان قد زار س: whether the word at i tells what somebody, named or not, denies to be so.

        carriers: how many verbs may stand between (نفي أن تكون قواتها قد شنت ضربات).
        """
        infos = self.doc.infos
        that = next((p for p in range(i - 1, max(first, i - 14), -1) if infos[p].word.fold in ("ان", "بان")), None)
        if that is None or infos[that + 1].word.fold not in BEING:
            return False
        between = [p for p in range(that + 2, i) if infos[p].verbs and self._verbal(p)]
        if len(between) > carriers:
            return False
        verbs = (r for p in range(that - 1, max(first, that - 8) - 1, -1) for r in infos[p].verbs)
        return any(r.pos in ("verb", "masdar") and r.lemma in DENYING for r in verbs)

    def _of_what_came(self, k: int, first: int) -> bool:
        """جاء قرار س بعد: whether the clause before k tells what came."""
        infos = self.doc.infos
        free = (p for p in range(k - 1, first - 1, -1) if self.syntax.at[p] is None and not infos[p].closed)
        verbs = (infos[p].verbs for p in free if infos[p].verbs and self._verbal(p))
        return any(r.lemma in COMING and r.tense == "past" and not r.future for r in next(verbs, ()))

    def _hours_before(self, i: int, first: int) -> bool:
        """يوجه رسالة قبل ساعات من التوجه إلى موسكو: what lies so long ahead of an act that is told in the present."""
        infos = self.doc.infos
        while i > first and infos[i - 1].word.fold in OF_FIRSTS:
            i -= 1  # قبل أسبوع من عقد أول قمة
        if i < first + 3 or infos[i - 1].word.fold != "من" or infos[i - 2].word.fold not in SPANS:
            return False
        k = i - 3 if infos[i - 3].word.fold != "من" else i - 4  # قبل أقل من أسبوع
        if "قبل" not in (infos[k].word.fold, infos[max(first, k - 1)].word.fold):
            return False
        finite = (r for p in range(first, i - 3) if self._verbal(p) for r in infos[p].verbs if r.pos == "verb")
        main = next(finite, None)
        coming = any(info.word.fold in COMES for info in infos[first : i - 3])
        return coming if main is None else main.tense == "pres" or main.future

    def _save(self, i: int, first: int) -> bool:
        """لم يمنح س سوى كذا, لم يزر إلا ص: whether what is denied of all but something was done."""
        doc = self.doc
        if i == first or doc.infos[i - 1].word.fold not in NOT:
            return False
        for p in range(i + 1, min(self.doc.sents[self.syntax.sent_of[i]].last - 1, i + 9)):
            if doc.texts[p] in "،,؛:" or "complement" in doc.infos[p].closed:
                return False
            if doc.infos[p].word.fold in SAVE:
                return doc.infos[p + 1].word.fold not in IF
        return False
