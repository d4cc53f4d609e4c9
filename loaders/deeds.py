"""Whose a deed is and whom it reaches: in a relative clause, before in the text, as victim, as accused, as receiver."""

from __future__ import annotations

from kg.model import fold
from loaders.doc import Chunk
from loaders.hits import Hits
from loaders.lexicon.frames import Frame
from loaders.lexicon.sets import word_set
from loaders.passives import AGENCY
from loaders.recipients import STANCES
from loaders.text import QUOTES

DEEDS = word_set("relations.deeds")
STRONGLY = frozenset(("بشده", "بقوه", "باشد", "العبارات", "وبشده", "باقوي"))
ACTS_OF = word_set("deeds.acts")
CRIMINAL = word_set("deeds.criminal")
"""What the text calls a deed told before: هذا العمل الإرهابي, الاعتداء الآثم."""
MEASURES = word_set("deeds.measures")
"""What sanctions told right before are called (وصفت طهران الخطوة بأنها)."""
HAPPENED = word_set("deeds.happened")
"""What an attack told before is called, besides its own noun (الحادث, ما جرى)."""
RECALLING = frozenset(("استدعى", "سحب"))
"""Verbs and nouns of calling back an envoy."""
HARMS = word_set("relations.harms")
"""Nouns whose possessor is mostly whom the harm is done to (اغتيال فلان)."""
CHARGES = frozenset(("المسووليه", "مسووليه", "المسيوليه", "مسيوليه"))
NOT_CHARGES = frozenset(("بين", "بعد", "بحسب", "بشان", "بشكل", "بسبب"))
RECEIVING = word_set("relations.receiving")
"""Verbs whose subject is the one that the noun after them is done to."""
WITH = frozenset(("حظي", "لقي"))
"""Those whose noun stands behind ب."""
POST = ("ببرقي", "برسال", "بالتهان", "بتهان")
"""How what comes by post begins, behind the verb for it in Morocco (توصل فلان ببرقية تهنئة من س)."""
UNDER = word_set("deeds.under")
"""Participles of whoever something is done to (مشمول بعقوبات)."""

WRONGS = word_set("relations.wrongs")
"""What is wrong in a country through its state alone."""


AGAINST_OTHERS = word_set("deeds.against_others")
"""Nouns of harm that say with على to whom it is done: their possessor does it (هجمات حركة س)."""
WHEN = frozenset(("بعد", "عقب", "قبل", "قبيل", "منذ", "خلال", "اثر"))
"""What stands before a deed that tells when something was."""
BACKED = ("المدعوم", "مدعوم", "المسنود", "مسنود")
"""Beginnings of participles behind which من قبل names who stands behind the deed, no doer (الهجوم المدعوم من قبل س)."""
USED = 8
"""Tokens of a deed before its doer (الاستخدام المفرط للقوة من قبل س)."""


class Deeds(Hits):
    def _posted(self, i: int, last: int) -> list[Chunk]:
        """استدعت س سفيرها في ص: where the envoy is posted, whose office swallows the name."""
        for p in range(i + 1, min(last, i + 14)):
            c = self.syntax.at[p]
            if c is None and p > i + 7 and ("complement" in self.doc.infos[p].closed or self._verbal(p)):
                return []
            if c is None or c.first != p:
                continue
            posted = self.doc.infos[p - 1].prep in ("في", "من", "لدي") or c.lead == "ب"
            if posted and (state := self._state_of(c)) is not None:
                return [state]  # سفيرتها في برلين
            untold = c.kind == "title" and (not c.actor or self._type(c) == "country")
            if untold or (c.kind == "person" and c.roles and c.roles[0].head == "سفير"):
                there = [state for x in c.inner if (state := self._state_of(x)) is not None]
                if there:
                    return there
        return []

    def _own_envoy(self, frame: Frame, i: int, first: int, last: int) -> bool:
        """استدعت س سفير س في ص: whether the envoy who is called back is named by the state that calls him."""
        if frame.lemma not in RECALLING or frame.type != "SANCTIONED":
            return False
        near = self.syntax.at[i + 1 : min(last, i + 12)]
        envoy = next((c for c in near if c is not None and c.roles and c.roles[0].head == "سفير"), None)
        if envoy is None:
            return False
        states = [state.actor for c in envoy.inner if (state := self._state_of(c)) is not None]
        own = (c for c in self.syntax.at[first : envoy.first] if c is not None and not c.lead and c.kind == "country")
        return len(states) > 1 and any(c.actor == states[0] for c in own)

    def _wronged_in(self, start: int, last: int) -> list[Chunk]:
        """انتقدت س وضع حقوق الإنسان في ص: the state in which wrong is done that only a state does."""
        doc = self.doc
        for p in range(start, min(last, start + 10)):
            if self.syntax.at[p] is not None or doc.texts[p] in "،,.:" or "complement" in doc.infos[p].closed:
                return []
            if doc.infos[p].word.fold in WRONGS:
                break
        else:
            return []
        for q in range(p + 1, min(last - 1, p + 11)):
            if doc.texts[q] in "،,.:؛" or "complement" in doc.infos[q].closed:
                return []
            some = self.syntax.at[q]
            if some is not None and some.kind == "title" and not some.actor and some.inner:
                return [c for c in some.inner if c.kind == "country"][:1]  # اعتقال ناشطين في س
            there = self.syntax.at[q + 1] if doc.infos[q].prep == "في" else None
            if there is not None and there.first == q + 1 and there.kind == "country" and not there.lead:
                return [there]
        return []

    def _state_of(self, c: Chunk) -> Chunk | None:
        """The state that a country or its capital is."""
        if c.kind == "country":
            return c if c.actor else None
        name = c.entities[0].name if c.entities else c.name
        iso = c.metonym or (self.doc.lex.capitals.get(fold(name)) if c.kind == "place" else None)
        return self.cast.as_state(c, iso) if iso else None

    def _suffered(self, c: Chunk) -> bool:
        """ندد باغتيال فلان: the possessor is the victim, unless another object follows (باغتيال إسرائيل فلانا)."""
        doc, k = self.doc, c.first - 1
        office = self.syntax.at[k] if k > 0 else None
        if office is not None and office.kind == "title" and office.last == c.first:
            k = office.first - 1  # اعتقال أمينها العام فلان
        if k > 0 and not doc.infos[k].verbs and not doc.infos[k].closed and self.syntax.at[k] is None:
            k -= 1
        if k > 0 and not c.lead and c.kind == "nisba" and self._victim_noun(c.first - 1):
            return True  # استهداف العاصمة السعودية
        if k < 0 or c.lead or c.kind == "nisba" or not AGAINST_OTHERS.isdisjoint(doc.infos[k].word.rests):
            return False
        if not any(r.pos == "masdar" and r.lemma in HARMS and not r.definite for r in doc.infos[k].verbs):
            return False
        if self._type(c) == "person" or c.last >= doc.n:
            nxt = self.syntax.at[c.last] if c.last < doc.n else None
            return nxt is None or nxt.first != c.last or nxt.lead not in ("", "ل")
        info, nxt = doc.infos[c.last], self.syntax.at[c.last]
        if nxt is not None:
            return nxt.lead not in ("", "ل")
        if any(lead[-1:] == "ب" for lead, _ in info.word.splits[1:]):
            return True  # باستهداف س بالصواريخ
        return not (doc.texts[c.last][0].isalpha() and not info.closed and not doc.dated[c.last]) and info.prep != "علي"

    def _victim_noun(self, k: int) -> bool:
        """Whether the definite noun at k is what a harm before it is done to."""
        doc = self.doc
        plain = doc.infos[k].definite and not doc.infos[k].verbs and self.syntax.at[k] is None
        return plain and any(r.pos == "masdar" and r.lemma in HARMS and not r.definite for r in doc.infos[k - 1].verbs)

    def _author(self, start: int, last: int, i: int) -> list[Chunk]:
        """أدان الهجوم الذي نفذته إيران; أدان الهجوم: who did it, as the relative clause or the text before tells."""
        doc = self.doc
        if start + 1 < last and doc.texts[start] in "،," and doc.infos[start + 1].prep in ("في", "عبر"):
            close = (q for q in range(start + 2, min(last, start + 9)) if doc.texts[q] in "،,")
            start = next(close, start)  # أدانت س، في بيان لها، بأشد العبارات الهجوم
        while start < last and (doc.texts[start] in "،," or doc.texts[start] in QUOTES or doc.dated[start]):
            start += 1
        if start < last and doc.texts[start] in "-–":  # واستنكرت س - في بيان - هذا العمل
            start = next((q for q in range(start + 1, min(last, start + 9)) if doc.texts[q] in "-–"), start) + 1
        while start < last and doc.infos[start].word.fold in STRONGLY:
            start += 1
        if start + 1 < last and doc.infos[start].word.fold in ("هذا", "هذه", "ذلك", "تلك"):
            start += 1  # هذا العمل الإرهابي
        if start >= last:
            return []
        hurt = self.syntax.at[start + 1] if start + 1 < last else None
        if hurt is not None and hurt.first == start + 1 and any(r.lemma in DEEDS for r in doc.infos[start].verbs):
            doers = self._by_whom(self.syntax.coordinated(hurt, last)[-1].last, last)
            if doers:
                return doers  # أدان استهداف السعودية من قبل الحوثيين
        if doers := self._used_by(start, last):
            return doers
        alone = start + 1 >= last or doc.texts[start + 1] in "،,.»”"
        if alone and doc.infos[start].word.fold in MEASURES:
            return self._deed_told(start, i)
        named = any(r.pos == "masdar" and r.lemma in DEEDS and r.definite for r in doc.infos[start].verbs)
        if not named and not (
            start + 1 < last and doc.infos[start].word.fold in ACTS_OF and doc.infos[start + 1].word.fold in CRIMINAL
        ):
            return []
        told = self._relative(start + 1, last)
        if told is not None:
            return told[0]
        while start + 1 < last and doc.infos[start + 1].word.fold in CRIMINAL:
            start += 1
        if start + 1 < last and doc.texts[start + 1] not in "،,.»”":
            return []
        return self._attackers(i)

    def _used_by(self, start: int, last: int) -> list[Chunk]:
        """أدانت س الاستخدام المفرط للقوة من قبل ص: who does what plain words from `start` on tell."""
        doc = self.doc
        for q in range(start, min(last - 2, start + USED)):
            info = doc.infos[q]
            if q > start and AGENCY.get(info.word.fold, frozenset()) & {doc.infos[q + 1].word.fold}:
                return [] if doc.infos[q - 1].word.fold.startswith(BACKED) else self._by_whom(q, last)
            plain = self.syntax.at[q] is None and not info.closed - {"modifier"} and doc.texts[q][0].isalpha()
            if not plain or (info.prep not in ("", None, "ل") and q > start) or self._verbal(q):
                return []
        return []

    def _deed_told(self, p: int, i: int) -> list[Chunk]:
        """وصف الهجوم بأنه, رفضت القرار: who did what the bare definite noun at p means, told before i."""
        if not self.doc.infos[p].definite or self.syntax.at[p] is not None:
            return []
        if self.doc.infos[p].word.fold in MEASURES:
            return self._attackers(i, "SANCTIONED", 1)
        strike = any(r.pos == "masdar" and r.lemma in DEEDS and r.definite for r in self.doc.infos[p].verbs)
        return self._attackers(i) if strike or self.doc.infos[p].word.fold in HAPPENED else []

    def _claiming(self, i: int, first: int, last: int) -> list[Chunk]:
        """أعلن س مسؤوليته عن تفجير ص: who says that the deed is his."""
        told = [info.word.fold for info in self.doc.infos[max(first, i - 2) : i]]
        if len(told) < 2 or told[1] != "عن" or not told[0].startswith(("مسووليت", "المسووليه", "مسيوليت", "المسيوليه")):
            return []
        return [c for c in self._main(i - 2, first, i) if self._type(c) in ("militia", "organization", "country")]

    def _deed_meant(self, i: int, pronoun: str) -> list[Chunk] | None:
        """شن س هجوما …، وهو الاعتداء الذي أدانته ص; كما نددت به ص: the pronoun means the deed, and so who did it. None
        where no deed stands before."""
        doc, want = self.doc, {"3ms": False, "3fs": True}.get(pronoun)
        if want is None:
            return None
        first = doc.sents[self.syntax.sent_of[i]].first
        for p in range(i - 1, max(first, i - 30) - 1, -1):
            if self.syntax.at[p] is None and any(r.pos == "masdar" and r.lemma in DEEDS for r in doc.infos[p].verbs):
                woman = doc.infos[p].word.fold.endswith(("ه", "ات")) or doc.infos[p].word.fold.startswith("عملي")
                return self._attackers(i) if woman == want else None
        return None

    def _attackers(self, i: int, type: str = "ATTACKED", reach: int = 3) -> list[Chunk]:
        """Who attacked (or did another deed) in the sentences right before, if it was one."""
        here = self.syntax.sent_of[i]
        before = [
            x
            for x in self.out
            if x.type == type
            and x.status == "asserted"
            and x.trigger < i
            and here - self.syntax.sent_of[x.trigger] <= reach
        ]
        doers = {str(x.subject) for x in before}
        return self._last_named(doers, i) if len(doers) == 1 else []

    def _last_named(self, actors: set[str], i: int) -> list[Chunk]:
        """Where one of the actors is named last before i."""
        found = next((c for c in reversed(self.cast.chunks) if c.last <= i and c.actor in actors), None)
        return [found] if found is not None else []

    def _aimed(self, i: int, end: int) -> bool:
        """باتهام واشنطن بالتجسس, بتحميل حماس مسؤولية: one accusation, and of what: the possessor is the accused."""
        doc = self.doc
        if end >= doc.n or any(r.pos == "masdar" and r.person.startswith("p") for r in doc.infos[i].verbs):
            return False
        form = doc.infos[end].word.fold
        return form in CHARGES or (form.startswith("ب") and doc.texts[end][0].isalpha() and form not in NOT_CHARGES)

    def _received(self, i: int, first: int, last: int) -> list[Chunk] | None:
        """تلقى س برقية تهنئة من ص, تعرضت س لقصف إيراني, تحظى س بدعم ص: whom the act reaches."""
        doc = self.doc
        if i > first and doc.infos[i - 1].word.fold in WHEN:
            return None  # ما يواجه س بعد ضربات ص: when
        for p in range(i - 1, max(first, i - 16) - 1, -1):
            info = doc.infos[p]
            if "complement" in info.closed or doc.texts[p] in ":؛":
                return None
            if info.word.fold in UNDER:
                return self._right_before(p, first)
            if self.syntax.at[p] is not None or not info.verbs or info.closed:
                continue
            r = next((r for r in info.verbs if r.pos == "verb"), None)
            if r is None or not self._verbal(p):
                continue
            by_post = r.lemma == "توصل" and doc.infos[i - 1].word.fold.startswith(POST)
            if r.lemma not in RECEIVING and not by_post and "relative" in doc.infos[p - 1].closed:
                continue  # تعرضت القاعدة التي تضم … لقصف
            if r.lemma not in RECEIVING and not by_post:
                return None
            through = any(x.prep == "ب" for x in doc.infos[i].verbs if x.pos == "masdar")
            if r.lemma not in WITH and through and not (i + 1 < doc.n and doc.infos[i + 1].word.fold == "من"):
                return None  # تواجه س اتهامات بدعم ص: not she has the support
            chunk = self.syntax.at[p + 1]
            if chunk is not None and chunk.first == p + 1 and not chunk.lead and chunk.last <= i:
                return self.syntax.coordinated(chunk, i)
            args = self.syntax.subject(p, r, i)
            whose = None if args.chunks else self.syntax.possessor(p + 1, i)
            stance = self.doc.infos[p + 1].word.fold.removeprefix("ال") in STANCES and not args.chunks
            theirs = self.syntax.behind(p + 1, i) if stance and whose is None else []  # حظي موقف س بتأييد ص
            alone = r.person in ("3ms", "3fs") and not (args.chunks or args.other or theirs or whose)
            if alone and "complement" in doc.infos[p - 1].closed:
                whose = self._carried(p, r, first)  # دخلت س في حرب، إلا أنها تلقت رفضا من ص
            return args.chunks or theirs or ([whose] if whose is not None else None)  # تعرضت مقرات س لقصف
        return None
