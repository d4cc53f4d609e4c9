"""What an adverbial tells the occasion by: على هامش أشغال المؤتمر، في ختام زيارته."""

from __future__ import annotations

from loaders.doc import Chunk, Doc
from loaders.lexicon.sets import word_set
from loaders.text import QUOTES

OCCASIONS = word_set("clause.occasions")
"""Nouns behind a preposition that an occasion follows."""


class Occasions:
    """Occasions by their nouns, in the chunks of an article by token."""

    doc: Doc
    at: list[Chunk | None]

    def occasion(self, q: int, limit: int) -> int:
        """على هامش افتتاح أشغال «المؤتمر»: the last of the nouns in a row that the occasion is told by."""
        doc = self.doc
        if doc.infos[q].word.fold not in OCCASIONS:
            return q
        start = q
        while q + 2 < limit and q - start < 3 and self._verbal_noun(q + 1):
            q += 1
        if q > start and doc.texts[q + 1] in QUOTES:
            closing = [k for k in range(q + 2, min(limit - 1, q + 11)) if doc.texts[k] in QUOTES]
            return closing[0] if closing else q
        owner = self.at[q + 1] if q > start else None
        if owner is None or owner.first != q + 1 or owner.lead or owner.kind not in ("organization", "agreement"):
            return q
        return owner.last - 1

    def _verbal_noun(self, k: int) -> bool:
        """Whether a noun of doing or an indefinite noun that is nobody stands at k."""
        info = self.doc.infos[k]
        plain = self.at[k] is None and self.doc.texts[k][0].isalpha() and not info.closed and not info.prep
        finite = "verb" in info.kinds and "masdar" not in info.kinds
        return plain and not info.definite and not finite
