"""Where forces stand: القوات س في ص, مواقع س في ص, ص الخاضعة لسيطرة س, سحب القوات س من ص."""

from __future__ import annotations

from itertools import pairwise

from loaders.belongings import Belongings
from loaders.constructions import DEEDS
from loaders.doc import Chunk
from loaders.hits import INSIDE
from loaders.kinds import FORCES, WHERE
from loaders.lexicon.sets import word_set
from loaders.phrases import NUMBERS
from loaders.sites import NEGATIONS
from loaders.text import QUOTES

SEATS_OF_FORCE = word_set("relations.seats_of_force")
"""Nouns of forces and their seats: whoever owns them in a place stands there."""
PRESENT = word_set("relations.present")
LEAVING = word_set("relations.leaving")
BY = frozenset(("برصاص", "بنيران", "رصاص", "نيران", "قبل", "يد", "ايدي", "بقصف"))
HOSTING = frozenset(("استضاف", "احتضن"))
COUNTED = frozenset(("جندي", "جنديا", "عسكري", "عسكريا", "مقاتل", "مقاتلا"))
RULED = "frame:deployed_in:rule"
RULE = frozenset(("سيطره", "لسيطره", "نفوذ", "لنفوذ"))
_OPENERS = frozenset(lead + w + end for w in SEATS_OF_FORCE for lead in ("", "و", "ب", "ل") for end in ("", "ا"))
_OPENERS |= RULE | LEAVING
OWN_FORCES = word_set("relations.own_forces")
THEIRS = frozenset(lead + w for w in OWN_FORCES | word_set("stations.ours") for lead in ("", "و", "ل"))
SENT = frozenset(("نشر", "أرسل", "سحب", "نقل"))
"""Nouns whose own frames tell where the forces behind them are."""


ALLOWING = word_set("stations.allowing")
"""Forms of allowing, which somebody says that he will not do."""
COMING = frozenset(("انتشر", "تمركز", "دخل", "وصل", "نشر", "توغل"))
ASKING = frozenset(("DEMANDED_WITHDRAWAL", "URGED"))
HAS_NONE = NEGATIONS | {"ليس", "ليست"}
"""ليس لدى س جنود في ص."""


class Stations(Belongings):
    """Adds where forces stand."""

    def _stations(self) -> None:
        doc = self.doc
        for chunk in self.cast.chunks:
            self._stationed(chunk)
        for i in doc.spots(_OPENERS):
            form = doc.infos[i].word.fold
            if self.syntax.at[i] is not None:
                continue
            if self._seat(form):
                self._owned_seat(i)
            elif form in RULE:
                self._under_rule(i)
            elif form in LEAVING:
                self._leaving(i)
        for i in doc.spots(THEIRS):
            self._their_own(i)

    @staticmethod
    def _seat(form: str) -> bool:
        bare = form[1:] if form[:1] in ("و", "ب", "ل") and form not in SEATS_OF_FORCE else form
        return bare in SEATS_OF_FORCE or (bare.endswith("ا") and bare[:-1] in SEATS_OF_FORCE)

    def _stationed(self, chunk: Chunk) -> None:
        """القوات الأميركية في العراق, مقاتلو حزب الله في سوريا: forces in a place that is not their own state's."""
        doc = self.doc
        group = chunk.by.startswith("group+") and self._seat(doc.infos[chunk.first].word.fold)
        if not group and (
            chunk.by not in ("state:head", "lexicon")
            or not (self._seat(chunk.head.removeprefix("ال")) or self._so_many(chunk))
            or chunk.kind not in ("country", "militia")
        ):
            return
        own = chunk.by == "lexicon" and chunk.kind == "militia"  # قوات الدعم السريع في …: where it fights
        before = doc.infos[chunk.first - 1] if chunk.first else None
        if before is not None and (before.word.fold in BY or any(r.lemma in DEEDS for r in before.verbs)):
            return  # برصاص الجيش في …: where it was done
        if self._in_talks(chunk) or self._not_allowed(chunk.first - 1):
            return
        near = [doc.infos[q].word.fold for q in range(max(0, chunk.first - 3), chunk.first)]
        status = "denied" if any(w in NEGATIONS or w in ("ليس", "ليست") for w in near) else "asserted"
        for where in self._where(chunk.last, doc.sents[self.syntax.sent_of[chunk.first]].last):
            if own and self.cast.iso_of.get(where.actor or "") in (self.cast.iso_of.get(chunk.actor or ""), None):
                continue
            if not self._gainsaid(chunk, where):
                self._stands(chunk, where, status, chunk.first, "frame:deployed_in:forces")

    def _so_many(self, chunk: Chunk) -> bool:
        """نحو 900 جندي أمريكي في س: one noun of a soldier with a number before it."""
        before = self.doc.infos[chunk.first - 1] if chunk.first else None
        counted = before is not None and (bool(before.number) or before.word.fold in NUMBERS)
        return counted and chunk.head in COUNTED

    def _not_allowed(self, i: int) -> bool:
        """لن تسمح س بانتشار قوات ص: whether the noun of coming at i is what somebody says that he will not allow."""
        if i < 1 or not any(r.pos == "masdar" and r.prep == "ب" and r.lemma in COMING for r in self.doc.infos[i].verbs):
            return False
        words = [
            info.word.fold for info in self.doc.infos[max(self.doc.sents[self.syntax.sent_of[i]].first, i - 7) : i]
        ]
        return any(w in ALLOWING and before in NEGATIONS for before, w in pairwise(words))

    def _in_talks(self, chunk: Chunk) -> bool:
        """محادثات بين حكومة س وقوات ص في جنيف: where they talk."""
        here = self.doc.sents[self.syntax.sent_of[chunk.first]].first
        talks = (x for x in self.out if x.type in ("MET", "AGREED_WITH") and here <= x.trigger < chunk.first)
        pairs = (x for x in talks if any(w.word.fold == "بين" for w in self.doc.infos[x.trigger : chunk.first]))
        return any(chunk.actor in (x.subject, x.object) for x in pairs)

    def _owned_seat(self, i: int) -> None:
        """مواقع لحركة حماس في غزة, قواعد حزب العمال في قنديل: who owns a position stands there."""
        sent = self.doc.sents[self.syntax.sent_of[i]]
        owner = self.syntax.possessor(i, sent.last) or self._having_one(i, sent.first)
        if owner is None or self._type(owner) not in FORCES:
            return
        if self._type(owner) == "organization" and self.doc.infos[i].word.fold.endswith(("موقع", "معقل", "معاقل")):
            return  # موقع الوزارة: where it is found, in the web too; معقل الحزب: its voters
        owners = self.syntax.coordinated(owner, sent.last)
        if owner.last <= i:
            owners, p = [owner], i + 1
            while (
                p < sent.last and self.syntax.at[p] is None and self.doc.infos[p].word.fold.endswith(("يه", "ري", "وي"))
            ):
                p += 1
        else:
            p = owners[-1].last
        seat = self.doc.infos[i].word.fold
        within = p < sent.last and (self.doc.infos[p].prep == "في" or self.syntax.at[p] is not None)
        if seat.endswith(("معقل", "معاقل")) and not within:
            return  # معقل الحركة قرب س: not in it
        host = self._base_host(i, sent.first) if owner.kind == "nisba" else None
        for where in self._where(p, sent.last) or ([host] if host is not None else []):
            for one in owners:
                self._stands(one, where, "asserted", i, "frame:deployed_in:seat")

    def _under_rule(self, i: int) -> None:
        """إدلب الخاضعة لسيطرة س, المنطقة الواقعة تحت سيطرة س: the place before."""
        doc = self.doc
        if not doc.infos[i].word.fold.startswith("ل") and (i == 0 or doc.infos[i - 1].word.fold != "تحت"):
            return
        sent = doc.sents[self.syntax.sent_of[i]]
        q = i + 2 if i + 2 < sent.last and doc.texts[i + 1] in QUOTES else i + 1  # لسيطرة «س»
        owner = self.syntax.at[q] if q < sent.last else None
        if owner is None or owner.first != q or owner.lead:
            return
        k = i - 1
        while k >= sent.first and k > i - 6 and self.syntax.at[k] is None:
            word = doc.infos[k].word.fold
            if not (word in PRESENT or word in ("تحت", "حاليا", "الان", "لا", "تزال") or doc.texts[k] in "،,"):
                return
            k -= 1
        where = self.syntax.at[k] if k >= sent.first else None
        if where is not None and where.last == k + 1 and where.kind == "nisba" and where.first > sent.first:
            where = self.syntax.at[where.first - 1]  # مدينة س السورية الخاضعة لسيطرة ص
            k = where.last - 1 if where is not None else k
        if where is not None and where.last == k + 1 and self._type(where) == "place":
            for one in self.syntax.coordinated(owner, sent.last):
                self._stands(one, where, "asserted", i, RULED)

    def _their_own(self, i: int) -> None:
        """أكدت تركيا أن قواتها في ليبيا, عززت فرنسا قواتها في تشاد: whose forces the pronoun tells, and where."""
        doc = self.doc
        sent = doc.sents[self.syntax.sent_of[i]]
        before = [doc.infos[q].word.fold for q in range(max(sent.first, i - 5), i)]
        sending = (
            any(r.pos == "masdar" and r.lemma in SENT for r in doc.infos[i - 1].verbs) if i > sent.first else False
        )
        if sending or any(w in NEGATIONS or w in ("عدم", "نفي", "نفت", "ينفي", "تنفي") for w in before):
            return
        places = self._where(i + 1, sent.last)
        who = self._whose_forces(i, sent.first, sent.last) if places else None
        for where in places if who is not None else ():
            if who is not None:
                self._stands(who, where, "asserted", i, "frame:deployed_in:own")

    def _whose_forces(self, i: int, first: int, last: int) -> Chunk | None:
        """The body or state that the pronoun on forces means; of a person his state."""
        form = self.doc.infos[i].word.fold
        prior = self.syntax.at[i - 1] if i > first else None
        here = self.syntax.at[i]
        around = self.inside[i]
        who: Chunk | None
        if here is not None:
            who = here
        elif form.endswith("نا"):
            who = around.chunk if around is not None else None
        elif prior is not None and prior.last == i and prior.gender in ("f" if form.endswith("ها") else "m", None):
            who = prior  # عززت فرنسا قواتها
        elif form.startswith("و") and form not in OWN_FORCES:
            who = None
        else:
            who = self._owner(i, "3fs" if form.endswith("ها") else "3ms", first, last)
        if who is None or not who.actor or who.lead.endswith(("ب", "ل", "ك")):
            return None
        if self._type(who) == "person":
            slug = self._acts_for(who.actor)
            state = next((c for c in self.cast.chunks if slug and c.actor == slug), None)
            return state
        return who

    def _leaving(self, i: int) -> None:
        """سحب القوات الأميركية من سوريا, انسحاب قواتها من ص: whoever is to leave stands there still."""
        doc = self.doc
        sent = doc.sents[self.syntax.sent_of[i]]
        p, owners = i + 1, list[Chunk]()
        chunk = self.syntax.at[p] if p < sent.last else None
        if chunk is not None and chunk.first == p and chunk.lead in ("", "ل"):
            forces = chunk.by in ("state:head", "again") or chunk.by.startswith("group+") or chunk.kind == "militia"
            if not forces or self._type(chunk) not in FORCES:
                return
            owners = self.syntax.coordinated(chunk, sent.last)
            p = owners[-1].last
            if p < sent.last and self.syntax.at[p] is not None:
                return  # إخراج الجيش المقاتلين من البلدة: who drives out
        elif p < sent.last and doc.infos[p].word.fold in OWN_FORCES:
            owners = [c for c in self._main(i, sent.first, sent.last) if c.last <= i]
            p += 1
        if not owners:
            return
        while p < sent.last and self.syntax.at[p] is None and doc.infos[p].word.fold in PRESENT:
            p += 1
        asked = {x.subject for x in self.out if x.type in ASKING and sent.first <= x.trigger < i}
        owners = [c for c in owners if c.last > i or c.actor not in asked]  # طالبت س ص بسحب قواتها: not hers
        for where in self.syntax.with_prep(p, min(sent.last, p + 5), frozenset(("من", "عن")), 5):
            for one in owners:
                self._stands(one, where, "asserted", i, "frame:deployed_in:leaving")

    def _where(self, p: int, last: int) -> list[Chunk]:
        """The place right behind forces: في س, المنتشرة في س, بس."""
        doc, syntax = self.doc, self.syntax
        while p < last and syntax.at[p] is None and doc.infos[p].word.fold in PRESENT:
            p += 1
        if p >= last:
            return []
        chunk = syntax.at[p]
        if chunk is not None:
            return [chunk] if chunk.first == p and chunk.lead == "ب" and self._type(chunk) == "place" else []
        if doc.infos[p].prep not in INSIDE or doc.infos[p].word.fold.startswith("و"):
            return []
        return [c for c in syntax.with_prep(p, min(last, p + 4), INSIDE, 4) if self._type(c) in WHERE]

    def _stands(self, who: Chunk, where: Chunk, status: str, i: int, by: str) -> None:
        if self._type(where) not in WHERE or not where.actor or self._type(who) not in FORCES or not who.actor:
            return
        if who.actor in self.cast.weak:
            return  # الشرطة, المعارضة: nobody in particular
        at, own = self.cast.iso_of.get(where.actor), self.cast.iso_of.get(who.actor)
        if self._type(who) == "country" and (not at or (at == own and by != RULED)):
            return
        self._emit(who, "DEPLOYED_IN", where, status, i, by, 0.7, WHERE)

    def _gainsaid(self, forces: Chunk, where: Chunk) -> bool:
        """نفت بغداد وجود قوات أمريكية في أربيل: whether the same sentence says that they are not there."""
        sent = self.syntax.sent_of[forces.first]
        return any(
            x.type == "DEPLOYED_IN"
            and x.status == "denied"
            and (x.subject, x.object) == (forces.actor, where.actor)
            and self.syntax.sent_of[x.trigger] == sent
            for x in self.out
        )

    def _having_one(self, i: int, first: int) -> Chunk | None:
        """لدى روسيا قاعدة بحرية في س, للولايات المتحدة قواعد في ص: who has the base at i."""
        owner = self.syntax.at[i - 1] if i > first else None
        if owner is None or owner.last != i or owner.kind == "nisba":
            return None
        opens = owner.lead in ("ل", "ول") and owner.first - first <= 1
        has = owner.first > first and self.doc.infos[owner.first - 1].prep == "لدي" and not owner.lead
        k = owner.first - 1 - has
        denied = k >= first and self.doc.infos[k].word.fold in HAS_NONE
        return owner if (opens or has) and not denied else None

    def _base_host(self, i: int, first: int) -> Chunk | None:
        """تستضيف قطر [أكبر ]قاعدة أمريكية: the land that hosts the base at i."""
        for p in range(i - 1, max(first, i - 6) - 1, -1):
            reading = next((r for r in self.doc.infos[p].verbs if r.lemma in HOSTING and r.pos == "verb"), None)
            if reading is not None and self.syntax.at[p] is None and self._verbal(p):
                found = self.syntax.subject(p, reading, i).chunks
                return found[0] if len(found) == 1 and found[0].kind == "country" else None
        return None
