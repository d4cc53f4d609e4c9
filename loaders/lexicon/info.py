"""What the vocabulary says of one spelling, its clitics taken into account: worked out once, then looked up."""

from __future__ import annotations

from loaders.lexicon.entities import Nisba
from loaders.lexicon.trie import Node
from loaders.lexicon.verbs import Reading
from loaders.lexicon.vocabulary import Vocabulary
from loaders.text import Word

_MODS = frozenset(("former", "modifier"))
_NOTHING: frozenset[str] = frozenset()


class Info:
    """All that the lexicon says of one spelling."""

    __slots__ = (
        "begins",
        "closed",
        "cuts",
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

    def __init__(self, lex: Vocabulary, w: Word) -> None:
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
        known = self.names or self.nisbas or self.titles or self.heads or self.ordinary or self.closed or self.verbs
        self.cuts: tuple[int, ...] = () if known else lex.joined.cuts(w)
        """where it falls into several words, run together"""
        self.mods = self.closed & _MODS if self.closed else self.closed


def bare(lex: Vocabulary, w: Word) -> Info:
    """A word as a part of a name: no particle."""
    out = Info(lex, w)
    out.closed, out.prep, out.mods = _NOTHING, None, _NOTHING
    return out


class Infos(dict[str, Info]):
    """Spelling → what is said of it; filled as spellings are met."""

    def __init__(self, lex: Vocabulary) -> None:
        self._lex = lex

    def __missing__(self, text: str) -> Info:
        got = self[text] = Info(self._lex, Word(text))
        return got
