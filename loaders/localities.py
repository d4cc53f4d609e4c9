"""Places by a head noun: مدينة س, مطار س, ريف س."""

from __future__ import annotations

from loaders.doc import Chunk, Doc
from loaders.namewords import namelike, plain
from loaders.spans import heads_at, listed_at, named, quoted_at


def place(doc: Doc, i: int, stop: int) -> Chunk | None:
    """مدينة س, مطار س, ريف س."""
    found = heads_at(doc, i, stop)
    if found is None:
        return None
    end, lead, heads = found
    head = next((h for h in heads if h.kind == "place"), None)
    if head is None or head.definite or end >= stop:
        return None
    if doc.infos[i].word.fold.removeprefix("و") == "حيا":
        return None  # حيا فلان موقف س: greeted
    known = listed_at(doc, end, stop)
    if known and not known[1]:
        places = tuple(e for e in known[2] if e.type == "place")
        if head.form == "سجن" and known[0] - end > 1 and any(e.type == "person" for e in known[2]):
            return None  # قضت المحكمة بسجن فلان
        if places and head.form in (
            "مدينه",
            "بلده",
            "قريه",
            "محافظه",
            "ولايه",
            "منطقه",
            "حي",
            "اقليم",
            "ناحيه",
            "مقاطعه",
            "جزيره",
            "مخيم",
            "بلديه",
            "مديريه",
            "ضاحيه",
            "منطقتي",
            "مدينتي",
            "بلدتي",
            "محافظتي",
            "قريتي",
        ):
            return Chunk(
                i,
                known[0],
                end,
                known[0],
                "place",
                "name",
                "place:head",
                0.9,
                lead,
                places,
                None,
                head.gender,
                "s",
                doc.quote_free(end, known[0]),
                head=head.form,
            )
        if places or head.form in ("مطار", "قاعده", "معبر", "مخيم", "ميناء", "ريف", "سجن", "سفاره", "حي"):
            last = known[0]
            if last < stop and doc.texts[last] in ("الدولي", "الجوية", "الجوي", "العسكري", "العسكرية", "البحرية"):
                last += 1
            return Chunk(
                i,
                last,
                i,
                last,
                "place",
                "name",
                "place:head",
                0.85,
                lead,
                (),
                None,
                head.gender,
                "s",
                named(doc, i, last, lead),
                head=head.form,
            )
    quoted = quoted_at(doc, end, stop)
    if quoted:
        return Chunk(
            i,
            quoted[1],
            i,
            quoted[1],
            "place",
            "name",
            "place:quoted",
            0.7,
            lead,
            (),
            None,
            head.gender,
            "s",
            doc.quote_free(end, quoted[1]),
            head=head.form,
        )
    j, words = end, 0
    while j < stop and words < 2 and plain(doc, j) and not doc.infos[j].prep:
        info = doc.infos[j]
        if info.nisbas and words:
            break
        if (info.word.fold.startswith("ال") and not info.ordinary and not info.nisbas and not info.verbs) or (
            words == 0 and namelike(doc, j)
        ):
            words, j = words + 1, j + 1
        else:
            break
    if words == 0:
        return None
    bare = head.form in (
        "مدينه",
        "بلده",
        "قريه",
        "محافظه",
        "ولايه",
        "منطقه",
        "اقليم",
        "ناحيه",
        "مقاطعه",
        "بلديه",
        "مديريه",
    )
    nfirst = end if bare else i
    return Chunk(
        i,
        j,
        nfirst,
        j,
        "place",
        "name",
        "place:name",
        0.7,
        lead,
        (),
        None,
        head.gender,
        "s",
        named(doc, nfirst, j, lead if nfirst == i else ""),
        head=head.form,
    )
