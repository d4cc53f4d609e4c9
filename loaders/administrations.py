"""The state told by who leads it (إدارة الرئيس الأمريكي) or by where it is led from (السلطات في الخرطوم).

Its capital by name too (العاصمة المصرية، القاهرة).
"""

from __future__ import annotations

from loaders.doc import Chunk, Doc
from loaders.lexicon.entities import Entity
from loaders.lexicon.sets import word_set
from loaders.nations import of_head
from loaders.spans import heads_at

GOVERNING = word_set("administrations.governing")
"""Who governs a state, told by the town or land where they sit."""
RULERS = word_set("administrations.rulers")
"""Offices whose listed holder tells the state."""
LEADABLE = frozenset(("اداره", "حكومه", "نظام"))
"""Head nouns of a state that the name of whoever leads it can follow."""


def take(doc: Doc, out: list[Chunk]) -> None:
    """Widens each such name to its state in place; the named one stays inside."""
    for k, who in enumerate(out):
        i = who.first - 1
        if who.kind != "person" or who.lead or i < 0 or (k and out[k - 1].last > i):
            continue
        iso = next((role.iso for role in who.roles if role.kind == "office" and role.iso), None)
        ruler = bool(who.roles) and who.roles[0].head.removesuffix(" سابق") in RULERS
        lands = {e.country for e in who.entities} if ruler else set()
        iso = iso or (next(iter(lands)) if len(lands) == 1 else None)  # إدارة الرئيس السابق باراك أوباما
        found = heads_at(doc, i, who.first) if iso else None
        head = next((h for h in found[2] if h.kind == "country" and h.form in LEADABLE), None) if found else None
        if found is None or head is None or head.definite or found[0] != who.first or found[1][-1:] == "ب":
            continue
        state = of_head(doc, i, who.last, found[1], head, iso)
        if state is not None:
            state.inner = [who, *who.inner]
            out[k] = state


def seats(doc: Doc, out: list[Chunk]) -> None:
    """العاصمة المصرية[،] القاهرة: the town is told, and the words before it say whose capital it is."""
    for k in range(len(out) - 1, 0, -1):
        whose, town = out[k - 1], out[k]
        listed = whose.kind == "place" and whose.last == town.first and bool(whose.entities)
        if listed and whose.entities[0] in town.entities and not town.lead and _seat_at(doc, whose.first):
            town.first, town.lead = whose.first, whose.lead
            del out[k - 1]  # العاصمة الأردنية عمان: listed both
            continue
        if whose.kind != "nisba" or not whose.first or town.metonym is None or town.metonym != whose.iso or town.lead:
            continue
        gap = doc.texts[whose.last : town.first]
        word = doc.infos[whose.first - 1].word
        lead = next((lead for lead, rest in word.splits if rest == "العاصمه"), None)
        if lead is not None and (not gap or gap in (["،"], [","])):
            town.first, town.lead, town.inner = whose.first - 1, lead, [*town.inner, whose]
            del out[k - 1]
    for k, whose in enumerate(out):
        seat = doc.lex.seat.get(whose.iso or "") if whose.kind == "nisba" and whose.first and not whose.lead else None
        splits = doc.infos[whose.first - 1].word.splits if seat is not None and whose.definite else ()
        lead = next((lead for lead, rest in splits if rest == "العاصمه"), None)
        if seat is not None and lead is not None and (not k or out[k - 1].last < whose.first):
            out[k] = _capital(whose, seat, lead)


def _seat_at(doc: Doc, i: int) -> bool:
    return any(rest == "العاصمه" for _, rest in doc.infos[i].word.splits)


def _capital(whose: Chunk, seat: Entity, lead: str) -> Chunk:
    """العاصمة الروسية, its name untold."""
    first = whose.first - 1
    return Chunk(
        first,
        whose.last,
        first,
        whose.last,
        "place",
        "name",
        "place:capital",
        0.85,
        lead,
        (seat,),
        gender="f",
        name=seat.name,
        inner=[whose],
    )


def seated(doc: Doc, out: list[Chunk]) -> None:
    """السلطات في الخرطوم, الحكومة في بغداد: whose government it is, is told by where it sits."""
    for k in range(len(out) - 1, 0, -1):
        who, town = out[k - 1], out[k]
        if who.kind != "backref" or town.first != who.last + 1 or doc.infos[who.last].word.fold != "في":
            continue
        iso = town.metonym or (town.iso if town.kind == "country" and town.form == "name" else None)
        found = heads_at(doc, who.first, who.last) if iso and not town.lead else None
        word = next((rest for _, rest in doc.infos[who.first].word.splits if rest in GOVERNING), None)
        head = next((h for h in found[2] if h.kind == "country"), None) if found and word else None
        state = of_head(doc, who.first, town.last, who.lead, head, iso) if head is not None else None
        if state is not None:
            out[k - 1] = state
            del out[k]
