"""Talks: whose words the lines are that follow questions (سؤال: … جواب: …, or a line that asks, one that answers)."""

from __future__ import annotations

from loaders.attributions import Attributions
from loaders.doc import Chunk
from loaders.endings import MAX_WORDS
from loaders.speakers import Said

ANSWERED = frozenset(("جواب", "الجواب", "ج", "اجابه", "الاجابه", "اجاب", "رد"))
TALKS = frozenset(("حوار", "حوارا", "الحوار", "مقابله", "المقابله", "لقاء", "حديث"))
QUESTIONS = 3
"""Lines that ask, from which on an article is a talk."""


class Interviews(Attributions):
    """Answers."""

    def _answers(self) -> dict[int, Said]:
        """The answers of a talk by the index of the sentence that each begins with."""
        doc = self.doc
        lines = self._lines()
        asking = [k for k, (a, b) in enumerate(lines) if doc.texts[b - 1] in "؟?" and b - a > 3]
        marked = [k for k, (a, b) in enumerate(lines) if doc.infos[a].word.fold in ANSWERED and self._label(a, b)]
        if len(marked) < 2 and len(asking) < QUESTIONS:
            return {}
        begins = lines[asking[0] if asking else marked[0]][0]
        who = self._interviewed(begins)
        if who is None or not who.actor:
            return {}
        out: dict[int, Said] = {}
        spans = (
            [(lines[k][0] + 2, lines[k][1]) for k in marked]
            if len(marked) > 1
            else [lines[k + 1] for k in asking if k + 1 < len(lines) and k + 1 not in asking]
        )
        for first, last in spans:
            if last - first > 3:
                cue = first - 2 if len(marked) > 1 else first
                end = min(last, first + MAX_WORDS)
                said = Said(who.actor, cue, first, end, "say", "direct", "cue:answer", 0.8, chunk=who)
                out[self.syntax.sent_of[cue]] = said
        return out

    def _lines(self) -> list[tuple[int, int]]:
        """The lines of the article that hold words, without the bullets before them: tokens [first, last)."""
        texts, out, first = self.doc.texts, [], 0
        for i in [*(i for i, text in enumerate(texts) if text == "\n"), self.doc.n]:
            while first < i and not texts[first][0].isalnum() and texts[first] not in '"«“(':
                first += 1
            if first < i:
                out.append((first, i))
            first = i + 1
        return out

    def _label(self, first: int, last: int) -> bool:
        return first + 2 < last and self.doc.texts[first + 1] == ":"

    def _interviewed(self, stop: int) -> Chunk | None:
        """Whom a talk is with: named with حوار مع, else the first person with an office before the first question."""
        people = [c for c in self.cast.chunks if c.first < stop and c.kind == "person" and c.actor]
        for chunk in people:
            words = [self.doc.infos[p].word.fold for p in range(max(0, chunk.first - 4), chunk.first)]
            if "مع" in words and not TALKS.isdisjoint(words):
                return chunk
        return next((c for c in people if c.roles), people[0] if people else None)
