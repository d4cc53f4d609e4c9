"""Who is who in one article: chunks become actors; titles, nationalities and short names find their bearers.

Nothing here looks beyond the article: ids are functions of it alone (DESIGN.md, Identity), and what two articles share is
decided in the graph.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.model import Actor, Mention, digest, fold
from loaders import identity
from loaders.doc import Chunk, Doc, Role
from loaders.lexicon.entities import Entity

DESCRIBED = frozenset(("مسوول", "دبلوماسي", "ديبلوماسي", "سياسي", "قيادي", "معارض", "جنرال", "مبعوث", "موفد", "زعيم", "قايد", "نايب", "وزير", "رييس", "سفير", "متحدث", "ناطق", "امير", "ملك", "عاهل", "مرشد", "مستشار", "مدير", "محافظ", "مرشح", "سيناتور", "مندوب", "ممثل", "حاكم", "كاتب", "ناشط", "صحافي", "صحفي", "محلل", "باحث", "خبير"))  # fmt: skip
"""Titles that, with a nation's adjective, may point back to somebody named (المسؤول الإيراني)."""
HEADS = frozenset(("رييس", "ملك", "امير", "سلطان", "عاهل", "زعيم", "مرشد"))


SEATS = frozenset(("وزير", "رييس", "ملك", "امير", "سلطان", "عاهل", "ولي", "مستشار", "سفير", "محافظ", "حاكم", "مرشد", "نايب", "متحدث", "ناطق", "قايد", "مدير", "مندوب", "مبعوث", "كاتب", "وكيل", "مساعد"))  # fmt: skip
STATE_OFFICES = frozenset(("رييس الوزراء", "رييس مجلس الوزراء", "رييس الحكومه", "رييس الجمهوريه", "رييس الدوله", "نايب الرييس", "نايب رييس الوزراء", "نايب رييس", "نايب وزير", "وكيل وزاره", "رييس الاركان", "رييس هييه الاركان", "رييس هييه الاركان العامه", "نايب عام", "مستشار الامن القومي", "ولي العهد", "ولي عهد", "ملك", "وزير اول", "كاتب دوله", "وزير دوله", "قايد الثوره", "قايد الثوره الاسلاميه", "راس النظام", "محافظ البنك المركزي", "متحدث الخارجيه", "متحدث باسم الخارجيه", "ناطق باسم الخارجيه", "مساعد وزير", "مدعي عام"))  # fmt: skip
"""Offices of a state: without a nation they are of the state that the article is about."""


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


class Cast:
    """The actors of one article and which chunk is whose."""

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
        """ids that stand only when something is told of them (الشرطة, المحكمة)"""
        self.spelt: dict[int, str] = {}
        flat = [c for chunk in chunks for c in (chunk, *chunk.inner)]
        self._places(flat)
        self._peers()
        self._full_names()
        self._short_names()
        self._bodies(flat)
        self._nations()
        self._titles()
        self._mention_all(flat)
        self._countries_of_people()

    # -- people -------------------------------------------------------------------------------------------------
    def _peers(self) -> None:
        """نظيره الفرنسي: the office is that of the person named before."""
        before: Role | None = None
        for chunk in self.chunks:
            for role in chunk.roles:
                if role.head == "نظير":
                    if before is not None:
                        role.head, role.portfolio = before.head, before.portfolio
                elif role.kind == "office":
                    before = role

    def _named(self) -> list[Chunk]:
        """The chunks that name people, those within others (حكومة نتنياهو) too."""
        return [c for chunk in self.chunks for c in (chunk, *chunk.inner) if c.kind == "person" and c.by != "apposition"]

    def _full_names(self) -> None:
        for chunk in self._named():
            words = tuple(fold(chunk.name).split())
            if identity.single(words) and not chunk.entities:
                continue
            person = self._same_full(words, chunk)
            if person is None:
                entity = self._choose(chunk, chunk.entities) if chunk.entities else None
                person = Person(words, chunk.name, entity, chunk.first, chunk.gender)
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
            if person is None and (len(words) > 1 or chunk.roles or chunk.by.startswith("title+") or chunk.by in ("slot", "names:short")):
                person = Person(tuple(words), chunk.name, None, chunk.first, chunk.gender, local=True)
                self.people.append(person)
            if person is not None:
                self._join(chunk, person)

    def _bearer(self, form: str, chunk: Chunk) -> Person | None:
        """Who of the article is called by this one word: by family name, else any other part; the latest before it."""
        if " " in form:
            two = tuple(form.split())
            last = [p for p in self.people if p.words[-2:] == two and len(p.words) > 2] or [p for p in self.people if p.words == two]
            return last[-1] if last else None
        bare = form.removeprefix("ال") if len(form) > 4 else form
        last = [p for p in self.people if len(p.words) > 1 and p.words[-1] in (form, bare, "ال" + form)]
        if not last:
            last = [p for p in self.people if p.entity is not None and form in p.entity.short]
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
        return last[0] if last else None

    def _choose(self, chunk: Chunk, found: tuple[Entity, ...]) -> Entity | None:
        """The one listed bearer that fits the title's nation, the article's countries and date; None when several do."""
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
            near = [e for e in fit if any((not o.since or o.since <= year) and (not o.until or o.until >= year[: len(o.until)]) for o in e.offices)]
            fit = near or fit
        return fit[0] if len(fit) == 1 else None

    @property
    def _present(self) -> set[str]:
        got = getattr(self, "_present_isos", None)
        if got is None:
            got = {c.iso for chunk in self.chunks for c in (chunk, *chunk.inner) if c.iso and c.kind in ("country", "nisba")}
            self._present_isos = got
        return got

    def _join(self, chunk: Chunk, person: Person) -> None:
        if not person.id:
            person.id = "person"  # set later, when the country is known
        chunk.actor = f"#{self.people.index(person)}"
        person.roles.extend(r for r in chunk.roles if r.text not in {x.text for x in person.roles})
        person.gender = person.gender or chunk.gender
        for role in chunk.roles:
            if role.iso and person.iso is None:
                person.iso, person.iso_by = role.iso, "position"

    # -- bodies, countries, places ------------------------------------------------------------------------------
    def _places(self, flat: list[Chunk]) -> None:
        """A capital: the place, or its government (ONTOLOGY.md, Borderline 10)."""
        doc = self.doc
        for chunk in flat:
            if chunk.kind != "place" or not chunk.metonym or chunk.head in ("مدينه", "ولايه", "محافظه"):
                continue
            i = chunk.first
            prev = doc.infos[i - 1] if i else None
            prep = chunk.lead[-1:] if chunk.lead[-1:] in ("ب", "ل") else (prev.prep if prev else None)
            before = prev.word.fold if prev else ""
            prior = doc.infos[i - 2].word.fold if i > 1 else ""
            located = prep in ("في", "الي", "نحو", "قرب", "داخل", "خارج", "وسط", "شمال", "جنوب", "شرق", "غرب", "حول", "ب", "عبر", "فوق") or before in _SITES
            if prep == "من" or prep == "ل":
                located = prior not in _BACKERS and before not in _BACKERS and prep == "من"
            if before == "العاصمه" or (prior == "العاصمه" and prev is not None and prev.nisbas):
                located = True
            if not located:
                country = doc.lex.countries[chunk.metonym]
                chunk.kind, chunk.iso, chunk.entities, chunk.gender = "country", chunk.metonym, (country.entity,), "f"

    def _bodies(self, flat: list[Chunk]) -> None:
        last_by_head: dict[str, str] = {}
        ministries: dict[str, str] = {}
        said_by: str | None = None
        about = self._about_state()
        for chunk in sorted(flat, key=lambda c: c.first):
            if chunk.kind in ("country", "nisba") and chunk.iso:
                entity = self.doc.lex.countries[chunk.iso].entity
                chunk.actor = self._put(entity.slug, "country", entity, chunk.iso)
                if chunk.by == "state:head":
                    last_by_head["state:" + chunk.head.removeprefix("ال")] = chunk.actor
            elif chunk.kind == "backref":
                if chunk.head == "*country":
                    iso = self._country_before(chunk)
                    if iso is not None:
                        entity = self.doc.lex.countries[iso].entity
                        chunk.actor = self._put(entity.slug, "country", entity, iso)
                        chunk.iso = iso
                elif chunk.head == "*body":
                    chunk.actor = said_by
                elif chunk.head == "*state":
                    iso = self._state_before(chunk)
                    if iso is not None:
                        entity = self.doc.lex.countries[iso].entity
                        chunk.actor, chunk.iso = self._put(entity.slug, "country", entity, iso), iso
                elif chunk.head.startswith("state:"):
                    chunk.actor = last_by_head.get(chunk.head) or self._dominant(chunk.head)
                    if chunk.actor is None and (iso := self._country_before(chunk)) is not None:
                        chunk.actor = self._put(self.doc.lex.countries[iso].entity.slug, "country", self.doc.lex.countries[iso].entity, iso)
                else:
                    chunk.actor = last_by_head.get(chunk.head) or (said_by if chunk.head in ("بيان", "تقرير") else None)
                    if chunk.actor is None and chunk.head in ALONE:
                        id = f"organization/ال{chunk.head}~@" + self.doc.article.id.split("/")[-1]
                        chunk.actor = self._put(id, "organization", None, None)
                        self.weak.add(id)
                        chunk.form = "name"
                        last_by_head[chunk.head] = id
            elif chunk.kind in ("organization", "militia", "agreement", "place"):
                listed = [e for e in chunk.entities if e.type == chunk.kind] or list(chunk.entities)
                if chunk.by == "nisba:body" and not any(e in c.entities for c in flat for e in listed if c.by != "nisba:body"):
                    continue  # الأممي alone names no actor
                if listed:
                    entity = listed[0]
                    if len(listed) > 1:
                        near = [e for e in listed if e.country in self._present]
                        entity = (near or listed)[0]
                    chunk.actor = self._put(entity.slug, entity.type, entity, entity.country)
                else:
                    key = fold(chunk.name)
                    iso = chunk.iso
                    if chunk.head.startswith("وزاره "):
                        if iso is None and key in ministries:
                            chunk.actor = ministries[key]
                            continue
                        guessed = iso or about
                        slug = f"organization/{key.replace(' ', '-')}~{(guessed or '').lower()}"
                        if guessed is None:
                            slug = identity.local(slug, self.doc.article.id)
                        ministries.setdefault(key, slug)
                        iso = guessed
                        chunk.actor = self._put(slug, "organization", None, iso)
                        if iso:
                            adjective = self._nisba_name(chunk)
                            self.names.setdefault(slug, {}).setdefault(f"{chunk.name} {adjective}".strip(), -1)
                    else:
                        local = chunk.kind == "agreement" and chunk.score < 0.8
                        weak = False
                        if chunk.kind in ("organization", "militia"):
                            if chunk.by.startswith(("head:", "group+head:")) and iso is None and about and chunk.head in identity.OF_STATES:
                                iso = about
                            elif identity.generic(chunk, self.doc.lex):
                                local = weak = True
                            key = "-".join(identity.body_words(chunk, self.doc.lex))
                            slug = f"{chunk.kind}/{key}~{iso.lower() if iso else ''}"
                        else:
                            slug = f"{chunk.kind}/{key.replace(' ', '-')}~"
                        if local:
                            slug = identity.local(slug, self.doc.article.id)
                        chunk.actor = self._put(slug, chunk.kind, None, iso)
                        if weak and not (chunk.kind == "organization" and identity.stands(chunk)):
                            self.weak.add(slug)
                for w in heads_of(chunk):
                    last_by_head[w] = chunk.actor
                if chunk.kind in ("organization", "militia") and chunk.form == "name":
                    said_by = chunk.actor
        self.bodies = last_by_head
        self._same_bodies()

    def _nations(self) -> None:
        """Offices told without their nation or body: by the holder's listed offices, else by the state the article is about."""
        about = self._about_state()
        for chunk in self.chunks:
            person = self.people[int(chunk.actor[1:])] if chunk.kind == "person" and chunk.actor and chunk.actor.startswith("#") else None
            for role in chunk.roles if person is not None else ():
                self._nation(role, person, about)

    def _nation(self, role: Role, person: Person | None, about: str | None) -> None:
        body = role.body
        if body is not None and body.kind == "backref":
            if body.iso and body.actor and self.types.get(body.actor) == "country":
                role.iso = role.iso or body.iso
            if body.actor is None and not body.head.startswith(("state:", "*")) and body.head in self.doc.lex.heads and role.kind == "office":
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
            held = [o for o in held if when and (not o.since or o.since <= when) and (not o.until or o.until >= when[: len(o.until)])] or held
            if held and held[0].body in self.doc.lex.countries:
                role.iso = held[0].body
            elif held and (entity := self.doc.lex.entities.get(held[0].body)) is not None:
                role.body = Chunk(role.first, role.last, role.first, role.last, entity.type, "title", "lexicon", 0.7, entities=(entity,), name=entity.name)
                role.body.actor = entity.slug
                self._put(entity.slug, entity.type, entity, entity.country)
            elif person.entity.country and (head in SEATS or role.portfolio):
                role.iso = person.entity.country
        elif about is not None and (head == "وزير" or " ".join(w for w in (role.head, role.portfolio) if w) in STATE_OFFICES or role.head in STATE_OFFICES):
            role.iso = about

    def _about_state(self) -> str | None:
        """The country that most mentions of states in the article are of."""
        counts: dict[str, int] = {}
        for chunk in self.chunks:
            for c in (chunk, *chunk.inner):
                if c.iso and c.kind in ("country", "nisba"):
                    counts[c.iso] = counts.get(c.iso, 0) + 1
        if not counts:
            return None
        iso, n = max(counts.items(), key=lambda x: (x[1], x[0]))
        return iso if 2 * n > sum(counts.values()) and n > 1 else None

    def _state_before(self, chunk: Chunk) -> str | None:
        """Whose ministry «خارجيتها» is: the state named last before it."""
        iso: str | None = None
        for c in self.chunks:
            if c.first >= chunk.first:
                break
            if c.kind == "country" and c.iso:
                iso = c.iso
        return iso

    def _same_bodies(self) -> None:
        """وزارة الدفاع (البنتاغون), حركة المقاومة (حماس), جهاز الأمن، شين بيت،: two names of one body."""
        texts = self.doc.texts
        for a, b in zip(self.chunks, self.chunks[1:], strict=False):
            if a.kind not in ("organization", "militia") or b.kind not in ("organization", "militia") or b.lead or not (a.actor and b.actor):
                continue
            gap = texts[a.last : b.first]
            if len(gap) != 1 or a.actor == b.actor or b.last >= self.doc.n:
                continue
            after = texts[b.last]
            bracket = gap[0] in "(«\"“" and after in ")»\"”"
            comma = gap[0] in "،," and after in "،," and b.by == "lexicon" and a.by != "lexicon"
            if not (bracket or comma) or (a.by == "lexicon" and b.by == "lexicon"):
                continue
            if a.by == "lexicon":
                a, b = b, a
            gone, kept = a.actor, b.actor
            for c in self.chunks:
                for x in (c, *c.inner):
                    if x.actor == gone:
                        x.actor = kept
            for head, actor in list(self.bodies.items()):
                if actor == gone:
                    self.bodies[head] = kept

    def _country_before(self, chunk: Chunk) -> str | None:
        """Whose «بلاده» is: the nation of the person, office or state named last before it."""
        best: tuple[int, str] | None = None
        for c in self.chunks:
            if c.first >= chunk.first:
                break
            iso: str | None = None
            if c.kind == "person" and c.actor and c.actor.startswith("#"):
                person = self.people[int(c.actor[1:])]
                iso = person.entity.country if person.entity is not None and person.entity.country else person.iso
            elif c.kind == "title" and c.roles:
                iso = c.roles[0].iso
            if iso:
                best = (c.first, iso)
        return best[1] if best else None

    def _dominant(self, head: str) -> str | None:
        """Whose government an article means by «الحكومة» alone: that of the country that most of its mentions are of."""
        iso = self._about_state()
        if iso is None:
            return None
        entity = self.doc.lex.countries[iso].entity
        return self._put(entity.slug, "country", entity, iso)

    def _nisba_name(self, chunk: Chunk) -> str:
        return self.doc.texts[chunk.last - 1]

    def _put(self, id: str, type: str, entity: Entity | None, iso: str | None) -> str:
        self.types[id] = type
        self.entity_of[id] = entity
        if self.iso_of.get(id) is None:
            self.iso_of[id] = iso
        return id

    # -- titles without a name ----------------------------------------------------------------------------------
    def _titles(self) -> None:
        unnamed: dict[str, str] = {}
        for chunk in self.chunks:
            if chunk.kind == "person" and chunk.roles:
                for r in chunk.roles:
                    unnamed.pop(r.head, None)
            if chunk.kind != "title" or not chunk.roles:
                continue
            role = chunk.roles[0]
            if chunk.definite and role.head in unnamed and not role.iso and role.body is None and not role.portfolio:
                chunk.actor = unnamed[role.head]
                continue
            person = self._holder(role, chunk)
            if person is not None:
                chunk.actor = f"#{self.people.index(person)}"
                chunk.gender = person.gender or chunk.gender
                continue
            if role.body is not None and role.body.actor:
                chunk.actor = role.body.actor
            elif role.iso:
                entity = self.doc.lex.countries[role.iso].entity
                chunk.actor = self._put(entity.slug, "country", entity, role.iso)
            if chunk.actor:
                unnamed[role.head] = chunk.actor

    def _holder(self, role: Role, chunk: Chunk) -> Person | None:
        """The person named in the article whom a bare title means."""
        if chunk.number != "s" or (not chunk.definite and not role.iso and role.body is None):
            return None
        best: Person | None = None
        for person in self.people:
            same = [r for r in person.roles if r.head == role.head and not (r.former and not role.former)]
            fits = False
            for r in same:
                if role.iso and role.iso != (r.iso or person.iso):
                    continue
                if role.portfolio and r.portfolio and role.portfolio.split()[0] != r.portfolio.split()[0]:
                    continue
                if not role.portfolio and (r.portfolio or r.body is not None) and role.head in ("رييس", "قايد", "مدير", "نايب", "امين"):
                    continue
                if role.body is not None and r.body is not None and role.body.actor != r.body.actor:
                    continue
                fits = True
            if not same and person.entity is not None and role.iso == person.entity.country and role.iso:
                when = self.doc.article.published_on or ""
                for o in person.entity.offices:
                    words = fold(o.title).split()
                    if not role.portfolio and role.head != "وزير" and " ".join(words[1:]) not in ("", "الجمهوريه", "الدوله", "السلطه الفلسطينيه", "البلاد", "الوزراء", "الحكومه"):
                        continue
                    if words and words[0] == role.head.split(" ")[0] and (len(role.head.split(" ")) == 1 or set(role.head.split(" ")) <= set(words)) and (not when or ((not o.since or o.since <= when) and (not o.until or o.until >= when[: len(o.until)]))):
                        if not role.portfolio or set(role.portfolio.split()) & set(words):
                            fits = True
            if not fits and role.body is not None and role.body.entities and person.entity is not None:
                when = self.doc.article.published_on or ""
                for o in person.entity.offices:
                    words = fold(o.title).split()
                    if o.body == role.body.entities[0].slug and words and words[0].removeprefix("ال") == role.head.split(" ")[0] and (not when or ((not o.since or o.since <= when) and (not o.until or o.until >= when[: len(o.until)]))):
                        fits = True
            if not fits and role.head in ("مسوول", "دبلوماسي", "ديبلوماسي", "سياسي", "وزير") and not role.portfolio and chunk.definite:
                isos = {r.iso for r in person.roles} | {person.iso}
                kinds = {r.head for r in person.roles}
                if (role.iso in isos and role.iso) and person.roles and (role.head != "وزير" or "وزير" in kinds):
                    fits = person.first < chunk.first
                if role.head == "وزير" and not role.iso and "وزير" in kinds:
                    fits = person.first < chunk.first
            if fits and (best is None or person.first < chunk.first):
                if person.first < chunk.first or best is None:
                    best = person
        if best is None and chunk.definite and not role.iso and role.body is None and role.head in DESCRIBED and not role.portfolio:
            before = [p for p in self.people if p.first < chunk.first and any(r.head == role.head for r in p.roles)]
            best = before[-1] if before else None
        return best

    # -- ids and mentions ---------------------------------------------------------------------------------------
    def _mention_all(self, flat: list[Chunk]) -> None:
        for person in self.people:
            self._name_person(person)
        for chunk in flat:
            if chunk.actor and chunk.actor.startswith("#"):
                chunk.actor = self.people[int(chunk.actor[1:])].id
        for chunk in self.chunks:
            for inner in chunk.inner:
                if inner.by == "apposition":
                    inner.actor = chunk.actor
        for chunk in flat:
            if chunk.actor:
                form = "title" if chunk.kind == "title" else chunk.form
                self.mention(chunk.actor, chunk.nfirst, chunk.nlast, form, chunk.lead if chunk.nfirst == chunk.first else "")

    def _name_person(self, person: Person) -> None:
        if person.entity is not None:
            entity = person.entity
            person.id = entity.slug
            person.iso, person.iso_by = (entity.country, "lexicon") if entity.country else (person.iso, person.iso_by)
        else:
            iso = (person.iso or "").lower()
            slug = "person/" + "-".join(person.words) + "~" + iso
            if identity.single(person.words):
                slug = identity.local(slug, self.doc.article.id)
            person.id = slug
        if person.id in self.person_of and self.person_of[person.id] is not person:
            self.person_of[person.id].roles.extend(person.roles)
        else:
            self.person_of[person.id] = person
        self._put(person.id, "person", person.entity, person.iso)

    def mention(self, actor: str, first: int, last: int, form: str, lead: str = "") -> None:
        start, end = self.doc.span(first, last)
        if lead:
            # the clitics before a name are no part of it: «لل» hides an article, which the name gets back
            skip, letters = start, len(lead)
            while skip < end and letters:
                letters -= self.doc.text[skip].isalpha()
                skip += 1
            if lead.endswith("ل") and self.doc.text[skip : skip + 1] == "ل" and self.doc.infos[first].word.fold[len(lead) - 1 :].startswith("لل"):
                skip += 1
                self.spelt[skip] = "ال" + clean(self.doc.text[skip:end])
            if skip < end:
                start = skip
        spot = (start, end, form)
        spots = self.mentions.setdefault(actor, [])
        if spot not in spots:
            spots.append(spot)

    def _countries_of_people(self) -> None:
        state_heads = {"وزير", "رييس", "ملك", "امير", "سفير", "سلطان", "عاهل", "مبعوث", "موفد", "متحدث", "ناطق", "قايد", "محافظ", "مستشار", "مدير", "مندوب", "مرشد", "نايب"}
        for person in self.people:
            for role in person.roles:
                if role.kind != "office" or role.former or not role.iso:
                    continue
                body = role.body
                own = body is None or (body.entities and body.entities[0].state) or body.head.startswith("وزاره")
                if role.head.split(" ")[0] in state_heads and own and role.portfolio.split()[:1] not in (["حزب"], ["حركه"]):
                    person.acts_for = role.iso

    # -- out ----------------------------------------------------------------------------------------------------
    def actors(self, used: set[str]) -> list[Actor]:
        out = []
        for id in sorted(self.mentions):
            spots = sorted(self.mentions[id])
            entity = self.entity_of.get(id)
            type = self.types[id]
            person = self.person_of.get(id)
            counted: dict[str, int] = {}
            for start, end, form in spots:
                if form == "name":
                    text = self.spelt.get(start) or clean(self.doc.text[start:end])
                    counted[text] = counted.get(text, 0) + 1
            if id in self.weak and id not in used:
                continue
            if not counted and person is None and type not in ("country",) and id not in used:
                if not any(form == "nisba" for _, _, form in spots):
                    continue
            names = list(counted)
            extra = [n for n in self.names.get(id, {}) if n not in names]
            if entity is not None:
                name = entity.name
            elif person is not None:
                name = person.name
            else:
                name = extra[0] if extra else (max(names, key=lambda n: (counted[n], n)) if names else clean(self.doc.text[spots[0][0] : spots[0][1]]))
            if type == "country":
                told = dict.fromkeys(clean(self.doc.text[s:e]) for s, e, form in spots if form == "nisba")
                names += [n for n in told if n not in counted and " " not in n] or ([] if names else list(told))
            iso = self.iso_of.get(id)
            out.append(
                Actor(
                    id=id, type=type, name=name, names=tuple(names + extra), name_en=entity.name_en if entity else None,
                    name_en_by="lexicon" if entity and entity.name_en else None,
                    iso=iso if type == "country" else None,
                    country=(person.iso if person else iso) if type in ("person", "militia", "organization") else None,
                    country_by=(person.iso_by if person and person.iso else ("lexicon" if entity else "name") if iso else None) if type in ("person", "militia", "organization") else None,
                    acts_for=(person.acts_for if person else (iso if type == "organization" and ((entity and entity.state) or id.startswith("organization/وزاره")) else None)),
                    located_in=iso if type == "place" else None,
                    roles=tuple(dict.fromkeys(r.text for r in person.roles)) if person else (),
                    mentions=tuple(Mention(start=s, end=e, text=self.doc.text[s:e], form=f) for s, e, f in spots),
                )
            )  # fmt: skip
        return out


def heads_of(chunk: Chunk) -> list[str]:
    """The nouns that may stand for a body later on (الحركة for حركة حماس, and for حماس by its listed name)."""
    out = [chunk.head.split()[0].removeprefix("ال")] if chunk.head else []
    for entity in chunk.entities[:1]:
        for name in entity.aliases:
            word = fold(name).split()[:1]
            if word:
                out.append(word[0].removeprefix("ال"))
    return list(dict.fromkeys(out))


def clean(text: str) -> str:
    """A name as it is shown: single spaces, no quotes or hashes."""
    return " ".join("".join(" " if c in "«»“”\"#_\n()" else c for c in text).split())


ALONE = frozenset(("معارضه", "شرطه", "محكمه", "برلمان", "نيابه"))
_SITES = frozenset(("العاصمه", "زياره", "مدينه", "قرب", "وسط", "مطار", "ريف", "شمال", "جنوب", "شرق", "غرب", "جنوبي", "شمالي", "شرقي", "غربي", "ضواحي", "سماء", "زار", "يزور", "زارت", "غادر", "وصل", "تزور", "سيزور", "بزياره", "قمه", "محادثات", "مفاوضات", "مباحثات", "موتمر", "اجتماع", "اجتماعات", "لقاء", "لقاءات", "جوله", "هجمات", "هجوم", "تفجيرات", "تفجير", "اعتداءات", "اعلان", "جامعه", "شوارع", "سكان", "بورصه", "معرض", "مهرجان", "منتدي", "كليه", "محافظ", "عمده", "محيط", "اطراف", "بلديه", "مستشفي", "احتضنت", "تحتضن", "استضافت", "زيارتي", "مساجد", "كنيسه", "زيارته", "زيارتها", "زيارتهما", "زيارتهم", "لزياره", "وزياره", "لزيارته"))
_BACKERS = frozenset(("دعم", "بدعم", "المدعومه", "المدعوم", "مدعومه", "مدعوم", "المدعومين", "بدعوه", "دعوه", "بطلب", "طلب", "ضغط", "ضغوط", "بضغط", "تمويل", "المقربه", "قرب", "القريبه", "مقربه", "اتهامات", "تهديدات", "كل", "كلا"))
__all__ = ["Cast", "Person", "clean", "digest"]
