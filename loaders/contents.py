"""What was said: where the content of a cue begins."""

from __future__ import annotations

from loaders.doc import Chunk
from loaders.lexicon.cues import Cue
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.phrases import AGENTS, LED_BY, WITH_PRONOUN
from loaders.preceding import Args
from loaders.sources import Sources
from loaders.text import QUOTES

SAYING = word_set("statements.saying")
LISTENERS = word_set("contents.listeners")
"""To whom something is said that nobody quotes them for (أوضح فلان للصحفيين أن)."""
OCCASIONALLY = word_set("contents.occasionally")
"""On that occasion: what comes between a cue and what is said (وأبرز بالمناسبة أن, وأعرب بذات المناسبة عن)."""
FLATLY = word_set("contents.flatly")
"""How something is denied, before what is."""
RENEWING = "جدد"
"""A verb that asides may part from what is said again."""
NAME = frozenset(("اسمه", "اسمها", "هويته", "هويتها", "اسمايهم", "هوياتهم", "هويتهم"))


class Contents(Sources):
    """The words of a statement."""

    def _content(
        self, i: int, start: int, cue: Cue, last: int, reading: Reading, args: Args
    ) -> tuple[int, bool] | None:
        """(first token of the content, direct?) or None when nothing after the cue is content."""
        doc, syntax = self.doc, self.syntax
        limit = min(last, i + ((24 if args.chunks else 14) if cue.weak else 40))
        p = i + 1
        np_start: int | None = None
        if args.how == "after" and start < limit:
            start = syntax.over_aside(start, limit)
        if args.how == "after" and start < limit and doc.texts[start] in QUOTES and syntax.quoted[start - 1]:
            start += 1  # دان "تيار س" الهجوم: the mark that closes the speaker's name
        leader = syntax.at[start + 1] if args.how == "after" and start + 1 < limit else None
        if leader is not None and leader.first == start + 1 and doc.infos[start].word.fold in LED_BY:
            start = leader.last  # رفضت الحركة بقيادة فلان التفاوض
        start = self._over_source(self._over_voice(start, limit), limit) if args.how == "after" else start
        while p < limit:
            info, text = doc.infos[p], doc.texts[p]
            told = syntax.at[p]
            to_him = told is not None and told.first == p and told.lead == "ل" and p >= start
            if told is not None and to_him and (told.last - p > 2 or any(e.outlet for e in told.entities)):
                p = told.last  # قال لوكالة «سانا»: whom he told, its quotes too
                continue
            if p >= start and np_start is None and (closed := self._dateline(p, told, limit)):
                p = closed + 1  # جدد فلان، الخميس بالرباط، التأكيد على
                continue
            if p >= start and np_start is None and (said_on := self.on_occasion(p)):
                p = said_on
                continue
            if p >= start and np_start is None and info.word.fold in LISTENERS:
                p = told.last if told is not None else p + 1
                continue
            if text in QUOTES and told is not None and told.first < p and told.last < limit:
                p = told.last  # وكالة «تسنيم»: the quotation is a name
                continue
            if np_start is None and p >= start and (info.word.fold in FLATLY or self._itself(p, reading)):
                p += 1  # نفى جملة وتفصيلا أن, نفى نفيا قاطعا أن
                continue
            if text == ":":
                q = p + 1 if p + 1 < last else self._below(p)
                return (q, True) if q else None
            if "complement" in info.closed and (p >= start or p == i + 1) and not self._if(p, last):
                form = info.word.light
                attached = len(form.removeprefix("ب").removeprefix("و")) > 2
                if not attached and p + 2 < last and doc.texts[p + 1] in "،,:":
                    p += 1  # وأضاف أن، "…"
                if p + 1 < last and doc.texts[p + 1] in QUOTES:
                    return (p + 1, not attached and self._quote_length(p + 1, last) >= 4)
                return (p if attached else p + 1, False)
            if text in "،," and p == start and args.chunks and cue.lemma in SAYING and self._we(p + 1, last):
                return (p + 1, True)  # وقال فلان، نأمل أن
            if text in "،," and reading.pronoun and reading.pos == "verb" and np_start is None and p <= start:
                return None
            if told is not None and told.first < p and text in QUOTES and p >= start:
                p = max(told.last, p + 1)  # على أمواج إذاعة «س»: a name
                continue
            if text == '"' and np_start is not None and syntax.quoted[p - 1]:
                p += 1  # تحييد إرهابيين من "س" في عملية: it closes
                continue
            if text in QUOTES and text not in "»”" and (p >= start or p == i + 1):
                chunk = syntax.at[p + 1] if p + 1 < last else None
                if chunk is not None and chunk.last < last and doc.texts[chunk.last] in QUOTES:
                    p += 1
                    continue
                if (self._quote_length(p, last) >= 3 and (not cue.preps or cue.lemma in SAYING)) or self._quote_length(
                    p, last
                ) >= 5:
                    return (p, True)
                if cue.weak or (cue.preps and not cue.bare and p > start and self._named_so(p)):
                    if self._quote_length(p, last) < 3 and p + self._quote_length(p, last) + 2 < limit:
                        p += self._quote_length(p, last) + 2  # وكتب في حسابه على «تويتر»: the name of a place
                        continue
                    return None
                return (np_start if np_start is not None else p, False)
            if cue.needs and not self.fits(i, last, cue):
                return None
            if p >= start and not cue.weak:
                chunk = syntax.at[p]
                if info.prep and info.prep not in cue.preps and np_start is None and "complement" not in info.closed:
                    q = syntax._phrase(p, limit)
                    if cue.bare and q > p + 2 and doc.infos[p + 1].word.fold == "بيان" and self._thing(p + 2):
                        q = p + 2  # دان س في بيان الهجوم على ص
                    q = self._over_met(q, limit)
                    if q > p:
                        p = q
                        continue
                hit = (
                    info.prep in cue.preps
                    if info.prep
                    else p <= start
                    and (
                        (info.word.fold == "بما" and "ب" in cue.preps)
                        or (info.word.fold == "علي" and "علي" in cue.preps)
                    )
                )
                if (
                    not hit
                    and cue.preps & {"ب", "ل"}
                    and any(lead and lead[-1] in cue.preps for lead, _ in info.word.splits)
                ):
                    hit = bool(
                        (chunk is not None and chunk.first == p and chunk.lead[-1:] in cue.preps)
                        or any(r.prep in cue.preps and r.prep for r in info.verbs)
                        or doc.texts[p].startswith(("بال", "لل", "بضرورة", "بعدم", "بأن"))
                        or (
                            not info.closed
                            and any(
                                lead in cue.preps
                                and (
                                    rest in doc.lex.ordinary
                                    or (len(rest) > 2 and p <= i + 2)
                                    or (len(rest) > 3 and np_start is not None and chunk is None)
                                )
                                for lead, rest in info.word.splits
                            )
                        )
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
                    behind = self._clause_behind(p, last) if p > start else 0
                    if behind:
                        p = behind
                        continue
                    np_start = p
                    if not cue.preps:
                        # a clause may still follow (أكد ... أن); look a little further
                        for q in range(p, min(p + 14, last)):
                            if doc.texts[q] in ":؛" or (doc.texts[q] in "،," and q > p + 4):
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
                and not self._nameless(p)
            ):
                break
            p += 1
        if np_start is not None:
            return (np_start, False)
        return None

    def _itself(self, p: int, reading: Reading) -> bool:
        """نفى نفيا قاطعا: the verb's own noun, or the adjective behind it."""
        infos, texts = self.doc.infos, self.doc.texts
        own = any(r.pos == "masdar" and r.lemma == reading.lemma and not r.pronoun for r in infos[p].verbs)
        if own and not infos[p].definite and texts[p].rstrip("\u064b").endswith("ا"):
            return True
        return infos[p].word.fold in ("قاطعا", "باتا", "تاما", "شديدا", "قاطعه") and p > 0

    def on_occasion(self, p: int) -> int:
        """وأبرز بالمناسبة أن, وأعرب بذات المناسبة عن: behind the words of the occasion at p, 0 when there are none."""
        form = self.doc.infos[p].word.fold
        if form not in OCCASIONALLY or p + 2 >= self.doc.n:
            return 0
        if form == "بالمناسبه":
            return p + 1
        return p + 2 if self.doc.infos[p + 1].word.fold == "المناسبه" else 0

    def _dateline(self, p: int, told: Chunk | None, limit: int) -> int:
        """، اليوم الخميس بالرباط،: the comma behind where something was said, right behind the day; 0 when none is."""
        if not (p and self.doc.dated[p - 1]) or self.doc.texts[p][0] != "ب":
            return 0
        end = told.last if told is not None and told.first == p and told.kind in ("place", "country") else p + 1
        return end if end < limit and self.doc.texts[end] in "،," else 0

    def _over_voice(self, start: int, limit: int) -> int:
        """دعت الحركة، على لسان فلان، إلى كذا: behind whom a body speaks through, else start."""
        doc = self.doc
        p = start + (start < limit and doc.texts[start] in "،,")
        if p + 2 >= limit or doc.infos[p].word.fold != "علي" or doc.infos[p + 1].word.fold != "لسان":
            return start
        voice = next((c for q in range(p + 2, min(limit, p + 7)) if (c := self.syntax.at[q]) is not None), None)
        if (
            voice is not None
            and voice.kind == "title"
            and voice.last < limit
            and self.syntax.at[voice.last] is not None
        ):
            voice = self.syntax.at[voice.last]  # على لسان أمينه العام فلان
        comma = next((q for q in range(p + 2, min(limit, p + 10)) if self.doc.texts[q] in "،,"), None)
        if comma is not None and (voice is None or voice.last <= comma):
            return comma + 1
        if voice is None:
            return start
        return voice.last + (voice.last < limit and doc.texts[voice.last] in "،,")

    def _over_met(self, q: int, limit: int) -> int:
        """أكد س خلال لقائه فلانا أهمية كذا: behind whom the occasion that ends at q was with, else q."""
        met = self.syntax.at[q] if q < limit else None
        if met is None or met.first != q or met.lead or met.kind not in AGENTS:
            return q
        his = any(r.pos == "masdar" and r.pronoun for r in self.doc.infos[q - 1].verbs)
        return self.syntax.bearer(met).last if his else q

    def _thing(self, p: int) -> bool:
        """Whether a definite noun stands at p that names nobody who could have written a text."""
        return self.doc.infos[p].definite and self.syntax.at[p] is None

    def _we(self, p: int, last: int) -> bool:
        """Whether a verb in the first person opens the clause at p: the narrator has none."""
        verbs = self.doc.infos[p].verbs if p < last else ()
        first = all(r.pos == "verb" and r.person in ("1s", "1p") for r in verbs)
        return bool(verbs) and first and self.syntax.at[p] is None and not self.doc.infos[p].closed

    def _clause_behind(self, p: int, last: int) -> int:
        """أوضح فلان خلال ندوة نظمها الحزب أن …: the clause for which a cue waits, behind the occasion told, or 0."""
        doc = self.doc
        finite = "verb" in doc.infos[p].kinds and "masdar" not in doc.infos[p].kinds
        for q in range(p + 1, min(last - 1, p + 32)):
            if doc.texts[q] in ":؛.\n":
                return 0
            if "complement" in doc.infos[q].closed and doc.infos[q].word.light == "ان":
                return q if finite or doc.texts[q - 1] in "،," or doc.texts[q].startswith("إن") else 0
            told = (
                any(r.pos == "verb" and r.lemma in self.cues for r in doc.infos[q].verbs) and self.syntax.at[q] is None
            )
            if told and (doc.texts[q - 1] in "،," or doc.infos[q].word.fold.startswith("و")):
                return 0
        return 0

    def _named_so(self, p: int) -> bool:
        """اعترضت سفينة «س»: whether the quotation at p is the name of the plain noun before it."""
        info = self.doc.infos[p - 1]
        led = self.doc.infos[p - 2].word.fold in ("بما", "ما") or info.prep is not None  # بما سماه «…»
        led = led or info.word.fold.startswith("ب") or len(info.word.fold) < 3
        return not (led or info.closed or "verb" in info.kinds) and self.doc.texts[p - 1][0].isalpha()

    def _below(self, colon: int) -> int:
        """«وجاء فيه:» at the end of a line: the first word of the line below, or 0."""
        k = self.syntax.sent_of[colon] + 1
        if k >= len(self.doc.sents) or self.doc.texts[min(colon + 1, self.doc.n - 1)] != "\n":
            return 0
        sent = self.doc.sents[k]
        return sent.first if sent.last - sent.first > 3 else 0

    def _if(self, p: int, last: int) -> bool:
        """برد صارم إن استهدفت الفصائل س: إن before a verb of the past is a condition."""
        if self.doc.infos[p].word.light != "ان" or p + 1 >= last or self.syntax.at[p + 1] is not None:
            return False
        verbs = self.doc.infos[p + 1].verbs
        return bool(verbs) and all(r.pos == "verb" and r.tense == "past" and r.person != "3ms" for r in verbs)

    def fits(self, i: int, stop: int, cue: Cue) -> bool:
        """Whether a verb of several meanings has the word with it that makes it speak, or its text (جاء فيه)."""
        infos = self.doc.infos
        told_in = i + 1 < self.doc.n and infos[i + 1].word.fold in WITH_PRONOUN
        far = 30 if cue.lemma == RENEWING else 18  # جدد الوزير، عقب لقاء نظيره، دعمه
        return told_in or any(infos[q].word.fold in cue.needs for q in range(i + 1, min(stop, i + far)))

    def _nameless(self, i: int) -> bool:
        """طلب عدم نشر اسمه, رفض الكشف عن هويته: what a source asks for himself is no statement."""
        return any(info.word.fold in NAME for info in self.doc.infos[i + 1 : i + 6])

    def _quote_length(self, p: int, last: int) -> int:
        n = 0
        for q in range(p + 1, last):
            if self.doc.texts[q] in QUOTES:
                break
            n += 1
        return n
