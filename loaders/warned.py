"""Who is warned: «أي هجوم س سيقابل برد», في تهديد جديد لس قال ص, تهديدات س بضرب ص, لن نتردد في ضرب ص."""

from __future__ import annotations

from loaders.departures import Departures
from loaders.doc import Chunk
from loaders.lexicon.frames import Frame
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.rebuttals import BY
from loaders.speakers import Said
from loaders.threats import ANSWERED, HARM, HOSTILE, TARGETS

DARED = word_set("warned.dared")
"""Nouns of what somebody may dare to do, and be paid back for (أي هجوم إسرائيلي)."""
PAID_BACK = word_set("warned.paid_back")
"""Words by which that will be paid back (سيقابل برد حازم)."""
UNHESITATING = word_set("warned.unhesitating")
"""Forms of hesitating, which one says that one will not do (لن نتردد في ضرب س)."""
ON = frozenset(("علي", "ضد"))
ITSELF = frozenset(("انه", "انها", "انهم", "اننا", "انني", "بانه", "بانها", "باننا"))
ANY = frozenset(("اي", "ايه", "كل"))
REACH = 20
"""Tokens between what is dared and how it will be paid back."""


class Warned(Departures):
    """Adds who is warned by what he may dare to do."""

    def _warned_off(self) -> None:
        told = {(str(x.subject), x.object) for x in self.out if x.type == "THREATENED"}
        for i in self.doc.spots(ANY):
            s = self.inside[i]
            if s is None or s.chunk is None or s.act not in ("threaten", "say", "announce"):
                continue
            who = self._daring(i, s)
            if who is not None and (s.speaker, who.actor) not in told:
                self._threat(s, who, i, "warned:threaten", 0.65)
        for i in self.doc.spots(UNHESITATING):
            around = self.inside[i]
            if around is not None and around.act in ("say", "announce", "threaten"):
                self._never_hesitates(i, around)

    def _never_hesitates(self, i: int, s: Said) -> None:
        """قال إن بلاده لن تتردد في ضرب س: what the speaker or his own will not hesitate to do."""
        doc = self.doc
        if i < 1 or i + 2 >= s.last or doc.infos[i - 1].word.fold.removeprefix("و") != "لن":
            return
        own = {s.speaker, self._acts_for(s.speaker)}
        before, behind = self.syntax.at[i - 2] if i > 1 else None, self.syntax.at[i + 1]
        p = i + 1
        if behind is not None and behind.first == i + 1 and not behind.lead:
            who, p = behind.actor, behind.last  # لن تتردد إسرائيل في
        elif doc.infos[i].word.fold[0] in "نا" or i - 1 == s.first or doc.infos[i - 2].word.fold in ITSELF:
            who = s.speaker
        else:
            who = before.actor if before is not None and before.last == i - 1 else None
        if who not in own or p + 1 >= s.last or doc.infos[p].word.fold != "في":
            return
        for c in self._by_doing(p + 1, s.last):
            self._threat(s, c, i, "vow:threaten:تردد", 0.65)

    def _noun(
        self, frame: Frame, i: int, reading: Reading, first: int, last: int
    ) -> tuple[list[Chunk], list[Chunk], str]:
        """Also whom a threat reaches by what it is of: تهديدات س بضرب ص, تهديده بفرض رسوم على ص."""
        subjects, objects, how = super()._noun(frame, i, reading, first, last)
        if frame.type == "THREATENED" and objects and not self._against_near(i, subjects, objects[0]):
            objects = []
        his = how == "light" or not reading.pronoun  # not حثت س ص على التفكير في عواقب تهديداتها بضرب ع
        if frame.type == "THREATENED" and frame.lemma == "هدد" and subjects and not objects and his:
            ends = [c.last for c in subjects if i < c.first < i + 8]
            p = max([i + 1, *ends])
            while p < min(last, i + 10) and self.syntax.at[p] is None and not self._behind_ba(p):
                info = self.doc.infos[p]
                if info.prep or info.closed - {"modifier"} or self.doc.texts[p] in "،,.:؛" or info.kinds == {"verb"}:
                    break  # التهديد الذي نفذه فعلا وأعاد العمل بالعقوبات: another clause
                p += 1
            objects = self._by_doing(p, last) if p < last and self._behind_ba(p) else []
            objects = [c for c in objects if self._type(c) in frame.objects and c not in subjects]
        return subjects, objects, how

    def _against_near(self, i: int, subjects: list[Chunk], whom: Chunk) -> bool:
        """تهديدات س ضد ص, not تهديد س أو التخطيط لهجمات ضد ص: whether ضد, if it leads to him, belongs to the threat."""
        infos = self.doc.infos
        if whom.first < 1 or infos[whom.first - 1].word.fold != "ضد":
            return True
        start = max([i + 1, *(c.last for c in subjects if i < c.first < whom.first)])
        between = infos[start : whom.first - 1]
        return not any(w.prep or w.word.fold.startswith("و") or w.closed or w.kinds & {"verb"} for w in between)

    def _behind_ba(self, p: int) -> bool:
        """بضرب, بفرض, بشن: a noun of doing behind ب."""
        return any(r.pos == "masdar" and r.prep == "ب" for r in self.doc.infos[p].verbs)

    def _by_doing(self, p: int, last: int) -> list[Chunk]:
        """ضرب س, الرد على س, فرض عقوبات على س, شن هجوم على س: whom the noun of doing at p is to reach."""
        doc, syntax = self.doc, self.syntax
        lemmas = {r.lemma for r in doc.infos[p].verbs if r.pos == "masdar"}
        if lemmas & {"فرض", "شن", "نفذ"}:
            harm = next((q for q in range(p + 1, min(last, p + 4)) if doc.infos[q].word.fold in HARM), None)
            return syntax.with_prep(harm + 1, last, ON, 8) if harm is not None else []
        if not lemmas & HOSTILE:
            return []
        if "رد" in lemmas:
            right = syntax.at[p + 2] if p + 2 < last and doc.infos[p + 1].prep == "علي" else None
            if right is not None and right.first == p + 2 and not right.lead:
                return syntax.coordinated(right, last)
            return syntax.with_prep(p + 1, last, ON, 6) or syntax.through(p + 1, last, frozenset(("علي",)), 4, ANSWERED)
        whom = syntax.at[p + 1] if p + 1 < last else None
        if whom is not None and whom.first == p + 1 and not whom.lead:
            return syntax.coordinated(whom, last)
        return syntax.objects(p + 1, last, 1)

    def _daring(self, i: int, s: Said) -> Chunk | None:
        """أي تدخل ياباني سيواجه برد, أي هجوم من جانب واشنطن سيقابل: who is told that it will be paid back."""
        doc, p = self.doc, i + 1
        if self.syntax.at[i] is not None or p >= s.last or doc.infos[p].word.fold not in DARED:
            return None
        who: Chunk | None = None
        for q in range(p + 1, min(s.last, p + 4)):
            chunk = self.syntax.at[q]
            if chunk is not None:
                by = [info.word.fold for info in doc.infos[p + 1 : q]]
                his = chunk.kind == "nisba" and not chunk.definite
                his = his or (by[:1] == ["من"] and (q == p + 2 or by[1] in BY) and not chunk.lead)
                who = chunk if his and chunk.first == q else None
                break
            if not doc.texts[q][0].isalpha():
                return None
        if who is None or self._type(who) not in TARGETS:
            return None
        answer = {info.word.fold for info in doc.infos[who.last : min(s.last, who.last + REACH)]}
        return who if answer & PAID_BACK else None

    def _doer_told(
        self, frame: Frame, i: int, reading: Reading, first: int, last: int
    ) -> tuple[list[Chunk], list[Chunk], str] | None:
        """Also who threatens with what he says: في تهديد جديد لس، قال ص."""
        opens = frame.type == "THREATENED" and i <= first + 2 and self.doc.infos[i - 1].word.fold in ("في", "وفي")
        if opens and not reading.pronoun and not reading.definite:
            whom = self.syntax.with_prep(i + 1, min(last, i + 6), frozenset(("ل", "الي", "ضد")), 5)
            comma = whom and whom[-1].last < last and self.doc.texts[whom[-1].last] in "،,"
            who = [c for c in self._main(i, first, last) if c.first > whom[-1].last] if comma else []
            if who:
                return who, [c for c in whom if self._type(c) in frame.objects], "main"
        return super()._doer_told(frame, i, reading, first, last)
