"""What a speaker says that somebody must do: على إسرائيل أن, يجب على طهران, ضرورة أن تلتزم موسكو."""

from __future__ import annotations

from loaders.doc import Chunk
from loaders.lexicon.sets import word_set
from loaders.speakers import Said
from loaders.stations import Stations

MUST = word_set("demands.must")
NEGATED = frozenset(("لا", "ليس", "ليست", "لم", "لن", "غير", "دون"))


class Demands(Stations):
    """Adds what a speaker says that somebody must do."""

    def _obliged(self) -> None:
        """URGED from a duty that the speaker lays on somebody other than himself and his own nation."""
        duties = self.doc.spots(MUST | {"علي"})
        for s in self.said:
            if s.chunk is None or s.act in ("deny", "accuse", "threaten"):
                continue
            for i in duties:
                whom = self._bound(i, s) if s.first <= i < s.last else None
                if (
                    whom is not None
                    and self.inside[i] is s
                    and whom.actor not in (None, s.speaker)
                    and self._type(whom) in ("country", "militia", "organization", "person")
                    and not self._own(s.speaker, whom.actor or "")
                ):
                    self._emit(
                        s.chunk, "URGED", whom, "asserted", i, "frame:urged:must", 0.6,
                        frozenset(("country", "militia", "organization", "person")),
                    )  # fmt: skip

    def _bound(self, i: int, s: Said) -> Chunk | None:
        """Whom a word of duty at token i binds."""
        doc, syntax = self.doc, self.syntax
        form = doc.infos[i].word.fold
        before = doc.infos[i - 1].word.fold if i else ""
        if syntax.at[i] is not None or before in NEGATED:
            return None
        if form == "علي":
            whom = syntax.at[i + 1] if i + 1 < s.last else None
            if whom is None or whom.first != i + 1 or whom.lead:
                return None
            must = before in MUST or (i > s.first and before in ("ان", "وان", "بان", "انه", "بانه")) or i == s.first
            then = doc.infos[whom.last].word.fold if whom.last < s.last else ""
            return whom if must and (then in ("ان", "الا") or before in MUST) else None
        if (
            form in MUST
            and i + 3 < s.last
            and s.act in ("demand", "ask", "say")
            and doc.infos[i + 1].word.fold in ("ان", "الا")
        ):
            whom = syntax.at[i + 3]
            verb = doc.infos[i + 2].word.fold
            if whom is not None and whom.first == i + 3 and not whom.lead and verb.startswith(("ت", "ي")):
                return whom if syntax.at[i + 2] is None else None
        return None
