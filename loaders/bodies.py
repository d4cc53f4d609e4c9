"""Bodies that no list names: a head noun and what belongs to it.

المجلس الوطني الكردي · حركة «س» · كتائب س · سفارة روسيا; ministries.py, units.py, deals.py have the others.
"""

from __future__ import annotations

from loaders.bodynames import adjective, extent, wide
from loaders.deals import VAGUE, agreement
from loaders.doc import Chunk, Doc
from loaders.kinds import BODIES
from loaders.lexicon.nouns import Head
from loaders.lexicon.sets import word_set
from loaders.ministries import ministry
from loaders.names import name_end
from loaders.namewords import namelike
from loaders.nations import nisba_at
from loaders.spans import heads_at, listed_at, named, quoted_at

COMMON = word_set("bodies.common")
BRIGADES = frozenset(("كتايب", "الويه", "سرايا"))
STATES = word_set("bodies.states")
OF_TROOPS = word_set("bodies.of_troops")
"""Armed bodies that adjectives alone do not name (القوات الأجنبية الموجودة)."""

NAMED_NISBAS = {
    "الاممي": "organization/un",
    "الامميه": "organization/un",
    "اممي": "organization/un",
    "امميه": "organization/un",
}
"""Adjectives of bodies, as a title takes them (المبعوث الأممي)."""

LED_BY = word_set("bodies.led_by")
"""Bodies that, behind ب, are a doing (بقيادة فلان)."""

ORGANIZERS = word_set("bodies.organizers")
"""What stands behind تنظيم where it is a doing (تنظيم الحكومة انتخابات)."""

CIVIL = word_set("bodies.civil")
"""Adjectives of parties, unions and fronts that bear no arms (التنظيم الشعبي الناصري)."""

EMBASSIES = word_set("bodies.embassies")
"""Bodies of a state that its bare name follows (سفارة روسيا)."""

SEATED = word_set("bodies.seated")
"""Bodies of a state that في and its name may follow (البرلمان في س)."""

MANY = word_set("bodies.many")
"""Bodies in the plural, kinships and teams: named only by a proper name."""

NETWORKS = word_set("bodies.networks")
"""Social networks: where one posts, no actors (ONTOLOGY.md, 29)."""


def body(doc: Doc, i: int, stop: int) -> Chunk | None:
    """An organization, militia or agreement by head noun; the longest reading."""
    of_state = ministry(doc, i, stop)
    if of_state is not None:
        return of_state
    found = heads_at(doc, i, stop)
    if found is None:
        return None
    end, lead, heads = found
    if any(h.kind in ("event", "none") for h in heads):
        return None
    head = next((h for h in heads if h.kind in ("org", "body")), None)
    if head is None or no_body(doc, end, lead, head, stop):
        return None
    type = head.type or "organization"
    if type == "agreement":
        return agreement(doc, i, end, lead, head, stop)
    if type not in ("militia", "organization"):
        return None
    front = _front(doc, i, end, lead, head, stop)
    if front is not None:
        return front
    quoted = quoted_at(doc, end, stop)
    if quoted:
        return _quoted(doc, i, quoted, lead, head, type, stop)
    if head.form in EMBASSIES:
        of = listed_at(doc, end, stop)
        if of is not None and not of[1] and of[2][0].type == "country":
            return body_chunk(doc, i, of[0], lead, head, type, of[2][0].country, "head:name", 0.75)
    return _plain(doc, i, end, lead, head, type, stop)


def no_body(doc: Doc, end: int, lead: str, head: Head, stop: int) -> bool:
    """Whether a head noun that ends at `end` means a doing or some people here."""
    if lead[-1:] == "ب" and head.form in LED_BY:
        return True  # بقيادة فلان: led by
    if head.form.removeprefix("ال") in ("انصار", "حراس", "عصابات"):
        return True  # أنصار نافالني: a body only where a list has it
    of = listed_at(doc, end, stop) if head.form == "قياده" and lead[-1:] != "ب" else None
    if of is not None and not of[1] and of[2][0].type in ("militia", "organization"):
        return True  # قيادة حركة س: the body itself (members.py)
    if head.form in ("وفد", "الوفد"):
        return True  # of whom, not a body
    # تنظيم الحكومة انتخابات: what it organizes
    return head.form == "تنظيم" and end < stop and doc.infos[end].word.fold in ORGANIZERS


def _front(doc: Doc, i: int, end: int, lead: str, head: Head, stop: int) -> Chunk | None:
    """جبهة الحديدة: the place where they fight."""
    where = listed_at(doc, end, stop) if head.form == "جبهه" else None
    if where is None or where[2][0].type != "place":
        return None
    return Chunk(
        i,
        where[0],
        end,
        where[0],
        "place",
        "name",
        "place:head",
        0.8,
        lead,
        tuple(e for e in where[2] if e.type == "place"),
        None,
        "f",
        "s",
        doc.quote_free(end, where[0]),
        head=head.form,
    )


def _quoted(doc: Doc, i: int, quoted: tuple[int, int], lead: str, head: Head, type: str, stop: int) -> Chunk | None:
    """حركة «س», حزب «س» التركي: a head noun with a name in quotation marks."""
    first, last = quoted
    if (
        doc.infos[first + 1].word.fold in NETWORKS
        or ((head.definite or " ال" in head.form) and (not named_so(doc, first, last) or _held_by(doc, i, first, last)))
        or (
            last - first == 3
            and doc.infos[first + 1].ordinary
            and doc.infos[first + 1].word.fold.endswith(("ي", "يه"))
            and not doc.infos[first + 1].definite
        )
    ):
        return None  # موقع «تويتر», منظمة «إرهابية»
    whole = listed_at(doc, i, stop)  # رئيس حركة "فتح"
    if whole is not None and whole[0] == last - 1 and whole[1] == lead and whole[2][0].type in BODIES:
        return Chunk(
            i,
            last,
            i,
            last,
            whole[2][0].type,
            "name",
            "lexicon",
            0.95,
            lead,
            tuple(whole[2]),
            None,
            head.gender or None,
            name=named(doc, i, last, lead),
            head=head.form,
        )
    inside = listed_at(doc, first + 1, stop)
    if inside and inside[0] == last - 1 and head.form in ("الحكومه", "الوزاره", "المعارضه", "السلطات", "الرياسه"):
        return None  # اتهمت الحكومة «حزب الله»
    if inside and inside[0] == last - 1 and inside[2][0].type in ("militia", "organization"):
        return Chunk(
            i,
            last,
            first + 1,
            last - 1,
            inside[2][0].type,
            "name",
            "lexicon",
            0.95,
            lead,
            tuple(inside[2]),
            None,
            head.gender or None,
            name=doc.quote_free(first + 1, last - 1),
            head=head.form,
        )
    iso = None
    at = nisba_at(doc, last, stop)
    if at and at[2].definite:
        last, iso = at[0], at[2].iso
    last = last if iso else wide(doc, last, stop, head)  # مركز «س» للدراسات
    return body_chunk(doc, i, last, lead, head, type, iso, "head:quoted", 0.85)


def _plain(doc: Doc, i: int, end: int, lead: str, head: Head, type: str, stop: int) -> Chunk | None:
    """المجلس الوطني الكردي, كتائب س: a head noun and the words behind it, if they name one body."""
    name = extent(doc, end, stop, head)
    if name is None or _beyond(doc, i, end, name.last, stop):
        return None
    if not name.proper:
        many = head.form.split()[0].removeprefix("ال") in MANY  # الشركات الأوروبية: a kind, not a body
        armed = name.iso is None and head.form in COMMON and head.type == "militia"
        armed = armed and not (head.form in BRIGADES and _named_after(doc, end, name.last))
        if many or armed or head.form == "موقع":
            return None
    if name.words == 0:
        return None
    j, iso = name.last, name.iso
    known = listed_at(doc, i, stop)
    whole = known is not None and known[0] == j  # اجتمع مجلس التعاون الخليجي في الكويت: where
    if iso is None and not whole and j + 1 < stop and doc.texts[j] == "في" and head.form.split()[0] in SEATED:
        where = listed_at(doc, j + 1, stop)
        if where and not where[1] and where[2][0].type == "country":
            j, iso = where[0], where[2][0].country
    if head.definite and name.words == 1 and iso is None and end < doc.n and doc.infos[end].word.fold in VAGUE:
        return None
    if head.definite and head.gender == "m" and name.words == 1 and doc.infos[end].word.fold.endswith("ه"):
        return None  # غارات التحالف المساندة لس: an adjective of the word before
    if head.form in ("وحدات", "سريه") and iso and name.words == 1:
        return None  # الوحدات الإيرانية, الأجهزة السرية الروسية: the state's
    if type == "militia" and any(doc.infos[k].word.fold in CIVIL for k in range(end, j)):
        type = "organization"
    return body_chunk(doc, i, j, lead, head, type, iso, "head:name", 0.75 if iso or name.proper else 0.6)


def _beyond(doc: Doc, i: int, end: int, last: int, stop: int) -> bool:
    """وصفت حركة فتح القرار بأنه: whether a listed name ends before a noun with the article that begins what follows."""
    known = listed_at(doc, i, stop)
    if known is None or known[0] < end + 1 or last <= known[0] or known[2][0].type not in ("organization", "militia"):
        return False
    other = listed_at(doc, known[0], stop)
    if other is not None and not other[1] and other[2][0].type == "organization":
        return True  # دعت منظمة س المجتمع الدولي
    then = doc.infos[known[0]]
    if then.word.fold.startswith("لل") and known[0] > i + 1:
        return True  # دعا الاتحاد الأوروبي للمساهمة في
    if then.definite and then.heads and then.word.fold.startswith("ال"):
        return True  # طالب البرلمان الأوروبي المفوضية
    return not doc.infos[end].definite and then.definite and not adjective(then.word.fold)


def _named_after(doc: Doc, first: int, last: int) -> bool:
    """كتائب الراية: a thing or a quality that brigades are called by, not whose they are or what they are."""
    form = doc.infos[first].word.fold
    told = form.endswith(("ي", "يه", "ين", "ون", "ات")) and len(form) > len("الحريه")  # an adjective, or some people
    plain = last == first + 1 and form.startswith("ال") and not told
    return plain and form not in OF_TROOPS and form not in STATES and form not in VAGUE and not doc.infos[first].titles


def _held_by(doc: Doc, i: int, first: int, last: int) -> bool:
    """رئيس مجلس النواب "نبيه بري": whether the quoted words are the name of who holds the office before the body."""
    return i > 0 and bool(doc.infos[i - 1].titles) and name_end(doc, first + 1, last - 1, True) == last - 1


def named_so(doc: Doc, first: int, last: int) -> bool:
    """Whether quoted words look like a name, not like what is said of a body (الحلف «أقوى بكثير»)."""
    words = [k for k in range(first + 1, last - 1) if doc.texts[k][0].isalpha()]
    return bool(words) and (
        bool(doc.infos[words[0]].heads) or all(not doc.infos[k].ordinary and namelike(doc, k) for k in words)
    )


def body_chunk(
    doc: Doc, i: int, end: int, lead: str, head: Head, type: str, iso: str | None, by: str, score: float
) -> Chunk:
    gender = head.gender or (
        "f" if head.form.split()[0].endswith("ه") or head.form in ("كتايب", "سرايا", "قوات", "قوي") else "m"
    )
    return Chunk(
        i,
        end,
        i,
        end,
        type,
        "name",
        by,
        score,
        lead,
        (),
        iso,
        gender,
        "s",
        named(doc, i, end, lead),
        head=head.form,
        definite=True,
    )
