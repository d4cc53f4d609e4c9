"""Who is who in one article: chunks become actors; titles, nationalities and short names find their bearers.

Nothing here looks beyond the article: ids are functions of it alone (DESIGN.md, Identity), and what two articles
share is decided in the graph.
"""

from __future__ import annotations

from dataclasses import replace

from kg.model import Actor, digest, fold
from loaders import honoured, identity
from loaders.coreference import Coreference
from loaders.doc import Chunk, Doc
from loaders.lexicon.entities import Entity
from loaders.lexicon.sets import word_set
from loaders.people import Person
from loaders.spans import headed_by_lam

DEALS = frozenset(("اتفاق", "اتفاقيه", "معاهده", "هدنه", "صفقه"))
"""Agreements that need no name."""
ALONE = frozenset(("معارضه", "شرطه", "محكمه", "برلمان", "نيابه"))
_SITES = word_set("actors.sites")
_BACKERS = word_set("actors.backers")


class Cast(Coreference):
    """The actors of one article and which chunk is whose."""

    def __init__(self, doc: Doc, chunks: list[Chunk]) -> None:
        super().__init__(doc, chunks)
        flat = [c for chunk in chunks for c in (chunk, *chunk.inner)]
        self._places(flat)
        self._peers()
        self._full_names()
        self._short_names()
        self._bodies(flat)
        self._nations()
        self._titles()
        honoured.resolve(doc, self.chunks)
        self._latter()
        self._mention_all(flat)
        self._countries_of_people()

    def _places(self, flat: list[Chunk]) -> None:
        """A capital: the place, or its government (ONTOLOGY.md, Borderline 10)."""
        doc = self.doc
        row: Chunk | None = None
        for chunk in flat:
            before_it, row = row, chunk
            if chunk.kind != "place" or not chunk.metonym or chunk.head in ("مدينه", "ولايه", "محافظه"):
                continue
            i = chunk.first
            prev = doc.infos[i - 1] if i else None
            prep = chunk.lead[-1:] if chunk.lead[-1:] in ("ب", "ل") else (prev.prep if prev else None)
            before = prev.word.fold if prev else ""
            prior = doc.infos[i - 2].word.fold if i > 1 else ""
            located = (
                prep
                in (
                    "في",
                    "الي",
                    "نحو",
                    "قرب",
                    "داخل",
                    "خارج",
                    "وسط",
                    "شمال",
                    "جنوب",
                    "شرق",
                    "غرب",
                    "حول",
                    "ب",
                    "عبر",
                    "فوق",
                )
                or before in _SITES
            )
            if prep == "من" or prep == "ل":
                near = doc.infos[max(0, chunk.first - 9) : max(0, chunk.first - 1)]
                asked = any(r.lemma == "طلب" for info in near for r in info.verbs)  # طلبت س من بغداد
                located = prior not in _BACKERS and before not in _BACKERS and not asked and prep == "من"
            if before == "العاصمه" or (prior == "العاصمه" and prev is not None and prev.nisbas):
                located = True
            if (
                before_it is not None
                and before_it.kind == "place"
                and before_it.last == chunk.first
                and chunk.lead == "و"
                and not (chunk.last < doc.n and doc.infos[chunk.last].verbs)
            ):
                located = True  # زار بيروت ودمشق, في مدن حلب ودمشق
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
                        chunk.actor = self._put(
                            self.doc.lex.countries[iso].entity.slug, "country", self.doc.lex.countries[iso].entity, iso
                        )
                else:
                    chunk.actor = last_by_head.get(chunk.head) or (said_by if chunk.head in ("بيان", "تقرير") else None)
                    if chunk.actor is None and chunk.head in ALONE:
                        id = f"organization/ال{chunk.head}~@" + self.doc.article.id.split("/")[-1]
                        chunk.actor = self._put(id, "organization", None, None)
                        self.weak.add(id)
                        chunk.form = "name"
                        last_by_head[chunk.head] = id
                    if chunk.actor is None and chunk.head in DEALS and self._introduced(chunk):
                        id = identity.local(f"agreement/ال{chunk.head}~", self.doc.article.id)
                        chunk.actor = last_by_head[chunk.head] = self._put(id, "agreement", None, None)
                        self.weak.add(id)
                        self.unnamed.add(id)
                        chunk.form = "name"
            elif chunk.kind in ("organization", "militia", "agreement", "place"):
                kinds = ("organization", "militia") if chunk.kind in ("organization", "militia") else (chunk.kind,)
                listed = [e for e in chunk.entities if e.type in kinds] or list(chunk.entities)
                if chunk.by == "nisba:body" and not any(
                    e in c.entities for c in flat for e in listed if c.by != "nisba:body"
                ):
                    continue  # الأممي alone names no actor
                if listed:
                    entity = (
                        listed[0] if len(listed) == 1 else max(listed, key=lambda e: self._told_of[e.country or ""])
                    )
                    chunk.actor = self._put(entity.slug, entity.type, entity, entity.country)
                else:
                    key = fold(chunk.name)
                    iso = chunk.iso
                    resolution = identity.resolution(self.doc.lex, chunk)
                    if resolution is not None:
                        chunk.actor = self._put(resolution.slug, resolution.type, resolution, None)
                        continue
                    if chunk.head.startswith("وزاره "):
                        if iso is None and key in ministries:
                            chunk.actor = ministries[key]
                            continue
                        guessed = iso or about
                        known = identity.listed_of(self.doc.lex, key, guessed) if guessed else None
                        if known is not None:
                            chunk.actor = ministries[key] = self._put(known.slug, known.type, known, known.country)
                            for w in heads_of(chunk):
                                last_by_head[w] = chunk.actor
                            said_by = chunk.actor
                            continue
                        slug = f"organization/{key.replace(' ', '-')}~{(guessed or '').lower()}"
                        if guessed is None:
                            slug = identity.local(slug, self.doc.article.id)
                        ministries.setdefault(key, slug)
                        iso = guessed
                        chunk.actor = self._put(slug, "organization", None, iso)
                        if chunk.iso:
                            adjective = self._nisba_name(chunk)
                            self.names.setdefault(slug, {}).setdefault(f"{chunk.name} {adjective}".strip(), -1)
                    else:
                        local = chunk.kind == "agreement" and chunk.score < 0.8
                        weak = False
                        if chunk.kind in ("organization", "militia"):
                            if (
                                chunk.by.startswith(("head:", "group+head:"))
                                and iso is None
                                and about
                                and chunk.head in identity.OF_STATES
                            ):
                                iso = about
                                known = identity.listed_of(self.doc.lex, key, about)
                                if known is not None:
                                    chunk.actor = self._put(known.slug, known.type, known, known.country)
                                    continue
                            elif identity.generic(chunk, self.doc.lex):
                                local = weak = True
                            elif identity.of_many(chunk, self.doc.lex):
                                local = True
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

    def _introduced(self, chunk: Chunk) -> bool:
        """توصلا إلى اتفاق … وينص الاتفاق: whether the text told of it before as something new."""
        new = (chunk.head, chunk.head + "ا")
        return any(w in new for i in self.doc.infos[: chunk.first] for _, w in i.word.splits)

    def _same_bodies(self) -> None:
        """وزارة الدفاع (البنتاغون), حركة المقاومة (حماس), جهاز الأمن، شين بيت،: two names of one body."""
        texts = self.doc.texts
        for a, b in zip(self.chunks, self.chunks[1:], strict=False):
            if (
                a.kind not in ("organization", "militia")
                or b.kind not in ("organization", "militia")
                or b.lead
                or not (a.actor and b.actor)
            ):
                continue
            gap = texts[a.last : b.first]
            if len(gap) != 1 or a.actor == b.actor or b.last >= self.doc.n:
                continue
            after = texts[b.last]
            bracket = gap[0] in '(«"“' and after in ')»"”'
            comma = gap[0] in "،," and after in "،," and b.by == "lexicon" and a.by != "lexicon"
            if not (bracket or comma) or (a.by == "lexicon" and b.by == "lexicon"):
                continue
            if a.by == "lexicon":
                a, b = b, a
            gone, kept = a.actor or "", b.actor or ""
            for c in self.chunks:
                for x in (c, *c.inner):
                    if x.actor == gone:
                        x.actor = kept
            for head, actor in list(self.bodies.items()):
                if actor == gone:
                    self.bodies[head] = kept

    def _nisba_name(self, chunk: Chunk) -> str:
        return self.doc.texts[chunk.last - 1]

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
        state_heads = {
            "وزير",
            "رييس",
            "ملك",
            "امير",
            "سفير",
            "سلطان",
            "عاهل",
            "مبعوث",
            "موفد",
            "متحدث",
            "ناطق",
            "قايد",
            "محافظ",
            "مستشار",
            "مدير",
            "مندوب",
            "مرشد",
            "نايب",
        }
        for person in self.people:
            for role in person.roles:
                if role.kind != "office" or role.former or not role.iso:
                    continue
                body = role.body
                own = body is None or (body.entities and body.entities[0].state) or body.head.startswith("وزاره")
                if (
                    role.head.split(" ")[0] in state_heads
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
            names += [n for n in told if n not in counted and " " not in n] or ([] if names else list(told))
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


def heads_of(chunk: Chunk) -> list[str]:
    """The nouns that may stand for a body later on (الحركة for حركة حماس, and for حماس by its listed name)."""
    out = [chunk.head.split()[0].removeprefix("ال")] if chunk.head else []
    for entity in chunk.entities[:1]:
        heads = _HEADS.get(entity.slug)
        if heads is None:
            first = (fold(name).split()[:1] for name in entity.aliases)
            heads = _HEADS[entity.slug] = tuple(dict.fromkeys(w[0].removeprefix("ال") for w in first if w))
        out.extend(heads)
    return list(dict.fromkeys(out))


_HEADS: dict[str, tuple[str, ...]] = {}
"""By slug: first words of an entity's names, as far as asked for."""


_HIDDEN = dict.fromkeys(map(ord, '«»“”"#_\n()'), " ")


def clean(text: str) -> str:
    """A name as it is shown: single spaces, no quotes or hashes."""
    return " ".join(text.translate(_HIDDEN).split())


__all__ = ["Cast", "Person", "clean", "digest"]
