"""The words of the tables, each by its folded spelling: names, countries, closed classes, titles, ordinary words."""

from __future__ import annotations

from kg.model import fold
from loaders.lexicon.entities import Country, Entity, Nisba, countries, listed
from loaders.lexicon.joined import Joined
from loaders.lexicon.nouns import heads, titles
from loaders.lexicon.sets import word_set
from loaders.lexicon.tables import HERE, read
from loaders.lexicon.trie import Node, put
from loaders.lexicon.verbs import Verbs
from loaders.text import Word, light

ENDINGS = (
    ("هما", 3),
    ("ها", 3),
    ("هم", 3),
    ("نا", 4),
    ("كم", 4),
    ("ا", 4),
    ("ان", 4),
    ("ون", 4),
    ("وا", 3),
    ("ين", 4),
    ("ات", 4),
    ("ن", 4),
    ("ه", 4),
)
"""Endings of nouns and verbs, folded, and the letters that must be left before them."""
_BY_LAST = {letter: tuple(one for one in ENDINGS if one[0][-1] == letter) for letter in "اهمنت"}
"""The endings by their last letter, in the same order."""


class Vocabulary:
    """What the tables say of single words, and the tree of listed names (`root`)."""

    def __init__(self) -> None:
        self.entities: dict[str, Entity] = {}
        self.countries: dict[str, Country] = {}
        self.root: Node = {}
        self.nisba: dict[str, list[Nisba]] = {}
        self.nisba2: dict[str, dict[str, Nisba]] = {}
        self.capitals: dict[str, str] = {}
        self.seat: dict[str, Entity] = {}
        """By ISO code, the town that is the capital; none where there are two."""
        self.doubtful: dict[str, str] = {}
        """Adjectives and names of countries that are ordinary words too, with their rule (country_ambiguous.tsv)."""
        self.strong: set[str] = set()
        """names of countries and capitals: read after a clitic whatever else the word may be (ومصر)"""
        self.closed: dict[str, frozenset[str]] = {}
        self.titles, self.heads = titles(), heads()
        self.given: dict[str, str] = {}
        self.given_common: dict[str, str] = {}
        self.given_often: set[str] = set()
        """those of given_common that news use as a name at least one time in five (منصور, but not كامل)"""
        self.family: set[str] = set()
        self.family_nisba: set[str] = set()
        self.ordinary: set[str] = set()
        self.portfolios = {
            fold(r["portfolio"]): r.get("alone") == "yes" for r in read(HERE / "ministries.tsv", ("portfolio",))
        }
        """What a ministry is of, and whether the word names the ministry alone (الخارجية)."""
        self.quoted: dict[str, Entity] = {}
        """Words that name a body where they stand alone between quotes («فتح»), folded."""
        self.verbs = Verbs()
        self._load_closed()
        self._load_names()
        self._load_countries()
        self._load_entities()

    # -- look-ups -----------------------------------------------------------------------------------------------
    def gender(self, form: str) -> str | None:
        """m or f of a folded given name; none when it is unlisted or both bear it."""
        told = self.given.get(form) or self.given_common.get(form)
        return told if told in ("m", "f") else None

    def owned(self, w: Word) -> bool:
        """رئيسها, زعيمه, رئيسته: a title with the pronoun of its body."""
        for _, rest in w.splits:
            for end in ("ها", "هم", "ه"):
                stem = rest[: -len(end)]
                if (
                    rest.endswith(end)
                    and len(stem) > 3
                    and (stem in self.titles or (stem[-1] == "ت" and stem[:-1] + "ه" in self.titles))
                ):
                    return True
        return False

    def derived(self, form: str) -> bool:
        """Whether a word is an ordinary one with an ending or a verb's prefix on it (تفاصيلا, خلفنا, يتحملان)."""
        if form.startswith("ال") and form[2:] in self.ordinary and len(form) > 4:
            return True
        verbal = form[:1] in ("ي", "ت", "ن") or form[:2] in ("سي", "ست", "سن")
        for end, least in _BY_LAST.get(form[-1:], ()):
            stem = form[: -len(end)]
            if len(stem) < least or not form.endswith(end):
                continue
            if stem in self.ordinary or (end[0] in "هنك" and stem.endswith("ت") and stem[:-1] + "ه" in self.ordinary):
                return end not in ("ان", "ون", "ن", "ين", "ه") or verbal or (end in ("ون", "ين") and stem[-1] == "ي")
        return False

    # -- loading ------------------------------------------------------------------------------------------------
    def _load_closed(self) -> None:
        classes: dict[str, set[str]] = {}
        for row in read(HERE / "closed.tsv", ("class", "forms")):
            for form in row.many("forms"):
                # على and علي fold alike, and one of them is a name: closed words are kept by their light spelling
                classes.setdefault(light(form), set()).add(row["class"])
                if form.endswith("ي"):
                    classes.setdefault(light(form[:-1] + "ى"), set()).add(row["class"])  # الذى, فى: as Egypt writes it
                if light(form) != fold(form) and fold(form) != "علي":
                    classes.setdefault(fold(form), set()).add(row["class"])
        self.closed = {f: frozenset(c) for f, c in classes.items()}

    def _load_names(self) -> None:
        for row in read(HERE / "names" / "given.tsv", ("form", "gender", "country")):
            into = self.given_common if row.get("common") else self.given
            if row.get("common") == "often":
                self.given_often.add(fold(row["form"]))
            into.setdefault(fold(row["form"]), row["gender"])
        for row in read(HERE / "names" / "family.tsv", ("form",)):
            if row.get("common") != "yes":
                self.family.add(fold(row["form"]))
            elif row["form"].startswith("ال"):
                self.family_nisba.add(fold(row["form"]))
        for row in read(HERE / "ordinary.tsv", ("form",)):
            self.ordinary.add(row["form"])

    def _load_countries(self) -> None:
        rules: dict[tuple[str, str], list[tuple[str, str]]] = {}
        for row in read(HERE / "country_ambiguous.tsv", ("form", "column", "iso", "other")):
            if row.get("rule"):
                column = "adj" if row["column"] == "people" else row["column"]
                stem = fold(row["form"]).removeprefix("ال" if column == "adj" else "")
                rules.setdefault((row["iso"], column), []).append((stem, row["rule"]))
        for country in countries():
            capitals = dict(rules.get((country.iso, "capital"), ()))
            names = dict(rules.get((country.iso, "name"), ()))
            adjectives = rules.get((country.iso, "adj"), ())
            self.countries[country.iso] = country
            self.entities[country.entity.slug] = country.entity
            for name in country.entity.aliases:
                rule = names.get(fold(name))
                if rule == "vouched":
                    self.doubtful[fold(name)] = rule
                if rule != "never":
                    put(self.root, name, country.entity)
            for name in country.capital:
                if capitals.get(fold(name)) is None:
                    self.capitals[fold(name)] = country.iso
            for form, nisba in country.adjectives:
                for stem, rule in adjectives:
                    if form.removeprefix("ال").startswith(stem):
                        self.doubtful[form] = rule
                first, *rest = form.split()
                if rest:
                    self.nisba2.setdefault(first, {})[rest[0]] = nisba
                else:
                    bearers = self.nisba.setdefault(form, [])
                    if nisba not in bearers:
                        bearers.append(nisba)

    def _load_seats(self) -> None:
        towns: dict[str, set[str]] = {}
        for entity in self.entities.values():
            iso = self.capitals.get(fold(entity.name)) if entity.type == "place" else None
            if iso is not None:
                towns.setdefault(iso, set()).add(entity.slug)
        self.seat = {iso: self.entities[slugs.pop()] for iso, slugs in towns.items() if len(slugs) == 1}

    def _load_entities(self) -> None:
        self.strong = {fold(n) for c in self.countries.values() for n in c.entity.aliases} | set(self.capitals)
        names: set[str] = set(self.capitals)
        for country in self.countries.values():
            names.update(fold(n) for n in country.entity.aliases)
        for entity in listed():
            self.entities[entity.slug] = entity
            for name in entity.aliases:
                put(self.root, name, entity)
                if entity.type == "place":
                    names.add(fold(name))
        for row in read(HERE / "quoted.tsv", ("name", "slug")):
            if row["slug"] not in self.entities:
                raise row.fail(f"no listed actor has the slug {row['slug']}")
            self.quoted[fold(row["name"])] = self.entities[row["slug"]]
        self.strong |= word_set("vocabulary.towns")
        self.strong |= {
            fold(a)
            for e in self.entities.values()
            if e.type in ("militia", "organization")
            for a in e.aliases
            if " " not in a and (len(a) > 3 or a.isascii())
        }
        self._load_seats()
        lands = {n for c in self.countries.values() for n in c.entity.aliases}
        bodies = {a for e in self.entities.values() if e.type in ("organization", "militia") for a in e.aliases}
        self.joined = Joined(sorted(lands | bodies), {fold(n) for n in lands} | set(self.capitals))
        # the corpus calls a name ordinary when it stands alone often; the list knows better, but for homographs
        self.ordinary -= {n for n in names if " " not in n and n not in self.closed and not self.verbs.readings(n)}
