"""Cues: the words at which somebody begins to speak, and whether they begin a statement of their own."""

from __future__ import annotations

from loaders.borders import LOOSE, Borders
from loaders.contents import SAYING
from loaders.doc import Chunk
from loaders.lexicon.cues import Cue
from loaders.lexicon.frames import ACTORS
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.phrases import GENDERS, RELATIVES
from loaders.preceding import Args
from loaders.text import QUOTES

ADDRESSED = word_set("statements.addressed")
"""Cues whose one noun phrase may be whom they address."""
ASKING = word_set("statements.asking")
"""Of those, the verbs behind whose one body a preposition tells what is asked of it."""
DESCRIBING = word_set("statements.describing")
NEGATIONS = word_set("statements.negations")
NEGATED = word_set("statements.negated")
"""Cues that their negation makes say something (لم يستبعد فلان أن)."""
BECAME = frozenset(("ظل", "ظلت", "بات", "باتت", "اصبح", "اصبحت", "ليس", "ليست", "بدا", "بدت", "يبدو", "تبدو", "يظل"))
IMPERSONAL = word_set("statements.impersonal")
"""Cues that nobody does in the present tense with nobody named (يتوقع أن, يعتقد أن)."""
NOUNS = word_set("statements.nouns")
"""Cues whose noun, with its possessor and a clause behind it, tells what was said (إعلان فلان أن)."""


class Sites(Borders):
    """Where cues stand."""

    def _cue_at(self, i: int, stop: int) -> tuple[Reading, Cue] | None:
        doc = self.doc
        info = doc.infos[i]
        prev = doc.infos[i - 1] if i else None
        after_prep = prev is not None and prev.prep is not None and "relative" not in prev.closed
        for reading in info.verbs:
            cue = self.cues.get(reading.lemma)
            if cue is None or (reading.lemma == "سأل" and self._prays(i)):
                continue
            if reading.lemma in ("طلب", "رفض", "فضل") and self._nameless(i):
                continue
            if cue.needs and not self.fits(i, stop, cue):
                continue  # قمة «النقب» حملت رسائل: no charge
            if reading.lemma == "اعترض" and self._shot(i):
                continue  # اعترضت الدفاعات صاروخا
            if reading.pos == "verb":
                if reading.lemma == "اتهم" and "\u064f" in doc.texts[i][:4]:
                    continue  # وتُتهم س بكذا
                if reading.lemma == "أبرز" and reading.tense == "past" and not self._points_out(i, reading):
                    continue
                if self._impersonal(i, reading) or (reading.lemma == "عبر" and not self._expresses(i)):
                    return None
                if reading.lemma == "ورد" and self.syntax.at[min(i + 1, doc.n - 1)] is not None:
                    continue  # ورد المتحدث بأن: و before رد
                if reading.pronoun and self._behind_aside(i, reading):
                    continue
                ours = reading.person == "1p" and self.syntax.author is not None and not self.syntax.quoted[i]
                if (reading.person in ("1s", "1p") and not ours) or reading.definite:
                    continue
                if (
                    after_prep
                    and not reading.lead
                    and prev is not None
                    and prev.word.fold not in ("كما", "حيث", "فيما", "بينما", "وفيما", "وبينما")
                ):
                    continue
                negated = prev is not None and prev.word.fold in NEGATIONS
                if (negated and cue.act != "deny" and cue.lemma not in NEGATED) or (
                    cue.lemma == "أخفى" and not negated
                ):
                    return None
                if self._denied(i, doc.n, reading) is not None:
                    return reading, cue
                if prev is not None and "relative" in prev.closed and reading.pronoun and prev.word.fold in RELATIVES:
                    continue
                if (
                    prev is not None
                    and "relative" in prev.closed
                    and prev.word.fold not in ("من",)
                    and cue.act != "deny"
                    and (cue.lemma in DESCRIBING or prev.word.fold in ("ما", "مما") or not self._clause_near(i, stop))
                    and (prev.word.fold != "ما" or not self._reported(i))
                    and not self._does_now(i, reading)
                ):
                    continue
                return reading, self._gives(i, reading, self._reckons(i, reading, cue))
            if reading.pos == "participle":
                text = doc.texts[i]
                accusative = (
                    text.rstrip("\u064b").endswith("ا")
                    or "\u064b" in text
                    or reading.person == "fs"
                    or reading.person in ("mp", "d")
                    or (i > 0 and doc.texts[i - 1] in '،,»”"' and self._reports(i, cue, stop))  # ، مشير إلى أن
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
                if reading.lemma == "اقترح" and before not in "،,":
                    continue  # تلقت الحركة مقترحا جديدا: a proposal
                opens = before == "." and i == doc.sents[self.syntax.sent_of[i]].first  # «… . معتبرا أن»
                beside = before in '،,»”")' or opens or reading.lead == "و"
                said_of = self.syntax.at[i - 1] if not beside else None
                if said_of is not None and said_of.first and "complement" in doc.infos[said_of.first - 1].closed:
                    continue  # قال إن القوات السورية مطالبة بالانسحاب
                if beside or said_of is not None or doc.dated[i - 1]:
                    return reading, self._gives(i, reading, cue)
                it = doc.infos[i - 1].word.fold == "ذلك"  # نفت س ذلك متهمة ص
                if (it or (doc.infos[i - 1].definite and not doc.infos[i - 1].closed)) and not self._predicate(i):
                    return reading, cue  # غادر القاعة متهما س
                if info.word.light.endswith("ا") and not cue.weak and self._reports(i, cue, stop):
                    return reading, cue  # لن تتسرع في الوصول إلى نتيجة لافتا إلى أن: no comma before it
                continue
            if info.word.fold == "بالقول" and reading.lemma in SAYING and self._clause_near(i, stop, 12):
                return reading, cue  # اكتفى بالقول إن
            if (
                reading.pos == "masdar"
                and reading.pronoun
                and reading.lemma in SAYING
                and not reading.pronoun.startswith("1")
            ):
                return reading, cue
            if info.word.fold == "القول" and reading.lemma == "قال" and self._credited(i, stop):
                return reading, cue
            if reading.pos == "masdar" and reading.pronoun[:1] == "3" and self._from(i):
                return reading, cue  # نقلت س عن ص نفيه
            his = reading.pos == "masdar" and reading.pronoun[:1] in ("2", "3") and reading.lemma in NOUNS
            if his and self._reports(i, cue, stop):
                return reading, cue  # مجددا تأكيده أن
            if reading.pos == "masdar" and self._told_by(i, reading, prev is not None and prev.prep is not None, stop):
                return reading, cue
        return None

    def _from(self, i: int) -> bool:
        """Whether نقلت … عن س stands right before the word at i."""
        chunk = self.syntax.at[i - 1] if i > 1 else None
        k = (chunk.first if chunk is not None else i - 1) - 1
        carried = any("نقل" in t.lemmas for t in self.doc.infos[max(0, k - 8) : k])
        return k > 0 and carried and self.doc.infos[k].word.fold == "عن"

    def _credited(self, i: int, stop: int) -> bool:
        """ونسبت الوكالة إلى س القول إنه, ونقلت عن س القول إن."""
        infos = self.doc.infos
        told = i + 1 < stop and "complement" in infos[i + 1].closed
        return told and any(
            "نقل" in t.lemmas or t.word.fold.endswith(("نسبت", "نسب")) for t in infos[max(0, i - 12) : i]
        )

    def _told_by(self, i: int, reading: Reading, after_prep: bool, stop: int) -> Chunk | None:
        """بعد إعلان فلان أن, ردا على قول س إن: whose words the noun tells, if a clause follows at once."""
        if reading.pronoun or reading.definite or reading.lemma not in NOUNS or not (after_prep or reading.prep):
            return None
        chunk = self.syntax.at[i + 1] if i + 1 < stop else None
        if chunk is None or chunk.first != i + 1 or chunk.lead or chunk.kind == "nisba" or not chunk.actor:
            return None
        p = chunk.last
        while p < stop and (self.doc.dated[p] or self.syntax.is_adverb(p)):
            p += 1
        told = p < stop and "complement" in self.doc.infos[p].closed and self.cast.types.get(chunk.actor) in ACTORS
        return chunk if told else None

    def _predicate(self, i: int) -> bool:
        """كان المتحدث متهما, اعتبر القرار داعيا إلى: a participle that a verb of being or deeming needs."""
        for p in range(i - 1, max(0, i - 7) - 1, -1):
            info = self.doc.infos[p]
            if "auxiliary" in info.closed or any(r.lemma in DESCRIBING for r in info.verbs) or info.word.fold in BECAME:
                return True
            if self.doc.texts[p] in "،,.؛:":
                return False
        return False

    def _reports(self, i: int, cue: Cue, stop: int) -> bool:
        """Whether a clause follows the word at i at once, or behind its own preposition."""
        p = i + 1
        if p < stop and self.doc.infos[p].prep in cue.preps:
            p += 1
        return p < stop and ("complement" in self.doc.infos[p].closed or self.doc.texts[p] == ":")

    def _expresses(self, i: int) -> bool:
        """Whether عن, not عن طريق, stands a little behind the verb at i."""
        infos = self.doc.infos
        for p in range(i + 1, min(self.doc.n - 1, i + 14)):
            if infos[p].word.fold == "عن":
                return infos[p + 1].word.fold not in ("طريق", "بعد", "كثب")
            if self.doc.texts[p] in ".\n" or "complement" in infos[p].closed:
                return False
        return False

    def _explains(self, i: int) -> bool:
        """فيما بين أن, وبين أن, وعبر فلان عن: the verb, not the preposition."""
        doc = self.doc
        lead = doc.infos[i].word.fold == "وبين" or (i > 0 and doc.infos[i - 1].word.fold in ("فيما", "كما", "حيث"))
        form = doc.infos[i].word.fold
        if form in ("عبر", "وعبر"):
            marked = "\u0651" in doc.texts[i]
            chunk = self.syntax.at[i + 1] if i + 1 < doc.n else None
            doer = chunk is not None and not chunk.lead and chunk.kind in ("person", "title", "country", "organization")
            first = doc.sents[self.syntax.sent_of[i]].first
            at_once = i + 1 < doc.n and doc.infos[i + 1].word.fold == "عن"
            by = self.syntax.at[i - 1] if i else None
            if by is not None and by.kind in ("person", "title") and by.first > first:
                k = by.first - 1
                at_once = at_once or "complement" in doc.infos[k].closed or doc.texts[k] in "،,"
            opens = i == first or form == "وعبر" or (i < first + 6 and doc.texts[i - 1] in "،,")  # من جهته، عبر فلان عن
            opens = opens or all(self.syntax.is_adverb(p) for p in range(first, i))  # من جانبه عبر س عن
            return (marked or at_once or (doer and opens)) and self._expresses(i)
        who = self.syntax.at[i + 1] if i + 1 < doc.n else None
        named = who is not None and not who.lead and who.kind in ("person", "title", "organization")
        behind = who.last if who is not None and named else i + 1  # وبين فلان أن
        behind += behind < doc.n and doc.texts[behind] in "،,"
        told = behind < doc.n and doc.infos[behind].word.light in ("ان", "انه", "انها", "بان")
        return told and (lead or "\u0651" in doc.texts[i]) and doc.infos[i].word.fold in ("بين", "وبين")

    def _does_now(self, i: int, reading: Reading) -> bool:
        """وزير الخارجية فلان، الذي أكد دعم بلاده: a relative clause that tells what a person said, once."""
        asked = reading.lemma == "طلب" and self.doc.infos[i + 1].word.fold in ("منه", "منها", "منهم")
        if reading.tense != "past" or reading.pronoun or (reading.lemma in LOOSE and not asked):
            return False
        p = i - 2
        while p > 0 and self.doc.texts[p] in "،,":
            p -= 1
        chunk = self.syntax.at[p] if p >= 0 else None
        return chunk is not None and chunk.last == p + 1 and chunk.kind in ("person", "title") and chunk.number == "s"

    def _impersonal(self, i: int, reading: Reading) -> bool:
        """ويتوقع أن, يذكر أن: the narrator speaks, of nobody in particular."""
        if self.doc.infos[i].word.fold.endswith("قول"):
            return False  # ويقول إن: he who spoke; nobody in particular is يقال
        if reading.tense != "pres" or reading.person != "3ms" or reading.pronoun or reading.lemma not in IMPERSONAL:
            return False
        doc = self.doc
        if i + 1 >= doc.n or not ("complement" in doc.infos[i + 1].closed or doc.dated[i + 1]):
            return False
        return i == 0 or doc.texts[i - 1] in ".\n،,؟!" or (reading.lead == "و" and self.syntax.at[i - 1] is None)

    def _object_first(self, i: int, reading: Reading, cue: Cue, args: Args) -> Args:
        """ودعا مجلس الأمن إلى: whom the one who speaks already addresses (see relations.py)."""
        again = reading.lead == "و" or (i > 0 and self.doc.infos[i - 1].word.fold in ("كما", "ثم"))
        if args.how != "after" or len(args.chunks) != 1 or not again or cue.lemma not in ADDRESSED:
            return args
        chunk = args.chunks[0]
        end = args.end + (args.end + 1 < self.doc.n and self.doc.texts[args.end] in QUOTES)
        if cue.lemma == "حمل" and end < self.doc.n and self.doc.infos[end].word.fold in cue.needs:
            return Args([], i + 1)  # وحمّل حركة س المسؤولية
        accusative = self.doc.texts[chunk.last - 1].endswith("ين") and chunk.kind in (
            "militia",
            "country",
            "organization",
        )
        if not (
            accusative
            or cue.lemma in ("اتهم", "حمل")
            or chunk.kind in ("organization", "militia", "country", "backref")
        ):
            return args
        asked = self.syntax.asked_of(cue.lemma, args.end)
        behind = self.syntax.over_aside(args.end, self.doc.n)
        if self.syntax.objects(behind, min(self.doc.n, behind + 4)):
            return args
        if behind > args.end + 2 and self._bare_noun(behind):
            return args  # ودعت س، وهي حليفة ص، جميع الأطراف إلى
        opener = self.syntax.opener(self.doc.sents[self.syntax.sent_of[i]].first, reading)
        last = opener.actor if opener is not None else self.last.get(GENDERS.get(reading.person, "any"))
        known = asked or accusative or cue.lemma == "اتهم"
        if (cue.lemma in ASKING or cue.lemma == "اتهم") and chunk.kind != "backref" and not reading.pronoun:
            doer = self._clause_before(i, reading, self.doc.sents[self.syntax.sent_of[i]].first)
            here = bool(self.said) and self.syntax.sent_of[self.said[-1].cue] == self.syntax.sent_of[i]
            known = known or doer is not None or (here and self.said[-1].speaker == last)  # أدانت س الهجوم ودعت ص إلى
            last = doer or last
        if last is None or (self.cast.types.get(last) != "person" and not known):
            return args
        later = self.syntax.at[args.end : args.end + 14] if self.doc.dated[args.end] and cue.lemma == "اتهم" else []
        if any(c is not None and c.actor == last and not c.lead for c in later):
            return args  # واتهم س الثلاثاء ص بأنه: ص, who spoke before, is whom he accuses
        return Args([], i + 1)

    def _bare_noun(self, p: int) -> bool:
        """Whether a noun stands at p that no preposition governs (جميع الأطراف, الطرفين)."""
        info = self.doc.infos[p]
        governed = any(lead[-1:] in ("ب", "ل") for lead, rest in info.word.splits if rest in self.doc.lex.ordinary)
        return not (info.prep or info.closed - {"modifier"} or "verb" in info.kinds or governed)

    def _reported(self, i: int) -> bool:
        """كما أعلنت, حسبما قال, على ما أفادت, وفق ما ذكر: what stands before is what was said."""
        doc = self.doc
        if i == 0:
            return False
        form = doc.infos[i - 1].word.fold
        if form in ("كما", "حسبما", "مثلما", "وفقما"):
            return (i > 1 and doc.texts[i - 2] in '،,»”")') or (i > 1 and bool(self.syntax.at[i - 2]))
        return form == "ما" and i > 1 and doc.infos[i - 2].word.fold in ("علي", "وفق", "بحسب", "حسب", "لما")
