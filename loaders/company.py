"""Who comes with somebody: whoever stands beside him, his kin and his deputy, the delegates of another body."""

from __future__ import annotations

from loaders.doc import Chunk
from loaders.lexicon.sets import word_set
from loaders.nextclause import NextClause
from loaders.phrases import AGENTS, DELEGATES

COMPANY = word_set("coordination.company")
KIN = word_set("clause.kin")
ALLY = word_set("coordination.ally")
OTHERS = frozenset(("واخري", "واخرين", "واخر"))
BELONG = frozenset(("تابعه", "تابعين", "تابع", "مواليه", "موالين"))
WITH_WHOM = word_set("delegations.with_whom")
STANDING = word_set("coordination.standing")


class Company(NextClause):
    """Adds those who are joined to an actor without being named by و alone."""

    def _delegates_of(self, k: int, stop: int) -> Chunk | None:
        """وممثلو س, وممثلون عن س, ووفد من س: the body whose people are joined to an actor."""
        form = self.doc.infos[k].word.fold if k + 1 < stop else ""
        if not (form.startswith("و") and form[1:] in DELEGATES):
            return None
        q = k + 2 if self.doc.infos[k + 1].word.fold in ("عن", "من") else k + 1
        sender = self.at[q] if q < stop else None
        mine = sender is not None and sender.first == q and not sender.lead
        return sender if mine and sender.kind in ("country", "organization", "militia") else None  # type: ignore[union-attr]

    def _beside(self, chunk: Chunk, k: int, stop: int) -> Chunk | None:
        """شنت س إلى جانب ص وع ضربات, مع حليفتها ص: who does it with her."""
        infos = self.doc.infos
        stands = chunk.first > 0 and not infos[chunk.first - 1].lemmas.isdisjoint(STANDING)
        if k + 2 >= stop or chunk.kind == "nisba" or stands:
            return None  # تقف س إلى جانب ص
        if infos[k].word.fold in OTHERS:  # مواقع للجيش السوري وأخرى لحزب الله
            theirs = self.at[k + 2 if infos[k + 1].word.fold in BELONG else k + 1]
            whose = theirs is not None and theirs.lead == "ل" and theirs.kind in ("militia", "country", "organization")
            return theirs if whose else None
        if (infos[k].word.fold, infos[k + 1].word.fold) == ("الي", "جانب"):
            q = k + 2 if self.at[k + 1] is None else k + 1  # جانب بريطانيا looks like a side of hers
        elif infos[k].word.fold == "مع" and infos[k + 1].word.fold in ALLY:
            q = k + 2
        else:
            return None
        if q + 2 < stop and (infos[q].word.fold, infos[q + 1].word.fold) == ("كل", "من"):
            q += 2
        other = self.at[q] if q < stop else None
        mine = other is not None and other.first == q and not other.lead and other.kind in AGENTS
        return other if mine and other is not None and other.kind != "nisba" else None

    def _next_of_kin(self, k: int, stop: int) -> Chunk | None:
        """س ونائبه ص, س، وصهره ص: the man behind a noun of kin or of rank that is the first one's."""
        form = self.doc.infos[k].word.fold if k + 1 < stop else ""
        own = self.at[k] if k + 1 < stop else None
        if not (form.startswith("و") and form[1:] in KIN) or (own is not None and own.last > k + 1):
            return None
        named = self.at[k + 1]
        mine = named is not None and named.first == k + 1 and not named.lead
        return named if named is not None and mine and named.kind == "person" else None

    def _in_company(self, chunk: Chunk, k: int, stop: int) -> Chunk | None:
        """استقبل س ص وفي معيته ع, يرافقه ع: who comes with one man and is done to, or does, as he is."""
        if k + 1 >= stop or chunk.kind not in ("person", "title") or self.doc.infos[k].word.fold not in COMPANY:
            return None
        if self.doc.infos[k].prep == "في":
            k += 1
            if self.doc.infos[k].word.fold not in COMPANY:
                return None
        q = k + 1
        if q + 2 < stop and self.doc.infos[q].word.fold == "كل" and self.doc.infos[q + 1].word.fold == "من":
            q += 2
        with_him = self.at[q] if q < stop else None
        named = with_him is not None and with_him.first == q and not with_him.lead
        return with_him if named and with_him.kind in ("person", "title") else None  # type: ignore[union-attr]

    def over_helper(self, p: int, limit: int) -> int:
        """قصفت س بالتعاون مع ص مواقع ع, بمشاركة روسية: behind whoever helps the subject, told at p, or 0."""
        infos, q = self.doc.infos, p + 1
        if infos[p].word.fold not in WITH_WHOM:
            return 0
        if q < limit and infos[q].word.fold in ("من", "مع"):
            q += 1
        helper = self.at[q] if q < limit else None
        if helper is None or helper.first != q or helper.lead:
            return 0
        while (more := self.at[helper.last] if helper.last < limit else None) is not None and more.lead == "و":
            helper = more
        return helper.last
