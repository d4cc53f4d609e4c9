"""إدارة الرئيس الأمريكي دونالد ترامب, حكومة رئيس الوزراء فلان: the state, told by the man who leads it."""

from __future__ import annotations

from loaders.doc import Chunk, Doc
from loaders.nations import of_head
from loaders.spans import heads_at

LEADABLE = frozenset(("اداره", "حكومه", "نظام"))
"""Head nouns of a state that the name of whoever leads it can follow."""


def take(doc: Doc, out: list[Chunk]) -> None:
    """Widens each such name to its state in place; the named one stays inside."""
    for k, who in enumerate(out):
        i = who.first - 1
        if who.kind != "person" or who.lead or i < 0 or (k and out[k - 1].last > i):
            continue
        iso = next((role.iso for role in who.roles if role.kind == "office" and role.iso and not role.former), None)
        found = heads_at(doc, i, who.first) if iso else None
        head = next((h for h in found[2] if h.kind == "country" and h.form in LEADABLE), None) if found else None
        if found is None or head is None or head.definite or found[0] != who.first or found[1][-1:] == "ب":
            continue
        state = of_head(doc, i, who.last, found[1], head, iso)
        if state is not None:
            state.inner = [who, *who.inner]
            out[k] = state
