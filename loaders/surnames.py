"""Where a personal name goes on and where it ends: family names, and words and names that only stand beside it."""

from __future__ import annotations

import re

from loaders.doc import Doc
from loaders.lexicon.sets import word_set
from loaders.lexicon.trie import END
from loaders.namewords import COMPOUND, LINK, WORDS, namelike

SONS = frozenset(("ولد", "بن", "ابن", "منت"))
DAY_PARTS = word_set("names.day_parts")


def listed_end(doc: Doc, i: int, stop: int) -> int:
    """Where a listed person's name of two words or more ends; i when none begins here."""
    got = doc.listed.get(i) if i in doc.listed else doc.lex.match(doc.infos, doc.texts, i, stop)
    if got is not None and got[0] > stop:
        got = doc.lex.match(doc.infos, doc.texts, i, stop)
    if got is None or got[1] or got[0] - i < 2 or not any(e.type == "person" for e in got[2]):
        return i
    return got[0]


def another(doc: Doc, i: int, j: int, stop: int, known: int) -> bool:
    """Whether somebody else's listed name begins at token j; not within a row of fathers (محمد عبد الحفيظ يوسف …)."""
    end = listed_end(doc, j, stop)
    if end == j:
        return False
    return not (
        known == i and all(doc.infos[k].given or doc.infos[k].word.fold in COMPOUND for k in (j - 1, j, end - 1))
    )


def deed_of(doc: Doc, i: int) -> bool:
    """فوز أردوغان, صهر ترامب جاريد: a word before the one name that somebody goes by, or that name before another's."""
    info, form = doc.infos[i], doc.infos[i + 1].word.fold
    if (
        not info.given
        and doc.infos[i + 1].given
        and any(
            e.type == "person" and info.word.fold in e.short for e in doc.lex.root.get(info.word.fold, {}).get(END, ())
        )
    ):
        return True  # صهر ترامب جاريد كوشنر
    if info.family and _goes_by(doc, form) and any(_ends_a_name(doc, k) for k in doc.spots((info.word.fold,)) if k < i):
        return True  # علي أكبر صالحي … حذر صالحي ترامب
    plain = info.word.fold in doc.lex.given_common or info.verbs or info.ordinary
    if not plain and not (info.family and _goes_by(doc, info.word.fold)):
        return False
    return _goes_by(doc, form)


def _ends_a_name(doc: Doc, k: int) -> bool:
    """Whether a given name stands right before the word at k, or before the one before it."""
    return any(info.given for info in doc.infos[max(0, k - 2) : k])


def _goes_by(doc: Doc, form: str) -> bool:
    """Whether a listed person goes by this one word (بايدن, بوتين)."""
    return any(e.type == "person" and form in e.short for e in doc.lex.root.get(form, {}).get(END, ()))


def whole(doc: Doc, i: int, end: int) -> bool:
    """Whether a listed name ends in the family name that its bearer goes by: دونالد ترامب, but محمد بن سلمان."""
    got = doc.lex.match(doc.infos, doc.texts, i, end)
    last = doc.infos[end - 1].word.fold
    return got is not None and any(last in e.short for e in got[2])


def _ends(doc: Doc, j: int) -> bool:
    """Whether a clause or a quotation frame goes on at token j, not a noun phrase."""
    return j >= doc.n or doc.texts[j] in '،,.:;؛)\n"»”' or "complement" in doc.infos[j].closed


def surname(doc: Doc, j: int, second: bool, strict: bool) -> bool:
    """A family name with the article: listed, or no word of the language, or a nisba right after a given name."""
    info = doc.infos[j]
    form = info.word.fold
    then = doc.infos[j + 1] if second and form in doc.lex.given_common and j + 1 < doc.n else None
    if then is not None and doc.infos[j - 1].given:
        more = then.word.fold in SONS or (not then.definite and goes_on(doc, j + 1, doc.n))
        if more:
            return True  # محمد الأمين بلغيث, محمد المختار ولد فلان
    if info.family:
        return not (info.titles and j + 1 < len(doc.infos) and doc.infos[j + 1].definite)
    if info.nisbas:
        return second and not strict and form in doc.lex.family_nisba
    named = doc.lex.root.get(form, {}).get(END, ())
    if any(e.type == "person" for e in named):
        return True  # the family name of somebody listed (الصدر)
    if any(e.type in ("country", "place") for e in named):
        return False  # زار عثمان ديالو السودان
    if (
        second
        and _ends(doc, j + 1)
        and not info.nisbas
        and (not info.titles or form[2:] in doc.lex.given_common or form in doc.lex.family_nisba)
    ):
        return True  # هيفاء السلامة، — a word of the language, but a clause ends behind it
    return not (info.ordinary or info.titles or info.derived or info.verbs)


def _spelt_so(doc: Doc, j: int, stop: int) -> bool:
    """مارتن فايس إن: an unlisted surname right behind a given name, though ف or ك and a short word could be read."""
    info = doc.infos[j]
    form = info.word.fold
    if len(form) != 4 or form[0] not in "فك" or not doc.infos[j - 1].given or form in WORDS:
        return False
    if info.ordinary or info.derived or info.verbs or info.titles or info.nisbas or info.heads or info.names:
        return False
    return j + 1 >= stop or not doc.texts[j + 1][0].isalpha() or "complement" in doc.infos[j + 1].closed


def _father_of(doc: Doc, j: int) -> bool:
    """محمد بوروي: a Maghrebi family name, though ب and a word with و could be read; but بوجود, بوزير."""
    info = doc.infos[j]
    form = info.word.fold
    first = doc.infos[j - 1]
    if not form.startswith("بو") or len(form) < 5 or not (first.given or first.word.fold in doc.lex.given_common):
        return False
    if info.ordinary or info.verbs or info.titles or info.heads or info.nisbas or info.closed:
        return False
    return form.endswith("ي") or form[1:] not in doc.lex.ordinary


def goes_on(doc: Doc, j: int, stop: int) -> bool:
    """Whether token j continues a name. A title or a word too (أمير, فارس) does not before a noun."""
    if not namelike(doc, j) and not _spelt_so(doc, j, stop) and not _father_of(doc, j):
        return False
    info, text = doc.infos[j], doc.texts[j]
    if any(r.lead == "ف" and r.tense == "pres" for r in info.verbs):
        return False  # أما فلان فيرى
    if "\u064b" in text or (text[0] == "و" and text.endswith(("ه", "ها", "هم", "هما"))):
        return False  # مبادراً, وأخواتها
    if not info.family and re.fullmatch("ا.ت.ا.|است..ا.|ان..ا.", info.word.fold) and not info.given:
        return False  # اعتزال
    if j + 1 < doc.n and doc.dated[j + 1] and info.word.fold in DAY_PARTS:
        return False  # صباح السبت
    if not (info.titles or info.verbs or info.ordinary):
        return True
    if j + 1 >= stop or not doc.texts[j + 1][0].isalpha():
        return True
    after = doc.infos[j + 1]
    if after.given or after.family or after.word.fold in LINK:
        return True
    return not info.titles and (
        bool(after.closed) or (not after.definite and (bool(after.verbs) or after.word.fold in doc.lex.given_common))
    )
