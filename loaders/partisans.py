"""Standing views told by nouns: one of somebody's critics, backers, opponents; words that two exchange."""

from __future__ import annotations

from loaders.doc import Chunk
from loaders.jointly import Jointly
from loaders.lexicon.frames import ACTORS, ENDS
from loaders.lexicon.sets import word_set
from loaders.phrases import AGENTS
from loaders.standing import NOUN

SIDED = {
    "SUPPORTS": word_set("partisans.backers"),
    "CRITICIZED": word_set("partisans.critics"),
    "REJECTED": word_set("partisans.opponents"),
}
"""Plural nouns of those who hold a view of somebody, one of whom the subject is."""
GRADES = word_set("partisans.grades")
"""Words before them (من أشد منتقدي س)."""
ONE_OF = frozenset(("من", "احد", "احدي"))
COUNTED_AS = word_set("partisans.counted_as")
"""Verbs and forms before whom they tell it of (يعد فلان من أبرز منتقدي س)."""
HE_IS = frozenset(("وهو", "وهي", "هو", "هي"))
NOT = frozenset(("ليس", "ليست", "لم", "لا", "لن", "وليس", "وليست"))
EXCHANGED = {
    "ACCUSED": frozenset(("اتهامات", "واتهامات", "الاتهامات", "والاتهامات")),
    "CRITICIZED": frozenset(("انتقادات", "وانتقادات", "الانتقادات")),
    "THREATENED": frozenset(("تهديدات", "وتهديدات", "التهديدات")),
}
MUTUAL = frozenset(("متبادله", "المتبادله"))
FOR = frozenset(("ل",))


class Partisans(Jointly):
    """Adds views that nobody is told to have uttered, and words that both sides have."""

    def _partisans(self) -> None:
        """كان فلان من أشد منتقدي س; فلان، أحد أبرز المؤيدين لس: whose view of whom that is."""
        for type, words in SIDED.items():
            for i in self.doc.spots(words):
                sent = self.doc.sents[self.syntax.sent_of[i]]
                them = self.syntax.at[i]
                free = them is None or (them.first == i and them.length == 1)  # المعارضين: a noun of people
                who = self._one_of(i, sent.first) if free else None
                if who is None:
                    continue
                for whom in self._viewed(i, sent.last):
                    if self._type(whom) in ENDS[type]:
                        self._emit(who, type, whom, "asserted", i, f"frame:{type.lower()}:partisan", 0.7, ENDS[type])

    def _one_of(self, i: int, first: int) -> Chunk | None:
        """Who is said to be one of those at i: named right before, between commas, or behind a verb of being."""
        doc, k = self.doc, i - 1
        while k > first and doc.infos[k].word.fold in GRADES:
            k -= 1
        if k <= first or doc.infos[k].word.fold not in ONE_OF:
            return None
        while k > first and doc.infos[k].word.fold in ONE_OF:
            k -= 1  # وهو واحد من
        apart = doc.infos[k].word.fold in HE_IS
        k -= apart
        apart = apart or doc.texts[k] in "،,"
        k -= doc.texts[k] in "،,"
        who = self.syntax.at[k] if k >= first else None
        if who is None or who.last != k + 1 or who.kind not in AGENTS or who.kind == "nisba" or not who.actor:
            return None
        before = doc.infos[who.first - 1].word.fold if who.first > first else ""
        earlier = doc.infos[who.first - 2].word.fold if who.first > first + 1 else ""
        if not NOT.isdisjoint((before, earlier)):
            return None
        if apart:
            return who if who.kind == "person" or not self.syntax.governed(who) else None
        free = who.first == first or before in COUNTED_AS or before in ("ان", "لان", "لكن", "ولكن")
        return who if free and not who.lead.strip("و") else None

    def _viewed(self, i: int, last: int) -> list[Chunk]:
        """منتقدي سياسات س, المعارضين لس: of whom the view is."""
        syntax, p = self.syntax, i + 1
        if self.doc.infos[i].definite:
            return syntax.with_prep(p, min(last, p + 2), FOR, 2) or syntax.through(p, min(last, p + 3), FOR, 2)
        whom = syntax.at[p] if p < last else None
        if whom is not None and whom.first == p and not whom.lead:
            comma = next((q for q in range(p, last) if self.doc.texts[q] in "،,"), last)
            return syntax.coordinated(whom, comma)  # أحد مؤيدي س، ص وع: the two are whom he asks
        return syntax.owner_of(p, min(last, p + 4), self.doc.infos[p].word.fold) if p < last else []

    def _exchanged(self) -> None:
        """وسط اتهامات متبادلة بين س وص, تبادل الاتهامات بين س وص: each says it of the other."""
        for type, words in EXCHANGED.items():
            for i in self.doc.spots(words):
                sent = self.doc.sents[self.syntax.sent_of[i]]
                told = i + 1 < sent.last and self.doc.infos[i + 1].word.fold in MUTUAL
                told = told or (i > sent.first and "تبادل" in self.doc.infos[i - 1].word.rests)
                if not told:
                    continue
                p = next((q for q in range(i + 1, min(sent.last, i + 5)) if self.doc.infos[q].word.fold == "بين"), 0)
                sides = self._between(p, sent.last) if p else []
                if len(sides) != 2 or self._status(i, NOUN, sent.first)[1] != "asserted":
                    continue
                for s, o in (sides, reversed(sides)):
                    self._emit(s, type, o, "asserted", i, f"frame:{type.lower()}:mutual", 0.7, ENDS.get(type, ACTORS))
