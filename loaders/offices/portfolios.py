"""Words of the office itself: its ministry, its field, that it is former or acting, and what is said in passing."""

from __future__ import annotations

from loaders.lexicon.sets import word_set
from loaders.ministries import portfolio_end
from loaders.nations import nisba_at
from loaders.offices.phrase import SEATS, Phrase
from loaders.spans import listed_at
from loaders.titles import person_at, title_at

CONSTRUCT = word_set("offices.construct")
PORTFOLIOS = word_set("offices.portfolios")
SEPARATE = word_set("offices.separate")
"""Offices that nobody holds beside one of a state, so that they begin the next noun phrase."""
AFFAIRS = word_set("offices.affairs")
"""What one speaks of behind an office that is told with its body (نفى متحدث باسم الجيش الأنباء)."""
CHARGES = word_set("offices.charges")
"""What an office-holder may be given or may reject (حمل المبعوث الأممي المسؤولية), no word of his office."""
OBJECTS = word_set("portfolios.objects")
"""Nouns of what is done that no verb yields."""
LANDS = frozenset(("للبلاد", "للدوله", "للسلطنه", "للمملكه"))
"""Where somebody comes (زيارة وزير الخارجية للبلاد)."""
COMPANY = word_set("portfolios.company")
CHARGED = frozenset(("المكلف", "المكلفه"))
ALONE = frozenset(("رييس المجلس", "رييس الجمهوريه", "رييس الحكومه", "رييس الدوله"))
VISITORS = frozenset(("نايب", "سفير", "وزير"))
"""Titles of who is received by a head of state, of a cabinet or of a parliament."""
ACTING = word_set("offices.acting")
"""المحافظ وكالةً: acting."""
THEN = word_set("offices.then")
"""الرئيس المصري آنذاك فلان: who held it at the time that is told of."""


def _by_first_word(phrases: frozenset[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """What follows each first word, longest first."""
    follow: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=lambda p: (-p.count(" "), p)):
        first, *rest = phrase.split(" ")
        follow.setdefault(first, []).append(tuple(rest))
    return {first: tuple(rests) for first, rests in follow.items()}


ASIDES = _by_first_word(word_set("offices.asides"))


def modifier(phrase: Phrase) -> bool | None:
    """السابق, العام, الأول: former, or a word of the office."""
    info = phrase.doc.infos[phrase.j]
    if "former" in info.closed:
        phrase.former = True
    elif "modifier" in info.closed:
        named = listed_at(phrase.doc, phrase.j, phrase.stop)
        if named is not None and named[0] > phrase.j + 1 and not named[1] and phrase.current.takes == "body":
            return False  # ممثل المعارضة السورية
        if phrase.portfolio and not info.word.fold.startswith("ال") and info.word.fold != "متقاعد":
            return None
        phrase.portfolio.append(info.word.fold)
        if info.word.fold in CHARGED:
            phrase.j = _field_behind(phrase, phrase.j)
    else:
        return False
    phrase.j += 1
    return True


def _field_behind(phrase: Phrase, j: int) -> int:
    """المكلف بالشؤون الأوروبية, بمكافحة الفساد: the last token of what somebody is charged with, j if nothing."""
    doc = phrase.doc
    if j + 1 >= phrase.stop or not any(lead == "ب" and len(rest) > 2 for lead, rest in doc.infos[j + 1].word.splits):
        return j
    if doc.infos[j + 1].closed or listed_at(doc, j + 1, phrase.stop) is not None:
        return j
    j += 1
    phrase.words += 1
    while j + 1 < phrase.stop and doc.infos[j + 1].definite:
        info = doc.infos[j + 1]
        if info.titles or info.heads or info.given or info.closed or nisba_at(doc, j + 1, phrase.stop) is not None:
            break
        phrase.portfolio.append(info.word.fold)
        j += 1
    if j + 2 < phrase.stop and doc.infos[j].word.fold == "بالعلاقات" and doc.infos[j + 1].word.fold == "مع":
        j += 2 if doc.infos[j + 2].definite else 0  # المكلف بالعلاقات مع البرلمان
    return j


def ministry(phrase: Phrase) -> bool | None:
    """وزير الدفاع والطيران: the whole name of a ministry."""
    doc, j = phrase.doc, phrase.j
    if phrase.current.kind != "office" or phrase.noun not in PORTFOLIOS:
        return False
    end = portfolio_end(doc, j, phrase.stop)
    if phrase.current.head.endswith(" شوون") and not phrase.words:
        end = max(end, portfolio_end(doc, j - 1, phrase.stop))  # وزير الشؤون المغاربية والاتحاد الإفريقي
    if end == j:
        return False
    phrase.portfolio.extend(doc.infos[k].word.fold for k in range(j, end))
    phrase.j, phrase.words = end, phrase.words + 1
    return True


def own_words(phrase: Phrase) -> bool | None:
    """Words of the office itself: الشؤون الخارجية, للشؤون السياسية, أركان الجيش, تنظيمات كركوك في الحزب."""
    doc, j, current = phrase.doc, phrase.j, phrase.current
    info, form = doc.infos[j], doc.infos[j].word.fold
    if current.kind not in ("office", "role"):
        return None
    definite = form.startswith("ال") and len(form) > 3
    if definite and (
        form in CHARGES
        or (phrase.words and form in AFFAIRS)
        or _of_another(phrase)
        or _of_another_nation(phrase)
        or _visitor(phrase)
        or _her_nation(phrase)
        or _object(phrase)
        or any(r.pos == "masdar" and r.pronoun for r in info.verbs)  # أكد المبعوث الأممي التزامه
    ):
        return None
    if definite and not (info.verbs and not any(r.definite or r.pos != "verb" for r in info.verbs)):
        pass
    elif phrase.words and form.startswith("وال") and len(form) > 4:
        if title_at(doc, j, phrase.stop) or listed_at(doc, j, phrase.stop) is not None or form in COMPANY:
            return None  # وألمانيا, والوفد المرافق
        if any(reading.pos == "verb" for reading in info.verbs):
            return None  # والتقى
    elif (
        current.takes in ("body", "pronoun")
        and form not in LANDS
        and any(lead == "ل" and rest.startswith("ال") for lead, rest in info.word.splits)
    ) or (
        (phrase.words == 0 or form == "تصريف" or (form in CONSTRUCT and not _behind_its_land(phrase)))
        and current.takes == "body"
        and not current.definite
        and ("ال" + form in doc.lex.portfolios or info.heads or form in CONSTRUCT)
    ):
        pass
    else:
        return None
    if form != "السفير":  # نائب وزير الخارجية السفير فلان: his rank
        phrase.portfolio.append(form)
    phrase.j, phrase.words = j + 1, phrase.words + 1
    return True


def _behind_its_land(phrase: Phrase) -> bool:
    """بحث رئيس وزراء س علاقات الصداقة: whether the land stands right before, and so no field of the office follows."""
    land = phrase.inner[-1] if phrase.inner else None
    return land is not None and land.last == phrase.j and land.kind == "country" and land.by == "lexicon"


def _of_another(phrase: Phrase) -> bool:
    """وزير الخارجية العراقي الأمين العام للأمم المتحدة, أمير قطر المبعوث الأممي: an office that is another's."""
    if not (phrase.iso or phrase.where or phrase.inner) or phrase.noun not in SEATS | PORTFOLIOS:
        return False
    found = title_at(phrase.doc, phrase.j, phrase.stop)
    return found is not None and found[2].kind == "office" and found[2].head in SEPARATE


def _visitor(phrase: Phrase) -> bool:
    """التقى رئيس المجلس النائب فلانا: the title of another man behind an office that stands alone."""
    if phrase.words or phrase.inner:
        return False
    whole = phrase.current.takes == "nisba" and phrase.current.head.startswith("رييس ")
    if whole and any(r.pos == "masdar" and r.definite for r in phrase.doc.infos[phrase.j].verbs):
        return True  # جدد فلان رئيس مجلس الوزراء التأكيد
    if phrase.current.head not in ALONE:
        return False
    found = title_at(phrase.doc, phrase.j, phrase.stop)
    return found is not None and not found[1] and found[2].head in VISITORS and found[2].number == "s"


def _object(phrase: Phrase) -> bool:
    """أدان رئيس غانا الانقلاب, أدان الزعيمان القصف: a noun of doing right behind the state of which the office is, or
    behind a title that has the article."""
    info, j = phrase.doc.infos[phrase.j], phrase.j
    doing = any(r.pos == "masdar" and r.definite for r in info.verbs) or info.word.fold in OBJECTS
    if phrase.current.definite and not phrase.words and not phrase.inner and not info.titles:
        return doing
    state = phrase.inner[-1] if phrase.inner and phrase.noun in SEATS | PORTFOLIOS else None
    if state is None or state.last != j or state.kind != "country" or state.form == "nisba" or info.titles:
        return False
    return doing


def _of_another_nation(phrase: Phrase) -> bool:
    """Whether the word behind an office whose owner is told begins a noun phrase of its own: an office or noun with
    its nation (أمير قطر الرئيس الأوكراني, السفير الأميركي الموقف الروسي)."""
    doc, j = phrase.doc, phrase.j
    if not (phrase.iso or phrase.where):
        return False
    found = title_at(doc, j, phrase.stop)
    at = nisba_at(doc, found[0] if found is not None else j + 1, phrase.stop)
    return at is not None and not at[1] and at[2].definite


def _her_nation(phrase: Phrase) -> bool:
    """انتقد وزير الخارجية السياسة الأميركية: a noun whose nation is told in the feminine, as no minister's is."""
    form = phrase.doc.infos[phrase.j].word.fold
    if phrase.noun not in PORTFOLIOS or not phrase.portfolio or not form.endswith("ه") or form.endswith("يه"):
        return False
    at = nisba_at(phrase.doc, phrase.j + 1, phrase.stop)
    return at is not None and not at[1] and at[2].definite and at[2].gender == "f" and phrase.title.gender == "m"


def aside(phrase: Phrase) -> bool | None:
    """Words that are of nothing: المنتهية ولايته, وكالةً, في القطاع الشرقي."""
    doc, j = phrase.doc, phrase.j
    form = doc.infos[j].word.fold
    for rest in ASIDES.get(form, ()):
        if tuple(info.word.fold for info in doc.infos[j + 1 : j + 1 + len(rest)]) == rest:
            phrase.j += 1 + len(rest)
            return True
    if form == "من" and j + 3 < phrase.stop and doc.infos[j + 1].word.fold in ("اصل", "اصول"):
        after = nisba_at(doc, j + 2, phrase.stop)
        behind = after[0] if after is not None else j + 3
        if person_at(doc, behind, phrase.stop, True) is not None:
            phrase.j = behind  # الملياردير الأميركي من أصل مجري فلان
            return True
    if form in ACTING | THEN and j + 1 < phrase.stop and person_at(doc, j + 1, phrase.stop, False) is not None:
        phrase.former = phrase.former or form in THEN
        phrase.j += 1
        return True
    if form == "في" and phrase.words + (phrase.where is not None):
        at = j + 1
        while at < min(phrase.stop, j + 4) and doc.infos[at].definite and not doc.dated[at] and not doc.infos[at].heads:
            at += 1
        if at > j + 1 and at < phrase.stop and person_at(doc, at, phrase.stop, True) is not None:
            phrase.j = at  # مسؤول الحزب في القطاع الشرقي فلان: where he holds it
            return True
    return False


__all__ = ["aside", "ministry", "modifier", "own_words"]
