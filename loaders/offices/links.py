"""What prepositions and small words add to an office: whose it is, where, over what; or where its phrase ends."""

from __future__ import annotations

from kg.model import fold
from loaders.doc import Chunk
from loaders.lexicon.sets import word_set
from loaders.offices.marks import OPENING, quoted_body
from loaders.offices.phrase import DIPLOMATS, GOVERNORS, SEATS, Phrase
from loaders.offices.principals import principal_at
from loaders.offices.sequences import of_office, office_at
from loaders.spans import listed_at
from loaders.text import QUOTES

LINKS = word_set("offices.links")
CAUCUSES = word_set("offices.caucuses")
"""What a party is called in a parliament, before its name."""
SENT = word_set("offices.sent")
"""Prepositions of where he is accredited or sent: not whose he is."""
UNSENT = word_set("offices.unsent")
"""Who is not sent anywhere by his title."""
SO_CALLED = frozenset(("يسمي", "تسمي", "يعرف", "تعرف", "سمي"))
"""ما يسمى, ما يعرف بـ: what stands before a name that the writer does not grant."""
MATTERS = word_set("offices.matters")
"""What somebody knows or deals with (الخبير في شؤون الخليج)."""
PURPOSES = word_set("offices.purposes")
"""For what somebody holds his office, in one word (لحقوق الإنسان)."""
TROOPS = frozenset(("قوات", "جيش", "مقاتلي"))
HERE = frozenset(("البلاد", "السلطنه"))
TALKS = word_set("offices.talks")
"""What a delegation goes to."""
DELEGATE = frozenset(("المنتدب", "المنتدبه"))
"""Of ministers delegated to another's office."""
ENVOYS = DIPLOMATS | {"مستشار", "مقرر", "وسيط", "خبير"}
"""Those who are sent about a land or a matter (المبعوث الأممي بشأن ليبيا)."""
SERVING = word_set("offices.serving")
"""Who serves another's office (النائب الأول لرئيس المجلس)."""
OVERSEERS = word_set("offices.overseers")
"""المشرف على, القائم على: who is over what follows."""


def linked(phrase: Phrase) -> bool | None:
    """What a preposition adds: في لبنان, باسم «قسد», لدى مصر, إلى سوريا, لشؤون اليمن."""
    doc, j = phrase.doc, phrase.j
    info, form = doc.infos[j], doc.infos[j].word.fold
    if form in PURPOSES and phrase.is_office:
        return _matters(phrase, j)  # مفوضة س السامية لحقوق الإنسان
    if form == "بشان" and j + 1 < phrase.stop and not ENVOYS.isdisjoint(phrase.current.head.split(" ")):
        return _sent_about(phrase, j + 1)
    if form not in LINKS or not (info.prep is not None or form in ("باسم", "بلسان", "لشوون")) or not phrase.is_office:
        return False
    k = j + 1
    if k < phrase.stop and form in ("الي", "في") and doc.infos[k].word.fold in TALKS and "الوفد" in phrase.portfolio:
        where = listed_at(doc, k + 1, phrase.stop)
        phrase.j = where[0] if where is not None and not where[1] and where[2][0].type == "place" else k + 1
        return True  # رئيس الوفد الإيراني إلى محادثات فيينا
    some = phrase.current.number in ("p", "d") and not (phrase.current.definite or phrase.where)
    if k >= phrase.stop or (form == "الي" and (phrase.noun in UNSENT or some)):
        return None  # توجه فلان وزير الخارجية إلى نيويورك, أرسلت س مقاتلين إلى ص: where they went
    if doc.texts[k] in OPENING:
        if form == "ل" and _told_to(phrase, k):
            return None
        return True if form not in SENT and quoted_body(phrase, k) else None
    delegate = not DELEGATE.isdisjoint(phrase.portfolio) or phrase.noun == "كاتب"
    spoken = form in ("باسم", "بلسان") or (form == "لدي" and delegate)
    if spoken and doc.infos[k].titles and of_office(phrase, k, office_at(doc, k, phrase.stop)):
        return True  # المتحدث باسم رئيس الوزراء, الوزير المنتدب لدى رئيس الحكومة, كاتبة الدولة لدى وزير الخارجية
    if form == "لدي" and doc.infos[k].word.fold in HERE:
        phrase.j, phrase.words = k + 1, phrase.words + 1
        return True  # السفيرة الأمريكية لدى البلاد فلانة
    if form == "في" and doc.infos[k].word.fold in MATTERS:
        return _matters(phrase, k)
    listed = listed_at(doc, k, phrase.stop)
    town = listed is not None and not listed[1] and listed[2][0].type in ("place", "country")
    field = not doc.infos[k].heads and doc.texts[k].startswith("ال") and not town  # not: سفيرها في القاهرة
    if form == "في" and phrase.where is not None and field:
        return _field(phrase, k)
    got = principal_at(doc, k, phrase.stop)
    if got is None and form == "باسم" and doc.infos[k].word.fold in TROOPS:
        got = principal_at(doc, k + 1, phrase.stop)  # المتحدث باسم قوات التحالف
    if got is None and form in ("عن", "في") and doc.infos[k].word.fold in CAUCUSES:
        got = principal_at(doc, k + 1, phrase.stop)  # النائبة عن كتلة نداء تونس
        got = got if got is not None and got.kind in ("organization", "militia") else None
    if got is not None and (form not in ("عن", "علي") or got.kind in ("organization", "militia", "backref")):
        return _linked_name(phrase, form, got)
    return _linked_words(phrase, form, k)


def _sent_about(phrase: Phrase, k: int) -> bool | None:
    """المستشارة الخاصة للأمين العام بشأن ليبيا فلانة: the land or matter that an envoy is sent about."""
    land = listed_at(phrase.doc, k, phrase.stop)
    told = land is not None and not land[1] and land[2][0].type in ("place", "country")
    if not told and not phrase.doc.texts[k].startswith("ال"):
        return None
    phrase.j, phrase.words = land[0] if land is not None and told else k + 1, phrase.words + 1
    return True


def _told_to(phrase: Phrase, k: int) -> bool:
    """وزير س لـ«العربي الجديد»: …: whether the quoted name at k, before a colon, is the outlet that he told it."""
    doc = phrase.doc
    for q in range(k + 2, min(doc.n - 1, k + 6)):
        if doc.texts[q] in QUOTES:
            return doc.texts[q + 1] == ":"
    return False


def _linked_name(phrase: Phrase, form: str, got: Chunk) -> bool | None:
    """A name behind the preposition: whose the office is, or only where it is held."""
    if form in SENT and got.kind == "place" and DIPLOMATS.isdisjoint(phrase.current.head.split(" ")):
        return None  # وصل رئيس الدبلوماسية إلى طرابلس
    if form == "في" and got.kind == "place" and phrase.iso and not phrase.where and phrase.noun in SEATS:
        return None  # التقى الرئيس التركي في سوتشي نظيره: where they met
    sits = (
        form == "في" and phrase.where is not None and (got.kind in ("place", "country") or got.by.startswith("place"))
    )
    if form in SENT or sits or (form == "في" and phrase.iso and phrase.noun in DIPLOMATS):
        phrase.inner.append(got)  # المتحدث باسم قسد في الحسكة: where he sits
        phrase.words += 1
    else:
        phrase.belongs(got)
    phrase.j = got.last
    return True


def _linked_words(phrase: Phrase, form: str, k: int) -> bool | None:
    """Words behind the preposition that name nobody: المشرف على القطاع, المتحدث باسم المؤتمر."""
    doc = phrase.doc
    over = form == "علي" and phrase.noun in OVERSEERS
    if (form == "في" or over) and (phrase.words or phrase.portfolio):
        return _field(phrase, k)
    if form in ("باسم", "لشوون", "عن") and doc.texts[k].startswith("ال") and not doc.infos[k].titles:
        phrase.portfolio.append(doc.infos[k].word.fold)
        phrase.j, phrase.words = k + 1, phrase.words + 1
        return True
    if form == "الي" and doc.infos[k].word.fold in doc.lex.root:
        named = listed_at(doc, k, phrase.stop)
        if named is not None:
            phrase.j = named[0]
            return True
    return None


def _matters(phrase: Phrase, k: int) -> bool:
    """في شؤون الشرق الأوسط, في قضايا الإرهاب: of what, a land or a definite noun, that names nobody's master."""
    doc = phrase.doc
    phrase.portfolio.append(doc.infos[k].word.fold)
    end = k + 1
    named = listed_at(doc, end, phrase.stop)
    if named is not None and not named[1] and named[2][0].type in ("place", "country", "militia", "organization"):
        end = named[0]
    while end < phrase.stop and end < k + 4 and doc.infos[end].definite and not doc.infos[end].titles:
        end += 1
    phrase.j, phrase.words = end, phrase.words + 1
    return True


def _field(phrase: Phrase, k: int) -> bool | None:
    """في المنطقة الشرقية, في القطاع الغربي: definite words that tell where or of what."""
    doc, end = phrase.doc, k
    if (
        k + 1 < phrase.stop
        and doc.infos[k].heads
        and not doc.infos[k].definite
        and doc.infos[k + 1].definite
        and not doc.infos[k].titles
    ):
        end = k + 2  # في وفد المعارضة
        phrase.portfolio.append(doc.infos[k].word.fold)
    while (
        end < phrase.stop
        and end - k < 3
        and doc.texts[end].startswith("ال")
        and not doc.infos[end].titles
        and not doc.infos[end].nisbas
    ):
        info = doc.infos[end]
        if info.closed and not info.mods:
            break
        if end > k and not info.ordinary and not info.definite:
            break
        phrase.portfolio.append(info.word.fold)
        end += 1
    if end == k:
        return None
    phrase.j, phrase.words = end, phrase.words + 1
    return True


def served(phrase: Phrase) -> bool | None:
    """النائب الأول لرئيس مجلس س فلان, المستشار السياسي للرئيس س فلان: the office that he serves tells whose his is."""
    if not phrase.doc.infos[phrase.j].titles or phrase.where is not None or phrase.iso or phrase.title.number != "s":
        return False
    if phrase.noun not in SERVING or not phrase.is_office:
        return False
    found = office_at(phrase.doc, phrase.j, phrase.stop)
    if found is None or found[1] != "ل" or found[2].kind != "office" or found[2].number != "s":
        return False
    inner = phrase.another(phrase.j, found)
    if inner is None or not inner.roles or inner.lead != "ل":
        return False
    role = inner.roles[0]
    end = role.last
    if inner.kind == "person" and any(fold(o.title).startswith(role.head) for e in inner.entities for o in e.offices):
        end = inner.last  # مستشار الأمن القومي للرئيس الأميركي فلان: the president's name
        phrase.inner.append(inner)
    else:
        named, then = phrase.doc.infos[end : end + 1], phrase.doc.infos[end + 1 : end + 2]
        if end == phrase.j + 1 and named and then and (named[0].family or named[0].names) and then[0].titles:
            end += 1  # المعاون السياسي للرئيس س النائب فلان
    if role.body is not None:
        phrase.belongs(role.body)
    phrase.inner.extend(c for c in inner.inner if c.last <= role.last and c is not role.body)
    phrase.iso = phrase.iso or role.iso
    phrase.portfolio.append(role.head)
    phrase.words += end - phrase.j
    phrase.j = end
    return True if end < inner.last or inner.kind != "person" else None


def closed(phrase: Phrase) -> bool | None:
    """A small word ends the phrase, unless a listed name begins with it (بات رايدر, جنوب أفريقيا)."""
    info = phrase.doc.infos[phrase.j]
    if not info.closed:
        return False
    called = info.word.fold == "ما" and not phrase.current.definite and phrase.j + 2 < phrase.stop
    if called and phrase.doc.infos[phrase.j + 1].word.fold in SO_CALLED:
        phrase.j += 2  # رئيس ما يسمى المجلس الانتقالي
        return True
    named = listed_at(phrase.doc, phrase.j, phrase.stop)
    kinds = {e.type for e in named[2]} if named is not None and not named[1] and named[0] - phrase.j > 1 else set()
    if kinds & {"person", "country"} or ("place" in kinds and phrase.noun in GOVERNORS):
        return False  # رئيس جنوب أفريقيا, والي شمال دارفور
    return None


__all__ = ["closed", "linked", "served"]
