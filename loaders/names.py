"""The grammar of personal names: kunya, nasab, compound given names, family names, transliterated names."""

from __future__ import annotations

from loaders.doc import Doc
from loaders.lexicon.load import END

KUNYA = frozenset(("ابو", "ابا", "ابي", "ام"))
LINK = frozenset(("بن", "ابن", "بنت", "ال", "دي", "فان", "فون", "لو", "دو", "دا", "ديل", "اوغلو", "بو", "ولد", "ولي", "سان", "ماك", "مك", "اول", "تشي", "بور", "زاده", "خان", "جونيور", "كي", "جي", "يو", "لي", "اف", "دبليو", "بك", "بيك", "باشا", "اغا"))  # fmt: skip
COMPOUND = frozenset(("الله", "الدين", "الرحمن", "الاسلام", "الحق", "الزمان", "الملك", "الرب", "النبي", "المسيح", "الزهراء", "رضا", "علي"))
SERVANT = frozenset(("عبد", "عبيد", "امه", "سيف", "صلاح", "نور", "نصر", "سعد", "جار", "حرز", "فضل", "فتح", "خير", "شمس", "عز", "علاء", "جمال", "حسام", "عماد", "ضياء", "بهاء", "محي", "محيي", "محيى", "تقي", "زين", "بدر", "كمال", "جلال", "شرف", "نجم", "ناصر", "اسد", "عصمت", "عين", "وجيه", "خلف", "مال", "هبه", "عطا", "رزق", "حمد", "ايه", "امين", "روح", "قلب", "نجاح", "مصباح", "عون", "ضيف", "جاد", "شكر", "حسب", "مكرم", "رحمه", "رشاد", "غلام", "حافظ", "ذكاء", "ظهير", "معين", "قطب", "تاج", "برهان", "سراج", "مجد"))  # fmt: skip
LONGEST = 6


def plain(doc: Doc, i: int) -> bool:
    """A token that could be part of a name at all: letters only, no date, no closed class."""
    text = doc.texts[i]
    return text[0].isalpha() and not doc.dated[i] and not doc.infos[i].closed


def namelike(doc: Doc, i: int) -> bool:
    """A word that stands in the name lists, or that ordinary text does not use."""
    info = doc.infos[i]
    form = info.word.fold
    if form in doc.lex.given or info.family:
        return True
    if form in doc.lex.given_common:
        return True
    node = doc.lex.root.get(form)
    if node is not None and any(e.type != "person" for e in node.get(END, ())):
        return False
    if info.ordinary or info.verbs or info.titles or info.nisbas or len(form) < 2:
        return False
    # not a name with a conjunction or preposition before an ordinary word
    for lead, rest in info.word.splits[1:]:
        if rest in doc.lex.ordinary or (lead and rest in doc.lex.root and len(rest) > 3):
            return False
    if form[:1] == "س" and len(form) > 4 and form[1] in "يت":  # سيفعل: an unlisted verb in the future
        return False
    return True


def name_end(doc: Doc, i: int, stop: int, strict: bool) -> int:
    """Where the personal name that begins at token i ends; i when none does.

    strict: the first word must be a listed given name (no title or slot vouches for it).
    """
    infos, lex = doc.infos, doc.lex
    if i >= stop or not plain(doc, i):
        return i
    form = infos[i].word.fold
    j = i
    if form in KUNYA and i + 1 < stop and plain(doc, i + 1):
        j = i + 2
    elif form in SERVANT and i + 1 < stop and infos[i + 1].word.fold in COMPOUND | {"ال" + infos[i + 1].word.fold[2:]} and (
        infos[i + 1].word.fold in COMPOUND or (form in ("عبد", "امه") and infos[i + 1].word.fold.startswith("ال"))
    ):
        j = i + 2
    elif form in lex.given or (form.startswith(("عبدال", "عبيدال")) and len(form) > 7) or (form in lex.given_common and not strict):
        j = i + 1
    elif strict or not namelike(doc, i) or (form.startswith("ال") and len(form) > 3 and not infos[i].family):
        return i
    else:
        j = i + 1
    while j < stop and j - i < LONGEST:
        text = doc.texts[j]
        if text in "-–_" and j + 1 < stop and doc.toks[j].start == doc.toks[j - 1].end and plain(doc, j + 1):
            j += 2
            continue
        if text == "." and j + 1 < stop and len(doc.texts[j - 1]) <= 2:
            j += 1
            continue
        if doc.dated[j] or not text[0].isalpha():
            break
        form = infos[j].word.fold
        if form in COMPOUND and infos[j - 1].word.fold in SERVANT:
            j += 1
        elif form in LINK or form in KUNYA:
            if j + 1 < stop and doc.texts[j + 1][0].isalpha() and not infos[j + 1].closed and not infos[j + 1].prep:
                j += 2
            else:
                break
        elif infos[j].closed or infos[j].prep:
            break
        elif form.startswith("ال") and len(form) > 3:
            # a family name with the article: listed, or no ordinary word, or a nisba right after a given name
            if infos[j].family or (not infos[j].ordinary and not infos[j].nisbas and not infos[j].titles):
                j += 1
                if j < stop and infos[j].word.fold in COMPOUND:
                    j += 1
                elif not (j < stop and doc.infos[j].family and doc.infos[j].word.fold.startswith("ال") and not doc.infos[j].ordinary):
                    break
            elif infos[j].nisbas and j - i == 1 and strict is False and form in lex.family_nisba:
                j += 1
                break
            else:
                break
        elif namelike(doc, j):
            j += 1
        else:
            break
    while j > i + 1 and infos[j - 1].word.fold in LINK and doc.texts[j - 1] not in ("لي", "يو", "خان", "اوغلو", "أوغلو", "زاده", "جونيور", "بك", "بيك", "باشا", "آغا", "أول"):
        j -= 1
    return j
