"""Offices of one man told in a row before his name: ولي العهد نائب رئيس مجلس الوزراء، وزير الدفاع الأمير فلان."""

from __future__ import annotations

from kg.model import fold
from loaders.doc import Chunk, Doc

GAPS: tuple[list[str], ...] = ([], ["،"], [","])
"""What may stand between two of them."""


def take(doc: Doc, chunks: list[Chunk]) -> None:
    """Gives a listed person the offices right before his phrase, when the lists know him to hold one of them."""
    taken: set[int] = set()
    for k, who in enumerate(chunks):
        if who.kind != "person" or len(who.entities) != 1 or who.lead or not who.roles:
            continue
        first = k
        while first and not chunks[first].lead and _office(doc, chunks[first - 1], chunks[first]):
            first -= 1
        if first < k and any(_holds(who, title, doc.article.published_on or "") for title in chunks[first:k]):
            who.roles = [role for title in chunks[first:k] for role in title.roles] + who.roles
            who.first, who.lead = chunks[first].first, chunks[first].lead
            taken.update(range(first, k))
    if taken:
        chunks[:] = [c for k, c in enumerate(chunks) if k not in taken]


def _office(doc: Doc, title: Chunk, behind: Chunk) -> bool:
    """Whether a chunk is an office without a name right before another."""
    alone = title.kind == "title" and title.number == "s" and not title.entities and bool(title.roles)
    return alone and doc.texts[title.last : behind.first] in GAPS


def _holds(who: Chunk, title: Chunk, day: str) -> bool:
    """Whether the lists give the person an office of these words on the day of the page."""
    role = title.roles[0]
    words = set(fold(role.text).split())
    land = role.iso in (None, who.entities[0].country)
    offices = [o for o in who.entities[0].offices if not day or o.held_on(day)]
    return land and len(words) > 1 and any(words <= set(fold(o.title).split()) for o in offices)


__all__ = ["take"]
