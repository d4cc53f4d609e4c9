"""Typed edges: verb frames and noun frames, read sentence by sentence; constructions.py has what no frame tells."""

from __future__ import annotations

from functools import lru_cache

from loaders.arguments import ENDING
from loaders.doing import DEEDS
from loaders.gatherings import BROUGHT, SENDING
from loaders.guards import Guards
from loaders.lexicon import Info
from loaders.lexicon.frames import Frame, frames
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.likelihood import SPEECH
from loaders.nominal import FREEING
from loaders.phrases import TO_HIM
from loaders.possessors import CAUSES
from loaders.preceding import BEHIND, Args
from loaders.proposals import Proposal
from loaders.prospects import IF
from loaders.standing import CARRIERS
from loaders.verdict import LEAVING
from loaders.victims import HOLDING
from loaders.withdrawals import DEMANDING

REPELLING = word_set("relations.repelling")
KILLING = frozenset(("قتل", "اغتيل", "اغتال", "استشهد", "أصيب"))
ANEW = frozenset(
    (
        ("SUPPORTS", "قاتل"),
        ("SUPPORTS", "حارب"),
        ("ATTACKED", "طال"),
        ("DETAINED", "حكم"),
        ("SUPPORTS", "صوت"),
        ("ATTACKED", "فجر"),
    )
)
"""Verbs that are another's than whoever the sentence is about (انتقادات طالت س, حكم على فلان)."""
INVITED = frozenset(("من", "كريمه", "رسميه", "شخصيه"))
SEARCHES = frozenset(("عمليه", "عمليات", "فريق", "فرق", "جهود"))
"""عملية بحث: of searching, not of talks."""
PUTTING_OUT = "frame:deployed_in:نشر:verb"
"""نشر may put out what is said, too (نشرت ألوية س فيديو في)."""
FIGURATIVE = word_set("relations.figurative")


@lru_cache(maxsize=1)
def acting() -> frozenset[str]:
    """Lemmas at which `_sentence` begins anything: most verbs tell no act."""
    return frozenset(lemma for lemma, _ in frames()) | HOLDING | DEMANDING | KILLING | {*BROUGHT, *SENDING}


def _verb_of(info: Info, lemmas: frozenset[str]) -> Reading | None:
    return next((r for r in info.verbs if r.pos == "verb" and r.lemma in lemmas), None)


class Relater(Guards):
    """All typed edges of an article. From readings.py up to here each class adds sentences of a kind to the one before:
    in one line, as classes that mypyc compiles have one base (`make fast`)."""

    def read(self) -> list[Proposal]:
        self.acting = acting()
        self._positions()
        self._resolutions()
        for sent in self.doc.sents:
            self._sentence(sent.first, sent.last)
        self._resolve()
        self._led()
        self._stations()
        self._postings()
        self._turns()
        self._claims()
        self._displacements()
        self._casualties()
        self._custody()
        self._weapons()
        self._belongings()
        self._backed()
        self._agreements()
        self._pacts()
        self._unnamed()
        self._joint()
        self._signed_for()
        self._aims()
        self._warned_off()
        self._charges()
        self._misdeeds()
        self._blames()
        self._retorts()
        self._jointly()
        self._partisans()
        self._exchanged()
        self._on_the_phone()
        self._sanction_lists()
        self._put_on_lists()
        self._receipts()
        self._denials()
        self._obliged()
        self._called_for()
        self._kept()
        self._called_to_leave()
        self._journeys()
        self._then_with()
        self._welcomed()
        self._took_in()
        self._asked_to_come()
        self._met_at_gate()
        self._waited_for()
        self._telegrams_alike()
        self._sat_in()
        self._phoned()
        self._credentials()
        self._to_this_land()
        self._attended()
        self._stood_by()
        self._convened()
        self._came()
        self._committees()
        self._by_sides()
        self._visits()
        self._goodwill()
        self._met_ahead()
        return self.out

    def _sentence(self, first: int, last: int) -> None:
        doc, syntax = self.doc, self.syntax
        for i in range(first, last):
            info = doc.infos[i]
            if (
                not info.verbs
                or info.lemmas.isdisjoint(self.acting)
                or (info.closed and not info.closed <= {"former", "modifier"})
            ):
                continue
            chunk = syntax.at[i]
            own = chunk is None or (chunk.kind in ("agreement", "backref") and chunk.first == i)
            if not own and chunk is not None and chunk.kind != "nisba":
                continue
            verbal = self._verbal(i)
            done = False
            for reading in info.verbs:
                if (reading.pos == "verb") != verbal and reading.pos != "participle":
                    continue
                if verbal and self._another_verb(i, reading):
                    continue
                if reading.pos == "verb" and reading.person in ("1s", "1p") and self.first_person(i, reading) is None:
                    continue
                found = self.frames.get((reading.lemma, reading.pos), ())
                if reading.pos == "participle" and self._circumstantial(i, reading):
                    found = found + self.frames.get((reading.lemma, "verb"), ())
                for frame in found:
                    if done and reading.pos == "masdar" and frame.lemma not in FREEING:
                        break
                    done = self._apply(frame, i, reading, first, last) or done
                    done = done or self._both(frame, i, reading, first, last)
                if done:
                    break
            if not info.lemmas.isdisjoint(BROUGHT) and (r := _verb_of(info, BROUGHT)) is not None:
                self._gathered(i, r, first, last)
            if verbal and not info.lemmas.isdisjoint(SENDING) and (r := _verb_of(info, SENDING)) is not None:
                self._sent(i, r, first, last)
            if not KILLING.isdisjoint(info.lemmas):
                self._victim(i, last)
            if not HOLDING.isdisjoint(info.lemmas):
                self._held(i, first, last)
            if verbal or not info.lemmas.isdisjoint(DEMANDING):
                pos = "verb" if verbal else "participle"
                reading = next((r for r in info.verbs if r.pos == pos), info.verbs[0])
                if verbal or (reading.pos == pos and self._circumstantial(i, reading)):
                    self._withdrawal(i, reading, first, last)

    def _apply(self, frame: Frame, i: int, reading: Reading, first: int, last: int) -> bool:
        doc, syntax = self.doc, self.syntax
        through = reading.pronoun or (i + 1 < last and doc.infos[i + 1].word.fold in TO_HIM)
        back = 3 if through else 1  # صاروخا باليستيا أطلقه, الاتفاق الذي توصلت إليه
        fits = not frame.needs or any(
            doc.infos[p].word.fold in frame.needs and not (frame.by == PUTTING_OUT and self._in_a_name(p))
            for p in range(max(first, i - back), min(last, i + 16))
        )
        if not fits and not self._own_envoy(frame, i, first, last):
            return False
        if self._tells_another(frame, i, reading, last):
            return False
        status = self._status(i, reading, first)[1]
        if status is None:
            return False
        if "not" in frame.subject:
            if status != "denied" or (i > first + 1 and doc.infos[i - 2].word.fold == "ما"):
                return False  # ما لم يوافق س
            status = "asserted"  # لم توافق س على المقترح: she rejects it
        standing = "giver" in frame.subject or (frame.pos == "participle" and frame.type in ("PARTY_TO", "AGREED_WITH"))
        if standing and status == "planned":
            status = "asserted"  # المدعومة من س, الموقعة على الاتفاق: so it is, whatever is to come
        subjects, objects, how = [], [], ""
        if frame.pos == "verb":
            args = syntax.subject(i, reading, last) if reading.pos == "verb" else Args()
            if reading.person in ("1s", "1p"):
                speakers = self.first_persons(i, reading)
                args = Args(speakers, i + 1, how="first") if speakers else Args()
            args = self._object_first(i, reading, frame, args, first)
            args = self.our_own(i, args)
            args = self.two_doers(i, reading, args) if frame.type in SPEECH else args
            if args.other and "pair" in frame.object and (two := self._two_states(i + 1)):
                args = Args(two, i + 2, how="after")
            if args.other:
                return False
            subjects, how = args.chunks, args.how
            if frame.type in SPEECH and frame.lemma not in LEAVING:
                subjects = self.for_his_land(i, reading, subjects)
            if how == "after" and "obj" in frame.object and (by := self._by_whom(args.end, last)):
                made = False  # اتهمت إيران من قبل الرياض: passive
                for s in by:
                    for o in subjects:
                        made = (
                            self._emit(s, frame.type, o, status, i, frame.by + "+passive", frame.score, frame.objects)
                            or made
                        )
                return made
            start = max(i + 1, args.end if how in BEHIND else i + 1)
            if not subjects:
                if i > first and doc.infos[i - 1].word.fold in IF:
                    return False  # هدد س ص إذا انسحب: ص is to leave
                subjects, how = self._carried_two(i, reading, frame, first), "carried"
                carried = self._carried(i, reading, first) if not subjects else None
                passive = carried is not None and self._fell_so(frame, i, reading, first, carried)
                if (carried is None and not subjects) or (frame.type, frame.lemma) in ANEW or passive:
                    return False  # فصائل تدعمها س وتقاتل إلى جانب ص: they fight
                if frame.type == "ATTACKED" and carried is not None and self._observed(carried, i):
                    return False
                subjects = subjects or (self._who_go_on(carried, i) if carried is not None else [])
            if frame.type == "MET" and status == "asserted" and self._on_a_journey_to_come(i, reading, first):
                status = "planned"
            start = self._cognate(start, last, frame.lemma)
            start = syntax.over_apposition(syntax.over_aside(start, last) if how in BEHIND else start, last)
            objects = self._objects(frame, i, start, last, reading, subjects)
            if frame.type == "REJECTED" and status == "asserted":
                self._asked_too(frame, i, start, subjects, objects)
            if (
                not objects
                and frame.type == "ATTACKED"
                and "place" in frame.objects
                and frame.lemma != "داهم"
                and not reading.pronoun
                and all(self._type(c) in ("country", "militia", "organization") for c in subjects)
            ):
                objects = self._site(start, last)
            mate = syntax.at[i + 1] if how == "carried" and i + 1 < last and "pair" in frame.object else None
            if not objects and mate is not None and mate.first == i + 1 and mate.lead == "و":
                subjects = [*subjects, *syntax.coordinated(mate, last)]  # أنه اتفق والوزير فلان على
            if not objects and frame.type == "MET" and "pair" in frame.object and len(subjects) == 1 and how == "after":
                subjects = [*subjects, *self._and_his_peer(start, last)]
            if not objects and "pair" in frame.object and len(subjects) > 1:
                if frame.lemma == "التقى" and reading.lead and reading.person not in ("3d", "3p"):
                    return False  # والتقى س وص: whom he met, more likely
                if how == "after" and frame.type == "MET" and i == first + 1 and self._unknown(first):
                    return False  # بولس يلتقي س وص: a name that is in no list has met them
                return self._pairs(subjects, frame, i, status)
        elif frame.pos == "masdar":
            prior = doc.infos[i - 1].word.fold if i > first else ""
            if frame.type == "ATTACKED" and (
                prior in REPELLING or any(w.word.fold in FIGURATIVE for w in doc.infos[i + 1 : i + 3])
            ):
                return False
            if frame.type == "ATTACKED" and self._feared(i, first):
                return False
            if frame.lemma == "بحث" and (prior in SEARCHES or (i + 1 < last and doc.infos[i + 1].prep == "عن")):
                return False
            if self._tells_nothing(frame, i, reading, first):
                return False
            if frame.lemma == "طلب" and reading.prep == "ب":
                return False  # اجتمع المجلس بطلب من س: not the council asks (turns.py)
            if frame.lemma == "دعا" and reading.prep == "ب" and doc.infos[i + 1].word.fold in INVITED:
                return False  # أدى زيارة إلى س بدعوة كريمة من ص: an invitation
            if frame.lemma == "اتفق" and status == "planned" and self._there_already(i, last, reading.definite):
                status = "asserted"
            if frame.type == "MET" and prior == "هامش":
                return False  # على هامش اجتماعات الجمعية العامة: where they met
            told = self._doer_told(frame, i, reading, first, last)
            if told is None and frame.lemma == "قتل" and doc.infos[i].word.fold.endswith("مقتل"):
                return False  # مقتل جنود أتراك: of whom it is told
            subjects, objects, how = told or self._noun(frame, i, reading, first, last)
            if frame.type in DEEDS and how in ("light", "main"):
                subjects = self._who_did(subjects)
            if frame.type == "OFFERED" and subjects and not objects and self._mediates(i, last):
                objects = self._two_meant(i)  # those at odds, no market that was shelled
                objects = objects if all(self._type(c) in ("country", "militia") for c in objects) else []
            if frame.type == "MET" and how == "main" and status == "planned" and self._in_talk(i, first):
                status = "asserted"  # حذر س، في اتصال مع ص، من كذا
            if how in ("light", "main") and status == "planned" and self._refused(i, first):
                status = "denied"  # رفض تبون لقاء ماكرون
            if how == "rebutted":
                status = "asserted"  # نفت س اتهامات ص: they were made
            his = how in ("light", "received") or (how == "gen" and bool(reading.pronoun) and frame.type in SPEECH)
            carriers = CARRIERS | {"جدد", "كرر"} if frame.type in SPEECH else CARRIERS
            if his and status == "asserted" and self._not_carried(i, first, carriers):
                status = "denied"  # لم تفرض س عقوبات على ص
            elif how in ("main", "light", "claimed") and frame.type == "ATTACKED" and self._unclaimed(i, first):
                return False  # لم تعلن س مسؤوليتها عن الهجوم على ص
            elif status == "asserted" and (how == "invited" or (frame.lemma == "استقبل" and reading.prep == "ل")):
                status = "planned"
            if frame.type == "ATTACKED" and prior.removeprefix("ب").removeprefix("ل") in ENDING:
                if how in ("light", "main"):
                    return False  # وقّع س وص بيان وقف الحرب: who ends it has not therefore begun it
                status = "asserted" if status == "planned" else status  # دعا إلى إنهاء الحرب: there is one
            if frame.type == "DEPLOYED_IN" and prior.removeprefix("ب").removeprefix("ل") == "انهاء":
                status = "asserted" if status == "planned" else status  # طالبت بإنهاء الوجود التركي
            if status == "planned" and prior in CAUSES:
                status = "asserted"  # ستفرض س عقوبات على ص بسبب دعمها ع: there is such
            if how == "aim" and status == "asserted":
                status = "planned"  # توجه إلى بغداد لإجراء محادثات مع س
            if frame.type == "MET" and any(e.outlet for c in objects for e in c.entities):
                return False  # في لقاء مع قناة س: an interview
            if how == "light" and frame.lemma == "معركة" and not objects:
                return False  # يخوض الجيش والمقاومة معارك: on one side
            if not objects and len(subjects) > 1 and ("pair" in frame.subject):
                return self._pairs(subjects, frame, i, status)
        else:
            subjects, objects, how = self._participle(frame, i, reading, first, last)
        if frame.type == "MET":
            objects = [*objects, *(c for o in objects for c in self.syntax.named_among(o, last))]
            subjects = [*subjects, *(c for s in subjects for c in self.syntax.named_among(s, last))]
        made = False
        score = frame.score * (0.85 if how == "carried" else 1.0)
        for s in subjects:
            for o in objects:
                made = self._emit(s, frame.type, o, status, i, frame.by, score, frame.objects) or made
        return made
