"""«حكومة الشاهد»: the state whose government a person leads, where no list tells the body."""

from __future__ import annotations

from collections.abc import Iterable

from loaders.doc import Chunk, Doc
from loaders.people import Person
from loaders.spans import listed_at

HEAD = "حكومه"


def resolve(doc: Doc, flat: list[Chunk], people: Iterable[Person], about: str | None, present: set[str]) -> None:
    """Makes the state of each government that is told by the name of who leads it."""
    people = list(people)
    for chunk in flat:
        if chunk.kind != "organization" or chunk.head != HEAD or chunk.entities or doc.infos[chunk.first].definite:
            continue
        found = _led(doc, chunk, people, about) or _listed(doc, chunk, present | {about or ""})
        if found is None or found[1] not in doc.lex.countries:
            continue
        chunk.last, chunk.iso = found
        chunk.nlast = chunk.last
        chunk.kind, chunk.form, chunk.by, chunk.gender = "country", "nisba", "state:head", "f"
        chunk.entities = (doc.lex.countries[chunk.iso].entity,)
        chunk.name = doc.quote_free(chunk.first, chunk.last)


def _led(doc: Doc, chunk: Chunk, people: list[Person], about: str | None) -> tuple[int, str] | None:
    """By a person whom the article names: the end of his name, and his country."""
    told = [doc.infos[p].word.fold for p in range(chunk.first + 1, chunk.last)]
    for person in people:
        words = list(person.words)
        size = len(words) if told[: len(words)] == words else 1 if told[:1] == words[-1:] else 0
        iso = (person.entity.country if person.entity is not None else None) or person.iso or about
        if size and iso:
            return chunk.first + 1 + size, iso
    return None


def _listed(doc: Doc, chunk: Chunk, present: set[str]) -> tuple[int, str] | None:
    """By a listed person of a country that the article tells of."""
    named = listed_at(doc, chunk.first + 1, chunk.last)
    if named is None or named[1]:
        return None
    isos = {e.country for e in named[2] if e.type == "person" and e.country in present}
    return (named[0], str(isos.pop())) if len(isos) == 1 else None


__all__ = ["resolve"]
