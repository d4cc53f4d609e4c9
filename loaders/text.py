"""Tokens with offsets, and what a word's letters alone tell: folded spelling and clitic splits.

Words are analysed once a spelling and kept (lexicon/info.py): a page costs one dictionary look-up a token.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from kg.model import fold

TOKEN = re.compile(
    r"(?:[\u0621-\u064a]\.){2,}[\u0621-\u064a]?"  # أ.ف.ب
    r"|\d+(?:[.,٫٬]\d+)+"  # 3.5
    r"|[^\W_]+(?:[\u064b-\u065f\u0670\u0640]+[^\W_]*)*"
    r"|[\u064b-\u065f\u0670\u0640]+"
    r"|\n\s*"
    r"|[^\s\w#]"
)
"""Hash signs and underscores (#الجيش_الإسرائيلي) are skipped like spaces."""
_CUT = re.compile(f"({TOKEN.pattern})")
OPEN_QUOTES = "«“„‟‹❝"
CLOSE_QUOTES = "»”›❞"
QUOTES = frozenset(OPEN_QUOTES + CLOSE_QUOTES + "\"'‘’״″")
STOPS = frozenset(".!؟?")
_BORDERS = STOPS | {"\n"}
_BEFORE = frozenset("\n.-•*|–—―▪●■◆◾▫○·►▶✔✓")
"""What may stand before a sentence and is no part of it."""
_FLAGS = frozenset(("عاجل", "مباشر", "شاهد", "فيديو", "بالفيديو", "صور", "بالصور", "خاص", "تحليل", "محدث"))
"""What a site puts before a headline and a stroke."""
_COUNTED = frozenset(("اولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا", "سابعا", "ثامنا", "تاسعا", "عاشرا"))

_AND = re.compile(r"(?<![^\s،,«\"(])و[ \u00a0](?=[ء-ي]{2})")
"""و by itself before a word of two letters or more: not و م ع."""
_ALEFS = str.maketrans("أإآٱىیکگ", "ااااىيكك")
_MARKS = re.compile(
    "[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)


def light(text: str) -> str:
    """Vowel marks dropped and alefs joined; ة, ى and the seats of hamza stay, for verbs are told apart by them."""
    return _MARKS.sub("", text).translate(_ALEFS)


class Word:
    """What the letters of one spelling tell; shared by all its tokens."""

    __slots__ = ("fold", "light", "rests", "splits", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.light = light(text)
        self.fold = fold(text)
        self.splits = _splits(self.fold)
        self.rests = frozenset([rest for _, rest in self.splits])
        """what is left of it, whichever proclitics are read off"""

    def __repr__(self) -> str:
        return f"Word({self.text})"


def _splits(form: str) -> tuple[tuple[str, str], ...]:
    """Every way to read proclitics off a folded word: (proclitics, rest), the whole word first.

    ل before the article is written لل; the rest gets its ال back. ال itself is never split off.
    """
    out = [("", form)]
    if len(form) < 4 or form[0] not in "وفبلك":
        return tuple(out)
    for lead in ("", form[0]) if form[0] in "وف" else ("",):
        rest = form[len(lead) :]
        if lead:
            out.append((lead, rest))
        if len(rest) < 4:
            continue
        if rest.startswith("لل"):
            out.append((lead + "ل", "ال" + rest[2:]))
            if len(rest) >= 5:
                out.append((lead + "ل", rest[1:]))
        elif rest[0] in "بلك":
            out.append((lead + rest[0], rest[1:]))
    return tuple(out)


def with_proclitics(words: frozenset[str]) -> frozenset[str]:
    """All folded words off which _splits may read one of `words`."""
    out = {a + b + word for word in words for a in ("", "و", "ف") for b in ("", "ب", "ل", "ك")}
    out |= {a + "لل" + word[2:] for word in words if word.startswith("ال") for a in ("", "و", "ف")}
    return frozenset(out)


class Tokens(NamedTuple):
    """The tokens of a text, column by column: an object for each would cost more than reading it."""

    texts: list[str]
    starts: list[int]
    ends: list[int]
    """characters of the text, as in `starts`"""


def tokens(text: str) -> Tokens:
    """The tokens of `text`: words, numbers, single punctuation marks, and runs of line ends (text "\\n")."""
    pieces = _CUT.split(text)  # what lies between, a token, what lies between …: faster than a match for each
    ends = list(accumulate(map(len, pieces)))
    forms = [form if form[0] != "\n" else "\n" for form in pieces[1::2]]
    if "—" in text:
        forms = [form if form != "—" else "–" for form in forms]  # one dash, to the grammar
    if "\u066c" in text:
        forms = [form if form != "\u066c" else "،" for form in forms]  # the sign of thousands, typed for a comma
    toks = Tokens(forms, ends[:-1:2], ends[1::2])
    return _with_and(toks, text) if _AND.search(text) else toks


def _with_and(toks: Tokens, text: str) -> Tokens:
    """The tokens, each و that a page wrote with a space behind it («و قال») at its word, as it is written elsewhere."""
    out = Tokens([], [], [])
    apart = False
    for form, start, end in zip(*toks, strict=True):
        if apart and _AND.match(text, out.starts[-1]):
            out.texts[-1] += form
            out.ends[-1] = end
            apart = False
            continue
        out.texts.append(form)
        out.starts.append(start)
        out.ends.append(end)
        apart = form == "و"
    return out


@dataclass(slots=True)
class Sentence:
    """Tokens [first, last) of an article."""

    first: int
    last: int
    start: int
    end: int


def _initials(toks: Tokens, i: int) -> bool:
    """بي.بي.سي, أ.ف.ب: a stop between letters of a short name ends no sentence."""
    texts, starts, ends = toks
    if not 0 < i < len(texts) - 1:
        return False
    before, after = texts[i - 1], texts[i + 1]
    return (
        ends[i - 1] == starts[i]
        and ends[i] == starts[i + 1]
        and len(before) <= 3
        and len(after) <= 3
        and before.isalpha()
        and after.isalpha()
    )


def _begin(texts: list[str], a: int, b: int) -> int:
    """Where a sentence begins behind bullets, the hour of a running report (14:05 —), the number of a point (أولا:)."""
    while a < b:
        if texts[a] in _BEFORE:
            a += 1
        elif a + 3 < b and texts[a + 1] == ":" and len(texts[a]) <= 2 and texts[a].isdigit() and texts[a + 2].isdigit():
            a += 3
        elif a + 2 < b and texts[a + 1] == ":" and fold(texts[a]) in _COUNTED:
            a += 2
        elif a + 2 < b and texts[a + 1] in "|/" and fold(texts[a]) in _FLAGS:
            a += 2  # عاجل | قصفت س ص
        else:
            break
    return a


def sentences(toks: Tokens) -> list[Sentence]:
    """Split at line ends and at sentence-final marks; a stop inside quotes ends a sentence all the same, its closing
    quote goes with it."""
    texts, starts, ends = toks
    out: list[Sentence] = []
    first, n = 0, len(texts)

    def close(last: int) -> None:
        a, b = _begin(texts, first, last), last
        while b > a and texts[b - 1] == "\n":
            b -= 1
        if a < b:
            out.append(Sentence(a, b, starts[a], ends[b - 1]))

    for i in [i for i, form in enumerate(texts) if form in _BORDERS]:
        if i < first or (texts[i] == "." and _initials(toks, i)):
            continue  # one of several stops, or none
        j = i + 1
        if texts[i] == "\n":
            close(i)
        else:
            while j < n and (texts[j] in STOPS or texts[j] in CLOSE_QUOTES or texts[j] in ('"', ")")):
                # a straight quote closes only when it touches the stop
                if texts[j] in ('"', ")") and starts[j] != ends[j - 1]:
                    break
                j += 1
            close(j)
        first = j
    close(n)
    return out
