"""Which body, state, agreement or place a noun phrase names, and under which id: listed, told by its words, or pointed
back to (الحركة, بيانها, حكومته)."""

from __future__ import annotations

from kg.model import fold
from loaders import identity, placebacks, troops
from loaders.coreference import Coreference
from loaders.doc import Chunk, Doc
from loaders.lexicon.entities import Entity
from loaders.lexicon.sets import word_set

DEALS = word_set("institutions.deals")
"""Agreements that need no name."""
ALONE = word_set("institutions.alone")
"""Bodies that need none either (الشرطة)."""
_REPORTS = ("بيان", "تقرير")
_BODIES = ("organization", "militia")
STATESMEN = frozenset(("قاده", "زعماء", "دول", "عواصم"))
"""Nouns before a body that only a body of states can own (قادة المجلس)."""
OWN = 45
"""Tokens within which a body that a verb is told of keeps its noun from another that is only mentioned."""
COUNCIL = "organization/un-security-council"
OUTLETS = word_set("statements.outlets")
"""Heads of bodies that a verb does not take up again."""
KINDS = word_set("institutions.kinds")
"""Adjectives that say of what kind a body told before is."""


class Institutions(Coreference):
    """The actors of an article that are no people."""

    def __init__(self, doc: Doc, chunks: list[Chunk]) -> None:
        super().__init__(doc, chunks)
        self._ministries: dict[str, str] = {}
        """ids by folded name, as the article told them with their nation"""
        self._nations_of: dict[str, set[str]] = {}
        """whose ministries of each name the article tells of"""
        self._said_by: str | None = None
        """the body named last"""
        self._subject_until: dict[str, int] = {}
        """by noun: up to where the body that a verb was told of keeps it"""
        self._about: str | None = None
        """the state that the article is about"""

    def _bodies(self, flat: list[Chunk]) -> None:
        self._about = self._about_state()
        for chunk in flat:
            if chunk.iso and chunk.head.startswith("وزاره "):
                self._nations_of.setdefault(fold(chunk.name), set()).add(chunk.iso)
            listed = chunk.entities[0] if chunk.entities and chunk.kind == "organization" and not chunk.iso else None
            if listed is not None and listed.country and fold(listed.name).startswith("وزاره "):
                ministry = " ".join(fold(listed.name).split()[:2])
                self._nations_of.setdefault(ministry, set()).add(listed.country)
        for chunk in sorted(flat, key=lambda c: c.first):
            if chunk.kind in ("country", "nisba") and chunk.iso:
                chunk.actor = self._state(chunk.iso)
                if chunk.by == "state:head":
                    self.bodies["state:" + chunk.head.removeprefix("ال")] = chunk.actor
            elif chunk.kind == "nisba" and chunk.entities:
                chunk.actor = self._listed(chunk.entities[0])  # القرار الأوروبي
            elif chunk.kind == "backref":
                self._pointed_back(chunk)
            elif chunk.by == placebacks.BY:
                chunk.actor = placebacks.place_of(chunk, self.chunks)
            elif chunk.kind in ("organization", "militia", "agreement", "place"):
                self._body(chunk, flat)
        self._same_bodies()

    def _state(self, iso: str) -> str:
        entity = self.doc.lex.countries[iso].entity
        return self._put(entity.slug, "country", entity, iso)

    def _pointed_back(self, chunk: Chunk) -> None:
        """بلاده, خارجيتها, الحكومة, البيان, الشرطة: the state or body that the word points back to."""
        head = chunk.head
        if head in ("*country", "*state"):
            iso = self._country_before(chunk) if head == "*country" else self._state_before(chunk)
            if iso is not None:
                chunk.actor, chunk.iso = self._state(iso), iso
        elif head == "*body":
            chunk.actor = self._said_by
        elif head == troops.HEAD:
            chunk.actor, of_person = troops.owner(chunk, self.chunks)
            if of_person and (iso := self._country_before(chunk)) is not None:
                chunk.actor = self._state(iso)
        elif head.startswith("state:"):
            bare = head.removeprefix("state:")
            rival = self.bodies.get(bare) if chunk.first < self._subject_until.get(bare, 0) else None
            rival = rival if self.types.get(rival or "") == "organization" else None  # حكومة الإنقاذ …, قالت الحكومة
            chunk.actor = self.bodies.get(head) or rival or self._dominant(head)
            iso = self._own_state(chunk) or self._country_before(chunk, states=True) if chunk.actor is None else None
            if iso is not None:
                chunk.actor = self._state(iso)
        else:
            chunk.actor = self._of_states(chunk) or self.bodies.get(head)
            if chunk.actor and chunk.actor == self.bodies.get(head) and head not in OUTLETS and self._told(chunk):
                self._subject_until[head] = chunk.first + OWN  # وطالب المجلس: the one told of goes on
            chunk.actor = chunk.actor or (self._said_by if head in _REPORTS else None)
            if chunk.actor is None and head in ALONE:
                self._nameless(chunk, "organization")
            if chunk.actor is None and head in DEALS and self._introduced(chunk):
                self.unnamed.add(self._nameless(chunk, "agreement"))

    def _of_states(self, chunk: Chunk) -> str | None:
        """قادة المجلس, دول الاتحاد: the body of states named last by that noun, not the Security Council."""
        before = self.doc.infos[chunk.first - 1].word.fold.removeprefix("و") if chunk.first else ""
        if before not in STATESMEN:
            return None
        told = (c for whole in reversed(self.chunks) if whole.first < chunk.first for c in (whole, *whole.inner))
        named = (c for c in told if c.kind == "organization" and c.actor)
        return next((c.actor for c in named if c.actor != COUNCIL and chunk.head in heads_of(c)), None)

    def _nameless(self, chunk: Chunk, type: str) -> str:
        """The id of a body or agreement of this article that its noun alone names."""
        id = identity.local(f"{type}/ال{chunk.head}~", self.doc.article.id)
        chunk.actor = self.bodies[chunk.head] = self._put(id, type, None, None)
        self.weak.add(id)
        chunk.form = "name"
        return id

    def _body(self, chunk: Chunk, flat: list[Chunk]) -> None:
        kinds = _BODIES if chunk.kind in _BODIES else (chunk.kind,)
        listed = [e for e in chunk.entities if e.type in kinds] or list(chunk.entities)
        bare = chunk.by == "nisba:body" and not self.doc.texts[chunk.first].startswith("ال")
        if bare and not any(e in c.entities for c in flat for e in listed if c.by != "nisba:body"):
            return  # خبير أممي: where the United Nations are not named
        if len(listed) > 1 and all(e.state or e.type == "organization" for e in listed) and self._told_of:
            told = [e for e in listed if not e.country or self._told_of[e.country]]
            listed = told  # حكومة الوحدة الوطنية: not that of Myanmar, in a story of Tunisia
        if len(listed) > 1:  # المركزية النقابية: of several the one that the article has named
            last = [e for e in listed if e.slug == self._said_by]
            listed = last or [e for e in listed if e.slug in self.types] or listed
        if listed:
            entity = listed[0] if len(listed) == 1 else max(listed, key=lambda e: self._told_of[e.country or ""])
            chunk.actor = self._listed(self._told_in_full(chunk, entity))
        elif (resolution := identity.resolution(self.doc.lex, chunk)) is not None:
            chunk.actor = self._put(resolution.slug, resolution.type, resolution, None)
            return
        elif not (self._ministry(chunk) if chunk.head.startswith("وزاره ") else self._unlisted(chunk)):
            return
        self._stands_for(chunk)
        if chunk.kind in _BODIES and chunk.form == "name":
            self._said_by = chunk.actor

    def _told_in_full(self, chunk: Chunk, entity: Entity) -> Entity:
        """حزب الله behind كتائب حزب الله, in a story that never names Lebanon: the body told in full before."""
        if entity.country is None or entity.country in self._present:
            return entity
        tail = " " + fold(entity.name)
        before = (
            e for id, e in self.entity_of.items() if e is not None and e is not entity and self.types[id] == entity.type
        )
        return next((e for e in before if any(fold(n).endswith(tail) for n in (e.name, *e.aliases))), entity)

    def _listed(self, entity: Entity) -> str:
        return self._put(entity.slug, entity.type, entity, entity.country)

    def _stands_for(self, chunk: Chunk) -> None:
        """From here on the nouns of a body stand for it."""
        told = self._told(chunk)
        for word in heads_of(chunk):
            if told or chunk.first >= self._subject_until.get(word, 0):
                self.bodies[word] = chunk.actor or ""
            if told:
                self._subject_until[word] = chunk.first + OWN

    def _told(self, chunk: Chunk) -> bool:
        """أكدت هيئة رئاسة المجلس …: whether a verb stands right before the body, or before the noun of its leaders."""
        for p in range(chunk.first - 1, max(-1, chunk.first - 4), -1):
            info = self.doc.infos[p]
            if info.prep or "relative" in info.closed or not self.doc.texts[p][0].isalpha():
                return False
            if any(r.pos == "verb" and not r.pronoun for r in info.verbs) and not info.closed:
                relative = p > 0 and "relative" in self.doc.infos[p - 1].closed
                return not relative and self._leads(p)
        return False

    def _leads(self, p: int) -> bool:
        """Whether the verb at p opens a clause of its own, not one that describes a noun."""
        before = self.doc.infos[p - 1] if p else None
        opens = before is None or not self.doc.texts[p - 1][0].isalpha() or bool(before.closed)
        return opens or self.doc.texts[p].startswith("و")

    def _ministry(self, chunk: Chunk) -> bool:
        """A ministry that no list names as it stands: of its nation, of the one told before, of the article's state.

        Whether its nouns stand for it from here on.
        """
        key, iso = fold(chunk.name), chunk.iso
        here = self._its_state(chunk) if iso is None else None
        if iso is None:
            known_as = next((k for k in self._ministries if k == key or k.startswith(key + " ")), None)
            if known_as is not None and here in (None, self.iso_of.get(self._ministries[known_as])):
                chunk.actor = self._ministries[known_as]  # وزارة الخارجية, for وزارة الخارجية والتعاون الدولي
                return False
        told = self._nations_of.get(key, set())
        guessed = iso or here or (next(iter(told)) if len(told) == 1 else self._about)
        known = identity.listed_of(self.doc.lex, key, guessed) if guessed else None
        if known is not None:
            chunk.actor = self._ministries[key] = self._said_by = self._listed(known)
            return True
        slug = f"organization/{key.replace(' ', '-')}~{(guessed or '').lower()}"
        if guessed is None:
            slug = identity.local(slug, self.doc.article.id)
        self._ministries.setdefault(key, slug)
        chunk.actor = self._put(slug, "organization", None, guessed)
        if chunk.iso:
            adjective = self._nisba_name(chunk)
            self.names.setdefault(slug, {}).setdefault(f"{chunk.name} {adjective}".strip(), -1)
        return True

    def _unlisted(self, chunk: Chunk) -> bool:
        """A body, agreement or place that only its words name. Whether its nouns stand for it from here on."""
        key, iso = fold(chunk.name), chunk.iso
        if (before := self._by_its_kind(chunk)) is not None:
            chunk.actor = before
            return False
        local, weak = chunk.kind == "agreement" and chunk.score < 0.8, False
        if chunk.kind in _BODIES:
            headed = chunk.by.startswith(("head:", "group+head:"))
            if headed and iso is None and self._about and chunk.head in identity.OF_STATES:
                iso = self._about
                known = identity.listed_of(self.doc.lex, key, iso)
                if known is not None:
                    chunk.actor = self._listed(known)
                    return False
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
        return True

    def _by_its_kind(self, chunk: Chunk) -> str | None:
        """المنظمة الحقوقية, الجماعة المسلحة: the body of that noun told before; the adjective says its kind."""
        first, last = self.doc.infos[chunk.first], self.doc.infos[chunk.last - 1]
        if (fuller := self._told_fuller(chunk)) is not None:
            return fuller
        if chunk.kind not in _BODIES or chunk.length != 2 or chunk.iso or last.word.fold not in KINDS:
            return None
        noun = next((rest[2:] for _, rest in first.word.splits if rest.startswith("ال")), "")
        return self.bodies.get(noun)

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
            if gap[0] != "(" and (a.by == "head:ministry" or (a.iso and {e.country for e in b.entities} - {a.iso})):
                continue  # اتهمت الداخلية البحرينية «حزب الله»
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


_HEADS: dict[str, tuple[str, ...]] = {}  # by slug: first words of an entity's names, as far as asked for
