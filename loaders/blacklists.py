"""Sanctions on the men of a state: أدرجت س 12 مسؤولا روسيا على قائمة العقوبات, منعت ص 25 ضابطا سوريا من الدخول."""

from __future__ import annotations

from loaders.doc import Chunk
from loaders.lexicon.frames import ACTORS, Frame
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.phrases import AGENTS, NUMBERS
from loaders.turns import LISTS
from loaders.warned import Warned

MEN = word_set("blacklists.men")
"""Those who stand for their state when it is punished by them, folded singulars as titles.tsv has them."""
SUPPOSED = word_set("blacklists.supposed")
"""Adjectives of sanctions that are yet to come."""
PUNISHING = frozenset(("عاقب", "رسوم", "قيود"))
SAID_TO = frozenset(("ACCUSED", "CRITICIZED", "THREATENED"))
"""What may be said to who answers it (ردا على اتهامات س، قالت ص)."""
EMBASSIES = frozenset(("سفارتها", "سفارته"))
EXPELLING = frozenset(("طرد", "أبعد"))
ASKING = frozenset(("طالب", "دعا", "ناشد", "حث"))
REPLY = frozenset((("ردا", "علي"), ("رد", "علي"), ("الرد", "علي"), ("للرد", "علي")))
OFFICERS = word_set("blacklists.officers")
"""Those whose phrase stands for their state."""
SOME = word_set("blacklists.some")
"""What may stand between the verb and the men."""
FAR = 12
"""Tokens from the verb of answering to what is answered."""
NEAR = 8
"""Tokens from the verb, or its subject, to the men."""


PUTTING = word_set("blacklists.putting")
"""Forms of putting on a list."""
BLACK = word_set("blacklists.black")
"""What lists of those under sanctions are called."""


class Blacklists(Warned):
    """Adds states punished by their officials."""

    def _objects(
        self, frame: Frame, i: int, start: int, last: int, reading: Reading, subjects: list[Chunk]
    ) -> list[Chunk]:
        """Also the state whose men are put on a list or kept out."""
        found = super()._objects(frame, i, start, last, reading, subjects)
        if not found and frame.type == "SANCTIONED" and not EMBASSIES.isdisjoint(frame.needs):
            return [c for c in self._posted(i, last) if c not in subjects]  # أغلقت س سفارتها في طهران
        if found or frame.type != "SANCTIONED" or "men" not in frame.object:
            return found
        return [c for c in self._men_of(start, last, frame.lemma == "جمد") if c not in subjects]

    def _done_to(
        self,
        frame: Frame,
        reading: Reading,
        how: str,
        subjects: list[Chunk],
        genitive: list[Chunk],
        p: int,
        start: int,
        last: int,
    ) -> list[Chunk]:
        """Likewise where a noun tells it (قررت س منع 25 مسؤولا كنديا من دخول البلاد)."""
        found = super()._done_to(frame, reading, how, subjects, genitive, p, start, last)
        if found or frame.type != "SANCTIONED" or "men" not in frame.object or how not in ("light", "nisba"):
            return found
        return self._men_of(start, last)

    def _noun(
        self, frame: Frame, i: int, reading: Reading, first: int, last: int
    ) -> tuple[list[Chunk], list[Chunk], str]:
        """Also who was punished or accused, as it is she who answers: ردت س على العقوبات الكندية, ردا على اتهامات ص."""
        subjects, objects, how = super()._noun(frame, i, reading, first, last)
        if frame.lemma in EXPELLING and how == "main" and self._asked_for(i, first):
            return [], [], how  # طالبت س بطرد سفير ص: of another
        said = frame.type in SAID_TO
        if (
            not ((frame.type == "SANCTIONED" and frame.lemma in PUNISHING) or said)
            or objects
            or how not in ("nisba", "gen", "light")
        ):
            return subjects, objects, how
        answering = self._answering(i, first, last)
        if not subjects or not answering:
            return subjects, objects, how
        if any(info.word.fold in SUPPOSED for info in self.doc.infos[i + 1 : min(last, i + 4)]):
            return subjects, objects, how  # الرد على عقوبات أمريكية محتملة
        for c in answering:
            one = self._answers_for(c, frame.type, subjects)
            if one is not None:
                return subjects, [one], "rebutted"  # and so a fact, whatever the answer
        return subjects, objects, how

    def _asked_for(self, i: int, first: int) -> bool:
        """Whether the verb before the noun at i asks another for it."""
        before = range(i - 1, max(first, i - FAR) - 1, -1)
        verb = next((p for p in before if self.syntax.at[p] is None and self._verbal(p)), None)
        return verb is not None and not ASKING.isdisjoint(self.doc.infos[verb].lemmas)

    def _answers_for(self, c: Chunk, type: str, subjects: list[Chunk]) -> Chunk | None:
        """Who is meant by what c answers: his state, where others said it; himself, where his own did or blamed him."""
        of_state = self._acts_for(c.actor or "") is not None and not self._no_arm(c.actor or "")
        of_state = of_state and (type != "CRITICIZED" or self._type(c) != "person")
        state = None
        if self._type(c) in ("country", "militia"):
            state = c.actor
        elif type == "SANCTIONED" or of_state:
            state = self._acts_for(c.actor or "")
        one = next((x for x in self.cast.chunks if state and x.actor == state), None)
        if one is not None and all(not self._own(s.actor or "", state or "") for s in subjects):
            return one
        himself = type != "SANCTIONED" and self._type(c) in ("person", "organization", "militia")
        return c if himself and all(s.actor != c.actor for s in subjects) else None

    def _answering(self, i: int, first: int, last: int) -> list[Chunk]:
        """Who answers what the noun at i tells: رد س على اتهامات, ردت س على, ردا على اتهامات …، قالت س."""
        infos = self.doc.infos
        if i < first + 2 or infos[i - 1].prep != "علي":
            return []
        reply = infos[i - 2].word.fold.removeprefix("و")
        if reply in ("ردا", "رد") and i - 2 == first and self.doc.texts[first].endswith(("ا", "\u064b")):
            return self._main(
                i, i, self.doc.sents[self.syntax.sent_of[i]].last
            )  # ردا على: not the verb that a dual would be
        if reply == "ردا" or (infos[i - 2].word.fold, "علي") in REPLY:
            return self._main(i - 2, first, last)
        for p in range(i - 2, max(first, i - FAR) - 1, -1):
            verbs = infos[p].verbs if self.syntax.at[p] is None and not infos[p].closed else ()
            if verbs and self._verbal(p):
                return self._main(i, first, last) if "رد" in infos[p].lemmas else []
        return []

    def _put_on_lists(self) -> None:
        """وضعت س ص على القائمة السوداء: who puts whom on a list of those under sanctions."""
        doc, syntax = self.doc, self.syntax
        for i in doc.spots(PUTTING):
            sent = doc.sents[syntax.sent_of[i]]
            if syntax.at[i] is not None or not self._so(i, sent.first):
                continue
            before = syntax.at[i - 1] if i > sent.first else None
            giver = syntax.at[i + 1] if i + 1 < sent.last else None
            p = i + 1
            opens = before is not None and (before.first, before.last) == (sent.first, i) and before.kind in AGENTS
            if opens:
                giver = before  # س تضع ص على القائمة السوداء
            elif giver is not None and giver.first == p and not giver.lead and giver.kind in AGENTS:
                p = giver.last
            else:
                continue
            lists = next((q for q in range(p, min(sent.last, p + 14)) if doc.infos[q].word.fold in LISTS), None)
            if giver is None or lists is None or doc.infos[lists - 1].word.fold not in ("علي", "في", "ضمن"):
                continue
            if not any(info.word.fold in BLACK for info in doc.infos[lists + 1 : min(sent.last, lists + 5)]):
                continue
            right = syntax.at[p]
            here = right is not None and right.first == p and not right.lead and right.kind in AGENTS
            whom = syntax.coordinated(right, lists) if right is not None and here else syntax.objects(p, lists)
            whom = [c for c in whom if c.last < lists] or self._men_of(p, lists)
            for c in whom:
                self._emit(giver, "SANCTIONED", c, "asserted", i, "frame:sanctioned:put_on_list", 0.7, ACTORS)

    def _men_of(self, start: int, last: int, citizens: bool = False) -> list[Chunk]:
        """12 شخصية سورية, عددا من كبار المسؤولين الروس: the state of the officials told near `start`."""
        doc = self.doc
        for p in range(start, min(last, start + NEAR)):
            chunk, info = self.syntax.at[p], doc.infos[p]
            if chunk is None:
                counted = info.number or info.word.fold in NUMBERS or info.word.fold in SOME
                if not (counted or doc.dated[p] or doc.texts[p] in "،,"):
                    return []
                continue
            if chunk.by == "state:head" and chunk.first == p and not chunk.lead and chunk.head in OFFICERS:
                return [chunk]
            if chunk.first != p or chunk.lead or chunk.kind != "title" or not chunk.roles:
                return []
            head = chunk.roles[0].head.removeprefix("ال")
            if head not in MEN and not (citizens and head in ("مواطن", "رجل اعمال")):
                return []
            return [c for c in chunk.inner if c.kind in ("country", "nisba") and c.actor][:1]
        return []
