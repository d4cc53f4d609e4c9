"""Which ends an act may stand between, and which reading is unlikely: what every proposal passes."""

from __future__ import annotations

from kg.model import fold
from loaders.arguments import BEGUN
from loaders.continuity import SET
from loaders.doc import Chunk, Doc
from loaders.lexicon.frames import allowed
from loaders.lexicon.sets import word_set
from loaders.nominal import FREEING
from loaders.proposals import Proposal
from loaders.recipients import SHOTS
from loaders.standing import Standing

SPEECH = frozenset(
    ("URGED", "ACCUSED", "CRITICIZED", "THREATENED", "OFFERED", "DEMANDED_WITHDRAWAL", "PRAISED", "REJECTED")
)
NEVER_OWN = frozenset(("SANCTIONED", "THREATENED", "MET", "AGREED_WITH", "VISITED", "DEPLOYED_IN", "OFFERED"))
"""Acts that nobody does to his own nation: a reading that says so is wrong."""
LEAVING = frozenset(("انسحب", "خرج", "سحب"))
"""What a land does itself, whoever says so (قال فلان إن بلاده ستنسحب من الاتفاق)."""
PERSONAL = frozenset(("دخل", "توقف", "عاد", "حضر", "شارك", "تحول", "تنقل", "غادر", "هبط"))
"""Verbs that tell a visit of a person only, and of a stranger to the country where the verb says little."""
CRAFT = frozenset(("طايره", "طايرات", "سفن", "غواصه", "غواصات", "بوارج", "بارجه", "مدمره", "فرقاطه", "مروحيه"))
"""Ships and planes of a state, which visit nobody."""
WEAPONRY = frozenset(("صواريخ", "طايرات", "طايره", "مقاتلات", "مسيرات", "مسيره", "مدفعيه", "زوارق"))
BASES = frozenset(("قاعده", "قواعد", "القاعده", "القواعد"))
CONTROL = frozenset(("السيطره", "سيطرتها", "سيطرته"))
ARRIVING = word_set("verdict.arriving")
FORCES = word_set("verdict.forces")
PEOPLE = word_set("relations.people")
UNVOUCHED = word_set("verdict.unvouched")
VENTURE = word_set("verdict.venture")
MEANING = word_set("fronted.meaning") - {"حاول", "قرر", "أراد"}
"""Verbs of meaning to do what أن tells (ينوي فلان أن يندد)."""
SEAS = ("بحر", "البحر", "المحيط", "خليج")
CONDITIONS = frozenset(("اذا", "لو", "ان لم"))
SEATS = frozenset(("بالبيت الابيض", "بالكرملين", "بالاليزيه", "بالبنتاغون", "بالكونغرس", "بالكنيست"))
KIN = word_set("verdict.kin")
PEOPLES = word_set("verdict.peoples")
CITIZENS = word_set("relations.citizens")
FATES = frozenset(("وضع", "اوضاع", "مصير", "سلامه", "صحه", "حياه", "حاله", "امن", "احتجاز", "اعتقال", "اختفاء"))
FEARED = word_set("verdict.feared")
WORDED = frozenset(("اتهم", "انتقد", "وصف", "حمل", "قال", "اعتبر", "دعا", "طالب"))
"""Verbs that go on from an attack that was one of words."""


def of_origin(doc: Doc, o: Chunk) -> bool:
    """إيطاليا من أصل مغربي: a man of that nation, whose accusative looks like her name."""
    words = [info.word.fold for info in doc.infos[o.last : o.last + 2]]
    return len(words) == 2 and words[0] == "من" and words[1] in ("اصل", "اصول")


REGIME = frozenset(("نظام", "النظام"))
CHAIRED = word_set("verdict.chaired")
"""What somebody heads for an hour, no office (ترأس اجتماعا للمجلس)."""

ENVOYS = ("المبعوث", "مبعوث", "الموفد", "موفد")


class Verdict(Standing):
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
        outlet = outlet or fold(s.name).startswith(("وكاله الانباء", "وكاله انباء"))
        if type not in SPEECH and type != "AFFILIATED_WITH" and outlet:
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
        if type == "ATTACKED" and within and ":اقتحم:masdar" in by and s.first == i + 1:
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
        if type == "VISITED" and s.head in CRAFT:
            return False  # وصلت طائرة قطرية محملة بالمساعدات
        if by.endswith(":verb") and by.split(":")[2] in ARRIVING:
            return (type == "DEPLOYED_IN") == self._forces(s)  # وصلت تعزيزات س إلى ص: no visit
        if type == "DEPLOYED_IN" and by.endswith("ملك:verb"):
            return self._type(s) in ("country", "militia")
        if type == "ATTACKED" and ":واجه:" in by and self._type(s) == self._type(o) == "country":
            return self._armed(i)  # مواجهة أنقرة مع أثينا
        if ":تحول:" in by:  # تحول فلان إلى رمز … زيارة إلى ليبيا: he became something
            between = [w.word.fold for w in self.doc.infos[i + 1 : o.first]]
            return between[-1:] in (["الي"], ["نحو"]) and between.count("الي") < 2
        court = type == "CRITICIZED" and s.name.removeprefix("ال").startswith("محكمة")
        if court and by.endswith((":أدان:verb", ":دان:verb")):
            return False  # أدانت المحكمة فلانا: a verdict
        if ":حكم:" in by and self._type(s) == "person":
            return False  # في حين حكم على فلان بالسجن
        if type == "DETAINED" and of_origin(self.doc, o):
            return False  # أوقفت الشرطة فرنسيا من أصل س
        if type == "ATTACKED" and ":أطلق:" in by and (o.entities[0].name if o.entities else o.name).startswith(SEAS):
            return False  # صاروخا باتجاه البحر
        if type == "CRITICIZED" and ":قلق:" in by and o.first:
            return self.doc.infos[o.first - 1].word.fold not in FATES
        return True

    def _kin_of(self, o: Chunk) -> bool:
        """صهر الملك, نجل الرئيس: whether somebody else is meant, who is told by him."""
        before = self.doc.infos[o.first - 1] if o.first else None
        return before is not None and not KIN.isdisjoint(before.word.rests)

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
        return any(w.word.fold.removeprefix("ال") in FORCES for w in self.doc.infos[s.first : s.last])

    def _with_words(self, a: str, b: str, i: int, o: Chunk, by: str) -> bool:
        """Whether an attack may be one of words: from one person, on one person, or told with what he said."""
        described = (
            any(r.pos == "participle" for r in self.doc.infos[i].verbs) and "verb" not in self.doc.infos[i].kinds
        )
        if described and a in ("person", "organization"):
            return True  # غادر فلان مهاجما حزب الله
        if a == "person" and b in ("person", "country", "organization"):
            return self.doc.infos[i - 1].word.fold not in BEGUN  # أعلن س بدء هجوم على ع
        world = b == "organization" and bool(o.entities) and o.entities[0].country is None
        if b == "person" or world:
            launched = self.doc.infos[max(0, i - 4) : i]
            return any(r.lemma == "شن" for word in launched for r in word.verbs)  # شنت طهران هجوما على س
        return a == "person" and b == "militia" and (by.endswith(":verb") or self._goes_on_saying(o.last))

    def _commands(self, s: Chunk) -> bool:
        """Whether a person is listed as a commander, whose attacks are not of words (هجوم حفتر على طرابلس)."""
        entity = self.cast.entity_of.get(s.actor or "")
        return entity is not None and any(fold(o.title).removeprefix("ال").startswith("قايد") for o in entity.offices)

    def _goes_on_saying(self, p: int) -> bool:
        """هاجم س حماس، وقال إنها; هاجم س حماس متهما إياها: what is said follows right behind."""
        if any(s.cue - p <= 4 for s in self.said if s.cue >= p):
            return True
        infos = self.doc.infos[p : p + 2]  # واتهمه بكذا
        return any(r.pos == "verb" and r.lead and r.lemma in WORDED for word in infos for r in word.verbs)

    def _feared(self, i: int, first: int) -> bool:
        """المخاوف من حرب بين س وص, هل تقترب الحرب؟: what is feared or asked has not happened."""
        words = [info.word.fold for info in self.doc.infos[max(first, i - 4) : i]]
        return any(w in FEARED for w in words) or self.doc.infos[first].word.fold == "هل"

    def _asked(self, i: int) -> bool:
        """هل تهاجم س ص؟: what is asked is told by nobody."""
        infos = self.doc.infos
        for p in range(i - 1, self.doc.sents[self.syntax.sent_of[i]].first - 1, -1):
            if "complement" in infos[p].closed:
                return False
            if infos[p].word.fold.lstrip("وف") == "هل":
                return True
        return False

    def _rumoured(self, i: int) -> bool:
        """أنباء عن زيارة س: what nobody vouches for."""
        words = [info.word.fold.removeprefix("و") for info in self.doc.infos[max(0, i - 2) : i]]
        return len(words) == 2 and words[1] == "عن" and words[0] in UNVOUCHED

    def _only_if(self, i: int) -> bool:
        """Whether what the word at i tells is a condition: إذا or لو opens its clause."""
        infos = self.doc.infos
        first = self.doc.sents[self.syntax.sent_of[i]].first
        return any(infos[p].word.fold in CONDITIONS for p in range(max(first, i - 4), i))

    def _citizens(self, nisba: Chunk) -> bool:
        """المواطنين الأميركيين, رعاياها الفرنسيين: a nation's people, not its government."""
        noun = nisba.first - (nisba.length == 1)
        return noun >= 0 and self.doc.infos[noun].word.fold.removeprefix("و").removeprefix("ال") in CITIZENS

    def _awaited(self, i: int) -> bool:
        """ينتظر أن يندد س, من المقرر أن يدعو, ينوي فلان أن يطالب: what is to be said is not said yet."""
        infos = self.doc.infos
        if not self._verbal(i) or not infos[i].verbs:
            first = max(self.doc.sents[self.syntax.sent_of[i]].first, i - 14)
            before = (p for p in range(i - 1, first - 1, -1) if infos[p].verbs and self.syntax.at[p] is None)
            verbs = (infos[p].verbs for p in before if not infos[p].closed and self._verbal(p))
            mean = next(verbs, ())  # يعتزم س رفض كذا
            return any(r.pos == "verb" and r.tense == "pres" and r.lemma in MEANING for r in mean)
        if i < 2 or infos[i - 1].word.fold != "ان" or not any(r.tense == "pres" for r in infos[i].verbs):
            return False
        who = self.syntax.at[i - 2]
        k = who.first - 1 if who is not None and not who.lead else i - 2
        if infos[k].word.fold in SET:
            return True
        return any(r.pos == "verb" and r.tense == "pres" and r.lemma in MEANING for r in infos[k].verbs)

    def _against_home(self, s: Chunk, o: Chunk) -> bool:
        """Whether an armed group does something to the whole of its own country, as its opponents put it."""
        if self._type(s) != "militia" or self._type(o) != "country" or o.by != "lexicon" or o.metonym:
            return False
        home = self.cast.iso_of.get(s.actor or "")
        return home is not None and home == self.cast.iso_of.get(o.actor or "")

    def _regime(self, o: Chunk) -> bool:
        """قوات النظام, نظام الأسد: whether a state is told as its opponents tell it."""
        return self._type(o) == "country" and any(w.word.fold in REGIME for w in self.doc.infos[o.first : o.last])

    def _emit(
        self, s: Chunk, type: str, o: Chunk, status: str, i: int, by: str, score: float, objects: frozenset[str]
    ) -> bool:
        if not s.actor or not o.actor or s.actor == o.actor:
            return False
        a, b = self._type(s), self._type(o)
        unnamed = (
            type == "MET" and {s.kind, o.kind} == {"title", "person"} and abs(s.first - o.last) > 1 and o.number == "s"
        )  # استقبل الرئيس العراقي هادي العامري
        if by.endswith("+pair") and self.syntax.of_one(s, o):
            return False
        if type == "PRAISED" and o.kind == "nisba" and self._own(s.actor, o.actor):
            return False  # أشاد السيسي بالعلاقات المصرية الفرنسية
        if type in NEVER_OWN and self._own(s.actor, o.actor) and not unnamed and not self._regime(o):
            return False
        home = self.cast.iso_of.get(o.actor)
        if type == "VISITED" and a == "country" and home and self.cast.iso_of.get(s.actor) == home:
            return False
        if type == "VISITED" and by.split(":")[2].split("+")[0] in PERSONAL and not self._travels(s.actor, o.actor, by):
            return False
        if ":غادر:" in by and status != "asserted":
            return False  # لم يغادر بغداد, سيغادر القاهرة: where he is
        if ":عاد:" in by and status == "planned":
            status = "asserted"  # سيعود من موسكو: there he is
        if ":هاجم:" in by and not self._commands(s) and self._with_words(a, b, i, o, by):
            if not self._armed(i):
                type = "CRITICIZED"  # شن هجوما على, هاجم: words, from one person
        elif type == "CRITICIZED" and ":هاجم:verb" in by:
            return False
        ordered = type in ("SANCTIONED", "REJECTED") or (
            type == "DETAINED" and by.endswith((":حبس:masdar", ":سجن:masdar"))
        )
        if ordered and status == "planned" and self._decided(i):
            status = "asserted"
        if type == "ATTACKED" and status == "planned" and by.endswith(":masdar") and self._tried(i):
            status = "asserted"
        if self._asked(i) or (status != "denied" and by.endswith(":masdar") and self._rumoured(i)):
            return False
        if b not in objects or not allowed(a, type, b) or not self._likely(s, type, o, i, by):
            return False
        speech = type in SPEECH
        leaving = not LEAVING.isdisjoint(self.doc.infos[i].lemmas)  # an act, not a word
        if speech and not leaving and self._only_if(i):
            return False  # إذا وجه البرلمان الاتهام إلى س
        to_come = any(r.future for r in self.doc.infos[i].verbs) or self._awaited(i)
        if speech and status == "planned" and not leaving and not to_come:
            status = "asserted"
        made = Proposal(s.actor, type, o.actor, status, i, by, round(score, 3), speech=speech)
        sent = self.syntax.sent_of[i]
        made.end = max((c.last for c in (s, o) if c.first > i and self.syntax.sent_of[c.first] == sent), default=i + 1)
        if status == "alleged":
            self.alleged.append(made)
            return True
        self.out.append(made)
        return True
