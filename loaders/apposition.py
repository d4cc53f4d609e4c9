"""Offices told apart from the name: «س، وزير الخارجية», «س وزيرا للعمل», «الرئيسان التركي والروسي س وص»."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from kg.model import fold
from loaders.doc import Chunk, Doc, Role
from loaders.lexicon.cues import cues
from loaders.lexicon.sets import word_set

GAPS = (["،"], [","], ["-"], ["("], ["–"])
SPOKEN = word_set("offices.speaking") | word_set("apposition.spoken")
"""Titles with the article that follow a name without a comma (أشرف القدرة الناطق باسم الوزارة)."""
STYLES = frozenset(("ملك", "سلطان", "امير", "امبراطور"))
"""How a ruler is styled behind the office that he is told by."""
HEADS = frozenset(("رييس الجمهوريه", "رييس الحكومه", "رييس الدوله", "رييس الوزراء", "وزير اول"))
"""Offices of a state that one man holds beside no other."""
REACH = 45
"""Tokens within which an adjective takes up the office of the one before (… والتركي، فلان)."""


@lru_cache(maxsize=1)
def _speaking() -> frozenset[str]:
    return frozenset(cues())


def apposed(doc: Doc, out: list[Chunk]) -> list[Chunk]:
    """Joins title chunks to the persons next to them; returns the chunks that remain."""
    _by_his_past(doc, out)
    holder = 0
    for k in range(len(out) - 1):
        if out[k].kind != "part":
            holder = k
        a, b = out[holder], out[k + 1]
        if a.kind != "person" or b.kind != "title" or b.number != "s" or not b.roles or not _office(b.roles[0]):
            continue
        more = out[k].kind == "part" and _second(doc, a, b)
        if b.lead and not (b.lead == "و" and more):
            continue
        after = out[k + 2] if k + 2 < len(out) else None
        gap = doc.texts[a.last : b.first]
        if not gap and _stacked(a, b, after):
            _join(a, b)  # فلان القائد العام للقوات المسلحة وزير الدفاع
            continue
        if more or (not gap and _behind(doc, a, b)) or (gap in GAPS and _between_commas(doc, a, b, after)):
            _join(a, b)
    out = [c for c in out if c.kind != "part"]
    _spread(doc, out)
    return out


def _second(doc: Doc, a: Chunk, b: Chunk) -> bool:
    """«فلان، وزير الفلاحة ورئيس حزب س،»: a second office right behind the first, closed by a comma."""
    return b.first == a.last and _closed(doc, b) and bool(b.roles) and not _conflict(a, b.roles[0])


def _join(a: Chunk, b: Chunk) -> None:
    """The office b is the person's a, who stands before it."""
    a.roles.extend(b.roles)
    told = Chunk(b.first, b.last, b.first, b.last, "person", "title", "apposition", 0.8, name=b.name)
    a.inner.extend([told, *b.inner])
    a.last = b.last
    b.kind = "part"


def _stacked(a: Chunk, b: Chunk, after: Chunk | None) -> bool:
    """Whether a second office right behind the first is one that the lists know the person before them by."""
    if after is None or after.kind != "title" or after.first != b.last or after.lead or after.number != "s":
        return False
    role = after.roles[0] if after.roles else None
    if role is None or role.kind != "office" or after.definite or _conflict(a, b.roles[0]) or _conflict(a, role):
        return False
    return _holds(a, role)


def _holds(a: Chunk, role: Role) -> bool:
    """Whether the lists know a person by an office of this head."""
    return any(role.head.split(" ")[0] in fold(o.title) for e in a.entities for o in e.offices)


def _by_his_past(doc: Doc, out: list[Chunk]) -> None:
    """«مبعوث س، الرئيس السابق فلان،»: told by his present office and, between commas, with a former one."""
    for k in range(len(out) - 1, 0, -1):
        title, who = out[k - 1], out[k]
        if title.kind != "title" or who.kind != "person" or who.lead or doc.texts[title.last : who.first] != ["،"]:
            continue
        closed = who.last < doc.n and doc.texts[who.last] in "،,.\n"
        if not closed or not title.roles or title.roles[0].many or not _office(title.roles[0]):
            continue
        own = who.roles[0] if who.roles and who.roles[0].first < who.nfirst else None
        same = {e.country for e in who.entities} == {title.roles[0].iso}
        if own is not None and own.head in STYLES and same and own.iso in (None, title.roles[0].iso):
            own = replace(own, former=True)  # «العاهل الأردني، الملك عبد الله الثاني،»
            who.roles = who.roles[1:]
        told = title.roles[0]
        member = told.head == "عضو" and told.body is not None  # عضو اللجنة، رئيس الدائرة فلان
        if own is not None and ((member and own.head != "عضو") or (own.former and not told.former)):
            who.roles, who.inner = [*title.roles, *who.roles], [title, *title.inner, *who.inner]
            who.first, who.lead = title.first, title.lead
            del out[k - 1]


def _office(role: Role) -> bool:
    return role.kind == "office" or role.body is not None


def _told(role: Role) -> bool:
    return bool(role.iso or role.body is not None)


def _conflict(a: Chunk, role: Role) -> bool:
    """Another's office: of a nation that is not the listed person's, or a second one of the same head elsewhere."""
    own = {e.country for e in a.entities}
    if own and role.iso and None not in own and role.iso not in own and role.body is None:
        return True
    return any(r.kind == "office" and r.iso and role.iso and r.iso != role.iso for r in a.roles)


def _between_commas(doc: Doc, a: Chunk, b: Chunk, after: Chunk | None) -> bool:
    """«س، وزير الخارجية الروسي،»"""
    role = b.roles[0]
    if _conflict(a, role) or (
        after is not None and after.kind == "person" and after.first == b.last and not after.lead
    ):
        return False
    another = after if after is not None and after.kind == "title" and after.first == b.last else None
    joined = another is not None and another.lead in ("", "و") and _closed(doc, another)
    if joined and another is not None and not (another.lead and another.roles and _conflict(a, another.roles[0])):
        return True  # س، ولي العهد نائب القائد الأعلى، قال; فلان، وزير الفلاحة ورئيس حزب س، قال
    if b.last >= doc.n or doc.texts[b.last] in '،,.-)؛:\n«"“':
        return True
    if another is not None and another.roles and not another.lead:
        return False  # «س، ولي العهد نائب القائد الأعلى فلان»: another's
    info = doc.infos[b.last]
    return bool(info.verbs or "complement" in info.closed or (_told(role) and not b.definite))


def _closed(doc: Doc, chunk: Chunk) -> bool:
    return chunk.last < doc.n and doc.texts[chunk.last] in "،,."


def _behind(doc: Doc, a: Chunk, b: Chunk) -> bool:
    """«علي لاريجاني مستشار المرشد», «سمير مراد وزيرا للعمل»: no comma between."""
    role = b.roles[0]
    if fold(doc.texts[b.first]) == role.head.split(" ")[0] + "ا" or _known_for(doc, a, b):
        return True
    body = role.body is not None or any(c.by == "state:head" for c in b.inner)
    spoken = (body and role.head in SPOKEN) or role.portfolio.startswith("المسوول")
    if (
        (doc.infos[b.first].definite and not spoken)  # فلان الوزير المسؤول عن الشؤون الخارجية
        or _conflict(a, role)
        or (a.nlast - a.nfirst < 2 and not a.entities)
    ):
        return False
    if any(r.kind == "office" and r.head != role.head and r.first < a.first for r in a.roles):
        return False
    if a.nfirst > a.first and role.head in HEADS and _held_before(a, role):
        return False  # دعا الأمين العام فلان رئيس الجمهورية إلى: two
    if not (_told(role) or role.portfolio or " " in role.head):
        return False
    before = doc.infos[a.first - 1] if a.first else None
    if before is not None and before.verbs and doc.texts[a.first - 1][0].isalpha():
        # التقى بوتين رئيس الوزراء الهندي: two; قال لافروف وزير الخارجية: one
        lemmas = {r.lemma for r in before.verbs if r.pos == "verb"}
        if lemmas and not lemmas & _speaking() and not _holds(a, role):
            return False
    return True


def _held_before(a: Chunk, role: Role) -> bool:
    """Whether an office stands before the name of a man who is not known to hold the one behind it."""
    told = any(r.kind == "office" and r.first < a.nfirst for r in a.roles)
    return told and not _holds(a, role)


def _known_for(doc: Doc, a: Chunk, b: Chunk) -> bool:
    """«حذر اللواء س القائد العام للجيش الإيراني، ص»: a listed person, and an office that the lists give him."""
    role = b.roles[0]
    if len(a.entities) != 1 or a.nlast - a.nfirst < 2 or b.last >= doc.n or doc.texts[b.last] not in "،,":
        return False
    who = a.entities[0]
    same = role.iso == who.country and bool(role.iso) and not any(r.kind == "office" for r in a.roles)
    return same and any(role.head in fold(o.title) for o in who.offices)


def _spread(doc: Doc, out: list[Chunk]) -> None:
    """One title of several: each takes his nation's share of it."""
    for k, chunk in enumerate(out):
        if (
            chunk.roles
            and chunk.roles[0].many
            and _office(chunk.roles[0])
            and chunk.first <= chunk.roles[0].first < chunk.last
        ):
            _several(doc, out, k)
        elif chunk.kind == "nisba" and chunk.definite and chunk.lead in ("و", "") and k + 1 < len(out):
            _another(doc, out, k)


def _several(doc: Doc, out: list[Chunk], k: int) -> None:
    """الرئيسان التركي والروسي رجب طيب أردوغان وفلاديمير بوتين, القياديان في الحزب س وص."""
    title, role = out[k], out[k].roles[0]
    nations = [c.iso for c in title.inner if c.form == "nisba" and c.iso and c.last <= role.last]
    people: list[Chunk] = [title] if title.kind == "person" else []
    last = title.last
    for chunk in out[k + 1 :]:
        gap = doc.texts[last : chunk.first]
        if chunk.kind != "person" or any(r.kind == "office" for r in chunk.roles) or not (gap == [] or gap in GAPS[:2]):
            break
        if people and not (chunk.lead == "و" or gap):
            break
        people.append(chunk)
        last = chunk.last
    if title.kind != "person" and len(people) < 2:
        return
    for n, person in enumerate(people):
        iso = nations[n] if len(nations) == len(people) else (role.iso if len(nations) < 2 else None)
        if person is title:
            role.iso = iso if len(nations) > 1 else role.iso
        else:
            person.roles.append(replace(role, iso=iso))


def _another(doc: Doc, out: list[Chunk], k: int) -> None:
    """وزير الخارجية الروسي سيرغي لافروف … والتركي، مولود جاويش أوغلو."""
    nisba, person = out[k], out[k + 1]
    gap = doc.texts[nisba.last : person.first]
    if (
        person.kind != "person"
        or person.lead
        or person.roles
        or not (gap == [] or gap in GAPS[:2])
        or person.nlast - person.nfirst < 2
    ):
        return
    own = {e.country for e in person.entities}
    if own and nisba.iso not in own:
        return
    if doc.texts[nisba.first - 1 : nisba.first] not in (["،"], [","]) and not nisba.lead:
        return
    for chunk in reversed(out[max(0, k - 5) : k]):
        if nisba.first - chunk.last > REACH or "\n" in doc.texts[chunk.last : nisba.first]:
            return
        role = next((r for r in chunk.roles if r.kind == "office" and r.iso and r.body is None), None)
        if role is not None and role.iso != nisba.iso:
            word = doc.quote_free(nisba.first, nisba.last)
            person.roles.append(
                replace(
                    role,
                    text=" ".join([*role.text.split()[:-1], word.removeprefix("و")]),
                    iso=nisba.iso,
                    first=nisba.first,
                    last=nisba.last,
                )
            )
            return
