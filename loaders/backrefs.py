"""Words that point back: bodies by their head noun alone (الحركة, الوزارة, قوات النظام), الأخير, بلاده."""

from __future__ import annotations

from loaders.doc import Chunk, Doc
from loaders.lexicon.sets import word_set
from loaders.lexicon.trie import END
from loaders.nations import FORCES
from loaders.text import QUOTES

DEALS_ALONE = word_set("backrefs.deals")
STATE_ALONE = word_set("backrefs.states")
"""Arms of a state that, with nothing behind them, mean the state told of before."""
BRANCHED = frozenset(("المجلس", "اللجنه", "الهييه", "المكتب"))
"""Bodies of which there are several, told by their adjectives (المجلس القيادي)."""
SAME = frozenset(("الحالي", "الحاليه", "الثاني", "الماضي"))
OTHERS = word_set("backrefs.others")
"""Adjectives of forces and authorities that are of no state."""
THAT = frozenset(("هذا", "هذه", "ذلك", "تلك"))
MALE = frozenset(("جيش", "طيران", "سلاح"))
LANDS = frozenset(("البلد", "الدوله", "البلاد"))
SIGNED = frozenset(("الموقع", "الموقعه"))
BY_WHOM = frozenset(("بين", "من", "عليه", "عليها", "عام", "سنه", "برعايه", "تحت", "مع", "خلال", "في"))
AND_PEOPLE = frozenset(("والشعب", "والحكومه", "والقياده"))
LATTER = word_set("backrefs.latter")
HOMELANDS = word_set("backrefs.homelands")
OF_UNIONS = word_set("backrefs.unions")


def again(doc: Doc, i: int) -> Chunk | None:
    """الحركة, الوزارة, البيان: a body named before."""
    following = doc.infos[i + 1].word.fold if i + 1 < doc.n else ""
    for lead, rest in doc.infos[i].word.splits:
        if following in THAT and i + 2 < doc.n and doc.infos[i + 2].word.fold in LANDS and _arm(doc, rest):
            return _backref(doc, i, i + 3, lead, "f", "*state")  # سلطات هذا البلد
        if rest in FORCES and following in HOMELANDS and i and "complement" in doc.infos[i - 1].closed:
            return _backref(doc, i, i + 2, lead, "m" if rest in MALE else "f", "*country")  # قوات بلاده
        if (rest in FORCES and following in STATE_ALONE) or (rest == "القوات" and following == "الحكوميه"):
            arm = "حكومه" if rest == "القوات" else following[2:]
            return _backref(doc, i, i + 2, lead, "f", "state:" + arm)
        if rest in FORCES and following == "التحالف" and not (i + 2 < doc.n and doc.infos[i + 2].definite):
            planes = _backref(doc, i, i + 2, lead, "f", "تحالف")  # طائرات التحالف
            planes.name = doc.texts[i + 1]
            return planes
        if not rest.startswith("ال") or len(rest) < 5:
            continue
        for head in doc.lex.heads.get(rest, {}).get(END, ()):
            if following in AND_PEOPLE and i + 2 < doc.n and doc.infos[i + 2].nisbas:
                continue  # الحكومة والشعب الأفغاني: the adjective is of both
            if head.kind == "country" and rest in STATE_ALONE:
                if following in OTHERS:
                    return None  # القوات الكردية: of no state told before
                return _backref(doc, i, i + 1, lead, head.gender, "state:" + rest[2:])
            described = i + 1 < doc.n and bool(doc.infos[i + 1].nisbas) and doc.infos[i + 1].definite
            if rest == "القرار" and (described or following in OF_UNIONS):
                continue  # القرار الأوروبي: another than that of the Security Council
            if head.type == "agreement" and head.alone and rest in DEALS_ALONE:
                return _backref(doc, i, i + 1, lead, "m", rest[2:])
            if rest in SIGNED and following in BY_WHOM and i and doc.infos[i - 1].definite:
                continue  # الاتفاق الموقع بين س وص: signed, no site
            told = head.kind in ("org", "body") and head.type != "agreement" and (head.alone or rest == "البيان")
            text = rest in ("البيان", "التقرير")
            if text and described:
                continue  # البيان الأمريكي
            if rest in BRANCHED and _another(doc, i + 1):
                continue  # المجلس القيادي: another than that told before
            if told or text:
                return _backref(doc, i, i + 1, lead, "f" if rest.endswith(("ه", "ات")) else "m", rest[2:])
    return None


def _another(doc: Doc, i: int) -> bool:
    """Whether the word at i is an adjective that tells which body is meant."""
    info = doc.infos[i] if i < doc.n else None
    if info is None or not info.definite or info.nisbas or info.closed or info.verbs:
        return False
    return info.word.fold.endswith(("ي", "يه")) and info.word.fold not in SAME


def _arm(doc: Doc, noun: str) -> bool:
    return any(head.kind == "country" for head in doc.lex.heads.get(noun, {}).get(END, ()))


def _backref(doc: Doc, first: int, last: int, lead: str, gender: str, head: str) -> Chunk:
    name = doc.quote_free(first, last) if last - first > 1 else doc.texts[first]
    return Chunk(
        first,
        last,
        first,
        last,
        "backref",
        "title",
        "again",
        0.6,
        lead,
        gender=gender,
        name=name,
        head=head,
    )


def latter(doc: Doc, i: int) -> Chunk | None:
    """قال الأخير: who was told last, where the word is a noun; behind a noun it is its adjective."""
    form = doc.infos[i].word.fold
    if i == 0 or form not in LATTER:
        return None
    before = doc.infos[i - 1]
    asking = not before.definite and doc.texts[i - 1].endswith(("ا", "اً", "ة"))
    verbs = any(r.pos == "verb" or (asking and r.pos == "participle") for r in before.verbs)  # مطالبا الأخير
    if "complement" not in before.closed and not verbs:
        return None
    gender, name = "f" if form.endswith("ه") else "m", doc.texts[i]
    return Chunk(i, i + 1, i, i + 1, "backref", "pronoun", "pronoun", 0.6, gender=gender, name=name, head="*last")


def homeland(doc: Doc, i: int) -> Chunk | None:
    """بلاده: the state of whom the sentence is about."""
    for lead, rest in doc.infos[i].word.splits:
        if rest in HOMELANDS:
            if rest == "بلادنا" and not _spoken(doc, i):
                return None  # بعد زيارة لبلادنا: the page's own country, which it does not tell
            name = doc.texts[i]
            return Chunk(
                i, i + 1, i, i + 1, "backref", "pronoun", "pronoun", 0.7, lead, gender="f", name=name, head="*country"
            )
    return None


def _spoken(doc: Doc, i: int) -> bool:
    """Whether somebody may be speaking at token i: a quotation or reported speech stands before it."""
    before = range(max(0, i - 60), i)
    return any(doc.texts[k] in QUOTES or doc.texts[k] == ":" or "complement" in doc.infos[k].closed for k in before)


__all__ = ["LATTER", "again", "homeland", "latter"]
