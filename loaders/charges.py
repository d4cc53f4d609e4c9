"""What one says of another that accuses or threatens him: قال إن طهران تنتهك الاتفاق, أكد أن موسكو مسؤولة عن الهجوم."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from kg.model import fold
from loaders.deeds import HARMS
from loaders.delegations import JUDGED
from loaders.doc import Chunk
from loaders.lexicon.charges import Charge, charges
from loaders.lexicon.frames import allowed
from loaders.lexicon.sets import word_set
from loaders.owners import WHAT
from loaders.phrases import AGENTS
from loaders.preceding import BACK
from loaders.proposals import Proposal
from loaders.recipients import PRONOUNS
from loaders.sites import DESCRIBING, NEGATIONS
from loaders.speakers import Said
from loaders.text import QUOTES
from loaders.threats import Threats

CHARGING = frozenset(("say", "announce", "criticize", "threaten", "demand", "agree"))
"""Acts whose content can charge somebody; an accusation names whom it accuses by itself, a denial charges nobody."""
COPULAS = word_set("charges.copulas")
REACH = 6
ONE = frozenset(("person", "organization"))
DENIALS = frozenset(("ليس", "ليست", "ليسوا", "غير", "لست", "لسنا"))
DOINGS = word_set("charges.doings")
MEASURES = frozenset(("عقوبات", "مرسوم", "قانون", "حظر", "خطاب", "كلام", "تقرير", "بيان"))
"""What is called names besides what one judges by its noun."""
MANY = word_set("charges.many")
"""Plurals, which a pronoun means as it means a woman, that their ending does not tell."""
OBJECT_PRONOUNS = {"اياه": "3ms", "اياها": "3fs"}
"""متهما إياه: the object as a word of its own."""


@lru_cache(maxsize=100_000)
def _worded(form: str) -> tuple[Charge, ...]:
    """Charges of a word, its clitics taken off: وخاطئ, بالكارثي."""
    words = charges()[1]
    if form in words:
        return words[form]
    form = form[1:] if form[:1] in "وف" else form
    if form in words:
        return words[form]
    bare = form.removeprefix("ب").removeprefix("ال")
    return tuple(c for c in words.get(bare, ()) if c.form == "about") if bare != form else ()


@lru_cache(maxsize=1)
def _openers() -> tuple[frozenset[str], frozenset[str]]:
    """All spellings of which _worded may know a charge; the lemmas of charges."""
    verbs, words = charges()
    before = [a + b + c for a in ("", "و", "ف") for b in ("", "ب") for c in ("", "ال")]
    return frozenset(clitics + word for word in words for clitics in before), frozenset(verbs)


class Charges(Threats):
    """Adds what one says of another that accuses him."""

    def _charges(self) -> None:
        verbs, doc = charges()[0], self.doc
        spelt, lemmas = _openers()
        begin = [i for i in doc.verbal if not lemmas.isdisjoint(doc.infos[i].lemmas)]
        begin = sorted({*begin, *doc.spots(spelt)})
        for s in self.said:
            if s.act not in CHARGING or self.cast.types.get(s.speaker) is None:
                continue
            if s.chunk is not None and any(e.outlet for e in s.chunk.entities):
                continue
            for i in begin[bisect_left(begin, s.first) : bisect_left(begin, s.last)]:
                chunk = self.syntax.at[i]
                if self.inside[i] is not s or (chunk is not None and (chunk.actor or chunk.first != i)):
                    continue  # مسؤولة عن الهجوم may look like an office: nobody's
                info = self.doc.infos[i]
                for charge in _worded(info.word.fold):
                    if charge.form == "about":
                        themes = self._judged(charge, i, s)
                    else:
                        themes = self._themes(i, s, charge.form == "denied")
                    if themes and self._fits(charge, i) and self._charged(charge, s, themes, i):
                        break
                if not info.verbs or info.closed or not self._verbal(i):
                    continue
                for reading in info.verbs:
                    if reading.pos != "verb" or reading.person in ("1s", "1p"):
                        continue
                    for charge in verbs.get(reading.lemma, ()):
                        if not self._fits(charge, i):
                            continue
                        negated = self._before(i) in NEGATIONS and not self._what(i)
                        if negated != (charge.form == "not") or reading.future != (charge.form == "will"):
                            continue
                        if charge.form == "verb" and self._status(i, reading, s.first)[1] != "asserted":
                            continue
                        args = self.syntax.subject(i, reading, s.last)
                        themes = [c for c in args.chunks if s.first <= c.first < s.last]
                        themes = themes or self._whose_act(i, s)
                        if not themes and not args.other and not args.chunks:
                            carried = self._carried(i, reading, s.first)
                            if carried is not None and reading.person == "3p" and carried.kind in ONE:
                                carried = None  # هددوا الملاحة: not she alone
                            themes = [carried] if carried is not None and carried.first >= s.first else []
                        if self._charged(charge, s, themes, i):
                            break

    def _what(self, i: int) -> bool:
        """ما التزمت به س: ما is what, no negation."""
        nxt = self.doc.infos[i + 1].word.fold if i + 1 < self.doc.n else ""
        return self._before(i) == "ما" and nxt in PRONOUNS

    def _judged(self, charge: Charge, i: int, s: Said) -> list[Chunk]:
        """On whom a judgement is passed: the one at the head of what is said, or whose the noun there is."""
        doc = self.doc
        if self._before(i) in NEGATIONS or self._before(i) in DENIALS:
            return []
        if i and doc.texts[i][0] == "و" and doc.infos[min(i + 1, doc.n - 1)].word.fold in ("له", "لها", "لهم"):
            return []  # إن فلانا وصديقا له: another man
        verbal = self._verbal(s.cue)  # ووصفها looks like a noun too
        same = [r for r in doc.infos[s.cue].verbs if r.lemma == s.lemma]
        cue = next((r for r in same if r.pos == "verb" and verbal), same[0] if same else None)
        describing = s.lemma in DESCRIBING
        pronoun = cue.pronoun if cue is not None and cue.pos != "masdar" and describing else ""
        pronoun = pronoun or OBJECT_PRONOUNS.get(doc.infos[s.first].word.fold, "")
        theme: Chunk | None = None
        end = s.first
        if describing and not pronoun and (doers := self._called(s.first, i, s.cue)):
            return doers
        of_that = "" if pronoun or i - s.first > 2 else self._that_it(s)
        if of_that:  # رفضت تقرير س، معتبرة أنه مسيس
            end += 1 if "complement" in doc.infos[end].closed else 0
            theme = self._word_meant(s.cue, of_that) if i - end <= 1 else None
        elif not pronoun and (done := self.syntax.what_of(s.first, i, frozenset(WHAT.values()))):
            theme, end = done[0], done[-1].last  # وصف ما تقوم به س بأنه إبادة
        elif pronoun:
            if i - s.cue > 8 or any(not DOINGS.isdisjoint(info.word.rests) for info in doc.infos[s.first : i]):
                return []  # واصفا إياه بالعمل غير المقبول: the deed
            theme = self._relative_head(s.cue) or self._antecedent(s.cue, pronoun, [s.chunk] if s.chunk else [])
            unsure = any(r.pos == "masdar" for r in same) and not self._blamed_before(s, theme)
            if theme is None or theme.actor == s.speaker or unsure:
                theme = self._word_meant(s.cue, pronoun)
        else:
            for p in range(s.first, min(s.first + 4, i)):
                c = self.syntax.at[p]
                if c is not None and c.first == p:
                    if c.lead[-1:] not in ("ب", "ل", "ك"):
                        theme, end = self.syntax.bearer(c), self.syntax.bearer(c).last
                    break
                info = doc.infos[p]
                noun = doc.texts[p][0].isalpha() and not info.prep and "verb" not in info.kinds
                if not (noun or "complement" in info.closed or doc.texts[p] in QUOTES or self._noun_here(p)):
                    break
        if theme is not None and not pronoun and not of_that and (self._suffered(theme) or self._harmed(theme, i)):
            return []  # توقيت تفجير موكب س خطير
        if theme is None or i < end or (not describing and doc.infos[i].word.fold.startswith("ال")):
            return []
        # right behind, but for what a noun of doing has with it (الانسحاب الأمريكي من الاتفاق خاطئ)
        if not describing or "complement" in doc.infos[s.first - 1].closed:
            if end < i and end > s.first + 1 and doc.infos[end].prep and (own := self.syntax.at[end + 1]) is not None:
                end = own.last
                behind = self.syntax.at[end]
                end = behind.last if behind is not None and behind.kind == "nisba" and behind.first == end else end
            elif end < i and end > s.first + 1 and (own := self.syntax.at[end]) is not None and own.lead == "ل":
                end = own.last  # زيارة فلان لتايوان استفزاز
            if any(doc.infos[p].word.fold in NEGATIONS for p in range(end, i)):
                return []  # لم تعد تهديدا
            if all(self._light_word(p) for p in range(end, i)):
                return [theme]
            if not describing:
                return []
        for p in range(end, i):
            info = doc.infos[p]
            if doc.texts[p] in "،,.؛:":
                return []
            deed = "اتخذ" not in info.lemmas  # اعتبر أن س تتخذ قرارا شجاعا: the judgement is of her
            if deed and self.syntax.at[p] is None and info.verbs and not info.closed and self._verbal(p):
                return []
        told = any("complement" in doc.infos[p].closed for p in range(end, i))
        return [theme] if i - end <= (14 if told else 3) else []

    def _harmed(self, c: Chunk, i: int) -> bool:
        """استهداف السعودية انتهاك: whether the judgement at i is of a harm that may have been done to the one at c."""
        before = self.doc.infos[c.first - 1].verbs if c.first and c.last == i and not c.lead else ()
        return any(r.pos == "masdar" and r.lemma in HARMS and not r.definite for r in before)

    def _that_it(self, s: Said) -> str:
        """The pronoun of أن with which what is said begins (أنه, إنها)."""
        that = self.doc.infos[s.first - 1] if s.first else None
        that = self.doc.infos[s.first] if that is not None and "complement" not in that.closed else that
        if that is None or "complement" not in that.closed:
            return ""
        return "3fs" if that.word.fold.endswith("نها") else "3ms" if that.word.fold.endswith("نه") else ""

    def _blamed_before(self, s: Said, theme: Chunk | None) -> bool:
        """هاجم س ص ووصفه بالضعيف: whether the speaker has judged him right before, in the sentence."""
        first = self.doc.sents[self.syntax.sent_of[s.cue]].first
        told = (x for x in self.out if x.speech and first <= x.trigger < s.cue and x.subject == s.speaker)
        return theme is not None and any(x.object == theme.actor for x in told)

    def _word_meant(self, cue: int, pronoun: str) -> Chunk | None:
        """رفضت اتهامات س ووصفتها بأنها سخيفة, انتقد قرار س واصفا إياه بالخاطئ: whose what the pronoun means is."""
        doc = self.doc
        first = doc.sents[self.syntax.sent_of[cue]].first
        for p in range(cue - 1, max(first, cue - 24) - 1, -1):
            if self.syntax.at[p] is not None or doc.infos[p].closed:
                continue
            words = [rest.removeprefix("ال") for rest in doc.infos[p].word.rests]
            word = next((w for w in words if w in JUDGED or w in MEASURES), None)
            if word is None or ((word.endswith(("ات", "ه")) or word in MANY) != (pronoun == "3fs")):
                continue
            whose = self.syntax.behind(p, cue)
            return whose[0] if len(whose) == 1 else None
        return None

    def _called(self, p: int, i: int, cue: int) -> list[Chunk]:
        """ووصف الهجوم بأنه «همجي», القرار بغير القانوني: who did what is called so, told before."""
        doc = self.doc
        behind = doc.infos[p + 1] if p + 1 <= i else None
        so = behind is not None and ("complement" in behind.closed or behind.word.fold.startswith(("ب", "ك")))
        near = so and i - p <= 7 and not any(doc.texts[q] in "،,.؛" for q in range(p, i))
        return self._deed_told(p, cue) if near else []

    def _light_word(self, p: int) -> bool:
        form = self.doc.infos[p].word.fold
        return form in BACK or form in COPULAS or self.doc.texts[p] in QUOTES or bool(self.doc.dated[p])

    def _noun_here(self, p: int) -> bool:
        return any(r.pos == "masdar" for r in self.doc.infos[p].verbs) and not self._verbal(p)

    def _before(self, i: int) -> str:
        return self.doc.infos[i - 1].word.fold if i else ""

    def _fits(self, charge: Charge, i: int) -> bool:
        near = [self.doc.infos[p].word.fold for p in range(i + 1, min(self.doc.n, i + 1 + REACH))]
        if charge.then and not (near and near[0] in charge.then):
            return False
        if charge.needs and charge.needs.isdisjoint(near):
            return False
        return charge.unless.isdisjoint(near)

    def _themes(self, i: int, s: Said, denied: bool) -> list[Chunk]:
        """Of whom a predicate is said: the noun phrase right before it, and what is joined to it."""
        doc, k = self.doc, i - 1
        if (self._before(i) in NEGATIONS) != denied:
            return []
        while k >= s.first and (self._light_word(k) or (denied and doc.infos[k].word.fold in NEGATIONS)):
            if not denied and doc.infos[k].word.fold in NEGATIONS:
                return []
            k -= 1
        that = k > s.first and "complement" in doc.infos[k].closed and doc.infos[k].word.fold.startswith("و")
        if that or k in (s.first, s.first - 1):  # الجماعة التي تقول أنقرة إنها وراء الهجوم
            pronoun = doc.infos[k].word.fold.endswith(("نه", "نها", "نهم")) and "complement" in doc.infos[k].closed
            head = self._relative_head(s.cue) if pronoun and k <= s.first else None
            head = head or (self._named_before(k, s) if pronoun else None)
            if head is not None:
                return [head]
        chunk = self.syntax.at[k] if k >= s.first else None
        if chunk is None or chunk.last != k + 1 or chunk.kind == "nisba" or self.syntax.governed(chunk):
            return self._whose_act(k + 1, s)
        first = doc.sents[self.syntax.sent_of[i]].first
        if not self.syntax._opens(chunk, first):
            return []
        return self.syntax._back_coordinated(chunk, first)

    def _named_before(self, k: int, s: Said) -> Chunk | None:
        """قال إن س كذا، وإنها مسؤولة: whom the pronoun of أن at k means, named behind an أن of his before."""
        doc = self.doc
        want = "f" if doc.infos[k].word.fold.endswith("نها") else "m" if doc.infos[k].word.fold.endswith("نه") else ""
        before = next((x for x in reversed(self.said) if x.last <= s.first and x.cue < s.cue), None)
        first = doc.sents[self.syntax.sent_of[k]].first
        if s.cue < k - 2:
            before = s  # one statement goes on: إن س كذا، وإنه كذا
        if before is None or before.speaker != s.speaker or before.cue < first or not want:
            return None
        for p in range(k - 1, before.cue, -1):
            if "complement" not in doc.infos[p].closed:
                continue
            one = self.syntax.at[p + 1]
            fits = one is not None and one.first == p + 1 and not one.lead and one.kind in AGENTS
            return one if one is not None and fits and one.gender in (want, None) and one.kind != "nisba" else None
        return None

    def _whose_act(self, end: int, s: Said) -> list[Chunk]:
        """القرار الأمريكي ينتهك, ممارسات س ترقى إلى: whose the act is that heads what is said, right before `end`."""
        doc = self.doc
        chunk = self.syntax.at[end - 1] if end - 2 >= s.first else None
        if chunk is None or chunk.last != end or chunk.lead or self.syntax.at[chunk.first - 1] is not None:
            return []
        k = chunk.first - 1
        noun = doc.infos[k]
        while k > s.first and doc.texts[k - 1] in QUOTES:
            k -= 1
        opens = k == s.first or (k > s.first and "complement" in doc.infos[k - 1].closed)
        judged = any(rest.removeprefix("ال") in JUDGED for rest in noun.word.rests)
        if not opens or not judged or noun.prep or noun.definite != (chunk.kind == "nisba"):
            return []
        return [chunk] if not self._suffered(chunk) else []

    def _charged(self, charge: Charge, s: Said, themes: list[Chunk], i: int) -> bool:
        made = False
        for c in themes:
            if c.actor and c.actor != s.speaker and allowed(self.cast.types[s.speaker], charge.type, self._type(c)):
                if charge.type == "THREATENED" and self._own(s.speaker, c.actor):
                    continue
                if not self._regime(c) and self._own(s.speaker, c.actor) and self._acts_for(s.speaker) == c.actor:
                    continue  # his own state: he owns up to it, or is misread
                person = self.cast.person_of.get(s.speaker)
                name = fold(c.name).removeprefix("ال")
                if person is not None and any(name in fold(role.text) for role in person.roles):
                    continue  # المتحدث باسم س: she whom he speaks for
                self.out.append(
                    Proposal(s.speaker, charge.type, c.actor, "asserted", i, charge.by, charge.score, speech=True)
                )
                made = True
        return made
