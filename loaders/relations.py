"""Typed edges: verb frames, noun frames, offices, agreements and their parties, demands to withdraw."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.actors import Cast
from loaders.clause import AGENTS, Args, Syntax
from loaders.doc import Chunk, Doc
from loaders.lexicon.frames import Frame, allowed, frames
from loaders.lexicon.verbs import Reading
from loaders.statements import NEGATIONS, Said
from loaders.text import QUOTES
from loaders.lexicon.sets import word_set

LIGHT = word_set("relations.light")
SPEECH = frozenset(("URGED", "ACCUSED", "CRITICIZED", "THREATENED", "OFFERED", "DEMANDED_WITHDRAWAL", "PRAISED", "REJECTED"))
WITHDRAW = word_set("relations.withdraw")
PLANNING = word_set("relations.planning")
PLANNED_WORDS = word_set("relations.planned_words")
ADDRESSED = word_set("relations.addressed")
OF_THEIRS = frozenset(("PRAISED", "CRITICIZED", "REJECTED"))
"""Acts aimed at somebody when aimed at what is his (رحب بجهود الرياض)."""
WITH_PRONOUN = {"به": ("ب", "3ms"), "معه": ("مع", "3ms"), "بها": ("ب", "3fs"), "معها": ("مع", "3fs"), "عليه": ("علي", "3ms"), "عليها": ("علي", "3fs")}
RECEIVING = word_set("relations.receiving")
"""Verbs whose subject is the one that the noun after them is done to."""
STANCES = word_set("relations.stances")
DEMANDING = word_set("relations.demanding")
NEVER_OWN = frozenset(("SANCTIONED", "THREATENED", "MET", "AGREED_WITH", "VISITED", "DEPLOYED_IN", "OFFERED"))
"""Acts that nobody does to his own nation: a reading that says so is wrong."""
AIMED = {"threaten": "THREATENED"}
AIMING = word_set("relations.aiming")
"""Cues whose content names their target first, more often than not (measured; دعا, طالب, حذر do so one time in four)."""
BACKED = word_set("relations.backed")
DEEDS = word_set("relations.deeds")
SEATS = word_set("relations.seats")
"""Offices that are a state's when nothing else is named."""
IF = word_set("relations.if")


_NOUN = Reading("", "masdar", "", "s")


@dataclass(slots=True)
class Proposal:
    """A relation that a frame proposes; `trigger` is the token that says it."""

    subject: Chunk | str
    type: str
    object: Chunk | str
    status: str
    trigger: int
    by: str
    score: float
    title: str | None = None
    former: bool | None = None
    span: tuple[int, int] | None = None
    speech: bool = False


class Relater:
    def __init__(self, doc: Doc, cast: Cast, syntax: Syntax, said: list[Said]) -> None:
        self.doc, self.cast, self.syntax, self.said = doc, cast, syntax, said
        self.frames = frames()
        self.out: list[Proposal] = []
        self.alleged: list[Proposal] = []
        self.topic: dict[str, Chunk | str] = {}
        self.inside: list[Said | None] = [None] * (doc.n + 1)
        for s in said:
            for i in range(s.first, s.last):
                self.inside[i] = s  # the innermost begins last
        self.cue_of = {s.cue: s for s in said}

    def read(self) -> list[Proposal]:
        self._positions()
        for sent in self.doc.sents:
            self._sentence(sent.first, sent.last)
        self._led()
        self._stationed()
        self._wings()
        self._backed()
        self._agreements()
        self._aims()
        self._denials()
        self._visits()
        return self.out

    # -- offices ------------------------------------------------------------------------------------------------
    def _positions(self) -> None:
        cast = self.cast
        for chunk in cast.chunks:
            if chunk.kind != "person" or not chunk.actor or not chunk.roles:
                continue
            person = cast.person_of.get(chunk.actor)
            for role in chunk.roles:
                body = role.body
                target: str | None = None
                if role.kind == "role" and (body is None or body.kind not in ("organization", "militia")):
                    continue
                if body is not None and body.actor and cast.types.get(body.actor) in ("organization", "militia", "place"):
                    target = body.actor
                elif role.iso:
                    target = self.cast.doc.lex.countries[role.iso].entity.slug
                elif person is not None and person.entity is not None and person.entity.country and role.kind == "office":
                    slug = self.doc.lex.countries[person.entity.country].entity.slug
                    target = slug if slug in cast.mentions else None
                    if target and role.head.split(" ")[0] not in SEATS:
                        target = None
                if target is None or target == chunk.actor or target not in cast.mentions:
                    continue
                status = "planned" if role.head.startswith("مرشح") else "asserted"
                self.out.append(
                    Proposal(
                        chunk.actor, "HOLDS_POSITION", target, status, chunk.nfirst, "title", 0.85, role.text, role.former,
                        (min(role.first, chunk.first), max(role.last, chunk.last)),
                    )
                )  # fmt: skip

    # -- a sentence ---------------------------------------------------------------------------------------------
    def _sentence(self, first: int, last: int) -> None:
        doc, syntax = self.doc, self.syntax
        subject_of: dict[int, list[Chunk]] = {}
        for i in range(first, last):
            info = doc.infos[i]
            if not info.verbs or (info.closed and not info.closed <= {"former", "modifier"}):
                continue
            chunk = syntax.at[i]
            if chunk is not None and chunk.kind != "nisba":
                if not (chunk.kind in ("agreement", "backref") and chunk.first == i):
                    continue
            verbal = self._verbal(i)
            done = False
            for reading in info.verbs:
                if (reading.pos == "verb") != verbal and not (reading.pos == "participle"):
                    continue
                if reading.pos == "verb" and reading.person in ("1s", "1p") and (self.inside[i] is None or self.inside[i].chunk is None):  # type: ignore[union-attr]
                    continue
                found = self.frames.get((reading.lemma, reading.pos), ())
                if reading.pos == "participle" and self._circumstantial(i, reading):
                    found = found + self.frames.get((reading.lemma, "verb"), ())
                for frame in found:
                    if done and reading.pos == "masdar":
                        break
                    done = self._apply(frame, i, reading, first, last) or done
                if done:
                    break
            if any(r.lemma == "جمع" and r.pos == "verb" for r in info.verbs):
                self._gathered(i, last)
            if any(r.lemma in ("قتل", "اغتيل", "اغتال") for r in info.verbs):
                self._victim(i, last)
            if verbal:
                reading = next((r for r in info.verbs if r.pos == "verb"), info.verbs[0])
                self._withdrawal(i, reading, first, last)

    def _stationed(self) -> None:
        """القوات الأميركية في العراق: forces of a state in another country."""
        doc = self.doc
        for chunk in self.cast.chunks:
            if chunk.by not in ("state:head", "lexicon") or chunk.head.removeprefix("ال") not in ("قوات", "جنود", "جيش", "قاعده") or chunk.kind not in ("country", "militia"):
                continue
            p = chunk.last
            if p < doc.n and doc.infos[p].word.fold in ("الموجوده", "المنتشره", "المتمركزه", "العامله", "المتواجده"):
                p += 1
            if p + 1 >= doc.n or doc.infos[p].prep not in ("في", "داخل"):
                continue
            where = self.syntax.at[p + 1]
            near = [doc.infos[q].word.fold for q in range(max(0, chunk.first - 3), chunk.first)]
            status = "denied" if any(w in NEGATIONS or w in ("ليس", "ليست") for w in near) else "asserted"
            if where is not None and where.first == p + 1 and self._type(where) in ("country", "place") and where.actor:
                iso = self.cast.iso_of.get(where.actor)
                if iso and iso != chunk.iso:
                    self._emit(chunk, "DEPLOYED_IN", where, status, chunk.first, "frame:deployed_in:forces", 0.7, frozenset(("country", "place")))

    def _backed(self) -> None:
        """بدعم من س, بإسناد روسي, مدعوما من ص: whoever the sentence is about has their support."""
        doc, syntax = self.doc, self.syntax
        for i, info in enumerate(doc.infos):
            if info.word.fold not in BACKED or syntax.at[i] is not None:
                continue
            sent = doc.sents[syntax.sent_of[i]]
            p = i + 1
            if p < sent.last and doc.infos[p].prep == "من" or p < sent.last and doc.infos[p].word.fold in ("جوي", "عسكري", "مالي"):
                p += 1
            giver = syntax.at[p] if p < sent.last else None
            if giver is None or giver.first != p or giver.lead not in ("", "ب") or self._type(giver) not in AGENTS:
                continue
            given = self._main(i, sent.first, sent.last)
            if given and given[0].last <= i:
                status = self._status(i, _NOUN, sent.first)[1] or "asserted"
                for one in syntax.coordinated(giver, sent.last):
                    self._emit(one, "SUPPORTS", given[0], status, i, "frame:supports:backed", 0.65, frozenset(AGENTS))

    def _gathered(self, i: int, last: int) -> None:
        """اجتماع جمعه بفلان, لقاء جمع فلانا بفلان: those whom a meeting brings together."""
        reading = next(r for r in self.doc.infos[i].verbs if r.lemma == "جمع" and r.pos == "verb")
        with_ = self.syntax.with_prep(i + 1, last, frozenset(("ب", "مع")), 20)
        first = self._antecedent(i, reading.pronoun, []) if reading.pronoun else None
        group = ([first] if first is not None else self.syntax.objects(i + 1, last)) + with_
        group = [c for c in group if self._type(c) in ("person", "country")] if len(group) > 1 else []
        for a in range(len(group)):
            for b in range(a + 1, len(group)):
                self._emit(group[a], "MET", group[b], "asserted", i, "frame:met:جمع", 0.75, frozenset(("person", "country")))

    def _victim(self, i: int, last: int) -> None:
        """قُتل فلان في غارة إسرائيلية, مقتل فلان برصاص س: who did it stands with the deed."""
        doc, syntax = self.doc, self.syntax
        victim = syntax.at[i + 1] if i + 1 < last else None
        if victim is None or victim.first != i + 1 or victim.lead or self._type(victim) not in ("person", "militia"):
            return
        victims = syntax.coordinated(victim, last)
        for p in range(victims[-1].last, min(last, victims[-1].last + 16)):
            info = doc.infos[p]
            if "complement" in info.closed or doc.texts[p] in ":؛" or (info.verbs and any(r.pos == "verb" for r in info.verbs) and not any(r.pos == "masdar" for r in info.verbs) and syntax.at[p] is None):
                return
            by_hand = info.word.fold in ("يد", "ايدي") and p > i and doc.infos[p - 1].prep == "علي"
            deed = any(r.pos == "masdar" and r.lemma in DEEDS for r in info.verbs) or info.word.fold in ("برصاص", "بنيران", "بصاروخ", "بصواريخ", "رصاص", "نيران")
            if not (by_hand or deed):
                continue
            for q in range(p + 1, min(last, p + 4)):
                doer = syntax.at[q]
                if doer is not None and doer.first == q and doer.lead in ("", "ل") and self._type(doer) in ("country", "militia", "organization"):
                    for v in victims:
                        self._emit(doer, "ATTACKED", v, "asserted", i, "frame:attacked:victim", 0.75, frozenset(("person", "militia")))
                    return
                if not doc.texts[q][0].isalpha() or doc.infos[q].closed - {"modifier"}:
                    break

    def _wings(self) -> None:
        """س، الجناح العسكري لحركة ص: one is an arm of the other."""
        doc = self.doc
        for i, info in enumerate(doc.infos):
            if info.word.fold not in ("الجناح", "الذراع", "جناح", "ذراع", "جناحها", "ذراعها", "جناحه", "ذراعه") or self.syntax.at[i] is not None:
                continue
            k = i - 1
            while k >= 0 and doc.texts[k] in "،,-–(»”\"":
                k -= 1
            a = self.syntax.at[k] if k >= 0 else None
            b = self.syntax.with_prep(i + 1, min(doc.n, i + 6), frozenset(("ل", "في")), 4)[:1]
            if a is not None and a.last == k + 1 and b and self._type(a) in ("militia", "organization") and self._type(b[0]) in ("militia", "organization", "country"):
                self._emit(a, "AFFILIATED_WITH", b[0], "asserted", i, "frame:wing", 0.85, frozenset(("militia", "organization", "country")))

    def _led(self) -> None:
        """قوات س بقيادة فلان, حزب س بزعامة فلان."""
        for i, info in enumerate(self.doc.infos):
            if info.word.fold not in ("بقياده", "بزعامه", "برياسه", "يقوده", "يقودها", "يتزعمه", "يتزعمها", "يراسه", "تراسه"):
                continue
            k = i - 1
            while k >= 0 and (self.doc.texts[k] in QUOTES or self.doc.texts[k] in "،," or "relative" in self.doc.infos[k].closed):
                k -= 1
            body = self.syntax.at[k] if k >= 0 else None
            who = self.syntax.at[i + 1] if i + 1 < self.doc.n else None
            if body is None or who is None or body.last != k + 1 or who.first != i + 1 or who.lead:
                continue
            if self._type(who) == "country" and self._type(body) in ("organization", "militia") and body.kind != "nisba":
                self._emit(body, "AFFILIATED_WITH", who, "asserted", i, "frame:led_by:state", 0.7, frozenset(("country",)))
                continue
            if self._type(body) in ("organization", "militia", "country") and body.kind != "nisba" and self._type(who) == "person":
                self.out.append(Proposal(who.actor or "", "HOLDS_POSITION", body.actor or "", "asserted", who.nfirst, "frame:led_by", 0.75, self.doc.texts[i], False, (body.first, who.last)))

    def _circumstantial(self, i: int, reading: Reading) -> bool:
        """متهما, داعية, مثمنا: a participle in the accusative that goes on with the subject."""
        doc = self.doc
        text = doc.texts[i]
        accusative = text.rstrip("\u064b").endswith("ا") or "\u064b" in text or reading.person in ("fs", "mp", "d")
        if reading.definite or reading.prep or not accusative or reading.pronoun:
            return False
        before = doc.texts[i - 1] if i else "،"
        return before in "،,»”\")" or reading.lead == "و" or self.syntax.at[i - 1] is not None or bool(doc.dated[i - 1])

    def _verbal(self, i: int) -> bool:
        """Whether a form that is a verb and a noun alike (قتل, دعم) is the verb here."""
        doc = self.doc
        info = doc.infos[i]
        kinds = {r.pos for r in info.verbs}
        if kinds == {"verb"}:
            return True
        if "verb" not in kinds:
            return False
        if i == 0:
            return True
        prev = doc.infos[i - 1]
        if prev.prep and "complement" not in prev.closed and "relative" not in prev.closed:
            return False
        if prev.word.fold in NEGATIONS or "auxiliary" in prev.closed:
            return True
        if any(r.pos == "verb" and r.person in ("1s", "1p") for r in info.verbs) and doc.texts[i - 1] in ":«“\"،":
            return True
        if prev.verbs and any(r.pos == "verb" for r in prev.verbs) and self.syntax.at[i - 1] is None and not prev.closed:
            return False
        if doc.texts[i].startswith(("ال", "وال", "بال", "لل")):
            return False
        nxt = self.syntax.at[i + 1] if i + 1 < doc.n else None
        if nxt is not None and nxt.first == i + 1 and nxt.kind == "nisba" and not nxt.definite:
            return False
        r = next(r for r in info.verbs if r.pos == "verb")
        if nxt is not None and nxt.first == i + 1 and nxt.lead == "" and nxt.kind in AGENTS:
            return self.syntax.agrees(r, nxt)
        return r.lead in ("و", "ف") or self.syntax.at[i - 1] is not None or "relative" in prev.closed

    # -- frames -------------------------------------------------------------------------------------------------
    def _apply(self, frame: Frame, i: int, reading: Reading, first: int, last: int) -> bool:
        doc, syntax = self.doc, self.syntax
        if frame.needs and not any(doc.infos[p].word.fold in frame.needs for p in range(i + 1, min(last, i + 16))):
            return False
        negated, status = self._status(i, reading, first)
        if status is None:
            return False
        subjects, objects, how = [], [], ""
        if frame.pos == "verb":
            args = syntax.subject(i, reading, last) if reading.pos == "verb" else Args()
            if reading.person in ("1s", "1p"):
                speaker = self.inside[i].chunk if self.inside[i] is not None else None  # type: ignore[union-attr]
                args = Args([speaker], i + 1, how="first") if speaker is not None else Args()
            args = self._object_first(i, reading, frame, args, first)
            if args.other:
                return False
            subjects, how = args.chunks, args.how
            start = max(i + 1, args.end if how == "after" else i + 1)
            if not subjects:
                carried = self._carried(i, reading, first)
                if carried is None:
                    return False
                subjects, how = [carried], "carried"
            objects = self._objects(frame, i, start, last, reading, subjects)
            if not objects and "pair" in frame.object and len(subjects) > 1:
                return self._pairs(subjects, frame, i, status)
        elif frame.pos == "masdar":
            subjects, objects, how = self._noun(frame, i, reading, first, last)
            if not objects and len(subjects) > 1 and ("pair" in frame.subject):
                return self._pairs(subjects, frame, i, status)
        else:
            if reading.prep:
                return False
            k = i - 1
            while k >= first and (doc.texts[k] in QUOTES or doc.texts[k] in "،,"):
                k -= 1
            before = syntax.at[k] if k >= first else None
            if before is None or before.last != k + 1 or before.kind not in ("militia", "organization", "person", "country"):
                return False
            subjects = [before]
            objects = syntax.with_prep(i + 1, min(last, i + 5), frame.preps, 4)
        made = False
        score = frame.score * (0.85 if how == "carried" else 1.0)
        for s in subjects:
            for o in objects:
                made = self._emit(s, frame.type, o, status, i, frame.by, score, frame.objects) or made
        if made and subjects and frame.pos == "verb":
            self._remember(subjects[0])
        return made

    def _object_first(self, i: int, reading: Reading, frame: Frame, args: Args, first: int) -> Args:
        """ودعا مجلس الأمن إلى, واتهم الحوثيين ب: one noun phrase behind a verb that needs an object is the object when
        the sentence goes on with a subject before it."""
        after_that = i > first and self.doc.infos[i - 1].word.fold in ("ان", "لان") and i > first + 1 and self.doc.infos[i - 2].word.fold in ("بعد", "قبل", "منذ", "بعدما")
        many = frame.lemma in ("التقى", "زار", "استقبل")
        if args.how != "after" or (len(args.chunks) != 1 and not many) or not (reading.lead == "و" or after_that or i > first and self.doc.infos[i - 1].word.fold in ("كما", "ثم")) or "obj" not in frame.object:
            return args
        chunk = args.chunks[0]
        accusative = self.doc.texts[chunk.last - 1].endswith("ين") and chunk.kind in ("militia", "country", "organization")
        if frame.lemma not in ADDRESSED or not (accusative or after_that or frame.lemma in ("اتهم", "التقى", "زار", "حمل", "صافح", "قابل") or chunk.kind in ("organization", "militia", "country", "backref")):
            return args
        if self.syntax.objects(args.end, min(self.doc.n, args.end + 4)):
            return args
        carried = self._carried(i, reading, first)
        if carried is None or (carried.kind not in ("person", "title") and frame.lemma not in ("اتهم", "حمل") and not accusative):
            return args
        return Args([], i + 1)

    def _pairs(self, chunks: list[Chunk], frame: Frame, i: int, status: str) -> bool:
        made = False
        for a in range(len(chunks)):
            for b in range(a + 1, len(chunks)):
                made = self._emit(chunks[a], frame.type, chunks[b], status, i, frame.by + "+pair", frame.score, frame.objects) or made
                if frame.type == "ACCUSED":
                    self._emit(chunks[b], frame.type, chunks[a], status, i, frame.by + "+pair", frame.score, frame.objects)
        return made

    def _objects(self, frame: Frame, i: int, start: int, last: int, reading: Reading, subjects: list[Chunk]) -> list[Chunk]:
        syntax = self.syntax
        nxt = self.doc.infos[i + 1].word.fold if i + 1 < last else ""
        if nxt in WITH_PRONOUN and WITH_PRONOUN[nxt][0] in frame.preps:
            who = self._relative_head(i) or self._antecedent(i, WITH_PRONOUN[nxt][1], subjects)
            if who is not None and self._type(who) in frame.objects:
                return [who]
        for role in frame.object:
            found: list[Chunk] = []
            if role == "obj":
                if not reading.pronoun:
                    found = [c for c in syntax.objects(start, last) if c not in subjects]
            elif role == "pron":
                if reading.pronoun:
                    who = self._relative_head(i) or self._antecedent(i, reading.pronoun, subjects)
                    found = [who] if who is not None else []
            elif role == "near":
                found = next(([c] for p in range(start, min(last, start + 7)) if (c := syntax.at[p]) is not None and c.first == p and self._type(c) in frame.objects), [])
            elif role == "gen2":
                if frame.type != "SUPPORTS" or (start < last and self.doc.infos[start].word.fold in STANCES):
                    found = syntax.objects(start, last, 2)
            elif role not in ("pair",):
                found = [c for c in syntax.with_prep(i + 1, last, frozenset((role,)), max(14, start - i + 10)) if c not in subjects]
                if not [c for c in found if self._type(c) in frame.objects] and frame.type in OF_THEIRS:
                    found = syntax.through(start, last, frozenset((role,)))
            found = [c for c in found if self._type(c) in frame.objects]
            if found:
                return found
        return []

    def _relative_head(self, i: int) -> Chunk | None:
        """غولن، الذي تتهمه أنقرة: whom the pronoun of a relative clause means."""
        k = i - 1
        if k < 1 or "relative" not in self.doc.infos[k].closed or self.doc.infos[k].word.fold not in ("الذي", "التي", "الذين"):
            return None
        k -= 1
        while k >= 0 and self.doc.texts[k] in "،,»”\"":
            k -= 1
        chunk = self.syntax.at[k] if k >= 0 else None
        return chunk if chunk is not None and chunk.last == k + 1 else None

    def _noun(self, frame: Frame, i: int, reading: Reading, first: int, last: int) -> tuple[list[Chunk], list[Chunk], str]:
        doc, syntax = self.doc, self.syntax
        subjects: list[Chunk] = []
        objects: list[Chunk] = []
        p = i + 1
        inner = syntax.at[i]
        if inner is not None and inner.kind == "agreement":
            p = inner.last
        how = ""
        at_end = p
        # adjectives of a nation right behind, possibly after another adjective; then the possessor
        q = p
        nisbas: list[Chunk] = []
        while q < min(last, p + 4):
            chunk = syntax.at[q]
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
            if doc.texts[q][0].isalpha() and not info.closed - {"modifier"} and not info.prep and not doc.dated[q] and (info.word.fold.startswith("ال") == reading.definite) and not any(r.pos == "verb" for r in info.verbs):
                q += 1
                continue
            break
        if nisbas:
            at_end = nisbas[-1].last
        genitive: list[Chunk] = []
        chunk = syntax.at[p] if p < last else None
        if reading.definite and chunk is not None and chunk.first == p and chunk.kind == "militia" and not chunk.lead and doc.infos[p].word.fold.endswith("ي") and chunk.length == 1:
            nisbas, at_end = [chunk], chunk.last  # الهجوم الحوثي
        if p < last and doc.texts[p] in QUOTES and p + 1 < last:
            chunk = syntax.at[p + 1]
        if not reading.definite and not reading.pronoun and chunk is not None and chunk.first in (p, p + 1) and chunk.kind != "nisba" and chunk.lead == "":
            genitive = syntax.coordinated(chunk, last)
            at_end = genitive[-1].last
        elif reading.pronoun and frame.lemma == "اتهم":
            return [], [], ""  # اتهامه: the possessor may be either side
        elif reading.pronoun:
            who = self._owner(i, reading.pronoun, first, last) or self._antecedent(i, reading.pronoun, [])
            if who is not None:
                genitive = [who]
        relative = self._relative(q, last) if not genitive and not nisbas else None
        if relative is not None:
            subjects, at_end, how = relative[0], relative[1], "light"
        received = self._received(i, first, last)
        if received is not None and not genitive:
            givers = nisbas or [c for c in syntax.with_prep(at_end, last, frozenset(("من",)), 8)]
            found = [c for c in received if self._type(c) in frame.objects]
            if givers and found:
                return givers, found, "received"
        between = self._between(at_end if not genitive else i + 1, last)
        for role in frame.subject if not subjects else ():
            if role == "gen" and genitive and genitive[0].head == "*country" and (doer := self._light(i, first, last)):
                subjects, how = doer, "light"  # أعلن الرئيس انسحاب بلاده: it is his act
            elif role == "gen" and genitive and self._type(genitive[0]) in AGENTS and not (frame.type == "MET" and genitive[0].metonym):
                subjects, how = genitive, "gen"
            elif role == "nisba" and nisbas:
                subjects, how = nisbas, "nisba"
            elif role == "pair" and len(between) > 1:
                subjects, how = between, "pair"
            elif role == "light" and not genitive and not nisbas:
                carried = self._light(i, first, last)
                if carried:
                    subjects, how = carried, "light"
            elif role == "ل" and not genitive and not nisbas:
                doer = syntax.at[q] if q < last else None
                if doer is not None and doer.first == q and doer.lead == "ل" and self._type(doer) in ("country", "militia", "organization"):
                    subjects, at_end, how = [doer], doer.last, "ل"
            elif role == "main" and not nisbas and (genitive or self._in_phrase(i, first)):
                carried = self._main(i, first, last)
                if carried:
                    subjects, how = carried, "main"
            if subjects:
                break
        start = at_end
        for role in frame.object:
            found: list[Chunk] = []
            if role == "gen" and how != "gen":
                found = genitive
            elif role == "gen2" and how in ("nisba", "light", "main", ""):
                found = genitive
            elif role == "pair":
                continue
            elif role == "obj":
                found = syntax.objects(start, last) if how == "gen" and (reading.pronoun or frame.lemma == "استقبل") else []
            elif role == "near":
                found = next(([c] for p in range(start, min(last, start + 6)) if (c := syntax.at[p]) is not None and c.first == p and self._type(c) in frame.objects and c not in subjects), [])
            elif role == "ل" and frame.type == "ATTACKED" and how not in ("gen", "nisba"):
                continue
            elif role not in ("gen", "gen2", "obj", "nisba"):
                found = syntax.with_prep(start, last, frozenset((role,)), 10)
                if not [c for c in found if self._type(c) in frame.objects] and frame.type in OF_THEIRS:
                    found = syntax.through(start, last, frozenset((role,)), 6)
            found = [c for c in found if self._type(c) in frame.objects]
            if found:
                objects = found
                break
        if frame.type == "VISITED" and not genitive and not nisbas:
            guest = self._invited(i, first, last)
            if guest:
                subjects, how = guest, "invited"
        if frame.type == "VISITED" and subjects and not objects and how in ("gen", "nisba"):
            before = [x for x in self.out if x.type == "VISITED" and first <= x.trigger < i]
            if before:
                where = next((c for p in range(i - 1, first - 1, -1) if (c := syntax.at[p]) is not None and c.actor == before[-1].object), None)
                objects = [where] if where is not None else []  # تكررت الزيارات إلى سوريا … آخرها زيارة فلان
        teller = self.inside[i]
        if not subjects and teller is not None and teller.act == "deny" and teller.chunk is not None and (objects or genitive):
            objects = objects or [c for c in genitive if self._type(c) in frame.objects]
            subjects, how = [teller.chunk], "denier"
        if not subjects and "light" in frame.subject and objects:
            carried = self._light(i, first, last)
            subjects, how = (carried, "light") if carried else ([], "")
        if how == "gen" and not objects and "main" in frame.subject and self._type(genitive[0]) in frame.objects and len(genitive) == 1:
            carried = self._main(i, first, last)
            if carried and carried[0].actor != genitive[0].actor:
                return carried, genitive, "main"
        if how in ("light", "main") and len(subjects) > 1 and not objects and "pair" in frame.subject:
            return subjects, [], "pair"
        if how == "pair" or (how == "nisba" and len(subjects) > 1 and "pair" in frame.subject and not objects):
            return subjects, [], "pair"
        if how in ("gen", "nisba") and len(subjects) > 1 and not objects and "pair" in frame.subject:
            return subjects, [], "pair"
        if len(subjects) > 1 and objects and how != "nisba" and frame.pos == "masdar" and how == "gen" and frame.object and frame.object[0] not in ("gen",):
            pass
        return subjects, objects, how

    def _received(self, i: int, first: int, last: int) -> list[Chunk] | None:
        """تلقى س برقية تهنئة من ص, تعرضت س لقصف إيراني, تحظى س بدعم ص: whom the act reaches."""
        doc = self.doc
        for p in range(i - 1, max(first, i - 16) - 1, -1):
            info = doc.infos[p]
            if "complement" in info.closed or doc.texts[p] in ":؛":
                return None
            if self.syntax.at[p] is not None or not info.verbs or info.closed:
                continue
            r = next((r for r in info.verbs if r.pos == "verb"), None)
            if r is None or not self._verbal(p):
                continue
            if r.lemma not in RECEIVING:
                return None
            chunk = self.syntax.at[p + 1]
            if chunk is not None and chunk.first == p + 1 and not chunk.lead and chunk.last <= i:
                return self.syntax.coordinated(chunk, i)
            args = self.syntax.subject(p, r, i)
            return args.chunks or None
        return None

    def _relative(self, start: int, last: int) -> tuple[list[Chunk], int] | None:
        """الهجوم الذي نفذته إيران على س: the doer in the relative clause."""
        doc = self.doc
        for p in range(start, min(last, start + 6)):
            if "relative" in doc.infos[p].closed and doc.infos[p].word.fold in ("الذي", "التي"):
                p += 1
            elif doc.texts[p] in "،," or doc.texts[p] in QUOTES:
                continue
            elif self.syntax.at[p] is not None or doc.infos[p].closed - {"modifier"} or doc.texts[p] in ".:؛":
                return None
            if p >= last or not doc.infos[p].verbs or self.syntax.at[p] is not None:
                continue
            r = next((r for r in doc.infos[p].verbs if r.pos == "verb" and r.pronoun and r.lemma in LIGHT), None)
            if r is None:
                return None
            args = self.syntax.subject(p, r, last)
            if args.chunks and args.how == "after":
                return args.chunks, args.end
            return None
        return None

    def _between(self, start: int, last: int) -> list[Chunk]:
        """بين A وB[ وC] right behind a noun (a few words may come between)."""
        doc = self.doc
        for p in range(start, min(last, start + 7)):
            info = doc.infos[p]
            if info.word.fold in ("بين",):
                q = p + 1
                if q + 1 < last and doc.infos[q].word.fold == "كل" and doc.infos[q + 1].word.fold == "من":
                    q += 2
                steps = 0
                while q < last and steps < 4:
                    chunk = self.syntax.at[q]
                    if chunk is not None and chunk.first == q:
                        got = [c for c in self.syntax.coordinated(chunk, last)]
                        if len(got) == 1:
                            other = self._joined_by(got[0].last, last)
                            got += other
                        return [c for c in got if self._type(c) in AGENTS]
                    if doc.texts[q] in QUOTES or doc.texts[q][0].isalpha() and not doc.infos[q].closed:
                        q, steps = q + 1, steps + 1
                        continue
                    break
                return []
            if "complement" in info.closed or doc.texts[p] in ":.؛" or info.verbs and not info.closed and all(r.pos == "verb" for r in info.verbs) and self.syntax.at[p] is None:
                return []
        return []

    def _joined_by(self, start: int, last: int) -> list[Chunk]:
        """وبين B, or و + a noun of B's (بين قوات النظام ومقاتلي داعش), within a few words."""
        doc = self.doc
        for q in range(start, min(last, start + 5)):
            form = doc.infos[q].word.fold
            if form == "وبين" or (form.startswith("و") and self.syntax.at[q] is None and len(form) > 3 and not doc.infos[q].closed):
                for r in range(q + 1, min(last, q + 3)):
                    chunk = self.syntax.at[r]
                    if chunk is not None and chunk.first == r and (not chunk.lead):
                        return [chunk]
                return []
        return []

    def _invited(self, i: int, first: int, last: int) -> list[Chunk]:
        """دعا X Y إلى زيارة Z: the guest."""
        doc = self.doc
        prev = doc.infos[i - 1] if i > first else None
        if not (prev is not None and prev.prep == "الي" or doc.infos[i].word.fold.startswith(("لزيار", "للزيار"))):
            return []
        for p in range(i - 1, max(first, i - 14) - 1, -1):
            info = doc.infos[p]
            if self.syntax.at[p] is None and info.verbs and not info.closed and self._verbal(p):
                r = next((r for r in info.verbs if r.pos == "verb"), None)
                if r is None or r.lemma not in ("دعا", "وجه", "تلقى", "قبل", "نقل"):
                    return []
                if r.lemma != "دعا":
                    q = next((q for q in range(p + 1, i) if any(x.lemma == "دعا" and x.pos == "masdar" for x in doc.infos[q].verbs)), None)
                    if q is None or r.lemma == "تلقى":
                        return self.syntax.subject(p, r, i).chunks if q is not None else []
                    return [c for c in self.syntax.with_prep(q + 1, i, frozenset(("الي", "ل")), 10) if self._type(c) in ("person", "country")]
                args = self.syntax.subject(p, r, i)
                start = args.end if args.how == "after" else p + 1
                return [c for c in self.syntax.objects(start, i) if self._type(c) in ("person", "country")]
        return []

    def _in_phrase(self, i: int, first: int) -> bool:
        """Whether a noun stands in an adverbial (خلال لقاء, عقب اجتماع, في اتصال): the subject of the sentence did it."""
        prev = self.doc.infos[i - 1] if i > first else None
        return prev is not None and prev.word.fold in ("خلال", "عقب", "بعد", "اثر", "في", "قبيل", "قبل", "غداه", "اثناء", "هامش", "من")

    def _main(self, i: int, first: int, last: int) -> list[Chunk]:
        """The subject of the finite verb before a noun, else of the one after it."""
        doc = self.doc
        for p in [*range(i - 1, max(first, i - 30) - 1, -1), *range(i + 1, min(last, i + 25))]:
            info = doc.infos[p]
            if "relative" in info.closed and p < i and info.word.fold in ("الذي", "التي", "الذين"):
                head = self._relative_head(p + 1)
                return [head] if head is not None and head.actor and self._type(head) in AGENTS else []
            if not info.verbs or self.syntax.at[p] is not None or info.closed or not self._verbal(p):
                continue
            r = next((r for r in info.verbs if r.pos == "verb"), None)
            if r is None or r.person in ("1s", "1p"):
                continue
            args = self.syntax.subject(p, r, last)
            found = [c for c in args.chunks if c.actor and self._type(c) in AGENTS and not c.first <= i < c.last]
            if found and (found[0].last <= i or p > i):
                return found
            if p < i and (args.other or not args.chunks):
                if args.other:
                    return []
                carried = self._carried(p, r, first)
                return [carried] if carried is not None else []
        return []

    def _light(self, i: int, first: int, last: int) -> list[Chunk]:
        """The subject of the verb that carries a noun of doing (أجرى … محادثات, فرض عقوبات)."""
        doc = self.doc
        for p in range(i - 1, max(first, i - 30) - 1, -1):
            info = doc.infos[p]
            if self.syntax.at[p] is not None or not info.verbs or info.closed:
                if "complement" in info.closed or doc.texts[p] in ":؛":
                    return []
                continue
            reading = next((r for r in info.verbs if r.pos == "verb"), None)
            own = self.syntax.at[p + 1]
            if own is not None and own.first == p + 1 and own.last <= i and not own.lead and own.kind in ("person", "title", "country", "organization") and any(
                r.pos == "masdar" and r.lemma in LIGHT and not r.definite for r in info.verbs
            ) and not (reading is not None and self._verbal(p)):
                return [own]  # قرار الرئيس فرض عقوبات
            if reading is None:
                continue
            if reading.lemma in LIGHT and reading.person not in ("1s", "1p") and self._verbal(p):
                args = self.syntax.subject(p, reading, i)
                if args.chunks and all(c.last <= i for c in args.chunks):
                    return args.chunks
                if not args.other and not args.chunks:
                    carried = self._carried(p, reading, first)
                    return [carried] if carried is not None else []
                return []
            return []
        return []

    # -- whose --------------------------------------------------------------------------------------------------
    def _type(self, chunk: Chunk) -> str:
        return self.cast.types.get(chunk.actor or "", "")

    def _remember(self, chunk: Chunk) -> None:
        self.topic["any"] = chunk
        self.topic[chunk.gender or "m"] = chunk

    def _carried(self, i: int, reading: Reading, first: int) -> Chunk | None:
        """The subject who goes on: of an earlier verb of the sentence, else the latest speaker (وأضاف, والتقى)."""
        doc, syntax = self.doc, self.syntax
        if i in self.cue_of and self.cue_of[i].by.endswith("carried"):
            who = next((s.chunk for s in reversed(self.said) if s.cue < i and s.speaker == self.cue_of[i].speaker and s.chunk is not None), None)
            if who is not None:
                return who
        prev = doc.infos[i - 1] if i > first else None
        if prev is not None and ("relative" in prev.closed) and prev.word.fold in ("الذي", "التي", "الذين", "ما", "من"):
            return None
        for p in range(i - 1, first - 1, -1):
            info = doc.infos[p]
            if info.verbs and syntax.at[p] is None and not info.closed:
                r = next((r for r in info.verbs if r.pos == "verb" and r.person not in ("1s", "1p")), None)
                if r is None or not self._verbal(p):
                    continue
                args = syntax.subject(p, r, i)
                for chunk in args.chunks:
                    if chunk.actor and syntax.agrees(reading, chunk) and self._type(chunk) in AGENTS:
                        return chunk
                if args.other:
                    return None
        if reading.person == "3fs" and i - first <= 6 and self.syntax.sent_of[i] == 0:
            for p in range(i + 1, min(doc.n, i + 18)):
                chunk = syntax.at[p]
                if chunk is not None and chunk.first == p and chunk.kind == "person" and chunk.gender == "f" and chunk.actor and not chunk.lead:
                    return chunk  # زارت دمشق … هل تعيد فلانة: the headline names her after the act
        if reading.pos == "participle":
            for p in range(first, min(i, first + 10)):
                chunk = syntax.at[p]
                if chunk is not None and chunk.first == p and chunk.kind in ("person", "title", "organization", "country") and not syntax.governed(chunk):
                    return chunk if chunk.actor and syntax.agrees(reading, chunk) else None
        if i - first > 2 and (reading.lead == "و" or reading.pos == "participle"):
            opener = syntax.opener(first, reading)
            if opener is not None:
                return opener
        if i - first <= 2 and (reading.lead == "و" or (i > first and doc.texts[first].startswith("و"))):
            for s in reversed(self.said):
                if s.last <= first and s.chunk is not None and s.chunk.actor:
                    if syntax.agrees(reading, s.chunk):
                        return s.chunk
                    return None
            got = self.topic.get("m" if reading.person == "3ms" else "f")
            return got if isinstance(got, Chunk) else None
        return None

    def _owner(self, i: int, pronoun: str, first: int, last: int) -> Chunk | None:
        """Whose doing a noun with a pronoun is (خلال استقباله, أعرب عن شكره): mostly that of the subject of its sentence."""
        want = {"3ms": "m", "3fs": "f"}.get(pronoun)
        if want is None:
            return None
        doc = self.doc
        for p in [*range(i - 1, first - 1, -1), *range(i + 1, min(last, i + 25))]:
            info = doc.infos[p]
            if not info.verbs or self.syntax.at[p] is not None or info.closed or not self._verbal(p):
                continue
            r = next((r for r in info.verbs if r.pos == "verb"), None)
            if r is None or r.person in ("1s", "1p"):
                continue
            args = self.syntax.subject(p, r, last)
            for chunk in args.chunks:
                if chunk.actor and chunk.gender in (want, None) and self._type(chunk) in AGENTS and not chunk.first <= i < chunk.last:
                    return chunk
            if p < i and not args.other:
                carried = self._carried(p, r, first)
                if carried is not None and carried.gender in (want, None):
                    return carried
            if p < i and args.other:
                return None
        return None

    def _antecedent(self, i: int, pronoun: str, subjects: list[Chunk]) -> Chunk | None:
        """Whom ـه or ـها means: the latest actor before of that gender who is not the subject."""
        want = {"3ms": "m", "3fs": "f"}.get(pronoun)
        if want is None:
            return None
        first = self.doc.sents[self.syntax.sent_of[i]].first
        not_these = {c.actor for c in subjects}
        for p in range(i - 1, max(0, first - 1) - 1, -1):
            chunk = self.syntax.at[p]
            if chunk is not None and chunk.last == p + 1 and chunk.actor and chunk.actor not in not_these:
                if self._type(chunk) in AGENTS and (chunk.gender == want) and chunk.kind not in ("nisba",) and not self.syntax.governed(chunk):
                    return chunk
        for p in range(i - 1, first - 1, -1):
            chunk = self.syntax.at[p]
            if chunk is not None and chunk.last == p + 1 and chunk.kind == "person" and chunk.actor and chunk.actor not in not_these and chunk.gender in (want, None):
                return chunk
        s = self.inside[i]
        if s is None and self.said:
            before = [x for x in self.said if x.cue < i]
            if before and before[-1].chunk is not None and before[-1].chunk.gender == want and before[-1].speaker not in not_these:
                return before[-1].chunk
        return None

    # -- how far it is true -------------------------------------------------------------------------------------
    def _status(self, i: int, reading: Reading, first: int) -> tuple[bool, str | None]:
        doc = self.doc
        prev = doc.infos[i - 1] if i > first else None
        prev2 = doc.infos[i - 2] if i > first + 1 else None
        negated = bool(prev is not None and prev.word.fold in NEGATIONS and "relative" not in prev.closed or prev is not None and prev.word.fold in ("عدم", "دون", "بعدم", "نفي", "ليس", "غير"))
        s = self.inside[i]
        status = "denied" if negated else "asserted"
        if s is not None and s.act == "accuse" and s.cue != i:
            return negated, "alleged"
        if reading.pos == "verb":
            if reading.future or (prev is not None and prev.word.fold in ("سوف", "لن")):
                status = "planned" if not negated else "denied"
            elif prev is not None and prev.word.fold in ("ان", "بان") and reading.tense == "pres" or reading.prep == "ل" or (prev is not None and prev.word.fold in ("كي", "لكي", "حتي")):
                status = "planned"
            elif any(doc.infos[p].word.fold in IF for p in range(max(first, i - 4), i)):
                status = "planned"
            elif reading.tense == "pres" and prev is not None and prev.word.fold in ("قد", "ربما"):
                status = "planned"
        else:
            window = [doc.infos[p].word.fold for p in range(i + 1, min(doc.n, i + 6))]
            if any(w in PLANNED_WORDS for w in window[:4]):
                status = "planned"
            for p in range(i - 1, max(first, i - 9) - 1, -1):
                info = doc.infos[p]
                if info.word.fold in PLANNED_WORDS:
                    status = "planned"
                    break
                if info.verbs and self.syntax.at[p] is None and not info.closed:
                    if not self._verbal(p) and not any(r.lemma in PLANNING for r in info.verbs):
                        continue
                    r = info.verbs[0]
                    if r.lemma == "دعا":
                        status = "planned"
                        break
                    if r.future or r.lemma in PLANNING or r.lemma in ("ألغى", "رفض", "منع"):
                        status = "denied" if r.lemma == "ألغى" else "planned"
                    break
        if s is not None and s.cue != i and status == "asserted":
            if s.act == "deny":
                status = "denied"
            elif s.act in ("demand", "ask", "offer", "hope") and not (reading.pos == "verb" and reading.tense == "past"):
                status = "planned"
            elif s.act == "threaten" and not (reading.pos == "verb" and reading.tense == "past"):
                status = "planned"
        elif s is not None and s.act == "deny" and status == "planned" and s.cue != i:
            status = "denied"
        return negated, status

    def _emit(self, s: Chunk, type: str, o: Chunk, status: str, i: int, by: str, score: float, objects: frozenset[str]) -> bool:
        if not s.actor or not o.actor or s.actor == o.actor:
            return False
        a, b = self._type(s), self._type(o)
        if type in NEVER_OWN and self._own(s.actor, o.actor):
            return False
        if type == "CRITICIZED" and ":هاجم:verb" in by and not (a == b == "person"):
            return False
        if type == "ATTACKED" and a == b == "person" and ":هاجم:" in by:
            type = "CRITICIZED"  # شن هجوما على: words, between two people
        if b not in objects or not allowed(a, type, b):
            return False
        speech = type in SPEECH
        if speech and status == "planned" and not any(r.future for r in self.doc.infos[i].verbs):
            status = "asserted"
        made = Proposal(s.actor, type, o.actor, status, i, by, round(score, 3), speech=speech)
        if status == "alleged":
            self.alleged.append(made)
            return True
        self.out.append(made)
        return True

    def _aims(self) -> None:
        """A threat whose cue names nobody is aimed at the first whom its content names."""
        done = {p.trigger for p in self.out}
        for s in self.said:
            type = AIMED.get(s.act)
            if type is None or s.lemma not in AIMING or s.cue in done or s.chunk is None or s.by.startswith("cue:colon"):
                continue
            for i in range(s.first, min(s.last, s.first + 12)):
                c = self.syntax.at[i]
                if c is None or c.first != i or not c.actor or c.actor == s.speaker:
                    continue
                kind = self._type(c)
                if kind in ("country", "militia", "organization", "person"):
                    self._emit(s.chunk, type, c, "asserted", s.cue, f"aim:{s.act}:{s.lemma}", 0.55, frozenset(("country", "militia", "organization", "person")))
                    break

    def _denials(self) -> None:
        """An act that somebody is accused of and that he denies: reported, and denied (ONTOLOGY.md, Borderline 5)."""
        for p in self.alleged:
            sent = self.syntax.sent_of[p.trigger]
            for s in self.said:
                if s.act == "deny" and s.cue > p.trigger and self.syntax.sent_of[s.cue] - sent <= 3 and s.speaker in (p.subject, p.object) or (
                    s.act == "deny" and s.cue > p.trigger and self.syntax.sent_of[s.cue] - sent <= 3 and self._acts_for(s.speaker) == p.subject
                ):
                    p.status = "denied"
                    self.out.append(p)
                    break

    def _acts_for(self, actor: str) -> str | None:
        person = self.cast.person_of.get(actor)
        iso = person.iso if person is not None else self.cast.iso_of.get(actor)
        return self.doc.lex.countries[iso].entity.slug if iso in self.doc.lex.countries else None

    # -- demands to leave ---------------------------------------------------------------------------------------
    def _withdrawal(self, i: int, reading: Reading, first: int, last: int) -> None:
        """دعا/طالب … إلى انسحاب القوات التركية, القوات الأجنبية إلى الانسحاب, تركيا بسحب قواتها."""
        if reading.lemma not in DEMANDING:
            return
        doc = self.doc
        if self._status(i, reading, first)[0]:
            return
        kinds = frozenset(("country", "militia", "organization"))
        for p in range(i + 1, min(last, i + 22)):
            info = doc.infos[p]
            form = info.word.fold
            if p > i + 1 and "complement" in info.closed and info.word.fold not in ("ان", "بان"):
                return
            bare = next((w for w in WITHDRAW if form.endswith(w) and len(form) - len(w) <= 3 or form in (w + "ها", w + "هم", "ب" + w + "ها")), None)
            if bare is None:
                continue
            if reading.lemma in ("شدد", "أكد", "جدد") and not any(doc.infos[q].word.fold in ("ضروره", "بضروره", "وجوب", "مطالبته", "مطالبتها", "دعوته", "دعوتها") for q in range(i + 1, p)):
                return
            args = self.syntax.subject(i, reading, last)
            subjects = args.chunks or [c for c in [self._carried(i, reading, first)] if c is not None]
            if not subjects or args.other:
                return
            target: Chunk | None = None
            forces = False
            chunk = self.syntax.at[p + 1] if p + 1 < last else None
            nxt = doc.infos[p + 1].word.fold if p + 1 < last else ""
            if chunk is not None and chunk.first == p + 1 and chunk.lead == "" and self._type(chunk) in kinds:
                target, forces = chunk, chunk.by in ("state:head", "again") or self._type(chunk) == "militia"
            elif nxt in ("قواتها", "قواته", "قواتهم", "جنودها", "جيشها", "ميليشياتها", "مقاتليها", "عناصرها", "جميع", "كل", "كافه"):
                forces = True
                after = self.syntax.at[p + 2] if p + 2 < last else None
                if nxt in ("جميع", "كل", "كافه") and after is not None and after.first == p + 2 and self._type(after) in kinds:
                    target = after
            behind = self.syntax.at[p + 2] if p + 2 < last else None
            if target is None and form.startswith(("ال", "بال", "لل")):
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
                    if c is not None and c.kind != "nisba" and c.actor and self._type(c) in kinds and c.actor not in {s.actor for s in subjects}:
                        target = c
                        break
            if target is None or not target.actor:
                continue
            places = self.syntax.with_prep(p + 1, last, frozenset(("من", "عن")), 12)[:1]
            left = self._type(places[0]) if places else ""
            if left in ("agreement", "organization") or not forces and left not in ("country", "place"):
                return
            if self._own(subjects[0].actor or "", target.actor):
                return
            for one in self.syntax.coordinated(target, last):
                for where in places:
                    self._emit(one, "DEPLOYED_IN", where, "asserted", p, "frame:deployed_in:انسحاب", 0.7, frozenset(("country", "place")))
                self.out = [x for x in self.out if not (x.trigger == i and x.type == "URGED" and x.object == one.actor)]
                self._emit(subjects[0], "DEMANDED_WITHDRAWAL", one, "asserted", i, "frame:demanded_withdrawal", 0.8, kinds)
            return

    def _own(self, subject: str, object: str) -> bool:
        """Whether one is the other's nation, or both are of one."""
        a, b = self.cast.person_of.get(subject), self.cast.person_of.get(object)
        x = a.iso if a is not None else self.cast.iso_of.get(subject)
        y = b.iso if b is not None else self.cast.iso_of.get(object)
        kinds = {self.cast.types.get(subject), self.cast.types.get(object)}
        return bool(x) and x == y and "country" in kinds and bool(kinds & {"person", "organization"})

    def _visits(self) -> None:
        """A foreigner who meets somebody in a town has travelled there (التقى … في موسكو)."""
        doc = self.doc
        for p in list(self.out):
            if p.type != "MET" or p.status == "denied":
                continue
            first = doc.sents[self.syntax.sent_of[p.trigger]].first
            last = doc.sents[self.syntax.sent_of[p.trigger]].last
            for c in self.syntax.with_prep(p.trigger + 1, last, frozenset(("في", "ب")), 24)[:1] or self._in_before(p.trigger, first):
                if self._type(c) != "place" or not c.actor:
                    continue
                iso = self.cast.iso_of.get(c.actor)
                for who in (p.subject, p.object):
                    person = self.cast.person_of.get(str(who))
                    if person is not None and person.iso and iso and person.iso != iso:
                        self.out.append(Proposal(str(who), "VISITED", c.actor, p.status, p.trigger, "frame:visited:met_in", 0.6))

    def _in_before(self, trigger: int, first: int) -> list[Chunk]:
        return []

    # -- agreements ---------------------------------------------------------------------------------------------
    def _agreements(self) -> None:
        """اتفاق بين A وB; الاتفاق النووي مع إيران: parties of an agreement that is named."""
        doc, syntax = self.doc, self.syntax
        for chunk in self.cast.chunks:
            if chunk.kind != "agreement" or not chunk.actor:
                continue
            last = doc.sents[syntax.sent_of[chunk.first]].last
            parties = self._between(chunk.last, last)
            for a, b in zip(parties, parties[1:], strict=False):
                self._emit(a, "AGREED_WITH", b, self._status(chunk.first, _NOUN, doc.sents[syntax.sent_of[chunk.first]].first)[1] or "asserted", chunk.first, "frame:parties+pair", 0.7, frozenset(AGENTS))
            for party in parties:
                if party.actor and allowed(self._type(party), "PARTY_TO", "agreement"):
                    self.out.append(Proposal(party.actor, "PARTY_TO", chunk.actor, "asserted", chunk.first, "frame:parties", 0.75))
