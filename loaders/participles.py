"""Participles that tell an act of the noun phrase before them: قوات موجودة في س, المدعومة من ص, مستعدة لـ."""

from __future__ import annotations

from loaders.doc import Chunk
from loaders.lexicon.frames import Frame
from loaders.lexicon.verbs import Reading
from loaders.nominal import Nominal
from loaders.phrases import RELATIVES
from loaders.reached import OF_THEIRS
from loaders.speakers import Said
from loaders.text import QUOTES

DENIED = frozenset(("ليس", "ليست", "وليس", "وليست", "لست"))


class Participles(Nominal):
    def _participle(
        self, frame: Frame, i: int, reading: Reading, first: int, last: int
    ) -> tuple[list[Chunk], list[Chunk], str]:
        """Subjects and objects of a participle that is no verb's stand-in; neither when its phrase is nobody's."""
        if reading.prep:
            return [], [], ""
        doc, syntax = self.doc, self.syntax
        k = i - 1
        while k >= first and (doc.texts[k] in QUOTES or doc.texts[k] in "،,"):
            k -= 1
        before = syntax.at[k] if k >= first else None
        if (
            before is None
            or before.last != k + 1
            or before.kind not in ("militia", "organization", "person", "country", "backref")
        ):
            before = None
        if "near" in frame.object:
            subject = before if not reading.definite else None
            teller = self.inside[i]
            if subject is not None and subject.head == "*country" and teller is not None:
                subject = teller.chunk or subject  # قال فلان إن بلاده مستعدة: it is his offer
            subject = subject or self._of_pronoun(i, reading, first)
            return ([subject], self._near(frame, i + 1, last, [subject]), "") if subject is not None else ([], [], "")
        if before is None:
            return [], [], ""
        if "giver" in frame.subject and not syntax.agrees(reading, before):
            return [], [], ""
        if frame.type in OF_THEIRS:  # ظلت س منتقدة لص, معارضا لسياسة ص
            denied = before.first > first and doc.infos[before.first - 1].word.fold in DENIED
            fits = syntax.agrees(reading, before) and not syntax.governed(before) and not denied
            to = frozenset(("ل",))
            whose = syntax.with_prep(i + 1, min(last, i + 4), to, 3) or syntax.through(i + 1, min(last, i + 6), to, 3)
            return ([before], whose, "") if fits and whose else ([], [], "")
        backer = syntax.backer(i) if "giver" in frame.subject else None
        if backer is not None and before.kind == "backref":
            return [], [], ""  # خروج القوات المدعومة إيرانيا: whose they are is not told
        there = [backer] if backer is not None else syntax.with_prep(i + 1, min(last, i + 5), frame.preps, 4)
        if "giver" in frame.subject:  # الحكومة المدعومة من س: the act is his who stands behind
            return [c for c in there if c.kind == there[0].kind], [before], ""
        return [before], there, ""

    def _of_the_accused(self, s: Said, i: int, reading: Reading) -> bool:
        """اتهمت س الحوثيين، الذين يسيطرون على ص، بكذا: what the page itself tells of the accused, right behind him."""
        whole = range(s.first, i)
        return (
            reading.lemma == "سيطر"
            and self.doc.infos[i - 1].word.fold in RELATIVES
            and all(self.syntax.at[p] is not None or self.doc.texts[p] in "،," or p == i - 1 for p in whole)
        )
