"""Whose doing a noun tells: the subject of the verb that carries it, or of the sentence around."""

from __future__ import annotations

from loaders.antecedents import Antecedents
from loaders.doc import Chunk
from loaders.governed import LASTING
from loaders.lexicon.frames import Frame
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.phrases import AGENTS, RELATIVES
from loaders.readings import ASSAILING, LIGHT, SOURCED
from loaders.sites import NEGATIONS
from loaders.speakers import WORDS

RAISING = word_set("relations.raising")
SAYING = word_set("relations.saying")
"""Verbs that carry a noun of saying, and no deed."""
ASIDE = word_set("relations.aside")
"""Words behind which a noun of doing is another's."""
BEGUN = frozenset(("بدء", "ببدء", "انطلاق", "بانطلاق", "شن", "بشن", "تنفيذ", "بتنفيذ"))
ENDING = tuple(sorted(word_set("relations.ending")))
WILLING_OTHERS = word_set("arguments.willing_others")
CALLING = word_set("relations.calling")
"""Verbs whose object is called upon to do what follows."""
TOPICS = word_set("arguments.topics")
"""Nouns of what is told of a deed, or comes of it, before the noun of the deed."""
WITHIN = word_set("arguments.within")
"""What an adverbial with a noun of doing begins with (خلال لقاء)."""

SPANS = word_set("arguments.spans")
"""Lengths of time, behind منذ no deed (خاض الجيش منذ أسابيع معارك)."""
CHARGING = "كلف"
"""The verb whose object is to do what follows, by the subject's order."""
RELATING, OF_WHOM = "نقل", frozenset(("عن",))
"""The verb of handing on another's words, and before whom (نقل فلان عن س)."""
HESITATING = frozenset(("تردد", "توانى"))
PHONED = frozenset(("تلقى", "أجرى", "عقد", "ألقى"))
"""Verbs of a clause that tells of the call or the speech in which something is said."""
INTO = {"نجح": "في", "أقدم": "علي"}
"""Verbs that carry a noun of doing behind this preposition alone."""
OPENING = 5
"""Tokens of an adverbial with which a sentence opens."""


class Arguments(Antecedents):
    def _main(self, i: int, first: int, last: int) -> list[Chunk]:
        """The subject of the finite verb before a noun, else of the one after it."""
        doc = self.doc
        for p in [*range(i - 1, max(first, i - 30) - 1, -1), *range(i + 1, min(last, i + 25))]:
            info = doc.infos[p]
            if "relative" in info.closed and p < i and info.word.fold in RELATIVES:
                head = self._relative_head(p + 1)
                return [head] if head is not None and head.actor and self._type(head) in AGENTS else []
            if not info.verbs or self.syntax.at[p] is not None or info.closed or not self._verbal(p):
                continue
            r = next((r for r in info.verbs if r.pos == "verb"), None)
            if r is None or r.person in ("1s", "1p") or r.lemma == "شمل" or r.lemma in LASTING:
                continue
            if p < i and r.lemma == CHARGING:
                return []  # كلف س مدير المخابرات بزيارة ص
            relates = p < i and r.lemma == RELATING and self._in_phrase(i, first)
            if relates and (told := self.syntax.with_prep(p + 1, i, OF_WHOM, 14)):
                return told  # نقل فلان عن س تأكيده خلال لقاء ص
            args = self.syntax.subject(p, r, last)
            found = [c for c in args.chunks if c.actor and self._type(c) in AGENTS and not c.first <= i < c.last]
            if found and (found[0].last <= i or p > i):
                return found
            if p > i and args.other and doc.infos[p - 1].word.fold not in RELATIVES:
                return []  # وقبل لقاء س، زار آخر معهدا تديره ص: somebody who is no actor
            if p < i and (args.other or not args.chunks):
                if args.other:
                    return self._author_of_words(args.end, i)
                carried = self._carried(p, r, first)
                return [carried] if carried is not None else []
        return []

    def _author_of_words(self, p: int, stop: int) -> list[Chunk]:
        """جاءت تصريحات س خلال زيارة: whose words are the subject."""
        if p + 1 >= stop or self.doc.infos[p].word.fold not in WORDS:
            return []
        chunk = self.syntax.at[p + 1]
        known = chunk is not None and chunk.first == p + 1 and not chunk.lead and chunk.kind in ("person", "title")
        return [chunk] if chunk is not None and known else []

    def _aside(self, p: int, i: int) -> bool:
        """Whether the noun at i is what something else than the verb at p is about: behind بشأن,
        بعد, ردا على, or a preposition that hangs on another noun of doing (الرد على الغارات)."""
        doc = self.doc
        prev = doc.infos[i - 1]
        if prev.word.fold in ASIDE:
            return True
        for q in range(max(p + 1, i - 3), i - 1):
            since = doc.infos[q].word.fold == "منذ" and doc.infos[q + 1].word.fold in SPANS
            if doc.infos[q].word.fold in ASIDE and not since:  # منذ أسابيع معارك: a time alone
                return True
        lead = doc.infos[i].word.splits
        governed = bool(prev.prep) or any(
            doc.infos[i].word.fold != rest and left[-1:] in "بل" for left, rest in lead if left
        )
        k = i - 2 if prev.prep else i - 1
        return governed and k > p and self.syntax.at[k] is None and any(r.pos == "masdar" for r in doc.infos[k].verbs)

    def _light(self, i: int, first: int, last: int, verbs: frozenset[str] = LIGHT, strict: bool = False) -> list[Chunk]:
        """The subject of the verb that carries a noun of doing (أجرى … محادثات, فرض عقوبات).

        strict: of a deed that is not done by being announced (أعلن عن غارة).
        """
        doc = self.doc
        if strict and i > first and not TOPICS.isdisjoint(doc.infos[i - 1].word.rests):
            return []  # استمعت المحكمة إلى شهود في قضايا الاعتداء على س
        for p in range(i - 1, max(first, i - 30) - 1, -1):
            info = doc.infos[p]
            if info.word.fold in WILLING_OTHERS:
                return []  # العلاقات مع الدول الراغبة في تقديم دعم: they give it
            expressed = info.word.fold in ("عبر", "وعبر") and "عن" in [w.word.fold for w in doc.infos[p + 1 : i]]
            if self.syntax.at[p] is not None or not info.verbs or (info.closed and not expressed) or doc.dated[p]:
                if "complement" in info.closed or doc.texts[p] in ":؛":
                    return []
                continue
            if p > first + 1 and self._sourced(p - 1):
                continue  # تعتزم س، وفق ما صرح به مسؤول، دعم ص
            aside = p > first and doc.infos[p - 1].word.fold in RELATIVES
            if aside and doc.texts[i - 1] in "،," and not any(r.lemma in verbs for r in info.verbs):
                continue  # جدد فلان، عقب لقاء نظيره الذي يزور س، دعم بلاده: a verb that tells of another
            reading = next((r for r in info.verbs if r.pos == "verb"), None)
            if reading is not None and reading.lemma == "ورد" and "رد" in info.lemmas:
                if not any(w.word.fold.startswith("ب") for w in doc.infos[max(p + 1, i - 1) : i + 1]):
                    return []  # ورد متحدث: he answers, and does not do it
                # وردت بكين بفرض كذا
                reading = next((r for r in info.verbs if r.lemma == "رد" and r.pos == "verb"), reading)
            own = self.syntax.at[p + 1]
            if (
                own is not None
                and own.first == p + 1
                and own.last <= i
                and not own.lead
                and own.kind in ("person", "title", "country", "organization", "militia", "backref")
                and any(r.pos == "masdar" and r.lemma in verbs and not r.definite for r in info.verbs)
                and not (reading is not None and self._verbal(p))
            ):
                answered = strict and doc.infos[i - 1].prep == "علي" and "رد" in info.lemmas  # رد س على هجوم
                return [] if answered or (strict and self._aside(p, i)) else [own]  # قرار الرئيس فرض عقوبات
            near = i - p <= 5 and reading is None
            if near and (going := self._going_on(p, verbs)) is not None:
                return [] if strict else self._who_go_on(going, p)  # موجها اتهامات لس
            noun = info.word.fold in ("فجر", "صادر") or "masdar" in info.kinds
            if reading is None or (noun and not self._verbal(p)):
                continue
            if reading.pronoun and self._relative_head(p) is not None:
                continue  # التحالف الذي تقوده س شن غارة
            if reading.pronoun and reading.lemma in PHONED and self._described(p - 1):
                continue  # عبر س، خلال اتصال تلقاه من ص، عن رفضه
            if strict and reading.lemma == "رد" and doc.infos[i - 1].prep == "علي":
                return []  # سنرد على هجوم س: another did it
            if reading.lemma in verbs and reading.person in ("1s", "1p") and self._verbal(p):
                if strict and self._aside(p, i):
                    return []  # نعبر عن أسفنا بعد الهجوم
                own = self.first_person(p, reading)
                return [own] if own is not None else []  # «نواصل دعم س»
            if reading.lemma in verbs and self._verbal(p) and (two := self._two_states(p + 1)):
                return two  # عقدت الكوريتان محادثات
            if reading.lemma == "حاول" and self._another_tried(p, i, strict):
                return []
            if (reading.lemma in verbs or self._unhesitating(p, reading, i)) and self._verbal(p):
                before = doc.infos[i - 1].word.fold
                led = reading.lemma not in INTO or doc.infos[i - 1].prep == INTO[reading.lemma]
                if not led and not any(r.lemma in verbs and r.lemma not in INTO for r in info.verbs):
                    return []  # قال إن الضغط سينجح، وقصف س
                begun = before in BEGUN or before.startswith("استعداد")  # أعلنت بدء عملية في س: she says what she does
                owns_up = any(w.word.fold.startswith("مسوولي") for w in doc.infos[max(p + 1, i - 3) : i])
                through = doc.infos[i].word.fold.startswith("ب") or (
                    before == "خلال" and doc.infos[i - 2].word.fold == "من"
                )
                owns_up = owns_up or (reading.lemma == "رد" and through)  # ردت بقصف س, من خلال قصف س
                if strict and not owns_up and ((reading.lemma in SAYING and not begun) or self._aside(p, i)):
                    return []
                args = self.our_own(p, self.syntax.subject(p, reading, i))
                if reading.lemma in RAISING and i - max([p + 1, *(c.last for c in args.chunks if c.last <= i)]) > 3:
                    return []
                if args.chunks and all(c.last <= i for c in args.chunks):
                    return args.chunks
                if not args.other and not args.chunks:
                    carried = self._carried(p, reading, first)
                    return self._who_go_on(carried, p) if carried is not None else []
                return []
            if reading.lemma in CALLING and verbs in (LIGHT, ASSAILING) and self._verbal(p) and not self._ended(i, p):
                if strict and self._aside(p, i):
                    return []
                args = self.syntax.subject(p, reading, i)
                start = args.end if args.how == "after" else p + 1
                return [c for c in self.syntax.objects(start, i) if c.last <= i]  # دعا س ص إلى فرض عقوبات
            return []
        return []

    def _sourced(self, p: int) -> bool:
        """وفق ما, بحسب ما, وفقا لما: whether ما at p tells from whom something is known."""
        infos = self.doc.infos
        return infos[p].word.fold in ("ما", "لما") and infos[p - 1].word.fold in SOURCED

    def _unhesitating(self, p: int, reading: Reading, i: int) -> bool:
        """لم تتردد س في انتقاد ص, لا تتوانى عن توجيه انتقادات: who does not hesitate does it."""
        near = self.doc.infos[i - 1].prep or self.doc.infos[i - 2].prep
        return reading.lemma in HESITATING and self.doc.infos[p - 1].word.fold in NEGATIONS and near in ("في", "عن")

    def _going_on(self, p: int, verbs: frozenset[str]) -> Chunk | None:
        """غادر س، موجها اتهامات لص; معلنا رفضه كذا: who goes on with the participle at p that carries a noun."""
        r = next((r for r in self.doc.infos[p].verbs if r.pos == "participle" and r.lemma in verbs), None)
        if r is None or "masdar" in self.doc.infos[p].kinds or not self._circumstantial(p, r):
            return None  # ومواصلة المحادثات: a noun
        who = self._carried(p, r, self.doc.sents[self.syntax.sent_of[p]].first)
        return who if who is not None and not self.syntax.governed(who) else None

    def _another_tried(self, p: int, i: int, strict: bool) -> bool:
        """حاول كشف أسرار اغتيال س, حاولت منع وصول تمويل: whether what is tried at p is not the noun at i."""
        infos = self.doc.infos
        if p + 1 == i or any(r.lead == "و" for r in infos[i].verbs):
            return False
        if not infos[i - 1].lemmas.isdisjoint(LIGHT):
            return False  # حاول شن هجوم على س
        if strict and self.syntax.at[i - 1] is None and not self.doc.dated[i - 1]:
            return True
        free = (q for q in range(p + 1, i) if self.syntax.at[q] is None)
        return any("masdar" in infos[q].kinds and not infos[q - 1].prep for q in free)

    def _ended(self, i: int, p: int) -> bool:
        """دعا س ص إلى وقف القتال, رفع العقوبات: called upon to end what the noun tells."""
        folds = (self.doc.infos[q].word.fold for q in range(p + 1, i))
        return any(f.startswith(ENDING) or f[1:].startswith(ENDING) for f in folds)

    def _in_phrase(self, i: int, first: int) -> bool:
        """Whether a noun stands in an adverbial (خلال لقاء, في اتصال): the subject of the sentence did it."""
        prev = self.doc.infos[i - 1] if i > first else None
        form = prev.word.fold if prev is not None else ""
        return form in WITHIN or (form.startswith("و") and form[1:] in WITHIN)  # وفي اتصال مع س، قال ص

    def _opening(self, i: int, first: int) -> bool:
        """Whether the word at i belongs to an adverbial with which the sentence opens (وفي اتصال هاتفي أجراه)."""
        return i - first <= OPENING and self._in_phrase(first + 1, first)

    def _own(self, subject: str, object: str) -> bool:
        """Whether one is the other's nation, or both are of one."""
        a, b = self.cast.person_of.get(subject), self.cast.person_of.get(object)
        x = a.iso if a is not None else self.cast.iso_of.get(subject)
        y = b.iso if b is not None else self.cast.iso_of.get(object)
        kinds = {self.cast.types.get(subject), self.cast.types.get(object)}
        own = bool(x) and x == y and "country" in kinds and bool(kinds & {"person", "organization"})
        return own and not (self._no_arm(subject) or self._no_arm(object))

    def _no_arm(self, actor: str) -> bool:
        """Whether a listed body is no part of its state: parties, movements, councils that rival it."""
        entity = self.cast.entity_of.get(actor)
        return entity is not None and entity.type == "organization" and not entity.state

    def _acts_for(self, actor: str) -> str | None:
        person = self.cast.person_of.get(actor)
        iso = person.iso if person is not None else self.cast.iso_of.get(actor)
        return self.doc.lex.countries[iso].entity.slug if iso in self.doc.lex.countries else None

    @staticmethod
    def _own_state(frame: Frame, genitive: list[Chunk]) -> bool:
        """Whether a state's act may be told as that of its head, who decides or announces it."""
        if genitive[0].head == "*country":
            return True
        his = frame.type in ("REJECTED", "SANCTIONED", "OFFERED")
        return his and len(genitive) == 1 and genitive[0].kind == "country"

    def _heads(self, doer: list[Chunk], state: Chunk) -> bool:
        """قرر الرئيس فلان انسحاب الولايات المتحدة: whether the one who decides is of the state that acts."""
        return len(doer) == 1 and self._type(doer[0]) == "person" and self._own(doer[0].actor or "", state.actor or "")
