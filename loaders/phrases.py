"""Noun phrases as a verb sees them: what governs one, what is joined to it, where a prepositional phrase ends."""

from __future__ import annotations

from loaders import placebacks
from loaders.actors import Cast
from loaders.doc import Chunk, Doc
from loaders.lexicon.cues import cues
from loaders.lexicon.info import bare
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.occasions import Occasions
from loaders.text import QUOTES

GENDERS = {"3ms": "m", "3fs": "f"}
"""The gender that a pronoun or a form of a verb tells."""
AGENTS = frozenset(("person", "country", "militia", "organization", "title", "nisba", "backref"))
RELATIVES = word_set("clause.relatives")
SPEAKERS = word_set("clause.speakers")
"""Nouns that speak; any other behind a verb of affirming is what is affirmed."""
STOPPERS = frozenset(("complement", "relative", "conditional"))
NUMBERS = word_set("clause.numbers")
AUXILIARIES = word_set("clause.auxiliaries")
"""Forms of verbs that only say that another verb's act begins or goes on (ظل ينتقد, باتت تهدد)."""
ADVERBS = word_set("clause.adverbs")
ORDINAL = "للمره"
DELEGATES = word_set("clause.delegates")
"""Nouns before من whose body acts (وفد من الاتحاد الأوروبي)."""
OWNED = frozenset(("له", "لها", "لهم"))
"""Whose an adverbial's noun is, behind which another noun phrase begins (دعت في بيان لها المكون العسكري)."""
LED = word_set("clause.led")
"""Words between a delegation and the person who heads it (وفد برئاسة فلان, وفد يرأسه فلان)."""
SAYABLE = word_set("clause.sayable")
"""Adjectives and the like that stretch an adverbial phrase (في تصريح صحفي له)."""
CONSTRUCT = word_set("clause.construct")
"""Nouns behind a preposition whose possessor belongs to the phrase (على لسان فلان)."""
TIMES = word_set("phrases.times")
"""Prepositions behind which a noun of doing has its possessor (بعد مقتل فلان)."""
ENDING_HA = word_set("clause.ending_ha")
"""Nouns whose last letter is no pronoun (باتجاه، مياه)."""
OURS = word_set("clause.ours")
"""What is the speaker's own, so that its doing is his (قواتنا, مجاهدونا)."""
LED_BY = frozenset(("بقياده", "برياسه", "بزعامه"))
"""Words before who leads a body (رفضت الحركة بقيادة فلان)."""
WITH_PRONOUN = word_set("clause.with_pronoun")
"""Prepositions whose noun is the pronoun written with them."""
TO_HIM = word_set("clause.to_him")
"""Those that a verb brings with it (توصلت إليه س): not such as tell in or through what."""
BOUND = WITH_PRONOUN | TO_HIM
PREPOSED = tuple(sorted(word_set("clause.preposed")))
"""How an adverbial begins whose preposition is written with its noun."""


class Phrases(Occasions):
    """The chunks of an article by token, and what stands around them."""

    def __init__(self, doc: Doc, cast: Cast) -> None:
        self.doc, self.cast = doc, cast
        self.at: list[Chunk | None] = [None] * (doc.n + 1)
        for chunk in cast.chunks:
            if not chunk.actor and (chunk.kind == "backref" or chunk.by == placebacks.BY):
                continue
            for i in range(chunk.first, min(chunk.last, doc.n)):
                self.at[i] = chunk
            if chunk.kind == "person" and not self._that(chunk):
                for i in range(chunk.nfirst, chunk.nlast):
                    if doc.infos[i].closed:
                        doc.infos[i] = bare(doc.lex, doc.infos[i].word)  # مون جاي إن: no particle
        self.sent_of = [0] * (doc.n + 1)
        for k, sent in enumerate(doc.sents):
            for i in range(sent.first, sent.last):
                self.sent_of[i] = k
        self.quoted = self._quotes()
        self.author: Chunk | None = None
        """the body that says «we» in a text of its own (communiques.py)"""
        self.bracketed: dict[int, int] = {}
        """States told in brackets behind what they make up, and that: first token → the bracket (coordination.py)."""
        self.marbuta = any(t.endswith("ة") for t in doc.texts)
        """whether the page writes ة, so that its ه is a pronoun"""

    def _quotes(self) -> bytearray:
        """1 for each token inside quotation marks (a straight quote opens and closes in turn within its line)."""
        out = bytearray(self.doc.n + 1)
        depth, straight, doc = 0, False, self.doc
        for i, text in enumerate(self.doc.texts):
            if text == "\n":
                straight = False
                if depth and not self._closes_later(i):
                    depth = 0
            elif text in "«“„":
                depth = 1
            elif text in "»”":
                if text == "”" and not depth and i + 1 < self.doc.n and doc.starts[i + 1] == doc.ends[i]:
                    depth = 1
                else:
                    depth = 0
            elif text == '"':
                straight = not straight
            elif depth or straight:
                out[i] = 1
        return out

    def _closes_later(self, i: int) -> bool:
        for text in self.doc.texts[i : i + 250]:
            if text in "»”":
                return True
            if text in "«“":
                return False
        return False

    def is_adverb(self, p: int) -> bool:
        """أيضا, من جهته, إلى ذلك: إلى is one only there."""
        form = self.doc.infos[p].word.fold
        if form == "من" and p + 1 < self.doc.n and self.at[p + 1] is not None:
            return False  # وطلب من حلف الناتو
        if p and self.doc.infos[p - 1].word.fold == ORDINAL and self.doc.infos[p].definite:
            return self.at[p] is None  # للمرة الثالثة
        return form in ADVERBS and (form != "الي" or (p + 1 < self.doc.n and self.doc.infos[p + 1].word.fold == "ذلك"))

    def governed(self, chunk: Chunk) -> bool:
        """Whether a preposition, a clitic or a construct noun stands before the chunk, so that it is no subject."""
        if chunk.lead and chunk.lead[-1] in "بلك":
            return True
        i = chunk.first - 1
        while i >= 0 and self.doc.texts[i] in QUOTES:
            i -= 1
        if i < 0:
            return False
        info = self.doc.infos[i]
        if info.word.fold in OWNED and i > 1 and self.doc.infos[i - 2].prep:
            return False  # في بيان لها المجتمع الدولي
        if info.word.fold in BOUND:
            return False  # تغريدة هاجم فيها فلانا: the pronoun is all that it governs
        if info.prep and "complement" not in info.closed and "relative" not in info.closed:
            return not self.delegated(chunk)
        if chunk.lead:
            return False
        if info.prep:
            return info.word.fold in ("من", "ما") and not self.delegated(chunk)
        # construct state: an indefinite noun right before a definite one (موقف إيران)
        if self.at[i] is not None:
            return self.of_several(chunk)
        if info.verbs:
            return all(r.pos == "masdar" and not r.definite and not r.pronoun for r in info.verbs)
        return not (
            not self.doc.texts[i][0].isalpha()
            or self.doc.texts[i].endswith(("ه", "ها", "هم", "هما"))  # في مكتبه فلان: a possessor it has already
            or info.closed
            or info.word.fold.removeprefix("و") in AUXILIARIES
            or info.word.fold.startswith(("ال", "وال", "بال", "لل", "فال"))
            or self.doc.dated[i]
            or info.word.fold in SAYABLE  # في خطاب متلفز فرنسا
            or self._possessed(i)
        )

    def of_several(self, chunk: Chunk) -> bool:
        """مستشاري الرئيس فلان طلبوا: whether several without a name stand before the chunk, whose he is."""
        head = self.at[chunk.first - 1] if chunk.first else None
        if head is None or head.kind != "title" or head.actor or head.last != chunk.first:
            return False
        return self.doc.infos[head.first].word.fold.endswith("ي")

    def _possessed(self, i: int) -> bool:
        """مكتبه, عاصمتها: a noun with its possessor written on it, which no other can follow."""
        text = self.doc.texts[i]
        if self.doc.infos[i].word.rests & OURS:
            return True
        if text.endswith("ها"):
            return len(text) > 4
        return self.marbuta and text.endswith("ه") and len(text) > 4 and self.doc.infos[i].word.fold not in ENDING_HA

    def delegated(self, chunk: Chunk) -> bool:
        """وفد [رفيع المستوى ]من الاتحاد الأوروبي, وفد عن البرلمان: the body acts that sent them."""
        return self.delegation(chunk) >= 0

    def delegation(self, chunk: Chunk) -> int:
        """Where the noun of a delegation stands that the body at `chunk` sent, or -1."""
        i, infos = chunk.first - 2, self.doc.infos
        sent = not chunk.lead and chunk.kind in ("country", "organization", "militia")
        if i < 0 or not sent or infos[i + 1].word.fold not in ("من", "عن"):
            return -1
        while i > max(0, chunk.first - 5) and not self._delegates(i):
            if not self._describes(i):
                return -1
            i -= 1
        return -1 if not self._delegates(i) or (i and infos[i - 1].prep) else i

    def _delegates(self, i: int) -> bool:
        form = self.doc.infos[i].word.fold
        return form in DELEGATES or form.removeprefix("و") in DELEGATES

    def _that(self, chunk: Chunk) -> bool:
        """قال مون جاي إن كوريا ترحب: whether the last word of a name may rather be the particle behind a cue."""
        doc = self.doc
        if "complement" not in doc.infos[chunk.nlast - 1].closed or chunk.nlast >= doc.n or not chunk.first:
            return False
        said = any(r.pos == "verb" and r.lemma in cues() for r in doc.infos[chunk.first - 1].verbs)
        return said and "complement" not in doc.infos[chunk.nlast].closed and doc.texts[chunk.nlast] not in "،,"

    @staticmethod
    def agrees(reading: Reading, chunk: Chunk) -> bool:
        who = reading.person
        if reading.pos == "participle":
            if who.startswith("f"):
                return chunk.gender in ("f", None) or chunk.number == "p"
            if who.startswith("m"):
                return chunk.gender in ("m", None) or chunk.number == "p"
            return True
        if who == "3ms":
            things = chunk.by == "state:head" and chunk.gender == "f" and chunk.head.endswith("ات")
            return chunk.gender in ("m", None) or (chunk.number in ("p", "d") and not things)  # not: أمهل القوات
        if who == "3fs":
            return chunk.gender in ("f", None) or chunk.number == "p"
        return who in ("3p", "3d")

    def bearer(self, chunk: Chunk) -> Chunk:
        """Of two offices in a row the phrase with the name (نائب الرئيس وزير الخارجية س); of a delegation its head."""
        if not DELEGATES.isdisjoint(self.doc.infos[chunk.first].word.rests):
            k = chunk.last + (chunk.last < self.doc.n and self.doc.texts[chunk.last] in QUOTES)  # وفد من "س" برئاسة
            while k < min(self.doc.n - 1, chunk.last + 4) and self._describes(k):
                k += 1  # وفد روسي رفيع المستوى يترأسه فلان
            head = self.at[k + 1] if k + 1 < self.doc.n and self.doc.infos[k].word.fold in LED else None
            return head if head is not None and head.first == k + 1 and head.kind == "person" else chunk
        unnamed = (chunk.kind == "title" and not chunk.actor) or (chunk.kind == "person" and chunk.head == "kin")
        nxt = self.at[chunk.last] if unnamed and chunk.last < self.doc.n else None  # نجل العقيد القذافي سيف الإسلام
        named = nxt is not None and nxt.first == chunk.last and nxt.kind == "person" and not nxt.lead
        if nxt is None or not named or (chunk.head == "kin" and nxt.first < nxt.nfirst):
            return chunk  # صهر الرئيس فلان ولي العهد فلانا: another
        return nxt

    def _describes(self, k: int) -> bool:
        """رفيع المستوى, حكومي: whether a plain noun or adjective stands at k."""
        info = self.doc.infos[k]
        plain = self.at[k] is None and self.doc.texts[k][0].isalpha() and not info.closed and not info.prep
        return plain and not info.verbs and info.word.fold not in LED

    def _clitic_phrase(self, p: int) -> bool:
        form = self.doc.infos[p].word.fold
        return form.startswith(PREPOSED)

    def _of_somebody(self, q: int) -> bool:
        """بعد مقتل فلان: a noun of doing that is no clause's, without its article, is of the name behind it."""
        info = self.doc.infos[q]
        return not info.definite and any(r.pos == "masdar" and not r.pronoun and not r.prep for r in info.verbs)

    def _phrase(self, p: int, limit: int) -> int:
        """End of the adverbial that the preposition at p begins."""
        doc = self.doc
        if p + 1 >= limit:
            return p
        if self.is_adverb(p) or doc.infos[p].word.fold in BOUND:
            return p + 1  # له, معه: the pronoun is all of it
        q = p + 1
        while q < limit and doc.texts[q] in QUOTES:
            q += 1
        if q + 2 < limit and doc.infos[q].word.fold == "كل" and doc.infos[q + 1].word.fold == "من":
            q += 2  # إلى كل من س وص
        if q >= limit:
            return p
        chunk = self.at[q]
        if chunk is not None and chunk.first == q:
            q = chunk.last
        elif doc.texts[q][0].isalpha() and "complement" not in doc.infos[q].closed:
            q = self.occasion(q, limit)
            owned = doc.infos[q].word.fold in CONSTRUCT or (doc.infos[p].word.fold in TIMES and self._of_somebody(q))
            owner = self.at[q + 1] if q + 1 < limit and owned else None
            q = self.bearer(owner).last if owner is not None and owner.first == q + 1 and not owner.lead else q + 1
            if q < limit and self.at[q] is None and any(r.pos == "masdar" and r.pronoun for r in doc.infos[q].verbs):
                q += 1  # في مقر إقامته, في ختام زيارته
        else:
            return p
        while q < limit:
            chunk = self.at[q]
            info = doc.infos[q]
            if doc.texts[q] in QUOTES and q + 1 < limit and self.quoted[q - 1]:
                q += 1
            elif (
                chunk is not None
                and chunk.first == q
                and (chunk.kind == "nisba" or chunk.lead[-1:] in ("ب", "ل") or chunk.by == "nisba")
                and not (doc.dated[q - 1] and not chunk.lead and chunk.definite)  # خلال اليومين الماضيين السعودية
            ):
                q = chunk.last
            elif (
                (
                    chunk is None
                    and doc.texts[q].startswith("ال")
                    and doc.infos[q - 1].word.fold not in OWNED
                    and not info.closed
                    and not doc.dated[q]
                    and not (info.verbs and not info.verbs[0].definite)
                )
                or ((chunk is None or (chunk.kind, chunk.length) == ("title", 1)) and info.word.fold in SAYABLE)
                or doc.dated[q]
            ):
                q += 1
            else:
                break
        return self.told_of(p + 1, q, limit)
