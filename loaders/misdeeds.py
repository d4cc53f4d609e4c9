"""Whose misdeeds one speaks of: انتهاكات النظام يجب أن تتوقف, سلوك إيران العدواني, من المؤسف أن تنسحب س."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from loaders.charges import CHARGING, DENIALS, Charges
from loaders.doc import Chunk
from loaders.lexicon.charges import Charge, owned
from loaders.lexicon.sets import word_set
from loaders.phrases import AGENTS
from loaders.sites import NEGATIONS
from loaders.sources import OUTLETS
from loaders.text import QUOTES

BLAMING = CHARGING - {"criticize", "announce"}
"""Acts whose content can blame: whom a criticism is aimed at, its verb tells; what is announced is mostly news."""
REPORTED = word_set("misdeeds.reported")
"""Words behind which a misdeed is another's word or is denied (مزاعم بتدخلات س, عدم تورط س)."""

ROUSING = word_set("misdeeds.rousing")
ANGER = word_set("misdeeds.anger")
WELCOME = frozenset(("رحب", "أشاد"))
REFUSAL = frozenset(("رفض",))
"""قوبل مقترح س برفض من ص."""
UNTOLD = frozenset(("قد", "وقد", "ان", "ربما", "سوف", "هل", "لا"))
"""Words before a verb of what may be or is to come."""
OBJECTS = frozenset(("person", "country", "militia", "organization"))
REGRETTED = word_set("misdeeds.regretted")
NOT_SO = word_set("misdeeds.not_so")
PROOFS = word_set("misdeeds.proofs")
PROVING = frozenset(("تثبت", "يثبت", "تدين", "تكشف", "تظهر"))
"""Forms of verbs by which proofs prove (أدلة تثبت تورط س)."""
_NONE: frozenset[str] = frozenset()
REGRET = Charge("CRITICIZED", "of", "regretted", _NONE, _NONE, _NONE, 0.7)
PROOF = Charge("ACCUSED", "of", "proven", _NONE, _NONE, _NONE, 0.7)


@lru_cache(maxsize=1)
def _spelt() -> dict[str, tuple[Charge, ...]]:
    """Charges of nouns and adjectives by every spelling with clitics."""
    out: dict[str, tuple[Charge, ...]] = {}
    for word, found in owned().items():
        for lead in ("", "و", "ف"):
            for prep in ("", "ب", "ل", "ك"):
                for form in (word, "ال" + word):
                    joined = "لل" + word if prep == "ل" and form != word else prep + form
                    out.setdefault(lead + joined, found)
    return out


class Misdeeds(Charges):
    """Adds whom a speaker blames by the noun or adjective that he tells another's doing by."""

    def _misdeeds(self) -> None:
        self._angered()
        self._regretted()
        self._proven()
        spelt = _spelt()
        spots = self.doc.spots(spelt)
        for s in self.said if spots else ():
            if s.act not in BLAMING or self.cast.types.get(s.speaker) is None:
                continue
            entity = self.cast.entity_of.get(s.speaker)
            if (entity is not None and entity.outlet) or (s.chunk is not None and s.chunk.head in OUTLETS):
                continue
            for i in spots[bisect_left(spots, s.first) : bisect_left(spots, s.last)]:
                if self.inside[i] is not s or self._unsure(i, s.first):
                    continue
                for charge in spelt[self.doc.infos[i].word.fold]:
                    if not self._fits(charge, i):
                        continue
                    whose = self._doer_of(i, s.last) if charge.form == "of" else self._described_so(i, s.first)
                    told = {(str(p.subject), str(p.object)) for p in self.out if p.speech and s.cue <= p.trigger < i}
                    whose = [c for c in whose if (s.speaker, c.actor) not in told]  # رفضها للتدخلات الإيرانية
                    if whose and self._charged(charge, s, whose, i):
                        break

    def _regretted(self) -> None:
        """قال إن من المؤسف أن تنسحب س, من غير المقبول أن تفرض ص: who is blamed for what he does."""
        doc = self.doc
        for i in self.doc.spots(("ان",)):
            s = self.inside[i]
            k = i - 1
            while k > 1 and doc.texts[k] in QUOTES:
                k -= 1
            if s is None or s.act not in CHARGING or k <= 1 or i + 2 >= s.last:
                continue
            form, before = doc.infos[k].word.fold.removeprefix("ال"), self._before(k)
            if not ((form in REGRETTED and before == "من") or (form in NOT_SO and before == "غير")):
                continue
            chunk = self.syntax.at[i + 2]
            his = doc.infos[i + 1].word.fold.startswith(("ت", "ي")) and self.syntax.at[i + 1] is None
            if his and chunk is not None and chunk.first == i + 2 and not chunk.lead and chunk.kind != "nisba":
                self._charged(REGRET, s, self.syntax.coordinated(chunk, s.last), i)

    def _proven(self) -> None:
        """قال إن لديه أدلة على قيام س بكذا: what one has proofs of one accuses of."""
        doc = self.doc
        for j in self.doc.spots(PROOFS):
            s = self.inside[j]
            i = next((p for p in range(j + 1, min(doc.n - 1, j + 6)) if self._proves(p)), doc.n) + 1
            if s is None or s.act not in CHARGING or i >= s.last or self._unsure(i, j + 1):
                continue
            ahead = [info.word.fold for info in doc.infos[max(s.first, j - 4) : j]]
            if not REPORTED.isdisjoint(ahead) or not NEGATIONS.isdisjoint(ahead) or not DENIALS.isdisjoint(ahead):
                continue  # لا توجد أدلة على
            noun = doc.infos[i].word.fold in _spelt() or "masdar" in doc.infos[i].kinds
            if noun and not doc.infos[i].definite and s.cue < j:
                whose = [c for c in self._doer_of(i, s.last) if not self._suffered(c)]
                self._charged(PROOF, s, whose, i)

    def _proves(self, p: int) -> bool:
        """أدلة على, شكوك قوية تشير إلى, معلومات تؤكد: the word behind which it stands what is proven."""
        info = self.doc.infos[p]
        points = info.prep == "الي" and "أشار" in self.doc.infos[p - 1].lemmas
        proven = "أكد" in info.lemmas or info.word.fold in PROVING
        return info.prep == "علي" or points or (proven and self.syntax.at[p] is None)

    def _angered(self) -> None:
        """أثارت تصريحات س غضب ص, القرار الأمريكي الذي أثار انتقادات من ص: who is angered, and by whose doing."""
        doc, syntax = self.doc, self.syntax
        for i in doc.spots(ROUSING):
            sent = doc.sents[syntax.sent_of[i]]
            before = doc.infos[i - 1].word.fold if i > sent.first else ""
            if syntax.at[i] is not None or "آ" in doc.texts[i] or before in UNTOLD or before in NEGATIONS:
                continue  # آثار الحرب
            last = min(sent.last, i + 12)
            met = doc.infos[i].word.fold.removeprefix("و").startswith(("قوبل", "لقي", "لاق"))
            moods = ANGER | WELCOME | REFUSAL if met else ANGER | WELCOME
            q = next((q for q in range(i + 1, last) if not moods.isdisjoint(doc.infos[q].lemmas)), None)
            if q is None or any(doc.texts[p] in "،,.؛:" for p in range(i, q)):
                continue
            which = before in ("الذي", "التي")
            doers = self._said_of_thing(i - 2, sent.first) if which else syntax.behind(i + 1, q)
            angry = self._doer_of(q, last) or syntax.with_prep(q + 1, last, frozenset(("من",)), 3)
            type = "CRITICIZED" if not ANGER.isdisjoint(doc.infos[q].lemmas) else "PRAISED"
            type = "REJECTED" if not REFUSAL.isdisjoint(doc.infos[q].lemmas) else type
            for s in angry:
                for o in doers:
                    if self._type(s) in AGENTS and o.last <= q and not self._suffered(o):
                        self._emit(s, type, o, "asserted", i, f"frame:{type.lower()}:angered", 0.65, OBJECTS)

    def _said_of_thing(self, k: int, first: int) -> list[Chunk]:
        """القرار الأمريكي الذي, تصريحات ماكرون التي: whose the noun is that a relative clause describes."""
        chunk = self.syntax.at[k] if k > first else None
        if chunk is None or chunk.last != k + 1 or chunk.lead or chunk.first <= first:
            return []
        noun = self.doc.infos[chunk.first - 1]
        plain = self.syntax.at[chunk.first - 1] is None and not noun.closed and not noun.prep
        return [chunk] if plain and noun.definite == (chunk.kind == "nisba") else []

    def _unsure(self, i: int, first: int) -> bool:
        """Whether the noun at i is denied, or told as what others say."""
        forms = [info.word.fold for info in self.doc.infos[max(first, i - 3) : i]]
        return bool(forms) and (
            forms[-1] in NEGATIONS or forms[-1] in DENIALS or any(f.removeprefix("ال") in REPORTED for f in forms)
        )

    def _doer_of(self, i: int, last: int) -> list[Chunk]:
        """Whose the misdeed at i is: انتهاكات س, التدخلات الإيرانية, الجرائم التي ترتكبها س."""
        doc, syntax, p = self.doc, self.syntax, i + 1
        if syntax.at[i] is not None or p >= last:
            return []
        definite = doc.infos[i].definite
        if doc.texts[p] in QUOTES and p + 1 < last:
            p += 1
        done = syntax.relative_doer(p, last)
        if done:
            return done
        chunk = syntax.at[p]
        if chunk is None and definite and doc.infos[p].definite and p + 1 < last:
            chunk, p = syntax.at[p + 1], p + 1  # التدخلات السافرة الإيرانية
            if chunk is None or chunk.kind != "nisba":
                return []
        if chunk is None:
            return [] if definite else syntax.owner_of(p, last, doc.infos[p].word.fold)
        if chunk.first != p or chunk.lead:
            return []
        if chunk.kind == "nisba":
            return [chunk] if definite == chunk.definite or not definite else []
        return syntax.coordinated(chunk, last) if not definite and self._type(chunk) in AGENTS else []

    def _described_so(self, i: int, first: int) -> list[Chunk]:
        """Whose the noun is that the adjective at i describes: سلوك إيران العدواني, القرار الأمريكي الجائر."""
        doc, syntax, k = self.doc, self.syntax, i - 1
        if k > first and doc.texts[k] in QUOTES:
            k -= 1
        chunk = syntax.at[k] if k > first else None
        if chunk is None or chunk.last != k + 1 or chunk.lead or not doc.infos[i].definite:
            return []
        noun = doc.infos[chunk.first - 1]
        named = chunk.first > first and syntax.at[chunk.first - 1] is None and doc.texts[chunk.first - 1][0].isalpha()
        if not named or noun.closed or noun.prep or doc.dated[chunk.first - 1] or noun.word.fold in _spelt():
            return []
        if chunk.kind == "nisba":
            return [chunk] if noun.definite and chunk.definite else []
        return [chunk] if not noun.definite and self._type(chunk) in AGENTS else []
