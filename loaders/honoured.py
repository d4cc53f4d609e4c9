"""«سموه», «جلالته», «معاليها», «سمو الأمير»: the courts' pronouns, and whom each means."""

from __future__ import annotations

from loaders.doc import Chunk, Doc
from loaders.lexicon.sets import word_set

RANKS = {
    "سمو": frozenset(("سمو", "السمو", "الشيخ", "الامير", "امير", "الشيخه", "الاميره")),
    "جلاله": frozenset(("جلاله", "الجلاله", "الملك", "ملك", "السلطان", "سلطان", "عاهل", "الحرمين")),
    "فخامه": frozenset(("فخامه", "الفخامه", "الرييس", "رييس")),
    "معالي": frozenset(("معالي", "المعالي", "وزير", "وزيره", "الوزير", "الامين", "رييس", "رييسه", "سفير", "السفير")),
    "سعاده": frozenset(("سعاده", "السعاده", "السفير", "سفير", "وكيل", "مدير", "رييس", "القايم")),
}
"""Folded words before or in a name's phrase that fit the honour."""
STYLED = {"سمو": "سمو", "السمو": "سمو", "جلاله": "جلاله", "الجلاله": "جلاله", "فخامه": "فخامه", "الفخامه": "فخامه"}
STYLED |= {"معالي": "معالي", "المعالي": "معالي"}
"""Words before a name that style him, by the honour that points back to him and to nobody styled otherwise."""
ALONE = {"سموه": "سمو", "سموها": "سمو", "جلالته": "جلاله", "جلالتها": "جلاله", "فخامته": "فخامه", "معاليه": "معالي"}
ALONE |= {"معاليها": "معالي", "سعادته": "سعاده", "سعادتها": "سعاده"}
COURT = {("سمو", "الامير"): "سمو", ("جلاله", "الملك"): "جلاله", ("جلاله", "السلطان"): "جلاله"}
COURT |= {("صاحب", "السمو"): "سمو", ("صاحب", "الجلاله"): "جلاله"}
"""Two words that mean him of whom the page tells, when no name follows."""
BEGINNINGS = frozenset((*ALONE, *(first for first, _ in COURT)))
THRONES = {"سمو": "امير", "جلاله": "ملك"}
"""Who reigns in the page, when the honour is told with the office («سمو الأمير»)."""
HEAD = "*honoured:"
HONOURS = word_set("honoured.honours")
"""Words of honour that stand before an office or a name."""


def honoured(doc: Doc, i: int, stop: int) -> Chunk | None:
    """The honour at token i as a word that points back, or None; «سعادته» only as a verb's subject (it is also joy)."""
    for lead, rest in doc.infos[i].word.splits:
        rank, last = ALONE.get(rest), i + 1
        if rank is None and i + 1 < stop:
            rank, last = COURT.get((rest, doc.infos[i + 1].word.fold)), i + 2
            behind = doc.infos[last] if rest == "صاحب" and last < stop else None
            if behind is not None and (behind.titles or behind.names or behind.given or behind.word.fold == "الملكي"):
                rank = None  # صاحب السمو أمير البلاد: an office or a name follows
        if rank is None:
            continue
        if rank == "سعاده" and not (i and not lead and any(r.pos == "verb" for r in doc.infos[i - 1].verbs)):
            continue
        gender = "f" if rest.endswith("ها") else "m"
        name = " ".join(doc.texts[i:last])
        return Chunk(
            i, last, i, last, "backref", "pronoun", "pronoun", 0.6, lead, gender=gender, name=name, head=HEAD + rank
        )
    return None


def widen(doc: Doc, chunk: Chunk, floor: int) -> None:
    """سمو أمير البلاد, حضرة صاحب السمو ولي العهد: the honour before an office belongs to its phrase."""
    first, lead = chunk.first, chunk.lead
    while first > floor and not lead:
        word = doc.infos[first - 1].word
        if word.fold in HONOURS and not (word.fold == "حضره" and doc.texts[first - 1].endswith("ه")):
            first -= 1
            continue
        led = next(((lead, rest) for lead, rest in word.splits if lead and rest in HONOURS and rest != "الملكي"), None)
        if led is None:
            break
        first, lead = first - 1, led[0]
    if first < chunk.first and doc.infos[first].word.fold not in ("السمو", "الملكي"):
        chunk.first, chunk.lead = first, lead


def resolve(doc: Doc, chunks: list[Chunk]) -> None:
    """Gives each honour the actor of the latest person before it whose titles fit and whom no preposition governs."""
    fitting: dict[str, list[Chunk]] = {rank: [] for rank in RANKS}
    reigning: dict[str, Chunk] = {}
    styled: dict[str, set[str]] = {}
    for chunk in chunks:
        if chunk.kind == "person" or (chunk.kind == "title" and chunk.actor):
            span = range(max(0, chunk.first - 3), chunk.last)
            served = {k for r in chunk.roles if r.kind == "office" for k in range(r.first + 1, r.last)}
            served.discard(chunk.nfirst - 1)  # وزير الخارجية الأمير فلان
            words = {rest for k in span if k not in served for _, rest in doc.infos[k].word.splits}
            named = range(max(0, chunk.first - 1), chunk.last)
            style = {
                STYLED[rest] for k in named if k not in served for _, rest in doc.infos[k].word.splits if rest in STYLED
            }
            if chunk.actor:
                style = styled.setdefault(chunk.actor, style) or style
            for rank, own in RANKS.items():
                if chunk.actor and words & own and (rank in style or not style or rank == "سعاده"):
                    fitting[rank].append(chunk)
            for role in chunk.roles:
                reigning.setdefault(role.head, chunk)
        elif chunk.head.startswith(HEAD):
            rank = chunk.head.removeprefix(HEAD)
            before = [c for c in fitting[rank] if c.gender in (chunk.gender, None)]
            free = [c for c in before if not _governed(doc, c)]
            who = reigning.get(THRONES[rank] if chunk.length > 1 else "") or _topic(doc, free or before)
            if who is not None:
                chunk.actor, chunk.iso = who.actor, who.iso
                fitting[rank].append(chunk)


def _topic(doc: Doc, before: list[Chunk]) -> Chunk | None:
    """Of those told before, the first of the last sentence: whom it tells of (استقبل سموه سمو ولي العهد)."""
    if not before:
        return None
    begins = next(s.first for s in reversed(doc.sents) if s.first <= before[-1].first)
    return next(c for c in before if c.first >= begins)


def _governed(doc: Doc, chunk: Chunk) -> bool:
    return chunk.lead[-1:] in ("ب", "ل") or bool(chunk.first and doc.infos[chunk.first - 1].prep)


__all__ = ["BEGINNINGS", "honoured", "resolve", "widen"]
