"""Nations: their adjectives, and the state named by one of its arms (القوات التركية, حكومة سوريا)."""

from __future__ import annotations

from loaders.doc import Chunk, Doc
from loaders.lexicon.entities import Nisba
from loaders.lexicon.nouns import Head
from loaders.lexicon.sets import word_set
from loaders.namewords import plain
from loaders.spans import heads_at, listed_at
from loaders.text import QUOTES

ARMED = word_set("bodies.armed")

PEOPLE = word_set("bodies.people")


def nisba_at(doc: Doc, i: int, stop: int) -> tuple[int, str, Nisba] | None:
    """A nation's adjective at token i: (end, lead, reading); two-word ones (كوري شمالي) too."""
    if i >= stop:
        return None
    info = doc.infos[i]
    two = doc.lex.nisba2
    for lead, rest in info.word.splits:
        found = two.get(rest)
        if found and i + 1 < stop and doc.infos[i + 1].word.fold in found:
            return i + 2, lead, found[doc.infos[i + 1].word.fold]
    if info.nisbas:
        for lead, nisba in info.nisbas:
            rule = doc.lex.doubtful.get(info.word.fold[len(lead) :])
            if rule is None or (rule == "noun" and nisba.definite) or (not lead and _vouched(doc, i, nisba, rule)):
                return i + 1, lead, nisba
    return None


STATES = word_set("bodies.states")


def _vouched(doc: Doc, i: int, nisba: Nisba, rule: str) -> bool:
    """Whether an adjective that is also an ordinary word or a name (مالية, تركي) follows a noun that vouches for it."""
    if i == 0 or not doc.texts[i - 1][0].isalpha() or doc.infos[i - 1].definite != nisba.definite:
        return False
    prev = doc.infos[i - 1]
    if rule == "noun":
        return (
            not prev.closed
            and not prev.prep
            and not (prev.verbs and all(r.pos == "verb" for r in prev.verbs))
            and prev.word.fold not in doc.lex.given
        )
    return any(rest in STATES for _, rest in prev.word.splits)


LANGUAGES = word_set("bodies.languages")

MONEY = word_set("bodies.money")


def other_sense(doc: Doc, i: int, lead: str) -> bool:
    """دولار أمريكي, باللغة الفرنسية, بالإنجليزية: a currency or a language, no doing of a state."""
    if i and doc.infos[i - 1].word.fold in MONEY:
        return True
    return lead == "ب" and doc.infos[i].word.fold[1:] in LANGUAGES


FORCES = word_set("bodies.forces")

ARMS = word_set("bodies.arms")


def state(doc: Doc, i: int, stop: int) -> Chunk | None:
    """القوات التركية, حكومة سوريا, مسؤول أميركي, جيش الاحتلال: the state itself, named by one of its arms."""
    found = heads_at(doc, i, stop)
    if found is None:
        return None
    end, lead, heads = found
    head = next((h for h in heads if h.kind == "country"), None)
    if head is None or (lead[-1:] == "ب" and head.form in ("قياده", "رياسه", "اداره")):
        return None
    if (
        lead[-1:] == "ب"
        and head.form == "قوه"
        and (end >= stop or not doc.infos[end].nisbas or doc.infos[end].definite)
    ):
        return None  # تدعم بقوة س: strongly
    if head.form == "طرف" and not head.definite and i and doc.infos[i - 1].word.fold == "من":
        return None  # من طرف السلطات المغربية: by them
    if (
        not head.definite
        and end < stop
        and doc.infos[end].heads
        and (whole := state(doc, end, stop)) is not None
        and not whole.lead
        and whole.iso
    ):
        return of_head(doc, i, whole.last, lead, head, whole.iso)  # قوات الجيش اليمني
    nation = _behind_quotes(doc, i, end, stop)
    if nation is not None and nation[2].definite:
        return of_head(doc, i, nation[0], lead, head, nation[2].iso)
    j, skipped = end, 0
    while j < stop and skipped < 2:
        at = nisba_at(doc, j, stop)
        if at and not at[1]:
            if at[2].definite == head.definite or not head.definite:
                return of_head(doc, i, at[0], lead, head, at[2].iso)
            return None
        form = doc.infos[j].word.fold
        sent = head.form == "وفد" and form.startswith("ال") and form.endswith("ي")  # الوفد البرلماني الكويتي
        if (head.definite and (form in ARMED or sent or "former" in doc.infos[j].closed)) or (
            not head.definite
            and plain(doc, j)
            and not doc.infos[j].verbs
            and not form.startswith("ال")
            and not doc.infos[j].nisbas
            and (head.form in PEOPLE or nisba_at(doc, j + 1, stop))
        ):
            j, skipped = j + 1, skipped + 1
        else:
            break
    if (
        not head.definite
        and end < stop
        and doc.infos[end].word.fold in ("النظام", "الحكومه")
        and not nisba_at(doc, end + 1, stop)
    ):
        return Chunk(
            i,
            end + 1,
            i,
            end + 1,
            "backref",
            "title",
            "again",
            0.7,
            lead,
            gender=head.gender,
            number="p",
            name=doc.quote_free(i, end + 1),
            head="state:" + doc.infos[end].word.fold[2:],
        )
    if (
        not head.definite
        and (head.form in FORCES or (head.form == "جيش" and doc.texts[end : end + 1] == ["الدفاع"]))
        and end + 1 < stop
        and doc.infos[end].word.fold in ARMS
    ):
        at = nisba_at(doc, end + 1, stop)
        if at is None and doc.infos[end + 1].word.fold in ("الجوي", "الساحلي", "المدني", "السلام", "الحدود"):
            at = nisba_at(doc, end + 2, stop)  # قوات الدفاع الجوي الإيرانية, قوات حفظ السلام الروسية
        if at and not at[1] and at[2].definite:
            return of_head(doc, i, at[0], lead, head, at[2].iso)  # قوات الأمن الأفغانية
    if not head.definite and end < stop and not doc.dated[end]:
        named = listed_at(doc, end, stop)
        if named and not named[1]:
            country = next((e for e in named[2] if e.type == "country"), None)
            if country is not None:
                return of_head(doc, i, named[0], lead, head, country.country)
            if head.form in ("قوات", "نظام", "حكومه", "جيش", "اداره", "سلطات"):
                person = [e for e in named[2] if e.type == "person" and e.country]
                if len({e.country for e in person}) == 1:
                    chunk = of_head(doc, i, named[0], lead, head, person[0].country)
                    if chunk is not None:
                        chunk.inner.append(
                            Chunk(
                                end,
                                named[0],
                                end,
                                named[0],
                                "person",
                                "name",
                                "lexicon",
                                0.9,
                                "",
                                tuple(person),
                                name=doc.quote_free(end, named[0]),
                            )
                        )
                    return chunk
    return None


def _behind_quotes(doc: Doc, i: int, end: int, stop: int) -> tuple[int, str, Nisba] | None:
    """«الاحتلال» التركي, "قوات الاحتلال" التركي: the adjective behind the quoted words from i on that name the arm."""
    if end < stop and doc.infos[end].word.fold in ARMS:
        end += 1
    if i == 0 or end >= stop or doc.texts[i - 1] not in QUOTES or doc.texts[end] not in QUOTES:
        return None
    at = nisba_at(doc, end + 1, stop)
    return at if at is not None and not at[1] else None


def of_head(doc: Doc, i: int, end: int, lead: str, head: Head, iso: str | None) -> Chunk | None:
    """The state `iso` told by its arm `head` in tokens [i, end); None without a state."""
    if iso is None:
        return None
    number = "p" if head.form in ("قوات", "سلطات", "طايرات", "مقاتلات", "مسوولون", "مسوولين", "مصادر", "جنود") else "s"
    return Chunk(
        i,
        end,
        i,
        end,
        "country",
        "nisba",
        "state:head",
        0.9,
        lead,
        (doc.lex.countries[iso].entity,),
        iso,
        head.gender,
        number,
        doc.quote_free(i, end),
        head=head.form,
        definite=head.definite,
    )
