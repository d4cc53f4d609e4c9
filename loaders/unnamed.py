"""Who speaks when the noun behind the verb is no mention: a source in a body, a name's last word, المصدر نفسه."""

from __future__ import annotations

from loaders.attributions import AGAIN, SAME
from loaders.doc import Chunk
from loaders.interviews import Interviews
from loaders.lexicon.frames import ACTORS
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading

SOURCES = word_set("statements.sources")
"""Nouns for somebody of a body who is not named (مصدر في وزارة الدفاع, عضو في الكونغرس)."""
HEARD = frozenset(("الوزير", "الوزيره"))
"""Of the man who spoke last, where nobody is told with that office (الناطق باسم الحكومة … وأوضح الوزير أن)."""
LAWYERS = {"محاميها": "f", "محاموها": "f", "محاميه": "m", "محاموه": "m"}
"""A lawyer with the pronoun of his client, and the client's gender."""
MOUTHS = word_set("unnamed.mouths")
OFFICES_OWN = frozenset(("مكتبه", "مكتبها"))
"""The office of somebody, which speaks for him."""
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
        if form in MOUTHS and (body := self._spoken_for(at, last)) is not None:
            return body.actor or "", body.last
        if form in OFFICES_OWN:
            whose = self._main_subject(self.doc.sents[self.syntax.sent_of[i]].first, i)
            whose = whose or self.last.get("f" if form.endswith("ها") else "m")
            return (whose, at + 1) if self.cast.types.get(whose or "") == "person" and whose is not None else None
        if (client := self._client(form, at, last)) is not None:
            return client
        if form in AGAIN and (who := self._again(i, at)) is not None:
            return who, at + 1
        if at == i + 1 and (named := self._short_name(at, last)) is not None:
            return named, at + 1
        return None

    def _himself(self, chunk: Chunk, last: int) -> Chunk:
        """Who is named behind a body or an office that speaks: إيران، على لسان فلان; المتحدث باسم س في الشرق، فلان،."""
        doc, p = self.doc, chunk.last
        if p + 3 < last and doc.texts[p] in "،,":
            p += 1
        if p + 2 < last and doc.infos[p].word.fold == "علي" and doc.infos[p + 1].word.fold == "لسان":
            voice = next((c for q in range(p + 2, min(last, p + 7)) if (c := self.syntax.at[q]) is not None), None)
            if voice is not None and voice.kind == "title" and voice.last < last:
                voice = self.syntax.at[voice.last]  # على لسان أمينه العام فلان
            return voice if voice is not None and voice.kind == "person" and voice.actor and not voice.lead else chunk
        if chunk.kind != "title" or chunk.number != "s" or p >= last or doc.infos[p].prep not in ("في", "لدي"):
            return chunk
        q = self.syntax._phrase(p, min(last, p + 8))
        comma = q < last and doc.texts[q] in "،,"
        named = self.syntax.at[q + comma] if q + comma < last else None
        if q == p or named is None or named.first != q + comma or named.kind != "person" or named.lead or named.roles:
            return chunk
        closed = named.last < last and doc.texts[named.last] in "،,"
        return named if named.actor and (closed or not comma) else chunk

    def _client(self, form: str, at: int, last: int) -> tuple[str, int] | None:
        """قال محاميها, قال محامي س: a lawyer speaks as his client."""
        if form in LAWYERS:
            who = self.last.get(LAWYERS[form])
            return (who, at + 1) if who is not None and self.cast.types.get(who) == "person" else None
        chunk = self.syntax.at[at + 1] if form in ("محامي", "محاميه") and at + 1 < last else None
        mine = chunk is not None and chunk.first == at + 1 and not chunk.lead and chunk.kind in ("person", "title")
        return (chunk.actor, chunk.last) if mine and chunk is not None and chunk.actor else None

    def _accused(self, i: int, begin: int, reading: Reading) -> bool:
        """رحل إلى إسرائيل حيث اتهم بالتجسس: nobody is accused behind the verb, so it is passive."""
        info, named = self.doc.infos[begin], self.syntax.at[begin]
        if named is not None and not named.lead:
            return False  # روسيا تتهم بريطانيا
        with_what = any(lead == "ب" for lead, _ in info.word.splits) or info.prep == "ب"
        return with_what and not reading.pronoun and not reading.lead and begin <= i + 2

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
                held = held and (chunk.kind != "country" or doc.infos[at].word.fold not in ("مصدر", "مصادر"))
                return chunk if held and self.cast.types.get(chunk.actor) in ACTORS else None
            info = doc.infos[p]
            if "complement" in info.closed or doc.texts[p] in '،,:.؛«“"' or doc.dated[p]:
                return None
            if info.closed and info.word.fold not in WITHIN and not info.mods:
                return None
        return None

    def _spoken_for(self, at: int, last: int) -> Chunk | None:
        """أعلنت العلاقات العامة لحرس س, أعلن الإعلام الحربي التابع لـ ص: the body that an office speaks for."""
        infos = self.doc.infos
        for p in range(at + 1, min(last, at + 4)):
            chunk = self.syntax.at[p]
            if chunk is not None:
                mine = (
                    chunk.first == p
                    and chunk.lead[-1:] in ("ل", "ب")
                    and chunk.kind in ("militia", "organization", "country")
                )
                return chunk if mine and self.cast.types.get(chunk.actor or "") in ACTORS else None
            if not infos[p].definite and infos[p].word.fold != "في":
                return None
        return None

    def _again(self, i: int, at: int) -> str | None:
        """وأضاف المصدر, وقال المتحدث نفسه: who spoke in one of the two sentences before."""
        if not self.said or at + 1 >= self.doc.n:
            return None
        then = self.doc.infos[at + 1]
        sure: bool = (
            "complement" in then.closed
            or self.doc.texts[at + 1] in ':«“"،,'
            or then.word.fold in SAME
            or bool(then.prep)
        )
        sure = sure or then.definite  # ووصف المتحدث التقرير بأنه
        return self._lately(i) if sure else None

    def _short_name(self, at: int, last: int) -> str | None:
        """قال مون إن: a word of one person's name alone, before what is said."""
        doc, told = self.doc, False
        for p in range(at + 1, min(last, at + 7)):
            if "complement" in doc.infos[p].closed or doc.texts[p] in ':«“"':
                told = True
                break
            if doc.texts[p] in "،,." or "verb" in doc.infos[p].kinds:
                return None
        if not told:
            return None
        names, form = self._short_names(), self.doc.infos[at].word.fold
        if form in names or len(form) < 5 or form.startswith("ال") or self.doc.infos[at].definite:
            return names.get(form)
        alike = {who for word, who in names.items() if _bones(word) == _bones(form) and len(_bones(form)) > 2}
        return alike.pop() if len(alike) == 1 else None

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

    def _in_office(self, chunk: Chunk, cue: int) -> str | None:
        """ورد السفير: the one person of the article so far who is told with that office."""
        word = self.doc.infos[chunk.first].word.fold
        if chunk.kind == "title" and chunk.length == 1 and not chunk.lead and word in AGAIN and cue < chunk.first:
            return self._again(cue, chunk.first)  # وأضاف المسؤول نفسه أن
        if chunk.kind != "title" or chunk.length > 1 or not word.startswith("ال"):
            return None
        found = {
            c.actor
            for c in self.cast.chunks
            if c.last <= chunk.first
            and c.kind == "person"
            and c.actor
            and any(self.doc.infos[p].word.fold == word for p in range(c.first, c.nfirst))
        }
        if not found and word in HEARD and (who := self._lately(cue)) is not None:
            return who if self.cast.types.get(who) == "person" else None
        return found.pop() if len(found) == 1 else None

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


def _bones(word: str) -> str:
    """A foreign name without its vowels, which outlets write as they please (أوزيل, أوزال; كوبرولو, كوبرلو)."""
    return word[0] + word[1:].translate(_VOWELS)


_VOWELS = {ord(c): None for c in "اويى"}
