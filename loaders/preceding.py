"""Subjects before their verb: right before it, before a relative clause, at the head of the clause."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.delegations import DOINGS
from loaders.doc import Chunk
from loaders.leads import WAS, Leads
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.phrases import AGENTS, AUXILIARIES, DELEGATES
from loaders.text import QUOTES

REPORTED = frozenset(("تقريرا", "تقرير", "بيانا", "بيان", "تحقيقا", "تحقيق", "بلاغا", "بلاغ", "مقالا"))
"""Texts of a body, indefinite, of which the verb behind the body is told."""
BACK = word_set("clause.back")
MANY = word_set("subjects.many")
"""Nouns for several who act, some of whom may be told by name (دول عربية على رأسها مصر)."""
ARMS = word_set("bodies.forces") | {"ال" + word for word in word_set("bodies.forces")}
"""Forces, who act for whom was told before."""
RELATIVE = frozenset(("الذي", "التي", "الذين", "اللذين", "اللذان"))
UNLIKE = {"الذي": "3fs"}
"""The form of a verb whose subject the relative before it cannot be."""
BEHIND = frozenset(("after", "author"))
"""How a subject was found behind which, or behind whose pronoun, the rest of the clause begins."""


@dataclass(slots=True)
class Args:
    """Chunks that fill a role, in the order of the text; `other` when somebody who is no actor fills it."""

    chunks: list[Chunk] = field(default_factory=list)
    end: int = 0
    other: bool = False
    how: str = ""


class Preceding(Leads):
    """Adds who stands before a verb and is its subject."""

    def _over_rank(self, k: int, first: int) -> int:
        """وفد س رفيع المستوى يصل: where a delegation ends behind which words describe it; k itself if none does."""
        p = k
        while first < p and p > k - 3 and self._describes(p):
            p -= 1
        chunk = self.at[p] if first <= p < k else None
        return p if chunk is not None and not DELEGATES.isdisjoint(self.doc.infos[chunk.first].word.rests) else k

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
        if "relative" in info.closed and info.word.fold.removeprefix("و") in RELATIVE:
            if reading.person == UNLIKE.get(info.word.fold.removeprefix("و")):
                return Args()  # فلان الذي ترفض السلطات زيارته
            again = info.word.fold.startswith("و")
            if again:  # س الذي تدعمه ص، والذي شن: of whom the first clause tells too
                q = next((p for p in range(q - 1, first, -1) if "relative" in doc.infos[p].closed), q)
            k = q - 1
            while k >= first and doc.texts[k] in '،,»”")(-–':
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
                and not (
                    again and q == i - 1 and chunk.kind != "person" and (chunk.lead or doc.infos[chunk.first - 1].prep)
                )
            ):
                return Args([chunk], chunk.last, how="relative")
            return Args([], q, other=True)
        if (was := self._was(i, first, reading)) is not None:
            return Args([was], was.last, how="before")
        aside = self._led_in(i, first, reading) if not reading.lead else None
        if aside is not None:
            return Args(self._back_coordinated(aside, first), aside.last, how="before")
        k = q
        while k >= first and doc.texts[k] in QUOTES:
            k -= 1
        k = self._over_rank(k, first)
        chunk = self.at[k] if k >= first else None
        if chunk is not None and chunk.last == k + 1 and self.heads_delegation(chunk, first):
            return Args([chunk], chunk.last, how="before")
        if doc.infos[i - 1].word.fold in ("قد", "ان", "وان") and (chunk is None or self.governed(chunk)):
            head = self.had(i, first)
            if head is not None and self.agrees(reading, head):
                return Args([head], head.last, how="before")
        had = doc.infos[i - 1].word.fold == "قد" or (doc.infos[first].word.fold in WAS and not reading.lead)
        behind = self.at[k - 1] if k > first and doc.texts[k] in "،," and had else None
        if behind is not None and behind.last == k and behind.first - first <= 2 and self.agrees(reading, behind):
            return Args([behind], behind.last, how="before")  # وكانت سفيرة س، فلانة، قد حثت
        if chunk is not None and chunk.last == k + 1 and (owner := self.before_place(chunk, first)) is not None:
            chunk, k = owner, owner.last - 1
        helped = self.before_helper(chunk, first) if chunk is not None and chunk.last == k + 1 else None
        opens = helped is not None and self._opens(helped, first) and not self.governed(helped)
        if helped is not None and opens and self.agrees(reading, helped):
            return Args(self._back_coordinated(helped, first), helped.last, how="before")
        if chunk is not None and chunk.last == i and self.of_several(chunk):
            return Args([], q, other=True)
        if chunk is not None and chunk.last == i and self._in_text(chunk, i, reading):
            return Args([chunk], chunk.last, how="before")
        if chunk is not None and chunk.last == k + 1 and chunk.kind in AGENTS and chunk.kind != "nisba":
            goes_on = reading.lead == "و" and chunk.first - first > 1
            if not goes_on and not self.governed(chunk) and self._opens(chunk, first) and self.agrees(reading, chunk):
                return Args(self._back_coordinated(chunk, first), chunk.last, how="before")
            return Args()
        if chunk is not None and chunk.last == k + 1 and chunk.kind == "nisba" and chunk.first > first:
            noun = doc.infos[chunk.first - 1]
            if self.guarded_by(chunk) is not None and self._start(chunk.first - 1, first):
                return Args([chunk], chunk.last, how="before")  # الأمن اللبناني يوقف فلانا
            if any(r.pos == "masdar" and r.lemma in DOINGS for r in noun.verbs) and (
                chunk.first - 1 == first or self._start(chunk.first - 1, first)
            ):
                return Args([chunk], chunk.last, how="nisba")
            return Args()
        if k == i - 1 and not reading.lead and chunk is None and self._noun_leads(k, first):
            return Args([], q, other=True)
        if k == i - 1 and doc.texts[k] in "،," and (some := self._several(k, first)):
            return Args(some, some[-1].last, how="before")
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

    def asked_to(self, i: int, first: int) -> bool:
        """اقترح البيان على المجلس أن يدين س: whether the verb at i tells what another is to do."""
        whom = self.at[i - 2] if i - 3 > first and self.doc.infos[i - 1].word.fold == "ان" else None
        if whom is None or whom.last != i - 1:
            return False
        return self.doc.infos[whom.first - 1].prep in ("علي", "من") or whom.lead[-1:] == "ل"

    def _noun_leads(self, k: int, first: int) -> bool:
        """إن التوجيه المعدل يدعو: whether a definite noun that is no actor, behind أن, ends at k with its adjective."""
        for p in (k, k - 1):
            if p <= first or self.at[p] is not None or not self.doc.texts[p].startswith("ال"):
                return False
            info = self.doc.infos[p]
            if info.closed or info.prep or info.heads or self.doc.dated[p] or info.word.fold in ARMS:
                return False
            if "complement" in self.doc.infos[p - 1].closed:
                return True
        return False

    def _several(self, end: int, first: int) -> list[Chunk]:
        """أن عددا من الدول، من بينها س وص، رفضت: those named of a group between commas, behind whom the verb stands."""
        doc = self.doc
        for p in range(end - 1, max(first + 1, end - 14), -1):
            if doc.texts[p] in "،,":
                group = any(not MANY.isdisjoint(info.word.rests) for info in doc.infos[max(first, p - 3) : p])
                return self._some(p + 1, end) if group else []
        return []

    def _in_text(self, chunk: Chunk, i: int, reading: Reading) -> bool:
        """نفت س تقريرا لمنظمة ص اتهم جنودها بكذا: the body in whose text the verb tells."""
        text = self.doc.infos[chunk.first - 1].word.fold if chunk.first else ""
        voiced = text in REPORTED and not reading.lead and not reading.pronoun and reading.person == "3ms"
        return voiced and chunk.lead == "ل" and chunk.kind in ("organization", "militia")

    def _start(self, i: int, first: int) -> bool:
        return i - 1 < first or self.doc.texts[i - 1] in "،,:؛.-–" or bool(self.doc.infos[i - 1].closed)

    def _with_title(self, chunk: Chunk, first: int) -> Chunk:
        """الرئيس الروسي، فلان، ونظيره: the title that a comma parts from its bearer's name, else the chunk itself."""
        k = chunk.first - 2
        title = self.at[k] if k >= first and not chunk.lead and self.doc.texts[k + 1] in "،," else None
        mine = title is not None and title.last == k + 1 and title.kind == "title" and title.actor == chunk.actor
        return title if title is not None and mine else chunk

    def _back_coordinated(self, chunk: Chunk, first: int) -> list[Chunk]:
        head = self._with_title(chunk, first)
        if head.lead != "و":
            return [chunk]
        k = head.first - 1
        while k >= first and self.doc.texts[k] in QUOTES:
            k -= 1
        prev = self.at[k] if k >= first else None
        if k > first and self.doc.texts[k] in "،," and (one := self.at[k - 1]) is not None and one.last == k:
            parted = self._with_title(one, first) is not one or "،" in self.doc.texts[one.first : one.last]
            prev, k = (one, k - 1) if parted else (None, k)  # الرئيس الروسي، فلان، ونظيره
        if prev is None or self.parted(prev, chunk, self.doc.sents[self.sent_of[chunk.first]].last):
            return [chunk]
        if prev.last == k + 1 and prev.kind in AGENTS and not self.governed(prev):
            return [*self._back_coordinated(prev, first), chunk]
        return [chunk]

    def _opens(self, chunk: Chunk, first: int) -> bool:
        """Whether a chunk stands where a clause can begin."""
        i = (self.delegation(chunk) if self.delegated(chunk) else chunk.first) - 1
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
        start = self._with_title(joined[0], first).first
        before = self.doc.infos[start - 1] if start > first else None
        return joined if before is not None and "complement" in before.closed else []

    def _clause_head(self, k: int, first: int) -> Chunk | None:
        for i in range(first, min(first + 4, k + 1)):
            chunk = self.at[i]
            if chunk is not None and chunk.first == i:
                return chunk if chunk.kind in AGENTS and chunk.kind != "nisba" and i - first <= 2 else None
            if not (self.doc.infos[i].closed or self.doc.texts[i] in QUOTES or self.doc.dated[i]):
                return None
        return None
