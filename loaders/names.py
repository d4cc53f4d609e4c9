"""The grammar of personal names: kunya, nasab, compound given names, family names, transliterated names."""

from __future__ import annotations

from loaders.doc import Doc
from loaders.lexicon.sets import word_set
from loaders.lexicon.trie import END
from loaders.namewords import COMPOUND, KUNYA, LAST, LINK, PHRASES, SERVANT, namelike, plain
from loaders.spans import listed_at
from loaders.surnames import SONS, another, deed_of, goes_on, listed_end, surname, whole

LONGEST = 6
"""Words of a name, those that link its parts (بن، آل) not counted."""

SEATS_OF_POWER = word_set("names.power")
"""What somebody takes over (تولي فلان السلطة): no part of his name."""


def name_end(doc: Doc, i: int, stop: int, strict: bool, bare: str = "") -> int:
    """Where the personal name that begins at token i ends; i when none does.

    strict: the first word must be a listed given name (no title or slot vouches for it). bare: that word without its
    clitics, when it has some (وعمرو نصار).
    """
    infos = doc.infos
    if i >= stop or not plain(doc, i):
        return i
    j = known = i if bare else listed_end(doc, i, stop)
    if j == i:
        j = _first(doc, i, stop, strict, bare or infos[i].word.fold)
        if j == i:
            return i
    more = True
    while more and j < stop and j - i - sum(info.word.fold in LINK for info in infos[i:j]) < LONGEST:
        j, more = _part(doc, i, j, stop, strict, known)
    while (
        j > i + 1
        and infos[j - 1].word.fold in LINK
        and infos[j - 1].word.fold not in LAST
        and doc.texts[j - 1] != "أول"
    ):
        j -= 1
    return j


def _part(doc: Doc, i: int, j: int, stop: int, strict: bool, known: int) -> tuple[int, bool]:
    """Where the part at token j of the name from i on ends (j: none is there), and whether another may follow.

    known: where a listed name that begins at i ends, or i.
    """
    info, text = doc.infos[j], doc.texts[j]
    if (
        text in "-–_"
        and j + 1 < stop
        and doc.starts[j] == doc.ends[j - 1]
        and doc.starts[j + 1] == doc.ends[j]
        and doc.texts[j + 1][0].isalpha()
    ):
        return j + 2, True  # تشونغ-إن: whatever else the word may be
    if text == "." and j + 1 < stop and len(doc.texts[j - 1]) <= 2:
        return j + 1, True
    if info.word.fold in SEATS_OF_POWER:
        return j, False  # منذ تولي بايدن السلطة
    if doc.dated[j] or not text[0].isalpha() or (j - i > 1 and another(doc, i, j, stop, known)):
        return j, False
    if text == "على" and j > i and j + 1 < stop and doc.texts[j + 1][0].isalpha() and not namelike(doc, j + 1):
        return j, False  # اجتمع عون على مدى يومين
    form = info.word.fold
    before = doc.infos[j - 1].word.fold
    if j + 1 < stop and doc.infos[j + 1].word.fold == "الدين" and not (info.closed or info.prep or info.definite):
        return j + 2, True  # أحمد قمر الدين
    if j + 1 < stop and doc.infos[j + 1].word.fold == "الله" and j > i and _of_god(doc, j):
        return j + 2, True  # عوض الكريم دفع الله
    if (form in COMPOUND and text != "على" and before in SERVANT) or (
        before == "عبد" and form.startswith("ال") and len(form) > 4
    ):
        return j + 1, True
    if form in LINK or form in KUNYA:
        end = _linked(doc, j, stop)
        return end, end > j
    if info.closed or info.prep:
        return j, False
    if form.startswith("ال") and len(form) > 3:
        ended = known > i and (not info.family or (j == known and whole(doc, i, known)))
        return _with_article(doc, j, stop) if surname(doc, j, j - i == 1, strict) and not ended else (j, False)
    if (
        (j == i + 1 and known == i and deed_of(doc, i))
        or (known > i and j == known and whole(doc, i, known))
        or (known > i and not (info.family or form in doc.lex.given))
        or not goes_on(doc, j, stop)
    ):
        return j, False
    return j + 1, True


def _of_god(doc: Doc, j: int) -> bool:
    """Whether the noun at j and الله are a name (دفع الله, خير الله): no body, no blessing (رحمه الله), no envoy."""
    info = doc.infos[j]
    if info.closed or info.prep or info.definite or info.titles or info.heads or info.word.fold.endswith("ه"):
        return False
    return listed_at(doc, j, doc.n) is None and not (info.verbs and info.verbs[0].tense == "pres")


def _linked(doc: Doc, j: int, stop: int) -> int:
    """Behind the link or kunya at token j and the name that it joins; j when it joins none."""
    form = doc.infos[j].word.fold
    if form == "ولي" and j + 1 < stop and doc.infos[j + 1].word.fold in ("عهد", "العهد", "ولي"):
        return j
    if doc.texts[j] == "فإن" or (form in ("ابن", "اول") and not (j + 1 < stop and namelike(doc, j + 1))):
        return j
    if j + 1 < stop and plain(doc, j + 1) and not doc.infos[j + 1].prep:
        return j + 2
    return j + 1 if form in LAST else j


def _with_article(doc: Doc, j: int, stop: int) -> tuple[int, bool]:
    """Behind the family name with the article at token j; another such may follow, or الله, الدين."""
    then = doc.infos[j + 1] if j + 1 < stop else None
    if then is None:
        return j + 1, False
    if then.word.fold in COMPOUND and doc.texts[j + 1] != "على":
        return j + 2, True
    if j + 2 < stop and doc.infos[j + 2].word.fold == "الله" and _of_god(doc, j + 1):
        return j + 3, True
    if doc.infos[j].word.fold in doc.lex.given_common and doc.infos[j - 1].given:
        return j + 1, goes_on(doc, j + 1, stop) or then.word.fold in SONS  # محمد الأمين بلغيث, محمد المختار ولد فلان
    return j + 1, then.family and then.word.fold.startswith("ال") and not then.ordinary


def after_clitics(doc: Doc, i: int, stop: int) -> tuple[int, str]:
    """The end of a name of two words or more whose first word carries clitics, and those; (i, "") when none is."""
    info = doc.infos[i]
    if info.given or info.family or info.word.fold in doc.lex.given_common or not doc.texts[i][0].isalpha():
        return i, ""
    for lead, rest in info.word.splits[1:]:
        if (
            rest in doc.lex.given
            or (rest in doc.lex.given_often and lead in ("و", "ل"))
            or (rest in SERVANT and lead)
            or (rest in KUNYA and lead)
        ):
            end = name_end(doc, i, stop, True, rest)
            if end > i + 1:
                return end, lead
    return i, ""


def _first(doc: Doc, i: int, stop: int, strict: bool, form: str) -> int:
    """The end of a name's first part at token i: kunya, servant of God, given name, else a word that looks like one."""
    infos, lex = doc.infos, doc.lex
    if i + 1 < stop and (form, infos[i + 1].word.fold) in PHRASES:
        return i
    if (
        form in KUNYA
        and i + 1 < stop
        and plain(doc, i + 1)
        and (form != "ابي" or infos[i + 1].definite or namelike(doc, i + 1))
    ):
        return i + 2
    if form in SERVANT and i + 1 < stop:
        after = infos[i + 1].word.fold
        if (after in COMPOUND and doc.texts[i + 1] != "على") or (form in ("عبد", "امه") and after.startswith("ال")):
            return i + 2
    if i + 1 < len(infos) and (doc.dated[i + 1] or _misspelt(doc, i)):
        return i  # صباح الثلاثاء
    told = form in lex.given_common and infos[i].ordinary and form.startswith("ال") and doc.texts[i][0] != "أ"
    if told and i and infos[i - 1].definite and (form == "العربي" or not (i + 1 < stop and infos[i + 1].given)):
        return i  # النائب العربي أيمن عودة; but ممثل السودان الصديق علي أحمد
    if (
        form in lex.given
        or (form.startswith(("عبدال", "عبيدال")) and len(form) > 7)
        or (form in lex.given_common and not strict)
    ):
        return i + 1
    if strict:
        return i + 1 if form in lex.given_common and _vouched(doc, i, stop, form) else i
    if form.startswith("ل") and i + 1 < stop and infos[i + 1].definite and infos[i + 1].ordinary:
        return i  # أمير الكويت لرأب الصدع
    if not namelike(doc, i) or (form.startswith("ال") and len(form) > 3 and not _bare_family(doc, i, stop)):
        return i
    return i + 1


def _misspelt(doc: Doc, i: int) -> bool:
    """علي خطة: على, as it is often spelt, not the name."""
    if doc.texts[i] != "علي" or not doc.texts[i + 1][0].isalpha() or namelike(doc, i + 1):
        return False
    then = doc.infos[i + 1]
    joins = then.word.fold in LINK or then.word.fold in KUNYA
    return not (then.closed or then.verbs or then.definite or joins)


def _vouched(doc: Doc, i: int, stop: int, form: str) -> bool:
    """صلاح عبد الله, جمال الصرايرة: whether a name follows the given name that is an everyday word too."""
    if i + 1 >= stop:
        return False
    lex, then = doc.lex, doc.infos[i + 1]
    after = then.word.fold
    if after in SERVANT and i + 2 < stop and (after == "عبد" or doc.infos[i + 2].word.fold in COMPOUND):
        return True
    if then.ordinary or then.titles or then.verbs or then.nisbas:
        return False
    if then.given or (form in lex.given_often and after in lex.given_often):
        return True
    return then.family and not any(e.type == "person" for e in lex.root.get(after, {}).get(END, ()))


def _bare_family(doc: Doc, i: int, stop: int) -> bool:
    """Whether a word with the article is a family name that stands alone, no given name behind it."""
    info, then = doc.infos[i], doc.infos[i + 1] if i + 1 < stop else None
    if not info.family or info.verbs:
        return False
    return then is None or not (then.given or then.word.fold in doc.lex.given_often)
