"""Whose a thing is: the possessor, nation or doer that a noun between an act and its actor belongs to."""

from __future__ import annotations

from loaders.doc import Chunk
from loaders.lexicon.sets import word_set
from loaders.phrases import AGENTS
from loaders.subjects import Subjects
from loaders.text import QUOTES

PARTS = word_set("clause.parts")
FLYING = frozenset(("ترفع", "تحمل", "يرفع", "يحمل", "رافعه"))
FLAG = frozenset(("علم", "العلم"))
THROUGH = word_set("clause.through")
"""What an act is done to in its owner's place: مواقع حماس, قوات س."""
BELONGING = word_set("clause.belonging")
ARMS_AND_MEN = word_set("clause.arms_and_men")
"""What may stand between a thing and its owner: مخازن أسلحة لحماس."""
NATIONAL = THROUGH - {"حدود", "محيط"}
"""Those of THROUGH that a nation acts by: not where its borders are (على الحدود اللبنانية)."""
KIN = word_set("clause.kin")
"""Whose they are stands in their ending; the name follows."""
OF_A_LAND = frozenset(("شعب", "حكومه", "قياده", "جيش", "قيادات", "امن", "استقرار", "سياده"))
"""What is joined to a noun that stands for its owner (حكومة وشعب س)."""
SUFFERING = word_set("clause.suffering")
"""Verbs whose subject is the one done to (الهجمات التي تتعرض لها س)."""
PEOPLE = word_set("clause.people")
"""Those of a country: أشقائنا في س, السلطات في س."""
WHAT = {"ما": "", "بما": "ب", "لما": "ل", "مما": "من"}
"""What, with the preposition that is written with it."""
STANDING_IN = frozenset(("ورد", "جاء"))
"""Verbs of what stands in a text (ما ورد في تقرير س)."""
DONE_SO = frozenset(("به", "بها", "عليه", "اليه", "عنه", "منه"))
"""Prepositions with the pronoun of what one has done (ما أقدمت عليه س)."""
CALLED = word_set("clause.called")
UNDONE = word_set("owners.undone")
"""Verbs of what befalls somebody, or what he thinks of it, and not of what he did."""
ISSUED = frozenset(("الصادر", "الصادره", "الصادرين", "الصادرات"))


class Owners(Subjects):
    """Nouns that stand for whose they are."""

    def possessor(self, p: int, limit: int) -> Chunk | None:
        """Whose a thing is that stands at p: مواقع حماس, موقعا عسكريا لحماس, مخازن أسلحة تابعة للحوثيين."""
        doc = self.doc
        if p >= limit or not self.is_thing(p):
            return None
        for q in range(p + 1, min(limit, p + 6)):
            chunk, info = self.at[q], doc.infos[q]
            form = info.word.fold
            if chunk is not None:
                return chunk if chunk.first == q and chunk.lead in ("", "ل") else None
            if form == "من" and doc.infos[q - 1].word.fold in PARTS:
                continue
            if doc.texts[q] in QUOTES or (info.prep == "ل" and q + 1 < limit and doc.texts[q + 1] in QUOTES):
                continue  # مقرا لـ«هيئة س»
            if form in FLYING and q + 2 < limit and doc.infos[q + 1].word.fold in FLAG:
                return self.at[q + 2]  # ناقلة ترفع علم بنما, سفينة ترفع العلم البريطاني
            between = (
                self.is_thing(q) or form in BELONGING or form in ARMS_AND_MEN or form.endswith(("يه", "يا", "يين"))
            )
            if not between and not (form.endswith("ي") and q == p + 1):
                return None
            if info.closed - {"modifier"} or info.prep:
                return None  # but مواقع عسكرية تابعة لس
        return None

    def is_thing(self, p: int) -> bool:
        form = self.doc.infos[p].word.fold
        if self.at[p] is not None:
            return False
        bare = form[1:] if form.startswith("و") and form not in THROUGH else form
        return bare in THROUGH or (bare.endswith("ا") and bare[:-1] in THROUGH)

    def issued_by(self, p: int, stop: int) -> Chunk | None:
        """القرار الصادر عن س, البيان الصادر من ص: whose the words at p are."""
        infos = self.doc.infos
        if p + 3 >= stop or self.at[p] is not None or not infos[p].definite:
            return None
        if infos[p + 1].word.fold not in ISSUED or infos[p + 2].prep not in ("عن", "من"):
            return None
        chunk = self.at[p + 3]
        return chunk if chunk is not None and chunk.first == p + 3 and not chunk.lead else None

    def owner_of(self, q: int, limit: int, form: str) -> list[Chunk]:
        """Whose the noun at q is that stands for its owner: قوات س, الشعب التركي, أشقائنا في س, أخيه فلان."""
        if q + 1 >= limit or self.at[q] is not None:
            return []
        joined = self.doc.infos[q + 1].word.fold
        if q + 2 < limit and form in THROUGH and joined.startswith("و") and joined[1:] in OF_A_LAND:
            q += 1  # مع حكومة وشعب لبنان
        elif q + 2 < limit and form[:2] == "ال" and form[2:] in OF_A_LAND and joined[:3] == "وال":
            q, form = (q + 1, joined[1:]) if joined[3:] in OF_A_LAND else (q, form)  # للحكومة والشعب الأفغاني
        target = self.at[q + 1]
        if target is not None and target.first == q + 1:
            person = target.kind in ("person", "title")
            nation = form.startswith("ال") and target.kind == "nisba" and form[2:] in NATIONAL
            if (form in THROUGH and not (form == "نظام" and person)) or (
                not target.lead and (nation or (form in KIN and person))
            ):
                return self.coordinated(target, limit)
        if form in PEOPLE and self.doc.infos[q + 1].prep == "في" and q + 2 < limit:
            target = self.at[q + 2]
            if target is not None and target.first == q + 2 and target.kind == "country":
                return [target]
        return []

    def relative_doer(self, p: int, stop: int) -> list[Chunk]:
        """بالجهود التي تبذلها مصر, الدور الذي تضطلع به قطر: the doer in the relative clause of a noun that is his."""
        doc = self.doc
        if "relative" not in doc.infos[p].closed or doc.infos[p].word.fold not in ("الذي", "التي"):
            return []
        for q in range(p + 1, min(stop, p + 5)):
            chunk = self.at[q]
            if any(r.lemma in SUFFERING for r in doc.infos[q].verbs):
                return []
            if chunk is not None and chunk.first == q:
                own = any(info.word.fold.endswith(("ه", "ها")) for info in doc.infos[p + 1 : q])
                agent = not chunk.lead and chunk.kind in AGENTS and chunk.kind != "nisba"
                return self.coordinated(chunk, stop) if own and agent else []
            if not doc.texts[q][0].isalpha() or "complement" in doc.infos[q].closed:
                return []
        return []

    def what_of(self, p: int, stop: int, preps: frozenset[str] = frozenset(("",))) -> list[Chunk]:
        """ما تقوم به س, بما قالته س, ما ورد في قرار س, ما صدر عن س: whose doing or word the clause at p tells."""
        doc = self.doc
        if p + 2 >= stop or WHAT.get(doc.infos[p].word.fold, "-") not in preps or self.at[p] is not None:
            return []
        verb, behind = doc.infos[p + 1], doc.infos[p + 2].word.fold
        if self.at[p + 1] is not None or verb.closed or verb.prep or verb.definite or verb.word.fold in CALLED:
            return []
        if not verb.lemmas.isdisjoint(STANDING_IN):
            return self.behind(p + 3, stop) if behind == "في" else []
        if behind == "عن" and verb.word.fold in ("صدر", "يصدر"):
            doer = self.at[p + 3] if p + 3 < stop else None
            return self.coordinated(doer, stop) if doer is not None and doer.first == p + 3 and not doer.lead else []
        by_it = behind in DONE_SO
        own = verb.word.fold.endswith("ه") and not doc.texts[p + 1].endswith("ة")
        if not (by_it or own) or not verb.lemmas.isdisjoint(UNDONE):
            return []
        at = p + 3 if by_it else p + 2
        doer = self.at[at] if at < stop else None
        if doer is None or doer.first != at or doer.lead or doer.kind not in AGENTS or doer.kind == "nisba":
            return []
        found = self.coordinated(doer, stop)
        end = found[-1].last
        thought = end < stop and "complement" in doc.infos[end].closed  # ما قال فلان إنه انتهاك
        return [] if thought or (end < stop and doc.infos[end].word.fold == "ب") else found

    def _finite(self, p: int) -> bool:
        """Whether the word at p can be nothing but a verb."""
        return self.doc.infos[p].kinds == {"verb"}

    def behind(self, start: int, stop: int) -> list[Chunk]:
        """Whose a noun is: its possessor or its nation (بجهود الرياض, بالدور الروسي, هجوم داعش), within two words."""
        doc, p = self.doc, start
        form = doc.infos[p].word.fold if p < stop else ""
        rests = [rest for lead, rest in doc.infos[p].word.splits if lead[-1:] in ("ب", "ل")] if p < stop else []
        there = self.owner_of(p, stop, rests[0] if rests else form)
        if there:
            return there
        while p < min(stop, start + 4):
            done = self.relative_doer(p, stop) if start < p <= start + 2 else []
            if done:
                return done
            chunk = self.at[p]
            if chunk is not None and chunk.first == p:
                if chunk.lead or (p == start and chunk.kind == "nisba"):
                    return []
                if chunk.kind != "nisba":
                    return self.coordinated(chunk, stop)
                other = self.at[chunk.last] if chunk.last < stop else None  # بالعلاقات المصرية الفرنسية
                both = other is not None and other.first == chunk.last and (other.kind, other.lead) == ("nisba", "")
                return [chunk, other] if both and other is not None else [chunk]
            if doc.texts[p] in QUOTES and (p <= start + 1 or (p <= start + 3 and doc.texts[p - 2] in QUOTES)):
                p += 1  # على «عدائية» س
                continue
            closed = doc.infos[p].closed - {"modifier"}
            if not doc.texts[p][0].isalpha() or closed or doc.dated[p] or self._finite(p):
                return []
            p += 1
        return []
