"""Who does something together with somebody: ترأس فلان مناصفة مع فلان, أشرف رفقة نظيره فلان على."""

from __future__ import annotations

from loaders.doc import Chunk
from loaders.lexicon.frames import ACTORS
from loaders.lexicon.sets import word_set
from loaders.retorts import Retorts
from loaders.titles import PEERS

SHARED = "مناصفه"
TOGETHER = word_set("jointly.together")
"""Adverbs of company, before a peer (رفقة نظيره فلان)."""
REACH = 12
"""Tokens between the one and the words of company (في ندوة صحفية نشطها مناصفة مع)."""


class Jointly(Retorts):
    """Adds meetings told by what two do together."""

    def _jointly(self) -> None:
        """ترأس س، مناصفة مع نظيره ص، أشغال اللجنة; أشرف س رفقة نظيره ص على: the two have met."""
        doc, syntax = self.doc, self.syntax
        for i in doc.spots(TOGETHER | {SHARED}):
            sent, p = doc.sents[syntax.sent_of[i]], i + 1
            shared = doc.infos[i].word.fold == SHARED
            if p + 1 >= sent.last or syntax.at[i] is not None or (shared and doc.infos[p].word.fold != "مع"):
                continue
            peer = syntax.at[p + shared]
            if peer is None or peer.first != p + shared or peer.lead or peer.kind not in ("person", "title"):
                continue
            if not shared and PEERS.keys().isdisjoint(doc.infos[peer.first].word.rests):
                continue
            who = self._who_leads(i, sent.first)
            back = range(i - 1, sent.first - 1, -1) if who is not None else ()
            verb = next((q for q in back if doc.infos[q].verbs and self._verbal(q)), None)
            reading = None if verb is None else next((r for r in doc.infos[verb].verbs if r.pos == "verb"), None)
            if who is None or verb is None or reading is None:
                continue
            status = self._status(verb, reading, sent.first)[1]
            if status is not None:
                self._emit(who, "MET", peer, status, i, "frame:met:jointly", 0.7, ACTORS)

    def _who_leads(self, i: int, first: int) -> Chunk | None:
        """The man named last before the words of company at i."""
        for q in range(i - 1, max(first, i - REACH) - 1, -1):
            chunk = self.syntax.at[q]
            if self.doc.texts[q] in ":؛.":
                return None
            if chunk is not None and chunk.kind != "place" and not (chunk.kind == "country" and chunk.lead == "ب"):
                return chunk if chunk.kind in ("person", "title") and not chunk.lead else None
        return None
