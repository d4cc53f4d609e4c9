"""To whom it was done when the doer stands behind: قُتل س في غارة إسرائيلية, اعتقل س في تركيا, س المحتجز لدى ص."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.blames import Blames
from loaders.constructions import DEEDS, HANDS
from loaders.doc import Chunk
from loaders.doing import FIGHTS
from loaders.hits import DIRECTIONS
from loaders.kinds import FORCES
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.phrases import NUMBERS
from loaders.preceding import Args
from loaders.text import QUOTES

HURT = frozenset(("person", "militia", "country"))
FIRE = frozenset(("برصاص", "بنيران", "بصاروخ", "بصواريخ", "رصاص", "نيران"))
MANY = word_set("victims.many")
"""Nouns of those who were hurt, before whose they are (جنود أتراك, عناصر من حزب الله)."""
HELD = word_set("victims.held")
"""Participles and nouns of being held."""
HOLDING = word_set("victims.holding")
KEPT = frozenset(("اعتقل", "سجن", "حبس", "أوقف"))
"""What only a state does in its own land: where it happened tells who did it."""
HURT_TOO = frozenset(("واصيب", "واصيبت", "وجرح", "وجرحت"))
"""Verbs of others who were hurt, between the dead and the deed."""
ABOUT = frozenset(("اكثر", "نحو", "حوالي", "قرابه", "زهاء"))
OF_THEM = frozenset(("من", "في"))
"""جنديان من القوات التركية, ضابط في الجيش المصري."""
JAILS = frozenset(("السجون", "سجون", "معتقلات", "المعتقلات", "زنازين"))
OPERATIONS = frozenset(("عمليه", "عمليات"))


class Victims(Blames):
    """Adds to whom it was done."""

    def _victim(self, i: int, last: int) -> None:
        """قُتل فلان في غارة إسرائيلية, مقتل 20 عنصرا من س بنيران ص: who did it stands with the deed."""
        if self._killed(i, last):
            return
        victims = self._hurt(i + 1, last)
        if not victims and i and self._passive(i, last):
            before = self.syntax.subject(i, self._reading(i), last)
            victims = [c for c in before.chunks if self._type(c) == "person" and c.last <= i]
        first = self.doc.sents[self.syntax.sent_of[i]].first
        if not victims or self._status(i, self._reading(i), first)[1] != "asserted":
            return  # لم تخطط لاغتيال فلان: nobody has done it
        for doer in self._behind_deed(max(i + 1, victims[-1].last), last):
            for v in victims:
                self._emit(doer, "ATTACKED", v, "asserted", i, "frame:attacked:victim", 0.75, HURT)

    def _killed(self, i: int, last: int) -> bool:
        """قتلت القوات الإسرائيلية ثلاثة فلسطينيين, قتل خفر السواحل الموريتاني صيادا سنغاليا: whose people they were."""
        reading = self._reading(i)
        if reading.pos != "verb" or reading.pronoun or not self._verbal(i):
            return False
        args = self.syntax.subject(i, reading, last)
        doers = [c for c in args.chunks if self._type(c) in FORCES]
        goes_on = not args.chunks and not args.other and "complement" in self.doc.infos[i - 1].closed
        if goes_on and (who := self._carried(i, reading, self.doc.sents[self.syntax.sent_of[i]].first)) is not None:
            doers, args = [who] if self._type(who) in FORCES else [], Args([who], i + 1, how="after")  # إنها قتلت
        if (
            args.how != "after"
            or not doers
            or self._status(i, reading, self.doc.sents[self.syntax.sent_of[i]].first)[0]
        ):
            return False
        hurt = [c for c in self._hurt(args.end, last) if c.kind == "nisba" or c.by == "state:head"]
        if not hurt:
            self._killed_there(i, args.end, last, doers)
        for doer in doers:
            for v in (v for v in hurt if not self._own(doer.actor or "", v.actor or "")):
                self._emit(doer, "ATTACKED", v, "asserted", i, "frame:attacked:killed", 0.7, HURT)
        return bool(hurt)

    def _killed_there(self, i: int, p: int, last: int, doers: list[Chunk]) -> None:
        """قتلت القوات الإسرائيلية ثلاثة أشخاص في جنين: nobody's people, and so where it was."""
        infos = self.doc.infos
        many = False
        while p < last and (infos[p].number or infos[p].word.fold in NUMBERS or infos[p].word.fold in MANY):
            many, p = many or infos[p].word.fold in MANY, p + 1
        where = self.syntax.at[p + 1] if many and p + 1 < last and infos[p].prep == "في" else None
        if where is None or where.first != p + 1 or where.lead or self._type(where) != "place" or not where.actor:
            return
        land = self.cast.iso_of.get(where.actor)
        for doer in doers:
            if self._type(doer) == "militia" or land != self.cast.iso_of.get(doer.actor or ""):
                self._emit(doer, "ATTACKED", where, "asserted", i, "frame:attacked:killed", 0.65, frozenset(("place",)))

    def _reading(self, i: int) -> Reading:
        return next((r for r in self.doc.infos[i].verbs if r.pos == "verb"), self.doc.infos[i].verbs[0])

    def _passive(self, i: int, last: int) -> bool:
        """س قتل في, س اعتقل بتهمة: a verb behind its noun phrase with no object of its own."""
        nxt = self.doc.infos[i + 1] if i + 1 < last else None
        return (
            nxt is not None
            and self.syntax.at[i + 1] is None
            and (bool(nxt.prep) or nxt.word.fold.startswith("ب") or bool(self.doc.dated[i + 1]))
            and not self._reading(i).pronoun
        )

    def _hurt(self, p: int, last: int, many: bool = False) -> list[Chunk]:
        doc = self.doc
        while p + 1 < last and doc.infos[p].word.fold in ABOUT:
            p += 2 if doc.infos[p + 1].word.fold == "من" else 1  # أكثر من 50 عنصرا من س
        for q in range(p, min(last, p + 5)):
            chunk, info = self.syntax.at[q], doc.infos[q]
            nobody = chunk is not None and chunk.kind == "title" and chunk.length == 1 and not chunk.actor
            if chunk is not None and not (nobody and info.word.fold in MANY):  # ضابطان من الجيش
                kind = self._type(chunk)
                people = kind == "person" or (kind == "militia" and (many or q == p))
                theirs = chunk.kind == "nisba" and (many or not chunk.definite)
                men = chunk.by.endswith("state:head") and not {chunk.head, info.word.fold}.isdisjoint(MANY)
                nation = kind == "country" and (theirs or men or (many and chunk.by == "state:head" and q > p + 1))
                named = self.syntax.at[chunk.last] if theirs and chunk.last < last else None
                if named is not None and named.first == chunk.last and named.kind == "person" and not named.lead:
                    return self.syntax.coordinated(named, last)  # الفتى الفلسطيني فلان
                mine = chunk.first == q and not chunk.lead and (people or nation)
                return self.syntax.coordinated(chunk, last) if mine else []
            form = info.word.fold
            if info.number or form in NUMBERS or form.removeprefix("ال") in MANY or (many and form in OF_THEM):
                many = True
                continue
            if q == p and (form.endswith(("يين", "يا", "ين")) or info.prep) and not info.verbs:
                many = many or not info.prep
                continue
            return []
        return []

    def _behind_deed(self, start: int, last: int) -> Iterator[Chunk]:
        doc, syntax = self.doc, self.syntax
        for p in range(start, min(last, start + 16)):
            info = doc.infos[p]
            finite = any(r.pos == "verb" for r in info.verbs) and not any(r.pos == "masdar" for r in info.verbs)
            hurt_too = info.word.fold in HURT_TOO and p - start <= 4  # قتل جنديان وأصيب ثالث في هجوم
            stops = finite and syntax.at[p] is None and not hurt_too
            if "complement" in info.closed or doc.texts[p] in ":؛" or stops:
                return
            by_hand = info.word.fold in ("يد", "ايدي") and doc.infos[p - 1].prep == "علي"
            deed = any(r.pos == "masdar" and r.lemma in DEEDS for r in info.verbs) or info.word.fold in FIRE
            if deed and info.word.fold in ("ضربه", "صفعه") and not doc.infos[p - 1].prep:
                return  # مقتل فلان ضربة كبيرة ل س: words
            op = info.word.fold in OPERATIONS and doc.infos[p - 1].prep == "في"
            fight = any(r.pos == "masdar" and r.lemma in FIGHTS for r in info.verbs)
            if not (by_hand or deed or op or fight):
                continue
            for q in range(p + 1, min(last, p + 4)):
                if fight and doc.infos[q].word.fold == "مع":
                    continue  # في اشتباكات مع س
                if doc.infos[q].word.fold in DIRECTIONS:
                    break  # في غارات شرقي سوريا: where
                doer = syntax.at[q]
                if doer is not None:
                    if doer.first == q and doer.lead in ("", "ل") and self._type(doer) in FORCES:
                        yield doer
                        return
                    break
                lies = doc.infos[q].word.fold in DIRECTIONS  # في هجوم كردي شمالي العراق
                if lies or not doc.texts[q][0].isalpha() or doc.infos[q].closed - {"modifier"}:
                    break

    def _held(self, i: int, first: int, last: int) -> None:
        """اعتقل س على يد ص, س المحتجز لدى ص, اعتقال س من قبل ص, كان س معتقلا في تركيا."""
        doc = self.doc
        readings = [r for r in doc.infos[i].verbs if r.lemma in HOLDING]
        form = doc.infos[i].word.fold
        state = form.removeprefix("ال") in HELD
        if not readings or not (state or self._status(i, readings[0], first)[1] == "asserted"):
            return
        if state and self._status(i, readings[0], first)[0]:
            return
        verb = next((r for r in readings if r.pos == "verb"), None)
        victims: list[Chunk] = []
        nxt = self.syntax.at[i + 1] if i + 1 < last else None
        if state:
            k = i - 1
            while k >= first and (doc.texts[k] in "،," or doc.texts[k] in QUOTES):
                k -= 1
            before = self.syntax.at[k] if k >= first else None
            if before is not None and before.last == k + 1:
                victims = [before]
            elif nxt is not None and nxt.first == i + 1 and form.startswith("ال"):
                victims = [nxt]
            elif not form.startswith("ال"):
                victims = self._main(i, first, i)
        elif verb is not None and self._verbal(i):
            if verb.pronoun or verb.person not in ("3ms", "3fs") or verb.tense != "past":
                return
            args = self.syntax.subject(i, verb, last)
            victims = args.chunks
            end = args.end if args.how == "after" else i + 1
            if args.how != "after" and not self._passive(i, last):
                return
            if self.syntax.objects(end, min(last, end + 3)):
                return
        elif nxt is not None and nxt.first == i + 1 and not nxt.lead and any(r.pos == "masdar" for r in readings):
            victims = [nxt]  # but موقف فلان من احتجاز
        victims = [v for v in victims if self._type(v) == "person" and v.actor]
        if not victims:
            return
        start = max([i + 1, *(v.last for v in victims if v.first > i)])
        doer = self._holder(start, last, readings[0].lemma)
        for v in victims if doer is not None else ():
            if doer is not None:
                self._emit(doer, "DETAINED", v, "asserted", i, "frame:detained:held", 0.75, frozenset(("person",)))

    def _holder(self, start: int, last: int, lemma: str) -> Chunk | None:
        """Whoever holds: named with على يد, من قبل, لدى; else the state in whose land it is."""
        doc, syntax = self.doc, self.syntax
        for p in range(start, min(last, start + 12)):
            info, chunk = doc.infos[p], syntax.at[p]
            if "complement" in info.closed or ("relative" in info.closed and not info.prep) or doc.texts[p] in ":؛":
                return None
            if (
                chunk is None
                and any(r.pos == "verb" for r in info.verbs)
                and not any(r.pos != "verb" for r in info.verbs)
            ):
                return None
            after = syntax.at[p + 1] if p + 1 < last else None
            named = after is not None and after.first == p + 1 and not after.lead and self._type(after) in FORCES
            if named and (info.prep == "لدي" or (info.word.fold in HANDS and p > start)):
                return after
            jail = syntax.at[p + 2] if info.prep == "في" and p + 2 < last else None
            if jail is not None and jail.first == p + 2 and not jail.lead and doc.infos[p + 1].word.fold in JAILS:
                return jail if self._type(jail) in FORCES else None  # المعتقل في السجون المصرية
            where = after if info.prep == "في" and after is not None and after.first == p + 1 else chunk
            located = where is not None and where.actor and (info.prep == "في" or where.lead == "ب")
            charged = located and any(w.word.fold.startswith("بتهم") for w in doc.infos[start : min(last, start + 10)])
            if (
                located
                and where is not None
                and (charged or lemma in KEPT or doc.infos[where.first].word.fold.endswith("سجن"))
            ):
                return self._land(where)
        return None

    def _land(self, where: Chunk) -> Chunk | None:
        """The state in which a place is, when the text names it."""
        if self._type(where) == "country":
            return where if where.kind == "country" else None
        if self._type(where) != "place":
            return None
        iso = self.cast.iso_of.get(where.actor or "")
        slug = self.doc.lex.countries[iso].entity.slug if iso in self.doc.lex.countries else None
        return next((c for c in self.cast.chunks if slug and c.actor == slug), None)
