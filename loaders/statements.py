"""What was said: a cue, its speaker, its content.

Cues are verbs (verb first or subject first), participles in the accusative (مضيفا), nouns of saying with their possessor
(قوله), attributions (بحسب, وفق, نقلا عن) and the colon of headlines. A cue without a speaker goes on with the speaker
before it. Each new cue begins a new statement.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.actors import Cast
from loaders.clause import AGENTS, SPEAKERS, Args, Syntax
from loaders.doc import Chunk, Doc
from loaders.lexicon.cues import Cue, acts, cues
from loaders.lexicon.verbs import Reading
from loaders.text import QUOTES
from loaders.lexicon.sets import word_set

MAX_WORDS = 150
ATTRIBUTION = word_set("statements.attribution")
ADDRESSED = word_set("statements.addressed")
"""Cues whose one noun phrase may be whom they address."""
CIRCUMSTANCE = word_set("statements.circumstance")
"""Words that, after a comma, lead out of what was said into when and where."""
TURNS = word_set("statements.turns")
LOOSE = word_set("statements.loose")
"""Verbs that report speech when they lead a sentence, and tell an act inside another's words."""
DESCRIBING = word_set("statements.describing")
SAYING = word_set("statements.saying")
NEGATIONS = word_set("statements.negations")
TWO_SIDES = word_set("statements.two_sides")


@dataclass(slots=True)
class Said:
    """A statement under way; tokens [first, last) are its content, [cue, cue_end) the cue."""

    speaker: str
    cue: int
    first: int
    last: int
    act: str
    kind: str
    by: str
    score: float
    via: str | None = None
    about: list[str] = field(default_factory=list)
    lemma: str = ""
    chunk: Chunk | None = None
    date: str | None = None
    person: str = ""
    """of the cue verb: what an actor's gender is when nothing else tells"""


class Reader:
    def __init__(self, doc: Doc, cast: Cast, syntax: Syntax) -> None:
        self.doc, self.cast, self.syntax = doc, cast, syntax
        self.cues = cues()
        self.said: list[Said] = []
        self.last: dict[str, str] = {}
        """the latest speaker of each gender (m, f, and any)"""
        self.gender: dict[str, str | None] = {}
        self.earlier = False
        """whether a cue stands before in the sentence"""
        self.pending: str | None = None
        """the outlet that a sentence is credited to from its start"""

    def read(self) -> list[Said]:
        for k, sent in enumerate(self.doc.sents):
            before = len(self.said)
            self._sentence(k, sent.first, sent.last)
            new = self.said[before:]
            if not new:
                self._continues(sent.first, sent.last)
        return self.said

    # -- a sentence ---------------------------------------------------------------------------------------------
    def _sentence(self, k: int, first: int, last: int) -> None:
        doc = self.doc
        sites: list[tuple[int, Reading | None, Cue | None]] = []
        for i in range(first, last):
            info = doc.infos[i]
            if self.syntax.at[i] is not None and not (info.verbs and self.syntax.at[i].kind == "nisba"):  # type: ignore[union-attr]
                continue
            if info.verbs and not info.closed and info.word.fold not in ATTRIBUTION:
                site = self._cue_at(i, last)
                if site is not None:
                    sites.append((i, *site))
                    continue
            form = info.word.fold
            if (
                form in ATTRIBUTION
                or form[:1] == "و"
                and form[1:] in ATTRIBUTION
                or (form in ("قول", "تعبير", "وصف", "زعم") and i > first + 1 and doc.infos[i - 1].word.fold == "حد")
            ):
                sites.append((i, None, None))
        colon = self._colon(first, last) if k < 3 or last - first < 40 else None
        if colon is not None:
            self.said.append(colon)
            self._remember(colon)
            sites = [s for s in sites if s[0] > colon.last]
        self.pending, self.earlier = None, False
        borders: list[int] = []
        for i, reading, _ in sites:
            if self._border(i, reading, first):
                borders.append(i)
            self.earlier = True
        for i, reading, cue in sites:
            nxt = next((b for b in borders if b > i), last)
            if reading is not None and i not in borders and not self._worthy(i, reading, cue, first, last):
                continue
            said = (
                self._attribution(i, first, last)
                if cue is None or reading is None
                else self._cued(i, reading, cue, first, last, nxt)
            )
            if said is not None:
                self.said.append(said)
                self._remember(said)

    def _border(self, i: int, reading: Reading | None, first: int) -> bool:
        """Whether a cue begins a new statement, rather than standing inside what is being said."""
        if self.syntax.quoted[i]:
            return False
        if reading is None:
            return i == first or self.doc.texts[i - 1] in '،,؛»”")'
        if i == first or reading.pos != "verb" or reading.lead:
            return True
        prev = self.doc.infos[i - 1]
        if self.doc.texts[i - 1] in '،,؛:»”")-–.' or prev.word.fold in (
            "كما",
            "فيما",
            "بينما",
            "حيث",
            "ثم",
            "لكنه",
            "لكنها",
            "ولكنه",
            "كان",
            "وكان",
            "كانت",
            "وكانت",
            "قد",
            "وقد",
            "الا",
        ):
            return True
        # the subject stands first, at the head of its clause
        chunk = self.syntax.at[i - 1]
        if chunk is not None:
            k = chunk.first - 1
            return k < first or self.doc.texts[k] in "،,؛:" or self.doc.infos[k].word.fold in TURNS
        return not self.earlier

    def _worthy(self, i: int, reading: Reading, cue: Cue | None, first: int, last: int) -> bool:
        """A cue inside what another says is told apart only when it reports a clause of its own."""
        if cue is None or self.syntax.quoted[i] or cue.weak or cue.lemma in LOOSE:
            return False
        inside = any(s.first <= i < s.last and s.cue >= first for s in self.said[-3:])
        if not inside or self._clause_near(i, last):
            return True
        chunk = self.syntax.at[i - 1] if i else None
        return (
            chunk is not None
            and chunk.last == i
            and chunk.kind in ("person", "country", "organization", "title")
            and not self.syntax.governed(chunk)
            and cue.act != "agree"
        )

    def _cue_at(self, i: int, stop: int) -> tuple[Reading, Cue] | None:
        doc = self.doc
        info = doc.infos[i]
        prev = doc.infos[i - 1] if i else None
        after_prep = prev is not None and prev.prep is not None and "relative" not in prev.closed
        for reading in info.verbs:
            cue = self.cues.get(reading.lemma)
            if cue is None:
                continue
            if reading.pos == "verb":
                if reading.person in ("1s", "1p") or reading.definite:
                    continue
                if (
                    after_prep
                    and not reading.lead
                    and prev is not None
                    and prev.word.fold not in ("كما", "حيث", "فيما", "بينما")
                ):
                    continue
                if prev is not None and prev.word.fold in NEGATIONS and cue.act not in ("deny",):
                    return None
                if (
                    prev is not None
                    and "relative" in prev.closed
                    and reading.pronoun
                    and prev.word.fold in ("الذي", "التي", "الذين")
                ):
                    continue
                if (
                    prev is not None
                    and "relative" in prev.closed
                    and prev.word.fold not in ("من",)
                    and (cue.lemma in DESCRIBING or prev.word.fold in ("ما", "مما") or not self._clause_near(i, stop))
                ):
                    if prev.word.fold not in ("ما",) or not self._reported(i):
                        continue
                return reading, cue
            if reading.pos == "participle":
                text = doc.texts[i]
                accusative = (
                    text.rstrip("\u064b").endswith("ا")
                    or "\u064b" in text
                    or reading.person == "fs"
                    or reading.person in ("mp", "d")
                )
                if (
                    reading.definite
                    or reading.prep
                    or reading.lead == "ف"
                    or after_prep
                    or not accusative
                    or reading.pronoun
                ):
                    continue
                before = doc.texts[i - 1] if i else "،"
                if before in '،,»”")' or reading.lead == "و" or self.syntax.at[i - 1] is not None or doc.dated[i - 1]:
                    return reading, cue
                continue
            if (
                reading.pos == "masdar"
                and reading.pronoun
                and reading.lemma in SAYING
                and not reading.pronoun.startswith("1")
            ):
                return reading, cue
        return None

    def _object_first(self, i: int, reading: Reading, cue: Cue, args: Args) -> Args:
        """ودعا مجلس الأمن إلى: whom the one who speaks already addresses (see relations.py)."""
        again = reading.lead == "و" or i > 0 and self.doc.infos[i - 1].word.fold in ("كما", "ثم")
        if args.how != "after" or len(args.chunks) != 1 or not again or cue.lemma not in ADDRESSED or not self.said:
            return args
        chunk = args.chunks[0]
        accusative = self.doc.texts[chunk.last - 1].endswith("ين") and chunk.kind in (
            "militia",
            "country",
            "organization",
        )
        if not (accusative or cue.lemma == "اتهم" or chunk.kind in ("organization", "militia", "country", "backref")):
            return args
        if self.syntax.objects(args.end, min(self.doc.n, args.end + 4)):
            return args
        opener = self.syntax.opener(self.doc.sents[self.syntax.sent_of[i]].first, reading)
        last = (
            opener.actor if opener is not None else self.last.get({"3ms": "m", "3fs": "f"}.get(reading.person, "any"))
        )
        if last is None or (self.cast.types.get(last) != "person" and cue.lemma != "اتهم" and not accusative):
            return args
        return Args([], i + 1)

    def _clause_near(self, i: int, stop: int) -> bool:
        """Whether a clause or a quotation follows within a few words."""
        return any(
            "complement" in self.doc.infos[p].closed or self.doc.texts[p] in ':«“"'
            for p in range(i + 1, min(stop, i + 6))
        )

    def _reported(self, i: int) -> bool:
        """كما أعلنت, حسبما قال, على ما أفادت, وفق ما ذكر: what stands before is what was said."""
        doc = self.doc
        if i == 0:
            return False
        form = doc.infos[i - 1].word.fold
        if form in ("كما", "حسبما", "مثلما", "وفقما"):
            return i > 1 and doc.texts[i - 2] in '،,»”")' or i > 1 and bool(self.syntax.at[i - 2])
        return form == "ما" and i > 1 and doc.infos[i - 2].word.fold in ("علي", "وفق", "بحسب", "حسب", "لما")

    # -- cues ---------------------------------------------------------------------------------------------------
    def _cued(self, i: int, reading: Reading, cue: Cue, first: int, last: int, nxt: int) -> Said | None:
        doc, syntax = self.doc, self.syntax
        inside = bool(syntax.quoted[i])
        args = Args()
        if reading.pos == "verb" and cue.lemma not in ("جاء", "ورد"):
            args = syntax.subject(i, reading, last)
            if args.other:
                noun = doc.infos[args.end] if args.end < last else None
                if (
                    noun is None
                    or reading.lead != "و"
                    or not cue.bare
                    or noun.word.fold.removeprefix("ال") in SPEAKERS
                    or noun.titles
                ):
                    return None
                args = Args()  # وأكد التزام الأمم المتحدة: the noun is what he affirms
            args = self._object_first(i, reading, cue, args)
        start = max(i + 1, args.end if args.how == "after" else i + 1)
        back = reading.pos == "verb" and self._reported(i)
        content = (
            None
            if back and args.chunks
            else self._content(i, start, cue, min(last, nxt) if nxt > start + 1 else last, reading, args)
        )
        if back and content is None and args.chunks:
            return self._behind(i, cue, args, first)
        if content is None:
            return None
        begin, direct = content
        speaker_chunk: Chunk | None = None
        speaker: str | None = None
        by = f"cue:{cue.lemma}"
        score = 0.9
        for chunk in args.chunks:
            if chunk.actor and self.cast.types.get(chunk.actor) in ("person", "country", "militia", "organization"):
                speaker, speaker_chunk = chunk.actor, chunk
                break
        if speaker is None and args.chunks:
            return None
        if speaker is None:
            if inside:
                return None
            speaker = self._carried(i, reading, first)
            by, score = by + "+carried", 0.75
            if speaker is None:
                return None
        if reading.pos == "masdar":
            source = self._source(i, first)
            if source is not None:
                speaker = source
        via = self._via(i, begin, speaker) or (self.pending if self.pending != speaker else None)
        if cue.lemma in ("جاء", "ورد"):
            source = next(
                (
                    c
                    for p in range(i + 1, begin)
                    if (c := syntax.at[p]) is not None
                    and c.first == p
                    and c.actor
                    and self.cast.types.get(c.actor) in ("person", "country", "militia", "organization")
                ),
                None,
            )
            if source is None:
                return None
            speaker, speaker_chunk = source.actor or "", source
        if cue.lemma == "نقل" and reading.pos == "verb":
            carried = self._transmitted(i, begin, first, speaker)
            if carried is None:
                return None
            speaker, via, speaker_chunk = carried
        end = self._end(begin, last, direct, nxt, i)
        if end - begin < 2:
            return None
        if not direct and end - begin >= 6:
            direct = sum(syntax.quoted[begin:end]) >= 0.65 * (end - begin)
        act = (
            acts().get((cue.lemma, _stem(doc.infos[begin + (doc.infos[begin].prep is not None)].word.fold)), cue.act)
            if begin + 1 < end
            else cue.act
        )
        said = Said(
            speaker,
            i,
            begin,
            end,
            act,
            "direct" if direct else "indirect",
            by,
            score,
            via,
            lemma=cue.lemma,
            chunk=speaker_chunk,
        )
        said.person = reading.person if args.chunks else ""
        return said

    def _behind(self, i: int, cue: Cue, args: Args, first: int) -> Said | None:
        """The clause before «، كما أعلن س»."""
        chunk = next(
            (
                c
                for c in args.chunks
                if c.actor and self.cast.types.get(c.actor) in ("person", "country", "militia", "organization")
            ),
            None,
        )
        if chunk is None or not chunk.actor:
            return None
        begin, end = first, i - 1
        for s in self.said[-3:]:
            if s.cue >= first and s.last > begin:
                if self._outlet(chunk):
                    s.via = s.via or chunk.actor
                return None
        while end > begin + 1 and (
            self.doc.texts[end - 1] in "،,؛:-–(."
            or self.doc.infos[end - 1].word.fold in ("علي", "وفق", "بحسب", "حسب", "ما")
        ):
            end -= 1
        if end - begin < 4:
            return None
        return Said(
            chunk.actor,
            i,
            begin,
            min(end, begin + MAX_WORDS),
            cue.act,
            "indirect",
            f"cue:{cue.lemma}+behind",
            0.75,
            lemma=cue.lemma,
            chunk=chunk,
        )

    def _content(
        self, i: int, start: int, cue: Cue, last: int, reading: Reading, args: Args
    ) -> tuple[int, bool] | None:
        """(first token of the content, direct?) or None when nothing after the cue is content."""
        doc, syntax = self.doc, self.syntax
        limit = min(last, i + ((24 if args.chunks else 14) if cue.weak else 40))
        p = i + 1
        np_start: int | None = None
        while p < limit:
            info, text = doc.infos[p], doc.texts[p]
            if text == ":":
                q = p + 1
                if q >= last:
                    return None
                return (q, True)
            if "complement" in info.closed and (p >= start or p == i + 1):
                form = info.word.light
                attached = len(form.removeprefix("ب").removeprefix("و")) > 2
                if p + 1 < last and doc.texts[p + 1] in QUOTES:
                    return (p + 1, not attached and self._quote_length(p + 1, last) >= 4)
                return (p if attached else p + 1, False)
            if text in "،," and reading.pronoun and reading.pos == "verb" and np_start is None and p <= start:
                return None
            if text in QUOTES and text not in "»”" and (p >= start or p == i + 1):
                chunk = syntax.at[p + 1] if p + 1 < last else None
                if chunk is not None and chunk.last < last and doc.texts[chunk.last] in QUOTES:
                    p += 1
                    continue
                if self._quote_length(p, last) >= 3 and not cue.preps or self._quote_length(p, last) >= 5:
                    return (p, True)
                if cue.weak:
                    return None
                return (np_start if np_start is not None else p, False)
            if cue.needs and not any(doc.infos[q].word.fold in cue.needs for q in range(i + 1, min(last, i + 12))):
                return None
            if p >= start and not cue.weak:
                chunk = syntax.at[p]
                if info.prep and info.prep not in cue.preps and np_start is None and "complement" not in info.closed:
                    q = syntax._phrase(p, limit)
                    if q > p:
                        p = q
                        continue
                hit = info.prep in cue.preps if info.prep else False
                if (
                    not hit
                    and cue.preps & {"ب", "ل"}
                    and any(lead and lead[-1] in cue.preps for lead, _ in info.word.splits)
                ):
                    hit = bool(
                        chunk is not None
                        and chunk.first == p
                        and chunk.lead[-1:] in cue.preps
                        or any(r.prep in cue.preps and r.prep for r in info.verbs)
                        or doc.texts[p].startswith(("بال", "لل", "بضرورة", "بعدم", "بأن"))
                    )
                if hit and not doc.dated[p]:
                    if info.prep and p + 1 < last and "complement" in doc.infos[p + 1].closed:
                        p += 1
                        continue
                    return (np_start if np_start is not None else p, False)
                if (
                    cue.bare
                    and np_start is None
                    and text[0].isalpha()
                    and not doc.dated[p]
                    and not (info.prep and info.prep not in cue.preps)
                ):
                    np_start = p
                    if not cue.preps:
                        # a clause may still follow (أكد ... أن); look a little further
                        for q in range(p, min(p + 14, last)):
                            if doc.texts[q] in ":؛" or doc.texts[q] in "،," and q > p + 4:
                                break
                            if "complement" in doc.infos[q].closed and cue.act in (
                                "say",
                                "announce",
                                "deny",
                                "hope",
                                "threaten",
                            ):
                                return (p, False)
                        return (p, False)
            if (
                cue.lemma in SAYING
                and p >= start
                and info.word.fold in ("لقد", "لقد", "سوف", "لن", "ليس", "نحن", "هناك", "لا")
                and np_start is None
            ):
                return (p, False)
            if (
                p > start
                and info.verbs
                and not info.closed
                and any(r.pos == "verb" and r.lemma in self.cues and not r.pronoun for r in info.verbs)
                and syntax.at[p] is None
                and reading.pos == "verb"
                and np_start is None
                and (doc.texts[p - 1] in "،,؛" or info.word.fold.startswith("و"))
            ):
                break
            p += 1
        if np_start is not None:
            return (np_start, False)
        return None

    def _quote_length(self, p: int, last: int) -> int:
        n = 0
        for q in range(p + 1, last):
            if self.doc.texts[q] in QUOTES:
                break
            n += 1
        return n

    def _end(self, begin: int, last: int, direct: bool, nxt: int, cue: int) -> int:
        """The end of the content: its quote, the next cue outside it, or the sentence; over several sentences inside an
        open quote."""
        doc, syntax = self.doc, self.syntax
        end = last
        p = begin
        while p < doc.n and doc.texts[p] in QUOTES:
            p += 1
        open_quote = p > begin and bool(syntax.quoted[p]) if p < doc.n else False
        if open_quote:
            q = p
            while q < doc.n and syntax.quoted[q] and q - p < MAX_WORDS + 20:
                q += 1
            if q >= last - 1:
                return min(q, p + MAX_WORDS)
            rest = q + 1
            if nxt > rest:
                # what follows the closing quote belongs to it until the next cue
                end = nxt
            else:
                end = q
            if (
                direct
                and doc.texts[rest - 1] in QUOTES
                and rest < last
                and (doc.texts[rest] in "،,.؛" or doc.infos[rest].closed)
            ):
                end = q
        elif nxt > begin:
            end = nxt
        for q in range(begin + 3, min(end, last)):
            if (
                doc.texts[q] in "،,"
                and q + 1 < end
                and doc.infos[q + 1].word.fold in CIRCUMSTANCE
                and not syntax.quoted[q]
            ):
                end = q  # ، وذلك لدى استقباله: told by the narrator
                break
        while end > begin + 1 and (
            doc.texts[end - 1] in "،,؛:-–(."
            or doc.infos[end - 1].word.fold
            in (
                "و",
                "كما",
                "فيما",
                "حيث",
                "وقد",
                "ثم",
                "بينما",
                "وكان",
                "وكانت",
                "وهو",
                "ما",
                "علي",
                "كان",
                "قد",
                "كانت",
            )
            and end < last
        ):
            end -= 1
        return min(end, begin + MAX_WORDS)

    def _continues(self, first: int, last: int) -> None:
        """A sentence that is one quotation, after a statement: its speaker goes on."""
        doc = self.doc
        if not self.said or doc.texts[first] not in '"«“' or last - first < 5:
            return
        prev = self.said[-1]
        if prev.kind != "direct" or not prev.speaker or first - prev.last > 4:
            return
        if sum(self.syntax.quoted[first:last]) < (last - first) * 0.7:
            return
        if last - prev.first <= MAX_WORDS:
            prev.last = last

    def _colon(self, first: int, last: int) -> Said | None:
        """«فلان: المضمون» at the head of a line."""
        doc, syntax = self.doc, self.syntax
        p = first
        while p < last and (doc.texts[p] in QUOTES or doc.texts[p] == "#"):
            p += 1
        chunk = syntax.at[p] if p < last else None
        if chunk is None or chunk.first != p or chunk.kind not in AGENTS or chunk.kind == "nisba" or not chunk.actor:
            return None
        q = chunk.last
        steps = 0
        while q < last and doc.texts[q] != ":" and steps < 6:
            if (
                doc.texts[q] in ".؟!"
                or doc.infos[q].verbs
                and any(r.pos == "verb" for r in doc.infos[q].verbs)
                or "complement" in doc.infos[q].closed
            ):
                return None
            q, steps = q + 1, steps + 1
        if q + 3 > last or doc.texts[q] != ":" or q >= last:
            return None
        if self.cast.types.get(chunk.actor) not in ("person", "country", "militia", "organization"):
            return None
        # the whole line is the content
        return Said(chunk.actor, p, q + 1, last, "say", "direct", "cue:colon", 0.8, chunk=chunk)

    def _attribution(self, i: int, first: int, last: int) -> Said | None:
        """بحسب X, وفقا لX, نقلا عن X: the clause around it is what X says."""
        doc, syntax = self.doc, self.syntax
        p = i + 1
        hops = 0
        while p < last and hops < 5:
            chunk = syntax.at[p]
            if chunk is not None and chunk.first == p:
                break
            info = doc.infos[p]
            if (
                info.word.fold
                in ("ل", "عن", "ما", "بيان", "لبيان", "تصريحات", "لتصريحات", "مسوول", "لما", "مسوولين", "قول", "ما")
                or doc.texts[p] in QUOTES
                or (info.verbs and any(r.lemma in self.cues for r in info.verbs))
            ):
                p, hops = p + 1, hops + 1
                continue
            return None
        chunk = syntax.at[p] if p < last else None
        if chunk is None or chunk.first != p or not chunk.actor or chunk.kind == "nisba":
            return None
        if self.cast.types.get(chunk.actor) not in ("person", "country", "militia", "organization"):
            return None
        if any(s.cue >= first and s.first <= i < s.last + 2 for s in self.said[-3:]) and self._outlet(chunk):
            for s in reversed(self.said[-3:]):
                if s.cue >= first:
                    s.via = s.via or chunk.actor
                    break
            return None
        if (
            i - first <= 2
            and self._outlet(chunk)
            and any(
                self._cue_at(p, last)
                for p in range(chunk.last, last)
                if doc.infos[p].verbs and not doc.infos[p].closed and syntax.at[p] is None and not syntax.quoted[p]
            )
        ):
            self.pending = chunk.actor
            return None
        if i - first <= 2:
            begin = chunk.last
            while begin < last and doc.texts[begin] in "،,":
                begin += 1
            q = begin
            while q < min(last, begin + 12):
                if "complement" in doc.infos[q].closed:
                    break
                q += 1
            end = last
        else:
            begin, end = first, i
            for s in self.said[-3:]:
                if s.cue >= first and s.last > begin:
                    return None
            if any(
                r.pos == "verb" and r.lemma in self.cues for t in doc.infos[first:i] for r in t.verbs if not t.closed
            ):
                return None
        while end > begin + 1 and (
            doc.texts[end - 1] in "،,؛:-–(."
            or doc.infos[end - 1].word.fold in ("علي", "حد", "ما", "كما", "ذلك", "وذلك")
        ):
            end -= 1
        while begin < end and (doc.texts[begin] in "،," or doc.infos[begin].word.fold in ("فان", "فانه", "ان")):
            begin += 1
        if end - begin < 3:
            return None
        return Said(
            chunk.actor, i, begin, min(end, begin + MAX_WORDS), "say", "indirect", "cue:attribution", 0.7, chunk=chunk
        )

    # -- speakers -----------------------------------------------------------------------------------------------
    def _remember(self, said: Said) -> None:
        person = self.cast.person_of.get(said.speaker)
        gender = (said.chunk.gender if said.chunk is not None else None) or (person.gender if person else None)
        if gender is None:
            gender = {"3ms": "m", "3fs": "f"}.get(said.person) or self.gender.get(said.speaker)
        self.gender[said.speaker] = gender
        self.last["any"] = said.speaker
        for g in ("m", "f") if gender is None else (gender,):
            self.last[g] = said.speaker

    def _carried(self, i: int, reading: Reading, first: int) -> str | None:
        """The speaker who goes on: the latest whose gender agrees; for a participle the sentence's own subject."""
        if reading.pos == "participle" or reading.pos == "masdar":
            for said in reversed(self.said):
                if said.cue >= first:
                    return said.speaker
            subject = self._main_subject(first, i)
            if subject is not None:
                return subject
            if reading.pos == "participle":
                return None
        opener = self.syntax.opener(first, reading) if reading.pos == "verb" and i - first > 2 else None
        if opener is not None and not any(s.cue >= first for s in self.said):
            return opener.actor
        who = reading.pronoun if reading.pos == "masdar" else reading.person
        key = {"3ms": "m", "3fs": "f"}.get(who, "any")
        if self.said and self.doc.sents[self.syntax.sent_of[self.said[-1].cue]].first < first - 400:
            return None
        got = self.last.get(key)
        if got is None:
            return None
        if key != "any" and self.last.get("any") != got:
            # somebody of the other gender spoke since: go back to him only if it was lately
            recent = [s.speaker for s in self.said[-4:]]
            if got not in recent:
                return None
        return got

    def _main_subject(self, first: int, i: int) -> str | None:
        """The subject of the sentence's first verb, for a participle that hangs on it."""
        for p in range(first, i):
            info = self.doc.infos[p]
            if info.verbs and self.syntax.at[p] is None and not info.closed:
                reading = next((r for r in info.verbs if r.pos == "verb"), None)
                if reading is not None:
                    args = self.syntax.subject(p, reading, i)
                    for chunk in args.chunks:
                        if chunk.actor and self.cast.types.get(chunk.actor) in (
                            "person",
                            "country",
                            "militia",
                            "organization",
                        ):
                            return chunk.actor
                    if args.other:
                        return None
        return None

    def _source(self, i: int, first: int) -> str | None:
        """نقلت وكالة س عن ص قوله: ص."""
        for p in range(i - 1, max(first, i - 14) - 1, -1):
            if self.doc.infos[p].prep == "عن":
                q = p + 1
                while q < i and self.doc.texts[q] in QUOTES:
                    q += 1
                chunk = self.syntax.at[q]
                if chunk is not None and chunk.first == q and chunk.actor:
                    if self.cast.types.get(chunk.actor) in ("person", "country", "militia", "organization"):
                        return chunk.actor
                return None
        return None

    def _transmitted(self, i: int, begin: int, first: int, outlet: str) -> tuple[str, str | None, Chunk | None] | None:
        """نقلت وكالة س عن ص أن: ص, through س; from nobody named, the outlet itself."""
        for p in range(i + 1, begin):
            if self.doc.infos[p].prep != "عن":
                continue
            q = p + 1
            while q < begin and self.doc.texts[q] in QUOTES:
                q += 1
            chunk = self.syntax.at[q] if q < begin else None
            if (
                chunk is not None
                and chunk.first == q
                and chunk.actor
                and self.cast.types.get(chunk.actor) in ("person", "country", "militia", "organization")
            ):
                return chunk.actor, outlet, chunk
            return outlet, None, None
        return None

    def _outlet(self, chunk: Chunk) -> bool:
        if any(e.source.endswith("outlets.tsv") for e in chunk.entities):
            return True
        return chunk.head.split(" ")[0] in _OUTLETS if chunk.head else False

    def _via(self, i: int, begin: int, speaker: str) -> str | None:
        """The outlet named in the cue phrase (قال لرويترز, في مقابلة مع قناة س, نقلت س عن)."""
        first = self.doc.sents[self.syntax.sent_of[i]].first
        for p in range(max(first, i - 14), min(begin, self.doc.n)):
            chunk = self.syntax.at[p]
            if (
                chunk is not None
                and chunk.first == p
                and chunk.actor
                and chunk.actor != speaker
                and self._outlet(chunk)
            ):
                if p < i and not any(r.lemma == "نقل" for t in self.doc.infos[max(first, p - 4) : p] for r in t.verbs):
                    continue
                return chunk.actor
        return None


def _stem(form: str) -> str:
    """A noun without the pronoun on it, folded: استعداده → استعداد."""
    for end in ("هما", "ها", "هم", "ه"):
        if form.endswith(end) and len(form) - len(end) >= 3:
            return form[: -len(end)]
    return form


_OUTLETS = word_set("statements.outlets")
