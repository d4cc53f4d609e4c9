"""Texts whose author says «we»: the body that issued a communiqué."""

from __future__ import annotations

from loaders.clause import Syntax
from loaders.doc import Chunk, Doc
from loaders.lexicon.sets import word_set

ISSUED = word_set("communiques.issued")
"""What such a text calls itself in its first lines (بيان صادر عن س)."""
OFFICES = frozenset(("مكتب", "امانه", "لجنه", "ناطق", "هييه", "دايره"))
"""Parts of a body that issue what is the body's (المكتب الإعلامي لحزب س)."""
HEADER = 4
"""Sentences at the head of a page that may say whose text it is."""
WE = frozenset(("نحن", "ونحن", "اننا", "واننا"))
"""Words with which those whose text it is name themselves (نحن قادة س وص, إننا في حركة س)."""
LEAST = 2
"""Verbs of «we» outside quotations, without which no text is anybody's own."""


def author(doc: Doc, syntax: Syntax) -> Chunk | None:
    """The body whose text the page is, if it says so and goes on in the first person."""
    return _issuer(doc, syntax) or _named_by_themselves(doc, syntax)


def _named_by_themselves(doc: Doc, syntax: Syntax) -> Chunk | None:
    """نحن قادة س وص ندين; إننا في حركة س نطالب: the first of those who say «we» with their names."""
    for i in doc.spots(WE):
        if syntax.quoted[i] or i + 2 >= doc.n:
            continue
        p = i + 2 if doc.texts[i + 1] in "،," or doc.infos[i + 1].word.fold == "في" else i + 1
        chunk = syntax.at[p]
        kinds = ("organization", "militia") if doc.infos[p - 1].word.fold == "في" else ("organization", "country")
        if chunk is None or chunk.first != p or chunk.lead or syntax.cast.types.get(chunk.actor or "") not in kinds:
            continue
        if _ours(doc, syntax) >= LEAST:
            return chunk
    return None


def _issuer(doc: Doc, syntax: Syntax) -> Chunk | None:
    """بيان صادر عن س: the body that one of the first lines names."""
    for sent in doc.sents[:HEADER]:
        at = next(
            (p for p in range(sent.first, sent.last) if doc.infos[p].word.fold.removeprefix("ال") in ISSUED), None
        )
        if at is None:
            continue
        named = [c for p in range(at, sent.last) if (c := syntax.at[p]) is not None and c.first == p and c.actor]
        bodies = [c for c in named if syntax.cast.types.get(c.actor or "") in ("organization", "militia")]
        if not bodies:
            continue
        own = bodies[0]
        if len(bodies) > 1 and bodies[1].lead == "ل" and own.head.split(" ")[0].removeprefix("ال") in OFFICES:
            own = bodies[1]
        return own if _ours(doc, syntax) >= LEAST else None
    return None


def _ours(doc: Doc, syntax: Syntax) -> int:
    """How many verbs tell what «we» do, outside quotations."""
    return sum(
        not syntax.quoted[i]
        and any(r.pos == "verb" and r.person == "1p" and r.tense == "pres" for r in doc.infos[i].verbs)
        for i in doc.verbal
    )


__all__ = ["author"]
