"""A title's phrase under reading: how far, which office, whose, and who holds it.

The steps of the grammar (`offices.titled` has them in order) are functions of a Phrase; they read on from its token `j`
and write down here what they read.
"""

from __future__ import annotations

from collections.abc import Callable

from kg.model import fold
from loaders.doc import Chunk, Doc, Role
from loaders.lexicon.entities import Entity
from loaders.lexicon.nouns import Title
from loaders.lexicon.sets import word_set
from loaders.titles import STATES_OWN

SEATS = word_set("offices.seats")
SUBUNITS = word_set("offices.subunits")
"""Parts of a body: who heads one holds an office of the body."""
DIPLOMATS = word_set("offices.diplomats")
"""Whose place of work is not their body: السفير الروسي في الأمم المتحدة, المبعوث الأممي لليمن."""
GOVERNORS = word_set("offices.governors")
"""Whose office is a place's: محافظ عدن."""
CAPITALS_OWN = frozenset(("سفير", "مندوب", "قنصل", "موفد"))
"""Of whom the capital named is that of the state which sends them."""
UNHELD = frozenset(("rank", "honorific", "kin"))
"""Kinds of titles that say nothing without a name."""
HELD = frozenset(("معتقل", "موقوف", "مختطف", "سجين"))
"""Titles that are participles of being held."""
KEEPER = "خادم الحرمين"
"""A title of one king only."""
MEANT = {"رييس الدبلوماسيه": ("وزير", "الخارجيه"), "موفد": ("مبعوث", "")}
"""Offices by another name: (head, portfolio)."""
HEADS_OF_STATE = ("رييس الجمهوريه", "رييس الدوله")
PRESIDENTS = frozenset((*HEADS_OF_STATE, "رييس", "الرييس", "ملك", "رييس البلاد"))
COUNCILS_HEAD = ("رييس المجلس ", "رييس مجلس ", "قايد ", "امير", "سلطان")
"""Who presides over a state without the word."""
LENGTH = 26
"""Tokens that a title's phrase is followed over, at the most."""

PRIVATE = word_set("offices.private")
"""Callings of those who hold no office."""
TitleAt = tuple[int, str, Title]
"""A title found: the token behind it, the clitics before it, and which it is."""
Step = Callable[["Phrase"], bool | None]
"""Reads one kind of thing at token `j`. True: read, False: it is something else, None: the phrase ends before it."""


def _official(entity: Entity, name: str) -> bool:
    """Whether a listed person has held offices and bears another, longer name."""
    return bool(entity.offices) and fold(name) != fold(entity.name)


def _of_another(role: Role, entities: tuple[Entity, ...]) -> bool:
    """رئيس الجمهورية before a listed man who has presided over no state: two men."""
    if role.head not in HEADS_OF_STATE or role.former or role.iso or role.last - role.first > 2:
        return False
    return not any(_presides(e) for e in entities)


def _presides(entity: Entity) -> bool:
    """Whether a listed person, if his offices are known, has been head of a state."""
    titles = [fold(o.title) for o in entity.offices]
    return not titles or any(t in PRESIDENTS or t.startswith(COUNCILS_HEAD) for t in titles)


class Phrase:
    """One title's phrase from token i on, read up to token j."""

    def __init__(self, doc: Doc, i: int, stop: int, found: TitleAt, steps: tuple[Step, ...]) -> None:
        self.steps = steps
        self.doc, self.i, self.stop = doc, i, min(stop, i + LENGTH)
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
            owner = "*state" if self.title.head in STATES_OWN else "*body"
            self.where = Chunk(i, i + 1, i, i + 1, "backref", "pronoun", "pronoun", 0.6, name=doc.texts[i], head=owner)
            self.inner.append(self.where)
            self.words = 1

    def read(self) -> Chunk | None:
        """The whole phrase: at every token the first step that reads anything, until none does or one ends it."""
        doc, steps = self.doc, self.steps
        if self.title.head in HELD and self.j < self.stop and doc.infos[self.j].prep in ("لدي", "في"):
            return None  # فلان، المعتقل لدى س: what is told of him, no title before a name
        while self.j < self.stop and self.who is None and not doc.dated[self.j]:
            for step in steps:
                went = step(self)
                if went is None:
                    return self._result()
                if went:
                    break
            else:
                break
        return self._result()

    def another(self, i: int, found: TitleAt) -> Chunk | None:
        """The phrase of another title, at token i within this one."""
        return Phrase(self.doc, i, self.stop, found, self.steps).read()

    @property
    def noun(self) -> str:
        """The title's first word: وزير of وزير دولة."""
        return self.current.head.split(" ")[0]

    @property
    def is_office(self) -> bool:
        """Whether the title is held of somebody (وزير, متحدث), unlike a rank or an honorific."""
        return self.current.kind in ("office", "role")

    def one_of_theirs(self) -> bool:
        """اتهم قيادي في حركة س الرئيس فلانا: somebody of a body, told without his article, is not who is named next."""
        infos = self.doc.infos
        within = any(infos[k].word.fold in ("في", "عن") for k in range(self.first + 1, min(self.j, self.first + 3)))
        return within and not self.current.definite and self.current.number == "s" and self.current.takes == "body"

    def belongs(self, got: Chunk) -> None:
        """What was read is whose the office is: its state, its body, or only a place told with it."""
        self.inner.append(got)
        self.words += 1
        first, *more = self.current.head.split(" ")
        head = next((w for w in more if w in DIPLOMATS), first)  # نائب سفير
        if got.kind == "country":
            if not (got.lead and head in DIPLOMATS and (self.where or self.iso or head in ("مبعوث", "موفد", "منسق"))):
                self.iso = self.iso or got.iso
            return
        if got.kind == "place" and head in CAPITALS_OWN and (iso := self.doc.lex.capitals.get(fold(got.name))):
            got.kind, got.iso, got.metonym = "country", iso, iso  # سفير أبوظبي
            got.entities = (self.doc.lex.countries[iso].entity,)
            self.iso = self.iso or iso
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

    def hold(self, person: tuple[int, Chunk]) -> bool:
        """The name read is his who holds the office."""
        self.close(self.j)
        self.j, self.who = person
        return True

    def elsewhere(self, who: Chunk) -> bool:
        """التقى حاكم دبي ماكرون: whether a listed person is of another state than the place that the office is of."""
        where = self.where
        if where is None or where.kind != "place" or self.noun not in GOVERNORS or not who.entities:
            return False
        lands = {e.country for e in where.entities}
        return None not in lands and all(e.country not in {None, *lands} for e in who.entities)

    def close(self, last: int) -> None:
        """The office read so far is one role."""
        if self.is_office:
            text = self.doc.quote_free(self.first, last).strip(" ،,")
            if self.first == self.i and self.lead:
                text = _without(text, self.lead)
            king = self.current.head.startswith(KEEPER)
            deputy = bool(self.portfolio) and self.portfolio[0].startswith(KEEPER)
            head, portfolio = MEANT.get(self.current.head, (self.current.head, " ".join(self.portfolio)))
            self.roles.append(
                Role(
                    "ملك" if king else head,
                    portfolio,
                    text,
                    self.first,
                    last,
                    "SAU" if king or deputy else self.iso,
                    self.where,
                    self.former,
                    self.current.kind,
                    self.current.number != "s",
                )
            )
        self.iso, self.where, self.former, self.portfolio = None, None, False, []

    def _result(self) -> Chunk | None:
        who, roles = self.who, self.roles
        if self.title.kind == "kin" and self.current is not self.title and not self._kinsman():
            return None
        if who is not None and roles and roles[0].head in PRIVATE and all(_official(e, who.name) for e in who.entities):
            who.entities, who.by = (), "names:given"  # الصحفي محمد إبراهيم: not the minister of that name
        land = self._land(roles) if who is not None and who.entities else None
        if who is not None and land is not None and land not in {e.country or land for e in who.entities}:
            return self._alone(roles[0].last, roles[:1])
        if who is not None and len(roles) == 1 and who.entities and _of_another(roles[0], who.entities):
            return self._alone(roles[0].last, roles[:1])  # كلف رئيس الدولة هشام المشيشي بتشكيل الحكومة: two
        return self._unheld() if who is None else self._borne(who)

    @staticmethod
    def _land(roles: list[Role]) -> str | None:
        """The state of the first office; a man of another is the next noun phrase (أمير قطر دونالد ترامب)."""
        role = roles[0] if roles else None
        if role is not None and role.iso and (role.head.split(" ")[0] in SEATS or role.head == "نايب"):
            return role.iso
        body = role.body if role is not None and len(roles) > 1 else None  # شيخ الأزهر رئيس وزراء ماليزيا فلان
        return body.entities[0].country if body is not None and body.entities else None

    def _kinsman(self) -> bool:
        """زوجة الرئيس فلانة, نجل الرئيس فلان: whether the name is theirs, and not of him who holds the office."""
        who, role = self.who, next(iter(self.roles), None)
        if who is None or role is None or (self.title.gender == "f" and who.gender == "m"):
            return False
        head = role.head.split(" ")[0]
        holds = any(fold(o.title).startswith(head) for e in who.entities for o in e.offices)
        return not holds or (self.title.gender == "f" and who.gender == "f" and self.current.gender != "f")

    def _unheld(self) -> Chunk | None:
        """The title alone: whoever holds it may stand elsewhere in the article."""
        title, doc, roles = self.title, self.doc, self.roles
        if title.kind == "role" and self.lead in ("", "و") and _adjective(doc, self.i):
            return None
        bare = not roles and self.where is None and self.nation is None and self.iso is None
        if (title.kind in UNHELD and not self._styled()) or self.current.kind in UNHELD:
            return None
        if self.current.kind == "role" and bare and title.kind != "role":
            return None
        self.close(self.j)
        return self._alone(self.j, roles) if roles else None

    def _styled(self) -> bool:
        """أكد السيد الرئيس: whether only an honour with the article stands before an office with it."""
        title, current = self.title, self.current
        apart = title.kind == "honorific" and title.definite and current.kind == "office" and current.definite
        return apart and self.first == self.i + 1 and title.number == current.number == "s"

    def _borne(self, who: Chunk) -> Chunk:
        """The title with the name of its bearer."""
        title = self.title
        kin = title.kind == "kin"
        gender: str | None = (
            title.gender if title.kind != "honorific" or title.gender == "f" else (who.gender or title.gender)
        )
        if title.head == "عضو":
            gender = who.gender  # عضو اللجنة فلانة
        if not kin and gender == "f" and self.doc.texts[self.i].endswith("ه"):
            gender = who.gender or gender  # محاميه فلان: his lawyer, spelt as a woman lawyer is
        return Chunk(
            self.i,
            who.last,
            who.first,
            who.last,
            "person",
            "name",
            who.by if kin else "title+" + who.by,
            who.score if kin else max(who.score, 0.85),
            self.lead,
            who.entities,
            None,
            gender,
            "s",
            who.name,
            [] if kin else self.roles,
            self.inner,
            "kin" if kin else "",
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


def _without(text: str, lead: str) -> str:
    """A title as it is told, its proclitics off: للرئيس → الرئيس."""
    if lead.endswith("ل") and text[len(lead) - 1 :].startswith("لل"):
        return "ال" + text[len(lead) + 1 :]
    return text[len(lead) :]


def _adjective(doc: Doc, i: int) -> bool:
    """العقوبات الاقتصادية: a title's word that only describes the definite noun before it."""
    if i == 0 or not doc.texts[i - 1][0].isalpha() or not doc.texts[i].startswith(("ال", "وال")):
        return False
    prev = doc.infos[i - 1]
    return prev.definite and not prev.closed


__all__ = ["DIPLOMATS", "SEATS", "Phrase", "Step", "TitleAt"]
