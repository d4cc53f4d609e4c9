"""Which ends an act may stand between, and which status it has in the end: what every proposal passes."""

from __future__ import annotations

from kg.model import fold
from loaders.arguments import BEGUN
from loaders.continuity import SET
from loaders.doc import Chunk
from loaders.lexicon.frames import allowed
from loaders.lexicon.sets import word_set
from loaders.likelihood import SPEECH
from loaders.proposals import Proposal
from loaders.unfit import Unfit

NEVER_OWN = frozenset(("SANCTIONED", "THREATENED", "MET", "AGREED_WITH", "VISITED", "DEPLOYED_IN", "OFFERED"))
"""Acts that nobody does to his own nation: a reading that says so is wrong."""
LEAVING = frozenset(("انسحب", "خرج", "سحب"))
"""What a land does itself, whoever says so (قال فلان إن بلاده ستنسحب من الاتفاق)."""
PERSONAL = frozenset(("دخل", "توقف", "عاد", "حضر", "شارك", "تحول", "تنقل", "غادر", "هبط"))
"""Verbs that tell a visit of a person only, and of a stranger to the country where the verb says little."""
UNVOUCHED = word_set("verdict.unvouched")
MEANING = word_set("fronted.meaning") - {"حاول", "قرر", "أراد"}
"""Verbs of meaning to do what أن tells (ينوي فلان أن يندد)."""
CONDITIONS = frozenset(("اذا", "لو", "ان لم"))
FEARED = word_set("verdict.feared")
WORDED = frozenset(("اتهم", "انتقد", "وصف", "حمل", "قال", "اعتبر", "دعا", "طالب"))
"""Verbs that go on from an attack that was one of words."""
REGIME = frozenset(("نظام", "النظام"))


class Verdict(Unfit):
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
        if (
            self._asked(i)
            or (type not in SPEECH and self._suspected(i))
            or (status != "denied" and by.endswith(":masdar") and self._rumoured(i))
        ):
            return False
        if (
            b not in objects
            or not allowed(a, type, b)
            or not self._likely(s, type, o, i, by)
            or self._told_elsewhere(s, type, o, i, by)
        ):
            return False
        speech = type in SPEECH
        leaving = not LEAVING.isdisjoint(self.doc.infos[i].lemmas)  # an act, not a word
        if speech and not leaving and self._only_if(i):
            return False  # إذا وجه البرلمان الاتهام إلى س
        to_come = any(r.future for r in self.doc.infos[i].verbs) or self._awaited(i)
        maybe = i > 0 and self.doc.infos[i - 1].word.fold in ("قد", "وقد", "ربما")  # قد يعرض س هدنة على ص
        to_come = to_come or (type == "OFFERED" and maybe and any(r.tense == "pres" for r in self.doc.infos[i].verbs))
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
