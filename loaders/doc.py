"""An article under reading: its tokens, what the lexicon says of each, its sentences and dates."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from kg.model import Article
from loaders.dates import DateSpan, find
from loaders.lexicon import Info, Lexicon, lexicon
from loaders.lexicon.entities import Entity, Nisba
from loaders.lexicon.joined import apart
from loaders.lexicon.nouns import Head
from loaders.lexicon.sets import word_set
from loaders.text import QUOTES, Sentence, sentences, tokens


def anchor_of(published_on: str | None) -> date | None:
    """The day that relative dates count from; none unless the day is known."""
    return date.fromisoformat(published_on) if published_on and len(published_on) == 10 else None


SOME_DAY = date(2020, 1, 1)
"""Where no day is known أمس and السبت are times all the same: to the grammar, not to the calendar."""
HOURS = word_set("doc.hours")
"""Words before a day for a part of it (فجر اليوم), one of which looks like a verb."""


class Doc:
    def __init__(self, article: Article) -> None:
        self.article = article
        self.text = article.text
        self.lex: Lexicon = lexicon()
        toks = tokens(article.text)
        self.infos: list[Info] = self.lex.infos(toks.texts)
        if any([info.cuts for info in self.infos]):
            toks = apart(toks, [info.cuts for info in self.infos])
            self.infos = self.lex.infos(toks.texts)
        self.texts, self.starts, self.ends = toks
        self.n = len(self.texts)
        if "ى" not in self.text:
            self._dotted()
        self._where: dict[str, list[int]] = defaultdict(list)
        """Folded words by their tokens."""
        for i, info in enumerate(self.infos):
            self._where[info.word.fold].append(i)
        self.folds = frozenset(self._where)
        """Every word of the article: a word that stands here alone is told from its clitics by that (بأوزيل)."""
        self.verbal = [i for i, info in enumerate(self.infos) if info.verbs]
        """The tokens that can be read as a verb, participle or masdar."""
        self.listed: dict[int, tuple[int, str, list[Entity]] | None] = {}
        """Listed names by their first token, as far as asked for (bodies.py)."""
        self.headed: dict[tuple[int, int], tuple[int, str, list[Head]] | None] = {}
        """Head nouns by token and end of reading, likewise."""
        self.held: set[tuple[str, ...]] = set()
        """Bodies by their words that no list has, and of which somebody holds an office (offices/upto.py)."""
        self.sents: list[Sentence] = sentences(toks)
        anchor = anchor_of(article.published_on)
        self.dates: list[DateSpan] = find(article.text, anchor)
        self.dated = bytearray(self.n)
        self.unmoored: list[DateSpan] = [] if anchor else find(article.text, SOME_DAY)
        """Where no day is known from which words such as المقبل are reckoned: what they would tell of some day."""
        self._mark_dates(self.dates if anchor else self.unmoored)

    def spots(self, words: Iterable[str]) -> list[int]:
        """The tokens whose folded word is one of `words`, in order: a rule may begin at few words of an article."""
        return sorted([i for word in self.folds.intersection(words) for i in self._where[word]])

    def _mark_dates(self, spans: list[DateSpan]) -> None:
        for span in spans:
            first = bisect_left(self.starts, span.start)
            if first and self.infos[first - 1].word.fold in HOURS:
                first -= 1
            last = bisect_left(self.starts, span.end)
            if last < self.n and self.texts[last] == ")" and "(" in self.texts[first:last]:
                last += 1  # أمس (الأربعاء)
            for i in range(first, last):
                self.dated[i] = 1

    def _dotted(self) -> None:
        """علي where a page writes every ى with dots: the preposition, but for beside a name."""
        on = self.lex.infos(["على", "وعلى"])
        for i, info in enumerate(self.infos):
            if info.word.fold not in ("علي", "وعلي") or i + 1 == self.n:
                continue
            before, after = self.infos[i - 1] if i else None, self.infos[i + 1]
            named = before is not None and (before.given or before.titles)
            if not (named or after.given or after.family or after.word.fold in ("بن", "ابو", "حسن", "محمد")):
                self.infos[i] = on[info.word.fold == "وعلي"]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Character offsets of tokens [first, last)."""
        return self.starts[first], self.ends[last - 1]

    def quote_free(self, first: int, last: int) -> str:
        """The words of tokens [first, last), quotes and hashes dropped."""
        return " ".join(t for t in self.texts[first:last] if t not in QUOTES and t not in "#_\n()")


@dataclass(slots=True)
class Role:
    """An office told in the text."""

    head: str
    """folded masculine singular of the title's first word: وزير"""
    portfolio: str
    """folded words after it, nisba and country left out: الخارجيه"""
    text: str
    first: int
    last: int
    iso: str | None
    body: Chunk | None
    """the organization, militia or place named in the title"""
    former: bool
    kind: str
    many: bool = False
    """told of two or more together (الرئيسان, وزراء الخارجية)"""


@dataclass(slots=True)
class Chunk:
    """A noun phrase of tokens [first, last) that may stand for an actor; [nfirst, nlast) is the name in it."""

    first: int
    last: int
    nfirst: int
    nlast: int
    kind: str
    """person, country, militia, organization, agreement, place; or title, group, nisba"""
    form: str
    """name, title, nisba, pronoun"""
    by: str
    score: float
    lead: str = ""
    entities: tuple[Entity, ...] = ()
    iso: str | None = None
    gender: str | None = None
    number: str = "s"
    name: str = ""
    roles: list[Role] = field(default_factory=list)
    inner: list[Chunk] = field(default_factory=list)
    head: str = ""
    """folded first noun of the phrase"""
    metonym: str | None = None
    """ISO code when a capital is named"""
    definite: bool = True
    nlead: str = ""
    """clitics on the name's first token, when the phrase begins before it (عناصر لحماس)"""
    actor: str | None = None
    """id, filled in by actors.py"""

    @property
    def length(self) -> int:
        return self.last - self.first


__all__ = ["Chunk", "Doc", "Entity", "Nisba", "Role"]
