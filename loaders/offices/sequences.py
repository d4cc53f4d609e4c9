"""Titles in a row: where one ends and the next begins, and whether both are of one man."""

from __future__ import annotations

from dataclasses import replace

from kg.model import fold
from loaders.backrefs import again
from loaders.bodies import body
from loaders.doc import Chunk, Doc
from loaders.lexicon.entities import Entity
from loaders.lexicon.nouns import Title
from loaders.lexicon.sets import word_set
from loaders.offices.phrase import HEADS_OF_STATE, SEATS, Phrase, TitleAt
from loaders.offices.upto import upto_holder
from loaders.spans import listed_at
from loaders.titles import person_at, title_at
from loaders.units import unit

STATE_HEADS = ("رييس", *HEADS_OF_STATE)
OFFICES = word_set("offices.of_state")
"""Bodies that only say which office it is: their heads hold it of the state."""

BESIDE_MINISTER = frozenset(("مدير", "امين"))
OF_RULERS = frozenset(("فخامه", "جلاله", "دوله"))
RULING = frozenset(("رييس", "ملك", "سلطان", "عاهل"))
"""Heads of offices that the honours of rulers go with."""
COUNCILS = frozenset(("مجلس", "المجلس", "حزب", "حركه", "وزاره"))
ASSEMBLIES = frozenset(("البرلمان", "برلمان", "النواب", "نواب", "الامه", "الشعب"))
"""What one and the same parliament is called by."""
TOLD = word_set("sequences.told")
"""Bodies that their noun alone tells in the title of who heads them (رئيس الكتلة)."""
BESIDES = frozenset(("رييس وفد", "نايب رييس الوزراء", "نايب رييس مجلس الوزراء", "رييس لجنه"))
"""Offices that one holds beside another (مساعد وزير الخارجية رئيس الوفد المفاوض)."""
SPEAKING = word_set("offices.speaking")
"""Who speaks for a government beside an office in it (وزير الاتصال الناطق الرسمي باسم الحكومة فلان)."""


def next_title(phrase: Phrase) -> bool | None:
    """نائب وزير الخارجية, الوزير الدكتور س, السيد رئيس الحكومة: the title behind the title."""
    doc, j, current = phrase.doc, phrase.j, phrase.current
    found = title_at(doc, j, phrase.stop)
    if found is None:
        return False
    end, lead, nxt = found
    if nxt.definite and phrase.one_of_theirs():
        return None
    if nxt.kind == "rank" and not lead and not nxt.definite and current.definite and _listed_man(phrase, j):
        return False  # المهندس عماد خميس: no العماد
    if lead == "و" and nxt.kind in ("office", "role") and (phrase.words or phrase.iso or current.takes != "body"):
        return _second_office(phrase, end, nxt)
    if lead not in ("", "ل"):
        return False
    honour, *whose = fold(nxt.head).split(" ")
    if honour in OF_RULERS and not lead and phrase.words and phrase.noun not in RULING:
        then = title_at(doc, end, phrase.stop) if end < phrase.stop else None
        if whose or (then is not None and then[2].kind == "office"):
            return None  # استقبل فلان أمير المنطقة فخامة الرئيس فلانا
    if nxt.kind in ("rank", "honorific") and not lead:
        person = person_at(doc, end, phrase.stop, False) if end < phrase.stop else None
        if person:
            return phrase.hold(person)
        if unit(doc, j, phrase.stop) is not None:
            return False
        if nxt.definite or nxt.head != "عضو":
            phrase.j = end
            return True
    if lead == "ل" and phrase.noun == "نايب" and phrase.portfolio and not phrase.nation and phrase.where is None:
        last, _, office = _shortened(doc, j, phrase.stop, found)
        return of_office(phrase, j, (last, "", office))  # النائب الأول لرئيس المجلس
    cabinet = not lead and phrase.portfolio[-1:] in (["ديوان"], ["مكتب"]) and not phrase.nation and phrase.where is None
    if cabinet and nxt.kind == "office" and not nxt.definite:
        return of_office(phrase, j, _shortened(doc, j, phrase.stop, found))  # مدير ديوان رئيس الجمهورية فلان
    if lead == "ل" and nxt.kind == "office" and current.head == "نايب" and not (phrase.iso or phrase.where):
        end = _shortened(doc, j, phrase.stop, found)[0]
        phrase.portfolio.extend(doc.infos[k].word.fold for k in range(j, end))  # النائب الأول لرئيس الوزراء
        phrase.j, phrase.words = end, phrase.words + 1
        return True
    if nxt.kind not in ("office", "role") or lead:
        return False
    named = listed_at(doc, j, phrase.stop)
    if named is not None and named[0] > end and not named[1]:
        return False  # مجلس, مكتب … that a list names
    if current.head == "وزير" and current.definite and not phrase.words and nxt.head.split(" ")[0] in BESIDE_MINISTER:
        phrase.close(j)  # الوزير مدير ديوان رئيس الجمهورية, الوزير أمين عام الحكومة
        phrase.current, phrase.first, phrase.j = nxt, j, end
        return True
    if phrase.words == 0 and current.takes == "body" and not (nxt.definite and current.definite):
        phrase.portfolio.append(nxt.head)  # نائب وزير الخارجية
        phrase.portfolio.extend(doc.infos[k].word.fold for k in range(j + 1, end))
        phrase.j, phrase.words = end, phrase.words + 1
        return True
    if nxt.definite and current.kind == "kin":  # نجل الرئيس فلان: his own name, or his father's
        phrase.current, phrase.first, phrase.j = nxt, j, end
        return True
    if nxt.definite and current.kind in ("honorific", "rank", "role"):
        phrase.close(j)
        phrase.current, phrase.first, phrase.j = nxt, j, end
        return True
    if (
        phrase.words
        and current.kind == "office"
        and (not nxt.definite or nxt.head in BESIDES or (nxt.head in SPEAKING and not phrase.nation))
        and current.head != nxt.head
        and (phrase.iso or phrase.where or phrase.portfolio)
    ):
        # رئيس مجلس الوزراء وزير الخارجية محمد بن عبدالرحمن: two offices of one
        rest = phrase.another(j, found)
        if rest is not None and rest.kind == "person" and not _of_two(phrase, rest):
            return _with(phrase, rest)
    return False


def _listed_man(phrase: Phrase, j: int) -> bool:
    named = listed_at(phrase.doc, j, phrase.stop)
    return named is not None and not named[1] and named[0] > j + 1 and named[2][0].type == "person"


def _second_office(phrase: Phrase, end: int, nxt: Title) -> bool | None:
    """نائب رئيس البرلمان والقيادي في الحزب س: two offices of one; ورئيس الحكومة س is another man."""
    doc, j = phrase.doc, phrase.j
    if nxt.number != "s" or phrase.title.number != "s":
        return None
    rest = phrase.another(j, (end, "و", nxt))
    if rest is None or rest.kind != "person" or not rest.roles:
        return None
    if phrase.where is not None and any(_of_body(phrase.where, e) for e in rest.entities):
        return _with(phrase, rest)
    if nxt.head == phrase.title.head or phrase.title.head in STATE_HEADS:
        state = any(_of_state(phrase, e) for e in rest.entities)
        return _with(phrase, rest) if state else None  # الرئيس الموريتاني ورئيس الاتحاد الأفريقي فلان
    held = any(_held(phrase, e) for e in rest.entities)
    if (
        held
        or (nxt.definite and doc.texts[j].startswith("وال") and nxt.head not in SEATS)
        or (nxt.head in ("عضو", "نايب") and not rest.entities)
    ):
        return _with(phrase, rest)
    return None


def _of_two(phrase: Phrase, rest: Chunk) -> bool:
    """الرئيس العراقي زعيم تحالف الفتح فلان, وزير الخارجية الأمريكي رئيس وزراء العراق فلان: two men."""
    if not phrase.nation or any(_held(phrase, e) for e in rest.entities):
        return False
    other = rest.roles[0].iso if rest.roles else None
    sole = phrase.noun in SEATS and not phrase.portfolio  # not: رئيس الوزراء القطري وزير الداخلية فلان
    return sole or (other is not None and other != phrase.iso)


def _of_state(phrase: Phrase, entity: Entity) -> bool:
    """Whether the lists know him as head of the state that the first office is of."""
    iso = phrase.iso or (entity.country if " " in phrase.title.head else None)
    titles = (*STATE_HEADS, "الرييس")
    return any(fold(o.title) in titles and o.body == iso for o in entity.offices)


def _held(phrase: Phrase, entity: Entity) -> bool:
    """Whether the lists know him as who holds the first office too."""
    head = phrase.title.head.split(" ")[0]
    return any(head in o.title.replace("ئ", "ي").replace("أ", "ا") for o in entity.offices) and (
        phrase.iso in (None, entity.country)
    )


def _of_body(where: Chunk, entity: Entity) -> bool:
    """رئيس البرلمان التونسي ورئيس حركة النهضة فلان: whether the lists know him by an office of the first body."""
    words = {w for w in fold(where.name).split() if w not in COUNCILS}
    for office in entity.offices:
        known = set(fold(office.title).split())
        if words & known or (words & ASSEMBLIES and known & ASSEMBLIES):
            return True
    return False


def _with(phrase: Phrase, rest: Chunk) -> bool:
    """The second office of one man, and his name behind it."""
    phrase.close(phrase.j)
    phrase.roles.extend(rest.roles)
    phrase.inner.extend(rest.inner)
    if rest.lead and rest.roles and rest.roles[0].text.startswith("و"):
        rest.roles[0].text = rest.roles[0].text[1:]
    phrase.j = rest.last
    phrase.who = Chunk(
        rest.nfirst,
        rest.last,
        rest.nfirst,
        rest.nlast,
        "person",
        "name",
        rest.by.removeprefix("title+"),
        rest.score,
        "",
        rest.entities,
        gender=rest.gender,
        name=rest.name,
    )
    return True


def of_office(phrase: Phrase, k: int, found: TitleAt | None) -> bool:
    """المتحدث باسم رئيس الوزراء العراقي: the office in whose name he speaks tells whose he is; it is not his."""
    inner = None if found is None else phrase.another(k, found)
    if inner is None or not inner.roles or inner.lead:
        return False
    role = inner.roles[0]
    if role.body is not None:
        phrase.belongs(role.body)
        if role.body.kind == "place" and role.body.entities:
            phrase.iso = phrase.iso or role.body.entities[0].country  # وكيل ديوان ولي عهد أبوظبي
    phrase.iso = phrase.iso or role.iso
    phrase.inner.extend(c for c in inner.inner if c.last <= role.last and c is not role.body)
    phrase.words += role.last - k
    phrase.j = role.last
    return True


def office_at(doc: Doc, i: int, stop: int) -> TitleAt | None:
    """The title at token i, cut where the name of its body begins."""
    found = title_at(doc, i, stop)
    return None if found is None else _shortened(doc, i, stop, found)


def _told_before(doc: Doc, k: int, stop: int) -> bool:
    """Whether the body at token k is told by its noun alone, and the name of whoever holds the office may follow."""
    then = doc.infos[k + 1] if k + 1 < stop else None
    if then is None or (then.definite and not then.titles):
        return False
    told = again(doc, k)
    return told is not None and told.head in TOLD


def _shortened(doc: Doc, i: int, stop: int, found: TitleAt) -> TitleAt:
    """رئيس المجلس الأوروبي, قائد قوات سوريا الديمقراطية: a title's last words begin the name of its body."""
    end, lead, title = found
    if title.kind != "office" or end - i < 2:
        return found
    for k in range(i + 1, end):
        if not doc.infos[k].heads or doc.infos[k].titles:
            continue
        named = listed_at(doc, k, stop)
        last = named[0] if named and not named[1] and named[2][0].type in ("organization", "militia") else k
        got = body(doc, k, stop) or upto_holder(doc, k, stop)
        if got is not None and not got.lead and got.kind in ("organization", "militia") and got.head not in OFFICES:
            last = max(last, got.last)
        if got is None and k == end - 1 and _told_before(doc, k, stop):
            last = end + 1  # رئيس الكتلة: of the bloc named before
        if last < end or (last == end and not (named and named[0] == end)):
            continue
        short = title_at(doc, i, k)
        if short is not None and short[0] == k and short[1] == lead:
            word = short[2]
            if word.kind == "honorific":  # شيخ الأزهر: an office of that body, no sheikh of that name
                word = replace(word, kind="office", takes="body")
            return k, lead, word
    return found


__all__ = ["next_title", "of_office", "office_at"]
