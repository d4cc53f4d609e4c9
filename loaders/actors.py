"""Who is who in one article: chunks become actors; titles, nationalities and short names find their bearers.

Nothing here looks beyond the article: ids are functions of it alone (DESIGN.md, Identity), and what two articles
share is decided in the graph.
"""

from __future__ import annotations

from dataclasses import replace

from kg.model import Actor
from loaders import governments, honoured, identity, metonyms
from loaders.doc import Chunk, Doc
from loaders.institutions import Institutions
from loaders.lexicon.entities import Entity
from loaders.lexicon.sets import word_set
from loaders.people import Person
from loaders.spans import headed_by_lam

STATE_HEADS = word_set("actors.state_heads")
"""Offices whose holder acts for the state that the office is of."""


class Cast(Institutions):
    """The actors of one article and which chunk is whose."""

    def __init__(self, doc: Doc, chunks: list[Chunk]) -> None:
        super().__init__(doc, chunks)
        flat = [c for chunk in chunks for c in (chunk, *chunk.inner)]
        metonyms.resolve(doc, flat)
        metonyms.kingdoms(doc, flat)
        self._peers()
        self._full_names()
        self._short_names()
        governments.resolve(doc, flat, self.people, self._about_state(), self._present)
        self._bodies(flat)
        self._nations()
        flat = [c for chunk in chunks for c in (chunk, *chunk.inner)]  # the houses that titles hold are among them now
        self._titles()
        honoured.resolve(doc, self.chunks)
        self._latter()
        self._mention_all(flat)
        self._countries_of_people()

    def as_state(self, chunk: Chunk, iso: str) -> Chunk:
        """A capital, read as its state where what is done there is done to the state (سفيرها في برلين)."""
        country = self.doc.lex.countries[iso]
        actor = self._put(country.entity.slug, "country", country.entity, iso)
        self.mention(actor, chunk.nfirst, chunk.nlast, chunk.form)
        return replace(chunk, kind="country", iso=iso, entities=(country.entity,), actor=actor)

    def _latter(self) -> None:
        """الأخير: the person or body named last before it in its sentence or the one before."""
        before: list[Chunk] = []
        for chunk in self.chunks:
            if chunk.head != "*last":
                if chunk.actor and chunk.kind in ("person", "militia", "organization", "country", "title"):
                    before.append(chunk)
                continue
            near = [c for c in before[-3:] if chunk.first - c.last < 60 and chunk.gender in (c.gender, None, "m")]
            people = [c for c in near if c.kind in ("person", "title")]
            if near:
                chunk.actor = (people or near)[-1].actor

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
                self.mention(
                    chunk.actor,
                    chunk.nfirst,
                    chunk.nlast,
                    form,
                    chunk.lead if chunk.nfirst == chunk.first else chunk.nlead,
                )

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
            while skip < end and self.doc.text[skip] == "ـ":
                skip += 1  # لـCNN
            if (
                lead.endswith("ل")
                and self.doc.text[skip : skip + 1] == "ل"
                and self.doc.infos[first].word.fold[len(lead) - 1 :].startswith("لل")
                and not headed_by_lam(self.doc, first, lead)
            ):
                skip += 1
                self.spelt[skip] = "ال" + clean(self.doc.text[skip:end])
            if skip < end:
                start = skip
        spot = (start, end, form)
        spots = self.mentions.setdefault(actor, [])
        if spot not in spots:
            spots.append(spot)

    def _countries_of_people(self) -> None:
        for person in self.people:
            for role in person.roles:
                if role.kind != "office" or role.former or not role.iso:
                    continue
                body = role.body
                own = body is None or (body.entities and body.entities[0].state) or body.head.startswith("وزاره")
                if (
                    role.head.split(" ")[0] in STATE_HEADS
                    and own
                    and role.portfolio.split()[:1] not in (["حزب"], ["حركه"])
                ):
                    person.acts_for = role.iso

    def actors(self, used: set[str]) -> list[Actor]:
        """The actors that stand, by id: those named, and those of whom something is told (`used`)."""
        out = []
        for id in sorted(self.mentions):
            spots = sorted(self.mentions[id])
            counted = self._counted(spots)
            if id in self.weak and id not in used:
                continue
            nameless = not counted and id not in self.person_of and self.types[id] != "country"
            if nameless and id not in used and not any(form == "nisba" for _, _, form in spots):
                continue
            out.append(self._actor(id, spots, counted))
        return out

    def _counted(self, spots: list[tuple[int, int, str]]) -> dict[str, int]:
        """How often each form stands that is a name."""
        counted: dict[str, int] = {}
        for start, end, form in spots:
            if form == "name":
                text = self.spelt.get(start) or clean(self.doc.text[start:end])
                counted[text] = counted.get(text, 0) + 1
        return counted

    def _actor(self, id: str, spots: list[tuple[int, int, str]], counted: dict[str, int]) -> Actor:
        entity, person, type = self.entity_of.get(id), self.person_of.get(id), self.types[id]
        names = list(counted)
        extra = [n for n in self.names.get(id, {}) if n not in names]
        if entity is not None:
            name = entity.name
        elif person is not None:
            name = person.name
        else:
            first = self.doc.text[spots[0][0] : spots[0][1]]
            name = extra[0] if extra else (max(names, key=lambda n: (counted[n], n)) if names else clean(first))
        if type == "country":
            told = dict.fromkeys(clean(self.doc.text[s:e]) for s, e, form in spots if form == "nisba")
            arms = dict.fromkeys(clean(self.doc.text[s:e]) for s, e, form in spots if form == "title")  # الحكومة
            names += [n for n in told if n not in counted and " " not in n] or ([] if names else list(told or arms))
        elif not names and not extra:  # المبعوث الأممي: the United Nations by their adjective alone
            names = list(dict.fromkeys(clean(self.doc.text[s:e]) for s, e, form in spots if form == "nisba"))
        iso = self.iso_of.get(id)
        country, by, acts_for = self._allegiance(id, entity, person, iso)
        text = self.doc.text
        return Actor.model_validate(
            {
                "id": id,
                "type": type,
                "name": name,
                "names": tuple(names + extra),
                "name_en": entity.name_en if entity else None,
                "name_en_by": "lexicon" if entity and entity.name_en else None,
                "iso": iso if type == "country" else None,
                "country": country,
                "country_by": by,
                "acts_for": acts_for,
                "located_in": iso if type == "place" else None,
                "roles": tuple(dict.fromkeys(r.text for r in person.roles)) if person else (),
                "mentions": tuple({"start": s, "end": e, "text": text[s:e], "form": f} for s, e, f in spots),
            }
        )

    def _allegiance(
        self, id: str, entity: Entity | None, person: Person | None, iso: str | None
    ) -> tuple[str | None, str | None, str | None]:
        """Whose an actor is (country), how that is known, and the state that it acts for."""
        type = self.types[id]
        if type not in ("person", "militia", "organization"):
            return None, None, None
        if person is not None:
            return person.iso, person.iso_by if person.iso else None, person.acts_for
        state = type == "organization" and (
            (entity is not None and entity.state) or id.startswith("organization/وزاره")
        )
        by = None if iso is None else "lexicon" if entity is not None else "name"
        return iso, by, iso if state else None


_HIDDEN = dict.fromkeys(map(ord, '«»“”"#_\n()'), " ")


def clean(text: str) -> str:
    """A name as it is shown: single spaces, no quotes or hashes."""
    return " ".join(text.translate(_HIDDEN).split())
