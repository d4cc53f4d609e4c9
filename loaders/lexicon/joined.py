"""Names that a page ran together, as pages do whose links were taken out: الولاياتالمتحدة, اليابانوالولاياتالمتحدة.

Only listed names of countries and bodies are told apart so, and only in words that are nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from kg.model import fold
from loaders.text import Tokens, Word

SHORTEST = 8
"""Letters of a name of several words that may be written as one."""
_ALONE = 4
"""Letters of a name of one word that may stand beside another."""


class Joined:
    """Listed names without the spaces in them."""

    def __init__(self, names: Iterable[str], alone: Iterable[str]) -> None:
        """`names`: of several words; `alone`: of one, as they are folded."""
        self.parts: dict[str, tuple[int, ...]] = {}
        for name in names:
            words = fold(name).split()
            if 1 < len(words) < 5 and len("".join(words)) >= SHORTEST:
                self.parts.setdefault("".join(words), tuple(map(len, words)))
        self.alone = {name for name in alone if len(name) >= _ALONE and " " not in name}

    def cuts(self, word: Word) -> tuple[int, ...]:
        """Where a word falls into words of listed names, as offsets in it; nothing where it does not."""
        form = word.fold
        if len(form) < SHORTEST or len(form) != len(word.text):
            return ()
        for _, rest in word.splits:
            found = self._lengths(rest)
            if len(found) > 1:
                skip = len(form) - sum(found)  # the clitics go with the first word
                return tuple(skip + sum(found[:k]) for k in range(1, len(found)))
        return ()

    def _lengths(self, form: str) -> tuple[int, ...]:
        """Lengths of the words that `form` is made of: one name, or several with و between them."""
        if form in self.parts:
            return self.parts[form]
        if form in self.alone:
            return (len(form),)
        for at in range(_ALONE, len(form) - _ALONE):
            if form[at] != "و":
                continue
            left = self.parts.get(form[:at]) or ((at,) if form[:at] in self.alone else ())
            right = self._lengths(form[at + 1 :]) if left else ()
            if right:
                return (*left, right[0] + 1, *right[1:])
        return ()


def apart(toks: Tokens, cuts: list[tuple[int, ...]]) -> Tokens:
    """The tokens, those with `cuts` in their several words."""
    texts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for text, start, end, at in zip(*toks, cuts, strict=True):
        borders = (0, *at, len(text))
        space = end - start - len(text)  # that of و الولاياتالمتحدة
        for a, b in pairwise(borders):
            texts.append(text[a:b])
            starts.append(start + a + (space if a else 0))
            ends.append(start + b + space)
    return Tokens(texts, starts, ends)
