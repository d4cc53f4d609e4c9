"""In which sense a verb that may tell of speech is meant: اعترضت الدفاعات صاروخا, سائلا المولى, أبرزها."""

from __future__ import annotations

from dataclasses import replace

from loaders.endings import Endings
from loaders.lexicon.cues import Cue, acts
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading

SHOTS = word_set("sites.shots")
"""What is intercepted, not objected to."""
ASIDE = 14
"""Tokens of an aside between a verb of saying and its noun."""


class Senses(Endings):
    """What else a cue's form may be."""

    def _behind_aside(self, i: int, reading: Reading) -> bool:
        """أعلنت س، اليوم الجمعة، رفضها: the noun that the verb before the aside waits for, not a verb."""
        doc = self.doc
        noun = any(r.pos == "masdar" and r.lemma == reading.lemma and r.pronoun for r in doc.infos[i].verbs)
        if not noun or reading.lead or i < 5 or doc.texts[i - 1] not in "،,-–":
            return False
        for q in range(i - 2, max(1, i - ASIDE) - 1, -1):
            if doc.texts[q] in ".؛:":
                return False
            chunk = self.syntax.at[q - 1] if doc.texts[q] in "،,-–" else None
            if chunk is not None and chunk.last == q and not chunk.lead and chunk.first:
                verbs = doc.infos[chunk.first - 1].verbs
                return any(r.pos == "verb" and (c := self.cues.get(r.lemma)) is not None and c.bare for r in verbs)
        return False

    def _reckons(self, i: int, reading: Reading, cue: Cue) -> Cue:
        """عدّت الخارجية القطرية التصريحات تصعيدا: whoever the past of عد is told of deems something so."""
        who = self.syntax.at[i + 1] if reading.lemma == "عد" and i + 1 < self.doc.n else None
        marked = "\u0651" in self.doc.texts[i]
        if who is None or who.first != i + 1 or who.lead or reading.tense != "past" or reading.pronoun:
            return cue
        deems = who.kind in ("person", "title", "organization", "militia", "country") and (marked or not reading.lead)
        return replace(cue, weak=False, bare=True) if deems else cue

    def _clause_near(self, i: int, stop: int, words: int = 5) -> bool:
        """Whether a clause or a quotation follows within a few words."""
        return any(
            "complement" in self.doc.infos[p].closed or self.doc.texts[p] in ':«“"'
            for p in range(i + 1, min(stop, i + 1 + words))
        )

    def _gives(self, i: int, reading: Reading, cue: Cue) -> Cue:
        """وجّه انتقادات إلى, وأبلغه دعم بلاده: a noun makes the verb speak, or a pronoun is whom he tells."""
        if reading.lemma == "أبلغ" and reading.pronoun and reading.pos == "verb":
            return replace(cue, bare=True)
        if not cue.weak or not cue.needs or self._clause_near(i, self.doc.n, 10):
            return cue  # وجّه فلان نداء: «…»
        for info in self.doc.infos[i + 1 : i + 10]:
            if (reading.lemma, info.word.fold) in acts():
                return replace(cue, weak=False, bare=True)
        return cue

    def _names_act(self, i: int, at: int) -> bool:
        """وجّه انتقادات إلى, ووجه في كلمته الشكر: whether the noun behind the verb is what one does with it."""
        return any(("وجه", self.doc.infos[p].word.fold) in acts() for p in (i + 1, min(at, self.doc.n - 1)))

    def _shot(self, i: int) -> bool:
        """Whether what the verb at i is done to flies: whoever objects goes on with على."""
        for info in self.doc.infos[i + 1 : i + 9]:
            if info.prep == "علي" or info.word.fold in SHOTS:
                return info.prep is None
        return False

    def _points_out(self, i: int, reading: Reading) -> bool:
        """وأبرز فلان أن, not أبرزها or أبرز القادة."""
        if reading.pronoun or i + 1 >= self.doc.n:
            return False
        then = self.doc.infos[i + 1]
        if self.syntax.at[i + 1] is not None or "complement" in then.closed:
            return True
        if self.on_occasion(i + 1):
            return True
        if self.doc.texts[i + 1] not in "،," and then.prep is None:
            return False
        return any("complement" in info.closed for info in self.doc.infos[i + 2 : i + 9])  # وأبرز، في هذا الصدد، أن

    def _prays(self, i: int) -> bool:
        """سائلا المولى أن يتغمده: a prayer is no question."""
        return any(info.word.fold in ("المولي", "الله", "القدير") for info in self.doc.infos[i + 1 : i + 4])
