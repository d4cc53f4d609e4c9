"""Whom one addresses on the phone he has talked to: حذر س ص، خلال مكالمة هاتفية، من كذا."""

from __future__ import annotations

from loaders.lexicon.cues import cued
from loaders.lexicon.sets import word_set
from loaders.partisans import Partisans
from loaders.proposals import Proposal

CALL = word_set("calls.nouns")
"""Nouns of a talk on the phone."""
DURING = frozenset(("خلال", "في", "وفي", "وخلال", "اثناء", "ضمن", "عبر"))
PHONED = frozenset(("هاتفي", "هاتفيه", "الهاتفي", "الهاتفيه"))
ADDRESSING = frozenset(("THREATENED", "URGED", "PRAISED", "OFFERED", "AGREED_WITH"))
WITH = frozenset(("مع", "بين"))
BY = frozenset(("ب",))


class Calls(Partisans):
    """Adds talks on the phone that are told beside what was said in them."""

    def _on_the_phone(self) -> None:
        """شكر س ص في اتصال هاتفي على دعمه: they talked, if no other is named with the call."""
        for i in self.doc.spots(CALL):
            infos = self.doc.infos
            if (
                not i
                or i + 1 >= self.doc.n
                or infos[i + 1].word.fold not in PHONED
                or infos[i - 1].word.fold not in DURING
            ):
                continue
            if any(p.type == "MET" and p.trigger == i for p in self.out):
                continue
            sent = self.doc.sents[self.syntax.sent_of[i]]
            if any(infos[q].prep in WITH for q in range(i + 1, min(sent.last, i + 5))):
                continue  # في اتصال هاتفي مع ع
            if self.syntax.with_prep(i + 1, min(sent.last, i + 5), BY):
                continue  # في اتصال هاتفي بع
            said = [p for p in self.out if p.type in ADDRESSING and sent.first <= p.trigger < sent.last]
            said = [p for p in said if p.status == "asserted" and self._two_persons(p)]
            before = [p for p in said if p.trigger < i] or said[:1]
            if not before:
                continue
            p = before[-1]
            ends = {(str(q.subject), str(q.object)) for q in before if q.trigger == p.trigger}
            for one, other in sorted(ends):
                self.out.append(Proposal(one, "MET", other, "asserted", i, "frame:met:on_phone", 0.7))

    def _met_ahead(self) -> None:
        """«قمة س وص» in a headline: planned, when all that is told below of their meeting lies ahead."""
        met = [p for p in self.out if p.type == "MET"]
        for p in met:
            if self.syntax.sent_of[p.trigger] > 1 or p.status != "asserted" or ":masdar" not in p.by:
                continue
            pair = {str(p.subject), str(p.object)}
            others = [q for q in met if {str(q.subject), str(q.object)} == pair and self.syntax.sent_of[q.trigger] > 1]
            if others and all(q.status == "planned" for q in others):
                p.status = "planned"

    def _in_talk(self, i: int, first: int) -> bool:
        """Whether the meeting at i is told by an adverbial of a past verb of speech (حذر س، في اتصال مع ص، من)."""
        infos = self.doc.infos
        if i < 2:
            return False
        free = self.syntax.at[i - 2] is None and not self.doc.dated[i - 2] and self.doc.texts[i - 2] not in "،,"
        if infos[i - 1].word.fold not in DURING or (free and "verb" not in infos[i - 2].kinds):
            return False  # أكد رغبته في لقاء س
        for p in range(i - 1, max(first, i - 12) - 1, -1):
            if infos[p].verbs and self.syntax.at[p] is None and not infos[p].closed and self._verbal(p):
                verb = next((r for r in infos[p].verbs if r.pos == "verb"), None)
                return verb is not None and verb.tense == "past" and verb.lemma in cued()
        return False

    def _two_persons(self, p: Proposal) -> bool:
        types = self.cast.types
        return types.get(str(p.subject)) == "person" and types.get(str(p.object)) == "person"
