"""Who speaks when the noun behind the verb is no mention: a source in a body, a name's last word, المصدر نفسه."""

from __future__ import annotations

from loaders.doc import Chunk
from loaders.interviews import Interviews
from loaders.lexicon.sets import word_set
from loaders.speakers import TALKING

SOURCES = word_set("statements.sources")
"""Nouns for somebody of a body who is not named (مصدر في وزارة الدفاع, عضو في الكونغرس)."""
AGAIN = frozenset(("المصدر", "المتحدث", "المتحدثه", "الناطق", "الناطقه", "المسوول", "المسووله", "الدبلوماسي", "النايب"))
"""Nouns that, with the article, go on with who spoke last."""
SAME = frozenset(("نفسه", "نفسها", "ذاته", "ذاتها", "عينه", "ايضا", "الي", "قايلا"))
WITHIN = frozenset(("في", "من", "لدي", "باسم", "داخل"))
BOTH: dict[str, str | None] = {
    "الوزيران": "وزير",
    "الرييسان": "رييس",
    "الزعيمان": None,
    "الجانبان": None,
    "الطرفان": None,
    "المسوولان": None,
}
"""Two who speak together, and the office of each."""


class Unnamed(Interviews):
    """Speakers told by a noun."""

    def _unnamed(self, i: int, at: int, last: int) -> tuple[str, int] | None:
        """(actor, token behind) of the noun at `at`, the subject of the cue at i."""
        form = self.doc.infos[at].word.fold
        if (both := self._one_of_two(form, i)) is not None:
            return both, at + 1
        if form.removeprefix("ال") in SOURCES and (body := self._body_of(at, last)) is not None:
            return body.actor or "", body.last
        if form in AGAIN and (who := self._again(i, at)) is not None:
            return who, at + 1
        if at == i + 1 and (named := self._short_name(at, last)) is not None:
            return named, at + 1
        return None

    def _body_of(self, at: int, last: int) -> Chunk | None:
        """مصدر أمني في وزارة س, عضو بارز في حركة ص: whose man he is."""
        doc = self.doc
        for p in range(at + 1, min(last, at + 6)):
            chunk = self.syntax.at[p]
            if chunk is not None:
                mine = self.cast.types.get(chunk.actor or "") in ("country", "organization", "militia")
                if p == at + 1 and chunk.first == p and chunk.kind == "title" and not chunk.lead and mine:
                    return chunk  # مصدر دبلوماسي في الخارجية
                if chunk.first != p or chunk.kind not in ("country", "organization", "militia") or not chunk.actor:
                    return None
                held = doc.infos[p - 1].word.fold in WITHIN or chunk.lead[-1:] == "ب"
                return chunk if held and self.cast.types.get(chunk.actor) in TALKING else None
            info = doc.infos[p]
            if "complement" in info.closed or doc.texts[p] in '،,:.؛«“"' or doc.dated[p]:
                return None
            if info.closed and info.word.fold not in WITHIN and not info.mods:
                return None
        return None

    def _again(self, i: int, at: int) -> str | None:
        """وأضاف المصدر, وقال المتحدث نفسه: who spoke in one of the two sentences before."""
        if not self.said or at + 1 >= self.doc.n:
            return None
        then = self.doc.infos[at + 1]
        sure = "complement" in then.closed or self.doc.texts[at + 1] in ':«“"،,' or then.word.fold in SAME or then.prep
        prev = self.said[-1]
        near = self.syntax.sent_of[i] - self.syntax.sent_of[prev.cue] <= 2
        return prev.speaker if sure and near and prev.by != "cue:colon" else None

    def _short_name(self, at: int, last: int) -> str | None:
        """قال مون إن: a word of one person's name alone, before what is said."""
        if at + 1 >= last or not ("complement" in self.doc.infos[at + 1].closed or self.doc.texts[at + 1] in ':«“"'):
            return None
        return self._short_names().get(self.doc.infos[at].word.fold)

    def _short_names(self) -> dict[str, str]:
        """First and last words of the names in the article that are one person's only."""
        if self._names is None:
            bearers: dict[str, set[str]] = {}
            for chunk in self.cast.chunks:
                if chunk.kind == "person" and chunk.actor and chunk.nlast - chunk.nfirst > 1:
                    for p in (chunk.nfirst, chunk.nlast - 1):
                        bearers.setdefault(self.doc.infos[p].word.fold, set()).add(chunk.actor)
            self._names = {word: next(iter(ids)) for word, ids in bearers.items() if len(ids) == 1 and len(word) > 2}
        return self._names

    _names: dict[str, str] | None = None

    def _one_of_two(self, word: str, i: int) -> str | None:
        """وأكد الوزيران, وشدد الجانبان على: the first of the only two of whom the article tells so."""
        if word not in BOTH:
            return None
        found: dict[str, None] = {}
        for chunk in self.cast.chunks:
            if chunk.first >= i:
                break
            alike = BOTH[word] is None or any(r.head.split(" ")[0] in (BOTH[word], "نظير") for r in chunk.roles)
            if chunk.kind == "person" and chunk.actor and alike:
                found.setdefault(chunk.actor)
        return next(iter(found)) if len(found) == 2 else None
