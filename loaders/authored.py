"""Whose text or journey a clause tells of: تغريدة هاجم فيها, جولة زار خلالها, الكلمة التي انتقد فيها: he who wrote it,
spoke it or went on it does what the verb tells."""

from __future__ import annotations

from loaders.doc import Chunk
from loaders.inserts import Inserts
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.phrases import AGENTS, STOPPERS, WITH_PRONOUN
from loaders.preceding import Args

WORKS = word_set("authored.works")
"""Texts, talks and journeys in which their author does something."""
LETTERS = word_set("authored.letters")
"""Those of them behind which ل tells who gets them (رسالة للرئيس)."""
VOICES = word_set("authored.voices")
"""Texts that themselves demand, accuse or praise (قرارا يطالب)."""
ISSUING = word_set("authored.issuing")
"""Verbs by which a text becomes its author's."""
RECEIVING = word_set("authored.receiving")
"""Verbs whose subject is no author of the text that is their object."""
RELATIVE = frozenset(("الذي", "التي"))
EVENTS = word_set("itineraries.events")
BACK = 16
"""tokens between a text and the verb of its clause"""
NEAR = 6
"""tokens between a text and its owner"""


class Authored(Inserts):
    """Subjects that a text or journey has."""

    def subject(self, i: int, reading: Reading, stop: int) -> Args:
        own = self._author_of(i, reading, stop) if reading.pos == "verb" and i + 2 < self.doc.n else None
        own = own or (self._speaks_for(i, reading) if reading.pos == "verb" and i else None)
        return own if own is not None else super().subject(i, reading, stop)

    def leads_up_to(self, i: int, reading: Reading) -> bool:
        """Whether somebody stands before, at the head of the clause, who has no verb yet if the form at i is none."""
        first = self.doc.sents[self.sent_of[i]].first
        if reading.lead or reading.tense != "past":
            return False
        if self._in_front(i, reading, first) is not None:
            return True
        before = self._before(i, reading)
        return before.how == "head" and self._opens_all(before.chunks[0], i)

    def _author_of(self, i: int, reading: Reading, stop: int) -> Args | None:
        """The author, for a verb with فيه or خلالها behind it; none when its subject stands behind that."""
        if self.doc.infos[i + 1].word.fold not in WITH_PRONOUN or reading.pronoun or reading.person not in THIRD:
            return None
        first = self.doc.sents[self.sent_of[i]].first
        work = self._work(i, first, self.doc.infos[i + 1].word.fold.endswith("ها"))
        author = self._owner_of(work, i) or self._giver(work, first) if work >= first else None
        if author is None or not self.agrees(reading, author) or any(e.outlet for e in author.entities):
            return None
        after = self._after(i, reading, stop)
        others = after.other and self.doc.infos[after.end].word.fold.endswith("ون")  # مؤتمر دعا فيه المشاركون س
        if others or (after.chunks and not self._is_object(after, author, stop)):
            return None
        return Args([author], i + 2, how="author")

    def _speaks_for(self, i: int, reading: Reading) -> Args | None:
        """أصدر المجلس قرارا يطالب س ب, نشرت ص تقريرا [جديدا ]يتهم س: what a text says its author says."""
        doc, first = self.doc, self.doc.sents[self.sent_of[i]].first
        if reading.lead or reading.pronoun or reading.person not in THIRD:
            return None
        for p in range(i - 1, max(first, i - 4), -1):
            form = doc.infos[p].word.fold
            if not VOICES.isdisjoint((form, form.rstrip("ا"))):
                if doc.infos[p - 1].prep or reading.person != ("3fs" if form.endswith(("ه", "ات")) else "3ms"):
                    return None  # وفي تغريدة منفصلة قالت س
                author = self._giver(p, first, ISSUING)
                own = author is not None and not any(e.outlet for e in author.entities)
                if author is None or not own:
                    return Args([], p, other=True)  # رفض المجلس قرارا يدين س: the text speaks for others
                return Args([author], i + 1, how="author")
            if self.at[p] is not None or doc.infos[p].definite or doc.infos[p].closed or doc.infos[p].prep:
                return None
            if not form.endswith(("ا", "ه")) or "verb" in doc.infos[p].kinds:
                return None
        return None

    def _is_object(self, after: Args, author: Chunk, stop: int) -> bool:
        """هاجم فيها المستشار فلانا: whether the noun phrase where a subject would stand is the one done to."""
        chunk, end = after.chunks[0], after.end
        if chunk.kind in ("person", "title") and author.kind not in ("person", "title"):
            return False
        if end < stop and ("complement" in self.doc.infos[end].closed or self.doc.texts[end] in ':«“"'):
            return False
        for p in range(end, min(stop, end + 4)):
            other = self.at[p]
            if other is not None:
                return bool(other.lead)
            if self.doc.infos[p].prep or not self.doc.texts[p][0].isalpha():
                return True
        return True

    def _work(self, i: int, first: int, feminine: bool) -> int:
        """The token of the text or journey that the pronoun behind the verb at i means, or -1."""
        doc, p = self.doc, i - 1
        while p >= max(first, i - BACK):
            info = doc.infos[p]
            form = info.word.fold
            rests = {form, *(rest for _, rest in info.word.splits)}
            if not WORKS.isdisjoint(rests | {form.removeprefix("ال"), form.rstrip("ا")}):
                woman = form.endswith(("ه", "ات"))
                return p if woman == feminine else -1
            if form in EVENTS:
                return -1  # جولة س بعد قمة التقى خلالها ص ع
            if doc.texts[p] in ":؛." or (info.closed & STOPPERS and form not in RELATIVE):
                return -1
            p -= 1
        return -1

    def _owner_of(self, work: int, i: int) -> Chunk | None:
        """مقطع للرئيس فلان ينتقد فيه, كلمة الوزير التي, رسالة من س: whose it is said to be."""
        for p in range(work + 1, min(i, work + NEAR)):
            chunk = self.at[p]
            if self.doc.infos[p].prep and self.doc.infos[p].word.fold != "من":
                return None
            if chunk is None or chunk.first != p or chunk.kind not in AGENTS or chunk.kind == "nisba":
                continue
            form = self.doc.infos[work].word.fold
            his = chunk.lead == "ل" and not any(rest in LETTERS for rest in (form, form.rstrip("ا")))
            genitive = not chunk.lead and (p == work + 1 or self.doc.infos[p - 1].word.fold == "من")
            return chunk if his or genitive else None
        return None

    def _giver(self, work: int, first: int, verbs: frozenset[str] | None = None) -> Chunk | None:
        """نشر فلان تغريدة, عاد فلان من جولة: the subject of the verb before, if that is one of these."""
        for p in range(work - 1, first - 1, -1):
            info = self.doc.infos[p]
            if "complement" in info.closed or self.doc.texts[p] in ":؛":
                return None
            if self.at[p] is not None or info.closed or not info.verbs:
                continue
            verb = next((r for r in info.verbs if r.pos == "verb"), None)
            if verb is None or verb.pronoun or "relative" in self.doc.infos[p - 1].closed:
                continue
            if verb.lemma in RECEIVING or verb.person not in THIRD or (verbs is not None and verb.lemma not in verbs):
                return None
            args = self.subject(p, verb, work)
            one = args.chunks[0] if len(args.chunks) == 1 and not args.other else None
            return one if one is not None and one.actor and one.last <= work else None
        return None


THIRD = frozenset(("3ms", "3fs"))
