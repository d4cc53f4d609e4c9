"""What is joined to a noun phrase: lists, those of a group who are named, the people of a body beside its like."""

from __future__ import annotations

from loaders.company import Company
from loaders.doc import Chunk
from loaders.lexicon.sets import word_set
from loaders.phrases import AGENTS
from loaders.text import QUOTES

ALSO = frozenset(("وكذلك", "وايضا"))
ALLIES = word_set("coordination.allies")
"""What is joined to somebody and names nobody else (وحلفاؤها)."""
OTHERS = word_set("coordination.others")
"""Unnamed states and bodies that are joined to somebody."""
OF_OTHERS = word_set("coordination.of_others")
"""Adjectives of unnamed states that are joined to somebody (كييف وعواصم غربية)."""
OF_ALLIES = word_set("coordination.of_allies")
"""Adjectives of those (وحلفاؤها الغربيون)."""
AMONG = word_set("clause.among")
IN_THEM = frozenset(("فيها", "فيهم", "فيه"))
THEY = frozenset(("هم", "هما", "هي"))
DESCRIBING = word_set("coordination.describing")
"""Definite participles that tell behind a body whose it is (المدعومة من س, التابعة لس)."""


class Coordination(Company):
    """Several who do or are done to."""

    def coordinated(self, chunk: Chunk, stop: int) -> list[Chunk]:
        """The chunk and those joined to it: X وY, X، وY."""
        if ministers := self._ministers(chunk, stop):
            return ministers
        out = self._told_together(chunk, stop)
        end = max(chunk.last, out[-1].last)
        while end < stop:
            k = end
            while k < stop and self.doc.texts[k] in QUOTES:
                k += 1
            if k < stop and self.doc.texts[k] in "،," and k + 1 < stop:
                nxt = self.at[k + 1]
                listed = nxt is not None and self._list_goes_on(nxt, stop) and not self._apposed(out[-1])
                if nxt is None or nxt.first != k + 1 or not (nxt.lead == "و" or listed):
                    nxt = self._next_in_turn(chunk, k + 1, stop) or self._in_company(chunk, k + 1, stop)
                    nxt = nxt or self._next_of_kin(k + 1, stop)
                    if nxt is None:
                        break
                    out.append(nxt)
                    end = nxt.last
                    continue
                k += 1
            elif (nxt := self._next_in_turn(chunk, k, stop)) is not None:
                out.append(nxt)
                end = nxt.last
                continue
            if (
                k + 1 < stop
                and self.doc.texts[k] in ("-", "–")
                and (nxt := self.at[k + 1]) is not None
                and nxt.first == k + 1
                and nxt.kind == out[-1].kind
                and nxt.kind in ("person", "country", "nisba")
            ):
                out.append(nxt)  # قمة ترامب-كيم
                end = nxt.last
                continue
            nxt = self.at[k] if k < stop else None
            if nxt is None or nxt.first != k or (nxt.lead not in ("و",) and self.doc.texts[k - 1] not in "،,"):
                if k < stop and self.doc.texts[k] == "و" and k + 1 < stop:
                    q = k + 1
                    while q < stop and self.doc.texts[q] in QUOTES:
                        q += 1
                    nxt = self.at[q] if q < stop else None
                    if nxt is not None and nxt.first == q and nxt.kind in AGENTS | {"place", "agreement"}:
                        out.append(nxt)
                        end = nxt.last
                        continue
                sent = self._delegates_of(k, stop) or self._in_company(chunk, k, stop) or self._next_of_kin(k, stop)
                sent = sent or self._beside(chunk, k, stop)
                if sent is None:
                    break
                out.append(sent)
                end = sent.last
                continue
            if nxt.kind == "title" and (named := self._next_of_kin(k, stop)) is not None:
                out.append(named)
                end = named.last
                continue
            taken = self._takes_up(nxt, stop) if nxt.kind == "nisba" else self._of_next_land(chunk, nxt, stop)
            if taken is not None:
                out.append(taken)
                end = taken.last
                continue
            if (
                nxt.kind == "nisba"
                and out[-1].kind != "nisba"
                and not (out[-1].by == "state:head" and nxt.definite == out[-1].definite)
            ):
                break
            if self.parted(chunk, nxt, stop) or (nxt.number != "s" and any(c.form == "pronoun" for c in nxt.inner)):
                break  # س ومساعدين له
            out.append(nxt)
            end = nxt.last
        return out + self._in_brackets(out[-1], end, stop)

    def _in_brackets(self, whole: Chunk, end: int, stop: int) -> list[Chunk]:
        """دول الحصار (مصر والسعودية والبحرين): the states that make up what stands before the brackets."""
        inner = self.at[end + 1] if end + 1 < stop and self.doc.texts[end] == "(" else None
        if inner is None or inner.first != end + 1 or inner.kind != "country" or whole.kind != "organization":
            return []
        states = self.coordinated(inner, stop)
        closed = states[-1].last < stop and self.doc.texts[states[-1].last] == ")"
        if not closed or len(states) < 2 or any(c.kind not in ("country", "nisba") for c in states):
            return []
        self.bracketed.update((c.first, end) for c in (whole, *states))
        return states

    def of_one(self, a: Chunk, b: Chunk) -> bool:
        """Whether both are told as one: the states in the brackets and what they make up."""
        return a.first in self.bracketed and self.bracketed[a.first] == self.bracketed.get(b.first)

    def _next_in_turn(self, chunk: Chunk, k: int, stop: int) -> Chunk | None:
        """مع س، ثم ص; مع س ومع ص; بس وبص: who follows when the preposition is said again or the order is told."""
        prep = self.doc.infos[chunk.first - 1].prep if chunk.first and not chunk.lead else None
        then = k < stop and self.doc.infos[k].word.fold in ("ثم", "ومنها", "ومنه")
        also = k + 1 < stop and self.doc.infos[k].word.fold in ALSO
        if then or also:
            k += 1
        if k >= stop:
            return None
        info, nxt = self.doc.infos[k], self.at[k]
        if prep and info.prep == prep and nxt is None and (then or also or info.word.fold == "و" + prep):
            k += 1
            nxt = self.at[k] if k < stop else None
        elif also and not prep:
            pass  # الصين وكذلك روسيا
        elif not then and not (nxt is not None and chunk.lead[-1:] in ("ب", "ل") and nxt.lead == "و" + chunk.lead[-1:]):
            return None
        if nxt is None or nxt.first != k or nxt.kind not in AGENTS | {"place", "agreement"} or nxt.kind == "nisba":
            return None
        return nxt if not nxt.lead or nxt.lead == "و" + chunk.lead[-1:] else None

    def _told_together(self, chunk: Chunk, stop: int) -> list[Chunk]:
        """Whom one title of several means: نظرائه الروسي، س: his name; الرئيسين التركي والروسي: both nations."""
        if chunk.kind != "title" or not chunk.roles or not chunk.roles[0].many:
            return [chunk]
        k = chunk.last
        if k + 2 < stop and (self.doc.infos[k].word.fold, self.doc.infos[k + 1].word.fold) == ("كل", "من"):
            land = self.at[k + 2]  # وزراء خارجية كل من س وص
            if land is not None and land.first == k + 2 and not land.lead and land.kind == "country":
                return [land]
        if k < stop and self.doc.texts[k] in "،,":
            k += 1
        named = self.at[k] if k < stop else None
        if named is not None and named.first == k and named.kind == "person" and not named.lead:
            return [named]
        nations = [c for c in chunk.inner if c.form == "nisba" and c.actor]
        seats = chunk.roles[0].kind == "office" or chunk.roles[0].head == "نظير"  # not لاعبو المنتخبين
        others = [c for c in nations if c.actor != chunk.actor and self.doc.texts[c.first].startswith("و")]
        return [chunk, *others] if seats else [chunk]

    def _ministers(self, chunk: Chunk, stop: int) -> list[Chunk]:
        """وزيرا خارجية س وص فلان وفلان: those named behind the lands whose one title they bear, when as many."""
        if chunk.kind != "title" or not chunk.roles:
            return []
        lands, people, p = 1, list[Chunk](), chunk.last
        while p < stop and (one := self.at[p]) is not None and one.first == p:
            if one.kind == "country" and one.lead == "و" and not people:
                lands += 1
            elif one.kind == "person" and one.lead == ("و" if people else ""):
                people.append(one)
            else:
                break
            p = one.last
        return people if len(people) == lands > 1 else []

    def _takes_up(self, nisba: Chunk, stop: int) -> Chunk | None:
        """نظيريه الروسي س والتركي، ص: the name behind an adjective that takes up the office of the one before."""
        k = nisba.last
        if k < stop and self.doc.texts[k] in "،,":
            k += 1
        named = self.at[k] if k < stop else None
        if named is None or named.first != k or named.kind != "person":
            return None
        return named if any(r.first == nisba.first for r in named.roles) else None

    def _of_next_land(self, chunk: Chunk, land: Chunk, stop: int) -> Chunk | None:
        """وزراء خارجية س فلان وص فلان: the name behind the next land whose minister he is."""
        many = chunk.kind == "person" and bool(chunk.roles) and chunk.roles[0].many
        named = self.at[land.last] if land.kind == "country" and land.last < stop else None
        mine = many and named is not None and named.first == land.last and named.kind == "person" and not named.lead
        return named if mine and named is not None and not named.roles else None

    def _apposed(self, chunk: Chunk) -> bool:
        """دعا الأمين العام، فلان، س وص; دعا فلان، وزير س، ص وع: whether the comma behind only closes an apposition."""
        if "،" in self.doc.texts[chunk.first : chunk.last]:
            return True
        return any(r.kind == "office" and r.first >= chunk.nlast for r in chunk.roles)

    def _list_goes_on(self, chunk: Chunk, stop: int) -> bool:
        """X، Y وZ: a comma list that ends in و."""
        end = chunk.last
        nxt = self.at[end] if end < stop else None
        return nxt is not None and nxt.first == end and nxt.lead == "و" and nxt.kind in AGENTS and chunk.kind in AGENTS

    def modified(self, end: int, stop: int) -> int:
        """The end of a noun phrase that ends at `end` and goes on with a participle (كتائب س المدعومة من ص)."""
        end = self._part_of_body(self._other_name(end, stop), stop)
        if end < stop and self.at[end] is None and self.doc.infos[end].word.fold in ALLIES:
            end += 1  # الولايات المتحدة وحلفاؤها
            while end < stop and self.at[end] is None and self.doc.infos[end].word.fold in OF_ALLIES:
                end += 1  # كييف وحلفاؤها الغربيون
        elif end + 1 < stop and self.at[end] is None and self.doc.infos[end].word.fold in OTHERS:
            q = end + 1
            while q < stop and self.at[q] is None and self.doc.infos[q].word.fold in OF_OTHERS:
                q += 1
            end = q if q > end + 1 else end  # كييف وعواصم غربية
        if end + 1 >= stop or self.at[end] is not None or not self.doc.texts[end].startswith("ال"):
            return end
        info = self.doc.infos[end]
        if info.word.fold not in DESCRIBING and not any(r.pos == "participle" and r.definite for r in info.verbs):
            return end
        if self.doc.infos[end].word.fold.startswith("المدعوم") and self.backer(end) is not None:
            return end + 2  # المدعومة إيرانيا
        q = end + 2 if self.doc.infos[end + 1].prep else end + 1
        owner = self.at[q] if q < stop else None
        if owner is None or owner.first != q or (q == end + 1 and owner.lead not in ("ل", "ب")):
            return end
        return self.coordinated(owner, stop)[-1].last if not owner.lead else owner.last

    def _part_of_body(self, end: int, stop: int) -> int:
        """المجلس الوطني لحزب س: behind the listed body whose part, known by its kind alone, ends at `end`."""
        part, whole = self.at[end - 1] if end else None, self.at[end] if end < stop else None
        if part is None or whole is None or whole.first != end or whole.lead != "ل" or not whole.entities:
            return end
        bare = part.kind == "organization" and part.by == "head:name" and not part.entities
        return whole.last if bare and whole.kind in ("organization", "militia") else end

    def backer(self, i: int) -> Chunk | None:
        """المدعومة إماراتيا, المدعوم تركيا: the state that the adverb behind the participle at i is of."""
        chunk = self.at[i + 1] if i + 1 < self.doc.n else None
        if chunk is None or chunk.first != i + 1 or chunk.length > 1 or chunk.lead:
            return None
        if chunk.kind == "nisba" and chunk.definite:
            return None
        adverb = self.doc.texts[i + 1].rstrip("\u064b").endswith("ا")
        return chunk if adverb and chunk.kind in ("nisba", "country") else None

    def _other_name(self, end: int, stop: int) -> int:
        """القيادة الأمريكية في إفريقيا «أفريكوم»: behind the short name in quotes of the body that ends at `end`."""
        body, texts = self.at[end - 1] if end else None, self.doc.texts
        if body is None or body.kind != "organization" or end + 2 >= stop or texts[end] not in QUOTES:
            return end
        short = self.at[end + 1]
        name = self.doc.infos[end + 1]
        bare = short is None and not (name.closed or name.prep or name.verbs)
        same = bare or (short is not None and short.last == end + 2 and short.actor == body.actor)
        return end + 3 if same and texts[end + 2] in QUOTES else end

    def _some(self, start: int, stop: int) -> list[Chunk]:
        """ثلاث شركات بينها س, دولا غربية من بينها س وص: those of a group who are named."""
        doc = self.doc
        for p in range(start, min(stop - 1, start + 7)):
            chunk = self.at[p]
            if chunk is not None and chunk.kind != "nisba":
                return self.coordinated(chunk, stop) if chunk.first == p and chunk.lead == "و" and p > start else []
            if doc.infos[p].word.fold.removeprefix("و") in AMONG:
                named = self.at[p + 1]
                return self.coordinated(named, stop) if named is not None and named.first == p + 1 else []
            if p > start and doc.infos[p].word.fold.removeprefix("و") in THEY:
                return self._they(p, stop)
            if p > start and doc.infos[p].word.fold == "بما" and doc.infos[p + 1].word.fold in IN_THEM:
                named = self.at[p + 2] if p + 2 < stop else None  # الجماعات المسلحة بما فيها س
                return self.coordinated(named, stop) if named is not None and named.first == p + 2 else []
            info = doc.infos[p]
            relative = "relative" in info.closed and not info.prep
            if doc.texts[p] in ".:؛" or "complement" in info.closed or relative:
                return []
            if "verb" in info.kinds and chunk is None and not info.closed:
                return []
        return []

    def _they(self, p: int, stop: int) -> list[Chunk]:
        """ثلاثة مسؤولين، هم س وص: a whole group by its names."""
        q = p + 2 if self.doc.texts[p + 1] == ":" else p + 1
        named = self.at[q] if q < stop and (q > p + 1 or self.doc.texts[p - 1] in "،,") else None
        return self.coordinated(named, stop) if named is not None and named.first == q and not named.lead else []

    def members(self, start: int, stop: int) -> list[Chunk]:
        """عشرين شخصا، بينهم القيادي فلان: those of a group who are named, over a comma."""
        doc = self.doc
        for p in range(start, min(stop - 1, start + 18)):
            if doc.texts[p] in ":؛." or "complement" in doc.infos[p].closed:
                return []
            if doc.infos[p].word.fold.removeprefix("و") in AMONG:
                named = self.at[p + 1]
                return self.coordinated(named, stop) if named is not None and named.first == p + 1 else []
        return []
