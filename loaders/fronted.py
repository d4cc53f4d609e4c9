"""Objects that stand where a subject would (ودعا مجلس الأمن إلى, وطالب فرنسا بسحب قواتها): the subject goes on."""

from __future__ import annotations

from loaders.doc import Chunk
from loaders.hosts import Hosts
from loaders.lexicon.frames import Frame
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.phrases import DELEGATES
from loaders.preceding import Args
from loaders.subjects import TWO_SIDES

ADDRESSED = word_set("relations.addressed")
ASKING = word_set("statements.asking")
BEING = word_set("clause.being")
RECEIVING = ("استقبل", "هاتف")
"""Verbs whose subject and object are alike, and stand far apart at times."""
MEANING = word_set("fronted.meaning")
"""Verbs whose subject does himself what أن tells (ينوي فلان أن يدعو فلانا)."""
ARRIVING = frozenset(("زار", "وصل"))
NEAR = 4
"""Sentences within which "the two countries" are two that the text has told of together."""


class Fronted(Hosts):
    def _object_first(self, i: int, reading: Reading, frame: Frame, args: Args, first: int) -> Args:
        """ودعا مجلس الأمن إلى, واتهم الحوثيين ب: one noun phrase behind a verb that needs an object is the object when
        the sentence goes on with a subject before it."""
        if "obj" in frame.object and frame.lemma in ARRIVING and (guest := self._place_first(i, reading)) is not None:
            return Args([guest] if frame.type == "VISITED" else [], i + 1, frame.type != "VISITED", "after")
        after_that = (
            i > first
            and self.doc.infos[i - 1].word.fold in ("ان", "لان")
            and i > first + 1
            and self.doc.infos[i - 2].word.fold in ("بعد", "قبل", "منذ", "بعدما", "دون", "بدون")
        ) or self._he_means(i, first)
        if args.how == "after" and self._that_he(i, first) and ("obj" in frame.object or "pair" in frame.object):
            stop = self.doc.sents[self.syntax.sent_of[i]].last
            if not self.syntax.objects(args.end, min(stop, args.end + 4)) and self._carried(i, reading, first):
                return Args([], i + 1)  # نفى فلان أن يكون قد التقى فلانا
        if args.other and "obj" in frame.object and self._that_he(i, first) and self._carried(i, reading, first):
            return Args([], i + 1)  # نفى فلان أن يكون قد قصف مستشفى
        met = frame.type == "MET" and not reading.pronoun and args.how == "after"
        if met and self._during_it(i, first) is not None:
            stop = self.doc.sents[self.syntax.sent_of[i]].last  # زيارة س التي التقى خلالها ص: whom he met
            return args if self.syntax.objects(args.end, min(stop, args.end + 3)) else Args([], i + 1)
        if reading.pronoun and (frame.type == "MET" or not reading.lead):
            return args  # حيث استقبله فلان: the pronoun is the object
        many = frame.lemma in ("التقى", "زار", "استقبل")
        goes_on = i > first and (self.doc.infos[i - 1].word.fold in ("كما", "ثم", "حيث") or self._arranged(i, first))
        if (
            args.how != "after"
            or (len(args.chunks) != 1 and not many)
            or not (reading.lead == "و" or after_that or goes_on)
            or "obj" not in frame.object
        ):
            return args
        chunk = args.chunks[0]
        peer = self.doc.infos[chunk.first].word.fold in ("نظيره", "نظيرها")  # وشكر نظيره فلانا
        accusative = self.doc.texts[chunk.last - 1].endswith("ين") and chunk.kind in (
            "militia",
            "country",
            "organization",
        )
        asked = self.syntax.asked_of(frame.lemma, args.end)
        if frame.lemma not in ADDRESSED or not (
            accusative
            or asked
            or after_that
            or peer
            or frame.lemma in ("اتهم", "التقى", "زار", "حمل", "صافح", "قابل")
            or frame.lemma in RECEIVING
            or chunk.kind in ("organization", "militia", "country", "backref")
        ):
            return args
        if (
            not asked
            and frame.lemma in ("اتهم", "حمل", "دعا", "طالب", "حث")
            and (
                self.doc.texts[chunk.last - 1].endswith("ون")
                or (
                    args.end < self.doc.n
                    and (self.doc.texts[args.end] in "،," or "relative" in self.doc.infos[args.end].closed)
                )
            )
        ):
            return args  # واتهم الحوثيون, واتهمت المعارضة، عقب ذلك، النظام: a subject
        alone = (
            frame.lemma in ("اتهم", "طالب", "دعا", "حث") and chunk.gender == "m" and not (accusative or asked or peer)
        )
        if alone and reading.tense == "pres" and reading.person == "3ms":
            return args  # ويتهم المعهد بالقرصنة: it is accused, by nobody who is told; ويطالب المجلس بكذا: he asks
        stop = self.doc.sents[self.syntax.sent_of[i]].last
        reach = stop if frame.lemma in RECEIVING else args.end + (10 if goes_on else 4)
        nouns = 2 if "gen2" in frame.object else 0  # وانتقدت وزارة س زيارة ص: her visit is the object
        end = self.syntax.over_aside(args.end, stop)  # واتهمت منظمة س (المعنية بكذا) قوات ص
        if (not peer and self.syntax.objects(end, min(stop, reach + end - args.end), nouns)) or (
            goes_on and self.syntax.with_prep(end, stop, frame.preps, 6)
        ):
            return args
        carried = self._carried(i, reading, first)
        runs_on = frame.lemma in ASKING and chunk.kind != "backref" and not reading.pronoun  # أدانت س الهجوم ودعت ص إلى
        if (
            carried is None
            or carried.first > i
            or (
                not asked
                and not (runs_on and carried.first >= first)
                and carried.kind not in ("person", "title")
                and frame.lemma not in ("اتهم", "حمل")
                and not accusative
                and carried.head.removeprefix("ال") != "وفد"
                and self.doc.infos[carried.first].word.fold not in DELEGATES  # زار وفد من حزب الله طهران والتقى فلانا
            )
        ):
            return args
        return Args([], i + 1)

    def _he_means(self, i: int, first: int) -> bool:
        """ينوي فلان أن يدعو فلانا: a verb behind أن whose subject stands before it, behind a verb of meaning to."""
        who = self.syntax.at[i - 2] if i - 2 > first and self.doc.infos[i - 1].word.fold == "ان" else None
        if who is None or who.last != i - 1 or who.lead or who.first <= first:
            return False
        return not MEANING.isdisjoint(self.doc.infos[who.first - 1].lemmas)

    def _place_first(self, i: int, reading: Reading) -> Chunk | None:
        """زار بغداد أمس وزير الخارجية الروسي: who came, told behind where he came."""
        doc, place = self.doc, self.syntax.at[i + 1] if i + 1 < self.doc.n else None
        if place is None or place.first != i + 1 or place.lead or self._type(place) not in ("country", "place"):
            return None
        last = doc.sents[self.syntax.sent_of[i]].last
        p = self.syntax.coordinated(place, last)[-1].last
        while p < last and (doc.dated[p] or self.syntax.is_adverb(p)):
            p += 1
        guest = self.syntax.at[p] if p < last else None
        if p < last and (head := self.syntax.led(p, min(last, p + 14))) is not None:
            return head  # وصل بغداد أمس وفد من س برئاسة فلان
        named = (
            guest is not None
            and guest.first == p
            and not guest.lead
            and (guest.kind in ("person", "title") or not DELEGATES.isdisjoint(doc.infos[guest.first].word.rests))
        )
        return guest if guest is not None and named and self.syntax.agrees(reading, guest) else None

    def _that_he(self, i: int, first: int) -> bool:
        """أن يكون قد: a verb whose subject, said before أن, is not said again."""
        k = i - 2 if i > first and self.doc.infos[i - 1].word.fold == "قد" else i - 1
        return k > first and self.doc.infos[k].word.fold in BEING and "complement" in self.doc.infos[k - 1].closed

    def _two_meant(self, i: int) -> list[Chunk]:
        """ناشد البلدين, طلب من الطرفين: the two, joined or opposed a little before, whom the text means."""
        here, chunks = self.syntax.sent_of[i], self.cast.chunks
        lands = self._side(i).startswith(("البلد", "الدول"))
        kinds = ("country",) if lands else ("country", "militia", "organization")
        for c in reversed(chunks):
            if c.last > i or not c.actor or c.lead == "و":
                continue
            if here - self.syntax.sent_of[c.first] > NEAR:
                break
            two = self.syntax.coordinated(c, i) if self._type(c) in kinds else []
            joined = lands or self.doc.infos[c.first - 1].word.fold == "بين"
            if len(two) == 2 and joined and all(self._type(x) in kinds and x.actor for x in two):
                return two
        told = [x for x in self.out if x.trigger < i and here - self.syntax.sent_of[x.trigger] <= NEAR]
        for edge in reversed(told):
            ends = (str(edge.subject), str(edge.object))
            if all(self.cast.types.get(e) in kinds for e in ends) and edge.type in AGAINST:
                return [next(c for c in chunks if c.actor == e) for e in ends if any(c.actor == e for c in chunks)]
        return []

    def _side(self, i: int) -> str:
        """The form of the noun for the two, within three words behind i."""
        for p in range(i + 1, min(self.doc.n, i + 8)):
            if self.doc.infos[p].word.fold in TWO_SIDES:
                return self.doc.infos[p].word.fold
        return ""


AGAINST = frozenset(("MET", "AGREED_WITH", "ATTACKED", "SANCTIONED", "ACCUSED", "CRITICIZED", "THREATENED", "REJECTED"))
