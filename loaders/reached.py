"""Whom an act told by a noun reaches: عقوبات على X, دعم Y لZ."""

from __future__ import annotations

from loaders.delegations import JUDGED
from loaders.doc import Chunk
from loaders.lexicon.frames import Frame
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.recipients import PRONOUNS, STANCES
from loaders.sides import Sides

TO_HIM = frozenset(("SUPPORTS", "PRAISED", "CRITICIZED", "ACCUSED"))
"""Acts of a noun whose object may be a pronoun behind its doer (دعم موسكو له)."""
AGAINST_HIM = frozenset(("عليه", "عليها", "ضده", "ضدها", "بحقه", "بحقها"))
MEANWHILE = frozenset(("خلال", "اثناء", "هامش", "عقب", "قبيل"))
"""Words before when and where something was said."""
AIMED_AT = frozenset(("ACCUSED", "CRITICIZED", "THREATENED", "URGED"))
OF_THEIRS = frozenset(("PRAISED", "CRITICIZED", "REJECTED"))
"""Acts aimed at somebody when aimed at what is his (رحب بجهود الرياض)."""
GOING = word_set("reached.going")
"""Nouns whose possessor goes or loses."""
JOURNEYS = frozenset(("زار", "وصل", "سافر"))


class Reached(Sides):
    """Objects of a noun of doing, by the roles of its frame."""

    def _done_to(
        self,
        frame: Frame,
        reading: Reading,
        how: str,
        subjects: list[Chunk],
        genitive: list[Chunk],
        p: int,
        start: int,
        last: int,
    ) -> list[Chunk]:
        """Whom the act reaches: as possessor, object, behind a preposition, in the order of the frame's roles."""
        syntax = self.syntax
        if frame.type in OF_THEIRS and (done := self._what_they_did(frame, start, last)):
            return [c for c in done if c not in subjects and self._type(c) in frame.objects]
        dealt = "light" if frame.lemma == "ضرب" else "-"  # وجه ضربات لس
        roles = frame.object
        whom = syntax.at[start] if frame.type == "MET" and reading.pronoun and "obj" in roles else None
        if whom is not None and whom.first == start and not whom.lead and whom.kind in ("person", "title"):
            roles = ("obj", *roles)  # خلال لقائها نظيرها فلانا، ضرورة الحوار مع س
        for role in roles:
            found: list[Chunk] = []
            if frame.type == "REJECTED" and role == "ل" and self._any_at(start, last):
                continue  # رفضها لأي تهجير للفلسطينيين
            if (role == "gen" and how != "gen") or (
                role == "gen2"
                and how in ("nisba", "light", "main", "accused", "")
                and not (frame.type == "URGED" and reading.pronoun)  # كررت س مطالبتها لص
            ):
                found = genitive or self._of_its_own(frame, p, last)
            elif role == "pair":
                continue
            elif role == "obj":
                repeated = how == "light" and frame.type == "URGED" and bool(reading.pronoun)  # جدد دعوته س إلى
                transitive = reading.pronoun or frame.lemma == "استقبل" or frame.type == "SUPPORTS"
                transitive = transitive or (frame.type == "REJECTED" and self._judged_behind(start, last))
                addressed = self._to_object(frame, subjects, start, last)
                transitive = (transitive and frame.type != "URGED") or addressed
                owned = frame.type == "REJECTED" or self._owned(frame, start, last)
                owned = owned or (
                    frame.type == "CRITICIZED" and self._judged_behind(start, last)
                )  # رفضها القرار الأمريكي
                # يعتزم س رفض الخطة التي أعدتها ص
                carried = how == "light" and frame.type == "REJECTED" and start == p
                carried = carried and not (reading.definite or reading.pronoun or reading.prep)
                carried = carried and p > 1 and not self.syntax.is_adverb(p - 2)  # وكذلك رفض كذا: another's
                nouns = 1 if carried and not self._judged_behind(start, last) else 2 if owned else 0
                found = (
                    syntax.objects(start, min(last, start + 4), nouns)
                    if (how == "gen" and transitive) or repeated or carried
                    else []
                )
            elif role == "near":
                found = self._near(frame, start, last, subjects)
            elif role == "ل" and frame.type == "ATTACKED" and how not in ("gen", "nisba", dealt):
                continue
            elif role not in ("gen", "gen2", "obj", "nisba"):
                bare = how == "gen" and not reading.pronoun and (frame.type in TO_HIM or frame.lemma == "استقبل")
                found = self._by_pronoun(start, last, role, subjects) if bare else []
                if (
                    frame.type == "MET"
                    and role == "مع"
                    and how in ("gen", "light", "main")
                    and [self._type(c) for c in subjects] == ["person"]
                ):
                    found = self._with_him(start, last, subjects)
                reach = 4 if frame.type == "SUPPORTS" and reading.pronoun else 10
                reach = 3 if (role == "ل" and how == dealt) or frame.lemma == "قضاء_على" else reach
                found = found or self._nearer(frame, role, start, last)
                found = found or syntax.with_prep(start, last, frozenset((role,)), reach)
                if role == "داخل" and found and not self._right_inside(start, found[0]):
                    found = []
                if found and frame.type == "REJECTED" and not self._of_this(frame, role, start, found[0].first):
                    found = []
                if frame.lemma in JOURNEYS and found and self._another_journey(start, found[0].first):
                    found = []  # زيارة فلان بعد أيام من زيارة س إلى ص
                if not [c for c in found if self._type(c) in frame.objects]:
                    if frame.type in OF_THEIRS:
                        found = syntax.through(start, last, frozenset((role,)), 6)
                    elif frame.type == "SANCTIONED" and role == "علي":
                        found = self._goods_of(start, last)
                    elif frame.type == "SUPPORTS":
                        found = syntax.through(start, last, frozenset((role,)), 6, STANCES)
            if not found and role == "obj" and frame.type == "SUPPORTS" and how == "gen":
                found = self._deal_kept(start, last)
            found = [c for c in found if self._type(c) in frame.objects]
            if role == "obj" and frame.type == "CRITICIZED" and subjects:
                mine = subjects[0].actor or ""  # هاجم نتنياهو أردوغان بعد انتقاده إسرائيل
                found = [c for c in found if not self._own(mine, c.actor or "")]
            if (
                found
                and frame.type in AIMED_AT
                and any(info.word.fold in MEANWHILE for info in self.doc.infos[start : found[0].first])
            ):
                found = []  # اتهامات س خلال جلسة لص: where it was said
            if found and frame.type in OF_THEIRS:
                found = [c for c in found if not self._suffered(c)]
                found = [c for c in found if frame.type != "PRAISED" or not self._rid_of(c)]
            if found:
                return found
        return []

    def _rid_of(self, c: Chunk) -> bool:
        """رحب بانسحاب س, بهزيمة س: that they are gone is no praise of them."""
        before = self.doc.infos[c.first - 1].word.rests if c.first and not c.lead else ()
        return not GOING.isdisjoint(before)

    def _nearer(self, frame: Frame, role: str, start: int, last: int) -> list[Chunk]:
        """رفضه القاطع للتدخلات التركية في شؤون س: whose the doing is that stands right behind."""
        if role != "ل" or frame.type not in OF_THEIRS:
            return []
        for p in range(start, min(last - 1, start + 2)):
            if self.syntax.at[p] is not None or not self.doc.texts[p][0].isalpha():
                return []
            nation = self.syntax.at[p + 1]
            if self.doc.infos[p].definite and any(lead[-1:] == "ل" for lead, _ in self.doc.infos[p].word.splits[1:]):
                mine = nation is not None and nation.first == p + 1 and nation.kind == "nisba" and nation.definite
                return [nation] if mine and nation is not None else []
        return []

    def _of_this(self, frame: Frame, role: str, start: int, stop: int) -> bool:
        """رفضت الحوار مع س: what is refused stands right before with whom, and no relative clause between."""
        words = [info.word.fold for info in self.doc.infos[start:stop]]
        if not {"الذي", "التي", "الذين"}.isdisjoint(words):
            return False  # لم يستبعد فلان، الذي أجرى محادثات مع س، كذا
        near = role != "مع" or frame.lemma not in ("رفض", "استبعد")  # القمة المزمع عقدها غدا مع س
        return near or not frame.needs.isdisjoint(words[-4:])

    def _any_at(self, start: int, last: int) -> bool:
        """لأي تهجير, القاطع لأي تدخل: whether «any» of something, and of nobody named there, is what is rejected."""
        for p in range(start, min(last - 1, start + 3)):
            if self.syntax.at[p] is not None:
                return False
            if self.doc.infos[p].word.fold in ("لاي", "لايه"):
                return self.syntax.at[p + 1] is None
        return False

    def _what_they_did(self, frame: Frame, start: int, last: int) -> list[Chunk]:
        """رفضت ما ورد في بيان س, منددا بما تقوم به س, رفضه القاطع لما أقدم عليه س: who did or said it."""
        preps = frozenset(("", *frame.preps))
        for p in range(start, min(last, start + 3)):
            if found := self.syntax.what_of(p, last, preps):
                return found
            if self.syntax.at[p] is not None or self.doc.infos[p].prep or not self.doc.texts[p][0].isalpha():
                return []
        return []

    def _judged_behind(self, p: int, last: int) -> bool:
        """رفض بلاده مقترح س, رفض فلان س: whether somebody, or what is judged of him, stands at p."""
        if p >= last or self.syntax.at[p] is not None:
            return p < last
        return self.doc.infos[p].word.fold.removeprefix("ال") in JUDGED

    def _directed_at(self, i: int, subjects: list[Chunk], frame: Frame) -> list[Chunk]:
        """وجهت السلطات إلى س تهمة, وجه ص لس انتقادات: whom the preposition before the noun names."""
        ends = [c.last for c in subjects if c.last <= i]
        if not ends or i - max(ends) > 12:
            return []
        if frame.type == "SANCTIONED" and not any(
            self._verbal(p) and any(r.lemma == "فرض" for r in self.doc.infos[p].verbs) for p in range(max(0, i - 12), i)
        ):
            return []  # فرضت لندن على موسكو عقوبات, but رد على واشنطن بشأن العقوبات
        found = self.syntax.with_prep(max(ends), i, frame.preps, 6)
        return found if all(c.last <= i for c in found) else []

    def _imposed_on(self, i: int, first: int, subjects: list[Chunk]) -> list[Chunk]:
        """فلان، الذي فرضت عليه س عقوبات; تفرض عليها ص عقوبات: whom the pronoun right behind the verb means."""
        doc = self.doc
        against = next((p for p in range(i + 1, min(doc.n, i + 5)) if doc.infos[p].word.fold in AGAINST_HIM), None)
        if against is not None and doc.infos[i].definite:  # العقوبات الأمريكية المفروضة عليه
            person = "3fs" if doc.infos[against].word.fold.endswith("ها") else "3ms"
            hit = self._antecedent(i, person, subjects)
            return [hit] if hit is not None else []
        for p in range(i - 1, max(first, i - 12) - 1, -1):
            if self.syntax.at[p] is not None or not any(
                r.lemma == "فرض" and r.pos == "verb" for r in doc.infos[p].verbs
            ):
                continue
            prep, person = PRONOUNS.get(doc.infos[p + 1].word.fold, ("", ""))
            if prep != "علي":
                return []
            who = self._relative_head(p) or self._antecedent(p + 1, person, subjects)
            return [who] if who is not None else []
        return []

    def _another_journey(self, start: int, stop: int) -> bool:
        """Whether a noun of another's journey stands between, whose its goal is."""
        nouns = (r for p in range(start, stop) if self.syntax.at[p] is None for r in self.doc.infos[p].verbs)
        return any(r.pos == "masdar" and r.lemma in JOURNEYS and not r.pronoun for r in nouns)

    def _with_him(self, start: int, last: int, subjects: list[Chunk]) -> list[Chunk]:
        """أجرى س مكالمة هاتفية معه: whom the pronoun means with whom somebody met."""
        doc, p = self.doc, start
        while p < min(last, start + 3) and self.syntax.at[p] is None and doc.infos[p].word.fold not in ("معه", "معها"):
            if doc.infos[p].closed - {"modifier"} or doc.infos[p].prep or not doc.texts[p][0].isalpha():
                return []
            if doc.infos[p].kinds == {"verb"}:
                return []  # وأخذ يكلم س: another verb's
            p += 1
        found = self._by_pronoun(p, last, "مع", subjects)
        return [c for c in found if self._type(c) == "person"]

    def _right_inside(self, start: int, chunk: Chunk) -> bool:
        """ضربات [جوية ]داخل سوريا, not ضربات ضد الجهاديين داخل سوريا, لم تحظ بإجماع داخل الاتحاد: where it strikes."""
        between = self.doc.infos[start : chunk.first]
        others = [w for w in between if w.prep not in ("داخل", None) or w.word.fold.startswith("ب")]
        return not others and len(between) <= 4 and self._type(chunk) in ("country", "place")
