"""The values that travel from the readers to the graph, and what must hold of them.

An `Extraction` is what one reader made of one article. It checks itself when it is made: every offset points at the
text that it names, every id resolves, every type, status and act is of the ontology, every relation stands between
ends that the ontology allows. Same text in, same bytes out.
"""

from __future__ import annotations

import hashlib
import json
import re
from functools import lru_cache
from typing import Annotated, Final, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

ActorType = Literal["person", "country", "militia", "organization", "agreement", "place"]
RelationType = Literal[
    "VISITED",
    "MET",
    "AGREED_WITH",
    "PARTY_TO",
    "SUPPORTS",
    "PRAISED",
    "OFFERED",
    "URGED",
    "DEMANDED_WITHDRAWAL",
    "REJECTED",
    "ACCUSED",
    "CRITICIZED",
    "THREATENED",
    "SANCTIONED",
    "ATTACKED",
    "DETAINED",
    "DISPLACED",
    "DEPLOYED_IN",
    "HOLDS_POSITION",
    "AFFILIATED_WITH",
]
Status = Literal["asserted", "denied", "planned"]
Kind = Literal["direct", "indirect"]
Act = Literal[
    "say", "announce", "demand", "deny", "accuse", "criticize", "praise", "threaten", "offer", "agree", "ask", "hope"
]
Form = Literal["name", "title", "nisba", "pronoun"]
SegmentKind = Literal["main", "article", "teaser"]

ACTOR_TYPES: Final[tuple[str, ...]] = get_args(ActorType)
RELATION_TYPES: Final[tuple[str, ...]] = get_args(RelationType)
STATUSES: Final[tuple[str, ...]] = get_args(Status)
ACTS: Final[tuple[str, ...]] = get_args(Act)
SYMMETRIC: Final = frozenset({"MET", "AGREED_WITH"})
STANDING: Final = frozenset({"HOLDS_POSITION", "AFFILIATED_WITH"})
"""States of affairs; every other type is an event, and an undated one has its month of publication in its identity."""

IsoDate = Annotated[str, StringConstraints(pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")]
IsoCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]


_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def digest(*parts: object, size: int = 16) -> str:
    """The first `size` hex digits of the SHA-256 of `parts` as compact JSON: how everything without a slug is named."""
    return hashlib.sha256(_compact(parts).encode("utf-8", "surrogatepass")).hexdigest()[:size]


class Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Page(Value):
    """One saved page or one line of a JSONL file, decoded; what was found, before any reading.

    `id` is the absolute path, or `outlet:id` of a JSON line; `stem` the file name without suffix, or the line's id.
    """

    id: str
    stem: str
    path: str
    sha256: str
    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published_on: IsoDate | None = None
    is_article: bool = False
    """True for JSON lines: the text is an article already, without furniture around it."""


class Article(Value):
    """A story of a page: offsets of everything extracted from it count characters of `text`."""

    id: str
    segment: SegmentKind
    title: str
    text: str
    url: str | None = None
    publisher: str | None = None
    language: str = "ar"
    published_on: IsoDate | None = None


class Span(Value):
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str


class Mention(Span):
    form: Form


class Actor(Value):
    id: str
    type: ActorType
    name: str
    names: tuple[str, ...] = ()
    name_en: str | None = None
    name_en_by: Literal["lexicon", "romanizer"] | None = None
    iso: IsoCode | None = None
    """ISO 3166-1 alpha-3 code of a country; null for every other type."""
    country: IsoCode | None = None
    country_by: Literal["position", "lexicon", "name"] | None = None
    acts_for: IsoCode | None = None
    located_in: IsoCode | None = None
    roles: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()


class Relation(Value):
    id: str
    subject: str
    type: RelationType
    object: str
    status: Status = "asserted"
    date: IsoDate | None = None
    claimed_by: str | None = None
    evidence: Span
    title: str | None = None
    former: bool | None = None
    by: str
    score: float = Field(ge=0, le=1)


class Statement(Span):
    id: str
    speaker: str
    kind: Kind
    act: Act
    date: IsoDate | None = None
    about: tuple[str, ...] = ()
    via: str | None = None
    by: str
    score: float = Field(ge=0, le=1)


class Run(Value):
    """Who read: a reader, its version and the digest of its lexicons."""

    reader: str
    version: str
    lexicon: str

    @property
    def id(self) -> str:
        return "run/" + digest(self.reader, self.version, self.lexicon)


class Extraction(Value):
    """What one reader made of one article of a page."""

    page: str
    article: Article
    actors: tuple[Actor, ...] = ()
    relations: tuple[Relation, ...] = ()
    statements: tuple[Statement, ...] = ()

    @model_validator(mode="after")
    def _check(self) -> Extraction:
        text, where = self.article.text, f"{self.page} ({self.article.id})"
        known: dict[str, str] = {}
        for actor in self.actors:
            if actor.id in known:
                raise ValueError(f"{where}: actor {actor.id} stands twice")
            known[actor.id] = actor.type
            if (actor.type == "country") != (actor.iso is not None):
                raise ValueError(f"{where}: {actor.id} is a {actor.type} and iso is {actor.iso}")
            for mention in actor.mentions:
                _grounded(text, mention, f"{where}: mention of {actor.id}")
        for relation in self.relations:
            _grounded(text, relation.evidence, f"{where}: evidence of {relation.type}")
            for end in (relation.subject, relation.object, relation.claimed_by):
                if end is not None and end not in known:
                    raise ValueError(f"{where}: {relation.type} names unknown actor {end}")
            if relation.subject == relation.object:
                raise ValueError(f"{where}: {relation.type} from {relation.subject} to itself")
            if known[relation.subject] in ("place", "agreement"):
                raise ValueError(f"{where}: subject of {relation.type} is a {known[relation.subject]}")
        for statement in self.statements:
            _grounded(text, statement, f"{where}: statement")
            for end in (statement.speaker, *statement.about, statement.via):
                if end is not None and end not in known:
                    raise ValueError(f"{where}: statement names unknown actor {end}")
        return self


def _grounded(text: str, span: Span, what: str) -> None:
    if span.start >= span.end or text[span.start : span.end] != span.text:
        raise ValueError(f"{what}: text[{span.start}:{span.end}] is not {span.text[:40]!r}")


_MARKS = re.compile(
    "[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
_FOLDED = str.maketrans(
    "أإآٱىیئؤةکگهۀ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹",
    "ااااييي" + "وهككهه" + "01234567890123456789",
)


_JOINED: Final = tuple((chr(a), chr(b)) for a, b in _FOLDED.items())
_LETTER_MARKS = frozenset("\u0640\u06e5\u06e6")
"""Tatweel and the small waw and yeh: those of _MARKS that Unicode counts as letters."""
_WORDS = re.compile(r"\w+").findall


def fold(text: str) -> str:
    """One spelling of each word, single spaces between: vowel marks and tatweel dropped, letter variants joined
    (أإآ→ا, ى ئ→ي, ؤ→و, ة→ه, Persian ی ک), digits made ASCII, case folded, punctuation made space."""
    if len(text) <= _SHORT:
        return _fold_short(text)
    text = _MARKS.sub("", text)
    for letter, joined in _JOINED:  # of a whole article ten times as fast as translate
        text = text.replace(letter, joined)
    return " ".join(_WORDS(text.casefold()))


_SHORT: Final = 64
"""Characters; what is not longer is folded once and kept."""


def _fold(text: str) -> str:
    plain = text.translate(_FOLDED).casefold()
    if plain.isalnum() and _LETTER_MARKS.isdisjoint(plain):
        return plain  # one word without marks, as nearly all are
    return " ".join(_WORDS(_MARKS.sub("", text).translate(_FOLDED).casefold()))


_fold_short = lru_cache(maxsize=100_000)(_fold)


def article_id(text: str, publisher: str | None, published_on: str | None) -> str:
    return "article/" + digest(fold(text), publisher, published_on)


def claim_id(
    article: Article,
    subject: str,
    type: str,
    object: str,
    status: str,
    date: str | None,
    title: str | None = None,
) -> str:
    """The id of the claim that a relation reports (DESIGN.md, Identity): the same in every article that tells it.

    A position is told apart by the folded head (first word) of its title; an undated event by the month of
    publication, or by the article itself where that is unknown.
    """
    if type in SYMMETRIC and object < subject:
        subject, object = object, subject
    head = (fold(title).split() or [""])[0] if title and type == "HOLDS_POSITION" else None
    when = date
    if when is None and type not in STANDING:
        when = f"~{article.published_on[:7]}" if article.published_on else f"@{article.id}"
    return "claim/" + digest(subject, type, object, status, when, head)


def statement_id(article: Article, speaker: str, start: int, end: int) -> str:
    return "statement/" + digest(article.id, speaker, start, end)
