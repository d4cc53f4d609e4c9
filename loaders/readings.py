"""What a token is here: a verb or the noun that looks like it, a participle that goes on; the article as a whole."""

from __future__ import annotations

from dataclasses import replace

from loaders.actors import Cast
from loaders.clause import Syntax
from loaders.doc import Chunk, Doc
from loaders.lexicon.frames import frames
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.phrases import AGENTS, BOUND, OURS, RELATIVES
from loaders.preceding import Args
from loaders.proposals import Proposal
from loaders.sites import NEGATIONS
from loaders.speakers import Said

LIGHT = word_set("relations.light")
ASSAILING = LIGHT | {"حاول"}
"""Likewise for nouns of attack, where the attempt is one (حاول اقتحام المدينة)."""
"""Verbs that carry a noun of doing (أجرى محادثات)."""
UNTRUE = frozenset(("نفى", "أنكر", "استبعد"))
"""Verbs behind whose subject a form that may be a verb too is the noun that they deny (استبعد س فرض عقوبات)."""

ABLE = frozenset(("تمكن", "مكن"))
"""Verbs whose من a noun of doing follows (تمكن س من قصف ص)."""
STRIKES = frozenset(("قصف", "ضرب", "قتل", "خطف", "أسر_عسكري"))
OF_HIM = frozenset(("انه", "بانه", "وانه"))
"""أن with the pronoun of who does what follows."""
MEANT = word_set("readings.meant")
"""Nouns of what somebody decides or means to do, which follows behind him (قرار فلان فرض عقوبات)."""
FALLING = frozenset(("قتل", "جرح", "نقل"))
"""Forms that at the head of a sentence tell to whom something happened (قتل فلسطيني برصاص س)."""
SOURCED = word_set("readings.sourced")
"""Words that an aside begins with which tells from whom something is known (، بحسب مصدر، )."""
WHERE = word_set("readings.where")
"""Words that a clause begins with whose verb comes first."""


class Readings:
    """An article, its noun phrases and what is said in it; what is proposed of it is put in `out`."""

    def __init__(self, doc: Doc, cast: Cast, syntax: Syntax, said: list[Said]) -> None:
        self.doc, self.cast, self.syntax, self.said = doc, cast, syntax, said
        self.frames = frames()
        self.out: list[Proposal] = []
        self.alleged: list[Proposal] = []
        self.inside: list[Said | None] = [None] * (doc.n + 1)
        for s in said:
            for i in range(s.first + (s.lemma == "وجه"), s.last):  # وجّه اتهامات إلى س: the noun is the act
                self.inside[i] = s  # the innermost begins last
        self.cue_of = {s.cue: s for s in said}

    def first_person(self, i: int, reading: Reading) -> Chunk | None:
        """Who says «I» or «we» at token i: the speaker, else the body whose text the page is."""
        around = self.inside[i]
        if around is not None and around.chunk is not None:
            return around.chunk
        ours = reading.person == "1p" and not self.syntax.quoted[i]
        return self.syntax.author if ours else None

    def first_persons(self, i: int, reading: Reading) -> list[Chunk]:
        """Who says «I» at token i; all whom the first is joined to that say «we» (قال وزراء خارجية س وص: ندين)."""
        one = self.first_person(i, reading)
        if one is None or reading.person != "1p":
            return [] if one is None else [one]
        return [c for c in self.syntax.coordinated(one, self.doc.sents[self.syntax.sent_of[one.first]].last) if c.actor]

    def our_own(self, i: int, args: Args) -> Args:
        """نفذ مجاهدونا, إن قواتنا تدين: what is the speaker's own does it, and so he."""
        if args.chunks and args.how == "after" and i and self.doc.infos[i - 1].word.rests & OURS:
            args = Args()  # قواتنا دمرت مدرعات تركية: what stands behind is struck
        at = args.end if args.other else i - 1
        if (args.chunks and not args.other) or not 0 <= at < self.doc.n or not self.doc.infos[at].word.rests & OURS:
            return args
        around = self.inside[i]
        who = around.chunk if around is not None else None
        person = self.cast.person_of.get(who.actor or "") if who is not None else None
        if who is not None and person is not None and person.iso:
            state = self.doc.lex.countries[person.iso].entity
            if state.slug in self.cast.mentions:  # «قصفت قواتنا»: his state did
                who = replace(who, kind="country", iso=person.iso, entities=(state,), actor=state.slug)
        who = who or (None if self.syntax.quoted[i] else self.syntax.author)
        return (
            args if who is None else Args([who], at + 1 if args.other else i, how="after" if args.other else "before")
        )

    def for_his_land(self, i: int, reading: Reading, chunks: list[Chunk]) -> list[Chunk]:
        """قال فلان إن بلاده ترفض كذا: the stance is his who takes it for his land; what she did is hers."""
        teller = self.inside[i]
        if len(chunks) != 1 or chunks[0].head != "*country" or teller is None or teller.chunk is None:
            return chunks
        stance = (reading.tense == "pres" or reading.future) and teller.act not in ("deny", "accuse")
        return [teller.chunk] if stance and self.cast.types.get(teller.speaker) == "person" else chunks

    def _verbal(self, i: int) -> bool:
        """Whether a form that is a verb and a noun alike (قتل, دعم) is the verb here."""
        doc = self.doc
        info = doc.infos[i]
        kinds = info.kinds
        if doc.dated[i] or (info.word.fold == "فجر" and i + 1 < doc.n and doc.dated[i + 1]):
            return False  # فجر السبت
        if info.word.fold == "صادر" and i + 1 < doc.n and doc.infos[i + 1].prep == "عن":
            return False  # في بيان صادر عن س
        if kinds == {"verb"}:
            return True
        if "verb" not in kinds:
            return False
        if i == 0:
            return not self._opening_noun(i)
        prev = doc.infos[i - 1]
        if all(r.person == "3d" for r in info.verbs if r.pos == "verb") and "masdar" in kinds:
            over = i > 1 and (prev.word.fold == "قد" or doc.texts[i - 1] in "،,")  # س، ونظيره، ص، بحثا
            two = self.syntax.at[i - 2 if over else i - 1]
            if doc.texts[i - 1] in "،," and (two is None or two.kind != "person" or not two.roles):
                return False  # قدمت روسيا، وإيران، دعما
            return two is not None and (two.lead == "و" or two.number == "d")  # دعما: a noun, but after two
        if prev.prep and "complement" not in prev.closed and "relative" not in prev.closed:
            return False
        if prev.word.fold == "من" and "masdar" in kinds:
            able = (r for w in doc.infos[max(0, i - 7) : i - 1] for r in w.verbs if r.pos == "verb")
            deed = any(r.pos == "masdar" and r.lemma in STRIKES for r in info.verbs)
            if deed and any(r.lemma in ABLE for r in able):
                return False  # تمكن س من قصف ص
        if prev.word.fold == "ظل" and i > 1 and doc.infos[i - 2].prep == "في":
            return False  # في ظل دعم س
        if prev.word.fold in NEGATIONS or "auxiliary" in prev.closed or prev.word.fold in RELATIVES:
            return True
        if prev.word.fold in OF_HIM and any(r.pos == "verb" and r.person == "3ms" and not r.lead for r in info.verbs):
            return True  # قال إنه طلب من س
        if any(r.pos == "verb" and r.person in ("1s", "1p") for r in info.verbs) and doc.texts[i - 1] in ':«“"،':
            return self.syntax.over_apposition(i - 1, doc.n) != i  # جدد الرئيس، فلان، دعوته
        if prev.verbs and "verb" in prev.kinds and self.syntax.at[i - 1] is None and not prev.closed:
            return False
        if i + 1 < doc.n and doc.infos[i + 1].word.fold in BOUND and self._clause_of_noun(i):
            return True  # تغريدة توعد فيها س
        if doc.texts[i].startswith(("ال", "وال", "بال", "لل")):
            return False
        before = self.syntax.at[i - 1] or self._over_a_source(i)
        while before is not None and before.lead == "و" and (joined := self.syntax.at[before.first - 1]) is not None:
            if joined.last != before.first:
                break
            before = joined  # بدأت القوات الروسية والسورية قصف
        if before is not None and before.last <= i and before.first > 0 and any(not r.lead for r in info.verbs):
            opener = doc.infos[before.first - 1]
            if any(r.pos == "verb" and (r.lemma in LIGHT or r.lemma in UNTRUE) for r in opener.verbs):
                return False  # نفت طهران نقل مقاتلين, أكدت س دعمها: what is denied or told is a noun
        owner = before if before is not None and before.last == i and not before.lead and before.first else None
        if owner is not None and "masdar" in kinds and not MEANT.isdisjoint(doc.infos[owner.first - 1].word.rests):
            return False  # قرار فلان فرض عقوبات
        nxt = self.syntax.at[i + 1] if i + 1 < doc.n else None
        if nxt is not None and nxt.first == i + 1 and nxt.kind == "nisba" and not nxt.definite:
            return doc.texts[i - 1] in "\n." and not FALLING.isdisjoint(info.lemmas)  # قتل فلسطيني برصاص س
        if nxt is not None and "masdar" in kinds and nxt.first == i + 1 and self._given_to(i, nxt):
            return False
        if prev.word.fold in WHERE and any(r.pos == "verb" and not r.lead for r in info.verbs):
            return True  # إلى بغداد حيث بحث مع س
        verbs = [r for r in info.verbs if r.pos == "verb"]
        apart = self.syntax.at[i - 1] is not None or not doc.texts[i - 1][0].isalpha()
        apart = apart or (bool(prev.closed) and not doc.texts[i - 1].startswith("إ"))  # no verb behind إنّ
        fits = (r for r in verbs if nxt is not None and (apart or r.lead) and self.syntax.agrees(r, nxt))
        r = next(fits, verbs[0])  # أن توقع س وص, but احتمال تعرض القوات لخطر
        for_it = (
            nxt.lead == "ل"
            if nxt is not None and nxt.first == i + 1
            else doc.texts[min(i + 1, doc.n - 1)].startswith("لل")
        )
        if r.pronoun and "masdar" in kinds and (for_it or self._of_a_thing(i + 1)):
            return False  # ودعمها لحزب الله, ودعمها ميزانية س: whose it is, and for whom
        things = nxt is not None and nxt.kind == "title" and not nxt.actor and bool(nxt.roles) and nxt.roles[0].many
        behind = self._behind_each(i)
        if nxt is None and behind is not None:
            return self.syntax.agrees(r, behind) or doc.infos[i + 1].word.fold == "كل"
        if nxt is not None and nxt.first == i + 1 and nxt.lead == "" and nxt.kind in AGENTS and not things:
            if self.syntax.agrees(r, nxt) or ("masdar" not in kinds and r.lead == "و"):  # but تبادل الأسرى
                return True
            himself = before is not None and before.last == i and before.kind in AGENTS
            himself = himself and ("masdar" not in kinds or self._opening_chunk(before))
            if himself and before is not None and self.syntax.agrees(r, before):
                return True  # وكان س طالب إيران; غوتيريش حث موسكو
            return doc.texts[i - 1] in "،," and self.syntax.leads_up_to(i, r)
        if doc.texts[i - 1] in "،," and self.syntax.leads_up_to(i, r):
            return True  # إن فلانا، مستشار الرئيس، طلب من س
        return r.lead in ("و", "ف") or self.syntax.at[i - 1] is not None or "relative" in prev.closed

    def _of_a_thing(self, p: int) -> bool:
        """Whether a plain noun stands at p and right behind it whose it is (ميزانية الصومال)."""
        whose = self.syntax.at[p + 1] if p + 1 < self.doc.n and self.syntax.at[p] is None else None
        if whose is None or whose.first != p + 1 or whose.lead or whose.kind == "nisba":
            return False
        info = self.doc.infos[p]
        return not (info.closed or info.prep or info.verbs or info.definite or self.doc.dated[p])

    def _given_to(self, i: int, doer: Chunk) -> bool:
        """لم يتغير دعم فلان لس: the verb would have its object right behind its subject, the noun has it behind ل."""
        whom = self.syntax.at[doer.last] if doer.last < self.doc.n else None
        if whom is None or whom.first != doer.last or whom.lead != "ل" or whom.kind not in AGENTS or doer.lead:
            return False
        bare = (r for r in self.doc.infos[i].verbs if r.pos == "masdar" and not r.lead and not r.pronoun)
        kinds = ((self.frames.get((r.lemma, "verb"), ()), self.frames.get((r.lemma, "masdar"), ())) for r in bare)
        return any(
            any("obj" in f.object and "ل" not in f.object for f in verbs) and any("ل" in f.object for f in nouns)
            for verbs, nouns in kinds
        )

    def _another_verb(self, i: int, reading: Reading) -> bool:
        """وتوجه س ضربات: whether the subject behind the form at i goes with another verb of that form alone."""
        if reading.lemma == "أسر_عسكري" and reading.person == "3fs" and reading.pronoun:
            return True  # نتنياهو وأسرته: his family
        nxt = self.syntax.at[i + 1] if i + 1 < self.doc.n and (not i or self.syntax.at[i - 1] is None) else None
        if reading.pos != "verb" or nxt is None or nxt.first != i + 1 or nxt.lead or nxt.kind not in AGENTS:
            return False
        others = [r for r in self.doc.infos[i].verbs if r.pos == "verb" and r.lemma != reading.lemma]
        told = {f.type for f in self.frames.get((reading.lemma, "verb"), ())}
        others = [r for r in others if r.lemma in LIGHT or (r.lemma, "verb") in self.frames]
        if any(f.type in told for r in others for f in self.frames.get((r.lemma, "verb"), ())):
            return False  # وترأس منظمة س
        return not self.syntax.agrees(reading, nxt) and any(self.syntax.agrees(r, nxt) for r in others)

    def _over_a_source(self, i: int) -> Chunk | None:
        """تعتزم س، بحسب مصدر، دعم ص: who stands before the aside that the comma before i closes."""
        doc = self.doc
        if i < 4 or doc.texts[i - 1] not in "،,":
            return None
        for p in range(i - 2, max(0, i - 12), -1):
            if doc.texts[p] in "،,":
                sourced = doc.infos[p + 1].word.fold in SOURCED
                return self.syntax.at[p - 1] if sourced else None
        return None

    def _opening_noun(self, i: int) -> bool:
        """دعم عسكري أمريكي لس, تعاون وثيق بين س وص: whether the form at i, the first of a page, is the noun there."""
        doc, p = self.doc, i + 1
        if not any(r.pos == "masdar" for r in doc.infos[i].verbs) or not FALLING.isdisjoint(doc.infos[i].lemmas):
            return False
        while p < min(doc.n, i + 3) and self._plain(p):
            p += 1
        if p < doc.n and doc.infos[p].word.fold == "بين":
            return True
        chunk = self.syntax.at[p] if p < doc.n else None
        if chunk is None:
            return False
        adjectives = all(info.word.fold.endswith(("ي", "يه")) for info in doc.infos[i + 1 : p])
        return chunk.first == p and chunk.kind == "nisba" and not chunk.definite and not chunk.lead and adjectives

    def _plain(self, p: int) -> bool:
        """Whether the word at p may be an indefinite noun or adjective."""
        info, chunk = self.doc.infos[p], self.syntax.at[p]
        if chunk is not None and (chunk.actor or chunk.kind != "title" or chunk.last > p + 1):
            return False  # but تبادل أسرى بين
        plain = self.doc.texts[p][0].isalpha() and not (info.closed - {"modifier"}) and not info.prep
        return plain and not info.definite and not self.doc.dated[p] and info.kinds != {"verb"}

    def _opening_chunk(self, chunk: Chunk | None) -> bool:
        """Whether a noun phrase opens its sentence, or the clause behind أن, and so waits for a verb."""
        if chunk is None or chunk.lead or self.syntax.governed(chunk):
            return False
        first = self.doc.sents[self.syntax.sent_of[chunk.first]].first
        return chunk.first == first or "complement" in self.doc.infos[chunk.first - 1].closed

    def _clause_of_noun(self, i: int) -> bool:
        """Whether an indefinite noun stands right before the bare form at i, whose clause it may begin."""
        before = self.doc.infos[i - 1]
        bare = any(r.pos == "verb" and not r.lead for r in self.doc.infos[i].verbs)
        return bare and self.doc.texts[i - 1][0].isalpha() and not (before.definite or before.closed or before.prep)

    def _behind_each(self, i: int) -> Chunk | None:
        """عقد كل من س وص, بحث أمس س: who stands behind the words for each and for a day."""
        doc, p = self.doc, i + 1
        if p + 2 < doc.n and doc.infos[p].word.fold in ("كل", "كلا") and doc.infos[p + 1].word.fold == "من":
            p += 2
        elif i == doc.sents[self.syntax.sent_of[i]].first:
            while p < doc.n and doc.dated[p]:
                p += 1
        chunk = self.syntax.at[p] if i + 1 < p < doc.n else None
        agent = chunk is not None and chunk.first == p and not chunk.lead and chunk.kind in AGENTS
        return chunk if agent else None

    def _circumstantial(self, i: int, reading: Reading) -> bool:
        """متهما, داعية, مثمنا: a participle in the accusative that goes on with the subject."""
        doc = self.doc
        text = doc.texts[i]
        accusative = text.rstrip("\u064b").endswith("ا") or "\u064b" in text or reading.person in ("fs", "mp", "d")
        if reading.definite or reading.prep or not accusative or reading.pronoun:
            return False
        if reading.lemma == "سلح":
            return False  # مسلحون من حركة س: armed, arming nobody
        before = doc.texts[i - 1] if i else "،"
        opens = i == doc.sents[self.syntax.sent_of[i]].first
        return (
            opens
            or before in '،,»”")'
            or reading.lead == "و"
            or self.syntax.at[i - 1] is not None
            or bool(doc.dated[i - 1])
            or (reading.lemma == "اتهم" and (doc.infos[i - 1].definite or doc.infos[i - 1].word.fold == "ذلك"))
        )

    def _type(self, chunk: Chunk) -> str:
        return self.cast.types.get(chunk.actor or "", "")
