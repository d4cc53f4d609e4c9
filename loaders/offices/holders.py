"""Who holds the office: the name behind it, and whether one word may be a name there."""

from __future__ import annotations

from loaders.doc import Chunk, Doc
from loaders.lexicon.sets import word_set
from loaders.namewords import KUNYA
from loaders.offices.phrase import Phrase
from loaders.spans import listed_at
from loaders.titles import person_at

BY_ONE_NAME = word_set("offices.by_one_name")


def holder(phrase: Phrase) -> bool | None:
    """The name behind the title, unless it is rather a word of the language."""
    current = phrase.current
    if phrase.portfolio[-1:] == ["عمليات"] and (room := person_at(phrase.doc, phrase.j, phrase.stop, True)) is not None:
        phrase.j, phrase.words = room[0], phrase.words + 1
        return True  # آمر غرفة عمليات عمر المختار: whose name it has
    if not (
        phrase.words or current.takes != "body" or current.definite or current.kind in ("rank", "honorific", "role")
    ):
        return False
    form = phrase.doc.infos[phrase.j].word.fold
    behind = phrase.doc.infos[phrase.j + 1] if phrase.j + 1 < phrase.stop else None
    if form.startswith("ال") and behind is not None and behind.word.fold in KUNYA and not phrase.words:
        return False  # القيادي الحوثي أبو حرب: whose he is comes first
    person = person_at(phrase.doc, phrase.j, phrase.stop, False)
    if person is not None and current.number == "p" and not current.definite and not _with_others(phrase, person[0]):
        return False  # التقى ممثلو المعارضة فلانا
    if person is not None and person[1].by == "lexicon" and phrase.one_of_theirs():
        return None
    if person is not None and phrase.elsewhere(person[1]):
        return False  # التقى حاكم دبي ماكرون
    if person is None or (current.kind == "office" and person[1].by == "names:slot" and _common(phrase.doc, person[1])):
        return False
    if person[0] == phrase.j + 1 and person[1].by != "lexicon" and not _single(phrase, person[1]):
        return False
    if person[0] == phrase.j + 1 and person[1].by == "names:given" and _surname(phrase, person[0]):
        person[1].last = person[1].nlast = person[0] + 1
        person[1].name = phrase.doc.quote_free(phrase.j, person[0] + 1)
        person = (person[0] + 1, person[1])
    return phrase.hold(person)


def _with_others(phrase: Phrase, end: int) -> bool:
    """Whether another name is joined behind the one that ends at `end`: not one man of several holds an office."""
    doc = phrase.doc
    k = end + (end < doc.n and doc.texts[end] in "،,")
    return k < doc.n and doc.infos[k].word.fold.startswith("و")


def _surname(phrase: Phrase, k: int) -> bool:
    """رئيس المجلس علي العبوس لموقعنا: a word of the language with the article, where a noun phrase ends with it.

    Not behind the titles whose bearers go by one name (الملك سلمان, الرئيس عباس).
    """
    doc, info = phrase.doc, phrase.doc.infos[k] if k < phrase.stop else None
    head = phrase.noun
    if info is None or doc.dated[k] or (head in BY_ONE_NAME and not (head == "رييس" and phrase.where is not None)):
        return False
    form = info.word.fold
    if not form.startswith("ال") or len(form) < 5 or info.closed or info.verbs or info.nisbas or info.heads:
        return False
    if (info.titles and form[2:] not in doc.lex.given_common and form != "الخلف") or listed_at(doc, k, phrase.stop):
        return False
    after = doc.infos[k + 1] if k + 1 < doc.n else None
    return after is None or (
        not after.definite and (not doc.texts[k + 1][0].isalpha() or bool(after.closed) or len(after.word.splits) > 1)
    )


def _single(phrase: Phrase, name: Chunk) -> bool:
    """Whether one unlisted word may be the name: not behind «سياسي مخضرم», «محللين يرون», «رئيس الحكومة فتح»."""
    info = phrase.doc.infos[name.nfirst]
    told = phrase.iso or phrase.where or phrase.portfolio
    if phrase.current.number != "s" or not (phrase.current.definite or told):
        return False
    return phrase.current.kind != "office" or info.given or info.family or not (info.verbs or info.ordinary)


def _common(doc: Doc, name: Chunk) -> bool:
    """Names that are words too, and seldom anything but them: الرئيس ضيف شرف; but النائب كريم منصور."""
    forms = [doc.infos[k].word.fold for k in range(name.nfirst, name.nlast)]
    if any(f in doc.lex.given or f in doc.lex.family or f not in doc.lex.given_common for f in forms):
        return False
    often = [f for f in forms if f in doc.lex.given_often and not (forms[0] == "علي" and f in doc.lex.ordinary)]
    return len(forms) < 2 or not often


__all__ = ["holder"]
