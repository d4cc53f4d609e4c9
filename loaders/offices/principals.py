"""Whose an office is: the body, state or place named right behind the title, by name, adjective or pronoun."""

from __future__ import annotations

from loaders.backrefs import again
from loaders.bodies import NAMED_NISBAS, body
from loaders.doc import Chunk, Doc
from loaders.lexicon.sets import word_set
from loaders.nations import nisba_at, state
from loaders.offices.phrase import KEEPER, SEATS, Phrase
from loaders.offices.upto import upto_holder
from loaders.spans import listed_at
from loaders.titles import PRONOUNS, person_at
from loaders.units import unit

OWN = word_set("offices.own")
"""Arms of a state with its pronoun (المتحدث باسم خارجيتها)."""
BACKED = word_set("offices.backed")
APPOINTED = word_set("offices.appointed")
"""Those of them whose office is theirs who appointed him."""
BELONGING = word_set("offices.belonging")


BASES = frozenset(("البحريه", "الجويه", "العسكريه"))
WITHIN = frozenset(("فيه", "فيها"))


def pronoun(phrase: Phrase) -> bool | None:
    """المتحدث باسمها, القيادي فيه, المتحدث باسم خارجيتها: the body or the state named before."""
    doc, j = phrase.doc, phrase.j
    form = doc.infos[j].word.fold
    if not phrase.is_office or phrase.where is not None or phrase.current.takes != "body":
        return False
    if form in PRONOUNS and (not phrase.words or (form in WITHIN and not phrase.inner)):
        phrase.belongs(Chunk(j, j + 1, j, j + 1, "backref", "pronoun", "pronoun", 0.6, name=doc.texts[j], head="*body"))
        phrase.j = j + 1
        return True
    at = j + (form == "باسم")
    if at < phrase.stop and doc.infos[at].word.fold in OWN:
        phrase.belongs(
            Chunk(at, at + 1, at, at + 1, "backref", "pronoun", "pronoun", 0.6, name=doc.texts[at], head="*state")
        )
        phrase.j = at + 1
        return True
    return False


def backed(phrase: Phrase) -> bool | None:
    """المعيّن من, المدعوم من, التابع ل: whose he is, or by whom he stands."""
    doc, j = phrase.doc, phrase.j
    form = doc.infos[j].word.fold
    if form in BACKED and j + 2 < phrase.stop and doc.infos[j + 1].prep in ("من", "عن"):
        got = principal_at(doc, j + 2, phrase.stop)
        if got is not None:
            if phrase.where is None and form in APPOINTED:
                phrase.belongs(got)  # وكيل المحافظة المعيّن من الحوثيين
            phrase.j = got.last
            return True
        if doc.infos[j + 2].definite:
            phrase.j = j + 3
            return True
    if form in BELONGING and j + 1 < phrase.stop and phrase.is_office:
        got = principal_at(doc, j + 1, phrase.stop)
        if got is None or got.lead != "ل":
            return None
        phrase.belongs(got)
        phrase.j = got.last
        return True
    return False


def _named_nisba(phrase: Phrase) -> bool:
    """المبعوث الأممي: an adjective that stands for a body."""
    doc, j = phrase.doc, phrase.j
    slug = NAMED_NISBAS.get(doc.infos[j].word.fold)
    if slug and phrase.is_office and phrase.where is None and phrase.iso is None and slug in doc.lex.entities:
        entity = doc.lex.entities[slug]
        phrase.belongs(
            Chunk(j, j + 1, j, j + 1, entity.type, "nisba", "nisba:body", 0.8, "", (entity,), name=doc.texts[j])
        )
        phrase.j = j + 1
        return True
    return False


def nisba(phrase: Phrase) -> bool | None:
    """الوزير السعودي, المبعوث الأممي: an adjective of the state or body whose the office is."""
    if _named_nisba(phrase):
        return True
    doc, j = phrase.doc, phrase.j
    at = nisba_at(doc, j, phrase.stop)
    plural = phrase.current.number != "s" and phrase.inner and phrase.iso
    if at is None or (at[1] and not (at[1] == "و" and plural)):
        return False
    named = listed_at(doc, j, phrase.stop)
    if named is not None and named[0] > at[0] and not named[1]:
        return False
    if named is not None and phrase.nation and at[2].definite and not doc.infos[j - 1].definite:
        return None  # اتهم وزير يمني السعودية: the country
    if not at[2].definite and person_at(doc, j, phrase.stop, True):
        return False
    phrase.iso = phrase.iso or at[2].iso
    phrase.nation = at[2].iso
    phrase.inner.append(
        Chunk(
            j,
            at[0],
            j,
            at[0],
            "country",
            "nisba",
            "nisba",
            0.8,
            at[1],
            (doc.lex.countries[at[2].iso].entity,),
            at[2].iso,
            name=doc.quote_free(j, at[0]),
        )
    )
    phrase.j, phrase.words = at[0], phrase.words + 1
    return True


def of_unit(phrase: Phrase) -> bool | None:
    """قائد اللواء العاشر: a unit of troops."""
    got = unit(phrase.doc, phrase.j, phrase.stop) if phrase.current.kind == "office" and phrase.where is None else None
    if got is None:
        return False
    phrase.belongs(got)
    phrase.j = got.last
    return True


def _absolute(phrase: Phrase) -> bool:
    """Whether the title's word has the ن that a possessor takes from it (ناشطون, مسؤولان)."""
    return phrase.doc.texts[phrase.j - 1].endswith(("ون", "ين", "ان"))


def of_body(phrase: Phrase) -> bool | None:
    """رئيس حزب الله, متحدث باسم الجيش: a body, country or place right behind the title."""
    if not phrase.is_office and phrase.current.takes != "body":
        return False
    got = principal_at(phrase.doc, phrase.j, phrase.stop)
    if got is None or got.lead not in ("", "ل", "ب"):
        return False
    sole = phrase.current.takes == "nisba" and " " in phrase.current.head
    sole = sole or phrase.current.head.startswith(KEEPER)
    if sole and not got.lead and got.kind in ("organization", "backref") and got.head[:6] != "state:":
        return None  # أطلع ولي العهد المجلس على: the next noun phrase
    another = got.by == "state:head" and got.lead == "" and phrase.noun == "وزير" and got.definite
    if another and phrase.portfolio and phrase.doc.infos[phrase.j - 1].definite:
        return None  # انتقد وزير الخارجية السياسة الأميركية: whom he criticizes
    told = phrase.inner[-1] if phrase.nation and phrase.inner else None
    if got.lead == "" and told is not None and told.last == phrase.j and told.by == "nisba":
        return None  # هنأ الرئيس الإيراني حزب الله: the next noun phrase
    absolute = phrase.current.number != "s" and phrase.j == phrase.first + 1 and _absolute(phrase)
    if absolute and not got.lead and not phrase.doc.texts[got.first].endswith(("ون", "ين")):
        return None  # اتهم ناشطون حزب س: a plural with its ن has no possessor
    bare = got.by == "lexicon" and got.kind != "place" and not got.lead and not phrase.doc.infos[got.first].definite
    if bare and phrase.current.definite and not phrase.words:
        return None  # اتهم المتحدث إثيوبيا: a noun with the article has no possessor
    owner = phrase.inner[-1] if phrase.inner else None
    of_state = owner is not None and owner.kind == "country" and owner.last == phrase.j and owner.by == "lexicon"
    armed = owner is not None and owner.kind == "country" and owner.last == phrase.j and owner.by == "state:head"
    if armed and got.kind in ("country", "militia") and got.by == "lexicon" and not got.lead:
        return None  # حذر قائد الجيش السوداني إثيوبيا: the next noun phrase
    if of_state and got.kind in ("place", "organization", "militia") and got.lead == "" and phrase.noun in SEATS:
        return None  # غادر أمير قطر الدوحة, دعا أمير الكويت مجلس الأمن
    if got.lead == "ل" and got.kind in ("place", "country") and phrase.nation and phrase.noun in SEATS:
        return None  # دعم الرئيس الروسي لطهران
    if (
        got.lead == "ل"
        and (phrase.where or phrase.nation or phrase.iso or phrase.current.takes != "body" or phrase.noun == "مصدر")
        and any(e.outlet for e in got.entities)
    ):
        return None  # قال متحدث باسم الجيش السوري لوكالة سانا: whom he told
    if (
        got.lead == ""
        and (where := phrase.where) is not None
        and where.kind in ("organization", "militia")
        and (got.kind != "country" or where.entities or phrase.doc.infos[where.last - 1].definite)
    ):
        return None  # ناشد الأمين العام للأمم المتحدة السودان: the next noun phrase
    phrase.belongs(got)
    phrase.j = got.last
    return True


def principal_at(doc: Doc, i: int, stop: int) -> Chunk | None:
    """What a title is of: a listed body, country or place, the state by an arm, or a body by head noun."""
    if i >= stop or doc.dated[i]:
        return None
    named = listed_at(doc, i, stop)
    if doc.infos[i].word.fold == "القاعده" and i + 1 < stop and doc.infos[i + 1].word.fold in BASES:
        return None  # قائد القاعدة البحرية
    other, arm = body(doc, i, stop), state(doc, i, stop)
    if arm is not None and (other is None or arm.last >= other.last):
        other = arm
    troop = unit(doc, i, stop)
    if troop is not None and (other is None or troop.last >= other.last):
        other = troop
    if named is None and (other is None or other.by == "head:name"):
        held = upto_holder(doc, i, stop) if again(doc, i) is None else None
        other = held if held is not None and (other is None or held.last > other.last) else other
    if named and (other is None or named[0] >= other.last):
        found = [e for e in named[2] if e.type != "person"]
        if found:
            entity = found[0]
            told = entity.type == "country" or (entity.state and len({e.country for e in found}) == 1)
            iso = entity.country if told else None  # two governments may bear one name
            return Chunk(
                i,
                named[0],
                i,
                named[0],
                entity.type,
                "name",
                "lexicon",
                0.95,
                named[1],
                tuple(found),
                iso,
                name=doc.quote_free(i, named[0]),
            )
        return None
    return other or again(doc, i)


__all__ = ["backed", "nisba", "of_body", "of_unit", "principal_at", "pronoun"]
