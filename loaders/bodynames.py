"""How far a body's name reaches behind its head noun: what adjectives, purposes and proper names belong to it."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.deals import VAGUE
from loaders.doc import Chunk, Doc
from loaders.lexicon.entities import Nisba
from loaders.lexicon.info import Info
from loaders.lexicon.nouns import Head
from loaders.lexicon.sets import word_set
from loaders.namewords import namelike, plain
from loaders.nations import nisba_at
from loaders.spans import heads_at, listed_at
from loaders.text import QUOTES

FOR_SOMETHING = word_set("bodies.for_something")
"""Bodies whose names go on with ل (المجلس الأعلى للأمن القومي)."""
JOINED = word_set("bodynames.joined")
"""Bodies whose names go on with «and» (وزارة الزراعة والغابات)."""
PURPOSES = word_set("bodies.purposes")
"""What bodies are for, as their names say it."""
DOINGS = word_set("bodynames.doings")
"""Nouns of doing too: a body only before an adjective or a proper name."""
PLACED = word_set("bodies.placed")
"""Bodies of one town or region (بلدية نانت, محور تعز)."""
ADJECTIVES = word_set("bodies.adjectives")
NOUNS = word_set("bodies.nouns")
MATTERS = word_set("bodynames.matters")
"""What a body deals with, behind its name."""
"""Nouns between a body and what it is of (مجلس أمناء الجامعة)."""
EPITHETS = word_set("bodies.epithets")
"""Adjectives that say something of a body and are no part of its name (المحظور)."""
BELONGING = word_set("relations.belonging.from") | word_set("relations.belonging.to")
"""الحكومة المدعومة من س: what says whose it is, and is no part of its name either."""
OF_PARLIAMENT = frozenset(("النيابيه", "البرلمانيه", "النيابي", "البرلماني"))
"""What may follow the listed name of a bloc."""
MOST_WORDS = 6
"""Words of a name behind its head noun."""
MOST_PROPER = 3
"""Words of a proper name in it."""


@dataclass(slots=True)
class Extent:
    """A body's name behind its head noun, word by word."""

    doc: Doc
    head: Head
    stop: int
    last: int
    """the token behind the last one that belongs to the name"""
    words: int = 0
    iso: str | None = None
    """of the nation whose adjective stands in the name"""
    proper: bool = False
    """whether a proper name stands in it"""
    nobody: bool = False
    """whether the head noun means a doing here"""

    def step(self) -> bool:
        """Take the next words into the name; whether more may follow."""
        doc, j = self.doc, self.last
        if doc.dated[j] or not doc.texts[j][0].isalpha():
            return False
        at = nisba_at(doc, j, self.stop)
        if at and not at[1] and (at[2].definite or not (self.head.definite or self.words)):
            return self._nation(at[0], at[2])
        info = doc.infos[j]
        if info.closed & {"former"} or (info.closed and not info.mods) or _title_here(doc, j, self.stop):
            return False
        form = info.word.fold
        if form.startswith("ال") and len(form) > 3:
            return self._definite(info, form)
        if self.words and self._goes_on(info, form):
            self.words, self.last = self.words + 1, j + 1
            return True
        if self.words or self.head.definite:
            return False
        if self._town() or self._proper_name(info):
            return False
        if j + 1 < self.stop and doc.texts[j + 1].startswith("ال") and form in NOUNS:
            self.words, self.last = self.words + 2, j + 2  # مجلس أمناء الجامعة, هيئة تحرير الشام
            return True
        return False

    def _nation(self, end: int, nisba: Nisba) -> bool:
        """A nation's adjective, which ends most names: المجلس الوطني السوري."""
        if not nisba.definite:
            return False  # حركة سورية: no name
        if self.head.gender and self.words == 0 and nisba.number == "s" and nisba.gender != self.head.gender:
            return False
        self.last, self.iso = end, nisba.iso
        self.words += 1
        doc = self.doc
        more = end < self.stop and doc.texts[end].startswith("ال")
        return more and doc.infos[end].word.fold in ("الحر", "الموحد", "العربي")

    def _definite(self, info: Info, form: str) -> bool:
        """A definite word: an adjective or noun of the name, unless it begins another phrase."""
        doc, head, j = self.doc, self.head, self.last
        if form in BELONGING:
            return False
        if (self.words or head.definite) and (not adjective(form) or (self.words and form in EPITHETS)):
            return False  # ناشد مجلس الجنوب الإسراع: another noun
        if self.words and any(r.pos == "masdar" and r.definite for r in info.verbs):
            return False  # وجه مجلس التعاون الخليجي التهنئة
        if self.words == 0 and not head.definite and head.form in DOINGS and not form.endswith(("ي", "يه")):
            self.nobody = True  # إعادة تنظيم القوات, تجمع المتظاهرين
            return False
        if info.verbs and not any(r.definite for r in info.verbs):
            return False
        if self.words == 0 and doc.texts[j - 1].startswith("ال") and form.endswith("ين") and len(form) > 6:
            return False  # يتهم التحالف المتمردين: whom it accuses
        other = listed_at(doc, j, self.stop) if self.words or head.definite else None
        if other is not None and self.words and other[2][0].type in ("militia", "country"):
            return False  # اتهمت منظمة العفو الدولية الحوثيين, دعا مجلس الأمن المغرب
        if other is not None and not self.words and other[0] > j + 1 and other[2][0].type == "organization":
            return False  # طالبت الوزارة المجتمع الدولي
        if self.words == 0 and form in VAGUE:
            more = j + 1 < self.stop and (nisba_at(doc, j + 1, self.stop) or _purpose(doc, j + 1, head))
            if not more:
                return False
        self.words, self.last = self.words + 1, j + 1
        return True

    def _goes_on(self, info: Info, form: str) -> bool:
        """وزارة الزراعة والغابات, المجلس الأعلى للأمن: «and» or «for» and a noun that belongs to the name."""
        doc, head = self.doc, self.head
        joined = form.startswith("وال") and len(form) > 4 and head.form in JOINED
        if joined and heads_at(doc, self.last, self.stop) is None and not info.titles:
            named = listed_at(doc, self.last, self.stop)  # مجلس التعاون الخليجي والبحرين: two
            return named is None or named[2][0].type != "country"
        splits = info.word.splits
        return (
            head.form.split()[0] in FOR_SOMETHING
            and any(lead == "ل" and rest.startswith("ال") for lead, rest in splits)
            and (any(rest in PURPOSES for _, rest in splits) or self._of_a_kind(info))
        )

    def _of_a_kind(self, info: Info) -> bool:
        """المجلس الأعلى للآثار: what it is for, behind an adjective; not مجلس الأمن للنظر في."""
        return adjective(self.doc.infos[self.last - 1].word.fold) and not any(r.pos == "masdar" for r in info.verbs)

    def _town(self) -> bool:
        """بلدية نانت: the town of a body of one."""
        if self.head.form not in PLACED:
            return False
        town = listed_at(self.doc, self.last, self.stop)
        if town is None or town[1] or town[2][0].type != "place":
            return False
        self.proper, self.words, self.last = True, 1, town[0]
        return True

    def _proper_name(self, info: Info) -> bool:
        """A proper name, which ends the body's."""
        doc, j = self.doc, self.last
        if info.given or not namelike(doc, j) or info.ordinary:
            return False
        count, j = 1, j + 1
        while (
            j < self.stop
            and count < MOST_PROPER
            and plain(doc, j)
            and namelike(doc, j)
            and not doc.infos[j].ordinary
            and not doc.infos[j].nisbas
            and not self._person(j)
        ):
            count, j = count + 1, j + 1
        self.proper, self.words, self.last = True, self.words + 1, j
        return True

    def _person(self, j: int) -> bool:
        """رئيس حركة أمل نبيه بري: a listed name of more than one word is the man's, not the body's."""
        named = listed_at(self.doc, j, self.stop)
        return named is not None and named[0] > j + 1 and not named[1] and named[2][0].type == "person"


def extent(doc: Doc, end: int, stop: int, head: Head) -> Extent | None:
    """The name behind a head noun that ends at `end`; none where the noun means a doing."""
    name = Extent(doc, head, stop, end)
    if " " in head.form and (head.definite or head.form.split()[-1].startswith("ال")):
        name.words = 1  # المحكمة العليا: the head says enough
    while name.last < stop and name.words < MOST_WORDS and name.step():
        pass
    if name.nobody:
        return None
    if name.words and (name.iso or name.proper or head.form.split()[0] in JOINED or head.definite):
        name.last = wide(doc, name.last, stop, head)
    return name


def _title_here(doc: Doc, i: int, stop: int) -> bool:
    """A title at token i; feminine forms are as often nouns of doing (لجنة المراقبة)."""
    if not doc.infos[i].titles:
        return False
    found = doc.lex.phrase(doc.lex.titles, doc.infos, i, stop)
    return found is not None and any(t.gender != "f" for t in found[2])


def wide(doc: Doc, j: int, stop: int, head: Head) -> int:
    """Where a body's name ends that says what it is for, or goes on with «and»: الأكاديمية الصينية للعلوم الزراعية,
    معهد س للدراسات السياسية, المعهد الوطني لعلوم الزلازل, جهاز المخابرات والأمن الوطني."""
    if j >= stop or doc.dated[j] or not doc.texts[j][0].isalpha():
        return j
    info = doc.infos[j]
    form = info.word.fold
    if info.closed or info.titles or info.heads or info.nisbas:
        return j
    of = next((rest for lead, rest in info.word.splits if lead == "ل"), "")
    if form.startswith("لل") and of.startswith("ال"):
        if not (of in PURPOSES or of in doc.lex.portfolios):
            return j
        j += 1
    elif of in PURPOSES and j + 1 < stop and doc.texts[j + 1].startswith("ال") and not doc.infos[j + 1].nisbas:
        j += 2
    elif not (form.startswith("وال") and head.form.split()[0] in JOINED and form[1:] in PURPOSES):
        return j
    while j < stop and doc.texts[j][0].isalpha() and not doc.dated[j] and not doc.infos[j].closed:
        form = doc.infos[j].word.fold  # الي ends like an adjective with its article
        told = form.startswith("ال") and adjective(form) and form not in EPITHETS and not doc.infos[j].titles
        if not told and not (form.startswith("وال") and form[1:] in PURPOSES):
            break
        j += 1
    return j


def adjective(form: str) -> bool:
    """Whether a definite word looks like an adjective: الإسلامي, العليا, المتحدة."""
    several = form.endswith("ون") and form.startswith("الم")  # أعضاء المكتب السياسي المعزولون
    if form in MATTERS:
        return False  # بحث مجلس الأمن الملف السوري
    told = form.endswith(("ي", "يه", "يين")) or form.startswith("الم") or form in VAGUE
    return (told and not several) or form in ADJECTIVES


def _purpose(doc: Doc, j: int, head: Head) -> bool:
    """الهيئة العامة للأنواء: what a body is for tells which."""
    return head.form.split()[0] in FOR_SOMETHING and any(
        lead == "ل" and rest.startswith("ال") for lead, rest in doc.infos[j].word.splits
    )


def _with_nation(doc: Doc, chunk: Chunk) -> int:
    """The end of a listed body and its nation's adjective behind its name in quotes: مجلس شورى حركة «س» التونسية."""
    end = chunk.last + (chunk.last < doc.n and doc.texts[chunk.last] in QUOTES)
    quoted = end < doc.n and doc.texts[end - 1] in QUOTES
    at = nisba_at(doc, end, doc.n) if quoted and chunk.kind in ("organization", "militia") else None
    if at is None or at[1] or not at[2].definite or at[2].number != "s" or not chunk.entities:
        return chunk.last
    return at[0] if chunk.entities[0].country in (at[2].iso, None, "") else chunk.last


def recognized(doc: Doc, chunk: Chunk) -> int:
    """The end of a state or body and what is said of its standing: الحكومة اليمنية المعترف بها دوليا."""
    end = _with_nation(doc, chunk)
    if chunk.kind not in ("country", "organization") or end + 2 > doc.n:
        return end
    forms = [info.word.fold for info in doc.infos[end : end + 3]]
    if chunk.kind == "organization" and forms[0] in OF_PARLIAMENT and chunk.entities:
        return end + 1  # كتلة س النيابية
    if forms[0] == "المعترف" and forms[1] in ("بها", "به"):
        by = end + (4 if forms[2:] == ["من"] and doc.infos[end + 3].word.fold in ("قبل", "طرف", "جانب", "لدن") else 3)
        whom = listed_at(doc, by, doc.n) if forms[2:] == ["من"] else None
        if whom is not None and not whom[1]:
            return whom[0]  # المعترف بها من طرف س
        return end + (3 if forms[2:] in (["دوليا"], ["امميا"], ["رسميا"]) else 2)
    return end
