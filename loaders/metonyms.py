"""A capital: the place, or the government that sits there (ONTOLOGY.md, Borderline 10). And whose «المملكة» is."""

from __future__ import annotations

from loaders.doc import Chunk, Doc
from loaders.lexicon.sets import word_set

WHERE = word_set("metonyms.where")
"""Prepositions that tell where something is or goes."""
SITES = word_set("metonyms.sites")
"""Nouns before the name of a place."""
BACKERS = word_set("metonyms.backers")
"""مدعوم من موسكو: from a government."""
ADDRESSED = word_set("metonyms.addressed")
"""Nouns of words that go to a government (وجه تحذيرا شديد اللهجة إلى بكين)."""
RESPONSES = word_set("metonyms.responses")
"""Nouns of what a government makes of something (قوبل بإدانة من طهران)."""
GOING = word_set("metonyms.going")
"""Verbs and nouns of going whose object is a place (زار فلان بغداد)."""
STRIKING = word_set("metonyms.striking")
"""Verbs whose object, behind their subject, is a place."""
HOLDING = word_set("metonyms.holding")
"""Verbs and nouns behind which على tells the place (يسيطر على صنعاء, غارات على صنعاء)."""
FIRED = word_set("metonyms.fired")
"""Nouns of what falls on a place, likewise."""
ARMED = word_set("bodies.forces")
"""Nouns of those who attack with weapons."""
REACH = 10
"""Tokens between such a verb and the capital."""
KINGDOMS = ("SAU", "JOR", "MAR", "BHR")
"""States that news of their own call «المملكة»; of equals the first."""
SEATS = ("مدينه", "ولايه", "محافظه")


def resolve(doc: Doc, flat: list[Chunk]) -> None:
    """Make the country of each capital that stands for its government."""
    row: Chunk | None = None
    covered = {i for chunk in flat for i in range(chunk.first, chunk.last)}
    for chunk in flat:
        before_it, row = row, chunk
        if chunk.kind != "place" or not chunk.metonym or chunk.head in SEATS:
            continue
        if not (_located(doc, chunk) or _in_row(doc, chunk, before_it) or _reached(doc, chunk, covered)):
            country = doc.lex.countries[chunk.metonym]
            chunk.kind, chunk.iso, chunk.entities, chunk.gender = "country", chunk.metonym, (country.entity,), "f"


def kingdoms(doc: Doc, flat: list[Chunk]) -> None:
    """المملكة alone: the kingdom that the article tells of most, Saudi Arabia where it tells of none."""
    alone = [c for c in flat if c.iso == "SAU" and doc.infos[c.nlast - 1].word.fold.endswith("لمملكه")]
    if not alone:
        return
    counts = dict.fromkeys(KINGDOMS, 0)
    for chunk in flat:
        nations = {e.country for e in chunk.entities} if chunk.entities else {chunk.iso}
        if len(nations) == 1 and (iso := nations.pop()) in counts and not any(chunk is c for c in alone):
            counts[iso] += 1
    iso = max(KINGDOMS, key=lambda k: counts[k])
    if iso == "SAU":
        return
    entity = doc.lex.countries[iso].entity
    for chunk in alone:
        chunk.iso, chunk.entities = iso, (entity,)


def _located(doc: Doc, chunk: Chunk) -> bool:
    """Whether the words before a capital tell that the place is meant."""
    i = chunk.first
    prev = doc.infos[i - 1] if i else None
    prep = chunk.lead[-1:] if chunk.lead[-1:] in ("ب", "ل") else (prev.prep if prev else None)
    before = prev.word.fold if prev else ""
    prior = doc.infos[i - 2].word.fold if i > 1 else ""
    if chunk.nfirst > i or before == "العاصمه" or (prior == "العاصمه" and prev is not None and prev.nisbas):
        return True
    if prep == "ل" and any(
        r.pos == "masdar" and r.lemma in STRIKING for info in doc.infos[max(0, i - 6) : i] for r in info.verbs
    ):
        return True  # قصف قوات س لطرابلس
    if prep == "ل" and any(
        r.pos == "masdar" and r.lemma in GOING and not r.definite
        for info in doc.infos[max(0, i - 3) : i]
        for r in info.verbs
    ):
        return True  # زيارته الأخيرة لبغداد
    if prep == "ل" or (prep == "الي" and _written_to(doc, i - 2)) or (prep == "من" and _answer(doc, i - 2)):
        return False
    if prep == "من":
        near = doc.infos[max(0, i - 9) : max(0, i - 1)]
        asked = any(r.lemma in ("طلب", "التمس") for info in near for r in info.verbs)  # طلبت س من بغداد
        return prior not in BACKERS and before not in BACKERS and not asked
    if prep == "علي":
        near = doc.infos[max(0, i - 8) : i - 1]
        if any(not info.lemmas.isdisjoint(HOLDING) or not FIRED.isdisjoint(info.word.rests) for info in near):
            return True
        armed = any(not ARMED.isdisjoint(info.word.rests) for info in near)  # شنت قوات س هجوما على طرابلس
        return armed and any(info.word.fold.startswith("هجوم") for info in near)
    if before == "اعلان" and chunk.last < doc.n:
        then = doc.infos[chunk.last]
        if "complement" in then.closed or then.prep == "عن" or "masdar" in then.kinds:
            return False  # إعلان واشنطن انسحابها; but إعلان الدوحة
    return prep in WHERE or before in SITES


def _written_to(doc: Doc, k: int) -> bool:
    """تحذيرا [شديد اللهجة ]إلى بكين: whether words stand at k, or right before what describes them."""
    for p in range(k, max(-1, k - 3), -1):
        if doc.infos[p].word.fold in ADDRESSED:
            return True
        if doc.infos[p].prep or doc.infos[p].closed or not doc.texts[p][0].isalpha():
            return False
    return False


def _answer(doc: Doc, k: int) -> bool:
    """لانتقادات [حادة ]من باريس, بإدانة من طهران: whether what a government makes of something stands at k, or right
    before what describes it."""
    for p in range(k, max(-1, k - 2), -1):
        if not RESPONSES.isdisjoint(doc.infos[p].word.rests):
            return True
        if doc.infos[p].prep or doc.infos[p].closed or not doc.texts[p][0].isalpha():
            return False
    return False


def _reached(doc: Doc, chunk: Chunk, covered: set[int]) -> bool:
    """زار فلان بغداد, مغادرته بيروت, قصف التحالف صنعاء: whether a verb or noun of going there or striking it has the
    capital as its object."""
    if chunk.lead:
        return False
    for p in range(chunk.first - 1, max(-1, chunk.first - REACH), -1):
        info = doc.infos[p]
        if p in covered:
            continue
        if doc.texts[p] in ".:؛\n" or "complement" in info.closed or "relative" in info.closed:
            return False
        for r in info.verbs:
            told = p + 1 < chunk.first or (p - 1 in covered and r.person in ("3ms", "3fs", "3p"))  # س تقصف كييف
            if r.lemma in GOING or (r.lemma in STRIKING and r.pos == "verb" and told):
                return r.pos == "verb" or not r.definite
        if "verb" in info.kinds and not info.closed:
            return False
    return False


def _in_row(doc: Doc, chunk: Chunk, before: Chunk | None) -> bool:
    """زار بيروت ودمشق, في مدن حلب ودمشق: a place joined to the place before it."""
    return (
        before is not None
        and before.kind == "place"
        and before.last == chunk.first
        and chunk.lead == "و"
        and not (chunk.last < doc.n and doc.infos[chunk.last].verbs)
    )
