"""How a title's phrase goes on behind a mark: a name after a comma, a body in quotes, another name in brackets."""

from __future__ import annotations

from kg.model import fold
from loaders.bodies import named_so
from loaders.doc import Chunk, Doc
from loaders.lexicon.trie import END
from loaders.offices.phrase import Phrase
from loaders.offices.principals import principal_at
from loaders.spans import quoted_at
from loaders.titles import person_at, title_at

SKIM = frozenset("،,\"«“”„()'")
OPENING = frozenset("\"«“”„'")
CLOSING = frozenset("\"»”“'")
OUTLETS = ("قناه", "صحيفه", "وكاله", "موقع", "شبكه")
"""Nouns that the lists put before an outlet's name, in the order that they are tried."""


def mark(phrase: Phrase) -> bool | None:
    """A comma, a quote, a bracket; any other mark ends the phrase."""
    doc, j = phrase.doc, phrase.j
    text = doc.texts[j]
    if text in CLOSING and j + 1 < phrase.stop and _opened(phrase):
        phrase.j += 1  # عضو اللجنة المركزية لحركة «فتح» فلان
        return True
    if text not in SKIM:
        return False if text[0].isalpha() else None
    if j + 1 >= phrase.stop:
        return None
    if text in "،,":
        return True if _after_comma(phrase) else None
    if text in OPENING:
        return True if _quoted_name(phrase) or quoted_body(phrase, j) else None
    if text == "(":
        return True if _brackets(phrase) else None
    return None


def _opened(phrase: Phrase) -> bool:
    """Whether a quotation mark stands open within the phrase, as behind a listed name that ends in quotes."""
    texts = phrase.doc.texts[phrase.i : phrase.j]
    if phrase.doc.texts[phrase.j] == '"':
        return texts.count('"') % 2 == 1
    return sum(text in "«“„" for text in texts) > sum(text in "»”" for text in texts)


def _after_comma(phrase: Phrase) -> bool:
    """«وزير الخارجية، س» and «وزير الخارجية، الدكتور س»."""
    doc, k = phrase.doc, phrase.j + 1
    if doc.infos[k].word.fold in ("هو", "هي") and k + 1 < phrase.stop:
        k += 1  # متحدثة باسم الحكومة، هي فلانة،
    found = title_at(doc, k, phrase.stop)
    if (
        found
        and not found[1]
        and found[2].definite
        and (found[2].kind in ("rank", "honorific") or found[2].head in ("امير", "اميره", "ملك", "ملكه"))
    ):
        end = found[0]
        more = title_at(doc, end, phrase.stop) if end < phrase.stop else None
        if more and not more[1] and more[2].definite and more[2].head in ("امير", "اميره", "شيخ", "شيخه", "ملك"):
            end = more[0]  # رئيس الوزراء، صاحب السمو الملكي الأمير فلان
        person = person_at(doc, end, phrase.stop, False)
        if person:
            return phrase.hold(person)
    complete = bool(phrase.words and (phrase.where or phrase.iso or phrase.portfolio))
    complete = complete or (phrase.j - 1 > phrase.first and doc.infos[phrase.j - 1].definite)  # رئيس الجمهورية، س
    if not (phrase.current.number == "s" and phrase.current.definite) and not (phrase.where or phrase.iso or complete):
        return False
    if phrase.current.number != "s":
        return False
    if _his_before(phrase):
        return False
    person = person_at(doc, k, phrase.stop, not complete)
    if person is None or phrase.elsewhere(person[1]):
        return False
    chunk = person[1]
    if chunk.last - chunk.first > 1 or (chunk.by == "lexicon" and chunk.entities):
        return phrase.hold(person)
    return False


def _his_before(phrase: Phrase) -> bool:
    """هاجم فلان، الأمين العام لحزب س، علانا: an office between commas behind a listed man who is known to hold it."""
    doc, end = phrase.doc, phrase.i - 1
    if end < 2 or phrase.lead or doc.texts[end] not in "،,":
        return False
    head = phrase.title.head.split(" ")[0]
    for first in range(end - 2, max(-1, end - 5), -1):
        got = doc.lex.match(doc.infos, doc.texts, first, end)
        if got is None or got[0] != end:
            continue
        offices = [o for e in got[2] if e.type == "person" for o in e.offices]
        if (body := phrase.where) is not None:  # هاجم الرئيس، فلان، رئيس شبكة س، علانا
            named = set(fold(body.name).split())
            own = {e.slug for e in body.entities}
            offices = [o for o in offices if o.body in own or named <= set(fold(o.title).split())]
        titles = [fold(o.title).split() for o in offices]
        held = [t for t in titles if t[0].removeprefix("ال") == head and set(phrase.portfolio[:1]) <= set(t)]
        return bool(held) and (phrase.iso is None or any(phrase.iso == e.country for e in got[2]))
    return False


def _quoted_name(phrase: Phrase) -> bool:
    """زعيم الجبهة "فلان": a name in quotes of its own behind an office that says whose it is."""
    doc, k = phrase.doc, phrase.j + 1
    told = phrase.where or phrase.iso or phrase.portfolio or doc.infos[phrase.j - 1].definite
    if phrase.current.number != "s" or not told:
        return False
    person = person_at(doc, k, phrase.stop, True) or (_foreign_name(phrase, k) if phrase.iso else None)
    if person is None or person[0] >= phrase.stop or doc.texts[person[0]] not in CLOSING:
        return False
    end, name = person
    if end - k < 2 and not (name.by == "lexicon" and name.entities):
        return False
    name.last = end + 1
    return phrase.hold((end + 1, name))


def _foreign_name(phrase: Phrase, k: int) -> tuple[int, Chunk] | None:
    """نظيره الباكستاني "اسد قيصر": words of no list and no language, behind the office of a state."""
    person = person_at(phrase.doc, k, phrase.stop, False)
    words = phrase.doc.infos[k : person[0]] if person is not None else []
    return person if len(words) > 1 and not any(w.ordinary or w.heads for w in words) else None


def _brackets(phrase: Phrase) -> bool:
    """قائد قوات سوريا الديمقراطية (قسد) س: another name of the body in brackets is skipped when a name follows."""
    doc, k = phrase.doc, phrase.j + 1
    while k < phrase.stop and doc.texts[k] != ")" and k - phrase.j < 6:
        k += 1
    if k + 1 < phrase.stop and doc.texts[k] == ")" and (phrase.where is not None or phrase.iso):
        after = k + 1 + (doc.texts[k + 1] in "،,")
        person = person_at(doc, after, phrase.stop, True) if after < phrase.stop else None
        if person is not None and person[1].last - person[1].first > 1:
            return phrase.hold(person)
    return False


def quoted_body(phrase: Phrase, j: int) -> bool:
    """رئيس «منصة القاهرة», رئيسة "المجلس الوطني": listed or not."""
    doc = phrase.doc
    span = quoted_at(doc, j, phrase.stop)
    if not phrase.is_office:
        return False
    if phrase.where is not None and phrase.where.head != "*body":
        # قائد قوات سوريا الديمقراطية «قسد» س: the body's other name
        person = person_at(doc, span[1], phrase.stop, True) if span else None
        if span is None or person is None:
            return False
        phrase.j = span[1]
        return True
    got = principal_at(doc, j + 1, phrase.stop)
    if got is not None and got.last < phrase.stop and doc.texts[got.last] in CLOSING:
        phrase.belongs(got)
        phrase.j = got.last + 1
        return True
    if span is None or not (phrase.current.takes == "body" or phrase.words):
        return False
    whose = _outlet(doc, span[0] + 1, span[1] - 1) or _unlisted(phrase, span)
    if whose is None:
        return False
    phrase.belongs(whose)
    phrase.j = span[1]
    return True


def _unlisted(phrase: Phrase, span: tuple[int, int]) -> Chunk | None:
    """A body that is known by its quotes alone, and not by a person's name in them."""
    doc, a, b = phrase.doc, span[0] + 1, span[1] - 1
    if person_at(doc, a, b, True) is not None or (phrase.words and not named_so(doc, *span)):
        return None  # مندوب سوريا في مجلس الأمن «زعلان»
    head, name = doc.infos[a].word.fold, doc.quote_free(*span)
    return Chunk(a, b, a, b, "organization", "name", "title:quoted", 0.7, name=name, head=head)


def _outlet(doc: Doc, a: int, b: int) -> Chunk | None:
    """مراسل «العربية»: a listed outlet without its noun."""
    for noun in OUTLETS:
        node = doc.lex.root.get(noun)
        for k in range(a, b):
            node = node.get(doc.infos[k].word.fold) if node is not None else None
        for entity in node.get(END, ()) if node is not None else ():
            return Chunk(a, b, a, b, entity.type, "name", "lexicon", 0.85, "", (entity,), name=doc.quote_free(a, b))
    return None


__all__ = ["OPENING", "mark", "quoted_body"]
