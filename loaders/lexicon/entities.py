"""The listed actors: people, bodies, groups, agreements, places and countries, and how each is called."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.model import ACTOR_TYPES, fold
from loaders.lexicon.tables import HERE, folder, read

ISO = re.compile(r"[A-Z]{3}")


@dataclass(slots=True, frozen=True)
class Office:
    title: str
    body: str
    since: str
    until: str

    def held_on(self, day: str) -> bool:
        """Whether it was held on `day` (ISO; a year alone is one), as far as the lists tell its dates."""
        return (not self.since or self.since <= day) and (not self.until or self.until >= day[: len(self.until)])


@dataclass(slots=True, frozen=True)
class Entity:
    slug: str
    type: str
    name: str
    aliases: tuple[str, ...]
    name_en: str | None
    country: str | None
    state: bool
    offices: tuple[Office, ...] = ()
    short: frozenset[str] = field(default_factory=frozenset)
    """Folded one-word aliases of a person: shared by many, resolved in the article."""
    source: str = ""
    """the lexicon file"""

    @property
    def outlet(self) -> bool:
        """Whether it is listed as a news outlet."""
        return self.source.endswith("outlets.tsv")


@dataclass(slots=True, frozen=True)
class Nisba:
    iso: str
    gender: str
    number: str
    definite: bool


def listed() -> Iterator[Entity]:
    """Every entity of `entities/*.tsv` and `places/*.tsv`.

    Raises:
        LexiconError: a slug twice, an unknown type, a country that is no ISO code, an office that is not
            `title@body:from:to`.
    """
    seen: dict[str, str] = {}
    for path in [*folder("entities"), *folder("places")]:
        for row in read(path, ("slug", "type", "name", "aliases", "name_en", "country", "state")):
            slug, type = row["slug"], row["type"]
            if type not in ACTOR_TYPES:
                raise row.fail(f"type {type!r} is not one of {', '.join(ACTOR_TYPES)}")
            if slug in seen:
                raise row.fail(f"slug {slug} stands in {seen[slug]} already")
            if row["country"] and not ISO.fullmatch(row["country"]):
                raise row.fail(f"country {row['country']!r} is no ISO 3166-1 alpha-3 code")
            seen[slug] = f"{row.file}:{row.line}"
            offices = []
            for part in row.many("offices", ";"):
                match = re.fullmatch(r"([^@]+)@([^:]*):([^:]*):([^:]*)", part)
                if not match:
                    raise row.fail(f"office {part!r} is not title@body:from:to")
                offices.append(Office(*(x.strip() for x in match.groups())))
            names = tuple(dict.fromkeys([row["name"], *row.many("aliases")]))
            short = frozenset(fold(n) for n in names if len(fold(n).split()) == 1) if type == "person" else frozenset()
            yield Entity(
                slug, type, row["name"], names, row["name_en"] or None, row["country"] or None,
                row["state"] == "true", tuple(offices), short, row.file,
            )  # fmt: skip


@dataclass(slots=True, frozen=True)
class Country:
    entity: Entity
    iso: str
    adjectives: tuple[tuple[str, Nisba], ...]
    capital: tuple[str, ...]


def countries() -> Iterator[Country]:
    required = ("iso", "slug", "name", "names", "name_en", "adj_m", "adj_f", "people_pl")
    taken = {fold(n) for row in read(HERE / "countries.tsv", required) for n in (row["name"], *row.many("names"))}
    for row in read(HERE / "countries.tsv", required):
        iso = row["iso"]
        if not ISO.fullmatch(iso):
            raise row.fail(f"{iso!r} is no ISO 3166-1 alpha-3 code")
        names = tuple(dict.fromkeys([row["name"], *row.many("names")]))
        entity = Entity(row["slug"], "country", row["name"], names, row["name_en"], iso, True)
        forms: list[tuple[str, Nisba]] = []
        for column, gender, number in (
            ("adj_m", "m", "s"),
            ("adj_f", "f", "s"),
            ("people_sg", "m", "s"),
            ("people_pl", "m", "p"),
        ):
            for form in row.many(column):
                forms.append((form, Nisba(iso, gender, number, False)))
                definite = " ".join("ال" + w for w in form.split())
                forms.append((definite, Nisba(iso, gender, number, True)))
                if column == "adj_m":
                    if fold(form + "ا") not in taken:
                        forms.append((form + "ا", Nisba(iso, "m", "s", False)))  # وفدا سعوديا
                    forms += [(f"{form}ان", Nisba(iso, "m", "d", False)), (f"ال{form}ان", Nisba(iso, "m", "d", True))]
                if column == "adj_f" and form.endswith("ة"):
                    stem = form[:-1]
                    for end, num in (("ات", "p"), ("تان", "d"), ("تين", "d")):
                        forms += [
                            (stem + end, Nisba(iso, "f", num, False)),
                            (f"ال{stem}{end}", Nisba(iso, "f", num, True)),
                        ]
        yield Country(entity, iso, tuple((fold(f), n) for f, n in forms), tuple(row.many("capital")))
