"""What parts a subject from its object: a bare comma behind a titled name, or the subject's own office."""

from __future__ import annotations

from loaders.doc import Chunk
from loaders.governed import Governed
from loaders.lexicon.sets import word_set
from loaders.text import QUOTES

TARGETS = word_set("clause.targets")
"""What is struck, behind a comma or an aside (قصفت س، في إطار كذا، مواقع ص)."""
BODIES = ("country", "militia", "organization", "place")


class Separated(Governed):
    """Adds commas and offices between subject and object."""

    def only_parts(self, p: int, limit: int, nouns: int) -> bool:
        """زار الوزير فلان، السعودية: whether the comma at p only parts a titled name from the object behind it."""
        doc = self.doc
        k = p - 1 - (doc.texts[p - 1] in QUOTES)
        owner = self.at[k] if k >= 0 else None
        if p + 2 >= limit:
            return False
        if owner is None or not self._whole(owner):
            return doc.infos[p + 1].word.fold in TARGETS  # قصفت س، مواقع ص
        then = self.at[p + 1]
        if then is None:
            noun = self.at[p + 2] if nouns and self._plain_noun(p + 1) else None
            return noun is not None and noun.first == p + 2 and noun.lead in ("", "ل")
        if then.first != p + 1 or then.lead or then.last >= limit or then.actor == owner.actor or not then.actor:
            return False
        after = doc.infos[then.last]
        if (
            any(r.pos == "verb" and r.lead != "و" for r in after.verbs)
            and not after.prep
            and "masdar" not in after.kinds
        ):
            return False  # هاجم فلان، س نفت
        return then.kind in BODIES or then.kind == "person"

    def styled(self, chunk: Chunk, limit: int) -> bool:
        """حذر اللواء س القائد العام للجيش الإيراني، ص من: whether the office at the chunk is the subject's own."""
        owner = self.at[chunk.first - 1] if chunk.first else None
        if owner is None or owner.kind != "person" or owner.last != chunk.first or chunk.last + 2 >= limit:
            return False
        whom = self.at[chunk.last + 1] if self.doc.texts[chunk.last] in "،," else None
        ranked = owner.first < owner.nfirst and not any(r.kind == "office" for r in owner.roles)
        return ranked and whom is not None and whom.first == chunk.last + 1 and not whom.lead and whom.kind in BODIES

    def asked_for(self, chunk: Chunk) -> bool:
        """طالبت لجنة س، هيئة ص بالتحقيق: whether what is asked for stands right behind the chunk."""
        return self.at[chunk.last] is None and self.doc.infos[chunk.last].word.fold.startswith(("بال", "بضروره"))

    def _whole(self, owner: Chunk) -> bool:
        """Whether a name has its office before it, and so needs none behind the comma."""
        return owner.kind == "person" and any(r.kind == "office" and r.first < owner.nfirst for r in owner.roles)
