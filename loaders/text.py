"""Tokens with offsets, and what a word's letters alone tell: folded spelling and clitic splits.

Words are analysed once a spelling and kept: a page costs one dictionary look-up a token.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

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
OPEN_QUOTES = "«“„‟‹❝"
CLOSE_QUOTES = "»”›❞"
QUOTES = frozenset(OPEN_QUOTES + CLOSE_QUOTES + "\"'‘’״″")
STOPS = frozenset(".!؟?")

_ALEFS = str.maketrans("أإآٱىیکگ", "ااااىيكك")
_MARKS = re.compile(
    "[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)


def light(text: str) -> str:
    """Vowel marks dropped and alefs joined; ة, ى and the seats of hamza stay, for verbs are told apart by them."""
    return _MARKS.sub("", text).translate(_ALEFS)


class Word:
    """What the letters of one spelling tell; shared by all its tokens."""

    __slots__ = ("fold", "light", "splits", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.light = light(text)
        self.fold = fold(text)
        self.splits = tuple(_splits(self.fold))

    def __repr__(self) -> str:
        return f"Word({self.text})"


def _splits(form: str) -> Iterator[tuple[str, str]]:
    """Every way to read proclitics off a folded word: (proclitics, rest), the whole word first.

    ل before the article is written لل; the rest gets its ال back. ال itself is never split off.
    """
    yield "", form
    if len(form) < 4:
        return
    for lead in ("", "و", "ف"):
        if not form.startswith(lead):
            continue
        rest = form[len(lead) :]
        if lead and len(rest) >= 2:
            yield lead, rest
        if len(rest) < 4:
            continue
        if rest.startswith("لل"):
            yield lead + "ل", "ال" + rest[2:]
            if len(rest) >= 5:
                yield lead + "ل", rest[1:]
        elif rest[0] in "بلك" and len(rest) >= 3:
            yield lead + rest[0], rest[1:]


@lru_cache(maxsize=200_000)
def word(text: str) -> Word:
    return Word(text)


@dataclass(slots=True)
class Token:
    start: int
    end: int
    text: str
    word: Word

    @property
    def fold(self) -> str:
        return self.word.fold


def tokens(text: str) -> list[Token]:
    """The tokens of `text`: words, numbers, single punctuation marks, and runs of line ends (text "\\n")."""
    out = []
    for match in TOKEN.finditer(text):
        form = match.group()
        if form[0] == "\n":
            form = "\n"
        out.append(Token(match.start(), match.end(), form, word(form)))
    return out


@dataclass(slots=True)
class Sentence:
    """Tokens [first, last) of an article."""

    first: int
    last: int
    start: int
    end: int


def _initials(toks: list[Token], i: int) -> bool:
    """بي.بي.سي, أ.ف.ب: a stop between letters of a short name ends no sentence."""
    if not 0 < i < len(toks) - 1:
        return False
    before, stop, after = toks[i - 1], toks[i], toks[i + 1]
    return (
        before.end == stop.start
        and stop.end == after.start
        and len(before.text) <= 3
        and len(after.text) <= 3
        and before.text.isalpha()
        and after.text.isalpha()
    )


def sentences(toks: list[Token]) -> list[Sentence]:
    """Split at line ends and at sentence-final marks; a stop inside quotes ends a sentence all the same, its closing
    quote goes with it."""
    out: list[Sentence] = []
    first, i, n = 0, 0, len(toks)

    def close(last: int) -> None:
        a, b = first, last
        while a < b and toks[a].text in ("\n", ".", "-", "•", "*", "|", "–"):
            a += 1
        while b > a and toks[b - 1].text == "\n":
            b -= 1
        if a < b:
            out.append(Sentence(a, b, toks[a].start, toks[b - 1].end))

    while i < n:
        form = toks[i].text
        if form == "\n":
            close(i)
            first = i + 1
        elif form == "." and _initials(toks, i):
            pass
        elif form in STOPS:
            j = i + 1
            while j < n and (toks[j].text in STOPS or toks[j].text in CLOSE_QUOTES or toks[j].text in ('"', ")")):
                # a straight quote closes only when it touches the stop
                if toks[j].text in ('"', ")") and toks[j].start != toks[j - 1].end:
                    break
                j += 1
            close(j)
            first, i = j, j - 1
        i += 1
    close(n)
    return out
