"""What several grammars read of a token: listed names, head nouns, a short quotation."""

from __future__ import annotations

from kg.model import fold
from loaders.doc import Doc
from loaders.lexicon.entities import Entity
from loaders.lexicon.nouns import Head
from loaders.lexicon.sets import word_set

OPEN = frozenset("«“\"„'‘”")

CLOSE = frozenset("»”\"'’“")
FINANCIAL = word_set("spans.financial")
"""Nouns behind which مالي is financial, no country."""


def named(doc: Doc, i: int, end: int, lead: str) -> str:
    """The words of tokens [i, end), the clitics of the first left out: للجنة الطوارئ → لجنة الطوارئ."""
    text = doc.quote_free(i, end)
    if not lead:
        return text
    while lead and not text[:1].isalpha():
        text = text[1:]
    if lead.endswith("ل") and doc.infos[i].word.fold[len(lead) - 1 :].startswith("لل"):
        if headed_by_lam(doc, i, lead):
            return text[len(lead) :]
        bare = text[len(lead) + 1 :]
        return "ال" + bare
    return text[len(lead) :]


def headed_by_lam(doc: Doc, i: int, lead: str) -> bool:
    """للجنة الطوارئ, للواء: the second ل is the noun's own, not of its article."""
    return doc.infos[i].word.fold[len(lead) :] in doc.lex.heads


def heads_at(doc: Doc, i: int, stop: int) -> tuple[int, str, list[Head]] | None:
    """The longest head noun at token i; asked of one token by several grammars, so kept."""
    if not doc.infos[i].heads:
        return None
    key = (i, stop)
    if key not in doc.headed:
        doc.headed[key] = doc.lex.phrase(doc.lex.heads, doc.infos, i, stop)
    return doc.headed[key]


def listed_at(doc: Doc, i: int, stop: int) -> tuple[int, str, list[Entity]] | None:
    """The longest listed name at token i; asked often of one token, so kept."""
    if i >= min(stop, doc.n):
        return None  # a head noun ends the text
    if i in doc.listed:
        known = doc.listed[i]
    else:
        known = doc.listed[i] = _between_quotes(doc, i) or doc.lex.match(doc.infos, doc.texts, i, doc.n)
    if known is not None and doc.texts[i].endswith("على") and doc.infos[i + 1].titles and not _vouched(doc, i):
        return None  # على الأمين العام: no Ali
    if known is not None and known[0] == i + 1 and (_of_money(doc, i) or _plain_word(doc, i)):
        return None
    if known is not None and known[0] == i + 2 and _rule_of_law(doc, i):
        return None
    if known is None or known[0] <= stop:
        return known
    return doc.lex.match(doc.infos, doc.texts, i, stop)


def _between_quotes(doc: Doc, i: int) -> tuple[int, str, list[Entity]] | None:
    """«فتح» تتهم «حماس», قيادي في «القوات»: a word of the language that names a body where it stands alone between
    quotes, on a page that tells of its country."""
    if not i or doc.texts[i - 1] not in OPEN:
        return None
    for end in (i + 1, i + 2):
        if end < doc.n and doc.texts[end] in CLOSE:
            body = doc.lex.quoted.get(" ".join(info.word.fold for info in doc.infos[i:end]))
            described = end + 1 < doc.n and doc.infos[end + 1].nisbas  # «القوات» الروسية
            return (end, "", [body]) if body is not None and not described and _tells_of(doc, body.country) else None
    return None


def _tells_of(doc: Doc, iso: str | None) -> bool:
    """Whether the page has the name or the adjective of a state."""
    if not iso:
        return True
    names = {fold(name) for name in doc.lex.countries[iso].entity.aliases} | {
        fold(doc.lex.seat[iso].name) if iso in doc.lex.seat else ""
    }
    rests = {rest for form in set(doc.infos) for rest in form.word.rests}
    return not names.isdisjoint(rests) or any(n.iso == iso for rest in rests for n in doc.lex.nisba.get(rest, ()))


def _of_money(doc: Doc, i: int) -> bool:
    """دعم مالي, عجز مالي: an adjective that looks like the name of a country."""
    doubtful = doc.lex.doubtful.get(doc.infos[i].word.fold) == "vouched"
    return doubtful and i > 0 and not FINANCIAL.isdisjoint(doc.infos[i - 1].word.rests)


def _plain_word(doc: Doc, i: int) -> bool:
    """بعقوبة الإعدام, الضفة الأخرى: a word of the language that is spelt like a town or a bank with a name."""
    form, after = doc.infos[i].word.fold, doc.infos[i + 1] if i + 1 < doc.n else None
    if after is None or not after.definite or after.nisbas:
        return False
    if form == "بعقوبه":
        return not (i and doc.infos[i - 1].word.fold in ("في", "مدينه", "من", "الي", "قضاء", "قرب"))
    return form.endswith("الضفه") and after.word.fold in BANKS


def _rule_of_law(doc: Doc, i: int) -> bool:
    """احترام دولة القانون: the rule of law, and no list of that name."""
    if doc.infos[i].word.fold != "دوله" or doc.infos[i + 1].word.fold != "القانون":
        return False
    before = doc.infos[i - 1] if i else None
    respected = before is not None and any(r.pos == "masdar" for r in before.verbs)
    return respected or _goes_on_with(doc, i + 2)


def _goes_on_with(doc: Doc, k: int) -> bool:
    return k < doc.n and doc.infos[k].word.fold in ("والمءسسات", "والموسسات", "والحريات", "والحق", "والديمقراطيه")


def _vouched(doc: Doc, i: int) -> bool:
    """Whether a title or a given name stands before token i, so that على there may be a man's name."""
    before = doc.infos[i - 1] if i else None
    return before is not None and bool(before.titles or before.given)


BANKS = frozenset(("الاخري", "المقابله", "اليسري", "اليمني", "الشرقيه"))
"""What a bank of a river is called by."""
IN_NAMES = frozenset(("من", "في", "بلا", "بين", "مع", "ضد", "اجل", "بدون", "دون", "غير"))
"""Small words that a quoted name may hold (منظمة «أطباء بلا حدود»)."""


def quoted_at(doc: Doc, i: int, stop: int) -> tuple[int, int] | None:
    """A short quoted name at token i: (first, last), the quotes included."""
    if i >= stop or doc.texts[i] not in OPEN:
        return None
    if doc.texts[i] == '"' and i + 1 < stop and doc.starts[i + 1] > doc.ends[i]:
        return None  # a closing one
    j = i + 1
    while j < stop and j - i <= 6 and doc.texts[j] not in CLOSE:
        info = doc.infos[j]
        if not doc.texts[j][0].isalpha() and doc.texts[j] not in "-–":
            return None
        if (info.closed and not info.mods and (info.word.fold not in IN_NAMES or j == i + 1)) or (
            info.verbs
            and all(r.pos == "verb" for r in info.verbs)
            and info.ordinary
            and info.word.fold not in IN_NAMES  # من أجل
        ):
            return None
        j += 1
    if j < stop and doc.texts[j] in CLOSE and j > i + 1:
        return i, j + 1
    return None
