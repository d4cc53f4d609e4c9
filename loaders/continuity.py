"""The subject who goes on: of an earlier verb, of a relative clause, of the sentence before, the latest speaker."""

from __future__ import annotations

from loaders.doc import Chunk
from loaders.lexicon.frames import Frame
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.owners import KIN
from loaders.phrases import AGENTS, RELATIVES, WITH_PRONOUN
from loaders.relatives import Relatives
from loaders.text import QUOTES
from loaders.troops import OWN

SET = word_set("relations.set")
"""What stands before أن where an act is arranged (من المقرر أن يلتقي)."""
GOING_ON = word_set("continuity.going_on")
"""Words that open a sentence in which the one before goes on (لكنه انتقد)."""
TELLING = frozenset(("say", "announce", "threaten", "hope"))
"""Acts whose content tells of him who speaks, where it has his pronoun."""
FORCES = word_set("bodies.forces")
GOES_ON = ("person", "country", "militia", "organization")
"""Who a sentence goes on with that names nobody."""
TWO_STATES = {"الكوريتان": ("PRK", "KOR"), "الكوريتين": ("PRK", "KOR")}
"""Duals of the name of a divided land, and its two states."""


class Continuity(Relatives):
    def _carried(self, i: int, reading: Reading, first: int) -> Chunk | None:
        """The subject who goes on: of an earlier verb of the sentence, else the latest speaker (وأضاف, والتقى)."""
        speaker = self._same_speaker(i)
        if speaker is not None:
            return speaker
        if (teller := self._teller_himself(i, reading)) is not None:
            return teller
        if self.syntax.asked_to(i, first) or self._of_its_own_noun(i, reading, first):
            return None
        if self._arranged(i, first) and (head := self._arranged_of(i, first)) is not None:
            return head if self.syntax.agrees(reading, head) else None
        if (traveller := self._during_it(i, first)) is not None:
            return traveller if self.syntax.agrees(reading, traveller) else None
        if (announcer := self._announcer(i, reading, first)) is not None:
            return announcer
        if i > first and self._of_a_noun(i, reading, first):
            return None
        if reading.pos == "verb" and (beside := self.syntax.doer_beside(i, reading, first)) is not None:
            return beside
        settled, who = self._of_earlier_verb(i, reading, first)
        if settled:
            return who
        woman = self._named_after(i, reading, first)
        if woman is not None:
            return woman
        if reading.pos == "participle" and i == first:
            return self._of_main_verb(i, reading)
        if reading.pos == "participle":
            settled, who = self._clause_head(i, reading, first)
            if settled:
                return who
        if i - first > 2 and (reading.lead == "و" or reading.pos == "participle"):
            opener = self.syntax.opener(first, reading)
            if opener is not None:
                return opener
        return self._of_text_before(i, reading, first)

    def _same_speaker(self, i: int) -> Chunk | None:
        """وأضاف: who spoke before, where the cue at i is known to go on with him."""
        cue = self.cue_of.get(i)
        if cue is None or not cue.by.endswith("carried"):
            return None
        return next(
            (s.chunk for s in reversed(self.said) if s.cue < i and s.speaker == cue.speaker and s.chunk is not None),
            None,
        )

    def _teller_himself(self, i: int, reading: Reading) -> Chunk | None:
        """حذر س حلفاءه الذين يؤيدون ص بأنه سينسحب: who speaks, where أن right before the verb has his pronoun."""
        that, s = self.doc.infos[i - 1] if i else None, self.inside[i]
        if that is None or "complement" not in that.closed or not that.word.fold.endswith(("نه", "نها")):
            return None
        if s is None or s.chunk is None or s.act not in TELLING or i - s.first > 1 or not s.chunk.gender:
            return None
        return s.chunk if self.syntax.agrees(reading, s.chunk) else None

    def _of_its_own_noun(self, i: int, reading: Reading, first: int) -> bool:
        """قال س إن فريقا من الخبراء وصل: whether a noun that is no actor stands between إن and the verb at i."""
        doc = self.doc
        if reading.pos != "verb" or reading.lead:
            return False
        for p in range(i - 1, first - 1, -1):
            info = doc.infos[p]
            if "complement" in info.closed or doc.texts[p] == ":":
                k = p + 1
                while k < i and doc.texts[k] in QUOTES:
                    k += 1
                noun = doc.infos[k]
                if k >= i - 1 or info.word.fold.endswith(("نه", "نها", "نهم", "نهما", "نا", "ني")):
                    return False
                if (
                    self.syntax.at[k] is not None
                    or noun.closed
                    or noun.prep
                    or doc.dated[k]
                    or self.syntax.is_adverb(k)
                ):
                    return False
                own = noun.word.fold in OWN or noun.word.fold.removeprefix("ال") in FORCES
                noted = noun.definite or doc.texts[k].rstrip("\u064b").endswith("ا")  # أن فريقا, not أن يقتسم
                surely = noted or not doc.texts[p].startswith(("أ", "بأ", "ا")) or noun.word.fold[0] not in "يتنا"
                teller = self.inside[i].speaker if self.inside[i] is not None else None  # type: ignore[union-attr]
                if any(c is not None and c.actor == teller for c in self.syntax.at[k:i]):
                    return False  # قال مصدر في الحركة إن مئات من مقاتلي الحركة بدأوا
                return doc.texts[k][0].isalpha() and not own and surely
            if self.syntax.at[p] is None and info.verbs and not info.closed and self._verbal(p):
                return False
        return False

    def _announcer(self, i: int, reading: Reading, first: int) -> Chunk | None:
        """بعد إعلان س أنه طلب كذا: whose the noun right before him is, behind whom أن has his pronoun."""
        k = i - 1
        while k > first and self.doc.texts[k] in QUOTES:
            k -= 1
        that = self.doc.infos[k]
        if "complement" not in that.closed or not that.word.fold.endswith(("نه", "نها")):
            return None
        whose = self.syntax.at[k - 1] if k - 1 > first else None
        if whose is None or whose.last != k or whose.lead or not whose.actor or not self.syntax.agrees(reading, whose):
            return None
        noun = self.doc.infos[whose.first - 1] if whose.first > first else None
        told = noun is not None and not noun.definite and any(r.pos == "masdar" for r in noun.verbs)
        return whose if told and not self._verbal(whose.first - 1) else None

    def _of_earlier_verb(self, i: int, reading: Reading, first: int) -> tuple[bool, Chunk | None]:
        """Whether an earlier verb of the sentence settles it, and its subject if that is the one."""
        doc, syntax = self.doc, self.syntax
        for p in range(i - 1, first - 1, -1):
            info = doc.infos[p]
            if not info.verbs or syntax.at[p] is not None or info.closed:
                continue
            r = next((r for r in info.verbs if r.pos == "verb" and r.person not in ("1s", "1p")), None)
            if r is None or not self._verbal(p):
                continue
            if r.lemma == "تلقى" and (caller := self._caller(p, i, reading)) is not None:
                return True, caller
            head = self._relative_head(p) if r.pronoun else None
            if head is not None and self._type(head) == "agreement" and reading.lead == "و":
                return True, None  # القرار الذي صاغته س ويطالب ص
            if head is not None and head.actor and syntax.agrees(reading, head) and self._type(head) in AGENTS:
                return True, head  # التحالف الذي تقوده س شن غارة
            args = syntax.subject(p, r, i)
            alone = len(args.chunks) == 1 and reading.person in ("3d", "3p")
            for chunk in args.chunks:
                if alone and (chunk.kind == "person" or reading.person == "3d"):
                    return True, None
                if chunk.actor and syntax.agrees(reading, chunk) and self._type(chunk) in AGENTS:
                    return True, chunk
            if args.other and (
                r.lead or not self._describing(p)
            ):  # بدأ س زيارة تستمر يومين، حيث التقى ص: the visit lasts
                return True, None
        return False, None

    def _caller(self, p: int, i: int, reading: Reading) -> Chunk | None:
        """تلقى س اتصالا من ص، هنأه خلاله: who called is the subject of what is told of the call."""
        if not reading.pronoun or i + 1 >= self.doc.n or self.doc.infos[i + 1].word.fold not in WITH_PRONOUN:
            return None
        last = self._got_from(p, i - 1)
        return last if last is not None and self.syntax.agrees(reading, last) else None

    def _calls(self, i: int) -> bool:
        """تلقى س اتصالا من ص، الذي هنأه: whether the clause of the verb at i tells of who called somebody."""
        first = self.doc.sents[self.syntax.sent_of[i]].first
        got = next((p for p in range(i - 1, first - 1, -1) if "تلقى" in self.doc.infos[p].lemmas), None)
        return got is not None and self._got_from(got, i - 1) is not None

    def _got_from(self, p: int, k: int) -> Chunk | None:
        """تلقى س اتصالا من أخيه ص، الذي: who called, where he ends at k behind the verb of getting at p."""
        while k > p and (self.doc.texts[k] in "،," or self.doc.infos[k].word.fold in RELATIVES):
            k -= 1
        last = self.syntax.at[k]
        if last is None or last.last != k + 1:
            return None
        k = last.first - 1
        while k > p and self.doc.infos[k].word.fold in KIN:
            k -= 1
        return last if self.doc.infos[k].word.fold == "من" else None

    def _of_main_verb(self, i: int, reading: Reading) -> Chunk | None:
        """متهما س بكذا، قال فلان: the subject of the verb behind the comma that closes what the participle opens."""
        doc, last = self.doc, self.doc.sents[self.syntax.sent_of[i]].last
        for p in range(i + 2, min(last, i + 30)):
            r = next((r for r in doc.infos[p].verbs if r.pos == "verb"), None) if doc.texts[p - 1] in "،," else None
            if r is not None and self.syntax.at[p] is None and self._verbal(p):
                chunk = next((c for c in self.syntax.subject(p, r, last).chunks if c.actor), None)
                return chunk if chunk is not None and self.syntax.agrees(reading, chunk) else None
        return None

    def _named_after(self, i: int, reading: Reading, first: int) -> Chunk | None:
        """زارت دمشق … هل تعيد فلانة: a woman whom the headline names after the act."""
        if reading.person != "3fs" or i - first > 6 or self.syntax.sent_of[i] != 0:
            return None
        for p in range(i + 1, min(self.doc.n, i + 18)):
            other = self.syntax.at[p]
            if (
                other is not None
                and other.first == p
                and other.kind == "person"
                and other.gender == "f"
                and other.actor
                and not other.lead
            ):
                return other
        return None

    def _clause_head(self, i: int, reading: Reading, first: int) -> tuple[bool, Chunk | None]:
        """Whether the sentence begins with somebody, and him if he agrees with the participle."""
        for p in range(first, min(i, first + 10)):
            other = self.syntax.at[p]
            if (
                other is not None
                and other.first == p
                and other.kind in ("person", "title", "organization", "country")
                and not self.syntax.governed(other)
            ):
                return True, other if other.actor and self.syntax.agrees(reading, other) else None
        return False, None

    def _of_text_before(self, i: int, reading: Reading, first: int) -> Chunk | None:
        """والتقى: the latest speaker, else whom the sentence before began with; only where a sentence opens so."""
        doc = self.doc
        near = i - first <= (3 if self._arranged(i, first) else 2)
        opened = i > first and (doc.texts[first].startswith("و") or doc.infos[first].word.fold in GOING_ON)
        if not near or not (reading.lead == "و" or opened):
            return None
        here = self.syntax.sent_of[i]
        if reading.pos == "verb" and here and not any(self.syntax.sent_of[s.cue] >= here - 1 for s in self.said[-3:]):
            doer = self._of_sentence_before(i, reading)
            if doer is not None:
                return doer  # وحتى الآن زار س الأردن. ومن المقرر أن يتوجه إلى ص
        for s in reversed(self.said):
            if s.last <= first and s.chunk is not None and s.chunk.actor:
                return s.chunk if self.syntax.agrees(reading, s.chunk) else None
        return self._of_sentence_before(i, reading) if reading.pos == "verb" else None

    def _during_it(self, i: int, first: int) -> Chunk | None:
        """زيارة س إلى ع التي التقى خلالها ص: who makes the journey that the clause of the verb at i describes."""
        doc = self.doc
        if i <= first or i + 1 >= doc.n or doc.infos[i + 1].word.fold not in WITH_PRONOUN:
            return None
        if doc.infos[i - 1].word.fold.removeprefix("و") not in ("التي", "الذي"):
            return None
        told = [x for x in self.out if x.type in ("VISITED", "MET") and first <= x.trigger < i]
        told = [x for x in told if any(r.pos == "masdar" for r in doc.infos[x.trigger].verbs)]
        who = told[-1].subject if told else None
        before = (c for c in reversed(self.cast.chunks) if c.last <= i and c.actor == who)
        return next(before, None) if told and told[-1].type == "VISITED" else None

    def _arranged(self, i: int, first: int) -> bool:
        """من المقرر أن يلتقي, على أن يلتقي: an act to come of whom the text goes on about."""
        doc = self.doc
        if i < first + 2 or doc.infos[i - 1].word.fold != "ان":
            return False
        return doc.infos[i - 2].word.fold in SET or (
            doc.infos[i - 2].word.fold == "علي" and i > first + 2 and doc.texts[i - 3] in "،,"
        )

    def _arranged_of(self, i: int, first: int) -> Chunk | None:
        """س، الذي كان من المقرر أن يسافر: of whom a relative clause tells what was arranged."""
        for p in range(i - 2, max(first, i - 6), -1):
            if self.doc.infos[p].word.fold in ("الذي", "التي"):
                k = p - 2 if self.doc.texts[p - 1] in "،," else p - 1
                head = self.syntax.at[k] if k >= first else None
                return head if head is not None and head.last == k + 1 else None
        return None

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

    def _two_states(self, p: int) -> list[Chunk]:
        """الكوريتان: the two states that the dual of a name means."""
        if p >= self.doc.n or self.syntax.at[p] is not None or self.doc.infos[p].word.fold not in TWO_STATES:
            return []
        both = Chunk(p, p + 1, p, p + 1, "country", "name", "two", 0.7, name=self.doc.texts[p], head="*two")
        return [self.cast.as_state(both, iso) for iso in TWO_STATES[self.doc.infos[p].word.fold]]

    def _together(self, one: Chunk, i: int) -> list[Chunk]:
        """قالت س وص إنهما ستجريان محادثات: all who said that they would, where a pronoun of أن goes on with them."""
        for p in range(one.last, i):
            info = self.doc.infos[p]
            if "complement" in info.closed and info.word.fold.endswith(("ها", "هما", "هم")):
                return self.syntax.coordinated(one, p)
        return [one]

    def _who_go_on(self, one: Chunk, i: int) -> list[Chunk]:
        """أعلنت س وص أنهما ستطردان: all who announced it, where the pronoun of أن stands right before the verb at i."""
        near = [info for info in self.doc.infos[max(one.last, i - 3) : i] if "complement" in info.closed]
        return self._together(one, i) if near else [one]

    def _of_sentence_before(self, i: int, reading: Reading) -> Chunk | None:
        """زار س بغداد. والتقى ص: the one person that the sentence before began with."""
        k = self.syntax.sent_of[i] - 1
        if k < 0:
            return None
        sent = self.doc.sents[k]
        p = sent.first
        while p < min(sent.last, sent.first + 3) and (self.doc.infos[p].prep or self.syntax.is_adverb(p)):
            p += 1  # وحتى الآن زار
        opener = next((r for r in self.doc.infos[p].verbs if r.pos == "verb"), None)
        if opener is None or self.syntax.at[p] is not None or not self._verbal(p):
            return None
        args = self.syntax.subject(p, opener, sent.last)
        chunk = args.chunks[0] if len(args.chunks) == 1 else None
        known = chunk is not None and chunk.actor and chunk.kind in GOES_ON and self.syntax.agrees(reading, chunk)
        return chunk if known else None
