"""Where a noun phrase behind و is joined to nobody, for a clause begins with it: قصفت س ص وع تندد."""

from __future__ import annotations

from loaders.doc import Chunk
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.phrases import Phrases

BEFORE_VERB = word_set("statements.negations") | {"سوف", "قد"}
"""Words between a subject and its verb."""


class NextClause(Phrases):
    """Adds whether a clause of its own begins with what seems joined."""

    def parted(self, one: Chunk, nxt: Chunk, stop: int) -> bool:
        """Whether `nxt`, behind و, has its own verb behind it, while `one` belongs to a verb before it."""
        if nxt.lead != "و" or nxt.kind == "nisba" or not self._has_verb(nxt, stop):
            return False
        doc = self.doc
        first = doc.sents[self.sent_of[one.first]].first
        i = one.first - 1
        while i >= first:
            info = doc.infos[i]
            if self.at[i] is not None:
                i -= 1
                continue
            if "complement" in info.closed or "relative" in info.closed or doc.texts[i] in ":؛":
                return False
            if doc.texts[i] in "،," and i == one.first - 1:
                return False
            if info.kinds == {"verb"} and not info.closed and not doc.dated[i]:
                return True
            i -= 1
        return False

    def _has_verb(self, chunk: Chunk, stop: int) -> bool:
        """Whether a finite verb whose subject the chunk is stands right behind it (وع تندد, وع لم ترد)."""
        doc, p = self.doc, chunk.last
        while p < stop and (doc.infos[p].word.fold in BEFORE_VERB or doc.dated[p]):
            p += 1
        if p >= stop or self.at[p] is not None or doc.infos[p].closed or doc.infos[p].kinds != {"verb"}:
            return False
        return any(self._its_verb(r, p) and self.agrees(r, chunk) for r in doc.infos[p].verbs)

    def _its_verb(self, r: Reading, p: int) -> bool:
        """Whether a form is a verb by its letters: a present, or a feminine past."""
        if r.pos != "verb" or r.lead or r.person not in ("3ms", "3fs"):
            return False
        return r.tense == "pres" or r.future or (r.person == "3fs" and self.doc.infos[p].word.fold.endswith("ت"))
