"""«قال المتحدث إن قواته دخلت المدينة»: troops by the pronoun of whose they are, at the head of what is said."""

from __future__ import annotations

from collections.abc import Iterable

from loaders.doc import Chunk, Doc
from loaders.lexicon.sets import word_set

OWN = word_set("troops.own")
HEAD = "*troops"
MALE = ("جيش", "طيران")
REACH = 30
"""Tokens back to whoever speaks of his troops."""


def own(doc: Doc, i: int) -> Chunk | None:
    """Such troops at token i, as a word that points back."""
    form = doc.infos[i].word.fold
    if form not in OWN or not i or "complement" not in doc.infos[i - 1].closed:
        return None
    male = form.startswith(MALE)
    number = "s" if male or form.startswith("مدفعيه") else "p"
    return Chunk(
        i,
        i + 1,
        i,
        i + 1,
        "backref",
        "pronoun",
        "pronoun",
        0.65,
        gender="m" if male else "f",
        number=number,
        name=doc.texts[i],
        head=HEAD,
    )


def owner(chunk: Chunk, chunks: Iterable[Chunk]) -> tuple[str | None, bool]:
    """Whose they are: the id of the body or state named last before them, or whether a person was, who has a body."""
    best: Chunk | None = None
    for c in chunks:
        if c.first >= chunk.first:
            break
        if chunk.first - c.first <= REACH and not c.lead.endswith(("ب", "ل", "ك")):
            told = c.kind in ("country", "militia", "organization", "person") or (c.kind == "title" and c.roles)
            best = c if told else best
    if best is None:
        return None, False
    if best.kind in ("person", "title"):
        body = next((r.body.actor for r in best.roles if r.body is not None and r.body.actor), None)
        return body, body is None
    return best.actor, False


__all__ = ["HEAD", "own", "owner"]
