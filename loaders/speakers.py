"""Who speaks: whose text it is, who did what was told before, who goes on speaking."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.actors import Cast
from loaders.clause import Syntax
from loaders.doc import Chunk, Doc
from loaders.leads import WAS
from loaders.lexicon.cues import cues
from loaders.lexicon.frames import ACTORS
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.owners import KIN
from loaders.phrases import AGENTS, GENDERS, RELATIVES, WITH_PRONOUN

GOING_ON = word_set("statements.going_on")
MEETING = word_set("speakers.meeting")
"""Verbs whose subject, told behind أن, goes on and speaks (كشف الكرملين أن فلانا هاتف فلانا وأشاد به)."""
HE = frozenset(("هو", "فهو", "هي", "فهي"))
ISSUED = word_set("speakers.issued")
"""What a text is of whose author follows (بيان صادر عن)."""
COUNTS = word_set("speakers.counts")
"""Texts whose author follows at once (تقديرات الأمم المتحدة)."""
OF_TEXTS = word_set("speakers.of_texts")
"""Adjectives of a text."""
WORDS = word_set("speakers.words")
LETTERS = word_set("speakers.letters")
"""What comes from somebody who speaks in it (برقية من س قال فيها, اتصالا هاتفيا من س هنأه فيه)."""


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


class Speakers:
    """The statements read so far and whom the next one may go on with."""

    def _issuer(self, p: int, last: int) -> Chunk | None:
        """بيان [رسمي ]صادر عن س, بيان نشرته س: the body whose text stands at p."""
        infos, q = self.doc.infos, p + 1
        while q < last and infos[q].word.fold in OF_TEXTS:
            q += 1
        if q + 1 < last and infos[q].word.fold in ISSUED:
            q += 1
            q += q < last and infos[q].prep in ("عن", "من")
        elif q + 1 < last and infos[q].prep == "عن":
            q += 1
        elif infos[p].word.fold not in COUNTS:
            return None
        chunk = self.syntax.at[q] if q < last else None
        agent = chunk is not None and chunk.first == q and not chunk.lead and chunk.kind in AGENTS and chunk.actor
        return chunk if agent else None

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

    def _remember(self, said: Said) -> None:
        person = self.cast.person_of.get(said.speaker)
        gender = (said.chunk.gender if said.chunk is not None else None) or (person.gender if person else None)
        if gender is None:
            gender = GENDERS.get(said.person) or self.gender.get(said.speaker)
        self.gender[said.speaker] = gender
        self.last["any"] = said.speaker
        for g in ("m", "f") if gender is None else (gender,):
            self.last[g] = said.speaker

    def _carried(self, i: int, reading: Reading, first: int) -> str | None:
        """The speaker who goes on: the latest whose gender agrees; for a participle the sentence's own subject."""
        if reading.person == "1p" and self.syntax.author is not None:
            return self.syntax.author.actor  # ندعو, in a text of their own
        if reading.pos == "verb" and i > first and self.doc.infos[i - 1].word.fold in HE:
            return self._he(first, i, reading)
        if reading.pos == "participle" or reading.pos == "masdar":
            unlike = {"fs": "m", "ms": "f"}.get(reading.person) if reading.pos == "participle" else None
            if reading.pos == "participle" and (doer := self._doing(first, i, reading)) is not None:
                return doer
            if (voice := self._voice(first, i)) is not None:
                return voice
            here = [said for said in self.said if said.cue >= first]
            for said in reversed(here):
                within = (
                    said.cue > first and self.doc.infos[said.cue - 1].word.fold in RELATIVES and said is not here[0]
                )
                # انتقد س تصريحات ص التي قال فيها …، داعيا: it is س who calls; but الأمر الذي نفاه ص مؤكدا
                if not within or said.first < said.cue:
                    return said.speaker if unlike is None or self.gender.get(said.speaker) != unlike else None
            subject = self._main_subject(first, i) or (
                None if reading.pronoun or reading.pos != "masdar" else self._clause_subject(first, i)
            )
            if subject is not None:
                return subject
            if reading.pos == "participle" and i > first:
                return None  # but «… . معتبرا أن» goes on with who spoke
        if reading.pos == "verb" and reading.lemma == "ذكر" and reading.tense == "pres" and i - first < 2:
            return None  # يذكر أن: the narrator
        if reading.pos == "verb" and self.syntax.asked_to(i, first):
            return None
        if reading.pos == "verb" and i > first and self.doc.infos[i - 1].word.fold in RELATIVES:
            return None  # إجراء من باريس، التي أدانت الطرد: no one who spoke before
        if reading.pos == "verb" and (beside := self.syntax.doer_beside(i, reading, first)) is not None:
            return beside.actor
        if reading.pos == "verb" and i + 1 < self.doc.n and self.doc.infos[i + 1].word.fold in WITH_PRONOUN:
            return self._author(first, i, reading)
        if reading.pos == "verb" and i - first > 2 and not any(s.cue >= first for s in self.said):
            opener = self.syntax.opener(first, reading) or self._opening(first, i, reading)
            if opener is not None:
                return opener.actor
        if (
            reading.lead == "و"
            and reading.pos == "verb"
            and (doer := self._clause_before(i, reading, first)) is not None
        ):
            return doer
        if reading.person == "3p" and not reading.lead and i > first and self._plain(i - 1):
            return None  # طلاب يعارضون: what they say, who are nobody
        if (voice := self._voice(first, i)) is not None:
            return voice
        fresh = reading.pos == "verb" and i == first and reading.lemma not in GOING_ON
        if fresh and (doer := self._doer_before(first, reading)) is not None:
            return doer
        who = reading.pronoun if reading.pos == "masdar" else reading.person
        key = GENDERS.get(who, "any")
        if self.said and self.doc.sents[self.syntax.sent_of[self.said[-1].cue]].first < first - 400:
            return None
        got = self.last.get(key)
        if got is None:
            return None
        if reading.person in ("3p", "3d") and self.cast.types.get(got) == "person":
            return None  # ودعوا: several, whoever they are
        if key != "any" and self.last.get("any") != got:
            # somebody of the other gender spoke since: go back to him only if it was lately
            recent = [s.speaker for s in self.said[-4:]]
            if got not in recent:
                return None
        return got

    def _he(self, first: int, i: int, reading: Reading) -> str | None:
        """أما فلان فهو يرى, «لا يوافقه فلان. فهو يرى»: whom the pronoun before the cue means."""
        named = self.syntax.at[i - 2] if i - 1 > first else None
        if named is not None and named.kind in ("person", "title") and self.syntax.agrees(reading, named):
            return named.actor
        if i - 1 > first:
            return self.last.get(GENDERS.get(reading.person, "any"))
        return self._doer_before(first, reading) or self.last.get(GENDERS.get(reading.person, "any"))

    def _plain(self, p: int) -> bool:
        """Whether a noun that is no actor stands at p."""
        info = self.doc.infos[p]
        plain = self.doc.texts[p][0].isalpha() and not (info.closed or info.prep or self.doc.dated[p])
        return plain and self.syntax.at[p] is None and not any(r.pos == "verb" for r in info.verbs)

    def _doer_before(self, first: int, reading: Reading) -> str | None:
        """Who did what the sentence before tells, when nobody speaks in it: وكان ترامب قد قرر الانسحاب. وقال إن …"""
        k = self.syntax.sent_of[first]
        if k < 1:
            return None
        sent = self.doc.sents[k - 1]
        if any(sent.first <= s.cue < sent.last or s.last > sent.first for s in self.said[-4:]):
            return None
        chunk = self._main_chunk(sent.first, sent.last)
        if chunk is None or chunk.kind not in ("person", "title") or not self.syntax.agrees(reading, chunk):
            return None
        return chunk.actor

    def _clause_before(self, i: int, reading: Reading, first: int) -> str | None:
        """وقتلت حركة س جنديين، وقالت إن: the body that did what the clause before the cue tells."""
        spoke = max((s.cue for s in self.said[-3:] if s.cue >= first), default=first - 1)
        for p in range(i - 1, max(spoke, i - 24), -1):
            info = self.doc.infos[p]
            if self.syntax.quoted[p] or "complement" in info.closed or "relative" in info.closed:
                return None
            verb = next((r for r in info.verbs if r.pos == "verb"), None)
            if verb is None or info.closed or self.syntax.at[p] is not None or verb.person != reading.person:
                continue
            args = self.syntax.subject(p, verb, i)
            met = args.how == "before" and verb.lemma in MEETING and reading.lemma not in GOING_ON
            was = args.how == "before" and self.doc.infos[args.chunks[0].first - 1].word.fold in WAS
            met = met or (was and args.chunks[0].first - 1 == first)
            chunk = args.chunks[0] if (args.how == "after" or met) and len(args.chunks) == 1 else None
            if chunk is None or chunk.kind not in ("organization", "militia", "country", "person"):
                return None
            return chunk.actor if self.syntax.agrees(reading, chunk) else None
        return None

    def _author(self, first: int, i: int, reading: Reading) -> str | None:
        """بيان للحزب قال فيه, نشر محاميه بيانا قال فيه: whose text it is, else who gave it."""
        for p in range(i - 1, max(first, i - 20) - 1, -1):
            k = p - 1 - (self.doc.infos[p - 1].word.fold in KIN)  # مكالمة هاتفية من أخيه س
            chunk = self.syntax.at[p] if p > i - 9 or self.doc.infos[k].word.fold == "من" else None
            sent_by = chunk is not None and chunk.first == p and self.doc.infos[k].word.fold == "من"
            got = sent_by and not LETTERS.isdisjoint(info.word.fold for info in self.doc.infos[k - 2 : k])
            if got and chunk is not None and chunk.actor:
                return chunk.actor if self.cast.types.get(chunk.actor) in ACTORS else None  # رسالة من س، جاء فيها
            if chunk is not None and chunk.actor and chunk.lead == "ل":
                return chunk.actor if self.cast.types.get(chunk.actor) in ACTORS else None
        opener = self.syntax.opener(first, reading)
        return self._main_subject(first, i) or (opener.actor if opener is not None else None)

    def _opening(self, first: int, i: int, reading: Reading) -> Chunk | None:
        """Who does what the sentence opens with, when a verb joined to it goes on (هاتف فلان فلانا، وجدد له)."""
        if reading.lead != "و":
            return None
        chunk = self._main_chunk(first, i)
        if chunk is None and not any(self.doc.texts[p] in "،,؛" for p in range(first, i)):
            chunk = self.syntax.at[first]  # الوزير فلان يظهر على الشاشة ويتهم: a verb nobody listed
        if chunk is None or chunk.kind not in ("person", "title") or not self.syntax.agrees(reading, chunk):
            return None
        return chunk if chunk.actor and not chunk.lead else None

    def _main_subject(self, first: int, i: int) -> str | None:
        """The subject of the sentence's first verb, for a participle that hangs on it."""
        chunk = self._main_chunk(first, i)
        return chunk.actor if chunk is not None else None

    def _voice(self, first: int, i: int) -> str | None:
        """جاء ذلك على لسان فلان، حيث قال: who is told to speak before the cue, nobody having spoken since."""
        spoke = max((s.cue for s in self.said[-3:] if s.cue >= first), default=first)
        for p in range(i - 1, spoke, -1):
            chunk = self.syntax.at[p]
            if chunk is not None and chunk.first == p and self.doc.infos[p - 1].word.fold == "لسان":
                return chunk.actor if self.cast.types.get(chunk.actor or "") in ACTORS else None
        return None

    def _doing(self, first: int, i: int, reading: Reading) -> str | None:
        """Whose deed a participle goes with, when it is not the last one to speak: رد عليه الوزير فلان قائلا."""
        spoke = max((s.cue for s in self.said[-3:] if s.cue >= first), default=first - 1)
        for p in range(i - 1, max(spoke, i - 24), -1):
            info = self.doc.infos[p]
            if self.syntax.quoted[p] or "complement" in info.closed:
                return None
            if self.syntax.at[p] is not None or info.closed or not info.verbs:
                continue
            verb = next((r for r in info.verbs if r.pos == "verb"), None)
            if verb is None or verb.tense != "past":
                continue
            args = self.syntax.subject(p, verb, i)
            if verb.lead and args.how == "after":
                return None  # كشف أن وفدا زار س، والتقى ص، مؤكدا: he who goes on, and whom he met
            chunk = next((c for c in args.chunks if c.actor), None)
            if chunk is None or chunk.kind not in ("person", "title"):
                return None
            fits = {"fs": "f", "ms": "m"}.get(reading.person) in (None, chunk.gender)
            return chunk.actor if fits and self.cast.types.get(chunk.actor or "") in ACTORS else None
        return None

    def _clause_subject(self, first: int, i: int) -> str | None:
        """The actor named last before a cue in its clause, behind no preposition (اكتفى مسؤول تركي بالقول)."""
        for p in range(i - 1, max(first, i - 14) - 1, -1):
            if self.doc.texts[p] in "،,؛:":
                return None
            chunk = self.syntax.at[p]
            if chunk is not None and chunk.actor and not chunk.lead and not self.syntax.governed(chunk):
                return chunk.actor if self.cast.types.get(chunk.actor) in ACTORS else None
        return None

    def _main_chunk(self, first: int, i: int) -> Chunk | None:
        for p in range(first, i):
            info = self.doc.infos[p]
            if info.verbs and self.syntax.at[p] is None and not info.closed:
                reading = next((r for r in info.verbs if r.pos == "verb"), None)
                if reading is not None:
                    args = self.syntax.subject(p, reading, i)
                    for chunk in args.chunks:
                        if chunk.actor and self.cast.types.get(chunk.actor) in ACTORS:
                            return chunk
                    if args.other:
                        return self._of_words(args.end, i)
        return None

    def _of_words(self, p: int, stop: int) -> Chunk | None:
        """جاءت تصريحات س خلال …، مضيفا: whose words the noun at p tells of."""
        if p + 1 >= stop or self.doc.infos[p].word.fold.removeprefix("ال") not in WORDS:
            return None
        chunk = self.syntax.at[p + 1]
        if chunk is None or chunk.first != p + 1 or chunk.lead:
            return None
        return chunk if self.cast.types.get(chunk.actor or "") in ACTORS else None
