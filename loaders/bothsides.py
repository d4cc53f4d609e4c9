"""Two sides told by one noun before the verb: قال إن البلدين اتفقا على فتح معبر."""

from __future__ import annotations

from loaders.lexicon.frames import Frame
from loaders.lexicon.verbs import Reading
from loaders.proposals import Proposal
from loaders.subjects import TWO_SIDES
from loaders.verdict import Verdict


class BothSides(Verdict):
    """Whom البلدين and الجانبين mean."""

    def _sides_before(self, i: int, reading: Reading, first: int) -> str:
        """قال إن البلدين اتفقا على: the noun of both that stands before the verb at i, or nothing."""
        k = i - 2 if self.doc.infos[i - 1].word.fold == "قد" else i - 1
        form = self.doc.infos[k].word.fold if k > first else ""
        said = k > first and "complement" in self.doc.infos[k - 1].closed
        return form if said and form in TWO_SIDES and reading.pos == "verb" and reading.person in ("3d", "3ms") else ""

    def _of_visit(self, frame: Frame, i: int, speaker: str | None, status: str) -> bool:
        """زار س بلد ص، وقال إن البلدين اتفقا: his land and the one that he has told to have visited."""
        own = self._acts_for(speaker) if speaker is not None else None
        near = [x for x in self.out if x.type == "VISITED" and x.subject == speaker and x.trigger < i]
        near = [x for x in near if self.syntax.sent_of[i] - self.syntax.sent_of[x.trigger] <= 1]
        land = str(near[-1].object) if near else ""
        if own not in self.cast.types or self.cast.types.get(land) != "country" or own == land:
            return False
        self.out.append(Proposal(str(own), frame.type, land, status, i, frame.by + "+visit", 0.6))
        return True

    def _lands(self, sides: str, a: str, b: str) -> tuple[str, str]:
        """The two who met, or, where البلدين agreed, their states, if the article tells of them."""
        if sides.startswith(("البلد", "الدول", "الحكوم", "الجانب", "الطرف")):
            one, other = self._acts_for(a) or a, self._acts_for(b) or b
            if one in self.cast.types and other in self.cast.types and one != other:
                return one, other
        return a, b
