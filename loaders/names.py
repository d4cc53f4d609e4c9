"""The grammar of personal names: kunya, nasab, compound given names, family names, transliterated names."""

from __future__ import annotations

import re

from loaders.doc import Doc
from loaders.lexicon import Info, Lexicon
from loaders.lexicon.sets import word_set
from loaders.lexicon.trie import END

KUNYA = frozenset(("ابو", "ابا", "ابي", "ام"))
LINK = word_set("names.link")
"""Words that join what follows to a name."""
LAST = word_set("names.last")
"""Links that may also end a name."""
COMPOUND = word_set("names.compound")
SERVANT = word_set("names.servant")
NUMBERS = word_set("names.numbers")
WORDS = word_set("names.words")
"""Words that are no names, though names stand next to them often (وتعتزم فاتو بنتسودا فتح تحقيق)."""
ORDINALS = word_set("names.ordinals")
PHRASES = frozenset(
    (
        ("حسن", "نيه"),
        ("حسن", "النيه"),
        ("حسن", "الجوار"),
        ("حسن", "سير"),
        ("حسن", "ظن"),
        ("حسن", "السلوك"),
        ("حسن", "الضيافه"),
        ("سعيد", "الحظ"),
        ("كريم", "الضيافه"),
        ("ضيف", "شرف"),
        ("بادي", "الامر"),
        ("طالبي", "اللجوء"),
        ("اصغر", "سنا"),
        ("عمر", "ناهز"),
        ("عمر", "يناهز"),
        ("خان", "الاحمر"),
        ("رحمه", "الله"),
        ("لحسن", "الحظ"),
        ("لحسن", "النيه"),
        ("رياض", "الاطفال"),
        ("هبه", "القدس"),
        ("نجاح", "هايل"),
        ("فايق", "التطور"),
        ("نجمه", "داود"),
        ("نجمه", "داوود"),
        ("زهور", "البنفسج"),
        ("بدور", "رييسي"),
        ("باسم", "رييسي"),
        ("رولان", "غاروس"),
        ("نورد", "راين"),
        ("بلا", "حدود"),
    )
)
"""Words that are no name together."""
LONGEST = 6
DAY_PARTS = frozenset(("صباح", "مساء", "فجر", "ظهر", "عصر"))


def plain(doc: Doc, i: int) -> bool:
    """A token that could be part of a name at all: letters only, no date, no closed class."""
    text = doc.texts[i]
    return text[0].isalpha() and not doc.dated[i] and not doc.infos[i].closed


def namelike(doc: Doc, i: int) -> bool:
    """A word that stands in the name lists, or that ordinary text does not use."""
    info = doc.infos[i]
    form = info.word.fold
    if form in doc.lex.given or (info.family and not info.titles):
        return True
    if form in doc.lex.given_common:
        return True
    node = doc.lex.root.get(form)
    if node is not None and any(e.type != "person" for e in node.get(END, ())):
        return False
    if info.ordinary or info.derived or info.verbs or info.titles or info.nisbas or len(form) < 2 or form in NUMBERS:
        return False
    if form in WORDS:
        return form in SERVANT and i + 1 < len(doc.infos) and doc.infos[i + 1].word.fold in COMPOUND
    if len(form) > 4 and form.startswith(("لل", "وال", "بال", "فال", "كال")):
        return False
    # not a name with a conjunction or preposition before a word of the language, of the lists or of the article
    lex = doc.lex
    for lead, rest in info.word.splits[1:]:
        if lead[-1:] in "لو" and _present(lex, rest):
            return False  # ليخلف, ويدعى
        if (
            rest in lex.ordinary
            or (len(rest) > 4 and lex.derived(rest))
            or (len(rest) > 3 and (rest in lex.root or rest in doc.folds or rest in lex.given))
        ):
            return False
        if rest in SERVANT or rest in KUNYA:
            return False
    return not _verbal(info) and not _present(lex, form)


def _verbal(info: Info) -> bool:
    """سيفعل, ستفعل, يفعل: an unlisted verb."""
    form = info.word.fold
    return len(form) > 4 and ((form[0] == "س" and form[1] in "يت") or (form[0] == "ي" and form[1] not in "اوي"))


def _present(lex: Lexicon, form: str) -> bool:
    """يرمي, يدعى: an unlisted verb whose other person or past tense ordinary text uses (ترمي, رمى)."""
    return (
        len(form) > 3
        and form[0] == "ي"
        and ("ت" + form[1:] in lex.ordinary or (form[1:] in lex.ordinary and len(form) > 4))
    )


def _listed_end(doc: Doc, i: int, stop: int) -> int:
    """Where a listed person's name of two words or more ends; i when none begins here."""
    got = doc.listed.get(i) if i in doc.listed else doc.lex.match(doc.infos, doc.texts, i, stop)
    if got is not None and got[0] > stop:
        got = doc.lex.match(doc.infos, doc.texts, i, stop)
    if got is None or got[1] or got[0] - i < 2 or not any(e.type == "person" for e in got[2]):
        return i
    return got[0]


def _another(doc: Doc, i: int, j: int, stop: int, known: int) -> bool:
    """Whether somebody else's listed name begins at token j; not within a row of fathers (محمد عبد الحفيظ يوسف …)."""
    end = _listed_end(doc, j, stop)
    if end == j:
        return False
    return not (
        known == i and all(doc.infos[k].given or doc.infos[k].word.fold in COMPOUND for k in (j - 1, j, end - 1))
    )


def _deed_of(doc: Doc, i: int) -> bool:
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
    plain = info.word.fold in doc.lex.given_common or info.verbs or info.ordinary
    if not plain and not (info.family and _goes_by(doc, info.word.fold)):
        return False
    return _goes_by(doc, form)


def _goes_by(doc: Doc, form: str) -> bool:
    """Whether a listed person goes by this one word (بايدن, بوتين)."""
    return any(e.type == "person" and form in e.short for e in doc.lex.root.get(form, {}).get(END, ()))


def _whole(doc: Doc, i: int, end: int) -> bool:
    """Whether a listed name ends in the family name that its bearer goes by: دونالد ترامب, but محمد بن سلمان."""
    got = doc.lex.match(doc.infos, doc.texts, i, end)
    last = doc.infos[end - 1].word.fold
    return got is not None and any(last in e.short for e in got[2])


def name_end(doc: Doc, i: int, stop: int, strict: bool, bare: str = "") -> int:
    """Where the personal name that begins at token i ends; i when none does.

    strict: the first word must be a listed given name (no title or slot vouches for it). bare: that word without its
    clitics, when it has some (وعمرو نصار).
    """
    infos = doc.infos
    if i >= stop or not plain(doc, i):
        return i
    j = known = i if bare else _listed_end(doc, i, stop)
    if j == i:
        j = _first(doc, i, stop, strict, bare or infos[i].word.fold)
        if j == i:
            return i
    while j < stop and j - i < LONGEST:
        text = doc.texts[j]
        if (
            text in "-–_"
            and j + 1 < stop
            and doc.starts[j] == doc.ends[j - 1]
            and doc.starts[j + 1] == doc.ends[j]
            and doc.texts[j + 1][0].isalpha()
        ):
            j += 2  # تشونغ-إن: whatever else the word may be
            continue
        if text == "." and j + 1 < stop and len(doc.texts[j - 1]) <= 2:
            j += 1
            continue
        if doc.dated[j] or not text[0].isalpha() or (j - i > 1 and _another(doc, i, j, stop, known)):
            break
        form = infos[j].word.fold
        before = infos[j - 1].word.fold
        if (form in COMPOUND and before in SERVANT) or (before == "عبد" and form.startswith("ال") and len(form) > 4):
            j += 1
        elif form in LINK or form in KUNYA:
            if form == "ولي" and j + 1 < stop and infos[j + 1].word.fold in ("عهد", "العهد", "ولي"):
                break
            if text == "فإن" or (form in ("ابن", "اول") and not (j + 1 < stop and namelike(doc, j + 1))):
                break
            if j + 1 < stop and plain(doc, j + 1) and not infos[j + 1].prep:
                j += 2
            elif form in LAST:
                j += 1
            else:
                break
        elif infos[j].closed or infos[j].prep:
            break
        elif form.startswith("ال") and len(form) > 3:
            if not _surname(doc, j, j - i == 1, strict) or (
                known > i and (not infos[j].family or (j == known and _whole(doc, i, known)))
            ):
                break
            j += 1
            if j < stop and infos[j].word.fold in COMPOUND:
                j += 1
            elif not (j < stop and infos[j].family and infos[j].word.fold.startswith("ال") and not infos[j].ordinary):
                break
        elif (
            (j == i + 1 and known == i and _deed_of(doc, i))
            or (known > i and j == known and _whole(doc, i, known))
            or (known > i and not (infos[j].family or form in doc.lex.given))
            or not _goes_on(doc, j, stop)
        ):
            break
        else:
            j += 1
    while (
        j > i + 1
        and infos[j - 1].word.fold in LINK
        and infos[j - 1].word.fold not in LAST
        and doc.texts[j - 1] != "أول"
    ):
        j -= 1
    return j


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
    if i + 1 < len(infos) and (
        doc.dated[i + 1]
        or (
            doc.texts[i] == "علي"
            and doc.texts[i + 1][0].isalpha()
            and not namelike(doc, i + 1)
            and not (
                infos[i + 1].closed
                or infos[i + 1].verbs
                or infos[i + 1].definite
                or infos[i + 1].word.fold in LINK
                or infos[i + 1].word.fold in KUNYA
            )
        )
    ):
        return i  # صباح الثلاثاء; علي خطة, as على is often spelt
    if form.startswith("ال") and form in lex.given_common and i and infos[i - 1].definite and infos[i].ordinary:
        return i  # النائب العربي أيمن عودة
    if (
        form in lex.given
        or (form.startswith(("عبدال", "عبيدال")) and len(form) > 7)
        or (form in lex.given_common and not strict)
    ):
        return i + 1
    if strict and form in lex.given_common and i + 1 < stop:
        then = infos[i + 1]
        servant = (
            then.word.fold in SERVANT
            and i + 2 < stop
            and (then.word.fold == "عبد" or infos[i + 2].word.fold in COMPOUND)
        )
        alone = any(e.type == "person" for e in lex.root.get(then.word.fold, {}).get(END, ()))
        if servant or (
            (
                then.given
                or (then.family and not alone)
                or (form in lex.given_often and then.word.fold in lex.given_often)
            )
            and not (then.ordinary or then.titles or then.verbs or then.nisbas)
        ):
            return i + 1  # صلاح عبد الله, جمال الصرايرة
    if (
        strict
        or not namelike(doc, i)
        or (
            form.startswith("ال")
            and len(form) > 3
            and (
                not infos[i].family
                or infos[i].verbs
                or (i + 1 < stop and (infos[i + 1].given or infos[i + 1].word.fold in lex.given_often))
            )
        )
    ):
        return i
    return i + 1


def _ends(doc: Doc, j: int) -> bool:
    """Whether a clause or a quotation frame goes on at token j, not a noun phrase."""
    return j >= doc.n or doc.texts[j] in '،,.:;؛)\n"»”' or "complement" in doc.infos[j].closed


def _surname(doc: Doc, j: int, second: bool, strict: bool) -> bool:
    """A family name with the article: listed, or no word of the language, or a nisba right after a given name."""
    info = doc.infos[j]
    form = info.word.fold
    if info.family:
        return not (info.titles and j + 1 < len(doc.infos) and doc.infos[j + 1].definite)
    if info.nisbas:
        return second and not strict and form in doc.lex.family_nisba
    if any(e.type == "person" for e in doc.lex.root.get(form, {}).get(END, ())):
        return True  # the family name of somebody listed (الصدر)
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


def _goes_on(doc: Doc, j: int, stop: int) -> bool:
    """Whether token j continues a name. A title or a word too (أمير, فارس) does not before a noun."""
    if not namelike(doc, j) and not _spelt_so(doc, j, stop):
        return False
    info, text = doc.infos[j], doc.texts[j]
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
