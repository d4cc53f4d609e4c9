"""Agreements told by what they are to their parties: signed between two, who is a party, surety for it, or joined."""

from __future__ import annotations

from dataclasses import replace

from loaders.doc import Chunk
from loaders.lexicon.sets import word_set
from loaders.parties import Parties
from loaders.phrases import AGENTS
from loaders.spans import listed_at
from loaders.standing import NOUN

MADE = frozenset(("وقع", "أبرم"))
"""Verbs whose passive looks as they do (أُبرم اتفاق بين س وص)."""
DEALS = word_set("pacts.deals")
PARTY = frozenset(("طرف", "طرفا", "طرفان", "طرفين", "اطراف", "اطرافا"))
AS = frozenset(("بوصفها", "بوصفه", "باعتبارها", "باعتباره", "كونها", "كونه", "بصفتها", "بصفته"))
BEING = word_set("pacts.being")
"""What may stand between an actor and what he is."""
NOT_BEING = frozenset(("ليس", "ليست", "ليسا", "ليسوا", "لم", "غير", "لا", "لن"))
SURETIES = word_set("pacts.sureties")
"""Who stands surety for an agreement, or has signed it (الدول الضامنة لمسار س)."""
SIDES = word_set("pacts.sides")
UNITING = frozenset(("جمع", "ضم", "ربط"))
"""Verbs whose subject is an agreement and whose objects are its parties (التي تجمع س وص)."""
JOINING = frozenset(("frame:party_to:وقع:verb", "frame:party_to:أبرم:verb"))
AGREEING = ("frame:agreed_with:وقع:verb", "frame:agreed_with:أبرم:verb")
POWERS = word_set("pacts.powers")
"""Groups of states, before those that make them up (والدول الخمس، وهي س وص)."""
BESIDES = frozenset(("بالاضافه", "اضافه"))
FAR = 16
NAMING = frozenset(("هي", "هم", "وهي", "وهم", "اي", ":", "("))
LINKS = frozenset(("هي", "هم", "وهي", "وهم", "اي", "وهما", "هما", "،", ",", ":", "("))


class Pacts(Parties):
    """Adds parties of agreements."""

    def _pacts(self) -> None:
        for i in self.doc.verbal:
            if self.syntax.at[i] is None and not MADE.isdisjoint(self.doc.infos[i].lemmas):
                self._made_between(i)
        for i in self.doc.spots(PARTY):
            self._party_in(i)
        for i in self.doc.spots(SURETIES):
            self._sureties(i)
        for chunk in self.cast.chunks:
            if chunk.kind == "agreement" and self._type(chunk) == "agreement":
                self._uniting(chunk)
                self._named_between(chunk)
                self._deal_of_two(chunk)
            if chunk.kind in ("agreement", "backref") and chunk.actor and self._type(chunk) == "agreement":
                self._among_powers(chunk)
        self._partners()

    def _partners(self) -> None:
        """وقع س مع ص معاهدة ع: he with whom one signs is a party, too."""
        signed = {(x.trigger, x.subject, x.object): x for x in self.out if x.by in JOINING}
        agreed = [x for x in self.out if x.by.startswith(AGREEING)]
        for (trigger, subject, deal), x in signed.items():
            others = [y.object for y in agreed if (y.trigger, y.subject) == (trigger, subject)]
            self.out += [replace(x, subject=o) for o in others if (trigger, o, deal) not in signed]

    def _among_powers(self, chunk: Chunk) -> None:
        """الاتفاق بين س والدول الخمس (ص وع وف)، بالإضافة إلى ق: those who are named of the group that is a party."""
        doc, last = self.doc, self.doc.sents[self.syntax.sent_of[chunk.first]].last
        near = range(chunk.last, min(last, chunk.last + FAR))
        p = next((p for p in near if doc.infos[p].word.fold in POWERS), 0)
        if not p or not any(doc.infos[q].word.fold in ("بين", "مع", "اطار") for q in range(chunk.last, p + 1)):
            return
        for q in range(p + 1, min(last, p + FAR)):
            one = self.syntax.at[q + 1] if q + 1 < last else None
            if doc.texts[q] in ".؛" or self._finite(q):
                return
            if {doc.texts[q], doc.infos[q].word.fold} & NAMING and one is not None and one.first == q + 1:
                break
        else:
            return
        row = self.syntax.coordinated(one, last) if one is not None and one.kind == "country" and not one.lead else []
        if len(row) < 3 or self._still_open(chunk):
            return
        end = row[-1].last
        besides = next((r for r in range(end, min(last, end + 5)) if doc.infos[r].word.fold in BESIDES), 0)
        row += self.syntax.with_prep(besides + 1, last, frozenset(("إلى", "الي")), 3)[:1] if besides else []
        for c in row:
            if c.kind == "country":
                self._joins_it(c, "asserted", chunk, self._concluded_at(chunk), "frame:party_to:among")

    def _deal_of_two(self, chunk: Chunk) -> None:
        """اتفاق س وص على كذا: those whose it is, the first of whom looks like its name."""
        sent = self.doc.sents[self.syntax.sent_of[chunk.first]]
        other = self.syntax.at[chunk.last] if chunk.last < sent.last else None
        one = self._state_at(chunk.first + 1, chunk) if chunk.last == chunk.first + 2 else None
        if one is None or other is None or other.first != chunk.last or other.lead != "و" or chunk.head != "اتفاق":
            return
        status = self._status(chunk.first, NOUN, sent.first)[1]
        if status is not None and self._type(other) in ("country", "militia", "organization"):
            by = "frame:agreed_with:of_two"
            self._emit(one, "AGREED_WITH", other, status, chunk.first, by, 0.7, frozenset(AGENTS))

    def _named_between(self, chunk: Chunk) -> None:
        """اتفاق السلام بين س وص: the two states that the name of an agreement tells."""
        doc = self.doc
        between = next((p for p in range(chunk.first, chunk.last) if doc.infos[p].word.fold == "بين"), chunk.last)
        if between >= chunk.last or self._still_open(chunk):
            return
        named = [self._state_at(p, chunk) for p in range(between + 1, chunk.last)]
        two = [c for c in named if c is not None]
        first = doc.sents[self.syntax.sent_of[chunk.first]].first
        status = self._status(chunk.first, NOUN, first)[1]
        if len(two) != 2 or two[0].actor == two[1].actor or status != "asserted":
            return
        for c in two:
            self._joins_it(c, "asserted", chunk, chunk.first, "frame:party_to:named_between")
        by = "frame:agreed_with:named_between"
        self._emit(two[0], "AGREED_WITH", two[1], "asserted", chunk.first, by, 0.65, frozenset(AGENTS))

    def _state_at(self, p: int, chunk: Chunk) -> Chunk | None:
        """The state that a name within that of an agreement is."""
        found = listed_at(self.doc, p, chunk.last)
        if found is None or found[2][0].type != "country" or found[1] not in ("", "و"):
            return None
        iso = found[2][0].country
        part = replace(chunk, first=p, last=found[0], nfirst=p, nlast=found[0], kind="country", lead="")
        return self.cast.as_state(part, iso) if iso else None

    def _made_between(self, i: int) -> None:
        """وقعت اتفاقية بين س وص, الاتفاق الذي أبرم بين س وص: the passive."""
        doc, last = self.doc, self.doc.sents[self.syntax.sent_of[i]].last
        r = next((r for r in doc.infos[i].verbs if r.pos == "verb" and r.lemma in MADE), None)
        if r is None or r.pronoun or r.person not in ("3ms", "3fs") or any(x.trigger == i for x in self.out):
            return
        of_noun = i > 0 and not DEALS.isdisjoint(doc.infos[i - 1].word.rests)  # تفاهم أُبرم بين س وص
        which = (i > 1 and "relative" in doc.infos[i - 1].closed) or of_noun
        deal = doc.infos[i - 1 if of_noun else i - 2] if which else doc.infos[min(i + 1, doc.n - 1)]
        where = next((p for p in range(i + 1, min(last, i + 5)) if doc.infos[p].word.fold == "بين"), 0)
        if DEALS.isdisjoint(deal.word.rests) or not where or (which and where > i + 3):
            return
        if any(self.syntax.at[p] is not None and self._type(self.syntax.at[p]) in AGENTS for p in range(i + 1, where)):  # type: ignore[arg-type]
            return  # وقعت س اتفاقا بين ص وع
        status = self._status(i, r, self.doc.sents[self.syntax.sent_of[i]].first)[1]
        two = self._between(where, last)[:2] if status is not None else []
        if len(two) == 2:
            by = "frame:agreed_with:made_between"
            self._emit(two[0], "AGREED_WITH", two[1], str(status), i, by, 0.75, frozenset(AGENTS))

    def _deal_behind(self, p: int, last: int, preps: frozenset[str]) -> Chunk | None:
        """في معاهدة س, لاتفاق ص, على الاتفاق: the agreement that a preposition at p governs."""
        q = p + 1 if self.doc.infos[p].prep in preps else p
        chunk = self.syntax.at[q] if q < last else None
        if chunk is None or chunk.first != q or self._type(chunk) != "agreement":
            return None
        return chunk if q > p or chunk.lead[-1:] in preps else None

    def _party_in(self, i: int) -> None:
        """س طرف في اتفاق, لم تكن س طرفا في المعاهدة: who is a party to it, or is none."""
        doc, sent = self.doc, self.doc.sents[self.syntax.sent_of[i]]
        deal = self._deal_behind(i + 1, sent.last, frozenset(("في",))) if i + 1 < sent.last else None
        if deal is None or (self.syntax.at[i] is not None and self.syntax.at[i].actor):  # type: ignore[union-attr]
            return
        p, words = i - 1, set[str]()
        while p > sent.first and self.syntax.at[p] is None and self._links(p):
            words.add(doc.infos[p].word.fold.removeprefix("و"))
            p -= 1
        if doc.infos[p].word.fold.removeprefix("و") in AS:  # س، بوصفها طرفا في الاتفاق
            for c in self._main(i, sent.first, sent.last):
                self._joins_it(c, "asserted", deal, i, "frame:party_to:party_in")
            return
        last = self.syntax.at[p] if p >= sent.first else None
        if last is None or last.last != p + 1 or last.lead[-1:] in ("ب", "ل", "ك"):
            return
        who = self._row_up_to(last)
        k = who[0].first - 1
        if k >= sent.first and self.syntax.governed(who[0]) and not self._links(k):
            return
        while k >= sent.first and self.syntax.at[k] is None and self._links(k):
            words.add(doc.infos[k].word.fold.removeprefix("و"))
            k -= 1
        if not words and i > who[-1].last:
            return
        for c in who:
            self._joins_it(c, "denied" if words & NOT_BEING else "asserted", deal, i, "frame:party_to:party_in")

    def _links(self, p: int) -> bool:
        form = self.doc.infos[p].word.fold
        return form in BEING or form.removeprefix("و") in BEING or form in NOT_BEING

    def _row_up_to(self, last: Chunk) -> list[Chunk]:
        """س وص وع: those joined up to the last one."""
        row = [last]
        while row[0].lead == "و":
            before = self.syntax.at[row[0].first - 1]
            if before is None or before.last != row[0].first:
                break
            row.insert(0, before)
        return row

    def _joins_it(self, c: Chunk, status: str, deal: Chunk, i: int, by: str) -> None:
        if self._type(c) in AGENTS:
            self._emit(c, "PARTY_TO", deal, status, i, by, 0.75, frozenset(("agreement",)))

    def _sureties(self, i: int) -> None:
        """س وص، الدول الضامنة لمسار ع; الدول الموقعة على الاتفاق، س وص: those named before or behind."""
        doc, sent = self.doc, self.doc.sents[self.syntax.sent_of[i]]
        noun = i - 1
        while noun > sent.first and doc.infos[noun].word.fold in ("الثلاث", "الثلاثه", "الاربع", "الخمس", "الاخري"):
            noun -= 1
        if noun < sent.first or doc.infos[noun].word.fold.removeprefix("و") not in SIDES or i + 1 >= sent.last:
            return
        preps = frozenset(("ل", "علي", "في"))
        deal = self._deal_behind(i + 1, sent.last, preps)
        if deal is None:
            return
        p = deal.last
        while p < sent.last and (doc.texts[p] in LINKS or doc.infos[p].word.fold in LINKS):
            p += 1
        one = self.syntax.at[p] if deal.last < p < sent.last else None
        row = self.syntax.coordinated(one, sent.last) if one is not None and one.first == p and not one.lead else []
        if len(row) < 2:
            k = noun - 1
            while k > sent.first and (doc.texts[k] in LINKS or doc.infos[k].word.fold in LINKS):
                k -= 1
            before = self.syntax.at[k] if k >= sent.first else None
            row = self._row_up_to(before) if before is not None and before.last == k + 1 else []
        if len(row) > 1 and all(self._type(c) in AGENTS for c in row):
            for c in row:
                self._joins_it(c, "asserted", deal, i, "frame:party_to:surety")

    def _uniting(self, chunk: Chunk) -> None:
        """معاهدة وادي عربة التي تجمع س وص, اتفاق أوكوس الذي يضم س وص: two at least that it joins."""
        doc, last, p = self.doc, self.doc.sents[self.syntax.sent_of[chunk.first]].last, chunk.last
        while p < last and doc.texts[p] in "،,":
            p += 1
        if p + 2 >= last or "relative" not in doc.infos[p].closed:
            return
        r = next((r for r in doc.infos[p + 1].verbs if r.pos == "verb" and r.lemma in UNITING), None)
        if r is None or r.pronoun or not self._so(p + 1, p):
            return
        q = p + 3 if doc.infos[p + 2].word.fold in ("كلا", "كل", "بين") else p + 2
        q += q < last and doc.infos[q].word.fold == "من"
        one = self.syntax.at[q] if q < last else None
        row = self.syntax.coordinated(one, last) if one is not None and one.first == q and not one.lead else []
        if len(row) > 1:
            for c in row:
                self._joins_it(c, "asserted", chunk, p + 1, "frame:party_to:uniting")
