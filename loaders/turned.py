"""Nouns of doing whose possessor is done to, and who does it then: لدعم س, كرر اتهامه ص, صوت لصالح إرسال قوات."""

from __future__ import annotations

from loaders.doc import Chunk
from loaders.doing import CARRYING, DEEDS, REPEATING, WILLING
from loaders.governed import IN_FAVOUR
from loaders.lexicon.frames import Frame
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.wishes import INTENTS, Wishes

PURPOSE = WILLING | word_set("relations.purpose")
"""Verbs of what is done in order to support (أنفقت س مليارا لدعم ص)."""
APPROVING = word_set("relations.approving")
NOBODY: frozenset[str] = frozenset()
SAID_OF = frozenset(("CRITICIZED", "ACCUSED"))
GOING_ON = word_set("nominal.going_on")
"""Verbs of going on, behind which the possessor of a criticism is whom it is aimed at (واصل س انتقاد ص)."""
STRIKING_ON = word_set("turned.striking_on")
"""Verbs of beginning and going on, behind which the possessor of a strike is whom it hits (واصلت س قصف القوات ص)."""
CHARGED = frozenset(("اتهم", "حمل"))


class Turned(Wishes):
    """Adds who does to the possessor of a noun what it tells."""

    def _approved(self, i: int, first: int) -> list[Chunk]:
        """وافقت س على فرض عقوبات, صوت البرلمان لصالح إرسال قوات: who votes for what the noun at i tells."""
        doc = self.doc
        for p in range(i - 1, max(first, i - 12) - 1, -1):
            info = doc.infos[p]
            if doc.texts[p] in "،,:؛" or "complement" in info.closed or "relative" in info.closed:
                return []
            if self.syntax.at[p] is not None or info.closed or not self._verbal(p):
                continue
            r = next((r for r in info.verbs if r.pos == "verb"), None)
            if r is None:
                continue
            args = self.syntax.subject(p, r, i) if r.lemma in APPROVING else None
            if args is None or any(c.last > i for c in args.chunks) or self._ended(i, p):
                return []  # وافق على رفع العقوبات
            k = max([p + 1, *(c.last for c in args.chunks)])
            on = any(doc.infos[q].prep == "علي" or doc.infos[q].word.fold in IN_FAVOUR for q in range(k, min(i, k + 4)))
            return args.chunks if on else []
        return []

    def _accused_again(
        self, frame: Frame, i: int, reading: Reading, first: int, last: int
    ) -> tuple[list[Chunk], list[Chunk], str]:
        """كرر س اتهامه ص: his who repeats it; elsewhere the possessor of an accusation may be either side."""
        carried = self._light(i, first, last, REPEATING) if not reading.prep and not self.doc.infos[i - 1].prep else []
        whom = [c for c in self.syntax.objects(i + 1, min(last, i + 5)) if self._type(c) in frame.objects]
        if not carried and whom and whom[0].first == i + 1 and reading.person == "s":  # لاتهامها ص ب: hers
            end = whom[-1].last
            of_what = end < last and self.doc.infos[end].word.fold[:1] == "ب" and self.doc.texts[end][0].isalpha()
            who = self._owner(i, reading.pronoun, first, last) if of_what else None
            return ([who], whom, "gen") if who is not None and who.actor != whom[0].actor else ([], [], "")
        return (carried, whom, "light") if carried and whom else ([], [], "")

    def _disowned(self, frame: Frame, i: int, objects: list[Chunk]) -> list[Chunk]:
        """نفت س قصف ص, نفى س اعتقال فلان: who denies a deed told with its victim alone is said to have done it."""
        teller = self.inside[i]
        if frame.type not in DEEDS | {"SUPPORTS"} or teller is None or teller.act != "deny" or teller.chunk is None:
            return []
        near = i - teller.first <= 1 and not self.doc.infos[i].definite
        near = near and not any(self._own(teller.speaker, c.actor or "") for c in objects)
        return [teller.chunk] if near and all(self._type(c) in frame.objects for c in objects) else []

    def _strike_on(self, i: int, first: int, last: int) -> list[Chunk]:
        """استأنفت س قصف القوات ص: who begins or goes on, behind whom the noun of striking at i stands at once."""
        strikers = self._light(i, first, last, STRIKING_ON)
        if not strikers:
            return []
        end = self.syntax.modified(strikers[-1].last, i + 1)
        texts, dated = self.doc.texts, self.doc.dated
        free = all(dated[q] or texts[q] in "،," or self.syntax.is_adverb(q) for q in range(end, i))
        aside = end < i - 1 and texts[end] in "،," and texts[i - 1] in "،,"  # واصلت س، لليوم الثالث، قصف ص
        return strikers if free or aside else []

    def _turned(
        self,
        frame: Frame,
        i: int,
        reading: Reading,
        first: int,
        last: int,
        subjects: list[Chunk],
        objects: list[Chunk],
        genitive: list[Chunk],
        how: str,
        at_end: int,
    ) -> tuple[list[Chunk], list[Chunk], str]:
        """As found, or done to the possessor by who leads the clause (لدعم س, للقاء س), or by two to each other."""
        if how == "gen" and not objects and (denier := self._disowned(frame, i, genitive)):
            return denier, genitive, "denier"
        if (
            how == "gen"
            and not objects
            and frame.type == "SUPPORTS"
            and reading.person == "s"
            and not (reading.pronoun or reading.prep == "ب" or self._to_whom(at_end, last))
        ):
            if self._prep_before(i) == "في" and (whose := self._efforts_of(i, first)):
                return whose, [c for c in genitive if self._type(c) in frame.objects], "gen"
            verbs = PURPOSE if reading.prep == "ل" else WILLING | CARRYING.get(frame.lemma, NOBODY)
            carried = self._light(i, first, last, verbs)
            if carried and not (carried[0].actor and self._own(carried[0].actor, genitive[0].actor or "")):
                return carried, [c for c in genitive if self._type(c) in frame.objects], "light"
        if (
            how == "gen"
            and not objects
            and not self._on_his_way(i)
            and "complement" not in self.doc.infos[i - 1].closed  # قال المتحدث إن لقاء س: not the teller's
            and (frame.lemma != "استقبل" or self._received_by(i, reading, genitive))
            and "main" in frame.subject
            and all(self._type(c) in frame.objects for c in genitive)
            and (len(genitive) == 1 or frame.type == "VISITED")
            and not (at_end < last and self.doc.infos[at_end].word.fold in frame.needs)  # نشر س قوات: she sends them
        ):
            meant = self.doc.infos[i - 1].word.fold in INTENTS  # بعد إعلان فلان استعداده للقاء س
            carried = (self._light(i, first, last) if meant else []) or self._main(i, first, last)
            if carried and carried[0].actor != genitive[0].actor:
                return carried, genitive, "main"  # يعتزم زيارة قطر والكويت
        bare = reading.person == "s" and not (reading.prep or reading.pronoun or reading.definite)
        said_of = bare and frame.type in SAID_OF and how == "gen" and not objects
        if said_of and (goes_on := self._light(i, first, last, GOING_ON)):
            whom = [c for c in genitive if self._type(c) in frame.objects]
            return (goes_on, whom, "light") if goes_on[0].actor != genitive[0].actor else ([], [], "")
        if bare and frame.type == "ATTACKED" and how == "gen" and (strikers := self._strike_on(i, first, last)):
            whom = [c for c in genitive if self._type(c) in frame.objects]
            return (strikers, whom, "light") if strikers[0].actor != genitive[0].actor else ([], [], "")
        if frame.lemma in CHARGED and how == "gen" and not objects and len(genitive) == 1 and self._aimed(i, at_end):
            carried = self._main(i, first, last)
            if carried and carried[0].actor != genitive[0].actor:
                return carried, [c for c in genitive if self._type(c) in frame.objects], "main"
        if not objects and frame.lemma in ("اتهم", "مزاعم") and how in ("gen", "nisba"):
            objects = [c for c in self._blamed(at_end, last) if self._type(c) in frame.objects and c not in subjects]
        pair = len(subjects) > 1 and not objects and "pair" in frame.subject
        if how == "pair" or (pair and how in ("gen", "nisba")):
            return subjects, [], "pair"
        return subjects, objects, how
