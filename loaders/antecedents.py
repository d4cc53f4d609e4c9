"""Whom a pronoun means: the owner of a noun of doing (خلال استقباله), whom ـه behind a verb stands for."""

from __future__ import annotations

from loaders.continuity import Continuity
from loaders.doc import Chunk
from loaders.kinds import FORCES
from loaders.leads import WAS
from loaders.lexicon.sets import word_set
from loaders.phrases import AGENTS, GENDERS
from loaders.preceding import Args
from loaders.speakers import Said
from loaders.troops import OWN

MEANS = frozenset(("عبر", "بسبب", "نتيجه", "جراء"))
BEFALLEN = frozenset(("اختفاء", "وفاه", "مقتل", "استقاله", "عوده", "رحيل", "الغاء", "تاجيل"))
"""Nouns of what befalls somebody or what he does, that no listed verb yields."""
HELPING = word_set("antecedents.helping")
"""of what a pronoun means"""


class Antecedents(Continuity):
    def our_own(self, i: int, args: Args) -> Args:
        """ردت س، فأغارت طائراتها على ص: troops that are theirs who were told of before."""
        found = super().our_own(i, args)
        if found.chunks or not args.other or self.doc.infos[args.end].word.fold not in OWN:
            return found
        person = "3fs" if self.doc.infos[args.end].word.fold.endswith("ها") else "3ms"
        who = self._antecedent(args.end, person, [])
        state = who is not None and self._type(who) in FORCES
        return Args([who], args.end + 1, how="after") if state and who is not None else found

    def _owner(self, i: int, pronoun: str, first: int, last: int) -> Chunk | None:
        """Whose doing a noun with a pronoun is (خلال استقباله): mostly that of the subject of its sentence."""
        want = GENDERS.get(pronoun)
        if want is None:
            return None
        doc = self.doc
        near = self.syntax.at[i - 1] if i > first + 1 else None
        if near is not None and near.last == i and not near.lead and near.actor and near.gender in (want, None):
            noun = doc.infos[near.first - 1]
            told = self.syntax.at[near.first - 1] is None and not noun.definite and not self._verbal(near.first - 1)
            if told and near.kind != "nisba" and any(r.pos == "masdar" and not r.pronoun for r in noun.verbs):
                return near  # التحذير من تعزيز س وجودها في ص
        if doc.infos[i].word.fold.startswith("و"):
            for p in range(i - 1, max(first, i - 8) - 1, -1):
                joined = self.syntax.at[p]
                if joined is not None and joined.lead == "ل" and joined.actor and self._type(joined) in AGENTS:
                    return joined if joined.gender in (want, None) else None  # الدور السلبي لحزب الله في اليمن ودعمه
            if (doer := self._doer_joined(i, first)) is not None:
                return doer
        if doc.infos[i - 1].prep == "في" and (helped := self._helped_in(i - 1, first)) is not None:
            return helped if helped.gender in (want, None) else None
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
                    if p < i and (doer := self._in_what_is_told(i, chunk.last, want)) is not None:
                        return doer
                    state = self._type(chunk) != "person"
                    nearer = self._told_of_him(i, chunk.last, want, BEFALLEN) if state else None
                    return nearer or chunk
            if p < i and self.syntax.asked_to(p, first):
                return None
            if p < i and not args.other:
                carried = self._carried(p, r, first)
                if carried is not None and carried.gender in (want, None):
                    return carried
            if p < i and args.other:
                return None
        return self._told_of_him(i, first, want, frozenset())

    def _in_what_is_told(self, i: int, first: int, want: str) -> Chunk | None:
        """قال س إن النظام الإيراني مدمر عبر تزويده ص: whose the means are that are told of behind إن."""
        infos = self.doc.infos
        if infos[i - 1].word.fold not in MEANS and not any(r.prep == "ب" for r in infos[i].verbs):
            return None
        for p in range(first, min(i, first + 12)):
            that = infos[p]
            if "complement" not in that.closed:
                continue
            if that.word.fold.endswith(("نه", "نها", "نهم", "نا", "ني")):
                return None
            chunk = next((c for c in self.syntax.at[p + 1 : min(i, p + 6)] if c is not None), None)
            fits = chunk is not None and chunk.kind in AGENTS and not chunk.lead and bool(chunk.actor)
            return chunk if chunk is not None and fits and chunk.gender == want and chunk.last <= i else None
        return None

    def _told_of_him(self, i: int, first: int, want: str, nouns: frozenset[str]) -> Chunk | None:
        """اختفاء فلان بعد زيارته س, زيارة المبعوث بعد لقائه ص: of whom the noun before tells, and his is that at i."""
        for p in range(i - 1, first, -1):
            chunk = self.syntax.at[p]
            if chunk is None or chunk.last != p + 1 or chunk.kind not in ("person", "title") or chunk.number != "s":
                continue
            noun = self.doc.infos[chunk.first - 1]
            listed = noun.word.fold in nouns
            told = chunk.first > first and not (chunk.lead or noun.prep or noun.closed)
            told = told and (listed or not noun.definite)
            told = told and self.syntax.at[chunk.first - 1] is None and not self._verbal(chunk.first - 1)
            acts = (f.type for r in noun.verbs for f in self.frames.get((r.lemma, "masdar"), ()))
            of_him = listed or (not nouns and any(act in ("MET", "VISITED") for act in acts))
            return chunk if told and of_him and chunk.actor and chunk.gender in (want, None) else None
        return None

    def _doer_joined(self, i: int, first: int) -> Chunk | None:
        """احتجت س على توغل ميليشيات إثيوبية واعتدائها على ص: whose men do what the noun before tells, and this too."""
        doc = self.doc
        for p in range(i - 1, max(first + 1, i - 10), -1):
            chunk = self.syntax.at[p]
            if chunk is None or chunk.first != p or chunk.kind != "nisba" or chunk.definite or doc.infos[p - 1].prep:
                continue
            deed = any(r.pos == "masdar" and not r.pronoun for r in doc.infos[p - 2].verbs)
            return chunk if deed and not self._verbal(p - 2) else None
        return None

    def _helped_in(self, p: int, first: int) -> Chunk | None:
        """تؤيد مصر السعودية في حربها: whose doing it is in which somebody is helped."""
        whom = self.syntax.at[p - 1] if p > first else None
        helper = self.syntax.at[whom.first - 1] if whom is not None and whom.first > first else None
        if whom is None or whom.last != p or whom.lead or not whom.actor:
            return None
        k = helper.first - 1 if helper is not None else whom.first - 1
        verbs = self.doc.infos[k].verbs if k >= first and self.syntax.at[k] is None else ()
        return whom if any(r.pos == "verb" and r.lemma in HELPING for r in verbs) else None

    def _headed(self, i: int, first: int, gender: str) -> Chunk | None:
        """وكان الوزير فلان، في زيارته الأولى إلى: whom a clause without a verb begins with."""
        if not any(self.doc.infos[p].word.fold in WAS for p in range(first, min(i, first + 2))):
            return None
        for p in range(first, min(i, first + 4)):
            chunk = self.syntax.at[p]
            if chunk is not None and chunk.first == p:
                return chunk if chunk.kind == "person" and chunk.actor and chunk.gender in (gender, None) else None
        return None

    def _homes(self, subjects: list[Chunk]) -> list[str]:
        """The states whose the persons are: what they say of another is not said of them."""
        isos = [self.cast.person_of[c.actor].iso for c in subjects if c.actor in self.cast.person_of]
        return [self.doc.lex.countries[iso].entity.slug for iso in isos if iso in self.doc.lex.countries]

    def _antecedent(self, i: int, pronoun: str, subjects: list[Chunk]) -> Chunk | None:
        """Whom ـه or ـها means: the latest actor before of that gender who is not the subject."""
        want = GENDERS.get(pronoun)
        if want is None:
            return None
        first = self.doc.sents[self.syntax.sent_of[i]].first
        not_these = {c.actor for c in subjects}
        not_these.update(self._homes(subjects))  # رد بيسكوف بأن بلاده على تواصل مع أنقرة، لكنه اتهمها: not his land
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
            male = False  # whether a man stands nearer, whom إياه rather means
            for p in range(i - 1, first - 1, -1):
                chunk = self.syntax.at[p]
                if chunk is None or chunk.last != p + 1 or chunk.actor in not_these:
                    continue
                male = male or (chunk.kind in ("person", "title") and chunk.gender != "f")
                party = want == "m" and chunk.gender is None and chunk.kind != "country" and not male
                if chunk.kind not in FORCES or not (chunk.gender == want or party):
                    continue
                if chunk.actor:
                    return chunk  # ندد بسياسات روسيا، متهما إياها: a preposition does not matter
        s = self.inside[i]
        if s is None and self.said:
            before = [x for x in self.said if x.cue < i]
            if before and i <= first + 1 and before[-1].speaker in not_these:
                return self._spoken_of(before[-1], i, want)
            if (
                before
                and before[-1].chunk is not None
                and before[-1].chunk.gender == want
                and before[-1].speaker not in not_these
            ):
                return before[-1].chunk
        return None

    def _spoken_of(self, said: Said, i: int, gender: str) -> Chunk | None:
        """قال فلان إن حماس كذا. وطالبها بكذا: of whom the sentence before has him say something."""
        if self.syntax.sent_of[said.cue] < self.syntax.sent_of[i] - 1:
            return None
        chunk = next((c for c in self.syntax.at[said.first : said.first + 3] if c is not None), None)
        fits = chunk is not None and chunk.actor and not chunk.lead and chunk.gender == gender
        return (
            chunk
            if fits and chunk is not None and chunk.actor != said.speaker and self._type(chunk) in AGENTS
            else None
        )
