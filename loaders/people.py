"""The people of an article: full names, short names, and who of several bearers is meant."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from kg.model import fold
from loaders import identity, spellings
from loaders.doc import Chunk, Doc, Role
from loaders.lexicon.entities import Entity
from loaders.shortnames import FIRST_NAMED

REGNAL = frozenset(("الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس"))
"""The last words of kings' names, left out when they are told again (الملك عبد الله)."""


@dataclass(slots=True)
class Person:
    words: tuple[str, ...]
    """folded words of the fullest name"""
    name: str
    entity: Entity | None
    first: int
    gender: str | None = None
    roles: list[Role] = field(default_factory=list)
    iso: str | None = None
    iso_by: str | None = None
    acts_for: str | None = None
    id: str = ""
    local: bool = False


class People:
    """What is known of an article's actors, and the persons among them."""

    def __init__(self, doc: Doc, chunks: list[Chunk]) -> None:
        self.doc = doc
        self.chunks = chunks
        self.people: list[Person] = []
        self.mentions: dict[str, list[tuple[int, int, str]]] = {}
        self.types: dict[str, str] = {}
        self.names: dict[str, dict[str, int]] = {}
        self.entity_of: dict[str, Entity | None] = {}
        self.iso_of: dict[str, str | None] = {}
        self.person_of: dict[str, Person] = {}
        self.bodies: dict[str, str] = {}
        """last actor id by folded head noun, for الحركة, الوزارة"""
        self.weak: set[str] = set()
        self.unnamed: set[str] = set()
        """Agreements told without a name: actors only where somebody is party to one."""
        """ids that stand only when something is told of them (الشرطة, المحكمة)"""
        self.spelt: dict[int, str] = {}
        self._iso_present: set[str] | None = None
        self._iso_told: Counter[str] | None = None

    def _put(self, id: str, type: str, entity: Entity | None, iso: str | None) -> str:
        self.types[id] = type
        self.entity_of[id] = entity
        if self.iso_of.get(id) is None:
            self.iso_of[id] = iso
        return id

    def _peers(self) -> None:
        """نظيره الفرنسي: the office is that of the person named before."""
        before: list[Role] = []
        for chunk in self.chunks:
            for role in chunk.roles:
                if role.head == "نظير":
                    if before:
                        own = self._peer_of(chunk, before)
                        role.head, role.portfolio = own.head, own.portfolio
                elif role.kind == "office":
                    before = [role, *before[:3]]

    @staticmethod
    def _peer_of(chunk: Chunk, before: list[Role]) -> Role:
        """استقبل الرئيس الوزير، الذي سلمه رسالة من نظيره فلان: the office that he is known to hold, else the last."""
        titles = [fold(o.title).split() for e in chunk.entities[:1] for o in e.offices]
        for role in before if titles and chunk.kind == "person" else ():
            words = role.head.split(" ")
            if any(t[0].removeprefix("ال") == words[0] and t[1:2] not in (["الاول"],) for t in titles if t):
                return role
        return before[0]

    def _named(self) -> list[Chunk]:
        """The chunks that name people, those within others (حكومة نتنياهو) too."""
        return [
            c for chunk in self.chunks for c in (chunk, *chunk.inner) if c.kind == "person" and c.by != "apposition"
        ]

    def _in_brackets(self) -> None:
        """محمد عبد الله محمد (فرماجو): the listed short name tells who the full one is."""
        people = [c for c in self.chunks if c.kind == "person"]
        for one, short in pairwise(people):
            gap = self.doc.texts[one.last : short.first]
            closed = short.last < self.doc.n and self.doc.texts[short.last] == ")"
            if gap == ["("] and closed and short.entities and not one.entities and short.nlast - short.nfirst == 1:
                one.entities = short.entities

    def _full_names(self) -> None:
        self._in_brackets()
        for chunk in self._named():
            bare = chunk.lead if chunk.by == "lexicon" else ""  # لكيم جونغ أون: a listed name keeps its clitics
            words = tuple(fold(chunk.name.removeprefix(bare)).split())
            if len(words) < 2 or (identity.single(words) and not chunk.entities):
                continue
            person = self._same_full(words, chunk)
            if person is None:
                entity = (
                    self._choose(chunk, chunk.entities)
                    if chunk.entities
                    else spellings.listed_variant(self.doc.lex, words)
                    or spellings.listed_within(self.doc.lex, words, chunk.roles)
                )
                known = next((p for p in self.people if entity is not None and p.entity is entity), None)
                person = known or Person(words, chunk.name, entity, chunk.first, chunk.gender)
                if known is None:
                    self.people.append(person)
            elif len(words) > len(person.words) and person.entity is None:
                person.words, person.name = words, chunk.name
            self._join(chunk, person)

    def _same_full(self, words: tuple[str, ...], chunk: Chunk) -> Person | None:
        for person in self.people:
            if chunk.entities and person.entity in chunk.entities:
                return person
            if person.words == words:
                return person
            a, b = set(words), set(person.words)
            if words[0] == person.words[0] and (a <= b or b <= a):
                return person
            if spellings.variants(self.doc.lex, words, person.words):
                return person
            if person.entity is not None and " ".join(words) in {fold(n) for n in person.entity.aliases}:
                return person
        return None

    def _short_names(self) -> None:
        for chunk in self._named():
            if chunk.actor:
                continue
            words = fold(chunk.name).split()
            if not words:
                continue
            form = words[0] if len(words) == 1 else " ".join(words)
            person = self._bearer(form, chunk)
            if person is None and chunk.entities:
                entity = self._choose(chunk, chunk.entities)
                if entity is not None:
                    person = next((p for p in self.people if p.entity is entity), None)
                    if person is None:
                        person = Person((form,), chunk.name, entity, chunk.first, chunk.gender)
                        self.people.append(person)
            if person is None and (
                len(words) > 1
                or chunk.roles
                or chunk.by.startswith("title+")
                or chunk.by in ("names:short", "names:kin")
            ):
                person = Person(tuple(words), chunk.name, None, chunk.first, chunk.gender, local=True)
                self.people.append(person)
            if person is not None:
                self._join(chunk, person)

    def _bearer(self, form: str, chunk: Chunk) -> Person | None:
        """Who of the article is called by this one word: by family name, else any other part; the latest before it."""
        if " " in form:
            two = tuple(form.split())
            last = (
                [p for p in self.people if p.words[-2:] == two and len(p.words) > 2]
                or [p for p in self.people if p.words == two]
                or [p for p in self.people if p.words[:2] == two and p.words[2:3] and p.words[2] in REGNAL]
            )
            return last[-1] if last else None
        bare = form.removeprefix("ال") if len(form) > 4 else form
        last = [p for p in self.people if len(p.words) > 1 and p.words[-1] in (form, bare, "ال" + form)]
        if not last:
            last = [p for p in self.people if p.entity is not None and form in p.entity.short]
        if not last:
            called = [p for p in self.people if p.entity is not None and p.entity.country in FIRST_NAMED]
            last = [p for p in called if len(p.words) > 1 and p.words[0] == form]
        if not last:
            last = [p for p in self.people if len(p.words) > 1 and (form in p.words[1:] or bare in p.words[1:])]
        if not last and not chunk.entities:
            last = [p for p in self.people if len(p.words) > 1 and form == p.words[0]]
        if not last:
            last = [p for p in self.people if len(p.words) == 1 and p.words[0] == form]
        if len(last) > 1:
            wanted = {r.iso for r in chunk.roles if r.iso}
            fit = [p for p in last if p.iso in wanted] if wanted else []
            last = fit or last
            before = [p for p in last if p.first < chunk.first]
            return max(before, key=lambda p: p.first) if before else last[0]
        return last[0] if last and not self._of_another(last[0], chunk) else None

    def _of_another(self, person: Person, chunk: Chunk) -> bool:
        """اغتالت القائد سليماني …، وحذر غلام رضا سليماني: whether news calls another listed man by this name alone, and
        the one of this article is named only later, not behind a headline."""
        listed = person.entity is not None and bool(chunk.entities) and person.entity not in chunk.entities
        return listed and person.first > chunk.first and "\n" in self.doc.texts[: chunk.first]

    def _choose(self, chunk: Chunk, found: tuple[Entity, ...]) -> Entity | None:
        """The one listed bearer that fits the title's nation, the article's countries and date, if one does."""
        people = [e for e in found if e.type == "person"]
        if len(people) <= 1:
            return people[0] if people else None
        wanted = {r.iso for r in chunk.roles if r.iso}
        fit = [e for e in people if e.country in wanted] if wanted else people
        if len(fit) > 1:
            present = self._present
            near = [e for e in fit if e.country in present]
            fit = near or fit
        if len(fit) > 1 and chunk.roles:
            heads = {r.head for r in chunk.roles}
            near = [e for e in fit if any(fold(o.title).split()[0] in heads for o in e.offices)]
            fit = near or fit
        if len(fit) > 1 and self.doc.article.published_on:
            year = self.doc.article.published_on
            near = [e for e in fit if any(o.held_on(year) for o in e.offices)]
            fit = near or fit
        return fit[0] if len(fit) == 1 else None

    # Not cached_property, which compiled classes do not keep.
    @property
    def _present(self) -> set[str]:
        """ISO codes of the countries that an article names, itself or by its nationals."""
        if self._iso_present is None:
            parts = [c for chunk in self.chunks for c in (chunk, *chunk.inner)]
            self._iso_present = {c.iso for c in parts if c.iso and c.kind in ("country", "nisba")}
        return self._iso_present

    @property
    def _told_of(self) -> Counter[str]:
        """How often an article names each country, its nationals, its listed people, bodies and places."""
        if self._iso_told is None:
            self._iso_told = self._count_told()
        return self._iso_told

    def _count_told(self) -> Counter[str]:
        counts: Counter[str] = Counter()
        for chunk in self.chunks:
            for c in (chunk, *chunk.inner):
                if c.iso and c.kind in ("country", "nisba"):
                    counts[c.iso] += 1
                elif len({e.country for e in c.entities}) == 1 and c.entities[0].country:
                    counts[c.entities[0].country] += 1
        return counts

    def _join(self, chunk: Chunk, person: Person) -> None:
        if not person.id:
            person.id = "person"  # set later, when the country is known
        chunk.actor = f"#{self.people.index(person)}"
        person.roles.extend(r for r in chunk.roles if r.text not in {x.text for x in person.roles})
        person.gender = person.gender or chunk.gender
        for role in chunk.roles:
            if role.iso and person.iso is None:
                person.iso, person.iso_by = role.iso, "position"
