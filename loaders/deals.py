"""Agreements that no list names: القرار 2254, اتفاق س, معاهدة س."""

from __future__ import annotations

from loaders.doc import Chunk, Doc
from loaders.lexicon.nouns import Head
from loaders.lexicon.sets import word_set
from loaders.spans import listed_at, named, quoted_at

VAGUE = word_set("bodies.vague")


def agreement(doc: Doc, i: int, end: int, lead: str, head: Head, stop: int) -> Chunk | None:
    """القرار 2254, قرار مجلس الأمن 2254, اتفاق س, معاهدة س."""
    first = head.form.split()[0]
    if first in ("قرار", "القرار", "قرارات"):
        for j in range(end, min(stop, end + 5)):
            if doc.infos[j].number and len(doc.texts[j]) == 4:
                return _agreement_chunk(doc, i, j + 1, lead, head, f"القرار {doc.texts[j]}", 0.9)
            if (
                doc.texts[j] not in "()رقم"
                and not doc.texts[j].startswith("ال")
                and doc.infos[j].word.fold not in ("مجلس", "الامن", "رقم", "الدولي")
            ):
                break
        return None
    if (end < stop and _concluded(doc, end, head)) or _signed(doc, i, lead, head):
        return _agreement_chunk(doc, i, end, lead, head, "", 0.7)
    if first == "مسار" and listed_at(doc, end, stop) is None:
        return None
    if first not in (
        "اتفاق",
        "اتفاقيه",
        "معاهده",
        "مذكره",
        "بروتوكول",
        "هدنه",
        "ميثاق",
        "صفقه",
        "مبادره",
        "صيغه",
        "مسار",
    ):
        return None
    quoted = quoted_at(doc, end, stop)
    if quoted and doc.infos[end + 1].word.fold not in STRONGLY:
        return _agreement_chunk(doc, i, quoted[1], lead, head, "", 0.85)
    j, words = end, 0
    while j < stop and words < 4 and doc.texts[j][0].isalpha() and not doc.dated[j]:
        info = doc.infos[j]
        form = info.word.fold
        if (any(r.pos == "verb" for r in info.verbs) and not info.definite) or form in CONCLUDED:
            break  # اتفاق التزمت به إيران, اتفاق الهجرة المبرم مع تركيا
        if words == 0 and info.titles and not head.definite and info.definite:
            return None  # مذكرة الرئيس الأمريكي, مبادرة الوزير: somebody's, no name
        named = listed_at(doc, j, stop)
        if named and not named[1] and words == 0 and not head.definite:
            return _agreement_chunk(doc, i, named[0], lead, head, "", 0.8)
        if (
            (form.startswith("ال") and len(form) > 3 and not (words == 0 and form in VAGUE) and not info.closed)
            or (not head.definite and words == 0 and form in _DEALS)
            or (words == 1 and doc.infos[j - 1].word.fold == "وقف" and form == "اطلاق")
            or (words == 2 and doc.infos[j - 1].word.fold == "اطلاق" and form == "نار")
        ):
            words, j = words + 1, j + 1
        else:
            break
    if words == 0 or (
        words == 1 and doc.infos[j - 1].word.fold in _DEALS and not doc.infos[j - 1].word.fold.startswith("ال")
    ):
        return None
    return _agreement_chunk(doc, i, j, lead, head, "", 0.65)


def _concluded(doc: Doc, end: int, head: Head) -> bool:
    """وقف إطلاق النار الموقع بين س وص, اتفاق السلام بين س وص: told by those who concluded it, it is no other."""
    form = doc.infos[end].word.fold
    if " " not in head.form or end + 1 >= doc.n:
        return False
    return form in CONCLUDED or (form == "بين" and head.form.startswith(("اتفاق", "معاهده", "هدنه")))


def _signed(doc: Doc, i: int, lead: str, head: Head) -> bool:
    """وقعت س وص اتفاق السلام, وقعوا على اتفاق وقف إطلاق النار: what was signed is an agreement that is there."""
    if " " not in head.form or lead not in ("", "ل") or not head.form.startswith(("اتفاق", "معاهده", "هدنه")):
        return False
    before = doc.infos[max(0, i - SIGNED_BEFORE) : i]
    near = next((k for k in range(len(before) - 1, -1, -1) if before[k].word.fold in ENDS), -1)
    return any(
        r.lemma in SIGNING and r.pos == "verb" and r.tense == "past" for info in before[near + 1 :] for r in info.verbs
    )


SIGNING = frozenset(("وقع", "أبرم"))
SIGNED_BEFORE = 9
"""Tokens between who signs and what is signed."""
ENDS = frozenset((".", "،", ":", "؛", "ان", "التي", "الذي"))
CONCLUDED = word_set("relations.concluded")
_DEALS = word_set("bodies.deals")
STRONGLY = frozenset(("بقوه", "بشده", "بالكامل", "بحراره"))
"""How one stands to it, in quotes: no name (أيد المبادرة «بقوة»)."""


def _agreement_chunk(doc: Doc, i: int, end: int, lead: str, head: Head, name: str, score: float) -> Chunk:
    gender = "f" if head.form.split()[0].endswith("ه") else "m"
    return Chunk(
        i,
        end,
        i,
        end,
        "agreement",
        "name",
        "head:agreement",
        score,
        lead,
        (),
        None,
        gender,
        "s",
        name or named(doc, i, end, lead),
        head=head.form,
    )
