"""What was said: a cue, its speaker, its content.

Cues are verbs (verb first or subject first), participles in the accusative (مضيفا), nouns of saying with their
possessor (قوله), attributions (بحسب, وفق, نقلا عن) and the colon of headlines. A cue without a speaker goes on with
the speaker before it. Each new cue begins a new statement.
"""

from __future__ import annotations

from loaders.attributions import SELF, VIEWS, WRITTEN
from loaders.doc import Chunk
from loaders.lexicon import Info
from loaders.lexicon.cues import Cue, acts, cued
from loaders.lexicon.frames import ACTORS
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.phrases import ADVERBS, SPEAKERS, WITH_PRONOUN
from loaders.preceding import BEHIND, Args
from loaders.speakers import Said
from loaders.text import QUOTES
from loaders.unnamed import Unnamed

ATTRIBUTION = word_set("statements.attribution")
TELLING = frozenset(("قول", "تعبير", "وصف", "زعم"))
"""على حد قول س."""
_ATTRIBUTING = ATTRIBUTION | {"و" + word for word in ATTRIBUTION} | TELLING | frozenset(VIEWS)
LONG_QUOTE = 22
"""Words of a quotation that carries the content whatever stands before it."""
ONE_OF = frozenset(("احد", "احدي"))
TEXTS = frozenset(("جاء", "ورد"))
"""جاء في بيان ل س أن: it is in a text that its author speaks."""
BY_NAME = word_set("statements.by_name")
"""Cues whose bare noun may be anybody: only who is named, or goes on, says it."""
STRESSING = word_set("statements.stressing")
"""Adjectives before the noun of what is expressed."""


class Reader(Unnamed):
    """The statements of an article, sentence by sentence."""

    def read(self) -> list[Said]:
        doc = self.doc
        self.telling = bytearray(doc.n)  # 1 for each word that may be a cue
        for i in doc.spots(_ATTRIBUTING):
            self.telling[i] = 1
        for i in doc.verbal:
            self.telling[i] |= not cued().isdisjoint(doc.infos[i].lemmas)
        answers = self._answers()
        self.answering = bytearray(doc.n)
        for k, sent in enumerate(doc.sents):
            before = len(self.said)
            if (answer := answers.get(k)) is not None:
                self.said.append(answer)
                self._remember(answer)
                self.answering[answer.first : answer.last] = b"\1" * (answer.last - answer.first)
            self._sentence(k, sent.first, sent.last)
            new = self.said[before:]
            if not new:
                self._continues(sent.first, sent.last)
        return self.said

    def _sentence(self, k: int, first: int, last: int) -> None:
        doc = self.doc
        sites: list[tuple[int, Reading | None, Cue | None]] = []
        for i in range(first, last):
            if not self.telling[i]:
                continue
            info = doc.infos[i]
            if self.syntax.at[i] is not None and not (info.verbs and self.syntax.at[i].kind == "nisba"):  # type: ignore[union-attr]
                continue
            open_word = not info.closed or self._explains(i)
            if info.verbs and open_word and info.word.fold not in ATTRIBUTION:
                site = self._cue_at(i, last)
                if site is not None:
                    sites.append((i, *site))
                    continue
            form = info.word.fold
            if (
                form in ATTRIBUTION
                or (form[:1] == "و" and form[1:] in ATTRIBUTION)
                or (form in TELLING and i > first + 1 and doc.infos[i - 1].word.fold == "حد")
                or (form in VIEWS and i > first and doc.infos[i - 1].word.fold in VIEWS[form])
            ):
                sites.append((i, None, None))
        colon = self._colon(first, last, k < 3 or last - first < 40)
        if colon is not None:
            self.said.append(colon)
            self._remember(colon)
            sites = [s for s in sites if s[0] > colon.last]
        self.pending, self.earlier = None, False
        begins: dict[int, int] = {}
        for i, reading, cue in sites:
            if self._border(i, reading, first):
                begins[i] = self._begins(i, reading, first)
            self.earlier = self.earlier or cue is None or not cue.needs or self.fits(i, last, cue)  # ألقى كلمة
        for i, reading, cue in sites:
            nxt = next((at for at in begins.values() if at > i), last)
            if reading is not None and i not in begins and not self._worthy(i, reading, cue, first, last):
                continue
            said = (
                self._attribution(i, first, last)
                if cue is None or reading is None
                else self._cued(i, reading, cue, first, last, nxt)
            )
            if said is not None:
                self.said.append(said)
                self._remember(said)

    def _cued(self, i: int, reading: Reading, cue: Cue, first: int, last: int, nxt: int) -> Said | None:
        doc, syntax = self.doc, self.syntax
        inside = bool(syntax.quoted[i])
        args = Args()
        written: str | None = None
        if reading.pos == "verb" and cue.lemma not in TEXTS:
            args = syntax.subject(i, reading, last)
            if not args.chunks and i + 3 < last and doc.infos[i + 1].word.fold in SELF:
                again = self._the_same(i, i + 1, last)  # وأوضح ذات المصدر أن
                if again is not None:
                    written, args = again[0], Args([], again[1], how="after")
            if args.other and doc.infos[i + 1].word.fold in WITH_PRONOUN:
                args = Args()  # كلمة وصف فيها الاتفاق: what he describes
            noun = doc.infos[args.end] if args.other and args.end < last else None
            if args.other:
                text = noun is not None and noun.word.fold.removeprefix("ال") in WRITTEN
                if text and (issuer := self._issuer(args.end, last)) is not None:
                    args = Args([issuer], issuer.last, how="after")
                elif text and noun is not None and noun.definite:
                    written = self._text_of(i)
            if args.other:
                behind = args.end + 1
                if noun is not None and written is None:
                    written, behind = self._unnamed(i, args.end, last) or (None, behind)
                if written is not None:
                    args = Args([], behind, how="after")
                elif cue.lemma == "نقل" and (teller := self._told_from(args.end, last)) is not None:
                    written, args = teller.actor, Args([], teller.last, how="after")  # ونقلت مصادر صحفية عن فلان أن
                elif cue.lemma in BY_NAME:
                    return None  # وأرجع بعض المراقبين ذلك إلى
                elif not self._about_it(i, args.end, noun, cue) and (
                    noun is None
                    or reading.lead != "و"
                    or not cue.bare
                    or noun.word.fold.removeprefix("ال") in SPEAKERS
                    or noun.titles
                ):
                    return None
                else:
                    args = Args()  # وأكد التزام الأمم المتحدة, ولوح بعمليات: the noun is what he affirms
            args = self._object_first(i, reading, cue, args)
            if cue.lemma == "وجه" and not args.chunks and not self._names_act(i, args.end):
                return None  # ووجهت هذه المجموعات أصابع الاتهام
        owner = self._told_by(i, reading, True, last) if reading.pos == "masdar" else None
        if owner is not None:
            args = Args([owner], owner.last, how="after")
        start = max(i + 1, args.end if args.how in BEHIND else i + 1)
        back = reading.pos == "verb" and self._reported(i)
        if (
            back
            and args.how == "after"
            and any("complement" in doc.infos[p].closed for p in range(args.end, min(last, args.end + 3)))
        ):
            back = False  # كما قال فلان إن: he goes on to say
        goes_on = nxt == start + 1 and nxt < last and any(r.pos == "participle" for r in doc.infos[nxt].verbs)
        close = nxt > start and doc.infos[start].prep is not None
        close = close or (goes_on and self.quote_before(i, first) is not None)  # «…»، قال فلان، مضيفا أن
        within = nxt > start + 1 or close  # ورد س على قول ص إن
        denied = self._denied(i, start, reading) if cue.act == "deny" and reading.pos == "verb" else None
        content = (
            (denied[0], False)
            if denied is not None
            else None
            if back and args.chunks
            else self._content(i, start, cue, min(last, nxt) if within else last, reading, args)
        )
        if content is None and args.chunks and nxt + 2 < last and doc.infos[nxt].word.fold in ATTRIBUTION:
            nxt = last  # قال فلان، بحسب وكالة س، إن
            content = self._content(i, start, cue, last, reading, args)
            if content is None or "complement" not in doc.infos[content[0] - 1].closed | doc.infos[content[0]].closed:
                return None
        if back and content is None and args.chunks:
            return self._behind(i, cue, args, first)
        if content is None and args.how == "after" and (told := self.quote_before(i, first)) is not None:
            return self.before_cue(i, cue, args, *told)
        if content is None:
            return None
        begin, direct = content
        if reading.pos == "verb" and begin == args.end and syntax.twin(begin) is not None:
            return None  # أدانت س واستنكرت هجوم ص: the second verb says it for both
        if (
            cue.lemma == "اتهم"
            and reading.pos == "verb"
            and args.how not in BEHIND
            and self._accused(i, begin, reading)
        ):
            return None
        if begin >= last:
            last = nxt = self._last_below(begin)
        speaker_chunk: Chunk | None = None
        speaker: str | None = None
        by = f"cue:{cue.lemma}"
        score = 0.9
        for chunk in args.chunks:
            if chunk.kind == "backref" and chunk.head in WRITTEN and (wrote := self._text_of(i)) is not None:
                speaker, speaker_chunk = wrote, chunk
                break
            if chunk.actor and self.cast.types.get(chunk.actor) in ACTORS:
                speaker, speaker_chunk = chunk.actor, self._himself(chunk, last)
                speaker = speaker_chunk.actor or speaker
                break
        if speaker is None and args.chunks:
            written = self._one_of_two(doc.infos[args.chunks[0].first].word.fold, i) or self._in_office(
                args.chunks[0], i
            )
            if written is None:
                return None
        speaker = speaker or written
        if speaker is None:
            if inside or self.answering[i]:
                return None
            if reading.pos == "verb" and begin == i + 1 < doc.n and doc.infos[begin].word.fold in ONE_OF:
                return None  # ونفى أحد مستشاريه أن: nobody who has a name
            paper = syntax.at[i + 1] if reading.pos == "verb" and i + 1 < last else None
            if paper is not None and paper.first == i + 1 and paper.kind == "agreement" and not paper.lead:
                return None  # ودعا اتفاق الرياض إلى: what an agreement says
            speaker = self._uttered(i, first) or self._carried(i, reading, first)
            if speaker is None and reading.pos == "masdar":
                speaker = self._source(i, first)  # ونقلت وسائل إعلام عن فلان قوله
            if reading.person == "1p":
                speaker_chunk = syntax.author
            by, score = by + "+carried", 0.75
            if speaker is None and cue.lemma not in TEXTS:
                return None
        through: str | None = None
        if reading.pos == "masdar" and (source := self._source(i, first)) is not None:
            if speaker is not None and speaker != source and self.cast.types.get(speaker) == "organization":
                through = speaker
            speaker = source
        if cue.lemma in TEXTS:
            author = next(
                (
                    c
                    for p in range(i + 1, begin)
                    if (c := syntax.at[p]) is not None
                    and c.first == p
                    and c.actor
                    and self.cast.types.get(c.actor) in ACTORS
                ),
                None,
            )
            if author is None and doc.infos[i + 1].word.fold in WITH_PRONOUN:
                speaker = self._author(first, i, reading)  # أصدرت س بيانا جاء فيه
                if speaker is None:
                    return None
            elif author is None:
                return None
            else:
                speaker, speaker_chunk = author.actor or "", author
        if speaker is None:
            return None
        via = self._via(i, begin, speaker) or through or (self.pending if self.pending != speaker else None)
        if cue.lemma == "نقل" and reading.pos == "verb":
            carried = self._transmitted(i, begin, first, speaker)
            if carried is None:
                return None
            speaker, via, speaker_chunk = carried
            via = via if via != speaker else None
        end = self._end(begin, last, direct, nxt, i)
        if denied is not None and begin < i:
            end = denied[1]
        elif end - begin < 2 and denied is None:
            self._remember(Said(speaker, i, begin, end, cue.act, "indirect", by, score, chunk=speaker_chunk))
            return None
        if not direct and end - begin >= 6:
            direct = sum(syntax.quoted[begin:end]) >= 0.65 * (end - begin) and self._opens_quoted(begin, end)
        k = begin + (doc.infos[begin].prep is not None)
        while k + 1 < end and doc.infos[k].word.fold in STRESSING:
            k += 1  # أعرب عن خالص تعازيه
        act = cue.act
        if begin + 1 < end and "complement" not in doc.infos[begin - 1].closed:
            noun_form = doc.infos[k].word.fold
            act = acts().get((cue.lemma, noun_form)) or acts().get((cue.lemma, _stem(noun_form)), act)
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

    def _opens_quoted(self, begin: int, end: int) -> bool:
        """Whether the words themselves are quoted, not the predicate of a clause alone (إن الأمانة «لم تتلق …»)."""
        quoted = self.syntax.quoted
        if self.doc.texts[begin] in QUOTES or quoted[begin]:
            return True
        if self.doc.infos[begin].closed and self.doc.texts[begin + 1] in QUOTES:
            return True  # مشيرا إلى «أن …»
        return any(quoted[begin + 1 : begin + 4]) and sum(quoted[begin:end]) > LONG_QUOTE

    def _about_it(self, i: int, at: int, noun: Info | None, cue: Cue) -> bool:
        """Whether the noun behind a cue is its content, not its subject (ولوح بعمليات, ندد فيها ببطش, وتابع قائلا)."""
        if noun is not None and self.doc.infos[i + 1].prep in cue.preps:
            return True  # وأعرب عن قلقه من التصعيد
        if noun is None or any(self.doc.infos[p].word.fold not in ADVERBS for p in range(i + 1, at)):
            return False
        if noun.word.fold in ("قايلا", "قايله", "بالقول", "موجها", "موجهه", "مخاطبا", "مخاطبه", "متوجها", "متوجهه"):
            return True
        form, text = noun.word.fold, self.doc.texts[at].rstrip("\u064b")
        if text.endswith("ا") and any(r.pos == "participle" and not r.pronoun for r in noun.verbs):
            return True  # وتابع مستطردا: no ending of a subject
        return bool(cue.preps & {lead for lead, _ in noun.word.splits}) or (form == "بما" and "ب" in cue.preps)


def _stem(form: str) -> str:
    """A noun without the pronoun on it, folded: استعداده → استعداد."""
    for end in ("هما", "ها", "هم", "ه"):
        if form.endswith(end) and len(form) - len(end) >= 3:
            return form[: -len(end)]
    return form
