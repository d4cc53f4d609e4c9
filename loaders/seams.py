"""Headlines that a web page ran together without a space: where each one begins.

A seam is certain where letters say so (ة or ى or a tanwin inside a "word", a letter right after `؟`, a closing quote or
a year); elsewhere a token that nobody writes is cut into two words that everybody writes.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from loaders.lexicon import lexicon
from loaders.text import Word, light

MIN_WORDS = 3
"""A headline has at least so many words; a seam that would leave fewer is none."""

_A = "\u0621-\u063a\u0641-\u064a"
_CERTAIN = re.compile(
    f"(?<=[{_A}][ةى])(?=[{_A}]{{2}})"  # …اليونانية|ما الذي
    f"|(?<=[\u064b\u064c\u064d])(?=[{_A}]{{2}})"  # …غداً|مصادر
    f"|(?<=\u064b\u0627)(?=[{_A}]{{2}})"  # …غدًا|مصادر
    f'|(?<=[؟!])(?=[{_A}\u201c«"])'
    f"|(?<=[{_A}][»”])(?=[{_A}]{{3}})"
    f"|(?<=[{_A}\\d][)])(?=[{_A}]{{3}})"
    f"|(?<=\\d)(?=[{_A}]{{3}})"
    f"|(?<=[{_A}])(?=[«“])"
)
_TOKEN = re.compile(f"[{_A}\u064b-\u065f\u0670\u0640]{{6,}}")
_MARKS = re.compile("[\u064b-\u065f\u0670\u0640]")
_FAMILIAR, _COMMON = 500, 5_000
"""Ranks in words.txt: a word of every page, a word that all know."""
_OPENERS = frozenset(("من", "ما", "هل", "لا", "لن", "كم", "أي"))
"""Short words that a headline may begin with; other pieces have three letters at least."""
_OF_NAMES = ("الدين", "الله")
"""What ends names that are written as one word (بدرالدين, نصرالله)."""
_PROCLITICS = re.compile("^(?:[وف]?(?:[بكل]|لل|ال|بال|كال)|[وف]|س)(?=.{3})")
_ENCLITICS = re.compile("(?<=.{3})(?:ه|ها|هم|هما|نا|ين|ون|ات|ان|ية|ي|ا)$")


def split(line: str) -> list[tuple[int, int]]:
    """The headlines of `line` as character spans, in order: one span when it has no seam."""
    cuts = sorted({match.start() for match in _CERTAIN.finditer(line)} | set(_guessed(line)))
    spans: list[tuple[int, int]] = []
    start = 0
    for cut in cuts:
        if _words(line[start:cut]) >= MIN_WORDS and _words(line[cut:]) >= MIN_WORDS:
            spans.append((start, cut))
            start = cut
    spans.append((start, len(line)))
    return spans


def glued(line: str) -> bool:
    """Whether `line` is more than one headline."""
    return len(split(line)) > 1


def _guessed(line: str) -> list[int]:
    cuts = []
    for match in _TOKEN.finditer(line):
        token = _MARKS.sub("", match[0])
        if len(token) != len(match[0]) or _is_word(token):
            continue  # offsets inside a vocalised token are not those of its letters
        if (cut := _best_cut(token)) is not None:
            cuts.append(match.start() + cut)
    return cuts


def _best_cut(token: str) -> int | None:
    """Where a token falls into two words: the cut whose rarer word is the most common; None where it does not."""
    best, best_cost = None, _NEVER
    for cut in range(3, len(token) - 1):
        left, right = token[:cut], token[cut:]
        if len(right) > 2 or right in _OPENERS:
            cost = _cost(left, right)
            if cost < best_cost:
                best, best_cost = cut, cost
    return best


_NEVER = 1_000_000


def _cost(left: str, right: str) -> int:
    if left.startswith("ال") and len(left) < 5:  # المسلط is a name, not الم and سلط
        return _NEVER
    ranks = _ranks()
    first = ranks.get(left, _NEVER)
    if first == _NEVER and left[0] in "وبل":
        first = ranks.get(left[1:], _NEVER)
    second = ranks.get(right, _NEVER)
    if first < _NEVER and second < _NEVER:
        return max(first, second)
    # One of the two is a name that no list holds: the other must be plain to see.
    if second < (_FAMILIAR if left.startswith("ال") else _COMMON) and len(right) >= 4 and len(left) >= 4:
        return _NEVER - 3
    if first < _NEVER and right.startswith("ال") and len(right) >= 5 and not left.startswith("ال"):
        return _NEVER - 2
    if first < _FAMILIAR and len(left) >= 4 and len(right) >= 5:
        return _NEVER - 1
    return _NEVER


def _is_word(token: str) -> bool:
    """Listed, a word of a listed name (عبداللهيان), or a listed word with clitics on it."""
    ranks = _ranks()
    if token in ranks or token in _names() or token.endswith(_OF_NAMES) or lexicon().joined.cuts(Word(token)):
        return True
    bare = _PROCLITICS.sub("", token)
    joined = token[1:] if token[0] in "وف" else token  # وبيلاروسيا: its ب is its own
    stems = {joined, bare, _ENCLITICS.sub("", bare), _ENCLITICS.sub("", token), _ENCLITICS.sub("ة", token), "ال" + bare}
    stems |= {hamza + stem[1:] for stem in stems if stem.startswith("ا") for hamza in "أإ"}  # واسناد, as Iranians write
    if any(stem in ranks or stem in _names() for stem in stems):
        return True
    unseated = _unseated()  # للامين: as papers of Lebanon spell للأمين
    return any(light(stem) in unseated for stem in stems)


@cache
def _ranks() -> dict[str, int]:
    text = resources.files("loaders.lexicon").joinpath("words.txt").read_text(encoding="utf-8")
    words = (line for line in text.split("\n") if line and line[0] != "#")
    return {word: rank for rank, word in enumerate(words)}


@cache
def _unseated() -> frozenset[str]:
    """The words of words.txt with a hamza on an alef, without it."""
    return frozenset(light(word) for word in _ranks() if "أ" in word or "إ" in word or "آ" in word)


@cache
def _names() -> frozenset[str]:
    """The longer words of listed names, as they are written (عبداللهيان, بيلاروسيا)."""
    names = (name for e in lexicon().entities.values() for name in (e.name, *e.aliases))
    return frozenset(word for name in names for word in name.split() if len(word) > 5)


def _words(text: str) -> int:
    return len(re.findall(r"\w+", text))
