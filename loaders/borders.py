"""Where a statement begins: which cues open one, and where the clause of such a cue starts."""

from __future__ import annotations

from loaders.lexicon.cues import Cue
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.senses import Senses
from loaders.subjects import TWO_SIDES

TURNS = word_set("statements.turns")
LINKS = word_set("statements.links")
"""Words that lead from one clause to the next."""
ADVERSE = frozenset(("لكن", "ولكن", "بينما", "فيما", "حين"))
"""Words that lead from what somebody says to what another says."""
BEING = word_set("borders.being")
"""Verbs behind which قد and a verb tell what is denied or hoped."""
LOOSE = word_set("statements.loose")
"""Verbs that report speech when they lead a sentence, and tell an act inside another's words."""


class Borders(Senses):
    """Adds the borders between statements."""

    def _border(self, i: int, reading: Reading | None, first: int) -> bool:
        """Whether a cue begins a new statement, rather than standing inside what is being said."""
        if self.syntax.quoted[i]:
            return False
        if reading is None:
            return i == first or self.doc.texts[i - 1] in '،,؛»”")'
        if i > first and reading.pos == "verb" and reading.lead and reading.person == "3d" and self._of_two(i, first):
            return False
        if i == first or reading.pos != "verb" or reading.lead:
            return True
        prev = self.doc.infos[i - 1]
        if prev.word.fold == "قد" and i > first + 1 and self.doc.infos[i - 2].word.fold in BEING:
            return False  # نفى أن يكون قد أمر بذلك
        if self.doc.texts[i - 1] in '،,؛»”")-–.' or prev.word.fold in LINKS:
            return True
        since = prev.word.fold == "ان" and i - first > 3 and self.doc.infos[i - 2].word.fold in ("بعد", "منذ")
        if since and self.doc.texts[i - 3] in "،,":
            return self._clause_near(i, self.doc.n, 10)  # …، بعد أن قال فلان إن
        # the subject stands first, at the head of its clause
        chunk = self.syntax.at[i - 1]
        if chunk is not None:
            k = chunk.first - 1
            whom = self.syntax.at[k] if k >= first else None
            if whom is not None and self.syntax.parted(whom, chunk, self.doc.n):
                return True  # انتقدت س ص وع تدعو إلى الحوار
            return k < first or self.doc.texts[k] in "،,؛" or self.doc.infos[k].word.fold in TURNS
        return not self.earlier

    def _of_two(self, i: int, first: int) -> bool:
        """أوضح البيان أن الطرفين تطرقا إلى كذا واتفقا على: the verb at i is of the two of whom the clause tells."""
        for p in range(i - 2, first, -1):
            if "complement" in self.doc.infos[p].closed:
                return not TWO_SIDES.isdisjoint(self.doc.infos[p + 1].word.rests)
            if self.doc.texts[p] in ".؛:":
                return False
        return False

    def _begins(self, i: int, reading: Reading | None, first: int) -> int:
        """Where the clause of the cue at i begins: with its subject, if that stands right before it (، وس قالت إن)."""
        chunk = self.syntax.at[i - 1] if i > first and reading is not None and reading.pos == "verb" else None
        if chunk is None or chunk.last != i or chunk.first <= first or reading is None:
            return i
        if reading.lead == "ف" and self.doc.infos[chunk.first - 1].word.fold.endswith("اما"):
            return chunk.first - 1  # أما فلان فقال
        if reading.lead:
            return i
        heads = self.doc.texts[chunk.first - 1] in "،,؛" or chunk.lead in ("و", "ف")
        if chunk.first - 2 > first and self.doc.infos[chunk.first - 1].word.fold in ADVERSE:
            return chunk.first - 1 if self.syntax.agrees(reading, chunk) else i  # …، لكن س نفى
        return chunk.first if heads and self.syntax.agrees(reading, chunk) else i

    def _worthy(self, i: int, reading: Reading, cue: Cue | None, first: int, last: int) -> bool:
        """A cue inside what another says is told apart only when it reports a clause of its own."""
        if cue is None or self.syntax.quoted[i] or cue.weak or cue.lemma in LOOSE:
            return False
        inside = any(s.first <= i < s.last and s.cue >= first for s in self.said[-3:])
        if not inside or self._clause_near(i, last):
            return True
        chunk = self.syntax.at[i - 1] if i else None
        return (
            chunk is not None
            and chunk.last == i
            and chunk.kind in ("person", "country", "organization", "title")
            and not self.syntax.governed(chunk)
            and cue.act != "agree"
        )
