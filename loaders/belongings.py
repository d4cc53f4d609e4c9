"""Whose arm a body is: التابع لـ, المدعوم من, الذراع, الذي تقوده (ONTOLOGY.md, Borderline 8)."""

from __future__ import annotations

from loaders.doc import Chunk
from loaders.inserts import WINGS
from loaders.kinds import BODIES, FORCES
from loaders.lexicon.sets import word_set
from loaders.text import QUOTES
from loaders.weapons import Weapons

BELONGING = {
    prep: word_set(f"relations.belonging.{name}")
    for prep, name in (("ل", "to"), ("من", "from"), ("ب", "with"), ("عن", "off"), ("الي", "into"), ("في", "in"))
}
"""Participles of belonging by the preposition before the owner."""
_PARTICIPLES = frozenset(and_ + word for words in BELONGING.values() for word in words for and_ in ("", "و"))
UNDER = word_set("relations.under")
"""Nouns of ruling between a participle and the owner: التابعة لإدارة حماس."""
RULING = word_set("relations.ruling")
RULES = RULING | {"سيطر"}
NOT = frozenset(("غير", "ليس", "ليست", "وغير"))
GAP = '،,-–(»”"'


class Belongings(Weapons):
    """Adds whose arm a body is."""

    def _belongings(self) -> None:
        self._wings()
        for chunk in self.cast.chunks:
            for inner in chunk.inner:
                if inner.by == "within":
                    self._belongs(chunk, inner, chunk.first, "asserted", "frame:affiliated_with:named")
        rules = {i for i in self.doc.verbal if not RULES.isdisjoint(self.doc.infos[i].lemmas)}
        for i in sorted(rules.union(self.doc.spots(_PARTICIPLES))):
            if self.syntax.at[i] is None:
                self._belonging(i)
                self._ruled(i)

    def _ruled(self, i: int) -> None:
        """القناة التي يسيطر عليها س, الشركة التي يملكها ص, الجماعة التي تمولها ع."""
        doc = self.doc
        sent = doc.sents[self.syntax.sent_of[i]]
        for r in doc.infos[i].verbs:
            over = r.lemma == "سيطر" and i + 1 < sent.last and doc.infos[i + 1].word.fold in ("عليها", "عليه")
            if r.pos != "verb" or not (over or (r.pronoun and r.lemma in RULING)):
                continue
            head = self._relative_head(i)
            args = self.syntax.subject(i, r, sent.last)
            if head is None or not args.chunks or args.how != "after":
                return
            for owner in args.chunks:
                self._belongs(head, owner, i, "asserted", "frame:affiliated_with:ruled")
            return

    def _belonging(self, i: int) -> None:
        """لواء س التابع لـ ص, س، وهي جماعة مسلحة تابعة لـ ص, الوكالة التابعة لها."""
        doc, form = self.doc, self.doc.infos[i].word.fold
        bare = form[1:] if form.startswith("و") and len(form) > 4 else form
        preps = [p for p, words in BELONGING.items() if bare in words]
        if not preps:
            return
        sent = doc.sents[self.syntax.sent_of[i]]
        who = self._before_participle(i, sent.first, bare)
        if who is None or who.lead.endswith("ك"):
            return
        last = min(sent.last, i + 7)
        for prep in preps:
            nxt = doc.infos[i + 1].word.fold if i + 1 < last else ""
            owners: list[Chunk] = []
            if prep == "ل" and nxt in ("له", "لها"):
                main = [c for c in self._main(i, sent.first, sent.last) if c.actor != who.actor]
                owners = main if main and main[0].gender == ("f" if nxt == "لها" else "m") else []
            elif prep == "من" and (backer := self.syntax.backer(i)) is not None:
                owners = [backer]  # المدعوم إماراتيا
            else:
                owners = self._owner_behind(i + 1, last, prep)
            if owners:
                status = "denied" if i and doc.infos[i - 1].word.fold in NOT else "asserted"
                for owner in owners:
                    self._belongs(who, owner, i, status, f"frame:affiliated_with:{prep}")
                return

    def _owner_behind(self, p: int, last: int, prep: str) -> list[Chunk]:
        """The noun phrase that the preposition right behind the participle governs, or that rules under it."""
        syntax, infos = self.syntax, self.doc.infos
        while p < last and self.doc.infos[p].word.fold in ("رسميا", "مباشره", "اداريا", "عسكريا", "ماليا"):
            p += 1
        if p >= last:
            return []
        chunk = syntax.at[p]
        if chunk is not None and chunk.first == p:
            return syntax.coordinated(chunk, last) if chunk.lead[-1:] == prep else []
        if infos[p].prep != prep:
            ruled = any(lead[-1:] == prep and rest in UNDER for lead, rest in infos[p].word.splits)
            q = p + 1
        else:
            q, ruled = p + 1, True
            while q < last and self.doc.texts[q] in QUOTES:
                q += 1
            if q < last and infos[q].word.fold in UNDER:
                q += 1
            if q + 1 < last and infos[q].word.fold in ("قبل", "جانب", "طرف"):
                q += 1
        target = syntax.at[q] if ruled and q < last else None
        return syntax.coordinated(target, last) if target is not None and target.first == q and not target.lead else []

    def _before_participle(self, i: int, first: int, form: str) -> Chunk | None:
        """The body of which the participle is said: right before it, or before وهي جماعة مسلحة."""
        doc, k, plain = self.doc, i - 1, False
        while k >= first and k > i - 9:
            chunk = self.syntax.at[k]
            if chunk is not None:
                if chunk.kind in ("nisba", "place") or (chunk.kind == "country" and plain):
                    k = chunk.first - 1
                    continue
                break
            word = doc.infos[k].word.fold
            if word in ("وهو", "وهي", "هو", "هي"):
                k, plain = k - 1, False
                while k >= first and doc.texts[k] in GAP:
                    k -= 1
                break
            if doc.texts[k] not in GAP and doc.texts[k] not in QUOTES:
                info = doc.infos[k]
                definite = word.startswith("ال")
                if (
                    info.closed - {"modifier"}
                    or info.prep
                    or not word[:1].isalpha()
                    or (definite and not form.startswith("ال"))
                ):
                    return None
                if definite and not (word.endswith(("ي", "يه")) or word in doc.lex.heads or info.mods):
                    return None
                plain = plain or not definite
            elif plain and doc.texts[k] in GAP:
                return None
            k -= 1
        who = self.syntax.at[k] if k >= first else None
        if who is None or who.last != k + 1 or (plain and doc.infos[k + 1].word.fold not in ("وهو", "وهي")):
            return None
        female = form.endswith("ه")
        if who.gender not in ("f" if female else "m", None) or self._type(who) not in BODIES:
            return None
        return who

    def _belongs(self, who: Chunk, owner: Chunk, i: int, status: str, by: str) -> None:
        if owner.head.startswith("state:"):
            return  # التابعة للحكومة
        if self._type(who) in BODIES and self._type(owner) in FORCES:
            self._emit(who, "AFFILIATED_WITH", owner, status, i, by, 0.85, FORCES)

    def _wings(self) -> None:
        """س، الجناح العسكري لحركة ص; س، ذراع ص: one is an arm of the other."""
        doc = self.doc
        for i in doc.spots(WINGS):
            if self.syntax.at[i] is not None:
                continue
            k = i - 1
            if k >= 0 and doc.infos[k].word.fold in ("وهو", "وهي"):
                k -= 1
            while k >= 0 and doc.texts[k] in GAP:
                k -= 1
            a = self.syntax.at[k] if k >= 0 else None
            b = self.syntax.with_prep(i + 1, min(doc.n, i + 6), frozenset(("ل", "في")), 4)[:1]
            if a is not None and a.last == k + 1 and b:
                self._belongs(a, b[0], i, "asserted", "frame:wing")
