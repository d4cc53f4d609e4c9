"""Whoever stands at the head of a clause with much behind him before its verb: his offices, a relative clause."""

from __future__ import annotations

from loaders.asides import OPENERS, Asides
from loaders.doc import Chunk
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.phrases import AGENTS

REACH = 24
"""tokens between أن and a verb whose subject it leads in"""
ASIDE = OPENERS | word_set("readings.where")
"""What a clause begins with behind which, and a comma, the main one follows."""
WAS = word_set("clause.was")
THAT = frozenset(("ان", "بان", "وان", "فان"))


class Leads(Asides):
    """Subjects that a sentence or أن begins with."""

    def _opens_all(self, head: Chunk, i: int) -> bool:
        """Whether the sentence begins with its subject and not with who tells it (وحسب وكالة س، قال فلان)."""
        first = self.doc.sents[self.sent_of[i]].first
        plain = all(self.doc.infos[p].word.fold in OPENERS for p in range(first, head.first))
        return plain and self._waits(head, i)

    def _waits(self, head: Chunk, i: int) -> bool:
        """Whether whoever heads the sentence has had no verb but that of a relative clause behind him."""
        clause = False
        for p in range(head.last, i):
            info = self.doc.infos[p]
            if "relative" in info.closed:
                if self.doc.texts[p - 1] not in "،," and p != head.last:
                    return False
                clause = True
            elif "complement" in info.closed or self.doc.texts[p] in ":؛" or (not clause and self._is_verb(p)):
                return False
        return not clause or self.doc.texts[i - 1] in "،,"

    def _is_verb(self, p: int) -> bool:
        """Whether a form is a verb: none behind a preposition that is a noun too."""
        info = self.doc.infos[p]
        if self.at[p] is not None or info.closed or info.definite or "verb" not in info.kinds:
            return False
        return info.kinds == {"verb"} or not self.doc.infos[p - 1].prep

    def _in_front(self, i: int, reading: Reading, first: int) -> Chunk | None:
        """قال إن فلانا رئيس الجهاز السابق وأحد كبار القادة في س توجه: whom أن leads in, where no verb is his yet."""
        if reading.lead or reading.pronoun or "conditional" in self.doc.infos[i - 1].closed:
            return None
        if self.doc.texts[i - 1].startswith("و") and self.doc.infos[i - 1].closed:
            return None  # إن س تكفل، وقد أفادت ص
        opening = self.doc.infos[first]
        if self.doc.texts[i - 1] in "،," and (opening.prep or opening.word.fold.removeprefix("و") in ASIDE):
            return None  # وفيما أكد س أن ص على حق، شدد على
        for q in range(i - 2, max(first, i - REACH) - 1, -1):
            if "complement" in self.doc.infos[q].closed:
                head = self.at[q + 1] if self.doc.infos[q].word.fold in THAT else None
                own = head is not None and head.first == q + 1 and not head.lead and head.kind in AGENTS
                if head is None or not own or not head.actor or head.kind == "nisba" or not self.agrees(reading, head):
                    return None
                if reading.person == "3ms" and head.number != "s":
                    return None  # a verb behind its subject agrees with it in number
                if reading.person not in ("3ms", "3fs") and head.number != {"3p": "p", "3d": "d"}.get(reading.person):
                    return None  # قال إن س تستغل الميناء، عارضا صورا: no verb of two
                return head if self._waits(head, i) else None
            if self.doc.texts[q] in ":؛.":
                return None
        return None

    def _was(self, i: int, first: int, reading: Reading) -> Chunk | None:
        """وكان س، الذي زار ع، قد التقى ص: whom كان leads in, behind whose relative clause the verb stands."""
        doc, head = self.doc, self.at[first + 1] if first + 1 < i else None
        k = i - 2 if doc.infos[i - 1].word.fold == "قد" else i - 1
        if head is None or reading.lead or doc.infos[first].word.fold not in WAS or k <= head.last:
            return None
        own = head.first == first + 1 and not head.lead and head.kind in AGENTS and head.kind != "nisba"
        if not own or doc.texts[k] not in "،," or doc.texts[head.last] not in "،," or not self.agrees(reading, head):
            return None
        return head if "relative" in doc.infos[head.last + 1].closed and self._waits(head, k + 1) else None

    def _wave(self, p: int, limit: int) -> Chunk | None:
        """طلائع القوات س, دفعة جديدة من قوات ص: the forces of which a part comes."""
        while p < limit and self.at[p] is None and (self.doc.infos[p].prep == "من" or self.doc.texts[p] == "جديدة"):
            p += 1
        chunk = self.at[p] if p < limit else None
        here = chunk is not None and chunk.first == p and not chunk.lead
        return chunk if chunk is not None and here and chunk.by == "state:head" else None

    def named_sides(self, p: int, limit: int) -> list[Chunk]:
        """عقد الطرفان، س وص، جولة: the two between the commas from p on."""
        one = self.at[p + 1] if p + 1 < limit and self.doc.texts[p] in "،,-(" else None
        if one is None or one.first != p + 1 or one.lead or one.kind not in AGENTS:
            return []
        found = self.coordinated(one, limit)
        end = found[-1].last
        return found if len(found) == 2 and end < limit and self.doc.texts[end] in "،,-)" else []
