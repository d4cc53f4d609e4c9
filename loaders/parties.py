"""Parties of agreements: between whom, with whom, who signed, whom an agreement binds; agreements without a name."""

from __future__ import annotations

from itertools import pairwise

from loaders.committees import Committees
from loaders.doc import Chunk
from loaders.lexicon.frames import allowed
from loaders.lexicon.sets import word_set
from loaders.phrases import AGENTS
from loaders.proposals import Proposal
from loaders.spans import listed_at
from loaders.standing import NOUN

CONCLUDED = word_set("relations.concluded")
"""Participles behind an agreement before its parties (الاتفاق الموقع مع س)."""
JOINTLY = word_set("relations.jointly")
"""Words before مع whose act is done together (بالتعاون مع س)."""
SIGNING = frozenset(("وقع", "أبرم", "توصل", "عقد"))
TALKING = frozenset(("MET", "REJECTED", "SUPPORTS"))
"""Acts whose مع is not the agreement's (بحث الاتفاق مع س)."""
UNDER = frozenset(("بموجب", "وبموجب", "بمقتضي", "وبمقتضي"))
BINDING = frozenset(("الالتزام", "الالتزامات", "التزامه", "التزامها", "التزامهم", "العمل"))
SIDE = frozenset(("الجانب", "جانب"))
OPEN = ("مقترح", "مشروع", "مسود", "مفاوضات", "محادثات", "مباحثات", "نحو", "للتوصل", "خطه", "احتمال", "لابرام", "ابرام")
"""How a word begins behind which an agreement is still to be made."""
END = frozenset(("نهايه", "بنهايه"))
ENDING_IT = frozenset(("أنهى", "علق", "أوقف", "وقف", "جمد", "قطع"))
"""علق العمل باتفاق, إنهاء الالتزام به."""


class Parties(Committees):
    """PARTY_TO, and those who act together."""

    def _agreements(self) -> None:
        """اتفاق بين A وB; الاتفاق النووي مع إيران: parties of an agreement that is named."""
        doc, syntax = self.doc, self.syntax
        for chunk in self.cast.chunks:
            if chunk.kind not in ("agreement", "backref") or not chunk.actor or self._type(chunk) != "agreement":
                continue
            sent = doc.sents[syntax.sent_of[chunk.first]]
            behind = self._behind_aside(chunk, sent.last)
            parties = self._between(behind or chunk.last, sent.last if behind else self._clause(chunk, sent.last))
            still_open = self._still_open(chunk)
            made = self._there_already(chunk.first, sent.last, True)
            told = "asserted" if made else self._status(chunk.first, NOUN, sent.first)[1] or "asserted"
            for b in parties[1:]:
                self._emit(
                    parties[0],
                    "AGREED_WITH",
                    b,
                    "planned" if still_open else told,
                    self._concluded_at(chunk),
                    "frame:parties+pair",
                    0.7,
                    frozenset(AGENTS),
                )
            self._party(parties, chunk, "frame:parties", 0.75)
            self._party(self._with(chunk, sent.first, sent.last), chunk, "frame:parties:with", 0.7)
            signed = self._signed(chunk, sent.last)
            self._party(signed, chunk, "frame:parties:signed", 0.75)
            if len(signed) > 3:  # a treaty of many: each is party to it, no two have agreed
                them = {c.actor for c in signed}
                here = range(sent.first, sent.last)
                self.out = [
                    x
                    for x in self.out
                    if x.type != "AGREED_WITH" or x.trigger not in here or {x.subject, x.object} - them
                ]
            self._inside(chunk)
            self._renounced(chunk, sent.first)
            if chunk.first > 0 and doc.infos[chunk.first - 1].word.fold in UNDER:
                bound = self._under(chunk, sent.first) or self._bound_behind(chunk, sent.last)
                self._party(bound, chunk, "frame:parties:bound", 0.65)

    def _party(self, parties: list[Chunk], chunk: Chunk, by: str, score: float) -> None:
        trigger = self._concluded_at(chunk)
        if self._still_open(chunk):
            return
        for party in parties:
            if party.actor and chunk.actor and allowed(self._type(party), "PARTY_TO", "agreement"):
                one = Proposal(party.actor, "PARTY_TO", chunk.actor, "asserted", trigger, by, score)
                one.end = max(chunk.last, *(p.last for p in parties))
                self.out.append(one)

    def _still_open(self, chunk: Chunk) -> bool:
        """مسودة اتفاق السلام بين س وص, محادثات للتوصل إلى اتفاق السلام: whether the agreement is still to be made."""
        first = self.doc.sents[self.syntax.sent_of[chunk.first]].first
        before = self.doc.infos[max(first, chunk.first - 3) : chunk.first]
        return any(info.word.fold.removeprefix("ال").startswith(OPEN) for info in before)

    def _concluded_at(self, chunk: Chunk) -> int:
        """The token that tells the time of an agreement: its participle (الموقع بين س وص سنة 1991), or itself."""
        told = chunk.last < self.doc.n and self.doc.infos[chunk.last].word.fold in CONCLUDED
        return chunk.last if told else chunk.first

    def _inside(self, chunk: Chunk) -> None:
        """الاتفاق النووي مع إيران, اتفاق وقف إطلاق النار بين لبنان وإسرائيل: parties that the listed name tells."""
        doc, named = self.doc, list[str]()
        words = [doc.infos[p].word.fold for p in range(chunk.first, chunk.last)]
        told = "بين" in words or ("مع" in words and (bool(CONCLUDED & set(words)) or self._concluded(chunk)))
        for p in range(chunk.first, chunk.last) if told else ():
            listed = listed_at(doc, p, chunk.last)
            if listed is not None and listed[2][0].type == "country" and listed[2][0].slug in self.cast.types:
                named.append(listed[2][0].slug)
        for actor in dict.fromkeys(named):
            self.out.append(
                Proposal(actor, "PARTY_TO", str(chunk.actor), "asserted", chunk.first, "frame:parties:named", 0.75)
            )

    def _renounced(self, chunk: Chunk, first: int) -> None:
        """أعلنت س نهاية الالتزام باتفاق, علقت س العمل باتفاق: she leaves it."""
        doc, bound = self.doc, chunk.first - 1
        if bound <= first or chunk.lead[-1:] != "ب" or doc.infos[bound].word.fold not in BINDING:
            return
        for i in range(bound - 1, max(first, bound - 6) - 1, -1):
            verb = next((r for r in doc.infos[i].verbs if r.lemma in ENDING_IT), None)
            if self.syntax.at[i] is None and (verb is not None or doc.infos[i].word.fold in END):
                break
        else:
            return
        if verb is not None and verb.pos == "verb":
            who = self.syntax.subject(i, verb, chunk.last).chunks
        else:
            who = self._main(i, first, chunk.last) if i == bound - 1 else []
        status = self._status(i, verb or NOUN, first)[1]
        for c in who[:1]:
            if status is not None:
                self._emit(c, "REJECTED", chunk, status, i, "frame:rejected:renounced", 0.75, frozenset(("agreement",)))

    def _clause(self, chunk: Chunk, last: int) -> int:
        """Where what is told of an agreement itself ends: at a relative clause that tells something else of it."""
        for p in range(chunk.last, min(last, chunk.last + 7)):
            if "relative" in self.doc.infos[p].closed and p + 1 < last:
                told = any(r.lemma in SIGNING for i in self.doc.infos[p + 1 : p + 4] for r in i.verbs)
                return last if told else p
        return last

    def _behind_aside(self, chunk: Chunk, last: int) -> int:
        """اتفاق س، الذي رعته ص، بين: the token of بين right behind a relative clause between commas; 0 if none is."""
        doc, p = self.doc, chunk.last
        if p + 3 >= last or doc.texts[p] not in "،," or "relative" not in doc.infos[p + 1].closed:
            return 0
        end = next((q for q in range(p + 2, min(last - 1, p + 9)) if doc.texts[q] in "،,"), 0)
        return end + 1 if end and doc.infos[end + 1].word.fold == "بين" else 0

    def _concluded(self, chunk: Chunk) -> bool:
        """الاتفاق مع س الذي أبرم, والذي وقعته: whether the text goes on to tell how it came about."""
        infos = self.doc.infos[chunk.last : chunk.last + 3]
        if any(i.word.fold in CONCLUDED for i in infos[:1]):
            return True
        return any("relative" in a.closed and any(r.lemma in SIGNING for r in b.verbs) for a, b in pairwise(infos))

    def _under(self, chunk: Chunk, first: int) -> list[Chunk]:
        """قلصت س بموجب الاتفاق: whom it binds, if the verb tells an act and no words."""
        for p in range(chunk.first - 2, max(first, chunk.first - 9) - 1, -1):
            info = self.doc.infos[p]
            if "complement" in info.closed:
                return []
            r = next((r for r in info.verbs if r.pos == "verb"), None) if self.syntax.at[p] is None else None
            if r is not None and self._verbal(p):
                args = self.syntax.subject(p, r, chunk.first)
                told = p in self.cue_of or chunk.head.startswith("قرار") or args.how != "after"
                return [] if told else [c for c in args.chunks if self._type(c) in ("country", "militia")]
        return []

    def _bound_behind(self, chunk: Chunk, last: int) -> list[Chunk]:
        """بموجب الاتفاق المبرم عام 2015، تقلص س: whom it binds, right behind it."""
        doc, p = self.doc, chunk.last
        while p < min(last, chunk.last + 7) and (
            doc.infos[p].word.fold in CONCLUDED
            or doc.dated[p]
            or doc.texts[p] in "،,"
            or (p + 1 < last and doc.infos[p].prep == "في" and doc.dated[p + 1])
        ):
            p += 1
        r = next((r for r in doc.infos[p].verbs if r.pos == "verb"), None) if p < last else None
        if r is None or not self._verbal(p) or p in self.cue_of or chunk.head.startswith("قرار"):
            return []
        args = self.syntax.subject(p, r, last)
        return [c for c in args.chunks if args.how == "after" and self._type(c) in ("country", "militia")]

    def _signed_for(self) -> None:
        """وقع الاتفاق عن الجانب س الوزير فلان، وعن الجانب ص الوزير فلان: they have agreed."""
        doc, syntax = self.doc, self.syntax
        signers: dict[int, dict[str, Chunk]] = {}
        for i in doc.spots(SIDE):
            sent = doc.sents[syntax.sent_of[i]]
            told = doc.infos[sent.first : i]
            if i + 2 >= sent.last or doc.infos[i - 1].word.fold.removeprefix("و") not in ("عن", "من"):
                continue
            if not any(r.lemma == "وقع" and r.pos == "verb" for info in told for r in info.verbs):
                continue
            land = syntax.at[i]
            if land is None or land.first != i or land.last >= sent.last:
                continue
            who = syntax.at[land.last]
            if who is not None and who.kind == "person" and who.actor and not who.lead:
                signers.setdefault(sent.first, {}).setdefault(str(land.actor), who)
        for group in signers.values():
            for a, b in pairwise(group.values()):
                by = "frame:agreed_with:signed_for"
                self._emit(a, "AGREED_WITH", b, "asserted", a.first - 2, by, 0.75, frozenset(AGENTS))

    def _with(self, chunk: Chunk, first: int, last: int) -> list[Chunk]:
        """الاتفاق النووي المبرم مع إيران, الاتفاق النووي مع إيران: the other party."""
        doc, p = self.doc, chunk.last
        told = False
        while p < min(last, chunk.last + 6) and (
            doc.infos[p].word.fold in CONCLUDED
            or doc.dated[p]
            or (told and p + 1 < last and doc.infos[p].prep == "في" and doc.dated[p + 1])
        ):
            told, p = True, p + 1
        if p >= last or doc.infos[p].prep != "مع":
            return []
        found = self.syntax.with_prep(p, last, frozenset(("مع",)), 4)
        theirs = {x.object for x in self.out if first <= x.trigger < chunk.first and x.type in TALKING}
        return [c for c in found if told or c.actor not in theirs]

    def _signed(self, chunk: Chunk, last: int) -> list[Chunk]:
        """الاتفاق الذي وقعته إيران مع س, والذي أبرم مع ص: who signed it, and with whom."""
        doc, p = self.doc, chunk.last
        while p < min(last, chunk.last + 8) and not (
            "relative" in doc.infos[p].closed and doc.infos[p].word.fold in ("الذي", "التي", "والذي", "والتي")
        ):
            if (doc.infos[p].verbs and self.syntax.at[p] is None) or doc.texts[p] in ".؛:":
                return []
            p += 1
        p += 1
        if p >= last:
            return []
        r = next((r for r in doc.infos[p].verbs if r.pos == "verb" and r.lemma in SIGNING), None)
        if r is None or self._status(p, r, chunk.first)[1] != "asserted":
            return []
        args = self.syntax.subject(p, r, last)
        signers = args.chunks if args.how == "after" else []
        others = self.syntax.with_prep(max(p + 1, args.end if signers else p + 1), last, frozenset(("مع",)), 8)
        return [*signers, *others]

    def _unnamed(self) -> None:
        """توصلت س إلى اتفاق مع ص … وينص الاتفاق: they are parties of the agreement that the text goes on about."""
        deals = [c for c in self.cast.chunks if c.kind == "backref" and c.actor in self.cast.unnamed]
        if len({c.actor for c in deals}) != 1:
            return
        for x in list(self.out):
            if x.type != "AGREED_WITH" or x.status != "asserted":
                continue
            words = [w for i in self.doc.infos[x.trigger : x.trigger + 9] for _, w in i.word.splits]
            head = deals[0].head
            if head in words or head + "ا" in words or any(c.first == x.trigger for c in deals):
                for party in (x.subject, x.object):
                    self.out.append(
                        Proposal(
                            str(party),
                            "PARTY_TO",
                            str(deals[0].actor),
                            "asserted",
                            x.trigger,
                            "frame:parties:unnamed",
                            0.6,
                        )
                    )

    def _joint(self) -> None:
        """نفذت س الغارة بالتنسيق مع ص: they act together."""
        doc, syntax = self.doc, self.syntax
        for i in doc.spots(JOINTLY):
            if i + 1 == doc.n or doc.infos[i + 1].prep != "مع" or syntax.at[i] is not None:
                continue
            sent = doc.sents[syntax.sent_of[i]]
            status = self._status(i, NOUN, sent.first)[1]
            who = [c for c in self._main(i, sent.first, sent.last) if c.last <= i]
            for a in who[:1]:
                for b in syntax.with_prep(i + 1, sent.last, frozenset(("مع",)), 6):
                    if status is not None:
                        self._emit(a, "AGREED_WITH", b, status, i, "frame:agreed_with:jointly", 0.65, frozenset(AGENTS))
