"""Speech cues: the act that a verb reports and how its content begins (`cues.tsv`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kg.model import ACTS, fold
from loaders.lexicon.tables import HERE, read


@dataclass(slots=True, frozen=True)
class Cue:
    lemma: str
    act: str
    preps: frozenset[str]
    """prepositions that may begin the content, folded"""
    bare: bool
    """the content may be a bare noun phrase"""
    weak: bool
    needs: frozenset[str]
    """folded words of which one must follow (حمّل … المسؤولية)"""


@lru_cache(maxsize=1)
def cues() -> dict[str, Cue]:
    out: dict[str, Cue] = {}
    for row in read(HERE / "cues.tsv", ("lemma", "act", "content", "weak")):
        if row["act"] not in ACTS:
            raise row.fail(f"act {row['act']!r} is not one of {', '.join(ACTS)}")
        marks = row.many("content")
        out[row["lemma"]] = Cue(
            row["lemma"],
            row["act"],
            frozenset(fold(m) for m in marks if m != "np"),
            "np" in marks,
            row["weak"] == "yes",
            frozenset(fold(w) for w in row.many("needs")),
        )
    return out


@lru_cache(maxsize=1)
def cued() -> frozenset[str]:
    """The lemmas that are cues: what is asked of every word is asked of a set."""
    return frozenset(cues())


@lru_cache(maxsize=1)
def acts() -> dict[tuple[str, str], str]:
    """The act that the first noun of the content makes of a cue (أبدى استعداده → offer), by (lemma, folded noun)."""
    out: dict[tuple[str, str], str] = {}
    for row in read(HERE / "acts.tsv", ("lemma", "nouns", "act")):
        if row["act"] not in ACTS:
            raise row.fail(f"act {row['act']!r} is not one of {', '.join(ACTS)}")
        for lemma in row.many("lemma"):
            for noun in row.many("nouns"):
                out[lemma, fold(noun)] = row["act"]
    return out
