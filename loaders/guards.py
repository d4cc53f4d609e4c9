"""What a frame's words tell when they tell another act: thanks that are sent, a comment, a verdict."""

from __future__ import annotations

from loaders.audiences import Audiences
from loaders.delegations import CONVICTING
from loaders.doc import Chunk
from loaders.lexicon.frames import Frame
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.objects import MUTUAL
from loaders.phrases import WITH_PRONOUN

THANKS = word_set("relations.thanks")
GIVEN = THANKS | frozenset(("تعازيه", "تعازيها", "التعازي", "العزاء", "الشكر", "التهاني", "تهانيه", "تهانيها"))
AID = word_set("relations.aid")
"""What is sent to help, on planes and ships too."""
CRIMES = word_set("relations.crimes")
WORDED = frozenset(("الاتهام", "الاتهامات", "اتهامات", "التهديدات", "تهديدات", "التهديد", "وقف"))
"""What two exchange in words, whatever the words are about."""


BANNING = frozenset(("حظر", "منع"))
PUNISHING = frozenset(("فرض", "عقوبات", "العقوبات"))
FORCING = frozenset(("أجبر", "ألزم"))
AT_HIM = frozenset(("عليه", "عليها", "عليهم", "عليهما"))
TOLD = frozenset(("بعنوان", "بعنوانه", "بعنوانها", "بمعلومات", "بتفاصيل", "بنسخه"))
"""What somebody is given to know."""
CAUGHT = word_set("guards.caught")
"""What is intercepted, not objected to."""
FELL = frozenset(("قتل", "خطف", "اختطف", "اعتقل", "احتجز", "أوقف", "اغتال", "سجن", "أصاب"))
"""Verbs whose passive looks like a verb of him who was told of before."""
MATCHES = word_set("guards.matches")
"""Words of a match."""


class Guards(Audiences):
    """Adds the readings of a trigger that its frame does not mean."""

    def _tells_another(self, frame: Frame, i: int, reading: Reading, last: int) -> bool:
        """Whether the words around the verb or noun at i say that it is not the act of its frame."""
        if frame.lemma == "وعد" and self.doc.infos[i].word.fold.endswith("عد") and reading.tense == "pres":
            return True  # س التي تعد زعيمة ص: she counts as
        if (
            frame.lemma == "حل"
            and frame.type == "VISITED"
            and any(w.word.fold.startswith("محل") for w in self.doc.infos[i + 1 : min(last, i + 6)])
        ):
            return True  # حلت قوات س محلها في ص
        if frame.lemma == "علق" and any(self.doc.infos[p].prep == "علي" for p in range(i + 1, min(last, i + 3))):
            return True  # علق فلان على المحادثات: a comment
        if frame.lemma == "دعا" and frame.type == "URGED" and self._invites(i, last):
            return True
        if frame.by == MUTUAL and any(w.word.fold in WORDED for w in self.doc.infos[i + 1 : min(last, i + 7)]):
            return True  # تبادلت س وص الاتهامات بالقصف
        if frame.lemma == "سلح" and reading.pos == "participle" and reading.person in ("mp", "d"):
            return True  # مسلحون من س: its men, whom nobody is told to have armed
        if frame.lemma == "أطلق" and i + 1 < last and self.doc.infos[i + 1].word.fold in AT_HIM:
            return True  # أُطلق عليه الرصاص
        if frame.lemma == "زود" and any(w.word.fold in TOLD for w in self.doc.infos[i + 1 : min(last, i + 6)]):
            return True  # زود السلطات بعنوانه
        if frame.lemma in FORCING and i and self.syntax.at[i - 1] is None and self._followed_by(i, "على", last):
            return True  # أجبرت الشركة على سحب كذا: by nobody who is told
        if frame.type == "OFFERED" and any(w.word.fold in PUNISHING for w in self.doc.infos[i + 1 : min(last, i + 8)]):
            return True  # عرضت س فرض عقوبات على ص
        if frame.lemma in BANNING and frame.type == "SANCTIONED" and self._kept_from(frame, i, last):
            return True
        if frame.type == "MET" and frame.pos == "verb" and self._played(i, last):
            return True
        after = self.doc.infos[i + 1 : min(last, i + 4)]
        if frame.type == "ATTACKED" and any(w.word.fold == "جانب" for w in after) and frame.lemma in ("قاتل", "حارب"):
            return True  # تقاتل إلى جانب س
        if frame.type == "REJECTED" and frame.lemma == "اعترض" and self._intercepts(i, last):
            return True
        if frame.lemma == "سلم" and "تسلم" in self.doc.infos[i].lemmas:
            return True  # تسلم فلان رسالة: he got it
        if frame.lemma == "استدعى" and frame.type == "SANCTIONED" and not self._her_own(frame, i, last):
            return True
        if frame.type == "MET" and frame.lemma == "عرض" and "تعرض" in self.doc.infos[i].lemmas:
            return True  # انتقادات تعرض لها بعد مؤتمر مع س
        thanked = GIVEN if frame.lemma == "قدم_إلى" else THANKS
        if frame.type == "VISITED" and any(w.word.fold in thanked for w in self.doc.infos[i + 1 : min(last, i + 10)]):
            return True  # توجه فلان بالشكر إلى س, قدم تعازيه إلى ص
        if frame.lemma == "قدم_إلى" and self._gives(i, last):
            return True  # قدمت س احتجاجا إلى ص
        if frame.type == "DEPLOYED_IN" and any(w.word.fold in AID for w in self.doc.infos[i + 1 : min(last, i + 10)]):
            return True  # أرسلت س طائرة مساعدات
        if frame.lemma in ("توجه", "تحدث") and i + 1 < last and self.doc.infos[i + 1].word.fold in WITH_PRONOUN:
            return True  # خطاب توجه فيه إلى س: words go there; مؤتمر تحدث فيه كل من س وص: each spoke
        if frame.lemma not in CONVICTING or frame.type == "DETAINED":
            return False
        return any(w.word.fold in CRIMES for w in self.doc.infos[i + 1 : min(last, i + 10)])  # أدانته المحكمة بتهمة

    def _her_own(self, frame: Frame, i: int, last: int) -> bool:
        """Whether it is her own envoy who is called: استدعت سفيرها; not «استدعت السفير احتجاجا على احتجاز سفيرها»."""
        own = (p for p in range(i - 2, min(last, i + 16)) if self.doc.infos[p].word.fold in frame.needs)
        p = next(own, i)
        of_it = p > i + 1 and any(r.pos == "masdar" and not r.definite for r in self.doc.infos[p - 1].verbs)
        return not of_it

    def _observed(self, teller: Chunk, i: int) -> bool:
        """أوضح المرصد أن القصف استهدف س: whether a mere observer told of the noun that does it."""
        noun = self.doc.infos[i - 1]
        bare = self.syntax.at[i - 1] is None and noun.definite and not noun.closed and not noun.prep
        return bare and self._type(teller) == "organization"

    def _on_a_journey_to_come(self, i: int, reading: Reading, first: int) -> bool:
        """سيزور س ص، يلتقي خلالها ع, حيث يلتقي ع ناقلا إليه رسالة: what goes with a visit that lies ahead."""
        if reading.pos == "participle":
            return [x.status for x in self.out if x.type == "MET" and first <= x.trigger < i][-1:] == ["planned"]
        during = i + 1 < self.doc.n and self.doc.infos[i + 1].word.fold in ("خلالها", "خلاله")
        during = during or (i > first and self.doc.infos[i - 1].word.fold == "حيث")
        if not during or reading.tense != "pres":
            return False
        visits = [x.status for x in self.out if x.type == "VISITED" and first <= x.trigger < i]
        return visits[-1:] == ["planned"]

    def _fell_so(self, frame: Frame, i: int, reading: Reading, first: int, carried: Chunk) -> bool:
        """وقتل اثنان من س, وأُبرم الاتفاق بين س وص: a passive at the head of a sentence, no deed of who spoke before."""
        if i != first or reading.pronoun or self._type(carried) != "person":
            return False
        if frame.type == "PARTY_TO":
            between = any(info.word.fold == "بين" for info in self.doc.infos[i + 1 : i + 12])
            return between or "\u064f" in self.doc.texts[i][:4]
        return frame.lemma in FELL and frame.type in ("ATTACKED", "DETAINED") and reading.person == "3ms"

    def _intercepts(self, i: int, last: int) -> bool:
        """اعترضت س طائرة: what is caught in its way, and not objected to."""
        for info in self.doc.infos[i + 1 : min(last, i + 8)]:
            if info.prep == "علي":
                return False
            if info.word.fold.removeprefix("ال") in CAUGHT:
                return True
        return False

    def _followed_by(self, i: int, word: str, last: int) -> bool:
        """Whether somebody stands right behind the verb or noun at i, and the word behind him."""
        whom = self.syntax.at[i + 1] if i + 1 < last else None
        return whom is not None and whom.first == i + 1 and whom.last < last and self.doc.texts[whom.last] == word

    def _kept_from(self, frame: Frame, i: int, last: int) -> bool:
        """منع س من استخدام السلاح: from doing it, no ban of a trade or journey."""
        trade = "person" not in frame.objects and "men" not in frame.object
        return trade and self._followed_by(i, "من", last)

    def _played(self, i: int, last: int) -> bool:
        """تلتقي س مع ص في الجولة الثانية من دور المجموعات: a match."""
        return any(w.word.fold.removeprefix("ال") in MATCHES for w in self.doc.infos[i + 1 : min(last, i + 16)])

    def _gives(self, i: int, last: int) -> bool:
        """Whether an indefinite accusative stands between قدم at i and its إلى: what is given."""
        for p in range(i + 1, min(last, i + 16)):
            if self.doc.infos[p].prep in ("الي", "ل"):
                return False
            free = self.syntax.at[p] is None and not self.doc.dated[p] and not self.syntax.is_adverb(p)
            if free and len(self.doc.texts[p]) > 3 and self.doc.texts[p].rstrip("\u064b").endswith("ا"):
                return True
        return False
