"""What one calls words said to him, and what was asked that one refuses: وصف الاتهامات بأنها سخيفة, رفض دعوة س."""

from __future__ import annotations

from loaders.answers import REACH, WORDS
from loaders.charges import _worded
from loaders.doc import Chunk
from loaders.goodwill import Goodwill
from loaders.lexicon.frames import Frame
from loaders.lexicon.sets import word_set
from loaders.sites import DESCRIBING
from loaders.turned import SAID_OF

ASKED = word_set("retorts.asked")
"""Nouns of asking, whose possessor asks who refuses (رفض دعوة س إلى الحوار)."""
NEAR = 7


class Retorts(Goodwill):
    """Adds whom an answer to words is aimed at, and that the words were said."""

    def _retorts(self) -> None:
        """ووصف الاتهامات بأنها «سخيفة»: who made them in the sentences right before."""
        for s in self.said:
            if s.lemma not in DESCRIBING or s.chunk is None or s.first + 1 >= s.last:
                continue
            named = self.doc.infos[s.first].word.fold in WORDS and self.syntax.at[s.first] is None
            so = self.doc.infos[s.first + 1]
            if not named or not ("complement" in so.closed or so.word.fold.startswith(("ب", "ك"))):
                continue
            for i in range(s.first + 1, min(s.last, s.first + NEAR)):
                charge = next((c for c in _worded(self.doc.infos[i].word.fold) if c.form == "about"), None)
                if charge is None or charge.type not in SAID_OF or not self._fits(charge, i):
                    continue
                self._charged(charge, s, self._who_said(s.cue, s.chunk, REACH), i)
                break

    def _asked_too(self, frame: Frame, i: int, start: int, subjects: list[Chunk], objects: list[Chunk]) -> None:
        """رفض س دعوة ص إلى الحوار, رفضت طلب ص: that ص asked it of س."""
        if frame.lemma != "رفض" or len(subjects) != 1 or start >= self.doc.n or self.syntax.at[start] is not None:
            return
        if (
            self.doc.infos[start].word.fold not in ASKED
            or not objects
            or objects[0].first not in (start + 1, start + 2)
        ):
            return
        for o in objects:
            if o.kind == "country" and self.doc.texts[o.first].endswith("ين"):
                continue  # طلبات الفلسطينيين: of people
            self._emit(o, "URGED", subjects[0], "asserted", i, "frame:urged:refused", 0.6, frame.objects)
