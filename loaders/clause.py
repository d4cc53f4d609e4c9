"""Who is done to: the objects of a verb or noun, direct and behind a preposition."""

from __future__ import annotations

from loaders.doc import Chunk
from loaders.lexicon.sets import word_set
from loaders.phrases import ADVERBS, AGENTS, CONSTRUCT, NUMBERS, STOPPERS
from loaders.subjects import Subjects
from loaders.text import QUOTES

REACTING = word_set("clause.reacting")
"""ردا على, حصل على: the preposition belongs to this word, not to the act before it."""
LINKED = word_set("clause.linked")
PARTS = word_set("clause.parts")
AMONG = word_set("clause.among")
THROUGH = word_set("clause.through")
BELONGING = word_set("clause.belonging")
ARMS_AND_MEN = word_set("clause.arms_and_men")
"""What may stand between a thing and its owner: مخازن أسلحة لحماس."""
SIDES: dict[str | None, tuple[str, ...]] = {"من": ("قبل", "جانب", "طرف"), "الي": ("جانب",)}
BORDERS = frozenset(("حدود", "محيط"))
"""Nouns that say no more of a nation than where (على الحدود اللبنانية)."""
KIN = word_set("clause.kin")
"""Whose they are stands in their ending; the name follows."""
SUFFERING = word_set("clause.suffering")
"""Verbs whose subject is the one done to (الهجمات التي تتعرض لها س)."""
PEOPLE = word_set("clause.people")
"""Those of a country: أشقائنا في س, السلطات في س."""


class Syntax(Subjects):
    """Subjects and objects: all that is asked of a clause."""

    def objects(self, start: int, stop: int, nouns: int = 0) -> list[Chunk]:
        """Direct objects from token `start` on: the next chunk without a preposition, and those joined to it.

        nouns: how many plain nouns may stand before it, whose possessor it is (انتقد زيارة فلان).
        """
        doc, p, limit = self.doc, start, min(stop, start + 20)
        adverbial = through = named = False
        owner = self.at[start - 1] if start else None
        if (
            p < limit
            and doc.texts[p] in "،,"
            and owner is not None
            and any(t in "،," for t in doc.texts[owner.first : owner.last])
        ):
            p += 1  # هنأ الرئيس الروسي، فلان، الأسد: the comma closes the apposition
        while p < limit:
            chunk, info, text = self.at[p], doc.infos[p], doc.texts[p]
            if info.word.fold == "عبر" and (own := self._channel(p, limit)):
                p, adverbial = own, True  # ناشد فلان عبر ممثله فلان الحكومة
                continue
            if chunk is not None and chunk.first == p:
                chunk = self.bearer(chunk)
                if (
                    (through and chunk.lead in ("", "ل"))
                    or (named and chunk.lead in ("", "ل"))
                    or (chunk.lead == "" and not self.governed(chunk))
                ):
                    return self.coordinated(chunk, stop)
                if adverbial and chunk.lead[-1:] in ("ب", "ل"):
                    p = chunk.last
                    continue
                return []
            if info.word.fold in ("كل", "كلا") and p + 1 < limit and doc.infos[p + 1].word.fold == "من":
                named = True  # اتهم كلا من موسكو وطهران
                p += 2
                continue
            if doc.dated[p] or self._adverb(p) or text in QUOTES or info.number or info.word.fold in NUMBERS:
                adverbial = adverbial or text not in QUOTES
                p += 1
                continue
            if info.word.fold in KIN and not chunk:
                named = True  # انتقد ابن عمه فلانا
                p += 1
                continue
            if (leader := self.led(p, limit)) is not None:
                return self.coordinated(leader, stop)  # استقبل وفدا برئاسة فلان
            if not through and (whose := self.possessor(p, limit)) is not None:
                return self.coordinated(whose, stop)
            if info.word.fold in THROUGH and not through:
                through = True
                p += 1
                continue
            if p == start and (joined := self._behind_others(p, limit)) is not None:
                return self.coordinated(joined, stop)
            owned = self._owner_of(p, limit, info.word.fold) or (self._relative_doer(p, limit) if named else [])
            if owned:
                return owned
            if (
                nouns
                and info.word.fold not in BELONGING
                and text[0].isalpha()
                and not info.closed
                and not info.prep
                and not any(r.pos == "verb" for r in info.verbs if not any(x.pos == "masdar" for x in info.verbs))
            ):
                nouns, named = nouns - 1, True
                p += 1
                continue
            if text in "،,":
                nxt = self.at[p + 1] if p + 1 < limit else None
                if (
                    p == start
                    and nxt is not None
                    and nxt.first == p + 1
                    and not nxt.lead
                    and nxt.last < limit
                    and (doc.texts[nxt.last] in "،," or doc.infos[nxt.last].prep)
                ):
                    p += 1
                    continue
                aside = self._aside(p, limit) if p + 1 < limit and doc.infos[p + 1].prep else 0
                if aside:  # طالب فلان، في بيان صدر أمس، السلطات السورية
                    p, adverbial = aside, True
                    continue
                if adverbial or (
                    p + 1 < limit
                    and (doc.dated[p + 1] or doc.infos[p + 1].prep or doc.infos[p + 1].word.fold in ADVERBS)
                ):
                    adverbial = True
                    p += 1
                    continue
                p = self._aside(p, limit)
                if p:
                    adverbial = True
                    continue
                return []
            if text == "(":
                while p < limit and doc.texts[p] != ")":
                    p += 1
                p += 1
                continue
            if info.prep and not info.closed & STOPPERS:
                q = self._phrase(p, limit)
                if q == p:
                    return []
                through = named = False
                if any(r.pos == "masdar" and r.pronoun for r in doc.infos[q - 1].verbs):
                    q = self._comma(q, stop)  # خلال لقائه فلانا، زيارة س: the first belongs to the adverbial
                    limit = min(stop, max(limit, q + 12))
                p, adverbial = q, True
                continue
            return []
        return []

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

    def _some(self, start: int, stop: int) -> list[Chunk]:
        """ثلاث شركات بينها س, دولا غربية من بينها س وص: those of a group who are named."""
        doc = self.doc
        for p in range(start, min(stop - 1, start + 7)):
            chunk = self.at[p]
            if chunk is not None and chunk.kind != "nisba":
                return self.coordinated(chunk, stop) if chunk.first == p and chunk.lead == "و" and p > start else []
            if doc.infos[p].word.fold in AMONG:
                named = self.at[p + 1]
                return self.coordinated(named, stop) if named is not None and named.first == p + 1 else []
            info = doc.infos[p]
            if doc.texts[p] in ".:؛" or "complement" in info.closed or "relative" in info.closed:
                return []
            if "verb" in info.kinds and chunk is None and not info.closed:
                return []
        return []

    def members(self, start: int, stop: int) -> list[Chunk]:
        """عشرين شخصا، بينهم القيادي فلان: those of a group who are named, over a comma."""
        doc = self.doc
        for p in range(start, min(stop - 1, start + 18)):
            if doc.texts[p] in ":؛." or "complement" in doc.infos[p].closed:
                return []
            if doc.infos[p].word.fold in AMONG:
                named = self.at[p + 1]
                return self.coordinated(named, stop) if named is not None and named.first == p + 1 else []
        return []

    def _aside(self, p: int, limit: int) -> int:
        """حملت، حسب بيان لها، حماس: the noun phrase behind what two commas enclose, or 0."""
        doc = self.doc
        for q in range(p + 2, min(limit, p + 10)):
            if "complement" in doc.infos[q].closed or doc.texts[q] in ":؛.":
                return 0
            if doc.texts[q] in "،,":
                chunk = self.at[q + 1] if q + 1 < limit else None
                return q + 1 if chunk is not None and chunk.first == q + 1 and not chunk.lead else 0
        return 0

    def possessor(self, p: int, limit: int) -> Chunk | None:
        """Whose a thing is that stands at p: مواقع حماس, موقعا عسكريا لحماس, مخازن أسلحة تابعة للحوثيين."""
        doc = self.doc
        if p >= limit or not self._thing(p):
            return None
        for q in range(p + 1, min(limit, p + 6)):
            chunk, info = self.at[q], doc.infos[q]
            form = info.word.fold
            if chunk is not None:
                return chunk if chunk.first == q and chunk.lead in ("", "ل") else None
            if form == "من" and doc.infos[q - 1].word.fold in PARTS:
                continue
            between = self._thing(q) or form in BELONGING or form in ARMS_AND_MEN or form.endswith(("يه", "يا", "يين"))
            if not between and not (form.endswith("ي") and q == p + 1):
                return None
            if info.closed or info.prep:
                return None
        return None

    def _thing(self, p: int) -> bool:
        form = self.doc.infos[p].word.fold
        if self.at[p] is not None:
            return False
        bare = form[1:] if form.startswith("و") and form not in THROUGH else form
        return bare in THROUGH or (bare.endswith("ا") and bare[:-1] in THROUGH)

    def _owner_of(self, q: int, limit: int, form: str) -> list[Chunk]:
        """Whose the noun at q is that stands for its owner: قوات س, الشعب التركي, أشقائنا في س, أخيه فلان."""
        if q + 1 >= limit or self.at[q] is not None:
            return []
        target = self.at[q + 1]
        if target is not None and target.first == q + 1:
            person = target.kind in ("person", "title")
            nation = form.startswith("ال") and target.kind == "nisba" and form[2:] in THROUGH - BORDERS
            if (form in THROUGH and not (form == "نظام" and person)) or (
                not target.lead and (nation or (form in KIN and person))
            ):
                return self.coordinated(target, limit)
        if form in PEOPLE and self.doc.infos[q + 1].prep == "في" and q + 2 < limit:
            target = self.at[q + 2]
            if target is not None and target.first == q + 2 and target.kind == "country":
                return [target]
        return []

    def _relative_doer(self, p: int, stop: int) -> list[Chunk]:
        """بالجهود التي تبذلها مصر, الدور الذي تضطلع به قطر: the doer in the relative clause of a noun that is his."""
        doc = self.doc
        if "relative" not in doc.infos[p].closed or doc.infos[p].word.fold not in ("الذي", "التي"):
            return []
        for q in range(p + 1, min(stop, p + 5)):
            chunk = self.at[q]
            if any(r.lemma in SUFFERING for r in doc.infos[q].verbs):
                return []
            if chunk is not None and chunk.first == q:
                own = any(info.word.fold.endswith(("ه", "ها")) for info in doc.infos[p + 1 : q])
                agent = not chunk.lead and chunk.kind in AGENTS and chunk.kind != "nisba"
                return self.coordinated(chunk, stop) if own and agent else []
            if not doc.texts[q][0].isalpha() or "complement" in doc.infos[q].closed:
                return []
        return []

    def behind(self, start: int, stop: int) -> list[Chunk]:
        """Whose a noun is: its possessor or its nation (بجهود الرياض, بالدور الروسي, هجوم داعش), within two words."""
        doc, p = self.doc, start
        form = doc.infos[p].word.fold if p < stop else ""
        rests = [rest for lead, rest in doc.infos[p].word.splits if lead[-1:] in ("ب", "ل")] if p < stop else []
        there = self._owner_of(p, stop, rests[0] if rests else form)
        if there:
            return there
        while p < min(stop, start + 4):
            done = self._relative_doer(p, stop) if start < p <= start + 2 else []
            if done:
                return done
            chunk = self.at[p]
            if chunk is not None and chunk.first == p:
                if chunk.lead or (p == start and chunk.kind == "nisba"):
                    return []
                return [chunk] if chunk.kind == "nisba" else self.coordinated(chunk, stop)
            if not doc.texts[p][0].isalpha() or doc.infos[p].closed or doc.dated[p]:
                return []
            p += 1
        return []

    def through(
        self, start: int, stop: int, preps: frozenset[str], reach: int = 10, nouns: frozenset[str] | None = None
    ) -> list[Chunk]:
        """As with_prep, but the preposition governs a noun that is the actor's (رحب بجهود الرياض), one of `nouns`."""
        doc, p = self.doc, start
        while p < min(stop, start + reach):
            info, chunk = doc.infos[p], self.at[p]
            if chunk is not None and chunk.first == p:
                p = chunk.last
                continue
            if info.prep in preps:
                form = doc.infos[p + 1].word.fold if p + 1 < stop else ""
                meant = form not in CONSTRUCT and (
                    nouns is None or form.removeprefix("ال") in nouns
                )  # على لسان فلان: not against him
                return self.behind(p + 1, stop) if meant else []
            if (
                preps & {"ب", "ل"}
                and any(
                    lead and lead[-1] in preps and len(rest) > 2 and (nouns is None or rest.removeprefix("ال") in nouns)
                    for lead, rest in info.word.splits
                )
                and not info.closed
            ):
                return self.behind(p, stop)
            if "complement" in info.closed or doc.texts[p] in ":؛.":
                return []
            p += 1
        return []

    def with_prep(self, start: int, stop: int, preps: frozenset[str], reach: int = 18) -> list[Chunk]:
        """The first chunk from `start` on that one of the prepositions governs (إلى X, بX), and those joined to it."""
        doc, p, limit = self.doc, start, min(stop, start + reach)
        while p < limit:
            info, chunk = doc.infos[p], self.at[p]
            if chunk is not None and chunk.first == p:
                if chunk.lead and chunk.lead[-1] in preps:
                    return self.coordinated(chunk, stop)
                p = chunk.last
                continue
            if info.prep in preps and not (info.prep == "علي" and p and doc.infos[p - 1].word.fold in REACTING):
                q = p + 1
                while q < limit and doc.texts[q] in QUOTES:
                    q += 1
                if (
                    q < limit
                    and doc.infos[q].word.fold == "كل"
                    and q + 1 < limit
                    and doc.infos[q + 1].word.fold == "من"
                ):
                    q += 2
                if q < limit and self.at[q] is None and doc.infos[q].word.fold in SIDES.get(info.prep, ()):
                    q += 1  # من قبل س, إلى جانب س
                while q + 1 < limit and (
                    doc.infos[q].number
                    or (doc.infos[q].word.fold in NUMBERS and self.at[q] is None and not doc.infos[q].prep)
                ):
                    q += 1
                if (
                    q + 2 < limit
                    and self.at[q] is None
                    and doc.infos[q + 1].word.fold in LINKED
                    and (linked := self.at[q + 2]) is not None
                    and linked.first == q + 2
                    and linked.lead[-1:] in ("ب", "ل")
                ):
                    return self.coordinated(linked, stop)  # على 26 شركة مرتبطة بفلان
                if q + 2 < limit and doc.infos[q].word.fold in PARTS and doc.infos[q + 1].prep == "من":
                    q += 2
                target = self.at[q] if q < limit else None
                if target is not None and target.first == q:
                    return self.coordinated(target, stop)
                target = self.possessor(q, limit)
                if target is not None:
                    return self.coordinated(target, stop)
                owned = self._owner_of(q, stop, doc.infos[q].word.fold) if q < limit else []
                if owned:
                    return owned
                some = self._some(q, stop)
                if some:
                    return some
            owned = next(
                (
                    found
                    for lead, rest in (info.word.splits[1:] if chunk is None else ())
                    if lead[-1] in preps
                    and (lead[-1] == "ل" or rest not in THROUGH)  # بمقر الحكومة tells where
                    and (found := self._owner_of(p, stop, rest))
                ),
                [],
            )
            if owned:
                return owned  # تعازيه للشعب التركي, بمستشاره فلان
            if "complement" in info.closed or doc.texts[p] in ":؛":
                break
            if (
                info.verbs
                and p > start
                and "verb" in info.kinds
                and self.at[p] is None
                and info.closed == frozenset()
                and "masdar" not in info.kinds
            ):
                break
            p += 1
        return []
