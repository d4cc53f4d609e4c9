"""Who tells of a deed that it is his: أعلن الجيش الإسرائيلي اعتقال س, أعلن الحوثيون استهداف ص."""

from __future__ import annotations

from loaders.doc import Chunk
from loaders.kinds import FORCES
from loaders.lexicon.frames import Frame
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.passives import Passives
from loaders.phrases import NUMBERS

TELLING = word_set("avowals.telling")
ARMED = word_set("avowals.armed")
"""Words of the name of whoever has arms: what he announces as done he has done."""
POLICE = ARMED | word_set("avowals.police")
"""Those who arrest."""
DEEDS = word_set("avowals.deeds")
SEIZING = frozenset(("قبض", "ألقى"))
"""القبض على, إلقاء القبض على: the one seized stands behind the preposition."""
SHOT = frozenset(("أسقط", "دمر"))
"""Deeds done to what is told by its nation alone (إسقاط مسيرة إسرائيلية, تدمير دبابة تركية)."""


class Avowals(Passives):
    """Adds who announces what he did himself."""

    def _doer_told(
        self, frame: Frame, i: int, reading: Reading, first: int, last: int
    ) -> tuple[list[Chunk], list[Chunk], str] | None:
        """Who did what the noun at i tells and to whom, where the words around leave no doubt of it."""
        passive = self._done_by(frame, i, reading, last) or self._put_on(frame, i, reading, last)
        return passive or self._avowed(frame, i, reading, first, last)

    def _avowed(
        self, frame: Frame, i: int, reading: Reading, first: int, last: int
    ) -> tuple[list[Chunk], list[Chunk], str] | None:
        """أعلن الجيش الإسرائيلي اغتيال فلان: the announcer did it, or None when nobody is told so."""
        if frame.lemma not in DEEDS or reading.pronoun or reading.prep or i + 1 >= last:
            return None
        if (reading.definite or frame.lemma in SEIZING) and (frame.type != "DETAINED" or frame.lemma not in SEIZING):
            return None  # أعلنت الشرطة القبض على فلان, but not إلقاء اللوم على
        teller = self._teller(i, first, POLICE if frame.type == "DETAINED" else ARMED)
        if teller is None:
            return None
        home = self.cast.iso_of.get(teller.actor or "")
        struck = [c for c in self._struck(frame, i, last) if c.actor and self._type(c) in frame.objects]
        struck = [c for c in struck if not self._at_home(teller, c, home, frame.type)]
        return ([teller], struck, "avowed") if struck else None

    def _speaks_for(self, who: Chunk) -> bool:
        """أعلن المتحدث باسم الجيش تنفيذ غارات: whether he is a spokesman, whose body did what he announces."""
        person = self.cast.person_of.get(who.actor or "") if who.kind == "person" else None
        roles = who.roles or (person.roles if person is not None else [])
        return any(r.head.split(" ")[0] in ("متحدث", "ناطق") for r in roles)

    def _who_did(self, announcers: list[Chunk]) -> list[Chunk]:
        """Those who announce a deed: of a spokesman the body for which he speaks, where his title names it."""
        return [c for who in announcers for c in (self._bodies_of(who) if self._speaks_for(who) else [who])]

    def _bodies_of(self, who: Chunk) -> list[Chunk]:
        return [c for c in who.inner if c.actor and self._type(c) in FORCES][:1]

    def _at_home(self, teller: Chunk, c: Chunk, home: str | None, type: str) -> bool:
        """A militia tells of its own dead, an army of its own towns: somebody else struck those."""
        if type in ("DETAINED", "DEPLOYED_IN"):
            return False
        theirs = self.cast.iso_of.get(c.actor or "")
        if self._type(c) == "person":
            person = self.cast.person_of.get(c.actor or "")
            return self._type(teller) != "country" or (person is not None and person.iso == home)
        troops = (info.word.fold.removeprefix("لل").removeprefix("ال") for info in self.doc.infos[c.first : c.last])
        if self._type(teller) == "militia" and any(word in ARMED for word in troops):
            return False  # أعلنت حركة الشباب قصف مواقع للجيش الصومالي
        return home is not None and theirs == home and self._type(c) != "militia"

    def _teller(self, i: int, first: int, words: frozenset[str]) -> Chunk | None:
        """The subject of the verb of announcing whose object the noun at i is, if he has arms."""
        doc, k = self.doc, i - 1
        if k > first and doc.infos[k].word.fold == "عن":
            k -= 1
        while k > first and (doc.dated[k] or doc.texts[k] in "،,"):
            k -= 1
        chunk = self.syntax.at[k] if k >= first else None
        if chunk is not None:
            k = chunk.first - 1
            while k > first and doc.dated[k]:
                k -= 1
        if k < first or self.syntax.at[k] is not None or not self._verbal(k):
            return None
        verb = next((r for r in doc.infos[k].verbs if r.pos == "verb" and r.lemma in TELLING), None)
        if verb is None or verb.pronoun or verb.person not in ("3ms", "3fs"):
            return None
        args = self.syntax.subject(k, verb, i)
        if len(args.chunks) != 1 or args.other or (chunk is not None and args.chunks[0] is not chunk):
            return None
        who = args.chunks[0]
        if who.kind == "person" and self._speaks_for(who) and (bodies := self._bodies_of(who)):
            who = bodies[0]  # أعلن المتحدث باسم الجيش س قصف ص
        told = (info.word.fold.removeprefix("ال") for info in doc.infos[who.first : who.last])
        armed = self._type(who) == "militia" or any(word in words for word in told)
        return who if who.actor and who.kind != "person" and armed else None

    def _struck(self, frame: Frame, i: int, last: int) -> list[Chunk]:
        """Whom the noun at i is done to: its possessor, unless that does it to another behind him."""
        syntax = self.syntax
        chunk = syntax.at[i + 1]
        if frame.lemma in SEIZING:
            return syntax.with_prep(i + 1, last, frozenset(("علي",)), 4)
        p = i + 1 + bool(self.doc.infos[i + 1].number or self.doc.infos[i + 1].word.fold in NUMBERS)
        if p < last and (body := syntax.body_of(p, last)) is not None:
            return [body]  # تحييد 5 إرهابيين من س
        if chunk is not None and chunk.first == i + 1 and not chunk.lead and chunk.kind != "nisba":
            group = syntax.coordinated(chunk, last)
            return [] if self._does(group[-1].last, last) else group
        if chunk is None and frame.lemma in SHOT:
            plane = next((c for c in syntax.at[i + 2 : min(last, i + 4)] if c is not None), None)
            if plane is not None and plane.kind == "nisba" and not plane.lead:
                return [plane]
        owner = syntax.possessor(i + 1, last)
        if owner is not None:
            return [] if self._does(owner.last, last) else syntax.coordinated(owner, last)
        return syntax.with_prep(i + 1, last, frozenset(("علي", "ضد")), 4)

    def _does(self, p: int, last: int) -> bool:
        """استهداف إسرائيل موقعا, قصف إسرائيل لغزة: whether an object follows the noun's possessor at p."""
        if p >= last:
            return False
        info, chunk = self.doc.infos[p], self.syntax.at[p]
        if chunk is not None:
            return chunk.lead in ("", "ل")
        if not self.doc.texts[p][0].isalpha() or info.closed or self.doc.dated[p] or info.word.fold.startswith("ب"):
            return info.prep == "علي"
        return not info.definite
