"""Whom a noun of doing reaches without a preposition before his name: a pronoun, what is his own, an accused."""

from __future__ import annotations

from loaders.arguments import Arguments
from loaders.doc import Chunk
from loaders.lexicon.frames import Frame
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading

STANCES = word_set("relations.stances")
"""What is somebody's own, so that who supports it supports him (وحدة العراق, الموقف المصري)."""
PRONOUNS = {
    "له": ("ل", "3ms"),
    "لها": ("ل", "3fs"),
    "اليه": ("الي", "3ms"),
    "اليها": ("الي", "3fs"),
    "معه": ("مع", "3ms"),
    "معها": ("مع", "3fs"),
    "به": ("ب", "3ms"),
    "بها": ("ب", "3fs"),
    "عليه": ("علي", "3ms"),
    "عليها": ("علي", "3fs"),
    "فيه": ("في", "3ms"),
    "فيها": ("في", "3fs"),
}
"""Prepositions with a pronoun, and the person of it."""
HOSTILE = word_set("relations.hostile")
"""What one is ready for when one offers nothing (مستعدة لتوجيه ضربة)."""


class Recipients(Arguments):
    def _accused(self, cue: int, i: int) -> list[Chunk]:
        """اتهم س ص بدعم ع: whose doing it is, if it is anybody's."""
        ids = {p.object for p in self.out if p.type == "ACCUSED" and p.trigger == cue}
        found = [c for c in self.cast.chunks if cue < c.first and c.last <= i and c.actor in ids]
        return found[:1]

    def _near(self, frame: Frame, start: int, last: int, subjects: list[Chunk]) -> list[Chunk]:
        """The first noun phrase of a fitting kind within the clause, and those joined to it."""
        for p in range(start, min(last, start + 10)):
            if self.doc.texts[p] in "،,؛:." or self.doc.infos[p].word.fold in HOSTILE:
                break
            c = self.syntax.at[p]
            if c is not None and c.first == p and self._type(c) in frame.objects and c not in subjects:
                return self.syntax.coordinated(c, last)
        return []

    def _owned(self, frame: Frame, p: int, last: int) -> bool:
        """Whether what is supported is somebody's own (استقرار لبنان)."""
        return frame.type == "SUPPORTS" and p < last and self.doc.infos[p].word.fold in STANCES

    def _adverbial(self, i: int, reading: Reading, last: int) -> bool:
        """نشرت قوات في س دعما لحكومتها: an accusative that tells why, not what (طلبت دعما ل)."""
        doc = self.doc
        before = next((r for p in range(i - 1, max(0, i - 4), -1) for r in doc.infos[p].verbs if r.pos == "verb"), None)
        bare = not (reading.definite or reading.prep or reading.pronoun) and doc.texts[i].rstrip("\u064b").endswith("ا")
        return bare and before is None and self._to_whom(i + 1, min(last, i + 2))

    def _to_whom(self, start: int, stop: int) -> bool:
        """Whether ل and its noun stand within the next three words."""
        for p in range(start, min(stop, start + 3)):
            chunk = self.syntax.at[p]
            if chunk is not None and chunk.first == p and chunk.lead:
                return chunk.lead[-1] == "ل"
            if any(lead[-1:] == "ل" and len(rest) > 2 for lead, rest in self.doc.infos[p].word.splits):
                return True
        return False

    def _by_pronoun(self, start: int, last: int, prep: str, subjects: list[Chunk]) -> list[Chunk]:
        """دعم موسكو له: the object is a pronoun."""
        word = self.doc.infos[start].word.fold if start < last else ""
        if PRONOUNS.get(word, ("", ""))[0] != prep:
            return []
        who = self._antecedent(start, PRONOUNS[word][1], subjects)
        return [who] if who is not None else []
