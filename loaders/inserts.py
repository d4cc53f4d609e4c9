"""What stands between a verb and its object: a relative clause of the subject, how many there are, those of a group
who are named, people told by the body they are of."""

from __future__ import annotations

from loaders.doc import Chunk
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.owners import BELONGING, PARTS, Owners
from loaders.phrases import AGENTS, DELEGATES, NUMBERS, RELATIVES
from loaders.text import QUOTES

AMONG = word_set("clause.among")
AREAS = word_set("turns.areas")
MEN = word_set("inserts.men")
"""Nouns of people whose body stands behind في, من or ل (قيادات بارزة في س)."""
MEMBERS = frozenset(("ينتمي", "تنتمي", "ينتمون", "ينتميان", "المنتمين", "منتمين"))
GROUPS = word_set("inserts.groups")
"""Nouns of several, some of whom may be named behind them (دولا غربية، من بينها س)."""
SEVERAL = frozenset(("عدد", "عددا", "بعض", "بعضا", "عده"))
RANKS = frozenset(("الصف", "الصفين", "المستوي", "الرتب", "الصفوف", "الحراس"))
CREDITING = word_set("statements.attribution")
"""Words of an aside that credits what is told (حسب المصدر ذاته)."""
WHEN = word_set("inserts.when")
"""Words that open an aside of when or on what occasion (لدى استقباله فلانا)."""
WINGS = word_set("relations.wings")
"""What a body is of another, told behind it (كتائب س، الجناح العسكري لحركة ص، أعلنت)."""
BEING = word_set("inserts.being")
"""Words that open an aside of what somebody is or where he sits (وهي الحليف الرئيسي لـس, ومقرها ص)."""
REACH = 16
"""tokens of a relative clause"""
ABOUT = tuple(tuple(phrase.split()) for phrase in sorted(word_set("inserts.about"), key=len, reverse=True))
"""What makes a number a rough one, the longest first."""
OF_RANK = frozenset(("كبير", "كبيره", "بارز", "بارزه", "رفيع", "رفيعه", "اخر", "اخري"))
"""What an unnamed official is called behind his state's adjective."""


MEANWHILE = frozenset(("اتهم", "حمل", "ندد", "حذر", "استنكر", "انتقد", "اعتبر", "أكد", "شدد"))
"""Verbs whose participle behind a definite noun tells what the subject does meanwhile."""


class Inserts(Owners):
    """What an object may stand behind, and in what it may be told."""

    def over_clause(self, p: int, stop: int) -> int:
        """اتهم س الذي يسيطر على المنطقة، ص: behind the comma that closes the relative clause at p, or 0."""
        doc = self.doc
        owner = self.at[p - 1] if p else None
        if owner is None and p > 1 and doc.texts[p - 1] in QUOTES:
            owner = self.at[p - 2]  # اتهم « تجمع س » الذي يقود الاحتجاجات، ص
        if owner is None or owner.last not in (p, p - 1) or doc.infos[p].word.fold not in RELATIVES:
            return 0
        for q in range(p + 2, min(stop - 1, p + REACH)):
            if doc.texts[q] in ":؛." or "complement" in doc.infos[q].closed:
                return 0
            if doc.texts[q] in "،,":
                chunk = self.at[q + 1]
                fits = chunk is not None and chunk.first == q + 1 and not chunk.lead and chunk.kind != "nisba"
                return q + 1 if fits else 0
        return 0

    def told_of_it(self, p: int) -> bool:
        """نشرته صحيفة س, أجرتها معه س: whether a verb at p has the noun before the comma as its object."""
        info = self.doc.infos[p]
        return (
            any(r.pos == "verb" and r.tense == "past" and r.pronoun for r in info.verbs) and "masdar" not in info.kinds
        )

    def over_aside(self, p: int, stop: int) -> int:
        """دعت س، التي ترأس المجموعة، ص إلى; س (المعنية بكذا) ص: behind what closes the aside opened at p, else p."""
        doc = self.doc
        if p < stop and doc.texts[p] == "(":
            return next((q + 1 for q in range(p + 1, min(stop - 1, p + REACH)) if doc.texts[q] == ")"), p)
        where = self.at[p + 1] if p + 1 < stop and doc.infos[p].prep in ("في", "لدى") else None
        if where is not None and where.kind in ("place", "country") and where.first == p + 1 and where.last < stop:
            behind = self.over_aside(where.last, stop)  # اتهمت سفارة س في بغداد، في وقت سابق، ص
            return behind if behind > where.last else p
        if p + 1 < stop and doc.infos[p].word.fold in OF_RANK:  # حث مسؤول تركي كبير س على
            who = self.at[p - 1] if p else None
            unnamed = who is not None and who.kind == "title" and who.last == p and not who.definite
            return p + (2 if doc.infos[p + 1].word.fold == "المستوي" else 1) if unnamed else p
        if p + 2 >= stop or doc.texts[p] not in "،,-–":
            return p
        then = doc.infos[p + 1]
        if doc.texts[p] in "-–":  # فلان - في بيان صادر عن س - عن: a dash closes it again
            closed = next((q + 1 for q in range(p + 2, min(stop - 1, p + REACH)) if doc.texts[q] in "-–"), p)
            return closed if then.prep is not None else p
        adverbial = then.prep is not None or then.word.fold in CREDITING or then.word.fold in WHEN
        told = self.told_of_it(p + 1) or then.word.fold in WINGS
        described = then.definite and self.at[p + 1] is None and any(r.pos == "participle" for r in then.verbs)
        known = then.word.fold in BEING and doc.infos[p + 2].word.fold != "ما"  # دعت س، وهي حليفة ص، ع إلى
        if not (then.word.fold in RELATIVES or adverbial or described or told or known):
            return p  # في حوار، نشرته صحيفة، س
        for q in range(p + 3, min(stop - 1, p + REACH)):
            if doc.texts[q] in ":؛." or (adverbial and "complement" in doc.infos[q].closed):
                break
            if doc.texts[q] in "،,":
                chunk = self.at[q + 1]
                whom = chunk is not None and chunk.first == q + 1 and not chunk.lead
                whom = whom or (chunk is None and self._his(q + 1))
                whom = whom or (adverbial and doc.infos[q + 1].prep == "مع")  # تحادث، قبل ذلك، مع فلان
                joined = chunk is not None and chunk.lead == "و"  # س، التي ترأس المجموعة، وص
                return q + 1 if whom or not (joined or adverbial) else p
        return p

    def named_among(self, chunk: Chunk, stop: int) -> list[Chunk]:
        """مسؤولين إسرائيليين على رأسهم س وص, الوزراء، بينهم س: the people named of those at the chunk."""
        doc, p = self.doc, chunk.last
        theirs = any(doc.infos[q].word.fold == "من" for q in range(chunk.first, chunk.last))  # قادة من س، بينهم فلان
        if (chunk.kind != "title" or chunk.number == "s") and not (theirs and p < stop and doc.texts[p] in "،,"):
            return []
        p += p < stop and doc.texts[p] in "،,"
        p += p < stop and doc.infos[p].word.fold in ("علي", "من", "وعلي", "ومن", "في", "وفي")
        p += p < stop and doc.infos[p].word.fold in AMONG
        named = self.at[p] if p < stop and doc.infos[p - 1].word.fold in AMONG else None
        if named is None or named.first != p or named.lead or named.kind != "person" or not named.actor:
            return []
        return [c for c in self.coordinated(named, stop) if c.kind == "person" and c.actor]

    def _his(self, p: int) -> bool:
        """حرصه, التزامها: a noun with its owner's pronoun, no verb."""
        info = self.doc.infos[p]
        verbs = [r.pos for r in info.verbs]
        noun = not verbs or "masdar" in verbs
        return noun and not info.closed and not info.prep and self.doc.texts[p].endswith(("ه", "ها", "هم"))

    def doer_beside(self, i: int, reading: Reading, first: int) -> Chunk | None:
        """الناشط الذي تحتجزه السلطات وتتهمه بكذا: who does in a relative clause what the verb at i goes on with."""
        doc = self.doc
        if reading.lead != "و" or not reading.pronoun:
            return None
        for p in range(i - 1, max(first, i - REACH), -1):
            if doc.texts[p] in ":؛." or "complement" in doc.infos[p].closed:
                return None
            if self.at[p] is not None or doc.infos[p - 1].word.fold not in RELATIVES:
                continue
            verb = next((r for r in doc.infos[p].verbs if r.pos == "verb"), None)
            if verb is None or verb.pronoun != reading.pronoun:
                return None
            args = self.subject(p, verb, i)
            doer = args.chunks[0] if args.how == "after" and len(args.chunks) == 1 else None
            return doer if doer is not None and doer.actor and self.agrees(reading, doer) else None
        return None

    def over_count(self, p: int, limit: int) -> int:
        """أكثر من عشرين, ما لا يقل عن 10, ما يزيد على مئة: the number that these words at p are said of, or 0."""
        words = [info.word.fold for info in self.doc.infos[p : min(limit, p + 5)]]
        for about in ABOUT:
            size = len(about)
            if tuple(words[:size]) == about and size < len(words):
                return p + size if self.doc.infos[p + size].number or words[size] in NUMBERS else 0
        return 0

    def called(self, q: int, limit: int) -> Chunk | None:
        """ب«الاحتلال» الفرنسي, ب"العدوان" الروسي: whose the word in quotes at q is, by the adjective behind."""
        doc = self.doc
        if q + 2 >= limit or doc.texts[q - 1] not in QUOTES or doc.texts[q + 1] not in QUOTES:
            return None
        nation = self.at[q + 2]
        fits = nation is not None and nation.first == q + 2 and not nation.lead and nation.kind == "nisba"
        return nation if fits and doc.infos[q].definite else None

    def held_by(self, p: int, limit: int) -> Chunk | None:
        """قصف مناطق يسيطر عليها س, المناطق التي تسيطر عليها س: who holds the part of a land at p."""
        doc = self.doc
        if self.at[p] is not None or doc.infos[p].word.fold not in AREAS:
            return None
        for q in range(p + 1, min(limit - 2, p + 4)):
            if any(r.pos == "verb" and r.lemma == "سيطر" for r in doc.infos[q].verbs):
                holder = self.at[q + 2] if doc.infos[q + 1].word.fold in ("عليها", "عليه") else None
                fits = holder is not None and holder.first == q + 2 and not holder.lead and holder.kind != "nisba"
                return holder if fits else None
            if self.at[q] is not None or doc.infos[q].prep or not doc.texts[q][0].isalpha():
                return None
        return None

    def some_of(self, p: int, stop: int) -> list[Chunk]:
        """دولا غربية، من بينها س وص: those of the group at p who are named."""
        doc = self.doc
        if doc.infos[p].word.fold in SEVERAL and p + 2 < stop:
            p += 2 if doc.infos[p + 1].word.fold == "من" else 1  # عددا من العواصم بينها س, عدة دول منها ص
        return self._some(p, stop) if doc.infos[p].word.fold in GROUPS and self.at[p] is None else []

    def body_of(self, p: int, limit: int) -> Chunk | None:
        """قيادات من الصف الأول للحوثيين, مسلحين بارزين في تنظيم س: the body of the people at p."""
        doc = self.doc
        form, told = doc.infos[p].word.fold, self.at[p]
        theirs = p + 3 < limit and doc.infos[p + 1].word.fold in MEMBERS  # أشخاص ينتمون إلى س
        if not (theirs or form in MEN or (form.endswith("ا") and form[:-1] in MEN)):
            return None
        if told is not None and (told.kind != "title" or told.length > 1 or told.actor):
            return None  # but إرهابيين من س: a title of nobody
        q = p + 1
        while q < min(limit, p + 8):
            chunk, info = self.at[q], doc.infos[q]
            if chunk is not None:
                before = doc.infos[q - 2 if doc.texts[q - 1] in QUOTES else q - 1].prep  # إرهابيين من "س"
                army = chunk.by == "state:head" and before == "من"  # جنودا من الجيش السوداني
                mine = chunk.first == q and (army or chunk.kind in ("militia", "organization"))
                behind = chunk.lead == "ل" or (not chunk.lead and before in ("في", "من"))
                behind = behind or (before == "الي" and not chunk.lead and doc.infos[q - 2].word.fold in MEMBERS)
                return chunk if mine and behind else None
            if info.word.fold == "من" and q + 1 < limit and doc.infos[q + 1].word.fold in RANKS:
                q += 2
                continue
            if info.word.fold in MEMBERS and doc.infos[q + 1].prep == "الي":
                q += 2
                continue
            if info.word.fold in ("في", "من") or info.word.fold == "اثنين":
                q += 1  # إرهابيين اثنين من س
                continue
            plain = doc.texts[q][0].isalpha() and info.closed <= {"modifier"} and not info.prep and not doc.dated[q]
            if doc.texts[q] in QUOTES or (plain and ("verb" not in info.kinds or info.definite)):
                q += 1
                continue
            return None
        return None

    def of_them(self, p: int, limit: int) -> Chunk | None:
        """اعتقلت ثلاثة من عناصر س, عددا من قادة س, اثنين من موظفي السفارة: whose men those are."""
        info = self.doc.infos[p]
        form = info.word.fold
        form = form[1:] if form[:1] == "ب" and form[1:] in DELEGATES else form
        many = form in NUMBERS or form in PARTS or form in DELEGATES or info.word.fold == "عددا" or bool(info.number)
        of = ("من", "عن") if form in DELEGATES else ("من",)  # وفدا عن البرلمان
        if not many or self.at[p] is not None:
            return None
        if form in DELEGATES:
            p = next((k - 1 for k in range(p + 1, min(limit, p + 4)) if not self._describes(k)), p)  # وفدا رفيع المستوى
        if p + 2 >= limit or self.doc.infos[p + 1].word.fold not in of:
            return None
        for q in (p + 2, p + 3):
            chunk = self.at[q] if q < limit else None
            if chunk is not None:
                return chunk if chunk.first == q and not chunk.lead and chunk.kind in AGENTS else None
            if q == p + 2 and (not self._plain_noun(q) or self.doc.infos[q].definite):
                return None
        return None

    def _plain_noun(self, p: int) -> bool:
        """Whether a noun that is no actor's stands at p, whose possessor may follow (زيارة فلان)."""
        info = self.doc.infos[p]
        return (
            info.word.fold not in BELONGING
            and self.doc.texts[p][0].isalpha()
            and not info.closed - {"modifier"}  # التدخل العسكري التركي
            and not info.prep
            and not any(r.pos == "verb" for r in info.verbs if not any(x.pos == "masdar" for x in info.verbs))
            and not (
                p
                and self.doc.infos[p - 1].definite
                and any(r.pos == "participle" and r.lemma in MEANWHILE and not r.definite for r in info.verbs)
            )  # رفضت س المبادرة متهمة ص
        )
