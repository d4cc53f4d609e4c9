"""Meetings that no verb with subject and object tells: who was brought together, who attended, the two sides again."""

from __future__ import annotations

from itertools import combinations, pairwise

from loaders.doc import Chunk
from loaders.governed import LASTING
from loaders.lexicon.frames import ACTORS, Frame
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.preceding import Args
from loaders.proposals import Proposal
from loaders.standing import NOUN
from loaders.subjects import TWO_SIDES
from loaders.venues import SEVERAL, Venues

ATTENDING = word_set("relations.attending")
BROUGHT = frozenset(("جمع", "ضم"))
"""Verbs whose subject is a meeting and whose object are those who meet."""
BESIDE = {"جانبه": "3ms", "جانبها": "3fs"}
SENDING = frozenset(("أرسل", "أوفد", "بعث"))
ENVOYS = word_set("relations.envoys")
LOCAL = 3
"""Sentences within which the two sides are those who met last."""
MEALS = word_set("gatherings.meals")
"""Meals and tables at which people meet, behind a verb of bringing together."""
NUMBERED = {"الثلاثه": 3, "الثلاث": 3, "الاربعه": 4, "الاربع": 4}
PASSED = frozenset(("تم", "وتم", "يتم", "جرى", "وجرى"))
"""Verbs that say of a noun of doing behind them that it took place."""
LETTER = "frame:met:سلم:verb"
"""سلم س ص دعوة إلى قمة في ع: the town is of the letter."""


class Gatherings(Venues):
    """Meetings of two and more."""

    def _gathered(self, i: int, reading: Reading, first: int, last: int) -> None:
        """اجتماع جمعه بفلان, لقاء جمع فلانا بفلان, قمة ضمت س وص: those whom a meeting brings together."""
        around = [*range(max(first, i - 12), i), *range(i + 1, min(last, i + 3))]
        folds = [info.word.fold for info in self.doc.infos[i + 1 : min(last, i + 26)]]
        table = any(not MEALS.isdisjoint(info.word.rests) for info in self.doc.infos[i + 1 : min(last, i + 3)])
        table = table or ("علي", "طاوله") in pairwise(folds)  # جمع س وص على طاولة واحدة
        if (
            not table
            and not any(self._meeting(p) for p in around)
            and (reading.lemma == "ضم" or not self.syntax.with_prep(i + 1, last, frozenset(("ب", "مع")), 20))
        ):
            if reading.lemma == "جمع" and not reading.pronoun:
                self._hosted(i, reading, first, last)
            return  # الوفد يضم س وص, الأدلة التي جمعها المحققون
        if any(self._meeting(p) and self._rumoured(p) for p in around):
            return  # أنباء عن اجتماع ضم س وص
        group: list[Chunk] = []
        if reading.pronoun in ("3ms", "3fs"):
            if self._opening(i, first):  # وخلال لقاء جمعه بس، أكد ص: he is told behind
                group = [c for c in self._main(i, first, last)[:1] if self._type(c) == "person"]
            who = self._antecedent(i, reading.pronoun, []) if not group else None
            group = [who] if who is not None else group
        elif i + 2 < last and self.doc.infos[i + 1].prep == "الي" and self.doc.infos[i + 2].word.fold in BESIDE:
            host = [c for c in self._main(i - 1, first, i)[:1] if self._type(c) == "person"]
            who = self._antecedent(i, BESIDE[self.doc.infos[i + 2].word.fold], [])
            group = host or ([who] if who is not None else [])  # عقد فلان قمة تجمع إلى جانبه س وص
        group += [c for c in self._listed(i + 1, last) if c not in group]
        group = [c for c in group if self._type(c) in ("person", "country")] if len(group) > 1 else []
        noun = self._prep_before(i) != ""  # تسعى إلى جمع فلان وفلان
        status = self._status(i, NOUN if noun else reading, first)[1]
        for a, b in combinations(group, 2):
            self._emit(a, "MET", b, status or "asserted", i, f"frame:met:{reading.lemma}", 0.75, ACTORS)

    def _hosted(self, i: int, reading: Reading, first: int, last: int) -> None:
        """جمع فلان فلانا وفلانا في قصره: the host met each of them, and they each other."""
        args = self.syntax.subject(i, reading, last)
        who = [c for c in self._listed(i + 1, last) if self._type(c) == "person"]
        host = [c for c in args.chunks if self._type(c) == "person"]
        group = [*host[:1], *(c for c in who if c not in host[:1])]
        if args.other or not host or len(group) < 3:
            return
        status = self._status(i, reading, first)[1]
        for a, b in combinations(group, 2):
            self._emit(a, "MET", b, status or "asserted", i, "frame:met:جمع", 0.7, ACTORS)

    def _listed(self, start: int, last: int) -> list[Chunk]:
        """Those told one after another behind a verb that brings together: فلانا, إلى جانب فلان, كلا من س وص, بفلان."""
        doc, syntax, p = self.doc, self.syntax, start
        out: list[Chunk] = []
        stop = min(last, start + 24)
        while p < stop:
            chunk, info = syntax.at[p], doc.infos[p]
            if chunk is not None and chunk.first == p:
                found = syntax.coordinated(chunk, last)
                if self._type(chunk) in ACTORS and doc.infos[p - 1].prep not in ("في", "من قبل"):
                    out += found
                p = found[-1].last
                continue
            if doc.texts[p] in "،," and p + 1 < stop and (doc.infos[p + 1].prep == "مع" or self._joins(p + 1)):
                p += 1  # جمع فلانا، وزير س، مع فلان; بفلان
                continue
            if out and doc.infos[p].word.fold == "في" and (q := self._over_place(p, stop)):
                p = q  # جمع فلان في قصره فلانا بفلان
                continue
            if any(r.lemma in LASTING for r in info.verbs):
                p += 1  # جمعت مأدبة استمرت ساعتين فلانا بفلان
                continue
            if "complement" in info.closed or doc.texts[p] in ":؛.،," or (out and info.word.fold in ("في", "لبحث")):
                break
            if "verb" in info.kinds and "masdar" not in info.kinds:
                break
            p += 1
        return out

    def _joins(self, p: int) -> bool:
        """جمع فلانا، وزير س، بفلان: whether a name behind ب stands at p."""
        chunk = self.syntax.at[p]
        return chunk is not None and chunk.first == p and chunk.lead == "ب" and self._type(chunk) == "person"

    def _over_place(self, p: int, stop: int) -> int:
        """جمع فلان في قصره فلانا: behind the place at p if a name stands right there, or 0."""
        q = self.syntax._phrase(p, stop)
        chunk = self.syntax.at[q] if p < q < stop else None
        named = chunk is not None and chunk.first == q and chunk.lead in ("", "ب") and self._type(chunk) == "person"
        whole = self.syntax.at[q - 1] is not None or self.doc.texts[q - 1].endswith(("ه", "ها"))  # not في برج فلان
        return q if named and (whole or (chunk is not None and chunk.lead == "ب")) else 0

    def _attended(self) -> None:
        """استقبل … بحضور س وص: those of other nations whom the word of attending names have met the host."""
        doc, syntax = self.doc, self.syntax
        for i in doc.spots(ATTENDING):
            if syntax.at[i] is not None:
                continue
            sent = doc.sents[syntax.sent_of[i]]
            met = [x for x in self.out if x.type == "MET" and sent.first <= x.trigger < i]
            chunk = syntax.at[i + 1] if i + 1 < sent.last else None
            if not met or chunk is None or chunk.first != i + 1 or chunk.lead:
                continue
            hosts = [a for a in dict.fromkeys(str(e) for x in met for e in (x.subject, x.object))][:2]
            for c in syntax.coordinated(chunk, sent.last):
                for host in hosts:
                    if c.actor and c.actor != host and self._type(c) == "person" and self._strangers(host, c.actor):
                        self.out.append(
                            Proposal(host, "MET", c.actor, met[0].status, met[0].trigger, "frame:met:attended", 0.6)
                        )

    def _sent(self, i: int, reading: Reading, first: int, last: int) -> None:
        """أوفدت س وفدا إلى ص: its delegation visits; أرسل س فلانا إلى ص: he does."""
        status = self._status(i, reading, first)[1]
        args = self.syntax.subject(i, reading, last)
        if args.other or status is None:
            return
        start = args.end if args.how == "after" else i + 1
        who = [c for c in self.syntax.objects(start, min(last, start + 8)) if self._type(c) == "person"]
        if not who and any(self.doc.infos[p].word.fold in ENVOYS for p in range(start, min(last, start + 5))):
            carried = [self._carried(i, reading, first)] if not args.chunks else args.chunks
            who = [c for c in carried if c is not None and self._type(c) in ("country", "organization")]
        for c in who:
            for o in self.syntax.with_prep(start, last, frozenset(("الي",)), 16):
                self._emit(c, "VISITED", o, status, i, "frame:visited:sent", 0.7, frozenset(("country", "place")))

    def _strangers(self, a: str, b: str) -> bool:
        """Whether two actors are known to be of different nations."""
        one, other = self._nation(a), self._nation(b)
        return bool(one and other and one != other)

    def _both(self, frame: Frame, i: int, reading: Reading, first: int, last: int) -> bool:
        """واتفق الجانبان على, واتفقا على, تم الاتفاق على: those who met last have agreed."""
        if frame.type == "MET":
            return self._two_met(frame, i, reading, first, last)
        if frame.type != "AGREED_WITH" or frame.lemma == "تبادل":
            return False
        doc = self.doc
        if frame.needs and not any(w.word.fold in frame.needs for w in doc.infos[i : min(last, i + 16)]):
            return False  # عقد الجانبان مباحثات
        status = self._status(i, reading, first)[1]
        nxt = [doc.infos[p].word.fold for p in range(i + 1, min(last, i + 3))]
        if status is None:
            return False
        sides = self._sides_before(i, reading, first)
        dual = reading.person == "3d" and reading.pos == "verb" and bool(reading.lead)
        if sides or (nxt and (nxt[0] in TWO_SIDES or dual)):
            number = 2
        elif len(nxt) > 1 and nxt[0] in SEVERAL and nxt[1] in NUMBERED:
            number = NUMBERED[nxt[1]]
        elif (
            reading.pos == "masdar"
            and reading.definite
            and i > first
            and doc.infos[i - 1].word.fold in PASSED
            and self.inside[i] is None
        ):
            number = 2
        else:
            return False
        sent = self.syntax.sent_of[i]
        met = [x for x in self.out if x.type in ("MET", "AGREED_WITH") and x.trigger < i and x.status == "asserted"]
        met = [x for x in met if 0 <= sent - self.syntax.sent_of[x.trigger] <= LOCAL]
        met = [x for x in met if self.syntax.sent_of[x.trigger] == self.syntax.sent_of[met[-1].trigger]]
        who = {str(e) for x in met for e in (x.subject, x.object)}
        speaker = next((s.speaker for s in reversed(self.said) if s.first <= i < s.last), None) if sides else None
        if sides and speaker not in who:
            return self._of_visit(frame, i, speaker, status)
        if not who or len(who) != number:
            return False
        for x in met:
            a, b = self._lands(sides, str(x.subject), str(x.object))
            self.out.append(Proposal(a, frame.type, b, status, i, frame.by + "+both", round(frame.score * 0.9, 3)))
        return True

    def two_doers(self, i: int, reading: Reading, args: Args) -> Args:
        """التقى س ص. وأدان الزعيمان القصف; وأدانا: the two who met do what the verb at i tells both of them to do."""
        noun = self.doc.infos[args.end].word.fold if args.other and args.end < self.doc.n else ""
        both = noun in TWO_SIDES and args.end == i + 1
        titled = args.chunks[0] if len(args.chunks) == 1 else None  # وأدان الرئيسان
        if titled is not None and titled.kind == "title" and titled.number == "d" and not titled.actor:
            both, args = True, Args([], titled.last - 1, other=True)
        dual = reading.person == "3d" and reading.lead == "و" and not self.doc.texts[i].endswith("وا")  # ودعوا: many
        if not both and (args.chunks or args.other or not dual):
            return args
        sent = self.syntax.sent_of[i]
        met = [x for x in self.out if x.type == "MET" and x.trigger < i and x.status == "asserted"]
        met = [x for x in met if 0 <= sent - self.syntax.sent_of[x.trigger] <= LOCAL]
        who = {str(e) for x in met for e in (x.subject, x.object)}
        if len(who) != 2:
            return args
        named = (c for c in reversed(self.cast.chunks) if c.last <= i and not c.lead)
        last: dict[str, Chunk] = {}
        for c in named:
            if c.actor in who:
                last.setdefault(c.actor, c)
        end = args.end + 1 if both else i + 1
        return Args(sorted(last.values(), key=lambda c: c.first), end, how="after") if len(last) == 2 else args

    def _two_met(self, frame: Frame, i: int, reading: Reading, first: int, last: int) -> bool:
        """اجتمع الرجلان, التقى الوزيران أمس: the only two people of whom the sentence before tells."""
        told = self.doc.infos[i + 1].word.fold if i + 1 < last else ""
        k = self.syntax.sent_of[i] - 1
        doing = self.doc.infos[i : min(last, i + 8)]
        if reading.pronoun or (frame.needs and not any(w.word.fold in frame.needs for w in doing)):
            return False  # الإهانات التي تبادلها الزعيمان
        if reading.pos != "verb" or told not in TWO_SIDES or told.startswith(("البلد", "الدول", "الحكوم")) or k < 0:
            return False
        status = self._status(i, reading, first)[1]
        people: dict[str, Chunk] = {}
        for start, end in ((first, i), (self.doc.sents[k].first, self.doc.sents[k].last)):
            named = [self.syntax.at[p] for p in range(start, end)]
            people = people or {c.actor: c for c in named if c is not None and c.actor and self._type(c) == "person"}
        if len(people) != 2 or status is None:
            return False
        a, b = people.values()
        return self._emit(a, "MET", b, status, i, frame.by + "+two", 0.65, ACTORS)

    def _visits(self) -> None:
        """A foreigner who meets somebody in a town has travelled there (التقى … في موسكو)."""
        doc = self.doc
        for p in list(self.out):
            if p.type != "MET" or p.status == "denied" or self._by_phone(p.trigger):
                continue
            last = doc.sents[self.syntax.sent_of[p.trigger]].last
            for c in self._opened_in(p.trigger) or ([] if p.by == LETTER else self._met_in(p, last)):
                if self._type(c) != "place" or not c.actor:
                    continue
                iso = self.cast.iso_of.get(c.actor)
                for who in (p.subject, p.object):
                    person = self.cast.person_of.get(str(who))
                    if person is not None and person.iso and iso and person.iso != iso:
                        self.out.append(
                            Proposal(
                                str(who),
                                "VISITED",
                                c.actor,
                                p.status,
                                p.trigger,
                                "frame:visited:met_in",
                                0.6,
                                end=p.end,
                            )
                        )
