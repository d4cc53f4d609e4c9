"""Who is done to: the direct objects of a verb or noun."""

from __future__ import annotations

from loaders.coordination import OF_OTHERS
from loaders.doc import Chunk
from loaders.governed import ANY, COUNTS
from loaders.inserts import OF_RANK
from loaders.lexicon.sets import word_set
from loaders.owners import KIN, THROUGH
from loaders.phrases import ADVERBS, AGENTS, LED_BY, NUMBERS, RELATIVES, STOPPERS
from loaders.separated import TARGETS, Separated
from loaders.text import QUOTES

INSTRUMENTS = word_set("clause.instruments")
"""What stands between a verb and its object: with what, or where, it is done (قصف بصواريخ س)."""
HOUSES = word_set("clause.houses")
HOW_MANY = word_set("clause.how_many")
"""What opens a phrase of with how many things it is done (بعشرات القذائف)."""
BURDEN = frozenset(("المسووليه", "مسووليه", "كامل"))
"""What somebody is charged with (حملت حركة س، حكومة ص المسؤولية)."""
STAYING = frozenset(("أقام", "عمل", "سكن"))
"""Where one is: what follows is no object of it (في مقر إقامته)."""
TURNS = word_set("statements.turns")
"""What a new clause opens with behind a comma."""
THIS = frozenset(("هذا", "هذه", "ذلك", "تلك", "هذين"))
AMONG = word_set("clause.among")


class Syntax(Separated):
    """Subjects and objects: all that is asked of a clause."""

    def objects(self, start: int, stop: int, nouns: int = 0) -> list[Chunk]:
        """Direct objects from token `start` on: the next chunk without a preposition, and those joined to it.

        nouns: how many plain nouns may stand before it, whose possessor it is (انتقد زيارة فلان).
        """
        doc, limit = self.doc, min(stop, start + 20)
        p = self.over_apposition(start, limit)
        adverbial = through = named = counted = False
        free = start if start and doc.infos[start - 1].word.fold in OF_OTHERS | OF_RANK else -1  # كييف وعواصم غربية
        while p < limit:
            chunk, info, text = self.at[p], doc.infos[p], doc.texts[p]
            form = info.word.fold
            opens = p == start or (p == start + 1 and doc.texts[start] in QUOTES)
            if form == "عبر" and (own := self._channel(p, limit)):
                p, adverbial = own, True  # ناشد فلان عبر ممثله فلان الحكومة
                continue
            if chunk is not None and chunk.first == p:
                if chunk.kind == "title" and not chunk.actor and (body := self.body_of(p, limit)) is not None:
                    return self.coordinated(body, stop)  # قتل إرهابيين من س
                if opens and chunk.kind == "title" and chunk.definite and self.styled(chunk, limit):
                    p = chunk.last + 1
                    continue
                led = chunk
                chunk = self.bearer(led)
                owned = (through or named) and chunk.lead in ("", "ل")
                owned = owned or (counted and chunk.by == "state:head" and not chunk.lead)  # خمسة جنود لبنانيين
                if owned or (chunk.lead == "" and (p == free or not self.governed(led))):
                    return self.coordinated(chunk, stop)
                if (adverbial and chunk.lead[-1:] in ("ب", "ل")) or (chunk.kind == "place" and chunk.lead == "ب"):
                    p, adverbial = chunk.last, True  # استقبل فلان بقصر اليمامة فلانا
                    continue
                return []
            if form in ANY and p + 1 < limit and (some := self.at[p + 1]) is not None and some.first == p + 1:
                p += 1  # لم يلتق أي مسؤول إسرائيلي
                continue
            if nouns and form in THIS and p + 1 < limit and doc.infos[p + 1].definite and self.at[p + 1] is None:
                p += 1  # أدان هذا العدوان الإسرائيلي
                continue
            leader = self.at[p + 1] if p == start and form in LED_BY and p + 1 < limit else None
            if leader is not None and leader.first == p + 1 and not leader.lead:
                p = leader.last  # رفضت الحركة بقيادة فلان التفاوض
                continue
            if form in HOW_MANY and p + 2 < limit:
                p, adverbial = self._counted(p, limit), True  # قصفت س بعدة قذائف مدينة ص
                free = p
                continue
            if form in INSTRUMENTS and not self.is_adverb(p):
                p, adverbial = self._armed(p, limit), True
                free = p
                continue
            if form in ("كل", "كلا") and p + 1 < limit and doc.infos[p + 1].word.fold == "من":
                named = True  # اتهم كلا من موسكو وطهران
                p += 2
                continue
            if (some := self.led(p, limit) or self.of_them(p, limit)) is not None:
                return self.coordinated(some, stop)  # استقبل وفدا من س برئاسة فلان
            if group := self.some_of(p, stop):
                return group
            aside = self.over_clause(p, stop) if opens else 0
            if q := aside or self.over_count(p, limit):
                p, adverbial, limit = q, True, min(stop, max(limit, q + 4))
                continue
            closes = text == ")" and doc.dated[p - 1]  # السبت (12 يناير 2019)
            if doc.dated[p] or self.is_adverb(p) or text in QUOTES or info.number or form in NUMBERS or closes:
                adverbial = adverbial or text not in QUOTES
                counted = form in COUNTS
                p += 1
                free = p if form.startswith("ب") and self.is_adverb(p - 1) else free  # انتقدت س بشدة ص
                continue
            if form in KIN and not chunk:
                named = True  # انتقد ابن عمه فلانا
                p += 1
                continue
            if not through:
                whose = self.possessor(p, limit) or self.body_of(p, limit) or self.held_by(p, stop)
                if whose is not None:
                    return self.coordinated(whose, stop)
            if form in THROUGH and (not through or doc.infos[p - 1].word.fold == "من"):  # هدفا من أهداف س
                through = True
                p += 1
                continue
            if p == start and (joined := self._behind_others(p, limit)) is not None:
                return self.coordinated(joined, stop)
            there = self.owner_of(p, limit, form) or (self.relative_doer(p, limit) if named else [])
            if there:
                return there
            if (issuers := self.issued_by(p, stop)) is not None:
                return self.coordinated(issuers, stop)
            if nouns and self._plain_noun(p):
                nouns, named = nouns - 1, True
                p += 1
                continue
            if text in "،," and opens and self.only_parts(p, limit, nouns):
                p, limit = p + 1, min(stop, max(limit, p + 6))
                continue
            if text in "،,":
                p, adverbial = self._over_comma(p, start, limit, adverbial)
                if not p:
                    return []
                limit = min(stop, max(limit, p + 4))
                continue
            if q := self.over_helper(p, limit):
                p, adverbial, limit = q, True, min(stop, max(limit, q + 6))
                continue
            if text == "(":
                while p < limit and doc.texts[p] != ")":
                    p += 1
                p += 1
                continue
            if not info.prep or info.closed & STOPPERS:
                return []
            q = self._phrase(p, limit)
            if q == p:
                return []
            through = named = False
            if q - p > 3:
                limit = min(stop, max(limit, q + 8))  # في كلمة ألقاها أمس بالجامعة
            if any(r.pos == "masdar" and r.pronoun and r.lemma not in STAYING for r in doc.infos[q - 1].verbs):
                q = self._comma(q, stop)  # خلال لقائه فلانا، زيارة س: the first belongs to the adverbial
                limit = min(stop, max(limit, q + 12))
            p, adverbial = q, True
        return []

    def _armed(self, p: int, limit: int) -> int:
        """Behind what something is done with, and its adjectives (بصواريخ باليستية إيرانية الصنع, بمكتبه)."""
        q = p + 1
        house = self.at[q] if q < limit and self.doc.infos[p].word.fold in HOUSES else None
        if house is not None and house.first == q and not house.lead and house.kind not in ("person", "title"):
            return house.last  # بمقر رئاسة الجمهورية
        while q < limit and self.at[q] is None and not self.doc.infos[q].closed and not self.doc.infos[q].prep:
            if self.doc.texts[q] in QUOTES and q + 2 < limit and self.doc.texts[q + 2] in QUOTES:
                q += 3  # بصواريخ «كاليبر»
                continue
            form = self.doc.infos[q].word.fold
            hit = self.at[q + 1] if q == p + 1 and q + 1 < limit and not self.doc.infos[q].verbs else None
            named = hit is not None and not hit.lead and self.doc.texts[q][:2] != "ال"  # بصواريخ كاليبر مدينة س
            if not (self.doc.texts[q][0].isalpha() and (named or form.endswith(("يه", "ي", "ها", "ه")))):
                break
            q += 1
        return q

    def _counted(self, p: int, limit: int) -> int:
        """Behind what is told by its number, and its adjectives (بعشرات القذائف المدفعية, بأكثر من 30 قذيفة)."""
        q = p + 1
        while q < limit and (self.doc.infos[q].number or self.doc.infos[q].word.fold in ("من", "عن")):
            q += 1
        return self._armed(q, limit) if q < limit and self.at[q] is None else q

    def over_apposition(self, p: int, limit: int) -> int:
        """Behind the comma at p where it closes an apposition, else p."""
        return p + 1 if self._apposition_ends(p, limit) else p

    def _apposition_ends(self, p: int, limit: int) -> bool:
        """هنأ الرئيس الروسي، فلان، الأسد: whether the comma at p closes an apposition of the chunk before it."""
        texts = self.doc.texts
        owner = self.at[p - 1] if p else None
        return (
            p < limit
            and texts[p] in "،,"
            and owner is not None
            and any(t in "،," for t in texts[owner.first : owner.last])
        )

    def _titled_behind(self, p: int) -> bool:
        """هاتف فلان رئيس مجلس الوزراء، فلانا: whether the name before the comma at p has its office behind it."""
        owner = self.at[p - 1] if p else None
        return (
            owner is not None
            and owner.last == p
            and any(r.kind == "office" and r.first >= owner.nlast for r in owner.roles)
        )

    def _titled_too(self, chunk: Chunk) -> bool:
        """استقبل فلان وزير كذا، الوزيرة فلانة بالرباط: whether the name behind the comma has its office before it."""
        where = self.at[chunk.last]
        told = where is not None and where.first == chunk.last and where.lead == "ب"
        ranked = any(r.kind == "office" and r.first < chunk.nfirst for r in chunk.roles)
        return chunk.kind == "person" and ranked and (told or bool(self.doc.dated[chunk.last]))

    def _over_comma(self, p: int, start: int, limit: int, adverbial: bool) -> tuple[int, bool]:
        """Where an object may stand behind the comma at p (0: nowhere), and whether an adverbial was passed."""
        doc = self.doc
        chunk = self.at[p + 1] if p + 1 < limit else None
        if (
            p == start
            and chunk is not None
            and chunk.first == p + 1
            and not chunk.lead
            and chunk.last < limit
            and (
                doc.texts[chunk.last] in "،,"
                or doc.infos[chunk.last].prep
                or self.asked_for(chunk)
                or (self._titled_behind(p) and (doc.texts[chunk.last] in ".؛\n" or self._titled_too(chunk)))
                or self._parted(p, chunk)
            )
        ):
            return p + 1, adverbial
        then = doc.infos[p + 1] if p + 1 < limit else None
        if then is not None and then.word.fold in TURNS:
            return 0, adverbial  # يؤيد المبادرة «بقوة»، فيما صرح فلان
        asked = then is not None and (then.word.fold in RELATIVES or self.told_of_it(p + 1))
        if adverbial and asked:
            behind = self.over_aside(p, min(limit + 8, self.doc.sents[self.sent_of[p]].last))
            return (behind, True) if behind > p else (0, adverbial)  # زار خلال جولته، التي بدأها أمس، الأردن
        aside = self._aside(p, limit) if then is not None and then.prep else 0
        if aside:  # طالب فلان، في بيان صدر أمس، السلطات السورية
            return aside, True
        if adverbial or (then is not None and (doc.dated[p + 1] or then.prep or then.word.fold in ADVERBS)):
            return p + 1, True
        return self._aside(p, limit), True

    def _parted(self, p: int, chunk: Chunk) -> bool:
        """اتهمت حركة س، ص بكذا, هنأ فلان، الرئيس الروسي فلانا: a comma parts them only."""
        owner, behind = self.at[p - 1] if p else None, self.doc.infos[chunk.last]
        if owner is None or owner.last != p or owner.kind not in AGENTS or owner.actor == chunk.actor:
            return False
        of_what = any(lead == "ب" and rest in self.doc.lex.ordinary for lead, rest in behind.word.splits)
        if chunk.kind == "person" and owner.kind == "person":
            return bool(chunk.roles) and (of_what or self.doc.texts[chunk.last] in ".؛\n")
        return chunk.kind in ("country", "organization", "militia") and (of_what or behind.word.fold in BURDEN)

    def _behind_others(self, p: int, limit: int) -> Chunk | None:
        """اتهمت القوات الحكومية وحركة الشباب ب: the actor joined to a definite noun phrase that is none."""
        q = p
        while q < limit and self.doc.infos[q].definite and self.at[q] is None and not self.doc.infos[q].closed:
            q += 1
        chunk = self.at[q] if p < q < limit else None
        return chunk if chunk is not None and chunk.first == q and chunk.lead == "و" and chunk.kind in AGENTS else None

    def _channel(self, p: int, limit: int) -> int:
        """Behind the person through whom somebody speaks, whom عبر at p governs, or 0."""
        for q in range(p + 1, min(limit, p + 3)):
            chunk = self.at[q]
            if chunk is not None:
                return chunk.last if chunk.first == q and chunk.kind in ("person", "title", "organization") else 0
        return 0

    def _comma(self, p: int, stop: int) -> int:
        """Behind the comma that closes an adverbial with an object of its own, if it has one."""
        own = self.at[p] if p < stop else None
        if own is None or own.first != p or own.lead:
            return p
        return next((q + 1 for q in range(own.last, min(stop, p + 18)) if self.doc.texts[q] in "،,"), stop)

    def _aside(self, p: int, limit: int) -> int:
        """حملت، حسب بيان لها، حماس: the noun phrase behind what two commas enclose, or 0."""
        doc = self.doc
        for q in range(p + 2, min(limit, p + 10)):
            if "complement" in doc.infos[q].closed or doc.texts[q] in ":؛.":
                return 0
            if doc.texts[q] in "،,":
                chunk = self.at[q + 1] if q + 1 < limit else None
                named = chunk is not None and chunk.first == q + 1 and not chunk.lead
                thing = q + 1 < limit and (doc.infos[q + 1].word.fold in TARGETS or self.over_count(q + 1, limit))
                return q + 1 if named or thing else 0  # قصفت س، في إطار كذا، أكثر من 20 هدفا
        return 0
