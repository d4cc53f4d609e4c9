"""How far an act is true (asserted, denied, planned), and which ends it may stand between."""

from __future__ import annotations

from loaders.arguments import BEGUN
from loaders.avowals import ARMED
from loaders.doc import Chunk, Doc
from loaders.lexicon.frames import allowed
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.participles import Participles
from loaders.proposals import Proposal
from loaders.readings import LIGHT
from loaders.sites import NEGATIONS

SPEECH = frozenset(
    ("URGED", "ACCUSED", "CRITICIZED", "THREATENED", "OFFERED", "DEMANDED_WITHDRAWAL", "PRAISED", "REJECTED")
)
PLANNING = word_set("relations.planning")
PLANNED_WORDS = word_set("relations.planned_words")
NEVER_OWN = frozenset(("SANCTIONED", "THREATENED", "MET", "AGREED_WITH", "VISITED", "DEPLOYED_IN", "OFFERED"))
"""Acts that nobody does to his own nation: a reading that says so is wrong."""
WEAPONS = word_set("relations.weapons")
PERSONAL = frozenset(("دخل", "توقف", "عاد", "حضر", "شارك", "تحول", "تنقل", "غادر", "هبط"))
"""Verbs that tell a visit of a person only, and of a stranger to the country where the verb says little."""
NONE = frozenset(("ليس", "ليست", "لا", "عدم", "دون"))
"""What denies a noun behind أي (ليس هناك أي اتفاق)."""
UNTRUE = frozenset(("لا", what) for what in ("صحه", "وجود", "اساس"))
"""لا صحة لوجود قوات: there are none."""
PEOPLE = word_set("relations.people")
CONDITIONS = frozenset(("اذا", "لو", "ان لم"))
CITIZENS = word_set("relations.citizens")
FATES = frozenset(("وضع", "اوضاع", "مصير", "سلامه", "صحه", "حياه", "حاله", "امن", "احتجاز", "اعتقال", "اختفاء"))
IF = word_set("relations.if")
FEARED = word_set("verdict.feared")
CARRIERS = LIGHT - word_set("verdict.going_on")
"""Verbs whose denial denies the noun that they carry."""
SAVE = frozenset(("سوي", "الا"))
"""لم تقدم سوى دعم محدود: she did."""
TO_COME = word_set("relations.to_come")
AFTER = frozenset(("بعد", "عقب", "اثر"))
SPANS = frozenset(("ساعه", "ساعات", "ساعتين", "يوم", "يومين", "ايام", "اسبوع", "اسبوعين", "اسابيع", "شهر", "شهرين"))
"""How long before an act something is told to happen (قبل ساعات من التوجه)."""
WISHING = frozenset(("اود", "نود", "احب", "يسعدني", "يسرني", "يشرفني"))
"""What the speaker says before أن when he does it by saying so."""
WORDED = frozenset(("اتهم", "انتقد", "وصف", "حمل", "قال", "اعتبر", "دعا", "طالب"))
"""Verbs that go on from an attack that was one of words."""
DURING = frozenset(("خلال", "اثناء"))
MOVING = word_set("relations.moving")
"""Verbs of going and coming, behind which بعد tells what was before (غادر بغداد بعد لقائه فلانا)."""


def of_origin(doc: Doc, o: Chunk) -> bool:
    """إيطاليا من أصل مغربي: a man of that nation, whose accusative looks like her name."""
    words = [info.word.fold for info in doc.infos[o.last : o.last + 2]]
    return len(words) == 2 and words[0] == "من" and words[1] in ("اصل", "اصول")


class Verdict(Participles):
    def _to_come(self, i: int) -> bool:
        """يزور بغداد غدا, يلتقي فلانا الأسبوع المقبل: the clause names a time to come."""
        p, passed = i, 0
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

    def _status(self, i: int, reading: Reading, first: int) -> tuple[bool, str | None]:
        doc = self.doc
        prev = doc.infos[i - 1] if i > first else None
        negated = bool(
            (prev is not None and prev.word.fold in NEGATIONS and "relative" not in prev.closed)
            or (prev is not None and prev.word.fold in ("عدم", "دون", "بعدم", "نفي", "ليس", "غير"))
            or (
                prev is not None
                and prev.word.fold in ("اي", "ايه")
                and any(doc.infos[p].word.fold in NONE for p in range(max(first, i - 4), i - 1))
            )
        )
        negated = negated or (i > first + 1 and (doc.infos[i - 2].word.fold, doc.infos[i - 1].word.fold) in UNTRUE)
        if prev is not None and not reading.prep and reading.pos == "masdar":
            negated = negated or prev.word.fold in ("رفضه", "رفضها", "برفضه", "برفضها")  # برفضه دعم س
        s = self.inside[i]
        status = "denied" if negated else "asserted"
        if s is not None and s.act == "accuse" and s.cue != i:
            return negated, "alleged"
        if reading.pos == "verb":
            if reading.future or (prev is not None and prev.word.fold in ("سوف", "لن")):
                status = "planned" if not negated else "denied"
            elif (
                (
                    (prev is not None and prev.word.fold in ("ان", "بان") and reading.tense == "pres")
                    or reading.prep == "ل"
                    or (prev is not None and prev.word.fold in ("كي", "لكي", "حتي"))
                )
                or any(doc.infos[p].word.fold in IF for p in range(max(first, i - 4), i))
                or (reading.tense == "pres" and prev is not None and prev.word.fold in ("قد", "وقد", "ربما", "وربما"))
                or (reading.tense == "pres" and not negated and self._to_come(i))
            ):
                status = "planned"
        else:
            over = self._over(i, first)
            window = [doc.infos[p].word.fold for p in range(i + 1, min(doc.n, i + 6))]
            if any(w in PLANNED_WORDS for w in window[:4]) or self._hours_before(i, first):
                status = "planned"
            for p in range(i - 1, max(first, i - 9) - 1, -1) if not over else ():
                info = doc.infos[p]
                if info.word.fold in PLANNED_WORDS:
                    status = "planned"
                    break
                if info.verbs and self.syntax.at[p] is None and not info.closed:
                    if not self._verbal(p) and (
                        not any(r.lemma in PLANNING for r in info.verbs)
                        or (info.definite and doc.infos[i - 1].word.fold in AFTER)  # جاء القرار بعد قصف س
                    ):
                        continue
                    r = info.verbs[0]
                    told = doc.infos[p - 1].word.fold if p > first else ""
                    if told == "ان" and p > first + 1 and doc.infos[p - 2].word.fold in WISHING:
                        break  # أود أن أعبر عن تضامننا مع س: said with these very words
                    if r.lemma == "دعا" or (r.tense == "pres" and told in ("ان", "بان") and r.pos == "verb"):
                        status = "planned"  # توقعات بأن تشن س ضربة
                        break
                    if r.future or r.lemma in PLANNING or r.lemma in ("ألغى", "رفض", "منع"):
                        status = "denied" if r.lemma == "ألغى" else "planned"
                    break
            if over:
                return negated, status
        fact = reading.pos == "verb" and prev is not None and prev.word.fold in ("التي", "الذي", "الذين")
        if s is not None and s.cue != i and status == "asserted" and not (fact and s.act != "deny"):
            if s.act == "deny":
                status = "denied"
            elif (
                s.act in ("demand", "ask", "offer", "hope") and not (reading.pos == "verb" and reading.tense == "past")
            ) or (s.act == "threaten" and not (reading.pos == "verb" and reading.tense == "past")):
                status = "planned"
        elif s is not None and s.act == "deny" and status == "planned" and s.cue != i:
            status = "denied"
        return negated, status

    def _hours_before(self, i: int, first: int) -> bool:
        """يوجه رسالة قبل ساعات من التوجه إلى موسكو: what lies so long ahead of an act that is told in the present."""
        infos = self.doc.infos
        if i < first + 3 or infos[i - 1].word.fold != "من":
            return False
        if (
            "قبل" not in (infos[i - 3].word.fold, infos[max(first, i - 4)].word.fold)
            or infos[i - 2].word.fold not in SPANS
        ):
            return False
        finite = (r for p in range(first, i - 3) if self._verbal(p) for r in infos[p].verbs if r.pos == "verb")
        main = next(finite, None)
        return main is not None and (main.tense == "pres" or main.future)

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
        return during or doc.texts[i - 2] in "،," or finite[0].lemma in MOVING

    def _not_carried(self, i: int, first: int) -> bool:
        """لم تفرض س عقوبات, لا تقدم س دعما: whether the verb that carries the noun at i is denied."""
        doc = self.doc
        for p in range(i - 1, max(first, i - 12) - 1, -1):
            info = doc.infos[p]
            if "complement" in info.closed or doc.texts[p] in ":؛" or info.word.fold in SAVE:
                return False
            if self.syntax.at[p] is None and not info.closed and info.verbs and self._verbal(p):
                carries = any(r.pos == "verb" and r.lemma in CARRIERS for r in info.verbs)
                return carries and p > first and doc.infos[p - 1].word.fold in ("لم", "لن", "لا", "ولم", "ولن", "ولا")
        return False

    def _decided(self, i: int) -> bool:
        """قررت تركيا طرد السفير, أمر فلان بطرد: a decision taken is the sanction itself."""
        for p in range(i - 1, max(self.doc.sents[self.syntax.sent_of[i]].first, i - 9) - 1, -1):
            info = self.doc.infos[p]
            if info.word.fold in PLANNED_WORDS or info.word.fold in IF or "complement" in info.closed:
                return False
            if self.syntax.at[p] is None and not info.closed and "verb" in info.kinds:
                if "masdar" in info.kinds and not self._verbal(p):
                    continue
                return any(r.lemma in ("قرر", "أمر") and r.tense == "past" for r in info.verbs)
        return False

    def _armed(self, i: int) -> bool:
        """هجوما صاروخيا, هاجم بالطائرات: with weapons, not with words."""
        return any(self.doc.infos[p].word.fold in WEAPONS for p in range(i + 1, min(self.doc.n, i + 9)))

    def _travels(self, subject: str, object: str, by: str) -> bool:
        """Whether it is a person who enters, stops or comes back; who attends something must be a stranger there."""
        if self.cast.types.get(subject) != "person":
            return False
        person = self.cast.person_of.get(subject)
        there = self.cast.iso_of.get(object)
        foreign = person is not None and bool(person.iso and there) and person.iso != there
        return foreign or any(f":{verb}:" in by for verb in ("دخل", "توقف", "تحول", "تنقل"))

    def _likely(self, s: Chunk, type: str, o: Chunk, i: int, by: str) -> bool:
        """What the noun phrases make unlikely: outlets that do more than speak, a state that lies where it lies, worry
        about somebody's fate as criticism of him."""
        if type not in SPEECH and type != "AFFILIATED_WITH" and any(e.outlet for e in s.entities):
            return False
        before = self.doc.infos[s.first - 1].word.fold if s.first else ""
        if s.kind in ("nisba", "country") and s.form == "nisba" and before.removeprefix("و") in PEOPLE:
            return False  # مواطن صيني, آلاف الإسرائيليين: nobody's government
        if type in SPEECH and o.kind in ("nisba", "country") and o.form == "nisba" and self._citizens(o):
            return False  # حث المواطنين الأميركيين على
        if type == "SUPPORTS" and ":وقف:" in by and self._type(s) == self._type(o) == "person":
            return False  # وهو يقف إلى جانب زوجته
        if type == "ACCUSED" and ":masdar" in by and (before in ("اجل",) or self.doc.infos[i - 1].word.fold == "اجل"):
            return False
        if type == "DEPLOYED_IN" and ":وجود:" in by and s.kind == "country" and s.by != "state:head":
            around = [w.word.fold for w in self.doc.infos[max(0, i - 2) : i + 5]]
            return any(w.removeprefix("ال").startswith(("عسكري", "قوات", "جنود", "مقاتل", "مسلح")) for w in around)
        freeing = type == "ATTACKED" and by.endswith((":حرر:verb", ":استعاد:verb", ":انتزع:verb"))
        if freeing or (type == "DEPLOYED_IN" and by.endswith(":دخل:verb")):
            told = (w.word.fold.removeprefix("ال") for w in self.doc.infos[s.first : s.last])
            return self._type(s) == "militia" or any(w in ARMED for w in told)  # دخلت قوات س المدينة
        if type == "DEPLOYED_IN" and by.endswith("ملك:verb"):
            return self._type(s) in ("country", "militia")
        if type == "ATTACKED" and ":واجه:" in by and self._type(s) == self._type(o) == "country":
            return self._armed(i)  # مواجهة أنقرة مع أثينا
        if ":تحول:" in by:  # تحول فلان إلى رمز … زيارة إلى ليبيا: he became something
            between = [w.word.fold for w in self.doc.infos[i + 1 : o.first]]
            return between[-1:] in (["الي"], ["نحو"]) and between.count("الي") < 2
        if type == "DETAINED" and of_origin(self.doc, o):
            return False  # أوقفت الشرطة فرنسيا من أصل س
        if type == "ATTACKED" and ":أطلق:" in by and o.name.startswith(("بحر", "البحر", "المحيط", "خليج")):
            return False  # صاروخا باتجاه البحر
        if type == "CRITICIZED" and ":قلق:" in by and o.first:
            return self.doc.infos[o.first - 1].word.fold not in FATES
        return True

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

    def _only_if(self, i: int) -> bool:
        """Whether what the word at i tells is a condition: إذا or لو opens its clause."""
        infos = self.doc.infos
        first = self.doc.sents[self.syntax.sent_of[i]].first
        return any(infos[p].word.fold in CONDITIONS for p in range(max(first, i - 4), i))

    def _citizens(self, nisba: Chunk) -> bool:
        """المواطنين الأميركيين, رعاياها الفرنسيين: a nation's people, not its government."""
        noun = nisba.first - (nisba.length == 1)
        return noun >= 0 and self.doc.infos[noun].word.fold.removeprefix("و").removeprefix("ال") in CITIZENS

    def _emit(
        self, s: Chunk, type: str, o: Chunk, status: str, i: int, by: str, score: float, objects: frozenset[str]
    ) -> bool:
        if not s.actor or not o.actor or s.actor == o.actor:
            return False
        a, b = self._type(s), self._type(o)
        unnamed = (
            type == "MET" and {s.kind, o.kind} == {"title", "person"} and abs(s.first - o.last) > 1
        )  # استقبل الرئيس العراقي هادي العامري
        if by.endswith("+pair") and self.syntax.of_one(s, o):
            return False
        if type == "PRAISED" and o.kind == "nisba" and self._own(s.actor, o.actor):
            return False  # أشاد السيسي بالعلاقات المصرية الفرنسية
        if type in NEVER_OWN and self._own(s.actor, o.actor) and not unnamed:
            return False
        home = self.cast.iso_of.get(o.actor)
        if type == "VISITED" and a == "country" and home and self.cast.iso_of.get(s.actor) == home:
            return False
        if type == "VISITED" and by.split(":")[2].split("+")[0] in PERSONAL and not self._travels(s.actor, o.actor, by):
            return False
        if ":غادر:" in by and status != "asserted":
            return False  # لم يغادر بغداد, سيغادر القاهرة: where he is
        if ":هاجم:" in by and self._with_words(a, b, i, o, by):
            if not self._armed(i):
                type = "CRITICIZED"  # شن هجوما على, هاجم: words, from one person
        elif type == "CRITICIZED" and ":هاجم:verb" in by:
            return False
        if type in ("SANCTIONED", "REJECTED") and status == "planned" and self._decided(i):
            status = "asserted"
        if b not in objects or not allowed(a, type, b) or not self._likely(s, type, o, i, by):
            return False
        speech = type in SPEECH
        leaving = any(r.lemma in ("انسحب", "خرج", "سحب") for r in self.doc.infos[i].verbs)  # an act, not a word
        if speech and not leaving and self._only_if(i):
            return False  # إذا وجه البرلمان الاتهام إلى س
        if speech and status == "planned" and not leaving and not any(r.future for r in self.doc.infos[i].verbs):
            status = "asserted"
        made = Proposal(s.actor, type, o.actor, status, i, by, round(score, 3), speech=speech)
        sent = self.syntax.sent_of[i]
        made.end = max((c.last for c in (s, o) if c.first > i and self.syntax.sent_of[c.first] == sent), default=i + 1)
        if status == "alleged":
            self.alleged.append(made)
            return True
        self.out.append(made)
        return True
