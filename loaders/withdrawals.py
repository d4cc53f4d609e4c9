"""Demands to leave: دعا … إلى انسحاب القوات التركية, طالب تركيا بسحب قواتها."""

from __future__ import annotations

from functools import lru_cache

from loaders.demands import Demands
from loaders.doc import Chunk
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading

WITHDRAW = word_set("relations.withdraw")
DEMANDING = word_set("relations.demanding")
PRESENCE = frozenset(("وجود", "الوجود", "الاحتلال", "احتلال", "تواجد", "التواجد"))
"""What is to be ended of forces that are to leave (إنهاء الوجود العسكري التركي)."""
ENVOYS = frozenset(("سفير", "قنصل", "دبلوماسي", "اعمال", "ملحق"))
"""Who is expelled when told to leave."""
NO_LAND = word_set("withdrawals.no_land")
"""What nobody's forces are in (الانسحاب من العملية السياسية)."""
REACH = 32
"""Tokens between asking and leaving: a speaker with his office, whose forces, where they are."""


@lru_cache(maxsize=100_000)
def _leaving(form: str) -> bool:
    """بانسحاب, الانسحاب, سحبها: a withdrawal with its clitics; not إجلاء, which is done to others."""
    return not form.endswith("اجلاء") and any(
        (form.endswith(w) and len(form) - len(w) <= 3) or form in (w + "ها", w + "هم", "ب" + w + "ها") for w in WITHDRAW
    )


class Withdrawals(Demands):
    """Adds demands to leave."""

    def _withdrawal(self, i: int, reading: Reading, first: int, last: int) -> None:
        """دعا/طالب … إلى انسحاب القوات التركية, القوات الأجنبية إلى الانسحاب, تركيا بسحب قواتها."""
        if reading.lemma not in DEMANDING:
            return
        doc = self.doc
        if self._status(i, reading, first)[0]:
            return
        kinds = frozenset(("country", "militia", "organization"))
        for p in range(i + 1, min(last, i + REACH)):
            info = doc.infos[p]
            form = info.word.fold
            if p > i + 1 and "complement" in info.closed and info.word.fold not in ("ان", "بان"):
                return
            ended = form in PRESENCE and doc.infos[p - 1].word.fold.endswith("انهاء")
            if not (_leaving(form) or ended):
                continue
            if reading.lemma in ("شدد", "أكد", "جدد") and not any(
                doc.infos[q].word.fold
                in ("ضروره", "بضروره", "وجوب", "مطالبته", "مطالبتها", "دعوته", "دعوتها", "المطالبه", "الدعوه")
                for q in range(i + 1, p)
            ):
                return
            left_what = [x.word.fold for x in doc.infos[p + 1 : min(last, p + 4)]]
            if "من" in left_what and not NO_LAND.isdisjoint(left_what):
                return  # دعا إلى الانسحاب من العملية السياسية
            args = self.syntax.subject(i, reading, last)
            frame = next((f for f in self.frames.get((reading.lemma, "verb"), ()) if f.type == "URGED"), None)
            if frame is not None and reading.pos == "verb":
                args = self._object_first(i, reading, frame, args, first)
            subjects = args.chunks or [c for c in [self._carried(i, reading, first)] if c is not None]
            if not subjects or args.other:
                return
            target: Chunk | None = None
            forces = False
            chunk = self.syntax.at[p + 1] if p + 1 < last else None
            nxt = doc.infos[p + 1].word.fold if p + 1 < last else ""
            if chunk is not None and chunk.first == p + 1 and chunk.lead == "" and self._type(chunk) in kinds:
                target, forces = chunk, chunk.by in ("state:head", "again") or self._type(chunk) == "militia"
            elif nxt in (
                "قواتها",
                "قواته",
                "قواتهم",
                "جنودها",
                "جيشها",
                "ميليشياتها",
                "مقاتليها",
                "عناصرها",
                "جميع",
                "كل",
                "كافه",
            ):
                forces = True
                after = self.syntax.at[p + 2] if p + 2 < last else None
                if (
                    nxt in ("جميع", "كل", "كافه")
                    and after is not None
                    and after.first == p + 2
                    and self._type(after) in kinds
                ):
                    target = after
            behind = self.syntax.at[p + 2] if p + 2 < last else None
            if ended:
                near = (c for c in (chunk, behind) if c is not None and c.first in (p + 1, p + 2) and not c.lead)
                target = next((c for c in near if self._type(c) in kinds), None)
                forces = target is not None
            bare = (
                form.endswith(("رحيل", "خروج", "مغادره"))
                and chunk is None
                and behind is not None
                and not doc.infos[p + 1].closed
                and not doc.infos[p + 1].prep
            )
            if target is None and (bare or form.startswith(("ال", "بال", "لل"))):
                for c in (chunk, behind):
                    if c is not None and c.first in (p + 1, p + 2) and c.lead == "ل" and self._type(c) in kinds:
                        target, forces = c, True  # الانسحاب الفوري للقوات الإيرانية
                        break
            if target is None:
                start = args.end if args.how == "after" else i + 1
                for o in self.syntax.objects(start, p) or self.syntax.with_prep(start, p, frozenset(("من",)), 8):
                    if self._type(o) in kinds:
                        target = o
                        forces = True
            if target is None and forces:
                for q in range(p - 1, first - 1, -1):
                    c = self.syntax.at[q]
                    if (
                        c is not None
                        and c.kind != "nisba"
                        and c.actor
                        and self._type(c) in kinds
                        and c.actor not in {s.actor for s in subjects}
                    ):
                        target = c
                        break
            if target is None or not target.actor:
                continue
            if target.kind == "title" and target.roles and target.roles[0].head.split(" ")[-1] in ENVOYS:
                self.out = [
                    x for x in self.out if not (x.trigger == i and x.type == "URGED" and x.object == target.actor)
                ]
                self._emit(subjects[0], "SANCTIONED", target, "asserted", i, "frame:sanctioned:envoy", 0.75, kinds)
                return  # أمرت س سفير ص بالمغادرة
            places = self.syntax.with_prep(p + 1, last, frozenset(("من", "عن")), 12)[:1]
            left = self._type(places[0]) if places else ""
            if left in ("agreement", "organization") or (not forces and left not in ("country", "place")):
                return
            if self._own(subjects[0].actor or "", target.actor):
                return
            for one in self.syntax.coordinated(target, last):
                for where in places:
                    self._emit(
                        one,
                        "DEPLOYED_IN",
                        where,
                        "asserted",
                        p,
                        "frame:deployed_in:انسحاب",
                        0.7,
                        frozenset(("country", "place")),
                    )
                self.out = [x for x in self.out if not (x.trigger == i and x.type == "URGED" and x.object == one.actor)]
                self._emit(
                    subjects[0], "DEMANDED_WITHDRAWAL", one, "asserted", i, "frame:demanded_withdrawal", 0.8, kinds
                )
            return
