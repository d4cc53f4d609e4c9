"""What parts a subject from its object: a bare comma behind a titled name, or whose the subject is."""

from __future__ import annotations

from loaders.doc import Chunk
from loaders.governed import Governed
from loaders.lexicon.sets import word_set
from loaders.text import QUOTES

DESCRIBING = word_set("separated.describing")
"""Definite participles that tell behind a body whose it is (المدعومة من س, التابعة لس)."""
STRUCK = word_set("clause.targets")
BODIES = ("country", "militia", "organization", "place")


class Separated(Governed):
    """Adds commas and descriptions between subject and object."""

    def described_to(self, p: int, stop: int) -> int:
        """هاجمت قوات س المدعومة من ص، ع: behind what the participle at p tells of the subject, or 0."""
        doc = self.doc
        if doc.infos[p].word.fold not in DESCRIBING or self.at[p] is not None or p + 2 >= stop:
            return 0
        then = doc.infos[p + 1]
        k = p + 1 + bool(then.prep)
        whose = self.at[k]
        if self.backer(p) is not None:
            q = p + 2  # المدعومة إماراتيا
        elif whose is not None and whose.first == k and (then.prep or whose.lead[-1:] in ("ل", "ب", "من")):
            q = whose.last
        else:
            return 0
        q += q < stop and doc.texts[q] in "،,"
        if q >= stop or doc.infos[q].closed or doc.infos[q].prep or not doc.texts[q][0].isalpha():
            return 0
        behind = self.at[q]
        return q if behind is None or (behind.first == q and not behind.lead and behind.kind != "nisba") else 0

    def only_parts(self, p: int, limit: int, nouns: int) -> bool:
        """زار الوزير فلان، السعودية: whether the comma at p only parts a titled name from the object behind it."""
        doc = self.doc
        k = p - 1 - (doc.texts[p - 1] in QUOTES)
        owner = self.at[k] if k >= 0 else None
        if owner is None or p + 2 >= limit or not self._whole(owner):
            return doc.infos[p + 1].word.fold in STRUCK if p + 2 < limit else False
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
