"""Two states at one table: their common bodies, when they sit, and who sits there for each side."""

from __future__ import annotations

from itertools import combinations

from loaders.conferences import Conferences
from loaders.doc import Chunk
from loaders.lexicon.sets import word_set
from loaders.proposals import Proposal
from loaders.standing import NOUN

BODIES = word_set("committees.bodies")
"""First words of bodies that states have in common (لجنة, مجلس التنسيق)."""
SITTING = word_set("committees.sitting")
"""Verbs of holding a session, and of where it is held."""
SESSIONS = word_set("committees.sessions")
"""What such a body holds (دورة, أعمال, اجتماع)."""
SIDE = frozenset(("الجانب", "للجانب"))
HEADING = word_set("committees.heading")
"""Verbs of coming to a meeting, of heading or representing a side of it."""
NAMED = 16
"""Words behind a side within which it is told who sits there for it."""
BEFORE, BEHIND = 9, 9
"""Words before and behind the body within which its session is told."""


class Committees(Conferences):
    """Adds meetings of two states in their common bodies."""

    def _committees(self) -> None:
        """عقدت اللجنة المشتركة المصرية الأردنية دورتها, اجتماع لجنة التشاور بين قطر وإيران: the two states met."""
        for c in self.cast.chunks:
            word = self.doc.infos[c.first].word
            heads = {rest.removeprefix("ال") for rest in (word.fold, *word.rests)}
            if c.kind not in ("organization", "backref") or heads.isdisjoint(BODIES):
                continue
            sent = self.doc.sents[self.syntax.sent_of[c.first]]
            states = self._members_of(c, sent.last)
            told = self._sits(c, sent.first, sent.last) if len(states) == 2 else None
            if told is not None:
                trigger, status = told
                self.out.append(Proposal(states[0], "MET", states[1], status, trigger, "frame:met:committee", 0.7))

    def _members_of(self, c: Chunk, last: int) -> list[str]:
        """اللجنة المشتركة المصرية الأردنية, لجنة س بين قطر وإيران: the two whose the body is."""
        other = self.syntax.at[c.last] if c.last < last else None
        if other is not None and other.first == c.last and other.kind == "nisba" and other.lead in ("", "و"):
            iso = self.cast.iso_of.get(c.actor or "")
            state = self.cast.as_state(c, iso).actor if iso in self.doc.lex.countries else None
            alike = self.doc.infos[c.last - 1].definite == other.definite
            return [state, other.actor] if state and other.actor and alike and state != other.actor else []
        between = [s for s in self._between(c.last, min(last, c.last + 6)) if self._type(s) == "country"]
        return [str(s.actor) for s in between] if len(between) == 2 else []

    def _sits(self, c: Chunk, first: int, last: int) -> tuple[int, str] | None:
        """What tells that the body holds a session, and whether it has been held."""
        for p in [
            *range(c.first - 1, max(first, c.first - BEFORE) - 1, -1),
            *range(c.last, min(last, c.last + BEHIND)),
        ]:
            info = self.doc.infos[p]
            if p > c.last and self.doc.texts[p] in "،,:؛":
                return None
            verb = next((r for r in info.verbs if r.pos == "verb" and r.lemma in SITTING), None)
            if verb is None and info.word.fold.removeprefix("ال") not in SESSIONS:
                continue
            if verb is None and any(r.lemma in SITTING for q in range(first, p) for r in self.doc.infos[q].verbs):
                continue  # تستضيف الرياض غدا اجتماع المجلس: the verb tells when
            status = self._status(p, verb or NOUN, first)[1]
            status = "planned" if status == "asserted" and self._ahead(first, c.first) else status
            return (p, status) if status is not None else None
        return None

    def _by_sides(self) -> None:
        """حضر الاجتماع من الجانب السعودي فلان ومن الجانب التركي فلان, ترأس الجانب القطري فلان: they have met."""
        doc, at = self.doc, self.syntax.at
        groups: dict[int, dict[str, Chunk]] = {}
        spots = [i for i in doc.spots(SIDE) if (c := at[i]) is not None and c.first == i and c.kind == "country"]
        for i, following in zip(spots, [*spots[1:], doc.n], strict=False):
            sent, land = doc.sents[self.syntax.sent_of[i]], at[i]
            before = {r.lemma for info in doc.infos[sent.first : i] for r in info.verbs if r.pos == "verb"}
            if land is None or before.isdisjoint(HEADING) or "وقع" in before:
                continue
            behind = at[land.last : min(sent.last, following, land.last + NAMED)]
            named = (c for c in behind if c is not None and c.actor and not c.lead)
            who = next((c for c in named if self._type(c) == "person"), None)
            met = "ترأس" in before or any(self._meeting(p) for p in range(sent.first, i))  # not حضر المباراة
            if who is not None and met:
                groups.setdefault(sent.first, {}).setdefault(str(land.actor), who)
        told = {frozenset((x.subject, x.object)) for x in self.out if x.type == "MET"}
        for first, group in groups.items():
            for a, b in combinations(group.values(), 2):
                if self._strangers(str(a.actor), str(b.actor)) and frozenset((a.actor, b.actor)) not in told:
                    status = "planned" if self._ahead(first, a.first) else "asserted"
                    self.out.append(
                        Proposal(str(a.actor), "MET", str(b.actor), status, a.first, "frame:met:sides", 0.7)
                    )
