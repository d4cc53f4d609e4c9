"""Meetings that somebody means to hold: who wishes for one, who is ready for it, who is to receive a guest."""

from __future__ import annotations

from loaders.doc import Chunk
from loaders.doing import Doing
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading

OTHERS = word_set("wishes.others")
INTENTS = word_set("standing.intents")
WISHING = word_set("wishes.wishing")


class Wishes(Doing):
    """Whose a meeting is that is wished for."""

    def _received_by(self, i: int, reading: Reading, guests: list[Chunk]) -> bool:
        """يستعد لاستقبال فلان, قال خلال استقبال فلان: the possessor is the guest; not موقفه من استقبال فلان."""
        during = self.doc.infos[i - 1].word.fold in ("خلال", "لدي", "عند", "اثناء")
        return (reading.prep == "ل" or during) and all(c.kind in ("person", "title") for c in guests)

    def _wished_of(self, i: int, first: int) -> bool:
        """طلب من س الاتصال بص, سعى للمصالحة حتى تبدأ مفاوضات مع س: whether another is to do it, or not for itself."""
        return any(info.word.fold in OTHERS for info in self.doc.infos[max(first, i - 14) : i])

    def _on_his_way(self, i: int) -> bool:
        """أثناء ذهابه للقاء س: a noun with a pronoun before i, whose it is; not استعداده للقاء س."""
        before = self.doc.infos[i - 1]
        return before.word.fold not in INTENTS and any(r.pos == "masdar" and r.pronoun for r in before.verbs)
