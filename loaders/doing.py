"""Whose doing a noun tells: the possessor, the nation, two with each other, whoever the carrying verb's subject is."""

from __future__ import annotations

from loaders.doc import Chunk
from loaders.kinds import FORCES
from loaders.lexicon.frames import Frame
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.phrases import AGENTS
from loaders.readings import LIGHT
from loaders.rebuttals import Rebuttals

WILLING = LIGHT | word_set("relations.willing")
"""Verbs that carry a support: what one does, says or means to do."""
CARRYING = {
    "طلب": word_set("relations.repeating"),
    "رفض": LIGHT | {"أبلغ"},
    "دعا": LIGHT - word_set("relations.receiving"),
    "أقنع": word_set("relations.trying"),
    "استعد": word_set("relations.declaring"),
    "عاقب": LIGHT | word_set("nominal.threatening"),
    "أرسل": LIGHT | {"استعد", "عرض", "خطط"},
    "نشر": LIGHT | {"استعد", "عرض", "خطط"},
    "انسحب": LIGHT | word_set("nominal.threatening"),
    "خيبة": LIGHT | {"شعر"},
    "اتفق": word_set("doing.hoping"),
}
"""Verbs that carry these nouns; the others are carried by LIGHT."""
GIVING = frozenset(("قدم", "منح", "خصص", "وفر"))
"""Nouns of giving, which is not done yet when pledged."""
CARRYING.update(dict.fromkeys(("زود", "سلح", "مول"), WILLING | {"استبعد"}))  # استبعدت س تزويد ص بصواريخ
CARRYING.update(dict.fromkeys(GIVING, LIGHT - {"تعهد", "تلقى"}))
REPEATING = word_set("relations.repeating")
"""Verbs that take a call as their object: whose the call is stands before it (جدد فلان دعوة س إلى)."""
POSTING = frozenset(("أرسل", "نشر"))
"""Nouns of what one does oneself who announces it (أعلن الحلف نشر قوات في س)."""
DEEDS = frozenset(("ATTACKED", "DETAINED", "DISPLACED", "DEPLOYED_IN"))
KILLING = frozenset(("اغتال", "قتل"))
"""Nouns whose possessor is the victim when he is a person."""
LISTING = frozenset(("أدرج", "أضاف"))
"""Nouns whose possessor is put on a list when he has none of his own (إدراج فلان على قائمة العقوبات)."""
FIGHTS = frozenset(("اشتبك", "معركة", "واجه"))
KILLED = frozenset(("قتل", "أصيب", "استشهد"))
"""Verbs of those who fell, behind whom the fight was others' too (قتل عشرات في اشتباكات مع س)."""
TIES = word_set("doing.ties")
"""What is between two states, and talked of (العلاقات بين س وص)."""
OWNED = frozenset(("VISITED", "MET"))
"""Acts whose doer may stand behind ل (زيارة للرئيس فلان, لقاء للرئيس فلان مع)."""


class Doing(Rebuttals):
    """Adds the doers of a noun of doing."""

    def _of_ties(self, p: int, q: int) -> bool:
        """Whether a noun of ties stands between p and q: whose these are is told behind it."""
        return any(not TIES.isdisjoint(info.word.rests) for info in self.doc.infos[p:q])

    def _fought(self, i: int, reading: Reading) -> bool:
        """بعد معارك مع س, اشتباكات مع ص: fights that were, not a stand against somebody (في مواجهة س)."""
        form = self.doc.infos[i].word.fold
        return not reading.definite and (form == "معارك" or form.endswith("ات"))

    def _doers(
        self,
        frame: Frame,
        i: int,
        reading: Reading,
        first: int,
        last: int,
        genitive: list[Chunk],
        nisbas: list[Chunk],
        at_end: int,
        q: int,
    ) -> tuple[list[Chunk], list[Chunk], int, str]:
        """Who does it, by the first of the frame's roles that finds somebody.

        Also the possessors and the end of the noun phrase as this leaves them, and how the doers were found.
        """
        doc, syntax = self.doc, self.syntax
        subjects: list[Chunk] = []
        how = ""
        behind = at_end if not genitive else i + 1
        talk = frame.type == "MET" and self._something_between(behind, last)
        between = self._between(behind, last) if not talk else []
        if frame.type == "MET" and between and self._of_ties(i + 1, between[0].first):
            between = []  # لبحث العلاقات بين س وص: what they talk of
        # وصول الوفد: somebody who is no actor did it
        others = (
            q < last
            and syntax.at[q] is None
            and doc.infos[q].definite
            and bool(doc.infos[q].titles or doc.infos[q].heads)
        )
        for role in frame.subject:
            if role == "light" and genitive and frame.type == "URGED" and genitive[0].head != "*country":
                verbs = CARRYING["أقنع"] if frame.lemma == "أقنع" else REPEATING
                apart = not doc.texts[i - 1][0].isalpha() and syntax.over_apposition(i - 1, last) == i - 1
                own = reading.pronoun and (reading.prep or apart or doc.infos[i - 1].prep)
                carried = [] if own else self._light(i, first, last, REPEATING if reading.pronoun else verbs)
                if carried:
                    subjects, how = carried, "light"
            elif (
                role == "gen"
                and genitive
                and (doer := self._light(i, first, last) if self._own_state(frame, genitive) else [])
                and (genitive[0].head == "*country" or self._heads(doer, genitive[0]))
            ):
                subjects, genitive, how = doer, doer, "gen"  # أعلن الرئيس انسحاب بلاده: it is his act
            elif (
                role == "gen"
                and genitive
                and self._type(genitive[0]) in AGENTS
                and not (frame.lemma in KILLING and genitive[0].kind in ("person", "title"))
                and not (frame.lemma in LISTING and self._type(genitive[0]) in ("person", "militia"))
                and not (frame.type == "MET" and genitive[0].metonym)
            ):
                subjects, how = genitive, "gen"
            elif role == "nisba" and nisbas:
                subjects, how = nisbas, "nisba"
            elif role == "pair" and len(between) > 1:
                subjects, how = between, "pair"
            elif role in ("light", "main") and frame.lemma in FIGHTS and not self._fought(i, reading):
                continue
            elif role == "light" and frame.lemma == "اتفق" and reading.definite:
                continue  # دعا إلى استكمال الاتفاق مع س: it is there already
            elif role in ("light", "main") and frame.type == "VISITED" and self._others_came(i, reading, last):
                continue  # وصول المرض إلى
            elif role == "light" and frame.type == "SUPPORTS" and (reading.pronoun or self._prep_before(i) == "في"):
                continue  # تقدير لجهود س في دعم ص
            elif role == "light" and not genitive and not nisbas and not others:
                carried = self._light(
                    i,
                    first,
                    last,
                    CARRYING.get(frame.lemma, WILLING if frame.type == "SUPPORTS" else LIGHT),
                    frame.type in DEEDS and frame.lemma not in POSTING,
                )
                if carried:
                    subjects, how = carried, "light"
            elif role == "ل" and self._stricken(i, i + 1) and syntax.is_thing(i + 1):
                continue  # مهاجمة نقطة تفتيش للجيش: she is what was struck
            elif role == "ل" and any(info.word.fold.endswith("ات") for info in doc.infos[i + 1 : q]):
                continue  # بغارات أخرى تعزيزات لس: the second noun is hers
            elif role == "ل" and not genitive and not nisbas:
                owner = syntax.at[q] if q < last else None
                if (
                    owner is not None
                    and owner.first == q
                    and owner.lead == "ل"
                    and (
                        self._type(owner) in ("country", "militia", "organization")
                        if frame.type not in OWNED
                        else owner.kind in ("person", "title")
                    )
                ):
                    subjects, at_end, how = [owner], owner.last, "ل"
            elif role == "adverb" and (self._adverbial(i, reading, last) or self._protesting(i, first)):
                subjects, how = self._main(i, first, i), "main"
            elif role == "main" and not nisbas and (genitive or self._in_phrase(i, first)) and not others:
                carried = self._main(i, first, last)
                if frame.type == "ATTACKED":
                    teller = self.inside[i]  # قال س إن ... بعد معارك مع ص: not he who tells of it
                    said = teller.speaker if teller is not None else None
                    fell = any(not info.lemmas.isdisjoint(KILLED) for info in doc.infos[max(first, i - 8) : i])
                    carried = [c for c in carried if self._type(c) in FORCES and c.actor != said and not fell]
                if carried:
                    subjects, how = carried, "main"
            if subjects:
                break
        return subjects, genitive, at_end, how
