"""«سموه», «جلالته», «معاليها», «سمو الأمير»: the courts' pronouns, and whom each means."""

from __future__ import annotations

from loaders.doc import Chunk, Doc

RANKS = {
    "سمو": frozenset(("سمو", "السمو", "الشيخ", "الامير", "امير", "الشيخه", "الاميره")),
    "جلاله": frozenset(("جلاله", "الجلاله", "الملك", "ملك", "السلطان", "سلطان", "عاهل", "الحرمين")),
    "فخامه": frozenset(("فخامه", "الفخامه", "الرييس", "رييس")),
    "معالي": frozenset(("معالي", "المعالي", "وزير", "وزيره", "الوزير", "الامين", "رييس", "رييسه", "سفير", "السفير")),
    "سعاده": frozenset(("سعاده", "السعاده", "السفير", "سفير", "وكيل", "مدير", "رييس", "القايم")),
}
"""Folded words before or in a name's phrase that fit the honour."""
ALONE = {"سموه": "سمو", "سموها": "سمو", "جلالته": "جلاله", "جلالتها": "جلاله", "فخامته": "فخامه", "معاليه": "معالي"}
ALONE |= {"معاليها": "معالي", "سعادته": "سعاده", "سعادتها": "سعاده"}
COURT = {("سمو", "الامير"): "سمو", ("جلاله", "الملك"): "جلاله", ("جلاله", "السلطان"): "جلاله"}
"""Two words that mean him of whom the page tells, when no name follows."""
BEGINNINGS = frozenset((*ALONE, *(first for first, _ in COURT)))
HEAD = "*honoured:"


def honoured(doc: Doc, i: int, stop: int) -> Chunk | None:
    """The honour at token i as a word that points back, or None; «سعادته» only as a verb's subject (it is also joy)."""
    for lead, rest in doc.infos[i].word.splits:
        rank, last = ALONE.get(rest), i + 1
        if rank is None and i + 1 < stop:
            rank, last = COURT.get((rest, doc.infos[i + 1].word.fold)), i + 2
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


def resolve(doc: Doc, chunks: list[Chunk]) -> None:
    """Gives each honour the actor of the latest person before it whose titles fit, an own name before an office."""
    fitting: dict[str, list[Chunk]] = {rank: [] for rank in RANKS}
    for chunk in chunks:
        if chunk.kind in ("person", "title") and chunk.actor and (chunk.actor[0] == "#" or chunk.kind == "person"):
            near = doc.infos[max(0, chunk.first - 3) : chunk.last]
            words = {rest for info in near for _, rest in info.word.splits}
            for rank, own in RANKS.items():
                if words & own:
                    fitting[rank].append(chunk)
        elif chunk.head.startswith(HEAD):
            before = [c for c in fitting[chunk.head.removeprefix(HEAD)] if c.gender in (chunk.gender, None)]
            if before:
                chunk.actor = before[-1].actor


__all__ = ["BEGINNINGS", "honoured", "resolve"]
