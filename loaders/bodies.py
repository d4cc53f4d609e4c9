"""Bodies, places and agreements that no list names: a head noun and what belongs to it.

وزارة الخارجية الروسية · الخارجية الروسية · المجلس الوطني الكردي · حركة «س» · كتائب س · مدينة س · القرار 2254
"""

from __future__ import annotations

from loaders.deals import VAGUE, agreement
from loaders.doc import Chunk, Doc
from loaders.lexicon.nouns import Head
from loaders.lexicon.sets import word_set
from loaders.lexicon.trie import END
from loaders.names import namelike, plain
from loaders.nations import FORCES, nisba_at
from loaders.spans import heads_at, listed_at, named, quoted_at

FOR_SOMETHING = word_set("bodies.for_something")
"""Bodies whose names go on with ل (المجلس الأعلى للأمن القومي)."""

COMMON = word_set("bodies.common")
"""Armed bodies that adjectives alone do not name (القوات الأجنبية الموجودة)."""

JOINED = frozenset(
    ("وزاره", "لجنه", "هييه", "منظمه", "مركز", "مجلس", "موسسه", "جهاز", "معهد", "مديريه", "داييره", "كليه", "نقابه")
)

NAMED_NISBAS = {
    "الاممي": "organization/un",
    "الامميه": "organization/un",
    "اممي": "organization/un",
    "امميه": "organization/un",
}
"""Adjectives of bodies, as a title takes them (المبعوث الأممي)."""

UNITS = word_set("bodies.units")

ORDINAL = word_set("bodies.ordinal")

ARM = word_set("bodies.arm")


def unit(doc: Doc, i: int, stop: int) -> Chunk | None:
    """اللواء 35 مدرع, الفرقة الرابعة, اللواء السابع: a unit of an army by its number."""
    info = doc.infos[i]
    for lead, rest in info.word.splits:
        if rest not in UNITS or i + 1 >= stop:
            continue
        j = i + 1
        form = doc.infos[j].word.fold
        if (
            doc.infos[j].number and len(form) <= 3 and not doc.dated[j] and rest not in ("فرقه", "سريه")
        ) or form in ORDINAL:
            j += 1
        else:
            continue
        while j < stop and doc.infos[j].word.fold in ARM:
            j += 1
        return Chunk(
            i,
            j,
            i,
            j,
            "organization",
            "name",
            "head:unit",
            0.7,
            lead,
            (),
            None,
            "m",
            "s",
            named(doc, i, j, lead),
            head=rest,
        )
    return None


def _title_here(doc: Doc, i: int, stop: int) -> bool:
    """A title at token i; feminine forms are as often nouns of doing (لجنة المراقبة)."""
    if not doc.infos[i].titles:
        return False
    found = doc.lex.phrase(doc.lex.titles, doc.infos, i, stop)
    return found is not None and any(t.gender != "f" for t in found[2])


def _head_here(doc: Doc, i: int, stop: int) -> bool:
    return heads_at(doc, i, stop) is not None


def body(doc: Doc, i: int, stop: int) -> Chunk | None:
    """An organization, militia or agreement by head noun; the longest reading."""
    ministry = _ministry(doc, i, stop)
    if ministry is not None:
        return ministry
    found = heads_at(doc, i, stop)
    if found is None:
        return None
    end, lead, heads = found
    if any(h.kind in ("event", "none") for h in heads):
        return None
    head = next((h for h in heads if h.kind in ("org", "body")), None)
    if head is None:
        return None
    type = head.type or "organization"
    if lead[-1:] == "ب" and head.form in ("قياده", "رياسه", "اداره", "زعامه"):
        return None  # بقيادة فلان: led by, not a body
    if head.form.removeprefix("ال") in ("انصار", "حراس", "عصابات"):
        return None  # أنصار نافالني: a body only where a list has it
    if head.form in ("وفد", "الوفد"):
        return None  # of whom, not a body
    if head.form == "تنظيم" and end < stop and doc.infos[end].word.fold in ORGANIZERS:
        return None  # تنظيم الحكومة انتخابات: what it organizes, not a body
    if type == "agreement":
        return agreement(doc, i, end, lead, head, stop)
    if type not in ("militia", "organization"):
        return None
    if head.form == "جبهه" and (front := listed_at(doc, end, stop)) is not None and front[2][0].type == "place":
        # جبهة الحديدة: where they fight
        return Chunk(
            i,
            front[0],
            end,
            front[0],
            "place",
            "name",
            "place:head",
            0.8,
            lead,
            tuple(e for e in front[2] if e.type == "place"),
            None,
            "f",
            "s",
            doc.quote_free(end, front[0]),
            head=head.form,
        )
    quoted = quoted_at(doc, end, stop)
    if quoted and (
        doc.infos[quoted[0] + 1].word.fold in NETWORKS
        or ((head.definite or " ال" in head.form) and not named_so(doc, *quoted))
        or (
            quoted[1] - quoted[0] == 3
            and doc.infos[end + 1].ordinary
            and doc.infos[end + 1].word.fold.endswith(("ي", "يه"))
            and not doc.infos[end + 1].definite
        )
    ):
        return None  # موقع «تويتر», منظمة «إرهابية»
    if quoted:
        inside = listed_at(doc, quoted[0] + 1, stop)
        if inside and inside[0] == quoted[1] - 1 and inside[2][0].type in ("militia", "organization"):
            known = inside[2][0]
            return Chunk(
                i,
                quoted[1],
                quoted[0] + 1,
                quoted[1] - 1,
                known.type,
                "name",
                "lexicon",
                0.95,
                lead,
                tuple(inside[2]),
                None,
                head.gender or None,
                name=doc.quote_free(quoted[0] + 1, quoted[1] - 1),
                head=head.form,
            )
        last = quoted[1]
        at = nisba_at(doc, last, stop)
        iso = None
        if at and at[2].definite:
            last, iso = at[0], at[2].iso
        return _body_chunk(doc, i, last, lead, head, type, iso, "head:quoted", 0.85)
    if (
        head.form in EMBASSIES
        and (of := listed_at(doc, end, stop)) is not None
        and not of[1]
        and of[2][0].type == "country"
    ):
        return _body_chunk(doc, i, of[0], lead, head, type, of[2][0].country, "head:name", 0.75)
    j, words, iso, proper = end, 0, None, 0
    if " " in head.form and (head.definite or head.form.split()[-1].startswith("ال")):
        words = 1  # المحكمة العليا: the head says enough
    while j < stop and words < 6:
        if doc.dated[j] or not doc.texts[j][0].isalpha():
            break
        info = doc.infos[j]
        form = info.word.fold
        at = nisba_at(doc, j, stop)
        if at and not at[1] and (at[2].definite or not (head.definite or words)):
            if not at[2].definite and not proper:
                break  # حركة سورية: no name
            if head.gender and words == 0 and at[2].number == "s" and at[2].gender != head.gender:
                break
            j, iso = at[0], at[2].iso
            words += 1
            if not (
                j < stop and doc.texts[j].startswith("ال") and doc.infos[j].word.fold in ("الحر", "الموحد", "العربي")
            ):
                break
            continue
        if info.closed & {"former"} or (info.closed and not info.mods) or _title_here(doc, j, stop):
            break
        splits = info.word.splits
        if form.startswith("ال") and len(form) > 3:
            if (words or head.definite) and (not _adjective(form) or (words and form in EPITHETS)):
                break  # ناشد مجلس الجنوب الإسراع: another noun
            if words and any(r.pos == "masdar" and r.definite for r in info.verbs):
                break  # وجه مجلس التعاون الخليجي التهنئة
            if words == 0 and not head.definite and head.form in DOINGS and not form.endswith(("ي", "يه")):
                return None  # إعادة تنظيم القوات, تجمع المتظاهرين
            if info.verbs and not any(r.definite for r in info.verbs):
                break
            if words and (other := listed_at(doc, j, stop)) is not None and other[2][0].type == "militia":
                break  # اتهمت منظمة العفو الدولية الحوثيين
            if (
                words == 0
                and form in VAGUE
                and not (j + 1 < stop and (nisba_at(doc, j + 1, stop) or _purpose(doc, j + 1, head)))
            ):
                break
            words, j = words + 1, j + 1
        elif (
            words
            and form.startswith("وال")
            and len(form) > 4
            and head.form in JOINED
            and not _head_here(doc, j, stop)
            and not info.titles
        ) or (
            words
            and head.form.split()[0] in FOR_SOMETHING
            and any(lead_ == "ل" and rest.startswith("ال") for lead_, rest in splits)
            and (not any(r.pos == "masdar" for r in info.verbs) or any(rest in PURPOSES for _, rest in splits))
        ):
            words, j = words + 1, j + 1
        elif (
            words == 0
            and not head.definite
            and head.form in PLACED
            and (town := listed_at(doc, j, stop)) is not None
            and not town[1]
            and (town[2][0].type == "place")
        ):
            proper, words, j = 1, 1, town[0]
            break
        elif words == 0 and not head.definite and not info.given and namelike(doc, j) and not info.ordinary:
            proper += 1
            words, j = words + 1, j + 1
            while (
                j < stop
                and proper < 3
                and plain(doc, j)
                and namelike(doc, j)
                and not doc.infos[j].ordinary
                and not doc.infos[j].nisbas
            ):
                proper, j = proper + 1, j + 1
            break
        elif not head.definite and words == 0 and j + 1 < stop and doc.texts[j + 1].startswith("ال") and form in _NOUNS:
            words, j = words + 2, j + 2  # مجلس أمناء الجامعة, هيئة تحرير الشام
        else:
            break
    if words and (iso or proper or head.form.split()[0] in JOINED or head.definite):
        j = _wide(doc, j, stop, head)
    if not proper and head.form.split()[0].removeprefix("ال") in MANY:
        return None  # الشركات الأوروبية: a kind, not a body
    if (
        words == 0
        or (iso is None and not proper and head.form in COMMON and head.type == "militia")
        or (head.form == "موقع" and not proper)
    ):
        return None
    if (
        iso is None
        and j + 1 < stop
        and doc.texts[j] == "في"
        and head.form.split()[0] in ("محكمه", "المحكمه", "برلمان", "وزاره", "مجلس", "هييه", "جهاز")
    ):
        named_ = listed_at(doc, j + 1, stop)
        if named_ and not named_[1] and named_[2][0].type == "country":
            j, iso = named_[0], named_[2][0].country
    if head.definite and words == 1 and iso is None and end < doc.n and doc.infos[end].word.fold in VAGUE:
        return None
    if head.form in ("وحدات", "سريه") and iso and words == 1:
        return None  # الوحدات الإيرانية, الأجهزة السرية الروسية: the state's
    if type == "militia" and any(doc.infos[k].word.fold in CIVIL for k in range(end, j)):
        type = "organization"
    return _body_chunk(doc, i, j, lead, head, type, iso, "head:name", 0.75 if iso or proper else 0.6)


def named_so(doc: Doc, first: int, last: int) -> bool:
    """Whether quoted words look like a name, not like what is said of a body (الحلف «أقوى بكثير»)."""
    words = [k for k in range(first + 1, last - 1) if doc.texts[k][0].isalpha()]
    return bool(words) and (
        bool(doc.infos[words[0]].heads) or all(not doc.infos[k].ordinary and namelike(doc, k) for k in words)
    )


def _wide(doc: Doc, j: int, stop: int, head: Head) -> int:
    """Where a body's name ends that says what it is for, or goes on with «and»: الأكاديمية الصينية للعلوم الزراعية,
    معهد س للدراسات السياسية, المعهد الوطني لعلوم الزلازل, جهاز المخابرات والأمن الوطني."""
    if j >= stop or doc.dated[j] or not doc.texts[j][0].isalpha():
        return j
    info = doc.infos[j]
    form = info.word.fold
    if info.closed or info.titles or info.heads or info.nisbas:
        return j
    of = next((rest for lead, rest in info.word.splits if lead == "ل"), "")
    if form.startswith("لل") and of.startswith("ال"):
        if not (of in PURPOSES or of in doc.lex.portfolios):
            return j
        j += 1
    elif of in PURPOSES and j + 1 < stop and doc.texts[j + 1].startswith("ال") and not doc.infos[j + 1].nisbas:
        j += 2
    elif not (form.startswith("وال") and head.form.split()[0] in JOINED and form[1:] in PURPOSES):
        return j
    while j < stop and doc.texts[j][0].isalpha() and not doc.dated[j] and not doc.infos[j].closed:
        form = doc.infos[j].word.fold  # الي ends like an adjective with its article
        told = form.startswith("ال") and _adjective(form) and form not in EPITHETS and not doc.infos[j].titles
        if not told and not (form.startswith("وال") and form[1:] in PURPOSES):
            break
        j += 1
    return j


PURPOSES = word_set("bodies.purposes")
"""What bodies are for, as their names say it."""

CIVIL = word_set("bodies.civil")
"""Adjectives of parties, unions and fronts that bear no arms (التنظيم الشعبي الناصري)."""

DOINGS = frozenset(("تنظيم", "تجمع", "حشد"))
"""Nouns of doing too: a body only before an adjective or a proper name."""

EMBASSIES = frozenset(("سفاره", "قنصليه", "برلمان", "محكمه", "شرطه", "سفارتي"))

MANY = word_set("bodies.many")
"""Bodies in the plural, kinships and teams: named only by a proper name."""

PLACED = word_set("bodies.placed")
"""Bodies of one town or region (بلدية نانت, محور تعز)."""


def _adjective(form: str) -> bool:
    """Whether a definite word looks like an adjective: الإسلامي, العليا, المتحدة."""
    return form.endswith(("ي", "يه", "يين")) or form.startswith("الم") or form in VAGUE or form in ADJECTIVES


ORGANIZERS = word_set("bodies.organizers")
ADJECTIVES = word_set("bodies.adjectives")


def _purpose(doc: Doc, j: int, head: Head) -> bool:
    """الهيئة العامة للأنواء: what a body is for tells which."""
    return head.form.split()[0] in FOR_SOMETHING and any(
        lead == "ل" and rest.startswith("ال") for lead, rest in doc.infos[j].word.splits
    )


_NOUNS = word_set("bodies.nouns")


def _body_chunk(
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


NETWORKS = frozenset(
    (
        "تويتر",
        "فيسبوك",
        "فيس",
        "انستغرام",
        "انستجرام",
        "يوتيوب",
        "واتساب",
        "تيليغرام",
        "تليغرام",
        "تلغرام",
        "سناب",
        "تيك",
        "اكس",
    )
)
"""Social networks: where one posts, no actors (ONTOLOGY.md, 29)."""

EPITHETS = word_set("bodies.epithets")
"""Adjectives that say something of a body and are no part of its name (المحظور)."""

GREAT = frozenset(("الدفاع", "الداخليه", "الخارجيه", "الماليه", "العدل"))
"""Portfolios that have a ministry of their own (وزارة الدفاع والداخلية: two)."""

NO_MINISTRY = ("وسايل", "سايل", "الشوون", "شوون")


def _ministry(doc: Doc, i: int, stop: int) -> Chunk | None:
    """وزارة الخارجية [الروسية], الخارجية الروسية, وزارة خارجية X."""
    info = doc.infos[i]
    for lead, rest in info.word.splits:
        if rest in ("وزاره", "الوزاره"):
            j = i + 1
            longest = portfolio_end(doc, j, stop)
            if longest == j:
                return None
            if rest == "وزاره" and longest < stop and doc.infos[longest - 1].word.fold not in GREAT:
                joined = doc.infos[longest].word.fold
                if joined.startswith("وال") and joined[1:] in PURPOSES and joined[1:] not in GREAT:
                    longest += 1  # وزارة الزراعة والغابات
            at = nisba_at(doc, longest, stop)
            if at and not at[1] and at[2].definite:
                return _ministry_chunk(doc, i, at[0], j, longest, lead, at[2].iso)
            in_ = longest
            if in_ + 1 < stop and doc.texts[in_] in ("في", "ل"):
                in_ += 1
            named = listed_at(doc, in_, stop) if in_ < stop else None
            if named and named[1] in ("", "ل") and (in_ == longest or named[2][0].type == "country"):
                country = next((e for e in named[2] if e.type == "country"), None)
                if country is not None:
                    return _ministry_chunk(doc, i, named[0], j, longest, lead, country.country)
            return _ministry_chunk(doc, i, longest, j, longest, lead, None)
        if doc.lex.portfolios.get(rest) or rest == "الدفاع":
            before = doc.infos[i - 1] if i else None
            if before is not None and not lead and doc.texts[i - 1][0].isalpha() and not before.closed:
                form = before.word.fold
                if form.endswith(NO_MINISTRY) or not (any(r.pos == "verb" for r in before.verbs) or before.definite):
                    continue  # وسائل الإعلام الإيرانية, الشؤون الداخلية السعودية
            longest = i + 1
            at = nisba_at(doc, longest, stop)
            if at and not at[1] and at[2].definite and at[2].gender == "f" and not doc.dated[i]:
                return _ministry_chunk(doc, i, at[0], i, longest, lead, at[2].iso)
    return None


def portfolio_end(doc: Doc, i: int, stop: int) -> int:
    """End of the longest listed portfolio at token i; i when none."""
    best, words = i, []
    for j in range(i, min(stop, i + 6)):
        if not doc.texts[j][0].isalpha():
            break
        words.append(doc.infos[j].word.fold)
        joined = " ".join(words)
        if joined in doc.lex.portfolios or (len(words) == 1 and "ال" + joined in doc.lex.portfolios):
            best = j + 1
    return best


def _ministry_chunk(doc: Doc, i: int, end: int, pfirst: int, plast: int, lead: str, iso: str | None) -> Chunk:
    folded = [doc.infos[k].word.fold for k in range(pfirst, plast)]
    if pfirst == i and lead:
        folded[0] = folded[0][len(lead) :] if not lead.endswith("ل") else "ال" + folded[0].split("ل", 2)[-1]
    name = "وزارة " + named(doc, pfirst, plast, lead if pfirst == i else "")
    chunk = Chunk(
        i, end, i, end, "organization", "name", "head:ministry", 0.9, lead, (), iso, "f", "s", name, head="وزاره"
    )
    chunk.metonym = None
    chunk.head = "وزاره " + " ".join(folded)
    return chunk


DEALS_ALONE = frozenset(("الاتفاق", "الاتفاقيه", "المعاهده", "المذكره", "الهدنه", "الصفقه", "القرار"))

STATE_ALONE = frozenset(("الحكومه", "النظام", "الجيش", "السلطات", "القوات", "الدوله"))


def again(doc: Doc, i: int) -> Chunk | None:
    """الحركة, الوزارة, البيان: a body named before."""
    for lead, rest in doc.infos[i].word.splits:
        following = doc.infos[i + 1].word.fold if i + 1 < doc.n else ""
        if (rest in FORCES and following in STATE_ALONE) or (rest == "القوات" and following == "الحكوميه"):
            arm = "حكومه" if rest == "القوات" else following[2:]
            return Chunk(
                i,
                i + 2,
                i,
                i + 2,
                "backref",
                "title",
                "again",
                0.6,
                lead,
                gender="f",
                name=doc.quote_free(i, i + 2),
                head="state:" + arm,
            )
        if not rest.startswith("ال") or len(rest) < 5:
            continue
        for head in doc.lex.heads.get(rest, {}).get(END, ()):
            if head.kind == "country" and rest in STATE_ALONE:
                return Chunk(
                    i,
                    i + 1,
                    i,
                    i + 1,
                    "backref",
                    "title",
                    "again",
                    0.6,
                    lead,
                    gender=head.gender,
                    name=doc.texts[i],
                    head="state:" + rest[2:],
                )
            if head.type == "agreement" and head.alone and rest in DEALS_ALONE:
                return Chunk(
                    i,
                    i + 1,
                    i,
                    i + 1,
                    "backref",
                    "title",
                    "again",
                    0.6,
                    lead,
                    gender="m",
                    name=doc.texts[i],
                    head=rest[2:],
                )
            if (
                head.kind in ("org", "body") and head.type != "agreement" and (head.alone or rest == "البيان")
            ) or rest in ("البيان", "التقرير"):
                gender = "f" if rest.endswith("ه") else "m"
                return Chunk(
                    i,
                    i + 1,
                    i,
                    i + 1,
                    "backref",
                    "title",
                    "again",
                    0.6,
                    lead,
                    gender=gender,
                    name=doc.texts[i],
                    head=rest[2:],
                )
    return None
