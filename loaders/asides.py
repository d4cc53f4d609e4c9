"""Subjects that something stands between them and their verb: أن س خلال الاجتماع انتقد, التي تقول أنقرة إنها."""

from __future__ import annotations

from loaders.delegations import Delegations
from loaders.doc import Chunk
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.phrases import AGENTS

TWINS = word_set("asides.twins")
"""Verbs of judging that go in pairs."""
OPENERS = frozenset(("اما", "واما", "لكن", "ولكن", "بينما", "فيما", "غير"))


class Asides(Delegations):
    """Adds whom أن leads in, and who tells something of the head of a relative clause."""

    def _told_of(self, i: int, stop: int, woman: bool) -> bool:
        """الجماعة التي تقول أنقرة إنها …: somebody named says something of the head of the relative clause."""
        chunk = self.at[i + 1] if i + 1 < stop else None
        if chunk is None or chunk.first != i + 1 or chunk.lead or chunk.kind not in AGENTS or chunk.kind == "nisba":
            return False
        p = chunk.last
        while p < stop and self.doc.dated[p]:
            p += 1
        ends = ("نها",) if woman else ("نه", "نهم")
        return p < stop and "complement" in self.doc.infos[p].closed and self.doc.infos[p].word.fold.endswith(ends)

    def twin(self, i: int) -> Chunk | None:
        """أدانت س واستنكرت هجوم ص: the subject of the verb that the one at i is joined to, before it has its object."""
        chunk = self.at[i - 1] if i > 1 else None
        if chunk is None or chunk.last != i or chunk.first < 1 or self.at[i] is not None:
            return None
        own = [r for r in self.doc.infos[i].verbs if r.pos == "verb" and r.lead == "و" and r.lemma in TWINS]
        if not own or own[0].pronoun or chunk.kind not in AGENTS or chunk.kind == "nisba":
            return None
        behind = self.at[i + 1] if i + 1 < self.doc.n else None
        if behind is not None and behind.first == i + 1 and not behind.lead and behind.kind in AGENTS:
            return None  # أدانت س واستنكرت ص هجوم ع: more likely a subject of its own
        before = self.doc.infos[chunk.first - 1].verbs
        same = any(r.pos == "verb" and r.lemma in TWINS and r.person == own[0].person for r in before)
        return chunk if same and not any(r.pronoun for r in before) else None

    def _led_in(self, i: int, first: int, reading: Reading) -> Chunk | None:
        """أن س خلال الاجتماع انتقد: whom أن leads in, when only an adverbial stands between him and the verb."""
        doc = self.doc
        for p in range(i - 1, max(first, i - 10) - 1, -1):
            info = doc.infos[p]
            chunk = self.at[p]
            if "complement" in doc.infos[p - 1].closed and chunk is not None and chunk.first == p and p > first:
                told = chunk.kind in AGENTS and chunk.kind != "nisba" and not chunk.lead and chunk.last < i - 1
                begun = told and bool(doc.infos[chunk.last].prep) and self.at[chunk.last] is None
                return chunk if begun and self.agrees(reading, chunk) else None
            verbal = "verb" in info.kinds and "masdar" not in info.kinds and not info.closed and not info.prep
            if doc.texts[p] in "،,:؛.-–()" or (chunk is None and verbal) or "relative" in info.closed - {"prep"}:
                return None
        return None

    def _titled_before(self, k: int, first: int) -> Chunk | None:
        """غير أن القيادي، النائب فلان، أقر: the titled name that the comma at k closes, first in its clause."""
        chunk = self.at[k - 1] if k > first else None
        if chunk is None or chunk.last != k or chunk.kind != "person" or not chunk.roles or self.governed(chunk):
            return None
        for p in range(chunk.first - 1, max(first, chunk.first - 14) - 1, -1):
            info = self.doc.infos[p]
            if "complement" in info.closed or info.word.fold in OPENERS:
                return chunk
            if self.at[p] is None and any(r.pos == "verb" for r in info.verbs) and not info.closed:
                return None
        return None
