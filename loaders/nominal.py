"""Nouns of doing and what belongs to them: زيارة X إلى Y, قصف إسرائيلي على Y, الهجوم الذي شنته X, بين A وB."""

from __future__ import annotations

from itertools import islice

from loaders.deeds import RECALLING
from loaders.doc import Chunk
from loaders.doing import CARRYING, DEEDS, FIGHTS, GIVING, OWNED, WILLING
from loaders.governed import ALL
from loaders.lexicon.frames import Frame
from loaders.lexicon.verbs import Reading
from loaders.readings import ASSAILING, LIGHT
from loaders.sides import ENTERING
from loaders.text import QUOTES
from loaders.turned import Turned
from loaders.wishes import WISHING

KILLING_BY = frozenset(("حاول", "نفذ", "تبنى", "خطط"))
DONE_BY = {
    "سجن": LIGHT | {"قضى", "حكم"},
    "حبس": LIGHT | {"قضى", "حكم"},
    "محاربة_اسم": LIGHT | {"تدخل", "قاد", "شكل"},
    "اغتال": KILLING_BY,
    "قتل": KILLING_BY,
}
"""Verbs that carry these nouns, whose possessor is the one it is done to (حكم بسجن فلان, نفذ اغتيال فلان)."""
DIRECTED = frozenset(("عاقب", "حظر", "تهمة", "اتهم", "انتقد", "دعا", "شكر", "هدد", "حذر", "أنذر", "طلب", "ناشد"))
"""Nouns of what one directs at somebody, who may stand before them."""
TO_ONE = {"له": "3ms", "لها": "3fs"}
OF_THINGS = frozenset(("ATTACKED", "DISPLACED"))
"""Acts done to somebody's things or people (قصف مواقع س, تهجير سكان ص)."""
FREEING = frozenset(("حرر", "استعاد", "انتزع"))
"""Nouns of taking a town from an enemy, who stands behind من."""
COOPERATING = frozenset(("تعاون", "نسق", "توافق", "تعاون_اسم", "تطبيع"))
CALLS = frozenset(("اتصل", "مكالمة"))
"""Calls on the telephone: who is told something in one has met (قال فلان لنظيره فلان في اتصال هاتفي)."""
GOING_ABOUT = frozenset(("قام", "استمر", "ساهم", "أسهم"))
"""Verbs with ب before a noun of what their subject does."""


class Nominal(Turned):
    def _noun(
        self, frame: Frame, i: int, reading: Reading, first: int, last: int
    ) -> tuple[list[Chunk], list[Chunk], str]:
        """Who does what a noun of doing tells, whom it reaches, and by which role the doers were found."""
        doc, syntax = self.doc, self.syntax
        subjects: list[Chunk] = []
        p = i + 1
        inner = syntax.at[i]
        if inner is not None and inner.kind == "agreement":
            p = inner.last
        how = ""
        at_end = p
        nisbas, q = self._nations_behind(p, last, reading.definite)
        if nisbas:
            at_end = nisbas[-1].last
        genitive: list[Chunk] = []
        thing = syntax.possessor(p, last) if frame.type in OF_THINGS and not reading.definite else None
        if thing is not None and nisbas and nisbas[0] is thing and self._stricken(i, p):
            nisbas, at_end = [], p  # قصف مواقع إسرائيلية, تدمير دبابة تركية: whose it is that was struck
        chunk = syntax.at[p] if p < last else None
        if (
            chunk is not None
            and chunk.first == p
            and doc.infos[p].word.fold.startswith("ال") == reading.definite
            and chunk.kind == "militia"
            and not chunk.lead
            and doc.infos[p].word.fold.endswith(("ي", "يه"))
            and chunk.length == 1
        ):
            nisbas, at_end = [chunk], chunk.last  # الهجوم الحوثي, الاعتداءات الحوثية
        if p < last and doc.texts[p] in QUOTES and p + 1 < last:
            chunk = syntax.at[p + 1]
        own = p
        if p + 2 < last and (doc.infos[p].word.fold, doc.infos[p + 1].word.fold) == ("كل", "من"):
            own, chunk = p + 2, syntax.at[p + 2]  # قطع كل من السعودية ومصر علاقاتها
        if (
            not reading.definite
            and not reading.pronoun
            and chunk is not None
            and chunk.first in (own, own + 1)
            and chunk.kind != "nisba"
            and chunk.lead == ""
        ):
            genitive = syntax.coordinated(chunk, last)
            at_end = genitive[-1].last
        elif reading.pronoun and frame.lemma == "اتهم" and not self._to_whom(p, p + 1):  # اتهامها لموسكو: hers
            return self._accused_again(frame, i, reading, first, last)
        elif reading.pronoun and frame.lemma == "استقبل" and (hosts := self._by_whom(i + 1, last)):
            he = self._owner(i, reading.pronoun, first, last)  # خلال استقباله من طرف فلان: he is the guest
            return (hosts, [he], "by") if he is not None else ([], [], "")
        elif reading.pronoun and frame.lemma in COOPERATING:
            pass  # دعا س ص إلى مواصلة تعاونها مع ع: whose it is, is told by no more than a pronoun
        elif reading.pronoun and frame.type == "DETAINED" and frame.subject == ("light",):
            near = (c for c in reversed(syntax.at[first:i]) if c is not None and c.kind == "person")
            genitive = list(islice(near, 1 if reading.person == "s" else 0))  # فلان، الذي سارعت الشرطة إلى توقيفه
        elif reading.pronoun == "3d" and frame.type == "MET" and (two := self._these_two(i, first)):
            genitive = two
        elif p < last and doc.infos[p].word.fold in TO_ONE and frame.type in OWNED and not reading.definite:
            who = self._owner(i, TO_ONE[doc.infos[p].word.fold], first, last)  # في أول اجتماع له مع س
            genitive, at_end = ([who], p + 1) if who is not None else ([], at_end)
        elif reading.pronoun in ("3d", "3p") and frame.type == "SUPPORTS":
            genitive = self._owners(i, first)
        elif reading.pronoun:
            who = (
                self._called_upon(frame, i, reading)
                or self._told_owner(i, reading, first)
                or self._owner(i, reading.pronoun, first, last)
            )
            who = who or self._antecedent(i, reading.pronoun, [])
            if who is not None and frame.lemma == "استقبل" and self._type(who) == "organization":
                who = None  # وكان في استقباله س, in what a ministry tells: no body is received
            if who is not None:
                genitive = self._each(who, i)
        verbs = WILLING if frame.type == "SUPPORTS" else LIGHT
        relative = self._relative(q, last, verbs) if not genitive and not nisbas else None
        if relative is not None:
            subjects, at_end, how = relative[0], relative[1], "light"
        if frame.type == "SUPPORTS" and self._untold(frame, i, reading, first):
            return [], [], ""
        teller = self.inside[i]
        if reading.prep == "ب" and teller is not None and teller.act == "accuse":
            accused = self._accused(teller.cue, i)
            if accused:
                subjects, how = accused, "accused"
        if frame.type == "ATTACKED" and not subjects and (doer := self._claiming(i, first, last)):
            subjects, how = doer, "claimed"
        if frame.lemma == "شكر" and teller is not None and doc.texts[i].rstrip("\u064b") == "شكرا":
            subjects, how = [teller.chunk] if teller.chunk is not None else [], "said"  # «شكرا لفلان»
        if frame.lemma == "استعد" and i > first and doc.infos[i - 1].word.fold == "علي":
            subjects, how = self._ready(i - 1, first), "ready"
        if teller is not None and (answer := self._rebutted(frame, i, reading, teller, genitive, nisbas)):
            return answer
        received = self._received(i, first, last)
        if received is not None and (not genitive or (reading.prep and not reading.pronoun)):
            did = genitive or (subjects if how == "light" else [])  # تحظى س بدعم ص, تعرضت س لقصف نفذته ص
            armed = self._whose_arms(at_end, last) if at_end < last and not (nisbas or did) else None
            givers = (
                nisbas
                or did
                or ([armed] if armed is not None else [])
                or [c for c in syntax.with_prep(at_end, last, frozenset(("من",)), 8)]
            )
            wanted = {"place"} if frame.type == "DEPLOYED_IN" else frame.objects  # صنعاء الخاضعة لس: no state
            got = [c for c in received if self._type(c) in wanted]
            if givers and got:
                return givers, got, "received"
        if not subjects:
            subjects, genitive, at_end, role = self._doers(frame, i, reading, first, last, genitive, nisbas, at_end, q)
            how = role or how
        if frame.type == "SUPPORTS" and reading.prep == "ب" and genitive and not reading.pronoun:
            carried = self._light(i, first, last, GOING_ABOUT)
            if carried and carried[0].actor != genitive[0].actor:  # تقوم س بدعم ص: she gives it
                return self._turned(frame, i, reading, first, last, carried, genitive, [], "light", at_end)
        start = at_end
        objects = self._done_to(frame, reading, how, subjects, genitive, p, start, last)
        if how == "gen" and genitive and frame.type == "ATTACKED" and at_end < last:
            joined = doc.texts[at_end].startswith("و") and syntax.is_thing(at_end)
            objects = [] if joined else objects  # قادرة على ضرب س وكل قواعد ص: both are what is struck
        if relative is not None and not objects and subjects:  # الزيارة التي قام بها إلى كيغالي فلان
            to = next((k for k in range(q, subjects[0].first) if doc.infos[k].prep in frame.preps), last)
            objects = [
                c for c in syntax.with_prep(to, subjects[0].first, frame.preps) if self._type(c) in frame.objects
            ]
        if not objects and how == "light" and not nisbas and not genitive:
            objects = self._with_before(frame, i, first)
        if not objects and frame.type == "REJECTED" and subjects:
            objects = [c for c in self._any_of(start, last) if self._type(c) in frame.objects]
        if not objects and how in ("main", "light") and frame.lemma in CALLS:
            objects = self._told_to(i, first)
        if how == "light" and len(subjects) == 1 and not objects and "pair" in frame.subject:
            subjects = self._together(subjects[0], i)
        if not objects and how == "gen" and frame.type == "REJECTED" and self._despite(i, first):
            objects = [c for c in self._main(i, first, last) if c.actor != genitive[0].actor]
        if thing is not None and not genitive and self._type(thing) in frame.objects:
            objects = syntax.coordinated(thing, last)  # قصف مواقع لحماس في غزة
        if (
            frame.type in ("ATTACKED", "DETAINED")
            and subjects
            and (how in ("gen", "nisba", "ل", "claimed") or (how == "light" and not (i and doc.infos[i - 1].prep)))
        ):
            objects = [c for c in self._hit(start, last) if self._type(c) in frame.objects] or objects
        struck = frame.type == "ATTACKED" and subjects and not objects and how in ("gen", "nisba", "light", "ل")
        if struck and not any(x.type == "ATTACKED" and first <= x.trigger < i for x in self.out):
            objects = self._near_place(start, last)  # not: قتل فلان بضربة شرقي بغداد
        far = objects[0].first - at_end if objects else 0
        all_of = far > 3 and doc.infos[at_end].word.fold[1:] in ALL  # تأييدها لكل الإجراءات التي تتخذها س
        if (
            frame.type == "SUPPORTS"
            and far > 3
            and not all_of
            and (how == "gen" or "،" in doc.texts[at_end : at_end + far])
        ):
            objects = []  # بدعم الحوثيين في تحد للقرار: whom the support is for stands near
        if not objects and how in ("light", "nisba") and frame.type == "SANCTIONED":
            objects = [c for c in self._imposed_on(i, first, subjects) if self._type(c) in frame.objects]
        if not objects and how == "light" and frame.lemma in DIRECTED:
            objects = [c for c in self._directed_at(i, subjects, frame) if self._type(c) in frame.objects]
        if not objects and frame.type == "SANCTIONED" and frame.lemma in RECALLING:
            objects = self._posted(i, last)
        if not objects and how == "nisba" and frame.lemma in ENTERING:
            objects = [c for c in self._land_before(i, first) if self._type(c) in frame.objects]
        if frame.lemma == "جال" and not objects:
            objects = self._toured(at_end, last) or self._tour_of(i, first, at_end, last)
            traveller = [x.subject for x in self.out if x.type == "VISITED" and first <= x.trigger < i]
            led = any(doc.infos[p].word.fold.startswith(("قاد", "تقود", "ستقود")) for p in range(q, min(last, q + 8)))
            if objects and led and not traveller:
                return [], [], ""
            if objects and traveller:  # زيارة س لص، المحطة الأخيرة في جولة قادته إلى
                around = [c for c in syntax.at[first:i] if c is not None and c.actor == traveller[-1]]
                subjects, how = (around[-1:], "carried") if around else (subjects, how)
        if frame.lemma == "جال" and objects:  # جولة في الشرق الأوسط تشمل س وص
            objects = [*objects, *(c for c in self._toured(at_end, last) if c not in objects)]
        there = genitive if how == "gen" and not objects and genitive[0].kind == "country" else []
        if frame.type == "VISITED" and (how in ("", "light", "main") or there) and not nisbas:
            guest = self._invited(i, first, last)
            if guest:  # دعا فلان فلانا إلى زيارة المغرب
                subjects, objects, how = guest, there or objects, "invited"
        if frame.type == "VISITED" and subjects and not objects and how in ("gen", "nisba"):
            objects = self._of_the_row(i, first)
        if (
            not subjects
            and teller is not None
            and teller.act == "deny"
            and teller.chunk is not None
            and i - teller.first <= 5
            and (objects or genitive)
        ):
            objects = objects or [c for c in genitive if self._type(c) in frame.objects]
            subjects, how = [teller.chunk], "denier"
        if not subjects and frame.type in ("AGREED_WITH", "MET") and objects and (havers := self._having(i, first)):
            subjects, how = havers, "having"
        if not subjects and frame.type == "MET" and objects and (goers := self._going_to(i, first)):
            subjects, how = goers, "aim"
        hung = frame.type == "SUPPORTS" and self._prep_before(i) == "في"  # تورط س في إرسال أسلحة إلى ص
        if not subjects and "light" in frame.subject and objects and not hung:
            common = ASSAILING if frame.type == "ATTACKED" else LIGHT
            verbs = DONE_BY.get(frame.lemma) or (CARRYING[frame.lemma] if frame.lemma in GIVING else common)
            aimed = reading.prep == "ب" or (reading.prep == "ل" and frame.lemma in ("ناقش", "بحث"))
            if frame.type == "MET" and not aimed and not self._wished_of(i, first):
                verbs = verbs | WISHING  # يأمل فلان في عقد لقاء مع س
            unfought = frame.lemma in FIGHTS and not self._fought(i, reading)
            there_already = frame.lemma == "اتفق" and (reading.definite or doc.texts[p][:2] == "ال")
            carried = []
            if not (unfought or there_already):  # not: أعلن تمسكه بالاتفاق مع س
                done_to = frame.type in DEEDS and frame.lemma not in FREEING
                carried = self._light(i, first, last, verbs, done_to)
            voted = frame.type in ("SANCTIONED", "DEPLOYED_IN") and not reading.prep
            carried = carried or (self._approved(i, first) if voted else [])
            subjects, how = (carried, "light") if carried else ([], "")
        return self._turned(frame, i, reading, first, last, subjects, objects, genitive, how, at_end)
