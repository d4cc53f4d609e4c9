"""Which reading of an act is unlikely, by its noun phrases: what every proposal must not be."""

from __future__ import annotations

from kg.model import fold
from loaders.delegations import MEN_COMING
from loaders.doc import Chunk, Doc
from loaders.lexicon.sets import word_set
from loaders.nominal import FREEING
from loaders.recipients import SHOTS
from loaders.standing import Standing
from loaders.text import QUOTES

SPEECH = frozenset(
    ("URGED", "ACCUSED", "CRITICIZED", "THREATENED", "OFFERED", "DEMANDED_WITHDRAWAL", "PRAISED", "REJECTED")
)
CRAFT = frozenset(("طايره", "طايرات", "سفن", "غواصه", "غواصات", "بوارج", "بارجه", "مدمره", "فرقاطه", "مروحيه"))
"""Ships and planes of a state, which visit nobody."""
WEAPONRY = frozenset(("صواريخ", "طايرات", "طايره", "مقاتلات", "مسيرات", "مسيره", "مدفعيه", "زوارق"))
BASES = frozenset(("قاعده", "قواعد", "القاعده", "القواعد"))
CONTROL = frozenset(("السيطره", "سيطرتها", "سيطرته"))
ARRIVING = word_set("likelihood.arriving")
FORCES = word_set("likelihood.forces")
PEOPLE = word_set("relations.people")
VENTURE = word_set("likelihood.venture")
OUTLETS = ("وكاله الانباء", "وكاله انباء", "تلفزيون ", "قناه ", "صحيفه ", "اذاعه ", "جريده ", "مجله ", "موقع ")
"""What the name of an outlet begins with that no list has."""
GUESTS = frozenset(("ضيف", "ضيفه", "ضيفها", "الضيف", "ضيفته", "ضيفتها"))
COOPERATING = frozenset(("تعاون", "نسق", "تعاون_اسم"))
DISCUSSING = word_set("likelihood.discussing")
WAYS = word_set("likelihood.ways")
SEAS = ("بحر", "البحر", "المحيط", "خليج")
SEATS = frozenset(("بالبيت الابيض", "بالكرملين", "بالاليزيه", "بالبنتاغون", "بالكونغرس", "بالكنيست"))
KIN = word_set("likelihood.kin")
PEOPLES = word_set("likelihood.peoples")
CITIZENS = word_set("relations.citizens")
PERMITS = word_set("likelihood.permits")
GETTING = frozenset(("الحصول", "للحصول", "بالحصول"))
ENTRY = frozenset(a + b for a in ("", "ب", "ل") for b in ("دخول", "وصول", "مرور", "عبور")) | {"لادخال"}
EASING = frozenset(("تخفيف", "رفع", "الغاء", "تعليق", "انهاء"))
TERMS = frozenset(("فتره", "مده", "سنوات", "ظروف", "خلال", "اثناء", "بعد", "منذ"))
OF_ITS_KIND = frozenset(("شانه", "شانها"))
MADE = frozenset(("الموقع", "المبرم", "الموقعه", "المبرمه"))
ENCOURAGING = word_set("likelihood.encouraging")
SENDING = word_set("likelihood.sending")
HOME = {
    "f": frozenset(("عودته", "وصوله", "رجوعه")),
    "m": frozenset(("عودتها", "وصولها", "رجوعها")),
    "": frozenset[str](),
}
SUSPICIONS = word_set("likelihood.suspicions")
SUFFERED = word_set("likelihood.suffered")
FATES = frozenset(("وضع", "اوضاع", "مصير", "سلامه", "صحه", "حياه", "حاله", "امن", "احتجاز", "اعتقال", "اختفاء"))


def of_origin(doc: Doc, o: Chunk) -> bool:
    """إيطاليا من أصل مغربي: a man of that nation, whose accusative looks like her name."""
    words = [info.word.fold for info in doc.infos[o.last : o.last + 2]]
    return len(words) == 2 and words[0] == "من" and words[1] in ("اصل", "اصول")


CHAIRED = word_set("likelihood.chaired")
"""What somebody heads for an hour, no office (ترأس اجتماعا للمجلس)."""
ENVOYS = ("المبعوث", "مبعوث", "الموفد", "موفد")


class Likelihood(Standing):
    def _armed(self, i: int) -> bool:
        """هجوما صاروخيا, هاجم بالطائرات: with weapons, not with words."""
        return any(self.doc.infos[p].word.fold in SHOTS for p in range(i + 1, min(self.doc.n, i + 9)))

    def _travels(self, subject: str, object: str, by: str) -> bool:
        """Whether it is a person who enters, stops or comes back; who attends something must be a stranger there."""
        if self.cast.types.get(subject) != "person":
            return False
        person = self.cast.person_of.get(subject)
        there = self.cast.iso_of.get(object)
        foreign = person is not None and bool(person.iso and there) and person.iso != there
        envoy = person is not None and not person.iso and any(r.text.startswith(ENVOYS) for r in person.roles)
        foreign = foreign or envoy  # المبعوث الأممي فلان: of no land
        return foreign or any(f":{verb}:" in by for verb in ("دخل", "توقف", "تحول", "تنقل"))

    def _likely(self, s: Chunk, type: str, o: Chunk, i: int, by: str) -> bool:
        """What the noun phrases make unlikely: outlets that do more than speak, a state that lies where it lies, worry
        about somebody's fate as criticism of him."""
        own = self.cast.entity_of.get(s.actor or "")  # مراسلة القناة is one of an outlet too
        outlet = any(e.outlet for e in s.entities) or (own is not None and own.outlet)
        said = self.inside[i] if type in ("ATTACKED", "DETAINED") and by.endswith(":verb") else None
        if said is not None and said.kind == "direct" and self._against_home(s, o):
            return False  # حزب الله يخطف لبنان
        if type == "HOLDS_POSITION" and ":ترأس:" in by:
            return not any(w.word.fold.removeprefix("ال") in CHAIRED for w in self.doc.infos[i + 1 : o.first])
        outlet = outlet or fold(s.name).startswith(OUTLETS)
        if outlet and ((type not in SPEECH and type != "AFFILIATED_WITH") or ":احتج:masdar" in by):
            return False
        if type in ("DETAINED", "ATTACKED") and o.kind == "person" and not o.lead and o.first > i and self._kin_of(o):
            return False  # حكمت المحكمة على صهر فلان
        before = self.doc.infos[s.first - 1].word.fold if s.first else ""
        if s.kind in ("nisba", "country") and s.form == "nisba" and before.removeprefix("و") in PEOPLE:
            return False  # مواطن صيني, آلاف الإسرائيليين: nobody's government
        if s.by == "nisba" and s.number == "p" and self._people_among(s):
            return False
        if type in SPEECH and o.kind in ("nisba", "country") and o.form == "nisba" and self._citizens(o):
            return False  # حث المواطنين الأميركيين على
        if type == "SUPPORTS" and ":وقف:" in by and self._type(s) == self._type(o) == "person":
            return False  # وهو يقف إلى جانب زوجته
        if type == "ACCUSED" and ":masdar" in by and (before in ("اجل",) or self.doc.infos[i - 1].word.fold == "اجل"):
            return False
        if type == "DEPLOYED_IN" and ":وجود:" in by and s.kind == "country" and s.by != "state:head":
            around = [w.word.fold for w in self.doc.infos[max(0, i - 2) : i + 5]]
            return any(w.removeprefix("ال").startswith(("عسكري", "قوات", "جنود", "مقاتل", "مسلح")) for w in around)
        if by.endswith(":masdar") and s.last <= i and self._another_ventures(s.last, i):
            return False
        within = o.first > 0 and self.doc.infos[o.first - 1].word.fold == "في"
        stormed = ":اقتحم:masdar" in by and s.first == i + 1
        stormed = stormed or (":استهدف:masdar" in by and s.first == i + 2 and self.doc.texts[i + 1] in QUOTES)
        if type == "ATTACKED" and within and stormed:
            return False  # اقتحام سفارة س في ص: she is stormed
        if type == "ATTACKED" and within and by.endswith(":masdar") and self._type(o) in ("organization", "person"):
            return False  # حملة للقيام بدور في التحالف
        if type == "ATTACKED" and ":ضرب:masdar" in by and self._type(s) == self._type(o) == "person":
            return False  # وجه فلان ضربة لفلان
        if ":أصاب:" in by and s.head not in WEAPONRY:
            return False  # أصاب الذعر س
        freeing = type in ("ATTACKED", "DEPLOYED_IN") and not FREEING.isdisjoint(by.split(":"))
        if freeing and type == "DEPLOYED_IN":
            words = {w.word.fold for w in self.doc.infos[i + 1 : i + 8]}
            aimed = any(r.pos == "masdar" and r.prep == "ل" for r in self.doc.infos[i].verbs)  # عملية لتحرير س
            return not aimed and (self._forces(s) or self._type(s) == "militia" or not CONTROL.isdisjoint(words))
        if freeing or (type == "DEPLOYED_IN" and by.endswith(":دخل:verb")):
            return self._type(s) == "militia" or self._forces(s)  # دخلت قوات س المدينة
        if ":استضاف:" in by and any(w.word.fold in BASES for w in self.doc.infos[i + 1 : i + 7]):
            return False  # تستضيف قطر قاعدة أمريكية
        if type == "MET" and ":استضاف:" in by and self._type(s) == "country":
            return False  # تستضيف روما فلانا: he comes there (hosts.py)
        if type == "MET" and o.lead == "ب" and fold(o.name) in SEATS:
            return False  # اجتماع بالبيت الأبيض: where
        if type == "SANCTIONED" and s.name.removeprefix("ال").startswith("محكمة"):
            return False  # أكدت المحكمة العقوبة ضد فلان: a sentence
        if type == "ATTACKED" and by.endswith("+pair") and o.form == "nisba" and self._of_people(o):
            return False  # اشتباكات بين س وعشيرة عراقية
        if type == "PRAISED" and ":رحب:" in by and o.kind in ("person", "title") and self._guest_himself(o):
            return False
        if type == "AGREED_WITH" and ":masdar" in by and by.split(":")[2] in COOPERATING and self._talked_about(i):
            return False
        if type == "VISITED" and s.head in CRAFT:
            return False  # وصلت طائرة قطرية محملة بالمساعدات
        if by.endswith(":verb") and by.split(":")[2] in ARRIVING:
            return (type == "DEPLOYED_IN") == self._forces(s)  # وصلت تعزيزات س إلى ص: no visit
        if type == "DEPLOYED_IN" and by.endswith("ملك:verb"):
            return self._type(s) in ("country", "militia")
        if type == "DEPLOYED_IN" and by.endswith((":نشط:verb", ":اتخذ:verb")):
            return self._type(s) == "militia" or self._forces(s)
        if type == "DEPLOYED_IN" and by.endswith(":استولى:verb") and o.kind == "nisba":
            return False  # استولى الحرس الثوري على ناقلة بريطانية
        if type == "ATTACKED" and ":واجه:" in by and self._type(s) == self._type(o) == "country":
            return self._armed(i)  # مواجهة أنقرة مع أثينا
        if ":تحول:" in by:  # تحول فلان إلى رمز … زيارة إلى ليبيا: he became something
            between = [w.word.fold for w in self.doc.infos[i + 1 : o.first]]
            return between[-1:] in (["الي"], ["نحو"]) and between.count("الي") < 2
        court = type == "CRITICIZED" and s.name.removeprefix("ال").startswith("محكمة")
        if court and by.endswith((":أدان:verb", ":دان:verb")):
            return False  # أدانت المحكمة فلانا: a verdict
        if (":حكم:" in by or by == "frame:detained:قضى:verb") and self._type(s) == "person":
            return False  # في حين حكم على فلان بالسجن
        if type == "DETAINED" and of_origin(self.doc, o):
            return False  # أوقفت الشرطة فرنسيا من أصل س
        if type == "DISPLACED" and by.endswith(":رحل:masdar") and self._type(s) == "person":
            return False  # ترحيل فلان إلى س: he is deported
        if type == "ATTACKED" and ":أطلق:" in by and (o.entities[0].name if o.entities else o.name).startswith(SEAS):
            return False  # صاروخا باتجاه البحر
        if type == "CRITICIZED" and ":قلق:" in by and o.first:
            return self.doc.infos[o.first - 1].word.fold not in FATES
        return True

    def _guest_himself(self, o: Chunk) -> bool:
        """رحب الأمير بالوزير, بضيفه الوزير: whether he himself is welcomed, as a host does, and not what he did."""
        before = self.doc.infos[o.first - 1] if o.first else None
        return o.lead.endswith("ب") or (before is not None and not GUESTS.isdisjoint(before.word.rests))

    def _talked_about(self, i: int) -> bool:
        """تناول اللقاء التعاون بين س وص, بحثا سبل التعاون: whether cooperation is the matter of talks, no deed."""
        first = self.doc.sents[self.syntax.sent_of[i]].first
        for p in range(i - 1, max(first, i - 7) - 1, -1):
            info = self.doc.infos[p]
            if "complement" in info.closed or self.doc.texts[p] in ".؛:":
                return False
            if not WAYS.isdisjoint(info.word.rests) or not DISCUSSING.isdisjoint(info.lemmas):
                return True
        return False

    def _told_elsewhere(self, s: Chunk, type: str, o: Chunk, i: int, by: str) -> bool:
        """Whether other words than those of the act at i tell of o: a speech within the sentence, another's deed."""
        infos, between = self.doc.infos, range(i + 1, o.first)
        if o.first > i and any(info.word.fold == "باسم" for info in infos[max(i, o.first - 2) : o.first]):
            return True  # أحيي باسم جميع الفرنسيين شجاعة فلان
        spoken = type == "VISITED" and o.first > i and self.syntax.quoted[o.first] and not self.syntax.quoted[i]
        if spoken and any(self.doc.texts[p] in QUOTES and p + 1 < o.first for p in between):
            return True  # أضاف متوجها إلى الحاضرين: «دعوتمونا إلى س»
        kept = type == "VISITED" and infos[i - 1].word.fold == "من" and by.endswith(":masdar")
        if kept and any("منع" in info.lemmas for info in infos[max(0, i - 10) : i - 1]):
            return True  # منعت س فلانا من السفر إلى ص
        home = ":رفض:verb" in by and o.head == "*country" and self._own(s.actor or "", o.actor or "")
        if home and any(infos[p].prep for p in between):
            return True  # رفض الاعتذار عن موقف بلاده
        campaign = ":عملية:masdar" in by and self._type(s) == "person" and "حمل" in infos[i].word.fold
        armed = any(info.word.fold.removeprefix("ال").startswith(("عسكري", "جوي")) for info in infos[i + 1 : i + 4])
        if campaign and not armed and o.first and infos[o.first - 1].word.fold != "علي":
            return True  # عقد فلان تجمعا في حملته في س
        if type == "SUPPORTS" and ":masdar" in by and s.last <= i < o.first:
            if ":منح:" in by and any(info.word.fold in PERMITS for info in infos[i + 1 : i + 4]):
                return True  # منح تصاريح لإدخال مساعدات إلى س
            if ":ساعد:" in by and infos[i - 1].word.fold in ENTRY:
                return True  # أكد فلان فتح الطريق لدخول مساعدات إلى س
            if any(info.word.fold in GETTING for info in infos[max(0, i - 3) : i]):
                return True  # الحصول على بيان دعم من ص
            return any(infos[p].word.fold in ("كانت", "كان") for p in between)  # مساعدات كانت مخصصة لس
        if ":عاقب:masdar" in by and s.last <= i and infos[i - 1].word.fold in EASING:
            return True  # لا يعتزم تخفيف العقوبات على س
        if type == "DETAINED" and by.endswith((":سجن:masdar", ":حبس:masdar")) and s.last <= i:
            return infos[i - 1].word.fold in TERMS  # خلال فترة سجنه
        if type in SPEECH and o.by == "nisba" and o.number == "p" and self._own(s.actor or "", o.actor or ""):
            return True  # دعا الوزير اللبنانيين إلى التصويت: his own people
        if by.endswith(":verb") and infos[i - 1].word.fold == "ان" and infos[i - 2].word.fold in OF_ITS_KIND:
            return True  # قرار من شأنه أن يدعو س إلى
        if type == "VISITED" and by.endswith(":masdar") and s.last <= i:
            return self._others_visit(s, i)
        if ":بحث:verb" in by and o.first > i and infos[o.first - 1].word.fold == "مع":
            return infos[o.first - 2].word.fold in MADE  # سيبحث الاتفاق الموقع مع س
        if ":اتهم:masdar" in by and s.last <= i and "complement" in infos[i - 1].closed:
            return True  # قال فلان إن اتهام س بكذا باطل
        if type == "ACCUSED" and ":مزاعم:" in by and o.first > i:
            return any(info.word.fold in SUFFERED for info in infos[o.last : o.last + 2])  # مزاعم س بأن فلانا قد قتل
        return False

    def _others_visit(self, s: Chunk, i: int) -> bool:
        """إرسال فريق لزيارة س, تشجيع زيارة س, أوقفته السلطات بعد عودته من زيارة لس: no visit of the subject."""
        infos = self.doc.infos
        back = infos[i - 2].word.fold if infos[i - 1].word.fold == "من" and i >= 2 else ""
        if back in HOME[s.gender or ""]:
            return True
        if infos[i - 1].word.fold in ENCOURAGING:
            return True
        aim = infos[i].word.fold.startswith("ل")
        return aim and any(info.word.fold in SENDING for info in infos[max(s.last, i - 9) : i])

    def _suspected(self, i: int) -> bool:
        """شبهات مفادها أن س مول ص: whether the word at i tells what is only suspected or rumoured."""
        infos, first = self.doc.infos, self.doc.sents[self.syntax.sent_of[i]].first
        for p in range(i - 1, first + 1, -1):
            if "complement" in infos[p].closed:
                k = p - 1 - (infos[p - 1].word.fold in ("مفادها", "مفاده"))
                near = infos[max(first, k - 2 * (k < p - 1)) : k + 1]
                return any(info.word.fold.lstrip("وب") in SUSPICIONS for info in near)
        return False

    def _kin_of(self, o: Chunk) -> bool:
        """صهر الملك, نجل الرئيس: whether somebody else is meant, who is told by him."""
        before = self.doc.infos[o.first - 1] if o.first else None
        father = o.head == "kin" and o.nfirst > o.first + 1 and self.doc.infos[o.nfirst - 1].titles  # نجل العقيد فلان
        return bool(father) or (before is not None and not KIN.isdisjoint(before.word.rests))

    def _of_people(self, c: Chunk) -> bool:
        """مواطن صيني, عشيرة عراقية: whether a noun for people stands before a nation's adjective."""
        before = self.doc.infos[c.first - 1] if c.first else None
        return before is not None and not PEOPLE.isdisjoint(before.word.rests | {before.word.fold.removeprefix("و")})

    def _people_among(self, s: Chunk) -> bool:
        """السوريين الأكراد, العراقيون السنة: people of a nation told by another word behind her adjective."""
        behind = self.doc.infos[s.last] if s.last < self.doc.n else None
        return behind is not None and behind.word.fold in PEOPLES

    def _another_ventures(self, start: int, i: int) -> bool:
        """أعلن فلان إقدام 14 دولة على طرد: whether a noun of venturing before i has another, who is no actor."""
        return any(
            not VENTURE.isdisjoint(self.doc.infos[p].word.rests) and self.syntax.at[p + 1] is None
            for p in range(start, i - 1)
        )

    def _forces(self, s: Chunk) -> bool:
        """القوات التركية, تعزيزات روسية: whether the noun phrase tells those who bear arms."""
        first = self.syntax.at[s.first - 1] if s.first and s.kind == "nisba" and s.lead == "و" else None
        if first is not None and first.last == s.first:
            return self._forces(first)  # قوات سعودية وإماراتية
        words = self.doc.infos[s.first : s.last]
        before = self.doc.infos[max(0, s.first - 3) : s.first] if s.lead == "ل" else []
        if any(w.word.fold in MEN_COMING for w in before):
            return True  # رتل عسكري للجيش س
        return any(w.word.fold.removeprefix("ال") in FORCES or not FORCES.isdisjoint(w.word.rests) for w in words)

    def _citizens(self, nisba: Chunk) -> bool:
        """المواطنين الأميركيين, رعاياها الفرنسيين: a nation's people, not its government."""
        noun = nisba.first - (nisba.length == 1)
        return noun >= 0 and self.doc.infos[noun].word.fold.removeprefix("و").removeprefix("ال") in CITIZENS

    def _against_home(self, s: Chunk, o: Chunk) -> bool:
        """Whether an armed group does something to the whole of its own country, as its opponents put it."""
        if self._type(s) != "militia" or self._type(o) != "country" or o.by != "lexicon" or o.metonym:
            return False
        home = self.cast.iso_of.get(s.actor or "")
        return home is not None and home == self.cast.iso_of.get(o.actor or "")
