"""Titles and the names behind them: what a title's word is, and where a name stands (offices: the phrase)."""

from __future__ import annotations

import re

from kg.model import fold
from loaders.doc import Chunk, Doc
from loaders.lexicon.nouns import Title
from loaders.lexicon.sets import word_set
from loaders.lexicon.trie import END
from loaders.names import name_end
from loaders.spans import listed_at
from loaders.surnames import SONS

PRONOUNS = frozenset(("باسمها", "باسمه", "باسمهم", "فيها", "فيه", "لها", "له"))

COMMANDERS = frozenset(("آمر", "وآمر", "لآمر", "بآمر"))
"""Libya: who commands a unit or an operations room; its letters without the madda are those of an order (أمر)."""
FIRST_NAMES = frozenset(("عماد", "سيدي", "رفيق"))
"""A rank and an honour that are given names too, before a father's or family name."""
THEIR_HEIRS = frozenset(("عهده", "عهدها"))
STATES_OWN = frozenset(("وزير", "سفير", "ملك", "قنصل"))
"""Offices whose pronoun means a state (وزيرها للخارجية); the others' means the body told last (رئيسه)."""

DELEGATES = word_set("clause.delegates")

PEERS = {
    "نظيره": ("m", "s"),
    "نظيري": ("m", "s"),
    "نظيرها": ("m", "s"),
    "نظيرهم": ("m", "s"),
    "نظيرهما": ("m", "s"),
    "نظيرتهم": ("f", "s"),
    "نظيرتهما": ("f", "s"),
    "نظيرته": ("f", "s"),
    "نظيرتها": ("f", "s"),
    "نظيريه": ("m", "d"),
    "نظيريها": ("m", "d"),
    "نظراوه": ("m", "p"),
    "نظرايه": ("m", "p"),
    "نظرايها": ("m", "p"),
}
"""نظيره الفرنسي: who holds the office that the one before him holds."""


def title_at(doc: Doc, i: int, stop: int) -> tuple[int, str, Title] | None:
    for lead, rest in doc.infos[i].word.splits:
        if rest in PEERS:
            gender, number = PEERS[rest]
            return i + 1, lead, Title("نظير", "office", "nisba", gender, number, True)
    if _accusing(doc, i, stop):
        return None
    if doc.infos[i].word.fold == "المقرر" and i and doc.infos[i - 1].word.fold in ("من", "ومن", "كان", "وكان"):
        return None
    if i + 1 < stop and doc.infos[i + 1].word.fold in THEIR_HEIRS and "ولي" in doc.infos[i].word.rests:
        lead = next(lead for lead, rest in doc.infos[i].word.splits if rest == "ولي")
        return i + 1, lead, Title("ولي عهد", "office", "body", "m", "s", True)  # ولي عهدها
    if i + 1 < stop and doc.infos[i + 1].word.fold == "الرسمي" and doc.texts[i].endswith("ه"):
        own = _with_pronoun(doc, i)  # ناطقه الرسمي, no ناطقة
        if own is not None:
            return own
    if doc.texts[i] in COMMANDERS:
        return i + 1, doc.texts[i][:-3], Title("امر", "office", "body", "m", "s", False)
    if i and doc.infos[i].word.fold.endswith(("ي", "يه")) and not DELEGATES.isdisjoint(doc.infos[i - 1].word.rests):
        return None  # وفد برلماني كويتي: an adjective, no member of parliament
    if not doc.infos[i].titles:
        return _with_pronoun(doc, i) if doc.infos[i].owned else None
    if doc.infos[i].word.fold in FIRST_NAMES and i + 1 < stop and _named_on(doc, i + 1):
        return None  # حركة النهضة عماد الخميري, الوزير سيدي ولد سالم
    found = doc.lex.phrase(doc.lex.titles, doc.infos, i, stop)
    if found is None or (found[2][0].head == "متهم" and not found[2][0].definite):
        return None  # متهمة فلانا: she accuses
    return found[0], found[1], found[2][0]


def _named_on(doc: Doc, k: int) -> bool:
    """Whether a father's or family name stands at k, or the second half of سيدي محمد."""
    info, form = doc.infos[k], doc.infos[k].word.fold
    if form in SONS or form == "عبد" or (form in ("محمد", "احمد") and doc.infos[k - 1].word.fold == "سيدي"):
        return not (k + 1 < doc.n and doc.infos[k + 1].word.fold == "السادس")
    return not info.given and info.definite and not info.ordinary and not info.titles and not info.nisbas


def _accusing(doc: Doc, i: int, stop: int) -> bool:
    """انتقدت س كذا، متهمة ص بكذا, داعية ص إلى كذا: what she does, and no accused woman (متهمة بكذا), no preacher."""
    form = doc.infos[i].word.fold
    if form in ("داعيه", "وداعيه") and 0 < i < stop - 1:
        after = doc.infos[i + 1].word.fold
        apart = form.startswith("و") or doc.texts[i - 1] in "،,"
        return apart and (after.startswith("ال") or not after.endswith("ي"))  # but داعية سعودي
    if form not in ("متهمه", "متهما", "متهم", "متهمين") or not i or doc.texts[i - 1] not in "،,":
        return False
    after = doc.texts[i + 1] if i + 1 < stop else " "
    return after[0].isalpha() and after[0] not in "بف" and not doc.infos[i + 1].prep


def _with_pronoun(doc: Doc, i: int) -> tuple[int, str, Title] | None:
    """رئيسها, زعيمه, رئيسته: an office with the body as a pronoun."""
    for lead, rest in doc.infos[i].word.splits:
        for end in ("ها", "هم", "ه"):
            stem = rest[: -len(end)]
            if len(stem) < 4 or not rest.endswith(end):
                continue
            for form in (stem, stem[:-1] + "ه" if stem.endswith("ت") else stem):
                for title in doc.lex.titles.get(form, {}).get(END, ()):
                    if title.kind == "office" and title.number == "s" and not title.definite and title.head in _OWNED:
                        after = doc.infos[i + 1].word.fold if i + 1 < doc.n else ""
                        last = i + 2 if after in ("الرسمي", "الرسميه") else i + 1  # ناطقه الرسمي فلان
                        return last, lead, Title(title.head, "office", "pronoun", title.gender, "s", True)
    return None


_OWNED = word_set("titles.owned")


def person_at(doc: Doc, i: int, stop: int, strict: bool) -> tuple[int, Chunk] | None:
    """A personal name at token i, listed or by grammar: (end, chunk of the name alone)."""
    named = listed_at(doc, i, stop)
    people = tuple(e for e in named[2] if e.type == "person") if named and not named[1] else ()
    if named and named[1] == "و" and named[2][0].type == "person":
        return None  # ولي العهد وبن زايد: another man
    phrase = doc.lex.phrase(doc.lex.titles, doc.infos, i, stop) if doc.infos[i].titles else None
    if phrase is not None and phrase[0] > i + 1 and not phrase[1]:
        return None  # ولي العهد
    if phrase is not None and not phrase[1] and phrase[2][0].takes == "body" and _owned(doc, phrase[0], stop):
        return None  # حضرة صاحب السمو أمير البلاد: no man of the name أمير
    end = name_end(doc, i, stop, strict)
    if people and named and i + 1 < named[0] < end and "verb" in doc.infos[named[0]].kinds:
        end = named[0]  # كيم جونغ أون أشرف على
    if named and people and named[0] >= end:
        # a listed one-word name goes on when the grammar says so (محمد بن ...), handled by `end`
        chunk = Chunk(
            i, named[0], i, named[0], "person", "name", "lexicon", 0.95, "", people, name=doc.quote_free(i, named[0])
        )
        chunk.gender = doc.lex.gender(fold(people[0].name).split()[0]) if len(people) == 1 else None
        return named[0], chunk
    if end > i:
        if named and not named[1] and named[0] >= end:
            return None  # a listed body or place
        if end == i + 1 and _doubtful(doc, i):
            return None
        by, score = ("names:given", 0.8) if doc.infos[i].word.fold in doc.lex.given else ("names:slot", 0.6)
        gender = doc.lex.gender(doc.infos[i].word.fold)
        return end, Chunk(
            i,
            end,
            i,
            end,
            "person",
            "name",
            by,
            score,
            "",
            people if end == i + 1 else (),
            gender=gender,
            name=doc.quote_free(i, end),
        )
    return None


def _owned(doc: Doc, i: int, stop: int) -> bool:
    """Whether the country follows of which an office is."""
    if i >= stop:
        return False
    named = listed_at(doc, i, stop)
    country = named is not None and not named[1] and named[2][0].type == "country"
    return country or doc.infos[i].word.fold in ("البلاد", "دوله", "الدوله")


def _doubtful(doc: Doc, i: int) -> bool:
    """One unlisted word behind a title that may well be a verb or an adverb (الرئيس يبرئ, الرئيس مهرولا)."""
    info = doc.infos[i]
    form = info.word.fold
    if doc.texts[i][1:2] == "إ" and form[0] in "لب":
        return True  # لإجهازه
    if form in doc.lex.given or form in doc.lex.given_common or info.family:
        return False
    if doc.texts[i].endswith(("ه", "ها", "هم", "ة")) or any(c.isdigit() for c in form):
        return True  # المواطن … اقتنائه, الرئيس … طائشة, أمريكية … بقيمة1
    return (
        form.endswith("وا")  # جندي أفغاني لجؤوا
        or form[0] in "يتن"
        or (form[0] == "م" and form[-1] == "ا")
        or (form[0] == "و" and form[1] not in "ايول")
        or re.fullmatch("ب?(ا.ت.ا.|ان..ا.|است..ا.)", form) is not None
    )


__all__ = ["PEERS", "PRONOUNS", "person_at", "title_at"]
