"""What comparing with gold is made of: counts, slips, the union of a page's extractions, texts that agree (GOLD.md)."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

MAX_EVIDENCE: Final = 90
"""Words; a longer piece of text points at nothing. The same for statements:"""
MAX_STATEMENT: Final = 160

TALLIES: Final = (
    "actors",
    "relations",
    "events",
    "relations_untyped",
    "statements",
    "denied",
    "planned",
    "about",
    "via",
)
RATES: Final = (
    "actor_type",
    "relation_status",
    "relation_date",
    "relation_undated",
    "relation_evidence",
    "position_former",
    "statement_kind",
    "statement_act",
)

# The folding of the gold standard is its own (it is not that of the graph), so that scores never move with the readers.
_MARKS = re.compile(r"[\u064B-\u065F\u0670\u0640\u200c-\u200f\u202a-\u202e\u2066-\u2069]")
_FOLD = str.maketrans("أإآٱىیئؤةک", "ااااييي" + "وهك")

Json = Mapping[str, Any]


@dataclass(slots=True)
class Tally:
    """Right, wrong and missed; precision, recall and F1 of them."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def add(self, tp: int, fp: int, fn: int) -> None:
        self.tp, self.fp, self.fn = self.tp + tp, self.fp + fp, self.fn + fn

    def report(self) -> dict[str, float | int]:
        p = self.tp / (self.tp + self.fp) if self.tp + self.fp else 0.0
        r = self.tp / (self.tp + self.fn) if self.tp + self.fn else 0.0
        f1 = round(2 * p * r / (p + r), 4) if p + r else 0.0
        return {"p": round(p, 4), "r": round(r, 4), "f1": f1, "tp": self.tp, "fp": self.fp, "fn": self.fn}


@dataclass(slots=True)
class Rate:
    """How many of those compared were right."""

    hit: int = 0
    all: int = 0

    def add(self, ok: object) -> None:
        self.hit, self.all = self.hit + bool(ok), self.all + 1

    def report(self) -> dict[str, float | int | None]:
        return {"accuracy": round(self.hit / self.all, 4) if self.all else None, "of": self.all}


@dataclass(slots=True)
class Scores:
    """The counts of one page, or of many added up."""

    tallies: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in TALLIES})
    rates: dict[str, Rate] = field(default_factory=lambda: {name: Rate() for name in RATES})

    def add(self, other: Scores) -> None:
        for name, tally in other.tallies.items():
            self.tallies[name].add(tally.tp, tally.fp, tally.fn)
        for name, rate in other.rates.items():
            self.rates[name].hit += rate.hit
            self.rates[name].all += rate.all

    def report(self) -> dict[str, dict[str, float | int | None]]:
        return {
            **{name: dict(tally.report()) for name, tally in self.tallies.items()},
            **{name: dict(rate.report()) for name, rate in self.rates.items()},
        }


@dataclass(frozen=True, slots=True)
class Slip:
    """One difference from the gold. `what`: actor, relation …; `how`: missed, wrong …; `kind`: its type or act."""

    what: str
    how: str
    kind: str
    text: str


@dataclass(slots=True)
class Prediction:
    """All that was extracted from one page: the union over its articles, as the JSON of the extraction contract."""

    actors: dict[str, dict[str, Any]] = field(default_factory=dict)
    relations: list[Json] = field(default_factory=list)
    statements: list[Json] = field(default_factory=list)

    def take(self, one: Json) -> None:
        """Adds an article's extraction; an actor met in an article before gets its names too."""
        for actor in one["actors"]:
            old = self.actors.get(actor["id"])
            if old is None:
                self.actors[actor["id"]] = dict(actor)
            else:
                old["names"] = list(dict.fromkeys([*old.get("names", []), *actor.get("names", [])]))
        self.relations += one["relations"]
        self.statements += one["statements"]


def fold(text: str) -> str:
    """Spelling variants joined; word boundaries kept, punctuation dropped."""
    return " ".join(re.findall(r"\w+", _MARKS.sub("", text).translate(_FOLD).casefold()))


def key(name: str) -> str:
    """Folded, and without the article of every word."""
    return " ".join(re.sub(r"^(?:ال)(?=\w{2})", "", word) for word in fold(name).split())


def grounded(part: str | None, page: str, limit: int) -> bool:
    words = fold(part or "")
    return 2 <= len(words.split()) <= limit and words in page


def same_statement(a: Json, b: Json) -> bool:
    """Two that tell the same words of the same speaker count once."""
    if a["speaker"] != b["speaker"] or not 0.5 <= (len(a["text"]) + 1) / (len(b["text"]) + 1) <= 2:
        return False
    return _overlap(fold(a["text"]), fold(b["text"])) >= 0.8


def _overlap(a: str, b: str) -> float:
    """Share of the shorter one's words that the other has too."""
    short, long = sorted((a.split(), b.split()), key=len)
    if not short:
        return 0.0
    return (Counter(short) & Counter(long)).total() / len(short)


def covers(anchor: str, text: str) -> float:
    """Share of the anchor's words that stand in the text, in order."""
    a, t = anchor.split(), text.split()
    blocks = difflib.SequenceMatcher(None, a, t, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / len(a) if a else 0.0


def run_share(anchor: str, text: str) -> float:
    """Share of the anchor's words that stand in the text as one unbroken run."""
    a, t = anchor.split(), text.split()
    found = difflib.SequenceMatcher(None, a, t, autojunk=False).find_longest_match(0, len(a), 0, len(t))
    return found.size / len(a) if a else 0.0


def dates_agree(gold: str, read: str | None) -> bool:
    """As precise as the text allows; a day is tolerated where the gold gives its month, not where it gives a year."""
    return bool(read) and (read == gold or (len(gold) == 7 and read is not None and read[:7] == gold))
