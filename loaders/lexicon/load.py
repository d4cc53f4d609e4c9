"""The lexicon in memory: what each spelling may be, and the trie of names. Built once a process."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

from kg.model import fold
from loaders.lexicon.entities import Country, Entity, Nisba, countries, listed
from loaders.lexicon.tables import HERE, read
from loaders.lexicon.verbs import Reading, Verbs
from loaders.text import TOKEN, Word, light

_WITHIN = frozenset("«»“”„‟\"'‘’_#)-–")
"""What may stand between two words of a name."""
END = "\0"
"""Key of a trie node's entities."""
Node = dict[str, Any]
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


@dataclass(slots=True, frozen=True)
class Title:
    head: str
    """folded masculine singular"""
    kind: str
    """office, rank, honorific, role, kin"""
    takes: str
    gender: str
    number: str
    definite: bool


@dataclass(slots=True, frozen=True)
class Head:
    kind: str
    """country body place direction outlet agreement event, or org: with `type`"""
    type: str
    gender: str
    form: str
    """folded, without ال"""
    alone: bool
    """with the article and nothing else it may refer back to one that was named"""
    definite: bool


_MODS = frozenset(("former", "modifier"))
_NOTHING: frozenset[str] = frozenset()


class Info:
    """All that the lexicon says of one spelling."""

    __slots__ = (
        "begins",
        "closed",
        "definite",
        "derived",
        "family",
        "given",
        "heads",
        "kinds",
        "lemmas",
        "mods",
        "names",
        "nisbas",
        "number",
        "ordinary",
        "owned",
        "portfolio",
        "prep",
        "titles",
        "verbs",
        "word",
    )

    def __init__(self, lex: Lexicon, w: Word) -> None:
        self.word = w
        form = w.fold
        self.begins: str | None = None
        """which noun phrases of actors may begin with it; filled in by mentions.py"""
        self.closed: frozenset[str] = lex.closed.get(w.light, _NOTHING)
        skip = 0
        if not self.closed and form[:1] in ("و", "ف") and len(form) > 2:
            skip = 1
            self.closed = lex.closed.get(w.light[1:], _NOTHING)
        self.prep: str | None = form[skip:] if "prep" in self.closed else None
        self.verbs: tuple[Reading, ...] = lex.verbs.readings(w.light)
        self.kinds = frozenset([r.pos for r in self.verbs]) if self.verbs else _NOTHING
        """of its readings: verb, participle, masdar"""
        self.lemmas = frozenset([r.lemma for r in self.verbs]) if self.verbs else _NOTHING
        self.nisbas: tuple[tuple[str, Nisba], ...] = ()
        self.names: tuple[tuple[str, str, Node], ...] = ()
        """where listed names may begin with it: clitics, the word without them, its node"""
        self.titles: tuple[str, ...] = ()
        """the clitics behind which it begins a title"""
        self.heads: tuple[str, ...] = ()
        """likewise a head noun"""
        self.portfolio = self.definite = False
        """whether it may name a ministry (والخارجية); whether it has the article"""
        for lead, rest in w.splits:
            if rest in lex.nisba:
                self.nisbas += tuple((lead, n) for n in lex.nisba[rest])
            if rest in lex.root:
                self.names += ((lead, rest, lex.root[rest]),)
            if rest in lex.titles:
                self.titles += (lead,)
            if rest in lex.heads:
                self.heads += (lead,)
            if rest in lex.portfolios:
                self.portfolio = True
            if len(rest) > 3 and rest.startswith("ال"):
                self.definite = True
        if len(form) == 3 and form[0] in "ولب" and form[1:] in lex.root:
            self.names += ((form[0], form[1:], lex.root[form[1:]]),)  # لبي بي سي: of several words only
        self.owned = not self.titles and form[-1:] in ("ه", "ا", "م") and lex.owned(w)
        self.given = form in lex.given
        self.family = form in lex.family
        if self.verbs and "أ" in w.text[1:]:
            self.closed = frozenset()  # هنأ, not هنا
        self.ordinary = form in lex.ordinary or bool(self.closed)
        self.derived = not self.given and not self.family and lex.derived(form)
        self.number = form[:1].isdigit()
        self.mods = self.closed & _MODS if self.closed else self.closed


_ROUND = 20_000
"""Objects made and kept, before the garbage collector looks for rings among them (Python's own: 700)."""


class _Infos(dict[str, Info]):
    """Spelling → what is said of it; filled as spellings are met."""

    def __init__(self, lex: Lexicon) -> None:
        self._lex = lex

    def __missing__(self, text: str) -> Info:
        got = self[text] = Info(self._lex, Word(text))
        return got


class Lexicon:
    def __init__(self) -> None:
        self.entities: dict[str, Entity] = {}
        self.countries: dict[str, Country] = {}
        self.root: Node = {}
        self.nisba: dict[str, list[Nisba]] = {}
        self.nisba2: dict[str, dict[str, Nisba]] = {}
        self.capitals: dict[str, str] = {}
        self.doubtful: dict[str, str] = {}
        """Adjectives and names of countries that are ordinary words too, with their rule (country_ambiguous.tsv)."""
        self.strong: set[str] = set()
        """names of countries and capitals: read after a clitic whatever else the word may be (ومصر)"""
        self.closed: dict[str, frozenset[str]] = {}
        self.titles: Node = {}
        self.heads: Node = {}
        self.given: dict[str, str] = {}
        self.given_common: dict[str, str] = {}
        self.given_often: set[str] = set()
        """those of given_common that news use as a name at least one time in five (منصور, but not كامل)"""
        self.family: set[str] = set()
        self.family_nisba: set[str] = set()
        self.ordinary: set[str] = set()
        self.portfolios: dict[str, bool] = {}
        self.verbs = Verbs()
        self._infos = _Infos(self)
        self._load_closed()
        self._load_names()
        self._load_countries()
        self._load_entities()
        self._load_heads()

    # -- look-ups -----------------------------------------------------------------------------------------------
    def infos(self, texts: list[str]) -> list[Info]:
        """What is said of each token: worked out once a spelling, then looked up."""
        if len(self._infos) > 300_000:
            self._infos.clear()
        return list(map(self._infos.__getitem__, texts))

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

    def phrase(self, root: Node, infos: list[Info], i: int, n: int) -> tuple[int, str, list[Any]] | None:
        """The longest entry of a title or head trie at token i: (end, lead, entries)."""
        best: tuple[int, str, list[Any]] | None = None
        for lead, form in infos[i].word.splits:
            node, j = root.get(form), i + 1
            while node is not None:
                found = node.get(END)
                if found is not None and (best is None or j > best[0]):
                    best = (j, lead, found)
                node = node.get(infos[j].word.fold) if j < n else None
                j += 1
        return best

    def match(self, infos: list[Info], texts: list[str], i: int, n: int) -> tuple[int, str, list[Entity]] | None:
        """The longest listed name that begins at token i: (end, lead clitics, its bearers), or None."""
        best: tuple[int, str, list[Entity]] | None = None
        for lead, form, start in infos[i].names:
            node, j = start, i + 1
            while True:
                found = node.get(END)
                if found is not None and (best is None or j > best[0]):
                    if (
                        lead
                        and j == i + 1
                        and (
                            len(form) < 3
                            or infos[i].titles
                            or (
                                form not in self.strong
                                and (infos[i].verbs or (form in self.ordinary and infos[i].ordinary))
                            )
                            or (form == "حماس" and lead[-1] == "ب")
                        )
                    ):
                        pass  # a clitic read off an ordinary word (بحماس, لفتح): not a name
                    else:
                        best = (j, lead, found)
                if found is not None and len(node) == 1:
                    break  # no longer name goes on from here
                k = j
                while k < n and k - j < 2 and texts[k] in _WITHIN:
                    k += 1
                if k + 1 < n and texts[k] == "." and len(texts[k - 1]) <= 3 >= len(texts[k + 1]):
                    k += 1  # سي.إن.إن
                if k >= n:
                    break
                form_ = infos[k].word.fold
                nxt = node.get(form_)
                if nxt is None:
                    # علي الخامنئي, علي خامنئي: the article comes and goes
                    nxt = node.get(form_[2:] if form_.startswith("ال") else "ال" + form_)
                    if nxt is None or not any(e.type == "person" for e in nxt.get(END, ())):
                        break
                node, j = nxt, k + 1
        return best

    # -- loading ------------------------------------------------------------------------------------------------
    @staticmethod
    def _put(root: Node, phrase: str, entry: Any) -> None:
        node = root
        words = [w for w in (fold(t) for t in TOKEN.findall(phrase)) if w]
        for w in words:
            node = node.setdefault(w, {})
        if words:
            found = node.setdefault(END, [])
            if entry not in found:
                found.append(entry)

    def _add_name(self, name: str, entity: Entity) -> None:
        self._put(self.root, name, entity)

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

    def gender(self, form: str) -> str | None:
        """m or f of a folded given name; none when it is unlisted or both bear it."""
        told = self.given.get(form) or self.given_common.get(form)
        return told if told in ("m", "f") else None

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
                    self._add_name(name, country.entity)
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

    def _load_entities(self) -> None:
        self.strong = {fold(n) for c in self.countries.values() for n in c.entity.aliases} | set(self.capitals)
        names: set[str] = set(self.capitals)
        for country in self.countries.values():
            names.update(fold(n) for n in country.entity.aliases)
        for entity in listed():
            self.entities[entity.slug] = entity
            for name in entity.aliases:
                self._add_name(name, entity)
                if entity.type == "place":
                    names.add(fold(name))
        self.strong |= {
            fold(a)
            for e in self.entities.values()
            if e.type in ("militia", "organization")
            for a in e.aliases
            if " " not in a and (len(a) > 3 or a.isascii())
        }
        # the corpus calls a name ordinary when it stands alone often; the list knows better, but for homographs
        self.ordinary -= {n for n in names if " " not in n and n not in self.closed and not self.verbs.readings(n)}

    def _load_heads(self) -> None:
        def both(root: Node, form: str, make: Callable[[bool], Any]) -> None:
            self._put(root, form, make(form.startswith("ال")))
            if not form.startswith("ال"):
                self._put(root, "ال" + form.replace(" ", " ال"), make(True))

        for row in read(HERE / "titles.tsv", ("form", "feminine", "plural", "kind", "takes")):
            head = fold(row["form"])
            for column, gender, number in (("form", "m", "s"), ("feminine", "f", "s"), ("plural", "m", "p")):
                for form in row.many(column):
                    if form != "-":
                        make = partial(Title, head, row["kind"], row["takes"], gender, number)
                        both(self.titles, form, make)
                        if (
                            number == "s"
                            and gender == "m"
                            and row["kind"] == "office"
                            and not form.endswith(("ا", "ة", "ي"))
                        ):
                            first, _, rest = form.partition(" ")
                            rest = (
                                f" {rest}ا" if rest in ("عام", "أول", "خاص", "تنفيذي") else f" {rest}" if rest else ""
                            )
                            self._put(self.titles, first + "ا" + rest, make(False))  # عُيّن وزيرا
                        if number == "s" and row["kind"] in ("office", "role") and " " not in form:
                            stem = form[:-1] + "ت" if form.endswith("ة") else form
                            for end in ("ان", "ين"):
                                if fold(stem + end) not in self.titles:
                                    both(
                                        self.titles,
                                        stem + end,
                                        partial(Title, head, row["kind"], row["takes"], gender, "d"),
                                    )
                        if row["kind"] == "office" and " " in form and " ال" not in form:
                            first, _, rest = form.rpartition(" ")
                            self._put(self.titles, f"{first} ال{rest}", make(True))  # وزير الدولة
        for row in read(HERE / "heads.tsv", ("class", "gender", "forms")):
            for form in row.many("forms"):
                make_head = partial(Head, row["class"], "", row["gender"], fold(form), False)
                both(self.heads, form, make_head)
                if " " not in form and not form.endswith(("ة", "ين", "ون", "ات", "ان", "ا")):
                    self._put(self.heads, form + "ا", make_head(False))  # وفدا
        for row in read(HERE / "org_heads.tsv", ("form", "type")):
            form, alone = row["form"], row.get("definite_alone") == "yes"
            kind = {"place": "place", "country": "country", "event": "event", "none": "none"}.get(row["type"], "org")
            both(self.heads, form, partial(Head, kind, row["type"], "", fold(form), alone))
        for row in read(HERE / "ministries.tsv", ("portfolio",)):
            self.portfolios[fold(row["portfolio"])] = row.get("alone") == "yes"


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon of this process.

    Its million small objects live as long as the process: they are taken out of the garbage collector's rounds, which
    would else walk them again and again while pages are read (a third of the time). A page leaves no rings of objects
    behind, so those rounds are also made rare (another tenth).
    """
    collected = gc.isenabled()
    gc.disable()
    try:
        made = Lexicon()
    finally:
        if collected:
            gc.enable()
    gc.freeze()
    first, *others = gc.get_threshold()
    if first:
        gc.set_threshold(max(first, _ROUND), *others)
    return made
