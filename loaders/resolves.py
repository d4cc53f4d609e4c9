"""What a body resolves, told by a noun of doing: «قرر المجلس: 1. مطالبة س بكذا 2. توجيه الشكر إلى ص»."""

from __future__ import annotations

from loaders.doc import Chunk
from loaders.lexicon.frames import Frame
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.objects import Objects
from loaders.phrases import AGENTS
from loaders.preceding import BEHIND
from loaders.text import Sentence

RESOLVING = word_set("resolves.resolving")
"""Verbs of deciding, whose subject does what the nouns listed behind a colon tell."""
HASTENING = word_set("resolves.hastening")
"""Verbs whose subject does what the noun behind إلى tells (سارع إلى رفض س)."""
ADDRESSING = word_set("resolves.addressing")
"""Nouns that carry thanks in a list (توجيه الشكر إلى س)."""
ACTS = frozenset(("URGED", "PRAISED", "CRITICIZED", "REJECTED", "THREATENED", "SANCTIONED", "ACCUSED", "SUPPORTS"))
NEAR = 14
"""Tokens between the verb of deciding and the noun that tells what."""
MARKS = frozenset(".-–•*)(،,")
"""Signs around the number of a point."""


class Resolves(Objects):
    """Adds acts that the noun of a decision tells."""

    items: dict[int, list[Chunk]]

    def _resolutions(self) -> None:
        """Finds the points of lists of decisions, with who decided."""
        self.items = {}
        deciders: list[Chunk] = []
        for sent in self.doc.sents:
            i = self._point(sent.first, sent.last)
            if i == sent.last:
                continue  # the number of a point alone
            told = self._noun_of_act(i) if deciders else None
            if told is None:
                deciders = self._deciders(sent)
                continue
            for p in (told, *self._further(told, sent.last)):
                self.items[p] = deciders

    def _point(self, p: int, last: int) -> int:
        """Behind the number and the marks that a point begins with."""
        while p < last and (self.doc.texts[p] in MARKS or self.doc.texts[p].isdigit()):
            p += 1
        return p

    def _noun_of_act(self, i: int) -> int | None:
        """The noun of doing at i, or the one that توجيه there carries."""
        doc = self.doc
        if self.syntax.at[i] is None and doc.infos[i].word.fold.lstrip("و") in ADDRESSING and i + 1 < doc.n:
            i += 1
        elif doc.infos[i].definite:
            return None
        verbs = doc.infos[i].verbs if self.syntax.at[i] is None else ()
        return i if any(r.pos == "masdar" and not r.prep for r in verbs) else None

    def _further(self, i: int, last: int) -> list[int]:
        """تحذير س من كذا ودعوتها إلى ذاك, مطالبة س بكذا وتوجيه الشكر إلى ص: nouns that go on with it."""
        found = list[int]()
        for p in range(i + 1, last - 1):
            info = self.doc.infos[p]
            if self.syntax.at[p] is not None or not info.word.fold.startswith("و"):
                continue
            if info.word.fold[1:] in ADDRESSING:
                found += [p + 1] if self._noun_of_act(p) == p + 1 else []
            elif any(r.pos == "masdar" and r.lead == "و" and r.pronoun in ("3fs", "3ms") for r in info.verbs):
                found.append(p)
        return found

    def _deciders(self, sent: Sentence) -> list[Chunk]:
        """«قرر مجلس الوزراء ما يلي:»: who has decided what follows the colon that the sentence ends with."""
        doc, p = self.doc, sent.last - 1
        while p > sent.first and (doc.texts[p] in MARKS or doc.texts[p].isdigit()):
            p -= 1
        if doc.texts[p] != ":":
            return []
        for i in range(p - 1, sent.first - 1, -1):
            r = next((r for r in doc.infos[i].verbs if r.pos == "verb" and r.lemma in RESOLVING), None)
            if r is None or self.syntax.at[i] is not None or not self._verbal(i):
                continue
            chunks = self.syntax.subject(i, r, sent.last).chunks
            carried = self._carried(i, r, sent.first) if not chunks else None
            return [c for c in ([carried] if carried is not None else chunks) if self._type(c) in AGENTS]
        return []

    def _hastening(self, i: int, first: int) -> list[Chunk]:
        """سارعت س إلى رفض ص, قررت س دعوة ص إلى كذا: who does what the noun at i tells."""
        doc = self.doc
        through = doc.infos[i - 1].prep == "الي"
        k = i - 1 if through else i
        for p in range(k - 1, max(first, k - NEAR) - 1, -1):
            info = doc.infos[p]
            r = next((r for r in info.verbs if r.pos == "verb"), None) if self.syntax.at[p] is None else None
            if r is None or info.closed or not self._verbal(p):
                continue
            if r.lemma not in (HASTENING if through else RESOLVING) or self._status(p, r, first)[1] != "asserted":
                return []
            args = self.syntax.subject(p, r, i)
            right = args.how not in BEHIND or self.syntax.over_apposition(args.end, i) == k
            who = args.chunks if right and (args.how in BEHIND or p + 1 == k) else []
            return [c for c in who if self._type(c) in AGENTS]
        return []

    def _doer_told(
        self, frame: Frame, i: int, reading: Reading, first: int, last: int
    ) -> tuple[list[Chunk], list[Chunk], str] | None:
        """Also who resolves to do what the noun tells."""
        if frame.type in ACTS and not reading.prep:
            recalled = frame.type == "SANCTIONED"  # قررت س سحب سفيرها من ص: told by where he is
            who = self.items.get(i) or ([] if i == first or recalled else self._hastening(i, first))
            whom = self._resolved_on(frame, i, reading, last, who) if who else []
            if whom:
                return who, whom, "resolved"
        return super()._doer_told(frame, i, reading, first, last)

    def _resolved_on(self, frame: Frame, i: int, reading: Reading, last: int, who: list[Chunk]) -> list[Chunk]:
        """Whom it reaches: as the object of the verb would be, or behind the noun's preposition."""
        if reading.pronoun:
            return self._same_again(frame, i, reading, who)
        verbs = [f for f in self.frames.get((reading.lemma, "verb"), ()) if f.type == frame.type]
        own = self.syntax.at[i + 1] if i + 1 < last and not reading.pronoun else None
        direct = frame.type != "SANCTIONED" and any("obj" in f.object for f in verbs)
        if own is not None and own.first == i + 1 and not own.lead and direct:
            return [c for c in self.syntax.coordinated(own, last) if self._type(c) in frame.objects and c not in who]
        for one in (*verbs, frame):
            found = self._objects(one, i, i + 1, last, reading, who)
            if found and found[0].first - i <= NEAR:
                return found
        return []

    def _same_again(self, frame: Frame, i: int, reading: Reading, who: list[Chunk]) -> list[Chunk]:
        """ودعوتها إلى كذا: she of the point before; لكن س سارع إلى رفضها: what was told last that it may mean."""
        if i not in self.items:
            one = self._antecedent(i, reading.pronoun, who)
            return [one] if one is not None and self._type(one) in frame.objects else []
        before = [x.object for x in self.out if x.type in ACTS and x.trigger < i and x.trigger in self.items]
        same = [c for c in self.cast.chunks if c.first < i and c.actor in before[-1:]]
        return [c for c in same[-1:] if self._type(c) in frame.objects]

    def _resolve(self) -> None:
        """Points whose noun has no frame of its own but its verb has (استدعاء السفير, حث س على كذا)."""
        done = {x.trigger for x in self.out}
        for i, who in self.items.items():
            last = self.doc.sents[self.syntax.sent_of[i]].last
            for reading in self.doc.infos[i].verbs if i not in done else ():
                if reading.pos != "masdar":
                    continue
                for frame in self.frames.get((reading.lemma, "verb"), ()):
                    whom = self._resolved_on(frame, i, reading, last, who) if frame.type in ACTS else []
                    for a in who:
                        for b in whom:
                            by = frame.by + "+resolved"
                            self._emit(a, frame.type, b, "asserted", i, by, frame.score * 0.95, frame.objects)
