"""What one says of another that accuses or threatens him: قال إن طهران تنتهك الاتفاق, أكد أن موسكو مسؤولة عن الهجوم."""

from __future__ import annotations

from loaders.constructions import Constructions
from loaders.doc import Chunk
from loaders.lexicon.charges import Charge, charges
from loaders.lexicon.frames import allowed
from loaders.lexicon.sets import word_set
from loaders.proposals import Proposal
from loaders.sites import NEGATIONS
from loaders.speakers import Said
from loaders.subjects import BACK
from loaders.text import QUOTES

CHARGING = frozenset(("say", "announce", "criticize", "threaten", "demand", "agree"))
"""Acts whose content can charge somebody; an accusation names whom it accuses by itself, a denial charges nobody."""
COPULAS = word_set("charges.copulas")
REACH = 6


class Charges(Constructions):
    def _charges(self) -> None:
        verbs, words = charges()
        for s in self.said:
            if s.act not in CHARGING or self.cast.types.get(s.speaker) is None:
                continue
            if s.chunk is not None and any(e.source.endswith("outlets.tsv") for e in s.chunk.entities):
                continue
            for i in range(s.first, s.last):
                chunk = self.syntax.at[i]
                if self.inside[i] is not s or (chunk is not None and (chunk.actor or chunk.first != i)):
                    continue  # مسؤولة عن الهجوم may look like an office: nobody's
                info = self.doc.infos[i]
                form = info.word.fold
                found = words.get(form) or (words.get(form[1:]) if form[:1] in "وف" else None) or ()
                for charge in found:
                    if self._fits(charge, i):
                        themes = self._themes(i, s, charge.form == "denied")
                        if self._charged(charge, s, themes, i):
                            break
                if not info.verbs or info.closed or not self._verbal(i):
                    continue
                for reading in info.verbs:
                    if reading.pos != "verb" or reading.person in ("1s", "1p"):
                        continue
                    for charge in verbs.get(reading.lemma, ()):
                        if not self._fits(charge, i):
                            continue
                        negated = self._before(i) in NEGATIONS
                        if negated != (charge.form == "not") or reading.future != (charge.form == "will"):
                            continue
                        if charge.form == "verb" and self._status(i, reading, s.first)[1] != "asserted":
                            continue
                        args = self.syntax.subject(i, reading, s.last)
                        themes = [c for c in args.chunks if s.first <= c.first < s.last]
                        if not themes and not args.other and not args.chunks:
                            carried = self._carried(i, reading, s.first)
                            themes = [carried] if carried is not None and carried.first >= s.first else []
                        if self._charged(charge, s, themes, i):
                            break

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
        while k >= s.first and (
            doc.infos[k].word.fold in BACK
            or doc.infos[k].word.fold in COPULAS
            or doc.texts[k] in QUOTES
            or doc.dated[k]
            or (denied and doc.infos[k].word.fold in NEGATIONS)
        ):
            if not denied and doc.infos[k].word.fold in NEGATIONS:
                return []
            k -= 1
        chunk = self.syntax.at[k] if k >= s.first else None
        if chunk is None or chunk.last != k + 1 or chunk.kind == "nisba" or self.syntax.governed(chunk):
            return []
        first = doc.sents[self.syntax.sent_of[i]].first
        if not self.syntax._opens(chunk, first):
            return []
        return self.syntax._back_coordinated(chunk, first)

    def _charged(self, charge: Charge, s: Said, themes: list[Chunk], i: int) -> bool:
        made = False
        for c in themes:
            if c.actor and c.actor != s.speaker and allowed(self.cast.types[s.speaker], charge.type, self._type(c)):
                if charge.type == "THREATENED" and self._own(s.speaker, c.actor):
                    continue
                if self._own(s.speaker, c.actor) and self._acts_for(s.speaker) == c.actor:
                    continue  # his own state: he owns up to it, or is misread
                self.out.append(
                    Proposal(s.speaker, charge.type, c.actor, "asserted", i, charge.by, charge.score, speech=True)
                )
                made = True
        return made
