"""Of which state an office, a ministry or «بلاده» is: told by who holds it, or by what the article is about."""

from __future__ import annotations

from kg.model import fold
from loaders import identity
from loaders.doc import Chunk, Role
from loaders.lexicon.entities import Entity
from loaders.lexicon.sets import word_set
from loaders.people import People, Person

HOUSES = frozenset(("مجلس النواب", "البرلمان", "مجلس الشيوخ", "مجلس الشعب", "مجلس الامه", "مجلس نواب الشعب"))
"""Parliaments that the title of who presides over them holds."""
UNNAMED = frozenset(("بلديه", "شرطه", "محكمه", "لجنه", "كتله", "حزب", "وفد", "بعثه"))
"""Bodies that are nobody where no name was told before (رئيس البلدية)."""
GOVERNING = frozenset(("state:حكومه", "state:دوله", "state:سلطات"))
"""What a party of the land speaks to."""
SEATS = word_set("coreference.seats")
STATE_OFFICES = word_set("coreference.state_offices")
"""Offices of a state: without a nation they are of the state that the article is about."""


class Homelands(People):
    """Offices without a nation, and the state that a story is about."""

    def _nations(self) -> None:
        """Offices told without their nation or body: by the holder's offices, else by the article's state."""
        about = self._about_state()
        for chunk in self.chunks:
            person = (
                self.people[int(chunk.actor[1:])]
                if chunk.kind == "person" and chunk.actor and chunk.actor.startswith("#")
                else None
            )
            for role in chunk.roles if person is not None else ():
                self._nation(role, person, about)
                if role.body is not None and role.body.first > role.first and role.body not in chunk.inner:
                    chunk.inner.append(role.body)

    def _nation(self, role: Role, person: Person | None, about: str | None) -> None:
        body = role.body
        if body is not None and body.head == "*body" and person is not None and person.entity is not None:
            own = [o.body for o in person.entity.offices if self.types.get(o.body) in ("organization", "militia")]
            body.actor = own[-1] if own else body.actor  # زعيمها فلان: of the body that he is known to lead
        if (
            body is not None
            and body.head == "*state"
            and person is not None
            and person.entity is not None
            and person.entity.country
        ):
            role.iso, role.body = person.entity.country, None
            body.actor = self._put(
                self.doc.lex.countries[role.iso].entity.slug,
                "country",
                self.doc.lex.countries[role.iso].entity,
                role.iso,
            )
            return  # وزيرها للخارجية فلان: of the state whose he is known to be
        if body is not None and body.kind == "backref":
            if body.iso and body.actor and self.types.get(body.actor) == "country":
                role.iso = role.iso or body.iso
            if (
                body.actor is None
                and not body.head.startswith(("state:", "*"))
                and body.head in self.doc.lex.heads
                and body.head not in UNNAMED
                and role.kind == "office"
            ):
                id = f"organization/{fold(body.name).replace(' ', '-')}~@" + self.doc.article.id.split("/")[-1]
                body.actor = self._put(id, "organization", None, None)
                body.form = "name"
            if body.actor is None or self.types[body.actor] == "country":
                role.body = body = None
        elif body is not None and body.actor is None:
            role.body = body = None
        if role.iso or body is not None or role.kind != "office" or person is None:
            return
        head = role.head.split(" ")[0]
        if person.entity is not None:
            held = [o for o in person.entity.offices if head in {w.removeprefix("ال") for w in fold(o.title).split()}]
            when = self.doc.article.published_on or ""
            if " " in role.head:
                wanted = {w.removeprefix("ال") for w in role.head.split()}
                held = [o for o in held if wanted <= {w.removeprefix("ال") for w in fold(o.title).split()}]
            held = [o for o in held if when and o.held_on(when)] or held
            if held and held[0].body in self.doc.lex.countries:
                role.iso = held[0].body
                house = self._house(role) if role.iso not in self._present else None
                if house is not None:
                    role.iso = None
                    self._body_of(role, house, role.first + 1)
            elif held and (entity := self.doc.lex.entities.get(held[0].body)) is not None:
                self._body_of(role, entity)
            elif person.entity.country and (head in SEATS or role.portfolio):
                role.iso = person.entity.country
        elif about is not None and (
            head == "وزير"
            or " ".join(w for w in (role.head, role.portfolio) if w) in STATE_OFFICES
            or role.head in STATE_OFFICES
        ):
            role.iso = about

    def _house(self, role: Role) -> Entity | None:
        """رئيس مجلس النواب فلان, where nothing names his state: the house itself, by who he is."""
        words = " ".join(w for w in role.head.split(" ")[1:] if w)
        return identity.listed_of(self.doc.lex, words, role.iso) if words in HOUSES and role.iso else None

    def _body_of(self, role: Role, entity: Entity, first: int | None = None) -> None:
        """The office is the listed body's, which its words name from token `first` on, if they do."""
        form = "title" if first is None else "name"
        first = role.first if first is None else first
        ends = (first, role.last, first, role.last)
        role.body = Chunk(*ends, entity.type, form, "lexicon", 0.7, entities=(entity,), name=entity.name)
        words = " ".join(info.word.fold for info in self.doc.infos[first : role.last])
        told = (c.actor for c in self.chunks if c.kind == "organization" and c.actor and fold(c.name) == words)
        role.body.actor = next(told, None) or self._put(entity.slug, entity.type, entity, entity.country)

    def _about_state(self) -> str | None:
        """The country that most mentions of states in the article are of, or else most of what it names."""
        counts: dict[str, int] = {}
        named: dict[str, int] = {}
        for chunk in self.chunks:
            for c in (chunk, *chunk.inner):
                if c.iso and c.kind in ("country", "nisba"):
                    counts[c.iso] = counts.get(c.iso, 0) + 1
                elif c.entities and len({e.country for e in c.entities}) == 1 and c.entities[0].country:
                    named[c.entities[0].country] = named.get(c.entities[0].country, 0) + 1
        iso = _most(counts, 2)
        if iso == "ISR" and counts.get("PSE"):
            return None  # whose ministry a story of Gaza means, no count tells
        both = {c: counts.get(c, 0) + named.get(c, 0) for c in (*counts, *named)}
        return _most(both, 3) or iso

    def _dominant(self, head: str) -> str | None:
        """Whose government an article means by «الحكومة» alone: of the country it mentions most."""
        iso = self._about_state()
        if head == "state:نظام" and iso is None and any(e.country == "SYR" for c in self.chunks for e in c.entities):
            iso = "SYR"  # قوات النظام, in a story of Syria
        if iso is None:
            return None
        entity = self.doc.lex.countries[iso].entity
        return self._put(entity.slug, "country", entity, iso)

    def _state_before(self, chunk: Chunk) -> str | None:
        """Whose ministry «خارجيتها» is: the state named last before it."""
        iso: str | None = None
        for c in self.chunks:
            if c.first >= chunk.first:
                break
            for x in (c, *c.inner):
                if x.kind == "country" and x.iso and (x is c or x.form == "name"):
                    iso = x.iso
        return iso

    def _country_before(self, chunk: Chunk, states: bool = False) -> str | None:
        """Whose «بلاده» is: the nation of the person or office named last before it.

        states: or the state, if its own line names one (حض الاتحاد الأوروبي س على …، ونفت الحكومة).
        """
        best: tuple[int, str] | None = None
        free: tuple[int, str] | None = None
        line = max((i for i in range(chunk.first) if self.doc.texts[i] == "\n"), default=0) if states else self.doc.n
        led = chunk.last < self.doc.n and self.doc.infos[chunk.last].word.fold in ("بقياده", "بزعامه")
        for c in self.chunks:
            if c.first >= chunk.first:
                if led and c.first == chunk.last + 1 and c.kind == "person" and c.entities and c.entities[0].country:
                    return c.entities[0].country  # الجيش بقيادة فلان
                if c.first > chunk.last:
                    break
                continue
            iso: str | None = None
            if c.kind == "person" and c.actor and c.actor.startswith("#"):
                person = self.people[int(c.actor[1:])]
                iso = person.entity.country if person.entity is not None and person.entity.country else person.iso
            elif c.kind == "title" and c.roles:
                iso = c.roles[0].iso
            elif c.kind == "country" and c.first >= line:
                iso = c.iso
            if iso:
                best = (c.first, iso)
                free = free if self._company(c, chunk) else best
        if best and free and best != free and free[0] >= self._sentence_start(chunk.first):
            return free[1]  # قال س في اتصال مع ص إن بلاده: not that of ص
        return best[1] if best else None

    def _company(self, c: Chunk, later: Chunk) -> bool:
        """مع نظيره فلان: with whom somebody does what the sentence tells, unless it goes on about him (الذي)."""
        doc = self.doc
        if c.first == 0 or (doc.infos[c.first - 1].word.fold != "مع" and not (c.lead == "ل" and c.kind == "person")):
            return False
        return not any("relative" in doc.infos[p].closed for p in range(c.last, min(c.last + 2, later.first)))

    def _own_state(self, chunk: Chunk) -> str | None:
        """وطالب الحزب الدولة: whose the body right before it is, that asks or blames its government."""
        if chunk.head not in GOVERNING:
            return None
        before = next((c for c in reversed(self.chunks) if c.last == chunk.first), None)
        body = (
            self.entity_of.get(before.actor or "")
            if before is not None and before.kind in ("organization", "militia", "backref")
            else None
        )
        home = (
            body.country
            if body is not None and body.type in ("organization", "militia") and not (body.outlet or body.state)
            else None
        )
        return home if home in self.doc.lex.countries else None

    def _its_state(self, chunk: Chunk) -> str | None:
        """أدانت س كذا، وأكدت وزارة الخارجية: the state that the sentence begins with, whose ministry speaks next."""
        first = self._sentence_start(chunk.first)
        spoke = (
            p
            for p in range(chunk.first - 1, max(first, chunk.first - 6), -1)
            if self.doc.texts[p].startswith("و") and any(r.pos == "verb" for r in self.doc.infos[p].verbs)
        )
        k = next(spoke, None)
        if k is None:
            return None
        opening = next((c for c in self.chunks if c.first >= first), chunk)
        if opening.kind != "country" or opening.lead or opening.first not in (first, first + 1) or opening.last >= k:
            return None
        verb = self.doc.infos[opening.first - 1] if opening.first > first else None
        return opening.iso if verb is None or any(r.pos == "verb" for r in verb.verbs) else None

    def _told_fuller(self, chunk: Chunk) -> str | None:
        """المجلس الأعلى, for المجلس الأعلى لمجلس س told before: the body whose name begins with these two words."""
        if chunk.kind != "organization" or chunk.length != 2 or chunk.iso:
            return None
        pair = fold(chunk.name)
        for c in self.chunks if pair.startswith("المجلس ") else ():
            if c.first >= chunk.first:
                break
            if c.kind == "organization" and c.actor and fold(c.name).startswith(pair + " "):
                return c.actor
        return None

    def _sentence_start(self, i: int) -> int:
        return max((s.first for s in self.doc.sents if s.first <= i), default=0)


def _most(counts: dict[str, int], least: int) -> str | None:
    """The country that more than half of the counts are of, `least` of them or more."""
    if not counts:
        return None
    iso, n = max(counts.items(), key=lambda x: (x[1], x[0]))
    return iso if 2 * n > sum(counts.values()) and n >= least else None
