"""Ministries, by their portfolio: وزارة الخارجية الروسية, الخارجية الروسية, وزارة خارجية X."""

from __future__ import annotations

from loaders.bodynames import PURPOSES
from loaders.doc import Chunk, Doc
from loaders.lexicon.sets import word_set
from loaders.nations import nisba_at
from loaders.spans import listed_at, named

GREAT = word_set("ministries.great")
"""Portfolios that have a ministry of their own (وزارة الدفاع والداخلية: two)."""

MATTERS = word_set("ministries.matters")
"""Portfolios that are more often a country's trade or traffic itself."""
MINISTERS = frozenset(("وزاره", "الوزاره", "وزير", "وزيره"))
NO_MINISTRY = ("وسايل", "سايل", "الشوون", "شوون")
"""How a word ends behind which a portfolio is none (وسائل الإعلام الإيرانية, الشؤون الداخلية السعودية)."""


def ministry(doc: Doc, i: int, stop: int) -> Chunk | None:
    """وزارة الخارجية [الروسية], الخارجية الروسية, وزارة خارجية X."""
    for lead, rest in doc.infos[i].word.splits:
        if rest in ("وزاره", "الوزاره"):
            return _in_full(doc, i, stop, lead, rest)
        if (doc.lex.portfolios.get(rest) or rest == "الدفاع") and not _aside(doc, i, lead):
            if rest in MATTERS and not _does(doc, i):
                continue  # عقوبات على التجارة الإيرانية
            at = nisba_at(doc, i + 1, stop)
            if at and not at[1] and at[2].definite and at[2].gender == "f" and not doc.dated[i]:
                return _ministry_chunk(doc, i, at[0], i, i + 1, lead, at[2].iso)
            if not at and lead == "" and doc.lex.portfolios.get(rest) and _speaks(doc, i, rest):
                return _ministry_chunk(doc, i, i + 1, i, i + 1, lead, None)
    return None


def _does(doc: Doc, i: int) -> bool:
    """أعلنت التجارة الروسية: whether a verb of hers stands right before the portfolio at i."""
    before = doc.infos[i - 1] if i else None
    return before is None or any(r.pos == "verb" and r.person == "3fs" for r in before.verbs)


def _speaks(doc: Doc, i: int, portfolio: str) -> bool:
    """قالت الداخلية إن, نقلت وكالة عن الداخلية أن: a ministry by its portfolio, which the article names in full."""
    if not i or i + 1 >= doc.n:
        return False
    before, then = doc.infos[i - 1], doc.infos[i + 1]
    does = before.kinds == {"verb"} and any(r.person == "3fs" for r in before.verbs) and not before.closed
    if not does and not (before.prep == "عن" and "complement" in then.closed):
        return False
    told = (doc.infos[k - 1].word.rests for k in doc.spots((portfolio,)) if k and k != i)
    return any(not MINISTERS.isdisjoint(rests) for rests in told)


def _in_full(doc: Doc, i: int, stop: int, lead: str, rest: str) -> Chunk | None:
    """وزارة الخارجية [الروسية], وزارة الزراعة والغابات [في س]."""
    first = i + 1
    last = portfolio_end(doc, first, stop)
    if last == first or (rest == "الوزاره" and not doc.infos[first].definite):
        return None  # جددت الوزارة تضامن س
    if rest == "وزاره" and last < stop and doc.infos[last - 1].word.fold not in GREAT:
        joined = doc.infos[last].word.fold
        if joined.startswith("وال") and joined[1:] in PURPOSES and joined[1:] not in GREAT:
            last += 1  # وزارة الزراعة والغابات
    at = nisba_at(doc, last, stop)
    if at and not at[1] and at[2].definite:
        return _ministry_chunk(doc, i, at[0], first, last, lead, at[2].iso)
    k = last
    if k + 1 < stop and doc.texts[k] in ("في", "ل"):
        k += 1
    of = listed_at(doc, k, stop) if k < stop else None
    if of and of[1] in ("", "ل") and (k == last or of[2][0].type == "country"):
        country = next((e for e in of[2] if e.type == "country"), None)
        if country is not None:
            return _ministry_chunk(doc, i, of[0], first, last, lead, country.country)
    return _ministry_chunk(doc, i, last, first, last, lead, None)


def _aside(doc: Doc, i: int, lead: str) -> bool:
    """Whether the noun before a portfolio takes it (وسائل الإعلام الإيرانية, الشؤون الداخلية السعودية)."""
    before = doc.infos[i - 1] if i else None
    if before is None or lead or not doc.texts[i - 1][0].isalpha() or before.closed:
        return False
    if before.word.fold.endswith(NO_MINISTRY):
        return True
    return not (any(r.pos == "verb" for r in before.verbs) or before.definite)


def portfolio_end(doc: Doc, i: int, stop: int) -> int:
    """End of the longest listed portfolio at token i; i when none."""
    best, words = i, []
    for j in range(i, min(stop, i + 8)):
        if not doc.texts[j][0].isalpha():
            break
        words.append(doc.infos[j].word.fold)
        joined = " ".join(words)
        if joined in doc.lex.portfolios or (len(words) == 1 and "ال" + joined in doc.lex.portfolios):
            best = j + 1
    return best


def _ministry_chunk(doc: Doc, i: int, end: int, pfirst: int, plast: int, lead: str, iso: str | None) -> Chunk:
    folded = [doc.infos[k].word.fold for k in range(pfirst, plast)]
    if pfirst == i and lead:
        folded[0] = folded[0][len(lead) :] if not lead.endswith("ل") else "ال" + folded[0].split("ل", 2)[-1]
    name = "وزارة " + named(doc, pfirst, plast, lead if pfirst == i else "")
    told = "وزاره " + " ".join(folded)
    return Chunk(i, end, i, end, "organization", "name", "head:ministry", 0.9, lead, (), iso, "f", "s", name, head=told)
