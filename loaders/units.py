"""Units of an army by their number: اللواء 35 مدرع, الفرقة الرابعة."""

from __future__ import annotations

from loaders.doc import Chunk, Doc
from loaders.lexicon.sets import word_set
from loaders.spans import named

UNITS = word_set("bodies.units")
ORDINAL = word_set("bodies.ordinal")
ARM = word_set("bodies.arm")


def unit(doc: Doc, i: int, stop: int) -> Chunk | None:
    """اللواء 35 مدرع, الفرقة الرابعة, اللواء السابع: a unit of an army by its number."""
    info = doc.infos[i]
    for lead, rest in info.word.splits:
        if rest not in UNITS or i + 1 >= stop:
            continue
        j = i + 1
        form = doc.infos[j].word.fold
        if (
            doc.infos[j].number and len(form) <= 3 and not doc.dated[j] and rest not in ("فرقه", "سريه")
        ) or form in ORDINAL:
            j += 1
        else:
            continue
        while j < stop and doc.infos[j].word.fold in ARM:
            j += 1
        return Chunk(
            i,
            j,
            i,
            j,
            "organization",
            "name",
            "head:unit",
            0.7,
            lead,
            (),
            None,
            "m",
            "s",
            named(doc, i, j, lead),
            head=rest,
        )
    return None
