"""Subjects told at a distance or by what is theirs: a delegation, a report, a plane, a strike, one before a place."""

from __future__ import annotations

from loaders.coordination import Coordination
from loaders.doc import Chunk
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.phrases import AGENTS, DELEGATES, LED, RELATIVES

DOINGS = word_set("clause.doings")
JUDGING = word_set("delegations.judging")
"""Verbs of judging: their subject is somebody."""
OFFERED = word_set("delegations.offered")
"""What one offers, and who offers it not (وعرض وساطة بلاده)."""
JUDGED = word_set("delegations.judged")
"""What is judged of somebody, his doing or his word."""
THEIR_OWN = word_set("recipients.their_own")
"""What is praised or criticised of somebody, its pronoun off (جهوده, سياستها)."""
COURTS = word_set("delegations.courts")
CONVICTING = frozenset(("أدان", "دان"))
PLANES = frozenset(("طايره", "مروحيه"))
REPORTS = frozenset(("تقرير", "دراسه", "تحقيق", "وثيقه", "بيان", "بلاغ"))
GIVEN_BY = frozenset(("عن", "اصدرته", "اصدره", "نشرته", "نشره", "اعدته", "اعده"))
"""Words before whoever made a report."""
ASKING = frozenset(("حث", "حض", "ناشد"))
"""Verbs of asking that say whom."""
WITH_WHOM = word_set("delegations.with_whom")
"""Words between a subject and whoever helps it, before the verb (س بدعم من ص شنت)."""
LEADERS = word_set("owners.leaders")
"""Nouns of who leads a body, before it (قيادة الحركة)."""
BRANCHES = word_set("delegations.branches")
"""Services and men whose body acts through them (الأجهزة الأمنية التابعة لس)."""
SERVICES = frozenset(("اجهزه", "جهاز", "شرطه", "استخبارات", "مخابرات", "دوريه", "دوريات"))
"""Those that only a state has of its own (not قوات تابعة لإيران)."""
BELONG = frozenset(("التابعه", "التابع", "التابعون", "تابعه", "تابعون", "تابع", "التابعين"))
SECURITY = frozenset(("الامن", "الدرك"))
"""Nouns that with a nation's adjective mean her police (أوقف الأمن اللبناني فلانا)."""
OFFICES = word_set("owners.offices")
"""Parts of a body that act as it (المكتب السياسي لحركة س)."""
REACH = 8
"""How many tokens may stand between a delegation and the name of its head."""
MEN_COMING = word_set("delegations.men_coming")
"""Men and vehicles on the move, behind a verb of coming (دخل رتل للقوات س)."""
OF_SOMEBODY = word_set("clause.belonging") | word_set("clause.arms_and_men")


class Delegations(Coordination):
    """What stands between a subject and its verb."""

    def thing(self, lemma: str, p: int) -> bool:
        """وانتقد موقف س, كما أشاد بجهود س: whether the word at p is what is judged, and judges nobody."""
        info = self.doc.infos[p]
        if lemma == "عرض" and not OFFERED.isdisjoint(info.word.rests):
            return True  # وعرض وساطة بلاده
        if lemma not in JUDGING or self.at[p] is not None:
            return False
        then = self.doc.infos[p + 1] if p + 1 < self.doc.n else None
        for lead, rest in info.word.splits:
            if lead[-1:] not in ("", "ب", "ل") or rest.removeprefix("ال") not in JUDGED:
                continue
            if not rest.startswith("ال") and not (lead and rest.startswith("ل")):
                return True
            if then is not None and (then.word.fold in RELATIVES or not lead):
                return True  # بالدور الذي تلعبه س
        return False

    def of_theirs(self, p: int) -> bool:
        """بجهوده, لدورها: a thing that is somebody's, behind a preposition written with it."""
        return any(
            lead[-1:] in ("ب", "ل") and rest.endswith(end) and rest[: -len(end)] in THEIR_OWN
            for lead, rest in self.doc.infos[p].word.splits
            for end in ("ها", "ه", "هم")
        )

    def _branch_of(self, p: int, stop: int) -> Chunk | None:
        """أجهزة الأمن التابعة للسلطة س, مسلحون تابعون لحركة ص: the body whose branch or men are the subject."""
        if self.doc.infos[p].word.fold.removeprefix("ال") not in BRANCHES:
            return None
        for q in range(p + 1, min(stop - 1, p + 4)):
            if self.at[q] is not None or self.doc.infos[q].prep or not self.doc.texts[q][0].isalpha():
                return None
            if self.doc.infos[q].word.fold in BELONG:
                chunk = self.at[q + 1]
                mine = chunk is not None and chunk.first == q + 1 and chunk.lead == "ل"
                state = self.doc.infos[p].word.fold.removeprefix("ال") in SERVICES
                kinds = ("militia", "organization", "country") if state else ("militia", "organization")
                return chunk if mine and chunk is not None and chunk.kind in kinds else None
        return None

    def guarded_by(self, chunk: Chunk) -> Chunk | None:
        """الأمن اللبناني, الدرك الجزائري: the nation whose security acts, at its adjective."""
        security = chunk.first > 0 and self.doc.infos[chunk.first - 1].word.fold in SECURITY
        return chunk if security and chunk.kind == "nisba" and chunk.definite and not chunk.lead else None

    def maker(self, p: int, stop: int) -> Chunk | None:
        """اتهم تقرير لمنظمة س, كشف تقرير صادر عن س, حطت طائرة فلان: whose the thing at p is, who does what it does."""
        doc = self.doc
        form = doc.infos[p].word.fold.removeprefix("ال")
        own = self.at[p + 1] if p + 1 < stop else None
        if (whose := self._branch_of(p, stop)) is not None:
            return whose
        if own is not None and (guard := self.guarded_by(own)) is not None:
            return guard
        if form in PLANES and own is not None and own.first == p + 1 and not own.lead:
            own = self.bearer(own)
            return own if own.kind in ("person", "title") and own.actor else None
        if form not in REPORTS:
            return None
        for q in range(p + 1, min(stop, p + 6)):
            chunk, info = self.at[q], doc.infos[q]
            if chunk is not None:
                mine = chunk.first == q and chunk.kind in ("organization", "militia") and bool(chunk.actor)
                given = chunk.lead == "ل" or chunk.by == "nisba:body" or doc.infos[q - 1].word.fold in GIVEN_BY
                return chunk if mine and given else None
            if not (doc.texts[q][0].isalpha() or doc.dated[q]) or "complement" in info.closed:
                return None
        return None

    def asked_of(self, lemma: str, end: int) -> bool:
        """حث س[، التي …،] على, ناشد س إيفاد بعثة: whether the phrase that ends at `end` is whom a verb asks that
        needs somebody to ask."""
        doc, p = self.doc, end
        if lemma not in ASKING or p >= doc.n:
            return False
        if doc.texts[p] in "،," and p + 1 < doc.n and "relative" in doc.infos[p + 1].closed:
            p = next((q + 1 for q in range(p + 2, min(doc.n - 1, p + 22)) if doc.texts[q] in "،,"), p)
        info = doc.infos[p]
        return info.prep == "علي" or (
            lemma == "ناشد" and any(r.pos == "masdar" and not r.prep for r in info.verbs) and self.at[p] is None
        )

    def headed_by(self, p: int, limit: int) -> Chunk | None:
        """قيادة حركة س, أوساط في حزب س: the body that the noun at p speaks for."""
        form, q = self.doc.infos[p].word.fold.removeprefix("و"), p + 1
        if self.at[p] is not None or form not in LEADERS:
            return None
        if q < limit and self.doc.infos[q].word.fold in ("في", "من", "رياسه"):
            q += 1  # هيئة رئاسة المجلس
        chunk = self.at[q] if q < limit else None
        here = chunk is not None and chunk.first == q and not chunk.lead
        if chunk is None or not here or self.cast.types.get(chunk.actor or "") not in ("militia", "organization"):
            return None
        return chunk if chunk.kind in ("militia", "organization", "backref") else None

    def part_of(self, chunk: Chunk) -> Chunk | None:
        """المكتب السياسي لحركة س, الجناح العسكري لحزب س: the body that an office of its own acts for."""
        whole = self.at[chunk.last] if chunk.last < self.doc.n else None
        own = whole is not None and whole.first == chunk.last and whole.lead == "ل"
        if whole is None or not own or chunk.kind != "organization" or chunk.entities:
            return None
        office = self.doc.infos[chunk.first].word.fold.removeprefix("ال") in OFFICES
        return whole if office and whole.kind in ("militia", "organization") else None

    def led(self, p: int, limit: int) -> Chunk | None:
        """وفد حكومي برئاسة فلان: the person who heads the delegation at token p, who acts for it."""
        doc = self.doc
        if DELEGATES.isdisjoint(doc.infos[p].word.rests):
            return None
        for q in range(p + 1, min(limit - 1, p + REACH)):
            if doc.texts[q] in "،,:؛." or "complement" in doc.infos[q].closed:
                return None
            if doc.infos[q].word.fold in LED:
                head = self.at[q + 1]
                return head if head is not None and head.first == q + 1 and head.kind in ("person", "title") else None
        return None

    def heads_delegation(self, chunk: Chunk, first: int) -> bool:
        """Whether a delegation stands before the person, who heads it (إن وفدا من س برئاسة فلان سيزور)."""
        doc, i = self.doc, chunk.first - 1
        if i <= first or chunk.kind not in ("person", "title") or doc.infos[i].word.fold not in LED:
            return False
        for q in range(i - 1, max(first, i - REACH) - 1, -1):
            if doc.infos[q].word.fold in DELEGATES:
                return q == first or not doc.infos[q - 1].prep or "complement" in doc.infos[q - 1].closed
            if doc.texts[q] in "،,:؛.":
                return False
        return False

    def before_place(self, place: Chunk, first: int) -> Chunk | None:
        """وكان المجلس المحلي في مدينة س قد طالب: the noun phrase that a place behind في belongs to."""
        doc, i = self.doc, place.first - 1
        if place.kind != "place" or i <= first or doc.infos[i].word.fold != "في":
            return None
        owner = self.at[i - 1]
        return owner if owner is not None and owner.last == i and owner.kind in ("organization", "militia") else None

    def had(self, i: int, first: int) -> Chunk | None:
        """وكانت س وخمس دول قد وقعت, كان س خلال زيارته قد دعا: the subject right behind كان; سبق لس أن زار: behind ل."""
        if self.doc.infos[i - 1].word.fold in ("ان", "وان"):
            if i - 3 >= first and self.doc.infos[i - 2].word.fold == "سبق":
                return self._before_that(i - 3, first)
            him = self.at[i - 2] if i - 2 > first else None
            k = him.first - 1 if him is not None and him.last == i - 1 and him.lead == "ل" else first - 1
            told = k >= first and self.doc.infos[k].word.fold in ("سبق", "وسبق")
            never = k > first and self.doc.infos[k - 1].word.fold in ("ما", "وما")
            return him if told and not never else None
        for p in range(i - 2, max(first, i - 14) - 1, -1):
            if self.doc.infos[p].word.fold.removeprefix("و") in ("كان", "كانت"):
                head = self.at[p + 1]
                fits = head is not None and head.first == p + 1 and not head.lead and head.kind in AGENTS
                return head if fits and head.kind != "nisba" else None  # type: ignore[union-attr]
            if self.doc.texts[p] in ":؛." or "complement" in self.doc.infos[p].closed:
                return None
        return None

    def _before_that(self, p: int, first: int) -> Chunk | None:
        """كان س [قد] سبق أن دعا, س الذي سبق وأن طلب: who stands before سبق, that ends before the token behind p."""
        infos = self.doc.infos
        if p > first and infos[p].word.fold in ("قد", "الذي", "التي"):
            p -= 1
        who = self.at[p]
        fits = who is not None and who.last == p + 1 and not who.lead and who.kind in AGENTS and who.kind != "nisba"
        had = p + 1 < self.doc.n and "relative" in infos[p + 1].closed
        had = had or (
            who is not None and who.first > first and infos[who.first - 1].word.fold in ("كان", "وكان", "كانت", "وكانت")
        )
        return who if fits and had else None

    def before_helper(self, helper: Chunk, first: int) -> Chunk | None:
        """قوات س بدعم من ص شنت, الجيش مسنودا بس حرر: the noun phrase that stands before whoever helps it."""
        infos, i = self.doc.infos, helper.first - 1
        if helper.lead not in ("", "ب"):
            return None
        if i > first and infos[i].word.fold in ("من", "مع", "جانب"):
            i -= 1
        if i <= first or (infos[i].word.fold not in WITH_WHOM and infos[i - 1].word.fold not in WITH_WHOM):
            return None
        while i > first and self.at[i] is None and i > helper.first - 5:
            i -= 1
        owner = self.at[i]
        return (
            owner if owner is not None and not owner.lead and owner.kind in AGENTS and owner.kind != "nisba" else None
        )

    def strikers(self, p: int, stop: int) -> list[Chunk]:
        """استهدفت غارات [جوية ]إسرائيلية, قصفت طائرة للتحالف: whose the strike is that is the subject."""
        doc = self.doc
        if not any(r.pos == "masdar" and r.lemma in DOINGS and not r.pronoun for r in doc.infos[p].verbs):
            return []
        for q in range(p + 1, min(stop, p + 4)):
            chunk = self.at[q]
            if chunk is not None:
                struck = chunk.by == "state:head" and doc.texts[q].rstrip("\u064b").endswith("ا")  # هجوم رتلا للجيش
                mine = chunk.first == q and chunk.kind in AGENTS and chunk.lead in ("", "ل") and not struck
                return self.coordinated(chunk, stop) if mine else []
            if doc.infos[q].closed or doc.infos[q].prep or not doc.infos[q].word.fold.endswith(("ي", "يه", "يا")):
                return []
        return []

    def men_of(self, p: int, stop: int) -> Chunk | None:
        """رتل للقوات التركية, تعزيزات عسكرية تابعة لس: whose the men and vehicles are that the noun at p tells."""
        doc, form = self.doc, self.doc.infos[p].word.fold
        if form.removeprefix("ال") not in MEN_COMING or self.at[p] is not None:
            return None
        for q in range(p + 1, min(stop, p + 6)):
            chunk, word = self.at[q], doc.infos[q].word.fold
            if chunk is not None:
                armed = chunk.by in ("state:head", "again") or chunk.kind == "militia"
                return chunk if chunk.first == q and chunk.lead == "ل" and armed and chunk.actor else None
            if not (word in OF_SOMEBODY or word.endswith(("يه", "ي", "ه", "ات"))):
                return None
        return None

    def court(self, p: int, stop: int, lemma: str) -> Chunk | None:
        """قضت محكمة مصرية, أمر قاض فرنسي, محكمة جنايات لبنانية: the state whose unnamed court acts."""
        if self.doc.infos[p].word.fold not in COURTS or lemma in CONVICTING:
            return None  # أدانت محكمة مصرية فلانا: no words of blame
        for q in range(p + 1, min(stop, p + 4)):
            chunk = self.at[q]
            if chunk is not None:
                theirs = chunk.first == q and chunk.kind == "nisba" and not (chunk.lead or chunk.definite)
                return chunk if theirs else None
            if self.doc.infos[q].definite or self.doc.infos[q].closed or self.doc.infos[q].prep:
                return None
        return None

    def opener(self, first: int, reading: Reading) -> Chunk | None:
        """The subject of a sentence that opens with a verb nobody listed: the noun phrase right behind it."""
        chunk = self.at[first + 1] if first + 1 < self.doc.n else None
        info = self.doc.infos[first]
        if (
            chunk is None
            or chunk.first != first + 1
            or chunk.lead
            or chunk.kind not in ("person", "title")
            or info.closed
            or info.prep
            or self.at[first] is not None
        ):
            return None
        if not self.doc.texts[first][0].isalpha() or info.word.fold.startswith("ال") or not chunk.actor:
            return None
        return chunk if self.agrees(reading, chunk) else None
