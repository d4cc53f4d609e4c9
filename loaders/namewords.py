"""Which words a personal name may be made of: those of the name lists, and those that ordinary text does not use."""

from __future__ import annotations

from loaders.doc import Doc
from loaders.lexicon import Info, Lexicon
from loaders.lexicon.sets import word_set
from loaders.lexicon.trie import END

KUNYA = word_set("names.kunya")
LINK = word_set("names.link")
"""Words that join what follows to a name."""
LAST = word_set("names.last")
"""Links that may also end a name."""
COMPOUND = word_set("names.compound")
SERVANT = word_set("names.servant")
NUMBERS = word_set("names.numbers")
WORDS = word_set("names.words")
"""Words that are no names, though names stand next to them often (وتعتزم فاتو بنتسودا فتح تحقيق)."""
PHRASES = frozenset(tuple(phrase.split()) for phrase in word_set("names.phrases"))
"""Two words that are no name together (حسن النية)."""


def plain(doc: Doc, i: int) -> bool:
    """A token that could be part of a name at all: letters only, no date, no closed class."""
    text = doc.texts[i]
    return text[0].isalpha() and not doc.dated[i] and not doc.infos[i].closed


def namelike(doc: Doc, i: int) -> bool:
    """A word that stands in the name lists, or that ordinary text does not use."""
    info = doc.infos[i]
    form = info.word.fold
    if form in doc.lex.given or (info.family and not info.titles):
        return True
    if form in doc.lex.given_common:
        return True
    node = doc.lex.root.get(form)
    if node is not None and any(e.type != "person" for e in node.get(END, ())):
        return False
    if info.ordinary or info.derived or info.verbs or info.titles or info.nisbas or len(form) < 2 or form in NUMBERS:
        return False
    if form in WORDS:
        return form in SERVANT and i + 1 < len(doc.infos) and doc.infos[i + 1].word.fold in COMPOUND
    if len(form) > 4 and form.startswith(("لل", "وال", "بال", "فال", "كال")):
        return False
    # not a name with a conjunction or preposition before a word of the language, of the lists or of the article
    lex = doc.lex
    for lead, rest in info.word.splits[1:]:
        if lead[-1:] in "لو" and _present(lex, rest):
            return False  # ليخلف, ويدعى
        if (
            rest in lex.ordinary
            or (len(rest) > 4 and lex.derived(rest))
            or (len(rest) > 3 and (rest in lex.root or rest in doc.folds or rest in lex.given))
        ):
            return False
        if rest in SERVANT or rest in KUNYA:
            return False
    return not _verbal(info) and not _present(lex, form)


def _verbal(info: Info) -> bool:
    """سيفعل, ستفعل, يفعل: an unlisted verb."""
    form = info.word.fold
    if form.startswith("ستي"):
        return False  # ستيفن, ستيبانيان
    return len(form) > 4 and ((form[0] == "س" and form[1] in "يت") or (form[0] == "ي" and form[1] not in "اوي"))


def _present(lex: Lexicon, form: str) -> bool:
    """يرمي, يدعى: an unlisted verb whose other person or past tense ordinary text uses (ترمي, رمى)."""
    return (
        len(form) > 3
        and form[0] == "ي"
        and ("ت" + form[1:] in lex.ordinary or (form[1:] in lex.ordinary and len(form) > 4))
    )
