"""Whom a title without a name means: a bearer found in the article (never beyond it)."""

from __future__ import annotations

from kg.model import fold
from loaders.doc import Chunk, Role
from loaders.homelands import Homelands
from loaders.lexicon.sets import word_set
from loaders.people import Person

DESCRIBED = word_set("coreference.described")
"""Titles that, with a nation's adjective, may point back to somebody named (المسؤول الإيراني)."""
HEIR = "ولي العهد"
THRONES = frozenset(("ملك", "امير", "سلطان", "عاهل"))
HEADS = frozenset(("رييس", "ملك", "امير", "سلطان", "عاهل", "زعيم", "مرشد"))
PRESIDED = frozenset(("", "الجمهوريه", "الدوله", "السلطه الفلسطينيه", "البلاد"))
"""What a president presides over: the bare «الرئيس» with a nation is no head of a cabinet."""


ALIKE = {
    "رييس الحكومه": "رييس الوزراء",
    "رييس حكومه": "رييس الوزراء",
    "رييس مجلس الوزراء": "رييس الوزراء",
    "رييس وزراء": "رييس الوزراء",
    "وزير اول": "رييس الوزراء",
    "رييس الجمهوريه": "رييس",
    "رييس الدوله": "رييس",
    "عاهل": "ملك",
}
"""Offices that are called by several names."""


def _like(a: str, b: str) -> bool:
    return ALIKE.get(a, a) == ALIKE.get(b, b)


def _field(role: Role) -> str:
    """The field of an office, without its article (وزير خارجية س: وزير الخارجية)."""
    return role.portfolio.removeprefix("ال")


def _one_body(a: Role, b: Role) -> bool:
    return a.body is not None and b.body is not None and a.body.actor is not None and a.body.actor == b.body.actor


class Coreference(Homelands):
    """Titles without a name, offices without a nation, and words that point back."""

    def _titles(self) -> None:
        unnamed: dict[str, str] = {}
        for chunk in self.chunks:
            if chunk.kind == "person" and chunk.roles:
                for r in chunk.roles:
                    unnamed.pop(r.head, None)
            if chunk.kind != "title" or not chunk.roles:
                continue
            role = chunk.roles[0]
            if role.head == "نظير" and role.iso:
                self._later_peer(role, chunk)
            if role.head == HEIR and not role.iso and role.body is None:
                role.iso = self._throne()
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
            elif role.iso and role.kind != "role":  # قال محلل جزائري: nobody's government
                entity = self.doc.lex.countries[role.iso].entity
                chunk.actor = self._put(entity.slug, "country", entity, role.iso)
            if chunk.actor:
                unnamed[role.head] = chunk.actor

    def _later_peer(self, role: Role, chunk: Chunk) -> None:
        """«فلان يبحث مع نظيره المصري كذا» at the head of a page: the office that the page tells of the other later."""
        before = [c.actor or "" for c in self.chunks if c.last <= chunk.first and c.kind == "person"]
        who = self.people[int(before[-1][1:])] if before and before[-1][:1] == "#" else None
        own = next((r for r in who.roles if r.kind == "office" and r.head != "نظير"), None) if who is not None else None
        if own is not None and own.iso != role.iso:
            role.head, role.portfolio = own.head, own.portfolio

    def _throne(self) -> str | None:
        """ولي العهد, in a story of one king or emir: his state."""
        reigning = {r.iso for c in self.chunks for r in c.roles if r.head in THRONES and r.iso and not r.portfolio}
        return next(iter(reigning)) if len(reigning) == 1 else None

    def _holder(self, role: Role, chunk: Chunk) -> Person | None:
        """The person named in the article whom a bare title means."""
        bare = not chunk.definite and not role.iso and role.body is None
        if chunk.number != "s" or (bare and not (role.portfolio.startswith("ال") or " ال" in role.head)):
            return None
        if bare:
            return self._of_portfolio(role, chunk)
        if role.head == "نظير" and role.iso:  # فلان يلتقي نظيره السوري, in a headline: whom the text names so
            peers = [p for p in self.people if any(r.text.startswith("نظير") and r.iso == role.iso for r in p.roles)]
            return peers[0] if len(peers) == 1 else None
        best: Person | None = None
        alone = role.head == "وزير" and not role.iso and role.body is None and not role.portfolio
        here = self._sentence_start(chunk.first) if alone else 0
        for person in self.people:
            if here and person.first > chunk.last:
                continue  # وندد الوزير بتصريحات وزير الخارجية فلان: another, unless a headline says it
            same = [r for r in person.roles if _like(r.head, role.head) and not (r.former and not role.former)]
            if not same and role.head == "وزير" and (role.iso or not role.portfolio):
                same = [r for r in person.roles if r.head == "وزير شوون" and not r.former]  # وزير الشؤون الخارجية
            fits = False
            for r in same:
                if role.iso and role.iso != (r.iso or person.iso) and not _one_body(role, r):
                    continue  # رئيس مجلس الأمة فلان … رئيس مجلس الأمة الكويتي: one body, told with its nation
                if len({_field(x).partition(" ")[0] for x in (role, r) if x.portfolio}) > 1:
                    continue  # وزير خارجية س is وزير الخارجية
                if (
                    not role.portfolio
                    and (r.portfolio or (r.body is not None and role.body is None))
                    and role.head in ("رييس", "قايد", "مدير", "نايب", "امين")
                ):
                    continue
                if role.body is not None and r.body is not None and role.body.actor != r.body.actor:
                    continue
                if role.body is not None and r.body is None and role.head in HEADS and (r.iso or r.portfolio):
                    continue  # رئيسة مجلس النواب الأميركي: not رئيس الولايات المتحدة
                fits = True
            if not same and person.entity is not None and role.iso == person.entity.country and role.iso:
                when = self.doc.article.published_on or ""
                for o in person.entity.offices:
                    words = fold(o.title).split()
                    if (
                        not role.portfolio
                        and role.head != "وزير"
                        and " ".join(words[1:]) not in PRESIDED
                        and not (" " in role.head and words[1:] and words[1] in ("الوزراء", "الحكومه"))
                    ):
                        continue
                    if role.head == "رييس" and words[1:] in (["الوزراء"], ["الحكومه"]):
                        continue  # الرئيس التونسي: not who heads its government
                    if (
                        words
                        and _like(words[0], role.head.split(" ")[0])
                        and set(role.head.split(" ")[1:]) - {"شوون"} <= set(words)
                        and (not when or o.held_on(when))
                        and (not role.portfolio or set(role.portfolio.split()) & set(words))
                    ):
                        fits = True
            if not fits and role.body is not None and role.body.entities and person.entity is not None:
                when = self.doc.article.published_on or ""
                for o in person.entity.offices:
                    words = fold(o.title).split()
                    if (
                        o.body == role.body.entities[0].slug
                        and words
                        and words[0].removeprefix("ال") == role.head.split(" ")[0]
                        and (not when or o.held_on(when))
                    ):
                        fits = True
            if (
                not fits
                and role.head in ("مسوول", "دبلوماسي", "ديبلوماسي", "سياسي", "وزير")
                and not role.portfolio
                and chunk.definite
            ):
                if not role.iso and person.first < chunk.first:  # المبعوث الأممي إلى سوريا … المسؤول الأممي
                    own_words = set(fold(role.text).split()[1:])
                    fits = any(own_words & set(fold(r.text).split()) for r in person.roles)
                own = person.entity.country if person.entity is not None else None
                isos = {r.iso for r in person.roles} | {person.iso, own}
                kinds = {r.head for r in person.roles}
                listed = person.entity is not None and bool(person.entity.offices)
                told = person.roles or (listed and role.head == "مسوول")
                if (role.iso in isos and role.iso) and told and (role.head != "وزير" or "وزير" in kinds):
                    fits = person.first < chunk.first
                if role.head == "وزير" and not role.iso and "وزير" in kinds:
                    fits = person.first < chunk.first
            if fits and (best is None or person.first < chunk.first):
                best = person
        if (
            best is None
            and chunk.definite
            and not role.iso
            and role.body is None
            and role.head in DESCRIBED
            and not role.portfolio
        ):
            before = [p for p in self.people if p.first < chunk.first and any(r.head == role.head for r in p.roles)]
            best = before[-1] if before else None
        return best

    def _of_kind(self, head: str, kind: str, chunk: Chunk) -> list[Person]:
        """أبرق رئيس المجلس إلى: whom the page has named as head of a body of that kind (رئيس مجلس النواب فلان)."""
        found = []
        for person in self.people:
            texts = (fold(r.text).split() for r in person.roles if r.head.split(" ")[0] == head and not r.former)
            if person.first < chunk.first and any(t[1:2] and t[1].removeprefix("ال") == kind for t in texts):
                found.append(person)
        return found

    def _presidents(self, chunk: Chunk) -> list[Person]:
        """عاد الرئيس التونسي فلان … والتقى رئيس الجمهورية: those whom the page has named as presidents of states."""
        return [
            person
            for person in self.people
            if person.first < chunk.first
            and any(
                ALIKE.get(r.head, r.head) == "رييس" and not (r.portfolio or r.body is not None or r.former)
                for r in person.roles
            )
        ]

    def _of_portfolio(self, role: Role, chunk: Chunk) -> Person | None:
        """وأكد وزير الخارجية أن: whom the article has named with this office, if one only, or one of its own state."""
        named = [
            person
            for person in self.people
            if person.first < chunk.first
            and any(r.head == role.head and _field(r) == _field(role) and not r.former for r in person.roles)
        ]
        if not named and role.portfolio.startswith("ال") and " " not in role.portfolio:
            named = self._of_kind(role.head, role.portfolio.removeprefix("ال"), chunk)
        elif not named and " ال" in role.head and not role.portfolio:
            head, _, kind = role.head.partition(" ال")
            named = self._of_kind(head, kind, chunk) if " " not in kind else []
            if not named and ALIKE.get(role.head) == "رييس":
                named = self._presidents(chunk)
        if len(named) > 1:  # وزير الخارجية ونظيره الروسي: he who needs no nation
            words = fold(role.text).split()[-2:]
            home = [p for p in named if any(fold(r.text).split() == words for r in p.roles)]
            named = home if len(home) == 1 else named
        if len(named) > 1:
            about = self._about_state()
            named = [p for p in named if about is not None and about in {p.iso, *(r.iso for r in p.roles)}]
        return named[0] if len(named) == 1 else None
