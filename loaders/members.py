"""مقاتلو حماس, مصدر في حزب الله: a body by a noun for its members, arms or voices; what they do, it does."""

from __future__ import annotations

from loaders.bodies import body
from loaders.doc import Chunk, Doc
from loaders.lexicon.entities import Entity
from loaders.lexicon.sets import word_set
from loaders.lexicon.trie import END, Node
from loaders.namelists import listed_chunk
from loaders.nations import state
from loaders.spans import listed_at

GROUPS = word_set("members.groups")
"""Nouns whose doings are those of the body named after them."""
ARMED_GROUPS = word_set("members.armed_groups")
"""Those that are read with a clitic too (الغارات لطيران التحالف)."""
ALL_GROUPS = GROUPS | ARMED_GROUPS
AFTER = word_set("members.after")
"""What may stand between the noun and the body."""
AGAINST = word_set("members.against")
"""Whose forces they are not (قوات مناوئة للنظام السوري)."""

OWNED = frozenset(("التابعه", "المواليه"))
"""القوات التابعة لحكومة س: adjectives that say whose the forces are."""
TWO = {
    "حركتا": "حركه",
    "حركتي": "حركه",
    "حزبي": "حزب",
    "تنظيمي": "تنظيم",
    "جماعتا": "جماعه",
    "جماعتي": "جماعه",
    "جبهتي": "جبهه",
}
"""Head nouns for two, each of which may be listed by the noun for one (حركتا فتح وحماس)."""


def members(doc: Doc, i: int, stop: int) -> Chunk | None:
    """The body named after a noun for its members at token i."""
    word = doc.infos[i].word
    if word.rests.isdisjoint(ALL_GROUPS):
        return None
    if word.fold == "مسيره" and i and doc.infos[i - 1].word.fold.removeprefix("ال").startswith("طاير"):
        return None  # طائرات مسيرة تابعة لس: drones, and no march
    lead, noun = next(
        ((lead, rest) for lead, rest in word.splits if rest in (ARMED_GROUPS if lead else GROUPS)), (None, "")
    )
    return None if lead is None else _led(doc, i, stop, lead, TWO.get(noun, ""))


def _one_of_two(doc: Doc, head: str, j: int, stop: int) -> tuple[int, str, list[Entity]] | None:
    """The longest listed name that the noun for one and the words from j on make up."""
    node: Node | None = doc.lex.root.get(head) if head else None
    best, k = None, j
    while node is not None:
        if k > j and (found := node.get(END)) is not None:
            best = (k, "", found)
        node = node.get(doc.infos[k].word.fold) if k < stop else None
        k += 1
    return best


def _led(doc: Doc, i: int, stop: int, lead: str, two: str) -> Chunk | None:
    """The body at most three words behind the noun."""
    j = i + 1
    steps = 0
    while j < stop and steps < 3:
        form = doc.infos[j].word.fold
        if form in AGAINST:
            return None  # قوات مناوئة للنظام السوري
        owned = steps == 0 and form in OWNED and doc.infos[i].word.fold.endswith("القوات")
        if owned or form in AFTER or (doc.texts[j] in '«"“' and j + 1 < stop):
            j += 1
            steps += 1
            continue
        named = listed_at(doc, j, stop) or _one_of_two(doc, two, j, stop)
        got: Chunk | None = None
        if named and named[1] in ("", "ل", "ب") and named[2][0].type in ("organization", "militia"):
            got = listed_chunk(doc, j, named, stop)
        elif doc.infos[j].heads and not doc.infos[j].titles:
            got = state(doc, j, stop) or body(doc, j, stop)
            if got is not None and got.lead not in ("", "ل", "ب"):
                got = None
        if got is not None and doc.infos[i].word.fold.endswith("القوات"):
            loyal = doc.infos[i + 1].word.fold == "المواليه" and got.kind == "country"
            if loyal or got.lead != "ل" or doc.infos[i + 1].word.fold not in OWNED:
                return None  # القوات الموالية للحكومة السورية: no state's own
        source = doc.infos[i].word.fold in ("مصدر", "مصادر")
        if got is not None and source and got.lead == "ل" and any(e.outlet for e in got.entities):
            return None  # قال مصدر أمني لوكالة س: whom he told
        if got is not None:
            return Chunk(
                i,
                got.last,
                got.nfirst,
                got.nlast,
                got.kind,
                got.form,
                "group+" + got.by,
                got.score * 0.95,
                lead,
                got.entities,
                got.iso,
                None,
                "p",
                got.name,
                [],
                got.inner,
                got.head,
                nlead=got.lead,
            )
        if (
            steps == 0
            and doc.infos[i].word.fold != "بقوه"  # انتقد بقوة تعامل س
            and doc.texts[j][0].isalpha()
            and not doc.infos[j].closed
            and not doc.infos[j].verbs
            and not doc.infos[j].word.fold.startswith("ال")
        ):
            j += 1
            steps += 2
            continue
        return None
    return None


__all__ = ["ARMED_GROUPS", "GROUPS", "members"]
