"""Who does and who is done to: subjects and objects of a verb among the noun phrases around it.

Arabic news puts the verb first and its subject right after it (adverbials may come between), or the subject first at the
head of a clause; a verb without either goes on with the subject before it. A verb that precedes its subject agrees with
it in gender: that is what tells most wrong subjects.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.actors import Cast
from loaders.doc import Chunk, Doc
from loaders.lexicon.verbs import Reading
from loaders.text import QUOTES
from loaders.lexicon.sets import word_set

AGENTS = frozenset(("person", "country", "militia", "organization", "title", "nisba", "backref"))
ADVERBS = word_set("clause.adverbs")
BACK = word_set("clause.back")
DOINGS = word_set("clause.doings")
PRONOUN_ENDS = {"3ms": "نه", "3fs": "نها", "3p": "نهم", "3d": "نهما"}
SPEAKERS = word_set("clause.speakers")
"""Nouns that speak; any other behind a verb of affirming is what is affirmed."""
STOPPERS = frozenset(("complement", "relative", "conditional"))


@dataclass(slots=True)
class Args:
    """Chunks that fill a role, in the order of the text; `other` when somebody who is no actor fills it."""

    chunks: list[Chunk] = field(default_factory=list)
    end: int = 0
    other: bool = False
    how: str = ""


class Syntax:
    def __init__(self, doc: Doc, cast: Cast) -> None:
        self.doc, self.cast = doc, cast
        self.at: list[Chunk | None] = [None] * (doc.n + 1)
        for chunk in cast.chunks:
            if chunk.kind == "backref" and not chunk.actor:
                continue
            for i in range(chunk.first, min(chunk.last, doc.n)):
                self.at[i] = chunk
        self.sent_of = [0] * (doc.n + 1)
        for k, sent in enumerate(doc.sents):
            for i in range(sent.first, sent.last):
                self.sent_of[i] = k
        self.quoted = self._quotes()

    def _quotes(self) -> bytearray:
        """1 for each token inside quotation marks (a straight quote opens and closes in turn within its line)."""
        out = bytearray(self.doc.n + 1)
        depth, straight, toks = 0, False, self.doc.toks
        for i, text in enumerate(self.doc.texts):
            if text == "\n":
                straight = False
                if depth and not self._closes_later(i):
                    depth = 0
            elif text in "«“„":
                depth = 1
            elif text in "»”":
                if text == "”" and not depth and i + 1 < self.doc.n and toks[i + 1].start == toks[i].end:
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

    # -- small looks --------------------------------------------------------------------------------------------
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
        if info.prep and "complement" not in info.closed and "relative" not in info.closed:
            return True
        if chunk.lead:
            return False
        if info.prep:
            return info.word.fold in ("من", "ما")
        # construct state: an indefinite noun right before a definite one (موقف إيران)
        return bool(
            self.doc.texts[i][0].isalpha() and not info.closed and not info.verbs and self.at[i] is None
            and not info.word.fold.startswith(("ال", "وال", "بال", "لل", "فال")) and not self.doc.dated[i]
        ) or bool(info.verbs and all(r.pos == "masdar" and not r.definite and not r.pronoun for r in info.verbs) and self.at[i] is None)  # fmt: skip

    def coordinated(self, chunk: Chunk, stop: int) -> list[Chunk]:
        """The chunk and those joined to it: X وY, X، وY."""
        out = [chunk]
        end = chunk.last
        while end < stop:
            k = end
            while k < stop and self.doc.texts[k] in QUOTES or k < stop and self.doc.texts[k] in "()" and False:
                k += 1
            if k < stop and self.doc.texts[k] in "،," and k + 1 < stop:
                nxt = self.at[k + 1]
                if nxt is None or nxt.first != k + 1 or not (nxt.lead == "و" or self._list_goes_on(nxt, stop)):
                    break
                k += 1
            if (
                k + 1 < stop
                and doc_dash(self.doc.texts[k])
                and (nxt := self.at[k + 1]) is not None
                and nxt.first == k + 1
                and nxt.kind == out[-1].kind
                and nxt.kind in ("person", "country", "nisba")
            ):
                out.append(nxt)  # قمة ترامب-كيم
                end = nxt.last
                continue
            nxt = self.at[k] if k < stop else None
            if nxt is None or nxt.first != k or nxt.lead not in ("و",) and self.doc.texts[k - 1] not in "،,":
                if k < stop and self.doc.texts[k] == "و" and k + 1 < stop:
                    q = k + 1
                    while q < stop and self.doc.texts[q] in QUOTES:
                        q += 1
                    nxt = self.at[q] if q < stop else None
                    if nxt is not None and nxt.first == q and nxt.kind in AGENTS | {"place", "agreement"}:
                        out.append(nxt)
                        end = nxt.last
                        continue
                break
            if (
                nxt.kind == "nisba"
                and out[-1].kind != "nisba"
                and not (out[-1].by == "state:head" and nxt.definite == out[-1].definite)
            ):
                break
            out.append(nxt)
            end = nxt.last
        return out

    def _list_goes_on(self, chunk: Chunk, stop: int) -> bool:
        """X، Y وZ: a comma list that ends in و."""
        end = chunk.last
        nxt = self.at[end] if end < stop else None
        return nxt is not None and nxt.first == end and nxt.lead == "و" and nxt.kind in AGENTS and chunk.kind in AGENTS

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
            return chunk.gender in ("m", None) or chunk.number in ("p", "d")
        if who == "3fs":
            return chunk.gender in ("f", None) or chunk.number == "p"
        return who in ("3p", "3d")

    # -- roles --------------------------------------------------------------------------------------------------
    def subject(self, i: int, reading: Reading, stop: int) -> Args:
        k = i - 1
        while k > 0 and self.doc.infos[k].word.fold in ("لم", "لن", "لا", "قد", "سوف"):
            k -= 1
        prev = self.doc.infos[k] if i else None
        if (
            prev is not None
            and "complement" in prev.closed
            and prev.word.fold.endswith(PRONOUN_ENDS[reading.person[:3]] if reading.person in PRONOUN_ENDS else "\0")
        ):
            return Args()  # إنه سيلتقي: the pronoun is the subject
        before = self._before(i, reading) if reading.pos == "verb" else Args()
        if before.how in ("before", "relative", "nisba") or before.how == "head" and reading.lead == "ف":
            return before
        after = self._after(i, reading, stop)
        if after.chunks or after.other or not before.chunks:
            return after
        return before

    def _after(self, i: int, reading: Reading, stop: int) -> Args:
        doc = self.doc
        p, adverbial, phrased, limit = i + 1, False, False, min(stop, i + 26)
        while p < limit:
            text, info = doc.texts[p], doc.infos[p]
            chunk = self.at[p]
            if doc.dated[p] or info.word.fold in ADVERBS:
                if info.word.fold == "كل" and p + 1 < limit and doc.infos[p + 1].word.fold == "من":
                    p += 2
                    continue
                p, adverbial = p + 1, True
                continue
            if text in "(":
                q = p
                while q < limit and doc.texts[q] != ")":
                    q += 1
                p, adverbial = q + 1, True
                continue
            if text in "،,":
                nxt = doc.infos[p + 1] if p + 1 < limit else None
                if not adverbial and not (
                    nxt is not None
                    and (nxt.prep or doc.dated[p + 1] or self.at[p + 1] is not None and reading.pos == "verb" and False)
                ):
                    break
                p, adverbial = p + 1, True
                continue
            if text in QUOTES:
                nxt_chunk = self.at[p + 1] if p + 1 < limit else None
                if nxt_chunk is not None and nxt_chunk.last < limit and doc.texts[nxt_chunk.last] in QUOTES:
                    p += 1
                    continue
                break
            if text in ":؛.!؟-–\n" or info.closed & STOPPERS and not info.prep:
                break
            if "complement" in info.closed:
                break
            if chunk is not None and chunk.first == p:
                if chunk.lead == "" and chunk.kind in AGENTS:
                    chunk = self.bearer(chunk)
                    if self.agrees(reading, chunk) and not (chunk.kind == "nisba"):
                        found = self.coordinated(chunk, stop)
                        return Args(found, found[-1].last, how="after")
                    break
                if chunk.lead[-1:] in ("ب", "ل", "ك"):
                    p, adverbial = chunk.last, True
                    continue
                break
            if (
                info.prep == "نحو"
                and p + 1 < limit
                and (doc.infos[p + 1].number or doc.infos[p + 1].word.fold in _NUMBERS)
            ):
                p += 1
                continue
            if info.number or info.word.fold in _NUMBERS and self.at[p] is None:
                p += 1
                continue
            if info.prep:
                q = self._phrase(p, limit)
                if q == p:
                    break
                p, adverbial, phrased = q, True, True
                continue
            if (
                any(lead and lead[-1] in "بل" for lead, _ in info.word.splits)
                and (adverbial or p == i + 1)
                and self._clitic_phrase(p)
            ):
                p, adverbial = p + 1, True
                while p < limit and doc.texts[p].startswith("ال") and self.at[p] is None:
                    p += 1
                continue
            # a noun that is no actor right after the verb is its subject
            if (
                doc.texts[p][0].isalpha()
                and not info.closed
                and not info.verbs
                or (info.verbs and all(r.pos != "verb" for r in info.verbs))
            ):
                if reading.pronoun and info.word.fold.removeprefix("ال") not in SPEAKERS:
                    break  # وحملها مسؤولية: a second object
                if p > i + 1 and phrased and not info.definite:
                    break  # سيوقع مع بوتين اتفاقا: an object, more likely
                return Args([], p, other=True)
            break
        return Args([], p)

    def _clitic_phrase(self, p: int) -> bool:
        form = self.doc.infos[p].word.fold
        return form.startswith(
            (
                "بال",
                "لل",
                "بشكل",
                "بعد",
                "لدي",
                "ردا",
                "للصح",
                "بشان",
                "لوساي",
                "بحسب",
                "لمراسل",
                "بان",
                "بلهجه",
                "بلغه",
            )
        )

    def _phrase(self, p: int, limit: int) -> int:
        """End of the adverbial that the preposition at p begins."""
        doc = self.doc
        if p + 1 >= limit:
            return p
        q = p + 1
        while q < limit and doc.texts[q] in QUOTES:
            q += 1
        if q >= limit:
            return p
        chunk = self.at[q]
        if chunk is not None and chunk.first == q:
            q = chunk.last
        elif doc.texts[q][0].isalpha() and "complement" not in doc.infos[q].closed:
            q += 1
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
            ):
                q = chunk.last
            elif (
                chunk is None
                and doc.texts[q].startswith("ال")
                and not info.closed
                and not doc.dated[q]
                and not (info.verbs and not info.verbs[0].definite)
            ):
                q += 1
            elif chunk is None and info.word.fold in (
                "صحفي",
                "صحافي",
                "صحفيه",
                "صحافيه",
                "متلفز",
                "مشترك",
                "رسمي",
                "خاص",
                "خاصه",
                "له",
                "لها",
                "تلفزيونيه",
                "هاتفيه",
                "اعلامي",
                "مكتوب",
                "تلفزيوني",
                "متلفزه",
                "نشره",
                "نشرته",
                "مقتضب",
                "صادر",
                "عاجل",
                "لاحق",
                "سابق",
                "مبكر",
                "متاخر",
                "سابقه",
                "لاحقه",
                "منفصل",
                "مماثل",
            ):
                q += 1
            elif doc.dated[q]:
                q += 1
            else:
                break
        return q

    def _before(self, i: int, reading: Reading) -> Args:
        doc = self.doc
        first = doc.sents[self.sent_of[i]].first
        q = i - 1
        while q >= first and (doc.infos[q].word.fold in BACK or doc.dated[q]):
            q -= 1
        if q < first:
            return Args()
        info = doc.infos[q]
        if "relative" in info.closed and info.word.fold in ("الذي", "التي", "الذين", "اللذين", "اللذان"):
            k = q - 1
            while k >= first and doc.texts[k] in '،,»”")(':
                k -= 1
            chunk = self.at[k] if k >= first else None
            if chunk is None and k >= first and doc.infos[k].word.fold in ("هو", "وهو", "هي", "وهي", "فهو", "فهي"):
                while k >= first and (self.at[k] is None or self.governed(self.at[k])):  # type: ignore[arg-type]
                    k -= 1
                chunk = self.at[k] if k >= first else None  # وهو الذي استقبل
            if (
                chunk is not None
                and chunk.last == k + 1
                and chunk.kind in AGENTS
                and self.agrees(reading, chunk)
                and chunk.kind != "nisba"
            ):
                return Args([chunk], chunk.last, how="relative")
            return Args([], q, other=True)
        k = q
        while k >= first and doc.texts[k] in QUOTES:
            k -= 1
        chunk = self.at[k] if k >= first else None
        if chunk is not None and chunk.last == k + 1 and chunk.kind in AGENTS and chunk.kind != "nisba":
            if not self.governed(chunk) and self._opens(chunk, first) and self.agrees(reading, chunk):
                return Args(self._back_coordinated(chunk, first), chunk.last, how="before")
            return Args()
        if chunk is not None and chunk.last == k + 1 and chunk.kind == "nisba" and chunk.first > first:
            noun = doc.infos[chunk.first - 1]
            if any(r.pos == "masdar" and r.lemma in DOINGS for r in noun.verbs) and (
                chunk.first - 1 == first or self._start(chunk.first - 1, first)
            ):
                return Args([chunk], chunk.last, how="nisba")
            return Args()
        if k >= first and doc.texts[k] in "،,-–)" or reading.lead == "":
            # س، ...، قال: the subject heads the clause and something stands between commas
            head = self._clause_head(k, first)
            if head is not None and self.agrees(reading, head) and not self.governed(head) and doc.texts[k] in "،,-–)":
                return Args(self._back_coordinated(head, first), head.last, how="head")
        return Args()

    def _start(self, i: int, first: int) -> bool:
        return i - 1 < first or self.doc.texts[i - 1] in "،,:؛.-–" or bool(self.doc.infos[i - 1].closed)

    def _back_coordinated(self, chunk: Chunk, first: int) -> list[Chunk]:
        if chunk.lead != "و":
            return [chunk]
        k = chunk.first - 1
        while k >= first and self.doc.texts[k] in QUOTES:
            k -= 1
        prev = self.at[k] if k >= first else None
        if prev is not None and prev.last == k + 1 and prev.kind in AGENTS and not self.governed(prev):
            return [*self._back_coordinated(prev, first), chunk]
        return [chunk]

    def _opens(self, chunk: Chunk, first: int) -> bool:
        """Whether a chunk stands where a clause can begin."""
        i = chunk.first - 1
        while i >= first and self.doc.texts[i] in QUOTES:
            i -= 1
        if i < first or chunk.lead in ("و", "ف"):
            return True
        info = self.doc.infos[i]
        return (
            self.doc.texts[i] in "،,:؛.-–)…" or bool(info.closed - {"prep"}) and not (info.prep and info.word.fold in ("من",))
            or self.at[i] is not None or bool(self.doc.dated[i])
        )  # fmt: skip

    def _clause_head(self, k: int, first: int) -> Chunk | None:
        for i in range(first, min(first + 4, k + 1)):
            chunk = self.at[i]
            if chunk is not None and chunk.first == i:
                return chunk if chunk.kind in AGENTS and chunk.kind != "nisba" and i - first <= 2 else None
            if not (self.doc.infos[i].closed or self.doc.texts[i] in QUOTES or self.doc.dated[i]):
                return None
        return None

    def bearer(self, chunk: Chunk) -> Chunk:
        """Of two offices in a row the phrase with the name (نائب رئيس الوزراء وزير الخارجية فلان)."""
        nxt = self.at[chunk.last] if chunk.kind == "title" and not chunk.actor and chunk.last < self.doc.n else None
        return nxt if nxt is not None and nxt.first == chunk.last and nxt.kind == "person" and not nxt.lead else chunk

    def opener(self, first: int, reading: Reading) -> Chunk | None:
        """The subject of a sentence that opens with a verb nobody listed: the noun phrase right behind it."""
        chunk = self.at[first + 1] if first + 1 < self.doc.n else None
        info = self.doc.infos[first]
        if (
            chunk is None
            or chunk.first != first + 1
            or chunk.lead
            or chunk.kind not in ("person", "title")
            or info.closed
            or info.prep
            or self.at[first] is not None
        ):
            return None
        if not self.doc.texts[first][0].isalpha() or info.word.fold.startswith("ال") or not chunk.actor:
            return None
        return chunk if self.agrees(reading, chunk) else None

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
            if chunk is not None and chunk.first == p:
                chunk = self.bearer(chunk)
                if (
                    through
                    and chunk.lead in ("", "ل")
                    or named
                    and chunk.lead in ("", "ل")
                    or chunk.lead == ""
                    and not self.governed(chunk)
                ):
                    return self.coordinated(chunk, stop)
                if adverbial and chunk.lead[-1:] in ("ب", "ل"):
                    p = chunk.last
                    continue
                return []
            if doc.dated[p] or info.word.fold in ADVERBS or text in QUOTES or info.number or info.word.fold in _NUMBERS:
                adverbial = adverbial or text not in QUOTES
                p += 1
                continue
            if info.word.fold in _THROUGH and not through:
                through = True
                p += 1
                continue
            if (
                nouns
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
                if (
                    adverbial
                    or p + 1 < limit
                    and (doc.dated[p + 1] or doc.infos[p + 1].prep or doc.infos[p + 1].word.fold in ADVERBS)
                ):
                    adverbial = True
                    p += 1
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
                p, adverbial = q, True
                continue
            return []
        return []

    def behind(self, start: int, stop: int) -> list[Chunk]:
        """Whose a noun is: its possessor or its nation (بجهود الرياض, بالدور الروسي, هجوم داعش), within two words."""
        doc, p = self.doc, start
        while p < min(stop, start + 3):
            chunk = self.at[p]
            if chunk is not None and chunk.first == p:
                if chunk.lead or p == start and chunk.kind == "nisba":
                    return []
                return [chunk]
            if not doc.texts[p][0].isalpha() or doc.infos[p].closed or doc.dated[p]:
                return []
            p += 1
        return []

    def through(self, start: int, stop: int, preps: frozenset[str], reach: int = 10) -> list[Chunk]:
        """As with_prep, but the preposition governs a noun that is the actor's (رحب بجهود الرياض)."""
        doc, p = self.doc, start
        while p < min(stop, start + reach):
            info, chunk = doc.infos[p], self.at[p]
            if chunk is not None and chunk.first == p:
                p = chunk.last
                continue
            if info.prep in preps:
                return self.behind(p + 1, stop)
            if (
                preps & {"ب", "ل"}
                and any(lead and lead[-1] in preps and len(rest) > 2 for lead, rest in info.word.splits)
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
            if info.prep in preps and not (info.prep == "علي" and p and doc.infos[p - 1].word.fold in _REACTING):
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
                if info.prep == "من" and q < limit and doc.infos[q].word.fold in ("قبل", "جانب", "طرف"):
                    q += 1  # من قبل س
                while q + 1 < limit and (
                    doc.infos[q].number
                    or doc.infos[q].word.fold in _NUMBERS
                    and self.at[q] is None
                    and not doc.infos[q].prep
                ):
                    q += 1
                if (
                    q + 2 < limit
                    and self.at[q] is None
                    and doc.infos[q + 1].word.fold in _LINKED
                    and (linked := self.at[q + 2]) is not None
                    and linked.first == q + 2
                    and linked.lead[-1:] in ("ب", "ل")
                ):
                    return self.coordinated(linked, stop)  # على 26 شركة مرتبطة بفلان
                if q + 2 < limit and doc.infos[q].word.fold in _PARTS and doc.infos[q + 1].prep == "من":
                    q += 2
                target = self.at[q] if q < limit else None
                if target is not None and target.first == q:
                    return self.coordinated(target, stop)
                if q + 1 < limit and doc.infos[q].word.fold in _THROUGH:
                    target = self.at[q + 1]
                    if target is not None and target.first == q + 1:
                        return self.coordinated(target, stop)
            if "complement" in info.closed or doc.texts[p] in ":؛":
                break
            if (
                info.verbs
                and p > start
                and any(r.pos == "verb" for r in info.verbs)
                and self.at[p] is None
                and info.closed == frozenset()
                and not any(r.pos == "masdar" for r in info.verbs)
            ):
                break
            p += 1
        return []


def doc_dash(text: str) -> bool:
    return text in ("-", "–")


_REACTING = word_set("clause.reacting")
"""ردا على, حصل على: the preposition belongs to this word, not to the act before it."""
_LINKED = word_set("clause.linked")
_PARTS = word_set("clause.parts")
_NUMBERS = word_set("clause.numbers")
_THROUGH = word_set("clause.through")
