"""Where those who meet are: the town that the sentence opens with, the one behind a house; nowhere on the phone."""

from __future__ import annotations

from loaders.bothsides import BothSides
from loaders.doc import Chunk
from loaders.lexicon.sets import word_set
from loaders.proposals import Proposal
from loaders.recipients import ABOUT
from loaders.subjects import TWO_SIDES

HOUSES = word_set("gatherings.houses")
SEVERAL = word_set("relations.several")
"""Those who met, when a number stands behind (القادة الثلاثة)."""
DEGREES = frozenset(("جدا", "للغايه", "حاليا", "موخرا", "ايضا"))
PHONE = word_set("gatherings.phone")


class Venues(BothSides):
    """Adds the places of meetings."""

    def _meeting(self, i: int) -> bool:
        """Whether the word at i is a noun of meeting (لقاء, اجتماعات, قمة)."""
        return any(
            r.pos == "masdar"
            and r.lemma != "ندوة"  # of experts, if no press conference
            and any(f.type == "MET" for f in self.frames.get((r.lemma, "masdar"), ()))
            for r in self.doc.infos[i].verbs
        )

    def _by_phone(self, i: int) -> bool:
        """بحث هاتفيا مع س, اتصال هاتفي: they met nowhere."""
        first = self.doc.sents[self.syntax.sent_of[i]].first
        return any(info.word.fold in PHONE for info in self.doc.infos[max(first, i - 4) : i + 9])

    def _opened_in(self, i: int) -> list[Chunk]:
        """وفي القاهرة، استقبل س ص: the town that the sentence opens with, right before the verb."""
        first = self.doc.sents[self.syntax.sent_of[i]].first
        town = self.syntax.at[first + 1] if first + 1 < i else None
        fits = town is not None and town.first == first + 1 and not town.lead
        if town is None or not fits or self.doc.infos[first].word.fold not in ("في", "وفي"):
            return []
        between = range(town.last, i)
        plain = all(self.doc.texts[p] in "،," or self.doc.dated[p] for p in between)
        return [town] if plain and self._type(town) == "place" else []

    def _met_in(self, p: Proposal, last: int) -> list[Chunk]:
        """استقبل س في قصر السلام بجدة ص: the town where they met, not the house, if it is not the host's own land's."""
        start, house = p.trigger + 1, list[Chunk]()
        reach = start + 24
        while start < reach:
            found = self.syntax.with_prep(start, last, frozenset(("في", "ب")), reach - start)[:1]
            if not found:
                break
            if self._of_a_matter(found[0].first - 1, p.trigger):
                return []
            if self.doc.infos[found[0].first].word.fold.lstrip("بل").removeprefix("ال") not in HOUSES:
                return found
            house, start = house or found, found[0].last
        lands = (self.cast.iso_of.get(c.actor or "") for c in house)
        at_home = any(iso in (self._nation(str(p.subject)), self._nation(str(p.object))) for iso in lands)
        return house if at_home else []

    def _of_a_matter(self, k: int, trigger: int) -> bool:
        """بحث س وص الأوضاع في غزة: whether في at k belongs to what they talk of, and tells not where they met."""
        infos, at = self.doc.infos, self.syntax.at
        about = (q + 1 for q in range(trigger + 1, k - 1) if infos[q].word.fold in ABOUT and at[q] is None)
        if any(at[q] is None and not infos[q].definite for q in about):
            return True  # لقاء مع س بشأن حادثة تسميم في ص
        if self.doc.infos[k].prep != "في" or self.syntax.at[k - 1] is not None:
            return False
        while k > trigger + 2 and self.doc.infos[k - 1].word.fold in DEGREES:
            k -= 1  # الأوضاع المتوترة جدا في س
        p = k - 1
        while p > trigger and self.doc.infos[p].definite and self.syntax.at[p] is None and not self.doc.dated[p]:
            p -= 1
        noun = self.doc.infos[k - 1]
        sides = noun.word.fold in TWO_SIDES | SEVERAL or bool(noun.titles)
        matter = p < k - 1 and noun.definite and not noun.closed - {"modifier"} and not sides
        told = self._meeting(p + 1) or (self._meeting(p) if p > trigger else not self._verbal(trigger))
        return matter and not told

    def _nation(self, actor: str) -> str | None:
        """Whose citizen a person is; of a state, the state."""
        person = self.cast.person_of.get(actor)
        return person.iso if person is not None else self.cast.iso_of.get(actor)
