"""Whose doing it is: the subject who goes on, the owner of a pronoun, the subject of the verb that carries a noun."""

from __future__ import annotations

from loaders.actors import Cast
from loaders.clause import Syntax
from loaders.doc import Chunk, Doc
from loaders.lexicon.frames import Frame, frames
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.phrases import ADVERBS, AGENTS
from loaders.proposals import Proposal
from loaders.sites import NEGATIONS
from loaders.speakers import Said

LIGHT = word_set("relations.light")
SET = word_set("relations.set")
"""What stands before أن where an act is arranged (من المقرر أن يلتقي)."""
RAISING = word_set("relations.raising")
WAS = frozenset(("كان", "كانت", "وكان", "وكانت", "لكن", "ولكن", "بينما", "فيما"))
SAYING = word_set("relations.saying")
"""Verbs that carry a noun of saying, and no deed."""
ASIDE = word_set("relations.aside")
ENDING = tuple(sorted(word_set("relations.ending")))
BODIES = frozenset(("country", "militia", "organization"))
CALLING = word_set("relations.calling")
"""Verbs whose object is called upon to do what follows."""


class Arguments:
    def __init__(self, doc: Doc, cast: Cast, syntax: Syntax, said: list[Said]) -> None:
        self.doc, self.cast, self.syntax, self.said = doc, cast, syntax, said
        self.frames = frames()
        self.out: list[Proposal] = []
        self.alleged: list[Proposal] = []
        self.inside: list[Said | None] = [None] * (doc.n + 1)
        for s in said:
            for i in range(s.first, s.last):
                self.inside[i] = s  # the innermost begins last
        self.cue_of = {s.cue: s for s in said}

    def _verbal(self, i: int) -> bool:
        """Whether a form that is a verb and a noun alike (قتل, دعم) is the verb here."""
        doc = self.doc
        info = doc.infos[i]
        kinds = info.kinds
        if doc.dated[i] or (info.word.fold == "فجر" and i + 1 < doc.n and doc.dated[i + 1]):
            return False  # فجر السبت
        if kinds == {"verb"}:
            return True
        if "verb" not in kinds:
            return False
        if i == 0:
            return True
        prev = doc.infos[i - 1]
        if all(r.person == "3d" for r in info.verbs if r.pos == "verb") and "masdar" in kinds:
            two = self.syntax.at[i - 1]
            return two is not None and (two.lead == "و" or two.number == "d")  # دعما: a noun, but after two
        if prev.prep and "complement" not in prev.closed and "relative" not in prev.closed:
            return False
        if prev.word.fold in NEGATIONS or "auxiliary" in prev.closed:
            return True
        if any(r.pos == "verb" and r.person in ("1s", "1p") for r in info.verbs) and doc.texts[i - 1] in ':«“"،':
            return True
        if prev.verbs and "verb" in prev.kinds and self.syntax.at[i - 1] is None and not prev.closed:
            return False
        if doc.texts[i].startswith(("ال", "وال", "بال", "لل")):
            return False
        before = self.syntax.at[i - 1]
        if before is not None and before.last == i and before.first > 0 and any(not r.lead for r in info.verbs):
            opener = doc.infos[before.first - 1]
            if any(r.pos == "verb" and (r.lemma in ("نفى", "أنكر") or r.lemma in LIGHT) for r in opener.verbs):
                return False  # نفت طهران نقل مقاتلين, أكدت س دعمها: what is denied or told is a noun
        nxt = self.syntax.at[i + 1] if i + 1 < doc.n else None
        if nxt is not None and nxt.first == i + 1 and nxt.kind == "nisba" and not nxt.definite:
            return False
        r = next(r for r in info.verbs if r.pos == "verb")
        if r.pronoun and "masdar" in kinds and nxt is not None and nxt.first == i + 1 and nxt.lead == "ل":
            return False  # ودعمها لحزب الله: whose it is, and for whom
        things = nxt is not None and nxt.kind == "title" and not nxt.actor and bool(nxt.roles) and nxt.roles[0].many
        if nxt is not None and nxt.first == i + 1 and nxt.lead == "" and nxt.kind in AGENTS and not things:
            return self.syntax.agrees(r, nxt) or ("masdar" not in kinds and r.lead == "و")  # but تبادل الأسرى
        return r.lead in ("و", "ف") or self.syntax.at[i - 1] is not None or "relative" in prev.closed

    def _circumstantial(self, i: int, reading: Reading) -> bool:
        """متهما, داعية, مثمنا: a participle in the accusative that goes on with the subject."""
        doc = self.doc
        text = doc.texts[i]
        accusative = text.rstrip("\u064b").endswith("ا") or "\u064b" in text or reading.person in ("fs", "mp", "d")
        if reading.definite or reading.prep or not accusative or reading.pronoun:
            return False
        before = doc.texts[i - 1] if i else "،"
        return before in '،,»”")' or reading.lead == "و" or self.syntax.at[i - 1] is not None or bool(doc.dated[i - 1])

    def _type(self, chunk: Chunk) -> str:
        return self.cast.types.get(chunk.actor or "", "")

    def _carried(self, i: int, reading: Reading, first: int) -> Chunk | None:
        """The subject who goes on: of an earlier verb of the sentence, else the latest speaker (وأضاف, والتقى)."""
        doc, syntax = self.doc, self.syntax
        if i in self.cue_of and self.cue_of[i].by.endswith("carried"):
            who = next(
                (
                    s.chunk
                    for s in reversed(self.said)
                    if s.cue < i and s.speaker == self.cue_of[i].speaker and s.chunk is not None
                ),
                None,
            )
            if who is not None:
                return who
        k = i - 1
        while k > first and doc.infos[k].word.fold in ("كان", "كانت", "كانوا", "قد", "لم", "لا"):
            k -= 1
        prev = doc.infos[k] if i > first else None
        if prev is not None and ("relative" in prev.closed) and prev.word.fold in ("الذي", "التي", "الذين", "ما", "من"):
            alone = reading.pronoun in ("3ms", "3fs") and self._bare(i, doc.sents[syntax.sent_of[i]].last)
            head = self._relative_head(i) if alone else None
            if head is None or head.gender not in ({"3ms": "m", "3fs": "f"}[reading.pronoun], None):
                return None  # not قادما من مصر التي زارها
            if syntax.agrees(reading, head) and head.gender is not None:
                return None
        if (
            prev is not None
            and reading.person == "3p"
            and doc.texts[i - 1].endswith(("ين", "ون"))
            and (syntax.at[i - 1] is None or (syntax.at[i - 1].kind == "nisba" and not prev.definite))  # type: ignore[union-attr]
        ):
            return None  # خروج مقاتلين رفضوا
        if prev is not None and reading.pos == "verb" and not reading.lead and self._described(i - 1):
            return None  # بأي دور روسي يضغط على: a clause that describes a noun
        for p in range(i - 1, first - 1, -1):
            info = doc.infos[p]
            if info.verbs and syntax.at[p] is None and not info.closed:
                r = next((r for r in info.verbs if r.pos == "verb" and r.person not in ("1s", "1p")), None)
                if r is None or not self._verbal(p):
                    continue
                head = self._relative_head(p) if r.pronoun else None
                if head is not None and self._type(head) == "agreement" and reading.lead == "و":
                    return None  # القرار الذي صاغته س ويطالب ص
                if head is not None and head.actor and syntax.agrees(reading, head) and self._type(head) in AGENTS:
                    return head  # التحالف الذي تقوده س شن غارة
                args = syntax.subject(p, r, i)
                alone = len(args.chunks) == 1 and reading.person in ("3d", "3p")
                for chunk in args.chunks:
                    if alone and chunk.kind == "person":
                        return None
                    if chunk.actor and syntax.agrees(reading, chunk) and self._type(chunk) in AGENTS:
                        return chunk
                if args.other:
                    return None
        if reading.person == "3fs" and i - first <= 6 and self.syntax.sent_of[i] == 0:
            for p in range(i + 1, min(doc.n, i + 18)):
                other = syntax.at[p]
                if (
                    other is not None
                    and other.first == p
                    and other.kind == "person"
                    and other.gender == "f"
                    and other.actor
                    and not other.lead
                ):
                    return other  # زارت دمشق … هل تعيد فلانة: the headline names her after the act
        if reading.pos == "participle":
            for p in range(first, min(i, first + 10)):
                other = syntax.at[p]
                if (
                    other is not None
                    and other.first == p
                    and other.kind in ("person", "title", "organization", "country")
                    and not syntax.governed(other)
                ):
                    return other if other.actor and syntax.agrees(reading, other) else None
        if i - first > 2 and (reading.lead == "و" or reading.pos == "participle"):
            opener = syntax.opener(first, reading)
            if opener is not None:
                return opener
        near = i - first <= (3 if self._arranged(i, first) else 2)
        opened = i > first and (doc.texts[first].startswith("و") or doc.infos[first].word.fold == "كما")
        if near and (reading.lead == "و" or opened):
            for s in reversed(self.said):
                if s.last <= first and s.chunk is not None and s.chunk.actor:
                    if syntax.agrees(reading, s.chunk):
                        return s.chunk
                    return None
            return self._of_sentence_before(i, reading) if reading.pos == "verb" else None
        return None

    def _described(self, k: int) -> bool:
        """Whether token k ends an indefinite noun phrase, no actor: a verb right behind it describes that noun."""
        doc = self.doc
        info, chunk = doc.infos[k], self.syntax.at[k]
        if chunk is not None:
            return chunk.kind == "nisba" and not info.definite and chunk.last == k + 1
        if info.definite and not (info.verbs or info.closed or doc.dated[k]):
            j = k - 1
            while j > 0 and doc.infos[j].definite and self.syntax.at[j] is None and not doc.infos[j].closed:
                j -= 1
            before = doc.infos[j]
            return before.word.fold in WAS or "complement" in before.closed  # وكانت الجريدة تساند: it is the subject
        return (
            doc.texts[k][0].isalpha()
            and not (info.closed or info.prep or info.definite or info.number or doc.dated[k])
            and not any(r.pos != "masdar" or r.definite for r in info.verbs)
            and info.word.fold not in ADVERBS
            and not doc.texts[k].endswith(("ا", "اً", "\u064b"))
        )

    def _bare(self, i: int, last: int) -> bool:
        """Whether no subject can follow the verb at i: a preposition, a date or a mark stands there."""
        doc, p = self.doc, i + 1
        if p >= last or doc.infos[p].prep or doc.dated[p] or not doc.texts[p][0].isalpha():
            return True
        return self.syntax.at[p] is None and any(lead and lead[-1] in "بل" for lead, _ in doc.infos[p].word.splits)

    def _arranged(self, i: int, first: int) -> bool:
        """من المقرر أن يلتقي, على أن يلتقي: an act to come of whom the text goes on about."""
        doc = self.doc
        if i < first + 2 or doc.infos[i - 1].word.fold != "ان":
            return False
        return doc.infos[i - 2].word.fold in SET or (
            doc.infos[i - 2].word.fold == "علي" and i > first + 2 and doc.texts[i - 3] in "،,"
        )

    def _carried_two(self, i: int, reading: Reading, frame: Frame, first: int) -> list[Chunk]:
        """يعتزم س وص أن يلتقيا: the two of an earlier verb, for a verb in the dual that they do together."""
        if reading.person not in ("3d", "3p") or "pair" not in frame.object:
            return []
        for p in range(i - 1, first - 1, -1):
            info = self.doc.infos[p]
            r = next((r for r in info.verbs if r.pos == "verb"), None) if not info.closed else None
            if r is not None and self.syntax.at[p] is None and self._verbal(p):
                args = self.syntax.subject(p, r, i)
                if args.chunks or args.other:
                    return args.chunks if len(args.chunks) == 2 else []
        return []

    def _of_sentence_before(self, i: int, reading: Reading) -> Chunk | None:
        """زار س بغداد. والتقى ص: the one person that the sentence before began with."""
        k = self.syntax.sent_of[i] - 1
        if k < 0:
            return None
        sent = self.doc.sents[k]
        opener = next((r for r in self.doc.infos[sent.first].verbs if r.pos == "verb"), None)
        if opener is None or self.syntax.at[sent.first] is not None or not self._verbal(sent.first):
            return None
        args = self.syntax.subject(sent.first, opener, sent.last)
        chunk = args.chunks[0] if len(args.chunks) == 1 else None
        known = chunk is not None and chunk.actor and chunk.kind == "person" and self.syntax.agrees(reading, chunk)
        return chunk if known else None

    def _relative_head(self, i: int) -> Chunk | None:
        """غولن، الذي تتهمه أنقرة: whom the pronoun of a relative clause means."""
        k = i - 1
        if (
            k < 1
            or "relative" not in self.doc.infos[k].closed
            or self.doc.infos[k].word.fold not in ("الذي", "التي", "الذين")
        ):
            return None
        k -= 1
        while k >= 0 and self.doc.texts[k] in '،,»”"':
            k -= 1
        chunk = self.syntax.at[k] if k >= 0 else None
        return chunk if chunk is not None and chunk.last == k + 1 else None

    def _owner(self, i: int, pronoun: str, first: int, last: int) -> Chunk | None:
        """Whose doing a noun with a pronoun is (خلال استقباله): mostly that of the subject of its sentence."""
        want = {"3ms": "m", "3fs": "f"}.get(pronoun)
        if want is None:
            return None
        doc = self.doc
        if doc.infos[i].word.fold.startswith("و"):
            for p in range(i - 1, max(first, i - 8) - 1, -1):
                joined = self.syntax.at[p]
                if joined is not None and joined.lead == "ل" and joined.actor and self._type(joined) in AGENTS:
                    return joined if joined.gender in (want, None) else None  # الدور السلبي لحزب الله في اليمن ودعمه
        for p in [*range(i - 1, first - 1, -1), *range(i + 1, min(last, i + 25))]:
            if p == i + 1 and (headed := self._headed(i, first, want)) is not None:
                return headed
            info = doc.infos[p]
            if not info.verbs or self.syntax.at[p] is not None or info.closed or not self._verbal(p):
                continue
            if p > i and "relative" in doc.infos[p - 1].closed:
                continue  # جولته التي تشمل س
            r = next((r for r in info.verbs if r.pos == "verb"), None)
            if r is None or r.person in ("1s", "1p") or r.lemma == "شمل":
                continue
            args = self.syntax.subject(p, r, last)
            for chunk in args.chunks:
                if (
                    chunk.actor
                    and chunk.gender in (want, None)
                    and self._type(chunk) in AGENTS
                    and not chunk.first <= i < chunk.last
                ):
                    return chunk
            if p < i and not args.other:
                carried = self._carried(p, r, first)
                if carried is not None and carried.gender in (want, None):
                    return carried
            if p < i and args.other:
                return None
        return None

    def _headed(self, i: int, first: int, gender: str) -> Chunk | None:
        """وكان الوزير فلان، في زيارته الأولى إلى: whom a clause without a verb begins with."""
        if not any(
            self.doc.infos[p].word.fold in ("كان", "وكان", "كانت", "وكانت") for p in range(first, min(i, first + 2))
        ):
            return None
        for p in range(first, min(i, first + 4)):
            chunk = self.syntax.at[p]
            if chunk is not None and chunk.first == p:
                return chunk if chunk.kind == "person" and chunk.actor and chunk.gender in (gender, None) else None
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
            if (
                chunk is not None
                and chunk.last == p + 1
                and chunk.actor
                and chunk.actor not in not_these
                and self._type(chunk) in AGENTS
                and chunk.gender == want
                and chunk.kind != "nisba"
                and not self.syntax.governed(chunk)
            ):
                return chunk
        for p in range(i - 1, first - 1, -1):
            chunk = self.syntax.at[p]
            if (
                chunk is not None
                and chunk.last == p + 1
                and chunk.kind == "person"
                and chunk.actor
                and chunk.actor not in not_these
                and chunk.gender in (want, None)
            ):
                return chunk
        if i + 1 < self.doc.n and self.doc.infos[i + 1].word.fold in ("اياه", "اياها"):
            for p in range(i - 1, first - 1, -1):
                chunk = self.syntax.at[p]
                if chunk is None or chunk.last != p + 1 or chunk.gender != want or chunk.kind not in BODIES:
                    continue
                if chunk.actor and chunk.actor not in not_these:
                    return chunk  # ندد بسياسات روسيا، متهما إياها: a preposition does not matter
        s = self.inside[i]
        if s is None and self.said:
            before = [x for x in self.said if x.cue < i]
            if (
                before
                and before[-1].chunk is not None
                and before[-1].chunk.gender == want
                and before[-1].speaker not in not_these
            ):
                return before[-1].chunk
        return None

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
            if r is None or r.person in ("1s", "1p") or r.lemma == "شمل":
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

    def _aside(self, p: int, i: int) -> bool:
        """Whether the noun at i is what something else than the verb at p is about: behind بشأن,
        بعد, ردا على, or a preposition that hangs on another noun of doing (الرد على الغارات)."""
        doc = self.doc
        prev = doc.infos[i - 1]
        if prev.word.fold in ASIDE or any(doc.infos[q].word.fold in ASIDE for q in range(max(p + 1, i - 3), i)):
            return True
        lead = doc.infos[i].word.splits
        governed = bool(prev.prep) or any(
            doc.infos[i].word.fold != rest and left[-1:] in "بل" for left, rest in lead if left
        )
        k = i - 2 if prev.prep else i - 1
        return governed and k > p and self.syntax.at[k] is None and any(r.pos == "masdar" for r in doc.infos[k].verbs)

    def _light(self, i: int, first: int, last: int, verbs: frozenset[str] = LIGHT, strict: bool = False) -> list[Chunk]:
        """The subject of the verb that carries a noun of doing (أجرى … محادثات, فرض عقوبات).

        strict: of a deed that is not done by being announced (أعلن عن غارة).
        """
        doc = self.doc
        for p in range(i - 1, max(first, i - 30) - 1, -1):
            info = doc.infos[p]
            expressed = info.word.fold in ("عبر", "وعبر") and "عن" in [w.word.fold for w in doc.infos[p + 1 : i]]
            if self.syntax.at[p] is not None or not info.verbs or (info.closed and not expressed) or doc.dated[p]:
                if "complement" in info.closed or doc.texts[p] in ":؛":
                    return []
                continue
            aside = p > first and doc.infos[p - 1].word.fold in ("الذي", "التي", "الذين")
            if aside and doc.texts[i - 1] in "،," and not any(r.lemma in verbs for r in info.verbs):
                continue  # جدد فلان، عقب لقاء نظيره الذي يزور س، دعم بلاده: a verb that tells of another
            reading = next((r for r in info.verbs if r.pos == "verb"), None)
            own = self.syntax.at[p + 1]
            if (
                own is not None
                and own.first == p + 1
                and own.last <= i
                and not own.lead
                and own.kind in ("person", "title", "country", "organization", "backref")
                and any(r.pos == "masdar" and r.lemma in verbs and not r.definite for r in info.verbs)
                and not (reading is not None and self._verbal(p))
            ):
                return [own]  # قرار الرئيس فرض عقوبات
            noun = info.word.fold == "فجر" or "masdar" in info.kinds
            if reading is None or (noun and not self._verbal(p)):
                continue
            if reading.pronoun and self._relative_head(p) is not None:
                continue  # التحالف الذي تقوده س شن غارة
            if reading.lemma in verbs and reading.person not in ("1s", "1p") and self._verbal(p):
                if strict and (reading.lemma in SAYING or self._aside(p, i)):
                    return []
                args = self.syntax.subject(p, reading, i)
                if reading.lemma in RAISING and i - max([p + 1, *(c.last for c in args.chunks if c.last <= i)]) > 3:
                    return []
                if args.chunks and all(c.last <= i for c in args.chunks):
                    return args.chunks
                if not args.other and not args.chunks:
                    carried = self._carried(p, reading, first)
                    return [carried] if carried is not None else []
                return []
            if reading.lemma in CALLING and verbs is LIGHT and self._verbal(p) and not self._ended(i, p):
                if strict and self._aside(p, i):
                    return []
                args = self.syntax.subject(p, reading, i)
                start = args.end if args.how == "after" else p + 1
                return [c for c in self.syntax.objects(start, i) if c.last <= i]  # دعا س ص إلى فرض عقوبات
            return []
        return []

    def _ended(self, i: int, p: int) -> bool:
        """دعا س ص إلى وقف القتال, رفع العقوبات: called upon to end what the noun tells."""
        folds = (self.doc.infos[q].word.fold for q in range(p + 1, i))
        return any(f.startswith(ENDING) or f[1:].startswith(ENDING) for f in folds)

    def _in_phrase(self, i: int, first: int) -> bool:
        """Whether a noun stands in an adverbial (خلال لقاء, في اتصال): the subject of the sentence did it."""
        prev = self.doc.infos[i - 1] if i > first else None
        return prev is not None and prev.word.fold in (
            "خلال",
            "عقب",
            "بعد",
            "اثر",
            "في",
            "قبيل",
            "قبل",
            "غداه",
            "اثناء",
            "هامش",
            "من",
        )

    def _own(self, subject: str, object: str) -> bool:
        """Whether one is the other's nation, or both are of one."""
        a, b = self.cast.person_of.get(subject), self.cast.person_of.get(object)
        x = a.iso if a is not None else self.cast.iso_of.get(subject)
        y = b.iso if b is not None else self.cast.iso_of.get(object)
        kinds = {self.cast.types.get(subject), self.cast.types.get(object)}
        return bool(x) and x == y and "country" in kinds and bool(kinds & {"person", "organization"})

    def _acts_for(self, actor: str) -> str | None:
        person = self.cast.person_of.get(actor)
        iso = person.iso if person is not None else self.cast.iso_of.get(actor)
        return self.doc.lex.countries[iso].entity.slug if iso in self.doc.lex.countries else None
