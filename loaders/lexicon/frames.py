"""Frames: what an act looks like in words (`frames.tsv`), and what may stand at the ends of each relation."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kg.model import ACTOR_TYPES, RELATION_TYPES, fold
from loaders.lexicon.tables import HERE, read

ROLES = frozenset(("subj", "gen", "gen2", "nisba", "light", "main", "adverb", "antecedent", "giver", "denier", "not"))
ROLES |= frozenset(("obj", "pron", "near", "men", "pair", "ل"))
ACTORS = frozenset(("person", "country", "militia", "organization"))
ENDS: dict[str, frozenset[str]] = {
    "HOLDS_POSITION": frozenset(("country", "organization", "militia", "place", "person")),
    "VISITED": frozenset(("country", "place")),
    "DEPLOYED_IN": frozenset(("country", "place")),
    "PARTY_TO": frozenset(("agreement", "organization")),
    "MET": ACTORS,
    "AGREED_WITH": ACTORS,
    "DISPLACED": ACTORS | {"place"},
    "DETAINED": frozenset(("person", "country", "place", "militia")),
    "DEMANDED_WITHDRAWAL": frozenset(("country", "militia", "organization")),
    "AFFILIATED_WITH": frozenset(("country", "organization", "militia", "person")),
    "SUPPORTS": ACTORS | {"agreement", "place"},
    "OFFERED": ACTORS | {"agreement", "place"},
    "PRAISED": ACTORS | {"agreement"},
    "CRITICIZED": ACTORS | {"agreement"},
    "REJECTED": ACTORS | {"agreement"},
    "ATTACKED": ACTORS | {"place"},
}
"""What may be the object, by type; the types not named take ACTORS."""
SUBJECTS: dict[str, frozenset[str]] = {
    "HOLDS_POSITION": frozenset(("person",)),
    "DEPLOYED_IN": frozenset(("country", "militia", "organization")),
    "AFFILIATED_WITH": frozenset(("person", "militia", "organization")),
    "VISITED": frozenset(("person", "country", "organization", "militia")),
}


def allowed(subject: str, type: str, object: str) -> bool:
    """Whether the ontology allows a relation between actors of these types."""
    return subject in SUBJECTS.get(type, ACTORS) and object in ENDS.get(type, ACTORS)


@dataclass(slots=True, frozen=True)
class Frame:
    type: str
    pos: str
    lemma: str
    subject: tuple[str, ...]
    object: tuple[str, ...]
    """roles and prepositions in the order in which they are tried"""
    preps: frozenset[str]
    objects: frozenset[str]
    """actor types that the object may have"""
    needs: frozenset[str]
    score: float

    @property
    def by(self) -> str:
        return f"frame:{self.type.lower()}:{self.lemma}:{self.pos}"


@lru_cache(maxsize=1)
def frames() -> dict[tuple[str, str], tuple[Frame, ...]]:
    """Frames by (lemma, part of speech)."""
    out: dict[tuple[str, str], list[Frame]] = {}
    for row in read(
        HERE / "frames.tsv", ("type", "pos", "lemmas", "subject", "object", "object_types", "needs", "score")
    ):
        if row["type"] not in RELATION_TYPES:
            raise row.fail(f"relation type {row['type']!r} is not of the ontology")
        if row["pos"] not in ("verb", "masdar", "participle"):
            raise row.fail(f"pos {row['pos']!r} is not verb, masdar or participle")
        narrowed = frozenset(row.many("object_types"))
        if narrowed - set(ACTOR_TYPES):
            raise row.fail(f"object type {sorted(narrowed - set(ACTOR_TYPES))} unknown")
        for role in row.many("subject"):
            if role not in ROLES:
                raise row.fail(f"subject role {role!r} is not one of {', '.join(sorted(ROLES))}")
        try:
            score = float(row["score"])
        except ValueError:
            raise row.fail(f"score {row['score']!r} is not a number") from None
        objects = tuple(o if o in ROLES else fold(o) for o in row.many("object"))
        for lemma in row.many("lemmas"):
            frame = Frame(
                row["type"], row["pos"], lemma, tuple(row.many("subject")), objects,
                frozenset(o for o in objects if o not in ROLES),
                narrowed or ENDS.get(row["type"], ACTORS), frozenset(fold(n) for n in row.many("needs")), score,
            )  # fmt: skip
            out.setdefault((lemma, row["pos"]), []).append(frame)
    return {k: tuple(v) for k, v in out.items()}
