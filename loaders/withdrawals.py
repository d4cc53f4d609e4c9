"""Demands to leave: دعا … إلى انسحاب القوات التركية, طالب تركيا بسحب قواتها."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from loaders.demands import Demands
from loaders.doc import Chunk
from loaders.governed import ALL
from loaders.kinds import FORCES, WHERE
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.stations import OWN_FORCES
from loaders.text import QUOTES

WITHDRAW = word_set("relations.withdraw")
DEMANDING = word_set("relations.demanding")
PRESENCE = frozenset(("وجود", "الوجود", "الاحتلال", "احتلال", "تواجد", "التواجد"))
"""What is to be ended of forces that are to leave (إنهاء الوجود العسكري التركي)."""
ENVOYS = frozenset(("سفير", "قنصل", "دبلوماسي", "اعمال", "ملحق"))
"""Who is expelled when told to leave."""
NO_LAND = word_set("withdrawals.no_land")
"""What nobody's forces are in (الانسحاب من العملية السياسية)."""
LANDS = word_set("withdrawals.lands")
"""Land from which forces are to go, where its name is not told (من النقاط الخمس)."""
OWN_LAND = word_set("presences.own_land") | {"البلاد", "بلاده", "بلادها", "اراضينا", "بلادنا"}
WANTED = ("رحيل", "خروج", "انسحاب", "مغادره")
"""What one wants of others (تريد بلاده رحيل القوات س), not of oneself."""
GOING = frozenset(("انسحب", "خرج", "غادر", "سحب"))
"""Verbs of what forces that must leave are to do (على القوات س أن تنسحب)."""
MEANING = frozenset(("هدد", "قرر", "لوح", "أعلن", "تعهد", "وعد", "اعتزم", "نوى", "رفض"))
"""Verbs whose nouns tell of one's own leaving that is meant, said or refused."""
REACH = 32
"""Tokens between asking and leaving: a speaker with his office, whose forces, where they are."""


@lru_cache(maxsize=100_000)
def leaving(form: str) -> bool:
    """بانسحاب, الانسحاب, سحبها: a withdrawal with its clitics; not إجلاء, which is done to others."""
    return not form.endswith("اجلاء") and any(
        (form.endswith(w) and len(form) - len(w) <= 3) or form in (w + "ها", w + "هم", "ب" + w + "ها") for w in WITHDRAW
    )


class Withdrawals(Demands):
    """Adds demands to leave."""

    def _laid_on(self, who: Chunk, whom: Chunk, i: int, last: int) -> None:
        """على القوات التركية أن تنسحب, إسرائيل يجب أن تنسحب من ص: a duty to leave is a demand to withdraw."""
        places = self._must_leave(whom, i, last)
        if places is None:
            super()._laid_on(who, whom, i, last)
            return
        for where in places:
            self._emit(whom, "DEPLOYED_IN", where, "asserted", i, "frame:deployed_in:must_leave", 0.65, WHERE)
        self._emit(who, "DEMANDED_WITHDRAWAL", whom, "asserted", i, "frame:demanded_withdrawal:must", 0.7, FORCES)

    def _must_leave(self, whom: Chunk, i: int, last: int) -> list[Chunk] | None:
        """Where whoever has the duty told at i is to leave from; None where he is told to do something else."""
        if self._type(whom) not in FORCES or whom.kind == "title":
            return None  # على الدبلوماسيين الأمريكيين مغادرة س
        doc, start = self.doc, max(i + 1, whom.last if whom.first == i + 1 else i + 1)
        for p in range(start, min(last, start + 4)):
            info = doc.infos[p]
            if self.syntax.at[p] is not None or info.closed - {"complement"} or info.prep:
                continue
            goes = any(r.lemma in GOING and r.pos in ("verb", "masdar") for r in info.verbs) or leaving(info.word.fold)
            if not goes:
                if info.verbs:
                    return None
                continue
            if whom.by == "nisba" and not info.lemmas & {"انسحب", "سحب"}:
                return None  # على الفلسطينيين أن يغادروا س: a people
            end = whom.last if whom.first > p else p + 1
            end += end < last and doc.infos[end].word.fold in ALL  # أن تسحب كل قواتها
            own = end < last and doc.infos[end].word.fold in OWN_FORCES
            if any(r.lemma == "سحب" for r in info.verbs) and not own:
                return None  # أن تسحب اقتراحها
            places = self._left_land(p, end + own, last, whom)
            armed = own or whom.by in ("state:head", "again") or self._type(whom) == "militia"
            left = self._type(places[0]) if places else ""
            if left and left not in WHERE:
                return None  # أن تنسحب من الاتفاق
            there = any(doc.infos[q].word.fold in LANDS | OWN_LAND for q in range(end + own, min(last, end + own + 5)))
            return places if left or there or (armed and not self._from_what(end + own, last)) else None
        return None

    def _from_what(self, p: int, last: int) -> bool:
        """Whether من right behind tells what is left (الانسحاب من المحادثات)."""
        return any(info.prep == "من" for info in self.doc.infos[p : min(last, p + 3)])

    def _left_land(self, p: int, start: int, last: int, whom: Chunk) -> list[Chunk]:
        """The place that the word of leaving at p tells: من س, مغادرة س."""
        behind = self.syntax.at[start] if start < last else None
        if behind is not None and behind.first == start and not behind.lead and behind.actor != whom.actor:
            quits = self.doc.infos[p].word.fold.endswith("مغادره") or any(
                r.lemma == "غادر" for r in self.doc.infos[p].verbs
            )
            return [behind] if quits else []
        return self.syntax.with_prep(start, last, frozenset(("من", "عن")), 8)[:1]

    def _own_country(self, who: Chunk) -> Chunk | None:
        """طالبت س ص بالانسحاب من أراضيها: the state of whoever demands it."""
        slug = who.actor if self._type(who) == "country" else self._acts_for(who.actor or "")
        return replace(who, kind="country", actor=slug) if slug in self.cast.mentions else None

    def _from_own_land(self, p: int, last: int, who: Chunk) -> list[Chunk]:
        """بالانسحاب من أراضيها, مغادرة البلاد: the land of whoever demands it, where no name is told."""
        infos = self.doc.infos
        for q in range(p + 1, min(last, p + 9)):
            if infos[q].word.fold in OWN_LAND:
                near = infos[q - 1].prep in ("من", "عن") or (q == p + 1 and infos[p].word.fold.endswith("مغادره"))
                home = self._own_country(who) if near else None
                return [home] if home is not None else []
        return []

    def _anothers(self, p: int, i: int) -> bool:
        """تهديد س بالانسحاب من الاتفاق: whether the leaving at p is what another threatens or means to do."""
        who = self.syntax.at[p - 1]
        if who is None or who.last != p or who.lead or who.first - 1 <= i:
            return False
        return any(r.pos == "masdar" and r.lemma in MEANING for r in self.doc.infos[who.first - 1].verbs)

    def _whose_men(self, i: int, start: int, p: int) -> Chunk | None:
        """طالب س الرئيس التركي فلانا بسحب قواته: the state for which he acts whose forces are to leave."""
        found = self.syntax.objects(start, p) or self.syntax.with_prep(start, p, frozenset(("من",)), 8)
        who = found[0] if len(found) == 1 else None
        return self._own_country(who) if who is not None and self._type(who) == "person" and who.last <= p else None

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
            if not (leaving(form) or ended) or self._anothers(p, i):
                continue
            told_to_go = reading.lemma == "أبلغ" and form.endswith("مغادره")
            if reading.lemma == "أراد" and not form.endswith(WANTED):
                return  # يريد سحب قواته
            if (
                reading.lemma in ("شدد", "أكد", "جدد", "كرر", "أبلغ")
                and not told_to_go
                and not any(
                    doc.infos[q].word.fold
                    in ("ضروره", "بضروره", "وجوب", "مطالبته", "مطالبتها", "دعوته", "دعوتها", "المطالبه", "الدعوه")
                    for q in range(i + 1, p)
                )
            ):
                return
            left_what = [x.word.fold for x in doc.infos[p + 1 : min(last, p + 4)]]
            if form.endswith("خروج") and left_what[:1] == ["عن"]:
                return  # دعا س إلى الخروج عن صمتها
            if "من" in left_what and not NO_LAND.isdisjoint(left_what):
                return  # دعا إلى الانسحاب من العملية السياسية
            args = self.syntax.subject(i, reading, last)
            frame = next((f for f in self.frames.get((reading.lemma, "verb"), ()) if f.type == "URGED"), None)
            if frame is not None and reading.pos == "verb":
                args = self._object_first(i, reading, frame, args, first)
            ours = self.first_person(i, reading) if reading.person in ("1s", "1p") else None
            subjects = args.chunks or [c for c in [ours or self._carried(i, reading, first)] if c is not None]
            if not subjects or args.other:
                return
            target: Chunk | None = None
            forces = False
            if p + 2 < last and doc.texts[p + 1] in QUOTES:
                p += 1  # بخروج «فاطميون» من س
            chunk = self.syntax.at[p + 1] if p + 1 < last else None
            nxt = doc.infos[p + 1].word.fold if p + 1 < last else ""
            if chunk is not None and chunk.first == p + 1 and chunk.lead == "" and self._type(chunk) in kinds:
                target, forces = chunk, chunk.by in ("state:head", "again") or self._type(chunk) == "militia"
            elif nxt in OWN_FORCES | ALL:
                forces = True
                after = self.syntax.at[p + 2] if p + 2 < last else None
                if nxt in ALL and after is not None and after.first == p + 2 and self._type(after) in kinds:
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
                        break  # القوات س وص بالانسحاب: both, as they are joined
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
            if target is None and (nxt in OWN_FORCES or forces):
                target, forces = self._whose_men(i, args.end if args.how == "after" else i + 1, p), True
                if target is not None:
                    self.out = [x for x in self.out if not (x.trigger == i and x.type == "URGED")]
            if target is None or not target.actor:
                continue
            if target.kind == "title" and target.roles and target.roles[0].head.split(" ")[-1] in ENVOYS:
                self.out = [
                    x for x in self.out if not (x.trigger == i and x.type == "URGED" and x.object == target.actor)
                ]
                self._emit(subjects[0], "SANCTIONED", target, "asserted", i, "frame:sanctioned:envoy", 0.75, kinds)
                return  # أمرت س سفير ص بالمغادرة
            if told_to_go and target.by not in ("state:head", "again"):
                return  # أبلغت س ص بأن على دبلوماسييها المغادرة
            places = self.syntax.with_prep(p + 1, last, frozenset(("من", "عن")), 12)[:1]
            if chunk is not None and chunk.first == p + 1 and form.endswith("مغادره") and self._type(chunk) == "place":
                places = [chunk] if not chunk.lead else places  # مغادرة قاعدة س
            armed = target.by in ("state:head", "again") or self._type(target) == "militia"
            if not places and (armed or not form.endswith("مغادره")) and target.by != "nisba":
                places = self._from_own_land(p, last, subjects[0])
            left = self._type(places[0]) if places else ""
            some_land = not LANDS.isdisjoint(left_what) and "من" in left_what  # من النقاط الخمس
            if left in ("agreement", "organization") or not (forces or some_land or left in ("country", "place")):
                return
            if target.actor == subjects[0].actor or self._own(subjects[0].actor or "", target.actor):
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
