"""What is marked where: an article cut into sentences, each cut into pieces between which nothing begins or ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Final

from kg.model import Actor, Extraction, Mention, Relation, Statement
from loaders.text import sentences, tokens

# C0 (a tab and a line end are spaces by then), DEL and C1; then what turns the direction of text, and line separators.
_STEERING = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_SPACES = re.compile(r"[\t\r\n]")
FORMS: Final = {"name": "name", "title": "by title", "nisba": "by nisba", "pronoun": "by pronoun"}


def visible(text: str) -> str:
    """`text` on one line; what would steer a terminal or turn the direction of writing is shown as `\\uXXXX`."""
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", _SPACES.sub(" ", text))


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters [start, end) of the article and what covers all of them; `begins` are the tags that begin here.

    Of mentions within mentions the innermost is `mention`; `opens` and `closes` are the numbers of actors whose mention
    begins and ends here, `ends` the tags that do.
    """

    start: int
    end: int
    mention: tuple[int, Mention] | None
    statements: tuple[str, ...]
    evidence: tuple[str, ...]
    begins: tuple[str, ...]
    ends: tuple[str, ...]
    opens: tuple[int, ...]
    closes: tuple[int, ...]


@dataclass(slots=True)
class Block:
    """A sentence with what stood before it since the last one (after a line end: a `paragraph` begins)."""

    start: int
    end: int
    paragraph: bool
    statements: list[tuple[str, Statement]] = field(default_factory=list)
    relations: list[tuple[str, Relation]] = field(default_factory=list)


class Marked:
    """An Extraction as it is shown: actors numbered as they appear, statements S1 …, relations R1 … in text order."""

    def __init__(self, extraction: Extraction) -> None:
        self.extraction = extraction
        self.text = extraction.article.text
        self.actors: list[tuple[int, Actor]] = list(enumerate(sorted(extraction.actors, key=_first), 1))
        self._number = {actor.id: number for number, actor in self.actors}
        self._actor = {actor.id: actor for actor in extraction.actors}
        told = sorted(extraction.statements, key=lambda one: (one.start, one.end, one.id))
        self.statements = [(f"S{number}", one) for number, one in enumerate(told, 1)]
        read = sorted(extraction.relations, key=lambda one: (one.evidence.start, one.evidence.end, one.type, one.id))
        self.relations = [(f"R{number}", one) for number, one in enumerate(read, 1)]

    def number(self, actor: str) -> int:
        return self._number[actor]

    def name(self, actor: str) -> str:
        return self._actor[actor].name

    @cached_property
    def blocks(self) -> list[Block]:
        """The sentences, gapless from the first word to the last; statements and relations under where they begin."""
        found: list[Block] = []
        before = 0
        for one in sentences(tokens(self.text)):
            start = before + len(self.text[before : one.end]) - len(self.text[before : one.end].lstrip())
            found.append(Block(start, one.end, not found or "\n" in self.text[before : one.start]))
            before = one.end
        if not found:
            found.append(Block(0, len(self.text), True))
        found[-1].end = max(found[-1].end, len(self.text.rstrip()))
        for tag, statement in self.statements:
            _holder(found, statement.start).statements.append((tag, statement))
        for tag, relation in self.relations:
            _holder(found, relation.evidence.start).relations.append((tag, relation))
        return found

    def pieces(self, block: Block) -> Iterator[Piece]:
        """The text of `block`, cut wherever a mention, a statement or a narrower evidence begins or ends."""
        mentions = [
            (number, one)
            for number, actor in self.actors
            for one in actor.mentions
            if one.start < block.end and one.end > block.start
        ]
        told = [(tag, s.start, s.end) for tag, s in self.statements if s.start < block.end and s.end > block.start]
        shown = [
            (tag, r.evidence.start, r.evidence.end)
            for tag, r in self.relations
            if r.evidence.start < block.end and r.evidence.end > block.start and not self.whole(block, r)
        ]
        cuts = {block.start, block.end}
        for start, end in [(m.start, m.end) for _, m in mentions] + [(a, b) for _, a, b in told + shown]:
            cuts.update(cut for cut in (start, end) if block.start < cut < block.end)
        edges = sorted(cuts)
        for start, end in pairwise(edges):
            within = [(n, m) for n, m in mentions if m.start <= start and m.end >= end]
            inner = min(within, key=lambda one: (one[1].end - one[1].start, one[0]), default=None)
            yield Piece(
                start,
                end,
                inner,
                tuple(tag for tag, a, b in told if a <= start and b >= end),
                tuple(tag for tag, a, b in shown if a <= start and b >= end),
                tuple(tag for tag, a, _ in told + shown if a == start),
                tuple(tag for tag, _, b in shown + told if b == end),
                tuple(n for n, m in sorted(within, key=lambda one: -one[1].end) if m.start == start),
                tuple(n for n, m in sorted(within, key=lambda one: one[1].start, reverse=True) if m.end == end),
            )

    def whole(self, block: Block, relation: Relation) -> bool:
        """Whether the evidence is the sentence itself, so that marking it would tell nothing."""
        evidence = relation.evidence
        said = re.sub(r"\W", "", self.text[block.start : block.end])
        return block.start <= evidence.start and said == re.sub(r"\W", "", evidence.text)


def _first(actor: Actor) -> tuple[int, str]:
    return min((one.start for one in actor.mentions), default=1 << 60), actor.id


def _holder(blocks: list[Block], at: int) -> Block:
    return next((block for block in blocks if at < block.end), blocks[-1])
