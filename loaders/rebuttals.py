"""Accusations that the accused denies: who made them, and what is denied."""

from __future__ import annotations

from loaders.doc import Chunk
from loaders.lexicon.frames import Frame
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.reached import Reached
from loaders.speakers import Said

REBUTTED = word_set("rebuttals.rebutted")
"""What one denies that others say of one (نفت الاتهامات بدعم س)."""


class Rebuttals(Reached):
    """Adds what stands behind «نفت الاتهامات»."""

    def _having(self, i: int, first: int) -> list[Chunk]:
        """ليس لدينا أي اتفاق مع س, ليس لدى بيروت اتفاق: who has what the noun at i tells, or has none."""
        for p in range(i - 1, max(first, i - 6) - 1, -1):
            if self.doc.infos[p].word.fold == "لدينا":
                around = self.inside[p]
                who = around.chunk if around is not None else self.syntax.author
                return [who] if who is not None else []
            chunk = self.syntax.at[p]
            if chunk is not None:
                had = chunk.last <= i and not chunk.lead and self.doc.infos[chunk.first - 1].word.fold == "لدي"
                return [chunk] if had else []
        return []

    def _rebutted(
        self, frame: Frame, i: int, reading: Reading, teller: Said, genitive: list[Chunk], nisbas: list[Chunk]
    ) -> tuple[list[Chunk], list[Chunk], str] | None:
        """نفت س الاتهامات الهندية بدعم ص: who accuses the one who denies, and what he denies to have done."""
        if teller.act != "deny" or teller.chunk is None or teller.cue == i or i - teller.first > 6:
            return None
        if frame.lemma == "اتهم" and i - teller.first <= 1:
            accusers = [c for c in nisbas or genitive if c.actor != teller.speaker]
            return (accusers, [teller.chunk], "rebutted") if accusers else None
        before = self.doc.infos[teller.first : i]
        if reading.prep != "ب" or not genitive or not any(info.word.fold in REBUTTED for info in before):
            return None
        return [teller.chunk], [c for c in genitive if self._type(c) in frame.objects], "denier"
