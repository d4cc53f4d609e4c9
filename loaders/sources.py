"""Through whom words came: نقلت وكالة س عن ص قوله, قال لرويترز, في مقابلة مع قناة س."""

from __future__ import annotations

from loaders.doc import Chunk
from loaders.lexicon.frames import ACTORS
from loaders.lexicon.sets import word_set
from loaders.occasions import ADDRESSES
from loaders.speakers import Speakers
from loaders.text import QUOTES

OUTLETS = word_set("statements.outlets")

SOURCED = word_set("readings.sourced")


class Sources(Speakers):
    """Adds the source behind an agency, and the outlet that carried what was said."""

    def _over_source(self, p: int, limit: int) -> int:
        """أعرب س - وفق بيان صادر عن ص - عن كذا: behind an aside that tells where it was said, else p."""
        doc, marks = self.doc, "،," if self.doc.texts[p : p + 1] in (["،"], [","]) else "-–"
        if p + 2 >= limit or doc.texts[p] not in marks or doc.infos[p + 1].word.fold not in SOURCED:
            return p
        for q in range(p + 2, min(limit, p + 16)):
            if doc.texts[q] in marks:
                return q + 1
            if doc.texts[q] in ".:؛" or "complement" in doc.infos[q].closed:
                return p
        return p

    def _source(self, i: int, first: int) -> str | None:
        """نقلت وكالة س عن ص قوله: ص."""
        for p in range(i - 1, max(first, i - 30) - 1, -1):
            if i - p > 14 and self.doc.texts[i - 1] not in "،,":
                break
            if self.doc.infos[p].word.fold in ("عنه", "عنها"):
                return self.last.get("f" if self.doc.infos[p].word.fold == "عنها" else "m")
            attributed = self.doc.infos[p].prep == "الي" and (
                self.doc.infos[i].word.fold == "القول"
                or any("نسب" in info.lemmas for info in self.doc.infos[max(first, p - 5) : p])
            )  # نسبت وكالة س إلى ص قوله
            if self.doc.infos[p].prep == "عن" or attributed:
                q = p + 1
                while q < i and self.doc.texts[q] in QUOTES:
                    q += 1
                chunk = self.syntax.at[q]
                known = chunk is not None and chunk.first == q and self.cast.types.get(chunk.actor or "") in ACTORS
                return chunk.actor if chunk is not None and known else None
        return None

    def _transmitted(self, i: int, begin: int, first: int, outlet: str) -> tuple[str, str | None, Chunk | None] | None:
        """نقلت وكالة س عن ص أن: ص, through س; from nobody named, the outlet itself."""
        for p in range(i + 1, begin):
            form = self.doc.infos[p].word.fold
            if form in ("عنه", "عنها") and (who := self.last.get("f" if form == "عنها" else "m")) is not None:
                return who, outlet, None
            if self.doc.infos[p].prep != "عن":
                continue
            q = p + 1
            while q < begin and self.doc.texts[q] in QUOTES:
                q += 1
            chunk = self.syntax.at[q] if q < begin else None
            if chunk is not None and chunk.first == q and chunk.actor and self.cast.types.get(chunk.actor) in ACTORS:
                return chunk.actor, outlet, chunk
            return outlet, None, None
        return None

    def _told_from(self, at: int, last: int) -> Chunk | None:
        """نقلت مصادر صحفية عن فلان: from whom what nobody named carries."""
        for p in range(at + 1, min(last - 1, at + 6)):
            if self.doc.infos[p].prep == "عن":
                chunk = self.syntax.at[p + 1]
                known = chunk is not None and chunk.first == p + 1 and self.cast.types.get(chunk.actor or "") in ACTORS
                return chunk if known else None
        return None

    def _uttered(self, i: int, first: int) -> str | None:
        """وفي تصريح لفلان، وزير كذا، قال إن: the person whose statement it is, with which the sentence begins."""
        for p in range(first, min(i - 1, first + 3)):
            if self.doc.infos[p].word.fold in ADDRESSES and self.doc.infos[p - 1].prep == "في":
                chunk = self.syntax.at[p + 1]
                plain = not any(r.pos == "verb" for t in self.doc.infos[p + 2 : i] for r in t.verbs if not t.closed)
                his = chunk is not None and chunk.first == p + 1 and chunk.kind == "person" and chunk.lead == "ل"
                return chunk.actor if chunk is not None and his and plain else None
        return None

    def _outlet(self, chunk: Chunk) -> bool:
        if any(e.outlet for e in chunk.entities):
            return True
        return chunk.head.split(" ")[0] in OUTLETS if chunk.head else False

    def _via(self, i: int, begin: int, speaker: str) -> str | None:
        """The outlet named in the cue phrase (قال لرويترز, في مقابلة مع قناة س, نقلت س عن)."""
        first = self.doc.sents[self.syntax.sent_of[i]].first
        for p in range(max(first, i - 14), min(begin, self.doc.n)):
            chunk = self.syntax.at[p]
            if (
                chunk is not None
                and chunk.first == p
                and chunk.actor
                and chunk.actor != speaker
                and self._outlet(chunk)
            ):
                if p < i and not any(r.lemma == "نقل" for t in self.doc.infos[max(first, p - 4) : p] for r in t.verbs):
                    continue
                return chunk.actor
        return None
