"""Speech without a verb before it: بحسب فلان, «فلان: …», «…، كما أعلن فلان», a quotation that goes on."""

from __future__ import annotations

from dataclasses import replace

from loaders.doc import Chunk
from loaders.endings import MAX_WORDS
from loaders.lexicon.cues import Cue
from loaders.lexicon.frames import ACTORS
from loaders.lexicon.sets import word_set
from loaders.phrases import AGENTS
from loaders.preceding import Args
from loaders.sites import Sites
from loaders.speakers import Said
from loaders.text import QUOTES

VIEWS = {"راي": ("في", "وفي"), "نظر": ("وجهه",)}
"""في رأي فلان, من وجهة نظر فلان: whose view it is, by the words before."""
WRITTEN = word_set("statements.written")
BETWEEN = word_set("attributions.between")
"""Words between بحسب and whose words they are (وحسب ما جاء في بلاغ للديوان)."""

AGAIN = frozenset(("المصدر", "المتحدث", "المتحدثه", "الناطق", "الناطقه", "المسوول", "المسووله", "الدبلوماسي", "النايب"))
"""Nouns that, with the article, go on with who spoke last."""
COMES = frozenset(("جاء", "وجاء", "ياتي", "وياتي"))
SELF = frozenset(("ذات", "نفس"))
SAME = frozenset(("نفسه", "نفسها", "ذاته", "ذاتها", "عينه", "ايضا", "الي", "قايلا"))


class Attributions(Sites):
    """Attributions, colons and what stands before its cue."""

    def _behind(self, i: int, cue: Cue, args: Args, first: int) -> Said | None:
        """The clause before «، كما أعلن س»."""
        chunk = next(
            (c for c in args.chunks if c.actor and self.cast.types.get(c.actor) in ACTORS),
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

    def _text_of(self, i: int) -> str | None:
        """Whose «البيان» is: of who spoke last in one."""
        for said in reversed(self.said[-6:]):
            sent = self.doc.sents[self.syntax.sent_of[said.cue]]
            if any(self.doc.infos[p].word.fold.removeprefix("ال") in WRITTEN for p in range(sent.first, sent.last)):
                return said.speaker
        return None

    def _the_same(self, i: int, at: int, last: int) -> tuple[str, int] | None:
        """أوضح ذات المصدر أن, نفس البلاغ, المصدر ذاته: who spoke last, and the token behind the words at `at`."""
        same = self.doc.infos[at].word.fold in SELF
        k = at + same
        if k + 1 >= last or (same and not self.doc.infos[k].definite):
            return None
        form = self.doc.infos[k].word.fold.removeprefix("ال").removeprefix("لل")
        behind = not same and self.doc.infos[k + 1].word.fold in SAME
        if not same and not (behind and form == "مصدر"):
            return None
        last_one = self._lately(i) if "ال" + form in AGAIN else None
        who = self._text_of(i) if form in WRITTEN else last_one
        return None if who is None else (who, k + 1 + behind)

    def _lately(self, i: int) -> str | None:
        """Who spoke last, in one of the two sentences before."""
        prev = self.said[-1] if self.said else None
        near = prev is not None and self.syntax.sent_of[i] - self.syntax.sent_of[prev.cue] <= 2
        return prev.speaker if prev is not None and near and prev.by != "cue:colon" else None

    def quote_before(self, i: int, first: int) -> tuple[int, int] | None:
        """«…»، قال فلان: the quotation that ends right before a cue, if nobody has said it yet."""
        doc, quoted = self.doc, self.syntax.quoted
        k = i - 1
        while k >= 0 and doc.texts[k] in "،,.؟!":
            k -= 1
        if k < 1 or doc.texts[k] not in '»”"' or not quoted[k - 1] or quoted[i]:
            return None
        begin = k
        while begin > 0 and quoted[begin - 1] and k - begin < MAX_WORDS:
            begin -= 1
        taken = any(s.first < k and begin < s.last for s in self.said[-4:])
        return None if taken or k - begin < 3 or begin < first - MAX_WORDS else (begin, k)

    def before_cue(self, i: int, cue: Cue, args: Args, begin: int, end: int) -> Said | None:
        """What a cue behind its quotation reports."""
        who = next((c for c in args.chunks if c.actor and self.cast.types.get(c.actor) in ACTORS), None)
        if who is None or not who.actor:
            return None
        by = f"cue:{cue.lemma}+quoted"
        return Said(who.actor, i, begin, end, cue.act, "direct", by, 0.8, lemma=cue.lemma, chunk=who)

    def _continues(self, first: int, last: int) -> None:
        """A sentence that is one quotation, after a statement: its speaker goes on."""
        doc = self.doc
        if not self.said or doc.texts[first] not in '"«“' or last - first < 5:
            return
        prev = self.said[-1]
        if prev.kind != "direct" or not prev.speaker or first - prev.last > 4 or prev.last >= last:
            return
        if sum(self.syntax.quoted[first:last]) < (last - first) * 0.7:
            return
        if last - prev.first <= MAX_WORDS:
            prev.last = last

    def _colon(self, first: int, last: int, short: bool) -> Said | None:
        """«فلان: المضمون» at the head of a line; a long one only if the name is all that stands before the colon."""
        doc, syntax = self.doc, self.syntax
        p = first
        while p < last and (doc.texts[p] in QUOTES or doc.texts[p] == "#"):
            p += 1
        chunk = syntax.at[p] if p < last else None
        if chunk is None or chunk.first != p or chunk.kind not in AGENTS or chunk.kind == "nisba" or not chunk.actor:
            return None
        q, via = chunk.last, None
        if q + 1 < last and doc.infos[q].word.fold == "عن" and self._outlet(chunk):  # رويترز عن مسؤول تركي: …
            source = syntax.at[q + 1]
            if source is None or source.first != q + 1 or source.lead or not source.actor or source.kind not in AGENTS:
                return None
            via, chunk, q = chunk.actor, source, source.last
        steps = 0
        while q < last and doc.texts[q] != ":" and steps < 6:
            if (
                doc.texts[q] in ".؟!"
                or (doc.infos[q].verbs and any(r.pos == "verb" for r in doc.infos[q].verbs))
                or "complement" in doc.infos[q].closed
            ):
                return None
            q, steps = q + 1, steps + 1
        if q + 3 > last or doc.texts[q] != ":" or q >= last:
            return None
        if self.cast.types.get(chunk.actor or "") not in ACTORS:
            return None
        if q == chunk.last and not via and chunk.kind == "country" and self._of_that_land(chunk, q + 1, last):
            return None  # «السودان: تجمع المهنيين يرفض»: where it happens
        told = self.doc.infos[q + 1].verbs
        if any(r.pos == "verb" and r.tense == "past" and r.lemma in self.cues for r in told) and self._outlet(chunk):
            return None  # «رووداو - أربيل: صرح فلان»: a dateline
        # the whole line is the content
        named = q == chunk.last and chunk.kind in ("person", "title")
        if not short and not named:
            return None
        end = next((e for e in range(last, doc.n) if doc.texts[e] == "\n"), doc.n) if named else last
        by = "cue:colon"
        return Said(chunk.actor or "", p, q + 1, min(end, q + MAX_WORDS), "say", "direct", by, 0.8, via, chunk=chunk)

    def _of_that_land(self, land: Chunk, first: int, last: int) -> bool:
        """Whether what stands behind the colon tells of somebody of the land before it, and not in its own words."""
        told = (r for p in range(first, last) for r in self.doc.infos[p].verbs if r.pos == "verb")
        if any(r.person in ("1s", "1p") for r in told):
            return False
        if any(r.pos == "masdar" and not r.definite and not r.pronoun for r in self.doc.infos[first].verbs):
            return True  # «تركيا: توقيف آلاف الجنود»
        for p in range(first, min(last, first + 10)):
            c = self.syntax.at[p]
            if c is not None and c.first == first and c.actor == land.actor and c.kind != "nisba" and not c.lead:
                return True  # «موريتانيا: الحكومة تنفي …»
            if c is not None and c.first == first and c.kind == "title" and c.number == "p" and not c.lead:
                return True  # «مالي: قادة الانقلاب يستقبلون …»
            if c is not None and c.actor and c.actor != land.actor and c.kind in ("person", "organization", "militia"):
                person = self.cast.person_of.get(c.actor)
                iso = person.iso if person is not None else self.cast.iso_of.get(c.actor)
                return iso == land.iso
        return False

    def _attribution(self, i: int, first: int, last: int) -> Said | None:
        """بحسب X, وفقا لX, نقلا عن X: the clause around it is what X says."""
        doc, syntax = self.doc, self.syntax
        p, hops = i + 1, 0
        named: Chunk | None = None
        while p < last and hops < 6:
            chunk = syntax.at[p]
            if chunk is not None and chunk.first == p:
                break
            info = doc.infos[p]
            if (again := self._the_same(i, p, last)) is not None:
                named = Chunk(p, again[1], p, again[1], "backref", "pronoun", "pronoun", 0.6, name="", actor=again[0])
                break
            if (
                info.word.fold in BETWEEN
                or doc.texts[p] in QUOTES
                or (info.verbs and any(r.lemma in self.cues for r in info.verbs))
            ):
                p, hops = p + 1, hops + 1
                continue
            return None
        chunk = named or (syntax.at[p] if p < last else None)
        if chunk is not None and chunk.kind == "backref" and chunk.head in WRITTEN:
            author = self._text_of(i)
            chunk = replace(chunk, actor=author)  # ووفقا للبيان
        if chunk is None or chunk.first != p or not chunk.actor or chunk.kind == "nisba":
            return None
        if self.cast.types.get(chunk.actor) not in ACTORS:
            return None
        if any(s.cue >= first and s.first <= i < s.last + 2 for s in self.said[-3:]) and self._outlet(chunk):
            for s in reversed(self.said[-3:]):
                if s.cue >= first:
                    s.via = s.via or chunk.actor
                    break
            return None
        for s in self.said[-2:]:
            if first <= s.cue < i <= s.first and self._outlet(chunk):
                s.via = s.via or chunk.actor
                return None  # وقال س، بحسب وكالة ص، إن
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
        aside = (
            i - first <= 8
            and doc.texts[i - 1] in "،,"
            and chunk.last < last
            and doc.texts[chunk.last] in "،,"
            and last - chunk.last > 4
        )  # ويعد العراق، بحسب الأمم المتحدة، من أكثر البلدان تضررا
        told_so = doc.infos[first].word.fold in COMES  # جاء ذلك بحسب ما أعلن عنه فلان
        if (i - first <= 2 and not told_so) or aside:
            begin = chunk.last
            for q in range(begin, min(last - 1, begin + 4)):
                if doc.texts[q] in "،," and doc.texts[begin][0] in "لع":
                    begin = q  # وفق ما أكده فلان لإذاعة س، فقد
                    break
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
        while begin < end and (doc.texts[begin] in "،," or doc.infos[begin].word.fold in ("فان", "فانه", "ان", "فقد")):
            begin += 1
        if end - begin < 3:
            return None
        return Said(
            chunk.actor, i, begin, min(end, begin + MAX_WORDS), "say", "indirect", "cue:attribution", 0.7, chunk=chunk
        )
