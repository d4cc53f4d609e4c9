"""Whose a noun is that tells of doing, by its pronoun or by what stands before: أشاد بجهوده, جهود س في دعم."""

from __future__ import annotations

from loaders.avowals import Avowals
from loaders.delegations import THEIR_OWN
from loaders.doc import Chunk
from loaders.lexicon.frames import Frame
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.phrases import AGENTS, GENDERS

STILL = frozenset(("لا", "ما", "تزال", "يزال", "زالت", "زال", "باتت", "اصبحت"))
EFFORTS = word_set("recipients.efforts")
CAUSES = word_set("possessors.causes")
"""What stands before the deed that somebody is thanked or punished for."""


class Possessors(Avowals):
    """Adds whose a noun of doing is, when no name stands behind it."""

    def whose(self, frame: Frame, start: int, last: int, subjects: list[Chunk]) -> Chunk | None:
        """أشاد بجهوده, أثنت على دورها, انتقد سياسته: whose that is, when it is somebody named before."""
        p = start + 1 if start < last and self.doc.infos[start].prep in frame.preps else start
        if p >= last or self.syntax.at[p] is not None:
            return None
        for lead, rest in self.doc.infos[p].word.splits:
            if lead and lead not in frame.preps and p == start:
                continue
            for end, person in (("ها", "3fs"), ("ه", "3ms")):
                if rest.endswith(end) and rest[: -len(end)] in THEIR_OWN:
                    return self._antecedent(start, person, subjects)
        return None

    def _of_pronoun(self, i: int, reading: Reading | None, first: int) -> Chunk | None:
        """قال فلان إنه مستعد ل: whose pronoun stands before the participle."""
        prev = self.doc.infos[i - 1] if i > first else None
        if prev is None or "complement" not in prev.closed or not prev.word.fold.endswith(("نه", "نها", "نهم")):
            return None
        around = self.inside[i]
        if (
            around is not None
            and around.chunk is not None
            and (reading is None or self.syntax.agrees(reading, around.chunk))
        ):
            return around.chunk
        return self._carried(i, reading, first) if reading is not None else None

    def _ready(self, i: int, first: int) -> list[Chunk]:
        """س على استعداد ل, إنها لا تزال على استعداد: whose readiness it is; i is the preposition."""
        k = i - 1
        while k > first and self.doc.infos[k].word.fold in STILL:
            k -= 1
        chunk = self.syntax.at[k] if k >= first else None
        if chunk is not None and chunk.last == k + 1:
            return [] if self.syntax.governed(chunk) else [chunk]
        around = self._of_pronoun(k + 1, None, first)
        return [around] if around is not None else []

    def _told_owner(self, i: int, reading: Reading, first: int) -> Chunk | None:
        """Whose the noun with a pronoun at i is, where the words right before leave no doubt of it."""
        want = GENDERS.get(reading.pronoun)
        return (self._thanked(i, reading, want, first) if want else None) or self._shared_owner(i, reading, first)

    def _thanked(self, i: int, reading: Reading, want: str | None, first: int) -> Chunk | None:
        """شكر س لص على دعمها لع, عقوبات على ص بسبب دعمها ع: who is thanked or punished did what it is for."""
        why = reading.prep == "ل" or (i > first and self.doc.infos[i - 1].word.fold in CAUSES)
        if not (why or self._prep_before(i) == "علي"):
            return None
        told = ("PRAISED", "SANCTIONED", "CRITICIZED", "THREATENED") if why else ("PRAISED",)
        thanks = [x for x in self.out if x.type in told and first <= x.trigger < i]
        for p in range(i - 1, max(first, i - 6) - 1, -1) if thanks else ():
            chunk = self.syntax.at[p]
            if chunk is not None:
                whom = chunk.actor == thanks[-1].object and (want is None or chunk.gender in (want, None))
                return chunk if whom and chunk.first > thanks[-1].trigger else None
            if self.doc.texts[p] in "،,:؛" or (self._verbal(p) and self.doc.infos[p].verbs):
                return None
        return None

    def _prep_before(self, i: int) -> str:
        return self.doc.infos[i - 1].prep or "" if i else ""

    def _shared_owner(self, i: int, reading: Reading, first: int) -> Chunk | None:
        """نهج إيران ودعمها للمقاومة: the pronoun of a noun led by و is the possessor of the one before."""
        want = GENDERS.get(reading.pronoun)
        if want is None or reading.lead != "و":
            return None
        for p in range(i, first, -1):
            form, before = self.doc.infos[p].word.fold, self.syntax.at[p - 1]
            if p < i and not (form.startswith("و") and form.endswith("ها" if want == "f" else "ه")):
                if p < i - 4:
                    continue
                chunk = self.syntax.at[p]
                before = chunk if chunk is not None and chunk.last == p + 1 else None
            if before is not None and not before.lead and before.actor and before.gender == want:
                agent = before.kind != "nisba" and self._type(before) in AGENTS
                return before if agent and before.last <= i else None
        return None

    def _owners(self, i: int, first: int) -> list[Chunk]:
        """شكر س وص على دعمهما: the latest that are joined, before the noun."""
        for p in range(i - 1, max(first, i - 12) - 1, -1):
            chunk = self.syntax.at[p]
            if chunk is not None and chunk.first == p and chunk.lead != "و" and self._type(chunk) in AGENTS:
                group = self.syntax.coordinated(chunk, i)
                if len(group) > 1:
                    return group
        return []

    def _these_two(self, i: int, first: int) -> list[Chunk]:
        """طلب س من ص أثناء اجتماعهما, قال س لص خلال لقائهما: who spoke, and to whom."""
        found: list[Chunk] = []
        for p in range(i - 1, max(first, i - 14) - 1, -1):
            chunk, info = self.syntax.at[p], self.doc.infos[p]
            if chunk is None:
                if "complement" in info.closed or "relative" in info.closed or self.doc.texts[p] in ".:؛":
                    break
                continue
            if chunk.first != p or chunk.kind not in ("person", "title") or not chunk.actor:
                continue
            if not found:
                to = chunk.lead in ("", "ل") or self.doc.infos[p - 1].prep in ("من", "الي")
                if not to or chunk.lead == "و":
                    return []
                found = [chunk]
            elif not chunk.lead and chunk.actor != found[0].actor and p > first:
                spoke = any(r.pos == "verb" for r in self.doc.infos[p - 1].verbs)
                return [chunk, found[0]] if spoke else []
            else:
                return []
        return []

    def _each(self, who: Chunk, i: int) -> list[Chunk]:
        """أعربت كل من س وص عن دعمها: the pronoun of one means each of those whom كل من joins."""
        forms = [info.word.fold for info in self.doc.infos[max(0, who.first - 2) : who.first]]
        each = len(forms) == 2 and forms[0].removeprefix("و") in ("كل", "كلا") and forms[1] == "من"
        return self.syntax.coordinated(who, i) if each else [who]

    def _efforts_of(self, i: int, first: int) -> list[Chunk]:
        """تقدير لجهود مصر في دعم السودان: whose efforts they are, who supports."""
        for p in range(i - 2, max(first, i - 8) - 1, -1):
            chunk = self.syntax.at[p]
            if chunk is not None and chunk.first == p and (not chunk.lead or chunk.kind == "nisba"):
                k = p - 1
                while k > first and self.syntax.at[k] is None and self.doc.infos[k].definite:
                    k -= 1
                form = self.doc.infos[k].word.fold
                mine = form in EFFORTS or form[1:] in EFFORTS
                return [chunk] if mine and self._type(chunk) in AGENTS else []
            if chunk is None and (self.doc.infos[p].verbs or self.doc.infos[p].closed):
                return []
        return []
