"""The phrase that begins with a title: an office, its body and its nation, then who holds it, if anybody.

Each method of `Phrase` reads one kind of thing that may follow; the first that reads anything wins, and reading goes on
behind it. The order is the grammar.
"""

from __future__ import annotations

from collections.abc import Callable

from loaders.backrefs import again
from loaders.bodies import NAMED_NISBAS, body, named_so
from loaders.doc import Chunk, Doc, Role
from loaders.lexicon.entities import Entity
from loaders.lexicon.nouns import Title
from loaders.lexicon.sets import word_set
from loaders.lexicon.trie import END
from loaders.ministries import portfolio_end
from loaders.nations import nisba_at, state
from loaders.spans import listed_at, quoted_at
from loaders.titles import PRONOUNS, person_at, title_at
from loaders.units import unit

SKIM = frozenset("،,\"«“”„()'")
OPENING = frozenset("\"«“”„'")
CLOSING = frozenset("\"»”“'")
LINKS = word_set("offices.links")
SEATS = frozenset(("رييس", "امير", "ملك", "وزير", "سلطان", "عاهل", "ولي"))
CONSTRUCT = word_set("offices.construct")
PORTFOLIOS = word_set("offices.portfolios")
OFFICES = frozenset(("اركان", "مجلس الوزراء", "هييه الاركان", "رياسه", "الرياسه", "حكومه"))
"""Bodies that only say which office it is: their heads hold it of the state."""
SUBUNITS = word_set("offices.subunits")
"""Parts of a body: who heads one holds an office of the body."""
ASIDES = {
    "المعترف": (("به", "دوليا"), ("به",)),
    "المنتهيه": (("ولايته",), ("ولايتها",)),
    "المنتهي": (("ولايته",),),
    "المثير": (("للجدل",),),
    "المثيره": (("للجدل",),),
}
OWN = frozenset(
    stem + end for stem in ("خارجيت", "داخليت", "دفاع", "حكومت", "جيش", "برلمان", "رياست") for end in ("ه", "ها", "هم")
)
"""Arms of a state with its pronoun (المتحدث باسم خارجيتها)."""
ADVERBS = frozenset(("وكاله", "وكالتا", "انابه", "بالوكاله", "بالانابه", "بالنيابه"))
"""المحافظ وكالةً: acting."""
DIPLOMATS = word_set("offices.diplomats")
"""Whose place of work is not their body: السفير الروسي في الأمم المتحدة, المبعوث الأممي لليمن."""
GOVERNORS = word_set("offices.governors")
BY_ONE_NAME = word_set("offices.by_one_name")
SENT = frozenset(("لدي", "الي"))
RULERS = frozenset(("وزير", "وزيره", "ملك", "سلطان", "امير", "عاهل", "محافظ"))
"""Who is not sent anywhere by his title."""
"""Prepositions of where he is accredited or sent: not whose he is."""

KEEPER = "خادم الحرمين"
"""A title of one king only."""


class Phrase:
    """Reads one title phrase from token i on."""

    def __init__(self, doc: Doc, i: int, stop: int, found: tuple[int, str, Title]) -> None:
        self.doc, self.i, self.stop = doc, i, min(stop, i + 26)
        self.j, self.lead, self.title = found
        self.current, self.first = self.title, i
        self.roles: list[Role] = []
        self.inner: list[Chunk] = []
        self.iso: str | None = None
        self.where: Chunk | None = None
        self.former = False
        self.portfolio: list[str] = []
        self.words = 0
        self.nation: str | None = None
        self.who: Chunk | None = None
        if self.title.takes == "pronoun":
            self.where = Chunk(
                i, i + 1, i, i + 1, "backref", "pronoun", "pronoun", 0.6, name=doc.texts[i], head="*body"
            )
            self.inner.append(self.where)
            self.words = 1

    def read(self) -> Chunk | None:
        steps: tuple[Callable[[], bool | None], ...] = (
            self._mark,
            self._next_title,
            self._aside,
            self._pronoun,
            self._backed,
            self._modifier,
            self._linked,
            self._closed,
            self._nisba,
            self._name,
            self._ministry,
            self._unit,
            self._body,
            self._words,
        )
        doc = self.doc
        while self.j < self.stop and self.who is None and not doc.dated[self.j]:
            for step in steps:
                went = step()
                if went is None:
                    return self._result()
                if went:
                    break
            else:
                break
        return self._result()

    # -- what may follow; True: read, False: something else, None: the phrase ends -----------------------------
    def _mark(self) -> bool | None:
        doc, j = self.doc, self.j
        text = doc.texts[j]
        if text not in SKIM:
            return False if text[0].isalpha() else None
        if j + 1 >= self.stop:
            return None
        if text in "،,":
            return True if self._after_comma() else None
        if text in OPENING:
            return True if self._quoted_body(j) else None
        if text == "(":
            return True if self._brackets() else None
        return None

    def _after_comma(self) -> bool:
        """«وزير الخارجية، س» and «وزير الخارجية، الدكتور س»."""
        doc, k = self.doc, self.j + 1
        found = title_at(doc, k, self.stop)
        if found and not found[1] and found[2].kind in ("rank", "honorific") and found[2].definite:
            person = person_at(doc, found[0], self.stop, False)
            if person:
                return self._hold(person)
        complete = bool(self.words and (self.where or self.iso or self.portfolio))
        complete = complete or (self.j - 1 > self.first and doc.infos[self.j - 1].definite)  # رئيس الجمهورية، س
        if not (self.current.number == "s" and self.current.definite) and not (self.where or self.iso or complete):
            return False
        if self.current.number != "s":
            return False
        person = person_at(doc, k, self.stop, not complete)
        if person is None:
            return False
        chunk = person[1]
        if chunk.last - chunk.first > 1 or (chunk.by == "lexicon" and chunk.entities):
            return self._hold(person)
        return False

    def _quoted_body(self, j: int) -> bool:
        """رئيس «منصة القاهرة», رئيسة "المجلس الوطني": listed or not."""
        doc, k = self.doc, self.j + 1
        span = quoted_at(doc, j, self.stop)
        if self.current.kind not in ("office", "role"):
            return False
        if self.where is not None and self.where.head != "*body":
            # قائد قوات سوريا الديمقراطية «قسد» س: the body's other name
            person = person_at(doc, span[1], self.stop, True) if span else None
            if span is None or person is None:
                return False
            self.j = span[1]
            return True
        got = self._object(k)
        if got is not None and got.last < self.stop and doc.texts[got.last] in CLOSING:
            self._belongs(got)
            self.j = got.last + 1
            return True
        if span and (self.current.takes == "body" or self.words):
            a, b = span[0] + 1, span[1] - 1
            outlet = self._outlet(a, b)
            if outlet is not None:
                self._belongs(outlet)
                self.j = span[1]
                return True
            if person_at(doc, a, b, True) is not None or (self.words and not named_so(doc, *span)):
                return False  # مندوب سوريا في مجلس الأمن «زعلان»
            self._belongs(
                Chunk(
                    a,
                    b,
                    a,
                    b,
                    "organization",
                    "name",
                    "title:quoted",
                    0.7,
                    name=doc.quote_free(*span),
                    head=doc.infos[a].word.fold,
                )
            )
            self.j = span[1]
            return True
        return False

    def _outlet(self, a: int, b: int) -> Chunk | None:
        """مراسل «العربية»: a listed outlet without its noun."""
        doc = self.doc
        for noun in ("قناه", "صحيفه", "وكاله", "موقع", "شبكه"):
            node = doc.lex.root.get(noun)
            for k in range(a, b):
                node = node.get(doc.infos[k].word.fold) if node is not None else None
            for entity in node.get(END, ()) if node is not None else ():
                return Chunk(a, b, a, b, entity.type, "name", "lexicon", 0.85, "", (entity,), name=doc.quote_free(a, b))
        return None

    def _brackets(self) -> bool:
        """قائد قوات سوريا الديمقراطية (قسد) س: another name of the body in brackets is skipped when a name follows."""
        doc, k = self.doc, self.j + 1
        while k < self.stop and doc.texts[k] != ")" and k - self.j < 6:
            k += 1
        if k + 1 < self.stop and doc.texts[k] == ")" and (self.where is not None or self.iso):
            after = k + 1 + (doc.texts[k + 1] in "،,")
            person = person_at(doc, after, self.stop, True) if after < self.stop else None
            if person is not None and person[1].last - person[1].first > 1:
                return self._hold(person)
        return False

    def _next_title(self) -> bool | None:
        doc, j, current = self.doc, self.j, self.current
        found = title_at(doc, j, self.stop)
        if found is None:
            return False
        end, lead, nxt = found
        if lead == "و" and nxt.kind in ("office", "role") and (self.words or self.iso or current.takes != "body"):
            return self._second_office(end, nxt)
        if lead not in ("", "ل"):
            return False
        if nxt.kind in ("rank", "honorific") and not lead:
            person = person_at(doc, end, self.stop, False) if end < self.stop else None
            if person:
                return self._hold(person)
            if unit(doc, j, self.stop) is not None:
                return False
            if nxt.definite or nxt.head != "عضو":
                self.j = end
                return True
        if nxt.kind not in ("office", "role") or lead:
            return False
        named = listed_at(doc, j, self.stop)
        if named is not None and named[0] > end and not named[1]:
            return False  # مجلس, مكتب … that a list names
        if self.words == 0 and current.takes == "body" and not (nxt.definite and current.definite):
            self.portfolio.append(nxt.head)  # نائب وزير الخارجية
            self.portfolio.extend(doc.infos[k].word.fold for k in range(j + 1, end))
            self.j, self.words = end, self.words + 1
            return True
        if nxt.definite and current.kind in ("honorific", "rank", "role"):
            self._close(j)
            self.current, self.first, self.j = nxt, j, end
            return True
        if (
            self.words
            and current.kind == "office"
            and not nxt.definite
            and current.head != nxt.head
            and (self.iso or self.where or self.portfolio)
        ):
            # رئيس مجلس الوزراء وزير الخارجية محمد بن عبدالرحمن: two offices of one
            rest = Phrase(doc, j, self.stop, found).read()
            if rest is not None and rest.kind == "person":
                return self._with(rest)
        return False

    def _second_office(self, end: int, nxt: Title) -> bool | None:
        """نائب رئيس البرلمان والقيادي في الحزب س: two offices of one; ورئيس الحكومة س is another man."""
        doc, j = self.doc, self.j
        if nxt.number != "s" or self.title.number != "s" or nxt.head == self.title.head:
            return None
        rest = Phrase(doc, j, self.stop, (end, "و", nxt)).read()
        if rest is None or rest.kind != "person" or not rest.roles:
            return None
        held = any(self._held(e) for e in rest.entities)
        if (
            held
            or (nxt.definite and doc.texts[j].startswith("وال") and nxt.head not in SEATS)
            or (nxt.head in ("عضو", "نايب") and not rest.entities)
        ):
            return self._with(rest)
        return None

    def _held(self, entity: Entity) -> bool:
        head = self.title.head.split(" ")[0]
        return any(head in o.title.replace("ئ", "ي").replace("أ", "ا") for o in entity.offices) and (
            self.iso in (None, entity.country)
        )

    def _with(self, rest: Chunk) -> bool:
        self._close(self.j)
        self.roles.extend(rest.roles)
        self.inner.extend(rest.inner)
        if rest.lead and rest.roles and rest.roles[0].text.startswith("و"):
            rest.roles[0].text = rest.roles[0].text[1:]
        self.j = rest.last
        self.who = Chunk(
            rest.nfirst,
            rest.last,
            rest.nfirst,
            rest.nlast,
            "person",
            "name",
            rest.by.removeprefix("title+"),
            rest.score,
            "",
            rest.entities,
            gender=rest.gender,
            name=rest.name,
        )
        return True

    def _aside(self) -> bool | None:
        doc, j = self.doc, self.j
        form = doc.infos[j].word.fold
        for rest in ASIDES.get(form, ()):
            if tuple(info.word.fold for info in doc.infos[j + 1 : j + 1 + len(rest)]) == rest:
                self.j += 1 + len(rest)
                return True
        if form in ADVERBS and j + 1 < self.stop and person_at(doc, j + 1, self.stop, False) is not None:
            self.j += 1
            return True
        if form == "في" and self.words + (self.where is not None):
            at = j + 1
            while (
                at < min(self.stop, j + 4) and doc.infos[at].definite and not doc.dated[at] and not doc.infos[at].heads
            ):
                at += 1
            if at > j + 1 and at < self.stop and person_at(doc, at, self.stop, True) is not None:
                self.j = at  # مسؤول الحزب في القطاع الشرقي فلان: where he holds it
                return True
        return False

    def _pronoun(self) -> bool | None:
        """المتحدث باسمها, القيادي فيه, المتحدث باسم خارجيتها: the body or the state named before."""
        doc, j = self.doc, self.j
        form = doc.infos[j].word.fold
        if self.current.kind not in ("office", "role") or self.where is not None or self.current.takes != "body":
            return False
        if form in PRONOUNS and not self.words:
            self._belongs(
                Chunk(j, j + 1, j, j + 1, "backref", "pronoun", "pronoun", 0.6, name=doc.texts[j], head="*body")
            )
            self.j = j + 1
            return True
        at = j + (form == "باسم")
        if at < self.stop and doc.infos[at].word.fold in OWN:
            self._belongs(
                Chunk(at, at + 1, at, at + 1, "backref", "pronoun", "pronoun", 0.6, name=doc.texts[at], head="*state")
            )
            self.j = at + 1
            return True
        return False

    def _backed(self) -> bool | None:
        """المعيّن من, المدعوم من, التابع ل: whose he is, or by whom he stands."""
        doc, j = self.doc, self.j
        form = doc.infos[j].word.fold
        if (
            form in ("المعين", "المعينه", "المدعوم", "المدعومه", "المنبثق", "المنبثقه")
            and j + 2 < self.stop
            and doc.infos[j + 1].prep in ("من", "عن")
        ):
            got = self._object(j + 2)
            if got is not None:
                if self.where is None and form in ("المعين", "المعينه"):
                    self._belongs(got)  # وكيل المحافظة المعيّن من الحوثيين
                self.j = got.last
                return True
            if doc.infos[j + 2].definite:
                self.j = j + 3
                return True
        if form in ("التابع", "التابعه", "المنضوي") and j + 1 < self.stop and self.current.kind in ("office", "role"):
            got = self._object(j + 1)
            if got is None or got.lead != "ل":
                return None
            self._belongs(got)
            self.j = got.last
            return True
        return False

    def _modifier(self) -> bool | None:
        info = self.doc.infos[self.j]
        if "former" in info.closed:
            self.former = True
        elif "modifier" in info.closed:
            if self.portfolio and not info.word.fold.startswith("ال"):
                return None
            self.portfolio.append(info.word.fold)
        else:
            return False
        self.j += 1
        return True

    def _linked(self) -> bool | None:
        """What a preposition adds: في لبنان, باسم «قسد», لدى مصر, إلى سوريا, لشؤون اليمن."""
        doc, j = self.doc, self.j
        info, form = doc.infos[j], doc.infos[j].word.fold
        if (
            form not in LINKS
            or not (info.prep is not None or form in ("باسم", "بلسان", "لشوون"))
            or self.current.kind not in ("office", "role")
        ):
            return False
        k = j + 1
        if k >= self.stop or (form == "الي" and self.current.head.split(" ")[0] in RULERS):
            return None  # توجه فلان وزير الخارجية إلى نيويورك: where he went
        if doc.texts[k] in OPENING:
            self.j = k
            if form in SENT or not self._quoted_body(k):
                self.j = j
                return None
            return True
        if form in ("باسم", "بلسان") and doc.infos[k].titles and self._of_office(k):
            return True
        if form == "في" and self.where is not None and not doc.infos[k].heads and doc.texts[k].startswith("ال"):
            return self._skip_place(k)
        got = self._object(k)
        if (got is not None and form not in ("عن", "علي")) or (
            got is not None and got.kind in ("organization", "militia", "backref")
        ):
            assert got is not None
            if form in SENT and not any(w in DIPLOMATS for w in self.current.head.split(" ")) and got.kind == "place":
                return None  # وصل رئيس الدبلوماسية إلى طرابلس
            if form in SENT or (form == "في" and self.iso and self.current.head.split(" ")[0] in DIPLOMATS):
                self.inner.append(got)
                self.words += 1
            elif (
                form == "في"
                and self.where is not None
                and (got.kind in ("place", "country") or got.by.startswith("place"))
            ):
                self.inner.append(got)  # المتحدث باسم قسد في الحسكة: where he sits
                self.words += 1
            else:
                self._belongs(got)
            self.j = got.last
            return True
        over = form == "علي" and self.current.head.split(" ")[0] in ("مشرف", "قايم", "وصي", "حارس")
        if (form == "في" or over) and (self.words or self.portfolio):
            return self._skip_place(k)
        if form in ("باسم", "لشوون", "عن") and doc.texts[k].startswith("ال") and not doc.infos[k].titles:
            self.portfolio.append(doc.infos[k].word.fold)
            self.j, self.words = k + 1, self.words + 1
            return True
        if form == "الي" and doc.infos[k].word.fold in doc.lex.root and listed_at(doc, k, self.stop):
            named = listed_at(doc, k, self.stop)
            assert named is not None
            self.j = named[0]
            return True
        return None

    def _of_office(self, k: int) -> bool:
        """المتحدث باسم رئيس الوزراء العراقي: the office in whose name he speaks tells whose he is; it is not his."""
        inner = titled(self.doc, k, self.stop)
        if inner is None or not inner.roles or inner.lead:
            return False
        role = inner.roles[0]
        if role.body is not None:
            self._belongs(role.body)
        self.iso = self.iso or role.iso
        self.inner.extend(c for c in inner.inner if c.last <= role.last and c is not role.body)
        self.words += role.last - k
        self.j = role.last
        return True

    def _skip_place(self, k: int) -> bool | None:
        """في المنطقة الشرقية, في القطاع الغربي: definite words that tell where or of what."""
        doc, end = self.doc, k
        if (
            k + 1 < self.stop
            and doc.infos[k].heads
            and not doc.infos[k].definite
            and doc.infos[k + 1].definite
            and not doc.infos[k].titles
        ):
            end = k + 2  # في وفد المعارضة
            self.portfolio.append(doc.infos[k].word.fold)
        while (
            end < self.stop
            and end - k < 3
            and doc.texts[end].startswith("ال")
            and not doc.infos[end].titles
            and not doc.infos[end].nisbas
        ):
            info = doc.infos[end]
            if info.closed and not info.mods:
                break
            if end > k and not info.ordinary and not info.definite:
                break
            self.portfolio.append(info.word.fold)
            end += 1
        if end == k:
            return None
        self.j, self.words = end, self.words + 1
        return True

    def _closed(self) -> bool | None:
        info = self.doc.infos[self.j]
        if not info.closed:
            return False
        # a small word that begins a listed name (بات رايدر)
        named = listed_at(self.doc, self.j, self.stop)
        if named is not None and not named[1] and named[0] - self.j > 1 and any(e.type == "person" for e in named[2]):
            return False
        return None

    def _nisba(self) -> bool | None:
        doc, j = self.doc, self.j
        slug = NAMED_NISBAS.get(doc.infos[j].word.fold)
        if (
            slug
            and self.current.kind in ("office", "role")
            and self.where is None
            and self.iso is None
            and slug in doc.lex.entities
        ):
            entity = doc.lex.entities[slug]
            self._belongs(
                Chunk(j, j + 1, j, j + 1, entity.type, "nisba", "nisba:body", 0.8, "", (entity,), name=doc.texts[j])
            )
            self.j = j + 1
            return True
        at = nisba_at(doc, j, self.stop)
        plural = self.current.number != "s" and self.inner and self.iso
        if at is None or (at[1] and not (at[1] == "و" and plural)):
            return False
        named = listed_at(doc, j, self.stop)
        if named is not None and named[0] > at[0] and not named[1]:
            return False
        if not at[2].definite and not self.words and self.current.definite and person_at(doc, j, self.stop, True):
            return False
        if not at[2].definite and person_at(doc, j, self.stop, True):
            return False
        self.iso = self.iso or at[2].iso
        self.nation = at[2].iso
        self.inner.append(
            Chunk(
                j,
                at[0],
                j,
                at[0],
                "country",
                "nisba",
                "nisba",
                0.8,
                at[1],
                (doc.lex.countries[at[2].iso].entity,),
                at[2].iso,
                name=doc.quote_free(j, at[0]),
            )
        )
        self.j, self.words = at[0], self.words + 1
        return True

    def _name(self) -> bool | None:
        current = self.current
        if not (
            self.words or current.takes != "body" or current.definite or current.kind in ("rank", "honorific", "role")
        ):
            return False
        person = person_at(self.doc, self.j, self.stop, False)
        if person is None or (current.kind == "office" and person[1].by == "names:slot" and self._common(person[1])):
            return False
        if person[0] == self.j + 1 and person[1].by != "lexicon" and not self._single(person[1]):
            return False
        if person[0] == self.j + 1 and person[1].by == "names:given" and self._surname(person[0]):
            person[1].last = person[1].nlast = person[0] + 1
            person[1].name = self.doc.quote_free(self.j, person[0] + 1)
            person = (person[0] + 1, person[1])
        return self._hold(person)

    def _surname(self, k: int) -> bool:
        """رئيس المجلس علي العبوس لموقعنا: a word of the language with the article, where a noun phrase ends with it.

        Not behind the titles whose bearers go by one name (الملك سلمان, الرئيس عباس).
        """
        doc, info = self.doc, self.doc.infos[k] if k < self.stop else None
        head = self.current.head.split(" ")[0]
        if info is None or doc.dated[k] or (head in BY_ONE_NAME and not (head == "رييس" and self.where is not None)):
            return False
        form = info.word.fold
        if not form.startswith("ال") or len(form) < 5 or info.closed or info.verbs or info.nisbas or info.heads:
            return False
        if (info.titles and form[2:] not in doc.lex.given_common and form != "الخلف") or listed_at(doc, k, self.stop):
            return False
        after = doc.infos[k + 1] if k + 1 < doc.n else None
        return after is None or (
            not after.definite
            and (not doc.texts[k + 1][0].isalpha() or bool(after.closed) or len(after.word.splits) > 1)
        )

    def _single(self, name: Chunk) -> bool:
        """Whether one unlisted word may be the name: not behind «سياسي مخضرم», «محللين يرون», «رئيس الحكومة فتح»."""
        info = self.doc.infos[name.nfirst]
        told = self.iso or self.where or self.portfolio
        if self.current.number != "s" or not (self.current.definite or told):
            return False
        return self.current.kind != "office" or info.given or info.family or not (info.verbs or info.ordinary)

    def _common(self, name: Chunk) -> bool:
        """Names that are words too, and seldom anything but them: الرئيس ضيف شرف; but النائب كريم منصور."""
        doc = self.doc
        forms = [doc.infos[k].word.fold for k in range(name.nfirst, name.nlast)]
        if any(f in doc.lex.given or f in doc.lex.family or f not in doc.lex.given_common for f in forms):
            return False
        often = [f for f in forms if f in doc.lex.given_often and not (forms[0] == "علي" and f in doc.lex.ordinary)]
        return len(forms) < 2 or not often

    def _ministry(self) -> bool | None:
        doc, j = self.doc, self.j
        if self.current.kind != "office" or self.current.head.split(" ")[0] not in PORTFOLIOS:
            return False
        end = portfolio_end(doc, j, self.stop)
        if end == j:
            return False
        self.portfolio.extend(doc.infos[k].word.fold for k in range(j, end))
        self.j, self.words = end, self.words + 1
        return True

    def _unit(self) -> bool | None:
        got = unit(self.doc, self.j, self.stop) if self.current.kind == "office" and self.where is None else None
        if got is None:
            return False
        self._belongs(got)
        self.j = got.last
        return True

    def _body(self) -> bool | None:
        if self.current.kind not in ("office", "role") and self.current.takes != "body":
            return False
        got = self._object(self.j)
        if got is None or got.lead not in ("", "ل", "ب"):
            return False
        if got.lead == "ل" and (self.where or self.nation or self.iso or self.current.takes != "body") and _outlet(got):
            return None  # قال متحدث باسم الجيش السوري لوكالة سانا: whom he told
        if (
            got.lead == ""
            and self.where is not None
            and self.where.kind in ("organization", "militia")
            and got.kind != "country"
        ):
            return None
        self._belongs(got)
        self.j = got.last
        return True

    def _words(self) -> bool | None:
        """Words of the office itself: الشؤون الخارجية, للشؤون السياسية, أركان الجيش, تنظيمات كركوك في الحزب."""
        doc, j, current = self.doc, self.j, self.current
        info, form = doc.infos[j], doc.infos[j].word.fold
        if current.kind not in ("office", "role"):
            return None
        definite = form.startswith("ال") and len(form) > 3
        if definite and not (info.verbs and not any(r.definite or r.pos != "verb" for r in info.verbs)):
            pass
        elif self.words and form.startswith("وال") and len(form) > 4:
            if title_at(doc, j, self.stop) or listed_at(doc, j, self.stop) is not None:
                return None  # وألمانيا
        elif (
            current.takes == "body" and any(lead == "ل" and rest.startswith("ال") for lead, rest in info.word.splits)
        ) or (
            (self.words == 0 or form == "تصريف" or form in CONSTRUCT)
            and current.takes == "body"
            and not (current.definite and self.words)
            and ("ال" + form in doc.lex.portfolios or info.heads or form in CONSTRUCT)
        ):
            pass
        else:
            return None
        self.portfolio.append(form)
        self.j, self.words = j + 1, self.words + 1
        return True

    # -- helpers ------------------------------------------------------------------------------------------------
    def _object(self, i: int) -> Chunk | None:
        """What a title is of: a listed body, country or place, the state by an arm, or a body by head noun."""
        doc = self.doc
        if i >= self.stop or doc.dated[i]:
            return None
        named = listed_at(doc, i, self.stop)
        other, arm = body(doc, i, self.stop), state(doc, i, self.stop)
        if arm is not None and (other is None or arm.last >= other.last):
            other = arm
        troop = unit(doc, i, self.stop)
        if troop is not None and (other is None or troop.last >= other.last):
            other = troop
        if named and (other is None or named[0] >= other.last):
            found = [e for e in named[2] if e.type != "person"]
            if found:
                entity = found[0]
                told = entity.type == "country" or (entity.state and len({e.country for e in found}) == 1)
                iso = entity.country if told else None  # two governments may bear one name
                return Chunk(
                    i,
                    named[0],
                    i,
                    named[0],
                    entity.type,
                    "name",
                    "lexicon",
                    0.95,
                    named[1],
                    tuple(found),
                    iso,
                    name=doc.quote_free(i, named[0]),
                )
            return None
        return other or again(doc, i)

    def _belongs(self, got: Chunk) -> None:
        self.inner.append(got)
        self.words += 1
        first, *more = self.current.head.split(" ")
        head = next((w for w in more if w in DIPLOMATS), first)  # نائب سفير
        if got.kind == "country":
            if not (got.lead and head in DIPLOMATS and (self.where or self.iso or head in ("مبعوث", "موفد", "منسق"))):
                self.iso = self.iso or got.iso
            return
        if (got.kind == "place" and head not in GOVERNORS) or (got.lead == "ب" and self.iso and head in DIPLOMATS):
            return
        if self.where is None or (
            self._part(self.where) and got.kind in ("organization", "militia") and got.lead in ("", "ل", "ب")
        ):
            self.where = got
        self.iso = self.iso or got.iso

    @staticmethod
    def _part(where: Chunk) -> bool:
        return not where.entities and where.head.split(" ")[0].removeprefix("ال") in SUBUNITS

    def _hold(self, person: tuple[int, Chunk]) -> bool:
        self._close(self.j)
        self.j, self.who = person
        return True

    def _close(self, last: int) -> None:
        """The office read so far is one role."""
        if self.current.kind in ("office", "role"):
            text = self.doc.quote_free(self.first, last).strip(" ،,")
            if self.first == self.i and self.lead:
                text = _without(text, self.lead)
            king = self.current.head.startswith(KEEPER)
            self.roles.append(
                Role(
                    "ملك" if king else self.current.head,
                    " ".join(self.portfolio),
                    text,
                    self.first,
                    last,
                    "SAU" if king else self.iso,
                    self.where,
                    self.former,
                    self.current.kind,
                    self.current.number != "s",
                )
            )
        self.iso, self.where, self.former, self.portfolio = None, None, False, []

    def _result(self) -> Chunk | None:
        title, who, doc, roles = self.title, self.who, self.doc, self.roles
        if who is not None and who.entities and roles and roles[0].iso and roles[0].head.split(" ")[0] in SEATS:
            # أمير قطر دونالد ترامب: the next noun phrase, not the bearer of the title
            own = {e.country for e in who.entities}
            if None not in own and roles[0].iso not in own:
                return self._alone(roles[-1].last, roles[:1])
        if who is None:
            if title.kind == "role" and not self.lead and _adjective(doc, self.i):
                return None
            bare = not roles and self.where is None and self.nation is None and self.iso is None
            if title.kind in ("rank", "honorific", "kin") or (
                self.current.kind in ("rank", "honorific", "kin") and self.current.kind != "role"
            ):
                return None
            if self.current.kind == "role" and bare and title.kind != "role":
                return None
            self._close(self.j)
            return self._alone(self.j, self.roles) if self.roles else None
        if title.kind == "kin":
            return Chunk(
                self.i,
                who.last,
                who.first,
                who.last,
                "person",
                "name",
                who.by,
                who.score,
                self.lead,
                who.entities,
                None,
                title.gender,
                "s",
                who.name,
                [],
                self.inner,
                "kin",
            )
        gender = title.gender if title.kind != "honorific" or title.gender == "f" else (who.gender or title.gender)
        if gender == "f" and self.doc.texts[self.i].endswith("ه"):
            gender = who.gender or gender  # محاميه فلان: his lawyer, spelt as a woman lawyer is
        return Chunk(
            self.i,
            who.last,
            who.first,
            who.last,
            "person",
            "name",
            "title+" + who.by,
            max(who.score, 0.85),
            self.lead,
            who.entities,
            None,
            gender,
            "s",
            who.name,
            roles,
            self.inner,
            "",
        )

    def _alone(self, end: int, roles: list[Role]) -> Chunk:
        title = self.title
        inner = [c for c in self.inner if c.last <= end]
        return Chunk(
            self.i,
            end,
            self.i,
            end,
            "title",
            "title",
            "title:alone",
            0.6,
            self.lead,
            (),
            roles[0].iso,
            title.gender,
            title.number,
            roles[0].text,
            roles,
            inner,
            roles[0].head,
            None,
            title.definite,
        )


def titled(doc: Doc, i: int, stop: int) -> Chunk | None:
    """A title phrase at token i with the name after it, or alone."""
    found = title_at(doc, i, stop)
    return None if found is None else Phrase(doc, i, stop, _shortened(doc, i, stop, found)).read()


def _shortened(doc: Doc, i: int, stop: int, found: tuple[int, str, Title]) -> tuple[int, str, Title]:
    """رئيس المجلس الأوروبي, قائد قوات سوريا الديمقراطية: a title's last words begin the name of its body."""
    end, lead, title = found
    if title.kind != "office" or end - i < 2:
        return found
    for k in range(i + 1, end):
        if not doc.infos[k].heads or doc.infos[k].titles:
            continue
        named = listed_at(doc, k, stop)
        last = named[0] if named and not named[1] and named[2][0].type in ("organization", "militia") else k
        got = body(doc, k, stop)
        if got is not None and not got.lead and got.kind in ("organization", "militia") and got.head not in OFFICES:
            last = max(last, got.last)
        if last < end or (last == end and not (named and named[0] == end)):
            continue
        short = title_at(doc, i, k)
        if short is not None and short[0] == k and short[1] == lead:
            return short
    return found


def _without(text: str, lead: str) -> str:
    """A title as it is told, its proclitics off: للرئيس → الرئيس."""
    if lead.endswith("ل") and text[len(lead) - 1 :].startswith("لل"):
        return "ال" + text[len(lead) + 1 :]
    return text[len(lead) :]


def _adjective(doc: Doc, i: int) -> bool:
    """العقوبات الاقتصادية: a title's word that only describes the definite noun before it."""
    if i == 0 or not doc.texts[i - 1][0].isalpha() or not doc.texts[i].startswith("ال"):
        return False
    prev = doc.infos[i - 1]
    return prev.definite and not prev.closed


def _outlet(chunk: Chunk) -> bool:
    return any(e.outlet for e in chunk.entities)
