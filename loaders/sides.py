"""The sides of what two do together: لقاء بين A وB, اشتباكات بين قوات A ومقاتلي B, محادثات روسية تركية."""

from __future__ import annotations

from loaders.arms import Arms
from loaders.coordination import DESCRIBING
from loaders.doc import Chunk
from loaders.lexicon.frames import Frame
from loaders.lexicon.sets import word_set
from loaders.phrases import AGENTS
from loaders.readings import LIGHT
from loaders.subjects import HERS, HIS
from loaders.text import QUOTES

RALLIES = word_set("relations.rallies")
PROTESTING = frozenset(("احتجاجا", "واحتجاجا"))
ENTERING = frozenset(("غزا", "احتل", "اجتاح", "تدخل"))
TOGETHER = frozenset(("MET", "AGREED_WITH"))
REASONS = frozenset(("احتجاجا", "ردا", "بسبب", "جراء", "تنديدا", "اعتراضا", "بمناسبه"))
COMMON = word_set("sides.common")
BESIDE = REASONS | {"وسط", "رغم"}
"""Behind which others are told of (محادثات وسط خلاف بين س وص)."""
BORDERS = frozenset(("الحدود", "حدود", "الحدوديه"))
"""What stands before a fact for which something is done."""
OFFICIALS = word_set("sides.officials")
TAKING_PLACE = frozenset(("بدأ", "عقد", "دار", "اختتم", "استأنف", "انتهى", "أجرى", "انطلق"))
"""Verbs behind التي that tell no more than that talks took place (المباحثات التي بدأت أمس بين س وص)."""


class Sides(Arms):
    def _with_before(self, frame: Frame, i: int, first: int) -> list[Chunk]:
        """أجرى فلان مع فلان محادثات, بدأت س مع ص مناورات: with whom, told between the verb and the noun it carries."""
        if frame.type not in TOGETHER:
            return []
        doc = self.doc
        for p in range(i - 1, max(first, i - 24) - 1, -1):
            info = doc.infos[p]
            if "complement" in info.closed or doc.texts[p] in ":؛":
                return []
            if self.syntax.at[p] is None and not info.closed and info.verbs and self._verbal(p):
                if not any(r.pos == "verb" and r.lemma in LIGHT for r in info.verbs):
                    return []
                at = next((q for q in range(p + 1, i) if doc.infos[q].prep == "مع"), i)
                own = at == p + 1 or self.syntax.at[at - 1] is not None or bool(doc.dated[at - 1])
                found = self.syntax.with_prep(at, i, frozenset(("مع",)), 3) if own else []  # not في حديث مع
                return [c for c in found if c.last <= i and self._type(c) in frame.objects]
        return []

    def _told_to(self, i: int, first: int) -> list[Chunk]:
        """قال فلان لنظيره فلان في اتصال هاتفي: to whom he said it, right before the noun."""
        said_to = self.syntax.at[i - 2] if i - 2 > first else None
        to_him = (
            said_to is not None and said_to.last == i - 1 and said_to.lead == "ل" and self._type(said_to) == "person"
        )
        return [said_to] if said_to is not None and to_him else []

    def _between_him(self, p: int, last: int) -> list[Chunk]:
        """المحادثات بينها وبين س, بينها وس: him whom the pronoun means, and the other side."""
        who = self._antecedent(p, "3fs" if self.doc.infos[p].word.fold == "بينها" else "3ms", [])
        apart = p + 2 < last and self.doc.infos[p + 1].word.fold == "وبين"
        other = self.syntax.at[p + 2 if apart else p + 1] if p + 2 < last else None
        starts = (
            other is not None and other.first == (p + 2 if apart else p + 1) and other.lead == ("" if apart else "و")
        )
        if who is None or other is None or not starts:
            return []
        sides = [who, *self.syntax.coordinated(other, last)]
        return [c for c in sides if c.actor and self._type(c) in AGENTS]

    def _land_before(self, i: int, first: int) -> list[Chunk]:
        """في العراق منذ الغزو الأمريكي: the land that the sentence has just told of, which was entered."""
        land = self.syntax.at[i - 2] if i - 3 > first and self.doc.infos[i - 1].word.fold == "منذ" else None
        fits = land is not None and land.last == i - 1 and not land.lead and land.kind in ("country", "place")
        return [land] if land is not None and fits and self.doc.infos[land.first - 1].word.fold == "في" else []

    def _something_between(self, start: int, last: int) -> bool:
        """تناول اللقاء العلاقات بين س وص: whether what two have in common stands before بين, and so is between them."""
        for p in range(start, min(last, start + 7)):
            if self.doc.infos[p].word.fold == "بين":
                return any(not COMMON.isdisjoint(info.word.rests) for info in self.doc.infos[start:p])
        return False

    def _between(self, start: int, last: int) -> list[Chunk]:
        """بين A وB[ وC] right behind a noun (a few words may come between)."""
        doc = self.doc
        if start < last and (two := self._two_states(start)):
            return two  # قمة الكوريتين
        for p in range(start, min(last, start + 7)):
            info = doc.infos[p]
            if info.word.fold in BESIDE or (info.word.fold == "بين" and doc.infos[p - 1].word.fold in BORDERS):
                return []  # ألغت اللقاء احتجاجا على تدريبات بين س وص
            if info.word.fold in ("بينه", "بينها"):
                return self._between_him(p, last)
            if info.word.fold == "بين":
                q = p + 1
                named = {info.word.fold for info in doc.infos[q : q + 3]}
                if q + 1 < last and doc.infos[q].word.fold == "كل" and doc.infos[q + 1].word.fold == "من":
                    q += 2
                if q < last and p <= start + 3 and (two := self._two_states(q)):
                    return two
                steps = 0
                while q < last and steps < 4:
                    chunk = self.syntax.at[q]
                    if chunk is not None and chunk.first == q:
                        got = self.syntax.coordinated(chunk, last)
                        parted = next(
                            (
                                r
                                for r in range(got[-1].last, min(last, got[-1].last + 4))
                                if doc.infos[r].word.fold == "وبين"
                            ),
                            None,
                        )
                        if len(got) > 1 and parted is not None:
                            got = got[:1]  # بين س وص وبين ع: ع against each, not s against ص
                            got += self._joined_by(parted, last)
                        elif (other := self._on_its_side(got[-1].last, last)) > got[-1].last:
                            against = self._next_side(other, last)
                            got = [got[0], *against] if against else got
                        elif len(got) == 1:
                            got += self._next_side(other, last) or self._joined_by(other, last)
                        return [c for c in self._opposed(got, last) if self._type(c) in AGENTS]
                    if steps and doc.infos[q].prep == "من" and not OFFICIALS.isdisjoint(named):
                        return self._states_of(q + 1, last)
                    if doc.texts[q] in QUOTES or (doc.texts[q][0].isalpha() and not doc.infos[q].closed):
                        q, steps = q + 1, steps + 1
                        continue
                    break
                return []
            if (
                "complement" in info.closed
                or doc.texts[p] in ":.؛"
                or (
                    info.verbs
                    and not info.closed
                    and all(r.pos == "verb" for r in info.verbs)
                    and self.syntax.at[p] is None
                    and doc.infos[p - 1].prep != "منذ"  # منذ شهر: no verb
                    and not ("relative" in doc.infos[p - 1].closed and self._took_place(p))
                )
            ):
                return []
        return []

    def _on_its_side(self, p: int, last: int) -> int:
        """بين س من جهة وص من جهة أخرى: where the other side begins; p itself when no side is told."""
        infos = self.doc.infos
        if p + 2 < last and infos[p].word.fold == "من" and infos[p + 1].word.fold in ("جهه", "جانب", "ناحيه"):
            return p + 3 if self.doc.texts[p + 2] in "،," else p + 2
        return p

    def _took_place(self, p: int) -> bool:
        return any(r.lemma in TAKING_PLACE and r.tense == "past" for r in self.doc.infos[p].verbs)

    def _states_of(self, p: int, last: int) -> list[Chunk]:
        """بين مسؤولين من س وص: the states whose officials they are."""
        chunk = self.syntax.at[p] if p < last else None
        states = self.syntax.coordinated(chunk, last) if chunk is not None and chunk.first == p else []
        return states if len(states) > 1 and all(self._type(c) in ("country", "militia") for c in states) else []

    def _opposed(self, sides: list[Chunk], last: int) -> list[Chunk]:
        """القوات س والفصائل الموالية لها وص: whose allies stand behind him is on one side with them, ص on the other."""
        infos = self.doc.infos
        for k in range(1, len(sides)):
            end = sides[k].last
            if end + 1 < last and infos[end].word.fold in DESCRIBING and infos[end + 1].word.fold in HIS | HERS:
                others = sides[k + 1 :] or self._next_side(end + 2, last) or self._joined_by(end + 2, last)
                return [*sides[:k], *others] if others else sides
        return sides

    def _next_side(self, start: int, last: int) -> list[Chunk]:
        """بين س وص تبدأ غدا: the other side, though a clause might begin with it elsewhere."""
        chunk = self.syntax.at[start] if start < last else None
        other = chunk is not None and chunk.first == start and chunk.lead == "و" and self._type(chunk) in AGENTS
        return [chunk] if chunk is not None and other else []

    def _joined_by(self, start: int, last: int) -> list[Chunk]:
        """وبين B, or و + a noun of B's (بين قوات النظام ومقاتلي داعش), within a few words."""
        doc = self.doc
        if start < last and doc.texts[start] in "،,":
            for q in range(start + 2, min(last - 1, start + 7)):  # بين س، حليفة ع، وص
                if doc.texts[q] in "،,":
                    return self._next_side(q + 1, last)
        for q in range(start, min(last, start + 5)):
            form = doc.infos[q].word.fold
            aside = self.syntax.at[q]
            if (
                aside is not None
                and aside.first == q > start
                and aside.lead == "و"
                and self._type(aside) in ("country", "militia", "organization")
                and doc.infos[start].word.fold in ("بقياده", "بزعامه", "بدعم")
            ):
                return [aside]  # بين الجيش بقيادة فلان وقوات س
            if form == "وبين" or (
                form.startswith("و") and self.syntax.at[q] is None and len(form) > 3 and not doc.infos[q].closed
            ):
                for r in range(q + 1, min(last, q + 3)):
                    chunk = self.syntax.at[r]
                    if chunk is not None and chunk.first == r and (not chunk.lead):
                        return [chunk]
                return []
        return []

    def _nations_behind(self, p: int, last: int, definite: bool) -> tuple[list[Chunk], int]:
        """Adjectives of a nation right behind a noun, maybe after another adjective; and where its possessor may be."""
        doc, q = self.doc, p
        nisbas: list[Chunk] = []
        while q < min(last, p + 4):
            chunk = self.syntax.at[q]
            if chunk is not None and chunk.first == q:
                if chunk.kind == "nisba" and chunk.lead in ("", "و"):
                    nisbas.append(chunk)
                    q = chunk.last
                    continue
                break
            info = doc.infos[q]
            if doc.texts[q] in "-–" and nisbas:
                q += 1
                continue
            if (
                doc.texts[q][0].isalpha()
                and not info.closed - {"modifier"}
                and not info.prep
                and not any(r.pos == "masdar" and r.prep for r in info.verbs)
                and not doc.dated[q]
                and not info.word.fold.startswith(("لل", "بال"))
                and (info.word.fold.startswith("ال") == definite)
                and "verb" not in info.kinds
            ):
                q += 1
                continue
            break
        return nisbas, q

    def _despite(self, i: int, first: int) -> bool:
        """رغم معارضة س: it was against whoever did it all the same."""
        return i > first and self.doc.infos[i - 1].word.fold.removeprefix("و") in ("رغم", "برغم")

    def _protesting(self, i: int, first: int) -> bool:
        """استقال فلان احتجاجا على: the subject protests, unless those who rallied do."""
        if self.doc.infos[i].word.fold not in PROTESTING:
            return False
        return not any(self.doc.infos[p].word.fold in RALLIES for p in range(max(first, i - 12), i))
