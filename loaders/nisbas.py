"""Nations' adjectives as noun phrases: السعوديون, and سورية where it is no name of the country."""

from __future__ import annotations

from loaders.doc import Chunk, Doc
from loaders.nations import nisba_at, other_sense


def joined(i: int, chunk: Chunk | None, before: Chunk | None) -> bool:
    """البحرين والسعودية: a country joined to a country is no adjective."""
    countries = chunk is not None and before is not None and chunk.kind == before.kind == "country"
    return countries and chunk.lead == "و" and before.last == i and before.by == "lexicon"  # type: ignore[union-attr]


def of_nation(doc: Doc, i: int, stop: int, best: Chunk | None) -> Chunk | None:
    """A nation's adjective: alone, or rather than the name of a country or person that is spelt so (سورية)."""
    at = nisba_at(doc, i, stop)
    if not at or other_sense(doc, i, at[1]):
        return best
    end, lead, nisba = at
    entity = doc.lex.countries[nisba.iso].entity
    if best is not None and not (
        best.last == end
        and best.kind in ("country", "place", "person")
        and best.by == "lexicon"
        and (entity in best.entities or best.kind == "person")
        and _adjective_here(doc, i, nisba.definite)
    ):
        return best
    return Chunk(
        i,
        end,
        i,
        end,
        "nisba" if nisba.number == "s" or not nisba.definite else "country",
        "nisba",
        "nisba",
        0.8,
        lead,
        (entity,),
        nisba.iso,
        nisba.gender,
        nisba.number,
        doc.quote_free(i, end),
        definite=nisba.definite,
    )


def _adjective_here(doc: Doc, i: int, definite: bool) -> bool:
    """Whether a word that is both a country and its adjective (سورية) follows a noun that it can agree with."""
    if i == 0:
        return False
    prev = doc.infos[i - 1]
    if (
        prev.closed
        or prev.prep
        or (prev.verbs and not any(r.pos != "verb" for r in prev.verbs))
        or not doc.texts[i - 1][0].isalpha()
    ):
        return False
    form = prev.word.fold
    if definite:
        return form.startswith(("ال", "وال", "بال", "لل", "فال", "كال"))
    return form.endswith(("ه", "ات"))
