"""Names that no list knows, vouched for by the verb of saying before them and by what stands behind them.

قالت راتو بيري، مقررة البرلمان … · قال إيدي سانشيز، رئيس … · قال بيت هس إن … · ابنته يوليا
"""

from __future__ import annotations

from loaders.doc import Chunk, Doc
from loaders.lexicon.cues import cued
from loaders.lexicon.sets import word_set
from loaders.lexicon.trie import END
from loaders.namewords import namelike, plain
from loaders.titles import title_at

KIN = word_set("newcomers.kin")
"""Kinship nouns with a pronoun, behind which one given name is somebody (ابنته يوليا)."""
WHO = frozenset(("وهو", "وهي", "الذي", "التي"))
SHORT = 4
"""Letters of a first name that may also be a word of the language (نك ثورب)."""
SMALL = frozenset(("بين", "بل", "لو", "دون"))
"""Small words that are first names too."""


def newcomer(doc: Doc, i: int, stop: int) -> Chunk | None:
    """A name of two words or more at token i, right behind a verb of saying in the singular."""
    if i == 0 or i + 2 >= stop or doc.infos[i - 1].lemmas.isdisjoint(cued()):
        return None
    if not (plain(doc, i + 1) and doc.texts[i][0].isalpha()):
        return None
    told = [r for r in doc.infos[i - 1].verbs if r.person in ("3ms", "3fs") and r.lemma in cued()]
    if not told or not _first(doc, i) or not _foreign(doc, i + 1):
        return None
    end = i + 2
    while end < stop and end - i < 4 and plain(doc, end) and _foreign(doc, end):
        end += 1
    if not _introduced(doc, end, stop):
        return None
    form = doc.infos[i].word.fold
    gender = doc.lex.gender(form) or ("f" if all(r.person == "3fs" for r in told) else "m")
    return Chunk(i, end, i, end, "person", "name", "names:newcomer", 0.65, gender=gender, name=doc.quote_free(i, end))


def kin(doc: Doc, i: int) -> Chunk | None:
    """زوجته بريجيت, ابنته يوليا: one given name behind a kinship noun with its pronoun."""
    info = doc.infos[i]
    if i == 0 or not info.given or info.ordinary or doc.dated[i] or KIN.isdisjoint(doc.infos[i - 1].word.rests):
        return None
    gender = doc.lex.gender(info.word.fold)
    return Chunk(i, i + 1, i, i + 1, "person", "name", "names:kin", 0.6, gender=gender, name=doc.texts[i])


def _first(doc: Doc, i: int) -> bool:
    """A word that may be a first name here: unlisted, or a short word of the language."""
    info = doc.infos[i]
    form = info.word.fold
    if info.titles or info.heads or info.nisbas or info.definite or doc.dated[i] or info.number:
        return False
    if doc.lex.root.get(form, {}).get(END):
        return False
    if info.closed or info.verbs:
        return form in SMALL
    return namelike(doc, i) or 2 <= len(form) <= SHORT


def _foreign(doc: Doc, i: int) -> bool:
    """A word that no ordinary text uses and no list has but as a name."""
    info = doc.infos[i]
    if info.ordinary or info.definite or info.heads or info.titles or doc.dated[i]:
        return False
    named = doc.lex.root.get(info.word.fold, {}).get(END, ())
    return namelike(doc, i) and not any(e.type != "person" for e in named)


def _introduced(doc: Doc, end: int, stop: int) -> bool:
    """Whether what stands behind says who he is, how old, or what he said."""
    if end >= stop:
        return False
    text, info = doc.texts[end], doc.infos[end]
    if "complement" in info.closed or text == ":":
        return True
    if text == "(":
        return end + 1 < stop and doc.infos[end + 1].number
    k = end + 1 if text in "،," else end
    if k >= stop:
        return False
    if doc.infos[k].word.fold in WHO or (k > end and doc.infos[k].number):
        return True
    return title_at(doc, k, stop) is not None


__all__ = ["newcomer"]
