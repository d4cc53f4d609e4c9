"""The phrase of a name that the lists hold: its kind and gender, whose capital or arm it is, how far it goes on."""

from __future__ import annotations

from kg.model import fold
from loaders.bodies import body
from loaders.doc import Chunk, Doc
from loaders.lexicon.entities import Entity
from loaders.lexicon.sets import word_set
from loaders.names import name_end
from loaders.nations import nisba_at, state
from loaders.spans import listed_at

OWNED = word_set("namelists.owned")
"""Words in a body's name before whose arm it is."""
FEMININE = word_set("namelists.feminine")
"""First words of bodies' names that verbs agree with as with a woman, though they do not look so."""
REALMS = word_set("namelists.realms")
"""First words of a state's full name that verbs agree with as with a woman."""
MASCULINE = word_set("namelists.masculine")
"""First words of bodies' names that verbs agree with as with a man."""
MALE_STATES = frozenset(("LBN", "IRQ", "YEM", "JOR", "SDN", "SSD", "MAR", "VAT"))
EITHER_STATES = frozenset(("SEN", "CMR", "NER", "SOM", "CIV", "MNE", "CPV"))
"""أعلن السنغال, أعلنت السنغال: both are written."""


def listed_chunk(doc: Doc, i: int, named: tuple[int, str, list[Entity]], stop: int) -> Chunk:
    """The noun phrase of a listed name at token i, as `spans.listed_at` found it."""
    end, lead, found = named
    types = {e.type for e in found}
    first = found[0]
    kind = first.type if len(types) == 1 else ("place" if "place" in types else first.type)
    metonym = _capital_of(doc, i, end, lead) if kind == "place" else None
    iso = next((e.country for e in found if e.type == "country"), None)
    chunk = Chunk(
        i,
        end,
        i,
        end,
        kind,
        "name",
        "lexicon",
        0.95,
        lead,
        tuple(found),
        iso,
        _gender(doc, i, kind, iso, found),
        "s",
        doc.quote_free(i, end),
        metonym=metonym,
        head=doc.infos[i].word.fold,
    )
    if kind in ("militia", "organization"):
        chunk.inner.extend(_owner_within(doc, i, end))
        _take_nisba(doc, chunk, stop)
    return chunk


def _capital_of(doc: Doc, i: int, end: int, lead: str) -> str | None:
    """Which state's capital the place is: ISO code."""
    word = doc.infos[i].word
    first = next((rest for clitics, rest in word.splits if clitics == lead), "") if lead else word.fold
    return doc.lex.capitals.get(" ".join((first, *(info.word.fold for info in doc.infos[i + 1 : end]))))


def _gender(doc: Doc, i: int, kind: str, iso: str | None, found: list[Entity]) -> str | None:
    """How verbs agree with the name, where that can be told."""
    if kind == "country":
        if doc.infos[i].word.rests & REALMS:
            return "f"  # أدانت المملكة المغربية
        if not MASCULINE.isdisjoint(doc.infos[i].word.rests):
            return "m"  # الاحتلال الإسرائيلي يعتقل فلانا
        return None if iso in EITHER_STATES else "m" if iso in MALE_STATES else "f"
    if kind in ("organization", "militia", "agreement"):
        word = doc.infos[i].word.fold
        feminine = word.endswith(("ه", "ات")) and doc.texts[i][-2:] != "يه"
        if feminine or word in FEMININE:
            return "f"
        return None if MASCULINE.isdisjoint(doc.infos[i].word.rests) else "m"
    if kind == "person" and len(found) == 1:
        return doc.lex.gender(first_word(found[0].name))
    return None


def _take_nisba(doc: Doc, chunk: Chunk, stop: int) -> None:
    """ميليشيات الحوثي الإيرانية: a state's adjective behind a body's name is of its phrase."""
    end = chunk.last
    at = nisba_at(doc, end, stop)
    if not at or at[1] or not at[2].definite or at[0] <= end:
        return
    last, _, nisba = at
    land = listed_at(doc, end, stop) if chunk.length == 1 else None
    if land is not None and land[0] == last and land[2][0].type == "country":
        return  # اتهم الحوثي السعودية: the state itself
    state_, name = doc.lex.countries[nisba.iso].entity, doc.quote_free(end, last)
    chunk.inner.append(Chunk(end, last, end, last, "nisba", "nisba", "nisba", 0.8, "", (state_,), nisba.iso, name=name))
    chunk.last = last
    chunk.iso = chunk.iso or nisba.iso


def _owner_within(doc: Doc, i: int, end: int) -> list[Chunk]:
    """Whose arm a body is when its listed name says so: التحالف بقيادة السعودية, الجناح العسكري لحركة س."""
    for p in range(i + 1, end - 1):
        wing = p == i + 1 and doc.infos[i].word.fold in ("الجناح", "الذراع")  # الجناح العسكري لحركة س
        if not wing and doc.infos[p].word.fold not in OWNED:
            continue
        q = p + 2 if doc.texts[p + 1] == "من" else p + 1
        named = listed_at(doc, q, end) if q < end else None
        if named is not None and named[1] in ("", "ل"):
            got: Chunk | None = listed_chunk(doc, q, named, end)
        else:
            got = (state(doc, q, end) or body(doc, q, end)) if q < end and doc.infos[q].heads else None
        if got is None or got.last > end:
            return []
        got.by = "within"
        return [got]
    return []


def extended(doc: Doc, chunk: Chunk, stop: int) -> Chunk:
    """A listed one-word person whose name goes on (عون ... is not ميشال عون): the longer reading by grammar."""
    if chunk.nlast - chunk.nfirst == 1 and not chunk.lead:
        end = name_end(doc, chunk.nfirst, stop, True)
        if end > chunk.nlast:
            return Chunk(
                chunk.first,
                end,
                chunk.nfirst,
                end,
                "person",
                "name",
                "names:given",
                0.7,
                gender=chunk.gender,
                name=doc.quote_free(chunk.nfirst, end),
                roles=chunk.roles,
                inner=chunk.inner,
            )
    return chunk


def first_word(name: str) -> str:
    """The first word of a name, folded."""
    return (fold(name).split() or [""])[0]


__all__ = ["extended", "first_word", "listed_chunk"]
