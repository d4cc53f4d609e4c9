"""Who does: the subject of a verb among the noun phrases around it.

Arabic news puts the verb first and its subject right after it (adverbials may come between), or the subject first at
the head of a clause; a verb without either goes on with the subject before it. A verb that precedes its subject
agrees with it in gender: that is what tells most wrong subjects.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.delegations import DOINGS
from loaders.doc import Chunk
from loaders.leads import Leads
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.phrases import AGENTS, AUXILIARIES, DELEGATES, NUMBERS, STOPPERS, WITH_PRONOUN
from loaders.text import QUOTES

REPORTED = frozenset(("تقريرا", "تقرير", "بيانا", "بيان", "تحقيقا", "تحقيق", "بلاغا", "بلاغ", "مقالا"))
"""Texts of a body, indefinite, of which the verb behind the body is told."""
BACK = word_set("clause.back")
BEHIND = frozenset(("after", "author"))
"""How a subject was found behind which, or behind whose pronoun, the rest of the clause begins."""
BUT = frozenset(("لكنه", "لكنها", "لكنهم", "لكنهما"))
HITTING = word_set("relations.hitting")
MANY = word_set("subjects.many")
"""Nouns for several who act, some of whom may be told by name (دول عربية على رأسها مصر)."""
HERS = frozenset(("منها", "عنها", "عليها", "اليها", "معها", "لها"))
HIS = frozenset(("منه", "عنه", "عليه", "اليه", "معه", "له"))
PRONOUN_ENDS = {"3ms": "نه", "3fs": "نها", "3p": "نهم", "3d": "نهما"}
SPEAKERS = word_set("clause.speakers")
TWO_SIDES = word_set("clause.two_sides")
WAVES = word_set("subjects.waves")
"""Parts of forces that come."""
"""Two whom the text has told of before, or whom the adjectives behind tell."""
"""Nouns that speak; any other behind a verb of affirming is what is affirmed."""


@dataclass(slots=True)
class Args:
    """Chunks that fill a role, in the order of the text; `other` when somebody who is no actor fills it."""

    chunks: list[Chunk] = field(default_factory=list)
    end: int = 0
    other: bool = False
    how: str = ""


class Subjects(Leads):
    """Subjects of verbs."""

    def subject(self, i: int, reading: Reading, stop: int) -> Args:
        if reading.pos == "verb" and reading.person in ("1s", "1p"):
            return Args()  # ندين قرار س: the speaker is the subject
        k = i - 1
        while k > 0 and self.doc.infos[k].word.fold in ("لم", "لن", "لا", "قد", "سوف"):
            k -= 1
        prev = self.doc.infos[k] if i else None
        if (
            prev is not None
            and ("complement" in prev.closed or prev.word.fold.removeprefix("و") in BUT)
            and prev.word.fold.endswith(PRONOUN_ENDS[reading.person[:3]] if reading.person in PRONOUN_ENDS else "\0")
        ):
            return Args()  # إنه سيلتقي: the pronoun is the subject
        if reading.lead == "و" and (shared := self.twin(i)) is not None:
            return Args([shared], shared.last, how="before")
        before = self._before(i, reading) if reading.pos == "verb" else Args()
        if not before.chunks and not before.other and reading.pos == "verb":
            front = self._in_front(i, reading, self.doc.sents[self.sent_of[i]].first)
            before = Args([front], front.last, how="before") if front is not None else before
        woman = before.how == "relative" and before.chunks[0].gender == "f"
        told = before.how == "relative" and self._told_of(i, stop, woman)  # التي تقول أنقرة إنها
        taken = told or (
            i + 1 < stop and self.doc.infos[i + 1].word.fold in (HERS if woman else HIS)
        )  # التي سحبت منها س
        if before.how == "relative" and (taken or reading.pronoun == ("3fs" if woman else "3ms")):
            after = self._after(i, reading, stop)
            if after.chunks:
                return after  # الجماعة التي تمولها س: the pronoun is the head
        if before.how in ("before", "relative", "nisba") or (before.how == "head" and reading.lead == "ف"):
            return before
        if reading.pos == "verb" and reading.person in ("3p", "3d"):
            return before  # a verb that precedes its subject is singular
        after = self._after(i, reading, stop)
        fronted = before.how == "head" and not reading.lead and self.doc.texts[i - 1] in "،,"
        if after.chunks and fronted and not reading.pronoun and self._opens_all(before.chunks[0], i):
            return before  # والسعودية، التي تقود تحالفا، تتهم إيران
        if after.other and fronted and self.doc.infos[after.end].word.fold.removeprefix("ال") not in SPEAKERS:
            return before  # لكن الحكومة السورية المدعومة من س، نفت استخدام ص
        if after.chunks and fronted and before.chunks[0].kind == "person" and after.chunks[0].kind != "person":
            return before  # فلان، الذي تعترف به دول، يدعو الجيش إلى
        if after.chunks or after.other or not before.chunks:
            return after
        return before

    def _after(self, i: int, reading: Reading, stop: int) -> Args:
        doc = self.doc
        p, adverbial, phrased, each, limit = i + 1, False, False, False, min(stop, i + 26)
        while p < limit:
            text, info = doc.texts[p], doc.infos[p]
            chunk = self.at[p]
            if doc.dated[p] or self.is_adverb(p):
                if info.word.fold in ("كل", "كلا") and p + 1 < limit and doc.infos[p + 1].word.fold == "من":
                    if info.word.fold == "كلا":
                        break  # واتهم كلا من س وص: accused
                    p, each = p + 2, True  # اتهم كل من السعودية وتركيا: the verb agrees with كل
                    continue
                p, adverbial = p + 1, True
                continue
            if info.word.fold in WITH_PRONOUN and not info.prep:
                p, adverbial = p + 1, True  # صفقة طلبت بموجبها س
                continue
            if text in "(":
                q = p
                while q < limit and doc.texts[q] != ")":
                    q += 1
                p, adverbial = q + 1, True
                continue
            if text in "،,":
                nxt = doc.infos[p + 1] if p + 1 < limit else None
                if not adverbial and not (nxt is not None and (nxt.prep or doc.dated[p + 1])):
                    break
                p, adverbial = p + 1, True
                continue
            if text in QUOTES:
                nxt_chunk = self.at[p + 1] if p + 1 < limit else None
                if nxt_chunk is not None and nxt_chunk.last < limit and doc.texts[nxt_chunk.last] in QUOTES:
                    p += 1
                    continue
                break
            if text in ":؛.!؟-–\n" or (info.closed & STOPPERS and not info.prep) or self.thing(reading.lemma, p):
                break
            if "complement" in info.closed:
                break
            if chunk is not None and chunk.first == p:
                if chunk.lead == "" and chunk.kind in AGENTS:
                    chunk = self.bearer(chunk)
                    oblique = doc.texts[chunk.first].endswith("ين") and (
                        chunk.kind == "militia" or (chunk.kind in ("title", "nisba") and chunk.number != "s")
                    )
                    if oblique:
                        break  # أرسل مقاتلين: an accusative is no subject
                    suits = each or self.agrees(reading, chunk)
                    if suits and chunk.kind != "nisba" and not self._accusative(chunk):
                        if (whole := self.part_of(chunk)) is not None:
                            return Args([whole], whole.last, how="after")
                        found = self.coordinated(chunk, stop)
                        return Args(found, self.modified(found[-1].last, stop), how="after")
                    break
                if chunk.lead[-1:] in ("ب", "ل", "ك"):
                    p, adverbial = chunk.last, True
                    continue
                break
            if (
                info.prep == "نحو"
                and p + 1 < limit
                and (doc.infos[p + 1].number or doc.infos[p + 1].word.fold in NUMBERS)
            ):
                p += 1
                continue
            if info.number or (info.word.fold in NUMBERS and self.at[p] is None and (p > i + 1 or not info.prep)):
                p += 1  # but وطلب من حلف الناتو
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
                if any(r.pos == "masdar" for r in info.verbs) and p + 1 < limit and self.at[p + 1] is not None:
                    break  # سافر إلى بكين للقاء فلان
                p, adverbial = p + 1, True
                while p < limit and doc.texts[p].startswith("ال") and self.at[p] is None:
                    p += 1
                continue
            sides = self.at[p + 1] if info.word.fold in TWO_SIDES and p + 1 < limit else None
            if sides is not None and sides.first == p + 1 and sides.kind == "nisba":
                found = self.coordinated(sides, stop)  # الجانبان التركي والروسي
                if len(found) > 1:
                    return Args(found, found[-1].last, how="after")
            if info.word.fold in TWO_SIDES and (named := self._named_sides(p + 1, limit)):
                return Args(named, named[-1].last + 1, how="after")
            if info.word.fold in WAVES and (wave := self._wave(p + 1, limit)) is not None:
                return Args([wave], wave.last, how="after")
            if info.word.fold in DELEGATES and text.rstrip("\u064b").endswith("ا"):
                break  # كما استقبل وفدا برئاسة فلان: an object
            if (leader := self.led(p, limit)) is not None:
                return Args([leader], leader.last, how="after")
            if (body := self.headed_by(p, limit)) is not None:
                return Args([body], body.last, how="after")
            sender = self.at[p + 2] if info.word.fold in DELEGATES and p + 2 < limit else None
            if sender is not None and sender.first == p + 2 and self.delegated(sender):
                return Args([sender], sender.last, how="after")
            if info.word.fold in ("بما", "بمن"):
                break
            # a noun that is no actor right after the verb is its subject
            if (doc.texts[p][0].isalpha() and not info.closed and not info.verbs) or (
                info.verbs and all(r.pos != "verb" for r in info.verbs)
            ):
                if reading.pronoun and info.word.fold.removeprefix("ال") not in SPEAKERS:
                    break  # وحملها مسؤولية: a second object
                if reading.lemma in HITTING and (strikers := self.strikers(p, stop)):
                    return Args(strikers, strikers[-1].last, how="after")
                if info.word.fold in MANY and (some := self._some(p, stop)):
                    return Args(some, some[-1].last, how="after")
                if self.of_theirs(p):
                    break  # وأشاد بجهوده
                if (maker := self.maker(p, stop) or self.court(p, stop, reading.lemma)) is not None:
                    return Args([maker], maker.last, how="after")
                if p > i + 1 and phrased and not info.definite:
                    break  # سيوقع مع بوتين اتفاقا: an object, more likely
                return Args([], p, other=True)
            break
        return Args([], p)

    def _accusative(self, chunk: Chunk) -> bool:
        """الإيطاليين: an ending that no subject has."""
        return chunk.length == 1 and self.doc.texts[chunk.first].endswith("يين") and chunk.by == "nisba"

    def _before(self, i: int, reading: Reading) -> Args:
        doc = self.doc
        first = doc.sents[self.sent_of[i]].first
        q = i - 1
        going = reading.tense == "pres"  # ما زال يقصف, باتت تهدد
        while q >= first and (
            (word := doc.infos[q].word.fold) in BACK or (going and word in AUXILIARIES) or doc.dated[q]
        ):
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
                and (chunk.last == k + 1 or (chunk.last == k + 2 and doc.texts[k + 1] in QUOTES))
                and chunk.kind in AGENTS
                and self.agrees(reading, chunk)
                and chunk.kind != "nisba"
            ):
                return Args([chunk], chunk.last, how="relative")
            return Args([], q, other=True)
        aside = self._led_in(i, first, reading) if not reading.lead else None
        if aside is not None:
            return Args(self._back_coordinated(aside, first), aside.last, how="before")
        k = q
        while k >= first and doc.texts[k] in QUOTES:
            k -= 1
        chunk = self.at[k] if k >= first else None
        if doc.infos[i - 1].word.fold in ("قد", "ان", "وان") and (chunk is None or self.governed(chunk)):
            head = self.had(i, first)
            if head is not None and self.agrees(reading, head):
                return Args([head], head.last, how="before")
        behind = self.at[k - 1] if k > first and doc.texts[k] in "،," and doc.infos[i - 1].word.fold == "قد" else None
        if behind is not None and behind.last == k and behind.first - first <= 2 and self.agrees(reading, behind):
            return Args([behind], behind.last, how="before")  # وكانت سفيرة س، فلانة، قد حثت
        if chunk is not None and chunk.last == k + 1 and (owner := self.before_place(chunk, first)) is not None:
            chunk, k = owner, owner.last - 1
        helped = self.before_helper(chunk, first) if chunk is not None and chunk.last == k + 1 else None
        opens = helped is not None and self._opens(helped, first) and not self.governed(helped)
        if helped is not None and opens and self.agrees(reading, helped):
            return Args(self._back_coordinated(helped, first), helped.last, how="before")
        if chunk is not None and chunk.last == k + 1 and self.heads_delegation(chunk, first):
            return Args([chunk], chunk.last, how="before")
        if chunk is not None and chunk.last == i and self._in_text(chunk, i, reading):
            return Args([chunk], chunk.last, how="before")
        if chunk is not None and chunk.last == k + 1 and chunk.kind in AGENTS and chunk.kind != "nisba":
            goes_on = reading.lead == "و" and chunk.first - first > 1
            if not goes_on and not self.governed(chunk) and self._opens(chunk, first) and self.agrees(reading, chunk):
                return Args(self._back_coordinated(chunk, first), chunk.last, how="before")
            return Args()
        if chunk is not None and chunk.last == k + 1 and chunk.kind == "nisba" and chunk.first > first:
            noun = doc.infos[chunk.first - 1]
            if any(r.pos == "masdar" and r.lemma in DOINGS for r in noun.verbs) and (
                chunk.first - 1 == first or self._start(chunk.first - 1, first)
            ):
                return Args([chunk], chunk.last, how="nisba")
            return Args()
        if (k >= first and doc.texts[k] in "،,-–)") or reading.lead == "":
            # س، ...، قال: the subject heads the clause and something stands between commas
            if doc.texts[k] in "،," and (joined := self._behind_that(k, first)):
                return Args(joined, joined[-1].last, how="before") if self.agrees(reading, joined[-1]) else Args()
            head = self._clause_head(k, first)
            if head is not None and self.agrees(reading, head) and not self.governed(head) and doc.texts[k] in "،,-–)":
                return Args(self._back_coordinated(head, first), head.last, how="head")
            if head is None and doc.texts[k] in "،," and (head := self._titled_before(k, first)) is not None:
                return Args([head], head.last, how="head") if self.agrees(reading, head) else Args()
        return Args()

    def _in_text(self, chunk: Chunk, i: int, reading: Reading) -> bool:
        """نفت س تقريرا لمنظمة ص اتهم جنودها بكذا: the body in whose text the verb tells."""
        text = self.doc.infos[chunk.first - 1].word.fold if chunk.first else ""
        voiced = text in REPORTED and not reading.lead and not reading.pronoun and reading.person == "3ms"
        return voiced and chunk.lead == "ل" and chunk.kind in ("organization", "militia")

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
        i = chunk.first - (3 if self.delegated(chunk) else 1)
        while i >= first and self.doc.texts[i] in QUOTES:
            i -= 1
        if i < first or chunk.lead in ("و", "ف"):
            return True
        info = self.doc.infos[i]
        return (
            self.doc.texts[i] in "،,:؛.-–)…"
            or (bool(info.closed - {"prep"}) and not (info.prep and info.word.fold == "من"))
            or info.word.fold.removeprefix("و") in AUXILIARIES
            or self.at[i] is not None
            or bool(self.doc.dated[i])
        )

    def _behind_that(self, k: int, first: int) -> list[Chunk]:
        """وأكد أن مصر واليونان، اتفقتا: those whom أن leads in and the comma at k closes."""
        chunk = self.at[k - 1] if k > first else None
        if chunk is None or chunk.last != k or chunk.kind not in AGENTS or chunk.kind == "nisba":
            return []
        joined = self._back_coordinated(chunk, first)
        before = self.doc.infos[joined[0].first - 1] if joined[0].first > first else None
        return joined if before is not None and "complement" in before.closed else []

    def _clause_head(self, k: int, first: int) -> Chunk | None:
        for i in range(first, min(first + 4, k + 1)):
            chunk = self.at[i]
            if chunk is not None and chunk.first == i:
                return chunk if chunk.kind in AGENTS and chunk.kind != "nisba" and i - first <= 2 else None
            if not (self.doc.infos[i].closed or self.doc.texts[i] in QUOTES or self.doc.dated[i]):
                return None
        return None
