"""Whom a statement is about: those its words name, and those they mean without a name."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict

from loaders.actors import Cast
from loaders.doc import Doc
from loaders.lexicon.sets import word_set
from loaders.proposals import Proposal
from loaders.speakers import Said

OWN = word_set("topics.own")
"""What is somebody's own as a part of him, its pronoun off (قواته, حزبه, عناصرها)."""
PRONOUNS = ("هما", "هم", "ها", "ه")
STANDING = ("HOLDS_POSITION", "AFFILIATED_WITH")
PLACES = word_set("topics.places")
"""Places told by their noun alone: the one named last before (سكان المدينة)."""
ENDS = {word[-4:] for word in PLACES}
TOWNS = frozenset(("المدينه", "البلده", "القريه"))
NEAR = 450
"""Letters that a place may stand before the noun that means it."""


class Topics:
    """For each statement of an article those whom it is about."""

    def __init__(self, doc: Doc, cast: Cast, said: list[Said], proposals: list[Proposal]) -> None:
        self.doc, self.cast = doc, cast
        self.spots = sorted((s, e, form, id) for id, spans in cast.mentions.items() for s, e, form in spans)
        self.offices = {t: p.id for p in cast.people for role in p.roles for t in range(role.first, role.last)}
        """tokens of offices, and whose they are"""
        self.homes: dict[str, str] = {}
        self.told: dict[int, list[Proposal]] = defaultdict(list)
        for p in proposals:
            if p.type == "HOLDS_POSITION" and not p.former:
                self.homes.setdefault(str(p.subject), str(p.object))
            elif p.type not in STANDING:
                self.told[p.trigger].append(p)

    def of(self, said: Said) -> list[str]:
        """In the order of the text, then those whom no word of it names."""
        start, end = self.doc.span(said.first, said.last)
        named: list[str] = []
        for at in range(bisect_left(self.spots, (start,)), len(self.spots)):
            s, e, form, id = self.spots[at]
            if s >= end:
                break
            if e <= end and id != said.speaker and not (form != "pronoun" and self._in_title(s, id)):
                named.append(id)
        meant = self._own(said)
        meant += [str(p.object) for p in self.told.get(said.cue, ()) if str(p.subject) == said.speaker]
        meant += self._places(said)
        if said.act == "deny" and not meant and (own := self._self(said.speaker)) is not None:
            home = self.cast.iso_of.get(own)
            if home is None or all(self.cast.iso_of.get(id) != home for id in named):
                meant.append(own)
        return [id for id in dict.fromkeys([*named, *meant]) if id in self.cast.types]

    def _in_title(self, start: int, id: str) -> bool:
        """رئيس فرع الأمن فلان, الرئيس الروسي: the office tells of him alone."""
        return self.offices.get(bisect_right(self.doc.starts, start) - 1, id) != id

    def _self(self, speaker: str) -> str | None:
        """The body that speaks, or whose office the speaker holds."""
        return self.homes.get(speaker) if self.cast.types.get(speaker) == "person" else speaker

    def _own(self, said: Said) -> list[str]:
        """قواته, حزبها: the speaker's body, where his words name it by what is its own."""
        for t in range(said.first, said.last):
            if not self.doc.infos[t].word.fold.endswith(PRONOUNS):
                continue
            for _, rest in self.doc.infos[t].word.splits:
                for end in PRONOUNS:
                    if rest.endswith(end) and rest[: -len(end)] in OWN:
                        own = self._self(said.speaker)
                        return [own] if own is not None else []
        return []

    def _places(self, said: Said) -> list[str]:
        """القطاع, سكان المدينة: places told by their noun alone."""
        found: list[str] = []
        for t in range(said.first, said.last):
            if self.doc.infos[t].word.fold[-4:] in ENDS and (t + 1 >= self.doc.n or not self.doc.infos[t + 1].definite):
                noun = next((rest for _, rest in self.doc.infos[t].word.splits if rest in PLACES), None)
                place = self._place_before(self.doc.starts[t], noun) if noun is not None else None
                if place is not None:
                    found.append(place)
        return found

    def _place_before(self, at: int, noun: str) -> str | None:
        """قطاع غزة for القطاع, محافظة س for المحافظة; المدينة is also the place named last."""
        kind = noun.removeprefix("ال")
        last: str | None = None
        for k in range(bisect_left(self.spots, (at,)) - 1, -1, -1):
            s, _, form, id = self.spots[k]
            if form != "name" or self.cast.types.get(id) != "place":
                continue
            word = bisect_left(self.doc.starts, s)
            if any(kind in {rest for _, rest in self.doc.infos[p].word.splits} for p in (word, word - 1) if p >= 0):
                return id
            last = last or (id if at - s < NEAR and noun in TOWNS else None)
        return last
