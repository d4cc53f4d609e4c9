"""Whether a clause describes the noun before it, and whom the pronoun of a relative clause means."""

from __future__ import annotations

from loaders.doc import Chunk
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.phrases import ADVERBS, GENDERS, RELATIVES, WITH_PRONOUN
from loaders.readings import WHERE, Readings
from loaders.text import QUOTES

OPENERS = word_set("relatives.openers")
"""What a clause opens with whose subject follows."""
AUXILIARIES = word_set("relatives.auxiliaries")
"""What may stand between a relative and its verb (الذي كان قد زار)."""
WHOEVER = frozenset(("من", "ممن", "لمن", "بمن"))
CLAUSE_OPENERS = RELATIVES | {"ما", "من"}


class Relatives(Readings):
    def _of_a_noun(self, i: int, reading: Reading, first: int) -> bool:
        """Whether the verb belongs to a clause that describes a noun, and so has no earlier verb's subject."""
        doc, syntax = self.doc, self.syntax
        k = i - 1
        while k > first and doc.infos[k].word.fold in AUXILIARIES:
            k -= 1
        prev = doc.infos[k]
        if "relative" in prev.closed and prev.word.fold.removeprefix("و") in CLAUSE_OPENERS:
            alone = reading.pronoun in ("3ms", "3fs") and self._bare(i, doc.sents[syntax.sent_of[i]].last)
            head = self._relative_head(i) if alone else None
            if head is None or head.gender not in (GENDERS[reading.pronoun], None):
                return True  # not قادما من مصر التي زارها
            if syntax.agrees(reading, head) and head.gender is not None:
                return True
        if prev.word.fold == "او" and k - 2 >= first and doc.infos[k - 2].word.fold in WHOEVER:
            return True  # من يستسلمون أو يوقعون
        if reading.person == "3p" and doc.texts[i - 1].endswith(("ين", "ون")):
            before = syntax.at[i - 1]
            if before is None or (before.kind == "nisba" and not prev.definite):
                return True  # خروج مقاتلين رفضوا
        # بأي دور روسي يضغط على: a clause that describes a noun
        return reading.pos == "verb" and not reading.lead and self._describing(i)

    def _describing(self, i: int) -> bool:
        """Whether the verb at i describes the noun right before it; not حيث استقبله, زيارة عمل استقبله خلالها فلان."""
        doc = self.doc
        within = doc.infos[i + 1].word.fold if i + 1 < doc.n else ""
        named = self.syntax.at[i + 2] if i + 2 < doc.n else None  # not دعوى يزعم فيها س أن
        one = named is None and any(r.pos == "verb" and r.person in ("3ms", "3fs") for r in doc.infos[i].verbs)
        during = within in WITH_PRONOUN and (within.startswith("خلال") or one)
        return not during and doc.infos[i - 1].word.fold not in WHERE and self._described(i - 1)

    def _described(self, k: int) -> bool:
        """Whether token k ends an indefinite noun phrase, no actor: a verb right behind it describes that noun."""
        doc = self.doc
        info, chunk = doc.infos[k], self.syntax.at[k]
        if chunk is not None:
            someone = chunk.kind == "nisba" or (chunk.kind == "title" and not chunk.actor and not chunk.definite)
            return someone and not info.definite and chunk.last == k + 1  # عشرة آلاف إرهابي ينتمون إلى
        if info.definite and not (info.verbs or info.closed or doc.dated[k]):
            j = k - 1
            while j > 0 and doc.infos[j].definite and self.syntax.at[j] is None and not doc.infos[j].closed:
                j -= 1
            before = doc.infos[j]
            # وكانت الجريدة تساند: it is the subject
            return before.word.fold in OPENERS or "complement" in before.closed
        return (
            doc.texts[k][0].isalpha()
            and not (info.closed or info.prep or info.definite or info.number or doc.dated[k])
            and not any(r.pos != "masdar" or r.definite for r in info.verbs)
            and info.word.fold not in ADVERBS
            and not doc.texts[k].endswith(("ا", "اً", "\u064b"))
        )

    def _bare(self, i: int, last: int) -> bool:
        """Whether no subject can follow the verb at i: a preposition, a date or a mark stands there."""
        doc, p = self.doc, i + 1
        if p >= last or doc.infos[p].prep or doc.dated[p] or not doc.texts[p][0].isalpha():
            return True
        return self.syntax.at[p] is None and any(lead and lead[-1] in "بل" for lead, _ in doc.infos[p].word.splits)

    def _relative_head(self, i: int) -> Chunk | None:
        """غولن، الذي تتهمه أنقرة: whom the pronoun of a relative clause means."""
        k = i - 1
        if k < 1 or "relative" not in self.doc.infos[k].closed or self.doc.infos[k].word.fold not in RELATIVES:
            return None
        k -= 1
        while k >= 0 and self.doc.texts[k] in '،,»”"':
            k -= 1
        chunk = self.syntax.at[k] if k >= 0 else None
        land = chunk is not None and chunk.kind == "country" and chunk.gender == "f"
        if land and self.doc.infos[i - 1].word.fold.removeprefix("و") == "الذي":
            return None  # فلان، المقيم في أميركا، الذي تتهمه س
        quote = chunk is not None and chunk.last == k + 2 and self.doc.texts[k + 1] in QUOTES  # جماعة «س»، التي
        return chunk if chunk is not None and (chunk.last == k + 1 or quote) else None
